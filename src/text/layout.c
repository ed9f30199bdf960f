#include <config.h>

#include "text/layout.h"

#include "base/utf8.h"
#include "text/page.h"

enum {
    WRAP_SHARE = 4, /* wrapped: at least 1 line end in so many goes on in lower case */
    DOUBLE_PAIRS =
        6, /* so many line ends over one blank line tell double spacing by the same share; fewer by most of them */
    LEAST_MIDWAY = 30, /* a line shorter than this, in code points, is joined only in wrapped text */
    BYLINE_LINES = 12, /* a byline in small letters stands no deeper */
    BYLINE_LENGTH = 60,
    PAGE_GAP = 8, /* blank lines at a page's foot and head */
    HEADING_SHARE =
        3 /* a line that stands alone on a new page and fills up less than two in so many of the width is a heading */
};

/* ---- lines that are no text */

static int skip(arena *mem, layout *l, span s) {
    span *got = LIST_PUSH(mem, &l->skips);
    if (!got)
        return -1;
    *got = s;
    return 0;
}

/* Takes rules, marks of quotation and what belongs to the page out of the text. The line after a page's end begins a page, below all blank lines of the seam. */
static int strip(arena *mem, layout *l) {
    line next = {0};
    size_t kept = 0;
    for (size_t i = 0; i < l->lines.count; i++) {
        line got = l->lines.items[i];
        uint32_t gap = (uint32_t)next.gap + got.gap + got.rule;
        next.gap = (uint16_t)(gap < 1000 ? gap : 1000);
        next.page |= got.feed || got.furniture;
        next.ruled |= got.rule;
        if (got.furniture || got.rule) {
            if (skip(mem, l, got.span) != 0)
                return -1;
            continue;
        }
        if (got.quote && skip(mem, l, (span){got.span.start - got.quote, got.span.start}) != 0)
            return -1;
        got.gap = next.gap;
        got.page = next.page;
        got.ruled = next.ruled;
        l->lines.items[kept++] = got;
        next = (line){0};
    }
    l->lines.count = kept;
    return 0;
}

/* ---- bylines */

/* Whether the line is "by Ann Lee": a form of the lexicon and words in capitals. In small letters it looks like the rest of a title. */
static bool names_author(arena *mem, str s, const hence_lexicon *lexicon) {
    enum { WORDS = 8 };
    lexicon_word words[WORDS];
    bool capital[WORDS];
    uint32_t count = 0;
    for (size_t at = 0; at < s.len; count++) {
        size_t start = at, look = at;
        if (count == WORDS)
            return false;
        capital[count] = utf8_is_upper(utf8_next(s, &look));
        while (at < s.len && s.data[at] != ' ')
            at++;
        str form = utf8_fold(mem, str_slice(s, start, at));
        words[count] = (lexicon_word){form, form};
        while (at < s.len && s.data[at] == ' ')
            at++;
    }
    lexicon_match m;
    if (lexicon_match_at(lexicon, LEXICON_HEADINGS, words, count, 0, &m, 1) == 0 || m.word_count == count ||
        !lexicon_says(m.entry, "kind", "byline"))
        return false;
    for (uint32_t k = m.word_count; k < count; k++)
        if (!capital[k])
            return false;
    return true;
}

static void mark_bylines(arena *mem, str text, const hence_lexicon *lexicon, layout *l) {
    for (size_t i = 1; i < l->lines.count && i < BYLINE_LINES; i++) {
        line *b = &l->lines.items[i];
        if (b->lower && !b->closed && b->length <= BYLINE_LENGTH)
            b->byline = names_author(mem, str_slice(text, b->span.start, b->span.end), lexicon);
        b->lower &= !b->byline;
    }
}

/* ---- the layout of the whole */

/* The sentence goes on over the line end. */
static bool midway(const line *a, const line *b) {
    return !a->closed && b->lower && !b->item;
}

static uint32_t right_edge(const line *a) {
    return a->indent + a->length;
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
        bool full = a->length >= LEAST_MIDWAY && a->length + 1 + b->opening > b->length;
        mid[b->gap] += midway(a, b) && (b->gap == 0 || full);
    }
    bool many = pairs[1] >= DOUBLE_PAIRS;
    if (pairs[1] > pairs[0] && (many ? mid[1] * WRAP_SHARE >= pairs[1] : mid[1] * 2 > pairs[1])) {
        for (size_t i = 0; i < l->lines.count; i++) /* double-spaced: each blank line is a line end */
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
            lengths[right_edge(a) < LENGTHS ? right_edge(a) : LENGTHS - 1]++;
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
    bool long_midway = midway(a, b) && a->length >= LEAST_MIDWAY;
    bool over =
        b->page && (long_midway ||
                    (l->wrapped && (midway(a, b) || !opens_page(l, b)))); /* a page end is no more than a line end */
    uint32_t filled = right_edge(a) + 1 + b->opening;
    bool full = l->wrapped && a->indent == b->indent && filled > l->width;
    if (a->byline || b->byline)
        return true;
    if (a->quote || b->quote)
        return !a->quote || !b->quote || b->gap || b->item;
    if (b->item && !b->gap && full &&
        (!a->closed || b->mark)) /* "... see Tab / 3. And what ...": it belongs to the line before */
        return false;
    if (((b->gap || b->page) && !over) || b->item)
        return true;
    if ((midway(a, b) && l->wrapped) || long_midway || (a->comma && a->length >= LEAST_MIDWAY))
        return false;
    if (!l->wrapped)
        return true;
    if (b->indent > a->indent + 1 && (opens ? a->closed || !a->item : true))
        return !(opens && !a->closed && filled + l->width / 6 > l->width);
    if (b->indent + 1 < a->indent && !opens)
        return true;
    if (a->closed)
        return filled + l->width / 12 <= l->width && b->capital;
    return filled + l->width / 4 <= l->width && (b->capital || !b->lower);
}

/* The number that opens a line before a blank, 0 for none. */
static uint32_t number_of(str text, const line *l) {
    enum { MOST = 1000 };
    uint32_t n = 0, at = l->span.start;
    for (; at < l->span.end && text.data[at] >= '0' && text.data[at] <= '9' && n < MOST; at++)
        n = n * 10 + (uint32_t)(text.data[at] - '0');
    return at < l->span.end && text.data[at] == ' ' ? n : 0;
}

/* Whether `b` is the next of the notes that `first` begins: below a rule, which then stands before it too, or right after a note that is closed. */
static bool is_next_note(str text, const line *first, line *b) {
    uint32_t n = b->page || !(first->ruled || b[-1].closed) ? 0 : number_of(text, first);
    bool next = n && number_of(text, b) == n + 1;
    b->ruled |= next && first->ruled;
    return next;
}

int layout_read(arena *mem, str text, const hence_lexicon *lexicon, layout *out) {
    *out = (layout){0};
    if (lines_read(mem, text, &out->lines) != 0 ||
        page_mark(mem, text, lexicon, out->lines.items, out->lines.count) != 0 || strip(mem, out) != 0)
        return -1;
    mark_bylines(mem, text, lexicon, out);
    judge(out);
    block *now = NULL;
    size_t skip = 0;
    for (size_t i = 0; i < out->lines.count; i++) {
        line *b = &out->lines.items[i];
        if (now && !is_next_note(text, &out->lines.items[now->first_line], b) &&
            !breaks(out, b - 1, b, now->line_count == 1)) {
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
