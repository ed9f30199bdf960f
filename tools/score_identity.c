/* score_identity: how well mentions are told to be one claim or two.
 *
 *     score_identity [--each] NAME.txt NAME.pairs.tsv [...]
 *
 * P, R and F1 of `same`. Two phrases of the essay are judged by whether the map would make them one claim (graph/claims.h), so that "this trend" counts; a
 * wording that is not in the essay (`*`) is read on its own, and the pair is judged by what the two say (graph/concept.h). A text `-` stands for none,
 * where all pairs are such wordings. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "clause/argument.h"
#include "clause/phrase.h"
#include "graph/claims.h"
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

/* Where the phrase stands first. Empty where it does not. */
static phrase find_words(const reading *r, str words, uint32_t *sentence) {
    str all = r->document->text;
    size_t start = 0, end = 0;
    for (; start < all.len && !(end = stands(all, start, words)); start++) {
    }
    uint32_t first = NONE, stop = 0;
    for (uint32_t i = 0; end && i < r->text.tokens.count; i++)
        if (r->text.tokens.items[i].span.start >= start && r->text.tokens.items[i].span.end <= end) {
            first = first == NONE ? i : first;
            stop = i + 1;
        }
    if (first == NONE)
        return (phrase){0};
    *sentence = r->text.tokens.items[first].sentence;
    const tree *t = &r->analysis.trees[*sentence];
    return tree_range(t, first, stop < t->end ? stop : t->end);
}

static bool concept_at(reading *r, stemmer *stems, str words, concept *out) {
    uint32_t sentence = 0;
    phrase core = find_words(r, words, &sentence);
    return core.first < core.end && concept_read(&r->analysis, stems, &r->mem, &r->analysis.trees[sentence], core, out) == 0;
}

/* Whether a map in which both phrases state something has one claim for them. */
static bool gathered_as_one(reading *r, stemmer *stems, str x, str y) {
    argument both = {.marker = NONE, .relation = RELATION_NONE, .older = NONE}; /* no link: ends of a link are never one */
    argument_side *sides[] = {&both.source, &both.target};
    str words[] = {x, y};
    for (int i = 0; i < 2; i++) {
        sides[i]->core = sides[i]->span = find_words(r, words[i], &sides[i]->sentence);
        if (sides[i]->core.first >= sides[i]->core.end)
            return false;
    }
    analysis one = r->analysis;
    one.out = (argument_list){&both, 1, 1};
    hence_map map = {.document = r->document, .thesis = NONE};
    uint32_t *claims;
    return claims_gather(&r->mem, &r->mem, &one, stems, HENCE_MERGE_STRICT, NULL, &map, &claims) == 0 && claims[0] == claims[1] &&
           both.source.reduced == both.target.reduced;
}

static void print_concept(const concept *c) {
    printf("      %.*s", STR_ARG(c->head.key));
    for (uint8_t i = 0; i < c->word_count; i++)
        printf(" %.*s", STR_ARG(c->words[i].key));
    for (uint8_t i = 0; i < c->name_count; i++)
        printf(" <%.*s>", STR_ARG(c->names[i]));
    if (c->outer.key.len)
        printf(" outer:%.*s", STR_ARG(c->outer.key));
    if (c->subject.key.len)
        printf(" subject:%.*s", STR_ARG(c->subject.key));
    printf("%s%s%s%s\n", c->more ? " more" : "", c->less ? " less" : "", c->negated ? " negated" : "", c->clause ? " clause" : "");
}

/* Reads `words` as a text of its own. */
static void read_wording(reading *r, str words, const hence_lexicon *lexicon) {
    buf text = {0};
    buf_add(&text, words);
    buf_char(&text, '.');
    read_text(r, buf_str(&text), "wording", lexicon);
    buf_free(&text);
}

static bool is_wording(str *words) {
    if (!words->len || words->data[0] != '*')
        return false;
    *words = str_slice(*words, 1, words->len);
    return true;
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
        bool alone = strcmp(argv[i], "-") == 0;
        hence_document *essay = alone ? hence_document_new("", 0, "-", &err) : hence_document_open(argv[i], &err);
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
            reading own[2];
            bool first = is_wording(&a), second = is_wording(&b);
            if (first)
                read_wording(&own[0], a, lexicon);
            if (second)
                read_wording(&own[1], b, lexicon);
            bool read = concept_at(first ? &own[0] : &whole, stems, a, &x) && concept_at(second ? &own[1] : &whole, stems, b, &y);
            bool said = read && (first || second ? concept_compare(&x, &y) >= CONCEPT_SAME : gathered_as_one(&whole, stems, a, b));
            pairs++;
            gold += same;
            given += said;
            right += same && said;
            if (each && same != said) {
                printf("%s %.*s | %.*s (%.*s)%s\n", same ? "missed" : "wrong ", STR_ARG(a), STR_ARG(b), STR_ARG(why), read ? "" : " [not read]");
                if (read) {
                    print_concept(&x);
                    print_concept(&y);
                }
            }
            if (first)
                drop(&own[0]);
            if (second)
                drop(&own[1]);
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
