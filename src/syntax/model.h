/* model: the file format of the trained models, read straight from its bytes.
 *
 * A file is a header (magic, version, kind, length, checksum) and sections, each at a multiple of 8 bytes, in the byte order of the
 * machine that wrote it (little endian: another machine refuses the magic number). Weights are of 8 bits: features are hashed to 32-bit keys in an open-addressing table with linear
 * probing, so that nothing is built when a program starts. */
#ifndef HENCE_SYNTAX_MODEL_H
#define HENCE_SYNTAX_MODEL_H
#include "base/error.h"
#include "base/str.h"

enum { MODEL_VERSION = 2, MODEL_CLASSES = 64 };
typedef enum { MODEL_TAGGER = 1, MODEL_PARSER, MODEL_UNITS, MODEL_DICTIONARY } model_kind;

typedef struct {
    uint64_t magic;
    uint32_t version, kind;
    uint64_t length;   /* bytes after the header */
    uint64_t checksum; /* of these: model_checksum */
} model_header;
#define MODEL_MAGIC 0x0A6C6D65636E6568u /* "hencelm\n", little endian */

/* A feature: key 0 is an empty slot. `value` is four weights of 8 bits (a dense table, at most 4 classes), or one weight of 32 bits (a single table), or where the feature's pairs of class and weight
 * begin, shifted left by 6, and one less than their number (a sparse table). */
typedef struct {
    uint32_t key, value;
} model_slot;

typedef struct {
    const model_slot *slots;
    const int8_t *pairs; /* class, weight, class, weight, ... ; sparse tables only */
    const uint64_t
        *filter; /* bit (key % filter_bits) is set for each key: most features have no weight and stop here */
    uint32_t slot_count, pair_count;
    uint32_t filter_mask; /* filter_bits - 1 */
} model_table;

/* Where reading has come to in a file. */
typedef struct {
    const unsigned char *at, *end;
} model_reader;

/* Opens a file in memory (at a multiple of 8 bytes) and checks all of its header. 0, or -1: HENCE_EMODEL. Linear, about 1 ms for 8 MB. */
int model_open(str file, model_kind kind, model_reader *out, hence_error *err);
/* The next section, of `count` items of `size` bytes, or NULL where the file ends before that. */
const void *model_section(model_reader *r, size_t count, size_t size);
/* The next table. False where the file ends before that or the table has no empty slot at its end. */
bool model_read_table(model_reader *r, model_table *out);
/* A damaged file: the error. Gives -1. */
int model_damaged(hence_error *err);
uint64_t model_checksum(const void *data, size_t len);

/* Where the search for a key begins. */
static inline uint32_t model_place(uint32_t key, uint32_t slot_count) {
    return (uint32_t)((uint64_t)key * slot_count >> 32);
}
/* Whether a slot is taken by a lesser key. */
static inline bool model_is_below(const model_slot *s, uint32_t key) {
    return s->key - 1 < key - 1; /* an empty slot counts as the greatest */
}

enum { MODEL_STRIDE = 16 };

/* The slot of `key`, or another one. Keys ascend from slot to slot, but for empty ones, so that the search strides on while a stride ends with a lesser key, and then
 * halves the last stride, without a branch to foresee; a table ends with an empty slot, and what is left before that is walked. */
static inline const model_slot *model_find(const model_slot *slots, uint32_t slot_count, uint32_t key) {
    const model_slot *s = slots + model_place(key, slot_count), *end = slots + slot_count;
    while (end - s >= MODEL_STRIDE && model_is_below(s + MODEL_STRIDE - 1, key))
        s += MODEL_STRIDE;
    if (end - s >= MODEL_STRIDE)
        for (int half = MODEL_STRIDE / 2; half; half /= 2)
            s += model_is_below(s + half - 1, key) * half;
    while (model_is_below(s, key))
        s++;
    return s;
}

/* The value of `key`, or 0. */
static inline uint32_t model_value(const model_slot *slots, uint32_t slot_count, uint32_t key) {
    const model_slot *s = model_find(slots, slot_count, key);
    return s->key == key ? s->value : 0;
}

/* Adds the weights of the features to `scores`, a number a class. */
void model_add_sparse(const model_table *t, const uint32_t *features, size_t count, int32_t scores[MODEL_CLASSES]);
void model_add_dense(const model_table *t, const uint32_t *features, size_t count, int32_t scores[4]);
/* The sum of the weights of a table of single weights. */
int32_t model_sum_single(const model_table *t, const uint32_t *features, size_t count);
#endif
