/* score_essays: how much of what a careful reader drew from an essay stands in its map.
 *
 *     score_essays [--each] ESSAY.txt...        reads ESSAY.expected.tsv beside each
 *
 * A link of the reader's is found where the map has evidence in the sentence that states it whose arguments each cover half of a mention of the reader's
 * claims, or are half covered by one. The reader's list is not closed, so precision is counted only in the sentences that it has links for. Of the links
 * found, the share with the right direction, relation, polarity and certainty is printed, and of the sentences that must state none the share that does. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "graph/map.h"

typedef struct {
    str id;
    LIST(span) mentions;
} wanted_claim;

typedef struct {
    size_t links, found, given, matched, turned, relation, polarity, certainty, none, silent;
} totals;

typedef struct {
    arena mem;
    const char *name;
    hence_map *map;
    LIST(wanted_claim) claims;
    bool *listed; /* per sentence: the reader has links for it */
    bool each;
    totals *n;
} reading;

static void die(const char *name, const char *why) {
    fprintf(stderr, "score_essays: %s: %s\n", name, why);
    exit(2);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The end of `words` where they stand at `at`, any run of blanks for one; 0 if they do not. */
static size_t stands_at(str text, size_t at, str words) {
    size_t i = 0;
    while (i < words.len && at < text.len) {
        if (is_blank(words.data[i]) && is_blank(text.data[at])) {
            while (i < words.len && is_blank(words.data[i]))
                i++;
            while (at < text.len && is_blank(text.data[at]))
                at++;
        } else if (words.data[i++] != text.data[at++]) {
            return 0;
        }
    }
    return i == words.len ? at : 0;
}

/* The sentence that begins with the words, or holds them where it should have been cut. */
static uint32_t sentence_of(const reading *r, str first_words) {
    const text *t = &r->map->text;
    uint32_t holds = NONE;
    for (uint32_t s = 0; s < t->sentences.count; s++) {
        span of = t->sentences.items[s].span;
        if (stands_at(r->map->document->text, of.start, first_words))
            return s;
        for (size_t at = of.start; at < of.end && holds == NONE; at++)
            if (stands_at(r->map->document->text, at, first_words))
                holds = s;
    }
    return holds;
}

static void read_claim(reading *r, str id, str mentions) {
    str text = r->map->document->text;
    wanted_claim *c = LIST_PUSH(&r->mem, &r->claims);
    if (!c)
        die(r->name, "memory ended");
    c->id = id;
    for (str words; mentions.len;) {
        str_cut(mentions, '|', &words, &mentions);
        words = str_trim(words);
        for (size_t at = 0; words.len && at < text.len; at++) {
            size_t end = stands_at(text, at, words);
            span *s = end ? LIST_PUSH(&r->mem, &c->mentions) : NULL;
            if (s)
                *s = (span){(uint32_t)at, (uint32_t)end};
        }
    }
    if (!c->mentions.count)
        die(r->name, "a claim without a mention in the text");
}

static const wanted_claim *claim_named(const reading *r, str id) {
    for (size_t i = 0; i < r->claims.count; i++)
        if (str_equal(r->claims.items[i].id, id))
            return &r->claims.items[i];
    die(r->name, "a link with an unknown claim");
    return NULL;
}

static bool covers(const wanted_claim *c, span s) {
    for (size_t i = 0; i < c->mentions.count; i++) {
        span m = c->mentions.items[i];
        size_t from = m.start > s.start ? m.start : s.start, to = m.end < s.end ? m.end : s.end;
        if (from < to && (2 * (to - from) >= span_length(m) || 2 * (to - from) >= span_length(s)))
            return true;
    }
    return false;
}

static bool is_name(const char *name, str cell) {
    return str_equal(cell, str_of(name ? name : "-"));
}

/* link  source  target  relation  polarity  certainty  marker  first words */
static void read_link(reading *r, const str *cells, bool *matched, size_t *first) {
    const wanted_claim *source = claim_named(r, cells[1]), *target = claim_named(r, cells[2]);
    uint32_t s = sentence_of(r, cells[7]);
    if (s == NONE)
        die(r->name, arena_print(&r->mem, "no sentence begins with: %.*s", STR_ARG(cells[7])).data);
    r->listed[s] = true;
    const claim_link *found = NULL;
    bool turned = false;
    size_t number = 0;
    for (size_t i = 0; i < r->map->links.count && (!found || turned); i++)
        for (size_t k = 0; k < r->map->links.items[i].evidence.count; k++) {
            const evidence *e = &r->map->links.items[i].evidence.items[k];
            bool straight = covers(source, e->source) && covers(target, e->target), round = covers(source, e->target) && covers(target, e->source);
            if (e->sentence != s || !(straight || round) || (found && !straight))
                continue;
            found = &r->map->links.items[i];
            turned = !straight;
            number = first[i] + k;
        }
    r->n->links++;
    if (found) {
        matched[number] = true;
        r->n->found++;
        r->n->turned += turned;
        r->n->relation += is_name(relation_name(found->relation), cells[3]);
        r->n->polarity += is_name(polarity_name(found->polarity), cells[4]);
        r->n->certainty += is_name(certainty_name(found->certainty), cells[5]);
    }
    if (r->each)
        printf("%s\ts%u\t%.*s -> %.*s (%.*s)\n", found ? turned ? "TURNED" : "ok" : "MISSED", s + 1, STR_ARG(cells[1]), STR_ARG(cells[2]), STR_ARG(cells[6]));
}

static void read_none(reading *r, str first_words) {
    uint32_t s = sentence_of(r, first_words);
    bool silent = true;
    for (size_t i = 0; i < r->map->links.count; i++)
        for (size_t k = 0; k < r->map->links.items[i].evidence.count; k++)
            silent &= s == NONE || r->map->links.items[i].evidence.items[k].sentence != s;
    r->n->none++;
    r->n->silent += silent;
    if (r->each && !silent)
        printf("SPOKE\ts%u\t%.*s\n", s + 1, STR_ARG(first_words));
}

static void score(reading *r, FILE *in) {
    enum { CELLS = 8 };
    const hence_map *map = r->map;
    size_t *first = arena_new(&r->mem, size_t, map->links.count + 1); /* of each link's evidence, in `matched` */
    for (size_t i = 0; first && i < map->links.count; i++)
        first[i + 1] = first[i] + map->links.items[i].evidence.count;
    bool *matched = first ? arena_new(&r->mem, bool, first[map->links.count] + 1) : NULL;
    r->listed = arena_new(&r->mem, bool, map->text.sentences.count + 1);
    char *line = NULL;
    size_t room = 0;
    if (!matched || !r->listed)
        die(r->name, "memory ended");
    for (ssize_t length; (length = getline(&line, &room, in)) > 0;) {
        str rest = arena_copy(&r->mem, str_trim((str){line, (size_t)length})), cells[CELLS] = {{0}};
        for (size_t i = 0; i < CELLS && rest.len; i++)
            str_cut(rest, '\t', &cells[i], &rest);
        if (str_equal(cells[0], str_of("claim")))
            read_claim(r, cells[1], cells[3]);
        else if (str_equal(cells[0], str_of("link")))
            read_link(r, cells, matched, first);
        else if (str_equal(cells[0], str_of("none")))
            read_none(r, cells[1]);
        else if (cells[0].len && cells[0].data[0] != '#')
            die(r->name, "a row of an unknown kind");
    }
    free(line);
    for (size_t i = 0; i < map->links.count; i++)
        for (size_t k = 0; k < map->links.items[i].evidence.count; k++) {
            const evidence *e = &map->links.items[i].evidence.items[k];
            if (!r->listed[e->sentence])
                continue;
            r->n->given++;
            r->n->matched += matched[first[i] + k];
            if (r->each && !matched[first[i] + k]) {
                str s = document_str(map->document, e->source), t = document_str(map->document, e->target);
                printf("EXTRA\ts%u\t%.*s -> %.*s\n", e->sentence + 1, STR_ARG(s), STR_ARG(t));
            }
        }
}

static void score_essay(const char *path, const hence_lexicon *lexicon, bool each, totals *n) {
    hence_error err = {0};
    hence_document *d = hence_document_open(path, &err);
    reading r = {.name = path, .map = d ? hence_map_build(d, lexicon, NULL, &err) : NULL, .each = each, .n = n};
    size_t stem = strlen(path) > 4 ? strlen(path) - 4 : 0;
    str beside = arena_print(&r.mem, "%.*s.expected.tsv", (int)stem, path);
    FILE *in = r.map && beside.data ? fopen(beside.data, "r") : NULL;
    if (!in)
        die(path, r.map ? "no list of expectations beside it" : err.text);
    score(&r, in);
    fclose(in);
    arena_free(&r.mem);
    hence_document_free(d);
}

static void print(const char *measure, size_t part, size_t whole) {
    printf("essays.%s\t%.4f\n", measure, whole ? (double)part / (double)whole : 0);
}

int main(int argc, char **argv) {
    hence_error err = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    bool each = argc > 1 && strcmp(argv[1], "--each") == 0;
    totals n = {0};
    if (!lexicon)
        die("lexicon", err.text);
    for (int i = 1 + each; i < argc; i++)
        score_essay(argv[i], lexicon, each, &n);
    print("r", n.found, n.links);
    print("listed.p", n.matched, n.given);
    print("direction", n.found - n.turned, n.found);
    print("relation", n.relation, n.found);
    print("polarity", n.polarity, n.found);
    print("certainty", n.certainty, n.found);
    print("silent", n.silent, n.none);
    hence_lexicon_free(lexicon);
    return 0;
}
