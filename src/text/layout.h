/* layout: the text of a document -> lines, and lines -> blocks, the paragraphs as the layout has them.
 *
 * Files come with a paragraph a line, wrapped by hand with blank lines or with indents between paragraphs, double-spaced, or cut into pages. How a file is
 * laid out is decided from the file: where many line ends have no closing punctuation before and lower case after them, lines are wrapped, and a line end
 * is then white space unless the line is short, the indent changes, or a list item or heading begins. Page numbers, running heads (page.h) and rules belong to no block. */
#ifndef HENCE_TEXT_LAYOUT_H
#define HENCE_TEXT_LAYOUT_H
#include "base/arena.h"
#include "base/list.h"
#include "base/span.h"
#include "base/str.h"
#include "lexicon/lexicon.h"
#include "text/lines.h"

typedef struct {
    span span;
    uint32_t first_line, line_count;
    uint32_t first_skip, skip_count; /* places inside `span` that do not belong to it: page numbers, running heads, rules, marks of quotation */
} block;

typedef struct {
    line_list lines; /* of the text: rules and what belongs to the page are left out */
    LIST(block) blocks;
    LIST(span) skips;
    bool wrapped;
    bool paged;      /* page ends cut sentences */
    uint32_t width;  /* of wrapped lines, in code points */
    uint16_t indent; /* the commonest indent */
} layout;

/* Finds the blocks of `text`. Gives 0, or -1 when memory ends. Linear. */
int layout_read(arena *mem, str text, const hence_lexicon *lexicon, layout *out);
#endif
