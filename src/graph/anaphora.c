#include <config.h>

#include "clause/phrase.h"
#include "graph/gather.h"

static bool is_stated(const gatherer *g, uint32_t sentence) {
    return !g->a->states || g->a->states[sentence];
}

/* A noun phrase, or a clause that a noun may take up ("[sold] its ferries": "the sale"); empty for other words. */
static phrase named_by(const gatherer *g, const tree *tr, uint32_t i) {
    const token *k = tree_at(tr, i);
    if (k->upos == UPOS_NOUN && k->relation != DEP_compound && k->relation != DEP_flat)
        return phrase_noun_core(tr, g->a->notes, i);
    return k->upos == UPOS_VERB ? phrase_clause_core(tr, g->a->notes, i) : (phrase){0};
}

/* Noun phrases and clauses of more than one word, by the head of their concept. */
static int read_nouns(gatherer *g) {
    const text *t = g->a->text;
    g->nouns_read = true;
    for (uint32_t i = 0; i < t->tokens.count; i++) {
        const token *k = &t->tokens.items[i];
        if (!is_stated(g, k->sentence))
            continue;
        const tree *tr = &g->a->trees[k->sentence];
        noun n = {.sentence = k->sentence, .core = named_by(g, tr, i)};
        if (n.core.end - n.core.first < 2)
            continue;
        if (concept_read(g->a, g->stems, g->scratch, tr, n.core, &n.concept) < 0)
            return -1;
        if (n.concept.demonstrative || concept_is_bare(&n.concept))
            continue;
        noun *place = LIST_PUSH(g->scratch, &g->nouns);
        if (!place || gather_hang(g, g->noun_buckets, n.concept.head.key, (uint32_t)g->nouns.count - 1) < 0)
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
    for (const chain *k = *gather_bucket(g->noun_buckets, c->head.key); k && visits < 4 * VISITS; k = k->next, visits++) {
        const noun *n = &g->nouns.items[k->claim];
        bool before = n->sentence < side->sentence || (n->sentence == side->sentence && n->core.end <= side->core.first);
        if (!before || (n->concept.clause && !c->derived) || concept_compare(c, &n->concept) < CONCEPT_LOOSE)
            continue;
        if (str_equal(c->form, n->concept.form))
            return n;
        if (!other && c->plural == n->concept.plural)
            other = n;
    }
    return other;
}

/* What a mention that says too little of its own stands for: *found is left alone where there is nothing. -1 when memory ends. */
int anaphora_find(gatherer *g, argument_side *side, const concept *c, bool pronoun, uint32_t *found, join *how) {
    if ((c->demonstrative || c->definite) && concept_is_bare(c)) {
        if (!g->nouns_read && read_nouns(g) < 0)
            return -1;
        const noun *n = taken_up(g, side, c);
        if (n) {
            argument_side there = {.sentence = n->sentence, .span = n->core, .core = n->core};
            *found = gather_claim(g, &there, &n->concept);
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
    if (earlier.demonstrative || tree_at(&g->a->trees[before.sentence], before.core.head)->upos == UPOS_PRON) /* "It was nothing of the kind." */
        return 0;
    *found = gather_claim(g, &before, &earlier);
    *how = JOIN_STANDS_FOR;
    side->reduced = before.reduced;
    return *found == NONE ? -1 : 0;
}

/* The noun that a verb's subject is said to be: "serve [as a shield]", "represents [a break]". NONE where it is said to be none. */
static uint32_t name_of(const analysis *a, const tree *t, uint32_t verb) {
    uint32_t object = tree_object(t, verb);
    bool follows = object != NONE && object > verb + 1 && a->notes[verb + 1].flags & NOTE_PREDICATIVE; /* "serve as pivotal measures": an adverb for the parser */
    if (a->notes[verb].flags & NOTE_PREDICATIVE || follows)
        return object;
    uint32_t what = tree_child(t, verb, DEP_obl, NONE), as = what == NONE ? NONE : tree_child(t, what, DEP_case, NONE);
    return as != NONE && as > verb && a->notes[as].flags & NOTE_PREDICATIVE ? what : NONE; /* but "as a result, firms face cuts" */
}

/* What a core describes, and as what: "[exports] serve as [a shield]". False where it describes nothing. */
static bool described(const analysis *a, const argument_side *side, argument_side *thing, argument_side *name) {
    const tree *t = &a->trees[side->sentence];
    uint32_t verb = side->core.head;
    if (tree_is(t, verb, DEP_obj)) /* a core is without its light verb */
        verb = tree_at(t, verb)->head;
    if (verb == NONE || tree_at(t, verb)->upos != UPOS_VERB || !(a->notes[verb].flags & NOTE_LIGHT))
        return false;
    uint32_t what = name_of(a, t, verb), subject = tree_subject(t, verb, NULL);
    if (what == NONE || subject == NONE || subject < t->first || subject >= verb || tree_at(t, subject)->upos != UPOS_NOUN)
        return false;
    *thing = argument_noun_side(a, t, subject);
    *name = argument_noun_side(a, t, what);
    return true;
}

/* The claim that was lately called what `c` is a bare name for ("these shields"), or NONE. */
uint32_t anaphora_called(const gatherer *g, const concept *c, uint32_t sentence) {
    if (!(c->demonstrative || c->definite) || !concept_is_bare(c))
        return NONE;
    for (size_t i = g->callings.count; i-- > 0 && sentence - g->callings.items[i].sentence <= LOOK_BACK;)
        if (str_equal(g->callings.items[i].concept.head.key, c->head.key) && g->callings.items[i].concept.plural == c->plural)
            return g->callings.items[i].claim;
    return NONE;
}

/* The claim of what `side` describes, which may be called so from now on; *found is left alone where it describes nothing. -1 when memory ends. */
int anaphora_call(gatherer *g, const argument_side *side, uint32_t *found) {
    argument_side thing, name;
    concept own;
    calling call = {.sentence = side->sentence};
    if (!described(g->a, side, &thing, &name))
        return 0;
    const tree *t = &g->a->trees[side->sentence];
    if (concept_read(g->a, g->stems, g->scratch, t, thing.core, &own) < 0 || concept_read(g->a, g->stems, g->scratch, t, name.core, &call.concept) < 0 ||
        (*found = gather_claim(g, &thing, &own)) == NONE)
        return -1;
    call.claim = *found;
    calling *k = LIST_PUSH(g->scratch, &g->callings);
    if (!k)
        return -1;
    *k = call;
    return 0;
}
