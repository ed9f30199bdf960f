/* backbone: a map -> the claims and links that a picture shows.
 *
 * A reader takes in some forty boxes. The backbone grows from the thesis (or the weightiest claim of the largest part) along links to the
 * weightiest neighbour each time, so that what is shown hangs together; then from the weightiest claim of the parts that are left. Claims without links
 * are left out. */
#ifndef HENCE_WRITE_BACKBONE_H
#define HENCE_WRITE_BACKBONE_H
#include "graph/map.h"

enum { BACKBONE_CLAIMS = 40 };

typedef struct {
    bool *claims, *links; /* which are shown, by index; owned */
    size_t claim_count, link_count;
} backbone;

/* Chooses; every claim and link where options->all. 0, or -1: HENCE_ENOMEM. Freed by backbone_free. O(links + claims * shown). */
int backbone_choose(const hence_map *map, const hence_write_options *options, backbone *out, hence_error *err);
void backbone_free(backbone *b);
/* Whether the drawing is read better from left to right than from top to bottom: compares the boxes on the longest path with those on the
 * fullest rank. */
bool backbone_runs_right(const hence_map *map, const backbone *b);
#endif
