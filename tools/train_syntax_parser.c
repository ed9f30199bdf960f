#include <config.h>

#include "train_syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    perceptron *structure, *labels;
    parser_state state;
    const corpus_sentence *sentence;
    uint32_t heads[PARSER_WINDOW];                                      /* gold; the root is `count` */
    uint32_t first_child[PARSER_WINDOW + 1], next_child[PARSER_WINDOW]; /* gold; UINT32_MAX after the last */
    size_t moves, wrong, arcs, arcs_wrong;
} trainer;

/* The gold arcs between nodes: a head that has no node stands for its own head. */
static void read_gold(trainer *t, const corpus_sentence *s) {
    uint32_t node[PARSER_WINDOW], count = t->state.count;
    t->sentence = s;
    memset(node, 0xFF, sizeof node);
    memset(t->first_child, 0xFF, sizeof t->first_child);
    for (uint32_t n = 0; n < count; n++)
        node[t->state.place[n]] = n;
    for (uint32_t n = count; n-- > 0;) {
        uint32_t head = s->tokens[t->state.place[n]].head;
        while (head && node[head - 1] == UINT32_MAX)
            head = s->tokens[head - 1].head;
        t->heads[n] = head ? node[head - 1] : count;
        t->next_child[n] = t->first_child[t->heads[n]];
        t->first_child[t->heads[n]] = n;
    }
}

static bool on_stack(const parser_state *s, uint32_t i) {
    return i < s->next && s->nodes[i].head == s->count + 1;
}

/* How many gold arcs a move puts out of reach (Goldberg and Nivre 2013, section 4.2; the root stands at the end). */
static unsigned cost(const trainer *t, parser_move move) {
    const parser_state *s = &t->state;
    uint32_t top = s->depth ? s->stack[s->depth - 1] : 0;
    uint32_t below = s->depth > 1 ? s->stack[s->depth - 2] : UINT32_MAX;
    unsigned lost = 0;
    if (move == MOVE_SHIFT) {
        uint32_t head = t->heads[s->next];
        lost += head != top && head != s->count && on_stack(s, head);
        for (uint32_t c = t->first_child[s->next]; c != UINT32_MAX; c = t->next_child[c])
            lost += on_stack(s, c);
        return lost;
    }
    for (uint32_t c = t->first_child[top]; c != UINT32_MAX; c = t->next_child[c])
        lost += c >= s->next;
    uint32_t head = t->heads[top];
    if (move == MOVE_LEFT)
        return lost + (head == below || head > s->next);
    return lost + (head >= s->next);
}

/* A right choice by less than this is learnt again. */
enum { MARGIN = 30 };

static parser_move choose(trainer *t, bool explore, uint64_t *seed) {
    parser_state *s = &t->state;
    bool allowed[MOVE_COUNT];
    unsigned costs[MOVE_COUNT], count = 0, least = UINT32_MAX;
    int32_t scores[MODEL_CLASSES] = {0};
    for (int m = 0; m < MOVE_COUNT; m++)
        count += allowed[m] = parser_allows(s, (parser_move)m);
    if (count == 1 || s->next == s->count) {
        for (int m = 0; m < MOVE_COUNT; m++)
            if (allowed[m])
                return (parser_move)m;
    }
    uint32_t features[PARSER_FEATURES];
    size_t n = parser_structure_features(s, features);
    perceptron_score(t->structure, features, n, scores);
    int guess = -1, truth = -1;
    for (int m = 0; m < MOVE_COUNT; m++)
        if (allowed[m]) {
            costs[m] = cost(t, (parser_move)m);
            least = costs[m] < least ? costs[m] : least;
            if (guess < 0 || scores[m] > scores[guess])
                guess = m;
        }
    for (int m = 0; m < MOVE_COUNT; m++)
        if (allowed[m] && costs[m] == least && (truth < 0 || scores[m] > scores[truth]))
            truth = m;
    perceptron_tick(t->structure);
    t->moves++;
    if (guess == truth) {
        int rival = -1;
        for (int m = 0; m < MOVE_COUNT; m++)
            if (allowed[m] && costs[m] > least && (rival < 0 || scores[m] > scores[rival]))
                rival = m;
        if (rival >= 0 && scores[truth] - scores[rival] < MARGIN)
            perceptron_update(t->structure, features, n, (unsigned)truth, (unsigned)rival);
        return (parser_move)guess;
    }
    t->wrong++;
    perceptron_update(t->structure, features, n, (unsigned)truth, (unsigned)guess);
    return (parser_move)(explore && corpus_random(seed) % 10 ? guess : truth);
}

/* Names an arc as the parser would, and learns from it where the arc is right. */
static dep label(trainer *t, parser_move move) {
    uint32_t head, child;
    parser_arc(&t->state, move, &head, &child);
    if (head == t->state.count)
        return DEP_root;
    uint32_t features[PARSER_FEATURES];
    int32_t scores[MODEL_CLASSES] = {0};
    size_t n = parser_label_features(&t->state, head, child, features);
    perceptron_score(t->labels, features, n, scores);
    unsigned best = DEP_dep, truth = t->sentence->tokens[t->state.place[child]].relation;
    for (unsigned c = DEP_root + 1; c < DEP_COUNT; c++)
        if (scores[c] > scores[best])
            best = c;
    if (t->heads[child] != head)
        return (dep)best;
    perceptron_tick(t->labels);
    t->arcs++;
    if (best == truth) {
        unsigned rival = truth == DEP_dep ? DEP_acl : DEP_dep;
        for (unsigned c = DEP_root + 1; c < DEP_COUNT; c++)
            if (c != truth && scores[c] > scores[rival])
                rival = c;
        if (scores[truth] - scores[rival] < MARGIN / 2)
            perceptron_update(t->labels, features, n, truth, rival);
    } else {
        t->arcs_wrong++;
        perceptron_update(t->labels, features, n, truth, best);
    }
    return (dep)best;
}

/* In so many words of a hundred the form is hidden, so that the parser learns to do with suffix and tags: it will meet many words it does not know. */
enum { WORD_DROPOUT = 15 };

static void train_sentence(trainer *t, const corpus_sentence *s, const syntax_word *words, bool explore,
                           uint64_t *seed) {
    if (s->count > PARSER_WINDOW)
        return;
    syntax_word dropped[PARSER_WINDOW];
    memcpy(dropped, words, s->count * sizeof *dropped);
    for (uint32_t i = 0; i < s->count; i++)
        if (corpus_random(seed) % 100 < WORD_DROPOUT)
            dropped[i].known = 0;
    parser_begin(&t->state, dropped, s->count);
    read_gold(t, s);
    while (t->state.next < t->state.count || t->state.depth) {
        parser_move move = choose(t, explore, seed);
        parser_apply(&t->state, move, move == MOVE_SHIFT ? DEP_NONE : label(t, move));
    }
}

/* After so many passes the features that were updated most often are kept, and their weights learn to do without the others: at the same size that is worth
 * half a point of labelled attachment more than leaving out the others in the end. */
enum { FREE_PASSES = 2, RUN_PASSES = 5, STRUCTURE_KEPT = 228000, LABELS_KEPT = 76000 };

/* Weights of relations that would be smaller in 8 bits change no tree, or nearly none, and make a third of all. */
static const double LEAST_LABEL_WEIGHT = 3.5;

static void keep(trainer *t) {
    perceptron_keep(t->structure, STRUCTURE_KEPT);
    perceptron_keep(t->labels, LABELS_KEPT);
}

static void restart(trainer *t) {
    perceptron_restart(t->structure);
    perceptron_restart(t->labels);
}

str train_parser(const corpus *all, const syntax_word *words, unsigned runs, const char *name) {
    static trainer t;
    t = (trainer){.structure = perceptron_new(), .labels = perceptron_new()};
    const syntax_word **at = malloc((all->count + 1) * sizeof *at);
    if (!at)
        exit(1);
    for (size_t i = 0; i < all->count; words += all->items[i++].count)
        at[i] = words;
    uint32_t *order = train_order(all->count);
    uint64_t seed = 3;
    for (unsigned pass = 0; pass < FREE_PASSES + runs * RUN_PASSES; pass++) {
        if (pass == FREE_PASSES)
            keep(&t);
        else if (pass > FREE_PASSES && (pass - FREE_PASSES) % RUN_PASSES == 0)
            restart(&t);
        train_shuffle(order, all->count, &seed);
        t.moves = t.wrong = t.arcs = t.arcs_wrong = 0;
        for (size_t i = 0; i < all->count; i++)
            train_sentence(&t, &all->items[order[i]], at[order[i]], pass > 0, &seed);
        fprintf(stderr, "%s: pass %u, %zu of %zu moves and %zu of %zu labels wrong\n", name, pass + 1, t.wrong, t.moves,
                t.arcs_wrong, t.arcs);
    }
    free(order);
    free(at);
    buf sections = {0};
    perceptron_write(t.structure, (table_options){.dense = true, .clip = 0.0001}, "structure", &sections);
    perceptron_write(t.labels, (table_options){.min_weight = LEAST_LABEL_WEIGHT / 127.0, .clip = 0.0001}, "labels", &sections);
    perceptron_free(t.structure);
    perceptron_free(t.labels);
    return model_file(MODEL_PARSER, &sections);
}
