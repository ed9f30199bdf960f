/* error: fills the hence_error of the caller (hence.h).
 *
 * The caller may pass NULL and then learns only that something failed. The first error stays: later ones are dropped. */
#ifndef HENCE_BASE_ERROR_H
#define HENCE_BASE_ERROR_H
#include "base/str.h"
#include "hence/hence.h"

/* Says what went wrong and where; `source` may be empty, line and column (code points, from 1) 0 where unknown. Gives -1, so that a
 * function can `return error_set(...)`. */
int error_set(hence_error *err, hence_code code, str source, size_t line, size_t column, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/* Memory has ended. Gives -1. */
int error_memory(hence_error *err);
#endif
