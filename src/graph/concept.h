/* concept: what a mention is about, as stems that can be compared: the key by which mentions become one claim.
 *
 * A mention is a bag of concepts: a word's synonym group, else the verb it is made from, else its stem, British and American spelling alike. Names
 * of names.tsv (places, bodies) are kept apart: "ties with Russia" and "ties with China" have other participants. What is said of a thing is taken off it: words of
 * transparent.tsv ("level of", "formalisation of", "significant") and words that say that there is more of it are left out; words that say that there
 * is less, or none, set the bag's direction: "economic growth" is never "economic decline". */
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
    str outer;    /* what was taken off the head, if anything: "shortage" of "shortage of doctors", for "the shortage" */
    str form;     /* the stem of the word that heads the phrase, whatever its group */
    str subject;  /* the head of a clause's subject, if the core has one */
    bool more;    /* the text says outright that there is more of it */
    bool less;    /* there is less of it */
    bool negated; /* it is denied, or lacking */
    bool clause;  /* headed by a verb */
    bool demonstrative; /* "this", "these", "such" stand before it */
    bool definite;
    bool derived; /* its head is a noun made from a verb */
    bool plural;
    bool shell;   /* its head is a noun that stands for what was said before */
} concept;

/* Reads the concept of a core phrase. Strings live in `mem` or in the lexicon. 0, or -1 when memory ends. */
int concept_read(const analysis *a, stemmer *stems, arena *mem, const tree *t, phrase core, concept *out);

/* The concept of one word: its `group` (a row of synonyms.tsv, or NULL), else the stem of the verb that it is made from, else its stem. Asks only for the
 * analysis' lexicon. data is NULL when memory ends. */
str concept_word(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w);

typedef enum { CONCEPT_OTHER, CONCEPT_NEAR, CONCEPT_LOOSE, CONCEPT_SAME } concept_match;
/* Whether two mentions are one claim: SAME where all that one says of it the other says too; LOOSE where one is a bare head that the other has too, and
 * nothing speaks against it; NEAR where they share their head and more, and each says something of its own. */
concept_match concept_compare(const concept *a, const concept *b);
/* Whether it is a head and nothing else. */
bool concept_is_bare(const concept *c);
/* How many content words and names they share, their heads counted twice. */
int concept_shared(const concept *a, const concept *b);
#endif
