/* order: how well words stand in their order.
 *
 * A log-linear model over n-grams of 2 to 5 tokens, each token as a word, a fine class (the parts of speech that the word can have) or a coarse one.
 * Trained so that clean text beats the same text with neighbouring words swapped (tools/train_order.c); after the rankers of word order in
 * Brants and others (2007) and grammar correction by language model (Bryant and Briscoe 2018). The file holds hashes and weights alone:
 *
 *     "HENCEORD", then little-endian, 4 bytes each: version, checksum of all that follows (FNV-1a), slots of the dictionary, length and number of the
 *     segments of the weights, their seed, the ORDER_LEVELS floats that a weight can be;
 *     the dictionary, open addressing with linear probing: per slot a part of the hash (3 bytes), fine class (1; 0 in an empty slot), coarse class (1; the
 *     highest bit: it counts as a word);
 *     the weights, a binary fuse filter (Graf and Lemire 2022) whose cells, ORDER_CELL_BITS bits each in a row, give the level of a weight under a check:
 *     three cells of a feature, xored, are its check and its level, or it has no weight. */
#ifndef HENCE_TEXT_ORDER_H
#define HENCE_TEXT_ORDER_H
#include "base/str.h"
#include "hence/hence.h"

enum {
    ORDER_VERSION = 2,
    ORDER_DICTIONARY_BYTES = 5,
    ORDER_WORD = 128, /* flag of a coarse class in the dictionary */
    ORDER_LEVEL_BITS = 4,
    ORDER_LEVELS = 1 << ORDER_LEVEL_BITS,
    ORDER_CELL_BITS = 14,
    ORDER_HEADER = 32 + 4 * ORDER_LEVELS,
    ORDER_CONTEXT = 2,   /* tokens on either side of the pair that are looked at */
    ORDER_WINDOW = 16,   /* tokens of a window, context included, at most */
    ORDER_FEATURES = 512 /* of a window, at most */
};

/* Classes that are not in the dictionary. */
enum { ORDER_EDGE, ORDER_UNKNOWN, ORDER_NAME, ORDER_NUMBER, ORDER_SIGN, ORDER_COMPOUND, ORDER_FIRST_CLASS };

typedef struct {
    uint32_t segment, segments, seed; /* cells of a segment, a power of two; how many there are but for the last two */
} order_shape;

typedef struct {
    const unsigned char *dictionary, *cells;
    uint32_t dictionary_slots;
    order_shape shape;
    float levels[ORDER_LEVELS];
} order_model;

/* A token as the model sees it. */
typedef struct {
    uint32_t word;
    uint8_t fine, coarse;
    bool capital;
} order_token;

/* Looks into a model file, which must outlive the model. Gives 0, or -1: HENCE_EMODEL (foreign, cut short, damaged). */
int order_open(str file, order_model *out, hence_error *err);
/* The built-in model, checked once, or NULL: HENCE_EMODEL. */
const order_model *order_builtin(hence_error *err);

/* Whether a folded form is in the dictionary. */
bool order_knows(const order_model *model, str form);
/* The token of a folded form; `flags` are those of the text (text.h). */
order_token order_token_of(const order_model *model, str form, unsigned flags);
/* The features of a window of `count` tokens whose first and last ORDER_CONTEXT are context; `opens`: the sentence begins after its context.
 * Gives how many are in `out`, at most ORDER_FEATURES. */
size_t order_features(const order_token *window, size_t count, bool opens, uint64_t *out);
/* The tokens of a feature's n-gram, 2 to 5. */
unsigned order_length(uint64_t feature);
float order_weight(const order_model *model, uint64_t feature);
/* The sum of the weights of a window: the higher, the better its words stand. */
float order_score(const order_model *model, const order_token *window, size_t count, bool opens);

/* For the trainer: where keys belong. */
uint32_t order_dictionary_hash(str key); /* the lowest 3 bytes of a slot are its highest */
uint32_t order_dictionary_slot(uint32_t hash, uint32_t slots);
/* The three cells of a feature, and its check, which stands above the level. */
uint32_t order_cells(order_shape shape, uint64_t feature, uint32_t cells[3]);
/* Bytes of the weights: all cells, and what a read of 4 bytes may touch behind them. */
uint64_t order_cell_bytes(order_shape shape);
uint32_t order_checksum(str bytes);
#endif
