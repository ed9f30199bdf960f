/* train_markers: texts with the connectives that people marked in them, as the library reads them. */
#ifndef HENCE_TOOLS_TRAIN_MARKERS_CORPUS_H
#define HENCE_TOOLS_TRAIN_MARKERS_CORPUS_H
#include "base/list.h"
#include "marker/candidate.h"
#include "read/document.h"

enum { GOLD_SPANS = 6, GOLD_SENSES = 2, SENSE_ROOM = 80 };

typedef struct {
    span spans[GOLD_SPANS]; /* code points */
    unsigned count;
    char senses[GOLD_SENSES][SENSE_ROOM];
    unsigned sense_count;
    bool purpose; /* the "to" of a purpose clause, which the corpus counts as implicit */
} gold_marker;

typedef struct {
    char name[80], genre[32];
    hence_document *document;
    text text;
    LIST(gold_marker) gold;
} essay;

typedef LIST(essay) essay_list;

/* Whether the licence of the text lets a model be trained on it. */
bool essay_may_train(const essay *e);
/* Reads and analyses the text as the program does; the caller frees e->document. */
void essay_read(essay *e, const hence_lexicon *lexicon, const char *bytes);
/* Tags, trees and units by the built-in models, over any that were there. */
void essay_analyse(essay *e);
/* Appends DATA/connectives/PART.jsonl. Ends the program where it cannot. */
void essays_read(arena *mem, const hence_lexicon *lexicon, const char *data, const char *part, essay_list *out);

/* A copy of the essay, read anew, that has lost half of its commas, drawn from `seed`. Its gold lies in `mem`. */
void essay_lose_commas(arena *mem, const essay *from, const hence_lexicon *lexicon, uint64_t *seed, essay *out);

/* Where the corpus would have the form, were it a connective there: a span for each run of its words. */
void gold_place(const essay *e, uint32_t sentence, const lexicon_match *m, gold_marker *out);
/* The marker of the corpus that stands where the form stands; NULL for none. */
const gold_marker *gold_of(const essay *e, uint32_t sentence, const lexicon_match *m);
/* Whether the first `levels` levels of `sense` are those of a sense of the corpus. */
bool gold_sense_is(const gold_marker *g, str sense, int levels);
/* The row of the form with the sense of the corpus; -1 for none. */
int gold_row(const gold_marker *g, const lexicon_match *m);
#endif
