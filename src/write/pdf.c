#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "write/write.h"

static const char epoch[] = "/CreationDate (D:19700101000000Z)";

/* A number of the cross-reference table, of `width` digits. */
static void shift(char *digits, int width, size_t beyond, size_t by) {
    char copy[24] = "";
    if (width >= (int)sizeof copy)
        return;
    memcpy(copy, digits, (size_t)width);
    size_t offset = strtoull(copy, NULL, 10);
    if (offset > beyond) {
        snprintf(copy, sizeof copy, "%0*zu", width, offset - by);
        memcpy(digits, copy, (size_t)width);
    }
}

/* The offsets of objects (ISO 32000-1, 7.5.4) after `by` bytes before `beyond` were taken away. */
static void shift_table(char *pdf, size_t length, size_t beyond, size_t by) {
    static const char word[] = "startxref\n";
    size_t start = length;
    while (start > 0 && memcmp(pdf + start - 1, word, sizeof word - 1) != 0)
        if (--start + 64 < length) /* it stands in the last lines */
            return;
    if (!start)
        return;
    char *number = pdf + start - 1 + sizeof word - 1, *end;
    size_t table = strtoull(number, &end, 10) - by;
    shift(number, (int)(end - number), beyond, by);
    if (table >= length || strncmp(pdf + table, "xref\n0 ", 7) != 0)
        return;
    size_t count = strtoull(pdf + table + 7, &end, 10);
    for (char *entry = end + 1; count > 0 && entry + 20 <= pdf + length; count--, entry += 20)
        shift(entry, 10, beyond, by);
}

size_t pdf_undate(char *pdf, size_t length) {
    const size_t same = strlen("/CreationDate (D:");
    char *date = memmem(pdf, length, epoch, same);
    char *end = date ? memchr(date + same, ')', (size_t)(pdf + length - date) - same) : NULL;
    if (!end || (size_t)(end + 1 - date) < strlen(epoch) || end - date > 64)
        return length;
    size_t by = (size_t)(end + 1 - date) - strlen(epoch);
    memcpy(date, epoch, strlen(epoch));
    memmove(end + 1 - by, end + 1, (size_t)(pdf + length - end) - 1);
    if (by)
        shift_table(pdf, length - by, (size_t)(date - pdf), by);
    return length - by;
}
