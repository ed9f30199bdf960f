/* reason: prepositions that give a reason only behind certain words: "fined for its delays", "protests against the dam".
 *
 * The words and their prepositions are those of reasons.tsv. */
#ifndef HENCE_MARKER_REASON_H
#define HENCE_MARKER_REASON_H
#include "text/text.h"

/* The word whose reason the preposition, a token of the sentence, gives; NONE where it gives none. Bounded work. */
uint32_t reason_governor(const text *t, const hence_lexicon *lexicon, uint32_t sentence, uint32_t preposition);
#endif
