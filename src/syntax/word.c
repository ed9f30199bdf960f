#include <config.h>

#include "syntax/word.h"

#include <string.h>

static unsigned char plain(char c) {
    return c >= '0' && c <= '9' ? '0' : (unsigned char)c;
}

static uint32_t hash(const char *data, size_t len) {
    uint32_t h = 2166136261u ^ (uint32_t)len;
    for (size_t i = 0; i < len; i++)
        h = (h ^ plain(data[i])) * 16777619u;
    h ^= h >> 15;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    return h ? h : 1;
}

/* One form for marks that differ in typography alone. */
static str ordinary(str s) {
    static const struct {
        str from, to;
    } marks[] = {
        {STR("\xe2\x80\x9c"), STR("\"")},
        {STR("\xe2\x80\x9d"), STR("\"")},
        {STR("``"), STR("\"")},
        {STR("''"), STR("\"")},
        {STR("\xe2\x80\xa6"), STR("...")},
        {STR("\xe2\x80\x98"), STR("'")},
        {STR("--"), STR("-")},
    };
    if (s.len <= 3)
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
            if (str_equal(s, marks[i].from))
                return marks[i].to;
    return s;
}

static char kind(char c) {
    unsigned char u = (unsigned char)c;
    return u >= 'a' && u <= 'z' ? 'x' : u >= 'A' && u <= 'Z' ? 'X' : u >= '0' && u <= '9' ? '0' : u >= 0x80 ? 'u' : c;
}

static uint32_t shape(str form) {
    char runs[12];
    size_t n = 0;
    for (size_t i = 0; i < form.len && n < sizeof runs; i++) {
        char c = kind(form.data[i]);
        if (!n || runs[n - 1] != c)
            runs[n++] = c;
    }
    return hash(runs, n);
}

static word_case letters(str form) {
    size_t capitals = 0, small = 0;
    bool first = form.len && kind(form.data[0]) == 'X';
    for (size_t i = 0; i < form.len; i++) {
        char c = kind(form.data[i]);
        capitals += c == 'X';
        small += c == 'x' || c == 'u';
    }
    if (!capitals)
        return small ? CASE_LOWER : CASE_NONE;
    if (first && capitals == 1)
        return CASE_FIRST;
    return small ? CASE_MIXED : CASE_UPPER;
}

syntax_word word_read(str form, str folded) {
    form = ordinary(form);
    folded = ordinary(folded);
    syntax_word w = {0};
    w.form = hash(form.data, form.len);
    w.fold = hash(folded.data, folded.len);
    for (size_t n = 1; n <= WORD_AFFIX && n < folded.len; n++) {
        w.start[n - 1] = hash(folded.data, n);
        w.end[n - 1] = hash(folded.data + folded.len - n, n);
    }
    w.shape = shape(form);
    w.letters = (uint8_t)letters(form);
    w.comma = folded.len == 1 && *folded.data == ',';
    return w;
}
