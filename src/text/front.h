/* front: the paragraphs above the first prose -> which of them is the title, and which say who wrote the text, for whom, when and where.
 *
 * A person's name is told from a title by its words: capitals that stand nowhere in the text in small letters and that no lexicon knows. */
#ifndef HENCE_TEXT_FRONT_H
#define HENCE_TEXT_FRONT_H
#include "text/shape.h"

enum { FRONT_AUTHORS = 8 };

typedef struct {
    uint32_t first, count; /* tokens of the text */
} front_author;

typedef struct {
    front_author authors[FRONT_AUTHORS];
    size_t author_count;
} front;

/* Sets the kind of the paragraphs before `last_prose` that are title or byline; the others stay as they are. Linear. */
void front_mark(const view *v, size_t last_prose, front *out);
/* Whether an author's name opens the paragraph, which says who that is ("Ann Lee teaches law in Dale."). */
bool front_introduces(const view *v, const front *fr, const shape *f);
#endif
