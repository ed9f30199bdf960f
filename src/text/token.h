/* token: a sentence -> its words and signs.
 *
 * As Universal Dependencies and the Penn Treebank cut English: clitics apart (do|n't, it|'s, workers|'), punctuation, currency and percent signs apart, numbers
 * with their decimals whole, abbreviations with their full stop; but words with hyphens stay whole. A word that is cut by a hyphen at a line's end is one token, without the hyphen unless
 * only its parts are known words (long-term). */
#ifndef HENCE_TEXT_TOKEN_H
#define HENCE_TEXT_TOKEN_H
#include "base/arena.h"
#include "text/order.h"
#include "text/text.h"
#include "text/words.h"

typedef struct {
    text *out;  /* gets the tokens */
    arena *mem; /* of `out` and `forms` */
    words *words;
    LIST(lexicon_word) forms; /* of each token */
    const hence_lexicon *lexicon;
    const order_model *order; /* whose dictionary tells known words */
    arena *scratch;
} tokenizer;

/* Appends the tokens of `sentence` (its number) at `s`; `skips` are places inside it that hold no text. Gives 0, or -1 when memory ends. Linear. */
int token_split(tokenizer *t, uint32_t sentence, span s, const span *skips, size_t skip_count);
#endif
