#include <config.h>

#include "files.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "runner.h"

str test_data(arena *mem, const char *path) {
    const char *root = getenv("srcdir");
    char name[4096], piece[4096];
    buf b = {0};
    snprintf(name, sizeof name, "%s/tests/data/%s", root ? root : "..", path);
    FILE *f = fopen(name, "rb");
    ck_assert_msg(f != NULL, "%s cannot be read", name);
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add(&b, (str){piece, n});
    fclose(f);
    str all = arena_copy(mem, buf_str(&b));
    buf_free(&b);
    return all;
}
