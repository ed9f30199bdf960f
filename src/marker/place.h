/* place: where a form stands in its sentence, and how features of that place are made; for the files of this folder that make features. */
#ifndef HENCE_MARKER_PLACE_H
#define HENCE_MARKER_PLACE_H
#include "marker/candidate.h"
#include "syntax/tags.h"

/* Words count from the first of the sentence. */
typedef struct {
    const text *text;
    uint32_t sentence;
    const token *tokens;       /* of the sentence */
    const lexicon_word *words; /* likewise */
    uint32_t first;            /* of the sentence */
    int count;
    int begin, end; /* first word of the form, and past the last of its first run */
    int last;       /* past its last word */
    str form, frame, longer;
    bool one_word;
    feature_list *out; /* where its features go */
} place;

place place_of(const text *t, uint32_t sentence, const candidate *c, feature_list *out);

/* A feature is joined to the form, to its frame (for the forms that training has not seen), or both. */
enum { JOINED = 1, GENERAL = 2, BOTH = 3 };
void place_add(place *p, int how, const char *name, str value);
void place_add3(place *p, int how, const char *name, str a, str b, str c);
/* The hash of a feature for one value more. */
uint32_t place_hash(uint32_t feature, str value);

/* What stands at a word, which may lie before or behind the sentence: its form, its Penn tag (punctuation by its sign, so that commas and full stops differ). */
str place_form(const place *p, int i);
str place_tag(const place *p, int i);
bool place_is_punct(const place *p, int i);
/* A number as one of few names. */
str place_distance(int n);

static inline bool word_is_verb(const token *w) {
    return w->upos == UPOS_VERB || w->upos == UPOS_AUX;
}

static inline bool word_is_content(const token *w) {
    return w->upos == UPOS_NOUN || w->upos == UPOS_VERB || w->upos == UPOS_ADJ || w->upos == UPOS_PROPN;
}
#endif
