/* cli: the program `hence`. It uses the library's public header alone.
 *
 * Exit status: 0 done; 1 the command found something (review, diff) or not what it was asked for (path, outline --focus); 2 bad usage, or an input or output that cannot be used. Results go to
 * stdout, messages to stderr as `hence: file:line:column: message`. */
#ifndef HENCE_CLI_CLI_H
#define HENCE_CLI_CLI_H
#include "cli/option.h"
#include "hence/hence.h"

enum { STATUS_DONE = 0, STATUS_FOUND = 1, STATUS_FAILED = 2 };

typedef struct {
    const char *name, *arguments, *help; /* "map", "[INPUT...]", one line */
    const option *options;
    size_t option_count;
    const char *notes; /* below the options in its help */
    int (*run)(const char *const *operands, size_t count, const void *settings);
    size_t settings_size;
    const void *defaults; /* the settings before parsing */
} command;

extern const command command_explain, command_map, command_outline, command_path, command_markers, command_lexicon;

/* Prints `hence: ` and a message on stderr. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* The same for an error of the library, with its place. */
void say_error(const hence_error *err);
#endif
