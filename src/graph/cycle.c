#include <config.h>

#include "graph/cycle.h"

#include "base/error.h"
#include "graph/path.h"

typedef struct {
    const hence_map *map;
    uint32_t *first, *out;         /* the links that leave a claim, as in path.c */
    uint32_t *order, *low, *knot;  /* by claim: order of discovery and lowest reached, from 1; its knot, NONE while open */
    uint32_t *stack, *walk, *next; /* open claims; the walk's own stack, and where it is among a claim's links */
    uint32_t *size;                /* by knot */
    size_t knots;
} walker;

static bool goes(const claim_link *l) {
    return path_carries(l) && l->certainty != CERTAINTY_DENIED;
}

static int prepare(arena *mem, walker *w) {
    size_t claims = w->map->claims.count, links = w->map->links.count;
    uint32_t **arrays[] = {&w->order, &w->low, &w->knot, &w->stack, &w->walk, &w->next, &w->size};
    for (size_t i = 0; i < sizeof arrays / sizeof *arrays; i++)
        if (!(*arrays[i] = arena_new(mem, uint32_t, claims)))
            return -1;
    w->first = arena_new(mem, uint32_t, claims + 2);
    w->out = arena_new(mem, uint32_t, links);
    if (!w->first || !w->out)
        return -1;
    for (size_t i = 0; i < links; i++)
        if (goes(&w->map->links.items[i]))
            w->first[w->map->links.items[i].source + 2]++;
    for (size_t c = 0; c < claims; c++) {
        w->first[c + 2] += w->first[c + 1];
        w->knot[c] = NONE;
    }
    for (uint32_t i = 0; i < links; i++)
        if (goes(&w->map->links.items[i]))
            w->out[w->first[w->map->links.items[i].source + 1]++] = i;
    return 0;
}

/* Tarjan's search from one claim, without recursion: maps may be as deep as texts are long. */
static void search(walker *w, uint32_t root, uint32_t *found) {
    size_t depth = 0, open = 0;
    w->walk[depth++] = root;
    while (depth) {
        uint32_t c = w->walk[depth - 1];
        if (!w->order[c]) {
            w->order[c] = w->low[c] = ++*found;
            w->next[c] = w->first[c];
            w->stack[open++] = c;
        }
        bool down = false;
        while (!down && w->next[c] < w->first[c + 1]) {
            uint32_t to = w->map->links.items[w->out[w->next[c]]].target;
            if (!w->order[to]) {
                w->walk[depth++] = to;
                down = true;
                continue; /* the link is looked at again on the way back */
            }
            if (w->knot[to] == NONE && w->low[to] < w->low[c])
                w->low[c] = w->low[to];
            w->next[c]++;
        }
        if (down)
            continue;
        if (w->low[c] == w->order[c]) {
            uint32_t member;
            do {
                member = w->stack[--open];
                w->knot[member] = (uint32_t)w->knots;
                w->size[w->knots]++;
            } while (member != c);
            w->knots++;
        }
        depth--;
    }
}

/* The shortest way from `root` back to itself inside its knot. */
static int trace(arena *mem, walker *w, uint32_t root, uint32_t *came, cycle *out) {
    uint32_t *queue = w->walk, head = 0, tail = 0, last = NONE;
    queue[tail++] = root;
    while (head < tail && last == NONE) {
        uint32_t c = queue[head++];
        for (uint32_t i = w->first[c]; i < w->first[c + 1] && last == NONE; i++) {
            uint32_t to = w->map->links.items[w->out[i]].target;
            if (to == root)
                last = w->out[i];
            else if (w->knot[to] == w->knot[root] && came[to] == NONE) {
                came[to] = w->out[i];
                queue[tail++] = to;
            }
        }
    }
    if (last == NONE)
        return 0;
    size_t count = 1;
    for (uint32_t c = w->map->links.items[last].source; c != root; c = w->map->links.items[came[c]].source)
        count++;
    *out = (cycle){arena_new(mem, uint32_t, count), arena_new(mem, uint32_t, count), count, w->size[w->knot[root]]};
    if (!out->claims || !out->links)
        return -1;
    for (uint32_t link = last; count-- > 0; link = came[out->claims[count]]) {
        out->links[count] = link;
        out->claims[count] = w->map->links.items[link].source;
    }
    return 0;
}

int cycle_find(arena *mem, const hence_map *map, cycle_list *out, hence_error *err) {
    arena scratch = {0};
    walker w = {.map = map};
    uint32_t found = 0;
    *out = (cycle_list){0};
    int result = -1;
    uint32_t *came = arena_new(&scratch, uint32_t, map->claims.count);
    bool *told = arena_new(&scratch, bool, map->claims.count);
    if (!came || !told || prepare(&scratch, &w) < 0)
        goto done;
    for (uint32_t c = 0; c < map->claims.count; c++) {
        came[c] = NONE;
        if (!w.order[c])
            search(&w, c, &found);
    }
    for (uint32_t c = 0; c < map->claims.count; c++) {
        if (w.size[w.knot[c]] < 2 || told[w.knot[c]])
            continue;
        told[w.knot[c]] = true;
        cycle *one = LIST_PUSH(mem, out);
        if (!one || trace(mem, &w, c, came, one) < 0)
            goto done;
    }
    result = 0;
done:
    arena_free(&scratch);
    return result == 0 ? 0 : error_memory(err);
}
