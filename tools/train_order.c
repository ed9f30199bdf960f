/* train_order: running text and tagged words -> src/text/order.model.
 *
 * The dictionary gives each word its classes, by the tags it has in the treebanks; words that are not in it get those of their suffix. The weights are
 * those of a logistic ranker: for each pair of neighbouring words, the text as it stands should outscore the text with the two swapped, and for each three
 * the text with the three turned, which is what a wrong repair leaves. Two passes over all features choose those that tell most; these are
 * trained afresh, several times, by Adagrad with features dropped at random. The same input gives the same bytes. */
#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/repair.h"
#include "train_order.h"

enum {
    TABLE_BITS = 25, /* of the features among which the choice is */
    LEAST_COUNT = 2, /* a feature that is seen in fewer sentences is left out */
    KEPT = 550000,   /* features in the file */
    INDEX_BITS = 21, /* of a table of these */
    SCOUTS = 2,      /* passes to choose features */
    PASSES = 5,
    RUNS = 3,   /* of all passes, from nothing: their mean errs less than one */
    MOMENTS = 4 /* of a pass, at which weights are taken for the mean */
};

static const double rate = 0.15, l2 = 1e-3, dropped = 0.6; /* Adagrad */
static const float least_worth = 0.2f;                     /* of a feature among which the choice is */
static const float worth_power = 0.5f;                     /* how much commonness counts when features are chosen */
/* What is left of a weight by the length of the n-gram, and what is added for having been seen: by logistic regression on damaged dev documents. */
static const float trust[] = {0.8f, 0.37f, 0.3f, 0.4f}, seen = 0.08f;

static uint64_t random_state = 2024;
static uint64_t next_random(void) {
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

void *must(void *p) {
    if (!p) {
        fputs("train_order: out of memory\n", stderr);
        exit(1);
    }
    return p;
}

/* ---- examples */

typedef struct {
    uint32_t essay, sentence;
    repair_pair pair;
    bool next; /* three units: the pair and the one after it */
    bool late; /* ... whose last comes first when they are turned; else the first comes last */
} example;
typedef LIST(example) examples;

/* Three units as they stand or turned: what is left of a swap that the wrong neighbour was put back for. */
static size_t turned_features(const essay *e, const example *x, bool turned, uint64_t *out) {
    static const int orders[3][3] = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};
    const int *order = orders[turned ? 1 + x->late : 0];
    const sentence *s = &e->text.sentences.items[x->sentence];
    uint32_t end = s->first_token + s->token_count;
    order_token window[ORDER_WINDOW];
    repair_pair after;
    size_t n = 0;
    repair_pair_at(&e->text, s, x->pair.end, &after);
    const uint32_t bounds[] = {x->pair.first, x->pair.second, after.second, after.end};
    for (uint32_t i = ORDER_CONTEXT; i > 0; i--)
        window[n++] = bounds[0] >= s->first_token + i ? e->tokens[bounds[0] - i] : (order_token){0};
    for (int k = 0; k < 3; k++)
        for (uint32_t i = bounds[order[k]]; i < bounds[order[k] + 1]; i++)
            window[n++] = e->tokens[i];
    for (uint32_t i = 0; i < ORDER_CONTEXT; i++)
        window[n++] = bounds[3] + i < end ? e->tokens[bounds[3] + i] : (order_token){0};
    return order_features(window, n, bounds[0] == s->first_token, out);
}

static size_t features_of(const essay *e, const example *x, bool swapped, uint64_t *out) {
    order_token window[ORDER_WINDOW];
    bool opens;
    const sentence *s = &e->text.sentences.items[x->sentence];
    if (x->next)
        return turned_features(e, x, swapped, out);
    size_t n = repair_window(s, e->tokens, x->pair, swapped, window, &opens);
    return order_features(window, n, opens, out);
}

/* The features of an example: those of the order as it stands, then those of the wrong one. */
typedef struct {
    uint64_t items[2 * ORDER_FEATURES];
    size_t good, all;
} contrast;

static void contrast_of(const essays *all, const example *x, contrast *out) {
    const essay *e = &all->items[x->essay];
    out->good = features_of(e, x, false, out->items);
    out->all = out->good + features_of(e, x, true, out->items + out->good);
}

/* ---- the ranker: a weight and the sum of its squared gradients a feature */

typedef struct {
    float weight, square;
} ranked;

/* One step on the features `at`, of which the first `good` speak for the right order. Gives the loss. */
static double learn(ranked *const *at, size_t good, size_t all) {
    double margin = 0, scale = 1 / (1 - dropped);
    for (size_t i = 0; i < all; i++)
        margin += (i < good ? 1 : -1) * scale * (double)at[i]->weight;
    double slope = 1 / (1 + exp(margin));
    for (size_t i = 0; i < all; i++) {
        ranked *w = at[i];
        double g = (i < good ? -1 : 1) * slope * scale + l2 * (double)w->weight;
        w->square += (float)(g * g);
        w->weight -= (float)(rate * g / (1e-3 + sqrt((double)w->square)));
    }
    return log1p(exp(-margin));
}

static bool is_dropped(void) {
    return (double)(next_random() >> 11) * 0x1p-53 < dropped;
}

static void shuffle(uint32_t *order, size_t count) {
    for (size_t i = count; i > 1; i--) {
        size_t k = (size_t)(next_random() % i);
        uint32_t last = order[i - 1];
        order[i - 1] = order[k];
        order[k] = last;
    }
}

/* In training each n-gram that stands right has been seen, and the longer it is the more its weight tells of that place alone. In a text that was not trained on,
 * having been seen at all tells something, and long n-grams tell less. */
static float discounted(uint64_t feature, float weight) {
    return seen + trust[order_length(feature) - 2] * weight;
}

/* ---- the choice of features */

static int heavier_first(const void *a, const void *b) {
    const kept_feature *x = a, *y = b;
    float p = fabsf(x->weight), q = fabsf(y->weight);
    if (p != q)
        return p > q ? -1 : 1;
    return x->feature < y->feature ? -1 : x->feature > y->feature;
}

/* A feature of any kind, while features are chosen. Several may share one. */
typedef struct {
    ranked rank;
    uint32_t count, last; /* sentences, and the last of them */
} candidate;

static candidate *candidate_of(candidate *table, uint64_t feature) {
    return &table[feature >> (64 - TABLE_BITS)];
}

/* In how many sentences each feature is. */
static void count_features(const essays *all, const examples *xs, candidate *table) {
    uint32_t number = 0;
    contrast c;
    for (size_t i = 0; i < xs->count; i++) {
        const example *x = &xs->items[i];
        number += i == 0 || x->essay != x[-1].essay || x->sentence != x[-1].sentence;
        if (x->next)
            continue;
        contrast_of(all, x, &c);
        for (size_t k = 0; k < c.all; k++)
            __builtin_prefetch(candidate_of(table, c.items[k]));
        for (size_t k = 0; k < c.all; k++) {
            candidate *f = candidate_of(table, c.items[k]);
            f->count += f->last != number;
            f->last = number;
        }
    }
}

static double scout(const essays *all, const example *x, candidate *table) {
    ranked *at[2 * ORDER_FEATURES];
    candidate *used[2 * ORDER_FEATURES];
    contrast c;
    size_t n = 0, n_good = 0, good = 0;
    contrast_of(all, x, &c);
    for (size_t k = 0; k < c.all; k++) {
        if (is_dropped())
            continue;
        used[n++] = candidate_of(table, c.items[k]);
        n_good += k < c.good;
        __builtin_prefetch(used[n - 1]);
    }
    size_t m = 0;
    for (size_t k = 0; k < n; k++)
        if (used[k]->count >= LEAST_COUNT) {
            good += k < n_good;
            at[m++] = &used[k]->rank;
        }
    return learn(at, good, m);
}

/* Weighs all features roughly and keeps those that tell most. */
static void choose_features(arena *mem, const essays *all, const examples *xs, uint32_t *order, kept_features *out) {
    candidate *table = must(calloc((size_t)1 << TABLE_BITS, sizeof *table));
    contrast c;
    count_features(all, xs, table);
    for (int pass = 0; pass < SCOUTS; pass++) {
        double loss = 0;
        shuffle(order, xs->count);
        for (size_t i = 0; i < xs->count; i++)
            loss += scout(all, &xs->items[order[i]], table);
        fprintf(stderr, "scout %d: loss %.4f\n", pass + 1, loss / (double)xs->count);
    }
    for (size_t i = 0; i < xs->count; i++) {
        contrast_of(all, &xs->items[i], &c);
        for (size_t k = 0; k < c.all; k++)
            __builtin_prefetch(candidate_of(table, c.items[k]));
        for (size_t k = 0; k < c.all; k++) {
            candidate *f = candidate_of(table, c.items[k]);
            if (f->count < LEAST_COUNT)
                continue;
            float worth = fabsf(discounted(c.items[k], f->rank.weight)) * powf((float)f->count, worth_power);
            if (worth > least_worth)
                *(kept_feature *)must(LIST_PUSH(mem, out)) = (kept_feature){c.items[k], worth};
            f->count = 0;
        }
    }
    free(table);
    fprintf(stderr, "%zu features\n", out->count);
    qsort(out->items, out->count, sizeof *out->items, heavier_first);
    if (out->count > KEPT)
        out->count = KEPT;
}

/* ---- training with the chosen features alone */

/* The chosen features of each example, by their numbers. */
typedef struct {
    uint32_t *items;
    size_t count, room;
    size_t *starts; /* of each example, and the end of the last */
    uint16_t *good; /* how many speak for the right order */
} compiled;

static compiled compile(const essays *all, const examples *xs, const kept_features *kept) {
    uint32_t *index = must(calloc((size_t)1 << INDEX_BITS, sizeof *index));
    const size_t mask = ((size_t)1 << INDEX_BITS) - 1;
    for (size_t i = 0; i < kept->count; i++) {
        size_t at = (size_t)kept->items[i].feature & mask;
        while (index[at])
            at = (at + 1) & mask;
        index[at] = (uint32_t)i + 1;
    }
    compiled out = {.starts = must(calloc(xs->count + 1, sizeof *out.starts)),
                    .good = must(calloc(xs->count + 1, sizeof *out.good))};
    contrast c;
    for (size_t i = 0; i < xs->count; i++) {
        contrast_of(all, &xs->items[i], &c);
        if (out.count + c.all > out.room) {
            out.room = out.room * 2 + (1 << 20);
            out.items = must(realloc(out.items, out.room * sizeof *out.items));
        }
        for (size_t k = 0; k < c.all; k++) {
            size_t at = (size_t)c.items[k] & mask;
            while (index[at] && kept->items[index[at] - 1].feature != c.items[k])
                at = (at + 1) & mask;
            if (index[at]) {
                out.items[out.count++] = index[at] - 1;
                out.good[i] = (uint16_t)(out.good[i] + (k < c.good));
            }
        }
        out.starts[i + 1] = out.count;
    }
    free(index);
    return out;
}

static double learn_chosen(const compiled *c, uint32_t x, ranked *r) {
    ranked *at[2 * ORDER_FEATURES];
    size_t n = 0, good = 0;
    for (size_t i = c->starts[x]; i < c->starts[x + 1]; i++) {
        if (is_dropped())
            continue;
        at[n++] = &r[c->items[i]];
        good += i - c->starts[x] < c->good[x];
    }
    return learn(at, good, n);
}

/* Replaces the worth of each feature by its weight: the mean of several moments of several runs, which errs less than the last. */
static void train(const essays *all, const examples *xs, uint32_t *order, kept_features *kept) {
    compiled c = compile(all, xs, kept);
    ranked *r = must(calloc(kept->count + 1, sizeof *r));
    double *sums = must(calloc(kept->count + 1, sizeof *sums));
    for (int run = 0; run < RUNS; run++) {
        memset(r, 0, kept->count * sizeof *r);
        for (int pass = 0; pass < PASSES; pass++) {
            double loss = 0;
            shuffle(order, xs->count);
            for (size_t i = 0; i < xs->count; i++) {
                loss += learn_chosen(&c, order[i], r);
                if (pass > 0 && (i + 1) % (xs->count / MOMENTS) == 0)
                    for (size_t k = 0; k < kept->count; k++)
                        sums[k] += (double)r[k].weight;
            }
            fprintf(stderr, "run %d, pass %d: loss %.4f\n", run + 1, pass + 1, loss / (double)xs->count);
        }
    }
    for (size_t k = 0; k < kept->count; k++)
        kept->items[k].weight = discounted(kept->items[k].feature, (float)(sums[k] / (RUNS * MOMENTS * (PASSES - 1))));
    qsort(kept->items, kept->count, sizeof *kept->items, heavier_first);
    free(sums);
    free(r);
    free(c.items);
    free(c.starts);
    free(c.good);
}

/* ---- all of it */

static void add_examples(arena *mem, uint32_t number, const essay *e, examples *out) {
    for (size_t s = 0; s < e->text.sentences.count; s++) {
        const sentence *sent = &e->text.sentences.items[s];
        for (uint32_t k = sent->first_token; k < sent->first_token + sent->token_count; k++) {
            example x = {.essay = number, .sentence = (uint32_t)s};
            repair_pair after;
            if (!repair_pair_at(&e->text, sent, k, &x.pair) ||
                str_equal(e->text.words[x.pair.first].form, e->text.words[x.pair.second].form))
                continue;
            *(example *)must(LIST_PUSH(mem, out)) = x;
            if (!repair_pair_at(&e->text, sent, x.pair.end, &after) || after.first != x.pair.second)
                continue;
            x.next = true;
            x.late = next_random() & 1;
            *(example *)must(LIST_PUSH(mem, out)) = x;
        }
    }
}

static void read_all(arena *mem, const hence_lexicon *lexicon, const char *data, essays *all) {
    static const char *const running[] = {"sentences/gum-train.jsonl", "sentences/ewt-train.jsonl",
                                          "causal/cnc_train.jsonl", "causal/altlex_train.jsonl"};
    for (size_t i = 0; i < sizeof running / sizeof *running; i++)
        read_texts(mem, lexicon, data, running[i], all);
    read_examples(mem, lexicon, all);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: train_order DATA OUT\nTrains the word-order model from DATA/sentences, DATA/causal and "
              "DATA/syntax, "
              "and writes the file OUT.\n",
              stderr);
        return 2;
    }
    arena mem = {0};
    essays all = {0};
    examples xs = {0};
    kept_features kept = {0};
    order_model model = {0};
    hence_lexicon *lexicon = must(hence_lexicon_open(NULL, NULL));
    read_all(&mem, lexicon, argv[1], &all);
    unsigned char *dictionary = train_dictionary(argv[1], &all, &model.dictionary_slots);
    model.dictionary = dictionary;
    for (size_t i = 0; i < all.count; i++) {
        essay *e = &all.items[i];
        e->tokens = must(arena_new(&e->mem, order_token, e->text.tokens.count));
        for (size_t k = 0; k < e->text.tokens.count; k++)
            e->tokens[k] = order_token_of(&model, e->text.words[k].form, e->text.tokens.items[k].flags);
        add_examples(&mem, (uint32_t)i, e, &xs);
    }
    fprintf(stderr, "%zu examples\n", xs.count);
    uint32_t *order = must(calloc(xs.count + 1, sizeof *order));
    for (size_t i = 0; i < xs.count; i++)
        order[i] = (uint32_t)i;
    choose_features(&mem, &all, &xs, order, &kept);
    train(&all, &xs, order, &kept);
    write_model(argv[2], dictionary, model.dictionary_slots, &kept);
    free_essays(&all);
    hence_lexicon_free(lexicon);
    arena_free(&mem);
    free(order);
    free(dictionary);
    return 0;
}
