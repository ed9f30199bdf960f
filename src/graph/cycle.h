/* cycle: where an argument goes round: claims that lead back to themselves.
 *
 * A knot is a strongly connected component of more than one claim over the links that carry reasoning (path.h) and are not denied; each is shown by one
 * cycle, the shortest through its first claim. Tarjan (1972), Depth-first search and linear graph algorithms. */
#ifndef HENCE_GRAPH_CYCLE_H
#define HENCE_GRAPH_CYCLE_H
#include "graph/map.h"

typedef struct {
    uint32_t *claims; /* in the order of the links; the last leads back to the first */
    uint32_t *links;  /* links[i] leads from claims[i] to the next */
    size_t count;     /* 2 or more */
    size_t knot;      /* how many claims are knotted together here: count, or more */
} cycle;

typedef struct {
    cycle *items;
    size_t count, room;
} cycle_list;

/* One cycle a knot, by their first claims. The list lives in `mem`. 0, or -1: HENCE_ENOMEM. Linear. */
int cycle_find(arena *mem, const hence_map *map, cycle_list *out, hence_error *err);
#endif
