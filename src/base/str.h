/* str: a borrowed run of UTF-8, passed by value.
 *
 * A str never owns its bytes and is not NUL-ended; whoever made the bytes keeps them alive. An empty str may have a NULL
 * `data`. Comparison is by bytes, so that order never depends on a locale. */
#ifndef HENCE_BASE_STR_H
#define HENCE_BASE_STR_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const char *data;
    size_t len; /* bytes */
} str;

/* A str of a string literal, usable in constants. */
#define STR(literal)                                                                                                   \
    { "" literal, sizeof(literal) - 1 }
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).len, (s).data ? (s).data : ""

str str_of(const char *nul_ended); /* NULL gives an empty str */
bool str_equal(str a, str b);
int str_compare(str a, str b); /* <0, 0, >0 by bytes */
bool str_starts(str s, str prefix);
bool str_ends(str s, str suffix);
str str_slice(str s, size_t start, size_t end); /* bytes; bounds are clipped to the str */
str str_trim(str s);                            /* without ASCII white space at both ends */
uint32_t str_hash(str s);                       /* FNV-1a; the same on every machine */

/* Cuts `s` at the first `sep`: `head` and `tail` get what stands before and after. Without a `sep`, gives false, head is all of `s`
 * and tail empty. */
bool str_cut(str s, char sep, str *head, str *tail);
#endif
