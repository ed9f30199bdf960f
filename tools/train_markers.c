/* train_markers: trains and measures the models that choose connectives and their senses.
 *
 *     train_markers DATA FOLDER      reads DATA/connectives/{train,dev}.* and DATA/syntax/ewt-train.tsv, writes FOLDER/use.model and FOLDER/sense.model
 *
 * L2-regularised logistic regression by liblinear; the same input gives the same bytes. Genres whose texts forbid commercial use are left out.
 * Trees that people made tell connectives much better than those of a parser: a first model, which sees such trees, marks the connectives of a treebank that
 * has none, and the model that is shipped learns from both corpora, with the trees of the parser. */
#include <config.h>

#include <ctype.h>
#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/list.h"
#include "base/utf8.h"
#include "marker/examples.h"
#include "marker/judge.h"
#include "read/document.h"
#include "syntax/syntax.h"
#include "train_markers.h"
#include "train_markers_trees.h"

enum { SPANS = 6, LINE = 4096, EXAMPLE_WEIGHT = 4, LEAST = 4 };

static const double USE_COST = 0.3, SENSE_COST = 0.1;

typedef struct {
    span spans[SPANS]; /* code points */
    unsigned count;
    char senses[2][80];
    unsigned sense_count;
    bool purpose; /* the "to" of a purpose clause, which the corpus counts as implicit */
} gold_marker;

typedef struct {
    char name[80], genre[32];
    hence_document *document;
    text text;
    LIST(gold_marker) gold;
} essay;

typedef LIST(essay) essay_list;

void die(const char *what, const char *why) {
    fprintf(stderr, "train_markers: %s: %s\n", what, why);
    exit(2);
}

void *check(void *p) {
    if (!p)
        die("memory", "ended");
    return p;
}

/* ---- corpus */

static const char *const left_out[] = {"essay", "letter", "podcast", "fiction", "whow", NULL};

static bool may_train(const essay *e) {
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
    snprintf(to, 80, "%s", from ? from : "");
}

static void read_gold(arena *mem, essay *e, const json_t *doc) {
    size_t i, k;
    json_t *item, *pair;
    json_array_foreach(json_object_get(doc, "connectives"), i, item) {
        gold_marker *g = check(LIST_PUSH(mem, &e->gold));
        json_array_foreach(json_object_get(item, "spans"), k, pair) if (g->count < SPANS) g->spans[g->count++] =
            json_span(pair);
        json_t *senses = json_object_get(item, "senses");
        for (k = 0; k < json_array_size(senses) && k < 2; k++)
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

static void analyse(essay *e) {
    hence_error err = {0};
    if (syntax_analyse(syntax_models_builtin(&err), &e->text, &err) < 0)
        die(e->name, err.text);
}

/* Reads the text as the program does. */
static void read_essay(essay *e, const hence_lexicon *lexicon, const char *bytes) {
    hence_error err = {0};
    e->document = hence_document_new(bytes, strlen(bytes), e->name, &err);
    if (!e->document || text_read(&e->document->mem, e->document, lexicon, false, &e->text, &err) < 0)
        die(e->name, err.text);
    analyse(e);
}

static void read_corpus(arena *mem, const hence_lexicon *lexicon, const char *data, const char *part, essay_list *out) {
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
        read_essay(e, lexicon, json_string_value(json_object_get(doc, "text")));
        read_gold(mem, e, doc);
        json_decref(doc);
    }
    fclose(in);
    if (!out->count)
        die(path, error.text);
}

/* ---- gold */

static void runs_of(const essay *e, uint32_t sentence, const lexicon_match *m, gold_marker *out) {
    uint32_t first = e->text.sentences.items[sentence].first_token;
    *out = (gold_marker){0};
    for (unsigned i = 0; i < m->word_count && out->count < SPANS; i++) {
        hence_span s = document_points(e->document, e->text.tokens.items[first + m->words[i]].span);
        if (i && m->words[i] == m->words[i - 1] + 1)
            out->spans[out->count - 1].end = (uint32_t)s.end;
        else
            out->spans[out->count++] = (span){(uint32_t)s.start, (uint32_t)s.end};
    }
}

/* The corpus counts only the first part of these. */
static const struct {
    const char *form, *gold;
} longer[] = {
    {"in order to", "in order"},     {"so as to", "so as"},          {"given that", "given"},
    {"given the fact that", "given"}, {"except that", "except"},      {"despite the fact that", "despite"},
    {"no matter how", "no matter"},  {"no matter what", "no matter"}, {"insofar as", "insofar"},
};

static uint32_t gold_length(const lexicon_entry *e, uint32_t length) {
    for (size_t i = 0; i < sizeof longer / sizeof *longer; i++)
        if (str_equal(e->form, str_of(longer[i].form)))
            return (uint32_t)strlen(longer[i].gold);
    return length;
}

/* Where the corpus would have the form, were it a connective there. */
static void gold_place(const essay *e, uint32_t sentence, const lexicon_match *m, gold_marker *out) {
    runs_of(e, sentence, m, out);
    out->spans[0].end = out->spans[0].start + gold_length(m->entry, out->spans[0].end - out->spans[0].start);
    out->purpose = m->word_count == 1 && str_equal(m->entry->form, str_of("to"));
}

static const gold_marker *gold_of(const essay *e, uint32_t sentence, const candidate *c) {
    gold_marker here;
    gold_place(e, sentence, &c->match, &here);
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
    for (size_t i = 0; i < len && n < 79; i++) {
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

static bool sense_is(const gold_marker *g, str sense, int levels) {
    char a[80], b[80];
    sense_level(sense.data, sense.len, levels, a);
    for (unsigned i = 0; i < g->sense_count; i++) {
        sense_level(g->senses[i], strlen(g->senses[i]), levels, b);
        if (strcmp(a, b) == 0)
            return true;
    }
    return false;
}

/* The row of the form with the sense of the corpus; -1 for none. */
static int gold_row(const gold_marker *g, const lexicon_match *m) {
    for (int levels = 3; levels >= 2; levels--)
        for (uint32_t i = 0; i < m->entry_count; i++)
            if (sense_is(g, m->entry[i].sense, levels))
                return (int)i;
    return -1;
}

/* ---- training */

static bool is_learned(const candidate *c) {
    return c->match.entry->table == LEXICON_CONNECTIVES && !candidate_is_plain(c->match.entry);
}

/* One candidate: is it a connective, and if so, in the sense of which row (-1: not known)? */
static void add_candidate(const text *t, uint32_t sentence, const candidate *c, bool is, int row, training_set *use,
                          training_set *sense) {
    uint32_t hashes[FEATURE_ROOM];
    feature_list f = {.count = 0};
    feature_use(t, sentence, c, &f);
    training_add(use, f.hashes, f.count, is);
    for (uint32_t r = 0; is && row >= 0 && c->match.entry_count > 1 && r < c->match.entry_count; r++) {
        for (unsigned k = 0; k < f.sense_count; k++)
            hashes[k] = feature_sense(f.hashes[k], c->match.entry + r);
        training_add(sense, hashes, f.sense_count, (int)r == row);
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

static void collect(const hence_lexicon *lexicon, const essay_list *essays, training_set *use, training_set *sense) {
    for (size_t d = 0; d < essays->count; d++) {
        const essay *e = &essays->items[d];
        if (!may_train(e))
            continue;
        for (uint32_t s = 0; s < e->text.sentences.count; s++) {
            arena mem = {0};
            candidate_list list = {0};
            if (candidate_find(&mem, &e->text, lexicon, s, &list, NULL) < 0)
                die("memory", "ended");
            for (size_t i = 0; i < list.count; i++)
                if (is_learned(&list.items[i]) && is_annotated(&list.items[i])) {
                    const gold_marker *g = gold_of(e, s, &list.items[i]);
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
    uint32_t first = e->text.sentences.items[sentence].first_token;
    for (unsigned i = 0; i < c->match.word_count; i++) {
        bool inside = false;
        for (unsigned k = 0; k < ex->count; k++)
            inside |= span_holds(ex->brackets[k], e->text.tokens.items[first + c->match.words[i]].span);
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
    read_essay(&e, lexicon, bytes);
    for (uint32_t s = 0; s < e.text.sentences.count; s++) {
        candidate_list list = {0};
        if (candidate_find(&mem, &e.text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            const lexicon_entry *first = c->match.entry;
            if (!is_learned(c) || !str_equal(first->form, row->form))
                continue;
            bool is = ex->count && in_brackets(&e, s, c, ex);
            for (int times = 0; times < EXAMPLE_WEIGHT; times++)
                add_candidate(&e.text, s, c, is, (int)(row - first), use, sense);
        }
    }
    hence_document_free(e.document);
    arena_free(&mem);
}

static void collect_examples(const hence_lexicon *lexicon, training_set *use, training_set *sense) {
    size_t count;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_CONNECTIVES, &count);
    for (size_t i = 0; i < count; i++) {
        arena mem = {0};
        example ex;
        if (candidate_is_plain(&rows[i]))
            continue;
        if (example_read(&mem, lexicon_cell(&rows[i], "example"), &ex, NULL) < 0)
            die("memory", "ended");
        collect_sentence(lexicon, &rows[i], &ex, use, sense);
        example other = {.text = lexicon_cell(&rows[i], "not")};
        if (other.text.len)
            collect_sentence(lexicon, &rows[i], &other, use, sense);
        arena_free(&mem);
    }
}

/* ---- a treebank, marked by a model that sees its trees */

/* What the model takes for connectives becomes the gold of the text. */
static void mark(arena *mem, const hence_lexicon *lexicon, const weights *use, essay *e) {
    marker_models models = {.use = *use};
    for (uint32_t s = 0; s < e->text.sentences.count; s++) {
        arena scratch = {0};
        candidate_list list = {0};
        if (marker_judge(&scratch, &models, &e->text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            if (!is_learned(c) || c->fate != FATE_TAKEN)
                continue;
            gold_marker *g = check(LIST_PUSH(mem, &e->gold));
            gold_place(e, s, &c->match, g);
        }
        arena_free(&scratch);
    }
}

/* Adds EWT to the essays that train. */
static void add_treebank(arena *mem, const hence_lexicon *lexicon, const char *data, essay_list *essays) {
    char path[LINE];
    corpus sentences = {0};
    tree_list trees = {0};
    tree_bank bank = {0};
    training_set use = {0}, sense = {0};
    buf bytes = {0};
    weights model;
    essay e = {.name = "EWT", .genre = "treebank"};
    snprintf(path, sizeof path, "%s/syntax/ewt-train.tsv", data);
    if (corpus_read(mem, path, false, true, &sentences) < 0)
        exit(2);
    read_essay(&e, lexicon, trees_write(mem, &sentences, &trees));
    trees_lay(&trees, e.document, &e.text);
    trees_read(mem, data, "train", &bank);
    for (size_t i = 0; i < essays->count; i++)
        if (trees_of(&bank, essays->items[i].name))
            trees_lay(trees_of(&bank, essays->items[i].name), essays->items[i].document, &essays->items[i].text);
    collect(lexicon, essays, &use, &sense);
    collect_examples(lexicon, &use, &sense);
    training_run(&use, USE_COST, LEAST, &bytes);
    if (weights_read(&model, buf_str(&bytes), "the model that sees trees", NULL) < 0)
        die("the model that sees trees", "is damaged");
    mark(mem, lexicon, &model, &e);
    analyse(&e);
    for (size_t i = 0; i < essays->count; i++)
        analyse(&essays->items[i]);
    *(essay *)check(LIST_PUSH(mem, essays)) = e;
    buf_free(&bytes);
    training_free(&use);
    training_free(&sense);
}

/* ---- measuring */

typedef struct {
    double gold, found, right, scored, level1, level2;
} counts;

static void count_essay(const hence_lexicon *lexicon, const marker_models *models, const essay *e, bool each,
                        counts *n) {
    for (size_t i = 0; i < e->gold.count; i++)
        if (!e->gold.items[i].purpose)
            n->gold += e->gold.items[i].count;
    bool *hit = check(calloc(e->gold.count + 1, sizeof *hit));
    for (uint32_t s = 0; s < e->text.sentences.count; s++) {
        if (!paragraph_argues(e->text.paragraphs.items[e->text.sentences.items[s].paragraph].kind))
            continue;
        arena mem = {0};
        candidate_list list = {0};
        if (marker_judge(&mem, models, &e->text, lexicon, s, &list, NULL) < 0)
            die("memory", "ended");
        for (size_t i = 0; i < list.count; i++) {
            const candidate *c = &list.items[i];
            if (c->fate != FATE_TAKEN || c->class != CLASS_CONNECTIVE)
                continue;
            gold_marker here;
            runs_of(e, s, &c->match, &here);
            const gold_marker *g = gold_of(e, s, c);
            n->found += here.count;
            if (!g) {
                if (each)
                    printf("spurious\t%s\t%.*s\t%.2f\t%u\n", e->name, STR_ARG(c->entry->form), (double)c->p, here.spans[0].start);
                continue;
            }
            hit[g - e->gold.items] = true;
            n->right += here.count;
            if (g->sense_count) {
                n->scored++;
                n->level1 += sense_is(g, c->entry->sense, 1);
                n->level2 += sense_is(g, c->entry->sense, 2);
                if (each && !sense_is(g, c->entry->sense, 2))
                    printf("sense\t%s\t%.*s\t%s\t%.*s\n", e->name, STR_ARG(c->entry->form), g->senses[0],
                           STR_ARG(c->entry->sense));
            }
        }
        arena_free(&mem);
    }
    for (size_t i = 0; each && i < e->gold.count; i++)
        if (!hit[i] && !e->gold.items[i].purpose) {
            str form = document_str(e->document, e->gold.items[i].spans[0]);
            (void)form;
            printf("missed\t%s\t%u-%u\n", e->name, e->gold.items[i].spans[0].start, e->gold.items[i].spans[0].end);
        }
    free(hit);
}

static void report(const char *name, const counts *n) {
    double p = n->found > 0 ? n->right / n->found : 0, r = n->gold > 0 ? n->right / n->gold : 0;
    fprintf(stderr, "%-12s P %.3f R %.3f F1 %.3f sense %.3f %.3f\n", name, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0,
            n->level1 / fmax(n->scored, 1), n->level2 / fmax(n->scored, 1));
}

static void measure(const hence_lexicon *lexicon, const marker_models *models, const essay_list *essays, bool each) {
    counts all = {0};
    for (size_t i = 0; i < essays->count; i++)
        count_essay(lexicon, models, &essays->items[i], each, &all);
    report("all", &all);
    for (size_t i = 0; i < essays->count; i++) {
        counts some = {0};
        if (i && strcmp(essays->items[i].genre, essays->items[i - 1].genre) == 0)
            continue;
        for (size_t k = i; k < essays->count; k++)
            if (strcmp(essays->items[i].genre, essays->items[k].genre) == 0)
                count_essay(lexicon, models, &essays->items[k], false, &some);
        report(essays->items[i].genre, &some);
    }
}

static void save(const char *folder, const char *name, const buf *b) {
    char path[LINE];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *out = fopen(path, "wb");
    if (!out || fwrite(b->data, 1, b->len, out) != b->len || fclose(out) != 0)
        die(path, "cannot be written");
}

int main(int argc, char **argv) {
    if (argc < 3) {
        fprintf(stderr, "usage: train_markers DATA FOLDER\n");
        return 2;
    }
    hence_error err = {0};
    arena mem = {0};
    essay_list train_essays = {0}, dev = {0};
    training_set use = {0}, sense = {0};
    buf use_bytes = {0}, sense_bytes = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    if (!lexicon)
        die(err.source, err.text);
    read_corpus(&mem, lexicon, argv[1], "train", &train_essays);
    read_corpus(&mem, lexicon, argv[1], "dev", &dev);
    add_treebank(&mem, lexicon, argv[1], &train_essays);
    collect(lexicon, &train_essays, &use, &sense);
    collect_examples(lexicon, &use, &sense);
    training_run(&use, USE_COST, LEAST, &use_bytes);
    training_run(&sense, SENSE_COST, LEAST, &sense_bytes);
    marker_models models;
    if (weights_read(&models.use, buf_str(&use_bytes), "use.model", &err) < 0 ||
        weights_read(&models.sense, buf_str(&sense_bytes), "sense.model", &err) < 0)
        die(err.source, err.text);
    essay_list unseen = {0};
    for (size_t i = 0; i < train_essays.count; i++)
        if (!may_train(&train_essays.items[i]))
            *(essay *)check(LIST_PUSH(&mem, &unseen)) = train_essays.items[i];
    fprintf(stderr, "train, genres left out:\n");
    measure(lexicon, &models, &unseen, false);
    fprintf(stderr, "dev:\n");
    measure(lexicon, &models, &dev, true);
    save(argv[2], "use.model", &use_bytes);
    save(argv[2], "sense.model", &sense_bytes);
    buf_free(&use_bytes);
    buf_free(&sense_bytes);
    hence_lexicon_free(lexicon);
    arena_free(&mem);
    return 0;
}
