/* look: how claims and links are drawn, told apart by shape and by colour.
 *
 * Colours are those of Okabe and Ito (Color Universal Design, 2008), which people with any kind of colour vision tell apart; orange and
 * purple are darkened to a contrast of 3:1 on white. Arrowhead, dashes and the sign (+, -) say the same without colour. */
#ifndef HENCE_WRITE_LOOK_H
#define HENCE_WRITE_LOOK_H
#include "base/buf.h"
#include "graph/map.h"
#include "graph/select.h"

#define LOOK_KIN "#777777" /* the line between boxes of which one names the other */

typedef struct {
    const char *style, *fill, *line, *width;
    const char *peripheries;
} claim_look;

typedef struct {
    const char *colour, *arrowhead;
    const char *glyph; /* the arrow as text, for the legend */
    const char *words; /* what it says */
} link_look;

typedef struct {
    const char *style, *width;
    const char *glyph, *words;
} certainty_look;

const claim_look *look_of_claim(claim_role role);
const link_look *look_of_link(relation r, polarity p);
const certainty_look *look_of_certainty(certainty c);
/* "+", "−" or nothing. */
const char *look_sign(polarity p);

/* The HTML-like label of the whole drawing: title, what was left out, words read in another order, and a legend of what occurs. */
void look_legend(const hence_map *map, const selection *shown, const hence_write_options *options, buf *out);
#endif
