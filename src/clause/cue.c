/* cue: the frames of open-class markers (lexicons/README.md, "Frames of cues"). */
#include <config.h>

#include "clause/argument.h"
#include "clause/modality.h"
#include "clause/phrase.h"

enum { REACH = 14, BESIDE = 4 }; /* tokens from a cue to a preposition of its own, and to the one before it */

static bool empty(phrase p) {
    return p.first >= p.end;
}

/* The words of a marker that stand in one piece around its head: where its complement begins. */
static uint32_t last_token(const marker *m) {
    return m->tokens[m->token_count - 1];
}

static bool is_adposition(const tree *t, uint32_t i) {
    upos u = (upos)tree_at(t, i)->upos;
    return u == UPOS_ADP || u == UPOS_PART || u == UPOS_SCONJ;
}

/* The phrase that begins right behind token `last`: for "lead to X", "pave the way for X". */
static uint32_t behind(const tree *t, uint32_t last) {
    uint32_t head = tree_at(t, last)->head;
    if (is_adposition(t, last) && head != NONE && head > last)
        return head;
    uint32_t i = last + 1;
    if (i >= t->end || tree_is_punct(t, i))
        return NONE;
    uint32_t best = NONE;
    for (uint32_t up = i, guard = 0; up != NONE && guard < 20 && tree_lo(t, up) > last; up = tree_at(t, up)->head, guard++)
        best = up;
    return best;
}

/* The child of `word` under the preposition named by the slot. */
static uint32_t oblique(const tree *t, uint32_t word, const char *form) {
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

static const char *preposition(frame_slot slot) {
    switch (slot) {
    case SLOT_OF: return "of";
    case SLOT_ON: return "on";
    case SLOT_TO: return "to";
    case SLOT_FOR: return "for";
    case SLOT_IN: return "in";
    case SLOT_FROM: return "from";
    case SLOT_WITH: return "with";
    case SLOT_BY: return "by";
    case SLOT_BETWEEN: return "between";
    default: return NULL;
    }
}

static bool ends_in_head(const tree *t, const marker *m) {
    uint32_t head = marker_head(t, m), last = last_token(m);
    return head == last || (tree_at(t, last)->relation == DEP_compound_prt && tree_at(t, last)->head == head);
}

static bool is_passive(const tree *t, const marker *m) {
    return m->entry->class == CLASS_VERB && tree_is_passive(t, marker_head(t, m));
}

/* The head of a verb's complement. */
static uint32_t complement(const tree *t, const marker *m) {
    uint32_t head = marker_head(t, m), last = last_token(m);
    if (!ends_in_head(t, m)) {
        uint32_t c = behind(t, last);
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
    if (clause != NONE && clause > head)
        return clause;
    if (tree_is(t, head, DEP_conj)) /* "curb and then reverse growth": the object of the other verb */
        return NONE;
    for (uint32_t i = head + 1; i < tree_hi(t, head); i++) /* the object of a following conjunct is shared */
        if (tree_at(t, i)->head == head && tree_at(t, i)->relation == DEP_conj && tree_at(t, i)->upos == UPOS_VERB)
            return tree_object(t, i);
    return NONE;
}

/* A verb in a participle after a comma speaks of the clause before it. */
static bool tells_of_clause(const tree *t, const note *notes, uint32_t verb) {
    const token *k = tree_at(t, verb);
    if (k->xpos != PENN_VBG || k->head == NONE || k->head > verb)
        return false;
    uint32_t lo = tree_lo(t, verb);
    while (lo < verb && tree_is_punct(t, lo))
        lo++;
    for (uint32_t i = lo; i < verb; i++) /* "by raising", "while raising", "of raising" have the subject of the clause */
        if (tree_at(t, i)->head == verb && (tree_at(t, i)->relation == DEP_mark || tree_at(t, i)->relation == DEP_case) &&
            !(notes[i].change || notes[i].hedge)) /* "further exacerbating" */
            return false;
    bool comma = lo > t->first && tree_is_punct(t, lo - 1);
    return k->relation == DEP_advcl || (comma && tree_clause(t, k->head) != NONE);
}

bool argument_is_agent(const analysis *a, const tree *t, uint32_t noun) {
    const token *k = tree_at(t, noun);
    if (k->upos == UPOS_PROPN && tree_lo(t, noun) != noun) /* a name of two words, or with a title or an article */
        return true;
    if (k->upos == UPOS_PROPN && noun != t->first) /* the capital of a sentence's first word makes no name: "Mining has ..." */
        return true;
    if (k->upos == UPOS_PRON)
        return k->xpos == PENN_PRP && !str_equal(tree_form(t, noun), str_of("it"));
    return a->notes[noun].flags & NOTE_AGENT || a->notes[noun].name != NULL;
}

typedef struct {
    argument_side sides[PHRASE_MEMBERS];
    size_t count;
    bool agent; /* the one side is somebody who acts */
} filling;

/* The noun that a third-person pronoun stands for: the nearest subject before it that agrees in number, in its sentence or the one before. Fills `side` with
 * that noun; false where there is none. */
static bool antecedent(const analysis *a, const tree *t, uint32_t pronoun, argument_side *side) {
    bool plural = str_equal(tree_form(t, pronoun), (str)STR("they"));
    for (int back = 0; back < 2; back++) {
        if (back && tree_at(t, pronoun)->sentence == 0)
            return false;
        const tree *in = back ? &a->trees[tree_at(t, pronoun)->sentence - 1] : t;
        uint32_t end = back ? in->end : pronoun;
        for (uint32_t i = end; i-- > in->first;) {
            const token *k = tree_at(in, i);
            bool subject = k->relation == DEP_nsubj || k->relation == DEP_nsubj_pass;
            bool several = k->xpos == PENN_NNS || tree_child(in, i, DEP_conj, NONE) != NONE;
            if (!subject || k->upos != UPOS_NOUN || several != plural)
                continue;
            *side = argument_noun_side(a, in, i);
            return true;
        }
    }
    return false;
}

/* An object's phrase with what follows it up to the next clause or comma: "hurt consumers in the border towns". */
static void extend_object(const tree *t, uint32_t verb, phrase *p) {
    while (p->end < tree_hi(t, verb) && !tree_is_punct(t, p->end)) {
        uint32_t child = NONE;
        for (uint32_t i = p->end; i < tree_hi(t, verb) && child == NONE; i++)
            if (tree_at(t, i)->head == verb && tree_lo(t, i) == p->end)
                child = i;
        if (child == NONE || (tree_at(t, child)->relation != DEP_obl && tree_at(t, child)->relation != DEP_advmod && tree_at(t, child)->relation != DEP_obl_unmarked))
            return;
        if (tree_is_clause(t, child))
            return;
        uint32_t end = tree_hi(t, child);
        for (uint32_t i = p->end; i < end; i++)
            if (tree_is_punct(t, i))
                end = i;
        p->end = end;
    }
}

/* A subject's phrase with the prepositional phrases behind it that the parser hung on the verb: "soot on the snow accelerates". */
static void extend_subject(const tree *t, uint32_t verb, phrase *p) {
    while (p->end < verb) {
        uint32_t child = NONE;
        for (uint32_t i = p->end; i < verb && child == NONE; i++)
            if (tree_lo(t, i) == p->end && tree_hi(t, i) <= verb && (tree_at(t, i)->relation == DEP_obl || tree_at(t, i)->relation == DEP_nmod))
                child = i;
        if (child == NONE || tree_child(t, child, DEP_case, NONE) == NONE)
            return;
        p->end = tree_hi(t, child);
    }
}

static void fill_noun(const analysis *a, const tree *t, uint32_t head, filling *out) {
    bool third = str_equal(tree_form(t, head), (str)STR("they")) || str_equal(tree_form(t, head), (str)STR("it"));
    if (third && antecedent(a, t, head, &out->sides[out->count])) {
        out->count++;
        return;
    }
    uint32_t members[PHRASE_MEMBERS];
    size_t n = phrase_conjuncts(t, head, members);
    out->agent = argument_is_agent(a, t, head);
    for (size_t i = 0; i < n; i++)
        out->sides[out->count++] = argument_noun_side(a, t, members[i]);
}

static void fill_clause(const analysis *a, const tree *t, phrase p, filling *out) {
    if (!empty(p))
        out->sides[out->count++] = argument_clause_side(a, t, p);
}

/* ", which ...": whether the clause before is meant rather than the noun before. A plural noun with a singular verb leaves only the clause; a noun that only
 * says where or when the clause holds is less likely meant than the clause. */
static bool which_means_clause(const tree *t, uint32_t verb) {
    const token *k = tree_at(t, verb);
    uint32_t lo = tree_lo(t, verb), noun = k->head;
    if (noun == NONE || lo == t->first || !tree_is_punct(t, lo - 1) || tree_at(t, lo)->xpos != PENN_WDT)
        return false;
    if (k->relation != DEP_acl_relcl) { /* the parser found no noun for it: the last word before the comma will be it */
        noun = lo - 2 >= t->first && lo >= t->first + 2 ? lo - 2 : NONE;
        if (noun == NONE)
            return false;
    }
    const token *n = tree_at(t, noun);
    if (n->upos != UPOS_NOUN && n->upos != UPOS_PROPN)
        return true;
    bool plural = n->xpos == PENN_NNS || n->xpos == PENN_NNPS;
    uint32_t finite = verb;
    for (uint32_t i = lo; i < verb; i++)
        if (tree_at(t, i)->head == verb && (tree_at(t, i)->relation == DEP_aux || tree_at(t, i)->relation == DEP_aux_pass || tree_at(t, i)->relation == DEP_cop)) {
            finite = i;
            break;
        }
    if (tree_at(t, finite)->xpos == PENN_VBZ && plural)
        return true;
    if (tree_at(t, finite)->xpos == PENN_VBP && plural)
        return false;
    return n->upos == UPOS_NOUN;
}

/* "This", "that" or "these" alone. */
static bool is_bare_demonstrative(const tree *t, uint32_t i) {
    return tree_at(t, i)->xpos == PENN_DT && (tree_at(t, i)->upos == UPOS_PRON || tree_hi(t, i) - tree_lo(t, i) == 1);
}

/* "X emerged as a step [with implications for Y]": the verb whose subject the noun in between describes. */
static uint32_t predicate_above(const tree *t, uint32_t noun) {
    if (noun == NONE)
        return NONE;
    if (tree_child(t, noun, DEP_cop, NONE) != NONE)
        return noun;
    uint32_t verb = tree_at(t, noun)->head;
    bool described = tree_is(t, noun, DEP_obl) || tree_is(t, noun, DEP_obj) || tree_is(t, noun, DEP_xcomp);
    return described && verb != NONE && tree_at(t, verb)->upos == UPOS_VERB ? verb : NONE;
}

static bool is_relative_pronoun(const tree *t, uint32_t i) {
    return tree_at(t, i)->xpos == PENN_WDT || tree_at(t, i)->xpos == PENN_WP;
}

/* "This trend", "such measures" at the head of a sentence. */
static bool stands_for_before(const analysis *a, const tree *t, uint32_t noun) {
    if (!(a->notes[noun].flags & NOTE_SHELL))
        return false;
    uint32_t first = tree_lo(t, noun);
    for (uint32_t i = t->first; i < first; i++)
        if (tree_at(t, i)->upos == UPOS_NOUN || tree_at(t, i)->upos == UPOS_VERB || tree_at(t, i)->upos == UPOS_PROPN)
            return false;
    return a->notes[first].flags & NOTE_DEMONSTRATIVE;
}

static void fill_subject(const analysis *a, const tree *t, const marker *m, filling *out) {
    uint32_t word = marker_head(t, m), verb = word;
    if (m->entry->class == CLASS_NOUN && tree_is(t, word, DEP_nsubj)) { /* "the cause of the delay is flooding" */
        uint32_t predicate = tree_at(t, word)->head;
        if (predicate != NONE && predicate > word && tree_child(t, predicate, DEP_cop, NONE) != NONE) {
            fill_noun(a, t, predicate, out);
            return;
        }
        for (uint32_t i = word; i > t->first + 1 && word - i < BESIDE; i--) /* "X emerged as a step with implications for": whatever the parser made of it */
            if (str_equal(tree_form(t, i - 1), str_of(preposition(SLOT_WITH)))) {
                uint32_t left = i - 2;
                while (left > t->first && tree_at(t, left)->upos == UPOS_ADV)
                    left--;
                uint32_t clause = tree_clause(t, left), subject = clause == NONE ? NONE : tree_subject(t, clause, NULL);
                if (subject != NONE && subject >= t->first && subject < i - 1)
                    fill_noun(a, t, subject, out);
                return;
            }
        return;
    }
    if (m->entry->class != CLASS_VERB) { /* the predicate or the verb that a noun or adjective hangs on */
        const token *k = tree_at(t, word);
        if (tree_child(t, word, DEP_cop, NONE) == NONE && tree_child(t, word, DEP_nsubj, NONE) == NONE && tree_child(t, word, DEP_nsubj_pass, NONE) == NONE) {
            if (k->relation == DEP_amod || k->relation == DEP_acl || k->relation == DEP_appos) {
                if (k->head != NONE)
                    fill_noun(a, t, k->head, out);
                return;
            }
            if (k->relation == DEP_conj || k->relation == DEP_obj || k->relation == DEP_xcomp || k->relation == DEP_obl || k->relation == DEP_nmod)
                verb = k->relation == DEP_nmod ? predicate_above(t, k->head) : k->head;
            else
                return;
            if (verb == NONE || !(tree_is_clause(t, verb) || k->relation == DEP_conj))
                return;
        }
    }
    if (is_passive(t, m) && ends_in_head(t, m)) { /* the agent */
        uint32_t by = tree_child(t, word, DEP_obl_agent, NONE);
        if (by == NONE)
            by = oblique(t, word, "by");
        bool measure = by != NONE && (tree_at(t, by)->upos == UPOS_NUM || tree_at(t, by)->upos == UPOS_SYM || (tree_child(t, by, DEP_nummod, NONE) != NONE && tree_child(t, by, DEP_nmod, NONE) == NONE));
        if (by != NONE && by > word && !measure) /* "cut by 4 billion" */
            fill_noun(a, t, by, out);
        return;
    }
    if (tells_of_clause(t, a->notes, verb)) {
        uint32_t governor = tree_clause(t, tree_at(t, verb)->head), start = tree_lo(t, verb);
        if (governor == NONE)
            return;
        while (start > t->first && (tree_is_punct(t, start - 1) || tree_at(t, start - 1)->upos == UPOS_ADV))
            start--;
        phrase whole = phrase_clause(t, governor);
        if (whole.first < start)
            fill_clause(a, t, tree_range(t, whole.first, start), out);
        return;
    }
    if (m->entry->source == SLOT_SUBJ && which_means_clause(t, verb)) {
        uint32_t start = tree_lo(t, verb), governor = tree_clause(t, tree_at(t, verb)->head);
        phrase whole = governor == NONE ? (phrase){start, start, NONE} : phrase_clause(t, governor);
        if (whole.first < start)
            fill_clause(a, t, tree_range(t, whole.first, start), out);
        return;
    }
    uint32_t subject = tree_subject(t, verb, NULL);
    if (subject == NONE)
        return;
    if (tree_is(t, subject, DEP_obj) && tree_is(t, verb, DEP_acl) && (a->notes[subject].hedge || a->notes[subject].flags & NOTE_TRANSPARENT)) {
        subject = tree_subject(t, tree_at(t, subject)->head, NULL); /* "has the potential to": who has it */
        if (subject == NONE)
            return;
    }
    if (a->part_of[subject] != NONE && a->markers->items[a->part_of[subject]].entry->table == LEXICON_CONNECTIVES)
        return; /* "with the [aim of] raising turnout": the connective states it */
    uint32_t as = tree_child(t, subject, DEP_case, NONE);
    if (as != NONE && as < subject && a->notes[as].flags & NOTE_PREDICATIVE && tree_at(t, subject)->head != NONE) { /* "X emerged as a step with ..." */
        uint32_t described = tree_subject(t, tree_at(t, subject)->head, NULL);
        if (described != NONE && described < as)
            subject = described;
    }
    uint32_t in = tree_child(t, subject, DEP_case, NONE);
    if (in != NONE && in < subject && in > t->first && tree_at(t, in)->upos == UPOS_ADP && subject < verb &&
        (tree_at(t, in - 1)->upos == UPOS_NOUN) && !(a->notes[in].flags & NOTE_PREDICATIVE)) { /* "differences in [diet] explain": the noun before the preposition */
        fill_noun(a, t, in - 1, out);
        if (out->count) {
            out->sides[0].span.first = phrase_noun(t, a->notes, in - 1).first;
            out->sides[0].span.end = phrase_noun(t, a->notes, subject).end;
        }
        return;
    }
    if (is_relative_pronoun(t, subject)) { /* the parser found no noun for it: the word before the comma, or the clause before */
        uint32_t before = subject > t->first ? subject - 1 : NONE;
        if (before != NONE && before > t->first && tree_is_punct(t, before))
            before--;
        if (before == NONE || tree_is_punct(t, before))
            return;
        if (tree_at(t, before)->upos == UPOS_NOUN || tree_at(t, before)->upos == UPOS_PROPN) {
            fill_noun(a, t, before, out);
            return;
        }
        uint32_t clause = tree_clause(t, before);
        if (clause != NONE && clause < subject)
            fill_clause(a, t, tree_range(t, phrase_clause(t, clause).first, subject), out);
        return;
    }
    if (stands_for_before(a, t, subject)) { /* "This development ...": the sentence before, where nothing nearer is meant */
        argument_side before = argument_before(a, m->sentence);
        if (before.span.first < before.span.end) {
            out->sides[out->count++] = before;
            return;
        }
    }
    if (is_bare_demonstrative(t, subject)) {
        argument_side before = argument_before(a, m->sentence);
        bool first = true;
        for (uint32_t i = t->first; i < subject; i++)
            first &= tree_at(t, i)->upos != UPOS_VERB && tree_at(t, i)->upos != UPOS_NOUN;
        if (first && before.span.first < before.span.end)
            out->sides[out->count++] = before;
        return;
    }
    if (tree_is_clause(t, subject) && tree_at(t, subject)->upos == UPOS_VERB) {
        fill_clause(a, t, phrase_clause(t, subject), out);
        return;
    }
    fill_noun(a, t, subject, out);
    if (out->count == 1 && subject < verb && out->sides[0].sentence == m->sentence)
        extend_subject(t, verb, &out->sides[0].span);
}

/* Whether the text says what the object becomes: "makes roads [safe]", whatever the parser takes it for. */
static bool has_predicate(const tree *t, uint32_t verb, uint32_t object) {
    uint32_t adjective = tree_child(t, object, DEP_amod, object);
    return tree_child(t, verb, DEP_xcomp, NONE) != NONE || (adjective != NONE && adjective > object);
}

static void fill(const analysis *a, const tree *t, const marker *m, frame_slot slot, filling *out) {
    uint32_t word = marker_head(t, m);
    switch (slot) {
    case SLOT_SUBJ:
        fill_subject(a, t, m, out);
        return;
    case SLOT_COMP: {
        uint32_t head;
        if (is_passive(t, m) && ends_in_head(t, m)) {
            head = tree_subject(t, word, NULL);
            if (head != NONE && !is_bare_demonstrative(t, head))
                fill_noun(a, t, head, out);
            return;
        }
        head = complement(t, m);
        if (head == NONE)
            return;
        if (a->notes[word].flags & NOTE_LIGHT && ends_in_head(t, m) && tree_is(t, head, DEP_obj) && !has_predicate(t, word, head))
            return; /* "makes roads safe" brings about, "makes shoes" does not */
        bool gap = m->entry->word_count > 1 && m->entry->words[m->entry->word_count - 1].gap;
        if (gap && word + 1 < last_token(m) && tree_at(t, head)->upos == UPOS_VERB && m->entry->source != SLOT_OBJ && m->entry->target != SLOT_OBJ) {
            phrase p = tree_range(t, word + 1, tree_hi(t, head)); /* "led [firms to close]", "keeps [witnesses from testifying]" */
            p.head = head;
            out->sides[out->count++] = (argument_side){.sentence = m->sentence, .span = p, .core = phrase_clause_core(t, a->notes, head)};
            return;
        }
        if (tree_is(t, head, DEP_xcomp) && tree_at(t, head)->head == word && a->cue_at[head] != NONE && ends_in_head(t, m))
            return; /* "helps to reduce": the inner verb says it */
        if (tree_is_clause(t, head) && tree_at(t, head)->upos == UPOS_VERB && head > word) {
            fill_clause(a, t, phrase_clause(t, head), out);
            return;
        }
        uint32_t action = ends_in_head(t, m) ? tree_child(t, word, DEP_xcomp, head) : NONE;
        if (action == NONE && ends_in_head(t, m))
            action = phrase_infinitive(t, a->notes, word);
        if (action != NONE && (action < head || a->notes[action].flags & NOTE_PURPOSE))
            action = NONE;
        if (action == NONE && ends_in_head(t, m) && head + 1 < t->end && tree_is(t, head + 1, DEP_amod) && tree_at(t, head + 1)->head == head) /* the parser took it for the noun's */
            action = head + 1;
        if (action != NONE && head > word && tree_hi(t, action) > head) { /* "force neighbours to arm": the whole is brought about */
            phrase p = tree_range(t, phrase_noun(t, a->notes, head).first, tree_hi(t, action));
            p.head = action;
            argument_side side = {.sentence = m->sentence, .span = p};
            if (tree_at(t, action)->upos == UPOS_VERB)
                side.core = phrase_clause_core(t, a->notes, action);
            else {
                side.core = phrase_noun_core(t, a->notes, head);
                if (side.core.end <= action && action - side.core.first < REACH) /* "makes [the buses unreliable]" */
                    side.core.end = action + 1;
            }
            out->sides[out->count++] = side;
            return;
        }
        size_t before = out->count;
        fill_noun(a, t, head, out);
        if (out->count == before + 1 && head > word && out->sides[before].sentence == m->sentence)
            extend_object(t, word, &out->sides[before].span);
        return;
    }
    case SLOT_OBJ: {
        uint32_t object = is_passive(t, m) ? tree_subject(t, word, NULL) : tree_object(t, word);
        if (object != NONE)
            fill_noun(a, t, object, out);
        return;
    }
    default: {
        const char *form = preposition(slot);
        uint32_t head = form ? oblique(t, word, form) : NONE;
        if (head == NONE && form && tree_at(t, word)->relation == DEP_obj && tree_at(t, word)->head != NONE)
            head = oblique(t, tree_at(t, word)->head, form);
        if (head != NONE)
            fill_noun(a, t, head, out);
        return;
    }
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
    uint32_t word = marker_head(t, m), next = last_token(m) + 1;
    if (next >= t->end || (tree_at(t, next)->upos != UPOS_DET && tree_at(t, next)->xpos != PENN_PRPS) || !ends_in_head(t, m) ||
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
    fill_noun(a, t, subject, source);
    target->sides[0] = argument_noun_side(a, t, object);
    target->sides[0].span = tree_range(t, next, target->sides[0].span.end);
    target->sides[0].span.head = object;
    target->sides[0].core = tree_range(t, next + 1, target->sides[0].core.end);
    target->sides[0].core.head = object;
    target->count = 1;
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
    return source->count && target->count;
}

int cue_resolve(analysis *a, uint32_t index) {
    const marker *m = &a->markers->items[index];
    const tree *t = &a->trees[m->sentence];
    uint32_t word = marker_head(t, m);
    const token *here = tree_at(t, word), *left = word > t->first ? tree_at(t, word - 1) : NULL;
    if (m->entry->class == CLASS_VERB && left && (left->upos == UPOS_ADP || left->upos == UPOS_DET) && here->xpos != PENN_VBG && here->relation != DEP_acl)
        return 0; /* "through increased trade": no verb stands behind a preposition or a determiner */
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
    if (e->source == SLOT_SUBJ && source.agent && e->class == CLASS_VERB && e->word_count == 1) /* "the ministry raised taxes" is an act */
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
            s.attribution = g.attribution = by;
            if (argument_add(a, index, e->relation, polarity_of(a, word, e, &g), c, s, g) < 0)
                return -1;
        }
    return 0;
}
