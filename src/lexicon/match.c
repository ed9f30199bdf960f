#include <config.h>

#include "lexicon/lexicon.h"

#include <assert.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/utf8.h"
#include "lexicon/tables.h"

enum { FILLER_WORDS = 3, GAP_WORDS = 40 };

/* ---- index */

static uint32_t word_hash(str text, bool inflects) {
    return str_hash(text) * 2 + inflects;
}

static uint32_t *slot_of(const table_index *t, str text, bool inflects) {
    size_t mask = t->slot_count - 1;
    for (size_t i = word_hash(text, inflects) * 0x9E3779B1u & mask;; i = (i + 1) & mask) {
        uint32_t *slot = &t->slots[i];
        if (!*slot)
            return slot;
        const form_word *w = &t->groups[*slot - 1].entry->words[0];
        if (w->inflects == inflects && str_equal(w->text, text))
            return slot;
    }
}

static unsigned matched_words(const lexicon_entry *e) {
    unsigned n = 0;
    for (unsigned i = 0; i < e->word_count; i++)
        n += !e->words[i].filler;
    return n;
}

static int longest_first(const void *a, const void *b) {
    const group *x = a, *y = b;
    unsigned nx = matched_words(x->entry), ny = matched_words(y->entry);
    if (nx != ny)
        return nx > ny ? -1 : 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

int table_build(arena *mem, table_index *t, hence_error *err) {
    t->groups = arena_new(mem, group, t->count);
    t->slot_count = 16;
    while (t->slot_count < t->count * 2)
        t->slot_count *= 2;
    t->slots = arena_new(mem, uint32_t, t->slot_count);
    if (!t->groups || !t->slots)
        return error_memory(err);
    for (size_t i = 0; i < t->count; i++) {
        if (i && str_equal(t->entries[i].form, t->entries[i - 1].form))
            t->groups[t->group_count - 1].count++;
        else
            t->groups[t->group_count++] = (group){&t->entries[i], 1, 0};
    }
    qsort(t->groups, t->group_count, sizeof *t->groups, longest_first);
    /* Each is put before those that begin alike, so the last comes first. */
    for (size_t i = t->group_count; i-- > 0;) {
        const form_word *w = &t->groups[i].entry->words[0];
        uint32_t *slot = slot_of(t, w->text, w->inflects);
        t->groups[i].next = *slot;
        *slot = (uint32_t)(i + 1);
    }
    return 0;
}

/* ---- inflection */

static bool is_one_of(str s, const char *const *list) {
    for (; *list; list++)
        if (str_equal(s, str_of(*list)))
            return true;
    return false;
}

/* Whether `form` is a regular inflection of `lemma`: a stem alone would take *effective* for *effect* and *prevention* for *prevent*. */
static bool inflection_of(str form, str lemma) {
    static const char *const plain[] = {"", "s", "es", "ed", "ing", "'s", NULL};
    static const char *const after_e[] = {"ed", "ing", NULL};
    static const char *const after_y[] = {"ies", "ied", NULL};
    static const char *const doubled[] = {"ed", "ing", "es", NULL};
    if (lemma.len == 0)
        return form.len == 0;
    char last = lemma.data[lemma.len - 1];
    str cut = str_slice(lemma, 0, lemma.len - 1);
    if (str_starts(form, lemma)) {
        str rest = str_slice(form, lemma.len, form.len);
        return is_one_of(rest, plain) || (last == 'e' && str_equal(rest, str_of("d"))) ||
               (rest.len > 1 && rest.data[0] == last && is_one_of(str_slice(rest, 1, rest.len), doubled));
    }
    if (!str_starts(form, cut))
        return false;
    str rest = str_slice(form, cut.len, form.len);
    return (last == 'e' && is_one_of(rest, after_e)) || (last == 'y' && is_one_of(rest, after_y));
}

static bool word_matches(const hence_lexicon *lexicon, const form_word *w, lexicon_word text) {
    if (!w->inflects)
        return str_equal(w->text, text.form);
    if (!str_equal(w->text, text.stem))
        return false;
    if (inflection_of(text.form, w->lemma))
        return true;
    const lexicon_entry *e = lexicon_find(lexicon, LEXICON_IRREGULAR, text);
    for (; e && str_equal(e->form, text.form); e++) {
        if (str_equal(lexicon_cell(e, "lemma"), w->lemma))
            return true;
        const table_index *t = &lexicon->tables[LEXICON_IRREGULAR];
        if (e + 1 == t->entries + t->count)
            break;
    }
    return false;
}

/* ---- matching */

typedef struct {
    const hence_lexicon *lexicon;
    const lexicon_entry *entry;
    const lexicon_word *words;
    size_t count;
    lexicon_match *out;
} search;

/* What a filler may stand for: a word. */
static bool fills(lexicon_word w) {
    size_t at = 0;
    return utf8_is_word(utf8_next(w.form, &at));
}

/* Whether the form's words from `k` on stand at `at`; the earliest place wins. */
static bool match_from(search *s, unsigned k, size_t at) {
    if (k == s->entry->word_count)
        return true;
    const form_word *w = &s->entry->words[k];
    if (w->filler) {
        for (size_t to = at; to <= at + FILLER_WORDS; to++) {
            if (match_from(s, k + 1, to))
                return true;
            if (to >= s->count || !fills(s->words[to]))
                return false;
        }
        return false;
    }
    size_t end = w->gap ? at + GAP_WORDS + 1 : at + 1;
    for (at += w->gap; /* a gap holds a word at least: "lead~ ... to" is no "lead~ to" */ at < end && at < s->count; at++) {
        if (!word_matches(s->lexicon, w, s->words[at]))
            continue;
        uint8_t n = s->out->word_count;
        s->out->words[s->out->word_count++] = (uint32_t)at;
        if (match_from(s, k + 1, at + 1))
            return true;
        s->out->word_count = n;
    }
    return false;
}

static size_t match_chain(const hence_lexicon *lexicon, const table_index *t, uint32_t first, const lexicon_word *words,
                          size_t count, size_t at, lexicon_match *out, size_t room, size_t n) {
    for (uint32_t i = first; i && n < room; i = t->groups[i - 1].next) {
        const group *g = &t->groups[i - 1];
        out[n] = (lexicon_match){.entry = g->entry, .entry_count = g->count};
        search s = {lexicon, g->entry, words, count, &out[n]};
        n += match_from(&s, 0, at);
    }
    return n;
}

size_t lexicon_match_at(const hence_lexicon *lexicon, lexicon_table table, const lexicon_word *words, size_t count,
                        size_t at, lexicon_match *out, size_t room) {
    const table_index *t = &lexicon->tables[table];
    if (at >= count || !room || !t->count)
        return 0;
    lexicon_word w = words[at];
    size_t split = match_chain(lexicon, t, *slot_of(t, w.form, false), words, count, at, out, room, 0);
    size_t n = match_chain(lexicon, t, *slot_of(t, w.stem, true), words, count, at, out, room, split);
    /* Two sorted runs into one; both are short. */
    for (size_t i = split; i < n; i++)
        for (size_t j = i; j > 0 && (out[j].word_count > out[j - 1].word_count ||
                                     (out[j].word_count == out[j - 1].word_count && out[j].entry < out[j - 1].entry));
             j--) {
            lexicon_match swap = out[j];
            out[j] = out[j - 1];
            out[j - 1] = swap;
        }
    return n;
}

const lexicon_entry *lexicon_find(const hence_lexicon *lexicon, lexicon_table table, lexicon_word word) {
    const table_index *t = &lexicon->tables[table];
    if (!t->count)
        return NULL;
    for (int inflects = 0; inflects < 2; inflects++)
        for (uint32_t i = *slot_of(t, inflects ? word.stem : word.form, inflects); i; i = t->groups[i - 1].next) {
            const lexicon_entry *e = t->groups[i - 1].entry;
            if (e->word_count == 1 && word_matches(lexicon, &e->words[0], word))
                return e;
        }
    return NULL;
}

bool lexicon_says(const lexicon_entry *entry, const char *name, const char *value) {
    return entry && str_equal(lexicon_cell(entry, name), str_of(value));
}

bool lexicon_is(const hence_lexicon *lexicon, lexicon_table table, lexicon_word word, const char *kind) {
    const table_index *t = &lexicon->tables[table];
    const lexicon_entry *own = lexicon_find(lexicon, table, word);
    for (const lexicon_entry *e = own; e && e < t->entries + t->count && str_equal(e->form, own->form); e++)
        if (lexicon_says(e, "kind", kind))
            return true;
    return false;
}

const lexicon_entry *lexicon_entries(const hence_lexicon *lexicon, lexicon_table table, size_t *count) {
    *count = lexicon->tables[table].count;
    return lexicon->tables[table].entries;
}
