#include <config.h>

#include "write/backbone.h"

#include <stdlib.h>

#include "base/error.h"

/* The next claim: next to what is shown already if `reached` says so, else the best start of a part not shown yet. */
static uint32_t best(const hence_map *map, const backbone *b, const bool *reached, const bool *linked) {
    uint32_t next = NONE, start = NONE;
    for (uint32_t i = 0; i < map->claims.count; i++) {
        const claim *c = &map->claims.items[i];
        if (b->claims[i] || !linked[i])
            continue;
        if (reached[i] && (next == NONE || c->weight > map->claims.items[next].weight))
            next = i;
        if (start == NONE || c->component < map->claims.items[start].component ||
            (c->component == map->claims.items[start].component && c->weight > map->claims.items[start].weight))
            start = i;
    }
    return next != NONE ? next : start;
}

static void grow(const hence_map *map, backbone *b, size_t room, bool *reached, bool *linked) {
    for (size_t i = 0; i < map->links.count; i++)
        linked[map->links.items[i].source] = linked[map->links.items[i].target] = true;
    uint32_t next = map->thesis != NONE && linked[map->thesis] ? map->thesis : best(map, b, reached, linked);
    while (next != NONE && b->claim_count < room) {
        b->claims[next] = true;
        b->claim_count++;
        for (size_t i = 0; i < map->links.count; i++) {
            const claim_link *l = &map->links.items[i];
            if (l->source == next || l->target == next)
                reached[l->source] = reached[l->target] = true;
        }
        next = best(map, b, reached, linked);
    }
}

int backbone_choose(const hence_map *map, const hence_write_options *options, backbone *out, hence_error *err) {
    size_t claims = map->claims.count, room = options && options->max_claims ? options->max_claims : BACKBONE_CLAIMS;
    *out = (backbone){calloc(claims + 1, 1), calloc(map->links.count + 1, 1), 0, 0};
    bool *reached = calloc(claims + 1, 1), *linked = calloc(claims + 1, 1);
    int result = -1;
    if (!out->claims || !out->links || !reached || !linked) {
        error_memory(err);
        backbone_free(out);
        goto done;
    }
    if (options && options->all)
        for (; out->claim_count < claims; out->claim_count++)
            out->claims[out->claim_count] = true;
    else
        grow(map, out, room, reached, linked);
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        out->links[i] = out->claims[l->source] && out->claims[l->target];
        out->link_count += out->links[i];
    }
    result = 0;
done:
    free(linked);
    free(reached);
    return result;
}

void backbone_free(backbone *b) {
    free(b->claims);
    free(b->links);
    *b = (backbone){0};
}

bool backbone_runs_right(const hence_map *map, const backbone *b) {
    /* A box is three times as wide as high, and an arrow carries a word. Longest paths by relaxing at most eight times: deeper maps are
     * deep either way, and a cycle can't run for ever. */
    enum { DEEPEST = 8 };
    size_t fullest = 0, ranks[DEEPEST + 1] = {0};
    uint8_t *rank = calloc(map->claims.count + 1, 1);
    if (!rank)
        return true;
    bool moved = true;
    for (int round = 0; moved && round < DEEPEST; round++) {
        moved = false;
        for (size_t i = 0; i < map->links.count; i++) {
            const claim_link *l = &map->links.items[i];
            if (b->links[i] && rank[l->target] <= rank[l->source] && rank[l->source] < DEEPEST) {
                rank[l->target] = (uint8_t)(rank[l->source] + 1);
                moved = true;
            }
        }
    }
    size_t deepest = 0;
    for (size_t i = 0; i < map->claims.count; i++)
        if (b->claims[i]) {
            size_t full = ++ranks[rank[i]];
            fullest = full > fullest ? full : fullest;
            deepest = rank[i] > deepest ? rank[i] : deepest;
        }
    free(rank);
    return fullest * 2 > deepest + 1;
}
