#include <config.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "marker/judge.h"
#include "read/document.h"
#include "syntax/syntax.h"
#include "write/label.h"
#include "write/write.h"

/* ---- table */

static void put_spans(const text *t, uint32_t first, const candidate *c, buf *out) {
    for (unsigned i = 0; i < c->match.word_count; i++) {
        span s = t->tokens.items[first + c->match.words[i]].span;
        while (i + 1 < c->match.word_count && c->match.words[i + 1] == c->match.words[i] + 1)
            s = span_hull(s, t->tokens.items[first + c->match.words[++i]].span);
        hence_span points = document_points(t->document, s);
        buf_print(out, "%s%zu-%zu", out->len && out->data[out->len - 1] != '\t' ? "," : "", points.start, points.end);
    }
}

typedef struct {
    const weights *model;
    struct {
        float weight;
        char name[80];
    } top[5];
    unsigned count;
} heaviest;

/* Keeps the heaviest features, in their order. */
static void weigh(void *context, uint32_t hash, const char *name, str value) {
    heaviest *h = context;
    enum { MOST = sizeof h->top / sizeof *h->top };
    float w = weights_of(h->model, hash), size = w < 0 ? -w : w;
    unsigned at = h->count;
    while (at > 0 && (h->top[at - 1].weight < 0 ? -h->top[at - 1].weight : h->top[at - 1].weight) < size)
        at--;
    if (at == MOST || size <= 0)
        return;
    if (h->count < MOST)
        h->count++;
    for (unsigned i = h->count - 1; i > at; i--)
        h->top[i] = h->top[i - 1];
    h->top[at].weight = w;
    snprintf(h->top[at].name, sizeof h->top[at].name, "%s=%.*s", name, STR_ARG(str_trim(value)));
}

static void put_reasons(const marker_models *models, const text *t, uint32_t sentence, const candidate *c, buf *out) {
    static const char *const fates[] = {"taken", "other use", "other part of speech", "longer or surer marker there"};
    buf_print(out, "\t%s", fates[c->fate]);
    if (c->match.entry->table != LEXICON_CONNECTIVES)
        return;
    heaviest h = {.model = &models->use};
    feature_list features = {.named = weigh, .context = &h};
    feature_use(t, sentence, c, &features);
    buf_char(out, '\t');
    for (unsigned i = 0; i < h.count; i++)
        buf_print(out, "%s%s %+.2f", i ? "; " : "", h.top[i].name, (double)h.top[i].weight);
}

static int write_sentence(const marker_models *models, const hence_map *map, uint32_t sentence, bool explain,
                          candidate_list *list, arena *mem, buf *out, hence_error *err) {
    const text *t = &map->text;
    if (marker_judge(mem, models, t, map->lexicon, sentence, list, err) < 0)
        return -1;
    for (size_t i = 0; i < list->count; i++) {
        const candidate *c = &list->items[i];
        if (c->fate != FATE_TAKEN && !explain)
            continue;
        buf_print(out, "s%u\t", (unsigned)sentence + 1);
        put_spans(t, t->sentences.items[sentence].first_token, c, out);
        buf_print(out, "\t%s\t%.*s\t%.2f\t%.*s", marker_class_name(c->class), STR_ARG(lexicon_cell(c->entry, "sense")),
                  (double)c->p, STR_ARG(c->entry->form));
        if (explain)
            put_reasons(models, t, sentence, c, out);
        buf_char(out, '\n');
    }
    return 0;
}

static int write_table(const hence_map *map, bool explain, buf *out, hence_error *err) {
    marker_models models;
    if (marker_models_read(&models, err) < 0)
        return -1;
    buf_print(out, "sentence\tspans\tclass\tsense\tconfidence\tentry%s\n", explain ? "\tfate\twhy" : "");
    for (uint32_t i = 0; i < map->text.sentences.count; i++) {
        arena mem = {0};
        candidate_list list = {0};
        int result = 0;
        if (paragraph_argues(map->text.paragraphs.items[map->text.sentences.items[i].paragraph].kind))
            result = write_sentence(&models, map, i, explain, &list, &mem, out, err);
        arena_free(&mem);
        if (result < 0)
            return -1;
    }
    return 0;
}

/* ---- brackets */

static int by_start(const void *a, const void *b) {
    const span *x = a, *y = b;
    return x->start < y->start ? -1 : x->start > y->start;
}

static int write_brackets(const hence_map *map, buf *out, hence_error *err) {
    arena mem = {0};
    str text = map->document->text;
    size_t count = 0, at = 0;
    span *spans = arena_new(&mem, span, map->markers.count * MARKER_SPANS);
    if (!spans)
        return error_memory(err);
    for (size_t i = 0; i < map->markers.count; i++)
        for (unsigned k = 0; k < map->markers.items[i].span_count; k++)
            spans[count++] = map->markers.items[i].spans[k];
    qsort(spans, count, sizeof *spans, by_start);
    for (size_t i = 0; i < count; i++) {
        if (spans[i].start < at) /* words swapped so far that spans cross */
            continue;
        buf_add(out, str_slice(text, at, spans[i].start));
        buf_char(out, '[');
        buf_add(out, str_slice(text, spans[i].start, spans[i].end));
        buf_char(out, ']');
        at = spans[i].end;
    }
    buf_add(out, str_slice(text, at, text.len));
    if (!str_ends(text, str_of("\n")))
        buf_char(out, '\n');
    arena_free(&mem);
    return 0;
}

/* ---- */

static int read_markers(hence_map *map, const hence_options *options, hence_error *err) {
    arena *mem = &((hence_document *)map->document)->mem;
    const syntax_models *models = syntax_models_builtin(err);
    if (!models || text_read(mem, map->document, map->lexicon, !(options && options->no_repair), &map->text, err) < 0 ||
        syntax_analyse(models, &map->text, err) < 0)
        return -1;
    return marker_find(mem, &map->text, map->lexicon, &map->markers, err);
}

int hence_markers_write(hence_document *document, const hence_lexicon *lexicon, const hence_options *options,
                        hence_markers_format format, bool explain, FILE *out, hence_error *err) {
    hence_map map = {.document = document, .lexicon = lexicon, .thesis = NONE};
    buf bytes = {0};
    int result = read_markers(&map, options, err);
    if (result == 0 && (format == HENCE_MARKERS_TABLE || explain))
        result = write_table(&map, explain, &bytes, err);
    else if (result == 0)
        result = format == HENCE_MARKERS_JSON ? write_markers_json(&map, &bytes, err) : write_brackets(&map, &bytes, err);
    if (result == 0 && bytes.failed)
        result = error_memory(err);
    if (result == 0 && bytes.len && (fwrite(bytes.data, 1, bytes.len, out) != bytes.len || fflush(out) != 0))
        result = error_set(err, HENCE_EWRITE, (str){0}, 0, 0, "cannot write: %s", strerror(errno));
    buf_free(&bytes);
    return result;
}
