#include <config.h>

#include "graph/claims.h"

#include <stdlib.h>

#include "graph/gather.h"

enum { SALIENT = 4 };

chain **gather_bucket(chain **buckets, str head) {
    return &buckets[str_hash(head) % BUCKETS];
}

int gather_hang(gatherer *g, chain **buckets, str word, uint32_t what) {
    chain **b = gather_bucket(buckets, word);
    if (*b && (*b)->claim == what)
        return 0;
    chain *k = arena_new(g->scratch, chain, 1);
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

/* Whether one says more than the bare name that the other is, and does not take it up: "Sudanese dams" after "the dam", "higher prices" after "the price
 * of meat". */
static bool outgrows(const concept *c, const concept *first) {
    bool other_number = c->plural != first->plural;
    if (concept_is_bare(c) == concept_is_bare(first))
        return false;
    return concept_is_bare(c) ? !c->definite && other_number : !first->definite || other_number;
}

/* Points that the surroundings add to what two mentions say (concept_compare): a mention may point back, or there may be only one claim about its head. */
static int from_context(const concept *c, const gathered *o, int points, bool near, bool alone) {
    bool bare = points == CONCEPT_LOOSE, nouns = !c->clause && !o->first.clause;
    if (bare && nouns && (c->demonstrative || c->definite) && c->plural != o->first.plural && !str_equal(c->form, o->first.form))
        return CONCEPT_OTHER; /* "these ties" are no "tie" */
    if (bare && nouns && outgrows(c, &o->first))
        return CONCEPT_OTHER;
    bool back = (c->demonstrative && (near || !c->shell)) || (c->definite && near && concept_is_bare(c));
    bool only = alone && !c->clause && !o->concept.clause && (!c->shell || c->definite);
    return bare && (back || only) ? CONCEPT_SAME : points + near * (points > CONCEPT_LOOSE);
}

/* "These penalties" may take up the fines that were named a few sentences before: another word for them will do, where nothing is said but "these". */
static bool takes_up_near(const concept *c, const concept *first) {
    bool names = c->demonstrative && !c->shell && concept_is_bare(c) && !c->clause && !first->clause && c->plural == first->plural;
    return names && c->head.near.len && str_equal(c->head.near, first->head.near) && c->less == first->less && c->negated == first->negated;
}

static void consider(gatherer *g, str word, const concept *c, uint32_t sentence, candidate *best) {
    int visits = 0, least = g->merge == HENCE_MERGE_LOOSE ? CONCEPT_NEAR : CONCEPT_SAME;
    uint32_t heads = 0; /* claims about the head that it could be */
    for (const chain *k = *gather_bucket(g->buckets, word); k && visits < VISITS && heads < 2; k = k->next, visits++)
        heads += str_equal(g->claims.items[k->claim].concept.head.key, c->head.key) && concept_compare(c, &g->claims.items[k->claim].concept) >= CONCEPT_LOOSE;
    visits = 0;
    for (const chain *k = *gather_bucket(g->buckets, word); k && visits < VISITS; k = k->next, visits++) {
        const gathered *o = &g->claims.items[k->claim];
        int said = concept_compare(c, &o->concept);
        bool near = sentence - o->newest <= LOOK_BACK;
        int points = from_context(c, o, said, near, heads < 2);
        bool agrees = points >= least && concept_compare(c, &o->first) >= (least < CONCEPT_LOOSE ? least : CONCEPT_LOOSE);
        if (!agrees && near && takes_up_near(c, &o->first))
            points = least;
        else if (!agrees)
            continue;
        if (k->claim == g->other)
            continue;
        size_t named = g->map->claims.items[k->claim].mentions.count; /* what is named often is meant by "this partnership" */
        int salience = c->demonstrative || c->definite ? (int)(named < SALIENT ? named : SALIENT) : 0;
        int score = 2 * points + (said >= CONCEPT_SAME ? 8 : 0) + (str_equal(c->form, o->first.form) ? 3 : 0) + (near ? 2 : 0) + salience;
        if (score > best->score) { /* chains run from new to old: the newest of equals stays */
            best->score = score;
            best->claim = k->claim;
            best->how = said >= CONCEPT_SAME ? JOIN_SAME : c->demonstrative || c->definite ? JOIN_BACK : JOIN_LOOSE;
        }
    }
}

/* The claim of the very same words. */
static uint32_t find_place(const gatherer *g, const concept *c, span where) {
    int visits = 0;
    for (const chain *k = g->buckets[str_hash(c->head.key) % BUCKETS]; k && visits < VISITS; k = k->next, visits++) {
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
    consider(g, c->head.key, c, sentence, &best);
    if (c->head.near.len)
        consider(g, c->head.near, c, sentence, &best);
    if (c->outer.key.len)
        consider(g, c->outer.key, c, sentence, &best);
    for (uint8_t i = 0; i < c->word_count; i++)
        consider(g, c->words[i].key, c, sentence, &best);
    *how = best.how;
    return best.claim;
}

/* The claim of the thing itself, of which `c` says that there is less ("the erosion of trust", after "trust"); NONE where the text has named none. */
static uint32_t find_whole(gatherer *g, const concept *c, uint32_t sentence, phrase core) {
    concept whole = *c;
    whole.less = whole.negated = whole.definite = whole.demonstrative = false;
    whole.outer = (concept_term){0};
    join how;
    if (c->less == c->negated)
        return NONE;
    uint32_t at = find(g, &whole, sentence, core, &how);
    return at != NONE && how == JOIN_SAME && !g->claims.items[at].first.more ? at : NONE;
}

/* The act that "such confiscation" takes up, whatever it is made ("makes such confiscation [feasible]"): *found is left alone where none was named. -1 when
 * memory ends. */
static int find_act(gatherer *g, const concept *c, const argument_side *side, uint32_t *found, join *how) {
    const tree *t = &g->a->trees[side->sentence];
    phrase core = side->core;
    if (!c->demonstrative || !c->derived || core.head == NONE || core.head + 1 >= core.end || tree_at(t, core.head + 1)->upos != UPOS_ADJ)
        return 0;
    core.end = core.head + 1;
    concept act;
    if (concept_read(g->a, g->stems, g->scratch, t, core, &act) < 0)
        return -1;
    *found = find(g, &act, side->sentence, core, how);
    return 0;
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
    bool hung = fresh->label.data && gather_hang(g, g->buckets, c->head.key, at) == 0 && (!c->outer.key.len || gather_hang(g, g->buckets, c->outer.key, at) == 0) &&
                (!c->head.near.len || gather_hang(g, g->buckets, c->head.near, at) == 0);
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
    if (fuller(c, &o->concept) && str_equal(c->head.key, o->concept.head.key))
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
    return opens || c->demonstrative || how == JOIN_LESS || how == JOIN_NAMED || improve(g, side, c, at) == 0 ? at : NONE;
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

/* "this" or "these" that stands for a noun, and is not described itself ("those who pay"). */
static bool points_back_alone(const analysis *a, const tree *t, phrase core) {
    bool lone = core.end == core.first + 1 && tree_hi(t, core.first) == core.end;
    return lone && tree_at(t, core.first)->xpos == PENN_DT && a->notes[core.first].flags & NOTE_DEMONSTRATIVE;
}

/* "They do": no more than that somebody does what was said before. */
static bool says_so_alone(const analysis *a, const tree *t, phrase core) {
    uint32_t subject = core.head == NONE || tree_at(t, core.head)->upos != UPOS_VERB || core.end - core.first > 2 ? NONE : tree_subject(t, core.head, NULL);
    bool pronoun = subject != NONE && subject + 1 == core.head && tree_at(t, subject)->upos == UPOS_PRON;
    return pronoun && function_is(a, core.head, "echo") && tree_object(t, core.head) == NONE;
}

/* Whether nothing is named in the sentence before `i`. */
static bool is_first_thing(const tree *t, uint32_t i) {
    for (uint32_t k = t->first; k < i; k++)
        if (tree_at(t, k)->upos == UPOS_NOUN || tree_at(t, k)->upos == UPOS_PROPN || tree_at(t, k)->upos == UPOS_VERB)
            return false;
    return true;
}

/* Whether a pronoun that may stand for what was said ("it", "that", no "nobody") opens its sentence. */
static bool opens_with_pronoun(const tree *t, uint32_t i) {
    penn tag = (penn)tree_at(t, i)->xpos;
    return (tag == PENN_PRP || tag == PENN_DT) && is_first_thing(t, i);
}

/* The word by which two mentions of one thing are known: the head, or what a verb makes of it ("the port more [efficient]"). NONE where there is none. */
static uint32_t said_word(const gatherer *g, const argument_side *side) {
    const tree *t = &g->a->trees[side->sentence];
    uint32_t head = side->core.head;
    if (head == NONE || tree_at(t, head)->upos != UPOS_NOUN)
        return head;
    uint32_t state = tree_at(t, head)->head == NONE ? NONE : tree_child(t, tree_at(t, head)->head, DEP_xcomp, NONE);
    return state != NONE && state > head && state < side->core.end && tree_is(t, head, DEP_obj) && tree_at(t, state)->upos == UPOS_ADJ ? state : head;
}

/* The claim of another mention with the same head word, which says more or less of the same: two links may take up one phrase.
 * NULL where there is none. */
static const headed *same_head(const gatherer *g, const argument_side *side, const concept *c) {
    uint32_t word = said_word(g, side);
    const headed *h = word == NONE || g->merge == HENCE_MERGE_NONE ? NULL : &g->heads[word];
    bool taken = h && h->claim && h->claim - 1 != g->other && h->less == c->less && h->negated == c->negated;
    return taken ? h : NULL;
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
    bool this = points_back_alone(g->a, t, side->core) || (says_so_alone(g->a, t, side->core) && !c.negated);
    bool pronoun = this || (side->core.head != NONE && tree_at(t, side->core.head)->upos == UPOS_PRON); /* one "it" is not another */
    join how = JOIN_FIRST;
    uint32_t found = NONE;
    const headed *head = same_head(g, side, &c);
    if (head) {
        whole->reduced ^= head->turned;
        return join_claim(g, side, &c, head->claim - 1, head->turned ? JOIN_LESS : JOIN_SAME);
    }
    if (g->merge != HENCE_MERGE_NONE && anaphora_call(g, side, &found) < 0)
        return NONE;
    how = found == NONE ? how : JOIN_NAMED;
    if (found == NONE && g->merge != HENCE_MERGE_NONE && (found = anaphora_called(g, &c, side->sentence)) != NONE)
        how = JOIN_BACK;
    if (found == NONE && (!pronoun || g->merge == HENCE_MERGE_NONE))
        found = find(g, &c, side->sentence, side->core, &how);
    if (found == NONE && !pronoun && g->merge != HENCE_MERGE_NONE && (found = find_whole(g, &c, side->sentence, side->core)) != NONE) {
        how = JOIN_LESS;
        side->reduced = !side->reduced;
    }
    if (found == NONE && !pronoun && g->merge != HENCE_MERGE_NONE && find_act(g, &c, side, &found, &how) < 0)
        return NONE;
    if (found == NONE && g->merge != HENCE_MERGE_NONE && anaphora_find(g, side, &c, this || (pronoun && opens_with_pronoun(t, side->core.head)), &found, &how) < 0)
        return NONE;
    bool turns = whole->reduced != side->reduced;
    whole->reduced = side->reduced;
    uint32_t at = join_claim(g, side, &c, found, how);
    uint32_t word = said_word(g, side);
    if (at != NONE && word != NONE)
        g->heads[word] = (headed){at + 1, c.less, c.negated, turns};
    return at;
}

/* What is done to the claim of a target, where the text speaks of there being less of it: "led to a fall in trust" lowers trust. */
static polarity turned(polarity p) {
    return p == POLARITY_DECREASE ? POLARITY_INCREASE : POLARITY_DECREASE;
}

int claims_gather(arena *mem, arena *scratch, analysis *a, stemmer *stems, hence_merge merge, const argument_side *thesis, hence_map *map,
                  uint32_t **sides) {
    gatherer *g = arena_new(scratch, gatherer, 1);
    size_t n = a->out.count;
    place *places = arena_new(scratch, place, 2 * n);
    *sides = arena_new(scratch, uint32_t, 2 * n);
    headed *heads = arena_new(scratch, headed, a->text->tokens.count);
    if (!g || !places || !*sides || (!heads && a->text->tokens.count))
        return -1;
    for (size_t i = 0; i < 2 * n; i++)
        (*sides)[i] = NONE;
    *g = (gatherer){.mem = mem, .scratch = scratch, .a = a, .stems = stems, .merge = merge, .map = map, .heads = heads};
    for (uint32_t i = 0; i < n; i++) {
        const argument *arg = &a->out.items[i];
        places[2 * i] = (place){i, false, arg->source.sentence, arg->source.core.first};
        places[2 * i + 1] = (place){i, true, arg->target.sentence, arg->target.core.first};
    }
    if (n)
        qsort(places, 2 * n, sizeof *places, by_place);
    for (size_t i = 0; i < 2 * n; i++) {
        argument *arg = &a->out.items[places[i].argument];
        argument_side *side = places[i].target ? &arg->target : &arg->source;
        bool reduced = side->reduced;
        g->other = arg->relation == RELATION_NONE ? NONE : (*sides)[2 * places[i].argument + !places[i].target];
        uint32_t claim_at = claim_of(g, side, !places[i].target);
        if (claim_at == NONE)
            return -1;
        if (places[i].target && side->reduced != reduced)
            arg->polarity = turned(arg->polarity);
        (*sides)[2 * places[i].argument + places[i].target] = claim_at;
    }
    if (thesis) {
        argument_side side = *thesis;
        g->other = NONE;
        map->thesis = claim_of(g, &side, true);
        if (map->thesis == NONE)
            return -1;
    }
    return settle_claims(g, *sides, 2 * n);
}
