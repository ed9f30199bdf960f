/* examples: the example sentences of the lexicon, and their check (hence_lexicon_check in hence.h). */
#ifndef HENCE_MARKER_EXAMPLES_H
#define HENCE_MARKER_EXAMPLES_H
#include "marker/marker.h"

/* An example without its marks. */
typedef struct {
    str text;
    span brackets[MARKER_SPANS + 1]; /* bytes of the text */
    unsigned count;
} example;

/* Takes brackets and braces out of an example. 0, or -1: HENCE_ENOMEM. */
int example_read(arena *mem, str marked, example *out, hence_error *err);
#endif
