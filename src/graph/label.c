#include <config.h>

#include "graph/label.h"

#include "clause/antecedent.h"
#include "clause/phrase.h"
#include "graph/inflect.h"
#include "graph/wording.h"
#include "read/document.h"

static bool is_denied(const analysis *a, const tree *t, uint32_t verb) {
    for (uint32_t i = verb; i > t->first && verb - i < 4;)
        if (a->notes[--i].negator && tree_at(t, i)->head == verb && tree_at(t, i)->upos != UPOS_DET)
            return true;
    return false;
}

/* The complement of "formalisation of", where the lexicon has "formalised" for it; NONE else. */
static uint32_t event_of(const analysis *a, const tree *t, phrase core, uint32_t head, str *past) {
    if (!(a->notes[head].flags & NOTE_EVENT))
        return NONE;
    const lexicon_entry *e = lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, a->text->words[head]);
    *past = e ? lexicon_cell(e, "participle") : (str){NULL, 0};
    uint32_t what = tree_child(t, head, DEP_nmod, NONE);
    return past->len && what != NONE && what > head && what < core.end && tree_is_noun(t, what) ? what : NONE;
}

/* What a verb makes of its object ("make pumps [competitive]", "leave the country [dependent on fuel]"); NONE where it says nothing such. */
static uint32_t state_of(const tree *t, uint32_t verb, uint32_t object, uint32_t end) {
    uint32_t state = tree_child(t, verb, DEP_xcomp, NONE);
    if (state != NONE && tree_lo(t, state) == tree_hi(t, object)) /* though the phrase stops short of it */
        end = state + 1;
    bool says = state != NONE && state > object && state < end && (tree_at(t, state)->upos == UPOS_ADJ || tree_at(t, state)->xpos == PENN_VBN);
    return says ? state : NONE;
}

/* A noun phrase, the verb that says what it does or what becomes of it, and what completes that. */
static void take_told(const analysis *a, const tree *t, uint32_t noun, uint32_t first, uint32_t end, str verb, const wording *rest, size_t room, wording *w) {
    wording_noun(a, t, noun, first, end, room - (verb.len > 0) - rest->count, w);
    w->tail = verb;
    w->subject = w->count;
    for (size_t i = 0; i < rest->count; i++)
        wording_add(w, rest->tokens[i]);
}

static void take_state(const analysis *a, const tree *t, uint32_t object, uint32_t state, phrase core, size_t room, wording *w) {
    uint32_t end = tree_hi(t, state) < core.end ? tree_hi(t, state) : core.end;
    wording rest = {.count = 0};
    wording_rest(a, t, state + 1, end, room - 2, &rest);
    wording_noun(a, t, object, core.first, state, room - 1 - rest.count, w);
    wording_add(w, state);
    for (size_t i = 0; i < rest.count; i++)
        wording_add(w, rest.tokens[i]);
    w->subject = w->count;
}

/* A verb that opens its phrase, as a gerund, and what completes it: "responding at once". */
static bool take_gerund(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, size_t room, wording *w) {
    uint32_t end = phrase_completed(t, a->notes, verb);
    if (end < core.end)
        end = core.end;
    if (end <= verb + 1)
        return false;
    wording_rest(a, t, verb + 1, end, room - 1, w);
    w->opens = w->count > 0;
    if (w->opens)
        w->tail = inflect_gerund(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    return w->opens;
}

/* Who does it, the verb as a gerund, and what completes it: "voters staying at home". */
static void take_doing(const analysis *a, arena *mem, const tree *t, uint32_t subject, uint32_t verb, phrase core, size_t room, wording *w) {
    wording rest = {.count = 0};
    uint32_t end = phrase_completed(t, a->notes, verb);
    wording_rest(a, t, verb + 1, end > core.end ? end : core.end, room - 2, &rest);
    str gerund = inflect_gerund(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    take_told(a, t, subject, core.first, verb, gerund, &rest, room, w);
}

/* The noun that a clause is about: its own subject, or that of the clause which a participle without one says more of ("if [funded well], grants last").
 * NONE where the label may not tell. */
static uint32_t told_subject(const analysis *a, const tree *t, phrase core, uint32_t verb) {
    bool understood;
    uint32_t subject = tree_subject(t, verb, &understood);
    for (uint32_t next = subject; !understood && next != NONE && next < verb; next = tree_child(t, verb, DEP_nsubj, next))
        subject = next; /* of two that the parser saw, the nearer */
    if (subject != NONE && !tree_is_noun(t, subject) && subject + 1 < t->end && a->notes[subject + 1].flags & NOTE_JOINT) /* "half of the [sailings]" */
        subject = tree_child(t, subject, DEP_nmod, NONE);
    if (subject == NONE || !tree_is_noun(t, subject))
        return NONE;
    if (tree_is(t, verb, DEP_advcl) && tree_at(t, verb)->xpos == PENN_VBN && understood)
        return subject;
    bool own = subject >= core.first; /* else only a finite verb is sure of its subject */
    return subject < verb && verb - subject < WORDING_ROOM && (own || tree_is_finite(t, verb)) ? subject : NONE;
}

/* A clause without an object: its subject and what it does. False where the subject is all that can be told. */
static bool take_predicate(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t subject, uint32_t verb, size_t room, wording *w) {
    wording rest = {.count = 0};
    uint32_t end = phrase_completed(t, a->notes, verb);
    if (end < core.end && tree_child(t, verb, DEP_cc, NONE) == NONE)
        end = core.end;
    penn tag = (penn)tree_at(t, verb)->xpos;
    str form = a->text->words[verb].form;
    uint32_t first = subject >= core.first ? core.first : t->first, last = subject < verb ? verb : t->end;
    wording_noun(a, t, subject, first, last, 2, w);
    wording_rest(a, t, verb + 1, end, room - 1 - w->count, &rest); /* "diverted to Antwerp" */
    w->count = 0;
    wording_noun(a, t, subject, first, last, room - 1 - rest.count, w);
    if (end > verb + 1 && w->count > 1 && !rest.count && !w->denied)
        return false;
    w->tail = tag == PENN_VBN ? form : inflect_gerund(a->lexicon, mem, form, tag);
    w->subject = w->count;
    for (size_t i = 0; i < rest.count; i++)
        wording_add(w, rest.tokens[i]);
    return true;
}

/* A participle, with the particle that belongs to it: "taken away". */
static str participle_of(const analysis *a, arena *mem, const tree *t, uint32_t verb) {
    str past = inflect_participle(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos);
    uint32_t particle = tree_child(t, verb, DEP_compound_prt, NONE), next = verb + 1;
    if (particle == NONE && next < t->end && tree_is(t, next, DEP_case) && tree_is(t, tree_at(t, next)->head, DEP_obl)) /* "takes [over] the network", read as where */
        particle = next;
    if (particle == NONE && a->notes[verb].flags & NOTE_LIGHT) /* which says little without its adverb */
        particle = tree_child(t, verb, DEP_advmod, verb);
    return particle == NONE || !past.data ? past : arena_print(mem, "%.*s %.*s", STR_ARG(past), STR_ARG(a->text->words[particle].form));
}

/* The end of what the object of a verb is kept from, right behind it: "stop landlords [from evicting tenants]"; `end` where it is kept from nothing. */
static uint32_t barred_end(const analysis *a, const tree *t, uint32_t verb, uint32_t object, uint32_t end) {
    uint32_t from = tree_hi(t, object), act = tree_child(t, verb, DEP_advcl, object);
    bool kept = act != NONE && tree_at(t, act)->xpos == PENN_VBG && tree_lo(t, act) == from && act > from && function_is(a, from, "barred");
    uint32_t stop = kept ? phrase_completed(t, a->notes, act) : end, what = kept ? tree_object(t, act) : NONE;
    return what != NONE && what >= stop ? what + 1 : stop;
}

/* Whom something is given, and what: "[students] given [a chance]". False where the verb has one object only. */
static bool take_given(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, uint32_t object, size_t room, wording *w) {
    uint32_t whom = tree_child(t, verb, DEP_iobj, NONE);
    if (whom == NONE || !tree_is_noun(t, whom) || whom < verb || whom >= object)
        return false;
    wording what = {.count = 0};
    wording_noun(a, t, object, whom + 1, core.end, room - 2, &what);
    if (!what.count) /* "the chance", of what is not told here */
        wording_add(&what, object);
    take_told(a, t, whom, core.first, object, participle_of(a, mem, t, verb), &what, room, w);
    return true;
}

/* A verb that is not told in the passive, with its object: "strike [costing money]". */
static void take_active(const analysis *a, arena *mem, const tree *t, uint32_t subject, uint32_t verb, phrase core, size_t room, wording *w) {
    w->count = 0;
    if (subject != NONE && subject < verb)
        take_doing(a, mem, t, subject, verb, core, room, w);
    else
        take_gerund(a, mem, t, core, verb, room, w);
}

/* "[few] tenants own cars", "[no] firm pays taxes": who does it turns round what is said of the object. */
static bool turns_round(const analysis *a, const tree *t, uint32_t subject) {
    for (uint32_t i = subject == NONE ? 0 : tree_lo(t, subject); subject != NONE && i < subject; i++) {
        bool some = i > t->first && tree_at(t, i - 1)->upos == UPOS_DET; /* "a few" */
        if (tree_at(t, i)->head == subject && !some && (a->notes[i].negator || tree_at(t, i)->xpos == PENN_JJR || function_is(a, i, "scant")))
            return true;
    }
    return false;
}

/* A clause with an object: what becomes of it, or who does it where the object alone says little ("ships taking years to build"). Gives how good that is. */
static int take_object(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, uint32_t object, size_t room, wording *w) {
    uint32_t state = state_of(t, verb, object, core.end), subject = told_subject(a, t, core, verb);
    if (state != NONE && !w->denied) {
        take_state(a, t, object, state, core, room, w);
        return 8;
    }
    if (!w->denied && take_given(a, mem, t, core, verb, object, room, w))
        return 7;
    uint32_t barred = barred_end(a, t, verb, object, core.end);
    if (barred != core.end) {
        wording rest = {.count = 0};
        wording_rest(a, t, tree_hi(t, object), barred, room - 2, &rest);
        take_told(a, t, object, core.first, tree_hi(t, object), participle_of(a, mem, t, verb), &rest, room, w);
        return 8;
    }
    wording_noun(a, t, object, core.first, core.end, room - 1 - w->denied, w);
    bool light = a->notes[verb].flags & NOTE_LIGHT && !w->denied, brief = w->count == 1;
    if (!w->denied && !light && inflect_is_intransitive(a->lexicon, mem, a->text->words[verb].form)) {
        take_active(a, mem, t, subject, verb, core, room, w);
        return 6;
    }
    if (((brief && light) || turns_round(a, t, subject)) && subject != NONE && subject < verb) {
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
    return object != NONE && object > last && object < core.end && tree_is_noun(t, object) ? last : NONE;
}

/* The pronoun that opens "[what] they promise", "[who] is paid"; NONE where none does. */
static uint32_t free_relative(const tree *t, phrase core, uint32_t verb) {
    if (tree_at(t, core.first)->xpos == PENN_WP && core.first < verb)
        return core.first;
    uint32_t subject = tree_child(t, verb, DEP_nsubj_pass, NONE);
    return subject != NONE && subject < core.first && tree_at(t, subject)->xpos == PENN_WP && (subject == t->first || !tree_is_comma(t, subject - 1)) ? subject : NONE;
}

/* Who does what a lone infinitive says, named a few words before: "moves [the mayor] to resign"; NONE where nobody is. */
static uint32_t doer_of(const tree *t, uint32_t verb) {
    uint32_t subject = tree_at(t, verb)->xpos == PENN_VB ? tree_subject(t, verb, NULL) : NONE;
    return subject != NONE && subject < verb && verb - subject < WORDING_ROOM / 4 && tree_is_noun(t, subject) ? subject : NONE;
}

/* What becomes of what the pronoun behind the verb stands for, where that is named in the sentence: "if crates stand unsealed, smugglers swap [them]". */
static bool take_meant(const analysis *a, arena *mem, const tree *t, uint32_t verb, size_t room, wording *w) {
    uint32_t object = tree_child(t, verb, DEP_obj, verb);
    argument_side meant;
    wording none = {.count = 0};
    bool plain = object != NONE && !(a->notes[verb].flags & NOTE_LIGHT) && tree_child(t, verb, DEP_xcomp, NONE) == NONE; /* not "call it a law" */
    if (!plain || !antecedent_find(a, t, object, &meant) || meant.sentence != tree_at(t, object)->sentence)
        return false;
    take_told(a, t, meant.span.head, meant.span.first, meant.span.end, participle_of(a, mem, t, verb), &none, room, w);
    return true;
}

/* A clause: its object and participle, or its subject and what it does. Gives how good that is. */
static int take_clause(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t verb, size_t room, wording *w) {
    str form = a->text->words[verb].form;
    penn tag = (penn)tree_at(t, verb)->xpos;
    uint32_t object = tree_object(t, verb);
    uint32_t there = tree_child(t, verb, DEP_expl, NONE), thing = there == NONE ? NONE : tree_child(t, verb, DEP_nsubj, NONE);
    if (thing != NONE && thing > verb && thing < core.end && tree_at(t, there)->xpos == PENN_EX) { /* "there are [better remedies]" */
        wording_noun(a, t, thing, core.first, core.end, room, w);
        return 7;
    }
    uint32_t what = free_relative(t, core, verb);
    if (what != NONE) {
        wording_phrase(a, t, what, core.end, what, room, w);
        return 5;
    }
    w->denied = is_denied(a, t, verb);
    if (object == NONE && tag != PENN_VBN && tag != PENN_VBD)
        object = phrase_next_noun(t, verb, core.end);
    if (tree_is(t, object, DEP_xcomp) || tree_is(t, object, DEP_obl_unmarked)) /* "become a place", "adopted this spring" */
        object = NONE;
    if (!w->denied && take_meant(a, mem, t, verb, room, w))
        return 6;
    uint32_t patient = tree_is_passive(t, verb) && object != NONE ? told_subject(a, t, core, verb) : NONE; /* "[insurers] are paid a share" */
    if (patient != NONE)
        return take_predicate(a, mem, t, core, patient, verb, room, w) ? 6 : 4;
    bool rising = tag == PENN_VBG && verb == core.first && inflect_is_intransitive(a->lexicon, mem, form); /* "rising sea levels" */
    bool fronted = object != NONE && object < verb && object >= core.first && tree_is(t, object, DEP_obj); /* "the more [funerals] we hold" */
    if (object != NONE && (object > verb || fronted) && object < core.end && tree_is_noun(t, object) && !rising)
        return take_object(a, mem, t, core, verb, object, room, w);
    uint32_t oblique = tree_child(t, verb, DEP_obl, NONE);
    bool whole = tree_is_passive(t, verb) || tree_child(t, verb, DEP_compound_prt, NONE) != NONE; /* "put off until the harvest" */
    if (a->notes[verb].flags & NOTE_LIGHT && !whole && oblique != NONE && oblique > verb && oblique < core.end && tree_is_noun(t, oblique)) {
        wording_noun(a, t, oblique, core.first, core.end, room, w); /* "serve as a model" */
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
    wording_phrase(a, t, core.first, core.end, verb, room, w);
    const token *only = tree_at(t, w->count == 1 ? w->tokens[0] : verb);
    if (w->count == 1 && only->upos == UPOS_VERB && only->xpos != PENN_VBN && only->xpos != PENN_VBG) { /* "the longer we [hesitate]" */
        uint32_t doer = doer_of(t, w->tokens[0]);
        wording none = {.count = 0};
        str gerund = inflect_gerund(a->lexicon, mem, a->text->words[w->tokens[0]].form, (penn)only->xpos);
        w->count = 0;
        if (doer != NONE)
            take_told(a, t, doer, t->first, w->tokens[0], gerund, &none, room, w);
        w->tail = gerund;
        w->opens = doer == NONE;
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

/* The end of what says which, right behind a lone noun: "people [who cannot read]", "people [with asthma]", "a law [that shields crews]". */
static uint32_t described_end(const analysis *a, const tree *t, phrase core, uint32_t head) {
    bool lone = core.first == head && core.end == head + 1, kind = lone && (a->notes[head].flags & NOTE_AGENT || tree_at(t, head)->upos == UPOS_PRON);
    uint32_t clause = lone ? tree_child(t, head, DEP_acl_relcl, NONE) : NONE, with = kind ? tree_child(t, head, DEP_nmod, NONE) : NONE;
    uint32_t which = clause != NONE ? clause : with;
    return which != NONE && tree_lo(t, which) == head + 1 ? tree_hi(t, which) : core.end;
}

/* "the time [they spend] on paperwork": time spent on paperwork. False where nothing such describes the noun. */
static bool take_contact(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t noun, size_t room, wording *w) {
    uint32_t verb = tree_child(t, noun, DEP_acl_relcl, NONE), who = verb == NONE ? NONE : tree_child(t, verb, DEP_nsubj, NONE);
    bool bare = core.end == noun + 1 && (core.first == noun || noun == core.first + 1);
    if (who == NONE || who != noun + 1 || tree_at(t, who)->xpos != PENN_PRP || (verb >= core.end && !bare))
        return false;
    if (tree_at(t, verb)->upos != UPOS_VERB || tree_child(t, verb, DEP_obj, NONE) != NONE || tree_child(t, verb, DEP_xcomp, NONE) != NONE ||
        is_denied(a, t, verb) || inflect_is_intransitive(a->lexicon, mem, a->text->words[verb].form))
        return false;
    wording rest = {.count = 0};
    wording_rest(a, t, verb + 1, phrase_completed(t, a->notes, verb), room - 2, &rest);
    take_told(a, t, noun, core.first, noun + 1, inflect_participle(a->lexicon, mem, a->text->words[verb].form, (penn)tree_at(t, verb)->xpos), &rest, room, w);
    return true;
}

/* "the river is [a sewer]": river being sewer; "the shortage is [one of trust]": shortage of trust. False where the phrase is no predicate. */
static bool take_predicative(const analysis *a, const tree *t, phrase core, uint32_t head, size_t room, wording *w) {
    uint32_t subject = tree_child(t, head, DEP_nsubj, NONE), copula = tree_child(t, head, DEP_cop, NONE);
    bool of = tree_at(t, head)->upos == UPOS_NUM && head + 1 < core.end && a->notes[head + 1].flags & NOTE_JOINT;
    if (subject == NONE || copula == NONE || subject < core.first || subject >= copula || copula >= head || !tree_is_noun(t, subject) || !(of || tree_is_noun(t, head)))
        return false;
    wording rest = {.count = 0};
    w->denied = is_denied(a, t, head);
    wording_phrase(a, t, of && !w->denied ? head + 1 : copula + 1, core.end, of ? head + 1 : head, room - 2, &rest);
    take_told(a, t, subject, core.first, copula, str_of(of && !w->denied ? "" : "being"), &rest, room, w);
    return true;
}

/* A noun phrase, or an adjective with what it is said of. Gives how good it is. */
static int take_thing(const analysis *a, arena *mem, const tree *t, phrase core, uint32_t head, const token *verb, size_t room, wording *w) {
    str past;
    uint32_t what = event_of(a, t, core, head, &past);
    if (what != NONE) {
        wording_noun(a, t, what, core.first, core.end, room < LABEL_LONG ? 4 : room - 1, w);
        w->tail = past;
        return 12;
    }
    if (!verb && (take_contact(a, mem, t, core, head, room, w) || take_predicative(a, t, core, head, room, w)))
        return 8;
    wording_phrase(a, t, core.first, described_end(a, t, core, head), head, verb ? room - 1 : room, w);
    if (verb)
        w->tail = inflect_participle(a->lexicon, mem, a->text->words[verb - a->text->tokens.items].form, (penn)verb->xpos);
    return verb ? 7 : 8;
}

/* Puts what a pronoun of the same sentence stands for before the one word that is said of it: "the leak is grave, but [it can be mended]". */
static void name_subject(const analysis *a, const tree *t, uint32_t head, size_t room, wording *w) {
    uint32_t subject = tree_child(t, head, DEP_nsubj, NONE);
    if (subject == NONE)
        subject = tree_child(t, head, DEP_nsubj_pass, NONE);
    argument_side meant;
    if (subject == NONE || !antecedent_find(a, t, subject, &meant) || meant.sentence != tree_at(t, subject)->sentence)
        return;
    wording said = *w;
    bool denied = is_denied(a, t, head);
    *w = (wording){.denied = denied && said.tail.len};
    take_told(a, t, meant.span.head, meant.span.first, meant.span.end, denied && !said.tail.len ? str_of("not") : said.tail, &said, room, w);
}

label label_of(const analysis *a, arena *mem, const tree *t, phrase core, const token *verb, size_t room) {
    wording w = {.count = 0};
    label out = {{NULL, 0}, 0};
    uint32_t inside = tree_at(t, core.first)->upos == UPOS_VERB ? core.first : core.end - 1; /* "are expected to [respond at once]" */
    uint32_t head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : inside;
    core = what_is_said(a, t, core, head);
    head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : head;
    penn opening = (penn)tree_at(t, core.first)->xpos;
    bool before_noun = tree_is(t, core.first, DEP_compound) || tree_is(t, core.first, DEP_amod);
    if (head > core.first && tree_at(t, core.first)->upos == UPOS_VERB && !before_noun && (opening == PENN_VB || opening == PENN_VBP || opening == PENN_VBZ)) /* "weaken [the rules agreed]" */
        head = core.first;
    uint32_t mark = tree_at(t, head)->upos == UPOS_VERB ? tree_child(t, head, DEP_mark, NONE) : NONE;
    uint32_t actor = NONE;
    bool infinitive = mark != NONE && mark > core.first && tree_at(t, mark)->upos == UPOS_PART && tree_is_noun(t, mark - 1);
    if (tree_is(t, head, DEP_acl) || tree_is(t, head, DEP_acl_relcl) || infinitive) { /* "incentive to negotiate" */
        uint32_t noun = infinitive ? mark - 1 : tree_at(t, head)->head;
        if (noun != NONE && noun >= core.first && noun < head && tree_is_noun(t, noun)) {
            actor = infinitive && !argument_takes_infinitive(a, t, noun) ? head : NONE; /* "lead [firms to hire]" */
            head = noun;
        }
    }
    if (actor == NONE && tree_is_noun(t, head) && a->notes[head].flags & NOTE_AGENT && !argument_takes_infinitive(a, t, head)) /* "encourage [parents to vote]", but "a right to vote" */
        actor = doing_of(t, head, core);
    uint32_t above = tree_at(t, head)->head;
    if (tree_at(t, head)->upos == UPOS_VERB && above != NONE && above >= core.first && above < head && tree_at(t, above)->upos == UPOS_ADJ) /* "costly to mend" */
        head = above;
    if (actor != NONE) {
        take_doing(a, mem, t, head, actor, core, room, &w);
        out.score = 7;
    } else if (tree_at(t, head)->upos == UPOS_VERB)
        out.score = take_clause(a, mem, t, core, head, room, &w);
    else
        out.score = take_thing(a, mem, t, core, head, verb, room, &w);
    if (!w.count && !w.tail.len)
        wording_phrase(a, t, core.first, core.end, head, room, &w);
    if (wording_count(t, &w) == 1)
        name_subject(a, t, head, room, &w);
    buf text = {0};
    wording_write(a, t, &w, &text);
    size_t words = wording_count(t, &w);
    if (!text.len) /* nothing but small words: the phrase as it stands */
        buf_add(&text, document_str(a->text->document, tree_span(t, core)));
    out.score += words >= 2 && words <= 5 ? 3 : words <= 1 ? -3 : 0;
    if (tree_at(t, head)->upos == UPOS_PRON)
        out.score -= 10;
    out.text = text.failed ? (str){NULL, 0} : arena_copy(mem, buf_str(&text));
    buf_free(&text);
    return out;
}
