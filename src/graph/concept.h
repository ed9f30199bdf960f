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

/* One word as it is compared. */
typedef struct {
    str key;  /* its synonym group, verb or stem */
    str near; /* its class in near.tsv: words that come near one another (a fee, a toll); empty for none */
} concept_term;

typedef struct {
    concept_term head;
    concept_term words[CONCEPT_WORDS]; /* the other content words, sorted, without the head */
    uint8_t word_count;
    str names[CONCEPT_WORDS]; /* sorted */
    uint8_t name_count;
    concept_term outer;   /* what was taken off the head, if anything: "shortage" of "shortage of doctors", for "the shortage" */
    str form;     /* the stem of the word that heads the phrase, whatever its group */
    concept_term subject; /* the head of a clause's subject, if the core has one */
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
 * analysis' lexicon. The key's data is NULL when memory ends. */
concept_term concept_word(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w);

/* How far two mentions agree, in points: heads that are the same or near, every word and name that both have, the same direction; against it stands what
 * each says alone. CONCEPT_OTHER (0) where something tells them apart: direction, denial, participants, who does it. What is at or above CONCEPT_SAME is one
 * claim whatever stands around it; at CONCEPT_LOOSE one is a bare head that the other has too, and the surroundings decide (claims.c). */
enum { CONCEPT_OTHER = 0, CONCEPT_NEAR = 3, CONCEPT_LOOSE = 4, CONCEPT_SAME = 6 };
int concept_compare(const concept *a, const concept *b);
/* Whether something tells two mentions apart: direction, denial, parties, or who does it. */
bool concept_differ(const concept *a, const concept *b);
/* Whether it is a head and nothing else. */
bool concept_is_bare(const concept *c);
#endif
