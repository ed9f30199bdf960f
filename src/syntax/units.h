/* units: parsed words -> where clause units begin, by logistic regression. */
#ifndef HENCE_SYNTAX_UNITS_H
#define HENCE_SYNTAX_UNITS_H
#include "syntax/model.h"
#include "syntax/word.h"

enum { UNITS_FEATURES = 128 };

typedef struct {
    model_table table;
    int32_t bias; /* added to the sum of weights (65536ths): a unit begins where the whole is above 0 */
} units;

/* What the classifier asks of the tree below a word. */
typedef struct {
    uint32_t first, last; /* the outermost words of its subtree */
    uint32_t arcs;        /* how many arcs cross the gap before the word */
    uint8_t traits;       /* which of a subject, a marker, an auxiliary or copula, and an adposition it has */
} units_node;

/* A sentence as the classifier reads it. */
typedef struct {
    const syntax_word *words; /* tagged */
    const uint32_t *heads;    /* UINT32_MAX at the root */
    const uint8_t *relations;
    const units_node *nodes; /* units_read */
    const bool *begins;      /* decided so far, before the word asked about */
    uint32_t count;
} units_sentence;

/* Opens a model in memory, which must outlive the classifier. 0, or -1: HENCE_EMODEL. */
int units_open(str file, units *out, hence_error *err);
/* Reads the tree of a sentence into `nodes`. Linear. */
void units_read(const uint32_t *heads, const uint8_t *relations, uint32_t count, units_node *nodes);
/* Marks the words at which a unit begins, from left to right; the first of a sentence always is one. `begins` is that of the sentence. */
void units_find(const units *m, const units_sentence *s, bool *begins);
/* The features of a word, for the trainer as well. Gives how many. */
size_t units_features(const units_sentence *s, uint32_t at, uint32_t out[UNITS_FEATURES]);
#endif
