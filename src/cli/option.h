/* option: one table a command, from which its options are parsed and its help is printed (after git's parse-options). */
#ifndef HENCE_CLI_OPTION_H
#define HENCE_CLI_OPTION_H
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef enum {
    OPTION_FLAG,   /* bool, set to true */
    OPTION_TEXT,   /* const char * */
    OPTION_NUMBER, /* size_t, 1 or more */
    OPTION_OFFSET, /* size_t, 0 or more */
    OPTION_CHOICE  /* int: the place of the value among those of `argument` ("none|strict|loose") */
} option_kind;

typedef struct {
    char letter;                          /* 0 for none */
    const char *name, *argument, *help;   /* without dashes; NULL argument for a flag */
    option_kind kind;
    size_t offset; /* of the value in the command's settings */
} option;

/* Parses `argv` (the command's own name left out) into `settings`, which hold the defaults. Long options may be shortened while that is not
 * ambiguous and take `--name=value` or `--name value`; short ones `-xvalue` or `-x value` and may be joined; options may follow operands;
 * `--` ends them and `-` is an operand. Operands are moved to the front of argv, and their number is given; -1 after saying what is
 * wrong. */
int option_parse(const option *table, size_t count, const char *of, int argc, const char **argv, void *settings);

/* One line (or more) an option, in the order of the table. */
void option_help(const option *table, size_t count, FILE *out);
#endif
