#include <config.h>

#include "syntax/word.h"

#include <ctype.h>
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

/* ---- kin: "weakens" is of the kin of "weaken", "weakened", "weakening" */

enum { KIN_SHORTEST = 4, KIN_LONGEST = 24 };

/* The first `len` bytes of `word` with an ending. */
static uint32_t with(str word, size_t len, const char *ending) {
    char text[KIN_LONGEST + 4];
    size_t more = strlen(ending);
    memcpy(text, word.data, len);
    memcpy(text + len, ending, more);
    return hash(text, len + more);
}

static bool doubled(str word, size_t len) {
    return len > 2 && word.data[len - 1] == word.data[len - 2];
}

/* Letters that a base may well end with twice: "fill". */
static bool double_at_will(char c) {
    return c == 's' || c == 'l';
}

/* The bases of "eroded", "weakened", "stopped", "controlled" and "applied", which end at `len`. */
static void find_bases(str word, size_t len, uint32_t base[WORD_BASES]) {
    bool twice = doubled(word, len);
    base[0] = with(word, len, "e");
    base[1] = twice && !double_at_will(word.data[len - 1]) ? with(word, len - 1, "") : with(word, len, "");
    base[2] = twice && double_at_will(word.data[len - 1]) ? with(word, len - 1, "") : 0;
}

static void find_kin(str word, syntax_word *w) {
    size_t n = word.len;
    if (n < KIN_SHORTEST || n > KIN_LONGEST || w->letters == CASE_NONE || w->letters == CASE_UPPER)
        return;
    for (size_t i = 0; i < n; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z')
            return;
    if (str_ends(word, str_of("s")) && !str_ends(word, str_of("ss")) && !str_ends(word, str_of("us"))) {
        bool y = str_ends(word, str_of("ies")), e = word.data[n - 2] == 'e';
        w->ending = ENDING_S;
        w->base[0] = w->kin[0] = y ? with(word, n - 3, "y") : with(word, n - 1, "");
        w->kin[1] = y ? with(word, n - 3, "ied") : with(word, n - 1, e ? "d" : "ed");
        w->kin[2] = y ? with(word, n - 3, "ying") : with(word, n - (e ? 2 : 1), "ing");
        w->base[1] = w->kin[3] = e ? with(word, n - 2, "") : 0;
    } else if (str_ends(word, str_of("ed"))) {
        bool y = str_ends(word, str_of("ied"));
        w->ending = ENDING_ED;
        find_bases(word, n - 2, w->base);
        if (y)
            w->base[0] = with(word, n - 3, "y");
        w->kin[0] = w->base[0];
        w->kin[1] = w->base[1];
        w->kin[2] = with(word, n - 2, "ing");
        w->kin[3] = y ? with(word, n - 3, "ies") : with(word, n - 1, "s");
    } else if (str_ends(word, str_of("ing"))) {
        w->ending = ENDING_ING;
        find_bases(word, n - 3, w->base);
        w->kin[0] = w->base[0];
        w->kin[1] = w->base[1];
        w->kin[2] = with(word, n - 3, "ed");
        w->kin[3] = with(word, n - 3, "es");
    } else if (str_ends(word, str_of("ly"))) {
        w->ending = ENDING_LY;
        w->base[0] = w->kin[0] = with(word, n - 2, "");
    } else {
        bool e = word.data[n - 1] == 'e', y = word.data[n - 1] == 'y';
        w->kin[0] = y ? with(word, n - 1, "ied") : with(word, n, e ? "d" : "ed");
        w->kin[1] = with(word, n - e, "ing");
        w->kin[2] = y ? with(word, n - 1, "ies") : with(word, n, "s");
        w->kin[3] = with(word, n, "ly");
    }
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
    find_kin(folded, &w);
    w.mark = folded.len == 1 && ispunct((unsigned char)*folded.data) ? *folded.data : '\0';
    return w;
}
