/* output: where results go. A file is written beside its place and moved there when all went well, so that nobody ever sees half of it; a
 * signal takes the half away. */
#ifndef HENCE_CLI_OUTPUT_H
#define HENCE_CLI_OUTPUT_H
#include <stdbool.h>
#include <stdio.h>

typedef struct {
    FILE *stream;
    const char *path; /* as the user gave it; NULL for stdout */
    char *target, *temporary;
} output;

/* Opens `path`, or stdout for NULL and "-". 0, or -1 after saying why not. One file at a time. */
int output_open(output *o, const char *path);
/* Puts the file in its place if `keep`, else takes it away. 0, or -1 after saying what failed. */
int output_close(output *o, bool keep);
bool output_is_folder(const char *path);
#endif
