#include <config.h>

#include "train_syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

uint32_t *train_order(size_t count) {
    uint32_t *order = malloc((count + 1) * sizeof *order);
    if (!order)
        exit(1);
    for (size_t i = 0; i < count; i++)
        order[i] = (uint32_t)i;
    return order;
}

void train_shuffle(uint32_t *order, size_t count, uint64_t *seed) {
    for (size_t i = count; i > 1; i--) {
        size_t k = (size_t)(corpus_random(seed) % i);
        uint32_t last = order[i - 1];
        order[i - 1] = order[k];
        order[k] = last;
    }
}

static void append(arena *mem, const corpus *in, size_t from, size_t end, corpus *out) {
    for (size_t i = from; i < end; i++)
        *LIST_PUSH(mem, out) = in->items[i];
}

static int write_file(const char *folder, const char *name, str data) {
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(data.data, 1, data.len, f) != data.len || fclose(f)) {
        fprintf(stderr, "%s: cannot be written\n", path);
        return -1;
    }
    return 0;
}

static const corpus_damage damage = {.swapped = 0.03, .commas = 0.2};

enum { ESSAY_COPIES = 2 };

/* GUM twice (the second time with hyphenated words whole), EWT once, the essays some times, and all of it again, damaged: gives where the copies begin. For
 * jack-knifing the essays count as made from sentences of EWT, so that they are spread over its folds. */
static size_t mix(arena *mem, const corpus *plain, size_t gum, const corpus *essays, corpus *all) {
    uint64_t seed = 2024;
    append(mem, plain, 0, plain->count, all);
    corpus_add_joined(mem, plain, 0, gum, all);
    for (int copy = 0; copy < ESSAY_COPIES; copy++)
        for (size_t i = 0; i < essays->count; i++) {
            corpus_sentence *s = LIST_PUSH(mem, all);
            *s = essays->items[i];
            s->origin = (uint32_t)(gum + i * 7919 % (plain->count - gum));
        }
    size_t once = all->count;
    corpus_add_damaged(mem, all, 0, once, damage, &seed, all);
    return once;
}

static const plain_counts plain_sentences = {.each_pattern = 16, .drawn = 9000};

enum { PARSER_RUNS = 5 };

int main(int argc, char **argv) {
    if (argc < 5) {
        fprintf(stderr, "usage: train_syntax DATA ESSAYS PLAIN OUT\n"
                        "Trains the models of src/syntax from DATA/syntax/{gum,ewt}-train.tsv, the trees of ESSAYS, "
                        "the plain sentences of PLAIN and OUT/dictionary.model, "
                        "and writes them to the folder OUT.\n");
        return 2;
    }
    arena mem = {0};
    dictionary known;
    char path[4096];
    snprintf(path, sizeof path, "%s/dictionary.model", argv[4]);
    if (dictionary_open(corpus_file(&mem, path), &known, NULL)) {
        fprintf(stderr, "%s: no dictionary\n", path);
        return 1;
    }
    corpus plain = {0}, essays = {0}, all = {0};
    snprintf(path, sizeof path, "%s/syntax/gum-train.tsv", argv[1]);
    if (corpus_read(&mem, path, true, true, &plain))
        return 1;
    size_t gum = plain.count;
    snprintf(path, sizeof path, "%s/syntax/ewt-train.tsv", argv[1]);
    if (corpus_read(&mem, path, false, true, &plain))
        return 1;
    corpus_modernise(&plain, gum);
    if (corpus_read(&mem, argv[2], false, true, &essays))
        return 1;
    size_t swapped = mix(&mem, &plain, gum, &essays, &all);
    if (corpus_add_plain(&mem, argv[3], plain_sentences, (uint32_t)gum, (uint32_t)(plain.count - gum), &all))
        return 1;
    fprintf(stderr, "%zu sentences (%zu of GUM), %zu with copies\n", plain.count, gum, all.count);
    str tagger_file = train_tagger(&known, &plain, &plain, &all, 7, 0.00001, "tagger");
    tagger tagger;
    if (tagger_open(tagger_file, &tagger, NULL) || write_file(argv[4], "tagger.model", tagger_file))
        return 1;
    syntax_word *words = train_tagged(&mem, &known, &tagger, &plain, &all, 4);
    str parser_file = train_parser(&all, words, PARSER_RUNS, "parser");
    if (write_file(argv[4], "parser.model", parser_file))
        return 1;
    corpus once = all; /* without the copies with swapped words */
    once.count = swapped;
    str units_file = train_units(&mem, &once, words, (uint32_t)gum);
    if (write_file(argv[4], "units.model", units_file))
        return 1;
    free((char *)units_file.data);
    free(words);
    free((char *)parser_file.data);
    free((char *)tagger_file.data);
    arena_free(&mem);
    return 0;
}
