/* score_links: how well the links of tests/data/sentences.tsv are found.
 *
 *     score_links [--each] [--examples] FILE...
 *
 * With --examples the marked examples of the marker lexicons are scored too, as measures of their own: each states one link of its row.
 *
 * A link is found if source and target each share half of their characters' hull with the expected words (Jaccard over characters). Of the links found,
 * either way round, the share with the right direction, relation, polarity and certainty is printed. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/list.h"
#include "graph/map.h"

typedef struct {
    str source, target, relation, polarity, certainty;
    bool used;
} expected;

enum { MOST = 16 };

static size_t read_expected(str cell, expected out[MOST]) {
    size_t n = 0;
    if (str_equal(cell, str_of("-")))
        return 0;
    while (cell.len && n < MOST) {
        const char *at = NULL;
        for (size_t i = 0; i + 4 <= cell.len && !at; i++)
            if (memcmp(cell.data + i, " ;; ", 4) == 0)
                at = cell.data + i;
        str one = at ? str_slice(cell, 0, (size_t)(at - cell.data)) : cell;
        cell = at ? str_slice(cell, (size_t)(at - cell.data) + 4, cell.len) : (str){0};
        expected *e = &out[n++];
        *e = (expected){0};
        str sides, rest;
        str_cut(one, '|', &sides, &rest);
        str_cut(rest, '|', &e->relation, &rest);
        str_cut(rest, '|', &e->polarity, &rest);
        str_cut(rest, '|', &e->certainty, &rest);
        e->relation = str_trim(e->relation), e->polarity = str_trim(e->polarity), e->certainty = str_trim(e->certainty);
        for (size_t i = 0; i + 4 <= sides.len; i++)
            if (memcmp(sides.data + i, " -> ", 4) == 0) {
                e->source = str_trim(str_slice(sides, 0, i));
                e->target = str_trim(str_slice(sides, i + 4, sides.len));
            }
    }
    return n;
}

/* The best Jaccard share of `s` with a place where `words` stand in the text. */
static double share(str text, span s, str words) {
    double best = 0;
    for (size_t i = 0; words.len && i + words.len <= text.len; i++) {
        if (memcmp(text.data + i, words.data, words.len))
            continue;
        size_t a = s.start > i ? s.start : i, b = s.end < i + words.len ? s.end : i + words.len;
        if (b <= a)
            continue;
        double both = (double)(b - a), j = both / ((double)words.len + (double)span_length(s) - both);
        best = j > best ? j : best;
    }
    return best;
}

typedef struct {
    size_t expected, given, found, turned, relation, polarity, certainty, none, none_clean;
} totals;

static void score(const char *name, size_t name_length, str text, str cell, const hence_lexicon *lexicon, bool each, totals *n) {
    char id[64];
    snprintf(id, sizeof id, "%.*s", (int)name_length, name);
    hence_error err = {0};
    hence_document *d = hence_document_new(text.data, text.len, id, &err);
    hence_map *map = d ? hence_map_build(d, lexicon, NULL, &err) : NULL;
    if (!map) {
        fprintf(stderr, "score_links: %s: %s\n", id, err.text);
        exit(2);
    }
    expected want[MOST];
    size_t wants = read_expected(cell, want), given = 0, found_here = 0;
    n->expected += wants;
    buf said = {0};
    for (size_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        for (size_t k = 0; k < l->evidence.count; k++) {
            const evidence *e = &l->evidence.items[k];
            given++;
            double best = 0;
            expected *w = NULL;
            bool turned = false;
            for (size_t j = 0; j < wants; j++) {
                if (want[j].used)
                    continue;
                double s = share(text, e->source, want[j].source), t = share(text, e->target, want[j].target);
                double u = share(text, e->source, want[j].target), v = share(text, e->target, want[j].source);
                bool straight = s >= .5 && t >= .5, round = u >= .5 && v >= .5;
                double worth = straight ? s + t + 1 : round ? u + v : 0;
                if (worth > best) {
                    best = worth;
                    w = &want[j];
                    turned = !straight;
                }
            }
            bool polarity_right = false, certainty_right = false, relation_right = false;
            if (w) {
                w->used = true;
                found_here++;
                n->found++;
                n->turned += turned;
                const char *p = polarity_name(l->polarity);
                polarity_right = str_equal(w->polarity, str_of(p ? p : "-"));
                certainty_right = str_equal(w->certainty, str_of(certainty_name(l->certainty)));
                relation_right = str_equal(w->relation, str_of(relation_name(l->relation)));
                n->polarity += polarity_right, n->certainty += certainty_right, n->relation += relation_right;
            }
            const char *p = polarity_name(l->polarity);
            str s = document_str(d, e->source), t = document_str(d, e->target);
            buf_print(&said, "    %s %.*s -> %.*s | %s%s | %s%s | %s%s | %.*s\n", !w ? "EXTRA" : turned ? "TURNED" : "ok", STR_ARG(s), STR_ARG(t),
                      relation_name(l->relation), w && !relation_right ? "!" : "", p ? p : "-", w && !polarity_right ? "!" : "",
                      certainty_name(l->certainty), w && !certainty_right ? "!" : "",
                      STR_ARG(e->marker == NONE ? (str){0} : map->markers.items[e->marker].entry->form));
        }
    }
    n->given += given;
    n->none += wants == 0;
    n->none_clean += wants == 0 && given == 0;
    for (size_t j = 0; j < wants; j++)
        if (!want[j].used)
            buf_print(&said, "    MISSED %.*s -> %.*s\n", STR_ARG(want[j].source), STR_ARG(want[j].target));
    if (each && (strstr(said.data ? said.data : "", "EXTRA") || found_here < wants || strchr(said.data ? said.data : "", '!') || strstr(said.data ? said.data : "", "TURNED")))
        printf("%s: %.*s\n%s", id, STR_ARG(text), said.data);
    buf_free(&said);
    hence_document_free(d);
}

/* Takes the marks out of an example ("{s Rates fell}, [thereby] {t raising investment}.") and notes what they mark. */
static void unmark(str example, buf *plain, expected *e, buf sides[2]) {
    int side[8], depth = 0;
    for (size_t i = 0; i < example.len; i++) {
        char c = example.data[i];
        if (c == '[' || c == ']')
            continue;
        if (c == '{' && i + 2 < example.len && depth < 8) {
            side[depth++] = example.data[i + 1] == 's' ? 0 : example.data[i + 1] == 't' ? 1 : -1;
            i += 2;
            continue;
        }
        if (c == '}' && depth) {
            depth--;
            continue;
        }
        buf_char(plain, c);
        for (int k = 0; k < depth; k++)
            if (side[k] >= 0)
                buf_char(&sides[side[k]], c);
    }
    e->source = buf_str(&sides[0]);
    e->target = buf_str(&sides[1]);
}

static void score_examples(const hence_lexicon *lexicon, bool each, totals *n) {
    for (lexicon_table table = LEXICON_CONNECTIVES; table <= LEXICON_ADJECTIVES; table++) {
        size_t rows;
        const lexicon_entry *all = lexicon_entries(lexicon, table, &rows);
        for (size_t i = 0; i < rows; i++) {
            if (all[i].relation == RELATION_NONE)
                continue;
            buf plain = {0}, sides[2] = {{0}, {0}}, cell = {0};
            expected e;
            unmark(lexicon_cell(&all[i], "example"), &plain, &e, sides);
            const char *p = polarity_name(all[i].polarity);
            buf_print(&cell, "%.*s -> %.*s | %s | %s | %s", STR_ARG(e.source), STR_ARG(e.target), relation_name(all[i].relation), p ? p : "-",
                      certainty_name(all[i].certainty));
            if (e.source.len && e.target.len)
                score(all[i].form.data, all[i].form.len, buf_str(&plain), buf_str(&cell), lexicon, each, n);
            buf_free(&plain), buf_free(&sides[0]), buf_free(&sides[1]), buf_free(&cell);
        }
    }
}

static void print_totals(const char *name, const totals *n) {
    double p = n->given ? (double)n->found / (double)n->given : 0, r = n->expected ? (double)n->found / (double)n->expected : 0;
    double f = (double)(n->found ? n->found : 1);
    printf("%s.p\t%.4f\n%s.r\t%.4f\n%s.f1\t%.4f\n", name, p, name, r, name, p + r > 0 ? 2 * p * r / (p + r) : 0);
    printf("%s.direction\t%.4f\n%s.relation\t%.4f\n", name, 1 - (double)n->turned / f, name, (double)n->relation / f);
    printf("%s.polarity\t%.4f\n%s.certainty\t%.4f\n", name, (double)n->polarity / f, name, (double)n->certainty / f);
    if (n->none)
        printf("%s.silent\t%.4f\n", name, (double)n->none_clean / (double)n->none);
}

int main(int argc, char **argv) {
    hence_error err = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    if (!lexicon) {
        fprintf(stderr, "score_links: %s:%zu:%zu: %s\n", err.source, err.line, err.column, err.text);
        return 2;
    }
    bool each = false;
    totals n = {0};
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--each") == 0) {
            each = true;
            continue;
        }
        if (strcmp(argv[i], "--examples") == 0) {
            totals marked = {0};
            score_examples(lexicon, each, &marked);
            print_totals("examples", &marked);
            continue;
        }
        FILE *in = fopen(argv[i], "r");
        if (!in) {
            perror(argv[i]);
            return 2;
        }
        char *line = NULL;
        size_t room = 0;
        bool header = true;
        for (ssize_t len; (len = getline(&line, &room, in)) > 0;) {
            if (line[0] == '#')
                continue;
            if (header) {
                header = false;
                continue;
            }
            str all = str_trim((str){line, (size_t)len}), id, text, links;
            str_cut(all, '\t', &id, &text);
            str_cut(text, '\t', &text, &links);
            if (!text.len)
                continue;
            score(id.data, id.len, text, links, lexicon, each, &n);
        }
        free(line);
        fclose(in);
    }
    if (n.expected)
        print_totals("links", &n);
    hence_lexicon_free(lexicon);
    return 0;
}
