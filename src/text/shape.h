/* shape: a paragraph -> what its looks tell: length, capitals, numbers, closing punctuation, indent, columns.
 *
 * Shape alone knows no word: what the words say is asked of the lexicon (opening.h). */
#ifndef HENCE_TEXT_SHAPE_H
#define HENCE_TEXT_SHAPE_H
#include "text/layout.h"
#include "text/text.h"
#include "text/words.h"

enum {
    PROSE_WORDS = 12,
    CLAIM_WORDS = 4, /* fewer, though closed, are no prose that a heading could head */
};

/* The whole that paragraphs are looked at in: blocks.items[i] of `layout` is paragraph i of `text`. */
typedef struct {
    text *text;
    const layout *layout;
    const hence_lexicon *lexicon;
    const words *words;
} view;

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
} shape;

/* What paragraph `i` looks like. Linear in it. */
shape shape_of(const view *v, size_t i);

char shape_last(const shape *f); /* its last byte, 0 for none */
bool shape_is_sign(const shape *f, uint32_t token);
/* The number that opens it, brackets left out; 0 for none. */
uint32_t shape_number(const shape *f);
/* The number of a section opens it: 2., 4.1. */
bool shape_is_numbered(const shape *f);
bool shape_is_heading(const shape *f);
bool shape_is_title(const shape *f);
/* Closed, and long enough that it is no heading. */
bool shape_is_prose(const shape *f);
/* Of a table, or of a table of contents. */
bool shape_is_row(const shape *f);
/* Marked as a quotation, or set in. */
bool shape_is_quote(const view *v, const shape *f);
/* All of it stands between one pair of quotation marks. */
bool shape_is_quoted(const shape *f);
/* A note at the foot of a page: a raised number, [3], an asterisk or a dagger, right before the text; where `ruled` a plain number too. */
bool shape_is_note(const shape *f, bool ruled);
#endif
