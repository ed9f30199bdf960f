/* path: lines of reasoning from some claims to others.
 *
 * A line is a simple path over links of consequence, support, condition and attack, from the source to the target of each; what only spells out
 * or goes together leads nowhere. Inside it stands no claim that it could begin or end with. Where several links join two claims, one that is less
 * certain and says nothing more is left out. Lines come strongest first: by their least certain step, then by the product of their steps'
 * strengths; no step makes a line stronger, so that a best-first search finds them in this order. */
#ifndef HENCE_GRAPH_PATH_H
#define HENCE_GRAPH_PATH_H
#include "graph/map.h"

enum { PATH_STEPS = 12, PATH_MOST = 200, PATH_WORK = 200000 };

typedef struct {
    uint32_t links[PATH_STEPS];
    uint8_t count;
    certainty certainty; /* of the weakest step */
    polarity sign;       /* the product of the steps'; none where one does not say or is denied */
    double strength;     /* 0..1 */
} path;

typedef struct {
    path *items;
    size_t count, room;
    bool cut; /* there may be more than these */
} path_list;

/* Finds the lines from the claims marked in `from` to those marked in `to`: at most PATH_MOST of at most PATH_STEPS steps, after looking at most at
 * PATH_WORK beginnings. The list lives in `mem`. 0, or -1: HENCE_ENOMEM. */
int path_find(arena *mem, const hence_map *map, const bool *from, const bool *to, path_list *out, hence_error *err);
/* Whether a link carries a line of reasoning. */
bool path_carries(const claim_link *l);
#endif
