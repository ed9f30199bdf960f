#include <config.h>

#include "graph/label.h"

#include "base/buf.h"
#include "clause/phrase.h"
#include "graph/inflect.h"
#include "read/document.h"

enum { LABEL_ROOM = 40 };

/* Words of the text, perhaps with a participle or a gerund made from a verb among them. */
typedef struct {
    uint32_t tokens[LABEL_ROOM];
    size_t count;
    str tail;      /* the participle or gerund, empty for none */
    size_t tail_at; /* words before it */
    size_t subject; /* words of a clause's subject, before the tail and what completes it; 0: the tail is placed by place_tail */
    bool opens;  /* the tail stands in front */
    bool denied; /* "not" before the tail */
} word_run;

static void take(word_run *w, uint32_t token) {
    if (w->count < LABEL_ROOM)
        w->tokens[w->count++] = token;
}

static void drop(word_run *w, size_t at) {
    for (size_t k = at; k + 1 < w->count; k++)
        w->tokens[k] = w->tokens[k + 1];
    w->count--;
}

static bool is_noun(const tree *t, uint32_t i) {
    return tree_at(t, i)->upos == UPOS_NOUN || tree_at(t, i)->upos == UPOS_PROPN;
}

static bool is_relative(const token *k) {
    return k->xpos == PENN_WDT || k->xpos == PENN_WP || k->xpos == PENN_WPS || k->xpos == PENN_WRB;
}

/* "those" of "those with no vote", which stands for people and is described behind. */
static bool stands_alone(const analysis *a, const tree *t, uint32_t i, uint32_t end) {
    const token *k = tree_at(t, i);
    bool described = k->relation == DEP_det ? k->head != NONE && !is_noun(t, k->head) : tree_hi(t, i) > i + 1;
    return a->notes[i].flags & NOTE_DEMONSTRATIVE && k->xpos == PENN_DT && described && i + 1 < end;
}

/* Words that a label leaves out wherever they stand; a relative clause keeps its own verbs whole. */
static bool is_left_out(const analysis *a, const tree *t, uint32_t i, bool relative) {
    const token *k = tree_at(t, i);
    const note *n = &a->notes[i];
    if (k->flags & TOKEN_PUNCT)
        return k->xpos != PENN_POS;
    if (n->negator)
        return false;
    if (n->flags & NOTE_EMPHATIC && k->upos != UPOS_VERB) /* "the [very] waste", "their [own] stores", "[at least] one death" */
        return true;
    if (k->upos == UPOS_ADV && a->part_of[i] != NONE && a->markers->items[a->part_of[i]].entry->class == CLASS_CONNECTIVE)
        return true;
    switch (k->upos) {
    case UPOS_DET:
        return !n->change;
    case UPOS_AUX:
        return !relative;
    case UPOS_INTJ:
        return true;
    case UPOS_ADV:
        if (n->change || k->relation != DEP_advmod || k->head == NONE || i > k->head)
            return false;
        return tree_at(t, k->head)->upos == UPOS_VERB || tree_at(t, k->head)->upos == UPOS_DET || tree_at(t, k->head)->upos == UPOS_PRON;
    case UPOS_PRON:
        return !is_relative(k);
    default:
        return (n->hedge && k->upos != UPOS_NOUN) || n->flags & NOTE_DEMONSTRATIVE;
    }
}

static bool dangles(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    upos u = (upos)k->upos;
    return (u == UPOS_ADP && k->relation != DEP_compound_prt && k->relation != DEP_advmod) || u == UPOS_CCONJ || u == UPOS_SCONJ || u == UPOS_PART || u == UPOS_DET || u == UPOS_AUX || is_relative(k) ||
           tree_is_punct(t, i);
}

/* A place behind the head before which a label may end. */
static bool may_end_before(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->upos == UPOS_CCONJ) /* not inside "between Kenya and Uganda" */
        return k->head == NONE || tree_at(t, k->head)->upos != UPOS_PROPN;
    return (k->upos == UPOS_ADP && k->xpos != PENN_POS) || k->upos == UPOS_PART || k->upos == UPOS_SCONJ || is_relative(k) ||
           (k->upos == UPOS_VERB && k->relation == DEP_acl && tree_at(t, i - 1)->xpos != PENN_POS);
}

/* Words from tokens[before] on; "Korea's" is one. */
static size_t words_from(const tree *t, const word_run *w, size_t before) {
    size_t n = 0;
    for (size_t k = before; k < w->count; k++)
        n += tree_at(t, w->tokens[k])->xpos != PENN_POS;
    return n;
}

/* Shortens tokens[before ...] to `room` words: whole phrases behind the head go first, then the words farthest before it. */
static void shorten(const tree *t, uint32_t head, size_t before, size_t room, word_run *w) {
    while (words_from(t, w, before) > room) {
        size_t end = 0;
        for (size_t k = w->count; k > before + 1 && !end; k--)
            if (w->tokens[k - 1] > head && may_end_before(t, w->tokens[k - 1]) && tree_at(t, w->tokens[k - 1])->xpos != PENN_POS)
                end = k - 1;
        if (end > before)
            w->count = end;
        else if (w->tokens[before] < head)
            drop(w, before);
        else
            w->count--;
    }
}

static void trim(const tree *t, uint32_t head, size_t before, word_run *w) {
    while (w->count > before + 1 && dangles(t, w->tokens[w->count - 1]) && w->tokens[w->count - 1] != head)
        w->count--;
    while (w->count > before + 1 && dangles(t, w->tokens[before]) && w->tokens[before] != head && tree_at(t, w->tokens[before])->upos != UPOS_DET)
        drop(w, before);
}

/* The words from `first` to `end` that a label keeps, at most `room`, with nothing dangling. */
static void take_phrase(const analysis *a, const tree *t, uint32_t first, uint32_t end, uint32_t head, size_t room, word_run *w) {
    size_t before = w->count;
    bool relative = false;
    for (uint32_t i = head + 1; i < end && !is_relative(tree_at(t, head)); i++) /* "the rules [they were meant to keep]", but "what they keep" */
        if (tree_is(t, i, DEP_acl_relcl) && tree_lo(t, i) > head && tree_lo(t, i) < end && !is_relative(tree_at(t, tree_lo(t, i))))
            end = tree_lo(t, i);
    for (uint32_t i = first; i < end; i++) {
        relative |= (i > head || i == first) && is_relative(tree_at(t, i));
        bool leads_on = tree_at(t, i)->xpos == PENN_TO && i > first && is_noun(t, i - 1) && tree_is(t, i, DEP_mark); /* "attempt to raise tariffs" */
        if (leads_on || stands_alone(a, t, i, end) || !is_left_out(a, t, i, relative))
            take(w, i);
        else if (tree_at(t, i)->upos == UPOS_DET && i + 1 < end && a->notes[i + 1].flags & NOTE_JOINT && tree_at(t, i + 1)->upos == UPOS_ADP)
            i++; /* "all of" */
    }
    for (size_t k = before; k < w->count && w->count - before > 2;) /* "significant" picks out nothing */
        if (a->notes[w->tokens[k]].flags & NOTE_DEGREE && w->tokens[k] < head && (k == before || tree_at(t, w->tokens[k - 1])->head != w->tokens[k])) /* but "less severe" */
            drop(w, k);
        else
            k++;
    for (size_t k = before; k + 1 < w->count;) /* "number of" */
        if (w->tokens[k] >= head && a->notes[w->tokens[k]].flags & (NOTE_TRANSPARENT | NOTE_DEGREE) && k + 2 < w->count &&
            a->notes[w->tokens[k + 1]].flags & NOTE_JOINT) {
            drop(w, k);
            drop(w, k);
            if (k == before) /* it headed the phrase: now the next noun does */
                for (head = w->tokens[k]; !is_noun(t, head) && head + 1 < end;)
                    head++;
        } else
            k++;
    shorten(t, head, before, room, w);
    trim(t, head, before, w);
}

static bool keeps_capital(const analysis *a, const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->flags & TOKEN_CAPITALS || a->notes[i].flags & NOTE_NAME)
        return true;
    if (i == t->first && (k->xpos == PENN_NNPS || a->notes[i].change || a->notes[i].group || a->notes[i].flags)) /* a common word opens the sentence */
        return false;
    return k->upos == UPOS_PROPN || (k->upos == UPOS_ADJ && i != t->first);
}

static void write_word(const analysis *a, const tree *t, uint32_t i, buf *out) {
    const token *k = tree_at(t, i);
    bool glued = k->xpos == PENN_POS || (a->notes[i].negator && k->upos == UPOS_PART && k->span.start == tree_at(t, i ? i - 1 : i)->span.end);
    if (out->len && !glued)
        buf_char(out, ' ');
    str here = document_str(a->text->document, k->span);
    bool cut = memchr(here.data, '\n', here.len) || memchr(here.data, '\r', here.len); /* by a line's end: re-/cipes */
    buf_add(out, cut || (k->flags & TOKEN_CAPITAL && !keeps_capital(a, t, i)) ? a->text->words[i].form : here);
}

static bool is_denied(const analysis *a, const tree *t, uint32_t verb) {
    for (uint32_t i = verb; i > t->first && verb - i < 4;)
        if (a->notes[--i].negator && tree_at(t, i)->head == verb && tree_at(t, i)->upos != UPOS_DET)
            return true;
    return false;
}

/* The noun phrase headed by `noun`, as far as it lies in [first, end). */
static void take_noun(const analysis *a, const tree *t, uint32_t noun, uint32_t first, uint32_t end, size_t room, word_run *w) {
    phrase p = phrase_noun_core(t, a->notes, noun);
    if (p.first < first && first <= noun)
        p.first = first;
    while (p.first > t->first && a->notes[p.first - 1].change && tree_at(t, p.first - 1)->head == p.head) /* "further" */
        p.first--;
    take_phrase(a, t, p.first, p.end < end ? p.end : end, p.head, room, w);
}

/* "homes built near stations", but "balance of power kept" */
static void place_tail(const analysis *a, const tree *t, word_run *w) {
    w->tail_at = w->count;
    for (size_t i = 1; i < w->count; i++) {
        const token *k = tree_at(t, w->tokens[i]);
        if (k->upos != UPOS_ADP || k->xpos == PENN_POS)
            continue;
        if (!(a->notes[w->tokens[i]].flags & NOTE_JOINT))
            w->tail_at = i;
        return;
    }
}

/* The complement of "formalisation of", where the lexicon has "formalised" for it; NONE else. */
static uint32_t event_of(const analysis *a, const tree *t, phrase core, uint32_t head, str *past) {
    if (!(a->notes[head].flags & NOTE_EVENT))
        return NONE;
    const lexicon_entry *e = lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, a->text->words[head]);
    *past = e ? lexicon_cell(e, "participle") : (str){NULL, 0};
    uint32_t what = tree_child(t, head, DEP_nmod, NONE);
    return past->len && what != NONE && what > head && what < core.end && is_noun(t, what) ? what : NONE;
}

static bool in_connective(const analysis *a, uint32_t i) {
    return a->part_of[i] != NONE && a->markers->items[a->part_of[i]].entry->class == CLASS_CONNECTIVE;
}

/* What completes a verb, as far as whole phrases go into `room` words; nothing where a pronoun would have to be told. */
static void take_rest(const analysis *a, const tree *t, uint32_t first, uint32_t end, size_t room, word_run *w) {
    word_run rest = {.count = 0};
    for (uint32_t i = first; i < end; i++)
        if (tree_at(t, i)->xpos == PENN_PRP || (tree_at(t, i)->upos == UPOS_PRON && tree_at(t, i)->xpos == PENN_DT))
            return;
        else if (in_connective(a, i))
            end = i;
    if (first < end)
        take_phrase(a, t, first, end, first, LABEL_ROOM, &rest);
    while (rest.count > room) {
        do
            rest.count--;
        while (rest.count && !may_end_before(t, rest.tokens[rest.count]));
    }
    while (rest.count && dangles(t, rest.tokens[rest.count - 1]))
        rest.count--;
    for (size_t i = 0; i < rest.count; i++)
        take(w, rest.tokens[i]);
}

/* What a verb makes of its object ("make pumps [competitive]", "leave the country [dependent on fuel]"); NONE where it says nothing such. */
static uint32_t state_of(const tree *t, uint32_t verb, uint32_t object, uint32_t end) {
    uint32_t state = tree_child(t, verb, DEP_xcomp, NONE);
    bool says = state != NONE && state > object && state < end && (tree_at(t, state)->upos == UPOS_ADJ || tree_at(t, state)->xpos == PENN_VBN);
    return says ? state : NONE;
}

static void take_state(const analysis *a, const tree *t, uint32_t object, uint32_t state, phrase core, size_t room, word_run *w) {
    uint32_t end = tree_hi(t, state) < core.end ? tree_hi(t, state) : core.end;
    word_run rest = {.count = 0};
    take_rest(a, t, state + 1, end, room - 2, &rest);
    take_noun(a, t, object, core.first, state, room - 1 - rest.count, w);
    take(w, state);
    for (size_t i = 0; i < rest.count; i++)
        take(w, rest.tokens[i]);
    w->subject = w->count;
}

/* A verb that opens its phrase, as a gerund, and what completes it: "responding at once". */
static bool take_gerund(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, size_t room, word_run *w) {
    uint32_t end = phrase_completed(t, a->notes, verb);
    if (end < core.end)
        end = core.end;
    if (end <= verb + 1)
        return false;
    take_rest(a, t, verb + 1, end, room - 1, w);
    w->opens = w->count > 0;
    if (w->opens)
        w->tail = inflect_gerund(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    return w->opens;
}

/* Who does it, the verb as a gerund, and what completes it: "voters staying at home". */
static void take_doing(const analysis *a, arena *mem, const tree *t, uint32_t subject, uint32_t verb, phrase core, size_t room, word_run *w) {
    word_run rest = {.count = 0};
    uint32_t end = phrase_completed(t, a->notes, verb);
    take_rest(a, t, verb + 1, end > core.end ? end : core.end, room - 2, &rest);
    take_noun(a, t, subject, core.first, verb, room - 1 - rest.count, w);
    w->tail = inflect_gerund(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    w->subject = w->count;
    for (size_t i = 0; i < rest.count; i++)
        take(w, rest.tokens[i]);
}

/* The noun that a clause is about: its own subject, or that of the clause which a participle without one says more of ("if [funded well], grants last").
 * NONE where the label may not tell. */
static uint32_t told_subject(const analysis *a, const tree *t, phrase core, uint32_t verb) {
    bool understood;
    uint32_t subject = tree_subject(t, verb, &understood);
    for (uint32_t next = subject; !understood && next != NONE && next < verb; next = tree_child(t, verb, DEP_nsubj, next))
        subject = next; /* of two that the parser saw, the nearer */
    if (subject != NONE && !is_noun(t, subject) && subject + 1 < t->end && a->notes[subject + 1].flags & NOTE_JOINT) /* "half of the [sailings]" */
        subject = tree_child(t, subject, DEP_nmod, NONE);
    if (subject == NONE || !is_noun(t, subject))
        return NONE;
    if (tree_is(t, verb, DEP_advcl) && tree_at(t, verb)->xpos == PENN_VBN && understood)
        return subject;
    bool own = subject >= core.first; /* else only a finite verb is sure of its subject */
    return subject < verb && verb - subject < LABEL_ROOM && (own || tree_is_finite(t, verb)) ? subject : NONE;
}

/* A clause without an object: its subject and what it does. False where the subject is all that can be told. */
static bool take_predicate(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t subject, uint32_t verb, size_t room, word_run *w) {
    word_run rest = {.count = 0};
    uint32_t end = phrase_completed(t, a->notes, verb);
    penn tag = (penn)tree_at(t, verb)->xpos;
    str form = a->text->words[verb].form;
    take_rest(a, t, verb + 1, end, room - 3, &rest); /* "diverted to Antwerp" */
    take_noun(a, t, subject, subject >= core.first ? core.first : t->first, subject < verb ? verb : t->end, room - 1 - rest.count, w);
    if (end > verb + 1 && w->count > 1 && !rest.count && !w->denied)
        return false;
    w->tail = tag == PENN_VBN ? form : inflect_gerund(a->lexicon, mem, form, tag);
    w->subject = w->count;
    for (size_t i = 0; i < rest.count; i++)
        take(w, rest.tokens[i]);
    return true;
}

/* A participle, with the particle that belongs to it: "taken away". */
static str participle_of(const analysis *a, arena *mem, const tree *t, uint32_t verb) {
    str past = inflect_participle(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    uint32_t particle = tree_child(t, verb, DEP_compound_prt, NONE);
    if (particle == NONE && a->notes[verb].flags & NOTE_LIGHT) /* which says little without its adverb */
        particle = tree_child(t, verb, DEP_advmod, verb);
    return particle == NONE || !past.data ? past : arena_print(mem, "%.*s %.*s", STR_ARG(past), STR_ARG(a->text->words[particle].form));
}

/* A clause with an object: what becomes of it, or who does it where the object alone says little ("ships taking years to build"). Gives how good that is. */
static int take_object(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, uint32_t object, size_t room, word_run *w) {
    uint32_t state = state_of(t, verb, object, core.end), subject = told_subject(a, t, core, verb);
    if (state != NONE && !w->denied) {
        take_state(a, t, object, state, core, room, w);
        return 8;
    }
    take_noun(a, t, object, core.first, core.end, room - 1 - w->denied, w);
    bool light = a->notes[verb].flags & NOTE_LIGHT && !w->denied, brief = w->count == 1;
    if (brief && light && subject != NONE && subject < verb) {
        w->count = 0;
        take_doing(a, mem, t, subject, verb, core, room, w);
        return 6;
    }
    if (light && !brief) /* "takes time" is no time */
        return 8;
    w->tail = participle_of(a, mem, t, verb);
    return 6;
}

/* The last verb of a chain whose first says little without it ("who may feel compelled to [bolster] their defences"), where it has an object; NONE for none. */
static uint32_t led_to(const tree *t, phrase core, uint32_t verb) {
    uint32_t last = verb;
    for (uint32_t next = tree_child(t, verb, DEP_xcomp, NONE); next != NONE && next > last && next < core.end && tree_at(t, next)->upos == UPOS_VERB;
         next = tree_child(t, last, DEP_xcomp, NONE))
        last = next;
    uint32_t object = last == verb ? NONE : tree_object(t, last);
    return object != NONE && object > last && object < core.end && is_noun(t, object) ? last : NONE;
}

/* The pronoun that opens "[what] they promise", "[who] is paid"; NONE where none does. */
static uint32_t free_relative(const tree *t, phrase core, uint32_t verb) {
    if (tree_at(t, core.first)->xpos == PENN_WP && core.first < verb)
        return core.first;
    uint32_t subject = tree_child(t, verb, DEP_nsubj_pass, NONE);
    return subject != NONE && subject < core.first && tree_at(t, subject)->xpos == PENN_WP && (subject == t->first || !tree_is_comma(t, subject - 1)) ? subject : NONE;
}

/* A clause: its object and participle, or its subject and what it does. Gives how good that is. */
static int take_clause(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, size_t room, word_run *w) {
    str form = a->text->words[verb].form;
    penn tag = (penn)tree_at(t, verb)->xpos;
    uint32_t object = tree_object(t, verb);
    uint32_t there = tree_child(t, verb, DEP_expl, NONE), thing = there == NONE ? NONE : tree_child(t, verb, DEP_nsubj, NONE);
    if (thing != NONE && thing > verb && thing < core.end && tree_at(t, there)->xpos == PENN_EX) { /* "there are [better remedies]" */
        take_noun(a, t, thing, core.first, core.end, room, w);
        return 7;
    }
    uint32_t what = free_relative(t, core, verb);
    if (what != NONE) {
        take_phrase(a, t, what, core.end, what, room, w);
        return 5;
    }
    w->denied = is_denied(a, t, verb);
    if (object == NONE && tag != PENN_VBN && tag != PENN_VBD)
        object = phrase_next_noun(t, verb, core.end);
    if (tree_is(t, object, DEP_xcomp)) /* "become a place" */
        object = NONE;
    uint32_t patient = tree_is_passive(t, verb) && object != NONE ? told_subject(a, t, core, verb) : NONE; /* "[insurers] are paid a share" */
    if (patient != NONE)
        return take_predicate(a, mem, t, core, patient, verb, room, w) ? 6 : 4;
    bool rising = tag == PENN_VBG && verb == core.first && inflect_is_intransitive(a->lexicon, mem, form); /* "rising sea levels" */
    bool fronted = object != NONE && object < verb && object >= core.first && tree_is(t, object, DEP_obj); /* "the more [funerals] we hold" */
    if (object != NONE && (object > verb || fronted) && object < core.end && is_noun(t, object) && !rising)
        return take_object(a, mem, t, core, verb, object, room, w);
    uint32_t oblique = tree_child(t, verb, DEP_obl, NONE);
    if (a->notes[verb].flags & NOTE_LIGHT && oblique != NONE && oblique > verb && oblique < core.end && is_noun(t, oblique)) {
        take_noun(a, t, oblique, core.first, core.end, room, w); /* "serve as a model" */
        return 7;
    }
    uint32_t subject = told_subject(a, t, core, verb), next = subject == NONE && !w->denied ? led_to(t, core, verb) : NONE;
    if (next != NONE)
        return take_clause(a, mem, t, core, next, room, w);
    if (subject != NONE)
        return take_predicate(a, mem, t, core, subject, verb, room, w) ? 5 : 4; /* a verb says nothing without what completes it */
    if (core.first == verb && tag != PENN_VBN && tag != PENN_VBG && take_gerund(a, mem, t, core, verb, room - w->denied, w))
        return 3;
    w->denied = false;
    take_phrase(a, t, core.first, core.end, verb, room, w);
    if (w->count == 1 && w->tokens[0] == verb && tag != PENN_VBN && tag != PENN_VBG) { /* "the longer we [hesitate]" */
        w->count = 0;
        w->opens = true;
        w->tail = inflect_gerund(a->lexicon, mem, form, tag);
    }
    return w->count > 1 ? 3 : 0;
}

/* The infinitive right behind a noun: "parents to [vote]"; NONE for none. */
static uint32_t doing_of(const tree *t, uint32_t noun, phrase core) {
    for (uint32_t i = noun + 2; i < core.end && i < noun + 4; i++)
        if (tree_at(t, i)->xpos == PENN_VB && tree_at(t, noun + 1)->xpos == PENN_TO)
            return i;
    return NONE;
}

/* What is said, of "loggers claim that [thinning would do]": the clause itself; the core as it is where nobody says anything. */
static phrase what_is_said(const analysis *a, const tree *t, phrase core, uint32_t head) {
    uint32_t said = a->notes[head].flags & NOTE_REPORTING && tree_at(t, head)->upos == UPOS_VERB ? tree_child(t, head, DEP_ccomp, NONE) : NONE;
    if (said == NONE || said <= head || said >= core.end)
        return core;
    phrase inner = phrase_clause(t, said);
    return inner.first > head && inner.end <= core.end && said >= inner.first && said < inner.end ? (phrase){inner.first, inner.end, said} : core;
}

/* The end of the clause that says which, right behind a noun that names no more than a kind: "people [who cannot read]". */
static uint32_t described_end(const analysis *a, const tree *t, phrase core, uint32_t head) {
    bool kind = core.first == head && core.end == head + 1 && (a->notes[head].flags & NOTE_AGENT || tree_at(t, head)->upos == UPOS_PRON);
    uint32_t clause = kind ? tree_child(t, head, DEP_acl_relcl, NONE) : NONE;
    return clause != NONE && tree_lo(t, clause) == head + 1 ? tree_hi(t, clause) : core.end;
}

label label_of(const analysis *a, arena *mem, const tree *t, phrase core, const token *verb, size_t room) {
    word_run w = {.count = 0};
    label out = {{NULL, 0}, 0};
    uint32_t head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : core.end - 1;
    core = what_is_said(a, t, core, head);
    head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : head;
    penn opening = (penn)tree_at(t, core.first)->xpos;
    if (head > core.first && (opening == PENN_VB || opening == PENN_VBP || opening == PENN_VBZ)) /* "weaken [the rules agreed]" */
        head = core.first;
    uint32_t mark = tree_at(t, head)->upos == UPOS_VERB ? tree_child(t, head, DEP_mark, NONE) : NONE;
    uint32_t actor = NONE;
    bool infinitive = mark != NONE && mark > core.first && tree_at(t, mark)->upos == UPOS_PART && is_noun(t, mark - 1);
    if (tree_is(t, head, DEP_acl) || tree_is(t, head, DEP_acl_relcl) || infinitive) { /* "incentive to negotiate" */
        uint32_t noun = infinitive ? mark - 1 : tree_at(t, head)->head;
        if (noun != NONE && noun >= core.first && noun < head && is_noun(t, noun)) {
            actor = infinitive && !argument_takes_infinitive(a, t, noun) ? head : NONE; /* "lead [firms to hire]" */
            head = noun;
        }
    }
    if (actor == NONE && is_noun(t, head) && a->notes[head].flags & NOTE_AGENT) /* "encourage [parents to vote]", but "a right to vote" */
        actor = doing_of(t, head, core);
    uint32_t above = tree_at(t, head)->head;
    if (tree_at(t, head)->upos == UPOS_VERB && above != NONE && above >= core.first && above < head && tree_at(t, above)->upos == UPOS_ADJ) /* "costly to mend" */
        head = above;
    if (actor != NONE) {
        take_doing(a, mem, t, head, actor, core, room, &w);
        out.score = 7;
    } else if (tree_at(t, head)->upos == UPOS_VERB) {
        out.score = take_clause(a, mem, t, core, head, room, &w);
    } else {
        str past;
        uint32_t what = event_of(a, t, core, head, &past);
        if (what != NONE) {
            take_noun(a, t, what, core.first, core.end, room < LABEL_LONG ? 4 : room - 1, &w);
            w.tail = past;
        } else
            take_phrase(a, t, core.first, described_end(a, t, core, head), head, verb ? room - 1 : room, &w);
        if (what == NONE && verb)
            w.tail = inflect_participle(a->lexicon, mem, a->text->words[verb - a->text->tokens.items].form, (penn)verb->xpos);
        out.score = what != NONE ? 12 : verb ? 7 : 8;
    }
    if (!w.count && !w.tail.len)
        take_phrase(a, t, core.first, core.end, head, room, &w);
    buf text = {0};
    if (w.opens || w.subject)
        w.tail_at = w.subject;
    else
        place_tail(a, t, &w);
    for (size_t i = 0; i <= w.count; i++) {
        if (i == w.tail_at && w.tail.len) {
            buf_add(&text, str_of(text.len ? " " : ""));
            buf_add(&text, str_of(w.denied ? "not " : ""));
            buf_add(&text, w.tail);
        }
        if (i < w.count)
            write_word(a, t, w.tokens[i], &text);
    }
    size_t words = words_from(t, &w, 0) + (w.tail.len > 0);
    if (!text.len) /* nothing but small words: the phrase as it stands */
        buf_add(&text, document_str(a->text->document, tree_span(t, core)));
    out.score += words >= 2 && words <= 5 ? 3 : words <= 1 ? -3 : 0;
    if (tree_at(t, head)->upos == UPOS_PRON)
        out.score -= 10;
    out.text = text.failed ? (str){NULL, 0} : arena_copy(mem, buf_str(&text));
    buf_free(&text);
    return out;
}
