/* repair: words that stand in the wrong order -> the order in which they are read.
 *
 * Essays arrive with neighbouring words swapped. Where the word-order model (order.h) and the document's own pairs of words prefer the other order by far,
 * the tokens are put in that order; the text and every span stay. Only documents that are visibly damaged are touched: most clean texts hold a pair or two that
 * a model would like to swap. */
#ifndef HENCE_TEXT_REPAIR_H
#define HENCE_TEXT_REPAIR_H
#include "text/order.h"
#include "text/text.h"

/* Reorders the tokens (and words) of damaged sentences of `t` and lists each change in `t->repairs`. Gives 0, or -1 when memory ends. Linear. */
int repair_text(arena *mem, text *t, const order_model *model);

/* Two neighbouring units of a sentence, words with their clitics: tokens from `first`, from `second`, up to `end`. */
typedef struct {
    uint32_t first, second, end;
} repair_pair;
/* The pair whose second unit begins at token `second` of the sentence, if there is one that could be swapped. */
bool repair_pair_at(const text *t, const sentence *s, uint32_t second, repair_pair *out);
/* Fills `window` with the tokens of the pair and their context, as they stand or swapped. Gives how many, 0 if they are too many. `tokens` are all of the text. */
size_t repair_window(const sentence *s, const order_token *tokens, repair_pair p, bool swapped, order_token *window,
                     bool *opens);
#endif
