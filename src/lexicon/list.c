#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"
#include "lexicon/schema.h"

enum { QUERY_WORDS = 16 };

typedef struct {
    str folded; /* the whole query; empty for none */
    lexicon_word words[QUERY_WORDS];
    size_t count;
} query;

static int read_query(arena *mem, const hence_lexicon *lexicon, const char *words, query *q, hence_error *err) {
    stemmer *s = stemmer_new(lexicon, err);
    if (!s)
        return -1;
    q->folded = utf8_fold(mem, str_trim(str_of(words)));
    str rest = q->folded, word;
    for (bool more = q->folded.data != NULL; more && q->count < QUERY_WORDS;) {
        more = str_cut(rest, ' ', &word, &rest);
        q->words[q->count].form = word;
        q->words[q->count++].stem = stemmer_stem(s, mem, word);
    }
    stemmer_free(s);
    return q->folded.data ? 0 : error_memory(err);
}

/* Whether the query stands in the form at the edges of words. */
static bool holds_words(str form, str words) {
    for (size_t at = 0; at + words.len <= form.len; at++) {
        size_t end = at + words.len;
        if (str_equal(str_slice(form, at, end), words) && (at == 0 || form.data[at - 1] == ' ') &&
            (end == form.len || form.data[end] == ' ' || form.data[end] == '~'))
            return true;
    }
    return false;
}

static bool answers(const hence_lexicon *lexicon, const query *q, const lexicon_entry *e) {
    enum { ROOM = 32 };
    if (!q->folded.len || holds_words(e->form, q->folded))
        return true;
    lexicon_match found[ROOM];
    size_t n = lexicon_match_at(lexicon, e->table, q->words, q->count, 0, found, ROOM);
    for (size_t i = 0; i < n; i++)
        if (str_equal(found[i].entry->form, e->form))
            return true;
    return false;
}

static void put_row(const lexicon_entry *e, buf *out) {
    const schema *s = schema_of(e->table);
    buf_print(out, "%s:%u", s->file, (unsigned)e->line);
    for (int i = 0; s->columns[i].name; i++) {
        buf_char(out, '\t');
        buf_add(out, e->cells[i].len ? e->cells[i] : str_of("-"));
    }
    buf_char(out, '\n');
}

int hence_lexicon_list(const hence_lexicon *lexicon, const char *file, const char *words, FILE *out, size_t *found,
                       hence_error *err) {
    arena mem = {0};
    buf bytes = {0};
    query q = {.count = 0};
    size_t rows = 0;
    bool known = !file;
    int result = words ? read_query(&mem, lexicon, words, &q, err) : 0;
    for (lexicon_table t = 0; result == 0 && t < LEXICON_TABLES; t++) {
        if (file && strcmp(file, lexicon_table_file(t)) != 0)
            continue;
        known = true;
        size_t count;
        const lexicon_entry *e = lexicon_entries(lexicon, t, &count);
        for (size_t i = 0; i < count; i++)
            if (answers(lexicon, &q, &e[i])) {
                put_row(&e[i], &bytes);
                rows++;
            }
    }
    if (result == 0 && !known)
        result = error_set(err, HENCE_EUSAGE, (str){0}, 0, 0, "the lexicon has no file %s", file);
    if (result == 0 && bytes.failed)
        result = error_memory(err);
    if (result == 0 && bytes.len && (fwrite(bytes.data, 1, bytes.len, out) != bytes.len || fflush(out) != 0))
        result = error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "cannot write: %s", strerror(errno));
    if (found)
        *found = rows;
    buf_free(&bytes);
    arena_free(&mem);
    return result;
}
