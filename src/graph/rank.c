#include <config.h>

#include "graph/rank.h"

#include <stdlib.h>

static void set_roles(hence_map *map) {
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        claim *s = &map->claims.items[l->source], *g = &map->claims.items[l->target];
        s->role = s->role == ROLE_ISOLATED || s->role == ROLE_PREMISE ? ROLE_PREMISE : ROLE_INTERMEDIATE;
        g->role = g->role == ROLE_ISOLATED || g->role == ROLE_CONCLUSION ? ROLE_CONCLUSION : ROLE_INTERMEDIATE;
    }
}

static uint32_t root(uint32_t *up, uint32_t i) {
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

/* Components are numbered by size, the largest 0; of equals the one that comes first in the text. */
static int set_components(arena *mem, hence_map *map) {
    size_t n = map->claims.count;
    uint32_t *up = arena_new(mem, uint32_t, n), *size = arena_new(mem, uint32_t, n), *number = arena_new(mem, uint32_t, n);
    if (!up || !size || !number)
        return -1;
    for (uint32_t i = 0; i < n; i++)
        up[i] = i;
    for (size_t i = 0; i < map->links.count; i++)
        up[root(up, map->links.items[i].source)] = root(up, map->links.items[i].target);
    uint32_t most = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t r = root(up, i);
        if (++size[r] > most)
            most = size[r];
        number[i] = NONE;
    }
    /* counting sort: at[s] is the first number of components of size s */
    uint32_t *at = arena_new(mem, uint32_t, (size_t)most + 2);
    if (!at)
        return -1;
    for (uint32_t i = 0; i < n; i++)
        if (root(up, i) == i)
            at[size[i]]++;
    for (uint32_t s = most, next = 0; s > 0; s--) {
        uint32_t count = at[s];
        at[s] = next;
        next += count;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint32_t r = root(up, i);
        if (number[r] == NONE)
            number[r] = at[size[r]]++;
        map->claims.items[i].component = number[r];
    }
    return 0;
}

static double certainty_weight(certainty c) {
    static const double weights[] = {1, 1, .8, .6, .4};
    return weights[c];
}

static double relation_weight(relation r) {
    static const double weights[] = {0, 1, .9, .8, .8, .4, .5};
    return weights[r];
}

static int best_first(const void *x, const void *y) {
    const claim_link *a = x, *b = y;
    if (a->strength != b->strength)
        return a->strength < b->strength ? 1 : -1;
    span p = a->evidence.items[0].target, q = b->evidence.items[0].target;
    if (p.start != q.start)
        return p.start < q.start ? -1 : 1;
    if (a->source != b->source)
        return a->source < b->source ? -1 : 1;
    if (a->target != b->target)
        return a->target < b->target ? -1 : 1;
    return (int)a->relation - (int)b->relation;
}

int rank_map(arena *mem, hence_map *map) {
    for (size_t i = 0; i < map->links.count; i++) {
        claim_link *l = &map->links.items[i];
        double stated = 0;
        for (size_t e = 0; e < l->evidence.count; e++) {
            uint32_t m = l->evidence.items[e].marker;
            double one = m == NONE ? .3 : map->markers.items[m].confidence;
            stated = one > stated ? one : stated;
        }
        l->strength = certainty_weight(l->certainty) * relation_weight(l->relation) * (.5 + .5 * stated);
        map->claims.items[l->source].weight += l->strength;
        map->claims.items[l->target].weight += l->strength;
    }
    if (map->links.count)
        qsort(map->links.items, map->links.count, sizeof *map->links.items, best_first);
    for (size_t i = 0; i < map->claims.count; i++)
        map->claims.items[i].weight += .5 * (double)(map->claims.items[i].mentions.count);
    set_roles(map);
    return set_components(mem, map);
}
