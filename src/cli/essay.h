/* essay: one input read with its argument, for the commands that ask something of it. */
#ifndef HENCE_CLI_ESSAY_H
#define HENCE_CLI_ESSAY_H
#include "cli/cli.h"
#include "cli/output.h"

/* How essays are read: part of a command's settings, with its rows of the option table. */
typedef struct {
    const char *language, *lexicon;
    int merge; /* place in "none|strict|loose" */
    bool no_repair;
} reading;

#define READING_DEFAULTS {.merge = 1}
#define READING_OPTIONS(settings, member)                                                                                                      \
    {0, "lang", "TAG", "language of the essay (BCP 47); en is built in", OPTION_TEXT, offsetof(settings, member.language)},                    \
        {0, "lexicon", "DIR", "read the lexicon from DIR", OPTION_TEXT, offsetof(settings, member.lexicon)},                                   \
        {0, "merge", "none|strict|loose", "how far mentions are taken for one claim (strict)", OPTION_CHOICE, offsetof(settings, member.merge)}, \
        {0, "no-repair", NULL, "read the words in the order in which they stand", OPTION_FLAG, offsetof(settings, member.no_repair)}

typedef struct {
    hence_lexicon *lexicon;
    hence_document *document;
    hence_map *map;
} essay;

/* Opens the lexicon. 0, or -1 after saying what failed. */
int essay_start(essay *e, const reading *how);
/* Reads `path` ("-": standard input) and finds its argument, in place of the one before. 0, or -1 after saying what failed. */
int essay_open(essay *e, const char *path, const reading *how);
void essay_close(essay *e);
/* Says what failed and gives the exit status for it: STATUS_FOUND where the essay has nothing of the kind, else STATUS_FAILED. */
int essay_failed(const hence_error *err, const output *to);
/* How wide text may be: 80 columns on a terminal, 0 (not broken) elsewhere. */
size_t essay_width(const output *to);
#endif
