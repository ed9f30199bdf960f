/* models: the three models together. */
#ifndef HENCE_SYNTAX_MODELS_H
#define HENCE_SYNTAX_MODELS_H
#include "syntax/dictionary.h"
#include "syntax/parser.h"
#include "syntax/syntax.h"
#include "syntax/tagger.h"
#include "syntax/units.h"

struct syntax_models {
    dictionary dictionary;
    tagger tagger;
    parser parser;
    units units;
};

/* Model files in memory, each at a multiple of 8 bytes. */
typedef struct {
    str dictionary, tagger, parser, units;
} syntax_files;

/* Opens the files, which must outlive the models. 0, or -1: HENCE_EMODEL. */
int syntax_models_open(syntax_files files, syntax_models *out, hence_error *err);
/* The built-in files. */
syntax_files syntax_files_builtin(void);
#endif
