/* layout: the text of a document -> lines, and lines -> blocks, the paragraphs as the layout has them.
 *
 * Files come with a paragraph a line, wrapped by hand with blank lines or with indents between paragraphs, double-spaced, or cut into pages. How a file is
 * laid out is decided from the file: where many line ends have no closing punctuation before and lower case after them, lines are wrapped, and a line end
 * is then white space unless the line is short, the indent changes, or a list item or heading begins. Page numbers and running heads (page.h) belong to no block. */
#ifndef HENCE_TEXT_LAYOUT_H
#define HENCE_TEXT_LAYOUT_H
#include "base/arena.h"
#include "base/list.h"
#include "base/span.h"
#include "base/str.h"
#include "lexicon/lexicon.h"

typedef struct {
    span span;        /* without white space at both ends; never empty */
    uint32_t length;  /* code points */
    uint16_t indent;  /* columns before it; a tab goes to the next multiple of 4 */
    uint16_t gap;     /* blank lines before it */
    uint16_t opening; /* code points of its first word */
    bool feed;        /* a form feed stands before it */
    bool furniture;   /* it belongs to the page: its number, a running head (page.h) */
    bool page;        /* it is the first of its page, furniture left out */
    bool capital;     /* its first letter is a capital */
    bool lower;       /* its first character is a small letter */
    bool closed;      /* ends in closing punctuation */
    bool comma;       /* ends in a comma */
    bool item;        /* begins with a bullet or an enumerator */
    bool mark;        /* ... in square brackets, as the mark of a note may stand */
} line;

typedef struct {
    span span;
    uint32_t first_line, line_count;
    uint32_t first_skip, skip_count; /* places inside `span` that do not belong to it: page numbers, running heads */
} block;

typedef struct {
    LIST(line) lines;
    LIST(block) blocks;
    LIST(span) skips;
    bool wrapped;
    bool paged;      /* page ends cut sentences */
    uint32_t width;  /* of wrapped lines, in code points */
    uint16_t indent; /* the commonest indent */
} layout;

/* Finds the blocks of `text`. Gives 0, or -1 when memory ends. Linear. */
int layout_read(arena *mem, str text, const hence_lexicon *lexicon, layout *out);

/* The length in bytes of the bullet or enumerator ("-", "3.", "(iv)", "b)") that opens `s`, 0 for none. What follows it is white space. */
size_t layout_enumerator(str s);
/* Whether `s` ends a sentence or a clause of its own: in . ! ? : ; or the like, quotes and brackets after it left out. */
bool layout_closed(str s);
#endif
