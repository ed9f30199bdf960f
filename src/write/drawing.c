#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "write/label.h"
#include "write/look.h"
#include "write/write.h"

enum { LABEL_WIDTH = 24, LABEL_MOST = 160, TOOLTIP_MOST = 400 };

/* Time to lay out grows with the square of the boxes and more: a second for 300, a minute for 1,000. Above this many the work is cut: no words on
 * arrows (each is a box to the layout), straight lines, and bounded rounds of the network simplex and of crossing reduction. */
enum { LARGE = 300 };

/* libcgraph copies strings that it takes as `char *`. */
static void set(void *object, const char *name, const char *value) {
    agsafeset(object, (char *)name, (char *)value, "");
}

static void set_buf(void *object, const char *name, buf *value) {
    set(object, name, value->data ? value->data : "");
    buf_clear(value);
}

/* Two buffers, reused for every attribute. */
typedef struct {
    const hence_map *map;
    const hence_write_options *options;
    bool large;
    buf plain, out;
} artist;

static void escape_plain(artist *a) {
    label_escape(&a->out, buf_str(&a->plain));
    buf_clear(&a->plain);
}

/* "s5: the sentence", with what was read in another order where that is asked for. */
static void tooltip(artist *a, uint32_t index) {
    const text *t = &a->map->text;
    buf_print(&a->plain, "s%u: ", index + 1);
    label_plain(&a->plain, document_str(a->map->document, t->sentences.items[index].span), TOOLTIP_MOST);
    for (size_t i = 0; a->options && a->options->repairs && i < t->repairs.count; i++)
        if (t->repairs.items[i].sentence == index) {
            buf_text(&a->plain, " [read: ");
            label_plain(&a->plain, t->repairs.items[i].reading, TOOLTIP_MOST);
            buf_text(&a->plain, "]");
        }
}

/* The words of the longest mention that a box can hold. */
static str full_label(const hence_map *map, const claim *c) {
    str best = c->label;
    size_t longest = 0;
    for (size_t i = 0; i < c->mentions.count; i++) {
        str words = document_str(map->document, c->mentions.items[i].span);
        if (words.len > longest && words.len <= LABEL_MOST) {
            best = words;
            longest = words.len;
        }
    }
    return best;
}

static void dress_claim(artist *a, Agnode_t *node, size_t index) {
    const claim *c = &a->map->claims.items[index];
    const claim_look *look = look_of_claim(c->role);
    bool thesis = a->map->thesis == index;
    buf_print(&a->out, "c%zu", index + 1);
    set_buf(node, "id", &a->out);
    buf_print(&a->out, "claim %s%s", claim_role_name(c->role), thesis ? " thesis" : "");
    set_buf(node, "class", &a->out);
    buf label = {0};
    label_plain(&label, a->options && a->options->full_labels ? full_label(a->map, c) : c->label, LABEL_MOST);
    label_wrap(&a->plain, buf_str(&label), LABEL_WIDTH);
    a->plain.failed |= label.failed;
    buf_free(&label);
    escape_plain(a);
    set_buf(node, "label", &a->out);
    set(node, "style", look->style);
    if (look->fill[0])
        set(node, "fillcolor", look->fill);
    set(node, "color", look->line);
    set(node, "penwidth", thesis ? "2.5" : look->width);
    if (look->peripheries[0] != '1')
        set(node, "peripheries", look->peripheries);
    if (c->mentions.count) {
        const mention *m = &c->mentions.items[0];
        if (m->attribution.len) {
            label_plain(&a->plain, m->attribution, 80);
            buf_text(&a->plain, ", ");
        }
        tooltip(a, m->sentence);
        if (c->mentions.count > 1)
            buf_print(&a->plain, " (and %zu more)", c->mentions.count - 1);
        escape_plain(a);
        set_buf(node, "tooltip", &a->out);
        str source = a->map->document->source;
        if (source.len && !str_equal(source, str_of("-"))) {
            hence_span at = document_points(a->map->document, m->span);
            label_uri(&a->out, source);
            buf_print(&a->out, "#char=%zu,%zu", at.start, at.end);
            set_buf(node, "URL", &a->out);
        }
    }
}

static void dress_link(artist *a, Agedge_t *edge, size_t index) {
    const claim_link *l = &a->map->links.items[index];
    const link_look *look = look_of_link(l->relation, l->polarity);
    const certainty_look *line = look_of_certainty(l->certainty);
    const char *polarity_class = polarity_name(l->polarity), *sign = look_sign(l->polarity);
    buf_print(&a->out, "l%zu", index + 1);
    set_buf(edge, "id", &a->out);
    buf_print(&a->out, "link %s %s%s%s", relation_name(l->relation), polarity_class ? polarity_class : "",
              polarity_class ? " " : "", certainty_name(l->certainty));
    set_buf(edge, "class", &a->out);
    buf words = {0};
    if (l->certainty == CERTAINTY_DENIED)
        buf_text(&words, "not: ");
    link_marker(a->map, l, &words);
    if (sign[0])
        buf_print(&words, "%s(%s)", words.len && words.data[words.len - 1] != ' ' ? " " : "", sign);
    if (words.len)
        buf_char(&a->plain, ' '); /* a little off the line */
    label_wrap(&a->plain, buf_str(&words), LABEL_WIDTH);
    a->plain.failed |= words.failed;
    buf_free(&words);
    escape_plain(a);
    if (a->out.len && !a->large)
        set(edge, "label", a->out.data);
    buf_clear(&a->out);
    set(edge, "color", look->colour);
    set(edge, "fontcolor", look->colour);
    if (l->less && !a->large)
        set(edge, "taillabel", "less");
    set(edge, "arrowhead", look->arrowhead);
    set(edge, "style", line->style);
    set(edge, "penwidth", line->width);
    if (l->evidence.count) {
        tooltip(a, l->evidence.items[0].sentence);
        escape_plain(a);
        set(edge, "labeltooltip", a->out.data);
        set_buf(edge, "edgetooltip", &a->out);
    }
}

/* A thin line without a head: what one box says names the other. */
static void dress_kin(artist *a, Agedge_t *edge, const kinship *k) {
    set(edge, "class", "kin");
    set(edge, "arrowhead", "none");
    set(edge, "color", LOOK_KIN);
    set(edge, "style", "dotted");
    label_plain(&a->plain, document_str(a->map->document, k->span), TOOLTIP_MOST);
    buf_text(&a->plain, ": named in both");
    escape_plain(a);
    set_buf(edge, "edgetooltip", &a->out);
}

/* Whether the drawing is read better from left to right than from top to bottom: compares the boxes on the longest path with those on the
 * fullest rank. */
static bool runs_right(const hence_map *map, const selection *shown) {
    /* A box is three times as wide as high, and an arrow carries a word. Longest paths by relaxing at most eight times: deeper maps are
     * deep either way, and a cycle can't run for ever. */
    enum { DEEPEST = 8 };
    size_t fullest = 0, ranks[DEEPEST + 1] = {0};
    uint8_t *rank = calloc(map->claims.count + 1, 1);
    if (!rank)
        return true;
    bool moved = true;
    for (int round = 0; moved && round < DEEPEST; round++) {
        moved = false;
        for (size_t i = 0; i < map->links.count; i++) {
            const claim_link *l = &map->links.items[i];
            if (shown->links[i] && rank[l->target] <= rank[l->source] && rank[l->source] < DEEPEST) {
                rank[l->target] = (uint8_t)(rank[l->source] + 1);
                moved = true;
            }
        }
    }
    size_t deepest = 0;
    for (size_t i = 0; i < map->claims.count; i++)
        if (shown->claims[i]) {
            size_t full = ++ranks[rank[i]];
            fullest = full > fullest ? full : fullest;
            deepest = rank[i] > deepest ? rank[i] : deepest;
        }
    free(rank);
    return fullest * 2 > deepest + 1;
}

static void dress_graph(artist *a, Agraph_t *g, const selection *shown) {
    static const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {
        {AGRAPH, "id", "hence"},
        {AGRAPH, "class", "hence"},
        {AGRAPH, "charset", "UTF-8"},
        {AGRAPH, "linelength", "0"}, /* no line breaks inside strings of the DOT file */
        {AGRAPH, "fontname", "Helvetica,Arial,sans-serif"},
        {AGRAPH, "labelloc", "t"},
        {AGRAPH, "labeljust", "l"},
        {AGRAPH, "bgcolor", "white"},
        {AGRAPH, "pad", "0.2"},
        {AGRAPH, "nodesep", "0.2"},
        {AGRAPH, "ranksep", "0.45"},
        {AGNODE, "shape", "box"},
        {AGNODE, "fontname", "Helvetica,Arial,sans-serif"},
        {AGNODE, "fontsize", "12"},
        {AGNODE, "height", "0.4"},
        {AGNODE, "margin", "0.12,0.06"},
        {AGEDGE, "fontname", "Helvetica,Arial,sans-serif"},
        {AGEDGE, "fontsize", "10"},
        {AGEDGE, "labelfontname", "Helvetica,Arial,sans-serif"},
        {AGEDGE, "labelfontsize", "10"},
        {AGEDGE, "labeldistance", "1.8"},
        {AGEDGE, "arrowsize", "0.8"},
    };
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        agattr(g, defaults[i].kind, (char *)defaults[i].name, (char *)defaults[i].value);
    static const char *const cuts[][2] = {{"splines", "line"}, {"nslimit", "1"}, {"nslimit1", "1"}, {"mclimit", "0.1"}};
    for (size_t i = 0; a->large && i < sizeof cuts / sizeof *cuts; i++)
        set(g, cuts[i][0], cuts[i][1]);
    set(g, "rankdir", runs_right(a->map, shown) ? "LR" : "TB");
    map_title(a->map, &a->plain);
    escape_plain(a);
    set_buf(g, "tooltip", &a->out);
    look_legend(a->map, shown, a->options, &a->out);
    if (a->out.data) {
        char *html = agstrdup_html(g, a->out.data);
        set(g, "label", html);
        agstrfree(g, html);
        buf_clear(&a->out);
    }
}

/* The paragraph that is the heading above the claim's first mention, or NONE. */
static uint32_t heading_of(const hence_map *map, const claim *c) {
    const text *t = &map->text;
    if (!c->mentions.count || c->mentions.items[0].sentence >= t->sentences.count)
        return NONE;
    for (uint32_t p = t->sentences.items[c->mentions.items[0].sentence].paragraph; p-- > 0;)
        if (t->paragraphs.items[p].kind == PARAGRAPH_HEADING)
            return p;
    return NONE;
}

/* Puts the box into the frame of its section. */
static bool frame(artist *a, Agraph_t *g, Agnode_t *node, uint32_t heading) {
    buf_print(&a->plain, "cluster_p%u", heading + 1);
    Agraph_t *section = a->plain.failed ? NULL : agsubg(g, a->plain.data, 0);
    bool fresh = !section;
    if (fresh && !a->plain.failed)
        section = agsubg(g, a->plain.data, 1);
    buf_clear(&a->plain);
    if (!section || !agsubnode(section, node, 1))
        return false;
    if (!fresh)
        return true;
    buf_print(&a->out, "p%u", heading + 1);
    set_buf(section, "id", &a->out);
    set(section, "class", "section");
    buf words = {0};
    label_plain(&words, document_str(a->map->document, a->map->text.paragraphs.items[heading].span), LABEL_MOST);
    label_wrap(&a->plain, buf_str(&words), 2 * LABEL_WIDTH);
    a->plain.failed |= words.failed;
    buf_free(&words);
    escape_plain(a);
    set(section, "tooltip", a->out.data ? a->out.data : "");
    set_buf(section, "label", &a->out);
    set(section, "style", "rounded");
    set(section, "color", "#999999");
    set(section, "fontsize", "12");
    return true;
}

Agraph_t *drawing_build(const hence_map *map, const selection *shown, const hence_write_options *options) {
    artist a = {.map = map, .options = options, .large = shown->claim_count > LARGE};
    Agnode_t **nodes = calloc(map->claims.count + 1, sizeof *nodes);
    Agraph_t *g = agopen((char *)"hence", Agdirected, NULL);
    bool failed = !nodes || !g;
    if (!failed)
        dress_graph(&a, g, shown);
    char name[24];
    bool sections = options && options->sections, upward = runs_right(map, shown); /* dot sets what comes first at the bottom there */
    for (size_t n = 0; !failed && n < map->claims.count; n++) {
        size_t i = upward ? map->claims.count - 1 - n : n;
        if (shown->claims[i]) {
            snprintf(name, sizeof name, "c%zu", i + 1);
            if ((nodes[i] = agnode(g, name, 1)))
                dress_claim(&a, nodes[i], i);
            failed = !nodes[i];
            uint32_t heading = sections ? heading_of(map, &map->claims.items[i]) : NONE;
            if (!failed && heading != NONE)
                failed = !frame(&a, g, nodes[i], heading);
        }
    }
    for (size_t i = 0; !failed && i < map->links.count; i++)
        if (shown->links[i]) {
            const claim_link *l = &map->links.items[i];
            snprintf(name, sizeof name, "l%zu", i + 1);
            Agedge_t *edge = agedge(g, nodes[l->source], nodes[l->target], name, 1);
            if (edge)
                dress_link(&a, edge, i);
            failed = !edge;
        }
    for (size_t i = 0; !failed && i < map->kin.count; i++) {
        const kinship *k = &map->kin.items[i];
        if (shown->claims[k->whole] && shown->claims[k->named]) {
            snprintf(name, sizeof name, "k%zu", i + 1);
            Agedge_t *edge = agedge(g, nodes[k->named], nodes[k->whole], name, 1);
            if (edge)
                dress_kin(&a, edge, k);
            failed = !edge;
        }
    }
    failed |= a.plain.failed || a.out.failed;
    buf_free(&a.plain);
    buf_free(&a.out);
    free(nodes);
    if (failed && g) {
        agclose(g);
        g = NULL;
    }
    return g;
}
