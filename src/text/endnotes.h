/* endnotes: the notes that close a text with no rule or heading above them.
 *
 * They are the last paragraphs, where each opens with a number or a star that hangs in the text above: "the valley.1 Growers know it,2". */
#ifndef HENCE_TEXT_ENDNOTES_H
#define HENCE_TEXT_ENDNOTES_H
#include "text/shape.h"

/* The first of these paragraphs; the number of paragraphs where there are none. Linear in the text. */
size_t endnotes_find(const view *v);
#endif
