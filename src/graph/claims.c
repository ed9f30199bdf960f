#include <config.h>

#include "graph/claims.h"

#include <stdlib.h>

#include "clause/phrase.h"
#include "graph/concept.h"
#include "graph/label.h"

enum { BUCKETS = 1024, VISITS = 48, LOOK_BACK = 3, SALIENT = 4 };

/* A claim while it grows. */
typedef struct {
    concept concept; /* of its fullest mention */
    concept first;   /* of the mention that opened it: what joins agrees with both, so that a claim cannot drift */
    uint32_t newest; /* sentence of its newest mention */
    label label;
} gathered;

typedef struct chain {
    struct chain *next; /* older */
    uint32_t claim;
} chain;

typedef struct {
    concept concept;
    uint32_t sentence;
    phrase core;
} noun;

/* What a claim has been called: "exports serve as [a shield]". */
typedef struct {
    concept concept;
    uint32_t sentence, claim;
} calling;

typedef struct {
    arena *mem, *scratch;
    const analysis *a;
    stemmer *stems;
    hence_merge merge;
    hence_map *map;
    LIST(gathered) claims;
    LIST(calling) callings;
    chain *buckets[BUCKETS]; /* claims by the head of their concept, and by what was taken off it */
    LIST(noun) nouns;        /* noun phrases of the text, for what "this N" means; read when first asked for */
    chain *noun_buckets[BUCKETS];
    bool nouns_read;
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

static chain **bucket(chain **buckets, str head) {
    return &buckets[str_hash(head) % BUCKETS];
}

static int hang(gatherer *g, chain **buckets, str head, uint32_t what) {
    chain *k = arena_new(g->scratch, chain, 1), **b = bucket(buckets, head);
    if (!k)
        return -1;
    *k = (chain){*b, what};
    *b = k;
    return 0;
}

typedef struct {
    uint32_t claim;
    int score;
    join how;
} candidate;

static bool is_bare(const concept *c) {
    return c->word_count + c->name_count == 0;
}

/* Whether a mention that shares no more than its head may join. */
static bool joins_loosely(const gatherer *g, const concept *c, bool near, bool alone) {
    if (g->merge == HENCE_MERGE_LOOSE || (c->demonstrative && (near || !c->shell)) || (c->definite && near && is_bare(c)))
        return true;
    return alone && (!c->shell || c->definite);
}

static void consider(gatherer *g, str head, const concept *c, uint32_t sentence, candidate *best) {
    int visits = 0;
    uint32_t heads = 0; /* claims about the head that it could be */
    for (const chain *k = *bucket(g->buckets, head); k && visits < VISITS && heads < 2; k = k->next, visits++)
        heads += str_equal(g->claims.items[k->claim].concept.head, c->head) && concept_compare(c, &g->claims.items[k->claim].concept) >= CONCEPT_LOOSE;
    visits = 0;
    for (const chain *k = *bucket(g->buckets, head); k && visits < VISITS; k = k->next, visits++) {
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
    bool hung = fresh->label.data && hang(g, g->buckets, c->head, at) == 0 && (!c->outer.len || hang(g, g->buckets, c->outer, at) == 0);
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

static bool is_stated(const gatherer *g, uint32_t sentence) {
    return !g->a->states || g->a->states[sentence];
}

/* Noun phrases of more than one word, by the head of their concept. */
static int read_nouns(gatherer *g) {
    const text *t = g->a->text;
    g->nouns_read = true;
    for (uint32_t i = 0; i < t->tokens.count; i++) {
        const token *k = &t->tokens.items[i];
        if (k->upos != UPOS_NOUN || k->relation == DEP_compound || k->relation == DEP_flat || !is_stated(g, k->sentence))
            continue;
        const tree *tr = &g->a->trees[k->sentence];
        noun n = {.sentence = k->sentence, .core = phrase_noun_core(tr, g->a->notes, i)};
        if (n.core.end - n.core.first < 2)
            continue;
        if (concept_read(g->a, g->stems, g->scratch, tr, n.core, &n.concept) < 0)
            return -1;
        if (n.concept.demonstrative || is_bare(&n.concept))
            continue;
        noun *place = LIST_PUSH(g->scratch, &g->nouns);
        if (!place || hang(g, g->noun_buckets, n.concept.head, (uint32_t)g->nouns.count - 1) < 0)
            return -1;
        *place = n;
    }
    return 0;
}

/* The noun phrase that "this partnership" takes up: the newest before it that has the same head, the same word if there is one, and says more. NULL
 * where there is none. */
static const noun *taken_up(gatherer *g, const argument_side *side, const concept *c) {
    const noun *other = NULL;
    int visits = 0;
    for (const chain *k = *bucket(g->noun_buckets, c->head); k && visits < 4 * VISITS; k = k->next, visits++) {
        const noun *n = &g->nouns.items[k->claim];
        bool before = n->sentence < side->sentence || (n->sentence == side->sentence && n->core.end <= side->core.first);
        if (!before || concept_compare(c, &n->concept) < CONCEPT_LOOSE)
            continue;
        if (str_equal(c->form, n->concept.form))
            return n;
        if (!other && c->plural == n->concept.plural)
            other = n;
    }
    return other;
}

/* The claim of what stands elsewhere in the text, made if need be; NONE when memory ends. */
static uint32_t claim_elsewhere(gatherer *g, const argument_side *side, const concept *c) {
    join how;
    uint32_t there = find(g, c, side->sentence, side->core, &how);
    return join_claim(g, side, c, there, how);
}

/* What a mention that says too little of its own stands for: *found is left alone where there is nothing. -1 when memory ends. */
static int stand_for(gatherer *g, argument_side *side, const concept *c, bool pronoun, uint32_t *found, join *how) {
    if ((c->demonstrative || c->definite) && is_bare(c)) {
        if (!g->nouns_read && read_nouns(g) < 0)
            return -1;
        const noun *n = taken_up(g, side, c);
        if (n) {
            argument_side there = {.sentence = n->sentence, .span = n->core, .core = n->core};
            *found = claim_elsewhere(g, &there, &n->concept);
            *how = JOIN_BACK;
            return *found == NONE ? -1 : 0;
        }
    }
    if (!pronoun && (!c->demonstrative || !(c->shell || c->derived)))
        return 0;
    argument_side before = argument_before(g->a, side->sentence);
    concept earlier;
    if (before.core.first >= before.core.end)
        return 0;
    if (concept_read(g->a, g->stems, g->scratch, &g->a->trees[before.sentence], before.core, &earlier) < 0)
        return -1;
    if (earlier.demonstrative)
        return 0;
    *found = claim_elsewhere(g, &before, &earlier);
    *how = JOIN_STANDS_FOR;
    side->reduced = before.reduced;
    return *found == NONE ? -1 : 0;
}

/* The side of the thing that a core describes ("[exports] serve as a shield"); its core is empty where the core describes nothing outside it. */
static argument_side described(const analysis *a, const argument_side *side) {
    const tree *t = &a->trees[side->sentence];
    uint32_t verb = side->core.head;
    argument_side none = {.sentence = side->sentence};
    if (verb == NONE || tree_at(t, verb)->upos != UPOS_VERB || !(a->notes[verb].flags & NOTE_LIGHT))
        return none;
    uint32_t what = tree_child(t, verb, DEP_obl, NONE), as = what == NONE ? NONE : tree_child(t, what, DEP_case, NONE), subject = tree_subject(t, verb, NULL);
    bool calls = as != NONE && a->notes[as].flags & NOTE_PREDICATIVE && subject != NONE && subject >= t->first && subject < side->core.first;
    return calls && tree_at(t, subject)->upos == UPOS_NOUN ? argument_noun_side(a, t, subject) : none;
}

/* The claim that was lately called what `c` is a bare name for ("these shields"), or NONE. */
static uint32_t find_called(const gatherer *g, const concept *c, uint32_t sentence) {
    if (!(c->demonstrative || c->definite) || !is_bare(c))
        return NONE;
    for (size_t i = g->callings.count; i-- > 0 && sentence - g->callings.items[i].sentence <= LOOK_BACK;)
        if (str_equal(g->callings.items[i].concept.head, c->head) && g->callings.items[i].concept.plural == c->plural)
            return g->callings.items[i].claim;
    return NONE;
}

/* The claim of what `side` describes, which may be called so from now on; *found is left alone where it describes nothing. -1 when memory ends. */
static int call(gatherer *g, const argument_side *side, const concept *c, uint32_t *found) {
    argument_side thing = described(g->a, side);
    if (thing.core.first >= thing.core.end)
        return 0;
    concept own;
    if (concept_read(g->a, g->stems, g->scratch, &g->a->trees[thing.sentence], thing.core, &own) < 0 ||
        (*found = claim_elsewhere(g, &thing, &own)) == NONE)
        return -1;
    calling *k = LIST_PUSH(g->scratch, &g->callings);
    if (!k)
        return -1;
    *k = (calling){*c, side->sentence, *found};
    return 0;
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
    if (g->merge != HENCE_MERGE_NONE && call(g, side, &c, &found) < 0)
        return NONE;
    if (found == NONE && g->merge != HENCE_MERGE_NONE && (found = find_called(g, &c, side->sentence)) != NONE)
        how = JOIN_BACK;
    if (found == NONE && (!pronoun || g->merge == HENCE_MERGE_NONE))
        found = find(g, &c, side->sentence, side->core, &how);
    if (found == NONE && g->merge != HENCE_MERGE_NONE && stand_for(g, side, &c, pronoun && is_first_thing(t, side->core.head), &found, &how) < 0)
        return NONE;
    whole->reduced = side->reduced;
    return join_claim(g, side, &c, found, how);
}

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
    for (size_t i = 0; i < map->claims.count; i++) {
        claim *c = &map->claims.items[i];
        qsort(c->mentions.items, c->mentions.count, sizeof *c->mentions.items, by_start);
    }
    return put_in_order(g, *sides, 2 * n) < 0 ? -1 : make_unique(g);
}
