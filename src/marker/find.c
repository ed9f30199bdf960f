#include <config.h>

#include <stdlib.h>

#include "base/error.h"
#include "base/utf8.h"
#include "marker/candidate.h"
#include "marker/marker.h"
#include "marker/judge.h"
#include "read/document.h"
#include "syntax/tags.h"

#define PLAIN_THRESHOLD (-1.2f)  /* p = .23: the lexicon knows no other use */
#define CHANGE_LEAD 6.0f           /* log odds: two clauses of change are cause and effect, whatever the model makes of them */
#define PHRASE_THRESHOLD (-1.6f) /* p = .17: several words, which the corpora mark as no connective whatever they mean */
#define CUE_CONFIDENCE 0.8f /* of what no model judges */

/* ---- choice */

static bool is_connective(const candidate *c) {
    return c->match.entry->table == LEXICON_CONNECTIVES;
}

/* Whether an -ing form follows, past adverbs: "for [maintaining] peace" is no clause that "for" opens. */
static bool before_gerund(const text *t, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count;
    uint32_t i = first + c->match.words[c->match.word_count - 1] + 1;
    while (i < end && t->tokens.items[i].upos == UPOS_ADV)
        i++;
    return i < end && t->tokens.items[i].xpos == PENN_VBG;
}

/* The rows of the form that can stand here: those of a gerund before one and no others, and the other way round, if there are any. */
static bool may_stand(const lexicon_match *m, const lexicon_entry *row, bool gerund) {
    bool parts = false;
    for (uint32_t i = 0; i < m->entry_count; i++)
        parts |= (m->entry[i].frame == FRAME_GER) == gerund && !candidate_is_plain(&m->entry[i]);
    return !candidate_is_plain(row) && (!parts || (row->frame == FRAME_GER) == gerund);
}

/* What a reading of the form has ahead of the others, in log odds: a link that the form mostly states is stated in doubt too ("as", "but"), though contrasts and
 * times are hardly told from it. Chosen on GUM dev, the genres left out of training, and the links that the sense makes. */
static float head_start(const lexicon_match *m, const lexicon_entry *row, bool both_change) {
    bool silent = false;
    for (uint32_t i = 0; i < m->entry_count; i++)
        silent |= m->entry[i].relation == RELATION_NONE;
    bool counts = row->relation == RELATION_CONSEQUENCE || row->relation == RELATION_ATTACK;
    if (both_change && row->relation == RELATION_CONSEQUENCE)
        return CHANGE_LEAD;
    return silent && counts && m->entry->relation != RELATION_NONE ? 0.5f : 0;
}

static void choose_sense(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const weights *sense, const feature_list *features, candidate *c) {
    const lexicon_match *m = &c->match;
    bool gerund = before_gerund(t, sentence, c);
    bool both_change = m->entry->frame == FRAME_SUB && m->word_count == 1 && candidate_both_change(t, lexicon, sentence, c);
    const lexicon_entry *chosen = NULL;
    float best = 0;
    for (uint32_t i = 0; i < m->entry_count; i++) {
        const lexicon_entry *row = m->entry + i;
        if (!may_stand(m, row, gerund))
            continue;
        float score = sense->bias + head_start(m, row, both_change);
        for (unsigned k = 0; k < features->count; k++)
            score += weights_of(sense, feature_sense(features->hashes[k], row));
        if (!chosen || score > best) {
            best = score;
            chosen = row;
        }
    }
    if (chosen)
        c->entry = chosen;
}

/* so tall that: what stands in a degree has one, and the degree is not far off. "Such a trial has shown that" completes the verb. */
static bool has_degree(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c) {
    enum { FAR = 14 };
    const lexicon_match *m = &c->match;
    uint32_t first = t->sentences.items[sentence].first_token, last = first + m->words[m->word_count - 1];
    const token *w = &t->tokens.items[first + m->words[0] + 1];
    lexicon_match report;
    bool said = t->tokens.items[last - 1].upos == UPOS_VERB && lexicon_match_at(lexicon, LEXICON_REPORTING, t->words + last - 1, 2, 0, &report, 1);
    if (said || m->words[m->word_count - 1] - m->words[0] > FAR)
        return false;
    upos degree = (upos)w[-1].upos;
    bool noun = (w->upos == UPOS_DET || w->upos == UPOS_NOUN) && degree != UPOS_ADV && degree != UPOS_SCONJ && degree != UPOS_CCONJ; /* "such a mess", but not "so a school" */
    return w->upos == UPOS_NONE || w->upos == UPOS_ADJ || w->upos == UPOS_ADV || noun || w->xpos == PENN_VBN; /* "so polluted that" */
}

/* Whether the lexicon knows a sentence in which the form is no marker. */
static bool misleads(const lexicon_match *m) {
    for (uint32_t i = 0; i < m->entry_count; i++)
        if (lexicon_cell(m->entry + i, "not").len)
            return true;
    return false;
}

static void judge_connective(const marker_models *models, const text *t, const hence_lexicon *lexicon, uint32_t sentence, candidate *c) {
    feature_list features = {.count = 0};
    feature_use(t, sentence, c, &features);
    float score = weights_sum(&models->use, features.hashes, features.count);
    bool phrase = c->entry->reported != CLASS_CONNECTIVE && c->match.word_count > 1;
    float threshold = phrase ? PHRASE_THRESHOLD : misleads(&c->match) ? USE_THRESHOLD : PLAIN_THRESHOLD;
    bool used = score >= threshold;
    used = used || candidate_is_evident(t, lexicon, sentence, c);
    if (c->match.entry->frame == FRAME_DEGREE)
        used = used && has_degree(t, lexicon, sentence, c);
    c->p = weights_probability(score);
    c->fate = used ? FATE_TAKEN : FATE_OTHER_USE;
    if (used && c->match.entry_count > 1) {
        feature_sides(t, sentence, c, &features);
        choose_sense(t, lexicon, sentence, &models->sense, &features, c);
    }
    c->class = c->entry->reported;
}

/* Takes the first plain row that fits; false where a model has to judge. */
static bool judge_plain(const text *t, const hence_lexicon *lexicon, uint32_t sentence, candidate *c) {
    bool fits = false, learned = false;
    for (uint32_t i = 0; i < c->match.entry_count && !fits; i++) {
        const lexicon_entry *row = c->match.entry + i;
        learned |= !candidate_is_plain(row);
        fits = candidate_is_plain(row) && candidate_plain_fits(t, lexicon, sentence, c, row);
        if (fits)
            c->entry = row;
    }
    c->p = fits ? CUE_CONFIDENCE : 1 - CUE_CONFIDENCE;
    c->class = c->entry->reported;
    c->fate = fits ? FATE_TAKEN : FATE_OTHER_USE;
    return fits || !learned;
}

static void judge(const marker_models *models, const text *t, const hence_lexicon *lexicon, uint32_t sentence, candidate *c) {
    if (is_connective(c)) {
        if (!judge_plain(t, lexicon, sentence, c))
            judge_connective(models, t, lexicon, sentence, c);
    } else {
        /* The rows of a form have different frames; the first that fits is taken. */
        bool fits = false;
        for (uint32_t i = 0; i < c->match.entry_count && !fits; i++) {
            fits = candidate_cue_fits(t, lexicon, sentence, c, c->match.entry + i);
            if (fits)
                c->entry = c->match.entry + i;
        }
        c->p = fits ? CUE_CONFIDENCE : 1 - CUE_CONFIDENCE;
        c->class = c->entry->reported;
        c->fate = fits ? FATE_TAKEN : FATE_OTHER_WORD;
    }
}

static unsigned inflecting(const lexicon_entry *e) {
    unsigned n = 0;
    for (unsigned i = 0; i < e->word_count; i++)
        n += e->words[i].inflects;
    return n;
}

/* From the first word of a marker to its last. */
static uint32_t reach(const candidate *c) {
    return c->match.words[c->match.word_count - 1] - c->match.words[0];
}

/* Longer before shorter, connectives before cues, then what is written out before what leaves room for other words ("as a _ result of"), then the surer, then the tighter ("lead to" before "lead ... to"), then what is written as it stands
 * (correlated with) before what inflects, then the first. */
static int better(const void *a, const void *b) {
    const candidate *x = *(const candidate *const *)a, *y = *(const candidate *const *)b;
    if (x->match.word_count != y->match.word_count)
        return x->match.word_count > y->match.word_count ? -1 : 1;
    if (is_connective(x) != is_connective(y))
        return is_connective(x) ? -1 : 1;
    int fillers = (x->match.entry->word_count - x->match.word_count) - (y->match.entry->word_count - y->match.word_count);
    if (fillers)
        return fillers;
    if (x->p > y->p || x->p < y->p)
        return x->p > y->p ? -1 : 1;
    if (reach(x) != reach(y))
        return reach(x) < reach(y) ? -1 : 1;
    unsigned nx = inflecting(x->match.entry), ny = inflecting(y->match.entry);
    if (nx != ny)
        return nx < ny ? -1 : 1;
    return x < y ? -1 : x > y;
}

static int resolve(arena *mem, candidate_list *list, size_t words, hence_error *err) {
    const candidate **order = arena_new(mem, const candidate *, list->count);
    bool *taken = arena_new(mem, bool, words);
    if (!order || !taken)
        return error_memory(err);
    for (size_t i = 0; i < list->count; i++)
        order[i] = &list->items[i];
    qsort(order, list->count, sizeof *order, better);
    for (size_t i = 0; i < list->count; i++) {
        candidate *c = &list->items[order[i] - list->items];
        if (c->fate != FATE_TAKEN)
            continue;
        for (unsigned k = 0; k < c->match.word_count; k++)
            if (taken[c->match.words[k]])
                c->fate = FATE_OVERLAP;
        for (unsigned k = 0; c->fate == FATE_TAKEN && k < c->match.word_count; k++)
            taken[c->match.words[k]] = true;
    }
    return 0;
}

int marker_judge(arena *mem, const marker_models *models, const text *t, const hence_lexicon *lexicon,
                 uint32_t sentence, candidate_list *list, hence_error *err) {
    if (candidate_find(mem, t, lexicon, sentence, list, err) < 0)
        return -1;
    for (size_t i = 0; i < list->count; i++)
        judge(models, t, lexicon, sentence, &list->items[i]);
    return resolve(mem, list, t->sentences.items[sentence].token_count, err);
}

int marker_models_read(marker_models *models, hence_error *err) {
    if (weights_use(&models->use, err) < 0)
        return -1;
    return weights_sense(&models->sense, err);
}

/* ---- markers */

static bool only_space_between(str text, uint32_t from, uint32_t to) {
    for (size_t at = from; at < to;)
        if (!utf8_is_space(utf8_next(str_slice(text, 0, to), &at)))
            return false;
    return true;
}

/* Adds a span in order, and joins those that touch. */
static void add_span(marker *m, str text, span s) {
    uint8_t at = m->span_count;
    while (at > 0 && m->spans[at - 1].start > s.start)
        at--;
    if (at > 0 && (s.start <= m->spans[at - 1].end || only_space_between(text, m->spans[at - 1].end, s.start))) {
        m->spans[at - 1] = span_hull(m->spans[at - 1], s);
        return;
    }
    if (at < m->span_count && (m->spans[at].start <= s.end || only_space_between(text, s.end, m->spans[at].start))) {
        m->spans[at] = span_hull(m->spans[at], s);
        return;
    }
    if (m->span_count == MARKER_SPANS) { /* words swapped far apart: the last span takes the rest in */
        m->spans[MARKER_SPANS - 1] = span_hull(m->spans[MARKER_SPANS - 1], s);
        return;
    }
    for (uint8_t i = m->span_count++; i > at; i--)
        m->spans[i] = m->spans[i - 1];
    m->spans[at] = s;
}

/* The spans of a marker: a run of its words, with the fillers inside, is one; a gap parts runs, and words beside the form are left out. */
static void set_spans(const text *t, const candidate *c, uint32_t first, marker *m) {
    const lexicon_entry *e = c->match.entry;
    str text = t->document->text;
    unsigned k = 0;
    for (unsigned i = 0; i < e->word_count; i++) {
        if (e->words[i].filler)
            continue;
        uint32_t from = c->match.words[k];
        bool filled = i > 0 && e->words[i - 1].filler;
        for (uint32_t at = filled ? c->match.words[k - 1] + 1 : from; at <= from && !e->words[i].beside; at++)
            add_span(m, text, t->tokens.items[first + at].span);
        k++;
    }
}

static int add_marker(arena *mem, const text *t, uint32_t sentence, const candidate *c, marker_list *out,
                      hence_error *err) {
    marker *m = LIST_PUSH(mem, out);
    if (!m)
        return error_memory(err);
    uint32_t first = t->sentences.items[sentence].first_token;
    m->entry = c->entry;
    m->class = c->class;
    m->sentence = sentence;
    m->confidence = c->p;
    m->token_count = c->match.word_count;
    for (unsigned i = 0; i < c->match.word_count; i++)
        m->tokens[i] = first + c->match.words[i];
    set_spans(t, c, first, m);
    return 0;
}

int marker_find(arena *mem, const text *t, const hence_lexicon *lexicon, marker_list *out, hence_error *err) {
    marker_models models;
    candidate_list list = {0};
    arena scratch = {0};
    int result = -1;
    if (marker_models_read(&models, err) < 0)
        return -1;
    for (uint32_t i = 0; i < t->sentences.count; i++) {
        if (!paragraph_argues(t->paragraphs.items[t->sentences.items[i].paragraph].kind))
            continue;
        if (marker_judge(&scratch, &models, t, lexicon, i, &list, err) < 0)
            goto done;
        for (size_t k = 0; k < list.count; k++)
            if (list.items[k].fate == FATE_TAKEN && add_marker(mem, t, i, &list.items[k], out, err) < 0)
                goto done;
        list = (candidate_list){0};
        arena_free(&scratch);
    }
    result = 0;
done:
    arena_free(&scratch);
    return result;
}
