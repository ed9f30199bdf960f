/* train_markers: what the models learn from: the places of the forms, in texts and in the examples of the lexicon. */
#ifndef HENCE_TOOLS_TRAIN_MARKERS_SET_H
#define HENCE_TOOLS_TRAIN_MARKERS_SET_H
#include "train_markers.h"
#include "train_markers_corpus.h"

/* Whether a model, and no rule, judges the candidate. */
bool set_learns(const candidate *c);
/* Adds the candidates of the essays that may train; no senses where `sense` is NULL. */
void set_add_essays(const hence_lexicon *lexicon, const essay_list *essays, training_set *use, training_set *sense);
/* Adds the examples and counter-examples of connectives.tsv. */
void set_add_examples(const hence_lexicon *lexicon, training_set *use, training_set *sense);
/* Adds the sentences of tools/senses.tsv, each with a connective whose sense they show. */
void set_add_senses(const hence_lexicon *lexicon, const char *path, training_set *sense);
#endif
