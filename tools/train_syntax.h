/* train_syntax: the trainers of the models of src/syntax. Each gives a whole model file in fresh memory, the same bytes on every run. */
#ifndef HENCE_TOOLS_TRAIN_SYNTAX_H
#define HENCE_TOOLS_TRAIN_SYNTAX_H
#include "syntax/tagger.h"
#include "train_syntax_corpus.h"
#include "train_syntax_perceptron.h"

/* `plain` counts words for the lexicon and the tags, `all` trains the weights. */
str train_tagger(const corpus *plain, const corpus *all, unsigned passes, bool quiet);

/* 0, 1, 2, ... for train_shuffle; the caller frees it. */
uint32_t *train_order(size_t count);
void train_shuffle(uint32_t *order, size_t count, uint64_t *seed);
#endif
