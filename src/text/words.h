/* words: forms of the text -> folded forms and stems, each made once. */
#ifndef HENCE_TEXT_WORDS_H
#define HENCE_TEXT_WORDS_H
#include "base/arena.h"
#include "base/list.h"
#include "lexicon/lexicon.h"

typedef struct {
    str raw;
    lexicon_word word;
} word_entry;

typedef struct {
    arena *mem; /* what it gives lives here */
    stemmer *stemmer;
    LIST(word_entry) entries;
    uint32_t *slots; /* 1 + index into entries */
    size_t slot_count;
} words;

/* Starts an empty table. Gives 0, or -1 with `err` set: HENCE_ENOMEM. words_free frees the stemmer; the rest goes with `mem`. */
int words_open(words *w, arena *mem, const hence_lexicon *lexicon, hence_error *err);
void words_free(words *w);
/* The folded form and the stem of `raw`, which must outlive the table; NULL when memory ends. Constant time but for long words. */
const lexicon_word *words_of(words *w, str raw);
/* Whether `raw` has been asked for. Constant time. */
bool words_have(const words *w, str raw);
#endif
