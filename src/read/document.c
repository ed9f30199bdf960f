#include <config.h>

#include "read/document.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buf.h"
#include "base/error.h"
#include "base/utf8.h"
#include "read/decode.h"

enum { STEP = 64, READ_BYTES = 64 * 1024 };

static bool continues(const char *byte) {
    return ((unsigned char)*byte & 0xC0) == 0x80;
}

/* Counts once, so that a position costs no more than STEP bytes. */
static int index_points(hence_document *d) {
    d->points = arena_new(&d->mem, uint32_t, d->text.len / STEP + 1);
    if (!d->points)
        return -1;
    uint32_t n = 0;
    for (size_t i = 0; i < d->text.len; i++) {
        if (i % STEP == 0)
            d->points[i / STEP] = n;
        n += !continues(d->text.data + i);
    }
    if (d->text.len % STEP == 0)
        d->points[d->text.len / STEP] = n;
    d->length = n;
    return 0;
}

hence_document *hence_document_new(const char *bytes, size_t length, const char *source, hence_error *err) {
    hence_document *d = calloc(1, sizeof *d);
    if (!d) {
        error_memory(err);
        return NULL;
    }
    d->media_type = str_of("text/plain");
    d->source = arena_copy(&d->mem, str_of(source ? source : ""));
    if (!d->source.data)
        error_memory(err);
    else if (decode_text(&d->mem, (str){bytes, length}, d->source, &d->text, err) == 0) {
        if (index_points(d) == 0)
            return d;
        error_memory(err);
    }
    hence_document_free(d);
    return NULL;
}

hence_document *hence_document_read(FILE *in, const char *source, hence_error *err) {
    buf all = {0};
    hence_document *d = NULL;
    char *piece = malloc(READ_BYTES);
    str name = str_of(source ? source : "");
    if (!piece) {
        error_memory(err);
        return NULL;
    }
    errno = 0;
    for (size_t n; !all.failed && all.len <= INT32_MAX && (n = fread(piece, 1, READ_BYTES, in)) > 0;)
        buf_add(&all, (str){piece, n});
    free(piece);
    if (all.failed)
        error_memory(err);
    else if (ferror(in))
        error_set(err, HENCE_EREAD, name, 0, 0, "%s", strerror(errno ? errno : EIO));
    else
        d = hence_document_new(all.data, all.len, source, err);
    buf_free(&all);
    return d;
}

hence_document *hence_document_open(const char *path, hence_error *err) {
    struct stat about;
    hence_document *d = NULL;
    FILE *in = fopen(path, "rb");
    if (!in || fstat(fileno(in), &about) != 0)
        error_set(err, HENCE_EREAD, str_of(path), 0, 0, "%s", strerror(errno));
    else if (S_ISDIR(about.st_mode))
        error_set(err, HENCE_EREAD, str_of(path), 0, 0, "%s", strerror(EISDIR));
    else if (S_ISREG(about.st_mode) && about.st_size > INT32_MAX)
        error_set(err, HENCE_EREAD, str_of(path), 0, 0, "2 GiB of text or more");
    else
        d = hence_document_read(in, path, err);
    if (in)
        fclose(in);
    return d;
}

void hence_document_free(hence_document *document) {
    if (!document)
        return;
    arena_free(&document->mem);
    free(document);
}

static size_t points_before(const hence_document *d, uint32_t byte) {
    size_t n = d->points[byte / STEP];
    for (size_t i = byte / STEP * STEP; i < byte; i++)
        n += !continues(d->text.data + i);
    return n;
}

hence_span document_points(const hence_document *document, span s) {
    assert(s.start <= s.end && s.end <= document->text.len);
    size_t start = points_before(document, s.start);
    if (s.end - s.start > STEP)
        return (hence_span){start, points_before(document, s.end)};
    return (hence_span){start, start + utf8_count(document_str(document, s))};
}

str document_str(const hence_document *document, span s) {
    return str_slice(document->text, s.start, s.end);
}
