#include <config.h>

#include "write/paths.h"

#include <stdlib.h>

#include "base/error.h"
#include "graph/find.h"
#include "write/words.h"
#include "write/write.h"

/* “A” decreases “B”, less of which possibly increases “C”. */
static void tell(const hence_map *map, const path *p, buf *plain) {
    for (uint8_t i = 0; i < p->count; i++)
        words_step(plain, map, &map->links.items[p->links[i]], i);
    buf_char(plain, '.');
}

/* The first step that does not say whether it increases or decreases, from 1; 0 where all do. */
static int unsaid(const hence_map *map, const path *p) {
    for (uint8_t i = 0; i < p->count; i++) {
        const claim_link *l = &map->links.items[p->links[i]];
        if (l->polarity == POLARITY_NONE || l->certainty == CERTAINTY_DENIED)
            return i + 1;
    }
    return 0;
}

static int weakest(const hence_map *map, const path *p) {
    for (uint8_t i = 0; i < p->count; i++)
        if (map->links.items[p->links[i]].certainty >= p->certainty)
            return i + 1;
    return 1;
}

static void judge(const hence_map *map, const path *p, buf *plain) {
    buf_print(plain, "In all: %s", words_certainty(p->certainty));
    if (p->count > 1 && p->certainty > CERTAINTY_ASSERTED)
        buf_print(plain, " (step %d)", weakest(map, p));
    if (p->sign != POLARITY_NONE)
        buf_print(plain, ", %s.", polarity_name(p->sign));
    else if (p->count > 1)
        buf_print(plain, ", no sign (step %d does not say).", unsaid(map, p));
    else
        buf_text(plain, ", no sign.");
}

static void flush(buf *plain, buf *out, size_t indent, size_t hang, size_t width) {
    words_paragraph(out, buf_str(plain), indent, hang, width);
    out->failed |= plain->failed;
    buf_clear(plain);
}

int write_lines_text(const hence_map *map, const lines *l, const hence_write_options *options, buf *out, hence_error *err) {
    enum { QUOTES = 3 }; /* places quoted for one step */
    size_t width = options ? options->width : 0;
    buf plain = {0};
    buf_print(&plain, "%s%zu line%s of reasoning from ", l->found->cut ? "The strongest " : "", l->found->count, l->found->count == 1 ? "" : "s");
    words_quote(&plain, str_of(l->from), 160);
    buf_text(&plain, " to ");
    words_quote(&plain, str_of(l->to), 160);
    buf_text(&plain, l->found->cut ? "; there are more." : l->found->count > 1 ? ", the strongest first." : ".");
    flush(&plain, out, 0, 0, width);
    for (size_t i = 0; i < l->found->count; i++) {
        const path *p = &l->found->items[i];
        buf_char(out, '\n');
        buf_print(&plain, "%zu. ", i + 1);
        tell(map, p, &plain);
        flush(&plain, out, 0, 3, width);
        judge(map, p, &plain);
        flush(&plain, out, 3, 3, width);
        for (uint8_t k = 0; k < p->count; k++) {
            const claim_link *step = &map->links.items[p->links[k]];
            size_t told = 0;
            for (int sure = 1; sure >= 0; sure--) /* the surest places first: they make the link as certain as it is */
                for (size_t e = 0; e < step->evidence.count && told < QUOTES; e++) {
                    certainty c = step->evidence.items[e].certainty;
                    if ((!c || c == step->certainty) != sure)
                        continue;
                    told++;
                    if (p->count > 1)
                        buf_print(&plain, "Step %d, ", k + 1);
                    words_evidence(&plain, map, &step->evidence.items[e]);
                    flush(&plain, out, 3, 5, width);
                }
        }
    }
    bool failed = out->failed || plain.failed;
    buf_free(&plain);
    return failed ? error_memory(err) : 0;
}

static int write_lines(const hence_map *map, const lines *l, hence_format format, const hence_write_options *options, buf *out, hence_error *err) {
    if (format == HENCE_TEXT)
        return write_lines_text(map, l, options, out, err);
    if (format == HENCE_JSON)
        return write_lines_json(map, l, out, err);
    selection shown;
    if (selection_new(map, &shown, err) != 0)
        return -1;
    for (size_t i = 0; i < l->found->count; i++)
        for (uint8_t k = 0; k < l->found->items[i].count; k++)
            selection_add(&shown, map, l->found->items[i].links[k]);
    int result = format == HENCE_DOT ? draw_dot(map, &shown, options, out, err) : draw_picture(map, format, &shown, options, out, err);
    selection_free(&shown);
    return result;
}

int hence_path_write(const hence_map *map, const char *from, const char *to, hence_format format, const hence_write_options *options,
                     size_t *found, FILE *out, hence_error *err) {
    arena scratch = {0};
    buf bytes = {0};
    size_t ends[2] = {0};
    int result = -1;
    *found = 0;
    bool *sources = arena_new(&scratch, bool, map->claims.count), *targets = arena_new(&scratch, bool, map->claims.count);
    path_list paths;
    if (!sources || !targets) {
        error_memory(err);
        goto done;
    }
    if (find_claims(map, str_of(from), sources, &ends[0], err) != 0 || find_claims(map, str_of(to), targets, &ends[1], err) != 0)
        goto done;
    for (int i = 0; i < 2; i++)
        if (!ends[i]) {
            error_set(err, HENCE_ENONE, map->document->source, 0, 0, "no claim is named by '%s'", i ? to : from);
            goto done;
        }
    if (path_find(&scratch, map, sources, targets, &paths, err) != 0)
        goto done;
    *found = paths.count;
    lines asked = {from, to, sources, targets, &paths};
    if (paths.count || format == HENCE_JSON)
        result = write_lines(map, &asked, format, options, &bytes, err);
    else
        result = 0;
    if (result == 0)
        result = write_out(&bytes, out, err);
done:
    buf_free(&bytes);
    arena_free(&scratch);
    return result;
}
