#include <config.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

static const command *const commands[] = {&command_map, &command_outline, &command_path, &command_explain, &command_markers,
                                         &command_lexicon};

void say(const char *format, ...) {
    va_list args;
    va_start(args, format);
    fputs("hence: ", stderr);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
}

void say_error(const hence_error *err) {
    fputs("hence: ", stderr);
    if (err->source[0])
        fprintf(stderr, "%s:", err->source);
    if (err->line)
        fprintf(stderr, "%zu:", err->line);
    if (err->line && err->column)
        fprintf(stderr, "%zu:", err->column);
    fprintf(stderr, "%s%s\n", err->source[0] || err->line ? " " : "", err->text);
}

static const command *command_named(const char *name) {
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    say("there is no command '%s'; see 'hence --help'", name);
    return NULL;
}

static int finish(int status) {
    if (fflush(stdout) == 0 && !ferror(stdout))
        return status;
    if (status == STATUS_DONE)
        say("standard output: cannot write");
    return STATUS_FAILED;
}

static void help(FILE *out) {
    fputs("usage: hence COMMAND [OPTION...] [INPUT...]\n\n"
          "Reads essays and writes out their argument: claims, and the links by which one leads to, supports\n"
          "or opposes another.\n\n",
          out);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        fprintf(out, "  %-30s%s\n", commands[i]->name, commands[i]->help);
    fputs("  help COMMAND                  show the options of a command\n"
          "  --help                        show this help\n"
          "  --version                     show the version\n",
          out);
}

static int command_help(const command *c) {
    printf("usage: hence %s [OPTION...] %s\n\n%c%s.\n\n", c->name, c->arguments, c->help[0] & ~0x20, c->help + 1);
    option_help(c->options, c->option_count, stdout);
    printf("\n%s", c->notes);
    return finish(STATUS_DONE);
}

/* Every command's last option is --help, a bool. */
static int run(const command *c, int argc, const char **argv) {
    void *settings = malloc(c->settings_size);
    if (!settings) {
        say("out of memory");
        return STATUS_FAILED;
    }
    memcpy(settings, c->defaults, c->settings_size);
    int status = STATUS_FAILED, operands = option_parse(c->options, c->option_count, c->name, argc, argv, settings);
    const bool *wants_help = (const void *)((const char *)settings + c->options[c->option_count - 1].offset);
    if (operands >= 0)
        status = *wants_help ? command_help(c) : finish(c->run(argv, (size_t)operands, settings));
    free(settings);
    return status;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        help(stderr);
        return STATUS_FAILED;
    }
    const char *name = argv[1];
    if (strcmp(name, "--version") == 0 || strcmp(name, "-V") == 0) {
        puts("hence " HENCE_VERSION);
        return finish(STATUS_DONE);
    }
    bool asked = strcmp(name, "help") == 0;
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0 || (asked && argc < 3)) {
        help(stdout);
        return finish(STATUS_DONE);
    }
    const command *c = command_named(asked ? argv[2] : name);
    if (!c)
        return STATUS_FAILED;
    return asked ? command_help(c) : run(c, argc - 2, (const char **)argv + 2);
}
