/* trees: the trees that people made for a text, laid over the library's own reading of it. */
#ifndef HENCE_TOOLS_TRAIN_MARKERS_TREES_H
#define HENCE_TOOLS_TRAIN_MARKERS_TREES_H
#include "base/list.h"
#include "text/text.h"
#include "train_syntax_corpus.h"

typedef struct {
    span span;     /* code points of the text */
    uint32_t head; /* index into the tokens of the tree list; NONE at the root */
    uint8_t upos, xpos, relation;
} tree_token;

typedef struct {
    char name[80]; /* of the document */
    LIST(tree_token) tokens;
} tree_list;

typedef LIST(tree_list) tree_bank;

/* Reads DATA/connectives/PART.tokens.tsv: the trees of each document. Ends the program where it cannot. */
void trees_read(arena *mem, const char *data, const char *part, tree_bank *out);
/* The trees of a document, or NULL. */
const tree_list *trees_of(const tree_bank *bank, const char *name);
/* Writes out the text of a treebank, a paragraph a sentence, NUL-ended, with its trees. */
char *trees_write(arena *mem, const corpus *in, tree_list *out);
/* Replaces tags, heads and relations by those of the trees; words that the two cut differently get those of the part that the others hang on. No clause
 * unit begins anywhere then. Linear. */
void trees_lay(const tree_list *trees, const hence_document *document, text *t);
#endif
