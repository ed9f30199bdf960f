/* kind: paragraphs -> what each is: body, title, heading, byline, quote, list item, footnote, caption, table, disclaimer or reference.
 *
 * Decided by shape (shape.h), by the words of the lexicon that open a part (opening.h), and, above the first prose, by what stands there together (front.h). */
#ifndef HENCE_TEXT_KIND_H
#define HENCE_TEXT_KIND_H
#include "lexicon/lexicon.h"
#include "text/layout.h"
#include "text/text.h"
#include "text/words.h"

/* Sets the kind of every paragraph of `t`, whose paragraphs are the blocks of `l`, in order, and whose tokens and words are there; `words` is the
 * table of its words. Linear. */
void kind_assign(text *t, const layout *l, const words *words, const hence_lexicon *lexicon);
#endif
