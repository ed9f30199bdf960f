/* order: how well words stand in their order.
 *
 * A log-linear model over n-grams of 2 to 5 tokens, each token as a word, a fine class (the parts of speech that the word can have) or a coarse one.
 * Trained so that clean text beats the same text with neighbouring words swapped (tools/train_order.c); after the rankers of word order in
 * Brants and others (2007) and grammar correction by language model (Bryant and Briscoe 2018). The file holds hashes and weights alone:
 *
 *     "HENCEORD", then little-endian: version (4 bytes), checksum of all that follows (FNV-1a, 4), slots of the dictionary (4), slots of the weights (4),
 *     scale of the weights (a float, 4); the dictionary: per slot a hash (4), fine class (1), coarse class (1), whether it counts as a word (1), 0 (1);
 *     the weights: per slot a check (2) and a weight (1). Both are open-addressing tables with linear probing; a slot of zeros is empty. */
#ifndef HENCE_TEXT_ORDER_H
#define HENCE_TEXT_ORDER_H
#include "base/str.h"
#include "hence/hence.h"

enum {
    ORDER_VERSION = 1,
    ORDER_HEADER = 28,
    ORDER_DICTIONARY_BYTES = 8,
    ORDER_WEIGHT_BYTES = 3,
    ORDER_CONTEXT = 2,   /* tokens on either side of the pair that are looked at */
    ORDER_WINDOW = 16,   /* tokens of a window, context included, at most */
    ORDER_FEATURES = 512 /* of a window, at most */
};

/* Classes that are not in the dictionary. */
enum { ORDER_EDGE, ORDER_UNKNOWN, ORDER_NAME, ORDER_NUMBER, ORDER_SIGN, ORDER_COMPOUND, ORDER_FIRST_CLASS };

typedef struct {
    const unsigned char *dictionary, *weights;
    uint32_t dictionary_slots, weight_slots;
    float scale;
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
float order_weight(const order_model *model, uint64_t feature);
/* The sum of the weights of a window: the higher, the better its words stand. */
float order_score(const order_model *model, const order_token *window, size_t count, bool opens);

/* For the trainer: where a key belongs in tables of so many slots. */
uint32_t order_dictionary_hash(str key); /* never 0 */
uint32_t order_slot(uint32_t hash, uint32_t slots);
uint32_t order_weight_hash(uint64_t feature);
uint16_t order_weight_check(uint64_t feature); /* never 0 */
uint32_t order_checksum(str bytes);
#endif
