#include <config.h>

#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(buf *b, size_t more) {
    if (b->failed || more > SIZE_MAX / 2 - b->len)
        return !(b->failed = true);
    size_t need = b->len + more + 1, room = b->room ? b->room : 64;
    if (need <= b->room)
        return true;
    while (room < need)
        room *= 2;
    char *fresh = realloc(b->data, room);
    if (!fresh)
        return !(b->failed = true);
    b->data = fresh;
    b->room = room;
    return true;
}

void buf_add(buf *b, str s) {
    if (!reserve(b, s.len))
        return;
    if (s.len)
        memcpy(b->data + b->len, s.data, s.len);
    b->len += s.len;
    b->data[b->len] = '\0';
}

void buf_text(buf *b, const char *nul_ended) {
    buf_add(b, str_of(nul_ended));
}

void buf_char(buf *b, char c) {
    buf_add(b, (str){&c, 1});
}

void buf_print(buf *b, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    if (n < 0)
        b->failed = true;
    else if (reserve(b, (size_t)n)) {
        vsnprintf(b->data + b->len, (size_t)n + 1, format, again);
        b->len += (size_t)n;
    }
    va_end(again);
    va_end(args);
}

void buf_clear(buf *b) {
    b->len = 0;
    if (b->data)
        b->data[0] = '\0';
}

void buf_free(buf *b) {
    free(b->data);
    *b = (buf){0};
}

str buf_str(const buf *b) {
    return (str){b->data, b->len};
}
