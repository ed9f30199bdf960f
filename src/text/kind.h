/* kind: paragraphs -> what each is: body, title, heading, byline, quote, list item, footnote, caption, table, disclaimer or reference.
 *
 * Decided by shape (length, capitals, closing punctuation, indent, columns) and by the lines of the lexicon (headings.tsv) that open a part. */
#ifndef HENCE_TEXT_KIND_H
#define HENCE_TEXT_KIND_H
#include "lexicon/lexicon.h"
#include "text/layout.h"
#include "text/text.h"

/* Sets the kind of every paragraph of `t`, whose paragraphs are the blocks of `l`, in order, and whose tokens and words are there. Linear. */
void kind_assign(text *t, const layout *l, const hence_lexicon *lexicon);
#endif
