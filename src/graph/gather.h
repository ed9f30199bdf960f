/* gather: the state of a gathering of mentions into claims, for claims.c and its two halves: anaphora.c, what a mention stands for that says too little
 * of its own, and settle.c, the order and the labels of the claims when all are there. */
#ifndef HENCE_GRAPH_GATHER_H
#define HENCE_GRAPH_GATHER_H
#include "graph/claims.h"
#include "graph/concept.h"
#include "graph/label.h"

enum { BUCKETS = 1024, VISITS = 48, LOOK_BACK = 3 };

/* A claim while it grows. */
typedef struct {
    concept concept; /* of its fullest mention */
    concept first;   /* of the mention that opened it: what joins agrees with both, so that a claim cannot drift */
    uint32_t newest; /* sentence of its newest mention */
    label label;
} gathered;

typedef struct chain {
    struct chain *next; /* older */
    uint32_t claim;
} chain;

typedef struct {
    concept concept;
    uint32_t sentence;
    phrase core;
} noun;

/* What a claim has been called: "exports serve as [a shield]". */
typedef struct {
    concept concept;
    uint32_t sentence, claim;
} calling;

/* The claim of the mentions that one word heads. */
typedef struct {
    uint32_t claim; /* one more than its index; 0: none yet */
    bool less, negated; /* as the mention said it */
    bool turned;        /* it joined a claim that it says there is less of */
} headed;

typedef struct {
    arena *mem, *scratch;
    const analysis *a;
    stemmer *stems;
    hence_merge merge;
    hence_map *map;
    LIST(gathered) claims;
    LIST(calling) callings;
    chain *buckets[BUCKETS]; /* claims by the head of their concept, and by what was taken off it */
    LIST(noun) nouns;        /* noun phrases of the text, for what "this N" means; read when first asked for */
    chain *noun_buckets[BUCKETS];
    bool nouns_read;
    headed *heads; /* by token of the text */
    uint32_t other; /* the claim at the other end of the argument whose side is read, or NONE: nothing brings itself about */
} gatherer;

/* Claims (or nouns) by a word of their concept, the newest first. */
chain **gather_bucket(chain **buckets, str word);
/* -1 when memory ends. */
int gather_hang(gatherer *g, chain **buckets, str word, uint32_t what);
/* The claim of what stands somewhere in the text, made if need be; NONE when memory ends. */
uint32_t gather_claim(gatherer *g, const argument_side *side, const concept *c);

/* What a mention that says too little of its own stands for ("this partnership", "this development", it): *found is left alone where there is nothing.
 * -1 when memory ends. */
int anaphora_find(gatherer *g, argument_side *side, const concept *c, bool pronoun, uint32_t *found, join *how);
/* The claim of the thing that `side` describes ("[exports] serve as a shield"), which may be called so from now on; *found is left alone where it
 * describes nothing. -1 when memory ends. */
int anaphora_call(gatherer *g, const argument_side *side, uint32_t *found);
/* The claim that was lately called what `c` is a bare name for ("these shields"), or NONE. */
uint32_t anaphora_called(const gatherer *g, const concept *c, uint32_t sentence);

/* Puts claims in the order of their first mention, and `sides` and the thesis with them; gives each a label of its own. -1 when memory ends. */
int settle_claims(gatherer *g, uint32_t *sides, size_t side_count);
#endif
