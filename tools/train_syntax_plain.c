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
    str name, tag; /* the tag is empty where the rule holds for any */
    str items;
    size_t weight;
} rule;

typedef struct {
    arena *mem;
    LIST(word_list) lists;
    LIST(rule) rules;
    LIST(str) patterns;
    LIST(corpus_token) tokens; /* of the sentence that is drawn */
    uint64_t seed;
    str bad; /* the innermost item that cannot be filled */
} grammar;

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

/* ---- words */

/* The part of speech of a word of a list, by its tag. */
static upos part_of_speech(penn tag) {
    switch (tag) {
    case PENN_NN:
    case PENN_NNS:
        return UPOS_NOUN;
    case PENN_NNP:
        return UPOS_PROPN;
    case PENN_JJ:
    case PENN_JJR:
        return UPOS_ADJ;
    case PENN_RB:
        return UPOS_ADV;
    case PENN_CD:
        return UPOS_NUM;
    case PENN_MD:
        return UPOS_AUX;
    case PENN_IN:
        return UPOS_SCONJ;
    default:
        return UPOS_VERB;
    }
}

static bool add_token(grammar *g, str form, upos part, penn tag) {
    *LIST_PUSH(g->mem, &g->tokens) = (corpus_token){
        .form = form, .folded = utf8_fold(g->mem, form), .upos = (uint8_t)part, .xpos = (uint8_t)tag, .space = true};
    return part && tag;
}

/* `word/UPOS/tag` */
static bool add_word(grammar *g, str form, str tags) {
    str part, tag;
    str_cut(tags, '/', &part, &tag);
    return add_token(g, form, upos_named(part), penn_named(tag));
}

static bool add_listed(grammar *g, str name, str tag) {
    for (size_t i = 0; i < g->lists.count; i++)
        if (str_equal(g->lists.items[i].name, name)) {
            const word_list *list = &g->lists.items[i];
            str entry = nth_word(list->words, (size_t)(corpus_random(&g->seed) % list->count));
            penn form = penn_named(tag);
            return add_token(g, inflect(g->mem, entry, form), part_of_speech(form), form);
        }
    return false;
}

/* ---- rules */

enum { ITEMS = 24, DEEP = 7, LONG = 40, NO_TOKEN = UINT32_MAX };

static uint32_t draw(grammar *g, str name, str tag, unsigned depth);

/* The tag that an item of a row asks for, where the row itself was asked for with `tag`. */
static str tag_asked(str wanted, str tag) {
    if (str_equal(wanted, str_of("*")))
        return tag;
    if (str_equal(wanted, str_of("=")))
        return str_of(str_equal(tag, str_of("NN")) ? "VBZ" : "VBP");
    return wanted;
}

static uint32_t bad(grammar *g, str what) {
    if (!g->bad.len)
        g->bad = what;
    return NO_TOKEN;
}

/* Appends what an item gives. Returns its head among the tokens, NO_TOKEN for a bad item. */
static uint32_t add_item(grammar *g, str what, str tag, unsigned depth) {
    str name, wanted;
    uint32_t at = (uint32_t)g->tokens.count;
    if (str_cut(what, '/', &name, &wanted))
        return add_word(g, name, wanted) ? at : bad(g, what);
    str_cut(what, '.', &name, &wanted);
    wanted = tag_asked(wanted, tag);
    if (islower((unsigned char)name.data[0]))
        return add_listed(g, name, wanted) ? at : bad(g, what);
    return draw(g, name, wanted, depth + 1);
}

/* Whether every item hangs, by way of others, below the one whose head is 0. */
static bool is_tree(const uint32_t *heads, size_t count) {
    for (size_t i = 0; i < count; i++) {
        size_t at = i, steps = 0;
        while (heads[at] && heads[at] <= count && steps++ < count)
            at = heads[at] - 1;
        if (heads[at])
            return false;
    }
    return true;
}

/* Appends what a row gives. Returns its head among the tokens, NO_TOKEN for a bad row. */
static uint32_t add_items(grammar *g, str items, str tag, unsigned depth) {
    uint32_t token[ITEMS], heads[ITEMS], head = NO_TOKEN;
    dep relations[ITEMS];
    str row = items;
    size_t n = 0;
    for (; items.len && n < ITEMS; n++) {
        str item, what, place, number, relation;
        str_cut(items, ' ', &item, &items);
        if (!str_cut(item, ':', &what, &place) || !str_cut(place, ':', &number, &relation))
            return bad(g, item);
        bool optional = str_ends(what, str_of("?"));
        token[n] = NO_TOKEN;
        heads[n] = (uint32_t)strtoul(number.data, NULL, 10); /* a colon follows */
        relations[n] = dep_named(relation);
        if (optional && corpus_random(&g->seed) % 2)
            continue;
        token[n] = add_item(g, str_slice(what, 0, what.len - optional), tag, depth);
        if (token[n] == NO_TOKEN || !relations[n])
            return bad(g, item);
        if (!heads[n])
            head = token[n];
    }
    if (!is_tree(heads, n))
        return bad(g, row);
    for (size_t i = 0; i < n; i++) {
        if (token[i] == NO_TOKEN)
            continue;
        uint32_t above = heads[i] && heads[i] <= n ? token[heads[i] - 1] : NO_TOKEN;
        if (heads[i] && above == NO_TOKEN)
            return bad(g, items);
        g->tokens.items[token[i]].head = heads[i] ? above + 1 : 0;
        g->tokens.items[token[i]].relation = (uint8_t)relations[i];
    }
    return head;
}

/* Appends what one of the rules of a name gives, the first of them where the sentence is deep. Returns its head, NO_TOKEN where there is no such rule. */
static uint32_t draw(grammar *g, str name, str tag, unsigned depth) {
    const rule *chosen = NULL;
    size_t count = 0;
    for (size_t i = 0; i < g->rules.count; i++) {
        const rule *r = &g->rules.items[i];
        if (!str_equal(r->name, name) || (r->tag.len && !str_equal(r->tag, tag)))
            continue;
        count += r->weight;
        if (!chosen || (depth < DEEP && corpus_random(&g->seed) % count < r->weight))
            chosen = r;
    }
    return chosen ? add_items(g, chosen->items, tag, depth) : bad(g, name);
}

static bool take_sentence(grammar *g, uint32_t head, corpus_sentence *out) {
    if (head == NO_TOKEN)
        return false;
    str *first = &g->tokens.items[0].form;
    *first = arena_copy(g->mem, *first);
    ((char *)first->data)[0] = (char)toupper((unsigned char)first->data[0]);
    out->tokens = g->tokens.items;
    out->count = (uint32_t)g->tokens.count;
    return true;
}

/* A sentence of the pattern, or of the rule S where there is none. */
static bool draw_sentence(grammar *g, str pattern, corpus_sentence *out) {
    uint32_t head;
    do {
        memset(&g->tokens, 0, sizeof g->tokens);
        head = pattern.len ? add_items(g, pattern, str_of(""), 0) : draw(g, str_of("S"), str_of(""), 0);
    } while (head != NO_TOKEN && g->tokens.count > LONG);
    return take_sentence(g, head, out);
}

/* ---- the file */

static bool read_row(grammar *g, str line) {
    str kind, rest, name, times;
    str_cut(line, '\t', &kind, &rest);
    size_t weight = str_cut(kind, '*', &kind, &times) ? (size_t)strtoul(times.data, NULL, 10) : 1; /* a tab follows */
    if (str_equal(kind, str_of("pattern"))) {
        *LIST_PUSH(g->mem, &g->patterns) = rest;
        return true;
    }
    bool parted = str_cut(rest, '\t', &name, &rest);
    if (parted && str_equal(kind, str_of("rule"))) {
        rule *r = LIST_PUSH(g->mem, &g->rules);
        str_cut(name, '.', &r->name, &r->tag);
        r->items = rest;
        r->weight = weight;
        return weight > 0;
    }
    if (!parted || !str_equal(kind, str_of("list")))
        return false;
    *LIST_PUSH(g->mem, &g->lists) = (word_list){name, rest, count_words(rest)};
    return rest.len > 0;
}

int corpus_add_plain(arena *mem, const char *path, plain_counts counts, uint32_t origin, uint32_t origins, corpus *out) {
    str text = corpus_file(mem, path), line;
    if (!text.data) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return -1;
    }
    grammar g = {.mem = mem, .seed = 11};
    for (size_t number = 1; text.len; number++) {
        str_cut(text, '\n', &line, &text);
        if (line.len && line.data[0] != '#' && !read_row(&g, line)) {
            fprintf(stderr, "%s:%zu: bad row\n", path, number);
            return -1;
        }
    }
    size_t filled = counts.each_pattern * g.patterns.count;
    for (size_t n = 0; n < filled + counts.drawn; n++) {
        str pattern = n < filled ? g.patterns.items[n % g.patterns.count] : str_of("");
        corpus_sentence *s = LIST_PUSH(mem, out);
        *s = (corpus_sentence){.origin = origin + (uint32_t)(n * 7919 % origins)};
        if (!draw_sentence(&g, pattern, s)) {
            fprintf(stderr, "%s: cannot be filled: %.*s\n", path, STR_ARG(g.bad));
            return -1;
        }
    }
    return 0;
}
