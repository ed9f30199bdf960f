#include <config.h>

#include "clause/modality.h"

certainty modality_weaker(certainty a, certainty b) {
    return a > b ? a : b; /* the enumeration goes from sure to denied */
}

typedef struct {
    certainty certainty;
    int negators;
    const token *hedge, *negator;
} modality;

/* Counts the negator that token `i` is part of, once. */
static void deny(const tree *t, const note *notes, uint32_t i, modality *m) {
    while (i > t->first && notes[i].negator == 2)
        i--;
    if (m->negator == tree_at(t, i))
        return;
    m->negators++;
    m->negator = tree_at(t, i);
}

static void hear(const tree *t, const note *notes, uint32_t i, modality *m) {
    if (notes[i].hedge > m->certainty) {
        m->certainty = (certainty)notes[i].hedge;
        m->hedge = tree_at(t, i);
    }
    if (notes[i].negator == 1)
        deny(t, notes, i, m);
}

/* The word itself, its auxiliaries, adverbs and particles. */
static void hear_verb(const tree *t, const note *notes, uint32_t head, modality *m) {
    hear(t, notes, head, m);
    for (uint32_t i = tree_lo(t, head); i < tree_hi(t, head); i++) {
        const token *k = tree_at(t, i);
        if (k->head != head)
            continue;
        bool near = k->relation == DEP_aux || k->relation == DEP_aux_pass || k->relation == DEP_advmod || k->relation == DEP_cop ||
                    (k->relation == DEP_det && i + 3 > head) ||
                    (notes[i].negator && (k->relation == DEP_mark || k->relation == DEP_case || k->relation == DEP_cc || k->relation == DEP_cc_preconj)); /* "without improving", "neither" */
        if (near && (i < head || i - head <= 4)) {
            hear(t, notes, i, m);
            if (k->relation == DEP_advmod) /* "very likely", "not necessarily" */
                for (uint32_t c = tree_lo(t, i); c < tree_hi(t, i); c++)
                    if (c != i && tree_at(t, c)->head == i)
                        hear(t, notes, c, m);
        }
    }
}

/* What opens the clause ("[there is no evidence that] tagging causes distress") or its subject ("[no] study shows"). */
static void hear_opening(const tree *t, const note *notes, uint32_t head, modality *m) {
    uint32_t first = tree_lo(t, head), subject = tree_child(t, head, DEP_nsubj, NONE);
    if (notes[first].negator == 2)
        deny(t, notes, first, m);
    if (first != head && notes[first].hedge && !notes[first].hedge_head)
        hear(t, notes, first, m);
    if (subject == NONE)
        subject = tree_child(t, head, DEP_nsubj_pass, NONE);
    for (uint32_t i = subject == NONE ? head : tree_lo(t, subject); i < head && subject != NONE && i <= subject; i++)
        if (notes[i].negator == 1 && (tree_at(t, i)->head == subject || (i == subject && tree_at(t, i)->upos == UPOS_PRON))) /* "[nothing] in the law", "[no] study" */
            hear(t, notes, i, m);
}

certainty modality_find(const tree *t, const note *notes, uint32_t head, bool deniable, const token **hedge, const token **negator) {
    modality m = {.certainty = CERTAINTY_ASSERTED};
    if (deniable)
        hear_opening(t, notes, head, &m);
    for (int guard = 0; head != NONE && guard < 8; guard++) {
        hear_verb(t, notes, head, &m);
        const token *k = tree_at(t, head);
        uint32_t up = k->head;
        if (up == NONE)
            break;
        bool cleft = k->relation == DEP_csubj && tree_at(t, tree_lo(t, head))->xpos == PENN_WP; /* "what keeps wages low is a [lack] of unions" */
        bool raised = k->relation == DEP_xcomp || k->relation == DEP_conj ||
                      /* has the potential to, is likely that, there is no evidence that */
                      ((k->relation == DEP_acl || k->relation == DEP_ccomp || k->relation == DEP_csubj) && (notes[up].hedge || notes[up].negator)) ||
                      (k->relation == DEP_advcl && notes[up].hedge) || (k->relation == DEP_obj && notes[head].hedge) || (k->relation == DEP_nsubj && notes[head].hedge);
        if (!raised || cleft)
            break;
        if (k->relation == DEP_conj) { /* a conjunct has what stands before the first, unless it has its own modal or subject */
            if (tree_child(t, head, DEP_aux, NONE) != NONE || tree_child(t, head, DEP_nsubj, NONE) != NONE)
                break;
        }
        head = up;
    }
    bool denied = deniable && m.negators % 2;
    *hedge = denied ? NULL : m.hedge;
    *negator = denied ? m.negator : NULL;
    return denied ? CERTAINTY_DENIED : m.certainty;
}

certainty modality_of(const tree *t, const note *notes, uint32_t head, bool deniable) {
    const token *hedge, *negator;
    return modality_find(t, notes, head, deniable, &hedge, &negator);
}
