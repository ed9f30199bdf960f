#include <config.h>

#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int error_set(hence_error *err, hence_code code, str source, size_t line, size_t column, const char *format, ...) {
    if (!err || err->code != HENCE_OK)
        return -1;
    err->code = code;
    err->line = line;
    err->column = column;
    size_t n = source.len < sizeof err->source - 1 ? source.len : sizeof err->source - 1;
    if (n)
        memcpy(err->source, source.data, n);
    err->source[n] = '\0';
    va_list args;
    va_start(args, format);
    vsnprintf(err->text, sizeof err->text, format, args);
    va_end(args);
    return -1;
}

int error_memory(hence_error *err) {
    return error_set(err, HENCE_ENOMEM, (str){0}, 0, 0, "out of memory");
}
