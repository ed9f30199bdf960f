/* doubles: words that were written twice -> words that are read once.
 *
 * A word that follows itself ("lead lead to") leaves the tokens, so that no later stage meets it; the text and all spans stay. Names ("New York New York"),
 * what a capital begins and the words of doubles.tsv ("had had", "very very") may stand twice; a text in which few words do (one or two: fewer than one in 150;
 * more: fewer than one in 205) stays as it is. */
#ifndef HENCE_TEXT_DOUBLES_H
#define HENCE_TEXT_DOUBLES_H
#include "text/text.h"

/* Takes the second of each such pair out of the tokens (and words) of sentences that argue, and lists it in `t->repairs`. Gives 0, or -1 when memory ends. Linear. */
int doubles_drop(arena *mem, text *t, const hence_lexicon *lexicon);
#endif
