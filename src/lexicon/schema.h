/* schema: which columns each lexicon file has, and which values these take (lexicons/README.md). */
#ifndef HENCE_LEXICON_SCHEMA_H
#define HENCE_LEXICON_SCHEMA_H
#include "lexicon/lexicon.h"

typedef struct {
    const char *name;
    const char *const *values; /* ends with NULL; NULL where any text will do. A value's number is its place, from 1. */
    bool required;             /* the cell may not be "-" */
    bool optional;             /* the file may do without the column */
} schema_column;

typedef struct {
    const char *file;
    schema_column columns[LEXICON_COLUMNS + 1]; /* the first is `form`; ends with a NULL name */
} schema;

const schema *schema_of(lexicon_table table);
/* The place of the column `name`, or -1. */
int schema_place(const schema *s, str name);
/* The number of `value` among the column's values, from 1; 0 for one that is not allowed. */
uint8_t schema_value(const schema_column *column, str value);
/* Reads a frame of a connective ("sub:2>1") or of a cue ("subj>comp"); false if it is none. "-" gives FRAME_NONE. */
bool schema_frame(str cell, bool connective, frame_kind *kind, frame_slot *source, frame_slot *target);
#endif
