#include <config.h>

#include "syntax/models.h"

#include <pthread.h>

#include "base/embed.h"

EMBED(hence_model_dictionary, "syntax/dictionary.model");
EMBED(hence_model_tagger, "syntax/tagger.model");
EMBED(hence_model_parser, "syntax/parser.model");
EMBED(hence_model_units, "syntax/units.model");

syntax_files syntax_files_builtin(void) {
    return (syntax_files){EMBEDDED(hence_model_dictionary), EMBEDDED(hence_model_tagger), EMBEDDED(hence_model_parser),
                          EMBEDDED(hence_model_units)};
}

int syntax_models_open(syntax_files files, syntax_models *out, hence_error *err) {
    return dictionary_open(files.dictionary, &out->dictionary, err) || tagger_open(files.tagger, &out->tagger, err) ||
                   parser_open(files.parser, &out->parser, err) || units_open(files.units, &out->units, err)
               ? -1
               : 0;
}

/* Written once, before any thread reads it. */
static struct {
    pthread_once_t once;
    bool whole;
    syntax_models models;
} builtin = {.once = PTHREAD_ONCE_INIT};

static void open_builtin(void) {
    builtin.whole = !syntax_models_open(syntax_files_builtin(), &builtin.models, NULL);
}

const syntax_models *syntax_models_builtin(hence_error *err) {
    pthread_once(&builtin.once, open_builtin);
    if (!builtin.whole) {
        model_damaged(err);
        return NULL;
    }
    return &builtin.models;
}
