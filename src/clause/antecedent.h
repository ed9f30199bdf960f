/* antecedent: the noun that a third-person pronoun stands for. Asked by this folder, and by labels (graph/). */
#ifndef HENCE_CLAUSE_ANTECEDENT_H
#define HENCE_CLAUSE_ANTECEDENT_H
#include "clause/argument.h"

/* The noun that "it" or "they" stands for: a subject, else an object of its sentence, else a subject of the one before (Hobbs 1978, section 2, in short). Fills
 * `side` with that noun; false where there is none, and for any other word. */
bool antecedent_find(const analysis *a, const tree *t, uint32_t pronoun, argument_side *side);
#endif
