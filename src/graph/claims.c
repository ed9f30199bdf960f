#include <config.h>

#include "graph/claims.h"

#include <stdlib.h>

#include "graph/concept.h"
#include "graph/label.h"

enum { BUCKETS = 1024, VISITS = 48, LOOK_BACK = 3 };

/* A claim while it grows. */
typedef struct {
    concept concept; /* of its fullest mention */
    uint32_t newest; /* sentence of its newest mention */
    label label;
} gathered;

typedef struct chain {
    struct chain *next; /* older */
    uint32_t claim;
} chain;

typedef struct {
    arena *mem, *scratch;
    const analysis *a;
    stemmer *stems;
    hence_merge merge;
    hence_map *map;
    LIST(gathered) claims;
    chain *buckets[BUCKETS]; /* claims by the head of their concept */
} gatherer;

typedef struct {
    uint32_t argument;
    bool target;
    uint32_t sentence, first;
} place;

static int by_place(const void *x, const void *y) {
    const place *a = x, *b = y;
    if (a->sentence != b->sentence)
        return a->sentence < b->sentence ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    if (a->argument != b->argument)
        return a->argument < b->argument ? -1 : 1;
    return (int)a->target - (int)b->target;
}

static chain **bucket(gatherer *g, str head) {
    return &g->buckets[str_hash(head) % BUCKETS];
}

typedef struct {
    uint32_t claim;
    int score;
    join how;
} candidate;

static void consider(gatherer *g, str head, const concept *c, uint32_t sentence, candidate *best) {
    int visits = 0;
    for (const chain *k = *bucket(g, head); k && visits < VISITS; k = k->next, visits++) {
        const gathered *o = &g->claims.items[k->claim];
        concept_match m = concept_compare(c, &o->concept);
        bool near = sentence - o->newest <= LOOK_BACK;
        bool joins = m == CONCEPT_SAME || (m == CONCEPT_LOOSE && (g->merge == HENCE_MERGE_LOOSE || (c->demonstrative && (near || !c->shell)) ||
                                                                  (c->definite && near && c->word_count == 0)));
        if (!joins)
            continue;
        int score = 4 * concept_shared(c, &o->concept) + (m == CONCEPT_SAME ? 8 : 0) + (near ? 2 : 0);
        if (score > best->score) { /* chains run from new to old: the newest of equals stays */
            best->score = score;
            best->claim = k->claim;
            best->how = m == CONCEPT_SAME ? JOIN_SAME : JOIN_LOOSE;
        }
    }
}

static uint32_t find(gatherer *g, const concept *c, uint32_t sentence, join *how) {
    candidate best = {NONE, 0, JOIN_FIRST};
    *how = JOIN_FIRST;
    if (g->merge == HENCE_MERGE_NONE)
        return NONE;
    consider(g, c->head, c, sentence, &best);
    for (uint8_t i = 0; i < c->word_count; i++)
        consider(g, c->words[i], c, sentence, &best);
    *how = best.how;
    return best.claim;
}

static bool fuller(const concept *a, const concept *b) {
    return a->word_count + a->name_count > b->word_count + b->name_count;
}

static uint32_t join_claim(gatherer *g, const argument_side *side, const concept *c, uint32_t claim_at, join how) {
    const tree *t = &g->a->trees[side->sentence];
    if (claim_at == NONE) {
        claim *fresh = LIST_PUSH(g->mem, &g->map->claims);
        gathered *more = LIST_PUSH(g->scratch, &g->claims);
        chain *k = arena_new(g->scratch, chain, 1);
        if (!fresh || !more || !k)
            return NONE;
        claim_at = (uint32_t)g->map->claims.count - 1;
        more->concept = *c;
        more->label = label_of(g->a, g->mem, t, side->core);
        if (!more->label.text.data)
            return NONE;
        fresh->label = more->label.text;
        chain **b = bucket(g, c->head);
        *k = (chain){*b, claim_at};
        *b = k;
    }
    claim *one = &g->map->claims.items[claim_at];
    gathered *o = &g->claims.items[claim_at];
    o->newest = side->sentence;
    span where = tree_span(t, side->core);
    for (size_t i = 0; i < one->mentions.count; i++)
        if (span_equal(one->mentions.items[i].span, where))
            return claim_at;
    mention *m = LIST_PUSH(g->mem, &one->mentions);
    if (!m)
        return NONE;
    *m = (mention){side->sentence, where, side->attribution, side->core, how};
    if (one->mentions.count > 1 && !c->demonstrative) {
        label l = label_of(g->a, g->mem, t, side->core);
        if (!l.text.data)
            return NONE;
        if (l.score > o->label.score || (l.score == o->label.score && fuller(c, &o->concept))) {
            o->label = l;
            one->label = l.text;
        }
        if (fuller(c, &o->concept) && str_equal(c->head, o->concept.head))
            o->concept = *c;
    }
    return claim_at;
}

/* The claim of one side; NONE when memory ends. */
static uint32_t claim_of(gatherer *g, const argument_side *side) {
    concept c;
    if (concept_read(g->a, g->stems, g->scratch, &g->a->trees[side->sentence], side->core, &c) < 0)
        return NONE;
    join how;
    uint32_t found = find(g, &c, side->sentence, &how);
    if (found == NONE && c.demonstrative && (c.shell || c.derived) && g->merge != HENCE_MERGE_NONE) {
        argument_side before = argument_before(g->a, side->sentence);
        concept earlier;
        if (before.core.first < before.core.end) {
            if (concept_read(g->a, g->stems, g->scratch, &g->a->trees[before.sentence], before.core, &earlier) < 0)
                return NONE;
            if (!earlier.demonstrative) {
                join first;
                uint32_t there = find(g, &earlier, before.sentence, &first);
                found = join_claim(g, &before, &earlier, there, first);
                if (found == NONE)
                    return NONE;
                how = JOIN_STANDS_FOR;
            }
        }
    }
    return join_claim(g, side, &c, found, how);
}

static int by_start(const void *x, const void *y) {
    const mention *a = x, *b = y;
    return (a->span.start > b->span.start) - (a->span.start < b->span.start);
}

/* A second claim with a label that is taken gets a number. */
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
        str base = c->label;
        for (int n = 2;; n++) {
            size_t at = str_hash(c->label) & (size - 1);
            while (table[at] && !str_equal(map->claims.items[table[at] - 1].label, c->label))
                at = (at + 1) & (size - 1);
            if (!table[at]) {
                table[at] = i + 1;
                break;
            }
            c->label = arena_print(g->mem, "%.*s (%d)", STR_ARG(base), n);
            if (!c->label.data)
                return -1;
        }
    }
    return 0;
}

int claims_gather(arena *mem, arena *scratch, const analysis *a, stemmer *stems, hence_merge merge, const argument_side *thesis, hence_map *map,
                  uint32_t **sides) {
    gatherer *g = arena_new(scratch, gatherer, 1);
    size_t n = a->out.count;
    place *places = arena_new(scratch, place, 2 * n);
    *sides = arena_new(scratch, uint32_t, 2 * n);
    if (!g || !places || !*sides)
        return -1;
    *g = (gatherer){.mem = mem, .scratch = scratch, .a = a, .stems = stems, .merge = merge, .map = map};
    for (uint32_t i = 0; i < n; i++) {
        const argument *arg = &a->out.items[i];
        places[2 * i] = (place){i, false, arg->source.sentence, arg->source.core.first};
        places[2 * i + 1] = (place){i, true, arg->target.sentence, arg->target.core.first};
    }
    if (n)
        qsort(places, 2 * n, sizeof *places, by_place);
    for (size_t i = 0; i < 2 * n; i++) {
        const argument *arg = &a->out.items[places[i].argument];
        uint32_t claim_at = claim_of(g, places[i].target ? &arg->target : &arg->source);
        if (claim_at == NONE)
            return -1;
        (*sides)[2 * places[i].argument + places[i].target] = claim_at;
    }
    if (thesis) {
        map->thesis = claim_of(g, thesis);
        if (map->thesis == NONE)
            return -1;
    }
    for (size_t i = 0; i < map->claims.count; i++) {
        claim *c = &map->claims.items[i];
        qsort(c->mentions.items, c->mentions.count, sizeof *c->mentions.items, by_start);
    }
    return make_unique(g);
}
