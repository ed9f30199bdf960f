/* notes: what the auxiliary tables of the lexicon say of each token of a text. */
#ifndef HENCE_CLAUSE_NOTES_H
#define HENCE_CLAUSE_NOTES_H
#include "base/arena.h"
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef enum { CHANGE_NONE, CHANGE_INCREASE, CHANGE_DECREASE, CHANGE_CHANGE } change;

typedef enum {
    NOTE_TRANSPARENT = 1,  /* stands before "of" and is not the concept */
    NOTE_SHELL = 2,        /* with "this" it stands for what was said before */
    NOTE_LIGHT = 4,        /* a verb that says little of its own */
    NOTE_REPORTING = 8,    /* opens what somebody says */
    NOTE_FRAME = 16,       /* part of a prefix that says nothing of its own ("it is clear that") */
    NOTE_SELF = 32,        /* talk about the essay itself */
    NOTE_NAME = 64,        /* part of a name of names.tsv */
    NOTE_GOOD = 128,
    NOTE_BAD = 256,
    NOTE_DEMONSTRATIVE = 512, /* with a noun, stands for what was said before */
    NOTE_DEFINITE = 1024,
    NOTE_DUTY = 2048,         /* the clause says what should be done */
    NOTE_EXEMPLIFIER = 4096,  /* opens examples of the noun before */
    NOTE_CUE = 16384,         /* the head word of an open-class marker (set by argument_find) */
    NOTE_PREDICATIVE = 32768, /* what follows describes the subject: "emerged as" */
    NOTE_AGENT = 8192,        /* a person or a body that acts */
    NOTE_EVENT = 65536,       /* that the thing comes about: "formalisation of" */
    NOTE_LACK = 131072,       /* that there is not enough of it: "shortage of" */
    NOTE_DEGREE = 262144,     /* how much it matters or how likely it is: "significant" */
    NOTE_PERIOD = 2097152,    /* how long or when: no cause */
    NOTE_STAGE = 4194304,     /* a verb that says only that an act goes on or answers: "respond" */
    NOTE_OPEN = 1048576,      /* opens what nobody says is so: "whether" */
    NOTE_WRAPPER = 2097152,   /* transparent behind a noun too: "accident rate" */
    NOTE_PURPOSE = 524288     /* the verb of a purpose, which its own connective states (set by argument_find) */
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
