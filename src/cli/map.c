#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/output.h"

typedef struct {
    const char *format, *output, *language, *lexicon;
    bool all, repairs, no_repair, help;
    const char *focus;
    bool sections;
    size_t max_claims, depth;
    int merge;  /* place in "none|strict|loose" */
    int least;  /* place in "any|possible|probable|asserted" */
    int labels; /* place in "short|full" */
} settings;

static const settings defaults = {.format = "dot", .merge = 1};
static const hence_merge merges[] = {HENCE_MERGE_NONE, HENCE_MERGE_STRICT, HENCE_MERGE_LOOSE};
static const hence_certainty certainties[] = {HENCE_ANY, HENCE_POSSIBLE, HENCE_PROBABLE, HENCE_ASSERTED};

static const option options[] = {
    {'T', "format", "FORMAT", "dot (the default), json, svg, png, pdf or text", OPTION_TEXT, offsetof(settings, format)},
    {'o', "output", "FILE", "write to FILE, or to a file for each input in the folder FILE", OPTION_TEXT, offsetof(settings, output)},
    {0, "lang", "TAG", "language of the essays (BCP 47); en is built in", OPTION_TEXT, offsetof(settings, language)},
    {0, "lexicon", "DIR", "read the lexicon from DIR", OPTION_TEXT, offsetof(settings, lexicon)},
    {0, "all", NULL, "draw every claim, not the backbone alone", OPTION_FLAG, offsetof(settings, all)},
    {0, "max-claims", "N", "draw a backbone of at most N claims (40)", OPTION_NUMBER, offsetof(settings, max_claims)},
    {0, "focus", "WORDS", "draw only the claims that WORDS name, and those near by", OPTION_TEXT, offsetof(settings, focus)},
    {0, "depth", "N", "with --focus: how many links away (2)", OPTION_NUMBER, offsetof(settings, depth)},
    {0, "min-certainty", "any|possible|probable|asserted", "leave out links that are less certain (any)", OPTION_CHOICE, offsetof(settings, least)},
    {0, "sections", NULL, "frame the claims of each section of the essay", OPTION_FLAG, offsetof(settings, sections)},
    {0, "labels", "short|full", "the words in the boxes: short, or as the essay has them", OPTION_CHOICE, offsetof(settings, labels)},
    {0, "merge", "none|strict|loose", "how far mentions are taken for one claim (strict)", OPTION_CHOICE, offsetof(settings, merge)},
    {0, "repairs", NULL, "show which words were read in another order, or once", OPTION_FLAG, offsetof(settings, repairs)},
    {0, "no-repair", NULL, "read the words in the order in which they stand", OPTION_FLAG, offsetof(settings, no_repair)},
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

typedef struct {
    const settings *set;
    hence_format format;
    hence_lexicon *lexicon;
} job;

/* Reads one input, finds its argument and writes it. 0, or -1 after saying what failed. */
static int map_one(const job *j, const char *path, const output *to) {
    const settings *set = j->set;
    hence_options reading = {.language = set->language, .merge = merges[set->merge], .no_repair = set->no_repair};
    hence_write_options writing = {.all = set->all, .max_claims = set->max_claims, .repairs = set->repairs, .focus = set->focus, .depth = set->depth,
                                   .least = certainties[set->least], .sections = set->sections, .full_labels = set->labels == 1,
                                   .width = !to->path && isatty(STDOUT_FILENO) ? 80 : 0};
    hence_error err = {0};
    hence_document *essay =
        strcmp(path, "-") == 0 ? hence_document_read(stdin, "-", &err) : hence_document_open(path, &err);
    hence_map *map = essay ? hence_map_build(essay, j->lexicon, &reading, &err) : NULL;
    int result = map ? hence_map_write(map, j->format, &writing, to->stream, &err) : -1;
    if (result != 0 && err.code == HENCE_EWRITE)
        say("%s: %s", to->path ? to->path : "standard output", err.text);
    else if (result != 0)
        say_error(&err);
    hence_document_free(essay);
    return result;
}

static void progress(size_t at, size_t count, const char *path) {
    enum { MANY = 10 };
    if (count < MANY || !isatty(STDERR_FILENO))
        return;
    if (at < count)
        fprintf(stderr, "\r\033[K%zu/%zu %.60s", at + 1, count, path);
    else
        fputs("\r\033[K", stderr);
}

/* All to one place. */
static int map_together(const job *j, const char *const *paths, size_t count) {
    output out;
    if (output_open(&out, j->set->output) != 0)
        return STATUS_FAILED;
    bool good = true;
    for (size_t i = 0; i < count && !ferror(out.stream); i++) {
        progress(i, count, paths[i]);
        good &= map_one(j, paths[i], &out) == 0;
    }
    progress(count, count, NULL);
    return output_close(&out, good) == 0 && good ? STATUS_DONE : STATUS_FAILED;
}

/* FOLDER/essay.svg for essays/essay.txt; the caller frees it. */
static char *place(const char *folder, const char *path, const char *ending) {
    const char *slash = strrchr(path, '/'), *name = strcmp(path, "-") == 0 ? "stdin" : slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    size_t length = dot && dot != name ? (size_t)(dot - name) : strlen(name);
    char *made;
    return asprintf(&made, "%s/%.*s.%s", folder, (int)length, name, ending) < 0 ? NULL : made;
}

/* A file for each in a folder. */
static int map_apart(const job *j, const char *const *paths, size_t count) {
    char **places = calloc(count, sizeof *places);
    int status = STATUS_FAILED;
    if (!places)
        goto done;
    for (size_t i = 0; i < count; i++) {
        if (!(places[i] = place(j->set->output, paths[i], j->set->format)))
            goto done;
        for (size_t k = 0; k < i; k++)
            if (strcmp(places[i], places[k]) == 0) {
                say("%s and %s would both become %s", paths[k], paths[i], places[i]);
                goto done;
            }
    }
    status = STATUS_DONE;
    for (size_t i = 0; i < count; i++) {
        output out;
        progress(i, count, paths[i]);
        if (output_open(&out, places[i]) != 0) {
            status = STATUS_FAILED;
            continue;
        }
        bool good = map_one(j, paths[i], &out) == 0;
        if (output_close(&out, good) != 0 || !good)
            status = STATUS_FAILED;
    }
    progress(count, count, NULL);
done:
    for (size_t i = 0; places && i < count; i++)
        free(places[i]);
    free(places);
    return status;
}

static int run(const char *const *operands, size_t count, const void *given) {
    static const char *const from_stdin[] = {"-"};
    const settings *set = given;
    job j = {.set = set};
    if (!hence_format_named(set->format, &j.format)) {
        say("there is no format '%s'; there are dot, json, svg, png, pdf and text", set->format);
        return STATUS_FAILED;
    }
    bool picture = j.format == HENCE_SVG || j.format == HENCE_PNG || j.format == HENCE_PDF;
    bool apart = output_is_folder(set->output);
    if (picture && count > 1 && !apart) {
        say("several inputs make several pictures: give a folder that exists with -o");
        return STATUS_FAILED;
    }
    if ((j.format == HENCE_PNG || j.format == HENCE_PDF) && !set->output && isatty(STDOUT_FILENO)) {
        say("a terminal shows no %s: give a file with -o", set->format);
        return STATUS_FAILED;
    }
    hence_error err = {0};
    j.lexicon = hence_lexicon_open(set->lexicon, &err);
    if (!j.lexicon) {
        say_error(&err);
        return STATUS_FAILED;
    }
    if (!count) {
        operands = from_stdin;
        count = 1;
    }
    int status = (apart ? map_apart : map_together)(&j, operands, count);
    hence_lexicon_free(j.lexicon);
    return status;
}

const command command_map = {
    .name = "map",
    .arguments = "[INPUT...]",
    .help = "draw or list the argument of essays",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "An INPUT is a file, or - for standard input, which is read where no INPUT is given. Several inputs give\n"
             "one JSON object a line, or one DOT graph after the other; pictures of several need a folder with -o.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
