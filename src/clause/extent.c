#include <config.h>

#include "clause/extent.h"

#include "clause/phrase.h"

uint32_t extent_clause_from(const tree *t, uint32_t i, uint32_t end) {
    for (uint32_t k = i; k < end; k++)
        if (tree_is_clause(t, k) && tree_at(t, k)->relation != DEP_acl_relcl && tree_at(t, k)->relation != DEP_acl)
            return k;
    return NONE;
}

bool extent_opens(const analysis *a, const tree *t, uint32_t i) {
    for (uint32_t k = t->first; k < i; k++) {
        const token *w = tree_at(t, k);
        bool thin = tree_is_punct(t, k) || w->upos == UPOS_CCONJ || a->notes[k].flags & NOTE_FRAME ||
                    (a->part_of[k] != NONE && a->markers->items[a->part_of[k]].entry->class == CLASS_CONNECTIVE) ||
                    (w->upos == UPOS_ADV && k + 1 == i);
        if (!thin)
            return false;
    }
    return true;
}

uint32_t extent_break_before(const tree *t, uint32_t i) {
    for (uint32_t k = i; k-- > t->first;) {
        str form = tree_form(t, k);
        if (form.len == 1 && (form.data[0] == ';' || form.data[0] == ':'))
            return k;
    }
    return NONE;
}

bool extent_opens_part(const analysis *a, const tree *t, uint32_t i) {
    return extent_opens(a, t, i) || (i > t->first && extent_break_before(t, i) == i - 1);
}

uint32_t extent_clause_end(const tree *t, uint32_t first, uint32_t head) {
    uint32_t end = tree_hi(t, head);
    for (uint32_t i = first; i < end; i++) {
        str form = tree_form(t, i);
        if (form.len == 1 && form.data[0] == ';' && i > head)
            return i;
    }
    uint32_t tight = phrase_clause(t, head).end;
    return tight > first && tight < end ? tight : end;
}

uint32_t extent_part_end(const tree *t, uint32_t i) {
    uint32_t end = i;
    while (end < t->end && tree_same_part(t, i, end))
        end++;
    return end;
}

uint32_t extent_main_comma(const tree *t, uint32_t from) {
    for (uint32_t i = from; i + 2 < t->end; i++) {
        if (!tree_is_comma(t, i))
            continue;
        for (uint32_t k = i + 1; k < t->end && k < i + 12; k++) {
            const token *w = tree_at(t, k);
            if (w->relation == DEP_nsubj || w->relation == DEP_nsubj_pass || w->relation == DEP_expl || w->relation == DEP_csubj)
                return i;
            if (tree_is_comma(t, k))
                break;
        }
    }
    return NONE;
}

uint32_t extent_governing(const tree *t, uint32_t first, uint32_t word) {
    uint32_t up = word == NONE ? NONE : tree_at(t, word)->head, clause = up == NONE ? NONE : tree_clause(t, up);
    return clause == NONE || !tree_same_part(t, first, clause) ? NONE : clause;
}

/* A participle right behind its noun: "four men [arrested]". */
static bool is_reduced(const tree *t, uint32_t verb) {
    uint32_t noun = tree_at(t, verb)->head;
    return tree_is(t, verb, DEP_acl) && tree_at(t, verb)->xpos != PENN_VBG && noun != NONE && noun < verb && tree_at(t, tree_lo(t, verb))->upos != UPOS_PART &&
           !tree_is_punct(t, tree_lo(t, verb) - 1);
}

phrase extent_rest(const analysis *a, const tree *t, uint32_t governor, uint32_t first, uint32_t end) {
    while (governor < first && tree_is(t, governor, DEP_xcomp) && !(a->notes[governor].flags & NOTE_PURPOSE) && tree_at(t, governor)->head < governor &&
           tree_is_clause(t, tree_at(t, governor)->head))
        governor = tree_at(t, governor)->head; /* "refused to pay [because]": the refusal, not the paying */
    uint32_t said = a->notes[governor].flags & NOTE_REPORTING ? tree_child(t, governor, DEP_ccomp, governor) : NONE;
    if (said != NONE && tree_hi(t, said) <= first) /* "critics say that fees rose [because]": the rise, not the saying */
        governor = said;
    phrase whole = phrase_clause(t, governor);
    if (is_reduced(t, governor)) { /* "four men arrested [for]" */
        uint32_t noun = tree_at(t, governor)->head;
        while (tree_is(t, noun, DEP_conj) && tree_at(t, noun)->head < noun)
            noun = tree_at(t, noun)->head;
        whole.first = phrase_noun(t, a->notes, noun).first;
    }
    phrase left = tree_range(t, whole.first, whole.end < first ? whole.end : first);
    phrase right = whole.end > end ? tree_range(t, whole.first > end ? whole.first : end, whole.end) : (phrase){0, 0, NONE};
    if (governor >= end && !phrase_is_empty(right))
        return right;
    if (governor < first && !phrase_is_empty(left))
        return left;
    return left.end - left.first >= right.end - right.first ? left : right;
}

uint32_t extent_above(const tree *t, uint32_t word) {
    uint32_t clause = tree_clause(t, word), up = clause;
    while (up != NONE && (up = tree_at(t, clause)->head) != NONE && up <= word && (up = tree_clause(t, up)) != NONE && up <= word)
        clause = up;
    return clause;
}
