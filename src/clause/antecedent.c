/* antecedent: whom a pronoun stands for, and who acts. */
#include <config.h>

#include "clause/antecedent.h"

/* Whoever says something speaks of something else: "critics object that they inflate rents". */
static bool speaks(const analysis *a, const tree *t, uint32_t noun) {
    uint32_t verb = tree_at(t, noun)->head;
    return tree_is(t, noun, DEP_nsubj) && verb != NONE && a->notes[verb].flags & NOTE_REPORTING;
}

static bool is_third_person(const analysis *a, uint32_t i) {
    return function_is(a, i, "singular") || function_is(a, i, "plural");
}

/* A noun that a pronoun may stand for in number, where the pronoun is not its fellow: "a toll reduces it" means something else than the toll. */
static bool agrees(const analysis *a, const tree *in, uint32_t noun, const tree *t, uint32_t pronoun) {
    const token *k = tree_at(in, noun);
    bool several = k->xpos == PENN_NNS || k->xpos == PENN_NNPS || tree_child(in, noun, DEP_conj, NONE) != NONE;
    bool fellow = in == t && (k->head == tree_at(t, pronoun)->head || tree_below(t, pronoun, noun));
    return (k->upos == UPOS_NOUN || k->upos == UPOS_PROPN) && several == function_is(a, pronoun, "plural") && !fellow;
}

/* The nearest noun that is a subject in the sentence, before the pronoun where this is its own. NONE where none agrees. */
static uint32_t subject_meant(const analysis *a, const tree *in, const tree *t, uint32_t pronoun) {
    for (uint32_t i = in == t ? pronoun : in->end; i-- > in->first;) {
        const token *k = tree_at(in, i);
        uint32_t verb = k->head, above = tree_is(in, verb, DEP_ccomp) ? tree_at(in, verb)->head : NONE;
        if (in == t && above != NONE && !tree_below(in, pronoun, above)) /* "if savers suspect that banks fail, they ...": the savers */
            continue;
        bool said = speaks(a, in, i) && (in != t || tree_below(in, pronoun, verb));
        bool subject = (k->relation == DEP_nsubj || k->relation == DEP_nsubj_pass) && !said;
        subject |= tree_is(in, i, DEP_nmod) && k->head != NONE && speaks(a, in, k->head); /* "defenders of the [freeze] say that it ..." */
        if (subject && agrees(a, in, i, t, pronoun))
            return i;
    }
    return NONE;
}

/* The nearest object before the pronoun: "they opposed the [code], since it would ...". NONE where none agrees. */
static uint32_t object_meant(const analysis *a, const tree *t, uint32_t pronoun) {
    for (uint32_t i = pronoun; i-- > t->first;)
        if (tree_is(t, i, DEP_obj) && agrees(a, t, i, t, pronoun))
            return i;
    return NONE;
}

/* The same pronoun as the subject of a clause before in the sentence: "[it] would end this, yet it might end that". NONE where there is none. */
static uint32_t pronoun_before(const tree *t, uint32_t pronoun) {
    for (uint32_t i = pronoun; i-- > t->first;)
        if ((tree_is(t, i, DEP_nsubj) || tree_is(t, i, DEP_nsubj_pass)) && str_equal(tree_form(t, i), tree_form(t, pronoun)))
            return i;
    return NONE;
}

bool antecedent_find(const analysis *a, const tree *t, uint32_t pronoun, argument_side *side) {
    if (!is_third_person(a, pronoun))
        return false;
    uint32_t sentence = tree_at(t, pronoun)->sentence, noun = subject_meant(a, t, t, pronoun), same = noun == NONE ? pronoun_before(t, pronoun) : NONE;
    const tree *in = t;
    if (same != NONE)
        return antecedent_find(a, t, same, side);
    if (noun == NONE)
        noun = object_meant(a, t, pronoun);
    if (noun == NONE && sentence > 0) {
        in = &a->trees[sentence - 1];
        noun = subject_meant(a, in, t, pronoun);
    }
    if (noun != NONE)
        *side = argument_noun_side(a, in, noun);
    return noun != NONE;
}

bool argument_is_agent(const analysis *a, const tree *t, uint32_t noun) {
    const token *k = tree_at(t, noun);
    if (k->upos == UPOS_PROPN && tree_lo(t, noun) != noun) /* a name of two words, or with a title or an article */
        return true;
    if (k->upos == UPOS_PROPN && noun != t->first) /* the capital of a sentence's first word makes no name: "Mining has ..." */
        return true;
    argument_side meant;
    if (antecedent_find(a, t, noun, &meant))
        return argument_is_agent(a, &a->trees[meant.sentence], meant.span.head);
    if (k->upos == UPOS_PRON)
        return k->xpos == PENN_PRP && !function_is(a, noun, "singular");
    uint32_t counted = a->notes[noun].flags & NOTE_TRANSPARENT && k->xpos == PENN_NNS ? tree_child(t, noun, DEP_nmod, noun) : NONE; /* "hundreds of [villagers]" */
    if (counted != NONE && a->notes[counted].flags & NOTE_AGENT)
        return true;
    return a->notes[noun].flags & NOTE_AGENT || a->notes[noun].name != NULL;
}
