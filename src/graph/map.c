#include <config.h>

#include "graph/map.h"

#include <stdlib.h>
#include <strings.h>

#include "base/error.h"
#include "clause/argument.h"
#include "graph/claims.h"
#include "graph/kin.h"
#include "graph/rank.h"
#include "graph/thesis.h"
#include "syntax/syntax.h"

/* Clause units tile the words of each sentence; a unit begins where syntax says so. */
static int find_units(arena *mem, hence_map *map) {
    const text *t = &map->text;
    for (uint32_t s = 0; s < t->sentences.count; s++) {
        const sentence *sent = &t->sentences.items[s];
        unit *open = NULL;
        uint32_t reached = sent->span.start;
        for (uint32_t i = 0; i < sent->token_count; i++) {
            const token *k = &t->tokens.items[sent->first_token + i];
            bool begins = !open || (k->unit && k->span.start >= reached && k->span.start > open->span.start);
            if (begins) {
                unit *u = LIST_PUSH(mem, &map->units);
                if (!u)
                    return -1;
                open = u;
                *u = (unit){s, {k->span.start > reached || i == 0 ? k->span.start : reached, k->span.end}};
                if (i == 0)
                    u->span.start = sent->span.start;
            }
            if (k->span.end > open->span.end)
                open->span.end = k->span.end;
            reached = open->span.end;
        }
    }
    return 0;
}

/* Cuts the marker off the edges of a span: in a text with swapped words it may have come to stand there. */
static span without_marker(const hence_map *map, uint32_t marker_at, span s) {
    if (marker_at == NONE)
        return s;
    const marker *m = &map->markers.items[marker_at];
    str text = map->document->text;
    for (bool cut = true; cut && s.start < s.end;) {
        cut = false;
        for (uint8_t i = 0; i < m->span_count; i++) {
            span k = m->spans[i];
            if (k.start <= s.start && s.start < k.end) {
                s.start = k.end < s.end ? k.end : s.end;
                cut = true;
            }
            if (k.start < s.end && s.end <= k.end) {
                s.end = k.start > s.start ? k.start : s.start;
                cut = true;
            }
        }
        while (s.start < s.end && (text.data[s.start] == ' ' || text.data[s.start] == '\n' || text.data[s.start] == '\r'))
            s.start++, cut = true;
        while (s.end > s.start && (text.data[s.end - 1] == ' ' || text.data[s.end - 1] == '\n' || text.data[s.end - 1] == '\r'))
            s.end--, cut = true;
    }
    return s;
}

typedef struct {
    uint32_t source, target, link; /* link is one more than its index; 0: free */
    relation relation;
    polarity polarity;
    bool less, denied;
} link_key;

static uint32_t key_hash(const link_key *k) {
    uint32_t h = k->source * 2654435761u ^ k->target * 2246822519u;
    return h ^ (h >> 15) ^ ((uint32_t)k->relation << 3) ^ ((uint32_t)k->polarity << 1) ^ (uint32_t)k->denied ^ ((uint32_t)k->less << 7);
}

static int by_place(const void *x, const void *y) {
    const evidence *a = x, *b = y;
    if (a->sentence != b->sentence)
        return a->sentence < b->sentence ? -1 : 1;
    if (a->source.start != b->source.start)
        return a->source.start < b->source.start ? -1 : 1;
    return (a->target.start > b->target.start) - (a->target.start < b->target.start);
}

static int find_links(arena *mem, arena *scratch, const analysis *a, const uint32_t *sides, hence_map *map) {
    size_t size = 16;
    while (size < 2 * a->out.count)
        size *= 2;
    link_key *table = arena_new(scratch, link_key, size);
    if (!table)
        return -1;
    for (size_t i = 0; i < a->out.count; i++) {
        const argument *arg = &a->out.items[i];
        link_key k = {sides[2 * i], sides[2 * i + 1], 0, arg->relation, arg->polarity, arg->source.reduced, arg->certainty == CERTAINTY_DENIED};
        evidence e = {.sentence = arg->marker == NONE ? arg->target.sentence : map->markers.items[arg->marker].sentence, .marker = arg->marker, .certainty = arg->certainty, .why = arg->why};
        e.source = without_marker(map, arg->marker, tree_span(&a->trees[arg->source.sentence], arg->source.span));
        e.target = without_marker(map, arg->marker, tree_span(&a->trees[arg->target.sentence], arg->target.span));
        if (k.source == k.target || e.source.start == e.source.end || e.target.start == e.target.end)
            continue;
        size_t at = key_hash(&k) & (size - 1);
        while (table[at].link && !(table[at].source == k.source && table[at].target == k.target && table[at].relation == k.relation &&
                                   table[at].polarity == k.polarity && table[at].less == k.less && table[at].denied == k.denied))
            at = (at + 1) & (size - 1);
        claim_link *l;
        if (table[at].link) {
            l = &map->links.items[table[at].link - 1];
            l->certainty = arg->certainty < l->certainty ? arg->certainty : l->certainty;
        } else {
            l = LIST_PUSH(mem, &map->links);
            if (!l)
                return -1;
            k.link = (uint32_t)map->links.count;
            table[at] = k;
            *l = (claim_link){.source = k.source, .target = k.target, .relation = k.relation, .polarity = k.polarity, .less = k.less, .certainty = arg->certainty};
        }
        evidence *fresh = LIST_PUSH(mem, &l->evidence);
        if (!fresh)
            return -1;
        *fresh = e;
    }
    for (size_t i = 0; i < map->links.count; i++) /* connectives were resolved before cues */
        qsort(map->links.items[i].evidence.items, map->links.items[i].evidence.count, sizeof(evidence), by_place);
    return 0;
}

/* BCP 47: case says nothing, a region may follow. */
static bool speaks_english(const char *tag) {
    return strncasecmp(tag, "en", 2) == 0 && (!tag[2] || tag[2] == '-');
}

hence_map *hence_map_build(hence_document *document, const hence_lexicon *lexicon, const hence_options *options, hence_error *err) {
    static const hence_options defaults = {0};
    const hence_options *o = options ? options : &defaults;
    if (o->language && !speaks_english(o->language)) {
        error_set(err, HENCE_EUSAGE, (str){0}, 0, 0, "language %s is not known: there is a lexicon for en", o->language);
        return NULL;
    }
    arena *mem = &document->mem, scratch = {0};
    analysis a;
    argument_side thesis;
    uint32_t *sides;
    stemmer *stems = NULL;
    hence_map *map = arena_new(mem, hence_map, 1), *result = NULL;
    const syntax_models *models = syntax_models_builtin(err);
    if (!map) {
        error_memory(err);
        return NULL;
    }
    if (!models)
        return NULL;
    map->document = document;
    map->lexicon = lexicon;
    map->thesis = NONE;
    if (text_read(mem, document, lexicon, !o->no_repair, &map->text, err) < 0 || syntax_analyse(models, &map->text, err) < 0 ||
        marker_find(mem, &map->text, lexicon, &map->markers, err) < 0)
        goto done;
    if (argument_find(&scratch, &map->text, lexicon, &map->markers, &a, err) < 0)
        goto done;
    stems = stemmer_new(lexicon, err);
    if (!stems)
        goto done;
    bool argues = thesis_find(&a, &scratch, &thesis);
    if (find_units(mem, map) < 0 || claims_gather(mem, &scratch, &a, stems, o->merge, argues ? &thesis : NULL, map, &sides) < 0 ||
        find_links(mem, &scratch, &a, sides, map) < 0 || (o->merge != HENCE_MERGE_NONE && kin_find(mem, &scratch, &a, stems, map) < 0) || rank_map(&scratch, map) < 0) {
        error_memory(err);
        goto done;
    }
    result = map;
done:
    stemmer_free(stems);
    arena_free(&scratch);
    return result;
}
