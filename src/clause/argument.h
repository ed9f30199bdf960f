/* argument: markers + trees -> who brings about what: the two arguments of every marker that states a link.
 *
 * Each marker's frame (lexicons/README.md) is resolved over tags, tree and clause units. Arguments are token ranges; a source or a target may lie in
 * the sentence before ("Consequently, ...", "This led to ..."). Conjuncts give an argument pair each.
 * Sources: PDTB-3 annotation manual (Webber and others 2019) for what is Arg1 and Arg2; Dunietz and others (2017) for causal constructions. */
#ifndef HENCE_CLAUSE_ARGUMENT_H
#define HENCE_CLAUSE_ARGUMENT_H
#include "base/list.h"
#include "clause/notes.h"
#include "clause/tree.h"
#include "clause/why.h"
#include "marker/marker.h"

typedef struct {
    uint32_t sentence;
    phrase span; /* the whole clause or phrase, without the marker at its edges */
    phrase core; /* what names the claim */
    bool reduced;      /* the text says that there is less of the core ("sanctions undermined, ...") */
    const token *verb; /* of change, that has the core for its object ("[bolster] their defences"); NULL for none */
    bool anaphoric;    /* "this development": stands for something said before */
    str attribution;   /* who says so, as the text names them; empty for the author */
} argument_side;

typedef struct {
    uint32_t marker; /* index into the markers, or NONE */
    argument_side source, target;
    relation relation;
    polarity polarity;
    certainty certainty;
    uint32_t older; /* the argument before it with its target in the same sentence, or NONE */
    why why;
} argument;

typedef struct {
    argument *items;
    size_t count, room;
} argument_list;

typedef struct analysis {
    arena *mem;
    const text *text;
    const hence_lexicon *lexicon;
    const marker_list *markers;
    note *notes;
    tree *trees;       /* one a sentence */
    uint32_t *cue_at;  /* per token: the open-class marker whose head word it is, or NONE */
    uint32_t *part_of; /* per token: the marker that it belongs to, or NONE */
    bool *bridged;     /* per marker: a step in between has been found, so that it states no link of its own */
    bool *states;      /* per sentence: body prose that can state claims */
    uint32_t *newest;  /* per sentence: the newest argument whose target stands there, or NONE */
    argument_list out;
    why why; /* of the marker that is being resolved: goes with each argument that it adds */
} analysis;

/* Whether the word is a function word of the kind (function.tsv). */
static inline bool function_is(const analysis *a, uint32_t word, const char *kind) {
    return lexicon_is(a->lexicon, LEXICON_FUNCTION, a->text->words[word], kind);
}

/* Finds the arguments of all markers, in the order of the markers. `notes` and `trees` live in `mem` and stay for later stages. 0, or -1:
 * HENCE_ENOMEM. */
int argument_find(arena *mem, const text *t, const hence_lexicon *lexicon, const marker_list *markers, analysis *out, hence_error *err);

/* Whether an infinitive completes the noun, so that the noun does not do it: "[efforts] to cut waste", but not "[measures] to cut waste". */
bool argument_takes_infinitive(const analysis *a, const tree *t, uint32_t noun);

/* ---- for the two halves, connective.c and cue.c */

/* Somebody who acts of their own will: does things, rather than bringing them about as facts do. */
bool argument_is_agent(const analysis *a, const tree *t, uint32_t noun);
/* Resolves one marker and appends what it states to a->out. -1 when memory ends. */
int connective_resolve(analysis *a, uint32_t marker);
int cue_resolve(analysis *a, uint32_t marker);
/* What a cue's target slot covers; empty where it has none. */
phrase cue_target(const analysis *a, uint32_t marker);
/* The head word of a marker: the one that inflects, else the one whose own head lies outside. */
uint32_t marker_head(const tree *t, const marker *m);

/* The side for a clause headed by `head`, covering `span`: its core is what the clause ends in (the target of its own cue, else verb and object). */
argument_side argument_clause_side(const analysis *a, const tree *t, phrase span);
/* The side for a noun phrase headed by `head`. */
argument_side argument_noun_side(const analysis *a, const tree *t, uint32_t head);
/* The main clause of the sentence before `sentence` in the same paragraph (or that ends the paragraph before), as a side; empty core where there is none. */
argument_side argument_before(const analysis *a, uint32_t sentence);
/* Appends; drops a pair whose sides are empty or overlap. -1 when memory ends. */
int argument_add(analysis *a, uint32_t marker, relation r, polarity p, certainty c, argument_side source, argument_side target);
/* Who says the clause headed by `head`, by reporting verbs above it; empty for the author. */
str argument_attribution(const analysis *a, const tree *t, uint32_t head);
#endif
