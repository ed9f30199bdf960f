/* reason: prepositions that give a reason or a purpose only behind certain words: "fined for its delays", "protests against the dam", "met for talks".
 *
 * The words and their prepositions are those of reasons.tsv. */
#ifndef HENCE_MARKER_REASON_H
#define HENCE_MARKER_REASON_H
#include "text/text.h"

/* The word whose reason or purpose, as the sense of `row` says, the preposition, a token of the sentence, gives; NONE where it gives none. Bounded work. */
uint32_t reason_governor(const text *t, const hence_lexicon *lexicon, uint32_t sentence, uint32_t preposition, const lexicon_entry *row);
#endif
