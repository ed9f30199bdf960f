#include <config.h>

#include "graph/thesis.h"

#include <stdlib.h>

enum { TABLE = 4096 };

/* In how many sentences each stem stands, by hash: enough to tell a text's recurring words from the others. */
typedef struct {
    uint16_t sentences[TABLE];
    uint32_t last[TABLE];
} recurrence;

static bool is_content(const token *k) {
    return k->upos == UPOS_NOUN || k->upos == UPOS_PROPN || k->upos == UPOS_VERB || k->upos == UPOS_ADJ;
}

static uint32_t slot_of(const text *t, uint32_t i) {
    return str_hash(t->words[i].stem) % TABLE;
}

static void count_stems(const text *t, recurrence *r) {
    for (size_t i = 0; i < TABLE; i++)
        r->last[i] = NONE;
    for (uint32_t s = 0; s < t->sentences.count; s++) {
        const sentence *sent = &t->sentences.items[s];
        for (uint32_t i = sent->first_token; i < sent->first_token + sent->token_count; i++) {
            if (!is_content(&t->tokens.items[i]))
                continue;
            uint32_t at = slot_of(t, i);
            if (r->last[at] != s && r->sentences[at] < UINT16_MAX)
                r->sentences[at]++;
            r->last[at] = s;
        }
    }
}

/* The clause of the sentence that could be the thesis: the one with the word of duty, else the main one. */
static uint32_t clause_head(const analysis *a, const tree *t, bool *duty) {
    uint32_t root = NONE;
    *duty = false;
    for (uint32_t i = t->first; i < t->end; i++) {
        if (tree_at(t, i)->head == NONE && root == NONE && !tree_is_punct(t, i))
            root = i;
        if (a->notes[i].flags & NOTE_DUTY && !(a->notes[i].flags & NOTE_FRAME) && !*duty) { /* but "one must consider that" */
            uint32_t head = tree_at(t, i)->head == NONE ? i : tree_clause(t, tree_at(t, i)->head);
            if (head == NONE)
                continue;
            dep r = (dep)tree_at(t, head)->relation;
            if (r == DEP_advcl || r == DEP_acl_relcl || r == DEP_acl)
                continue;
            root = head;
            *duty = true;
        }
    }
    return root;
}

static double worth(const analysis *a, const recurrence *r, uint32_t s, uint32_t head, bool duty, uint32_t first, uint32_t last) {
    const text *t = a->text;
    const tree *tr = &a->trees[s];
    double score = duty ? 2 : 0;
    if (argument_attribution(a, tr, head).len)
        score -= 1.5;
    score += s == first ? .8 : s == last ? .6 : 0;
    if (t->paragraphs.items[t->sentences.items[s].paragraph].first_sentence <= last && t->sentences.items[s].paragraph == t->sentences.items[last].paragraph)
        score += .2;
    double content = 0, recurring = 0;
    for (uint32_t i = tr->first; i < tr->end; i++) {
        uint32_t m = a->part_of[i];
        if (m != NONE && a->markers->items[m].tokens[0] == i) {
            const lexicon_entry *e = a->markers->items[m].entry;
            if (e->class == CLASS_CONNECTIVE && e->frame == FRAME_ADV && e->target == SLOT_ARG2 && e->relation == RELATION_CONSEQUENCE)
                score += .6; /* it is concluded */
            if (e->class == CLASS_CONNECTIVE && e->relation == RELATION_ATTACK && e->source == SLOT_ARG2 && e->frame == FRAME_SUB && i == tr->first)
                score -= .1;
        }
        if (!is_content(tree_at(tr, i)))
            continue;
        content++;
        recurring += r->sentences[slot_of(t, i)] > 1;
    }
    return score + (content > 0 ? recurring / (content + 1) : -1);
}

bool thesis_find(const analysis *a, arena *scratch, argument_side *out) {
    const text *t = a->text;
    recurrence *r = arena_new(scratch, recurrence, 1);
    uint32_t first = NONE, last = NONE, best = NONE, best_head = NONE;
    double top = 0;
    if (!r)
        return false;
    count_stems(t, r);
    for (uint32_t s = 0; s < t->sentences.count; s++)
        if (a->states[s]) {
            first = first == NONE ? s : first;
            last = s;
        }
    for (uint32_t s = 0; s < t->sentences.count; s++) {
        bool duty;
        uint32_t head = a->states[s] ? clause_head(a, &a->trees[s], &duty) : NONE;
        if (head == NONE)
            continue;
        double score = worth(a, r, s, head, duty, first, last);
        if (best == NONE || score > top) {
            top = score;
            best = s;
            best_head = head;
        }
    }
    if (best == NONE)
        return false;
    const tree *tr = &a->trees[best];
    phrase all = tree_range(tr, tr->first, tr->end);
    if (tree_at(tr, best_head)->head != NONE) {
        phrase clause = {tree_lo(tr, best_head), tree_hi(tr, best_head), best_head};
        all = tree_range(tr, clause.first, clause.end);
    }
    if (all.first >= all.end)
        return false;
    all.head = best_head;
    *out = argument_clause_side(a, tr, all);
    return out->core.first < out->core.end;
}
