/* document: bytes -> the text of one essay.
 *
 * The text is valid UTF-8 without a byte-order mark; for plain text nothing is normalised: its code points are those of the input. All that is found
 * in the essay lives in the document's arena. */
#ifndef HENCE_READ_DOCUMENT_H
#define HENCE_READ_DOCUMENT_H
#include "base/arena.h"
#include "base/span.h"
#include "base/str.h"
#include "hence/hence.h"

struct hence_document {
    arena mem;
    str text;         /* in the arena */
    str source;       /* what the caller called it; NUL-ended */
    str media_type;   /* text/plain */
    uint32_t *points; /* code points before every 64th byte; text.len / 64 + 1 of them */
    size_t length;    /* code points of the text */
};

/* A place in code points. `s` must begin and end between code points of the text. Constant time. */
hence_span document_points(const hence_document *document, span s);
/* The text at `s`. */
str document_str(const hence_document *document, span s);
#endif
