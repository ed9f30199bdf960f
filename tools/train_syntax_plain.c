#include <config.h>

#include "train_syntax_corpus.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

typedef struct {
    str name;  /* lower case */
    str words; /* separated by spaces */
    size_t count;
} word_list;

typedef struct {
    word_list lists[8];
    size_t list_count;
    LIST(str) patterns;
} plain_text;

static size_t count_words(str words) {
    size_t n = 0;
    for (str word; words.len; n++)
        str_cut(words, ' ', &word, &words);
    return n;
}

static str nth_word(str words, size_t n) {
    str word = {0};
    for (size_t i = 0; i <= n; i++)
        str_cut(words, ' ', &word, &words);
    return word;
}

/* ---- inflection: forms that are not regular stand in the list, after bars */

static bool ends_in_y(str s) {
    return s.len > 1 && s.data[s.len - 1] == 'y' && !strchr("aeiou", s.data[s.len - 2]);
}

static str with_s(arena *mem, str s) {
    bool hisses = str_ends(s, str_of("s")) || str_ends(s, str_of("x")) || str_ends(s, str_of("ch")) ||
                  str_ends(s, str_of("sh"));
    if (ends_in_y(s))
        return arena_print(mem, "%.*sies", (int)s.len - 1, s.data);
    return arena_print(mem, "%.*s%s", STR_ARG(s), hisses ? "es" : "s");
}

static str with_ed(arena *mem, str s) {
    if (ends_in_y(s))
        return arena_print(mem, "%.*sied", (int)s.len - 1, s.data);
    return arena_print(mem, "%.*s%s", STR_ARG(s), str_ends(s, str_of("e")) ? "d" : "ed");
}

static str with_ing(arena *mem, str s) {
    return arena_print(mem, "%.*sing", (int)(s.len - str_ends(s, str_of("e"))), s.data);
}

/* The form that `tag` asks of an entry: base|past|participle|-ing form, or singular|plural. */
static str inflect(arena *mem, str entry, penn tag) {
    str forms[4] = {{0}};
    for (size_t i = 0; i < 4 && entry.len; i++)
        str_cut(entry, '|', &forms[i], &entry);
    switch (tag) {
    case PENN_NNS:
        return forms[1].len ? forms[1] : with_s(mem, forms[0]);
    case PENN_VBZ:
        return with_s(mem, forms[0]);
    case PENN_VBD:
        return forms[1].len ? forms[1] : with_ed(mem, forms[0]);
    case PENN_VBN:
        return forms[2].len ? forms[2] : with_ed(mem, forms[0]);
    case PENN_VBG:
        return forms[3].len ? forms[3] : with_ing(mem, forms[0]);
    default:
        return forms[0];
    }
}

/* ---- patterns */

/* The list and the tags of a slot. */
static const struct {
    const char *slot, *list, *upos, *xpos;
} slots[] = {
    {"NN", "nn", "NOUN", "NN"},     {"NNS", "nn", "NOUN", "NNS"},   {"MASS", "mass", "NOUN", "NN"},
    {"JJ", "jj", "ADJ", "JJ"},      {"RB", "rb", "ADV", "RB"},      {"VB", "vb", "VERB", "VB"},
    {"VBP", "vb", "VERB", "VBP"},   {"VBZ", "vb", "VERB", "VBZ"},   {"VBD", "vb", "VERB", "VBD"},
    {"VBN", "vb", "VERB", "VBN"},   {"VBG", "vb", "VERB", "VBG"},   {"IVB", "ivb", "VERB", "VB"},
    {"IVBP", "ivb", "VERB", "VBP"}, {"IVBZ", "ivb", "VERB", "VBZ"}, {"IVBD", "ivb", "VERB", "VBD"},
};

static const word_list *find_list(const plain_text *t, const char *name) {
    for (size_t i = 0; i < t->list_count; i++)
        if (str_equal(t->lists[i].name, str_of(name)))
            return &t->lists[i];
    return NULL;
}

static bool fill(arena *mem, const plain_text *t, str what, uint64_t *seed, corpus_token *out) {
    str form, tags, up, x;
    if (str_cut(what, '/', &form, &tags)) {
        str_cut(tags, '/', &up, &x);
        *out = (corpus_token){.form = form, .upos = (uint8_t)upos_named(up), .xpos = (uint8_t)penn_named(x)};
        return out->upos && out->xpos;
    }
    for (size_t i = 0; i < sizeof slots / sizeof *slots; i++) {
        const word_list *list = str_equal(what, str_of(slots[i].slot)) ? find_list(t, slots[i].list) : NULL;
        if (!list)
            continue;
        penn tag = penn_named(str_of(slots[i].xpos));
        str entry = nth_word(list->words, (size_t)(corpus_random(seed) % list->count));
        *out = (corpus_token){.form = inflect(mem, entry, tag), .upos = (uint8_t)upos_named(str_of(slots[i].upos)),
                              .xpos = (uint8_t)tag};
        return true;
    }
    return false;
}

static bool expand(arena *mem, const plain_text *t, str pattern, uint64_t *seed, corpus_sentence *out) {
    LIST(corpus_token) tokens = {0};
    while (pattern.len) {
        str item, what, place, head, relation;
        str_cut(pattern, ' ', &item, &pattern);
        corpus_token *token = LIST_PUSH(mem, &tokens);
        if (!str_cut(item, ':', &what, &place) || !str_cut(place, ':', &head, &relation) ||
            !fill(mem, t, what, seed, token))
            return false;
        token->head = (uint32_t)strtoul(head.data, NULL, 10); /* a colon follows */
        token->relation = (uint8_t)dep_named(relation);
        token->space = true;
        if (!token->relation)
            return false;
    }
    out->tokens = tokens.items;
    out->count = (uint32_t)tokens.count;
    for (uint32_t i = 0; i < out->count; i++) {
        corpus_token *token = &tokens.items[i];
        token->folded = utf8_fold(mem, token->form);
        if (token->head > out->count)
            return false;
    }
    str first = arena_copy(mem, tokens.items[0].form);
    ((char *)first.data)[0] = (char)toupper((unsigned char)first.data[0]);
    tokens.items[0].form = first;
    return true;
}

static bool read_row(arena *mem, str line, plain_text *t) {
    str kind, rest;
    str_cut(line, '\t', &kind, &rest);
    if (str_equal(kind, str_of("pattern"))) {
        *LIST_PUSH(mem, &t->patterns) = rest;
        return true;
    }
    if (!str_equal(kind, str_of("list")) || t->list_count == sizeof t->lists / sizeof *t->lists)
        return false;
    word_list *list = &t->lists[t->list_count++];
    str_cut(rest, '\t', &list->name, &list->words);
    list->count = count_words(list->words);
    return list->count > 0;
}

int corpus_add_plain(arena *mem, const char *path, size_t times, uint32_t origin, uint32_t origins, corpus *out) {
    str text = corpus_file(mem, path), line;
    if (!text.data) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return -1;
    }
    plain_text plain = {0};
    for (size_t number = 1; text.len; number++) {
        str_cut(text, '\n', &line, &text);
        if (line.len && line.data[0] != '#' && !read_row(mem, line, &plain)) {
            fprintf(stderr, "%s:%zu: bad row\n", path, number);
            return -1;
        }
    }
    uint64_t seed = 11;
    for (size_t n = 0; n < times * plain.patterns.count; n++) {
        str pattern = plain.patterns.items[n % plain.patterns.count];
        corpus_sentence *s = LIST_PUSH(mem, out);
        *s = (corpus_sentence){.origin = origin + (uint32_t)(n * 7919 % origins)};
        if (!expand(mem, &plain, pattern, &seed, s)) {
            fprintf(stderr, "%s: bad pattern: %.*s\n", path, STR_ARG(pattern));
            return -1;
        }
    }
    return 0;
}
