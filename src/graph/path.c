#include <config.h>

#include "graph/path.h"

#include <stdlib.h>

#include "base/error.h"

/* A beginning of a line: its last step, and the beginning before it. */
typedef struct {
    uint32_t before, link, claim; /* before and link are NONE at the start of a line */
    uint8_t steps;
    certainty certainty;
    double strength;
} node;

typedef struct {
    const hence_map *map;
    const bool *from, *to;
    uint32_t *first, *out; /* the links that leave claim c: out[first[c]] .. out[first[c + 1] - 1] */
    uint8_t *distance;     /* steps to the nearest end; PATH_STEPS + 1: too far */
    LIST(node) nodes;
    LIST(uint32_t) heap; /* nodes, the best at 0 */
} search;

bool path_carries(const claim_link *l) {
    return l->relation == RELATION_CONSEQUENCE || l->relation == RELATION_SUPPORT || l->relation == RELATION_CONDITION || l->relation == RELATION_ATTACK;
}

/* The same pair of claims, said with no less certainty and in no more words: `a` makes `b` idle. */
static bool outdoes(const claim_link *a, const claim_link *b, bool earlier) {
    bool says = a->polarity == b->polarity || b->polarity == POLARITY_NONE, as_sure = a->certainty <= b->certainty;
    bool denied = (a->certainty == CERTAINTY_DENIED) == (b->certainty == CERTAINTY_DENIED);
    bool better = a->certainty < b->certainty || a->polarity != b->polarity || earlier;
    return a->target == b->target && a->less == b->less && says && as_sure && denied && better;
}

/* Fills `first` and `out` with the links that carry and are not idle, in their own order. */
static int read_links(arena *mem, search *s) {
    const hence_map *map = s->map;
    size_t claims = map->claims.count, links = map->links.count;
    uint32_t *all = arena_new(mem, uint32_t, links), *start = arena_new(mem, uint32_t, claims + 2);
    s->first = arena_new(mem, uint32_t, claims + 1);
    s->out = arena_new(mem, uint32_t, links);
    if (!all || !start || !s->first || !s->out)
        return -1;
    for (size_t i = 0; i < links; i++)
        if (path_carries(&map->links.items[i]))
            start[map->links.items[i].source + 2]++;
    for (size_t c = 0; c < claims; c++)
        start[c + 2] += start[c + 1];
    for (uint32_t i = 0; i < links; i++)
        if (path_carries(&map->links.items[i]))
            all[start[map->links.items[i].source + 1]++] = i;
    enum { COMPARED = 64 }; /* links of one claim that are compared: bounds the work at a hub */
    uint32_t count = 0;
    for (size_t c = 0; c < claims; c++) {
        s->first[c] = count;
        for (uint32_t i = start[c]; i < start[c + 1]; i++) {
            bool idle = false;
            for (uint32_t k = start[c]; !idle && k < start[c + 1] && k < start[c] + COMPARED; k++)
                idle = k != i && outdoes(&map->links.items[all[k]], &map->links.items[all[i]], k < i);
            if (!idle)
                s->out[count++] = all[i];
        }
    }
    s->first[claims] = count;
    return 0;
}

/* Steps to the nearest end, walking backwards, so that the search turns back from where no end can be reached. */
static int measure(arena *mem, search *s) {
    size_t claims = s->map->claims.count;
    s->distance = arena_new(mem, uint8_t, claims);
    if (!s->distance)
        return -1;
    for (size_t c = 0; c < claims; c++)
        s->distance[c] = s->to[c] ? 0 : PATH_STEPS + 1;
    bool moved = true;
    for (int step = 1; moved && step <= PATH_STEPS; step++) {
        moved = false;
        for (size_t c = 0; c < claims; c++)
            for (uint32_t i = s->first[c]; s->distance[c] > PATH_STEPS && i < s->first[c + 1]; i++)
                if (s->distance[s->map->links.items[s->out[i]].target] == step - 1) {
                    s->distance[c] = (uint8_t)step;
                    moved = true;
                }
    }
    return 0;
}

static bool better(const search *s, uint32_t a, uint32_t b) {
    const node *x = &s->nodes.items[a], *y = &s->nodes.items[b];
    if (x->certainty != y->certainty)
        return x->certainty < y->certainty;
    if (x->strength != y->strength)
        return x->strength > y->strength;
    if (x->steps != y->steps)
        return x->steps < y->steps;
    return a < b;
}

static int push(arena *mem, search *s, node n) {
    node *fresh = LIST_PUSH(mem, &s->nodes);
    uint32_t *last = LIST_PUSH(mem, &s->heap);
    if (!fresh || !last)
        return -1;
    *fresh = n;
    uint32_t *heap = s->heap.items, at = (uint32_t)s->heap.count - 1, me = (uint32_t)s->nodes.count - 1;
    for (; at && better(s, me, heap[(at - 1) / 2]); at = (at - 1) / 2)
        heap[at] = heap[(at - 1) / 2];
    heap[at] = me;
    return 0;
}

static uint32_t pop(search *s) {
    uint32_t *heap = s->heap.items, top = heap[0], last = heap[--s->heap.count], at = 0;
    size_t count = s->heap.count;
    for (uint32_t child; (child = 2 * at + 1) < count; at = child) {
        if (child + 1 < count && better(s, heap[child + 1], heap[child]))
            child++;
        if (!better(s, heap[child], last))
            break;
        heap[at] = heap[child];
    }
    if (count)
        heap[at] = last;
    return top;
}

static bool passed(const search *s, uint32_t at, uint32_t claim) {
    for (; at != NONE; at = s->nodes.items[at].before)
        if (s->nodes.items[at].claim == claim)
            return true;
    return false;
}

static polarity times(polarity a, polarity b) {
    return !a || !b ? POLARITY_NONE : a == b ? POLARITY_INCREASE : POLARITY_DECREASE;
}

static void keep(const search *s, uint32_t at, path *p) {
    const node *end = &s->nodes.items[at];
    *p = (path){.count = end->steps, .certainty = end->certainty, .sign = POLARITY_INCREASE, .strength = end->strength};
    for (uint8_t i = end->steps; i-- > 0; at = s->nodes.items[at].before) {
        uint32_t link = p->links[i] = s->nodes.items[at].link;
        const claim_link *l = &s->map->links.items[link];
        p->sign = times(p->sign, l->certainty == CERTAINTY_DENIED ? POLARITY_NONE : l->polarity);
        p->sign = times(p->sign, l->less ? POLARITY_DECREASE : POLARITY_INCREASE);
    }
}

static int extend(arena *mem, search *s, uint32_t at) {
    node n = s->nodes.items[at];
    for (uint32_t i = s->first[n.claim]; i < s->first[n.claim + 1]; i++) {
        const claim_link *l = &s->map->links.items[s->out[i]];
        if (s->distance[l->target] + n.steps + 1 > PATH_STEPS || (s->from[l->target] && !s->to[l->target]) || passed(s, at, l->target))
            continue;
        certainty c = l->certainty ? l->certainty : CERTAINTY_ASSERTED;
        node next = {at, s->out[i], l->target, (uint8_t)(n.steps + 1), c > n.certainty ? c : n.certainty, n.strength * l->strength};
        if (push(mem, s, next) < 0)
            return -1;
    }
    return 0;
}

int path_find(arena *mem, const hence_map *map, const bool *from, const bool *to, path_list *out, hence_error *err) {
    arena scratch = {0};
    search s = {.map = map, .from = from, .to = to};
    *out = (path_list){0};
    int result = -1;
    if (read_links(&scratch, &s) < 0 || measure(&scratch, &s) < 0)
        goto done;
    for (uint32_t c = 0; c < map->claims.count; c++)
        if (from[c] && push(&scratch, &s, (node){NONE, NONE, c, 0, CERTAINTY_ASSERTED, 1}) < 0)
            goto done;
    while (s.heap.count) {
        if (out->count == PATH_MOST || s.nodes.count > PATH_WORK) {
            out->cut = true;
            break;
        }
        uint32_t at = pop(&s);
        node n = s.nodes.items[at];
        if (n.steps && to[n.claim]) {
            path *p = LIST_PUSH(mem, out);
            if (!p)
                goto done;
            keep(&s, at, p);
        } else if (extend(&scratch, &s, at) < 0) {
            goto done;
        }
    }
    result = 0;
done:
    arena_free(&scratch);
    return result == 0 ? 0 : error_memory(err);
}
