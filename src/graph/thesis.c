#include <config.h>

#include "graph/thesis.h"

/* The conclusion on which most of the map hangs; where nothing is a conclusion, the heaviest claim that has links. */
uint32_t thesis_find(const analysis *a, const hence_map *map) {
    (void)a;
    uint32_t best = NONE;
    double top = 0;
    for (uint32_t i = 0; i < map->claims.count; i++) {
        const claim *c = &map->claims.items[i];
        if (c->role == ROLE_ISOLATED)
            continue;
        double weight = c->weight * (c->role == ROLE_CONCLUSION ? 2 : 1) / (1 + c->component);
        if (weight > top) {
            top = weight;
            best = i;
        }
    }
    return best;
}
