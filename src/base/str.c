#include <config.h>

#include "base/str.h"

#include <string.h>

str str_of(const char *nul_ended) {
    return (str){nul_ended, nul_ended ? strlen(nul_ended) : 0};
}

bool str_equal(str a, str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.data, b.data, a.len) == 0);
}

int str_compare(str a, str b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(str s, str prefix) {
    return s.len >= prefix.len && str_equal(str_slice(s, 0, prefix.len), prefix);
}

bool str_ends(str s, str suffix) {
    return s.len >= suffix.len && str_equal(str_slice(s, s.len - suffix.len, s.len), suffix);
}

str str_slice(str s, size_t start, size_t end) {
    if (end > s.len)
        end = s.len;
    if (start > end)
        start = end;
    return (str){s.data ? s.data + start : NULL, end - start};
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

str str_trim(str s) {
    size_t start = 0, end = s.len;
    while (start < end && is_space(s.data[start]))
        start++;
    while (end > start && is_space(s.data[end - 1]))
        end--;
    return str_slice(s, start, end);
}

uint32_t str_hash(str s) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.data[i]) * 16777619u;
    return h;
}

bool str_cut(str s, char sep, str *head, str *tail) {
    const char *at = s.len ? memchr(s.data, sep, s.len) : NULL;
    size_t n = at ? (size_t)(at - s.data) : s.len;
    *head = str_slice(s, 0, n);
    *tail = at ? str_slice(s, n + 1, s.len) : (str){NULL, 0};
    return at != NULL;
}
