/* train_markers: trains and measures the models that choose connectives and their senses.
 *
 *     train_markers DATA FOLDER      reads DATA/connectives/{train,dev}.* and DATA/syntax/ewt-train.tsv, writes FOLDER/use.model and FOLDER/sense.model
 *
 * L2-regularised logistic regression by liblinear; the same input gives the same bytes. Genres whose texts forbid commercial use are left out.
 * Trees that people made tell connectives much better than those of a parser: a first model, which sees such trees, marks the connectives of a treebank that
 * has none, and the model that is shipped learns from both corpora, with the trees of the parser, and from copies of them that have lost commas, as essays do. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/list.h"
#include "marker/judge.h"
#include "train_markers.h"
#include "train_markers_corpus.h"
#include "train_markers_score.h"
#include "train_markers_set.h"
#include "train_markers_trees.h"

enum { LINE = 4096 };

/* The cost of a mistake, and in how many instances a feature has to stand. */
static const double USE_COST = 0.2, SENSE_COST = 0.05;
enum { USE_LEAST = 8, SENSE_LEAST = 9 };

void die(const char *what, const char *why) {
    fprintf(stderr, "train_markers: %s: %s\n", what, why);
    exit(2);
}

void *check(void *p) {
    if (!p)
        die("memory", "ended");
    return p;
}

/* ---- a treebank, marked by a model that sees its trees */

/* What the model takes for connectives becomes the gold of the text. */
static void mark(arena *mem, const hence_lexicon *lexicon, const weights *use, essay *e) {
    marker_models models = {.use = *use};
    for (uint32_t s = 0; s < e->text.sentences.count; s++) {
        arena scratch = {0};
        candidate_list list = {0};
        if (marker_judge(&scratch, &models, &e->text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            if (!set_learns(c) || c->fate != FATE_TAKEN)
                continue;
            gold_marker *g = check(LIST_PUSH(mem, &e->gold));
            gold_place(e, s, &c->match, g);
        }
        arena_free(&scratch);
    }
}

/* Adds EWT to the essays that train. */
static void add_treebank(arena *mem, const hence_lexicon *lexicon, const char *data, essay_list *essays) {
    char path[LINE];
    corpus sentences = {0};
    tree_list trees = {0};
    tree_bank bank = {0};
    training_set use = {0}, sense = {0};
    buf bytes = {0};
    weights model;
    essay e = {.name = "EWT", .genre = "treebank"};
    snprintf(path, sizeof path, "%s/syntax/ewt-train.tsv", data);
    if (corpus_read(mem, path, false, true, &sentences) < 0)
        exit(2);
    essay_read(&e, lexicon, trees_write(mem, &sentences, &trees));
    trees_lay(&trees, e.document, &e.text);
    trees_read(mem, data, "train", &bank);
    for (size_t i = 0; i < essays->count; i++)
        if (trees_of(&bank, essays->items[i].name))
            trees_lay(trees_of(&bank, essays->items[i].name), essays->items[i].document, &essays->items[i].text);
    set_add_essays(lexicon, essays, &use, &sense);
    set_add_examples(lexicon, &use, &sense);
    training_run(&use, USE_COST, USE_LEAST, &bytes);
    if (weights_read(&model, buf_str(&bytes), "the model that sees trees", NULL) < 0)
        die("the model that sees trees", "is damaged");
    mark(mem, lexicon, &model, &e);
    essay_analyse(&e);
    for (size_t i = 0; i < essays->count; i++)
        essay_analyse(&essays->items[i]);
    *(essay *)check(LIST_PUSH(mem, essays)) = e;
    buf_free(&bytes);
    training_free(&use);
    training_free(&sense);
}

/* Copies of the essays that may train (or of all) with half of their commas lost. */
static void lose_commas(arena *mem, const hence_lexicon *lexicon, const essay_list *from, bool all, essay_list *out) {
    uint64_t seed = 100;
    for (size_t i = 0; i < from->count; i++)
        if (all || essay_may_train(&from->items[i]))
            essay_lose_commas(mem, &from->items[i], lexicon, &seed, check(LIST_PUSH(mem, out)));
}

static void save(const char *folder, const char *name, const buf *b) {
    char path[LINE];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(b->data, 1, b->len, out) != b->len || fclose(out) != 0)
        die(path, "cannot be written");
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: train_markers DATA FOLDER\n");
        return 2;
    }
    hence_error err = {0};
    arena mem = {0};
    essay_list train_essays = {0}, copies = {0}, dev = {0}, dev_copies = {0};
    training_set use = {0}, sense = {0};
    buf use_bytes = {0}, sense_bytes = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    if (!lexicon)
        die(err.source, err.text);
    essays_read(&mem, lexicon, argv[1], "train", &train_essays);
    essays_read(&mem, lexicon, argv[1], "dev", &dev);
    add_treebank(&mem, lexicon, argv[1], &train_essays);
    lose_commas(&mem, lexicon, &train_essays, false, &copies);
    lose_commas(&mem, lexicon, &dev, true, &dev_copies);
    set_add_essays(lexicon, &train_essays, &use, &sense);
    set_add_essays(lexicon, &copies, &use, NULL);
    set_add_examples(lexicon, &use, &sense);
    set_add_senses(lexicon, HENCE_SENSES, &sense);
    training_run(&use, USE_COST, USE_LEAST, &use_bytes);
    training_run(&sense, SENSE_COST, SENSE_LEAST, &sense_bytes);
    marker_models models;
    if (weights_read(&models.use, buf_str(&use_bytes), "use.model", &err) < 0 ||
        weights_read(&models.sense, buf_str(&sense_bytes), "sense.model", &err) < 0)
        die(err.source, err.text);
    essay_list unseen = {0};
    for (size_t i = 0; i < train_essays.count; i++)
        if (!essay_may_train(&train_essays.items[i]))
            *(essay *)check(LIST_PUSH(&mem, &unseen)) = train_essays.items[i];
    fprintf(stderr, "train, genres left out:\n");
    score_essays(lexicon, &models, &unseen, false);
    fprintf(stderr, "dev:\n");
    score_essays(lexicon, &models, &dev, true);
    fprintf(stderr, "dev, half of the commas lost:\n");
    score_essays(lexicon, &models, &dev_copies, false);
    save(argv[2], "use.model", &use_bytes);
    save(argv[2], "sense.model", &sense_bytes);
    buf_free(&use_bytes);
    buf_free(&sense_bytes);
    hence_lexicon_free(lexicon);
    arena_free(&mem);
    return 0;
}
