#include <config.h>

#include <stdlib.h>

#include "base/error.h"
#include "graph/cycle.h"
#include "write/label.h"
#include "write/words.h"
#include "write/write.h"

/* Levels that are indented: deeper ones say how deep they are. Steps of a circle that are told. */
enum { LEVELS = 12, ROUND = 12, QUOTED = 160 };

typedef enum { UNTOLD, OPEN, TOLD } progress;

typedef struct {
    uint32_t claim, next; /* the next of the links that lead to it */
} level;

typedef struct {
    const hence_map *map;
    const selection *shown;
    size_t width;
    buf plain, *out;
    arena mem;
    uint32_t *first, *in; /* the shown links that lead to claim c: in[first[c]] .. in[first[c + 1] - 1] */
    uint32_t *order;      /* shown claims, conclusions first, then by weight */
    uint8_t *told;        /* progress, by claim */
    bool *leads;          /* has a shown link out */
    level *stack;
} teller;

static void line(teller *t, size_t depth) {
    size_t indent = 2 * (depth < LEVELS ? depth : LEVELS);
    words_paragraph(t->out, buf_str(&t->plain), indent, indent + 2, t->width);
    t->out->failed |= t->plain.failed;
    buf_clear(&t->plain);
}

static int read_links(teller *t) {
    const hence_map *map = t->map;
    size_t claims = map->claims.count, links = map->links.count;
    t->first = arena_new(&t->mem, uint32_t, claims + 2);
    t->in = arena_new(&t->mem, uint32_t, links);
    t->order = arena_new(&t->mem, uint32_t, claims);
    t->told = arena_new(&t->mem, uint8_t, claims);
    t->leads = arena_new(&t->mem, bool, claims);
    t->stack = arena_new(&t->mem, level, claims);
    if (!t->first || !t->in || !t->order || !t->told || !t->leads || !t->stack)
        return -1;
    for (size_t i = 0; i < links; i++)
        if (t->shown->links[i]) {
            t->first[map->links.items[i].target + 2]++;
            t->leads[map->links.items[i].source] = true;
        }
    for (size_t c = 0; c < claims; c++)
        t->first[c + 2] += t->first[c + 1];
    for (uint32_t i = 0; i < links; i++)
        if (t->shown->links[i])
            t->in[t->first[map->links.items[i].target + 1]++] = i;
    return 0;
}

typedef struct {
    uint32_t claim;
    uint8_t kind; /* 0 the thesis, 1 a conclusion, 2 in between, 3 without links */
    double weight;
} root;

static int by_rank(const void *x, const void *y) {
    const root *a = x, *b = y;
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->claim < b->claim ? -1 : 1;
}

/* Where to begin: gives how many claims there are in t->order. */
static size_t rank_roots(teller *t) {
    size_t count = 0;
    root *roots = arena_new(&t->mem, root, t->map->claims.count);
    if (!roots)
        return 0;
    for (uint32_t c = 0; c < t->map->claims.count; c++)
        if (t->shown->claims[c]) {
            bool linked = t->leads[c] || t->first[c] < t->first[c + 1];
            uint8_t kind = !linked ? 3 : c == t->map->thesis ? 0 : t->leads[c] ? 2 : 1;
            roots[count++] = (root){c, kind, t->map->claims.items[c].weight};
        }
    if (count)
        qsort(roots, count, sizeof *roots, by_rank);
    for (size_t i = 0; i < count; i++)
        t->order[i] = roots[i].claim;
    return count;
}

static void tell_root(teller *t, uint32_t c) {
    const claim *one = &t->map->claims.items[c];
    buf_char(t->out, '\n');
    label_plain(&t->plain, one->label, QUOTED);
    if (one->mentions.count) {
        buf_text(&t->plain, " [");
        words_mentions(&t->plain, one);
        buf_char(&t->plain, ']');
    }
    if (c == t->map->thesis)
        buf_text(&t->plain, ": what the text argues for");
    line(t, 0);
}

/* possibly increased by: new hiring [“may raise”, s4] */
static void tell_link(teller *t, const claim_link *l, size_t depth) {
    bool leaf = t->first[l->source] == t->first[l->source + 1];
    if (depth > LEVELS)
        buf_print(&t->plain, "(level %zu) ", depth);
    words_passive(&t->plain, l);
    buf_text(&t->plain, ": ");
    label_plain(&t->plain, t->map->claims.items[l->source].label, QUOTED);
    buf_text(&t->plain, " [");
    for (size_t i = 0; i < l->evidence.count; i++)
        if (l->evidence.items[i].marker != NONE) {
            words_marker(&t->plain, t->map, l->evidence.items[i].marker);
            buf_text(&t->plain, ", ");
            break;
        }
    words_sentences(&t->plain, l);
    buf_char(&t->plain, ']');
    if (t->told[l->source] == OPEN)
        buf_text(&t->plain, ", which goes round to above");
    else if (t->told[l->source] == TOLD && !leaf)
        buf_text(&t->plain, ", see above");
    line(t, depth);
}

/* What leads to a claim, each claim once; without recursion, for maps may be as deep as texts are long. */
static void tell(teller *t, uint32_t from) {
    size_t depth = 0;
    tell_root(t, from);
    t->told[from] = OPEN;
    t->stack[depth++] = (level){from, t->first[from]};
    while (depth) {
        level *top = &t->stack[depth - 1];
        if (top->next == t->first[top->claim + 1]) {
            t->told[top->claim] = TOLD;
            depth--;
            continue;
        }
        const claim_link *l = &t->map->links.items[t->in[top->next++]];
        tell_link(t, l, depth);
        if (t->told[l->source] == UNTOLD) {
            t->told[l->source] = OPEN;
            t->stack[depth++] = (level){l->source, t->first[l->source]};
        }
    }
}

static int tell_cycles(teller *t, hence_error *err) {
    cycle_list cycles;
    bool headed = false;
    if (cycle_find(&t->mem, t->map, &cycles, err) != 0)
        return -1;
    for (size_t i = 0; i < cycles.count; i++) {
        const cycle *c = &cycles.items[i];
        bool all = true;
        for (size_t k = 0; k < c->count; k++)
            all &= t->shown->links[c->links[k]];
        if (!all)
            continue;
        if (!headed)
            buf_text(t->out, "\nGoes round\n");
        headed = true;
        for (size_t k = 0; k < c->count; k++) {
            if (k == ROUND && c->count > ROUND + 1) {
                buf_print(&t->plain, ", which leads on over %zu more", c->count - 1 - k);
                k = c->count - 1;
            }
            words_step(&t->plain, t->map, &t->map->links.items[c->links[k]], k);
        }
        buf_char(&t->plain, '.');
        if (c->knot > c->count)
            buf_print(&t->plain, " In all %zu claims lead round to themselves here.", c->knot);
        line(t, 1);
    }
    return 0;
}

static void tell_head(teller *t) {
    map_title(t->map, &t->plain);
    line(t, 0);
    size_t claims = t->shown->claim_count, links = t->shown->link_count;
    if (!t->map->claims.count)
        buf_text(&t->plain, "No claims found.");
    else {
        buf_print(&t->plain, "%zu claim%s, %zu link%s", claims, claims == 1 ? "" : "s", links, links == 1 ? "" : "s");
        if (claims < t->map->claims.count)
            buf_print(&t->plain, " of %zu and %zu", t->map->claims.count, t->map->links.count);
        buf_char(&t->plain, '.');
    }
    line(t, 0);
}

int write_outline(const hence_map *map, const hence_write_options *options, buf *out, hence_error *err) {
    hence_write_options o = options ? *options : (hence_write_options){0};
    selection shown;
    o.all |= !o.max_claims; /* paper is patient: a list needs no backbone */
    if (select_claims(map, &o, &shown, err) != 0)
        return -1;
    teller t = {.map = map, .shown = &shown, .width = o.width, .out = out};
    int result = -1;
    if (read_links(&t) < 0) {
        error_memory(err);
        goto done;
    }
    size_t count = rank_roots(&t);
    if (!count && shown.claim_count) {
        error_memory(err);
        goto done;
    }
    tell_head(&t);
    for (size_t i = 0; i < count; i++)
        if (t.told[t.order[i]] == UNTOLD)
            tell(&t, t.order[i]);
    result = tell_cycles(&t, err);
    if (result == 0 && (t.plain.failed || out->failed))
        result = error_memory(err);
done:
    buf_free(&t.plain);
    arena_free(&t.mem);
    selection_free(&shown);
    return result;
}
