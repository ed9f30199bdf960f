/* tagger: words -> parts of speech, by a greedy averaged perceptron over joint tags (UPOS and Penn together). */
#ifndef HENCE_SYNTAX_TAGGER_H
#define HENCE_SYNTAX_TAGGER_H
#include "syntax/model.h"
#include "syntax/word.h"

enum { TAGGER_FEATURES = 72 };

typedef struct {
    uint8_t upos, xpos;
} joint_tag;

/* A word of the lexicon, keyed by its folded form's hash; key 0 is an empty slot. */
typedef struct {
    uint32_t key;
    uint16_t ambiguity; /* the set of its tags, hashed; 0 where it is seen too seldom */
    uint8_t tag;        /* the one tag that it always has, from 1; 0 where it may have others */
    uint8_t
        role; /* by bits, where it is not too rare: how likely it is a finite verb, 0 to 3; ROLE_OPENS; ROLE_SELDOM */
} tagger_entry;

enum {
    ROLE_FINITE = 3,
    ROLE_OPENS = 4, /* it opens a clause oftener than not */
    ROLE_SELDOM = 8 /* for the trainer: it was not seen often */
};

typedef struct {
    const joint_tag *tags; /* MODEL_CLASSES of them; tag n stands at n - 1 */
    const tagger_entry *lexicon;
    uint32_t tag_count, lexicon_count;
    model_table table;
} tagger;

/* Opens a model in memory, which must outlive the tagger. 0, or -1: HENCE_EMODEL. */
int tagger_open(str file, tagger *out, hence_error *err);
/* Looks the words up: fills ambiguity and known, and tag where the lexicon gives it. */
void tagger_look_up(const tagger *m, syntax_word *words, size_t count);
/* Looks ahead in each clause, after all words of a sentence have been looked up. */
void tagger_look_ahead(syntax_word *words, size_t count);
/* Sets what the clause has before a word, from the words before it, which are tagged. */
void tagger_look_back(syntax_word *words, size_t at);
/* Takes a word for one the lexicon lacks: its kin there tell what it may be. */
void tagger_guess(const tagger *m, syntax_word *w);
/* Tags a sentence: fills all that the tagger fills. Linear. */
void tagger_tag(const tagger *m, syntax_word *words, size_t count);

/* The features of word `at`, given the two tags before it; for the trainer as well. Words have been looked up. Gives how many. */
size_t tagger_features(const syntax_word *words, size_t count, size_t at, uint32_t out[TAGGER_FEATURES]);
#endif
