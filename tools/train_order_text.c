#include <config.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "train_order.h"

bool is_free_genre(str name) {
    static const char *const closed[] = {"essay", "letter", "podcast", "fiction", "whow"};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (str_equal(name, str_of(closed[i])))
            return false;
    return true;
}

str read_whole(const char *folder, const char *name) {
    char path[4096];
    buf b = {0};
    char piece[65536];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "rb");
    if (!f) {
        fprintf(stderr, "train_order: %s cannot be read\n", path);
        exit(1);
    }
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add(&b, (str){piece, n});
    fclose(f);
    return buf_str(&b);
}

static void add_essay(arena *mem, const hence_lexicon *lexicon, str body, const char *name, essays *out) {
    essay *e = must(LIST_PUSH(mem, out));
    e->document = must(hence_document_new(body.data, body.len, name, NULL));
    if (text_read(&e->mem, e->document, lexicon, false, &e->text, NULL) != 0)
        must(NULL);
}

void free_essays(essays *all) {
    for (size_t i = 0; i < all->count; i++) {
        arena_free(&all->items[i].mem);
        hence_document_free(all->items[i].document);
    }
}

void read_texts(arena *mem, const hence_lexicon *lexicon, const char *data, const char *name, essays *out) {
    str whole = read_whole(data, name), all = whole, line;
    while (all.len) {
        str_cut(all, '\n', &line, &all);
        json_t *o = json_loadb(line.data, line.len, 0, NULL);
        const char *genre = json_string_value(json_object_get(o, "genre"));
        json_t *body = json_object_get(o, "text");
        if (body && (!genre || is_free_genre(str_of(genre))))
            add_essay(mem, lexicon, (str){json_string_value(body), json_string_length(body)}, name, out);
        json_decref(o);
    }
    free((char *)whole.data);
}

void read_examples(arena *mem, const hence_lexicon *lexicon, essays *out) {
    static const char *const columns[] = {"example", "not"};
    for (lexicon_table t = 0; t < LEXICON_TABLES; t++) {
        buf b = {0};
        size_t count;
        const lexicon_entry *e = lexicon_entries(lexicon, t, &count);
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < 2; k++) {
                str s = lexicon_cell(&e[i], columns[k]);
                for (size_t at = 0; at < s.len; at++) {
                    if (s.data[at] == '{') /* the letter of an argument stands before its words */
                        at += at + 2 < s.len && s.data[at + 2] == ' ' ? 2 : 0;
                    else if (s.data[at] != '}' && s.data[at] != '[' && s.data[at] != ']')
                        buf_char(&b, s.data[at]);
                }
                buf_text(&b, "\n\n");
            }
        add_essay(mem, lexicon, buf_str(&b), lexicon_table_file(t), out);
        buf_free(&b);
    }
}
