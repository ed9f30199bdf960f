#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/error.h"
#include "marker/examples.h"
#include "read/document.h"
#include "syntax/syntax.h"

int example_read(arena *mem, str marked, example *out, hence_error *err) {
    char *plain = arena_new(mem, char, marked.len + 1);
    size_t n = 0;
    if (!plain)
        return error_memory(err);
    *out = (example){.count = 0};
    for (size_t i = 0; i < marked.len; i++) {
        char c = marked.data[i];
        if (c == '[' && out->count <= MARKER_SPANS)
            out->brackets[out->count].start = (uint32_t)n;
        else if (c == ']' && out->count <= MARKER_SPANS)
            out->brackets[out->count++].end = (uint32_t)n;
        else if (c == '{' && i + 2 < marked.len)
            i += 2; /* the argument's letter and a space */
        else if (c != '}' && c != '[' && c != ']')
            plain[n++] = c;
    }
    out->text = (str){plain, n};
    return 0;
}

/* A sentence with its markers. */
typedef struct {
    hence_document *document;
    text text;
    marker_list markers;
} reading;

static int read_sentence(const hence_lexicon *lexicon, str plain, reading *r, hence_error *err) {
    const syntax_models *models = syntax_models_builtin(err);
    *r = (reading){.document = models ? hence_document_new(plain.data, plain.len, "example", err) : NULL};
    if (!r->document || text_read(&r->document->mem, r->document, lexicon, false, &r->text, err) < 0 ||
        syntax_analyse(models, &r->text, err) < 0)
        return -1;
    return marker_find(&r->document->mem, &r->text, lexicon, &r->markers, err);
}

static bool is_of(const marker *m, const lexicon_entry *row) {
    return m->entry->table == row->table && str_equal(m->entry->form, row->form);
}

static bool stands_in_brackets(const reading *r, const lexicon_entry *row, const example *e) {
    for (size_t i = 0; i < r->markers.count; i++) {
        const marker *m = &r->markers.items[i];
        bool same = is_of(m, row) && m->span_count == e->count;
        for (unsigned k = 0; same && k < e->count; k++)
            same = span_equal(m->spans[k], e->brackets[k]);
        if (same)
            return true;
    }
    return false;
}

static void put_failure(const lexicon_entry *row, const char *what, str sentence, const reading *r, buf *out) {
    buf_print(out, "%s:%u: %.*s: %s: %.*s (", lexicon_table_file(row->table), (unsigned)row->line, STR_ARG(row->form),
              what, STR_ARG(sentence));
    for (size_t i = 0; i < r->markers.count; i++)
        buf_print(out, "%s%.*s", i ? ", " : "markers: ", STR_ARG(r->markers.items[i].entry->form));
    buf_text(out, r->markers.count ? ")\n" : "no marker)\n");
}

static int check_row(const hence_lexicon *lexicon, const lexicon_entry *row, buf *out, size_t *failed,
                     hence_error *err) {
    arena mem = {0};
    example e;
    reading r = {0};
    str other = lexicon_cell(row, "not");
    int result = example_read(&mem, lexicon_cell(row, "example"), &e, err);
    if (result == 0)
        result = read_sentence(lexicon, e.text, &r, err);
    if (result == 0 && !stands_in_brackets(&r, row, &e)) {
        put_failure(row, "not found in", lexicon_cell(row, "example"), &r, out);
        ++*failed;
    }
    hence_document_free(r.document);
    if (result == 0 && other.len) {
        result = read_sentence(lexicon, other, &r, err);
        bool found = false;
        for (size_t i = 0; result == 0 && i < r.markers.count; i++)
            found |= is_of(&r.markers.items[i], row);
        if (found) {
            put_failure(row, "found in", other, &r, out);
            ++*failed;
        }
        hence_document_free(r.document);
    }
    arena_free(&mem);
    return result;
}

int hence_lexicon_check(const hence_lexicon *lexicon, FILE *out, size_t *failed, hence_error *err) {
    buf lines = {0};
    int result = 0;
    *failed = 0;
    for (lexicon_table t = LEXICON_CONNECTIVES; t <= LEXICON_ADJECTIVES; t++) {
        size_t count;
        const lexicon_entry *rows = lexicon_entries(lexicon, t, &count);
        for (size_t i = 0; result == 0 && i < count; i++)
            result = check_row(lexicon, &rows[i], &lines, failed, err);
    }
    if (result == 0 && lines.failed)
        result = error_memory(err);
    if (result == 0 && lines.len && (fwrite(lines.data, 1, lines.len, out) != lines.len || fflush(out) != 0))
        result = error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "cannot write: %s", strerror(errno));
    buf_free(&lines);
    return result;
}
