#include <config.h>

#include "text/shape.h"

#include <string.h>

#include "base/utf8.h"
#include "read/document.h"

enum {
    HEADING_WORDS = 14,
    HEADING_LENGTH = 120, /* bytes */
    CAPITALS_WORDS = 24,  /* a heading in capitals may be longer */
    TITLE_WORDS = 40,
    QUESTION_WORDS = 12,
    ROW_WORDS = 40,
    CELL_WORDS = 8, /* of a line whose cells stand only two blanks apart */
    NUMBER_BYTES = 4 /* "12." before a heading or an item is no cell */
};

shape shape_of(const view *v, size_t i) {
    const paragraph *p = &v->text->paragraphs.items[i];
    shape f = {.p = p, .b = &v->layout->blocks.items[i]};
    f.line = &v->layout->lines.items[f.b->first_line];
    f.text = document_str(v->text->document, p->span);
    f.enumerator = line_enumerator(f.text);
    f.closed = line_closed(f.text);
    if (!p->sentence_count)
        return f;
    const sentence *first = &v->text->sentences.items[p->first_sentence], *last = first + p->sentence_count - 1;
    f.tokens = v->text->tokens.items + first->first_token;
    f.words = v->text->words + first->first_token;
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

char shape_last(const shape *f) {
    return f->text.len ? f->text.data[f->text.len - 1] : '\0';
}

bool shape_is_sign(const shape *f, uint32_t token) {
    return token < f->count && (f->tokens[token].flags & TOKEN_PUNCT);
}

static bool begins_high(const shape *f) {
    size_t at = 0;
    uint32_t c = utf8_next(f->text, &at);
    while (at < f->text.len && !utf8_is_word(c))
        c = utf8_next(f->text, &at);
    return utf8_is_upper(c) || utf8_is_digit(c);
}

static bool is_shouted(const shape *f) {
    return f->word_count > 0 && f->shouted * 10 >= f->word_count * 8 && f->longs > 0;
}

uint32_t shape_number(const shape *f) {
    uint32_t n = 0;
    size_t at = 0;
    while (at < f->text.len && (f->text.data[at] == '[' || f->text.data[at] == '^'))
        at++;
    for (; at < f->text.len && f->text.data[at] >= '0' && f->text.data[at] <= '9' && n < 1000; at++)
        n = n * 10 + (uint32_t)(f->text.data[at] - '0');
    return n;
}

bool shape_is_numbered(const shape *f) {
    return f->text.len && f->text.data[0] >= '0' && f->text.data[0] <= '9' && f->count > 1 && f->word_count > 0 &&
           (f->tokens[0].flags & TOKEN_NUMBER);
}

bool shape_is_heading(const shape *f) {
    if (f->word_count == 0 || f->b->line_count > 4 || !begins_high(f))
        return false;
    if (f->text.data[0] == '#')
        return true;
    if (is_shouted(f) && f->word_count <= CAPITALS_WORDS)
        return true;
    if (f->word_count > HEADING_WORDS || f->text.len > HEADING_LENGTH)
        return false;
    char last = shape_last(f);
    if (shape_is_numbered(f) && last == '.')
        return f->word_count <= 4 && f->p->sentence_count <= 2;
    if (last == '?')
        return f->word_count <= QUESTION_WORDS && f->p->sentence_count == 1;
    if (last == ':') /* KEY MESSAGES: Key Messages: Background: but not: She said: */
        return f->word_count == 1 || (f->word_count <= 3 && f->longs && f->capitals == f->longs);
    if (f->enumerator && !shape_is_numbered(f))
        return false;
    return !f->closed && last != ',' && last != '"' && !(last == ')' && f->commas > 1);
}

bool shape_is_title(const shape *f) {
    if (f->word_count == 0 || f->word_count > TITLE_WORDS || f->b->line_count > 6 ||
        ((shape_is_numbered(f) || f->enumerator) && f->word_count < 4))
        return false;
    char last = shape_last(f);
    return is_shouted(f) || last == '?' ||
           (last != '.' && last != ':' && last != ',' && last != ';' && last != '!' && begins_high(f) &&
            (!f->closed && (f->word_count <= HEADING_WORDS || f->capitals * 2 >= f->longs)));
}

/* Cells side by side: tabs, bars, gaps of three blanks, or the dots that lead to a page's number. Two blanks make a cell in short lines alone, and not after
 * closing punctuation, where typists set them. */
static unsigned columns(const shape *f) {
    enum { LOOK = 4000 };
    unsigned cells = 0, pairs = 0, bars = 0, gap = 0, dots = 0, lines = f->b->line_count;
    size_t start = 0; /* of the line, past its indent */
    for (size_t i = 0; i < f->text.len && i < LOOK; i++) {
        char c = f->text.data[i];
        dots = c == '.' ? dots + 1 : c == ' ' ? dots : 0;
        bars += c == '|';
        if (c == '\n' || c == '\r' || (i == start && (c == ' ' || c == '\t'))) {
            start = i + 1;
            gap = 0;
            continue;
        }
        cells += c == '\t' || (dots == 5 && f->numbers);
        if (c == ' ') {
            gap++;
            continue;
        }
        cells += gap > 2;
        pairs += gap > 1 && i > start + f->enumerator + NUMBER_BYTES && !strchr(".!?:;)\"'", f->text.data[i - gap - 1]);
        gap = 0;
    }
    if (f->word_count <= CELL_WORDS * lines && (pairs > lines || (pairs >= lines && f->numbers)))
        cells = pairs > cells ? pairs : cells;
    return (cells + (bars > 1 || f->numbers ? bars : 0)) / lines; /* one bar alone may stand in a title */
}

bool shape_is_row(const shape *f) {
    unsigned n = columns(f);
    if (f->numbers >= 4 && f->numbers > f->word_count)
        return true;
    return n > 0 && f->word_count < ROW_WORDS * f->b->line_count && (n > 1 || !f->closed || f->numbers);
}

bool shape_is_quoted(const shape *f) {
    size_t at = 0, last = f->text.len;
    uint32_t opens = utf8_next(f->text, &at), closes = opens == 0x201C ? 0x201D : '"';
    if (last < 2 || (opens != '"' && opens != 0x201C) || utf8_prev(f->text, &last) != closes)
        return false;
    while (at < last)
        if (utf8_next(f->text, &at) == closes)
            return false;
    return true;
}

/* Marked as a quotation; or set in, by lines of wrapped text or by the signs around it. */
bool shape_is_quote(const view *v, const shape *f) {
    if (f->line->quote)
        return true;
    if (!shape_is_quoted(f) && (!v->layout->wrapped || f->b->line_count < 2))
        return false;
    for (uint32_t i = 0; i < f->b->line_count; i++)
        if (f->line[i].indent < v->layout->indent + 2)
            return false;
    return true;
}

bool shape_is_note(const shape *f, bool ruled) {
    size_t at = 0;
    uint32_t c = utf8_next(f->text, &at);
    if ((c >= 0xB2 && c <= 0xB9) || c == 0x2070 || (c >= 0x2074 && c <= 0x2079) || c == 0x2020 || c == 0x2021)
        return true;
    if (c == '*')
        return at < f->text.len && utf8_is_upper(utf8_next(f->text, &at)) && shape_last(f) != '*';
    if (ruled && utf8_is_digit(c))
        return f->count > 1 && span_length(f->tokens[0].span) < 4;
    if (str_starts(f->text, str_of("[^")))
        return true;
    return c == '[' && f->count > 3 && (f->tokens[1].flags & TOKEN_NUMBER) && shape_is_sign(f, 2);
}

bool shape_is_prose(const shape *f) {
    return f->word_count >= PROSE_WORDS && f->closed;
}
