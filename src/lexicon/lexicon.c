#include <config.h>

#include "lexicon/lexicon.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "lexicon/tables.h"

enum { LARGEST_FILE = 64 * 1024 * 1024, PIECE = 64 * 1024 };

/* The bytes of a file, in the arena. */
static int read_file(arena *mem, str path, str *out, hence_error *err) {
    int result = -1;
    buf bytes = {0};
    char *piece = NULL;
    FILE *in = fopen(path.data, "rb");
    if (!in)
        return error_set(err, HENCE_ELEXICON, path, 0, 0, "cannot read it: %s", strerror(errno));
    piece = malloc(PIECE);
    size_t n = piece ? 1 : 0;
    while (n && bytes.len <= LARGEST_FILE && (n = fread(piece, 1, PIECE, in)) > 0)
        buf_add(&bytes, (str){piece, n});
    if (ferror(in)) {
        error_set(err, HENCE_ELEXICON, path, 0, 0, "cannot read it: %s", strerror(errno));
        goto done;
    }
    if (bytes.len > LARGEST_FILE) {
        error_set(err, HENCE_ELEXICON, path, 0, 0, "larger than %d MB", LARGEST_FILE / 1024 / 1024);
        goto done;
    }
    *out = arena_copy(mem, buf_str(&bytes));
    if (!piece || bytes.failed || !out->data) {
        error_memory(err);
        goto done;
    }
    result = 0;
done:
    free(piece);
    buf_free(&bytes);
    fclose(in);
    return result;
}

static int load(hence_lexicon *lexicon, const char *folder, lexicon_table table, stemmer *s, hence_error *err) {
    const char *file = lexicon_table_file(table);
    if (!folder) {
        const embedded_file *e = &embedded_lexicon[table];
        return table_load(lexicon, table, (str){(const char *)e->data, e->len}, str_of(file), s, err);
    }
    str text, path = arena_print(&lexicon->mem, "%s/%s", folder, file);
    if (!path.data)
        return error_memory(err);
    if (read_file(&lexicon->mem, path, &text, err) < 0)
        return -1;
    return table_load(lexicon, table, text, path, s, err);
}

hence_lexicon *hence_lexicon_open(const char *folder, hence_error *err) {
    arena mem = {0};
    stemmer *s = NULL;
    hence_lexicon *lexicon = arena_new(&mem, hence_lexicon, 1);
    if (!lexicon) {
        error_memory(err);
        return NULL;
    }
    lexicon->mem = mem;
    /* Stems need the irregular forms, which have none themselves. */
    if (load(lexicon, folder, LEXICON_IRREGULAR, NULL, err) < 0)
        goto failed;
    s = stemmer_new(lexicon, err);
    if (!s)
        goto failed;
    for (lexicon_table t = 0; t < LEXICON_TABLES; t++)
        if (t != LEXICON_IRREGULAR && load(lexicon, folder, t, s, err) < 0)
            goto failed;
    stemmer_free(s);
    return lexicon;
failed:
    stemmer_free(s);
    hence_lexicon_free(lexicon);
    return NULL;
}

void hence_lexicon_free(hence_lexicon *lexicon) {
    if (!lexicon)
        return;
    arena mem = lexicon->mem; /* it lives in its own arena */
    arena_free(&mem);
}
