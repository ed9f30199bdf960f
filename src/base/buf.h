/* buf: bytes that grow, owned.
 *
 * A zeroed buf is empty and ready. `data` is NUL-ended whenever it is not NULL. After a failure for lack of memory `failed` is set, the
 * content stays as it was, and every later append does nothing: check once, at the end. */
#ifndef HENCE_BASE_BUF_H
#define HENCE_BASE_BUF_H
#include "base/str.h"

typedef struct {
    char *data;
    size_t len, room; /* bytes */
    bool failed;
} buf;

void buf_add(buf *b, str s);
void buf_text(buf *b, const char *nul_ended);
void buf_char(buf *b, char c);
void buf_print(buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buf_clear(buf *b); /* empty, the memory kept */
void buf_free(buf *b);
/* The content; lives until the buf is changed or freed. */
str buf_str(const buf *b);
#endif
