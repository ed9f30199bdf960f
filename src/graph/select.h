/* select: a map -> the claims and links of it that are shown.
 *
 * A reader takes in some forty boxes. The backbone grows from the thesis (or the weightiest claim of the largest part) along links to the
 * weightiest neighbour each time, so that what is shown hangs together; then from the weightiest claim of the parts that are left. Claims without
 * links are left out. With a focus it grows from the claims in focus and no farther than the depth asked for; links that are less certain than
 * asked for are as if they were not there. */
#ifndef HENCE_GRAPH_SELECT_H
#define HENCE_GRAPH_SELECT_H
#include "graph/map.h"

enum { SELECT_CLAIMS = 40, SELECT_DEPTH = 2 };

typedef struct {
    bool *claims, *links; /* which are shown, by index; owned */
    size_t claim_count, link_count;
} selection;

/* Chooses by `options`, NULL for the defaults: all, max_claims, focus, depth, least. 0, or -1: HENCE_ENOMEM, HENCE_ENONE (nothing is named by the
 * focus). Freed by selection_free. O((links + claims) * shown). */
int select_claims(const hence_map *map, const hence_write_options *options, selection *out, hence_error *err);
/* An empty selection, for callers that choose by themselves. 0, or -1: HENCE_ENOMEM. */
int selection_new(const hence_map *map, selection *out, hence_error *err);
void selection_free(selection *s);
/* Adds a link with its claims, once. */
void selection_add(selection *s, const hence_map *map, uint32_t link);
#endif
