#include <config.h>

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "train_order.h"

enum {
    ROUNDS = 40 /* of Lloyd's algorithm */,
    TRIES = 100 /* seeds */,
    SEGMENT = 8192 /* cells, good for a million weights */
};
static const double room = 1.14; /* cells a weight: fewer can seldom be filled */

static void put_u32(unsigned char *p, uint32_t v) {
    for (int i = 0; i < 4; i++)
        p[i] = (unsigned char)(v >> 8 * i);
}

/* ---- the levels that weights are rounded to */

static uint32_t nearest(const float *levels, float weight) {
    uint32_t best = 0;
    for (uint32_t i = 1; i < ORDER_LEVELS; i++)
        if (fabsf(levels[i] - weight) < fabsf(levels[best] - weight))
            best = i;
    return best;
}

/* Least squares, by Lloyd's algorithm. `kept` is in the order of weight, heaviest first. */
static void find_levels(const kept_features *kept, float *levels) {
    float most = kept->count ? fabsf(kept->items[kept->count / 1000].weight) : 1;
    for (int i = 0; i < ORDER_LEVELS; i++)
        levels[i] = most * (float)(2 * i + 1 - ORDER_LEVELS) / (float)ORDER_LEVELS;
    for (int round = 0; round < ROUNDS; round++) {
        double sums[ORDER_LEVELS] = {0}, counts[ORDER_LEVELS] = {0};
        for (size_t i = 0; i < kept->count; i++) {
            uint32_t level = nearest(levels, kept->items[i].weight);
            sums[level] += (double)kept->items[i].weight;
            counts[level]++;
        }
        for (int i = 0; i < ORDER_LEVELS; i++)
            if (counts[i] > 0)
                levels[i] = (float)(sums[i] / counts[i]);
    }
}

/* ---- the cells: binary fuse filter */

typedef struct {
    uint32_t features, numbers; /* how many features have the cell; their numbers, xored */
} load;

typedef struct {
    uint32_t feature, cell;
} peeled;

/* Puts the features in an order in which each has a cell that none before it has. Gives whether there is one. */
static bool peel(order_shape shape, size_t cells, const kept_features *kept, peeled *order) {
    load *loads = must(calloc(cells, sizeof *loads));
    uint32_t *queue = must(calloc(cells, sizeof *queue)), at[3];
    size_t waiting = 0, done = 0;
    for (size_t i = 0; i < kept->count; i++) {
        order_cells(shape, kept->items[i].feature, at);
        for (int k = 0; k < 3; k++)
            loads[at[k]] = (load){loads[at[k]].features + 1, loads[at[k]].numbers ^ (uint32_t)i};
    }
    for (size_t i = 0; i < cells; i++)
        if (loads[i].features == 1)
            queue[waiting++] = (uint32_t)i;
    while (waiting) {
        uint32_t cell = queue[--waiting], feature = loads[cell].numbers;
        if (loads[cell].features != 1)
            continue;
        order[done++] = (peeled){feature, cell};
        order_cells(shape, kept->items[feature].feature, at);
        for (int k = 0; k < 3; k++) {
            loads[at[k]] = (load){loads[at[k]].features - 1, loads[at[k]].numbers ^ feature};
            if (loads[at[k]].features == 1)
                queue[waiting++] = at[k];
        }
    }
    free(loads);
    free(queue);
    return done == kept->count;
}

/* The values of the cells, in fresh memory. Chooses the seed. */
static uint16_t *fill_cells(order_shape *shape, const kept_features *kept, const float *levels) {
    size_t cells = ((size_t)shape->segments + 2) * shape->segment;
    peeled *order = must(calloc(kept->count + 1, sizeof *order));
    uint16_t *values = must(calloc(cells, sizeof *values));
    while (!peel(*shape, cells, kept, order))
        if (++shape->seed == TRIES) {
            fputs("train_order: the weights do not fit\n", stderr);
            exit(1);
        }
    for (size_t i = kept->count; i > 0; i--) {
        const kept_feature *f = &kept->items[order[i - 1].feature];
        uint32_t at[3], value = order_cells(*shape, f->feature, at) << ORDER_LEVEL_BITS | nearest(levels, f->weight);
        for (int k = 0; k < 3; k++)
            value ^= at[k] == order[i - 1].cell ? 0 : values[at[k]];
        values[order[i - 1].cell] = (uint16_t)value;
    }
    free(order);
    return values;
}

void write_model(const char *path, const unsigned char *dictionary, uint32_t slots, const kept_features *kept) {
    order_shape shape = {SEGMENT, (uint32_t)((double)kept->count * room / SEGMENT) + 1, 0};
    float levels[ORDER_LEVELS];
    find_levels(kept, levels);
    uint16_t *values = fill_cells(&shape, kept, levels);
    size_t before = ORDER_HEADER + (size_t)slots * ORDER_DICTIONARY_BYTES, size = before + order_cell_bytes(shape);
    unsigned char *file = must(calloc(size, 1));
    memcpy(file, "HENCEORD", 8);
    const uint32_t head[] = {ORDER_VERSION, 0, slots, shape.segment, shape.segments, shape.seed};
    for (size_t i = 0; i < sizeof head / sizeof *head; i++)
        put_u32(file + 8 + 4 * i, head[i]);
    for (size_t i = 0; i < ORDER_LEVELS; i++) {
        uint32_t bits;
        memcpy(&bits, &levels[i], sizeof bits);
        put_u32(file + 32 + 4 * i, bits);
    }
    memcpy(file + ORDER_HEADER, dictionary, (size_t)slots * ORDER_DICTIONARY_BYTES);
    for (size_t i = 0; i < ((size_t)shape.segments + 2) * shape.segment; i++) {
        unsigned char *p = file + before + i * ORDER_CELL_BITS / 8;
        uint32_t value = (uint32_t)values[i] << i * ORDER_CELL_BITS % 8;
        for (int k = 0; k < 3; k++)
            p[k] |= (unsigned char)(value >> 8 * k);
    }
    put_u32(file + 12, order_checksum((str){(char *)file + 16, size - 16}));
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(file, 1, size, f) != size || fclose(f)) {
        fprintf(stderr, "train_order: %s cannot be written\n", path);
        exit(1);
    }
    fprintf(stderr, "%zu weights, %zu bytes\n", kept->count, size);
    free(values);
    free(file);
}
