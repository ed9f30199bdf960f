#include <config.h>

#include "train_syntax.h"

#include <linear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- trees for the training text, by parsers that have not seen it */

typedef struct {
    corpus sentences;
    syntax_word *words;
    uint32_t *heads;
    units_node *nodes;
    uint8_t *relations;
    size_t count; /* words */
} trees;

/* Copies the sentences of `in` whose origin lies inside (or outside) `from` to `end`, with their words. */
static void choose(arena *mem, const corpus *in, const syntax_word *words, uint32_t from, uint32_t end, bool inside,
                   trees *out) {
    for (size_t pass = 0, at = 0; pass < 2; pass++, at = 0) {
        if (pass) {
            out->words = arena_new(mem, syntax_word, out->count);
            out->heads = arena_new(mem, uint32_t, out->count);
            out->nodes = arena_new(mem, units_node, out->count);
            out->relations = arena_new(mem, uint8_t, out->count);
            out->count = 0;
        }
        for (size_t i = 0; i < in->count; at += in->items[i++].count) {
            const corpus_sentence *s = &in->items[i];
            if ((s->origin >= from && s->origin < end) != inside)
                continue;
            if (pass) {
                memcpy(out->words + out->count, words + at, s->count * sizeof *words);
                *LIST_PUSH(mem, &out->sentences) = *s;
            }
            out->count += s->count;
        }
    }
}

static void parse(const parser *m, trees *t) {
    static parser_state state;
    for (size_t i = 0, at = 0; i < t->sentences.count; at += t->sentences.items[i++].count) {
        uint32_t count = t->sentences.items[i].count;
        parser_parse(m, &state, t->words + at, count, t->heads + at, t->relations + at);
        units_read(t->heads + at, t->relations + at, count, t->nodes + at);
    }
}

/* ---- examples */

typedef LIST(uint32_t) key_list;

static int by_value(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

enum { SEEN_FROM = 4 };

/* The keys seen at least SEEN_FROM times, sorted. */
static key_list common(arena *mem, const key_list *all) {
    key_list out = {0};
    uint32_t *sorted = malloc((all->count + 1) * sizeof *sorted);
    if (!sorted)
        exit(1);
    memcpy(sorted, all->items, all->count * sizeof *sorted);
    qsort(sorted, all->count, sizeof *sorted, by_value);
    for (size_t i = 0, k; i < all->count; i = k) {
        for (k = i; k < all->count && sorted[k] == sorted[i]; k++)
            ;
        if (k - i >= SEEN_FROM)
            *LIST_PUSH(mem, &out) = sorted[i];
    }
    free(sorted);
    return out;
}

typedef struct {
    key_list keys;       /* UNITS_FEATURES at most for each example, one after the other */
    LIST(uint32_t) ends; /* where those of an example end */
    LIST(bool) begins;
} examples;

static void collect(arena *mem, const trees *t, examples *out) {
    for (size_t i = 0, at = 0; i < t->sentences.count; at += t->sentences.items[i++].count) {
        const corpus_sentence *s = &t->sentences.items[i];
        bool *gold = arena_new(mem, bool, s->count);
        for (uint32_t k = 0; k < s->count; k++)
            gold[k] = !k || s->tokens[k].unit;
        units_sentence sentence = {t->words + at, t->heads + at, t->relations + at, t->nodes + at, gold, s->count};
        for (uint32_t k = 1; k < s->count; k++) {
            uint32_t features[UNITS_FEATURES];
            size_t n = units_features(&sentence, k, features);
            for (size_t f = 0; f < n; f++)
                *LIST_PUSH(mem, &out->keys) = features[f];
            *LIST_PUSH(mem, &out->ends) = (uint32_t)out->keys.count;
            *LIST_PUSH(mem, &out->begins) = s->tokens[k].unit;
        }
    }
}

static void silent(const char *line) {
    (void)line;
}

/* A boundary is worth proposing from this probability on: about where precision and recall meet. */
static const double threshold = 0.38;

static str fit(const examples *e, const key_list *known) {
    size_t count = e->ends.count;
    struct feature_node *nodes = malloc((e->keys.count + 2 * count) * sizeof *nodes), *next = nodes;
    struct problem problem = {.l = (int)count, .n = (int)known->count + 1, .bias = 1};
    problem.y = malloc(count * sizeof *problem.y);
    problem.x = malloc(count * sizeof *problem.x);
    if (!nodes || !problem.y || !problem.x)
        exit(1);
    for (size_t i = 0, k = 0; i < count; i++) {
        problem.x[i] = next;
        problem.y[i] = e->begins.items[i] ? 1 : -1;
        uint32_t columns[UNITS_FEATURES], n = 0;
        for (; k < e->ends.items[i]; k++) {
            const uint32_t *at = bsearch(&e->keys.items[k], known->items, known->count, sizeof *at, by_value);
            if (at)
                columns[n++] = (uint32_t)(at - known->items) + 1;
        }
        qsort(columns, n, sizeof *columns, by_value);
        for (uint32_t c = 0; c < n; c++)
            *next++ = (struct feature_node){(int)columns[c], 1};
        *next++ = (struct feature_node){problem.n, 1};
        *next++ = (struct feature_node){-1, 0};
    }
    struct parameter parameter = {.solver_type = L1R_LR, .eps = 0.01, .C = 0.3, .p = 0.1};
    set_print_string_function(silent);
    struct model *fitted = train(&problem, &parameter);
    double sign = fitted->label[0] == 1 ? 1 : -1;
    perceptron *p = perceptron_new();
    for (size_t i = 0; i < known->count; i++)
        perceptron_set(p, known->items[i], 0, sign * fitted->w[i]);
    buf table = {0}, sections = {0};
    perceptron_write(p, (table_options){.single = true, .min_weight = 0.03}, "units", &table);
    double bias = sign * fitted->w[known->count] - log(threshold / (1 - threshold));
    int32_t biases[2] = {(int32_t)lround(bias * 65536), 0};
    section_add(&sections, biases, sizeof biases);
    buf_add(&sections, buf_str(&table));
    buf_free(&table);
    perceptron_free(p);
    free_and_destroy_model(&fitted);
    free(problem.x);
    free(problem.y);
    free(nodes);
    return model_file(MODEL_UNITS, &sections);
}

str train_units(arena *mem, const corpus *all, const syntax_word *words, uint32_t annotated) {
    examples e = {0};
    for (uint32_t half = 0; half < 2; half++) {
        uint32_t from = half ? annotated / 2 : 0, end = half ? annotated : annotated / 2;
        trees seen = {0}, unseen = {0};
        choose(mem, all, words, from, end, false, &seen);
        choose(mem, all, words, from, end, true, &unseen);
        str file =
            train_parser(&seen.sentences, seen.words, 1, half ? "parser of one half" : "parser of the other half");
        parser m;
        if (parser_open(file, &m, NULL))
            exit(1);
        parse(&m, &unseen);
        collect(mem, &unseen, &e);
        free((char *)file.data);
    }
    key_list known = common(mem, &e.keys);
    fprintf(stderr, "units: %zu places, %zu features seen %d times or more\n", e.ends.count, known.count, SEEN_FROM);
    return fit(&e, &known);
}
