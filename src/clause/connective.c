/* connective: what the two arguments of a closed-class marker say of each other. */
#include <config.h>

#include "clause/cue.h"
#include "clause/extent.h"
#include "clause/frame.h"
#include "clause/modality.h"
#include "clause/phrase.h"
#include "marker/reason.h"

static argument_side side_of(const analysis *a, const tree *t, phrase p) {
    argument_side none = {0};
    if (phrase_is_empty(p))
        return none;
    if (p.head == NONE || p.head < p.first || p.head >= p.end)
        p.head = tree_range(t, p.first, p.end).head;
    return argument_clause_side(a, t, p);
}

/* Polarity where the marker does not say: a participle, gerund or infinitive without a subject of its own has that of its verb
 * ("thereby reducing emissions"). */
static polarity polarity_of(analysis *a, const tree *t, const lexicon_entry *e, phrase target) {
    a->why.sign = NULL;
    if (e->relation != RELATION_CONSEQUENCE)
        return e->polarity;
    uint32_t head = target.head;
    if (head == NONE || head < target.first || head >= target.end)
        head = tree_range(t, target.first, target.end).head;
    for (int guard = 0; head != NONE && guard < 4; guard++) {
        bool understood;
        tree_subject(t, head, &understood);
        uint32_t cue = a->cue_at[head];
        if (cue != NONE && a->markers->items[cue].entry->relation == RELATION_CONSEQUENCE && (understood || e->frame == FRAME_INF)) {
            a->why.sign = &a->text->tokens.items[head];
            return a->markers->items[cue].entry->polarity;
        }
        head = tree_child(t, head, DEP_xcomp, NONE);
    }
    return e->polarity;
}

/* "The longer A, the fewer B": what goes with more of the one is less of the other. */
static polarity paired_polarity(const analysis *a, const marker *m) {
    bool turned = false;
    for (uint8_t k = 0; k < m->token_count; k++)
        if (k == 0 || m->tokens[k] != m->tokens[k - 1] + 1 || tree_is_comma(&a->trees[m->sentence], m->tokens[k - 1])) /* an article before a comparative */
            turned ^= a->notes[m->tokens[k] + 1].change == CHANGE_DECREASE;
    return turned ? POLARITY_DECREASE : POLARITY_INCREASE;
}

static bool is_purpose(const lexicon_entry *e) {
    return str_starts(e->sense, (str)STR("Contingency.Purpose"));
}

/* A reason for what should be done supports it; it does not bring it about. */
static relation relation_of(analysis *a, const lexicon_entry *e, phrase target) {
    if (e->relation == RELATION_CONSEQUENCE && e->frame != FRAME_GER && !is_purpose(e))
        for (uint32_t i = target.first; i < target.end; i++)
            if (a->notes[i].flags & NOTE_DUTY) {
                a->why.duty = &a->text->tokens.items[i];
                return RELATION_SUPPORT;
            }
    return e->relation;
}

/* "A leads to B by increasing C": C stands between, A -> C -> B. Gives 1 if it is so and was added, 0 if not, -1 when memory ends. A person or a body that
 * acts is no first step. */
static int bridge(analysis *a, uint32_t index, const tree *t, phrase means, phrase whole, certainty c) {
    uint32_t head = whole.head == NONE ? tree_range(t, whole.first, whole.end).head : whole.head;
    if (head == NONE || !tree_is_clause(t, head) || a->cue_at[head] == NONE)
        return 0;
    uint32_t cue = a->cue_at[head], subject = tree_subject(t, head, NULL);
    const lexicon_entry *e = a->markers->items[cue].entry;
    phrase target = cue_target(a, cue);
    bool here = !phrase_is_empty(target) && target.first >= t->first && target.end <= t->end; /* a pronoun's may stand in the sentence before */
    if (subject == NONE || subject > head || e->relation != RELATION_CONSEQUENCE || !here || target.head == NONE)
        return 0;
    filling who = {.count = 0};
    filling_noun(a, t, subject, &who);
    argument_side first = who.sides[0], middle = side_of(a, t, means), last = argument_noun_side(a, t, target.head);
    if (argument_is_agent(a, &a->trees[first.sentence], first.span.head))
        return 0;
    last.span = target;
    a->why.bridged = true;
    if (argument_add(a, index, RELATION_CONSEQUENCE, polarity_of(a, t, a->markers->items[index].entry, means), c, first, middle) < 0 ||
        argument_add(a, cue, RELATION_CONSEQUENCE, e->polarity, c, middle, last) < 0)
        return -1;
    a->bridged[cue] = true;
    return 1;
}

/* How sure the link is: as sure as its target, as the marker, and as a hedge beside it. "not because" denies it. */
static certainty certainty_of(analysis *a, uint32_t index, const tree *target_tree, phrase target) {
    const marker *m = &a->markers->items[index];
    const lexicon_entry *e = m->entry;
    const tree *t = &a->trees[m->sentence];
    certainty marked = e->certainty ? e->certainty : CERTAINTY_ASSERTED, c = marked;
    uint32_t head = tree_range(target_tree, target.first, target.end).head, first = m->tokens[0], last = m->tokens[m->token_count - 1];
    if (head != NONE)
        c = modality_weaker(c, modality_find(target_tree, a->notes, head, false, &a->why.hedge, &a->why.negator));
    if (is_purpose(e)) /* what can or may be is the goal, not a doubt */
        c = marked;
    for (uint32_t i = first > t->first ? first - 1 : first; i <= last + 1 && i < t->end; i++) /* "possibly because" */
        if (a->notes[i].hedge && a->part_of[i] != index && tree_at(t, i)->upos == UPOS_ADV && a->notes[i].hedge > c) {
            c = (certainty)a->notes[i].hedge;
            a->why.hedge = tree_at(t, i);
        }
    if (first > t->first && a->notes[first - 1].negator && e->relation == RELATION_CONSEQUENCE) { /* "not because" */
        c = CERTAINTY_DENIED;
        a->why.negator = tree_at(t, first - 1);
    }
    return c;
}

/* A link from or to each conjunct behind a preposition: they are claims of their own. Gives 1 if there are several and they were added, 0 if not, -1 when
 * memory ends. */
static int add_conjuncts(analysis *a, uint32_t index, const frame_arguments *f, argument_side other, relation r, polarity p, certainty c) {
    const marker *m = &a->markers->items[index];
    const tree *t = &a->trees[m->sentence];
    uint32_t members[PHRASE_MEMBERS], last = m->tokens[m->token_count - 1];
    size_t n = f->noun == NONE ? 0 : phrase_conjuncts(t, f->noun, members);
    bool forward = m->entry->source == SLOT_ARG1;
    for (size_t i = 0; n > 1 && i < n; i++) {
        argument_side one = argument_noun_side(a, t, members[i]);
        if (one.span.first <= last && one.span.end > last + 1)
            one.span.first = last + 1;
        if (argument_add(a, index, r, p, c, forward ? other : one, forward ? one : other) < 0)
            return -1;
    }
    return n > 1;
}

/* The rows of a marker's form, up to `*end`. */
static const lexicon_entry *rows_of(const analysis *a, const marker *m, const lexicon_entry **end) {
    size_t count;
    const lexicon_entry *all = lexicon_entries(a->lexicon, m->entry->table, &count), *first = m->entry;
    while (first > all && str_equal(first[-1].form, m->entry->form))
        first--;
    for (*end = m->entry; *end < all + count && str_equal((*end)->form, m->entry->form);)
        ++*end;
    return first;
}

/* A form that says until when something holds says on what condition it ends, where it is denied ("not ... until"): the row that fits, else the marker's own. */
static const lexicon_entry *fitting_row(const analysis *a, const marker *m, const tree *t, phrase arg1) {
    const lexicon_entry *time = NULL, *condition = NULL, *end;
    for (const lexicon_entry *e = rows_of(a, m, &end); e < end; e++) {
        if (e->relation == RELATION_NONE && str_starts(e->sense, (str)STR("Temporal")))
            time = e;
        else if (e->relation == RELATION_CONDITION && e->polarity == POLARITY_DECREASE)
            condition = e;
    }
    uint32_t head = phrase_is_empty(arg1) ? NONE : tree_range(t, arg1.first, arg1.end).head;
    if (!time || !condition || head == NONE)
        return m->entry;
    return modality_of(t, a->notes, head, true) == CERTAINTY_DENIED ? condition : time;
}

/* "responded by widening roads": the verb says only that something is done, and the gerund what. */
static bool names_the_act(const analysis *a, const tree *t, const marker *m) {
    uint32_t gerund = tree_at(t, m->tokens[0])->head, verb = gerund == NONE ? NONE : tree_at(t, gerund)->head;
    return m->entry->frame == FRAME_GER && verb != NONE && a->notes[verb].flags & NOTE_STAGE && tree_object(t, verb) == NONE;
}

/* "not that A but that B": the word behind the negator comes again behind the conjunction. */
static bool answers_negator(const analysis *a, const tree *t, const marker *m, phrase arg1) {
    uint32_t behind = m->tokens[m->token_count - 1] + 1;
    for (uint32_t i = t->part[arg1.first - t->first]; i + 1 < arg1.end && behind < t->end; i++)
        if (a->notes[i].negator && str_equal(tree_form(t, i + 1), tree_form(t, behind)))
            return true;
    return false;
}

/* "not a luxury but a need": what a conjunction puts in the place of what was denied stands against nothing. */
static bool puts_right(const analysis *a, const tree *t, const marker *m, phrase arg1) {
    uint32_t joined = tree_at(t, m->tokens[0])->head;
    if (m->entry->frame != FRAME_COORD || m->entry->relation != RELATION_ATTACK || joined == NONE || joined < m->tokens[0])
        return false;
    if (tree_is_clause(t, joined))
        return !phrase_is_empty(arg1) && arg1.first >= t->first && arg1.end <= m->tokens[0] && answers_negator(a, t, m, arg1);
    for (uint32_t i = arg1.first; i < arg1.end; i++)
        if (a->notes[i].negator)
            return true;
    return false;
}

/* "those lucky enough to hold a lease": an adjective right behind a pronoun tells who is meant. */
static bool tells_who(const analysis *a, const tree *t, const marker *m) {
    uint32_t at = m->tokens[0];
    if (m->entry->frame != FRAME_INF || m->entry->reported != CLASS_ADJECTIVE || at < t->first + 2 || tree_at(t, at - 1)->upos != UPOS_ADJ)
        return false;
    const token *before = tree_at(t, at - 2);
    return a->notes[at - 2].flags & NOTE_DEMONSTRATIVE || (before->upos == UPOS_PRON && before->xpos == PENN_NN);
}

/* "was caused by spending": the gerund behind a passive cue is who does it, and the cue states the link. */
static bool is_agent_of_cue(const analysis *a, const tree *t, const marker *m) {
    uint32_t by = m->tokens[0], gerund = tree_at(t, by)->head, verb = gerund == NONE ? NONE : tree_at(t, gerund)->head;
    return m->entry->frame == FRAME_GER && verb != NONE && verb < by && a->cue_at[verb] != NONE && str_equal(tree_form(t, by), str_of(lexicon_preposition(SLOT_BY))) &&
           cue_is_passive(t, &a->markers->items[a->cue_at[verb]]);
}

/* "have all but vanished": a conjunction behind a determiner, or behind an adverb of what follows, joins no clauses. */
static bool excepts(const tree *t, const marker *m) {
    uint32_t at = m->tokens[0];
    if (m->entry->frame != FRAME_COORD || m->entry->relation != RELATION_ATTACK || at == t->first)
        return false;
    const token *before = tree_at(t, at - 1);
    return before->upos == UPOS_DET || (before->upos == UPOS_ADV && before->head != NONE && before->head > at);
}

/* "killed in the capital", "gunmen killed two guards in a raid": a preposition of place says why only where an event follows and nobody does it ("killed in a
 * riot"). */
static bool says_where(const analysis *a, const tree *t, const marker *m, uint32_t noun) {
    uint32_t at = m->tokens[0];
    if (m->entry->frame != FRAME_GOV || !(a->notes[at].flags & NOTE_PLACE) || noun == NONE)
        return false;
    uint32_t governor = reason_governor(a->text, a->lexicon, m->sentence, at, m->entry);
    if (governor != NONE && a->cue_at[governor] != NONE && !tree_is_passive(t, governor))
        return true;
    return !a->notes[noun].change && !(a->notes[noun].flags & (NOTE_BAD | NOTE_EVENT));
}

/* "such rules bar firms from the only market [that] remains": a relative pronoun opens no clause of degree. */
static bool ends_in_relative(const tree *t, const marker *m) {
    uint32_t last = m->tokens[m->token_count - 1];
    return m->entry->frame == FRAME_DEGREE && tree_is(t, last, DEP_nsubj) && last > m->tokens[0] + 1 && tree_is_noun(t, last - 1);
}

/* "saves [as] much water as a dam stores", "as tried in Herat": the conjunction answers itself, or a participle without a subject follows: it compares. */
static bool compares(const tree *t, const marker *m) {
    uint32_t at = m->tokens[0];
    if (m->entry->frame != FRAME_SUB || m->token_count > 1)
        return false;
    if (m->entry->relation == RELATION_CONSEQUENCE && at + 1 < t->end && tree_at(t, at + 1)->xpos == PENN_VBN)
        return true;
    for (uint32_t i = t->part[at - t->first]; i < at; i++)
        if (tree_is(t, i, DEP_advmod) && str_equal(tree_form(t, i), tree_form(t, at)) && tree_at(t, i)->head == i + 1)
            return true;
    return false;
}

/* "Given the audit, the board fined the bank [for] its delays": what another connective opens the clause with is no part of the argument. */
static phrase without_opening(const analysis *a, const tree *t, const marker *m, phrase p) {
    uint32_t other = phrase_is_empty(p) || p.first < t->first || p.first >= t->end ? NONE : a->part_of[p.first];
    if (other == NONE || &a->markers->items[other] == m || a->markers->items[other].entry->frame != FRAME_PREP)
        return p;
    uint32_t comma = extent_main_comma(t, p.first);
    return comma != NONE && comma + 1 < p.end ? tree_range(t, comma + 1, p.end) : p;
}

/* "as Oregon did", "as many had feared": a clause that says no more than who does or says so, behind a form that may compare. */
static bool only_echoes(const analysis *a, const tree *t, const marker *m) {
    uint32_t verb = m->entry->frame == FRAME_SUB && m->entry->relation == RELATION_CONSEQUENCE ? tree_at(t, m->tokens[0])->head : NONE;
    if (verb == NONE || !(function_is(a, verb, "echo") || a->notes[verb].flags & NOTE_REPORTING) || tree_object(t, verb) != NONE ||
        tree_child(t, verb, DEP_ccomp, NONE) != NONE || tree_child(t, verb, DEP_xcomp, NONE) != NONE)
        return false;
    const lexicon_entry *end;
    for (const lexicon_entry *e = rows_of(a, m, &end); e < end; e++)
        if (str_starts(e->sense, (str)STR("Comparison.Similarity")))
            return true;
    return false;
}

int connective_resolve(analysis *a, uint32_t index) {
    const marker *m = &a->markers->items[index];
    const tree *t = &a->trees[m->sentence];
    if (a->notes[m->tokens[0]].flags & NOTE_OPEN) /* "it is unclear if the levy works" */
        return 0;
    if (m->entry->frame == FRAME_NONE || ends_in_relative(t, m) || compares(t, m) || only_echoes(a, t, m) ||
        is_agent_of_cue(a, t, m) || names_the_act(a, t, m) || tells_who(a, t, m))
        return 0;
    frame_arguments f = frame_find(a, m);
    f.arg1 = without_opening(a, t, m, f.arg1);
    const lexicon_entry *e = fitting_row(a, m, t, f.arg1);
    if (e->relation == RELATION_NONE || puts_right(a, t, m, f.arg1) || excepts(t, m) || says_where(a, t, m, f.noun))
        return 0;
    bool this = f.noun != NONE && tree_at(t, f.noun)->xpos == PENN_DT; /* "because of this" */
    argument_side arg2 = this ? argument_before(a, m->sentence) : side_of(a, t, f.arg2), arg1 = f.before ? argument_before(a, m->sentence) : side_of(a, t, f.arg1);
    if (phrase_is_empty(arg1.span) || phrase_is_empty(arg2.span))
        return 0;
    bool forward = e->source == SLOT_ARG1;
    phrase target = forward ? arg2.span : arg1.span;
    const tree *target_tree = &a->trees[forward ? arg2.sentence : arg1.sentence];
    a->why = (why){.row = e, .before = f.before};
    certainty c = certainty_of(a, index, target_tree, target);
    polarity p = e->relation == RELATION_CORRELATION && e->frame == FRAME_PAIR ? paired_polarity(a, m) : polarity_of(a, target_tree, e, target);
    relation r = relation_of(a, e, target);
    int done = 0;
    if (e->frame == FRAME_GER && e->reported == CLASS_CONNECTIVE && !forward && !f.before) /* "by", but not "citing" */
        done = bridge(a, index, t, arg2.span, arg1.span, c);
    else if (e->frame == FRAME_PREP || e->frame == FRAME_GOV)
        done = add_conjuncts(a, index, &f, arg1, r, p, c);
    if (done)
        return done < 0 ? -1 : 0;
    return argument_add(a, index, r, p, c, forward ? arg1 : arg2, forward ? arg2 : arg1);
}
