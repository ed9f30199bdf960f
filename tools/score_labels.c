/* score_labels: how many claims get a label that a reader would write in the box.
 *
 *     score_labels [--each] labels.tsv
 *
 * Rows: a sentence with a phrase in [brackets], the good labels apart by | (tests/data/LABELS.md). The phrase is read as one side of a link is:
 * its core, then its label. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "clause/argument.h"
#include "clause/phrase.h"
#include "graph/label.h"
#include "marker/marker.h"
#include "read/document.h"
#include "syntax/syntax.h"

static void fail(const hence_error *err) {
    fprintf(stderr, "score_labels: %s:%zu:%zu: %s\n", err->source, err->line, err->column, err->text);
    exit(2);
}

/* The label of text[start, end), in `mem`; empty where no token stands there. */
static str label_between(arena *mem, const hence_lexicon *lexicon, str bytes, size_t start, size_t end) {
    hence_error err = {0};
    text t = {0};
    marker_list markers = {0};
    analysis a = {0};
    hence_document *document = hence_document_new(bytes.data, bytes.len, "sentence", &err);
    const syntax_models *models = syntax_models_builtin(&err);
    if (!document || !models || text_read(mem, document, lexicon, true, &t, &err) < 0 || syntax_analyse(models, &t, &err) < 0 ||
        marker_find(mem, &t, lexicon, &markers, &err) < 0 || argument_find(mem, &t, lexicon, &markers, &a, &err) < 0)
        fail(&err);
    uint32_t first = NONE, stop = 0;
    for (uint32_t i = 0; i < t.tokens.count; i++)
        if (t.tokens.items[i].span.start >= start && t.tokens.items[i].span.end <= end) {
            first = first == NONE ? i : first;
            stop = i + 1;
        }
    str got = {"", 0};
    if (first != NONE) {
        const tree *tr = &a.trees[t.tokens.items[first].sentence];
        phrase core = tree_range(tr, first, stop), side = {0};
        if (core.head != NONE && tree_is_clause(tr, core.head))
            side = argument_clause_side(&a, tr, core).core;
        else if (core.head != NONE && tree_at(tr, core.head)->upos == UPOS_NOUN)
            side = phrase_noun_core(tr, a.notes, core.head);
        if (side.first < side.end && side.first >= first && side.end <= stop)
            core = side;
        if (core.first < core.end)
            got = arena_copy(mem, label_of(&a, mem, tr, core, NULL, LABEL_WORDS).text);
    }
    hence_document_free(document);
    return got;
}

static bool is_good(str labels, str got) {
    for (bool more = true; more;) {
        str one;
        more = str_cut(labels, '|', &one, &labels);
        if (str_equal(one, got))
            return true;
    }
    return false;
}

int main(int argc, char **argv) {
    hence_error err = {0};
    bool each = argc > 1 && strcmp(argv[1], "--each") == 0;
    if (argc != 2 + each) {
        fputs("usage: score_labels [--each] labels.tsv\n", stderr);
        return 2;
    }
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    if (!lexicon)
        fail(&err);
    FILE *in = fopen(argv[1 + each], "r");
    if (!in) {
        perror(argv[1 + each]);
        return 2;
    }
    size_t rows = 0, good = 0, room = 0;
    char *line = NULL;
    for (ssize_t len; (len = getline(&line, &room, in)) > 0;) {
        str marked, labels;
        if (line[0] == '#' || !str_cut(str_trim((str){line, (size_t)len}), '\t', &marked, &labels))
            continue;
        str before, phrase_words, after;
        str_cut(marked, '[', &before, &phrase_words);
        str_cut(phrase_words, ']', &phrase_words, &after);
        buf bytes = {0};
        buf_add(&bytes, before);
        buf_add(&bytes, phrase_words);
        buf_add(&bytes, after);
        arena mem = {0};
        str got = label_between(&mem, lexicon, buf_str(&bytes), before.len, before.len + phrase_words.len);
        bool fits = is_good(labels, got);
        rows++;
        good += fits;
        if (each && !fits)
            printf("%.*s\n    got %.*s, not %.*s\n", STR_ARG(marked), STR_ARG(got), STR_ARG(labels));
        arena_free(&mem);
        buf_free(&bytes);
    }
    printf("labels.rows\t%zu\nlabels.good\t%.4f\n", rows, rows ? (double)good / (double)rows : 0);
    free(line);
    fclose(in);
    hence_lexicon_free(lexicon);
    return 0;
}
