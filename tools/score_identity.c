/* score_identity: how well mentions are told to be one claim or two.
 *
 *     score_identity [--each] NAME.txt NAME.pairs.tsv [...]
 *
 * Each pair is judged by what the two phrases say (graph/concept.h): P, R and F1 of `same`. A wording that is not in the essay (`*`) is read on its own. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "clause/argument.h"
#include "clause/phrase.h"
#include "graph/concept.h"
#include "marker/marker.h"
#include "read/document.h"
#include "syntax/syntax.h"

typedef struct {
    arena mem;
    hence_document *document;
    text text;
    marker_list markers;
    analysis analysis;
} reading;

static void fail(const hence_error *err) {
    fprintf(stderr, "score_identity: %s:%zu:%zu: %s\n", err->source, err->line, err->column, err->text);
    exit(2);
}

static void read_text(reading *r, str bytes, const char *name, const hence_lexicon *lexicon) {
    hence_error err = {0};
    *r = (reading){0};
    r->document = hence_document_new(bytes.data, bytes.len, name, &err);
    const syntax_models *models = syntax_models_builtin(&err);
    if (!r->document || !models || text_read(&r->mem, r->document, lexicon, true, &r->text, &err) < 0 ||
        syntax_analyse(models, &r->text, &err) < 0 || marker_find(&r->mem, &r->text, lexicon, &r->markers, &err) < 0 ||
        argument_find(&r->mem, &r->text, lexicon, &r->markers, &r->analysis, &err) < 0)
        fail(&err);
}

static void drop(reading *r) {
    hence_document_free(r->document);
    arena_free(&r->mem);
}

/* Whether `words` stand at `at`, where any white space equals any other; gives the end. */
static size_t stands(str text, size_t at, str words) {
    size_t i = 0;
    while (i < words.len) {
        if (at >= text.len)
            return 0;
        bool space = words.data[i] == ' ';
        if (space && (text.data[at] == ' ' || text.data[at] == '\n')) {
            while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\n' || text.data[at] == '\t'))
                at++;
            i++;
        } else if (words.data[i++] != text.data[at++])
            return 0;
    }
    return at;
}

static bool concept_at(reading *r, stemmer *stems, str words, concept *out) {
    str all = r->document->text;
    size_t start = 0, end = 0;
    for (; start < all.len && !(end = stands(all, start, words)); start++) {
    }
    if (!end)
        return false;
    uint32_t first = NONE, stop = 0;
    for (uint32_t i = 0; i < r->text.tokens.count; i++)
        if (r->text.tokens.items[i].span.start >= start && r->text.tokens.items[i].span.end <= end) {
            first = first == NONE ? i : first;
            stop = i + 1;
        }
    if (first == NONE)
        return false;
    const tree *t = &r->analysis.trees[r->text.tokens.items[first].sentence];
    phrase span = tree_range(t, first, stop < t->end ? stop : t->end);
    if (span.first >= span.end)
        return false;
    argument_side side = argument_clause_side(&r->analysis, t, span);
    phrase core = side.core.first >= span.first && side.core.end <= span.end ? side.core : span;
    return concept_read(&r->analysis, stems, &r->mem, t, core, out) == 0;
}

int main(int argc, char **argv) {
    hence_error err = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    stemmer *stems = lexicon ? stemmer_new(lexicon, &err) : NULL;
    if (!stems)
        fail(&err);
    bool each = false;
    size_t right = 0, given = 0, gold = 0, pairs = 0;
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--each") == 0) {
            each = true;
            continue;
        }
        if (i + 1 >= argc) {
            fputs("score_identity: a text needs its pairs\n", stderr);
            return 2;
        }
        hence_document *essay = hence_document_open(argv[i], &err);
        FILE *in = fopen(argv[i + 1], "r");
        if (!essay || !in)
            fail(&err);
        reading whole;
        read_text(&whole, essay->text, argv[i], lexicon);
        char *line = NULL;
        size_t room = 0;
        for (ssize_t len; (len = getline(&line, &room, in)) > 0;) {
            str verdict, a, b, why;
            str_cut(str_trim((str){line, (size_t)len}), '\t', &verdict, &a);
            str_cut(a, '\t', &a, &b);
            str_cut(b, '\t', &b, &why);
            bool same = str_equal(verdict, str_of("same"));
            if (!same && !str_equal(verdict, str_of("other")))
                continue;
            concept x, y;
            reading own = {0};
            bool reworded = b.len && b.data[0] == '*';
            if (reworded) {
                b = str_slice(b, 1, b.len);
                buf text = {0};
                buf_add(&text, b);
                buf_char(&text, '.');
                read_text(&own, buf_str(&text), "wording", lexicon);
                buf_free(&text);
            }
            bool read = concept_at(&whole, stems, a, &x) && concept_at(reworded ? &own : &whole, stems, b, &y);
            bool said = read && concept_compare(&x, &y) == CONCEPT_SAME;
            pairs++;
            gold += same;
            given += said;
            right += same && said;
            if (each && same != said)
                printf("%s %.*s | %.*s (%.*s)%s\n", same ? "missed" : "wrong ", STR_ARG(a), STR_ARG(b), STR_ARG(why), read ? "" : " [not read]");
            if (reworded)
                drop(&own);
        }
        free(line);
        fclose(in);
        drop(&whole);
        hence_document_free(essay);
        i++;
    }
    double p = given ? (double)right / (double)given : 0, r = gold ? (double)right / (double)gold : 0;
    printf("identity.pairs\t%zu\nidentity.p\t%.4f\nidentity.r\t%.4f\nidentity.f1\t%.4f\n", pairs, p, r, p + r > 0 ? 2 * p * r / (p + r) : 0);
    stemmer_free(stems);
    hence_lexicon_free(lexicon);
    return 0;
}
