#include <config.h>

#include "text/layout.h"

#include "base/utf8.h"
#include "text/page.h"

enum {
    TAB = 4,
    WRAP_SHARE = 4,    /* wrapped: at least 1 line end in so many goes on in lower case */
    DOUBLE_PAIRS = 6,  /* so many line ends over one blank line tell double spacing */
    LEAST_MIDWAY = 30, /* a line shorter than this, in code points, is joined only in wrapped text */
    PAGE_GAP = 8,      /* blank lines at a page's foot and head */
    HEADING_SHARE =
        3 /* a line that stands alone on a new page and fills up less than two in so many of the width is a heading */
};

/* ---- lines */

static bool ends_line(uint32_t c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_closer(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == '*' || c == '_' || c == 0x201D ||
           c == 0x2019 || c == 0xBB || (c >= 0xB2 && c <= 0xB9);
}

static bool is_terminal(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
}

bool layout_closed(str s) {
    size_t at = s.len;
    for (unsigned i = 0; i < 8 && at; i++) {
        uint32_t c = utf8_prev(s, &at);
        if (is_terminal(c))
            return true;
        if (!is_closer(c) && !utf8_is_digit(c) && c != '[')
            return false;
    }
    return false;
}

static bool is_bullet(uint32_t c) {
    return c == '-' || c == '*' || c == '+' || c == 0xB7 || c == 0x2022 || c == 0x2023 || c == 0x25E6 || c == 0x25AA ||
           c == 0x25CF || c == 0x25CB || c == 0x25A0 || c == 0x2013 || c == 0x2014 || c == 0x2043 || c == 0x27A2 ||
           c == 0xF0B7;
}

static bool space_at(str s, size_t at) {
    return at < s.len && utf8_is_space(utf8_next(s, &at));
}

size_t layout_enumerator(str s) {
    size_t at = 0, n = 0;
    uint32_t c = utf8_next(s, &at);
    if (is_bullet(c))
        return space_at(s, at) ? at : 0;
    bool open = c == '(' || c == '[';
    at = open ? 1 : 0;
    size_t first = at;
    bool digits = at < s.len && s.data[at] >= '0' && s.data[at] <= '9';
    for (; at < s.len && n < 4; at++, n++) {
        char d = s.data[at];
        if (digits ? !(d >= '0' && d <= '9')
                   : !(n == 0 ? utf8_is_letter((unsigned char)d) && d > 0 : d == 'i' || d == 'v' || d == 'x'))
            break;
    }
    if (at == first || at >= s.len || n > 3)
        return 0;
    if (!digits && n > 1 && s.data[first] != 'i' && s.data[first] != 'v' && s.data[first] != 'x')
        return 0;
    char end = s.data[at];
    bool ok = open ? end == (s.data[0] == '(' ? ')' : ']') : end == ')' || end == '.';
    return ok && space_at(s, at + 1) ? at + 1 : 0;
}

static void look(line *l, str s) {
    size_t at = 0;
    bool letter = false;
    for (uint32_t c; at < s.len && l->opening < UINT16_MAX; l->opening++) { /* the first word */
        c = utf8_next(s, &at);
        if (l->opening == 0)
            l->lower = utf8_is_lower(c);
        if (!letter && (letter = utf8_is_letter(c)))
            l->capital = utf8_is_upper(c);
        if (utf8_is_space(c))
            break;
    }
    l->length = (uint32_t)utf8_count(s);
    l->closed = layout_closed(s);
    l->comma = s.data[s.len - 1] == ',';
    l->item = layout_enumerator(s) > 0;
    l->mark = l->item && s.data[0] == '[';
}

/* The white space before a line: gives its columns. `*end` is the sign that ends the line if there is nothing else on it, else 0. */
static size_t indent_at(str text, size_t *at, uint32_t *end) {
    size_t indent = 0;
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        if (!utf8_is_space(c) && c != 0xFEFF && c != 0x200B)
            break;
        *at = next;
        if (ends_line(c)) {
            *end = c;
            break;
        }
        indent = c == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
    }
    return indent;
}

/* The rest of a line from `*at` on, which moves past its end. Gives where its last sign ends; `*end` is the sign that ends the line. */
static size_t rest_of_line(str text, size_t *at, uint32_t *end) {
    size_t last = *at;
    while (*at < text.len) {
        size_t run = *at, full;
        while (*at < text.len && text.data[*at] >= ' ' && text.data[*at] < 0x7F)
            ++*at;
        for (full = *at; full > run && text.data[full - 1] == ' ';)
            full--;
        last = full > run ? full : last;
        if (*at == text.len)
            break;
        uint32_t c = utf8_next(text, at);
        if (ends_line(c)) {
            *end = c;
            break;
        }
        last = utf8_is_space(c) ? last : *at;
    }
    return last;
}

static int read_lines(arena *mem, str text, layout *out) {
    size_t gap = 0;
    bool feed = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t end = 0;
        size_t indent = indent_at(text, &at, &end), start = at;
        span s = {(uint32_t)start, (uint32_t)(end ? start : rest_of_line(text, &at, &end))};
        if (end == '\r' && at < text.len && text.data[at] == '\n')
            at++;
        if (s.start == s.end) {
            gap += end != '\f';
        } else {
            line *l = LIST_PUSH(mem, &out->lines);
            if (!l)
                return -1;
            *l = (line){.span = s,
                        .indent = (uint16_t)(indent < 1000 ? indent : 1000),
                        .gap = (uint16_t)(gap < 1000 ? gap : 1000),
                        .feed = feed};
            look(l, str_slice(text, s.start, s.end));
            gap = 0;
            feed = false;
        }
        feed |= end == '\f';
    }
    return 0;
}

/* Takes the lines that belong to the page out of the text; the line after them begins a page, below all blank lines of the seam. */
static int strip_pages(arena *mem, layout *l) {
    size_t kept = 0, gap = 0;
    bool page = false;
    for (size_t i = 0; i < l->lines.count; i++) {
        line got = l->lines.items[i];
        page |= got.feed || got.furniture;
        if (got.furniture) {
            span *skip = LIST_PUSH(mem, &l->skips);
            if (!skip)
                return -1;
            *skip = got.span;
            gap += got.gap;
            continue;
        }
        gap += got.gap;
        got.gap = (uint16_t)(gap < 1000 ? gap : 1000);
        got.page = page;
        l->lines.items[kept++] = got;
        gap = 0;
        page = false;
    }
    l->lines.count = kept;
    return 0;
}

/* ---- the layout of the whole */

/* The sentence goes on over the line end. */
static bool midway(const line *a, const line *b) {
    return !a->closed && b->lower && !b->item;
}

/* The value that a share of the counted values (per thousand) does not exceed. */
static uint32_t quantile(const uint32_t *counts, size_t n, uint32_t share) {
    uint64_t total = 0, seen = 0;
    for (size_t i = 0; i < n; i++)
        total += counts[i];
    for (size_t i = 0; i < n; i++) {
        seen += counts[i];
        if (seen * 1000 >= total * share)
            return (uint32_t)i;
    }
    return 0;
}

static void judge(layout *l) {
    enum { LENGTHS = 256, INDENTS = 64 };
    size_t pairs[2] = {0, 0}, mid[2] = {0, 0};
    uint32_t lengths[LENGTHS] = {0}, indents[INDENTS] = {0};
    for (size_t i = 0; i + 1 < l->lines.count; i++) {
        const line *a = &l->lines.items[i], *b = a + 1;
        l->paged |= b->page && midway(a, b);
        if (b->gap > 1 || b->page)
            continue;
        pairs[b->gap]++;
        mid[b->gap] += midway(a, b);
    }
    /* Double-spaced: each blank line is a line end. */
    if (pairs[1] >= DOUBLE_PAIRS && pairs[1] > pairs[0] && mid[1] * WRAP_SHARE >= pairs[1]) {
        for (size_t i = 0; i < l->lines.count; i++)
            if (l->lines.items[i].gap)
                l->lines.items[i].gap--;
        pairs[0] += pairs[1];
        mid[0] += mid[1];
    }
    l->wrapped = mid[0] * WRAP_SHARE >= pairs[0] && mid[0];
    for (size_t i = 0; i < l->lines.count; i++) {
        const line *a = &l->lines.items[i];
        bool inner = i + 1 < l->lines.count && a[1].gap == 0;
        if (inner && midway(a, a + 1))
            lengths[a->length < LENGTHS ? a->length : LENGTHS - 1]++;
        indents[a->indent < INDENTS ? a->indent : INDENTS - 1]++;
    }
    l->width = quantile(lengths, LENGTHS, 950);
    for (uint16_t i = 0; i < INDENTS; i++)
        if (indents[i] > indents[l->indent])
            l->indent = i;
}

/* Whether a new block begins on the page that `b` opens: only a heading, where page ends cut paragraphs and nothing else tells. */
static bool opens_page(const layout *l, const line *b) {
    bool last = b + 1 == l->lines.items + l->lines.count;
    return b->gap > PAGE_GAP || !l->paged ||
           (!b->closed && !b->lower && (last || b[1].gap) && b->length * HEADING_SHARE < l->width * 2);
}

/* Whether a new block begins at `b`; `opens` says that `a` is the first line of its own. */
static bool breaks(const layout *l, const line *a, const line *b, bool opens) {
    bool over =
        b->page && l->wrapped && (midway(a, b) || !opens_page(l, b)); /* a page end is no more than a line end */
    bool filled_up = l->wrapped && a->indent == b->indent && a->length + 1 + b->opening > l->width;
    if (b->item && !b->gap && filled_up &&
        (!a->closed || b->mark)) /* "... see Tab / 3. And what ...": it belongs to the line before */
        return false;
    if (((b->gap || b->page) && !over) || b->item)
        return true;
    if ((midway(a, b) && l->wrapped) || ((a->comma || midway(a, b)) && a->length >= LEAST_MIDWAY))
        return false;
    if (!l->wrapped)
        return true;
    if (b->indent > a->indent + 1 && (opens ? a->closed || !a->item : true))
        return !(opens && a->indent < b->indent && !a->closed && a->length + b->opening + 1 > l->width);
    if (b->indent + 1 < a->indent && !opens)
        return true;
    uint32_t filled = a->length + 1 + b->opening;
    if (a->closed)
        return filled + l->width / 12 <= l->width && b->capital;
    return filled + l->width / 4 <= l->width && (b->capital || !b->lower);
}

int layout_read(arena *mem, str text, const hence_lexicon *lexicon, layout *out) {
    *out = (layout){0};
    if (read_lines(mem, text, out) != 0 || page_mark(mem, text, lexicon, out->lines.items, out->lines.count) != 0 ||
        strip_pages(mem, out) != 0)
        return -1;
    judge(out);
    block *now = NULL;
    size_t skip = 0;
    for (size_t i = 0; i < out->lines.count; i++) {
        const line *b = &out->lines.items[i];
        if (now && !breaks(out, b - 1, b, now->line_count == 1)) {
            now->span.end = b->span.end;
            now->line_count++;
            for (; skip < out->skips.count && out->skips.items[skip].start < b->span.start; skip++)
                if (out->skips.items[skip].start > now->span.start && now->skip_count++ == 0)
                    now->first_skip = (uint32_t)skip;
            continue;
        }
        now = LIST_PUSH(mem, &out->blocks);
        if (!now)
            return -1;
        *now = (block){.span = b->span, .first_line = (uint32_t)i, .line_count = 1};
        while (skip < out->skips.count && out->skips.items[skip].start < b->span.start)
            skip++;
    }
    return 0;
}
