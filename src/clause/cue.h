/* cue: what fills the slots of an open-class marker; for the files of this folder alone. */
#ifndef HENCE_CLAUSE_CUE_H
#define HENCE_CLAUSE_CUE_H
#include "clause/argument.h"
#include "clause/phrase.h"

typedef struct {
    argument_side sides[PHRASE_MEMBERS];
    size_t count;
    bool agent; /* the one side is somebody who acts */
} filling;

/* Adds a noun with its conjuncts, a pronoun as what it stands for. */
void filling_noun(const analysis *a, const tree *t, uint32_t head, filling *out);
/* Adds a clause; nothing where it is empty. */
void filling_clause(const analysis *a, const tree *t, phrase p, filling *out);
/* Adds who or what does it: the subject of the marker's verb, or of the verb that a noun or an adjective hangs on, or the clause before. */
void filling_subject(const analysis *a, const tree *t, const marker *m, filling *out);

/* The last word of a marker. */
static inline uint32_t cue_last(const marker *m) {
    return m->tokens[m->token_count - 1];
}
/* Whether a verb's form ends in the verb or its particle. */
bool cue_ends_in_head(const tree *t, const marker *m);
bool cue_is_passive(const tree *t, const marker *m);
/* The noun under a preposition that belongs to `word`; NONE where there is none. */
uint32_t cue_oblique(const tree *t, uint32_t word, const char *preposition);
/* The head of the phrase right behind token `last`: for "lead to X", "lie in X". NONE where there is none. */
uint32_t cue_behind(const tree *t, uint32_t last);
/* "This", "that" or "these" alone. */
bool cue_is_demonstrative(const analysis *a, const tree *t, uint32_t word);
#endif
