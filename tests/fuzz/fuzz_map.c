/* Any bytes give a map or a clean error; its JSON parses, its offsets lie in the text, its DOT reads back, and what is told of it is clean text. */
#include <config.h>

#include <graphviz/cgraph.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "write/write.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void need(bool good, const char *what) {
    if (!good) {
        fprintf(stderr, "fuzz_map: %s\n", what);
        abort();
    }
}

static void check_json(const hence_map *map, const hence_document *document) {
    buf out = {0};
    need(write_json(map, &out, NULL) == 0, "no JSON");
    json_t *root = json_loadb(out.data, out.len, 0, NULL), *one;
    need(root, "JSON does not parse");
    static const char *const lists[] = {"paragraphs", "sentences", "units"};
    size_t i;
    for (size_t k = 0; k < 3; k++) {
        json_int_t at = 0;
        json_array_foreach(json_object_get(root, lists[k]), i, one) {
            json_int_t start = json_integer_value(json_object_get(one, "start")), end = json_integer_value(json_object_get(one, "end"));
            need(at <= start && start < end && end <= (json_int_t)document->length, lists[k]);
            at = end;
        }
    }
    json_decref(root);
    buf_free(&out);
}

static void check_dot(const hence_map *map) {
    buf out = {0};
    hence_write_options options = {.max_claims = 10, .sections = true, .full_labels = true};
    need(write_dot(map, &options, &out, NULL) == 0, "no DOT");
    graphviz_lock();
    Agraph_t *g = agmemread(out.data);
    graphviz_unlock();
    need(g, "DOT does not parse");
    agclose(g);
    buf_free(&out);
}

/* Prose is UTF-8 without control characters. */
static void check_prose(const char *bytes, size_t length) {
    need(utf8_check((str){bytes, length}) == length, "prose is no UTF-8");
    for (size_t i = 0; i < length; i++)
        need(bytes[i] == '\n' || (unsigned char)bytes[i] >= ' ', "a control character in prose");
}

/* Outline, explanations of links, claims and places, and a line of reasoning. */
static void check_answers(const hence_map *map, const hence_document *document) {
    enum { ASKED = 8 };
    char *bytes = NULL, id[24];
    size_t length = 0, found;
    hence_write_options options = {.width = 40};
    FILE *out = open_memstream(&bytes, &length);
    hence_error err = {0};
    need(out && hence_map_write(map, HENCE_TEXT, &options, out, &err) == 0, err.text);
    for (size_t i = 0; i < ASKED; i++) {
        hence_question questions[] = {{.what = id}, {.at = document->length * i / ASKED}};
        snprintf(id, sizeof id, "%c%zu", i % 2 ? 'c' : 'l', i + 1);
        for (size_t k = 0; k < 2; k++) {
            hence_error none = {0};
            need(hence_explain_write(map, &questions[k], &options, out, &none) == 0 || none.code == HENCE_ENONE, none.text);
        }
    }
    if (map->links.count) {
        snprintf(id, sizeof id, "c%u", map->links.items[0].source + 1);
        need(hence_path_write(map, id, map->claims.items[map->links.items[0].target].label.data, HENCE_TEXT, &options, &found, out, &err) == 0, err.text);
    }
    fclose(out);
    check_prose(bytes, length);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static hence_lexicon *lexicon;
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, NULL);
    hence_error err = {0};
    hence_document *document = hence_document_new((const char *)data, size, "fuzz", &err);
    if (!document) {
        need(err.code == HENCE_EENCODING && err.text[0], "a document is refused without a reason");
        return 0;
    }
    hence_map *map = hence_map_build(document, lexicon, NULL, &err);
    need(map, err.text);
    check_json(map, document);
    check_dot(map);
    check_answers(map, document);
    hence_document_free(document);
    return 0;
}
