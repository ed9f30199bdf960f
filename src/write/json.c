#include <config.h>

#include <jansson.h>
#include <math.h>

#include "base/error.h"
#include "base/utf8.h"
#include "graph/cycle.h"
#include "graph/select.h"
#include "write/label.h"
#include "write/paths.h"
#include "write/write.h"

/* Elements are made and written one by one, so that memory holds one of them and the output. */
typedef struct {
    const hence_map *map;
    buf *out;
    bool first; /* of its array */
    bool failed;
} writer;

static void put(writer *w, json_t *object, const char *key, json_t *value) {
    if (json_object_set_new_nocheck(object, key, value) != 0)
        w->failed = true;
}

static void append(writer *w, json_t *array, json_t *value) {
    if (json_array_append_new(array, value) != 0)
        w->failed = true;
}

static json_t *text_json(str s) {
    return json_stringn_nocheck(s.data ? s.data : "", s.len);
}

static json_t *name_json(const char *name) {
    return name ? json_string_nocheck(name) : json_null();
}

static json_t *id_json(char kind, size_t index) {
    char id[24];
    snprintf(id, sizeof id, "%c%zu", kind, index + 1);
    return json_string_nocheck(id);
}

/* Three decimals: the same digits on every machine. */
static json_t *share_json(double share) {
    return json_real(isfinite(share) ? round(share * 1000) / 1000 : 0);
}

static json_t *span_json(const writer *w, span s) {
    hence_span points = document_points(w->map->document, s);
    return json_pack("[I,I]", (json_int_t)points.start, (json_int_t)points.end);
}

static void put_span(writer *w, json_t *object, span s) {
    hence_span points = document_points(w->map->document, s);
    put(w, object, "start", json_integer((json_int_t)points.start));
    put(w, object, "end", json_integer((json_int_t)points.end));
}

static int add(const char *bytes, size_t size, void *out) {
    buf_add(out, (str){bytes, size});
    return 0;
}

static void dump(writer *w, json_t *value) {
    if (!value || json_dump_callback(value, add, w->out, JSON_COMPACT | JSON_ENCODE_ANY | JSON_REAL_PRECISION(6)) != 0)
        w->failed = true;
    json_decref(value);
}

static void field(writer *w, const char *key) {
    buf_print(w->out, "%s\"%s\":", w->out->data[w->out->len - 1] == '{' ? "" : ",", key);
}

static void array_open(writer *w, const char *key) {
    field(w, key);
    buf_char(w->out, '[');
    w->first = true;
}

static void array_item(writer *w, json_t *value) {
    if (!w->first)
        buf_char(w->out, ',');
    w->first = false;
    dump(w, value);
}

static void array_close(writer *w) {
    buf_char(w->out, ']');
}

static void write_head(writer *w) {
    const hence_document *document = w->map->document;
    json_t *generator = json_object(), *about = json_object();
    put(w, generator, "name", name_json("hence"));
    put(w, generator, "version", name_json(HENCE_VERSION));
    buf source = {0};
    label_plain(&source, document->source, SIZE_MAX);
    put(w, about, "source", text_json(utf8_check(document->source) < document->source.len ? buf_str(&source) : document->source));
    put(w, about, "media_type", text_json(document->media_type));
    put(w, about, "language", name_json("en"));
    put(w, about, "length", json_integer((json_int_t)document->length));
    w->failed |= source.failed;
    buf_free(&source);
    field(w, "generator");
    dump(w, generator);
    field(w, "document");
    dump(w, about);
}

static void write_text(writer *w) {
    const text *t = &w->map->text;
    array_open(w, "paragraphs");
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        json_t *o = json_object();
        put(w, o, "id", id_json('p', i));
        put_span(w, o, t->paragraphs.items[i].span);
        put(w, o, "kind", name_json(paragraph_kind_name(t->paragraphs.items[i].kind)));
        array_item(w, o);
    }
    array_close(w);
    array_open(w, "sentences");
    for (size_t i = 0; i < t->sentences.count; i++) {
        json_t *o = json_object();
        put(w, o, "id", id_json('s', i));
        put(w, o, "paragraph", id_json('p', t->sentences.items[i].paragraph));
        put_span(w, o, t->sentences.items[i].span);
        array_item(w, o);
    }
    array_close(w);
}

static void write_marker(writer *w, size_t index) {
    const marker *m = &w->map->markers.items[index];
    json_t *o = json_object(), *spans = json_array();
    buf words = {0};
    for (int k = 0; k < m->span_count; k++) {
        append(w, spans, span_json(w, m->spans[k]));
        if (k)
            buf_text(&words, " ... ");
        buf_add(&words, document_str(w->map->document, m->spans[k]));
    }
    put(w, o, "id", id_json('m', index));
    put(w, o, "sentence", id_json('s', m->sentence));
    put(w, o, "class", name_json(marker_class_name(m->class)));
    put(w, o, "spans", spans);
    put(w, o, "text", text_json(buf_str(&words)));
    put(w, o, "entry", text_json(m->entry->form));
    put(w, o, "sense", m->entry->sense.len ? text_json(m->entry->sense) : json_null());
    put(w, o, "confidence", share_json((double)m->confidence));
    w->failed |= words.failed;
    buf_free(&words);
    array_item(w, o);
}

static void write_claim(writer *w, size_t index) {
    const claim *c = &w->map->claims.items[index];
    json_t *o = json_object(), *mentions = json_array();
    for (size_t i = 0; i < c->mentions.count; i++) {
        const mention *m = &c->mentions.items[i];
        json_t *one = json_object();
        put(w, one, "sentence", id_json('s', m->sentence));
        put_span(w, one, m->span);
        put(w, one, "text", text_json(document_str(w->map->document, m->span)));
        if (m->attribution.len)
            put(w, one, "attribution", text_json(m->attribution));
        append(w, mentions, one);
    }
    put(w, o, "id", id_json('c', index));
    put(w, o, "label", text_json(c->label));
    put(w, o, "role", name_json(claim_role_name(c->role)));
    put(w, o, "mentions", mentions);
    array_item(w, o);
}

static void write_link(writer *w, size_t index) {
    const claim_link *l = &w->map->links.items[index];
    json_t *o = json_object(), *evidence_list = json_array();
    for (size_t i = 0; i < l->evidence.count; i++) {
        const evidence *e = &l->evidence.items[i];
        json_t *one = json_object();
        put(w, one, "sentence", id_json('s', e->sentence));
        if (e->marker != NONE)
            put(w, one, "marker", id_json('m', e->marker));
        put(w, one, "source", span_json(w, e->source));
        put(w, one, "target", span_json(w, e->target));
        append(w, evidence_list, one);
    }
    put(w, o, "id", id_json('l', index));
    put(w, o, "source", id_json('c', l->source));
    put(w, o, "target", id_json('c', l->target));
    put(w, o, "relation", name_json(relation_name(l->relation)));
    put(w, o, "polarity", name_json(polarity_name(l->polarity)));
    put(w, o, "certainty", name_json(certainty_name(l->certainty)));
    if (l->less)
        put(w, o, "less", json_true());
    put(w, o, "evidence", evidence_list);
    put(w, o, "strength", share_json(l->strength));
    array_item(w, o);
}

static void write_kin(writer *w, size_t index) {
    const kinship *k = &w->map->kin.items[index];
    json_t *o = json_object();
    put(w, o, "claim", id_json('c', k->whole));
    put(w, o, "names", id_json('c', k->named));
    put(w, o, "sentence", id_json('s', k->sentence));
    put(w, o, "span", span_json(w, k->span));
    array_item(w, o);
}

static void write_unit(writer *w, size_t index) {
    const unit *u = &w->map->units.items[index];
    json_t *o = json_object();
    put(w, o, "id", id_json('u', index));
    put(w, o, "sentence", id_json('s', u->sentence));
    put_span(w, o, u->span);
    array_item(w, o);
}

static void write_repair(writer *w, size_t index) {
    const repair *r = &w->map->text.repairs.items[index];
    json_t *o = json_object();
    put(w, o, "sentence", id_json('s', r->sentence));
    put(w, o, "span", span_json(w, r->span));
    put(w, o, "reading", text_json(r->reading));
    put(w, o, "score", share_json(r->score));
    array_item(w, o);
}

static json_t *ids_json(writer *w, char kind, const uint32_t *items, size_t count) {
    json_t *ids = json_array();
    for (size_t i = 0; i < count; i++)
        append(w, ids, id_json(kind, items[i]));
    return ids;
}

static int write_cycles(writer *w, hence_error *err) {
    arena scratch = {0};
    cycle_list cycles;
    int result = cycle_find(&scratch, w->map, &cycles, err);
    array_open(w, "cycles");
    for (size_t i = 0; result == 0 && i < cycles.count; i++)
        array_item(w, ids_json(w, 'c', cycles.items[i].claims, cycles.items[i].count));
    array_close(w);
    arena_free(&scratch);
    return result;
}

static void write_array(writer *w, const char *key, size_t count, void (*write_one)(writer *, size_t)) {
    array_open(w, key);
    for (size_t i = 0; i < count; i++)
        write_one(w, i);
    array_close(w);
}

int write_json(const hence_map *map, buf *out, hence_error *err) {
    writer w = {.map = map, .out = out};
    buf_char(out, '{');
    if (out->failed)
        return error_memory(err);
    write_head(&w);
    write_text(&w);
    write_array(&w, "markers", map->markers.count, write_marker);
    write_array(&w, "claims", map->claims.count, write_claim);
    write_array(&w, "links", map->links.count, write_link);
    write_array(&w, "kin", map->kin.count, write_kin);
    field(&w, "thesis");
    dump(&w, map->thesis == NONE ? json_null() : id_json('c', map->thesis));
    if (write_cycles(&w, err) != 0)
        return -1;
    write_array(&w, "units", map->units.count, write_unit);
    write_array(&w, "repairs", map->text.repairs.count, write_repair);
    buf_text(out, "}\n");
    return w.failed || out->failed ? error_memory(err) : 0;
}

/* ---- lines of reasoning */

static void write_end(writer *w, const char *key, const char *words, const bool *named) {
    json_t *o = json_object(), *ids = json_array();
    buf plain = {0};
    label_plain(&plain, str_of(words), SIZE_MAX);
    put(w, o, "text", text_json(buf_str(&plain)));
    w->failed |= plain.failed;
    buf_free(&plain);
    for (size_t i = 0; i < w->map->claims.count; i++)
        if (named[i])
            append(w, ids, id_json('c', i));
    put(w, o, "claims", ids);
    field(w, key);
    dump(w, o);
}

static void write_line(writer *w, const path *p) {
    json_t *o = json_object();
    uint32_t claims[PATH_STEPS + 1];
    claims[0] = w->map->links.items[p->links[0]].source;
    for (uint8_t i = 0; i < p->count; i++)
        claims[i + 1] = w->map->links.items[p->links[i]].target;
    put(w, o, "claims", ids_json(w, 'c', claims, (size_t)p->count + 1));
    put(w, o, "links", ids_json(w, 'l', p->links, p->count));
    put(w, o, "certainty", name_json(certainty_name(p->certainty)));
    put(w, o, "polarity", name_json(polarity_name(p->sign)));
    put(w, o, "strength", share_json(p->strength));
    array_item(w, o);
}

int write_lines_json(const hence_map *map, const lines *l, buf *out, hence_error *err) {
    writer w = {.map = map, .out = out};
    selection used;
    if (selection_new(map, &used, err) != 0)
        return -1;
    for (size_t i = 0; i < l->found->count; i++)
        for (uint8_t k = 0; k < l->found->items[i].count; k++)
            selection_add(&used, map, l->found->items[i].links[k]);
    buf_char(out, '{');
    if (!out->failed) {
        write_head(&w);
        write_end(&w, "from", l->from, l->sources);
        write_end(&w, "to", l->to, l->targets);
        array_open(&w, "paths");
        for (size_t i = 0; i < l->found->count; i++)
            write_line(&w, &l->found->items[i]);
        array_close(&w);
        field(&w, "complete");
        dump(&w, json_boolean(!l->found->cut));
        array_open(&w, "claims");
        for (size_t i = 0; i < map->claims.count; i++)
            if (used.claims[i])
                write_claim(&w, i);
        array_close(&w);
        array_open(&w, "links");
        for (size_t i = 0; i < map->links.count; i++)
            if (used.links[i])
                write_link(&w, i);
        array_close(&w);
        buf_text(out, "}\n");
    }
    selection_free(&used);
    return w.failed || out->failed ? error_memory(err) : 0;
}

int write_markers_json(const hence_map *map, buf *out, hence_error *err) {
    writer w = {.map = map, .out = out};
    buf_char(out, '{');
    if (out->failed)
        return error_memory(err);
    write_head(&w);
    write_text(&w);
    write_array(&w, "markers", map->markers.count, write_marker);
    buf_text(out, "}\n");
    return w.failed || out->failed ? error_memory(err) : 0;
}
