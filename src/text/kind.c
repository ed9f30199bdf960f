#include <config.h>

#include "text/kind.h"

#include <string.h>

#include "base/utf8.h"
#include "read/document.h"

enum {
    HEADING_WORDS = 14,
    HEADING_LENGTH = 120, /* bytes */
    CAPITALS_WORDS = 24,  /* a heading in capitals may be longer */
    TITLE_WORDS = 40,
    QUESTION_WORDS = 12,
    SECTION_WORDS = 8, /* a heading that ends a list of references */
    BYLINE_WORDS = 20,
    BYLINE_PARAGRAPHS = 6, /* names and dates stand no deeper */
    ROW_WORDS = 40,
    PROSE_WORDS = 12,
    CLAIM_WORDS = 4, /* fewer, though closed, are no prose that a heading could head */
    DISCLAIMER_SENTENCES = 4
};

typedef struct {
    text *t;
    const layout *l;
    const hence_lexicon *lexicon;
} view;

/* What the shape of a paragraph tells. */
typedef struct {
    const paragraph *p;
    const block *b;
    const line *line; /* the first */
    const token *tokens;
    const lexicon_word *words;
    uint32_t count;           /* of tokens */
    uint32_t word_count;      /* tokens with a letter */
    uint32_t capitals, longs; /* words of four letters and more with a capital, and all of them */
    uint32_t shouted;         /* words all in capitals, one letter too */
    uint32_t numbers, commas;
    size_t enumerator; /* bytes of the bullet or number at the start */
    bool closed;
    str text;
} facts;

static facts facts_of(const view *v, size_t i) {
    const paragraph *p = &v->t->paragraphs.items[i];
    facts f = {.p = p, .b = &v->l->blocks.items[i]};
    f.line = &v->l->lines.items[f.b->first_line];
    f.text = document_str(v->t->document, p->span);
    f.enumerator = line_enumerator(f.text);
    f.closed = line_closed(f.text);
    if (!p->sentence_count)
        return f;
    const sentence *first = &v->t->sentences.items[p->first_sentence], *last = first + p->sentence_count - 1;
    f.tokens = v->t->tokens.items + first->first_token;
    f.words = v->t->words + first->first_token;
    f.count = last->first_token + last->token_count - first->first_token;
    for (uint32_t k = 0; k < f.count; k++) {
        const token *w = &f.tokens[k];
        f.numbers += (w->flags & TOKEN_NUMBER) != 0;
        f.commas += (w->flags & TOKEN_PUNCT) && f.words[k].form.data[0] == ',';
        if (!(w->flags & TOKEN_WORD))
            continue;
        f.word_count++;
        bool one = span_length(w->span) < 3 && w->flags & TOKEN_CAPITAL; /* A, I, V. */
        f.shouted += one || w->flags & TOKEN_CAPITALS;
        if (span_length(w->span) > 3) {
            f.longs++;
            f.capitals += (w->flags & TOKEN_CAPITAL) != 0;
        }
    }
    return f;
}

/* ---- shapes */

static char last_sign(str s) {
    return s.len ? s.data[s.len - 1] : '\0';
}

static bool begins_high(const facts *f) {
    size_t at = 0;
    uint32_t c = utf8_next(f->text, &at);
    while (at < f->text.len && !utf8_is_word(c))
        c = utf8_next(f->text, &at);
    return utf8_is_upper(c) || utf8_is_digit(c);
}

static bool is_shouted(const facts *f) {
    return f->word_count > 0 && f->shouted * 10 >= f->word_count * 8 && f->longs > 0;
}

/* 2., 4.1: the number of a section. */
static bool is_numbered(const facts *f) {
    return f->text.len && f->text.data[0] >= '0' && f->text.data[0] <= '9' && f->count > 1 && f->word_count > 0 &&
           (f->tokens[0].flags & TOKEN_NUMBER);
}

static bool is_heading(const facts *f) {
    if (f->word_count == 0 || f->b->line_count > 4 || !begins_high(f))
        return false;
    if (f->text.data[0] == '#')
        return true;
    if (is_shouted(f) && f->word_count <= CAPITALS_WORDS)
        return true;
    if (f->word_count > HEADING_WORDS || f->text.len > HEADING_LENGTH)
        return false;
    char last = last_sign(f->text);
    if (is_numbered(f) && last == '.')
        return f->word_count <= 4 && f->p->sentence_count <= 2;
    if (last == '?')
        return f->word_count <= QUESTION_WORDS && f->p->sentence_count == 1;
    if (last == ':')
        return f->word_count <= 3;
    if (f->enumerator && !is_numbered(f))
        return false;
    return !f->closed && last != ',' && last != '"' && !(last == ')' && f->commas > 1);
}

static bool is_title(const facts *f) {
    if (f->word_count == 0 || f->word_count > TITLE_WORDS || f->b->line_count > 6 ||
        ((is_numbered(f) || f->enumerator) && f->word_count < 4))
        return false;
    char last = last_sign(f->text);
    return is_shouted(f) || last == '?' ||
           (last != '.' && last != ':' && last != ',' && last != ';' && last != '!' && begins_high(f) &&
            (!f->closed && (f->word_count <= HEADING_WORDS || f->capitals * 2 >= f->longs)));
}

/* Cells side by side: tabs, bars, gaps of three blanks, or the dots that lead to a page's number. */
static unsigned columns(const facts *f) {
    unsigned cells = 0, bars = 0, blanks = 0, dots = 0, rows = 1;
    for (size_t i = 0; i < f->text.len && i < 4000; i++) {
        char c = f->text.data[i];
        blanks = c == ' ' ? blanks + 1 : 0;
        dots = c == '.' ? dots + 1 : c == ' ' ? dots : 0;
        cells += c == '\t' || blanks == 3 || (dots == 5 && f->numbers);
        bars += c == '|';
        rows += c == '\n';
    }
    return (cells + (bars > 1 || f->numbers ? bars : 0)) / rows; /* one bar alone may stand in a title */
}

static bool is_row(const facts *f) {
    unsigned n = columns(f);
    if (f->numbers >= 4 && f->numbers > f->word_count)
        return true;
    return n > 0 && f->word_count < ROW_WORDS * f->b->line_count && (n > 1 || !f->closed || f->numbers);
}

static bool is_quoted(str s) {
    size_t first = 0, last = s.len;
    uint32_t opens = utf8_next(s, &first), closes = utf8_prev(s, &last);
    return (opens == '"' && closes == '"') || (opens == 0x201C && closes == 0x201D);
}

/* Marked as a quotation; or set in, by lines of wrapped text or by the signs around it. */
static bool is_quote(const view *v, const facts *f) {
    if (f->line->quote)
        return true;
    if (!is_quoted(f->text) && (!v->l->wrapped || f->b->line_count < 2))
        return false;
    for (uint32_t i = 0; i < f->b->line_count; i++)
        if (f->line[i].indent < v->l->indent + 2)
            return false;
    return true;
}

/* ---- lines that open a part */

static bool is_sign(const facts *f, uint32_t k) {
    return k < f->count && (f->tokens[k].flags & TOKEN_PUNCT);
}

/* Whether the words from `k` on are names: short, in capitals, no full stop at the end. */
static bool are_names(const facts *f, uint32_t k) {
    if (f->word_count > BYLINE_WORDS || last_sign(f->text) == '.' || k >= f->count)
        return false;
    uint32_t longs = 0, capitals = 0;
    for (; k < f->count; k++)
        if ((f->tokens[k].flags & TOKEN_WORD) && span_length(f->tokens[k].span) > 2) {
            longs++;
            capitals += (f->tokens[k].flags & TOKEN_CAPITAL) != 0;
        }
    return capitals * 3 >= longs * 2;
}

/* The kind of part that the paragraph opens by the lexicon ("references", "caption" ...), or NULL. `*whole`: the form fills it. */
static const char *part_of(const view *v, const facts *f, bool *whole) {
    uint32_t at = 0;
    while (at < f->count && at < 3 && !(f->tokens[at].flags & TOKEN_WORD))
        at++; /* a number, a hash */
    lexicon_match m[4];
    size_t n = at < f->count ? lexicon_match_at(v->lexicon, LEXICON_HEADINGS, f->words, f->count, at, m, 4) : 0;
    for (size_t i = 0; i < n; i++) {
        static const char *const names[] = {"references", "notes",  "appendix", "contents",
                                            "disclaimer", "byline", "caption"};
        enum { WHOLE = 4, ALL = sizeof names / sizeof *names };
        uint32_t next = m[i].words[m[i].word_count - 1] + 1;
        str kind = lexicon_cell(m[i].entry, "kind");
        size_t k = 0;
        while (k < ALL && !str_equal(kind, str_of(names[k])))
            k++;
        if (k == ALL)
            continue; /* a word of page numbers */
        bool colon = is_sign(f, next - 1) && f->words[next - 1].form.data[0] == ':';
        bool one = m[i].word_count == 1;
        *whole = next == f->count || (next + 1 == f->count && is_sign(f, next));
        bool number =
            next < f->count && (f->tokens[next].flags & TOKEN_NUMBER ||
                                (span_length(f->tokens[next].span) == 1 && f->tokens[next].flags & TOKEN_CAPITAL));
        bool fits = false;
        if (k < WHOLE)
            fits = *whole;
        else if (k == WHOLE)
            fits = *whole || !one || is_sign(f, next) || number;
        else if (k == WHOLE + 1)
            fits = *whole || colon || m[i].word_count > 2 || are_names(f, next) || number;
        else
            fits = !one || colon || is_sign(f, next) || (number && (next + 1 == f->count || is_sign(f, next + 1)));
        if (fits)
            return names[k];
    }
    return NULL;
}

/* A note at the foot of a page: a raised number, [3], an asterisk or a dagger, right before the text; below a rule a plain number too. */
static bool is_note(const facts *f, bool ruled) {
    size_t at = 0;
    uint32_t c = utf8_next(f->text, &at);
    if ((c >= 0xB2 && c <= 0xB9) || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) || c == 0x2020 || c == 0x2021)
        return true;
    if (c == '*')
        return at < f->text.len && utf8_is_upper(utf8_next(f->text, &at)) && last_sign(f->text) != '*';
    if (ruled && utf8_is_digit(c))
        return f->count > 1 && span_length(f->tokens[0].span) < 4;
    return c == '[' && f->count > 3 && (f->tokens[1].flags & TOKEN_NUMBER) && is_sign(f, 2);
}

/* An address, or a date or a number in a short line near the top. */
static bool is_imprint(const facts *f) {
    bool address =
        memchr(f->text.data, '@', f->text.len) != NULL || (str_starts(f->text, str_of("http")) && f->count == 1);
    return f->word_count <= BYLINE_WORDS && !f->closed &&
           (address || (f->numbers > 0 && f->word_count <= 6 && are_names(f, 0) && !is_numbered(f)) ||
            (f->word_count <= 2 && f->numbers > 1));
}

/* ---- the whole */

typedef enum { PART_BODY, PART_REFERENCES, PART_NOTES } part;

static bool is_prose(const facts *f) {
    return f->word_count >= PROSE_WORDS && f->closed;
}

/* Whether the paragraph and one beside it, with no blank line between, are numbered: a list, however short its items. */
static bool in_list(const view *v, size_t i) {
    const block *b = &v->l->blocks.items[i];
    const line *own = &v->l->lines.items[b->first_line], *next = own + b->line_count;
    bool above = i > 0 && !own->gap && v->l->lines.items[b[-1].first_line].item;
    bool below = i + 1 < v->l->blocks.count && !next->gap && next->item;
    return own->item && (above || below);
}

/* Whether a sentence of a short paragraph disclaims ("... teaches law. The opinions expressed here are her own."). */
static bool disclaims(const view *v, const facts *f) {
    if (f->p->sentence_count > DISCLAIMER_SENTENCES)
        return false;
    for (uint32_t k = 1; k < f->p->sentence_count; k++) {
        const sentence *s = &v->t->sentences.items[f->p->first_sentence + k];
        uint32_t at = (uint32_t)(s->first_token - (f->tokens - v->t->tokens.items));
        lexicon_match m;
        if (lexicon_match_at(v->lexicon, LEXICON_HEADINGS, f->words, f->count, at, &m, 1) && m.word_count > 2 &&
            str_equal(lexicon_cell(m.entry, "kind"), str_of("disclaimer")))
            return true;
    }
    return false;
}

/* A heading inside a list of references or notes ends it only if it looks like no entry and prose follows. */
static bool ends_part(const view *v, const facts *f, size_t i) {
    if (!is_heading(f) || f->word_count > SECTION_WORDS || f->commas || (f->numbers && !is_numbered(f)) ||
        i + 1 >= v->t->paragraphs.count)
        return false;
    facts next = facts_of(v, i + 1);
    return is_prose(&next) && next.word_count > 2 * SECTION_WORDS && !next.enumerator && !is_note(&next, false);
}

static paragraph_kind kind_of(const view *v, const facts *f, size_t i, size_t last_prose, bool *title, part *now) {
    bool whole = false;
    if (f->count == 0)
        return PARAGRAPH_BODY;
    const char *opens = part_of(v, f, &whole);
    if (opens && strcmp(opens, "references") == 0) {
        *now = PART_REFERENCES;
        return PARAGRAPH_HEADING;
    }
    if (opens && (strcmp(opens, "notes") == 0 || strcmp(opens, "appendix") == 0)) {
        *now = PART_NOTES;
        return PARAGRAPH_HEADING;
    }
    if (*now != PART_BODY && !opens) {
        if (!ends_part(v, f, i))
            return *now == PART_REFERENCES ? PARAGRAPH_REFERENCE : PARAGRAPH_FOOTNOTE;
        *now = PART_BODY;
    }
    if (opens && strcmp(opens, "contents") == 0) {
        *title = true;
        return PARAGRAPH_HEADING;
    }
    if ((opens && strcmp(opens, "disclaimer") == 0) || disclaims(v, f))
        return PARAGRAPH_DISCLAIMER;
    if (opens && strcmp(opens, "byline") == 0)
        return PARAGRAPH_BYLINE;
    if (opens)
        return PARAGRAPH_CAPTION;
    if (is_row(f))
        return PARAGRAPH_TABLE;
    if (i < BYLINE_PARAGRAPHS && i < last_prose && is_imprint(f))
        return PARAGRAPH_BYLINE;
    if (!*title && i < BYLINE_PARAGRAPHS && i < last_prose && is_title(f)) {
        *title = true;
        return PARAGRAPH_TITLE;
    }
    *title |= is_prose(f);
    bool notes = f->line->ruled || (i > 0 && v->t->paragraphs.items[i - 1].kind == PARAGRAPH_FOOTNOTE);
    if (is_note(f, notes))
        return PARAGRAPH_FOOTNOTE;
    if (i < last_prose && is_heading(f) && !in_list(v, i))
        return PARAGRAPH_HEADING;
    if (f->enumerator)
        return PARAGRAPH_ITEM;
    return is_quote(v, f) ? PARAGRAPH_QUOTE : PARAGRAPH_BODY;
}

void kind_assign(text *t, const layout *l, const hence_lexicon *lexicon) {
    view v = {t, l, lexicon};
    size_t last_prose = 0;
    for (size_t i = t->paragraphs.count; i-- > 0 && !last_prose;) {
        facts f = facts_of(&v, i);
        if (f.closed && f.word_count >= CLAIM_WORDS)
            last_prose = i;
    }
    bool title = false;
    part now = PART_BODY;
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        facts f = facts_of(&v, i);
        t->paragraphs.items[i].kind = kind_of(&v, &f, i, last_prose, &title, &now);
    }
}
