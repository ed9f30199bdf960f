/* write: a map -> JSON, text, DOT and pictures.
 *
 * Every writer appends its whole output to a buf, so that a failure never leaves half a map behind; hence_map_write hands the bytes on.
 * Graphviz (libcgraph, libgvc) keeps state of its own for the whole process: all that touches it runs between graphviz_lock and
 * graphviz_unlock. */
#ifndef HENCE_WRITE_WRITE_H
#define HENCE_WRITE_WRITE_H
#include <graphviz/cgraph.h>

#include "base/buf.h"
#include "graph/map.h"
#include "graph/select.h"
#include "hence/hence.h"

/* The whole map as one JSON object on one line. 0, or -1: HENCE_ENOMEM. */
int write_json(const hence_map *map, buf *out, hence_error *err);
/* The same without claims, links and units. */
int write_markers_json(const hence_map *map, buf *out, hence_error *err);
/* The drawing as a DOT file, without positions. 0, or -1: HENCE_ENOMEM. */
int write_dot(const hence_map *map, const hence_write_options *options, buf *out, hence_error *err);
/* The drawing as SVG, PNG or PDF. 0, or -1: HENCE_ENOMEM, HENCE_EWRITE with what Graphviz says. */
int write_picture(const hence_map *map, hence_format format, const hence_write_options *options, buf *out,
                  hence_error *err);

/* The same of what is chosen already. */
int draw_dot(const hence_map *map, const selection *shown, const hence_write_options *options, buf *out, hence_error *err);
int draw_picture(const hence_map *map, hence_format format, const selection *shown, const hence_write_options *options,
                 buf *out, hence_error *err);
/* The map as indented text. 0, or -1: HENCE_ENOMEM. */
int write_outline(const hence_map *map, const hence_write_options *options, buf *out, hence_error *err);

/* Hands the bytes on. 0, or -1: HENCE_ENOMEM (the buf has failed), HENCE_EWRITE. */
int write_out(const buf *bytes, FILE *out, hence_error *err);

/* The drawing as a graph of libcgraph, to be closed with agclose; NULL when memory ends. Under the lock. */
Agraph_t *drawing_build(const hence_map *map, const selection *shown, const hence_write_options *options);

/* SVG as Graphviz makes it -> SVG with a title and a description for those who don't see it, and nothing that varies with the version of
 * Graphviz. 0, or -1: HENCE_ENOMEM, HENCE_EWRITE where `drawn` is no SVG. */
int svg_finish(const hence_map *map, const selection *shown, str drawn, buf *out, hence_error *err);

/* A PDF of cairo without the hour and the time zone it was made in, so that its bytes are the same everywhere: its date becomes the first of
 * January 1970, in place, and offsets follow. Gives the new length. Cairo 1.17.6 and later pack the date away: there it stays. */
size_t pdf_undate(char *pdf, size_t length);

void graphviz_lock(void);
void graphviz_unlock(void);

/* Words for people, shared by the drawing and its description. */
void map_title(const hence_map *map, buf *out);                     /* the essay's title, or its source; plain */
void map_note(const hence_map *map, const selection *shown, buf *out); /* "24 of 61 claims shown", or nothing */
void link_marker(const hence_map *map, const claim_link *l, buf *out); /* the words that state it first; may be none */
#endif
