/* marker: tokens + lexicon -> the markers of a text: connectives in discourse use, and open-class cues.
 *
 * Candidates come from the one matcher of the lexicon; nested and overlapping ones are resolved (the longer, then the surer), and a classifier tells
 * discourse use from other use. Markers come in the order of their first token. */
#ifndef HENCE_MARKER_MARKER_H
#define HENCE_MARKER_MARKER_H
#include "base/list.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

enum { MARKER_SPANS = 4 };

typedef struct {
    const lexicon_entry *entry; /* the row whose sense was chosen */
    marker_class class;         /* what it is reported as (lexicon_entry's `reported`) */
    uint32_t sentence;
    uint32_t
        tokens[LEXICON_FORM_WORDS]; /* matched tokens, ascending indices into text.tokens; fillers are not among them, words beside the form are */
    uint8_t token_count;
    span spans[MARKER_SPANS]; /* where it stands, in the order of the text; fillers inside a span belong to it */
    uint8_t span_count;
    float confidence; /* 0..1 that it is a marker here */
} marker;

typedef struct {
    marker *items;
    size_t count, room;
} marker_list;

/* Finds the markers of every sentence in paragraphs that argue (text.h). Parts of speech help where syntax has filled them in. Linear in the text but for
 * bounded work a token. 0, or -1: HENCE_ENOMEM, HENCE_EMODEL. */
int marker_find(arena *mem, const text *t, const hence_lexicon *lexicon, marker_list *out, hence_error *err);
#endif
