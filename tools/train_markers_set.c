#include <config.h>

#include "train_markers_set.h"

#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "marker/examples.h"

enum { EXAMPLE_WEIGHT = 4 };

bool set_learns(const candidate *c) {
    return c->match.entry->table == LEXICON_CONNECTIVES && !candidate_is_plain(c->match.entry);
}

/* One candidate: is it a connective, and if so, in the sense of which row (-1: not known)? It counts once with its tree and once without, so that
 * the words learn to tell it alone where the tree is wrong. */
static void add_candidate(const text *t, uint32_t sentence, const candidate *c, bool is, int row, training_set *use,
                          training_set *sense) {
    uint32_t hashes[FEATURE_ROOM];
    feature_list f = {.count = 0};
    feature_use(t, sentence, c, &f);
    training_add(use, f.hashes, f.count, is);
    training_add(use, f.hashes, f.sense_count, is);
    if (!sense || !is || row < 0 || c->match.entry_count < 2)
        return;
    feature_sides(t, sentence, c, &f);
    for (uint32_t r = 0; r < c->match.entry_count; r++) {
        for (unsigned k = 0; k < f.count; k++)
            hashes[k] = feature_sense(f.hashes[k], c->match.entry + r);
        training_add(sense, hashes, f.count, (int)r == row);
    }
}

/* Forms that the corpus does not count as connectives, but that state their link wherever they stand, nearly. */
static bool is_left_out(const candidate *c) {
    return c->match.entry->reported != CLASS_CONNECTIVE && c->match.word_count > 1;
}

/* Of some of them it says nothing: so tall that. */
static bool is_annotated(const candidate *c) {
    frame_kind frame = c->match.entry->frame;
    return !is_left_out(c) || (frame != FRAME_DEGREE && frame != FRAME_INF);
}

void set_add_essays(const hence_lexicon *lexicon, const essay_list *essays, training_set *use, training_set *sense) {
    for (size_t d = 0; d < essays->count; d++) {
        const essay *e = &essays->items[d];
        if (!essay_may_train(e))
            continue;
        for (uint32_t s = 0; s < e->text.sentences.count; s++) {
            arena mem = {0};
            candidate_list list = {0};
            if (candidate_find(&mem, &e->text, lexicon, s, &list, NULL) < 0)
                die("memory", "ended");
            for (size_t i = 0; i < list.count; i++)
                if (set_learns(&list.items[i]) && is_annotated(&list.items[i])) {
                    const gold_marker *g = gold_of(e, s, &list.items[i].match);
                    if (!g && is_left_out(&list.items[i]))
                        add_candidate(&e->text, s, &list.items[i], true, -1, use, sense);
                    else
                        add_candidate(&e->text, s, &list.items[i], g != NULL, g ? gold_row(g, &list.items[i].match) : -1,
                                  use, sense);
                }
            arena_free(&mem);
        }
    }
}

/* ---- the examples of the lexicon */

static bool in_brackets(const essay *e, uint32_t sentence, const candidate *c, const example *ex) {
    gold_marker here;
    gold_place(e, sentence, &c->match, &here);
    for (unsigned i = 0; i < here.count; i++) {
        bool inside = false;
        for (unsigned k = 0; k < ex->count; k++) {
            hence_span s = document_points(e->document, ex->brackets[k]);
            inside |= here.spans[i].start >= s.start && here.spans[i].end <= s.end;
        }
        if (!inside)
            return false;
    }
    return true;
}

/* Adds the places of the row's form in `text`; those in brackets are connectives. */
static void collect_sentence(const hence_lexicon *lexicon, const lexicon_entry *row, const example *ex,
                             training_set *use, training_set *sense) {
    essay e = {.name = "example"};
    arena mem = {0};
    char *bytes = check(arena_new(&mem, char, ex->text.len + 1));
    memcpy(bytes, ex->text.data, ex->text.len);
    essay_read(&e, lexicon, bytes);
    for (uint32_t s = 0; s < e.text.sentences.count; s++) {
        candidate_list list = {0};
        if (candidate_find(&mem, &e.text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            const lexicon_entry *first = c->match.entry;
            if (!set_learns(c) || !str_equal(first->form, row->form))
                continue;
            bool is = ex->count && in_brackets(&e, s, c, ex);
            for (int times = 0; times < EXAMPLE_WEIGHT; times++)
                add_candidate(&e.text, s, c, is, (int)(row - first), use, sense);
        }
    }
    hence_document_free(e.document);
    arena_free(&mem);
}

/* Adds one sentence with its form in [brackets]. */
static void collect_marked(const hence_lexicon *lexicon, const lexicon_entry *row, str marked, training_set *use, training_set *sense) {
    arena mem = {0};
    example ex;
    if (example_read(&mem, marked, &ex, NULL) < 0)
        die("memory", "ended");
    collect_sentence(lexicon, row, &ex, use, sense);
    arena_free(&mem);
}

void set_add_examples(const hence_lexicon *lexicon, training_set *use, training_set *sense) {
    size_t count;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_CONNECTIVES, &count);
    for (size_t i = 0; i < count; i++) {
        if (candidate_is_plain(&rows[i]))
            continue;
        collect_marked(lexicon, &rows[i], lexicon_cell(&rows[i], "example"), use, sense);
        example other = {.text = lexicon_cell(&rows[i], "not")};
        if (other.text.len)
            collect_sentence(lexicon, &rows[i], &other, use, sense);
    }
}

static const lexicon_entry *row_of(const hence_lexicon *lexicon, str form, str sense) {
    size_t count;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_CONNECTIVES, &count);
    for (size_t i = 0; i < count; i++)
        if (str_equal(rows[i].form, form) && str_equal(rows[i].sense, sense))
            return &rows[i];
    return NULL;
}

void set_add_senses(const hence_lexicon *lexicon, const char *path, training_set *sense) {
    char line[1024];
    training_set use = {0}; /* not wanted: these sentences are all connectives */
    FILE *in = fopen(path, "r");
    if (!in)
        die(path, "cannot be read");
    while (fgets(line, sizeof line, in)) {
        str form, name, rest = str_trim(str_of(line));
        if (str_starts(rest, str_of("#")) || str_starts(rest, str_of("form\t")))
            continue;
        str_cut(rest, '\t', &form, &rest);
        str_cut(rest, '\t', &name, &rest);
        const lexicon_entry *row = row_of(lexicon, form, name);
        if (!row)
            die(line, "no such row");
        collect_marked(lexicon, row, rest, &use, sense);
    }
    training_free(&use);
    fclose(in);
}
