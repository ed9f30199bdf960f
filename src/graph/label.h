/* label: what a reader sees in a claim's box.
 *
 * Two to six words: a noun phrase, or a noun with a participle; no determiner, hedge or dangling preposition; the author's spelling, capitals only for
 * names. The fullest mention that keeps to these rules wins. The rubric is tests/data/LABELS.md. */
#ifndef HENCE_GRAPH_LABEL_H
#define HENCE_GRAPH_LABEL_H
#include "clause/argument.h"

enum { LABEL_WORDS = 6, LABEL_LONG = 9 };

typedef struct {
    str text;  /* in `mem` */
    int score; /* how good a label it makes: compare labels of one claim */
} label;

/* A label from one core phrase, with the participle of `verb` where it is not NULL ("defences bolstered"), of at most `room` words: LABEL_WORDS, or LABEL_LONG to tell it from another. data is NULL when memory ends. */
label label_of(const analysis *a, arena *mem, const tree *t, phrase core, const token *verb, size_t room);
#endif
