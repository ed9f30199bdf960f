#include <config.h>

#include "train_markers.h"

#include <linear.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "marker/candidate.h"

enum { PRIOR_VALUE = 4 };

typedef struct {
    uint32_t hash, count, index; /* index from 1; 0: too rare */
    bool prior;                  /* it tells the form alone: its weight is held back less than others */
} known_feature;

static double value_of(const known_feature *f) {
    return f->prior ? PRIOR_VALUE : 1;
}

typedef struct {
    known_feature *slots;
    size_t room, count;
} feature_table;

static known_feature *feature_slot(feature_table *t, uint32_t hash) {
    if (t->count * 2 >= t->room) {
        feature_table old = *t;
        t->room = old.room ? old.room * 2 : 1 << 16;
        t->slots = check(calloc(t->room, sizeof *t->slots));
        for (size_t i = 0; i < old.room; i++)
            if (old.slots[i].count) {
                size_t at = old.slots[i].hash & (t->room - 1);
                while (t->slots[at].count)
                    at = (at + 1) & (t->room - 1);
                t->slots[at] = old.slots[i];
            }
        free(old.slots);
    }
    size_t at = hash & (t->room - 1);
    while (t->slots[at].count && t->slots[at].hash != hash)
        at = (at + 1) & (t->room - 1);
    if (!t->slots[at].count)
        t->count++;
    t->slots[at].hash = hash;
    return &t->slots[at];
}

void training_add(training_set *s, const uint32_t *hashes, unsigned count, bool label) {
    if (s->count + count > s->room) {
        s->room = s->room ? s->room * 2 : 1 << 20;
        s->hashes = check(realloc(s->hashes, s->room * sizeof *s->hashes));
    }
    if (s->instances + 2 > s->instance_room) {
        s->instance_room = s->instance_room ? s->instance_room * 2 : 1 << 14;
        s->starts = check(realloc(s->starts, s->instance_room * sizeof *s->starts));
        s->labels = check(realloc(s->labels, s->instance_room));
    }
    s->starts[s->instances] = s->count;
    s->labels[s->instances++] = label ? 1 : -1;
    memcpy(s->hashes + s->count, hashes, count * sizeof *hashes);
    s->count += count;
    s->starts[s->instances] = s->count;
}

void training_free(training_set *s) {
    free(s->hashes);
    free(s->starts);
    free(s->labels);
    *s = (training_set){0};
}

static int by_index(const void *a, const void *b) {
    return ((const struct feature_node *)a)->index - ((const struct feature_node *)b)->index;
}

static int by_hash(const void *a, const void *b) {
    uint32_t x = ((const known_feature *)a)->hash, y = ((const known_feature *)b)->hash;
    return x < y ? -1 : x > y;
}

static void put_word(buf *b, uint32_t v) {
    for (int i = 0; i < 4; i++)
        buf_char(b, (char)(v >> (8 * i) & 0xFF));
}

static void put_float(buf *b, float v) {
    uint32_t bits;
    memcpy(&bits, &v, sizeof bits);
    put_word(b, bits);
}

/* The model file (marker/weights.h): weights in steps of `scale`; what rounds to nothing is left out. */
static void write_model(const struct model *m, feature_table *t, double bias, buf *out) {
    double largest = 0;
    for (size_t i = 0; i < t->room; i++)
        if (t->slots[i].index)
            largest = fmax(largest, fabs(m->w[t->slots[i].index - 1] * value_of(&t->slots[i])));
    double scale = largest > 0 ? largest / 127 : 1, sign = m->label[0] == 1 ? 1 : -1;
    known_feature *kept = check(calloc(t->count + 1, sizeof *kept));
    signed char *weights = check(calloc(t->count + 1, 1));
    size_t n = 0;
    for (size_t i = 0; i < t->room; i++)
        if (t->slots[i].count && t->slots[i].index && lround(m->w[t->slots[i].index - 1] * value_of(&t->slots[i]) / scale) != 0)
            kept[n++] = t->slots[i];
    qsort(kept, n, sizeof *kept, by_hash);
    buf body = {0};
    for (size_t i = 0; i < n; i++)
        put_word(&body, kept[i].hash);
    for (size_t i = 0; i < n; i++)
        buf_char(&body, (char)lround(sign * m->w[kept[i].index - 1] * value_of(&kept[i]) / scale));
    buf_clear(out);
    buf_text(out, "HMRK");
    put_word(out, WEIGHTS_VERSION);
    put_word(out, (uint32_t)n);
    put_float(out, (float)bias);
    put_float(out, (float)scale);
    put_word(out, str_hash(buf_str(&body)));
    buf_add(out, buf_str(&body));
    if (out->failed)
        die("memory", "ended");
    free(kept);
    free(weights);
    buf_free(&body);
}

static void silent(const char *s) {
    (void)s;
}

void training_run(const training_set *s, double c, unsigned least, buf *out) {
    feature_table t = {0};
    for (size_t i = 0; i < s->count; i++)
        feature_slot(&t, s->hashes[i])->count++;
    for (size_t i = 0; i < s->instances; i++)
        for (unsigned k = 0; k < FEATURE_PRIORS; k++)
            feature_slot(&t, s->hashes[s->starts[i] + k])->prior = true;
    /* indices in the order of the hashes' first appearance, which is the same each time */
    int features = 0;
    for (size_t i = 0; i < s->count; i++) {
        known_feature *f = feature_slot(&t, s->hashes[i]);
        if (!f->index && f->count >= least)
            f->index = (uint32_t)++features;
    }
    struct feature_node *nodes = check(calloc(s->count + s->instances, sizeof *nodes)), *next = nodes;
    struct feature_node **rows = check(calloc(s->instances, sizeof *rows));
    double *labels = check(calloc(s->instances, sizeof *labels));
    for (size_t i = 0; i < s->instances; i++) {
        rows[i] = next;
        labels[i] = s->labels[i];
        for (size_t k = s->starts[i]; k < s->starts[i + 1]; k++) {
            const known_feature *f = feature_slot(&t, s->hashes[k]);
            if (f->index)
                *next++ = (struct feature_node){(int)f->index, value_of(f)};
        }
        qsort(rows[i], (size_t)(next - rows[i]), sizeof **rows, by_index);
        struct feature_node *to = rows[i];
        for (struct feature_node *from = rows[i]; from < next; from++)
            if (to == rows[i] || to[-1].index != from->index)
                *to++ = *from;
        next = to;
        *next++ = (struct feature_node){-1, 0};
    }
    struct problem problem = {(int)s->instances, features, labels, rows, -1};
    struct parameter parameter = {.solver_type = L2R_LR, .C = c, .eps = 0.001};
    set_print_string_function(silent);
    const char *wrong = check_parameter(&problem, &parameter);
    if (wrong)
        die("liblinear", wrong);
    struct model *m = train(&problem, &parameter);
    write_model(m, &t, 0, out);
    fprintf(stderr, "%zu instances, %d features, %zu bytes\n", s->instances, features, out->len);
    free_and_destroy_model(&m);
    free(nodes);
    free(rows);
    free(labels);
    free(t.slots);
}
