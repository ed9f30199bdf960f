/* perceptron: an averaged multi-class perceptron over hashed features, and its table of 8-bit weights. All sums are of integers: the same on every machine. */
#ifndef HENCE_TOOLS_TRAIN_SYNTAX_PERCEPTRON_H
#define HENCE_TOOLS_TRAIN_SYNTAX_PERCEPTRON_H
#include "base/buf.h"
#include "syntax/model.h"

typedef struct perceptron perceptron;
perceptron *perceptron_new(void); /* exits when memory ends */
void perceptron_free(perceptron *p);

void perceptron_score(const perceptron *p, const uint32_t *features, size_t count, int32_t scores[MODEL_CLASSES]);
/* One example has been seen: the clock of the average. */
void perceptron_tick(perceptron *p);
/* Moves the weights towards `truth` and away from `guess`. */
void perceptron_update(perceptron *p, const uint32_t *features, size_t count, unsigned truth, unsigned guess);
/* Keeps the `count` features that were updated most often, and no others from now on; the average begins anew. */
void perceptron_keep(perceptron *p, size_t count);
/* Takes the weights back to what they were at perceptron_keep (0 without it). The average goes on, over this run and those before it: so a number of runs, each
 * with its own order of examples, make one model that is better than each. */
void perceptron_restart(perceptron *p);
/* Sets a weight by hand (linear models that another method trained); 1/65536ths. */
void perceptron_set(perceptron *p, uint32_t key, unsigned class, double weight);

typedef struct {
    bool dense;           /* four weights a slot; else pairs */
    bool single;          /* one weight a slot, as set by perceptron_set, not averaged nor cut to 8 bits */
    unsigned min_updates; /* features updated more seldom are left out */
    double min_weight; /* weights smaller than this share of the largest are left out; of a single table: than this */
    double clip;       /* the share of weights that may exceed the largest 8-bit one */
} table_options;

/* Appends the averaged weights as a table (model_read_table). */
void perceptron_write(const perceptron *p, table_options options, const char *name, buf *out);

/* Appends a section, padded to 8 bytes. */
void section_add(buf *out, const void *data, size_t len);
/* Puts a header before the sections and gives the whole file in fresh memory at a multiple of 16 bytes; `sections` is freed. */
str model_file(model_kind kind, buf *sections);
#endif
