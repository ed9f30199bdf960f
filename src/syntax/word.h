/* word: what the models see of a token: hashes of its form, its affixes and its shape.
 *
 * Hashes are of 32 bits and the same on every machine. Digits count as 0, so that all years look alike; quotation marks are all one. */
#ifndef HENCE_SYNTAX_WORD_H
#define HENCE_SYNTAX_WORD_H
#include "base/str.h"
#include "syntax/tags.h"

enum { WORD_AFFIX = 4, WORD_KIN = 4, WORD_BASES = 3 };

/* How a word is written. */
typedef enum {
    CASE_LOWER,
    CASE_FIRST, /* a capital, then lower case or nothing */
    CASE_UPPER, /* more than one letter, all capitals */
    CASE_MIXED,
    CASE_NONE /* no letter */
} word_case;

/* What a word may be inflected with. */
typedef enum { ENDING_NONE, ENDING_S, ENDING_ED, ENDING_ING, ENDING_LY } word_ending;

enum {
    AHEAD_STOP = 4,   /* the sentence ends with a full stop or the like: no heading */
    BEHIND_VERBS = 3, /* how many finite verbs stand before it in its clause, 2 for more */
    BEHIND_OPENED = 4 /* a word like "because" opened the clause */
};

typedef struct {
    uint32_t form;              /* as written */
    uint32_t fold;              /* folded */
    uint32_t start[WORD_AFFIX]; /* the first 1 to 4 bytes of the folded form; 0 where the word is no longer than that */
    uint32_t end[WORD_AFFIX];   /* the last 1 to 4 */
    uint32_t shape;             /* runs of capitals, small letters, digits and others, in order */
    uint32_t kin[WORD_KIN];     /* other inflections that the word may have, by regular endings; 0 for none */
    uint32_t base[WORD_BASES];  /* what the ending may have been added to; 0 for none */
    uint8_t ending;             /* word_ending */
    uint8_t frame;              /* by the dictionary: verb_frame */
    uint8_t finite_guess;       /* by the dictionary: as finite */
    uint8_t finite;             /* by the tagger: how likely the form is a finite verb, 0 to 3 */
    uint8_t opens;              /* by the tagger: it opens a clause ("because", "which") */
    uint8_t seldom;             /* by the tagger: known, but not well */
    uint8_t ahead;              /* by the tagger: the likeliest finite verb after it in its clause, with AHEAD_STOP */
    uint8_t behind;             /* by the tagger: BEHIND_VERBS, BEHIND_OPENED */
    uint16_t classes;           /* by the dictionary: the classes that the word may belong to, hashed; 0 for none */
    uint16_t ambiguity;         /* by the tagger: which tags the word takes in training; 0 for an unknown word */
    uint8_t known;              /* by the tagger: the word is in its lexicon */
    uint8_t letters;            /* word_case */
    char mark;                  /* the one character of a token of punctuation (" for any quotation mark); else 0 */
    uint8_t tag;                /* by the tagger: number of the joint tag, from 1 */
    uint8_t upos, xpos;         /* by the tagger */
} syntax_word;

/* Reads a token: its form as written and its folded form (utf8_fold). */
syntax_word word_read(str form, str folded);

/* The hash of a feature: the template's number and up to four values. Never 0. */
static inline uint32_t feature_hash(uint32_t template, uint64_t a, uint64_t b, uint64_t c, uint64_t d) {
    uint64_t h = (a | b << 32) * 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    h += (c | d << 32) * 0xC2B2AE3D27D4EB4Fu + template * 0xD6E8FEB86659FD93u;
    h ^= h >> 29;
    h *= 0xBF58476D1CE4E5B9u;
    uint32_t key = (uint32_t)(h >> 32);
    return key ? key : 1;
}
#endif
