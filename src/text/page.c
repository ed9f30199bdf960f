#include <config.h>

#include "text/page.h"

#include "base/utf8.h"

enum {
    NUMBER_LENGTH = 24, /* code points of a page number, at most */
    FIGURES = 8,        /* in it */
    HEAD_LENGTH = 90,   /* of a running head */
    FULL_LENGTH = 30,   /* a shorter line before a head may end without a stop */
    HALF_LENGTH = 50,   /* ... before one that is seen once */
    FIRST_LINES = 12,   /* of the text, with its author's name */
    NAME_BYTES = 60,
    LONG_WORD = 4 /* bytes; shorter ones are small in titles */
};

/* ---- page numbers */

static bool is_rule(uint32_t c) {
    return c == '-' || c == '[' || c == ']' || c == '(' || c == ')' || c == '|' || c == '/' || c == '~' || c == 0xB7 ||
           c == 0x2013 || c == 0x2014 || c == 0x2022;
}

static bool is_page_word(arena *mem, const hence_lexicon *lexicon, str word) {
    str form = utf8_fold(mem, word);
    return form.data && lexicon_is(lexicon, LEXICON_HEADINGS, (lexicon_word){form, form}, "page");
}

static bool is_small_roman(str word) {
    for (size_t i = 0; i < word.len; i++)
        if (word.data[i] != 'i' && word.data[i] != 'v' && word.data[i] != 'x')
            return false;
    return word.len > 0 && word.len < 6;
}

/* 12, - 12 -, Page 3 of 9, p. 12, [12], xii. */
static bool is_number(arena *mem, const hence_lexicon *lexicon, str s) {
    size_t figures = 0, romans = 0, words = 0, longest = 0;
    for (size_t at = 0; at < s.len;) {
        size_t start = at, run = 0;
        uint32_t c = utf8_next(s, &at);
        if (c >= '0' && c <= '9') {
            for (run = 1; at < s.len && s.data[at] >= '0' && s.data[at] <= '9'; at++)
                run++;
            figures += run;
            longest = run > longest ? run : longest;
        } else if (utf8_is_letter(c)) {
            for (size_t next = at; at < s.len && utf8_is_letter(utf8_next(s, &next));)
                at = next;
            str word = str_slice(s, start, at);
            if (is_page_word(mem, lexicon, word))
                words++;
            else if (is_small_roman(word))
                romans++;
            else
                return false;
        } else if (!utf8_is_space(c) && !is_rule(c) && !(c == '.' && words && !figures))
            return false;
    }
    return romans ? romans == 1 && !figures : figures && figures <= FIGURES && (words || longest <= 4);
}

/* ---- running heads */

typedef struct {
    uint32_t key, count;
    bool cuts; /* it has cut a sentence in two */
} head;

typedef struct {
    arena *mem;
    str text;
    line *lines;
    size_t count;
    head *heads; /* an open-addressing table */
    size_t room; /* a power of two */
} view;

/* The line without its figures and its white space, case folded where it is ASCII. Never 0. */
static uint32_t key_of(str s) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if ((c >= '0' && c <= '9') || c <= ' ')
            continue;
        h = (h ^ (c >= 'A' && c <= 'Z' ? c + 32u : c)) * 16777619u;
    }
    return h ? h : 1;
}

static head *head_of(const view *v, const line *l) {
    uint32_t key = key_of(str_slice(v->text, l->span.start, l->span.end));
    size_t at = key * 0x9E3779B1u & (v->room - 1);
    while (v->heads[at].count && v->heads[at].key != key)
        at = (at + 1) & (v->room - 1);
    v->heads[at].key = key;
    return &v->heads[at];
}

static bool may_be_head(const line *l) {
    return !l->furniture && l->length <= HEAD_LENGTH && !l->lower;
}

static bool at_top(const view *v, size_t i) {
    return i == 0 || v->lines[i].feed || v->lines[i - 1].furniture;
}

static bool at_foot(const view *v, size_t i) {
    return i + 1 == v->count || v->lines[i + 1].feed || v->lines[i + 1].furniture;
}

static bool stands_alone(const view *v, size_t i) {
    return (v->lines[i].gap || at_top(v, i)) && (at_foot(v, i) || v->lines[i + 1].gap);
}

/* Whether line `i`, which is shorter, stands between two lines of one sentence. */
static bool cuts(const view *v, size_t i) {
    size_t before = i, after = i + 1;
    while (before > 0 && v->lines[before - 1].furniture)
        before--;
    while (after < v->count && v->lines[after].furniture)
        after++;
    if (before == 0 || after == v->count)
        return false;
    const line *a = &v->lines[before - 1], *b = &v->lines[after];
    return !a->closed && a->length >= FULL_LENGTH && v->lines[i].length * 3 < a->length * 2 && b->lower && !b->item;
}

/* ... though no blank line tells, and though more would have fitted on it. */
static bool cuts_short(const view *v, size_t i) {
    return i > 0 && i + 1 < v->count && cuts(v, i) &&
           v->lines[i].length + 1 + v->lines[i + 1].opening <= v->lines[i - 1].length;
}

/* "Okafor 3", "12 The Harbour Town": words in capitals, and a figure at one end. */
static bool names_page(const view *v, const line *l) {
    str s = str_slice(v->text, l->span.start, l->span.end), word;
    size_t words = 0, figures = 0;
    bool first = false, last = false;
    while (s.len) {
        str_cut(s, ' ', &word, &s);
        if (!word.len)
            continue;
        size_t at = 0, digits = 0;
        uint32_t c = utf8_next(word, &at);
        while (digits < word.len && word.data[digits] >= '0' && word.data[digits] <= '9')
            digits++;
        last = digits == word.len;
        if (!last && !utf8_is_upper(c))
            return false;
        first |= last && words == 0;
        words++;
        figures += last;
    }
    return words > 1 && figures == 1 && (first || last);
}

static bool has_figure(const view *v, const line *l) {
    for (uint32_t at = l->span.start; at < l->span.end; at++)
        if (v->text.data[at] >= '0' && v->text.data[at] <= '9')
            return true;
    return false;
}

/* Set as heads are: with a figure, or all longer words in capitals. */
static bool is_set_apart(const view *v, const line *l) {
    str s = str_slice(v->text, l->span.start, l->span.end), word;
    if (has_figure(v, l))
        return !l->closed;
    while (s.len) {
        size_t at = 0;
        str_cut(s, ' ', &word, &s);
        if (word.len >= LONG_WORD && !utf8_is_upper(utf8_next(word, &at)))
            return false;
    }
    return !l->closed;
}

/* "Okafor 3", where one of the first lines is "Ada Okafor". */
static bool follows_byline(const view *v, size_t i) {
    const line *l = &v->lines[i];
    str s = str_slice(v->text, l->span.start, l->span.end);
    while (s.len && ((s.data[s.len - 1] >= '0' && s.data[s.len - 1] <= '9') || s.data[s.len - 1] == ' '))
        s.len--;
    if (!names_page(v, l) || s.len == l->span.end - l->span.start)
        return false;
    for (size_t k = 0; k < i && k < FIRST_LINES; k++) {
        str name = str_slice(v->text, v->lines[k].span.start, v->lines[k].span.end);
        if (str_ends(name, s) && name.len > s.len + 1 && name.len <= NAME_BYTES &&
            name.data[name.len - s.len - 1] == ' ')
            return true;
    }
    return false;
}

/* Whether the lines on both sides are long enough to be halves of a sentence and not titles, names or remarks. */
static bool between_halves(const view *v, size_t i) {
    return v->lines[i - 1].length >= HALF_LENGTH && v->lines[i + 1].length >= FULL_LENGTH;
}

/* Counts how often each line comes that could be a head. */
static int count_heads(view *v) {
    size_t candidates = 0;
    for (size_t i = 0; i < v->count; i++)
        candidates += may_be_head(&v->lines[i]);
    for (v->room = 16; v->room < candidates * 2;)
        v->room *= 2;
    v->heads = arena_new(v->mem, head, v->room);
    if (!v->heads)
        return -1;
    for (size_t i = 0; i < v->count; i++) {
        bool alone = stands_alone(v, i);
        if (!may_be_head(&v->lines[i]) || !(alone || at_top(v, i) || at_foot(v, i)))
            continue;
        head *h = head_of(v, &v->lines[i]);
        h->count++;
        h->cuts |= alone && cuts(v, i);
    }
    return 0;
}

/* Two cells apart by three blanks ("Roads and Tolls      June 2020"), or a figure at one end apart by a bar ("Roads | 12"). */
static bool has_cells(const view *v, const line *l) {
    str s = str_slice(v->text, l->span.start, l->span.end), rest;
    size_t head = 0, tail = s.len, blanks = 0;
    for (size_t i = 0; i < s.len; i++) {
        blanks = s.data[i] == ' ' ? blanks + 1 : 0;
        if (blanks == 3)
            return true;
    }
    while (head < s.len && s.data[head] >= '0' && s.data[head] <= '9')
        head++;
    while (tail > 0 && s.data[tail - 1] >= '0' && s.data[tail - 1] <= '9')
        tail--;
    rest = str_slice(s, head, tail);
    return (head && str_starts(rest, str_of(" | "))) || (tail < s.len && str_ends(rest, str_of("| ")));
}

static bool is_head(const view *v, size_t i, bool edge) {
    const line *l = &v->lines[i];
    if (may_be_head(l) && names_page(v, l) && cuts_short(v, i))
        return true;
    if (!may_be_head(l) || !(edge || stands_alone(v, i)))
        return false;
    const head *h = head_of(v, l);
    if (i == 0 && !has_figure(v, l)) /* what opens the text is its title, not yet a running head */
        return false;
    if (cuts(v, i) && (edge || (is_set_apart(v, l) && between_halves(v, i))))
        return true; /* seen once, but what else stands in the middle of a sentence? */
    if (follows_byline(v, i) && stands_alone(v, i))
        return true;
    return (h->count > 1 && (edge || h->cuts)) || (edge && i > 0 && stands_alone(v, i) && has_cells(v, l));
}

int page_mark(arena *mem, str text, const hence_lexicon *lexicon, line *lines, size_t count) {
    view v = {mem, text, lines, count, NULL, 0};
    for (size_t i = 0; i < count; i++) {
        line *l = &lines[i];
        bool apart = l->gap || l->feed || i == 0 || i + 1 == count || l[1].feed || l[-1].furniture || cuts_short(&v, i);
        l->furniture =
            apart && l->length <= NUMBER_LENGTH && is_number(mem, lexicon, str_slice(text, l->span.start, l->span.end));
    }
    if (count_heads(&v) != 0)
        return -1;
    for (size_t i = 0; i < count; i++)
        lines[i].furniture |= is_head(&v, i, i == 0 || lines[i].feed || lines[i - 1].furniture);
    for (size_t i = count; i-- > 0;)
        lines[i].furniture |= is_head(&v, i, i + 1 < count && (lines[i + 1].feed || lines[i + 1].furniture));
    return 0;
}
