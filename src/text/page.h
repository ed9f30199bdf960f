/* page: lines -> those that belong to the page and not to the text: its number, a running head or foot.
 *
 * A page number stands alone: figures, small roman numerals, with no words but those of the lexicon (headings.tsv, kind `page`). A running head or foot is a short line by a
 * page's edge (a form feed, a page number) that comes again, apart from its figures, has two cells apart, or cuts a sentence in two; and, where no such edge is, one that stands alone,
 * comes again and has once cut a sentence. */
#ifndef HENCE_TEXT_PAGE_H
#define HENCE_TEXT_PAGE_H
#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/lines.h"

/* Sets `furniture` of the lines that belong to the page. Gives 0, or -1 when memory ends. Linear. */
int page_mark(arena *mem, str text, const hence_lexicon *lexicon, line *lines, size_t count);
#endif
