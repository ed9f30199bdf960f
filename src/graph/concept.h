/* concept: what a mention is about, as stems that can be compared: the key by which mentions become one claim.
 *
 * A mention is a bag of concepts: a word's synonym group, else the verb it is made from, else its stem. Names (places, bodies) are kept apart: "ties with
 * Russia" and "ties with China" share no participant. Words that only say that there is more of a thing are left out; words that say that there is
 * less, or none, set the bag's direction: "economic growth" is never "economic decline". */
#ifndef HENCE_GRAPH_CONCEPT_H
#define HENCE_GRAPH_CONCEPT_H
#include "clause/argument.h"

enum { CONCEPT_WORDS = 16 };

typedef struct {
    str head;
    str words[CONCEPT_WORDS]; /* the other content words, sorted, without the head */
    uint8_t word_count;
    str names[CONCEPT_WORDS]; /* sorted */
    uint8_t name_count;
    bool less;    /* there is less of it */
    bool negated; /* it is denied */
    bool clause;  /* headed by a verb */
    bool demonstrative; /* "this", "these", "such" stand before it */
    bool definite;
    bool derived; /* its head is a noun made from a verb */
    bool shell;   /* its head is a noun that stands for what was said before */
} concept;

/* Reads the concept of a core phrase. Strings live in `mem` or in the lexicon. 0, or -1 when memory ends. */
int concept_read(const analysis *a, stemmer *stems, arena *mem, const tree *t, phrase core, concept *out);

/* The concept of one word: its `group` (a row of synonyms.tsv, or NULL), else the stem of the verb that it is made from, else its stem. Asks only for the
 * analysis' lexicon. data is NULL when memory ends. */
str concept_word(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w);

typedef enum { CONCEPT_OTHER, CONCEPT_LOOSE, CONCEPT_SAME } concept_match;
/* Whether two mentions are one claim: SAME where all that one says of it the other says too; LOOSE where only the heads agree and nothing speaks
 * against it. */
concept_match concept_compare(const concept *a, const concept *b);
/* How many content words and names they share, their heads counted twice. */
int concept_shared(const concept *a, const concept *b);
#endif
