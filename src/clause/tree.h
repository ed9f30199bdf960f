/* tree: questions about the dependency tree of one sentence.
 *
 * The parser is projective, so a token's subtree is a run of tokens. Tokens are named by their index into text.tokens; ranges are end exclusive.
 * Arcs that parsers get right (nsubj, obj, mark, cc, aux, xcomp) answer at once; weaker ones (obl, conj, advcl, relcl) are checked against
 * commas and order where a decision hangs on them. A sentence that was not parsed answers NONE everywhere.
 *
 * A semicolon or a colon between two clauses parts a sentence: no subtree reaches over it, whatever the parser made of the two parts. */
#ifndef HENCE_CLAUSE_TREE_H
#define HENCE_CLAUSE_TREE_H
#include "base/arena.h"
#include "syntax/tags.h"
#include "text/text.h"

/* A run of tokens of one sentence with its head; empty (first == end) where there is none. */
typedef struct {
    uint32_t first, end; /* end exclusive */
    uint32_t head;
} phrase;

static inline bool phrase_is_empty(phrase p) {
    return p.first >= p.end;
}

typedef struct {
    const text *text;
    uint32_t first, end; /* the sentence's tokens */
    uint32_t *lo, *hi;   /* bounds of the subtree of token first + i; hi is exclusive */
    uint32_t *child, *next; /* its first child, and the next child of its head; NONE for none */
    uint32_t *part;         /* the first token of the part that it stands in */
} tree;

/* Reads the tree of sentence `s`. The arrays live in `mem`. 0, or -1 when memory ends. Linear. */
int tree_read(arena *mem, const text *t, uint32_t s, tree *out);

static inline const token *tree_at(const tree *t, uint32_t i) {
    return &t->text->tokens.items[i];
}
static inline bool tree_is(const tree *t, uint32_t i, dep relation) {
    return i != NONE && tree_at(t, i)->relation == relation;
}
static inline uint32_t tree_lo(const tree *t, uint32_t i) {
    return t->lo[i - t->first];
}
static inline uint32_t tree_hi(const tree *t, uint32_t i) {
    return t->hi[i - t->first];
}
/* Whether no semicolon or colon parts two tokens. */
static inline bool tree_same_part(const tree *t, uint32_t i, uint32_t k) {
    return t->part[i - t->first] == t->part[k - t->first];
}
static inline str tree_form(const tree *t, uint32_t i) {
    return t->text->words[i].form;
}

/* The first child of `head` with the relation, after `after` (NONE: from the start); NONE if there is none. */
uint32_t tree_child(const tree *t, uint32_t head, dep relation, uint32_t after);
/* Whether `i` is `ancestor` or stands below it. */
bool tree_below(const tree *t, uint32_t i, uint32_t ancestor);
/* A word that can head a clause: a verb, or a predicate with a copula or a subject of its own. */
bool tree_is_clause(const tree *t, uint32_t i);
/* The head of the innermost clause that `i` stands in (itself if it heads one); NONE outside any. */
uint32_t tree_clause(const tree *t, uint32_t i);
/* A verb in the present or the past, or a modal. */
bool tree_is_tensed(const tree *t, uint32_t i);
/* A clause that has one. */
bool tree_is_finite(const tree *t, uint32_t clause);
bool tree_is_passive(const tree *t, uint32_t verb);
/* The subject's head: of the clause itself, or understood from conjunction, control, raising, participles and reduced relatives; a relative
 * pronoun gives the noun that the clause modifies. NONE where there is none. `understood` tells that it is not the clause's own (may be NULL). */
uint32_t tree_subject(const tree *t, uint32_t clause, bool *understood);
/* "A hit B, and [floods] closed C": the verb whose subject a noun is that the parser joined to the nouns before; NONE for any other. */
uint32_t tree_stray_verb(const tree *t, uint32_t noun);
/* The object of a verb, be it that of the verb coordinated with it ("sell or lease water"); NONE where there is none. */
uint32_t tree_object(const tree *t, uint32_t verb);
/* The verb that raises or controls `verb` at the top of its chain: "is expected to cause" gives expected for cause; `verb` itself where there is none. */
uint32_t tree_chain(const tree *t, uint32_t verb);

bool tree_is_punct(const tree *t, uint32_t i);
/* A common noun or a name. */
bool tree_is_noun(const tree *t, uint32_t i);
bool tree_is_comma(const tree *t, uint32_t i);
bool tree_is_colon(const tree *t, uint32_t i);
/* The whole subtree of `head`, without punctuation at its edges. */
phrase tree_phrase(const tree *t, uint32_t head);
/* [first, end) without punctuation and coordinating conjunctions at its edges; head is the token whose own head lies outside. */
phrase tree_range(const tree *t, uint32_t first, uint32_t end);
/* Where the phrase stands: from its first character to its last, whatever the reading order. */
span tree_span(const tree *t, phrase p);
#endif
