#include <config.h>

#include <string.h>

#include "cli/cli.h"
#include "cli/output.h"

typedef struct {
    const char *output, *lexicon;
    bool explain, no_repair, help;
    int format; /* place in "table|json|brackets" */
} settings;

static const settings defaults = {.format = 0};
static const hence_markers_format formats[] = {HENCE_MARKERS_TABLE, HENCE_MARKERS_JSON, HENCE_MARKERS_BRACKETS};

static const option options[] = {
    {'T', "format", "table|json|brackets", "a table with tabs (the default), JSON, or the text with its markers in brackets", OPTION_CHOICE, offsetof(settings, format)},
    {'o', "output", "FILE", "write to FILE", OPTION_TEXT, offsetof(settings, output)},
    {0, "lexicon", "DIR", "read the lexicon from DIR", OPTION_TEXT, offsetof(settings, lexicon)},
    {0, "explain", NULL, "a table with all candidates, and why each is a marker or not", OPTION_FLAG, offsetof(settings, explain)},
    {0, "no-repair", NULL, "read the words in the order in which they stand", OPTION_FLAG, offsetof(settings, no_repair)},
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

static int write_one(const settings *set, const hence_lexicon *lexicon, const char *path, FILE *out) {
    hence_options reading = {.no_repair = set->no_repair};
    hence_error err = {0};
    hence_document *essay =
        strcmp(path, "-") == 0 ? hence_document_read(stdin, "-", &err) : hence_document_open(path, &err);
    int result = essay ? hence_markers_write(essay, lexicon, &reading, formats[set->format], set->explain, out, &err) : -1;
    if (result != 0)
        say_error(&err);
    hence_document_free(essay);
    return result;
}

static int run(const char *const *operands, size_t count, const void *given) {
    static const char *const from_stdin[] = {"-"};
    const settings *set = given;
    hence_error err = {0};
    output out;
    hence_lexicon *lexicon = hence_lexicon_open(set->lexicon, &err);
    if (!lexicon) {
        say_error(&err);
        return STATUS_FAILED;
    }
    bool good = output_open(&out, set->output) == 0;
    if (good) {
        if (!count) {
            operands = from_stdin;
            count = 1;
        }
        for (size_t i = 0; i < count && !ferror(out.stream); i++)
            good &= write_one(set, lexicon, operands[i], out.stream) == 0;
        good = output_close(&out, good) == 0 && good;
    }
    hence_lexicon_free(lexicon);
    return good ? STATUS_DONE : STATUS_FAILED;
}

const command command_markers = {
    .name = "markers",
    .arguments = "[INPUT...]",
    .help = "list the words that show how claims hang together",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "Markers are connectives (because, thereby, if ... then) and verbs, nouns and adjectives that state a link (leads\n"
             "to, the result of). Positions count characters from the start of the text.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
