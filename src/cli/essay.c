#include <config.h>

#include "cli/essay.h"

#include <string.h>
#include <unistd.h>

int essay_start(essay *e, const reading *how) {
    hence_error err = {0};
    *e = (essay){.lexicon = hence_lexicon_open(how->lexicon, &err)};
    if (e->lexicon)
        return 0;
    say_error(&err);
    return -1;
}

int essay_open(essay *e, const char *path, const reading *how) {
    static const hence_merge merges[] = {HENCE_MERGE_NONE, HENCE_MERGE_STRICT, HENCE_MERGE_LOOSE};
    hence_options options = {.language = how->language, .merge = merges[how->merge], .no_repair = how->no_repair};
    hence_error err = {0};
    hence_document_free(e->document);
    e->document = strcmp(path, "-") == 0 ? hence_document_read(stdin, "-", &err) : hence_document_open(path, &err);
    e->map = e->document ? hence_map_build(e->document, e->lexicon, &options, &err) : NULL;
    if (e->map)
        return 0;
    say_error(&err);
    return -1;
}

void essay_close(essay *e) {
    hence_document_free(e->document);
    hence_lexicon_free(e->lexicon);
    *e = (essay){0};
}

int essay_failed(const hence_error *err, const output *to) {
    if (err->code == HENCE_EWRITE)
        say("%s: %s", to->path ? to->path : "standard output", err->text);
    else
        say_error(err);
    return err->code == HENCE_ENONE ? STATUS_FOUND : STATUS_FAILED;
}

size_t essay_width(const output *to) {
    return !to->path && isatty(STDOUT_FILENO) ? 80 : 0;
}
