/* evident: places where grammar leaves a connective no other use, however rare that use is in the corpora that the model has seen. */
#include <config.h>

#include "marker/place.h"

static bool is_finite(const token *w) {
    return w->xpos == PENN_VBD || w->xpos == PENN_VBP || w->xpos == PENN_VBZ || w->xpos == PENN_MD;
}

static bool is_comma(const place *p, int i) {
    return i >= 0 && i < p->count && str_equal(p->words[i].form, (str)STR(","));
}

/* The next sign from `i` on, or the end. */
static int next_sign(const place *p, int i) {
    while (i < p->count && !place_is_punct(p, i))
        i++;
    return i;
}

/* Whether a finite verb stands from `from` to `end`. */
static bool has_tense(const place *p, int from, int end) {
    for (int i = from; i < end; i++)
        if (is_finite(&p->tokens[i]))
            return true;
    return false;
}

/* Whether a subject and its finite verb begin at `from`, by tags alone, since the parser takes the subject for a noun behind a preposition: one noun phrase, then
 * the verb. "Firms that had paid", "the work they had done", "firms hit by floods" are noun phrases and no more; "the first time" has no verb. */
static bool opens_clause(const place *p, const hence_lexicon *lexicon, int from, int end) {
    bool noun = false;
    for (int i = from; i < end; i++) {
        const token *w = &p->tokens[i];
        bool nominal = w->upos == UPOS_NOUN || w->upos == UPOS_PROPN || w->upos == UPOS_PRON;
        if (is_finite(w))
            return noun && !lexicon_is(lexicon, LEXICON_FUNCTION, p->words[i - 1], "period") && !(w->xpos == PENN_VBD && i + 1 < end && p->tokens[i + 1].upos == UPOS_ADP);
        if (w->xpos == PENN_WDT || w->xpos == PENN_WP || w->xpos == PENN_WRB || w->upos == UPOS_SCONJ || w->upos == UPOS_VERB || w->upos == UPOS_PART)
            return false;
        if (noun && (w->upos == UPOS_DET || w->upos == UPOS_PRON) && p->tokens[i - 1].upos != UPOS_ADP && p->tokens[i - 1].upos != UPOS_CCONJ)
            return false;
        noun |= nominal;
    }
    return false;
}

/* "for [they had] paid": a pronoun that is no object. */
static bool is_subject(const place *p, const hence_lexicon *lexicon, int i) {
    return i + 1 < p->count && is_finite(&p->tokens[i + 1]) && lexicon_is(lexicon, LEXICON_FUNCTION, p->words[i], "nominative");
}

/* "A stayed shut, for [the roads had frozen]": a preposition behind a clause and a comma, and before a clause, joins the two. */
static bool joins_clauses(const place *p, const hence_lexicon *lexicon) {
    const token *w = &p->tokens[p->begin];
    if ((!is_comma(p, p->begin - 1) && !is_subject(p, lexicon, p->last)) || (w->upos != UPOS_ADP && w->upos != UPOS_SCONJ))
        return false;
    return has_tense(p, 0, p->begin) && opens_clause(p, lexicon, p->last, next_sign(p, p->last));
}

/* "With rates rising, A fell": what opens the sentence, a noun with its participle, and a comma. */
static bool opens_absolute(const place *p) {
    int end = next_sign(p, p->last);
    if (p->begin > 0 || !is_comma(p, end) || has_tense(p, p->last, end))
        return false;
    for (int i = p->last + 1; i < end; i++) {
        const token *before = &p->tokens[i - 1];
        bool several = before->xpos == PENN_NNS || before->xpos == PENN_NNPS || before->xpos == PENN_NNP; /* no noun before another noun */
        if (p->tokens[i].xpos == PENN_VBG && (several || (before->upos == UPOS_NOUN && p->tokens[i + 1].upos != UPOS_NOUN)))
            return true;
    }
    return false;
}

static bool is_change(const place *p, const hence_lexicon *lexicon, int i) {
    return p->tokens[i].upos == UPOS_VERB && lexicon_find(lexicon, LEXICON_CHANGE, p->words[i]);
}

/* "Fares rose. Ridership fell accordingly": an adverb that ends its clause, behind a comma or what the change changes. */
static bool ends_change(const place *p, const hence_lexicon *lexicon) {
    if (p->tokens[p->begin].upos != UPOS_ADV || (p->last < p->count && !place_is_punct(p, p->last)))
        return false;
    if (is_comma(p, p->begin - 1))
        return true;
    uint32_t head = p->tokens[p->begin].head;
    int verb = head == NONE || head < p->first ? -1 : (int)(head - p->first);
    return verb >= 0 && verb < p->begin && is_change(p, lexicon, verb) && p->tokens[verb].xpos != PENN_VB;
}

bool candidate_is_evident(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c) {
    place p = place_of(t, sentence, c, NULL);
    const lexicon_entry *row = c->match.entry;
    if (c->match.word_count > 1 || row->relation == RELATION_NONE || p.last >= p.count)
        return false;
    switch (row->frame) {
    case FRAME_COORD:
        return joins_clauses(&p, lexicon);
    case FRAME_GER:
        return opens_absolute(&p);
    case FRAME_ADV:
        return row->relation == RELATION_CONSEQUENCE && ends_change(&p, lexicon);
    default:
        return false;
    }
}

/* The first finite verb from `from` to `end` with what it governs before it, or -1. */
static int first_verb(const place *p, int from, int end) {
    for (int i = from; i < end; i++)
        if (p->tokens[i].upos == UPOS_VERB && (is_finite(&p->tokens[i]) || p->tokens[i].xpos == PENN_VB || p->tokens[i].xpos == PENN_VBN))
            return i;
    return -1;
}

bool candidate_both_change(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c) {
    place p = place_of(t, sentence, c, NULL);
    int end = next_sign(&p, p.last), own = first_verb(&p, p.last, end), other;
    if (p.begin <= 1)
        other = is_comma(&p, end) ? first_verb(&p, end + 1, p.count) : -1;
    else
        for (other = p.begin - 1; other >= 0 && p.tokens[other].upos != UPOS_VERB; other--)
            ;
    return own >= 0 && other >= 0 && is_change(&p, lexicon, own) && is_change(&p, lexicon, other);
}
