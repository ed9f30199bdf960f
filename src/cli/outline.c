#include <config.h>

#include "cli/essay.h"

typedef struct {
    const char *output, *focus;
    reading reading;
    bool help;
    size_t depth, max_claims;
    int least; /* place in "any|possible|probable|asserted" */
} settings;

static const settings defaults = {.reading = READING_DEFAULTS};

static const option options[] = {
    {'o', "output", "FILE", "write to FILE", OPTION_TEXT, offsetof(settings, output)},
    {0, "focus", "WORDS", "only the claims that WORDS name, and those near by", OPTION_TEXT, offsetof(settings, focus)},
    {0, "depth", "N", "with --focus: how many links away (2)", OPTION_NUMBER, offsetof(settings, depth)},
    {0, "max-claims", "N", "a backbone of at most N claims", OPTION_NUMBER, offsetof(settings, max_claims)},
    {0, "min-certainty", "any|possible|probable|asserted", "leave out links that are less certain (any)", OPTION_CHOICE, offsetof(settings, least)},
    READING_OPTIONS(settings, reading),
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

static int run(const char *const *operands, size_t count, const void *given) {
    static const char *const from_stdin[] = {"-"};
    static const hence_certainty certainties[] = {HENCE_ANY, HENCE_POSSIBLE, HENCE_PROBABLE, HENCE_ASSERTED};
    const settings *set = given;
    essay e;
    output out;
    if (!count) {
        operands = from_stdin;
        count = 1;
    }
    if (essay_start(&e, &set->reading) != 0)
        return STATUS_FAILED;
    int status = STATUS_FAILED;
    if (output_open(&out, set->output) != 0)
        goto done;
    hence_write_options writing = {.max_claims = set->max_claims, .focus = set->focus, .depth = set->depth, .least = certainties[set->least],
                                   .width = essay_width(&out)};
    status = STATUS_DONE;
    for (size_t i = 0, written = 0; i < count && !ferror(out.stream); i++) {
        hence_error err = {0};
        int one = STATUS_FAILED;
        if (essay_open(&e, operands[i], &set->reading) == 0) {
            if (written++)
                fputc('\n', out.stream);
            one = hence_map_write(e.map, HENCE_TEXT, &writing, out.stream, &err) == 0 ? STATUS_DONE : essay_failed(&err, &out);
        }
        status = one > status ? one : status;
    }
    if (output_close(&out, status == STATUS_DONE) != 0)
        status = STATUS_FAILED;
done:
    essay_close(&e);
    return status;
}

const command command_outline = {
    .name = "outline",
    .arguments = "[INPUT...]",
    .help = "list conclusions, with what leads to them below",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "Each claim is unfolded once. Brackets hold the words that state a link and the sentences where they stand.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
