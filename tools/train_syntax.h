/* train_syntax: the trainers of the models of src/syntax. Each gives a whole model file in fresh memory, the same bytes on every run. */
#ifndef HENCE_TOOLS_TRAIN_SYNTAX_H
#define HENCE_TOOLS_TRAIN_SYNTAX_H
#include "syntax/parser.h"
#include "syntax/tagger.h"
#include "syntax/units.h"
#include "train_syntax_corpus.h"
#include "train_syntax_perceptron.h"

/* `tags` gives the inventory of tags, `plain` counts words for the lexicon, `all` trains the weights; `clip` as in table_options: the largest
 * weights matter (after "to" comes a verb), so that a final model clips hardly any. */
str train_tagger(const dictionary *d, const corpus *tags, const corpus *plain, const corpus *all, unsigned passes,
                 double clip, const char *name);

/* The words of each sentence of `all`, one after the other, tagged by a tagger that was trained on the other four fifths of `plain` (jack-knifing), so that what trains
 * on them meets the errors that the tagger makes; known words are those of `final`. In fresh memory. */
syntax_word *train_tagged(arena *mem, const dictionary *d, const tagger *final, const corpus *plain, const corpus *all,
                          unsigned passes);

/* `words` are those of train_tagged. The model is the average of that many runs. */
str train_parser(const corpus *all, const syntax_word *words, unsigned runs, const char *name);

/* Trains on the sentences whose origin is below `annotated`, with the trees of parsers that have not seen them. */
str train_units(arena *mem, const corpus *all, const syntax_word *words, uint32_t annotated);

/* 0, 1, 2, ... for train_shuffle; the caller frees it. */
uint32_t *train_order(size_t count);
void train_shuffle(uint32_t *order, size_t count, uint64_t *seed);
#endif
