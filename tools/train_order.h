/* train_order: what the parts of the trainer of src/text/order.model share.
 *
 * train_order_text.c reads the corpora, train_order_dictionary.c makes the classes of words, train_order.c the weights,
 * train_order_file.c the file. */
#ifndef HENCE_TOOLS_TRAIN_ORDER_H
#define HENCE_TOOLS_TRAIN_ORDER_H
#include "base/list.h"
#include "lexicon/lexicon.h"
#include "text/order.h"
#include "text/text.h"

/* Running text. */
typedef struct {
    hence_document *document;
    arena mem;
    text text;
    order_token *tokens;
} essay;
typedef LIST(essay) essays;

/* The texts of a JSONL file, the example sentences of the lexicon. */
void read_texts(arena *mem, const hence_lexicon *lexicon, const char *data, const char *name, essays *out);
void read_examples(arena *mem, const hence_lexicon *lexicon, essays *out);
void free_essays(essays *all);
/* A whole file, to be freed. */
str read_whole(const char *folder, const char *name);
/* Whether a genre of GUM has a licence that lets it be trained on. */
bool is_free_genre(str name);

/* The dictionary: its slots are those of the model, in fresh memory. */
unsigned char *train_dictionary(const char *data, const essays *all, uint32_t *slots);

/* A feature and its weight; while features are chosen, what it is worth. */
typedef struct {
    uint64_t feature;
    float weight;
} kept_feature;
typedef LIST(kept_feature) kept_features;

/* Writes the model file, or ends the program. */
void write_model(const char *path, const unsigned char *dictionary, uint32_t slots, const kept_features *kept);

/* Ends the program where memory ends. */
void *must(void *p);
#endif
