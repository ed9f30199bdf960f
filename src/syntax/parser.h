/* parser: tagged words -> heads and relations, by a greedy arc-hybrid parser (Kuhlmann, Gomez-Rodriguez and Satta 2011) trained with a dynamic oracle
 * (Goldberg and Nivre 2013).
 *
 * Only words are parsed: punctuation is a property of its neighbours there (Ma, Zhang and Zhu 2014) and is hung in the finished tree by the rules of Universal
 * Dependencies (punctuation.h). A structure model chooses among three moves; a label model names each arc as it is made. The root stands after the last word and takes one child, so that
 * the result is a tree for whatever weights. Templates: after Zhang and Nivre (2011), with commas and verbs in between. */
#ifndef HENCE_SYNTAX_PARSER_H
#define HENCE_SYNTAX_PARSER_H
#include "syntax/model.h"
#include "syntax/word.h"

enum { PARSER_WINDOW = 400, PARSER_FEATURES = 168 };

typedef enum {
    MOVE_SHIFT, /* the next word goes on the stack */
    MOVE_LEFT,  /* the next word becomes the head of the top, which leaves */
    MOVE_RIGHT, /* the word below becomes the head of the top, which leaves */
    MOVE_COUNT
} parser_move;

/* A word and the children it has so far. Indices are of nodes; the absent node stands for "none". */
typedef struct {
    uint32_t word;                  /* the form, or suffix and case of an unknown one */
    uint32_t cue;                   /* the word of its first case or mark child */
    uint32_t head;                  /* the absent node until it has one */
    uint32_t left[2], right[2];     /* outermost children first */
    uint32_t left_set, right_set;   /* relations of its children, hashed */
    uint64_t left_bits, right_bits; /* the same, a bit each */
    uint32_t before, after;         /* punctuation next to it, hashed; 0 for none */
    uint8_t tag, upos, frame, relation, left_count, right_count;
    uint8_t ahead; /* finite verbs from here on: up to the next mark of punctuation 0 to 2, after it 0 or 4 */
} parser_node;

/* The state of one parse: nodes[count] is the root, nodes[count + 1] is absent. Punctuation has no node, if anything else has one. */
typedef struct {
    uint32_t place[PARSER_WINDOW]; /* the word of a node */
    parser_node nodes[PARSER_WINDOW + 2];
    uint32_t stack[PARSER_WINDOW];
    uint16_t commas[PARSER_WINDOW + 2], verbs[PARSER_WINDOW + 2]; /* how many stand before a word */
    uint32_t count, depth, next;
} parser_state;

typedef struct {
    model_table structure, labels;
} parser;

/* Opens a model in memory, which must outlive the parser. 0, or -1: HENCE_EMODEL. */
int parser_open(str file, parser *out, hence_error *err);
/* Parses a tagged sentence: heads (UINT32_MAX at the root) and relations (dep). Windows of PARSER_WINDOW words are parsed on their own, and the root of
 * each later window hangs on that of the first as parataxis. Linear. */
void parser_parse(const parser *m, parser_state *state, const syntax_word *words, size_t count, uint32_t *heads,
                  uint8_t *relations);

/* ---- the steps, for the trainer as well */

/* At most PARSER_WINDOW words. */
void parser_begin(parser_state *s, const syntax_word *words, uint32_t count);
/* Whether a move is possible. In the end none is. */
bool parser_allows(const parser_state *s, parser_move move);
/* The arc that a move (not MOVE_SHIFT) would make. */
void parser_arc(const parser_state *s, parser_move move, uint32_t *head, uint32_t *child);
void parser_apply(parser_state *s, parser_move move, dep relation);
/* Features of a state, and of an arc about to be made there. They give how many. */
size_t parser_structure_features(const parser_state *s, uint32_t out[PARSER_FEATURES]);
size_t parser_label_features(const parser_state *s, uint32_t head, uint32_t child, uint32_t out[PARSER_FEATURES]);
#endif
