#include <config.h>

#include <string.h>

#include "cli/cli.h"

typedef struct {
    const char *lexicon;
    bool help;
} settings;

static const settings defaults = {.help = false};

static const option options[] = {
    {0, "lexicon", "DIR", "read the lexicon from DIR", OPTION_TEXT, offsetof(settings, lexicon)},
    {'h', "help", NULL, "show this help", OPTION_FLAG, offsetof(settings, help)},
};

static int list(const hence_lexicon *lexicon, const char *const *operands, size_t count, hence_error *err) {
    for (size_t i = 0; i < count || i == 0; i++)
        if (hence_lexicon_list(lexicon, count ? operands[i] : NULL, NULL, stdout, NULL, err) != 0)
            return STATUS_FAILED;
    return STATUS_DONE;
}

static int search(const hence_lexicon *lexicon, const char *const *operands, size_t count, hence_error *err) {
    size_t all = 0;
    for (size_t i = 0; i < count; i++) {
        size_t found;
        if (hence_lexicon_list(lexicon, NULL, operands[i], stdout, &found, err) != 0)
            return STATUS_FAILED;
        all += found;
    }
    return all ? STATUS_DONE : STATUS_FOUND;
}

static int check(const hence_lexicon *lexicon, hence_error *err) {
    size_t failed;
    if (hence_lexicon_check(lexicon, stdout, &failed, err) != 0)
        return STATUS_FAILED;
    return failed ? STATUS_FOUND : STATUS_DONE;
}

static int run(const char *const *operands, size_t count, const void *given) {
    const settings *set = given;
    const char *action = count ? operands[0] : "list";
    bool lists = strcmp(action, "list") == 0, searches = strcmp(action, "search") == 0, checks = strcmp(action, "check") == 0;
    if (!lists && !searches && !checks) {
        say("there is no 'hence lexicon %s'; there are list, search and check", action);
        return STATUS_FAILED;
    }
    if ((searches && count < 2) || (checks && count > 1)) {
        say(searches ? "hence lexicon search wants words to look for" : "hence lexicon check takes no operand but --lexicon DIR");
        return STATUS_FAILED;
    }
    hence_error err = {0};
    hence_lexicon *lexicon = hence_lexicon_open(set->lexicon, &err);
    if (!lexicon) {
        say_error(&err);
        return STATUS_FAILED;
    }
    size_t rest = count ? count - 1 : 0;
    int status = lists ? list(lexicon, operands + 1, rest, &err)
                 : searches ? search(lexicon, operands + 1, rest, &err)
                            : check(lexicon, &err);
    if (status == STATUS_FAILED)
        say_error(&err);
    hence_lexicon_free(lexicon);
    return status;
}

const command command_lexicon = {
    .name = "lexicon",
    .arguments = "[list [FILE...] | search WORDS... | check]",
    .help = "list, search or check what is known of the language",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .notes = "list writes the rows of FILE (verbs.tsv), or of all files. search writes the rows that WORDS match: \"led to\"\n"
             "finds lead~ to. check reads the example of every marker and writes those that do not come out; the exit\n"
             "status is then 1, as it is where search finds nothing.\n",
    .run = run,
    .settings_size = sizeof(settings),
    .defaults = &defaults,
};
