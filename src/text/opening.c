#include <config.h>

#include "text/opening.h"

enum { CAPITALS_WORDS = 20, SALUTATION_WORDS = 8, RUBRIC_WORDS = 4, DISCLAIMER_SENTENCES = 4, LONG_FORM = 3 };

bool opening_has_capitals(const shape *f, uint32_t token) {
    if (f->word_count > CAPITALS_WORDS || shape_last(f) == '.' || token >= f->count)
        return false;
    uint32_t longs = 0, capitals = 0;
    for (uint32_t k = token; k < f->count; k++)
        if ((f->tokens[k].flags & TOKEN_WORD) && span_length(f->tokens[k].span) > 2) {
            longs++;
            capitals += (f->tokens[k].flags & TOKEN_CAPITAL) != 0;
        }
    return capitals * 3 >= longs * 2;
}

static bool is_colon(const shape *f, uint32_t k) {
    return shape_is_sign(f, k) && f->words[k].form.data[0] == ':';
}

static bool is_number(const shape *f, uint32_t k) {
    bool letter = k < f->count && span_length(f->tokens[k].span) == 1 && f->tokens[k].flags & TOKEN_CAPITAL;
    return letter || (k < f->count && f->tokens[k].flags & TOKEN_NUMBER);
}

/* What follows a rubric is its number or its date: Policy Brief No. 17 | June 2021. */
static bool is_dated(const shape *f, uint32_t next) {
    uint32_t words = 0, numbers = 0;
    for (uint32_t k = next; k < f->count; k++) {
        words += (f->tokens[k].flags & TOKEN_WORD) != 0;
        numbers += (f->tokens[k].flags & TOKEN_NUMBER) != 0;
    }
    return numbers > 0 && words <= RUBRIC_WORDS && !f->closed;
}

/* Whether a form of `count` words that ends before token `next` opens such a part here. */
static bool fits(const shape *f, opening kind, uint32_t count, uint32_t next) {
    bool whole = next == f->count || (next + 1 == f->count && shape_is_sign(f, next));
    bool colon = is_colon(f, next - 1), number = is_number(f, next);
    char last = shape_last(f);
    switch (kind) {
    case OPENING_SALUTATION:
        return f->word_count <= SALUTATION_WORDS &&
               (last == ',' || last == ':' || (!f->closed && f->capitals == f->longs));
    case OPENING_RUBRIC:
        return whole || is_dated(f, next);
    case OPENING_DISCLAIMER:
        return whole || count > 1 || shape_is_sign(f, next) || number;
    case OPENING_BYLINE:
        return whole || colon || count >= LONG_FORM || opening_has_capitals(f, next) || number;
    case OPENING_CAPTION:
        return count > 1 || colon || shape_is_sign(f, next) ||
               (number && (next + 1 == f->count || shape_is_sign(f, next + 1)));
    default:
        return whole;
    }
}

static opening kind_of(const lexicon_entry *e) {
    static const char *const names[] = {
        [OPENING_REFERENCES] = "references",   [OPENING_NOTES] = "notes",
        [OPENING_APPENDIX] = "appendix",       [OPENING_CONTENTS] = "contents",
        [OPENING_SECTION] = "section",         [OPENING_VALEDICTION] = "valediction",
        [OPENING_SALUTATION] = "salutation",   [OPENING_RUBRIC] = "rubric",
        [OPENING_DISCLAIMER] = "disclaimer",   [OPENING_BYLINE] = "byline",
        [OPENING_CAPTION] = "caption"};
    str name = lexicon_cell(e, "kind");
    for (opening k = OPENING_REFERENCES; k <= OPENING_CAPTION; k++)
        if (str_equal(name, str_of(names[k])))
            return k;
    return OPENING_NONE; /* a word of page numbers, of names */
}

opening opening_of(const view *v, const shape *f) {
    enum { MATCHES = 4, SIGNS = 3 };
    uint32_t at = 0;
    while (at < f->count && at < SIGNS && !(f->tokens[at].flags & TOKEN_WORD))
        at++; /* a number, a hash */
    lexicon_match m[MATCHES];
    size_t n = at < f->count ? lexicon_match_at(v->lexicon, LEXICON_HEADINGS, f->words, f->count, at, m, MATCHES) : 0;
    for (size_t i = 0; i < n; i++) {
        opening kind = kind_of(m[i].entry);
        if (kind && fits(f, kind, m[i].word_count, m[i].words[m[i].word_count - 1] + 1))
            return kind;
    }
    return OPENING_NONE;
}

bool opening_disclaims(const view *v, const shape *f) {
    if (f->p->sentence_count > DISCLAIMER_SENTENCES)
        return false;
    for (uint32_t k = 1; k < f->p->sentence_count; k++) {
        const sentence *s = &v->text->sentences.items[f->p->first_sentence + k];
        uint32_t at = (uint32_t)(s->first_token - (f->tokens - v->text->tokens.items));
        lexicon_match m;
        if (lexicon_match_at(v->lexicon, LEXICON_HEADINGS, f->words, f->count, at, &m, 1) &&
            m.word_count >= LONG_FORM && kind_of(m.entry) == OPENING_DISCLAIMER)
            return true;
    }
    return false;
}
