#include <config.h>

#include "cli/option.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

typedef struct {
    const option *table;
    size_t count;
    const char *command;
    void *settings;
} parser;

static int wrong(const parser *p, const char *what, const char *dashes, const char *name, size_t length) {
    say("%s %s%.*s; see 'hence help %s'", what, dashes, (int)length, name, p->command);
    return -1;
}

/* Where among "a|b|c" the word stands; -1 if nowhere. */
static int choice(const char *choices, const char *word) {
    size_t length = strlen(word);
    for (int i = 0;; i++) {
        size_t one = strcspn(choices, "|");
        if (one == length && memcmp(choices, word, length) == 0)
            return i;
        if (!choices[one])
            return -1;
        choices += one + 1;
    }
}

static int store(const parser *p, const option *o, const char *value) {
    char *at = (char *)p->settings + o->offset;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)(void *)at = true;
        return 0;
    case OPTION_TEXT:
        *(const char **)(void *)at = value;
        return 0;
    case OPTION_OFFSET:
    case OPTION_NUMBER: {
        char *end;
        errno = 0;
        unsigned long number = strtoul(value, &end, 10);
        if (errno || *end || value[0] < '0' || value[0] > '9' || (!number && o->kind == OPTION_NUMBER)) {
            say("--%s takes a number from %d, not '%s'", o->name, o->kind == OPTION_NUMBER, value);
            return -1;
        }
        *(size_t *)(void *)at = number;
        return 0;
    }
    case OPTION_CHOICE: {
        int place = choice(o->argument, value);
        if (place < 0) {
            say("--%s takes %s, not '%s'", o->name, o->argument, value);
            return -1;
        }
        *(int *)(void *)at = place;
        return 0;
    }
    }
    return -1;
}

/* The option that `name` is, or is short for; NULL after saying why not. */
static const option *named(const parser *p, const char *name, size_t length) {
    const option *found = NULL, *other = NULL;
    for (size_t i = 0; i < p->count; i++) {
        const option *o = &p->table[i];
        if (strncmp(o->name, name, length) != 0)
            continue;
        if (!o->name[length])
            return o;
        other = found;
        found = o;
        if (other)
            break;
    }
    if (other)
        say("--%.*s may be --%s or --%s", (int)length, name, other->name, found->name);
    else if (!found || !length)
        wrong(p, "there is no option", "--", name, length);
    return other || !length ? NULL : found;
}

static const option *lettered(const parser *p, char letter) {
    for (size_t i = 0; i < p->count; i++)
        if (p->table[i].letter == letter)
            return &p->table[i];
    wrong(p, "there is no option", "-", &letter, 1);
    return NULL;
}

/* One argument that begins with two dashes; gives how many of argv it took, or -1. */
static int parse_long(const parser *p, const char *const *argv, int left) {
    const char *name = argv[0] + 2;
    size_t length = strcspn(name, "=");
    const option *o = named(p, name, length);
    if (!o)
        return -1;
    if (!o->argument)
        return name[length] ? wrong(p, "no value goes with", "--", name, length) : store(p, o, NULL) < 0 ? -1 : 1;
    if (name[length])
        return store(p, o, name + length + 1) < 0 ? -1 : 1;
    if (left < 2)
        return wrong(p, "a value is missing after", "--", name, length);
    return store(p, o, argv[1]) < 0 ? -1 : 2;
}

/* One argument that begins with one dash. */
static int parse_short(const parser *p, const char *const *argv, int left) {
    for (const char *letter = argv[0] + 1; *letter; letter++) {
        const option *o = lettered(p, *letter);
        if (!o)
            return -1;
        if (!o->argument) {
            store(p, o, NULL);
            continue;
        }
        if (letter[1])
            return store(p, o, letter + 1) < 0 ? -1 : 1;
        if (left < 2)
            return wrong(p, "a value is missing after", "-", letter, 1);
        return store(p, o, argv[1]) < 0 ? -1 : 2;
    }
    return 1;
}

int option_parse(const option *table, size_t count, const char *of, int argc, const char **argv, void *settings) {
    parser p = {table, count, of, settings};
    int operands = 0;
    for (int i = 0; i < argc;) {
        if (argv[i][0] != '-' || !argv[i][1]) {
            argv[operands++] = argv[i++];
            continue;
        }
        if (strcmp(argv[i], "--") == 0) {
            for (i++; i < argc;)
                argv[operands++] = argv[i++];
            break;
        }
        int taken = (argv[i][1] == '-' ? parse_long : parse_short)(&p, argv + i, argc - i);
        if (taken < 0)
            return -1;
        i += taken;
    }
    return operands;
}

void option_help(const option *table, size_t count, FILE *out) {
    enum { COLUMN = 32 };
    for (size_t i = 0; i < count; i++) {
        const option *o = &table[i];
        int width = o->letter ? fprintf(out, "  -%c, ", o->letter) : fprintf(out, "      ");
        width += fprintf(out, "--%s%s%s", o->name, o->argument ? " " : "", o->argument ? o->argument : "");
        fprintf(out, "%*s%s\n", width < COLUMN - 1 ? COLUMN - width : 2, "", o->help);
    }
}
