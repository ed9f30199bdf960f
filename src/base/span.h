/* span: a place in a document's text, in bytes, end exclusive.
 *
 * Code points exist only at the door (hence_span in hence.h): two types, so that the compiler tells them apart. */
#ifndef HENCE_BASE_SPAN_H
#define HENCE_BASE_SPAN_H
#include <stdbool.h>
#include <stdint.h>

typedef struct {
    uint32_t start, end; /* bytes; start <= end */
} span;

static inline uint32_t span_length(span s) {
    return s.end - s.start;
}
static inline bool span_overlaps(span a, span b) {
    return a.start < b.end && b.start < a.end;
}
static inline bool span_holds(span outer, span inner) {
    return outer.start <= inner.start && inner.end <= outer.end;
}
static inline bool span_equal(span a, span b) {
    return a.start == b.start && a.end == b.end;
}
/* The smallest span that holds both. */
static inline span span_hull(span a, span b) {
    return (span){a.start < b.start ? a.start : b.start, a.end > b.end ? a.end : b.end};
}
#endif
