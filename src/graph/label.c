#include <config.h>

#include "graph/label.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "clause/phrase.h"
#include "read/document.h"

enum { LABEL_ROOM = 40 };

typedef struct {
    uint32_t tokens[LABEL_ROOM];
    size_t count;
} word_run;

static void take(word_run *w, uint32_t token) {
    if (w->count < LABEL_ROOM)
        w->tokens[w->count++] = token;
}

/* Words that a label leaves out wherever they stand. */
static bool is_left_out(const analysis *a, const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->flags & TOKEN_PUNCT)
        return true;
    switch (k->upos) {
    case UPOS_DET:
        return !a->notes[i].negator && !a->notes[i].change;
    case UPOS_AUX:
    case UPOS_INTJ:
        return true;
    case UPOS_ADV:
        return !a->notes[i].negator && !a->notes[i].change && k->relation == DEP_advmod && k->head != NONE &&
               tree_at(t, k->head)->upos == UPOS_VERB;
    case UPOS_PRON:
        return k->xpos == PENN_PRPS || k->xpos == PENN_DT || k->xpos == PENN_PRP;
    default:
        return a->notes[i].hedge && k->upos != UPOS_NOUN;
    }
}

static bool dangles(const tree *t, uint32_t i) {
    upos u = (upos)tree_at(t, i)->upos;
    return u == UPOS_ADP || u == UPOS_CCONJ || u == UPOS_SCONJ || u == UPOS_PART || u == UPOS_DET || tree_is_punct(t, i);
}

/* The words from `first` to `end` that a label keeps, at most `room`, with nothing dangling. Tails in prepositions go first. */
static void take_phrase(const analysis *a, const tree *t, uint32_t first, uint32_t end, uint32_t head, size_t room, word_run *w) {
    size_t before = w->count;
    for (uint32_t i = first; i < end; i++)
        if (!is_left_out(a, t, i))
            take(w, i);
    while (w->count - before > room) {
        uint32_t last = w->tokens[w->count - 1];
        if (last > head)
            w->count--;
        else { /* too many words before the head: the first go */
            for (size_t k = before; k + 1 < w->count; k++)
                w->tokens[k] = w->tokens[k + 1];
            w->count--;
        }
    }
    while (w->count > before && dangles(t, w->tokens[w->count - 1]) && w->tokens[w->count - 1] != head &&
           tree_at(t, w->tokens[w->count - 1])->xpos != PENN_POS)
        w->count--;
    while (w->count > before && tree_at(t, w->tokens[w->count - 1])->xpos == PENN_POS)
        w->count--;
}

static bool keeps_capital(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    if (k->flags & TOKEN_CAPITALS)
        return true;
    return k->upos == UPOS_PROPN || (k->upos == UPOS_ADJ && i != t->first);
}

static void write_word(const analysis *a, const tree *t, uint32_t i, bool glued, buf *out) {
    const token *k = tree_at(t, i);
    str word = document_str(a->text->document, k->span);
    if (out->len && !glued)
        buf_char(out, ' ');
    if (k->flags & TOKEN_CAPITAL && !keeps_capital(t, i))
        buf_add(out, a->text->words[i].form);
    else
        buf_add(out, word);
}

/* The past participle of a verb: from the lexicon where it is irregular or known, else by the rules of spelling. */
static str participle(const analysis *a, arena *mem, const tree *t, uint32_t verb) {
    const token *k = tree_at(t, verb);
    str form = a->text->words[verb].form;
    if (k->xpos == PENN_VBN)
        return form;
    size_t n;
    const lexicon_entry *rows = lexicon_entries(a->lexicon, LEXICON_NOMINALISATIONS, &n);
    for (size_t i = 0; i < n; i++) {
        str lemma = lexicon_cell(&rows[i], "verb"), past = lexicon_cell(&rows[i], "participle");
        if (past.len && lemma.len && str_equal(lemma, form))
            return past;
    }
    return (str){NULL, 0};
    (void)mem;
}

label label_of(const analysis *a, arena *mem, const tree *t, phrase core) {
    word_run w = {.count = 0};
    label out = {{NULL, 0}, 0};
    uint32_t head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : core.end - 1;
    const token *h = tree_at(t, head);
    buf text = {0};
    str past = {NULL, 0};
    if (h->upos == UPOS_VERB) {
        uint32_t object = tree_object(t, head);
        if (object != NONE && object > head && object < core.end && tree_at(t, object)->upos != UPOS_PRON) {
            phrase noun = phrase_noun_core(t, a->notes, object);
            past = participle(a, mem, t, head);
            if (!past.len)
                take(&w, head);
            take_phrase(a, t, noun.first, noun.end < core.end ? noun.end : core.end, noun.head, LABEL_WORDS - 1, &w);
            out.score = 6;
        } else {
            take_phrase(a, t, core.first, core.end, head, LABEL_WORDS, &w);
            out.score = 4;
        }
    } else {
        take_phrase(a, t, core.first, core.end, head, LABEL_WORDS, &w);
        out.score = 8;
    }
    if (!w.count)
        take_phrase(a, t, core.first, core.end, head, LABEL_WORDS, &w);
    for (size_t i = 0; i < w.count; i++) {
        uint32_t k = w.tokens[i];
        write_word(a, t, k, i > 0 && tree_at(t, k)->xpos == PENN_POS, &text);
    }
    if (past.len) {
        buf_char(&text, ' ');
        buf_add(&text, past);
    }
    if (!text.len) /* nothing but small words: the phrase as it stands */
        buf_add(&text, document_str(a->text->document, tree_span(t, core)));
    size_t words = w.count + (past.len > 0);
    out.score += words >= 2 && words <= 5 ? 3 : words == 1 ? -3 : 0;
    if (h->upos == UPOS_PRON)
        out.score -= 10;
    out.text = text.failed ? (str){NULL, 0} : arena_copy(mem, buf_str(&text));
    buf_free(&text);
    return out;
}
