/* subject: who or what a cue says does it: its subject, the clause before it, or what these stand for. */
#include <config.h>

#include "clause/antecedent.h"
#include "clause/cue.h"

enum { BESIDE = 4 }; /* tokens from a cue to the preposition before it */

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

/* A subject's phrase with the prepositional phrases behind it that the parser hung on the verb: "soot on the snow accelerates". */
static void extend_subject(const tree *t, uint32_t verb, phrase *p) {
    while (p->end < verb) {
        uint32_t child = NONE;
        for (uint32_t i = p->end; i < verb && child == NONE; i++)
            if (tree_lo(t, i) == p->end && tree_hi(t, i) <= verb && (tree_at(t, i)->relation == DEP_obl || tree_at(t, i)->relation == DEP_nmod))
                child = i;
        if (child == NONE || tree_child(t, child, DEP_case, NONE) == NONE)
            break;
        p->end = tree_hi(t, child);
    }
    uint32_t second = tree_child(t, verb, DEP_nsubj, p->head); /* "flooding [the meadows] would destroy": for the parser two subjects */
    if (tree_is(t, p->head, DEP_nsubj) && second != NONE && second < verb && tree_lo(t, second) == p->end)
        p->end = tree_hi(t, second);
}

void filling_noun(const analysis *a, const tree *t, uint32_t head, filling *out) {
    argument_side *meant = &out->sides[out->count];
    if (antecedent_find(a, t, head, meant)) {
        out->agent = tree_at(&a->trees[meant->sentence], meant->span.head)->upos == UPOS_PROPN;
        out->count++;
        return;
    }
    uint32_t members[PHRASE_MEMBERS];
    size_t n = phrase_conjuncts(t, head, members);
    out->agent = argument_is_agent(a, t, head);
    for (size_t i = 0; i < n; i++)
        out->sides[out->count++] = argument_noun_side(a, t, members[i]);
    if (n == 1)
        return;
    argument_side *last = &out->sides[out->count - 1];
    phrase shared = {last->span.first, last->span.end, head}; /* "arrests and trials [of rebels]": for the parser it hangs on the first */
    phrase_extend(t, a->notes, NONE, &shared);
    if (last->core.end == last->span.end)
        last->core.end = shared.end;
    last->span.end = shared.end;
}

void filling_clause(const analysis *a, const tree *t, phrase p, filling *out) {
    if (p.first < p.end)
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

bool cue_is_demonstrative(const analysis *a, const tree *t, uint32_t i) {
    return tree_at(t, i)->xpos == PENN_DT && a->notes[i].flags & NOTE_DEMONSTRATIVE && (tree_at(t, i)->upos == UPOS_PRON || tree_hi(t, i) - tree_lo(t, i) == 1);
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

/* "Consequences of the ban [include] ...", "one of its effects [lies in] ...": the verb says that its subject is what follows. NONE for any other; else where
 * what follows begins, and its head in `predicate`. */
static uint32_t being_verb(const analysis *a, const tree *t, uint32_t verb, uint32_t *predicate) {
    lexicon_match m;
    if (tree_at(t, verb)->upos != UPOS_VERB || !lexicon_match_at(a->lexicon, LEXICON_FUNCTION, t->text->words + verb, t->end - verb, 0, &m, 1) ||
        !lexicon_says(m.entry, "kind", "being"))
        return NONE;
    uint32_t last = verb + m.words[m.word_count - 1];
    *predicate = last == verb ? tree_object(t, verb) : cue_behind(t, last);
    return *predicate == NONE || *predicate <= last ? NONE : last + 1;
}

/* "The cause of the delay [is flooding]", "one of its effects [lies in] the price of bread": what a noun that is a subject is said to be. */
static bool fill_predicate(const analysis *a, const tree *t, uint32_t noun, filling *out) {
    while (tree_is(t, noun, DEP_nmod) && tree_at(t, noun)->head != NONE && tree_at(t, noun)->head < noun && tree_at(t, tree_at(t, noun)->head)->upos == UPOS_NUM)
        noun = tree_at(t, noun)->head;
    uint32_t predicate = tree_is(t, noun, DEP_nsubj) ? tree_at(t, noun)->head : NONE;
    if (predicate == NONE || predicate < noun)
        return false;
    if (tree_child(t, predicate, DEP_cop, NONE) == NONE && being_verb(a, t, predicate, &predicate) == NONE)
        return false;
    filling_noun(a, t, predicate, out);
    return true;
}

/* "X emerged as a step with implications for Y": the subject of the clause before "with", whatever the parser made of it. */
static void fill_beside(const analysis *a, const tree *t, uint32_t noun, filling *out) {
    for (uint32_t i = noun; i > t->first + 1 && noun - i < BESIDE; i--) {
        if (!str_equal(tree_form(t, i - 1), str_of(lexicon_preposition(SLOT_WITH))))
            continue;
        uint32_t left = i - 2;
        while (left > t->first && tree_at(t, left)->upos == UPOS_ADV)
            left--;
        uint32_t clause = tree_clause(t, left), subject = clause == NONE ? NONE : tree_subject(t, clause, NULL);
        if (subject != NONE && subject >= t->first && subject < i - 1)
            filling_noun(a, t, subject, out);
        return;
    }
}

/* "came [as] a blow to exporters", "ended [with] damage to crops": the phrase says something of the subject. */
static bool describes(const analysis *a, const tree *t, uint32_t noun) {
    uint32_t in = tree_child(t, noun, DEP_case, NONE);
    return in != NONE && (a->notes[in].flags & NOTE_PREDICATIVE || str_equal(tree_form(t, in), str_of(lexicon_preposition(SLOT_WITH))));
}

/* The verb that a noun or an adjective hangs on, itself where it is the predicate; NONE where it has none. A noun that it modifies is its subject. */
static uint32_t verb_of(const analysis *a, const tree *t, uint32_t word, filling *out) {
    const token *k = tree_at(t, word);
    if (tree_child(t, word, DEP_cop, NONE) != NONE || tree_child(t, word, DEP_nsubj, NONE) != NONE || tree_child(t, word, DEP_nsubj_pass, NONE) != NONE)
        return word;
    uint32_t verb;
    switch (k->relation) {
    case DEP_amod:
    case DEP_acl:
    case DEP_appos:
        if (k->head != NONE)
            filling_noun(a, t, k->head, out);
        return NONE;
    case DEP_nmod:
        verb = predicate_above(t, k->head);
        break;
    case DEP_obl:
        if (k->head != NONE && (k->head > word || !describes(a, t, word))) /* "Given the threat to the port, [firms] left": not said of the subject */
            return NONE;
        verb = k->head;
        break;
    case DEP_conj:
    case DEP_obj:
    case DEP_xcomp:
        verb = k->head;
        break;
    default:
        return NONE;
    }
    return verb != NONE && (tree_is_clause(t, verb) || k->relation == DEP_conj) ? verb : NONE;
}

static void fill_agent(const analysis *a, const tree *t, uint32_t verb, filling *out) {
    uint32_t by = tree_child(t, verb, DEP_obl_agent, NONE);
    if (by == NONE)
        by = cue_oblique(t, verb, lexicon_preposition(SLOT_BY));
    if (by == NONE || by < verb)
        return;
    bool counted = tree_child(t, by, DEP_nummod, NONE) != NONE && tree_child(t, by, DEP_nmod, NONE) == NONE;
    if (tree_at(t, by)->upos != UPOS_NUM && tree_at(t, by)->upos != UPOS_SYM && !counted) /* "cut by 4 billion" */
        filling_noun(a, t, by, out);
    uint32_t end = out->count == 1 ? out->sides[0].span.end : t->end;
    bool acts = end < t->end && tree_at(t, end)->xpos == PENN_TO && !argument_takes_infinitive(a, t, by); /* "encouraged by the grant [to hire]" */
    if (out->count == 1 && out->sides[0].sentence == tree_at(t, verb)->sentence && !acts)
        phrase_extend(t, a->notes, verb, &out->sides[0].span);
}

/* The clause before that of `verb`, up to where this one begins. */
static void fill_clause_before(const analysis *a, const tree *t, uint32_t verb, filling *out) {
    uint32_t governor = tree_clause(t, tree_at(t, verb)->head), start = tree_lo(t, verb);
    while (tree_is(t, governor, DEP_xcomp) && tree_is_finite(t, verb) && tree_at(t, governor)->head < governor) /* "lets parents [rest], and this ..." */
        governor = tree_at(t, governor)->head;
    while (start > t->first && (tree_is_punct(t, start - 1) || tree_at(t, start - 1)->upos == UPOS_ADV))
        start--;
    if (start > t->first + 1 && start == tree_lo(t, verb) && tree_is_comma(t, start - 2)) /* ", further exacerbating", whatever the tagger made of it */
        start -= 2;
    phrase whole = governor == NONE ? (phrase){start, start, NONE} : phrase_clause(t, governor);
    if (whole.first < start)
        filling_clause(a, t, tree_range(t, whole.first, start), out);
}

/* A relative pronoun that the parser found no noun for: the word before the comma, or the clause before. */
static void fill_relative(const analysis *a, const tree *t, uint32_t pronoun, filling *out) {
    uint32_t before = pronoun > t->first ? pronoun - 1 : NONE;
    if (before != NONE && before > t->first && tree_is_punct(t, before))
        before--;
    if (before == NONE || tree_is_punct(t, before))
        return;
    uint32_t clause = tree_clause(t, before);
    if (tree_at(t, before)->upos == UPOS_NOUN || tree_at(t, before)->upos == UPOS_PROPN)
        filling_noun(a, t, before, out);
    else if (clause != NONE && clause < pronoun)
        filling_clause(a, t, tree_range(t, phrase_clause(t, clause).first, pronoun), out);
}

/* ", and this ...": whether the clause of `verb` joins another one and opens with the pronoun. */
static bool joins_with(const tree *t, uint32_t verb, uint32_t pronoun) {
    uint32_t first = tree_lo(t, verb);
    while (first < pronoun && (tree_is_punct(t, first) || tree_at(t, first)->upos == UPOS_CCONJ))
        first++;
    return tree_is(t, verb, DEP_conj) && tree_at(t, verb)->head < tree_lo(t, verb) && first == tree_lo(t, pronoun);
}

/* "This ...", "This development ...": the clause that this one is joined to, the part of the sentence before a semicolon, else the sentence before, where
 * nothing nearer is meant. False where there is none. */
static bool fill_before(const analysis *a, const tree *t, uint32_t sentence, uint32_t pronoun, filling *out) {
    uint32_t start = t->part[pronoun - t->first], verb = tree_at(t, pronoun)->head;
    if (verb != NONE && joins_with(t, verb, pronoun)) {
        fill_clause_before(a, t, verb, out);
        return out->count > 0;
    }
    for (uint32_t i = start; i < tree_lo(t, pronoun); i++)
        if (tree_at(t, i)->upos == UPOS_VERB || tree_at(t, i)->upos == UPOS_NOUN)
            return false;
    argument_side before = start == t->first ? argument_before(a, sentence) : argument_clause_side(a, t, tree_range(t, t->part[start - 1 - t->first], start - 1));
    if (before.span.first < before.span.end)
        out->sides[out->count++] = before;
    return out->count > 0;
}

bool argument_takes_infinitive(const analysis *a, const tree *t, uint32_t noun) {
    lexicon_match m;
    if (!lexicon_match_at(a->lexicon, LEXICON_INFINITIVES, t->text->words + noun, t->end - noun, 0, &m, 1))
        return false;
    for (uint32_t i = 0; i < m.entry_count; i++)
        if (lexicon_says(&m.entry[i], "kind", "noun"))
            return true;
    return false;
}

/* The first verb of a coordination, whose subject the others share. */
static uint32_t first_conjunct(const tree *t, uint32_t verb) {
    while (tree_is(t, verb, DEP_conj) && tree_at(t, verb)->head < verb && tree_child(t, verb, DEP_nsubj, NONE) == NONE)
        verb = tree_at(t, verb)->head;
    return verb;
}

/* The subject of the verb, past words that only lead up to it: "has the potential to" says who has it, "emerged as a step" what emerged, "use fees as a tool" what is used. */
static uint32_t real_subject(const analysis *a, const tree *t, uint32_t verb) {
    uint32_t subject = tree_subject(t, verb, NULL), lead = first_conjunct(t, verb);
    if (subject != NONE && tree_is(t, lead, DEP_acl) && tree_at(t, lead)->head == subject) {
        bool object = tree_is(t, subject, DEP_obj), taken = tree_at(t, tree_lo(t, lead))->upos == UPOS_PART && argument_takes_infinitive(a, t, subject);
        if (object && (taken || a->notes[subject].hedge || a->notes[subject].flags & NOTE_TRANSPARENT))
            subject = tree_subject(t, tree_at(t, subject)->head, NULL);
        else if (taken) /* "the levy is a tool to curb waste" */
            subject = tree_child(t, subject, DEP_nsubj, NONE);
    }
    uint32_t up = tree_at(t, lead)->head;
    if (up != NONE && up < lead && a->notes[up].negator == 2 && (subject == NONE || subject == up)) { /* "has done [little] to curb", "did [nothing] to" */
        subject = tree_child(t, up, DEP_nsubj, NONE);
        if (subject == NONE && tree_at(t, up)->head != NONE)
            subject = tree_subject(t, tree_at(t, up)->head, NULL);
    }
    if (subject == NONE || (a->part_of[subject] != NONE && a->markers->items[a->part_of[subject]].entry->table == LEXICON_CONNECTIVES))
        return NONE; /* "with the [aim of] raising turnout": the connective states it */
    uint32_t as = tree_child(t, subject, DEP_case, NONE);
    if (as == NONE || as > subject || !(a->notes[as].flags & NOTE_PREDICATIVE) || tree_at(t, subject)->head == NONE)
        return subject;
    uint32_t verb_above = tree_at(t, subject)->head, described = tree_object(t, verb_above); /* "imposed [sanctions] as a tool to curb" */
    if (described == NONE || described > as)
        described = tree_subject(t, verb_above, NULL);
    return described != NONE && described < as ? described : subject;
}

/* "What drives migration is [the fall in farm incomes]", "[cheap credit] is what fuels it": what the free relative is said to be. NONE where "what" is none. */
static uint32_t said_to_be(const tree *t, uint32_t pronoun, uint32_t verb) {
    if (tree_at(t, pronoun)->xpos != PENN_WP)
        return NONE;
    if (pronoun > t->first + 1 && tree_is(t, pronoun - 1, DEP_cop)) {
        uint32_t subject = tree_child(t, pronoun, DEP_nsubj, NONE);
        return subject == NONE ? tree_child(t, verb, DEP_nsubj, NONE) : subject;
    }
    if (pronoun > t->first && !tree_is_punct(t, pronoun - 1) && tree_at(t, pronoun - 1)->upos != UPOS_SCONJ)
        return NONE;
    for (uint32_t i = verb + 1; i < t->end && !tree_is_punct(t, i); i++)
        if (tree_is(t, i, DEP_cop) && tree_at(t, i)->head > i)
            return tree_at(t, i)->head;
    return NONE;
}

/* "differences in [diet] explain": the noun before the preposition, where the parser took the one behind it. NONE where it did not. */
static uint32_t noun_before(const analysis *a, const tree *t, uint32_t subject, uint32_t verb) {
    uint32_t in = tree_child(t, subject, DEP_case, NONE);
    bool behind = in != NONE && in < subject && in > t->first && subject < verb && tree_at(t, in)->upos == UPOS_ADP;
    return behind && tree_at(t, in - 1)->upos == UPOS_NOUN && !(a->notes[in].flags & NOTE_PREDICATIVE) ? in - 1 : NONE;
}

/* "it was not clear [what] triggered the strike": the pronoun asks, and stands for nothing before it. */
static bool asks(const tree *t, uint32_t pronoun) {
    if (tree_at(t, pronoun)->xpos != PENN_WP || pronoun == t->first)
        return tree_at(t, pronoun)->xpos == PENN_WP;
    const token *before = tree_at(t, pronoun - 1);
    return !tree_is_comma(t, pronoun - 1) && before->upos != UPOS_NOUN && before->upos != UPOS_PROPN && before->upos != UPOS_ADP;
}

/* "would slow growth [without] improving safety": a gerund behind a negator has the subject of the clause, wherever the parser hung it. */
static uint32_t negated_gerund_host(const analysis *a, const tree *t, uint32_t verb) {
    uint32_t lo = tree_lo(t, verb), up = tree_at(t, verb)->head;
    if (tree_at(t, verb)->xpos != PENN_VBG || lo == verb || !a->notes[lo].negator || up == NONE)
        return verb;
    uint32_t host = tree_clause(t, up);
    return host == NONE ? verb : host;
}

/* "[Restricting] antibiotics would lead to ...": a gerund whose object the parser took for the subject. NONE where there is none. */
static uint32_t gerund_before(const tree *t, uint32_t subject, uint32_t verb) {
    uint32_t first = tree_lo(t, subject), gerund = first > t->first ? first - 1 : NONE;
    bool clause = tree_is(t, gerund, DEP_csubj) && tree_at(t, gerund)->xpos == PENN_VBG && tree_at(t, gerund)->head == verb;
    return clause && subject < verb && tree_object(t, gerund) == NONE ? gerund : NONE;
}

/* "Large banks, [the argument runs], spread risk": a clause between commas that the parser took for the subject stands behind it. */
static uint32_t before_parenthesis(const tree *t, uint32_t subject, uint32_t verb) {
    uint32_t first = subject == NONE || subject < t->first || subject > verb ? t->first : tree_lo(t, subject);
    if (first < t->first + 2 || !tree_is_comma(t, first - 1) || !tree_is_finite(t, subject) || tree_at(t, subject)->upos != UPOS_VERB)
        return subject;
    uint32_t noun = first - 2;
    while (tree_at(t, noun)->head != NONE && tree_at(t, noun)->head < first && tree_hi(t, tree_at(t, noun)->head) <= first)
        noun = tree_at(t, noun)->head;
    return tree_is_noun(t, noun) ? noun : NONE;
}

static void fill_subject_of(const analysis *a, const tree *t, uint32_t sentence, uint32_t verb, filling *out) {
    verb = negated_gerund_host(a, t, verb);
    uint32_t subject = before_parenthesis(t, real_subject(a, t, verb), verb), meant = subject == NONE ? NONE : said_to_be(t, subject, verb);
    if (meant != NONE)
        subject = meant;
    if (subject == NONE && tree_is(t, verb, DEP_root) && tree_is_finite(t, verb) && a->notes[t->first].flags & NOTE_DEMONSTRATIVE && t->first + 1 < verb &&
        tree_at(t, t->first + 1)->upos == UPOS_ADP)
        subject = t->first; /* "That in turn accelerates the loss": the parser lost it */
    uint32_t noun = subject == NONE || meant != NONE ? NONE : noun_before(a, t, subject, verb);
    if (subject == NONE)
        return;
    uint32_t gerund = meant == NONE ? gerund_before(t, subject, verb) : NONE;
    if (gerund != NONE) {
        filling_clause(a, t, (phrase){tree_lo(t, gerund), phrase_noun(t, a->notes, subject).end, gerund}, out);
        if (out->count)
            out->sides[0].core = (phrase){gerund, phrase_noun_core(t, a->notes, subject).end, gerund};
    } else if (noun != NONE) {
        filling_noun(a, t, noun, out);
        if (out->count) {
            out->sides[0].span.first = phrase_noun(t, a->notes, noun).first;
            out->sides[0].span.end = phrase_noun(t, a->notes, subject).end;
        }
    } else if (is_relative_pronoun(t, subject)) {
        if (!asks(t, subject))
            fill_relative(a, t, subject, out);
    } else if (cue_is_demonstrative(a, t, subject)) {
        fill_before(a, t, sentence, subject, out);
    } else if (stands_for_before(a, t, subject) && fill_before(a, t, sentence, subject, out)) {
        return;
    } else if (tree_is_clause(t, subject) && tree_at(t, subject)->upos == UPOS_VERB) {
        phrase p = phrase_clause(t, subject);
        uint32_t object = tree_object(t, subject);
        if (object != NONE && object > subject && tree_at(t, object)->head != subject) /* "lifting the ban", whatever the parser made of it */
            p = (phrase){subject, tree_hi(t, object), subject};
        filling_clause(a, t, p, out);
    } else {
        filling_noun(a, t, subject, out);
        if (out->count == 1 && subject < verb && out->sides[0].sentence == sentence)
            extend_subject(t, verb, &out->sides[0].span);
    }
}

void filling_subject(const analysis *a, const tree *t, const marker *m, filling *out) {
    uint32_t word = marker_head(t, m), verb = word, lead;
    if (m->entry->class == CLASS_NOUN && fill_predicate(a, t, word, out))
        return;
    if (m->entry->class == CLASS_NOUN && tree_is(t, word, DEP_nsubj)) {
        fill_beside(a, t, word, out);
        return;
    }
    if (m->entry->class != CLASS_VERB)
        verb = verb_of(a, t, word, out);
    if (verb == NONE) {
        if (m->entry->class == CLASS_NOUN && !out->count)
            fill_beside(a, t, word, out);
        return;
    }
    lead = first_conjunct(t, verb);
    bool beside = tree_at(t, verb)->xpos == PENN_VBG && tells_of_clause(t, a->notes, lead); /* ", making gains and [forcing] both to yield" */
    if (cue_is_passive(t, m) && cue_ends_in_head(t, m))
        fill_agent(a, t, word, out);
    else if (tells_of_clause(t, a->notes, verb) && !beside)
        fill_clause_before(a, t, verb, out);
    else if (beside || (m->entry->source == SLOT_SUBJ && which_means_clause(t, lead)))
        fill_clause_before(a, t, lead, out);
    else
        fill_subject_of(a, t, m->sentence, verb, out);
}
