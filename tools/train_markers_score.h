/* train_markers: precision, recall and F1 of the spans of connectives, and how many have their sense right. */
#ifndef HENCE_TOOLS_TRAIN_MARKERS_SCORE_H
#define HENCE_TOOLS_TRAIN_MARKERS_SCORE_H
#include "marker/judge.h"
#include "train_markers_corpus.h"

/* Prints the figures of all essays and of each genre to stderr, and with `each` every error to stdout. */
void score_essays(const hence_lexicon *lexicon, const marker_models *models, const essay_list *essays, bool each);
#endif
