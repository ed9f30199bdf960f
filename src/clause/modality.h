/* modality: how sure the author is of a clause, and whether it is denied.
 *
 * Hedges: modals, adverbs, verbs and nouns of hedges.tsv that stand on the clause's verb chain ("is expected to", "has the potential to", "may possibly").
 * Of several hedges the weakest decides. Source: Hyland (1998), Hedging in Scientific Research Articles; de Marneffe and others (2012) on veridicality. */
#ifndef HENCE_CLAUSE_MODALITY_H
#define HENCE_CLAUSE_MODALITY_H
#include "clause/notes.h"
#include "clause/tree.h"

/* The certainty of the clause (or the noun) headed by `head`: asserted, probable or possible; denied if `deniable` and its verb chain is negated once. */
certainty modality_of(const tree *t, const note *notes, uint32_t head, bool deniable);
/* The same, telling the words that decided: the hedge that made it as weak as it is, the negator that denies it. NULL where there is none. */
certainty modality_find(const tree *t, const note *notes, uint32_t head, bool deniable, const token **hedge, const token **negator);
/* The weaker of two. */
certainty modality_weaker(certainty a, certainty b);
#endif
