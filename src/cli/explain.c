#include <config.h>

#include "cli/essay.h"

typedef struct {
    const char *between, *output;
    size_t at;
    reading reading;
    bool help;
} settings;

static const settings defaults = {.at = SIZE_MAX, .reading = READING_DEFAULTS};

static const option options[] = {
    {0, "at", "OFFSET", "explain what stands at this character of the text, from 0", OPTION_OFFSET, offsetof(settings, at)},
    {0, "between", "WORDS", "explain the links between the claims that WORDS and the next operand name", OPTION_TEXT, offsetof(settings, between)},
    {'o', "output", "FILE", "write to FILE", OPTION_TEXT, offsetof(settings, output)},
    READING_OPTIONS(settings, reading),
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

static int run(const char *const *operands, size_t count, const void *given) {
    const settings *set = given;
    bool by_place = set->at != SIZE_MAX;
    size_t words = by_place ? 0 : 1; /* operands before the essay */
    if ((by_place && set->between) || count < words || count > words + 1) {
        say("give words and an essay, or --at, or --between; see 'hence help explain'");
        return STATUS_FAILED;
    }
    hence_question question = {.what = by_place || set->between ? NULL : operands[0],
                               .between = {set->between, set->between ? operands[0] : NULL},
                               .at = set->at};
    essay e;
    output out;
    if (essay_start(&e, &set->reading) != 0)
        return STATUS_FAILED;
    int status = STATUS_FAILED;
    if (essay_open(&e, count > words ? operands[words] : "-", &set->reading) == 0 && output_open(&out, set->output) == 0) {
        hence_write_options writing = {.width = essay_width(&out)};
        hence_error err = {0};
        status = hence_explain_write(e.map, &question, &writing, out.stream, &err) == 0 ? STATUS_DONE : essay_failed(&err, &out);
        if (output_close(&out, status == STATUS_DONE) != 0)
            status = STATUS_FAILED;
    }
    essay_close(&e);
    return status;
}

const command command_explain = {
    .name = "explain",
    .arguments = "CLAIM|LINK [INPUT]",
    .help = "tell why a claim or a link stands in the map",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "CLAIM and LINK are ids of the map's JSON (c3, l7); a CLAIM may be its label too, or words that all stand in its label or in\n"
             "a mention of it. Also: hence explain --at OFFSET [INPUT], hence explain --between CLAIM CLAIM [INPUT].\n"
             "Exit status 1: the essay has no such thing.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
