#include <config.h>

#include "train_syntax_perceptron.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    int64_t moved; /* sum of change times clock */
    int32_t weight, start; /* start: what perceptron_keep left */
    uint32_t class;
} cell;

typedef struct {
    uint32_t key, updates;
    uint32_t first; /* in cells */
    uint16_t count, room;
} row;

struct perceptron {
    row *rows; /* open addressing; key 0 is empty */
    uint32_t row_room, row_count;
    cell *cells;
    size_t cell_count, cell_room;
    int64_t clock;
    bool closed; /* features without a row get none */
};

static void *must(void *memory) {
    if (!memory) {
        fputs("out of memory\n", stderr);
        exit(1);
    }
    return memory;
}

perceptron *perceptron_new(void) {
    perceptron *p = must(calloc(1, sizeof *p));
    p->row_room = 1u << 16;
    p->rows = must(calloc(p->row_room, sizeof *p->rows));
    p->clock = 1;
    return p;
}

void perceptron_free(perceptron *p) {
    if (!p)
        return;
    free(p->rows);
    free(p->cells);
    free(p);
}

static row *find(row *rows, uint32_t room, uint32_t key) {
    uint32_t i = (key ^ key >> 15) & (room - 1);
    while (rows[i].key && rows[i].key != key)
        i = (i + 1) & (room - 1);
    return rows + i;
}

static row *obtain(perceptron *p, uint32_t key) {
    row *r = find(p->rows, p->row_room, key);
    if (r->key)
        return r;
    if (p->row_count >= p->row_room / 2) {
        uint32_t room = p->row_room * 2;
        row *fresh = must(calloc(room, sizeof *fresh));
        for (uint32_t i = 0; i < p->row_room; i++)
            if (p->rows[i].key)
                *find(fresh, room, p->rows[i].key) = p->rows[i];
        free(p->rows);
        p->rows = fresh;
        p->row_room = room;
        r = find(p->rows, p->row_room, key);
    }
    p->row_count++;
    r->key = key;
    return r;
}

static cell *obtain_cell(perceptron *p, row *r, unsigned class) {
    for (unsigned i = 0; i < r->count; i++)
        if (p->cells[r->first + i].class == class)
            return &p->cells[r->first + i];
    if (r->count == r->room) {
        uint16_t room = (uint16_t)(r->room ? r->room * 2 : 2);
        if (p->cell_count + room > p->cell_room) {
            p->cell_room = p->cell_room ? p->cell_room * 2 : 1u << 16;
            p->cells = must(realloc(p->cells, p->cell_room * sizeof *p->cells));
        }
        if (r->count)
            memcpy(p->cells + p->cell_count, p->cells + r->first, r->count * sizeof *p->cells);
        r->first = (uint32_t)p->cell_count;
        r->room = room;
        p->cell_count += room;
    }
    cell *c = &p->cells[r->first + r->count++];
    *c = (cell){.class = class};
    return c;
}

void perceptron_score(const perceptron *p, const uint32_t *features, size_t count, int32_t scores[MODEL_CLASSES]) {
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(p->rows + ((features[i] ^ features[i] >> 15) & (p->row_room - 1)));
    const row *rows[256];
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const row *r = find(p->rows, p->row_room, features[i]);
        if (r->key) {
            rows[found++] = r;
            __builtin_prefetch(p->cells + r->first);
        }
    }
    for (size_t i = 0; i < found; i++)
        for (unsigned k = 0; k < rows[i]->count; k++) {
            const cell *c = &p->cells[rows[i]->first + k];
            scores[c->class] += c->weight;
        }
}

void perceptron_tick(perceptron *p) {
    p->clock++;
}

void perceptron_update(perceptron *p, const uint32_t *features, size_t count, unsigned truth, unsigned guess) {
    for (size_t i = 0; i < count; i++) {
        row *r = p->closed ? find(p->rows, p->row_room, features[i]) : obtain(p, features[i]);
        if (!r->key)
            continue;
        r->updates++;
        cell *c = obtain_cell(p, r, truth);
        c->weight++;
        c->moved += p->clock;
        c = obtain_cell(p, r, guess);
        c->weight--;
        c->moved -= p->clock;
    }
}

static int by_updates(const void *a, const void *b) {
    const row *x = a, *y = b;
    return x->updates != y->updates ? (x->updates < y->updates) - (x->updates > y->updates)
                                    : (x->key > y->key) - (x->key < y->key);
}

void perceptron_keep(perceptron *p, size_t count) {
    row *rows = must(malloc((p->row_count + 1) * sizeof *rows));
    size_t n = 0;
    for (uint32_t i = 0; i < p->row_room; i++)
        if (p->rows[i].key)
            rows[n++] = p->rows[i];
    qsort(rows, n, sizeof *rows, by_updates);
    n = n < count ? n : count;
    memset(p->rows, 0, p->row_room * sizeof *p->rows);
    while (p->row_room > 1u << 16 && p->row_room / 8 > n)
        p->row_room /= 2; /* fits the cache better */
    for (size_t i = 0; i < n; i++)
        *find(p->rows, p->row_room, rows[i].key) = rows[i];
    for (size_t i = 0; i < p->cell_count; i++) {
        p->cells[i].moved = 0;
        p->cells[i].start = p->cells[i].weight;
    }
    p->row_count = (uint32_t)n;
    p->clock = 1;
    p->closed = true;
    free(rows);
}

void perceptron_restart(perceptron *p) {
    for (size_t i = 0; i < p->cell_count; i++) {
        cell *c = &p->cells[i];
        c->moved += p->clock * (c->start - c->weight);
        c->weight = c->start;
    }
}

void perceptron_set(perceptron *p, uint32_t key, unsigned class, double weight) {
    row *r = obtain(p, key);
    r->updates = 1u << 30;
    obtain_cell(p, r, class)->weight = (int32_t)lround(weight * 65536);
}

static double average(const perceptron *p, const cell *c) {
    return (double)c->weight - (double)c->moved / (double)p->clock;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int by_key(const void *a, const void *b) {
    uint32_t x = (*(const row *const *)a)->key, y = (*(const row *const *)b)->key;
    return (x > y) - (x < y);
}

/* What weight becomes 127. */
static double largest(const perceptron *p, const row *const *rows, size_t count, double clip) {
    size_t n = 0, room = 0;
    for (size_t i = 0; i < count; i++)
        room += rows[i]->count;
    double *sizes = must(malloc((room + 1) * sizeof *sizes));
    for (size_t i = 0; i < count; i++)
        for (unsigned k = 0; k < rows[i]->count; k++)
            sizes[n++] = fabs(average(p, &p->cells[rows[i]->first + k]));
    qsort(sizes, n, sizeof *sizes, by_size);
    double size = n ? sizes[n - 1 - (size_t)((double)(n - 1) * clip)] : 1;
    free(sizes);
    return size > 0 ? size : 1;
}

void section_add(buf *out, const void *data, size_t len) {
    static const char zeros[8];
    buf_add(out, (str){data, len});
    buf_add(out, (str){zeros, (8 - len % 8) % 8});
}

/* A table in the making: its features in the order of their keys, and the pairs of a sparse one. */
typedef struct {
    model_slot *entries;
    size_t count;
    buf pairs;
} table;

/* Adds a feature, unless none of its weights is left; `scale` makes the largest weight 127. */
static void add_row(table *t, const perceptron *p, const row *r, table_options options, double scale) {
    uint32_t value = 0, first = (uint32_t)(t->pairs.len / 2), n = 0;
    for (unsigned k = 0; k < r->count; k++) {
        const cell *c = &p->cells[r->first + k];
        if (options.single) {
            value = (uint32_t)c->weight;
            n += fabs(c->weight / 65536.0) >= options.min_weight && c->weight;
            continue;
        }
        double w = average(p, c) * scale;
        int8_t small = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : lround(w));
        if (fabs(w) < options.min_weight * 127 || !small)
            continue;
        n++;
        if (options.dense)
            value |= (uint32_t)(uint8_t)small << 8 * c->class;
        else {
            buf_char(&t->pairs, (char)c->class);
            buf_char(&t->pairs, (char)small);
        }
    }
    if (n)
        t->entries[t->count++] = (model_slot){r->key, options.dense || options.single ? value : first << 6 | (n - 1)};
}

/* Lays the entries out, each at its place or the next free one; gives how many slots that takes. Counts alone where `slots` is NULL. */
static uint32_t lay_out(const table *t, uint32_t places, model_slot *slots) {
    uint32_t next = 0;
    for (size_t i = 0; i < t->count; i++) {
        uint32_t at = model_place(t->entries[i].key, places);
        next = at > next ? at : next;
        if (slots)
            slots[next] = t->entries[i];
        next++;
    }
    return (next > places ? next : places) + 1;
}

static void add_filter(const table *t, uint32_t bits, buf *out) {
    uint64_t *filter = must(calloc(bits / 64, sizeof *filter));
    for (size_t i = 0; i < t->count; i++)
        filter[(t->entries[i].key & (bits - 1)) / 64] |= (uint64_t)1 << t->entries[i].key % 64;
    section_add(out, filter, bits / 8);
    free(filter);
}

void perceptron_write(const perceptron *p, table_options options, const char *name, buf *out) {
    const row **rows = must(malloc((p->row_count + 1) * sizeof(row *)));
    size_t count = 0;
    for (uint32_t i = 0; i < p->row_room; i++)
        if (p->rows[i].key && p->rows[i].updates >= options.min_updates)
            rows[count++] = &p->rows[i];
    qsort(rows, count, sizeof *rows, by_key);
    double scale = 127 / largest(p, rows, count, options.clip);
    table t = {.entries = must(calloc(count + 1, sizeof *t.entries))};
    for (size_t i = 0; i < count; i++)
        add_row(&t, p, rows[i], options, scale);
    uint32_t places = (uint32_t)(t.count * 14 / 13) + 8, slot_count = lay_out(&t, places, NULL), bits = 64;
    while (bits < t.count * 6)
        bits *= 2;
    model_slot *slots = must(calloc(slot_count, sizeof *slots));
    lay_out(&t, places, slots);
    uint32_t sizes[4] = {places, slot_count, (uint32_t)(t.pairs.len / 2), bits};
    section_add(out, sizes, sizeof sizes);
    section_add(out, slots, slot_count * sizeof *slots);
    section_add(out, t.pairs.data, t.pairs.len);
    add_filter(&t, bits, out);
    if (name)
        fprintf(stderr, "%s: %u features, %zu kept, %zu weights, %zu kB\n", name, p->row_count, t.count, t.pairs.len / 2,
                (slot_count * sizeof(model_slot) + t.pairs.len) / 1024);
    free(slots);
    buf_free(&t.pairs);
    free(t.entries);
    free(rows);
}

str model_file(model_kind kind, buf *sections) {
    model_header h = {MODEL_MAGIC, MODEL_VERSION, kind, sections->len, model_checksum(sections->data, sections->len)};
    size_t len = sizeof h + sections->len;
    char *data = must(aligned_alloc(16, (len + 15) / 16 * 16));
    memcpy(data, &h, sizeof h);
    memcpy(data + sizeof h, sections->data, sections->len);
    buf_free(sections);
    return (str){data, len};
}
