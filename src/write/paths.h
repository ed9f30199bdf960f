/* paths: the lines of reasoning between two claims -> prose, JSON, or the map of just these. */
#ifndef HENCE_WRITE_PATHS_H
#define HENCE_WRITE_PATHS_H
#include "base/buf.h"
#include "graph/path.h"

/* What was asked for and what was found. */
typedef struct {
    const char *from, *to;
    const bool *sources, *targets; /* the claims that they name, by index */
    const path_list *found;
} lines;

/* Each line as a sentence with its certainty and sign, then the words of the text for each step. Wraps at options->width. 0, or -1: HENCE_ENOMEM. */
int write_lines_text(const hence_map *map, const lines *l, const hence_write_options *options, buf *out, hence_error *err);
/* One object on one line; ids are those of the map's own JSON. 0, or -1: HENCE_ENOMEM. In json.c. */
int write_lines_json(const hence_map *map, const lines *l, buf *out, hence_error *err);
#endif
