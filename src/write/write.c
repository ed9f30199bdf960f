#include <config.h>

#include "write/write.h"

#include <errno.h>
#include <string.h>

#include "base/error.h"
#include "write/label.h"

static const char *const formats[] = {
    [HENCE_DOT] = "dot", [HENCE_JSON] = "json", [HENCE_SVG] = "svg", [HENCE_PNG] = "png", [HENCE_PDF] = "pdf", [HENCE_TEXT] = "text"};

bool hence_format_named(const char *name, hence_format *format) {
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (name && strcmp(name, formats[i]) == 0) {
            *format = (hence_format)i;
            return true;
        }
    return false;
}

int hence_map_write(const hence_map *map, hence_format format, const hence_write_options *options, FILE *out,
                    hence_error *err) {
    buf bytes = {0};
    int result = -1;
    switch (format) {
    case HENCE_JSON:
        result = write_json(map, &bytes, err);
        break;
    case HENCE_DOT:
        result = write_dot(map, options, &bytes, err);
        break;
    case HENCE_SVG:
    case HENCE_PNG:
    case HENCE_PDF:
        result = write_picture(map, format, options, &bytes, err);
        break;
    case HENCE_TEXT:
        result = write_outline(map, options, &bytes, err);
        break;
    default:
        error_set(err, HENCE_EUSAGE, (str){0}, 0, 0, "there is no format %d", (int)format);
    }
    if (result == 0)
        result = write_out(&bytes, out, err);
    buf_free(&bytes);
    return result;
}

int write_out(const buf *bytes, FILE *out, hence_error *err) {
    if (bytes->failed)
        return error_memory(err);
    if (bytes->len && (fwrite(bytes->data, 1, bytes->len, out) != bytes->len || fflush(out) != 0))
        return error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "cannot write: %s", strerror(errno));
    return 0;
}

void map_title(const hence_map *map, buf *out) {
    for (size_t i = 0; i < map->text.paragraphs.count; i++)
        if (map->text.paragraphs.items[i].kind == PARAGRAPH_TITLE) {
            label_plain(out, document_str(map->document, map->text.paragraphs.items[i].span), 120);
            return;
        }
    str source = map->document->source;
    if (str_equal(source, str_of("-")))
        source = str_of("standard input");
    label_plain(out, source, 120);
}

void map_note(const hence_map *map, const selection *shown, buf *out) {
    if (map->claims.count == 0)
        buf_text(out, "no claims found");
    else if (shown->claim_count < map->claims.count)
        buf_print(out, "%zu of %zu claims shown", shown->claim_count, map->claims.count);
}

void link_marker(const hence_map *map, const claim_link *l, buf *out) {
    for (size_t i = 0; i < l->evidence.count; i++) {
        uint32_t at = l->evidence.items[i].marker;
        if (at == NONE)
            continue;
        const marker *m = &map->markers.items[at];
        for (int k = 0; k < m->span_count; k++) {
            if (k)
                buf_text(out, " \xE2\x80\xA6 ");
            label_plain(out, document_str(map->document, m->spans[k]), 60);
        }
        return;
    }
}
