#include <config.h>

#include "train_markers_corpus.h"

#include <ctype.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "syntax/syntax.h"
#include "train_markers.h"
#include "train_syntax_corpus.h"

enum { LINE = 4096 };

static const char *const left_out[] = {"essay", "letter", "podcast", "fiction", "whow", NULL};

bool essay_may_train(const essay *e) {
    for (const char *const *g = left_out; *g; g++)
        if (strcmp(e->genre, *g) == 0)
            return false;
    return true;
}

static span json_span(const json_t *pair) {
    return (span){(uint32_t)json_integer_value(json_array_get(pair, 0)),
                  (uint32_t)json_integer_value(json_array_get(pair, 1))};
}

static void copy_sense(char *to, const char *from) {
    snprintf(to, SENSE_ROOM, "%s", from ? from : "");
}

static void read_gold(arena *mem, essay *e, const json_t *doc) {
    size_t i, k;
    json_t *item, *pair;
    json_array_foreach(json_object_get(doc, "connectives"), i, item) {
        gold_marker *g = check(LIST_PUSH(mem, &e->gold));
        json_array_foreach(json_object_get(item, "spans"), k, pair) if (g->count < GOLD_SPANS) g->spans[g->count++] =
            json_span(pair);
        json_t *senses = json_object_get(item, "senses");
        for (k = 0; k < json_array_size(senses) && k < GOLD_SENSES; k++)
            copy_sense(g->senses[g->sense_count++], json_string_value(json_array_get(senses, k)));
    }
    json_array_foreach(json_object_get(doc, "relations"), i, item) {
        const char *sense = json_string_value(json_object_get(item, "sense"));
        const char *type = json_string_value(json_object_get(item, "type"));
        json_t *arg2 = json_object_get(item, "arg2");
        if (!sense || !strstr(sense, "Purpose") || strcmp(type, "Implicit") != 0 || !json_array_size(arg2))
            continue;
        gold_marker *g = check(LIST_PUSH(mem, &e->gold));
        g->spans[0] = json_span(json_array_get(arg2, 0));
        g->spans[0].end = g->spans[0].start + 2;
        g->count = 1;
        g->purpose = true;
    }
}

void essay_analyse(essay *e) {
    hence_error err = {0};
    if (syntax_analyse(syntax_models_builtin(&err), &e->text, &err) < 0)
        die(e->name, err.text);
}

/* Reads the text as the program does. */
void essay_read(essay *e, const hence_lexicon *lexicon, const char *bytes) {
    hence_error err = {0};
    e->document = hence_document_new(bytes, strlen(bytes), e->name, &err);
    if (!e->document || text_read(&e->document->mem, e->document, lexicon, false, &e->text, &err) < 0)
        die(e->name, err.text);
    essay_analyse(e);
}

void essays_read(arena *mem, const hence_lexicon *lexicon, const char *data, const char *part, essay_list *out) {
    char path[LINE];
    snprintf(path, sizeof path, "%s/connectives/%s.jsonl", data, part);
    FILE *in = fopen(path, "rb");
    if (!in)
        die(path, "cannot be read");
    json_error_t error;
    json_t *doc;
    while ((doc = json_loadf(in, JSON_DISABLE_EOF_CHECK, &error))) {
        essay *e = check(LIST_PUSH(mem, out));
        snprintf(e->name, sizeof e->name, "%s", json_string_value(json_object_get(doc, "doc")));
        snprintf(e->genre, sizeof e->genre, "%s", json_string_value(json_object_get(doc, "genre")));
        essay_read(e, lexicon, json_string_value(json_object_get(doc, "text")));
        read_gold(mem, e, doc);
        json_decref(doc);
    }
    fclose(in);
    if (!out->count)
        die(path, error.text);
}

/* ---- lost commas */

/* Where a code point stands once the `count` at `gone`, which ascend, are taken away. */
static uint32_t moved(const uint32_t *gone, size_t count, uint32_t at) {
    size_t n = 0;
    while (n < count && gone[n] < at)
        n++;
    return at - (uint32_t)n;
}

void essay_lose_commas(arena *mem, const essay *from, const hence_lexicon *lexicon, uint64_t *seed, essay *out) {
    str text = from->document->text;
    char *bytes = check(arena_new(mem, char, text.len + 1));
    uint32_t *gone = check(arena_new(mem, uint32_t, text.len)), point = 0;
    size_t len = 0, count = 0;
    for (size_t i = 0; i < text.len; i++) {
        bool opens_point = (text.data[i] & 0xC0) != 0x80;
        if (text.data[i] == ',' && i + 1 < text.len && text.data[i + 1] == ' ' && corpus_random(seed) & 1)
            gone[count++] = point;
        else
            bytes[len++] = text.data[i];
        point += opens_point;
    }
    bytes[len] = '\0';
    *out = (essay){.document = NULL};
    memcpy(out->name, from->name, sizeof out->name);
    memcpy(out->genre, from->genre, sizeof out->genre);
    essay_read(out, lexicon, bytes);
    for (size_t i = 0; i < from->gold.count; i++) {
        gold_marker *g = check(LIST_PUSH(mem, &out->gold));
        *g = from->gold.items[i];
        for (unsigned k = 0; k < g->count; k++)
            g->spans[k] = (span){moved(gone, count, g->spans[k].start), moved(gone, count, g->spans[k].end)};
    }
}

/* ---- gold */

void gold_place(const essay *e, uint32_t sentence, const lexicon_match *m, gold_marker *out) {
    uint32_t first = e->text.sentences.items[sentence].first_token, end = 0; /* past the run before */
    unsigned word = 0;
    *out = (gold_marker){.purpose = m->word_count == 1 && str_equal(m->entry->form, str_of("to"))};
    for (unsigned i = 0; i < m->word_count; i++, word++) {
        word += m->entry->words[word].filler;
        if (m->entry->words[word].beside)
            continue;
        hence_span s = document_points(e->document, e->text.tokens.items[first + m->words[i]].span);
        if (end && m->words[i] == end)
            out->spans[out->count - 1].end = (uint32_t)s.end;
        else if (out->count < GOLD_SPANS)
            out->spans[out->count++] = (span){(uint32_t)s.start, (uint32_t)s.end};
        end = m->words[i] + 1;
    }
}

const gold_marker *gold_of(const essay *e, uint32_t sentence, const lexicon_match *m) {
    gold_marker here;
    gold_place(e, sentence, m, &here);
    for (size_t i = 0; i < e->gold.count; i++) {
        const gold_marker *g = &e->gold.items[i];
        bool same = g->count == here.count && g->purpose == here.purpose;
        for (unsigned k = 0; same && k < g->count; k++)
            same = span_equal(g->spans[k], here.spans[k]);
        if (same)
            return g;
    }
    return NULL;
}

/* The first `levels` levels of a sense without its +Belief and the like, in lower case. */
static void sense_level(const char *sense, size_t len, int levels, char *out) {
    size_t n = 0;
    for (size_t i = 0; i < len && n + 1 < SENSE_ROOM; i++) {
        if (sense[i] == '+')
            while (i + 1 < len && sense[i + 1] != '.')
                i++;
        else if (sense[i] == '.' && --levels == 0)
            break;
        else
            out[n++] = (char)tolower((unsigned char)sense[i]);
    }
    out[n] = '\0';
}

bool gold_sense_is(const gold_marker *g, str sense, int levels) {
    char a[SENSE_ROOM], b[SENSE_ROOM];
    sense_level(sense.data, sense.len, levels, a);
    for (unsigned i = 0; i < g->sense_count; i++) {
        sense_level(g->senses[i], strlen(g->senses[i]), levels, b);
        if (strcmp(a, b) == 0)
            return true;
    }
    return false;
}

/* The row of the form with the sense of the corpus; -1 for none. */
int gold_row(const gold_marker *g, const lexicon_match *m) {
    for (int levels = 3; levels >= 2; levels--)
        for (uint32_t i = 0; i < m->entry_count; i++)
            if (gold_sense_is(g, m->entry[i].sense, levels))
                return (int)i;
    return -1;
}
