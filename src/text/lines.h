/* lines: the text of a document -> its lines that are not blank, and what each looks like. */
#ifndef HENCE_TEXT_LINES_H
#define HENCE_TEXT_LINES_H
#include "base/arena.h"
#include "base/list.h"
#include "base/span.h"
#include "base/str.h"

typedef struct {
    span span;        /* without white space at both ends and marks of quotation before; never empty */
    uint32_t length;  /* code points */
    uint16_t indent;  /* columns before it; a tab goes to the next multiple of 4 */
    uint16_t gap;     /* blank lines before it */
    uint16_t quote;   /* bytes of the marks of quotation ("> ") right before its span */
    uint16_t opening; /* code points of its first word */
    bool feed;        /* a form feed stands before it */
    bool furniture;   /* it belongs to the page: its number, a running head (page.h) */
    bool rule;        /* it only rules off: ---, * * * */
    bool page;        /* it is the first of its page, furniture left out */
    bool ruled;       /* a rule stands before it */
    bool capital;     /* its first letter is a capital */
    bool lower;       /* its first character is a small letter */
    bool closed;      /* ends in closing punctuation */
    bool comma;       /* ends in a comma */
    bool item;        /* begins with a bullet or an enumerator */
    bool byline;      /* names an author: "by Ann Lee" (layout.c) */
    bool mark;        /* ... in square brackets, as the mark of a note may stand */
} line;

typedef LIST(line) line_list;

/* Appends the lines of `text`. Gives 0, or -1 when memory ends. Linear. */
int lines_read(arena *mem, str text, line_list *out);

/* The length in bytes of the bullet or enumerator ("-", "3.", "(iv)", "b)") that opens `s`, 0 for none. What follows it is white space. */
size_t line_enumerator(str s);
/* Whether `s` ends a sentence or a clause of its own: in . ! ? : ; or the like, quotes and brackets after it left out. */
bool line_closed(str s);
#endif
