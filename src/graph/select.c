#include <config.h>

#include "graph/select.h"

#include <stdlib.h>

#include "base/error.h"
#include "graph/find.h"

/* What growing needs: by claim, whether it may be shown, has a link, is next to what is shown. */
typedef struct {
    bool *allowed, *linked, *reached, *named, *links; /* the last by link: certain enough */
} choice;

static void drop(choice *c) {
    free(c->allowed);
    free(c->linked);
    free(c->reached);
    free(c->named);
    free(c->links);
}

static void show(const hence_map *map, const choice *c, selection *s, uint32_t one) {
    s->claims[one] = true;
    s->claim_count++;
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        if (c->links[i] && (l->source == one || l->target == one))
            c->reached[l->source] = c->reached[l->target] = true;
    }
}

/* The next claim: next to what is shown already if there is one, else the best start of a part not shown yet. */
static uint32_t best(const hence_map *map, const choice *c, const selection *s) {
    uint32_t next = NONE, start = NONE;
    for (uint32_t i = 0; i < map->claims.count; i++) {
        const claim *one = &map->claims.items[i];
        if (s->claims[i] || !c->linked[i] || !c->allowed[i])
            continue;
        if (c->reached[i] && (next == NONE || one->weight > map->claims.items[next].weight))
            next = i;
        const claim *other = start == NONE ? NULL : &map->claims.items[start];
        if (!other || one->component < other->component || (one->component == other->component && one->weight > other->weight))
            start = i;
    }
    return next != NONE ? next : start;
}

static void grow(const hence_map *map, const choice *c, selection *s, size_t room, bool focused) {
    for (uint32_t i = 0; focused && i < map->claims.count && s->claim_count < room; i++)
        if (c->named[i])
            show(map, c, s, i);
    bool from_thesis = !focused && map->thesis != NONE && c->linked[map->thesis];
    uint32_t next = from_thesis ? map->thesis : best(map, c, s);
    for (; next != NONE && s->claim_count < room; next = best(map, c, s))
        show(map, c, s, next);
}

/* Takes out claims whose every link leads to what there was no room for, but for the thesis and what was asked for. */
static int drop_lonely(const hence_map *map, const choice *c, selection *s, hence_error *err) {
    bool *joined = calloc(map->claims.count + 1, 1);
    if (!joined)
        return error_memory(err);
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        if (c->links[i] && s->claims[l->source] && s->claims[l->target])
            joined[l->source] = joined[l->target] = true;
    }
    for (uint32_t i = 0; i < map->claims.count; i++)
        if (s->claims[i] && !joined[i] && !c->named[i] && i != map->thesis) {
            s->claims[i] = false;
            s->claim_count--;
        }
    free(joined);
    return 0;
}

/* Allows the claims at most `depth` links from those named, in either direction. */
static int reach(const hence_map *map, const choice *c, size_t depth, hence_error *err) {
    bool *next = calloc(map->claims.count + 1, 1);
    if (!next)
        return error_memory(err);
    for (size_t i = 0; i < map->claims.count; i++)
        c->allowed[i] = c->named[i];
    bool more = true;
    for (size_t step = 0; more && step < depth; step++) {
        more = false;
        for (size_t i = 0; i < map->links.count; i++) {
            const claim_link *l = &map->links.items[i];
            if (c->links[i] && c->allowed[l->source] != c->allowed[l->target])
                next[c->allowed[l->source] ? l->target : l->source] = more = true;
        }
        for (size_t i = 0; i < map->claims.count; i++)
            c->allowed[i] |= next[i];
    }
    free(next);
    return 0;
}

static bool certain_enough(const claim_link *l, hence_certainty least) {
    certainty have = l->certainty ? l->certainty : CERTAINTY_ASSERTED;
    switch (least) {
    case HENCE_ASSERTED:
        return have <= CERTAINTY_ASSERTED;
    case HENCE_PROBABLE:
        return have <= CERTAINTY_PROBABLE;
    case HENCE_POSSIBLE:
        return have <= CERTAINTY_POSSIBLE;
    default:
        return true;
    }
}

int select_claims(const hence_map *map, const hence_write_options *options, selection *out, hence_error *err) {
    static const hence_write_options defaults = {0};
    const hence_write_options *o = options ? options : &defaults;
    size_t claims = map->claims.count, links = map->links.count, room = o->max_claims ? o->max_claims : SELECT_CLAIMS, named = 0;
    if (selection_new(map, out, err) != 0)
        return -1;
    choice c = {calloc(claims + 1, 1), calloc(claims + 1, 1), calloc(claims + 1, 1), calloc(claims + 1, 1), calloc(links + 1, 1)};
    int result = -1;
    if (!c.allowed || !c.linked || !c.reached || !c.named || !c.links) {
        error_memory(err);
        goto done;
    }
    for (size_t i = 0; i < links; i++) {
        const claim_link *l = &map->links.items[i];
        c.links[i] = certain_enough(l, o->least);
        if (c.links[i])
            c.linked[l->source] = c.linked[l->target] = true;
    }
    for (size_t i = 0; i < claims; i++)
        c.allowed[i] = !o->least || c.linked[i]; /* a claim whose links are all too weak goes with them */
    if (o->focus) {
        if (find_claims(map, str_of(o->focus), c.named, &named, err) != 0)
            goto done;
        if (!named) {
            error_set(err, HENCE_ENONE, map->document->source, 0, 0, "no claim is named by '%s'", o->focus);
            goto done;
        }
        if (reach(map, &c, o->depth ? o->depth : SELECT_DEPTH, err) != 0)
            goto done;
    }
    if (o->all)
        for (size_t i = 0; i < claims; i++)
            out->claim_count += out->claims[i] = c.allowed[i];
    else {
        grow(map, &c, out, room, o->focus);
        if (drop_lonely(map, &c, out, err) != 0)
            goto done;
    }
    for (size_t i = 0; i < links; i++) {
        const claim_link *l = &map->links.items[i];
        out->link_count += out->links[i] = c.links[i] && out->claims[l->source] && out->claims[l->target];
    }
    result = 0;
done:
    drop(&c);
    if (result != 0)
        selection_free(out);
    return result;
}

int selection_new(const hence_map *map, selection *out, hence_error *err) {
    *out = (selection){calloc(map->claims.count + 1, 1), calloc(map->links.count + 1, 1), 0, 0};
    if (out->claims && out->links)
        return 0;
    selection_free(out);
    return error_memory(err);
}

void selection_free(selection *s) {
    free(s->claims);
    free(s->links);
    *s = (selection){0};
}

void selection_add(selection *s, const hence_map *map, uint32_t link) {
    const claim_link *l = &map->links.items[link];
    s->link_count += !s->links[link];
    s->claim_count += !s->claims[l->source];
    s->claims[l->source] = true;
    s->claim_count += !s->claims[l->target];
    s->claims[l->target] = s->links[link] = true;
}
