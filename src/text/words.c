#include <config.h>

#include "text/words.h"

#include "base/error.h"
#include "base/utf8.h"

enum { FIRST_SLOTS = 1024 };

int words_open(words *w, arena *mem, const hence_lexicon *lexicon, hence_error *err) {
    *w = (words){.mem = mem, .slot_count = FIRST_SLOTS};
    w->stemmer = stemmer_new(lexicon, err);
    if (!w->stemmer)
        return -1;
    w->slots = arena_new(mem, uint32_t, FIRST_SLOTS);
    return w->slots ? 0 : error_memory(err);
}

void words_free(words *w) {
    stemmer_free(w->stemmer);
    w->stemmer = NULL;
}

static uint32_t *slot_of(const words *w, str raw) {
    size_t mask = w->slot_count - 1;
    for (size_t i = (str_hash(raw) * 0x9E3779B1u) >> 7 & mask;; i = (i + 1) & mask) {
        uint32_t *slot = &w->slots[i];
        if (!*slot || str_equal(w->entries.items[*slot - 1].raw, raw))
            return slot;
    }
}

static bool grow(words *w) {
    uint32_t *fresh = arena_new(w->mem, uint32_t, w->slot_count * 2);
    if (!fresh)
        return false;
    w->slots = fresh;
    w->slot_count *= 2;
    for (size_t i = 0; i < w->entries.count; i++)
        *slot_of(w, w->entries.items[i].raw) = (uint32_t)i + 1;
    return true;
}

const lexicon_word *words_of(words *w, str raw) {
    uint32_t *slot = slot_of(w, raw);
    if (*slot)
        return &w->entries.items[*slot - 1].word;
    if (w->entries.count * 2 >= w->slot_count) {
        if (!grow(w))
            return NULL;
        slot = slot_of(w, raw);
    }
    str form = utf8_fold(w->mem, raw);
    if (!form.data)
        return NULL;
    str stem = stemmer_stem(w->stemmer, w->mem, form);
    if (!stem.data)
        return NULL;
    word_entry *e = LIST_PUSH(w->mem, &w->entries);
    if (!e)
        return NULL;
    *e = (word_entry){.raw = raw, .word = {form, stem}};
    *slot = (uint32_t)w->entries.count;
    return &e->word;
}

bool words_have(const words *w, str raw) {
    return *slot_of(w, raw) != 0;
}
