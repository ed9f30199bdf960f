#include <config.h>

#include <string.h>
#include <unistd.h>

#include "cli/essay.h"

typedef struct {
    const char *from, *to, *format, *output;
    reading reading;
    bool help;
} settings;

static const settings defaults = {.format = "text", .reading = READING_DEFAULTS};

static const option options[] = {
    {0, "from", "WORDS", "begin at the claims that WORDS name", OPTION_TEXT, offsetof(settings, from)},
    {0, "to", "WORDS", "end at the claims that WORDS name", OPTION_TEXT, offsetof(settings, to)},
    {'T', "format", "FORMAT", "text (the default), json, dot, svg, png or pdf", OPTION_TEXT, offsetof(settings, format)},
    {'o', "output", "FILE", "write to FILE", OPTION_TEXT, offsetof(settings, output)},
    READING_OPTIONS(settings, reading),
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

static int run(const char *const *operands, size_t count, const void *given) {
    const settings *set = given;
    hence_format format;
    essay e;
    output out;
    hence_error err = {0};
    size_t found = 0;
    if (!set->from || !set->to || count > 1) {
        say(count > 1 ? "one essay at a time; see 'hence help path'" : "--from and --to say what to look for; see 'hence help path'");
        return STATUS_FAILED;
    }
    if (!hence_format_named(set->format, &format)) {
        say("there is no format '%s'; there are text, json, dot, svg, png and pdf", set->format);
        return STATUS_FAILED;
    }
    if ((format == HENCE_PNG || format == HENCE_PDF) && !set->output && isatty(STDOUT_FILENO)) {
        say("a terminal shows no %s: give a file with -o", set->format);
        return STATUS_FAILED;
    }
    if (essay_start(&e, &set->reading) != 0)
        return STATUS_FAILED;
    int status = STATUS_FAILED;
    if (essay_open(&e, count ? operands[0] : "-", &set->reading) == 0 && output_open(&out, set->output) == 0) {
        hence_write_options writing = {.width = essay_width(&out)};
        status = STATUS_DONE;
        if (hence_path_write(e.map, set->from, set->to, format, &writing, &found, out.stream, &err) != 0)
            status = essay_failed(&err, &out);
        else if (!found) {
            say("nothing in the text leads from '%s' to '%s'", set->from, set->to);
            status = STATUS_FOUND;
        }
        bool keep = status == STATUS_DONE || (status == STATUS_FOUND && format == HENCE_JSON && err.code == HENCE_OK);
        if (output_close(&out, keep) != 0)
            status = STATUS_FAILED;
    }
    essay_close(&e);
    return status;
}

const command command_path = {
    .name = "path",
    .arguments = "--from WORDS --to WORDS [INPUT]",
    .help = "tell how one claim leads to another",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "WORDS name a claim by its id (c3), its label, or words that all stand in its label or in a mention of it. The lines of\n"
             "reasoning come strongest first. Exit status 1: there is none.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
