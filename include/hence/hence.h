/* hence: reads an essay and writes out its argument.
 *
 *     hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
 *     hence_document *essay = hence_document_open("essay.txt", &err);
 *     hence_map *map = hence_map_build(essay, lexicon, NULL, &err);
 *     hence_map_write(map, HENCE_DOT, NULL, stdout, &err);
 *     hence_document_free(essay);
 *     hence_lexicon_free(lexicon);
 *
 * Units. Every position that crosses this header is a hence_span: Unicode code points from the start of the document's text (the decoded
 * input without its byte-order mark), end exclusive, as in a W3C TextPositionSelector.
 *
 * Ownership. A document owns all that is found in it: maps, claims, strings live until hence_document_free. A lexicon is constant once
 * open and may serve any number of documents and threads; it must outlive the maps made with it. A document is for one thread at a time.
 *
 * Errors. Functions that act give 0 or -1, creators an object or NULL. The hence_error is the caller's, may be NULL, and must be zeroed
 * before the first call; the first error stays. */
#ifndef HENCE_H
#define HENCE_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "hence/version.h"

#ifdef __cplusplus
extern "C" {
#endif
#if defined(__GNUC__)
#pragma GCC visibility push(default)
#endif

/* ---- errors */

typedef enum {
    HENCE_OK,
    HENCE_ENOMEM,    /* memory ended */
    HENCE_EREAD,     /* an input cannot be read */
    HENCE_EENCODING, /* an input is no text in an encoding that hence reads */
    HENCE_EWRITE,    /* an output cannot be written */
    HENCE_ELEXICON,  /* a lexicon file is missing or has a bad row */
    HENCE_EMODEL,    /* a model file is damaged or foreign */
    HENCE_EUSAGE,    /* an argument is out of its range */
    HENCE_ENONE      /* the essay has no such claim or link */
} hence_code;

typedef struct {
    hence_code code;
    size_t line, column; /* from 1, columns in code points; 0 where unknown */
    char source[256];    /* the file, or empty */
    char text[512];      /* one line for people, no full stop */
} hence_error;

/* ---- positions */

typedef struct {
    size_t start, end; /* code points of the document's text, end exclusive */
} hence_span;

/* ---- lexicon: what hence knows of a language */

typedef struct hence_lexicon hence_lexicon;

/* Opens the lexicon in `folder` (one with connectives.tsv and the other files), or the built-in English one for NULL. NULL on failure:
 * HENCE_ENOMEM, HENCE_ELEXICON with file, line and column. The caller frees it. */
hence_lexicon *hence_lexicon_open(const char *folder, hence_error *err);
void hence_lexicon_free(hence_lexicon *lexicon); /* NULL does nothing */

/* ---- document: the text of one essay */

typedef struct hence_document hence_document;

/* Reads a file; `path` becomes the document's source. UTF-8, UTF-16 and Latin-1 are told apart (ICU's detector for what has no byte-order
 * mark and is not UTF-8). NULL on failure: HENCE_ENOMEM, HENCE_EREAD (missing, a folder, 2 GiB or more), HENCE_EENCODING (binary data, bytes that
 * are no text, with their offset). The caller frees it. */
hence_document *hence_document_open(const char *path, hence_error *err);
/* The same from a stream, read to its end and not closed; `source` names it. */
hence_document *hence_document_read(FILE *in, const char *source, hence_error *err);
/* The same from bytes in memory, which are copied. */
hence_document *hence_document_new(const char *bytes, size_t length, const char *source, hence_error *err);
void hence_document_free(hence_document *document); /* NULL does nothing */

/* ---- map: the argument of a document */

typedef struct hence_map hence_map;

typedef enum { HENCE_MERGE_STRICT, HENCE_MERGE_NONE, HENCE_MERGE_LOOSE } hence_merge;

typedef struct {
    const char *language; /* BCP 47; NULL: en, the only one that is built in */
    hence_merge merge;    /* how far mentions are taken for one claim */
    bool no_repair;       /* do not read swapped words in their right order */
} hence_options;

/* Finds the argument of `document`. `options` may be NULL for the defaults. The map lives in the document and is freed with it.
 * Linear in the text but for bounded work a sentence. Any text gives a map, if an empty one. NULL on failure: HENCE_ENOMEM, HENCE_EMODEL,
 * HENCE_EUSAGE (a language that is not known). */
hence_map *hence_map_build(hence_document *document, const hence_lexicon *lexicon, const hence_options *options,
                           hence_error *err);

/* ---- writers */

typedef enum { HENCE_DOT, HENCE_JSON, HENCE_SVG, HENCE_PNG, HENCE_PDF, HENCE_TEXT } hence_format;

typedef enum { HENCE_ANY, HENCE_POSSIBLE, HENCE_PROBABLE, HENCE_ASSERTED } hence_certainty;

/* What is shown of a map, and how. All zero: the defaults. */
typedef struct {
    bool all;              /* draw every claim; else the backbone, and say what was left out */
    size_t max_claims;     /* how many boxes the backbone may have; 0: 40 */
    bool repairs;          /* show where swapped words were read in another order, and doubled ones once */
    const char *focus;     /* show the claims that these words name, and those near by; NULL: no focus. A claim is named by its id ("c3"), by its
                            * label, or by words that all stand in its label or in one of its mentions, whatever their case and inflection */
    size_t depth;          /* how many links away from the focus; 0: 2 */
    hence_certainty least; /* leave out links that are less certain; HENCE_ANY keeps denied ones too */
    bool sections;         /* put claims that are first made under one heading into one frame */
    bool full_labels;      /* the words of a claim's longest mention in its box instead of its short label */
    size_t width;          /* columns of lines of text; 0: lines are not broken */
} hence_write_options;

/* The format named `name` (dot, json, svg, png, pdf, text); false if there is none. */
bool hence_format_named(const char *name, hence_format *format);

/* Writes the map. DOT, SVG, PNG and PDF draw it; JSON holds all of it, on one line; text is an indented outline,
 * of all claims unless max_claims says fewer. `options` may be NULL. The bytes depend on document, lexicon
 * and options alone. 0, or -1: HENCE_ENOMEM, HENCE_EWRITE, HENCE_ENONE (no claim is in focus). Pictures are drawn by Graphviz in process, one at a time. */
int hence_map_write(const hence_map *map, hence_format format, const hence_write_options *options, FILE *out,
                    hence_error *err);

/* Writes every line of reasoning from claims that the words `from` name to claims that `to` names (hence_write_options.focus tells how): a path over links of
 * consequence, support, condition and attack that meets no claim twice, at most 200 of at most 12 steps, the strongest first. Text tells each in prose with
 * its certainty (of its weakest step), its sign (the product of its steps'; none where one does not say) and the words of the essay; JSON gives ids of the map's
 * own JSON; DOT and pictures draw these claims and links alone. `found` gets how many lines there are; where there is none, only JSON writes anything.
 * 0, or -1: HENCE_ENOMEM, HENCE_EWRITE, HENCE_ENONE (no claim is named by `from` or by `to`). */
int hence_path_write(const hence_map *map, const char *from, const char *to, hence_format format, const hence_write_options *options,
                     size_t *found, FILE *out, hence_error *err);

/* ---- markers: the words that say how claims hang together */

/* What hence_explain_write is asked: the first of these that is given. */
typedef struct {
    const char *what;           /* a link by its id ("l3"), or claims as in hence_write_options.focus */
    const char *between[2];     /* the links, either way, between the claims that these name */
    size_t at;                  /* all that is stated at this code point */
} hence_question;

/* Tells in prose why a link stands (its marker with the row of the lexicon, the frame in words, the arguments, what decided polarity and certainty, the
 * readings of the marker that lost), or why the mentions of a claim were taken for one. Of the options, width counts. 0, or -1: HENCE_ENOMEM,
 * HENCE_EWRITE, HENCE_ENONE (there is nothing of the kind). */
int hence_explain_write(const hence_map *map, const hence_question *question, const hence_write_options *options, FILE *out,
                        hence_error *err);

typedef enum { HENCE_MARKERS_TABLE, HENCE_MARKERS_JSON, HENCE_MARKERS_BRACKETS } hence_markers_format;

/* Writes the markers of the text alone: as a table with tabs (sentence, start, end, class, sense, confidence, entry), as the fields of
 * the map's JSON, or as the text with each part of a marker in brackets. With `explain`, the table also has the candidates that are no markers,
 * and why. `options` may be NULL. 0, or -1: HENCE_ENOMEM, HENCE_EMODEL, HENCE_EWRITE. */
int hence_markers_write(hence_document *document, const hence_lexicon *lexicon, const hence_options *options,
                        hence_markers_format format, bool explain, FILE *out, hence_error *err);

/* ---- what a lexicon holds */

/* Writes the rows of `file` ("verbs.tsv", NULL: of all files) in which `words` stand, or that match them as text does ("led to" finds
 * lead~ to; NULL: all rows): file:line, a tab, the row as it was read. `found` gets their number and may be NULL. 0, or -1: HENCE_ENOMEM, HENCE_EWRITE,
 * HENCE_EUSAGE (no such file). */
int hence_lexicon_list(const hence_lexicon *lexicon, const char *file, const char *words, FILE *out, size_t *found,
                       hence_error *err);
/* Reads the example of every marker and the sentence in which it is none, and writes a line for each that does not come out so: file:line: form: what is
 * wrong. `failed` gets their number. About 2 s. 0, or -1: HENCE_ENOMEM, HENCE_EMODEL, HENCE_EWRITE. */
int hence_lexicon_check(const hence_lexicon *lexicon, FILE *out, size_t *failed, hence_error *err);

#if defined(__GNUC__)
#pragma GCC visibility pop
#endif
#ifdef __cplusplus
}
#endif
#endif
