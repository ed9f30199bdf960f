/* corpus: tokens with tags, dependencies and unit boundaries, read from TSV.
 *
 * A token a line: form, UPOS, Penn tag, head (from 1; 0 at the root), relation, 1 where a discourse unit begins, 1 where a space follows. A blank line
 * ends a sentence; "# doc NAME" begins a document. */
#ifndef HENCE_TOOLS_TRAIN_SYNTAX_CORPUS_H
#define HENCE_TOOLS_TRAIN_SYNTAX_CORPUS_H
#include "base/arena.h"
#include "base/list.h"
#include "syntax/dictionary.h"
#include "syntax/tags.h"
#include "syntax/word.h"

typedef struct {
    str form, folded;
    uint8_t upos, xpos, relation;
    bool unit, space;
    uint32_t head; /* from 1; 0 at the root */
} corpus_token;

typedef struct {
    corpus_token *tokens;
    uint32_t count;
    uint32_t origin; /* for the trainer: which sentence a copy was made from */
    bool units;      /* unit boundaries are annotated */
} corpus_sentence;

typedef LIST(corpus_sentence) corpus;

/* A seeded generator (splitmix64). */
uint64_t corpus_random(uint64_t *state);

/* A whole file, at a multiple of 16 bytes; its data is NULL where it cannot be read. */
str corpus_file(arena *mem, const char *path);
/* Appends the sentences of a file. `free_only` leaves out documents whose genre (the second part of the name) has a non-commercial
 * licence. Says what went wrong on stderr and gives -1. */
int corpus_read(arena *mem, const char *path, bool units, bool free_only, corpus *out);
/* What befalls a text: the share of neighbouring words that are swapped, and of commas that are lost. */
typedef struct {
    double swapped, commas;
} corpus_damage;

/* Appends damaged copies of the sentences `from` to `end` of `in`. */
void corpus_add_damaged(arena *mem, const corpus *in, size_t from, size_t end, corpus_damage damage, uint64_t *seed,
                        corpus *out);
/* Appends copies in which words that the treebank cuts at hyphens are whole again, as in running text. */
void corpus_add_joined(arena *mem, const corpus *in, size_t from, size_t end, corpus *out);
/* Brings sentences annotated by older guidelines, those from `newer` on, nearer to those before: what they call a form that the newer ones always call something
 * else, and some constructions (train_syntax_older.c). */
void corpus_modernise(corpus *c, size_t newer);
/* How many plain sentences: of each pattern, and drawn by the rules. */
typedef struct {
    size_t each_pattern, drawn;
} plain_counts;

/* Appends plain sentences that the patterns and rules of the file at `path` (plain.tsv) give, with words chosen at random. They count as made from the
 * `origins` sentences from `origin` on, in turn. Says what went wrong on stderr and gives -1. */
int corpus_add_plain(arena *mem, const char *path, plain_counts counts, uint32_t origin, uint32_t origins, corpus *out);
/* The words of a sentence as the models see them, in `words`. */
void corpus_words(const corpus_sentence *s, const dictionary *d, syntax_word *words);
#endif
