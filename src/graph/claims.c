#include <config.h>

#include "graph/claims.h"

#include <stdlib.h>

#include "graph/gather.h"

enum { SALIENT = 4 };

chain **gather_bucket(chain **buckets, str head) {
    return &buckets[str_hash(head) % BUCKETS];
}

int gather_hang(gatherer *g, chain **buckets, str head, uint32_t what) {
    chain *k = arena_new(g->scratch, chain, 1), **b = gather_bucket(buckets, head);
    if (!k)
        return -1;
    *k = (chain){*b, what};
    *b = k;
    return 0;
}

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

typedef struct {
    uint32_t claim;
    int score;
    join how;
} candidate;

/* Whether a mention that shares no more than its head may join. */
static bool joins_loosely(const gatherer *g, const concept *c, bool near, bool alone) {
    if (g->merge == HENCE_MERGE_LOOSE || (c->demonstrative && (near || !c->shell)) || (c->definite && near && concept_is_bare(c)))
        return true;
    return alone && (!c->shell || c->definite);
}

static void consider(gatherer *g, str head, const concept *c, uint32_t sentence, candidate *best) {
    int visits = 0;
    uint32_t heads = 0; /* claims about the head that it could be */
    for (const chain *k = *gather_bucket(g->buckets, head); k && visits < VISITS && heads < 2; k = k->next, visits++)
        heads += str_equal(g->claims.items[k->claim].concept.head, c->head) && concept_compare(c, &g->claims.items[k->claim].concept) >= CONCEPT_LOOSE;
    visits = 0;
    for (const chain *k = *gather_bucket(g->buckets, head); k && visits < VISITS; k = k->next, visits++) {
        const gathered *o = &g->claims.items[k->claim];
        concept_match m = concept_compare(c, &o->concept);
        bool near = sentence - o->newest <= LOOK_BACK;
        bool joins = m == CONCEPT_SAME || (m == CONCEPT_LOOSE && joins_loosely(g, c, near, heads < 2 && !c->clause && !o->concept.clause)) ||
                     (m == CONCEPT_NEAR && g->merge == HENCE_MERGE_LOOSE);
        bool number = m == CONCEPT_LOOSE && (c->demonstrative || c->definite) && !c->clause && !o->first.clause && c->plural != o->first.plural &&
                      !str_equal(c->form, o->first.form);
        if (!joins || number || (m != CONCEPT_NEAR && concept_compare(c, &o->first) <= CONCEPT_NEAR))
            continue;
        size_t named = g->map->claims.items[k->claim].mentions.count; /* what is named often is meant by "this partnership" */
        int salience = c->demonstrative || c->definite ? (int)(named < SALIENT ? named : SALIENT) : 0;
        int score = 4 * concept_shared(c, &o->concept) + (m == CONCEPT_SAME ? 8 : 0) + (str_equal(c->form, o->first.form) ? 3 : 0) + (near ? 2 : 0) + salience;
        if (score > best->score) { /* chains run from new to old: the newest of equals stays */
            best->score = score;
            best->claim = k->claim;
            best->how = m == CONCEPT_SAME ? JOIN_SAME : c->demonstrative || c->definite ? JOIN_BACK : JOIN_LOOSE;
        }
    }
}

/* The claim of the very same words. */
static uint32_t find_place(const gatherer *g, const concept *c, span where) {
    int visits = 0;
    for (const chain *k = g->buckets[str_hash(c->head) % BUCKETS]; k && visits < VISITS; k = k->next, visits++) {
        const claim *o = &g->map->claims.items[k->claim];
        if (o->mentions.count && span_equal(o->mentions.items[0].span, where))
            return k->claim;
    }
    return NONE;
}

static uint32_t find(gatherer *g, const concept *c, uint32_t sentence, phrase core, join *how) {
    candidate best = {NONE, -1, JOIN_FIRST};
    *how = JOIN_FIRST;
    if (g->merge == HENCE_MERGE_NONE)
        return find_place(g, c, tree_span(&g->a->trees[sentence], core));
    consider(g, c->head, c, sentence, &best);
    if (c->outer.len)
        consider(g, c->outer, c, sentence, &best);
    for (uint8_t i = 0; i < c->word_count; i++)
        consider(g, c->words[i], c, sentence, &best);
    *how = best.how;
    return best.claim;
}

static bool fuller(const concept *a, const concept *b) {
    return a->word_count + a->name_count > b->word_count + b->name_count;
}

static uint32_t open_claim(gatherer *g, const argument_side *side, const concept *c) {
    claim *fresh = LIST_PUSH(g->mem, &g->map->claims);
    gathered *more = LIST_PUSH(g->scratch, &g->claims);
    if (!fresh || !more)
        return NONE;
    uint32_t at = (uint32_t)g->map->claims.count - 1;
    more->concept = more->first = *c;
    more->label = label_of(g->a, g->mem, &g->a->trees[side->sentence], side->core, side->verb, LABEL_WORDS);
    fresh->label = more->label.text;
    bool hung = fresh->label.data && gather_hang(g, g->buckets, c->head, at) == 0 && (!c->outer.len || gather_hang(g, g->buckets, c->outer, at) == 0);
    return hung ? at : NONE;
}

/* Takes the label and the concept of a further mention where they say it better. */
static int improve(gatherer *g, const argument_side *side, const concept *c, uint32_t at) {
    gathered *o = &g->claims.items[at];
    label l = label_of(g->a, g->mem, &g->a->trees[side->sentence], side->core, side->verb, LABEL_WORDS);
    if (!l.text.data)
        return -1;
    if (l.score > o->label.score || (l.score == o->label.score && fuller(c, &o->concept))) {
        o->label = l;
        g->map->claims.items[at].label = l.text;
    }
    if (fuller(c, &o->concept) && str_equal(c->head, o->concept.head))
        o->concept = *c;
    return 0;
}

static uint32_t join_claim(gatherer *g, const argument_side *side, const concept *c, uint32_t at, join how) {
    bool opens = at == NONE;
    if (opens && (at = open_claim(g, side, c)) == NONE)
        return NONE;
    claim *one = &g->map->claims.items[at];
    g->claims.items[at].newest = side->sentence;
    span where = tree_span(&g->a->trees[side->sentence], side->core);
    mention *m = NULL;
    for (size_t i = 0; i < one->mentions.count && !m; i++)
        if (span_equal(one->mentions.items[i].span, where))
            m = &one->mentions.items[i];
    if (m && (side->verb || !m->verb))
        return at;
    if (m) {
        m->verb = NULL; /* it is spoken of without the verb too */
    } else {
        if (!(m = LIST_PUSH(g->mem, &one->mentions)))
            return NONE;
        *m = (mention){side->sentence, where, side->attribution, side->core, side->verb, how};
    }
    return opens || c->demonstrative || improve(g, side, c, at) == 0 ? at : NONE;
}

uint32_t gather_claim(gatherer *g, const argument_side *side, const concept *c) {
    join how;
    uint32_t there = find(g, c, side->sentence, side->core, &how);
    return join_claim(g, side, c, there, how);
}

static bool in_connective(const analysis *a, uint32_t token) {
    return a->part_of && a->part_of[token] != NONE && a->markers->items[a->part_of[token]].entry->table == LEXICON_CONNECTIVES;
}

/* The side without the words of a connective at the edges of its core ("owing to closer trade", "arm themselves in response"). */
static argument_side without_marker(const gatherer *g, argument_side side) {
    const analysis *a = g->a;
    phrase *core = &side.core;
    while (core->first + 1 < core->end && in_connective(a, core->first))
        core->first++;
    while (core->end > core->first + 1 && core->end - 1 > core->head && in_connective(a, core->end - 1))
        core->end--;
    if (core->head != NONE && core->head < core->first)
        *core = tree_range(&a->trees[side.sentence], core->first, core->end);
    return side;
}

/* Whether nothing is named in the sentence before `i`. */
static bool is_first_thing(const tree *t, uint32_t i) {
    for (uint32_t k = t->first; k < i; k++)
        if (tree_at(t, k)->upos == UPOS_NOUN || tree_at(t, k)->upos == UPOS_PROPN || tree_at(t, k)->upos == UPOS_VERB)
            return false;
    return true;
}

/* The claim of one side; NONE when memory ends. */
static uint32_t claim_of(gatherer *g, argument_side *whole, bool source) {
    argument_side trimmed = without_marker(g, *whole), *side = &trimmed;
    if (!source) /* there the link tells what is done to it */
        side->verb = NULL;
    concept c;
    if (concept_read(g->a, g->stems, g->scratch, &g->a->trees[side->sentence], side->core, &c) < 0)
        return NONE;
    const tree *t = &g->a->trees[side->sentence];
    bool pronoun = side->core.head != NONE && tree_at(t, side->core.head)->upos == UPOS_PRON; /* one "it" is not another */
    join how = JOIN_FIRST;
    uint32_t found = NONE;
    if (g->merge != HENCE_MERGE_NONE && anaphora_call(g, side, &c, &found) < 0)
        return NONE;
    if (found == NONE && g->merge != HENCE_MERGE_NONE && (found = anaphora_called(g, &c, side->sentence)) != NONE)
        how = JOIN_BACK;
    if (found == NONE && (!pronoun || g->merge == HENCE_MERGE_NONE))
        found = find(g, &c, side->sentence, side->core, &how);
    if (found == NONE && g->merge != HENCE_MERGE_NONE && anaphora_find(g, side, &c, pronoun && is_first_thing(t, side->core.head), &found, &how) < 0)
        return NONE;
    whole->reduced = side->reduced;
    return join_claim(g, side, &c, found, how);
}

int claims_gather(arena *mem, arena *scratch, analysis *a, stemmer *stems, hence_merge merge, const argument_side *thesis, hence_map *map,
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
        argument *arg = &a->out.items[places[i].argument];
        uint32_t claim_at = claim_of(g, places[i].target ? &arg->target : &arg->source, !places[i].target);
        if (claim_at == NONE)
            return -1;
        (*sides)[2 * places[i].argument + places[i].target] = claim_at;
    }
    if (thesis) {
        argument_side side = *thesis;
        map->thesis = claim_of(g, &side, true);
        if (map->thesis == NONE)
            return -1;
    }
    return settle_claims(g, *sides, 2 * n);
}
