#include <config.h>

#include "clause/frame.h"

#include "clause/extent.h"
#include "clause/phrase.h"
#include "marker/reason.h"

/* "assuming that", "considering that": a verb for the parser, with Arg2 below it. False where the marker holds none. */
static bool opened_by_verb(const analysis *a, const tree *t, uint32_t first, uint32_t last, frame_arguments *out) {
    for (uint32_t i = first; i <= last; i++) {
        dep r = (dep)tree_at(t, i)->relation;
        uint32_t up = tree_at(t, i)->head;
        bool own = r == DEP_advcl || r == DEP_acl || r == DEP_xcomp || r == DEP_parataxis || (last > first && (r == DEP_conj || r == DEP_ccomp));
        if (tree_at(t, i)->upos != UPOS_VERB || !own || tree_hi(t, i) <= last + 1)
            continue;
        uint32_t above = up == NONE ? NONE : tree_clause(t, up);
        if (above == NONE)
            break;
        out->arg2 = tree_range(t, last + 1, tree_hi(t, i));
        out->arg1 = extent_rest(a, t, above, first, tree_hi(t, i));
        return true;
    }
    return false;
}

/* Arg2 is the clause that the marker opens; Arg1 the clause that this one modifies. `head` is Arg2's head, or NONE. */
static frame_arguments subordinate(const analysis *a, const tree *t, uint32_t first, uint32_t last, uint32_t head) {
    frame_arguments out = {.noun = NONE};
    if (opened_by_verb(a, t, first, last, &out))
        return out;
    if (head != NONE && head > last && !tree_is_clause(t, head)) { /* the parser took the conjunction for a preposition */
        uint32_t above = tree_clause(t, head);
        head = above != NONE && above > last ? above : head;
    }
    if (head == NONE || head <= last)
        head = extent_clause_from(t, last + 1, t->end);
    if (head == NONE) {
        out.arg2 = tree_range(t, last + 1, t->end);
        out.arg1 = tree_range(t, t->first, first);
        return out;
    }
    uint32_t governor = extent_governing(t, first, head);
    bool participle = tree_at(t, head)->xpos == PENN_VBG && head > last;
    if (participle && first > t->first + 1 && tree_is_comma(t, first - 1) && (governor == NONE || governor > head)) /* "A attracts B, thereby lengthening C", hung on what follows */
        governor = extent_above(t, first - 2);
    for (uint32_t i = governor == NONE ? first : governor + 1; participle && i < first; i++) /* "A raises B, who arm, [thereby] ...": what stands nearest */
        if (tree_is(t, i, DEP_acl_relcl) && tree_is_finite(t, i) && tree_lo(t, i) > t->first && tree_is_punct(t, tree_lo(t, i) - 1) && tree_hi(t, i) <= first)
            governor = i;
    bool joined = first > t->first + 1 && tree_at(t, first - 1)->upos == UPOS_CCONJ && tree_is_comma(t, first - 2); /* "..., and because A, B" */
    bool initial = joined || extent_opens_part(a, t, first);
    uint32_t comma = initial ? extent_main_comma(t, last + 1) : NONE;
    if (initial && (governor == NONE || governor < head || (comma != NONE && governor < comma))) { /* the parser took the wrong clause for the main one */
        for (uint32_t i = head + 1; i + 2 < t->end && comma == NONE; i++)
            if (tree_is_comma(t, i))
                comma = i;
        if (comma != NONE) {
            out.arg2 = tree_range(t, last + 1, comma);
            out.arg1 = tree_range(t, comma, extent_part_end(t, comma));
            return out;
        }
    }
    uint32_t end = extent_clause_end(t, last + 1, head);
    if (comma != NONE && end < comma && governor != NONE && governor > comma && tree_at(t, end)->upos != UPOS_CCONJ) /* "Where patients know [the doctor], calls help": words that the parser gave away */
        end = comma;
    out.arg2 = tree_range(t, last + 1, end);
    if (governor != NONE && !(governor > last && governor < end)) {
        out.arg1 = extent_rest(a, t, governor, first, end);
        if (governor > head) { /* an object clause that went astray leaves the rest of the sentence */
            if (phrase_is_empty(out.arg1))
                out.arg1 = tree_range(t, end, t->end);
        }
    } else if (!initial) {
        uint32_t cut = extent_break_before(t, first);
        out.arg1 = tree_range(t, cut == NONE ? t->first : cut + 1, first);
    } else {
        out.arg1 = tree_range(t, end, t->end);
    }
    out.arg2.head = head;
    return out;
}

static frame_arguments coordinate(const analysis *a, const tree *t, uint32_t first, uint32_t last) {
    frame_arguments out = {.noun = NONE};
    uint32_t head = tree_at(t, last)->head;
    if (extent_opens(a, t, first)) {
        out.arg2 = tree_range(t, last + 1, t->end);
        out.before = true;
        return out;
    }
    if (head == NONE || head <= last)
        head = extent_clause_from(t, last + 1, t->end);
    if (head != NONE && !tree_is_clause(t, head))
        head = tree_clause(t, head);
    bool found = head != NONE && head > last; /* else the parser lost its verb: what follows is the clause */
    uint32_t end = found ? extent_clause_end(t, last + 1, head) : t->end, governor = found ? extent_governing(t, first, head) : NONE;
    if (governor == NONE || governor > first) {
        uint32_t cut = extent_break_before(t, first);
        out.arg1 = tree_range(t, cut == NONE || cut + 1 >= first ? t->first : cut + 1, first);
    } else {
        phrase whole = phrase_clause(t, governor);
        out.arg1 = tree_range(t, whole.first < first ? whole.first : t->first, first);
    }
    out.arg2 = tree_range(t, last + 1, end > last + 1 ? end : t->end);
    return out;
}

/* "to arm", whatever the parser takes it for, with no comma before it. */
static bool is_infinitive(const tree *t, uint32_t verb) {
    uint32_t mark = tree_lo(t, verb);
    return tree_is(t, verb, DEP_advcl) && mark > t->first && mark < verb && tree_at(t, mark)->upos == UPOS_PART && !tree_is_punct(t, mark - 1);
}

static frame_arguments adverbial(const analysis *a, const tree *t, uint32_t first, uint32_t last, uint32_t head) {
    frame_arguments out = {.noun = NONE};
    uint32_t host = head == NONE ? NONE : tree_clause(t, head);
    if (host == NONE)
        host = extent_clause_from(t, last + 1, t->end);
    while (host != NONE && tree_at(t, host)->head != NONE && tree_clause(t, tree_at(t, host)->head) != NONE &&
           (tree_is(t, host, DEP_xcomp) || is_infinitive(t, host))) /* "may feel compelled to arm [in response]" */
        host = tree_clause(t, tree_at(t, host)->head);
    uint32_t cut = extent_break_before(t, first);
    if (cut != NONE && !extent_opens(a, t, first) && (first - cut <= 3 || (host != NONE && host > cut))) { /* "...; therefore, ..." */
        out.arg1 = tree_range(t, t->first, cut);
        out.arg2 = tree_range(t, cut + 1, t->end);
        return out;
    }
    bool relative = host != NONE && tree_lo(t, host) > t->first && tree_is_punct(t, tree_lo(t, host) - 1) &&
                    (tree_is(t, host, DEP_acl_relcl) || tree_at(t, tree_lo(t, host))->xpos == PENN_WP); /* ", who ..." whatever the parser made of it */
    bool closes = tree_is(t, host, DEP_conj) && host < first && (last + 1 == t->end || tree_is_punct(t, last + 1)) && tree_child(t, host, DEP_nsubj, NONE) != NONE;
    if (host != NONE && (host > last || relative || closes) && !extent_opens(a, t, first)) {
        const token *k = tree_at(t, host);
        uint32_t up = k->head == NONE ? NONE : tree_clause(t, k->head);
        while (relative && up != NONE && !tree_is_finite(t, up)) /* "raises concerns for neighbouring states, who ...": the clause that has a tense */
            up = tree_at(t, up)->head == NONE ? NONE : tree_clause(t, tree_at(t, up)->head);
        bool follows = k->relation == DEP_advcl || k->relation == DEP_conj || k->relation == DEP_parataxis || k->relation == DEP_acl ||
                       k->relation == DEP_ccomp || k->relation == DEP_acl_relcl || k->relation == DEP_xcomp;
        bool near = relative || closes || first <= tree_lo(t, host) + 3; /* the marker opens its clause, or ends it ("A, and B as a result") */
        if (up != NONE && up < first && follows && near && (k->relation != DEP_xcomp || k->xpos == PENN_VBG)) {
            uint32_t start = tree_lo(t, host) < first ? tree_lo(t, host) : first;
            phrase whole = phrase_clause(t, up);
            out.arg1 = tree_range(t, whole.first < start ? whole.first : t->first, start);
            out.arg2 = tree_range(t, start, extent_clause_end(t, start, host));
            out.arg2.head = host;
            return out;
        }
    }
    /* the host clause without what stands before its own marker */
    out.before = true;
    out.arg2 = tree_range(t, t->first, t->end);
    if (host != NONE && tree_at(t, host)->relation != DEP_root) {
        phrase p = phrase_clause(t, host);
        if (p.first <= first && last < p.end && p.end - p.first >= 3)
            out.arg2 = p;
    }
    return out;
}

/* Whether a word stands in a noun phrase before its head. */
static bool modifies(const tree *t, uint32_t i) {
    dep r = (dep)tree_at(t, i)->relation;
    return r == DEP_compound || r == DEP_amod || r == DEP_nmod_poss || r == DEP_nummod || r == DEP_det || r == DEP_flat;
}

/* The noun behind a preposition that stands from `first` to `last`. */
static uint32_t noun_after(const tree *t, uint32_t first, uint32_t last) {
    uint32_t head = tree_at(t, last)->head;
    if (tree_is(t, last, DEP_case) && head != NONE && head > last && !tree_is_punct(t, head))
        return head;
    for (uint32_t i = last + 1; i < t->end; i++) {
        if (tree_is_punct(t, i))
            return NONE;
        upos u = (upos)tree_at(t, i)->upos;
        if (u != UPOS_NOUN && u != UPOS_PROPN && u != UPOS_PRON && u != UPOS_VERB && u != UPOS_NUM)
            continue;
        for (uint32_t up = tree_at(t, i)->head; up != NONE && up > i && tree_lo(t, up) >= first && modifies(t, i); up = tree_at(t, up)->head)
            i = up;
        return i;
    }
    return NONE;
}

/* The noun phrase behind a preposition that ends at `last`, with the adverbials that the parser hung on the verb. */
static phrase behind_preposition(const analysis *a, const tree *t, uint32_t last, uint32_t noun) {
    phrase p = phrase_coordination(t, a->notes, noun);
    if (p.first <= last)
        p.first = last + 1;
    uint32_t up = tree_at(t, noun)->head, verb = up == NONE ? NONE : tree_clause(t, up);
    if (verb != NONE && verb <= last)
        phrase_extend(t, a->notes, verb, &p);
    return p;
}

/* "..., as a result of which the ports closed": what is named stands before, what comes of it behind the pronoun. */
static frame_arguments relative_preposition(const tree *t, uint32_t first, uint32_t pronoun) {
    uint32_t cut = extent_break_before(t, first), head = extent_clause_from(t, pronoun + 1, t->end);
    return (frame_arguments){.arg1 = tree_range(t, pronoun + 1, head == NONE ? t->end : extent_clause_end(t, pronoun + 1, head)),
                             .arg2 = tree_range(t, cut == NONE ? t->first : cut + 1, first),
                             .noun = NONE};
}

static frame_arguments prepositional(const analysis *a, const tree *t, uint32_t first, uint32_t last) {
    if (last + 1 < t->end && tree_at(t, last + 1)->xpos == PENN_WDT)
        return relative_preposition(t, first, last + 1);
    uint32_t noun = noun_after(t, first, last);
    frame_arguments out = {.noun = noun};
    if (noun == NONE)
        return out;
    uint32_t subject = tree_child(t, noun, DEP_nsubj, NONE);
    bool copula = tree_child(t, noun, DEP_cop, NONE) != NONE && subject != NONE && subject < first;
    out.arg2 = behind_preposition(a, t, last, noun);
    if (copula) { /* "the delay is due to flooding" */
        out.arg1 = phrase_noun(t, a->notes, subject);
        return out;
    }
    bool initial = extent_opens_part(a, t, first);
    uint32_t comma = initial ? extent_main_comma(t, last + 1) : NONE;
    if (comma != NONE && comma > noun && !tree_is_punct(t, out.arg2.end)) { /* "given the costs of the India and Japan pact, ...": the parser lost the phrase */
        out.arg2 = tree_range(t, last + 1, comma);
        out.arg1 = tree_range(t, comma, extent_part_end(t, comma));
        return out;
    }
    uint32_t up = tree_at(t, noun)->head;
    if (up != NONE && up < first && !tree_is_clause(t, up) && (a->notes[up].change || tree_clause(t, up) == NONE)) {
        out.arg1 = tree_range(t, phrase_noun(t, a->notes, up).first, first); /* "the decline due to tariffs" */
        out.arg1.head = up;
        return out;
    }
    uint32_t governor = extent_governing(t, first, noun);
    if (governor != NONE && governor >= first && governor <= last) /* "given the cost": the marker is a verb for the parser */
        governor = tree_at(t, governor)->head == NONE ? NONE : tree_clause(t, tree_at(t, governor)->head);
    uint32_t nearest = initial || tree_is_punct(t, first - 1) ? NONE : tree_clause(t, first - 1);
    if (governor != NONE && governor > first && nearest != NONE && nearest < first) /* "a plan, under which firms pay [regardless of] size, breaks ...": they pay */
        governor = nearest;
    if (initial && (governor == NONE || governor < first)) {
        out.arg1 = tree_range(t, out.arg2.end, extent_part_end(t, first));
    } else if (governor == NONE || governor == noun) {
        out.arg1 = tree_range(t, t->first, first);
    } else {
        out.arg1 = extent_rest(a, t, governor, first, out.arg2.end);
    }
    while (out.arg1.end == first && out.arg1.end > out.arg1.first + 1) { /* "the delays are largely [due to]" */
        upos u = (upos)tree_at(t, out.arg1.end - 1)->upos;
        if (u != UPOS_AUX && u != UPOS_ADV)
            break;
        out.arg1.end--;
        out.arg1.head = NONE;
    }
    return out;
}

/* Where what a part of a pair opens begins: behind its comparative ("the longer [a mine stands idle]"), which says how much of it there is. */
static uint32_t behind_part(const tree *t, uint32_t last) {
    penn next = last + 1 < t->end ? (penn)tree_at(t, last + 1)->xpos : PENN_NONE;
    return last + 1 + (next == PENN_JJR || next == PENN_RBR);
}

/* "if ... then": Arg1 behind the first part, Arg2 behind the last. */
static frame_arguments paired(const tree *t, const marker *m) {
    frame_arguments out = {.noun = NONE};
    uint8_t k = 0;
    while (k + 1 < m->token_count && m->tokens[k + 1] == m->tokens[k] + 1)
        k++;
    if (k + 1 >= m->token_count)
        return out;
    uint32_t second = m->tokens[k + 1], first = behind_part(t, m->tokens[m->token_count - 1]), end = t->end;
    uint32_t head = extent_clause_from(t, first, t->end);
    if (head != NONE && extent_clause_end(t, first, head) > first)
        end = extent_clause_end(t, first, head);
    out.arg1 = tree_range(t, behind_part(t, m->tokens[k]), second);
    out.arg2 = tree_range(t, first, end);
    return out;
}

static frame_arguments of_degree(const tree *t, const marker *m) {
    frame_arguments out = {.noun = NONE};
    uint32_t last = m->tokens[m->token_count - 1], first = m->tokens[0];
    uint32_t host = tree_clause(t, first);
    phrase whole = host == NONE ? tree_range(t, t->first, last) : phrase_clause(t, host);
    out.arg1 = tree_range(t, whole.first < first ? whole.first : t->first, last);
    uint32_t head = extent_clause_from(t, last + 1, t->end);
    out.arg2 = tree_range(t, last + 1, head == NONE ? t->end : extent_clause_end(t, last + 1, head));
    return out;
}

/* "fined for its delays", "dismay at the ruling": Arg1 is the clause of the word that governs the preposition, or that noun's phrase where it is no object. */
static frame_arguments governed(const analysis *a, const tree *t, const marker *m) {
    uint32_t at = m->tokens[0];
    frame_arguments out = {.noun = noun_after(t, at, at)};
    uint32_t governor = reason_governor(a->text, a->lexicon, m->sentence, at, m->entry);
    if (governor == NONE || out.noun == NONE)
        return out;
    bool gerund = tree_at(t, at + 1)->xpos == PENN_VBG;
    out.arg2 = gerund ? tree_range(t, at + 1, extent_clause_end(t, at + 1, out.noun)) : behind_preposition(a, t, at, out.noun);
    bool noun = tree_at(t, governor)->upos == UPOS_NOUN && !tree_is_clause(t, governor);
    uint32_t clause = tree_clause(t, governor);
    if (clause == out.noun && noun) { /* "the quarrel was over the price" */
        out.arg1 = phrase_noun(t, a->notes, governor);
    } else if (clause == NONE || clause > at || (noun && tree_at(t, governor)->relation != DEP_obj)) {
        out.arg1 = tree_range(t, phrase_noun(t, a->notes, governor).first, at);
        out.arg1.head = governor;
    } else {
        out.arg1 = extent_rest(a, t, clause, at, out.arg2.end);
    }
    return out;
}

/* "because A and because B": the marker before this one that opens the clause coordinated with it; NULL where there is none. */
static const marker *first_of_pair(const analysis *a, const tree *t, const marker *m) {
    uint32_t first = m->tokens[0];
    if (first > t->first + 1 && tree_at(t, first - 1)->upos == UPOS_ADV) /* "partly because A, and [partly] because B" */
        first--;
    if (first == t->first || tree_at(t, first - 1)->upos != UPOS_CCONJ)
        return NULL;
    for (const marker *k = m; k-- > a->markers->items && k->sentence == m->sentence;)
        if (k->entry->table == m->entry->table && str_equal(tree_form(t, k->tokens[0]), tree_form(t, m->tokens[0]))) /* "partly because of A and partly because B" */
            return k;
    return NULL;
}

/* The marker in a range that a conjunction joins with `m`; NULL where there is none. */
static const marker *second_of_pair(const analysis *a, const tree *t, const marker *m, phrase in) {
    const marker *end = a->markers->items + a->markers->count;
    for (const marker *k = m + 1; k < end && k->sentence == m->sentence; k++)
        if (k->tokens[0] > in.first && k->tokens[0] < in.end && first_of_pair(a, t, k) == m)
            return k;
    return NULL;
}

/* "If A, B; if not, C": the marker before it in the sentence whose clause a form takes up that begins with the same word; NULL where there is none. */
static const marker *taken_up(const analysis *a, const tree *t, const marker *m) {
    for (const marker *k = m; m->token_count > 1 && k-- > a->markers->items && k->sentence == m->sentence;)
        if (k->entry->frame == FRAME_SUB && k->token_count == 1 && str_equal(tree_form(t, m->tokens[0]), k->entry->form))
            return k;
    return NULL;
}

/* "in order (not) to calm": but nothing of the kind follows in "the files were in order". */
static bool before_infinitive(const tree *t, uint32_t last) {
    if (tree_at(t, last)->xpos == PENN_TO)
        return true;
    for (uint32_t i = last + 1; i < t->end && !tree_is_punct(t, i); i++) {
        penn tag = (penn)tree_at(t, i)->xpos;
        if (tag == PENN_TO || tag == PENN_VB || tag == PENN_VBP)
            return true;
        if (tree_at(t, i)->upos != UPOS_ADV && tree_at(t, i)->upos != UPOS_PART)
            return false;
    }
    return false;
}

frame_arguments frame_find(const analysis *a, const marker *m) {
    const tree *t = &a->trees[m->sentence];
    uint32_t first = m->tokens[0], last = m->tokens[m->token_count - 1], head = tree_at(t, marker_head(t, m))->head;
    frame_arguments out;
    const marker *other;
    switch (m->entry->frame) {
    case FRAME_SUB:
        out = subordinate(a, t, first, last, head);
        other = first_of_pair(a, t, m);
        if (other)
            out.arg1 = frame_find(a, other).arg1;
        other = second_of_pair(a, t, m, out.arg2);
        if (other)
            out.arg2 = tree_range(t, out.arg2.first, other->tokens[0]);
        if (second_of_pair(a, t, m, out.arg1)) /* "Because A, and because B.": an answer that leaves out what it is the reason of */
            out.arg1 = (phrase){0, 0, NONE};
        return out;
    case FRAME_INF:
        if (!before_infinitive(t, last))
            return (frame_arguments){.noun = NONE};
        return subordinate(a, t, first, last, head);
    case FRAME_GER:
        return subordinate(a, t, first, last, head);
    case FRAME_COORD:
        return coordinate(a, t, first, last);
    case FRAME_ADV:
        out = adverbial(a, t, first, last, head);
        other = taken_up(a, t, m);
        if (other && !out.before)
            out.arg1 = frame_find(a, other).arg2;
        return out;
    case FRAME_PREP:
        return prepositional(a, t, first, last);
    case FRAME_GOV:
        return governed(a, t, m);
    case FRAME_PAIR:
        return paired(t, m);
    case FRAME_DEGREE:
        return of_degree(t, m);
    default:
        return (frame_arguments){.noun = NONE};
    }
}
