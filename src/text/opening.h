/* opening: the words that open a paragraph -> the part that they name (headings.tsv). */
#ifndef HENCE_TEXT_OPENING_H
#define HENCE_TEXT_OPENING_H
#include "text/shape.h"

typedef enum {
    OPENING_NONE,
    /* the form fills the paragraph, apart from a number before it and a sign after it */
    OPENING_REFERENCES,
    OPENING_NOTES,
    OPENING_APPENDIX,
    OPENING_CONTENTS,
    OPENING_SECTION,
    OPENING_VALEDICTION,
    /* the form begins it */
    OPENING_SALUTATION,
    OPENING_RUBRIC,
    OPENING_DISCLAIMER,
    OPENING_BYLINE,
    OPENING_CAPTION
} opening;

opening opening_of(const view *v, const shape *f);
/* Whether a sentence of a short paragraph, but the first, disclaims ("... teaches law. The opinions expressed here are her own."). */
bool opening_disclaims(const view *v, const shape *f);
/* Whether the words from `token` on have capitals, all but a few, and no full stop ends them: as names and titles have. */
bool opening_has_capitals(const shape *f, uint32_t token);
#endif
