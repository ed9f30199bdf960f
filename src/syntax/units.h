/* units: parsed words -> where clause units begin, by logistic regression. */
#ifndef HENCE_SYNTAX_UNITS_H
#define HENCE_SYNTAX_UNITS_H
#include "syntax/model.h"
#include "syntax/word.h"

enum { UNITS_FEATURES = 96 };

typedef struct {
    model_table table;
    int32_t bias; /* added to the sum of weights: a unit begins where the whole is above 0 */
} units;

/* A sentence as the classifier reads it. */
typedef struct {
    const syntax_word *words; /* tagged */
    const uint32_t *heads;    /* UINT32_MAX at the root */
    const uint8_t *relations;
    const uint32_t *first; /* units_first */
    uint32_t count;
} units_sentence;

/* Opens a model in memory, which must outlive the classifier. 0, or -1: HENCE_EMODEL. */
int units_open(str file, units *out, hence_error *err);
/* Marks the words at which a unit begins; the first of a sentence always is one. */
void units_find(const units *m, const units_sentence *s, bool *begins);
/* The first word that hangs, directly or not, on each word. Linear for the trees that occur. */
void units_first(const uint32_t *heads, uint32_t count, uint32_t *first);
/* The features of a word, for the trainer as well. Gives how many. */
size_t units_features(const units_sentence *s, uint32_t at, uint32_t out[UNITS_FEATURES]);
#endif
