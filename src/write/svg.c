#include <config.h>

#include <string.h>

#include "base/error.h"
#include "write/label.h"
#include "write/words.h"
#include "write/write.h"

/* The map in sentences, for a screen reader: what is argued for, then every link shown. */
static void describe(const hence_map *map, const selection *shown, buf *plain) {
    buf_print(plain, "%zu claims and %zu links.", shown->claim_count, shown->link_count);
    if (shown->claim_count < map->claims.count) {
        buf_char(plain, ' ');
        map_note(map, shown, plain);
        buf_char(plain, '.');
    }
    if (map->thesis != NONE) {
        buf_text(plain, " The text argues for ");
        words_claim(plain, map, map->thesis);
        buf_char(plain, '.');
    }
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        if (!shown->links[i])
            continue;
        buf_char(plain, ' ');
        words_step(plain, map, l, false);
        buf_char(plain, '.');
    }
}

/* The value of `name` in the start tag, with its quotes; empty if it is not there. */
static str attribute(str tag, const char *name) {
    const char *at = memmem(tag.data, tag.len, name, strlen(name));
    if (!at)
        return (str){0};
    const char *value = at + strlen(name), *end = memchr(value + 1, '"', (size_t)(tag.data + tag.len - value - 1));
    return end ? (str){value, (size_t)(end + 1 - value)} : (str){0};
}

int svg_finish(const hence_map *map, const selection *shown, str drawn, buf *out, hence_error *err) {
    const char *open = memmem(drawn.data, drawn.len, "<svg ", 5);
    const char *close = open ? memchr(open, '>', (size_t)(drawn.data + drawn.len - open)) : NULL;
    if (!close)
        return error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "Graphviz gives no SVG");
    str tag = {open, (size_t)(close - open)};
    str width = attribute(tag, " width="), height = attribute(tag, " height="), box = attribute(tag, " viewBox=");
    buf plain = {0};
    buf_print(out,
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
              "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" lang=\"en\" xml:lang=\"en\" "
              "role=\"img\" aria-labelledby=\"hence-title hence-desc\" width=%.*s height=%.*s viewBox=%.*s>\n"
              "<title id=\"hence-title\">Argument map: ",
              STR_ARG(width), STR_ARG(height), STR_ARG(box));
    map_title(map, &plain);
    label_xml(out, buf_str(&plain), false);
    buf_clear(&plain);
    buf_text(out, "</title>\n<desc id=\"hence-desc\">");
    describe(map, shown, &plain);
    label_xml(out, buf_str(&plain), false);
    buf_text(out, "</desc>");
    buf_add(out, (str){close + 1, (size_t)(drawn.data + drawn.len - close - 1)});
    out->failed |= plain.failed;
    buf_free(&plain);
    return out->failed ? error_memory(err) : 0;
}
