/* notes: what the auxiliary tables of the lexicon say of each token of a text. */
#ifndef HENCE_CLAUSE_NOTES_H
#define HENCE_CLAUSE_NOTES_H
#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum { CHANGE_NONE, CHANGE_INCREASE, CHANGE_DECREASE, CHANGE_CHANGE } change;

typedef enum {
    NOTE_TRANSPARENT = 1 << 0,   /* stands before "of" and is not the concept */
    NOTE_SHELL = 1 << 1,         /* with "this" it stands for what was said before */
    NOTE_LIGHT = 1 << 2,         /* a verb that says little of its own */
    NOTE_REPORTING = 1 << 3,     /* opens what somebody says */
    NOTE_FRAME = 1 << 4,         /* part of a prefix that says nothing of its own ("it is clear that") */
    NOTE_SELF = 1 << 5,          /* talk about the essay itself */
    NOTE_NAME = 1 << 6,          /* part of a name of names.tsv */
    NOTE_GOOD = 1 << 7,
    NOTE_BAD = 1 << 8,
    NOTE_DEMONSTRATIVE = 1 << 9, /* with a noun, stands for what was said before */
    NOTE_DEFINITE = 1 << 10,
    NOTE_DUTY = 1 << 11,         /* the clause says what should be done */
    NOTE_EXEMPLIFIER = 1 << 12,  /* opens examples of the noun before */
    NOTE_CUE = 1 << 13,          /* the head word of an open-class marker (set by argument_find) */
    NOTE_PREDICATIVE = 1 << 14,  /* what follows describes the subject: "emerged as" */
    NOTE_AGENT = 1 << 15,        /* a person or a body that acts */
    NOTE_EVENT = 1 << 16,        /* that the thing comes about: "formalisation of" */
    NOTE_LACK = 1 << 17,         /* that there is not enough of it: "shortage of" */
    NOTE_DEGREE = 1 << 18,       /* how much it matters or how likely it is: "significant" */
    NOTE_PERIOD = 1 << 19,       /* how long or when: no cause */
    NOTE_STAGE = 1 << 20,        /* a verb that says only that an act goes on or answers: "respond" */
    NOTE_OPEN = 1 << 21,         /* opens what nobody says is so: "whether" */
    NOTE_WRAPPER = 1 << 22,      /* transparent behind a noun too: "accident rate" */
    NOTE_JOINT = 1 << 23,        /* what follows belongs to the noun before: "of" */
    NOTE_EXTENT = 1 << 26,       /* before a number, says by how much: "by" */
    NOTE_EMPHATIC = 1 << 25,     /* only points at the noun behind: "very", "own" */
    NOTE_PLACE = 1 << 27,        /* says where or when, and why only before an event: "killed in a riot" */
    NOTE_UNMEANT = 1 << 28,      /* a verb for what is seldom meant: whoever does it is a cause too ("drunk drivers cause crashes") */
    NOTE_PURPOSE = 1 << 24       /* the verb of a purpose, which its own connective states (set by argument_find) */
} note_flag;

typedef struct {
    uint32_t flags;     /* note_flag */
    uint8_t hedge;      /* certainty of the hedge that the token is part of; CERTAINTY_NONE outside any */
    uint8_t negator;    /* 0 none, 1 the first word of a negator, 2 a further word of it */
    uint8_t change;     /* change */
    uint8_t hedge_head; /* 1 at the first word of a hedge, so that stacked hedges can be counted */
    const lexicon_entry *group; /* its row in synonyms.tsv, or NULL */
    const lexicon_entry *name;  /* its row in names.tsv at the first word of a name, or NULL */
    uint8_t name_words;         /* words of that name */
} note;

/* Notes for every token of the text, by its index. They live in `mem`; NULL when memory ends. */
note *notes_read(arena *mem, const text *t, const hence_lexicon *lexicon);
/* Whether the sentence talks about the essay itself and so states no claim. */
bool notes_self(const note *notes, const sentence *s);
#endif
