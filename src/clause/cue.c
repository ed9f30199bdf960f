/* cue: the frames of open-class markers (lexicons/README.md, "Frames of cues"). */
#include <config.h>

#include "clause/cue.h"

#include "clause/modality.h"

enum { REACH = 14 }; /* tokens from a cue to a preposition of its own */

static bool is_adposition(const tree *t, uint32_t i) {
    upos u = (upos)tree_at(t, i)->upos;
    return u == UPOS_ADP || u == UPOS_PART || u == UPOS_SCONJ;
}

uint32_t cue_behind(const tree *t, uint32_t last) {
    uint32_t head = tree_at(t, last)->head;
    penn tag = (penn)tree_at(t, last)->xpos;
    bool relative = (tag == PENN_WDT || tag == PENN_WRB) && head != NONE && tree_is_clause(t, head); /* "the reason that smoking has declined", "explains why so few vote" */
    if ((is_adposition(t, last) || relative) && head != NONE && head > last) {
        while (tree_is(t, head, DEP_amod) && tree_at(t, head)->head != NONE && tree_at(t, head)->head > head) /* "led to [longer] queues": for the parser the adjective's */
            head = tree_at(t, head)->head;
        return head;
    }
    uint32_t i = last + 1;
    if (i >= t->end || tree_is_punct(t, i))
        return NONE;
    uint32_t best = NONE;
    for (uint32_t up = i, guard = 0; up != NONE && guard < 20 && tree_lo(t, up) > last; up = tree_at(t, up)->head, guard++)
        best = up;
    return best;
}

uint32_t cue_oblique(const tree *t, uint32_t word, const char *form) {
    for (uint32_t i = tree_lo(t, word); i < tree_hi(t, word); i++) {
        if (tree_at(t, i)->head != word)
            continue;
        for (uint32_t c = tree_lo(t, i); c < i; c++)
            if (tree_at(t, c)->head == i && (tree_at(t, c)->relation == DEP_case || tree_at(t, c)->relation == DEP_mark) &&
                str_equal(tree_form(t, c), str_of(form)))
                return i;
    }
    /* attachment of prepositions is the parser's weak side: any one in the word's own phrase will do */
    for (uint32_t c = word + 1; c < tree_hi(t, word) && c - word <= REACH; c++) {
        uint32_t noun = tree_at(t, c)->head;
        if (tree_is_punct(t, c))
            break;
        if (tree_at(t, c)->relation == DEP_case && noun != NONE && noun > c && str_equal(tree_form(t, c), str_of(form)))
            return noun;
    }
    return NONE;
}

bool cue_ends_in_head(const tree *t, const marker *m) {
    uint32_t head = marker_head(t, m), last = cue_last(m);
    return head == last || (tree_at(t, last)->relation == DEP_compound_prt && tree_at(t, last)->head == head);
}

bool cue_is_passive(const tree *t, const marker *m) {
    return m->entry->class == CLASS_VERB && tree_is_passive(t, marker_head(t, m));
}

/* The head of a verb's complement. */
static uint32_t complement(const tree *t, const marker *m) {
    uint32_t head = marker_head(t, m), last = cue_last(m);
    if (last + 1 < t->end && tree_is_colon(t, last + 1)) /* "would help: roofs lower temperatures" */
        return NONE;
    if (!cue_ends_in_head(t, m)) {
        uint32_t c = cue_behind(t, last);
        return c;
    }
    uint32_t object = tree_object(t, head);
    if (object != NONE) {
        penn tag = (penn)tree_at(t, object)->xpos;
        if (object < head && (tag == PENN_WDT || tag == PENN_WP || tree_at(t, object)->upos == UPOS_PRON) && tree_is(t, head, DEP_acl_relcl))
            return tree_at(t, head)->head;
        return object;
    }
    uint32_t clause = tree_child(t, head, DEP_ccomp, NONE);
    if (clause == NONE)
        clause = tree_child(t, head, DEP_xcomp, NONE);
    if (clause == NONE) { /* "enable [Chad to better resist drought]": for the parser a clause beside it */
        clause = tree_child(t, head, DEP_parataxis, NONE);
        if (clause != NONE && tree_lo(t, clause) != head + 1)
            clause = NONE;
    }
    if (clause != NONE && clause > head)
        return clause;
    if (tree_is(t, head, DEP_conj)) /* "curb and then reverse growth": the object of the other verb */
        return NONE;
    for (uint32_t i = head + 1; i < tree_hi(t, head); i++) /* the object of a following conjunct is shared */
        if (tree_at(t, i)->head == head && tree_at(t, i)->relation == DEP_conj && tree_at(t, i)->upos == UPOS_VERB)
            return tree_object(t, i);
    return NONE;
}

/* Whether the text says what the object becomes: "makes roads [safe]", whatever the parser takes it for. */
static bool has_predicate(const tree *t, uint32_t verb, uint32_t object) {
    uint32_t adjective = tree_child(t, object, DEP_amod, object);
    return tree_child(t, verb, DEP_xcomp, NONE) != NONE || (adjective != NONE && adjective > object);
}

/* What somebody is kept from, for "discourage households from installing pumps"; NONE where the text does not say. */
static uint32_t kept_from(const tree *t, uint32_t verb, uint32_t object) {
    uint32_t from = tree_hi(t, object), act = from < t->end ? tree_at(t, from)->head : NONE;
    if (act == NONE || act <= from || tree_at(t, act)->xpos != PENN_VBG || !str_equal(tree_form(t, from), str_of(lexicon_preposition(SLOT_FROM))))
        return NONE;
    return tree_at(t, act)->head == object || tree_below(t, verb, tree_at(t, act)->head) ? act : NONE;
}

/* What the object does or becomes, for "force neighbours to arm": the infinitive, or the predicate that the parser took for the noun's. NONE where there is none. */
static uint32_t action_of(const analysis *a, const tree *t, uint32_t verb, uint32_t object) {
    uint32_t action = tree_child(t, verb, DEP_xcomp, object);
    if (action == NONE)
        action = phrase_infinitive(t, a->notes, verb);
    if (action != NONE && (action < object || a->notes[action].flags & NOTE_PURPOSE))
        action = NONE;
    if (action == NONE && lexicon_find(a->lexicon, LEXICON_INFINITIVES, t->text->words[verb])) { /* "require firms to pay", hung on the noun */
        action = tree_child(t, object, DEP_acl, object);
        if (action != NONE && (tree_at(t, tree_lo(t, action))->upos != UPOS_PART || a->notes[action].flags & NOTE_PURPOSE))
            action = NONE;
    }
    if (action == NONE)
        action = kept_from(t, verb, object);
    if (action == NONE && object + 1 < t->end && tree_is(t, object + 1, DEP_amod) && tree_at(t, object + 1)->head == object)
        action = object + 1;
    return action;
}

/* Adds an object with what it does or becomes, which is brought about as a whole; false where it does nothing. */
static bool fill_action(const analysis *a, const tree *t, const marker *m, uint32_t object, filling *out) {
    uint32_t word = marker_head(t, m), action = cue_ends_in_head(t, m) ? action_of(a, t, word, object) : NONE;
    if (action == NONE || object <= word || tree_hi(t, action) <= object || (m->entry->target == SLOT_ACT && tree_at(t, action)->xpos == PENN_VBG))
        return false;
    uint32_t joined = tree_child(t, action, DEP_conj, action), end = tree_hi(t, action);
    if (joined != NONE && tree_child(t, joined, DEP_nsubj, NONE) != NONE) /* "lets parents rest, and this ..." */
        end = tree_lo(t, joined);
    argument_side side = {.sentence = m->sentence, .span = tree_range(t, phrase_noun(t, a->notes, object).first, end)};
    side.span.head = action;
    if (tree_at(t, action)->upos == UPOS_VERB) {
        side.core = phrase_clause_core(t, a->notes, action);
    } else {
        side.core = phrase_noun_core(t, a->notes, object);
        if (side.core.end <= action && action - side.core.first < REACH) /* "makes [the buses unreliable]" */
            side.core.end = action + 1;
    }
    out->sides[out->count++] = side;
    return true;
}

static void fill_passive(const analysis *a, const tree *t, uint32_t verb, filling *out) {
    uint32_t subject = tree_subject(t, verb, NULL);
    if (subject != NONE && !cue_is_demonstrative(a, t, subject))
        filling_noun(a, t, subject, out);
}

/* Whether the words behind a cue say nothing that it brings about: "cost $40", "makes shoes",
 * "can afford to pay", and "helps to reduce", where the inner verb says it. */
static bool is_empty_complement(const analysis *a, const tree *t, const marker *m, uint32_t head) {
    uint32_t word = marker_head(t, m);
    const token *k = tree_at(t, head);
    bool share = k->upos == UPOS_NUM && tree_child(t, head, DEP_nmod, head) != NONE && tree_at(t, tree_child(t, head, DEP_nmod, head))->upos == UPOS_NOUN; /* "one in five deaths" */
    if ((k->upos == UPOS_NUM && !share) || k->upos == UPOS_SYM || k->xpos == PENN_JJR || k->xpos == PENN_RBR) /* "kills more than the first" */
        return true;
    uint32_t first = word + 1;
    bool compared = first < head && (tree_at(t, first)->xpos == PENN_JJR || tree_at(t, first)->xpos == PENN_RBR);
    if (compared && tree_at(t, first + 1)->upos != UPOS_PART && is_adposition(t, first + 1) && (tree_at(t, first + 1)->head == first || tree_at(t, first + 1)->head == head)) /* "raises more than expected" */
        return true;
    if (!cue_ends_in_head(t, m))
        return false;
    if (a->notes[word].flags & NOTE_LIGHT && tree_is(t, head, DEP_obj) && !has_predicate(t, word, head))
        return true;
    if (!tree_is(t, head, DEP_xcomp) || tree_at(t, head)->head != word)
        return false;
    if (a->notes[word].flags & NOTE_STAGE && tree_at(t, head)->xpos == PENN_VBG && tree_object(t, head) != NONE) /* "keep raising fees": the same who does it */
        return true;
    bool leads_up = !a->notes[word].hedge && tree_at(t, word + 1)->xpos == PENN_TO && lexicon_find(a->lexicon, LEXICON_INFINITIVES, t->text->words[word]);
    return leads_up || a->cue_at[head] != NONE;
}

/* "blame the embargo for the hunger, [the deaths] and [the debts]": conjuncts behind the last part of the form are the complement's, though the parser hung them on the
 * object. */
static void fill_strays(const analysis *a, const tree *t, const marker *m, uint32_t object, uint32_t head, filling *out) {
    uint32_t members[PHRASE_MEMBERS];
    size_t n = object == NONE || object == head ? 0 : phrase_conjuncts(t, object, members);
    for (size_t i = 1; i < n && out->count < PHRASE_MEMBERS; i++)
        if (members[i] > cue_last(m))
            out->sides[out->count++] = argument_noun_side(a, t, members[i]);
}

/* Adds what a conjunction joins to the complement, though the parser hung it on the verb: "cut infections and hence [the need]", "resulted in fewer flights [and higher
 * fares]". */
static void fill_hung(const analysis *a, const tree *t, const marker *m, uint32_t head, filling *out) {
    uint32_t word = marker_head(t, m), members[PHRASE_MEMBERS];
    bool ends = cue_ends_in_head(t, m);
    uint32_t hung = ends ? tree_child(t, word, DEP_conj, head) : NONE;
    for (uint32_t i = head + 1; !ends && hung == NONE && i < tree_hi(t, word); i++)
        if (tree_at(t, i)->head == word && (tree_is(t, i, DEP_obj) || tree_is(t, i, DEP_obl)) && tree_at(t, tree_lo(t, i))->upos == UPOS_CCONJ)
            hung = i;
    if (hung == NONE || tree_at(t, hung)->upos != UPOS_NOUN || tree_is_clause(t, hung) || tree_stray_verb(t, hung) != NONE || argument_is_agent(a, t, hung))
        return;
    size_t n = phrase_conjuncts(t, hung, members);
    for (size_t i = 0; i < n && out->count < PHRASE_MEMBERS; i++)
        out->sides[out->count++] = argument_noun_side(a, t, members[i]);
}

static void fill_complement(const analysis *a, const tree *t, const marker *m, bool acts, filling *out) {
    uint32_t word = marker_head(t, m), head = cue_is_passive(t, m) && cue_ends_in_head(t, m) ? NONE : complement(t, m);
    if (head == NONE) {
        if (!acts && cue_is_passive(t, m) && cue_ends_in_head(t, m))
            fill_passive(a, t, word, out);
        return;
    }
    if (is_empty_complement(a, t, m, head))
        return;
    bool gap = m->entry->word_count > 1 && m->entry->words[m->entry->word_count - 1].gap && word + 1 < cue_last(m);
    bool verb = tree_at(t, head)->upos == UPOS_VERB;
    if (gap && verb && m->entry->source != SLOT_OBJ && m->entry->target != SLOT_OBJ) { /* "led [firms to close]", "keeps [witnesses from testifying]" */
        phrase p = tree_range(t, word + 1, tree_hi(t, head));
        p.head = head;
        out->sides[out->count++] = (argument_side){.sentence = m->sentence, .span = p, .core = phrase_clause_core(t, a->notes, head)};
        return;
    }
    if (verb && tree_is_clause(t, head) && head > word) {
        filling_clause(a, t, phrase_clause(t, head), out);
        return;
    }
    if (fill_action(a, t, m, head, out) || acts)
        return;
    size_t before = out->count;
    filling_noun(a, t, head, out);
    argument_side *own = &out->sides[before];
    if (out->count > before && own->sentence == m->sentence && own->span.first <= word && word + 1 < own->span.end) { /* "to have increased [smuggling]" */
        own->span.first = word + 1;
        own->core.first = own->core.first > word ? own->core.first : word + 1;
    }
    if (out->count > before && own->sentence == m->sentence)
        fill_hung(a, t, m, head, out);
    if (gap)
        fill_strays(a, t, m, tree_object(t, word), head, out);
    if (out->count == before + 1 && head > word && out->sides[before].sentence == m->sentence)
        phrase_extend(t, a->notes, word, &out->sides[before].span);
}

static void fill(const analysis *a, const tree *t, const marker *m, frame_slot slot, filling *out) {
    uint32_t word = marker_head(t, m), head;
    const char *form = lexicon_preposition(slot);
    switch (slot) {
    case SLOT_SUBJ:
        filling_subject(a, t, m, out);
        return;
    case SLOT_COMP:
    case SLOT_ACT:
        fill_complement(a, t, m, slot == SLOT_ACT, out);
        return;
    case SLOT_OBJ:
        head = cue_is_passive(t, m) ? tree_subject(t, word, NULL) : tree_child(t, word, DEP_iobj, word); /* "give [firms] an edge" */
        if (head == NONE)
            head = tree_object(t, word);
        if (head == NONE && !cue_ends_in_head(t, m)) /* "make [every later year] harder": no object for the parser */
            head = cue_behind(t, word);
        break;
    default:
        head = form ? cue_oblique(t, word, form) : NONE;
        if (head == NONE && form && tree_at(t, word)->relation == DEP_obj && tree_at(t, word)->head != NONE)
            head = cue_oblique(t, tree_at(t, word)->head, form);
        break;
    }
    if (head == NONE)
        return;
    filling_noun(a, t, head, out);
    for (size_t i = 0, last = cue_last(m); slot == SLOT_OBJ && head < last && i < out->count; i++) { /* it ends before the last part of the form: see fill_strays */
        argument_side *side = &out->sides[i];
        if (side->sentence != m->sentence || side->span.end <= last)
            continue;
        if (side->span.first > last)
            out->count = i;
        side->span.end = (uint32_t)last;
        side->core.end = side->core.end > last ? (uint32_t)last : side->core.end;
    }
}

phrase cue_target(const analysis *a, uint32_t index) {
    const marker *m = &a->markers->items[index];
    filling f = {0};
    if (m->entry->target == SLOT_SUBJ) /* the subject is outside the clause's end */
        return (phrase){0};
    fill(a, &a->trees[m->sentence], m, m->entry->target, &f);
    return f.count ? f.sides[0].span : (phrase){0};
}

/* "worsen flooding" is more flooding, "improve growth" more growth: the verb's value and the noun's decide. */
static polarity polarity_of(analysis *a, uint32_t word, const lexicon_entry *e, const argument_side *target) {
    a->why.sign = NULL;
    if (e->polarity != POLARITY_NONE || e->relation != RELATION_CONSEQUENCE)
        return e->polarity;
    uint16_t verb = a->notes[word].flags & (NOTE_GOOD | NOTE_BAD);
    uint32_t head = target->core.head;
    uint16_t noun = head == NONE ? 0 : a->notes[head].flags & (NOTE_GOOD | NOTE_BAD);
    if (!verb || !noun || (verb & noun) == (NOTE_GOOD | NOTE_BAD))
        return POLARITY_NONE;
    a->why.sign = &a->text->tokens.items[head];
    return verb == noun ? POLARITY_INCREASE : POLARITY_DECREASE;
}

/* "we", "she": a pronoun for persons, which is neither cause nor effect. */
static bool is_person(const tree *t, const filling *f) {
    uint32_t head = f->sides[0].span.head;
    return f->count == 1 && f->agent && head != NONE && head >= t->first && head < t->end && tree_at(t, head)->upos == UPOS_PRON;
}

/* The parser took a verb for an adjective ("have [undermined] the talks"): a determiner right behind it gives it away. Its subject is the nearest one before
 * it, its object the noun phrase behind. */
static void fill_by_order(const analysis *a, const tree *t, const marker *m, filling *source, filling *target) {
    uint32_t word = marker_head(t, m), next = cue_last(m) + 1;
    if (next >= t->end || (tree_at(t, next)->upos != UPOS_DET && tree_at(t, next)->xpos != PENN_PRPS) || !cue_ends_in_head(t, m) ||
        (tree_at(t, word)->relation != DEP_amod && tree_at(t, word)->relation != DEP_compound))
        return;
    uint32_t object = tree_at(t, next)->head, subject = NONE;
    for (uint32_t i = word; i-- > t->first && subject == NONE;)
        if (tree_at(t, i)->relation == DEP_nsubj)
            subject = i;
        else if (tree_is_punct(t, i))
            return;
    if (subject == NONE || object == NONE || object <= next)
        return;
    *source = *target = (filling){0};
    filling_noun(a, t, subject, source);
    target->sides[0] = argument_noun_side(a, t, object);
    target->sides[0].span = tree_range(t, next, target->sides[0].span.end);
    target->sides[0].span.head = object;
    target->sides[0].core = tree_range(t, next + 1, target->sides[0].core.end);
    target->sides[0].core.head = object;
    target->count = 1;
}

/* Where a sentence that has no tensed verb says that its subject is what follows: the parser took "lies" for a noun in "One effect of the merger [lies in] ...".
 * NONE elsewhere; `last` is the last word of it. */
static uint32_t misread_being(const analysis *a, const tree *t, uint32_t after, uint32_t *last) {
    for (uint32_t i = t->first; i < t->end; i++)
        if (tree_is_tensed(t, i))
            return NONE;
    lexicon_match m;
    for (uint32_t i = after + 1; i < t->end; i++)
        if (tree_at(t, i)->xpos == PENN_NNS && lexicon_match_at(a->lexicon, LEXICON_FUNCTION, t->text->words + i, t->end - i, 0, &m, 1) && m.word_count > 1 &&
            lexicon_says(m.entry, "kind", "being")) {
            *last = i + m.words[m.word_count - 1];
            return i;
        }
    return NONE;
}

/* "One effect of the merger lies in ...", whose verb the parser did not see: the noun before it, and what follows. */
static void fill_around_being(const analysis *a, const tree *t, const marker *m, filling *before, filling *behind) {
    uint32_t last, verb = misread_being(a, t, cue_last(m), &last), what = verb == NONE ? NONE : cue_behind(t, last);
    if (what == NONE || verb <= cue_last(m) + 1)
        return;
    *before = *behind = (filling){0};
    filling_noun(a, t, verb - 1, before);
    filling_noun(a, t, what, behind);
}

/* Fills both slots by one row of the marker's form. */
static bool fill_row(const analysis *a, const tree *t, const marker *m, const lexicon_entry *row, filling *source, filling *target) {
    marker one = *m;
    one.entry = row;
    *source = *target = (filling){0};
    fill(a, t, &one, row->source, source);
    fill(a, t, &one, row->target, target);
    if (row->source == SLOT_BETWEEN && row->target == SLOT_BETWEEN && source->count > 1) { /* "the link between X and Y" */
        source->count = 1;
        target->sides[0] = target->sides[1];
        target->count = 1;
    }
    if ((!source->count || !target->count) && row->class == CLASS_VERB && row->source == SLOT_SUBJ && row->target == SLOT_COMP)
        fill_by_order(a, t, &one, source, target);
    if (!target->count && row->class == CLASS_NOUN && row->target == SLOT_SUBJ)
        fill_around_being(a, t, &one, source, target);
    return source->count && target->count;
}

/* "not by drought but by theft", "by debt rather than by spending": the text denies this one of several. */
static bool is_denied(const analysis *a, const argument_side *side) {
    const tree *t = &a->trees[side->sentence];
    uint32_t i = side->span.first;
    while (i > t->first && !a->notes[i - 1].negator && is_adposition(t, i - 1))
        i--;
    bool opens_clause = i > t->first && tree_is(t, i - 1, DEP_mark) && tree_at(t, i - 1)->head >= side->span.end; /* "do not deny that [hot summers] ...": modality's */
    return i > t->first && a->notes[i - 1].negator && !opens_clause;
}

/* "include [heightened] risks", "through [increased] trade": a participle before its noun, or a noun, whatever the parser makes of it. */
static bool is_attributive(const analysis *a, const tree *t, uint32_t verb) {
    const token *k = tree_at(t, verb), *left = verb > t->first ? tree_at(t, verb - 1) : NULL;
    if (left && (left->upos == UPOS_ADP || left->upos == UPOS_DET) && k->xpos != PENN_VBG && k->relation != DEP_acl)
        return true;
    if (k->upos == UPOS_ADJ && k->relation == DEP_amod && k->head != NONE && k->head > verb && tree_at(t, verb + 1)->upos != UPOS_DET) /* "[free] legal advice from" */
        return true;
    uint32_t object = tree_child(t, verb, DEP_obj, verb);
    return k->xpos == PENN_VBN && k->relation == DEP_xcomp && object != NONE && tree_lo(t, object) == verb + 1 && left && left->upos == UPOS_VERB &&
           !(a->notes[verb - 1].flags & NOTE_LIGHT); /* "seem to [have raised]" */
}

/* "whether the levy raises prices": nobody says that it does. */
static bool is_open(const analysis *a, const tree *t, uint32_t word) {
    const uint32_t verbs[] = {word, tree_chain(t, word)};
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++)
        for (uint32_t i = tree_lo(t, verbs[k]); i < verbs[k]; i++)
            if (a->notes[i].flags & NOTE_OPEN && tree_at(t, i)->head == verbs[k])
                return true;
    return false;
}

int cue_resolve(analysis *a, uint32_t index) {
    const marker *m = &a->markers->items[index];
    const tree *t = &a->trees[m->sentence];
    uint32_t word = marker_head(t, m);
    if ((m->entry->class == CLASS_VERB && is_attributive(a, t, word)) || is_open(a, t, word))
        return 0;
    if (a->bridged[index] || a->notes[word].flags & NOTE_PURPOSE)
        return 0;
    filling source, target;
    size_t rows;
    const lexicon_entry *all = lexicon_entries(a->lexicon, m->entry->table, &rows), *e = m->entry;
    while (e > all && str_equal(e[-1].form, m->entry->form))
        e--;
    for (; !fill_row(a, t, m, e, &source, &target); e++) /* the first row whose slots the text fills */
        if (e + 1 == all + rows || !str_equal(e[1].form, e->form))
            return 0;
    if (e->relation == RELATION_NONE)
        return 0;
    if (is_person(t, &source) || is_person(t, &target))
        return 0;
    bool act = e->word_count == 1 || tree_at(t, cue_last(m))->xpos == PENN_TO;
    if (e->source == SLOT_SUBJ && source.agent && e->class == CLASS_VERB && act && !(a->notes[word].flags & NOTE_UNMEANT)) /* "the ministry raised taxes", "the rebels threatened to return" */
        return 0;
    if (e->target == SLOT_SUBJ && target.agent && e->relation == RELATION_CONDITION) /* "heads rely on substitutes": what they do, and no effect */
        return 0;
    a->why = (why){.row = e};
    certainty c = modality_find(t, a->notes, word, true, &a->why.hedge, &a->why.negator);
    if (e->certainty == CERTAINTY_DENIED)
        c = c == CERTAINTY_DENIED ? CERTAINTY_ASSERTED : CERTAINTY_DENIED;
    else if (e->certainty)
        c = modality_weaker(c, e->certainty);
    str by = argument_attribution(a, t, word);
    for (size_t i = 0; i < source.count; i++)
        for (size_t k = 0; k < target.count; k++) {
            argument_side s = source.sides[i], g = target.sides[k];
            if (e->source == SLOT_SUBJ && tree_is(t, word, DEP_amod) && s.sentence == m->sentence && s.span.head > word && s.span.first <= word) /* "[denying firms] access to": no attribute */
                continue;
            s.attribution = g.attribution = by;
            certainty here = is_denied(a, &s) || is_denied(a, &g) ? CERTAINTY_DENIED : c;
            if (argument_add(a, index, e->relation, polarity_of(a, word, e, &g), here, s, g) < 0)
                return -1;
        }
    return 0;
}
