/* score_syntax: how well the models do on a TSV with gold tokens (train_syntax_corpus.h), and how fast. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/utf8.h"
#include "syntax/models.h"
#include "train_syntax_corpus.h"

typedef struct {
    size_t right, guessed, gold;
} tally;

typedef struct {
    syntax_word *words;
    uint32_t *heads;
    units_node *nodes;
    uint8_t *relations;
    bool *begins;
} analysis;

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double percent(size_t part, size_t whole) {
    return whole ? 100 * (double)part / (double)whole : 0;
}

static double f1(tally t) {
    return percent(2 * t.right, t.guessed + t.gold);
}

/* The universal part of a relation: all that the CoNLL 2018 measure compares. */
static dep base(unsigned relation) {
    str head, tail;
    str_cut(str_of(dep_name((dep)relation)), ':', &head, &tail);
    return dep_named(head);
}

static void count(tally *t, bool gold, bool guessed, bool right) {
    t->gold += gold;
    t->guessed += guessed;
    t->right += right;
}

/* A model file of a folder. */
static str load(arena *mem, const char *folder, const char *name) {
    return corpus_file(mem, arena_print(mem, "%s/%s", folder, name).data);
}

static void report(const corpus *in, const analysis *a, size_t tokens) {
    size_t upos_right = 0, xpos_right = 0, heads = 0, labelled = 0, full = 0;
    tally subjects = {0}, objects = {0}, inner = {0}, relations[DEP_COUNT] = {{0}};
    for (size_t i = 0, at = 0; i < in->count; at += in->items[i++].count)
        for (uint32_t k = 0; k < in->items[i].count; k++) {
            const corpus_token *t = &in->items[i].tokens[k];
            uint32_t head = a->heads[at + k] == UINT32_MAX ? 0 : a->heads[at + k] + 1;
            bool same = head == t->head;
            dep gold = base(t->relation), guess = base(a->relations[at + k]);
            upos_right += a->words[at + k].upos == t->upos;
            xpos_right += a->words[at + k].xpos == t->xpos;
            heads += same;
            labelled += same && gold == guess;
            full += same && a->relations[at + k] == t->relation;
            count(&relations[gold], true, false, same && gold == guess);
            count(&relations[guess], false, true, false);
            if (k)
                count(&inner, t->unit, a->begins[at + k], t->unit && a->begins[at + k]);
        }
    subjects = relations[DEP_nsubj];
    objects = relations[DEP_obj];
    printf("UPOS %.2f  XPOS %.2f  UAS %.2f  LAS %.2f (with subtypes %.2f)\n", percent(upos_right, tokens),
           percent(xpos_right, tokens), percent(heads, tokens), percent(labelled, tokens), percent(full, tokens));
    printf("F1: nsubj %.2f  obj %.2f", f1(subjects), f1(objects));
    if (inner.gold)
        printf("  inner unit boundaries %.2f (precision %.2f, recall %.2f)", f1(inner),
               percent(inner.right, inner.guessed), percent(inner.right, inner.gold));
    printf("\n   ");
    for (unsigned r = 1; r < DEP_COUNT; r++)
        if (relations[r].gold >= 100)
            printf(" %s %.0f", dep_name((dep)r), f1(relations[r]));
    printf("\n");
}

enum { SHORT = 64 }; /* tokens of a sentence that is read from rows */

/* Tags the sentences of a file of rows `tag<TAB>sentence with one word in [brackets]` and says which of these words are wrong. */
static int score_tags(arena *mem, const syntax_models *models, str rows) {
    size_t right = 0, count = 0;
    for (str line; rows.len;) {
        str want, sentence, word;
        str_cut(rows, '\n', &line, &rows);
        if (line.data[0] == '#' || !str_cut(line, '\t', &want, &sentence) || !penn_named(want))
            continue;
        syntax_word words[SHORT];
        uint32_t n = 0, asked = 0;
        for (str left = sentence; left.len && n < SHORT; n++) {
            str_cut(left, ' ', &word, &left);
            if (word.data[0] == '[') {
                asked = n;
                word = str_slice(word, 1, word.len - 1);
            }
            words[n] = word_read(word, utf8_fold(mem, word));
        }
        dictionary_look_up(&models->dictionary, words, n);
        tagger_tag(&models->tagger, words, n);
        bool good = words[asked].xpos == penn_named(want);
        right += good;
        count++;
        if (!good)
            printf("%s for %.*s\t%.*s\n", penn_name((penn)words[asked].xpos), STR_ARG(want), STR_ARG(sentence));
    }
    printf("%zu of %zu words have their tag\n", right, count);
    return 0;
}

/* The place of the word that `name` means: `word`, or `word#2` for the second of its kind. Gives `count` where there is none. */
static uint32_t place_named(const str *forms, uint32_t count, str name) {
    str word = name, which = {0};
    unsigned nth = str_cut(name, '#', &word, &which) ? (unsigned)(which.data[0] - '0') : 1;
    uint32_t at = 0;
    while (at < count && !(str_equal(forms[at], word) && --nth == 0))
        at++;
    return at;
}

/* Parses the sentences of a file of rows `sentence<TAB>word<head:relation ...` and says which of these arcs are not found. */
static int score_arcs(arena *mem, const syntax_models *models, str rows) {
    size_t heads = 0, labelled = 0, count = 0;
    parser_state *state = arena_new(mem, parser_state, 1);
    for (str line; rows.len;) {
        str sentence, arcs, arc;
        str_cut(rows, '\n', &line, &rows);
        if (line.data[0] == '#' || !str_cut(line, '\t', &sentence, &arcs) || !memchr(arcs.data, '<', arcs.len))
            continue;
        syntax_word words[SHORT];
        str forms[SHORT];
        uint32_t n = 0, found[SHORT];
        uint8_t relations[SHORT];
        for (str left = sentence; left.len && n < SHORT; n++) {
            str_cut(left, ' ', &forms[n], &left);
            words[n] = word_read(forms[n], utf8_fold(mem, forms[n]));
        }
        dictionary_look_up(&models->dictionary, words, n);
        tagger_tag(&models->tagger, words, n);
        parser_parse(&models->parser, state, words, n, found, relations);
        while (arcs.len) {
            str child, head, relation, rest;
            str_cut(arcs, ' ', &arc, &arcs);
            str_cut(arc, '<', &child, &rest);
            str_cut(rest, ':', &head, &relation);
            uint32_t at = place_named(forms, n, child), want = head.len ? place_named(forms, n, head) : UINT32_MAX;
            if (at == n || want == n) {
                fprintf(stderr, "no such arc: %.*s in %.*s\n", STR_ARG(arc), STR_ARG(sentence));
                return 1;
            }
            bool same = found[at] == want, named = same && base(relations[at]) == base(dep_named(relation));
            heads += same;
            labelled += named;
            count++;
            if (!named)
                printf("%.*s\t%.*s:%s\t%.*s\n", STR_ARG(arc), STR_ARG(found[at] == UINT32_MAX ? str_of("") : forms[found[at]]),
                       dep_name((dep)relations[at]), STR_ARG(sentence));
        }
    }
    printf("of %zu arcs %.1f %% hang where they should, %.1f %% with their relation\n", count, percent(heads, count),
           percent(labelled, count));
    return 0;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: score_syntax FILE.tsv [FOLDER]\n"
              "Measures the built-in models, or those of FOLDER.\n"
              "score_syntax --tags ROWS.tsv [FOLDER]\n"
              "Asks for the tag of one word in each sentence.\n"
              "score_syntax --arcs ROWS.tsv [FOLDER]\n"
              "Asks for some arcs of each sentence.\n",
              stderr);
        return 2;
    }
    arena mem = {0};
    corpus in = {0};
    bool tags = !strcmp(argv[1], "--tags"), arcs = !strcmp(argv[1], "--arcs"), rows = tags || arcs;
    argc -= rows;
    argv += rows;
    hence_error err = {0};
    if (!rows && corpus_read(&mem, argv[1], true, false, &in))
        return 1;
    double start = now();
    static syntax_models loaded;
    const syntax_models *models = &loaded;
    if (argc < 3)
        models = syntax_models_builtin(&err);
    else if (syntax_models_open((syntax_files){load(&mem, argv[2], "dictionary.model"),
                                               load(&mem, argv[2], "tagger.model"), load(&mem, argv[2], "parser.model"),
                                               load(&mem, argv[2], "units.model")},
                                &loaded, &err))
        models = NULL;
    if (!models) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    if (rows)
        return (tags ? score_tags : score_arcs)(&mem, models, corpus_file(&mem, argv[1]));
    double opened = now() - start;
    size_t tokens = 0;
    for (size_t i = 0; i < in.count; i++)
        tokens += in.items[i].count;
    analysis a = {arena_new(&mem, syntax_word, tokens), arena_new(&mem, uint32_t, tokens),
                  arena_new(&mem, units_node, tokens), arena_new(&mem, uint8_t, tokens), arena_new(&mem, bool, tokens)};
    for (size_t i = 0, at = 0; i < in.count; at += in.items[i++].count)
        corpus_words(&in.items[i], &models->dictionary, a.words + at);
    double begun = now();
    for (size_t i = 0, at = 0; i < in.count; at += in.items[i++].count)
        tagger_tag(&models->tagger, a.words + at, in.items[i].count);
    double tagged = now();
    parser_state *state = arena_new(&mem, parser_state, 1);
    for (size_t i = 0, at = 0; i < in.count; at += in.items[i++].count)
        parser_parse(&models->parser, state, a.words + at, in.items[i].count, a.heads + at, a.relations + at);
    double parsed = now();
    for (size_t i = 0, at = 0; i < in.count; at += in.items[i++].count) {
        units_read(a.heads + at, a.relations + at, in.items[i].count, a.nodes + at);
        units_find(&models->units,
                   &(units_sentence){a.words + at, a.heads + at, a.relations + at, a.nodes + at, a.begins + at,
                                     in.items[i].count},
                   a.begins + at);
    }
    double cut = now();
    printf("%s: %zu tokens, models ready in %.1f ms\n", argv[1], tokens, opened * 1e3);
    report(&in, &a, tokens);
    double n = (double)tokens;
    printf("tokens/s: tagging %.0f, parsing %.0f, both %.0f, units %.0f\n", n / (tagged - begun), n / (parsed - tagged),
           n / (parsed - begun), n / (cut - parsed));
    arena_free(&mem);
    return 0;
}
