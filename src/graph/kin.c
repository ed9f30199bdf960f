#include <config.h>

#include "graph/kin.h"

#include "clause/phrase.h"
#include "graph/concept.h"

enum { BUCKETS = 1024, VISITS = 48 };

/* What a linked claim is about, as one of its mentions says it. */
typedef struct known {
    struct known *next; /* with the same bucket, earlier in the text */
    concept concept;
    uint32_t claim;
} known;

typedef struct {
    arena *mem, *scratch;
    const analysis *a;
    stemmer *stems;
    hence_map *map;
    known *buckets[BUCKETS]; /* by the head of the concept */
    uint32_t *up;            /* a forest: claims that links or kin join have one root */
    bool *linked;
} family;

static uint32_t root(uint32_t *up, uint32_t i) {
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

static known **bucket(family *f, str head) {
    return &f->buckets[str_hash(head) % BUCKETS];
}

static int learn_claim(family *f, uint32_t claim_at) {
    const claim *c = &f->map->claims.items[claim_at];
    for (size_t i = 0; i < c->mentions.count && i < VISITS; i++) {
        const mention *m = &c->mentions.items[i];
        known *k = arena_new(f->scratch, known, 1);
        if (!k || concept_read(f->a, f->stems, f->scratch, &f->a->trees[m->sentence], m->core, &k->concept) < 0)
            return -1;
        known **b = bucket(f, k->concept.head.key);
        k->claim = claim_at;
        k->next = *b;
        *b = k;
    }
    return 0;
}

/* The claim that a phrase names: one that says all of it and no more, or the only one about its head, where "the levy" takes that up. NONE for none. */
static uint32_t named_claim(family *f, const concept *c, uint32_t own) {
    uint32_t found = NONE, about = NONE;
    bool several = false;
    int visits = 0;
    for (const known *k = *bucket(f, c->head.key); k && visits < VISITS; k = k->next, visits++) {
        int said = k->claim == own ? CONCEPT_OTHER : concept_compare(c, &k->concept);
        if (said >= CONCEPT_SAME)
            found = k->claim;
        several |= said >= CONCEPT_LOOSE && about != NONE && about != k->claim;
        about = said >= CONCEPT_LOOSE ? k->claim : about;
    }
    bool taken_up = c->definite && concept_is_bare(c) && !c->shell && !several;
    return found != NONE ? found : taken_up ? about : NONE;
}

/* A mention, and the subject of its verb, which a core may leave out ("[hotter pavements] release heat"). */
static phrase with_subject(const family *f, const tree *t, phrase core) {
    uint32_t subject = core.head != NONE && tree_at(t, core.head)->upos == UPOS_VERB ? tree_subject(t, core.head, NULL) : NONE;
    if (subject != NONE && subject >= t->first && subject < core.first && tree_at(t, subject)->upos == UPOS_NOUN)
        core.first = phrase_noun_core(t, f->a->notes, subject).first;
    return core;
}

/* A noun phrase inside another phrase, and not all of it; empty where `i` heads none. */
static phrase inner_phrase(const family *f, const tree *t, phrase whole, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->upos != UPOS_NOUN || k->relation == DEP_compound || k->relation == DEP_flat || i == whole.head || f->a->notes[i].flags & NOTE_PERIOD)
        return (phrase){0};
    phrase p = phrase_noun_core(t, f->a->notes, i);
    p.first = p.first > whole.first ? p.first : whole.first;
    p.end = p.end < whole.end ? p.end : whole.end;
    return p.end - p.first < whole.end - whole.first ? p : (phrase){0};
}

static int join_parts(family *f, uint32_t whole, uint32_t named, const mention *m, phrase p) {
    uint32_t a = root(f->up, whole), b = root(f->up, named);
    if (a == b)
        return 0;
    kinship *k = LIST_PUSH(f->mem, &f->map->kin);
    if (!k)
        return -1;
    *k = (kinship){whole, named, m->sentence, tree_span(&f->a->trees[m->sentence], p)};
    f->up[a] = b;
    return 0;
}

/* Joins a claim to those that its mentions name: by several words first, then by one. */
static int join_claim(family *f, uint32_t claim_at, bool bare) {
    const claim *one = &f->map->claims.items[claim_at];
    for (size_t i = 0; i < one->mentions.count && i < VISITS; i++) {
        const mention *m = &one->mentions.items[i];
        const tree *t = &f->a->trees[m->sentence];
        phrase whole = with_subject(f, t, m->core);
        for (uint32_t w = whole.first; w < whole.end; w++) {
            phrase p = inner_phrase(f, t, whole, w);
            concept c;
            if (p.first == p.end)
                continue;
            if (concept_read(f->a, f->stems, f->scratch, t, p, &c) < 0)
                return -1;
            uint32_t named = concept_is_bare(&c) == bare ? named_claim(f, &c, claim_at) : NONE;
            if (named != NONE && join_parts(f, claim_at, named, m, p) < 0)
                return -1;
        }
    }
    return 0;
}

int kin_find(arena *mem, arena *scratch, const analysis *a, stemmer *stems, hence_map *map) {
    uint32_t n = (uint32_t)map->claims.count;
    family *f = arena_new(scratch, family, 1);
    if (!f)
        return -1;
    *f = (family){.mem = mem, .scratch = scratch, .a = a, .stems = stems, .map = map, .up = arena_new(scratch, uint32_t, n), .linked = arena_new(scratch, bool, n)};
    if (n && (!f->up || !f->linked))
        return -1;
    for (uint32_t i = 0; i < n; i++)
        f->up[i] = i;
    for (size_t i = 0; i < map->links.count; i++) {
        uint32_t s = map->links.items[i].source, g = map->links.items[i].target;
        f->linked[s] = f->linked[g] = true;
        f->up[root(f->up, s)] = root(f->up, g);
    }
    for (uint32_t i = 0; i < n; i++)
        if (f->linked[i] && learn_claim(f, i) < 0)
            return -1;
    for (int bare = 0; bare < 2; bare++)
        for (uint32_t i = 0; i < n; i++)
            if (f->linked[i] && join_claim(f, i, bare) < 0)
                return -1;
    return 0;
}
