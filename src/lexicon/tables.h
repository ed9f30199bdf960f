/* tables: what a hence_lexicon holds; for src/lexicon alone. */
#ifndef HENCE_LEXICON_TABLES_H
#define HENCE_LEXICON_TABLES_H
#include "lexicon/lexicon.h"

/* The rows of one form. */
typedef struct group {
    const lexicon_entry *entry;
    uint32_t count;
    uint32_t next; /* the next group with this first word, in the order of the answers; 0 at the end, else its place + 1 */
} group;

typedef struct {
    lexicon_entry *entries;
    size_t count;
    group *groups;
    size_t group_count;
    uint32_t *slots; /* an open hash on the first word; a power of two of them; 0 is free, else a group's place + 1 */
    size_t slot_count;
} table_index;

struct hence_lexicon {
    arena mem;
    table_index tables[LEXICON_TABLES];
};

/* Reads `text`, the bytes of a file, into the table. `source` names it in errors; `s` is NULL for irregular.tsv alone. */
int table_load(hence_lexicon *lexicon, lexicon_table table, str text, str source, stemmer *s, hence_error *err);
/* Builds the index of a table whose entries stand. */
int table_build(arena *mem, table_index *t, hence_error *err);

/* The files that are built in, by table (made by src/lexicon/embed.sh). */
typedef struct {
    const unsigned char *data;
    size_t len;
} embedded_file;
extern const embedded_file embedded_lexicon[LEXICON_TABLES];
#endif
