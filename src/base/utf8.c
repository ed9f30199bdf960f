#include <config.h>

#include "base/utf8.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucasemap.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

/* ICU's macros convert freely; here is the only place that has to bear it. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"

static UChar32 next(const uint8_t *data, size_t *at, size_t len) {
    size_t i = *at;
    UChar32 c;
    U8_NEXT(data, i, len, c);
    *at = i;
    return c;
}

static UChar32 prev(const uint8_t *data, size_t *at) {
    int32_t i = (int32_t)*at;
    UChar32 c;
    U8_PREV(data, 0, i, c);
    *at = (size_t)i;
    return c;
}
#pragma GCC diagnostic pop

size_t utf8_check(str s) {
    const uint8_t *data = (const uint8_t *)s.data;
    for (size_t at = 0; at < s.len;) {
        size_t start = at;
        if (data[at] < 0x80)
            at++;
        else if (next(data, &at, s.len) < 0)
            return start;
    }
    return s.len;
}

uint32_t utf8_next(str s, size_t *at) {
    if (*at >= s.len)
        return 0xFFFFFFFFu;
    unsigned char c = (unsigned char)s.data[*at];
    if (c < 0x80) {
        ++*at;
        return c;
    }
    UChar32 wide = next((const uint8_t *)s.data, at, s.len);
    return wide < 0 ? 0xFFFD : (uint32_t)wide;
}

uint32_t utf8_prev(str s, size_t *at) {
    if (*at == 0 || *at > s.len)
        return 0xFFFFFFFFu;
    UChar32 wide = prev((const uint8_t *)s.data, at);
    return wide < 0 ? 0xFFFD : (uint32_t)wide;
}

size_t utf8_count(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++)
        n += ((unsigned char)s.data[i] & 0xC0) != 0x80;
    return n;
}

bool utf8_is_space(uint32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || (c > 0x7F && u_isUWhiteSpace((UChar32)c));
}

bool utf8_is_letter(uint32_t c) {
    return c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : c <= 0x10FFFF && u_isUAlphabetic((UChar32)c);
}

bool utf8_is_digit(uint32_t c) {
    return c < 0x80 ? c >= '0' && c <= '9' : c <= 0x10FFFF && u_isdigit((UChar32)c);
}

bool utf8_is_upper(uint32_t c) {
    return c < 0x80 ? c >= 'A' && c <= 'Z' : c <= 0x10FFFF && (u_isUUppercase((UChar32)c) || u_istitle((UChar32)c));
}

bool utf8_is_lower(uint32_t c) {
    return c < 0x80 ? c >= 'a' && c <= 'z' : c <= 0x10FFFF && u_isULowercase((UChar32)c);
}

bool utf8_is_word(uint32_t c) {
    return utf8_is_letter(c) || utf8_is_digit(c) ||
           (c > 0x7F && c <= 0x10FFFF && (U_MASK(u_charType((UChar32)c)) & U_GC_M_MASK));
}

static bool is_ascii(str s) {
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.data[i] >= 0x80)
            return false;
    return true;
}

/* Apostrophes and dashes come in several forms; lexicons know one of each. */
static size_t plain_signs(char *data, size_t len) {
    size_t to = 0;
    for (size_t at = 0; at < len;) {
        size_t start = at;
        uint32_t c = utf8_next((str){data, len}, &at);
        if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0xFF07)
            data[to++] = '\'';
        else if (c >= 0x2010 && c <= 0x2015)
            data[to++] = '-';
        else {
            memmove(data + to, data + start, at - start);
            to += at - start;
        }
    }
    return to;
}

str utf8_fold(arena *mem, str s) {
    if (is_ascii(s)) {
        char *p = arena_new(mem, char, s.len + 1);
        if (!p)
            return (str){NULL, 0};
        for (size_t i = 0; i < s.len; i++)
            p[i] = (char)(s.data[i] >= 'A' && s.data[i] <= 'Z' ? s.data[i] + 32 : s.data[i]);
        return (str){p, s.len};
    }
    UErrorCode status = U_ZERO_ERROR;
    UCaseMap *map = ucasemap_open("", U_FOLD_CASE_DEFAULT, &status);
    if (U_FAILURE(status))
        return (str){NULL, 0};
    str out = {NULL, 0};
    int32_t room = (int32_t)(s.len * 3 + 1); /* full folding at most triples */
    char *p = arena_new(mem, char, (size_t)room);
    if (p) {
        int32_t n = ucasemap_utf8FoldCase(map, p, room, s.data, (int32_t)s.len, &status);
        if (!U_FAILURE(status))
            out = (str){p, plain_signs(p, (size_t)n)};
    }
    ucasemap_close(map);
    return out;
}
