/* models: the three models together. */
#ifndef HENCE_SYNTAX_MODELS_H
#define HENCE_SYNTAX_MODELS_H
#include "syntax/syntax.h"
#include "syntax/tagger.h"

struct syntax_models {
    tagger tagger;
};

/* Opens model files in memory, which must outlive the models. 0, or -1: HENCE_EMODEL. */
int syntax_models_open(str tagger_file, syntax_models *out, hence_error *err);
/* The built-in files. */
str syntax_tagger_file(void);
#endif
