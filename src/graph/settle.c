#include <config.h>

#include <stdlib.h>

#include "graph/gather.h"

static int by_start(const void *x, const void *y) {
    const mention *a = x, *b = y;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

typedef struct {
    size_t start;
    uint32_t claim;
} opening;

static int by_opening(const void *x, const void *y) {
    const opening *a = x, *b = y;
    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    return (a->claim > b->claim) - (a->claim < b->claim);
}

/* Claims by their first mention; what names them follows. */
static int put_in_order(gatherer *g, uint32_t *sides, size_t side_count) {
    hence_map *map = g->map;
    size_t n = map->claims.count;
    opening *order = arena_new(g->scratch, opening, n);
    uint32_t *place = arena_new(g->scratch, uint32_t, n);
    claim *old = arena_new(g->scratch, claim, n);
    if (!order || !place || !old)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        old[i] = map->claims.items[i];
        order[i] = (opening){old[i].mentions.items[0].span.start, i};
    }
    if (n)
        qsort(order, n, sizeof *order, by_opening);
    for (uint32_t i = 0; i < n; i++) {
        map->claims.items[i] = old[order[i].claim];
        place[order[i].claim] = i;
    }
    for (size_t i = 0; i < side_count; i++)
        sides[i] = place[sides[i]];
    if (map->thesis != NONE)
        map->thesis = place[map->thesis];
    return 0;
}

/* Where `label` stands in the table of labels, or would. */
static size_t label_slot(const hence_map *map, const uint32_t *table, size_t size, str label) {
    size_t at = str_hash(label) & (size - 1);
    while (table[at] && !str_equal(map->claims.items[table[at] - 1].label, label))
        at = (at + 1) & (size - 1);
    return at;
}

static bool overlap(const claim *a, const claim *b) {
    for (size_t i = 0; i < a->mentions.count && i < VISITS; i++)
        for (size_t k = 0; k < b->mentions.count && k < VISITS; k++)
            if (a->mentions.items[i].span.start < b->mentions.items[k].span.end && b->mentions.items[k].span.start < a->mentions.items[i].span.end)
                return true;
    return false;
}

static bool linked(const uint32_t *sides, size_t side_count, uint32_t a, uint32_t b) {
    for (size_t i = 0; i + 1 < side_count; i += 2)
        if ((sides[i] == a && sides[i + 1] == b) || (sides[i] == b && sides[i + 1] == a))
            return true;
    return false;
}

/* Whether two claims of the same label are told in the same words ("keep [children awake]"), and nothing tells them apart. */
static bool is_namesake(const gatherer *g, uint32_t a, uint32_t b, const uint32_t *sides, size_t side_count) {
    const claim *claims = g->map->claims.items;
    return overlap(&claims[a], &claims[b]) && !concept_differ(&g->claims.items[a].concept, &g->claims.items[b].concept) && !linked(sides, side_count, a, b);
}

/* Adds the mentions of `from` to those of `to`. -1 when memory ends. */
static int take_mentions(gatherer *g, claim *to, const claim *from) {
    for (size_t i = 0; i < from->mentions.count; i++) {
        mention *m = LIST_PUSH(g->mem, &to->mentions);
        if (!m)
            return -1;
        *m = from->mentions.items[i];
        m->join = m->join == JOIN_FIRST ? JOIN_SAME : m->join;
    }
    return 0;
}

/* Makes one claim of two that have one label and share words of the text. -1 when memory ends. */
static int join_namesakes(gatherer *g, uint32_t *sides, size_t side_count) {
    hence_map *map = g->map;
    size_t n = map->claims.count, size = 16, kept = 0;
    while (size < 2 * n)
        size *= 2;
    uint32_t *table = arena_new(g->scratch, uint32_t, size), *place = arena_new(g->scratch, uint32_t, n);
    if (!table || !place)
        return -1;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t *slot = &table[label_slot(map, table, size, map->claims.items[i].label)];
        bool same = *slot && is_namesake(g, *slot - 1, i, sides, side_count);
        if (same && take_mentions(g, &map->claims.items[*slot - 1], &map->claims.items[i]) < 0)
            return -1;
        *slot = same ? *slot : i + 1;
        place[i] = same ? *slot - 1 : i;
    }
    for (size_t i = 0; i < side_count; i++)
        sides[i] = place[sides[i]];
    if (map->thesis != NONE)
        map->thesis = place[map->thesis];
    for (uint32_t i = 0; i < n; i++)
        if (place[i] == i) {
            map->claims.items[kept] = map->claims.items[i];
            place[i] = (uint32_t)kept++;
        } else
            place[i] = NONE;
    map->claims.count = kept;
    for (size_t i = 0; i < side_count; i++)
        sides[i] = place[sides[i]];
    if (map->thesis != NONE)
        map->thesis = place[map->thesis];
    return 0;
}

/* A label for `c` that is not taken: another mention's, more of its own words, at last a number. -1 when memory ends. */
static int relabel(gatherer *g, claim *c, const uint32_t *table, size_t size) {
    static const size_t rooms[] = {LABEL_WORDS, LABEL_LONG};
    for (size_t r = 0; r < 2; r++)
        for (size_t i = 0; i < c->mentions.count && i < VISITS; i++) {
            const mention *m = &c->mentions.items[i];
            label l = label_of(g->a, g->mem, &g->a->trees[m->sentence], m->core, m->verb, rooms[r]);
            if (!l.text.data)
                return -1;
            if (l.score > 3 && !table[label_slot(g->map, table, size, l.text)]) {
                c->label = l.text;
                return 0;
            }
        }
    str base = c->label;
    for (int n = 2; table[label_slot(g->map, table, size, c->label)]; n++) {
        c->label = arena_print(g->mem, "%.*s (%d)", STR_ARG(base), n);
        if (!c->label.data)
            return -1;
    }
    return 0;
}

static int make_unique(gatherer *g) {
    hence_map *map = g->map;
    size_t size = 16;
    while (size < 2 * map->claims.count)
        size *= 2;
    uint32_t *table = arena_new(g->scratch, uint32_t, size);
    if (!table)
        return -1;
    for (uint32_t i = 0; i < map->claims.count; i++) {
        claim *c = &map->claims.items[i];
        if (table[label_slot(map, table, size, c->label)] && relabel(g, c, table, size) < 0)
            return -1;
        table[label_slot(map, table, size, c->label)] = i + 1;
    }
    return 0;
}

int settle_claims(gatherer *g, uint32_t *sides, size_t side_count) {
    if (g->merge != HENCE_MERGE_NONE && join_namesakes(g, sides, side_count) < 0)
        return -1;
    for (size_t i = 0; i < g->map->claims.count; i++) {
        claim *c = &g->map->claims.items[i];
        if (c->mentions.count)
            qsort(c->mentions.items, c->mentions.count, sizeof *c->mentions.items, by_start);
    }
    return put_in_order(g, sides, side_count) < 0 ? -1 : make_unique(g);
}
