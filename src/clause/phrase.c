#include <config.h>

#include "clause/phrase.h"

enum { CORE_TAIL = 14 }; /* tokens after the head that may belong to a core */

static bool comma_before(const tree *t, uint32_t i) {
    uint32_t lo = tree_lo(t, i);
    return lo > t->first && tree_is_punct(t, lo - 1);
}

/* Whether the child `i` of a noun hangs loosely on it, so that the noun phrase ends before it. */
static bool is_loose(const tree *t, const note *notes, uint32_t i) {
    const token *k = tree_at(t, i);
    if (notes[tree_lo(t, i)].flags & NOTE_EXEMPLIFIER)
        return true;
    switch (k->relation) {
    case DEP_conj:
        return k->upos != UPOS_PROPN && (k->head == NONE || tree_at(t, k->head)->upos != UPOS_PROPN); /* "between Kenya and its neighbours" */
    case DEP_advcl:
        return !(i > 1 && tree_at(t, i - 1)->upos == UPOS_PART && tree_lo(t, i) == k->head + 1 && tree_at(t, k->head)->xpos == PENN_VBN); /* "designed to protect" */
    case DEP_cc:
    case DEP_parataxis:
    case DEP_discourse:
    case DEP_dislocated:
        return true;
    case DEP_acl_relcl:
        return comma_before(t, i) || notes[i].flags & NOTE_CUE; /* "shortages which may cause unrest": the clause is a link of its own */
    case DEP_acl:
        if (k->xpos == PENN_VBD || k->xpos == PENN_VBZ || k->xpos == PENN_VBP) /* "bread prices [spread] to the ports" */
            return true;
        if (notes[i].flags & NOTE_CUE && (k->xpos == PENN_VBN || k->xpos == PENN_VBG)) /* "losses [caused by rust]" */
            return true;
        return comma_before(t, i);
    case DEP_appos:
    case DEP_advmod:
        return comma_before(t, i);
    default:
        return false;
    }
}

/* ", further raising prices": a participle that is a link of its own, with or without an adverb before it. */
static bool is_trailing_cue(const tree *t, const note *notes, uint32_t comma) {
    for (uint32_t i = comma + 1; i <= comma + 2 && i < t->end; i++)
        if (tree_at(t, i)->xpos == PENN_VBG)
            return notes[i].flags & NOTE_CUE && !tree_is(t, i, DEP_amod) && !tree_is(t, i, DEP_compound);
    return false;
}

/* The end of the phrase of `head`: its subtree up to the first loose child behind it. */
static uint32_t tight_end(const tree *t, const note *notes, uint32_t head) {
    uint32_t end = tree_hi(t, head);
    for (uint32_t i = head + 1; i < end; i++)
        if (tree_at(t, i)->head == head && is_loose(t, notes, i))
            end = tree_lo(t, i);
    for (uint32_t i = head + 1; i + 1 < end; i++) { /* wherever the parser hung it: ", who ...", ", which ...", ", such as ...", ", further raising ..." */
        penn next = (penn)tree_at(t, i + 1)->xpos;
        bool relative = next == PENN_WDT || next == PENN_WP || next == PENN_WPS;
        if (tree_is_comma(t, i) && (relative || notes[i + 1].flags & NOTE_EXEMPLIFIER || is_trailing_cue(t, notes, i)))
            end = i;
    }
    for (uint32_t i = head + 1; i < end; i++)
        if (tree_stray_verb(t, i) != NONE)
            end = tree_lo(t, i);
        else if (tree_is_colon(t, i))
            end = i;
    return end;
}

static uint32_t after_openers(const tree *t, uint32_t head) {
    uint32_t first = tree_lo(t, head);
    while (first < head) {
        const token *k = tree_at(t, first);
        bool own = k->head == head || (k->head != NONE && k->head < first); /* "In May fares rose": the preposition is another's */
        bool leads = k->relation == DEP_advmod && k->head == head && tree_is(t, first + 1, DEP_case) && tree_at(t, first + 1)->head == head; /* "not by", "mainly from" */
        bool opener = tree_is_punct(t, first) || leads || (own && (k->relation == DEP_case || k->relation == DEP_mark || k->relation == DEP_cc || k->relation == DEP_fixed));
        if (!opener)
            break;
        first++;
    }
    return first;
}

phrase phrase_noun(const tree *t, const note *notes, uint32_t head) {
    uint32_t first = after_openers(t, head);
    for (uint32_t i = first; i < head; i++) /* adverbs and clauses before a noun do not belong to it */
        if (tree_at(t, i)->head == head && (tree_at(t, i)->relation == DEP_advcl || tree_at(t, i)->relation == DEP_parataxis ||
                                            tree_at(t, i)->relation == DEP_nsubj || tree_at(t, i)->relation == DEP_cop))
            first = tree_hi(t, i);
    for (uint32_t i = first; i < head; i++) /* "in June [the signing of the pact]": a noun phrase begins with its determiner */
        if (tree_at(t, i)->head == head && tree_is(t, i, DEP_det) && i > first && tree_at(t, i - 1)->upos != UPOS_DET && tree_at(t, i - 1)->upos != UPOS_ADV)
            first = i;
    for (uint32_t i = first + 1; i < head; i++) /* "where they know the doctor, [calls]": a noun before a comma is no part of a compound behind it */
        if (tree_is_comma(t, i) && tree_is(t, i - 1, DEP_compound) && tree_at(t, i - 1)->head == head)
            first = i + 1;
    phrase p = tree_range(t, first, tight_end(t, notes, head));
    p.head = head;
    return p;
}

static bool is_infinitive(const tree *t, uint32_t verb) {
    uint32_t mark = tree_lo(t, verb);
    return mark < verb && tree_at(t, mark)->upos == UPOS_PART && tree_is(t, mark, DEP_mark) && !tree_is_punct(t, mark - 1);
}

/* What begins right behind the phrase: below its head a relative clause or a participle, below the verb an adverbial. NONE where it is neither. */
static uint32_t follower(const tree *t, const note *notes, uint32_t verb, const phrase *p) {
    if (tree_at(t, p->end)->upos == UPOS_CCONJ) /* "from poor training [and not from haste]": a fellow */
        return NONE;
    for (uint32_t i = p->end; i < t->end; i++) {
        if (tree_lo(t, i) != p->end)
            continue;
        const token *k = tree_at(t, i);
        bool identifies = k->relation == DEP_acl_relcl && notes[p->end].flags & NOTE_DEMONSTRATIVE; /* "strikes that closed ports", but "strikes which ..." */
        bool own = k->head == p->head && (k->relation == DEP_nmod || identifies);
        bool adverbial = verb != NONE && k->head == verb && (k->relation == DEP_obl || k->relation == DEP_advmod || k->relation == DEP_obl_unmarked);
        bool completes = verb != NONE && k->head == verb && k->relation == DEP_advcl && is_infinitive(t, i) && !(notes[i].flags & NOTE_PURPOSE); /* "attempts [to pass] the bill" */
        bool forward = i + 1 < t->end && k->upos == UPOS_ADV && tree_at(t, i + 1)->xpos == PENN_VBG; /* "tensions [potentially leading to] war" */
        if (own || completes || (adverbial && !forward && !tree_is_clause(t, i)))
            return i;
    }
    return NONE;
}

/* ", including two ports": the end of examples that follow the phrase, up to the next comma behind them; the end of the phrase where there are none. */
static uint32_t with_examples(const tree *t, const note *notes, uint32_t end) {
    uint32_t first = end;
    while (first < t->end && tree_is_comma(t, first))
        first++;
    if (first == t->end || !(notes[first].flags & NOTE_EXEMPLIFIER))
        return end;
    while (first < t->end && (!tree_is_punct(t, first) || notes[first].flags & NOTE_EXEMPLIFIER))
        first++;
    return first;
}

void phrase_extend(const tree *t, const note *notes, uint32_t verb, phrase *p) {
    while (p->end < t->end && !tree_is_punct(t, p->end)) {
        uint32_t next = follower(t, notes, verb, p);
        if (next == NONE)
            break;
        uint32_t end = tree_hi(t, next);
        for (uint32_t i = p->end; i < end; i++)
            if (tree_is_punct(t, i))
                end = i;
        p->end = end;
    }
    p->end = with_examples(t, notes, p->end);
}

phrase phrase_coordination(const tree *t, const note *notes, uint32_t head) {
    uint32_t members[PHRASE_MEMBERS];
    size_t n = phrase_conjuncts(t, head, members);
    phrase p = phrase_noun(t, notes, head);
    if (n > 1) {
        p.end = phrase_noun(t, notes, members[n - 1]).end;
        phrase_extend(t, notes, NONE, &p); /* what they share */
    }
    return p;
}

static bool is_name(const tree *t, uint32_t i) {
    return tree_at(t, i)->upos == UPOS_PROPN || tree_at(t, i)->upos == UPOS_NUM || tree_at(t, i)->upos == UPOS_PRON;
}

size_t phrase_conjuncts(const tree *t, uint32_t head, uint32_t members[PHRASE_MEMBERS]) {
    size_t n = 0;
    members[n++] = head;
    bool names = is_name(t, head), verb = tree_is_clause(t, head);
    for (uint32_t i = head + 1; i < tree_hi(t, head) && n < PHRASE_MEMBERS; i++) {
        if (tree_at(t, i)->head != head || tree_at(t, i)->relation != DEP_conj)
            continue;
        if (tree_is_clause(t, i) != verb || tree_stray_verb(t, i) != NONE)
            continue;
        names |= is_name(t, i);
        members[n++] = i;
    }
    return names ? 1 : n;
}

/* ", thereby raising ...": a participle after a comma says what comes of the clause before it. */
static bool trails(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    return k->xpos == PENN_VBG && (k->relation == DEP_advcl || k->relation == DEP_acl) && comma_before(t, i) &&
           tree_child(t, i, DEP_case, NONE) == NONE;
}

phrase phrase_clause(const tree *t, uint32_t head) {
    uint32_t first = after_openers(t, head), end = tree_hi(t, head);
    for (uint32_t i = head + 1; i < end; i++) {
        const token *k = tree_at(t, i);
        if (k->head != head)
            continue;
        bool own_subject = tree_child(t, i, DEP_nsubj, NONE) != NONE || tree_child(t, i, DEP_nsubj_pass, NONE) != NONE;
        bool other = (k->relation == DEP_conj && own_subject) || (k->relation == DEP_parataxis && (tree_at(t, tree_lo(t, i))->xpos != PENN_WP || comma_before(t, i))) || trails(t, i);
        if (other)
            end = tree_lo(t, i);
    }
    for (uint32_t i = head + 1; i + 1 < end; i++) /* ", which ...": another clause, wherever the parser hung it */
        if (tree_is_comma(t, i) && tree_at(t, i + 1)->xpos == PENN_WDT)
            end = i;
    for (uint32_t i = first; i < head; i++) { /* "Although A, [it does B]": a clause that opens the sentence is another */
        if (tree_at(t, i)->head != head || tree_at(t, i)->relation != DEP_advcl)
            continue;
        if (tree_hi(t, i) < head && tree_is_comma(t, tree_hi(t, i)))
            first = tree_hi(t, i) + 1;
        else if (tree_hi(t, i) <= head && tree_is_comma(t, tree_hi(t, i) - 1))
            first = tree_hi(t, i);
    }
    phrase p = tree_range(t, first, end);
    p.head = head;
    return p;
}

static bool starts_core(const tree *t, const note *notes, uint32_t i) {
    const token *k = tree_at(t, i);
    switch (k->relation) {
    case DEP_det:
    case DEP_det_predet:
    case DEP_case:
    case DEP_mark:
    case DEP_cc:
    case DEP_cc_preconj:
    case DEP_punct:
        return false;
    case DEP_advmod:
        return notes[i].change && i + 1 < t->end && tree_at(t, i + 1)->upos == UPOS_ADJ; /* "[less] severe floods" */
    default:
        break;
    }
    if (k->upos == UPOS_DET || k->upos == UPOS_PRON || k->upos == UPOS_ADP || k->upos == UPOS_PUNCT || k->upos == UPOS_PART)
        return false;
    return !notes[i].hedge || k->upos == UPOS_NOUN;
}

/* "of", "between": what follows belongs to the noun before. */
static bool is_joint(const note *notes, uint32_t i) {
    return i != NONE && notes[i].flags & NOTE_JOINT;
}

/* "the effects of [the Peru and Chile] pact": a name behind an article shares the noun of the name after "and", which the parser hung elsewhere. Gives that noun,
 * or the name itself. */
static uint32_t shared_noun(const tree *t, uint32_t name) {
    bool shares = tree_at(t, name)->upos == UPOS_PROPN && tree_child(t, name, DEP_det, NONE) != NONE && name + 1 < t->end && tree_at(t, name + 1)->upos == UPOS_CCONJ;
    uint32_t i = name + 2;
    while (shares && i < t->end && tree_at(t, i)->upos == UPOS_PROPN)
        i++;
    return shares && i > name + 2 && i < t->end && tree_at(t, i)->upos == UPOS_NOUN ? i : name;
}

/* The noun behind "level of", "probability of", "a number of". */
static uint32_t through_transparent(const tree *t, const note *notes, uint32_t head) {
    for (int guard = 0; guard < 4 && notes[head].flags & NOTE_TRANSPARENT; guard++) {
        uint32_t inner = NONE;
        for (uint32_t i = tree_child(t, head, DEP_nmod, NONE); i != NONE; i = tree_child(t, head, DEP_nmod, i))
            if (i > head && (is_joint(notes, tree_child(t, i, DEP_case, NONE)) || (notes[head].hedge && tree_lo(t, i) == head + 1))) { /* "potential for" */
                inner = i;
                break;
            }
        uint32_t of = head + 1; /* wherever the parser hung it */
        if (inner == NONE && of < t->end && tree_is(t, of, DEP_case) && is_joint(notes, of) && tree_at(t, of)->head != NONE)
            inner = tree_at(t, of)->head;
        if (inner == NONE || inner <= head || (tree_at(t, inner)->upos != UPOS_NOUN && tree_at(t, inner)->upos != UPOS_PROPN))
            break;
        head = shared_noun(t, inner);
    }
    return head;
}

/* "cut prices [by] two dollars", "[by] as much as a fifth": the preposition of a number says how far, and not of what. */
static bool says_how_far(const tree *t, const note *notes, uint32_t i) {
    const token *k = tree_at(t, i);
    if (!(notes[i].flags & NOTE_EXTENT) || k->head == NONE || k->head < i)
        return false;
    for (uint32_t w = i + 1; w <= k->head; w++)
        if (tree_at(t, w)->upos == UPOS_NUM || tree_at(t, w)->upos == UPOS_SYM || notes[w].flags & NOTE_DEGREE)
            return true;
    return notes[k->head].flags & NOTE_TRANSPARENT && tree_hi(t, k->head) == k->head + 1; /* "a third", "half" */
}

/* A noun keeps what a preposition right behind it adds, wherever the parser hung it: what "of" opens, what stands between it and its verb, and what says
 * where the change, the want or the event that it names is found ("a fall in exports"). Gives the new end. */
static uint32_t complemented_end(const tree *t, const note *notes, uint32_t head, uint32_t end) {
    const uint32_t names_more = NOTE_LACK | NOTE_EVENT | NOTE_TRANSPARENT | NOTE_SHELL;
    for (int guard = 0; guard < 3 && end < t->end && (tree_is(t, end, DEP_case) || tree_is(t, end, DEP_mark)); guard++) {
        uint32_t noun = tree_at(t, end)->head, above = tree_at(t, head)->head;
        if (noun == NONE || noun <= end || tree_lo(t, noun) != end || tree_at(t, end)->upos != UPOS_ADP || says_how_far(t, notes, end))
            break;
        bool relational = notes[head].change || notes[head].flags & names_more || notes[end - 1].flags & names_more;
        bool of = is_joint(notes, end);
        bool before_verb = above != NONE && above > noun && tree_is_clause(t, above) && tree_at(t, noun)->head == above;
        uint32_t stop = tight_end(t, notes, noun);
        for (uint32_t i = end; i < stop; i++) /* no part of it stands behind a comma */
            if (tree_is_comma(t, i))
                stop = i;
        if (!(of || before_verb || relational) || notes[end].flags & NOTE_EXEMPLIFIER || stop - head > CORE_TAIL)
            break;
        end = stop;
    }
    return end;
}

phrase phrase_noun_core(const tree *t, const note *notes, uint32_t head) {
    head = through_transparent(t, notes, head);
    phrase whole = phrase_noun(t, notes, head);
    uint32_t first = whole.first;
    while (first < head && !starts_core(t, notes, first) && !notes[first].negator)
        first++; /* but "no bus" is not "bus" */
    uint32_t end = head + 1;
    while (end < whole.end) { /* modifiers that follow without a gap */
        const token *k = tree_at(t, end);
        uint32_t child = NONE;
        for (uint32_t i = end; i < whole.end && child == NONE; i++)
            if (tree_at(t, i)->head == head && tree_lo(t, i) == end)
                child = i;
        if (child == NONE || tree_is_punct(t, end) || says_how_far(t, notes, end))
            break;
        dep r = (dep)tree_at(t, child)->relation;
        bool heavy = r == DEP_amod && !(notes[child].flags & NOTE_CUE) && tree_hi(t, child) > child + 1; /* "money available for research" */
        penn tag = (penn)tree_at(t, child)->xpos;
        bool gerund = tag == PENN_VBG && k->relation == DEP_mark; /* "the risk of losing a harvest" */
        bool belongs = (r == DEP_nmod && k->upos != UPOS_DET) || heavy || r == DEP_flat || r == DEP_compound || r == DEP_fixed || r == DEP_nummod ||
                       (r == DEP_acl && !notes[child].hedge && (k->upos == UPOS_PART || tag == PENN_VBN || gerund)) || r == DEP_nmod_poss;
        uint32_t stop = tight_end(t, notes, child), object = r == DEP_acl && k->upos == UPOS_PART ? tree_object(t, child) : NONE;
        if (stop - head > CORE_TAIL && object != NONE && object > child) /* "efforts to strengthen their alliances [with the north through ...]" */
            stop = object + 1;
        if (!belongs || stop - head > CORE_TAIL)
            break;
        end = stop;
    }
    end = complemented_end(t, notes, head, end);
    while (end > head + 1 && tree_is_punct(t, end - 1))
        end--;
    return (phrase){first, end, head};
}

static size_t content_words(const tree *t, uint32_t first, uint32_t end) {
    size_t n = 0;
    for (uint32_t i = first; i < end; i++) {
        upos u = (upos)tree_at(t, i)->upos;
        n += u == UPOS_NOUN || u == UPOS_PROPN || u == UPOS_ADJ || u == UPOS_VERB || u == UPOS_NUM || u == UPOS_ADV;
    }
    return n;
}

uint32_t phrase_completed(const tree *t, const note *notes, uint32_t head) {
    uint32_t end = head + 1;
    for (uint32_t i = end; i < tree_hi(t, head) && i - head <= CORE_TAIL; i++) {
        const token *k = tree_at(t, i);
        if (tree_is_punct(t, i) || k->relation == DEP_cc)
            break;
        bool gerund = k->relation == DEP_advcl && k->xpos == PENN_VBG && tree_lo(t, i) == end; /* "risks losing the war" */
        if (k->head != head || k->relation == DEP_conj || (k->relation == DEP_advcl && !gerund) || k->relation == DEP_parataxis)
            continue;
        uint32_t stop = tight_end(t, notes, i);
        if (tree_lo(t, i) > end || stop - head > CORE_TAIL)
            break;
        end = stop;
    }
    return end;
}

/* A core of one word says too little where the clause says more: its first words then, with the head among them. */
static phrase filled(const tree *t, const note *notes, phrase core, uint32_t head) {
    if (content_words(t, core.first, core.end) >= 2)
        return core;
    uint32_t first = core.first, end = phrase_completed(t, notes, head);
    uint32_t lo = after_openers(t, head);
    if (content_words(t, first, end) < 2 && lo < first && first - lo <= CORE_TAIL)
        first = lo;
    if (end < core.end)
        end = core.end;
    phrase p = tree_range(t, first, end);
    if (p.first >= p.end)
        return core;
    p.head = head;
    return p;
}

/* "adopted both [this spring]": when, for the parser what. */
static bool says_when(const tree *t, const note *notes, uint32_t object) {
    uint32_t det = tree_child(t, object, DEP_det, NONE);
    return notes[object].flags & NOTE_PERIOD && det != NONE && det < object && notes[det].flags & NOTE_DEMONSTRATIVE;
}

static phrase verb_core(const tree *t, const note *notes, uint32_t verb) {
    uint32_t object = tree_object(t, verb);
    if (object != NONE && says_when(t, notes, object))
        object = NONE;
    if (object != NONE && object > verb && tree_at(t, object)->upos != UPOS_PRON) {
        phrase p = phrase_noun_core(t, notes, object);
        bool light = notes[verb].flags & NOTE_LIGHT && tree_child(t, verb, DEP_xcomp, NONE) == NONE;
        if (light && tree_at(t, object)->upos == UPOS_NOUN && content_words(t, p.first, p.end) >= 2)
            return p;
        return (phrase){verb, p.end, verb};
    }
    bool understood;
    uint32_t subject = tree_subject(t, verb, &understood);
    bool other = understood && subject != NONE && subject >= t->first && subject < verb;
    for (uint32_t i = other ? tree_hi(t, subject) : verb; i < verb; i++)
        if (tree_at(t, i)->upos == UPOS_VERB && (!tree_below(t, verb, i) || notes[i].flags & NOTE_CUE)) /* "rents reduce hiring", not "rents continue to rise" */
            subject = NONE;
    if (subject != NONE && subject >= t->first && subject < verb && tree_at(t, subject)->upos != UPOS_PRON) {
        phrase p = phrase_noun_core(t, notes, subject);
        if (p.first < verb && verb - p.first <= 14) {
            uint32_t end = content_words(t, p.first, verb + 1) < 3 ? phrase_completed(t, notes, verb) : verb + 1;
            return (phrase){p.first, end, verb};
        }
    }
    phrase p = tree_range(t, verb, phrase_completed(t, notes, verb));
    p.head = verb;
    return p;
}

uint32_t phrase_infinitive(const tree *t, const note *notes, uint32_t verb) {
    uint32_t participle = NONE;
    for (uint32_t i = verb + 1; i < tree_hi(t, verb); i++) {
        if (tree_at(t, i)->head != verb || notes[i].flags & NOTE_PURPOSE)
            continue;
        if (tree_is(t, i, DEP_xcomp) && tree_at(t, i)->xpos == PENN_VBN && participle == NONE)
            participle = i; /* "feel compelled to arm": the infinitive, not the participle before it */
        else if (tree_is(t, i, DEP_xcomp) || is_infinitive(t, i))
            return i;
    }
    return participle;
}

phrase phrase_clause_core(const tree *t, const note *notes, uint32_t head) {
    for (int guard = 0; guard < 6; guard++) {
        uint32_t inner = phrase_infinitive(t, notes, head);
        if (inner == NONE || tree_object(t, head) != NONE || tree_at(t, inner)->upos != UPOS_VERB)
            break;
        head = inner;
    }
    if (tree_at(t, head)->upos == UPOS_VERB)
        return filled(t, notes, verb_core(t, notes, head), head);
    if (!tree_is_clause(t, head))
        return phrase_noun_core(t, notes, head);
    /* a predicate with a copula */
    uint32_t subject = tree_subject(t, head, NULL), end = tight_end(t, notes, head);
    if (subject != NONE && subject < head && tree_at(t, subject)->upos != UPOS_PRON) {
        phrase p = phrase_noun_core(t, notes, subject);
        if (end - p.first <= 16)
            return (phrase){p.first, end, head};
        if (head + 1 - p.first <= 16)
            return (phrase){p.first, head + 1, head};
    }
    return filled(t, notes, phrase_noun_core(t, notes, head), head);
}

uint32_t phrase_next_noun(const tree *t, uint32_t verb, uint32_t end) {
    uint32_t noun = NONE;
    for (uint32_t i = verb + 1; i < end; i++) {
        const token *k = tree_at(t, i);
        if (k->upos == UPOS_NOUN || k->upos == UPOS_PROPN)
            noun = i;
        else if (k->upos != UPOS_ADJ && k->upos != UPOS_DET && k->xpos != PENN_PRPS)
            break;
    }
    return noun;
}
