/* wording: which words of a phrase a label keeps, in what order they stand, and how they are written. */
#include <config.h>

#include "graph/wording.h"

#include "clause/phrase.h"
#include "read/document.h"

void wording_add(wording *w, uint32_t token) {
    if (w->count < WORDING_ROOM)
        w->tokens[w->count++] = token;
}

static void drop(wording *w, size_t at) {
    for (size_t k = at; k + 1 < w->count; k++)
        w->tokens[k] = w->tokens[k + 1];
    w->count--;
}

static bool is_relative(const token *k) {
    return k->xpos == PENN_WDT || k->xpos == PENN_WP || k->xpos == PENN_WPS || k->xpos == PENN_WRB;
}

/* "those" of "those with no vote", which stands for people and is described behind. */
static bool stands_alone(const analysis *a, const tree *t, uint32_t i, uint32_t end) {
    const token *k = tree_at(t, i);
    bool described = k->relation == DEP_det ? k->head != NONE && !tree_is_noun(t, k->head) : tree_hi(t, i) > i + 1;
    return a->notes[i].flags & NOTE_DEMONSTRATIVE && k->xpos == PENN_DT && described && i + 1 < end;
}

/* "adopted this [spring]", but "put off four [times]". */
static bool is_date(const tree *t, uint32_t i) {
    return tree_is(t, i, DEP_obl_unmarked) && tree_child(t, i, DEP_nummod, NONE) == NONE;
}

/* Words that a label leaves out wherever they stand; a relative clause keeps its own verbs whole, and who does it. */
static bool is_left_out(const analysis *a, const tree *t, uint32_t i, bool relative, bool opens) {
    const token *k = tree_at(t, i);
    const note *n = &a->notes[i];
    bool inside = !opens && function_is(a, i, "inside");
    if (k->flags & TOKEN_PUNCT)
        return k->xpos != PENN_POS;
    if (n->negator)
        return false;
    if (n->flags & NOTE_EMPHATIC && k->upos != UPOS_VERB) /* "the [very] waste", "their [own] stores", "[at least] one death" */
        return true;
    if (is_date(t, i) || is_date(t, k->head))
        return true;
    if (k->upos == UPOS_ADV && a->part_of[i] != NONE && a->markers->items[a->part_of[i]].entry->class == CLASS_CONNECTIVE)
        return true;
    switch (k->upos) {
    case UPOS_DET:
        return !n->change && !inside;
    case UPOS_AUX:
        return !relative;
    case UPOS_INTJ:
        return true;
    case UPOS_ADV:
        if (n->change || k->relation != DEP_advmod || k->head == NONE || i > k->head)
            return false;
        return tree_at(t, k->head)->upos == UPOS_VERB || tree_at(t, k->head)->upos == UPOS_DET || tree_at(t, k->head)->upos == UPOS_PRON;
    case UPOS_PRON:
        return !is_relative(k) && !relative && !inside;
    default:
        return (n->hedge && k->upos != UPOS_NOUN && k->upos != UPOS_SCONJ && !relative) || n->flags & NOTE_DEMONSTRATIVE;
    }
}

static bool dangles(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    upos u = (upos)k->upos;
    return (u == UPOS_ADP && k->relation != DEP_compound_prt && (k->relation != DEP_advmod || k->xpos == PENN_IN)) || k->relation == DEP_cc || u == UPOS_CCONJ || u == UPOS_SCONJ || u == UPOS_PART || u == UPOS_DET || u == UPOS_AUX || is_relative(k) ||
           tree_is_punct(t, i);
}

/* A place behind the head before which a label may end. */
static bool may_end_before(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->upos == UPOS_CCONJ) /* not inside "between Kenya and Uganda" */
        return k->head == NONE || tree_at(t, k->head)->upos != UPOS_PROPN;
    if (tree_at(t, i - 1)->upos == UPOS_NUM) /* "one in six crashes" */
        return false;
    return (k->upos == UPOS_ADP && k->xpos != PENN_POS) || k->upos == UPOS_PART || k->upos == UPOS_SCONJ || is_relative(k) ||
           (k->upos == UPOS_VERB && k->relation == DEP_acl && tree_at(t, i - 1)->xpos != PENN_POS);
}

/* Words from tokens[before] on; "Korea's" is one. */
static size_t words_from(const tree *t, const wording *w, size_t before) {
    size_t n = 0;
    for (size_t k = before; k < w->count; k++)
        n += tree_at(t, w->tokens[k])->xpos != PENN_POS;
    return n;
}

/* The place of the last adjective behind the head that only describes the noun behind it; 0 for none. */
static size_t last_adjective(const analysis *a, const tree *t, uint32_t head, size_t before, const wording *w) {
    for (size_t k = w->count; k-- > before + 1;)
        if (w->tokens[k] > head && tree_is(t, w->tokens[k], DEP_amod) && !a->notes[w->tokens[k]].change && !a->notes[w->tokens[k]].negator)
            return k;
    return 0;
}

/* Shortens tokens[before ...] to `room` words: whole phrases behind the head go first, then the words farthest before it. */
static void shorten(const analysis *a, const tree *t, uint32_t head, size_t before, size_t room, wording *w) {
    while (words_from(t, w, before) > room) {
        size_t end = 0, adjective = last_adjective(a, t, head, before, w);
        bool enough = adjective && words_from(t, w, before) == room + 1;
        for (size_t k = w->count; k > before + 1 && !end && !enough; k--)
            if (w->tokens[k - 1] > head && may_end_before(t, w->tokens[k - 1]) && tree_at(t, w->tokens[k - 1])->xpos != PENN_POS)
                end = k - 1;
        if (end > before)
            w->count = end;
        else if (w->tokens[before] < head && !enough)
            drop(w, before);
        else if (adjective)
            drop(w, adjective);
        else
            w->count--;
    }
}

static void trim(const analysis *a, const tree *t, uint32_t head, size_t before, wording *w) {
    for (uint32_t last; w->count > before + 1 && (last = w->tokens[w->count - 1]) != head && (dangles(t, last) || a->notes[last].flags & NOTE_DEMONSTRATIVE);)
        w->count--;
    while (w->count > before + 1 && dangles(t, w->tokens[before]) && w->tokens[before] != head && tree_at(t, w->tokens[before])->upos != UPOS_DET)
        drop(w, before);
}

void wording_phrase(const analysis *a, const tree *t, uint32_t first, uint32_t end, uint32_t head, size_t room, wording *w) {
    size_t before = w->count;
    bool relative = false;
    for (uint32_t i = head + 1; i < end && !is_relative(tree_at(t, head)); i++) /* "the rules [they were meant to keep]", but "what they keep" */
        if (tree_is(t, i, DEP_acl_relcl) && tree_lo(t, i) > head && tree_lo(t, i) < end && !is_relative(tree_at(t, tree_lo(t, i))))
            end = tree_lo(t, i);
        else if (tree_is(t, i, DEP_mark) && tree_is(t, tree_at(t, i)->head, DEP_advcl) && tree_is_finite(t, tree_at(t, i)->head) && tree_is_noun(t, head)) /* "the public [if prices fall]" */
            end = i;
    for (uint32_t i = first; i < end; i++) {
        relative |= (i > head || i == first) && is_relative(tree_at(t, i));
        bool leads_on = tree_at(t, i)->xpos == PENN_TO && i > first && tree_is_noun(t, i - 1) && tree_is(t, i, DEP_mark); /* "attempt to raise tariffs" */
        if (leads_on || stands_alone(a, t, i, end) || !is_left_out(a, t, i, relative, w->count == 0))
            wording_add(w, i);
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
                for (head = w->tokens[k]; !tree_is_noun(t, head) && head + 1 < end;)
                    head++;
        } else
            k++;
    shorten(a, t, head, before, room, w);
    trim(a, t, head, before, w);
}

static bool keeps_capital(const analysis *a, const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->flags & TOKEN_CAPITALS || a->notes[i].flags & NOTE_NAME)
        return true;
    if (i == t->first && (k->xpos == PENN_NNPS || a->notes[i].change || a->notes[i].group || a->notes[i].flags)) /* a common word opens the sentence */
        return false;
    return k->upos == UPOS_PROPN || ((k->upos == UPOS_ADJ || k->xpos == PENN_PRP) && i != t->first);
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

void wording_noun(const analysis *a, const tree *t, uint32_t noun, uint32_t first, uint32_t end, size_t room, wording *w) {
    phrase p = phrase_noun_core(t, a->notes, noun);
    if (p.first < first && first <= noun)
        p.first = first;
    while (p.first > t->first && a->notes[p.first - 1].change && tree_at(t, p.first - 1)->head == p.head) /* "further" */
        p.first--;
    if (tree_is(t, p.first, DEP_amod) && tree_lo(t, p.first) >= first) /* "[twice as] much land" */
        p.first = tree_lo(t, p.first);
    wording_phrase(a, t, p.first, p.end < end ? p.end : end, p.head, room, w);
}

/* "homes built near stations", but "balance of power kept" */
static void place_tail(const analysis *a, const tree *t, wording *w) {
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

static bool in_connective(const analysis *a, uint32_t i) {
    return a->part_of[i] != NONE && a->markers->items[a->part_of[i]].entry->class == CLASS_CONNECTIVE;
}

/* A pronoun that says nothing without the text around it; in a relative clause it goes with its verb ("what [they] take"). */
static bool needs_text(const analysis *a, const tree *t, uint32_t i, bool relative) {
    const token *k = tree_at(t, i);
    bool personal = k->xpos == PENN_PRP && !relative && !function_is(a, i, "inside");
    return personal || (k->upos == UPOS_PRON && k->xpos == PENN_DT);
}

void wording_rest(const analysis *a, const tree *t, uint32_t first, uint32_t end, size_t room, wording *w) {
    wording rest = {.count = 0};
    bool relative = false;
    for (uint32_t i = first; i < end; i++) {
        relative |= is_relative(tree_at(t, i));
        if (needs_text(a, t, i, relative))
            return;
        if (in_connective(a, i))
            end = i;
    }
    if (first < end)
        wording_phrase(a, t, first, end, first, WORDING_ROOM, &rest);
    while (words_from(t, &rest, 0) > room) {
        do
            rest.count--;
        while (rest.count && !may_end_before(t, rest.tokens[rest.count]));
    }
    while (rest.count && dangles(t, rest.tokens[rest.count - 1]))
        rest.count--;
    for (size_t i = 0; i < rest.count; i++)
        wording_add(w, rest.tokens[i]);
}

void wording_write(const analysis *a, const tree *t, wording *w, buf *out) {
    if (w->opens || w->subject)
        w->tail_at = w->subject;
    else
        place_tail(a, t, w);
    for (size_t i = 0; i <= w->count; i++) {
        if (i == w->tail_at && w->tail.len) {
            buf_add(out, str_of(out->len ? " " : ""));
            buf_add(out, str_of(w->denied ? "not " : ""));
            buf_add(out, w->tail);
        }
        if (i < w->count)
            write_word(a, t, w->tokens[i], out);
    }
}

size_t wording_count(const tree *t, const wording *w) {
    return words_from(t, w, 0) + (w->tail.len > 0);
}
