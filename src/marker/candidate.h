/* candidate: every place of a sentence where a form of the four marker tables stands, with what speaks for and against a marker there.
 *
 * For src/marker, the trainer of its models (tools/train_markers.c) and those who ask why. */
#ifndef HENCE_MARKER_CANDIDATE_H
#define HENCE_MARKER_CANDIDATE_H
#include "marker/weights.h"
#include "text/text.h"

typedef enum {
    FATE_TAKEN,
    FATE_OTHER_USE,  /* the classifier holds that it is no connective here */
    FATE_OTHER_WORD, /* the part of speech or what stands about it is not that of the cue */
    FATE_OVERLAP     /* a longer or surer marker has its words */
} candidate_fate;

typedef struct {
    lexicon_match match;        /* its words are indices into the sentence */
    const lexicon_entry *entry; /* the row chosen; match.entry before */
    const lexicon_match *longer; /* the longest connective that holds all its words and more, or NULL */
    marker_class class;          /* what it is reported as */
    float p;                     /* 0..1 that it is a marker */
    candidate_fate fate;
} candidate;

typedef struct {
    candidate *items;
    size_t count, room;
} candidate_list;

/* The candidates of a sentence in the order of their first words, those of one word longest first; `p`, `entry` and `fate` are as zeroed. The list is emptied
 * first. 0, or -1: HENCE_ENOMEM. */
int candidate_find(arena *mem, const text *t, const hence_lexicon *lexicon, uint32_t sentence, candidate_list *out,
                   hence_error *err);

/* Whether the words around it tell if the form stands here as `row`, with no model: one word that the corpora do not count as a connective ("to" of a purpose,
 * "fined for"), or a pair of them ("the more ..., the less"). */
static inline bool candidate_is_plain(const lexicon_entry *row) {
    return row->reported != CLASS_CONNECTIVE && (row->word_count == 1 || row->frame == FRAME_PAIR);
}

/* Whether the cue stands here as `row`, a row of its form, wants it: a verb with what it acts on, a noun that is said of something, with its prepositions.
 * True where no tags are known. Bounded work. */
bool candidate_cue_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c,
                        const lexicon_entry *row);

/* Whether a bare "to" opens a purpose here, and is not what a word before it takes. Bounded work. */
bool candidate_purpose_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c);

/* Whether a plain form stands here as `row`. Bounded work. */
bool candidate_plain_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c, const lexicon_entry *row);

/* Whether grammar leaves a connective no other use here, whatever the model makes of it. Bounded by the sentence. */
bool candidate_is_evident(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c);

/* Whether the clauses on both sides of a conjunction say that something changes: "as wages rise, turnover falls". Bounded by the sentence. */
bool candidate_both_change(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c);

/* ---- features: what the models look at, as hashes. Those of one place are the same in training and in use. */

/* The first features of a list tell the form alone, and its frame. */
enum { FEATURE_ROOM = 256, FEATURE_PRIORS = 2 };

typedef struct {
    uint32_t hashes[FEATURE_ROOM];
    unsigned count;
    unsigned sense_count; /* so many of them, the first, tell senses apart too: trees do not help there */
    void (*named)(void *context, uint32_t hash, const char *name, str value); /* told of each where not NULL */
    void *context;
} feature_list;

/* What tells whether the form is a connective here. */
void feature_use(const text *t, uint32_t sentence, const candidate *c, feature_list *out);
/* Makes the features of feature_use in `out` into those that tell the sense: without those that do not help, with those of the two clauses. */
void feature_sides(const text *t, uint32_t sentence, const candidate *c, feature_list *out);
/* The hash of a feature for one sense of the form. */
uint32_t feature_sense(uint32_t feature, const lexicon_entry *row);
#endif
