/* thesis: the clause that the text as a whole argues for.
 *
 * Writers of argument put it into a clause with *should*, *must* or *ought*, near the start or at the end, in their own voice, in words that the rest of the text
 * takes up (Peldszus and Stede 2015 find the central claim by such signs; Stab and Gurevych 2017 by place and modals). */
#ifndef HENCE_GRAPH_THESIS_H
#define HENCE_GRAPH_THESIS_H
#include "clause/argument.h"

/* Finds the clause; false where no sentence can state one (an empty text, a text of questions). Linear. */
bool thesis_find(const analysis *a, arena *scratch, argument_side *out);
#endif
