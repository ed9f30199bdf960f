#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "train_order.h"

enum {
    LEAST_WORD = 4,    /* a word that is seen less often counts as its class */
    LEAST_TAGGED = 2,  /* ... and is in the dictionary at all from here on */
    CLASS_COUNT = 150, /* fine classes, at most */
    TAGS = 64,
    LONGEST_SUFFIX = 4
};

typedef struct {
    str form;
    uint32_t tags[TAGS];
    uint32_t total, running; /* in the treebanks, in running text */
} word;

typedef struct {
    arena mem;
    LIST(word) words;
    uint32_t *slots;
    size_t room;
    str tags[TAGS];
    size_t tag_count;
} lexis;

static word *word_of(lexis *l, str form) {
    size_t at = str_hash(form) & (l->room - 1);
    for (; l->slots[at]; at = (at + 1) & (l->room - 1))
        if (str_equal(l->words.items[l->slots[at] - 1].form, form))
            return &l->words.items[l->slots[at] - 1];
    word *w = must(LIST_PUSH(&l->mem, &l->words));
    w->form = arena_copy(&l->mem, form);
    l->slots[at] = (uint32_t)l->words.count;
    return w;
}

static size_t tag_of(lexis *l, str tag) {
    size_t i = 0;
    while (i < l->tag_count && !str_equal(l->tags[i], tag))
        i++;
    if (i == l->tag_count && i + 1 < TAGS)
        l->tags[l->tag_count++] = arena_copy(&l->mem, tag);
    return i < TAGS - 1 ? i : TAGS - 1;
}

/* Form, UPOS, Penn tag ...; "# doc NAME", whose second part is the genre. */
static void read_tags(lexis *l, const char *data, const char *name) {
    str whole = read_whole(data, name), all = whole, line, form, upos, tag, rest, fold;
    bool use = true;
    while (all.len) {
        str_cut(all, '\n', &line, &all);
        if (str_starts(line, str_of("# doc "))) {
            str_cut(line, '_', &form, &rest);
            str_cut(rest, '_', &form, &rest);
            use = is_free_genre(form);
        } else if (use && line.len && line.data[0] != '#') {
            str_cut(line, '\t', &form, &rest);
            str_cut(rest, '\t', &upos, &rest);
            str_cut(rest, '\t', &tag, &rest);
            fold = utf8_fold(&l->mem, form);
            word *w = word_of(l, fold);
            w->total++;
            w->tags[tag_of(l, tag)]++;
            for (size_t n = 2; n <= LONGEST_SUFFIX && n < fold.len; n++) {
                char key[LONGEST_SUFFIX + 1] = "~";
                memcpy(key + 1, fold.data + fold.len - n, n);
                if (utf8_is_lower((unsigned char)form.data[0])) {
                    word *s = word_of(l, (str){key, n + 1});
                    s->total++;
                    s->tags[tag_of(l, tag)]++;
                }
            }
        }
    }
}

/* The commonest tags of a word, as a name for its class. */
static str class_of(lexis *l, const word *w, size_t *main_tag) {
    size_t order[3] = {TAGS, TAGS, TAGS};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < TAGS; i++) {
            bool taken = (k > 0 && order[0] == i) || (k > 1 && order[1] == i);
            if (!taken && w->tags[i] && (order[k] == TAGS || w->tags[i] > w->tags[order[k]]))
                order[k] = i;
        }
    *main_tag = order[0];
    str name = l->tags[order[0]];
    for (size_t k = 1; k < 3; k++)
        if (order[k] < TAGS && w->tags[order[k]] * 8 >= w->total)
            name = arena_print(&l->mem, "%.*s/%.*s", STR_ARG(name), STR_ARG(l->tags[order[k]]));
    return name;
}

typedef struct {
    str name;
    uint32_t count, id;
} class_count;

static int more_first(const void *a, const void *b) {
    const class_count *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return str_compare(x->name, y->name);
}

/* Fills the dictionary's table. Gives its slots. */
static unsigned char *make_table(lexis *l, uint32_t *slots) {
    class_count *classes = must(arena_alloc(&l->mem, l->words.count + 1, sizeof *classes));
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < l->words.count; i++) {
        word *w = &l->words.items[i];
        size_t main_tag, k = 0;
        if (!w->total)
            continue;
        str name = class_of(l, w, &main_tag);
        while (k < count && !str_equal(classes[k].name, name))
            k++;
        if (k == count)
            classes[count++].name = name;
        classes[k].count += w->form.data[0] == '~' ? 0 : w->total;
    }
    qsort(classes, count, sizeof *classes, more_first);
    if (count > CLASS_COUNT)
        count = CLASS_COUNT;
    for (size_t i = 0; i < l->words.count; i++)
        kept += l->words.items[i].total >= LEAST_TAGGED;
    *slots = (uint32_t)(kept * 5 / 4 + 1);
    unsigned char *table = must(calloc(*slots, ORDER_DICTIONARY_BYTES));
    for (size_t i = 0; i < l->words.count; i++) {
        word *w = &l->words.items[i];
        if (w->total < LEAST_TAGGED)
            continue;
        size_t main_tag, k = 0;
        str name = class_of(l, w, &main_tag);
        while (k < count && !str_equal(classes[k].name, name))
            k++;
        for (size_t c = 0; k == count && c < count; c++)
            if (str_equal(classes[c].name, l->tags[main_tag]))
                k = c;
        uint32_t hash = order_dictionary_hash(w->form), at = order_dictionary_slot(hash, *slots);
        while (table[(size_t)at * ORDER_DICTIONARY_BYTES + 3] != ORDER_EDGE)
            at = (at + 1) % *slots;
        unsigned char *e = table + (size_t)at * ORDER_DICTIONARY_BYTES;
        bool counts = w->form.data[0] != '~' && w->running >= LEAST_WORD;
        for (int byte = 0; byte < 3; byte++)
            e[byte] = (unsigned char)(hash >> (8 + 8 * byte));
        e[3] = (unsigned char)(k < count ? ORDER_FIRST_CLASS + k : ORDER_UNKNOWN);
        e[4] = (unsigned char)((ORDER_FIRST_CLASS + main_tag) | (counts ? ORDER_WORD : 0));
    }
    fprintf(stderr, "%zu words and suffixes, %zu classes, %u slots\n", kept, count, *slots);
    return table;
}

unsigned char *train_dictionary(const char *data, const essays *all, uint32_t *slots) {
    static const char *const tagged[] = {"syntax/gum-train.tsv", "syntax/ewt-train.tsv"};
    lexis l = {.room = 1u << 19};
    l.slots = must(calloc(l.room, sizeof *l.slots));
    for (size_t i = 0; i < sizeof tagged / sizeof *tagged; i++)
        read_tags(&l, data, tagged[i]);
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = 0; k < all->items[i].text.tokens.count; k++)
            word_of(&l, all->items[i].text.words[k].form)->running++;
    unsigned char *table = make_table(&l, slots);
    arena_free(&l.mem);
    free(l.slots);
    return table;
}
