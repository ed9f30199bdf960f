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

static void dress_claim(artist *a, Agnode_t *node, size_t index) {
    const claim *c = &a->map->claims.items[index];
    const claim_look *look = look_of_claim(c->role);
    bool thesis = a->map->thesis == index;
    buf_print(&a->out, "c%zu", index + 1);
    set_buf(node, "id", &a->out);
    buf_print(&a->out, "claim %s%s", claim_role_name(c->role), thesis ? " thesis" : "");
    set_buf(node, "class", &a->out);
    buf label = {0};
    label_plain(&label, c->label, LABEL_MOST);
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

static void dress_graph(artist *a, Agraph_t *g, const backbone *shown) {
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
        {AGEDGE, "arrowsize", "0.8"},
    };
    for (size_t i = 0; i < sizeof defaults / sizeof *defaults; i++)
        agattr(g, defaults[i].kind, (char *)defaults[i].name, (char *)defaults[i].value);
    static const char *const cuts[][2] = {{"splines", "line"}, {"nslimit", "1"}, {"nslimit1", "1"}, {"mclimit", "0.1"}};
    for (size_t i = 0; a->large && i < sizeof cuts / sizeof *cuts; i++)
        set(g, cuts[i][0], cuts[i][1]);
    set(g, "rankdir", backbone_runs_right(a->map, shown) ? "LR" : "TB");
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

Agraph_t *drawing_build(const hence_map *map, const backbone *shown, const hence_write_options *options) {
    artist a = {.map = map, .options = options, .large = shown->claim_count > LARGE};
    Agnode_t **nodes = calloc(map->claims.count + 1, sizeof *nodes);
    Agraph_t *g = agopen((char *)"hence", Agdirected, NULL);
    bool failed = !nodes || !g;
    if (!failed)
        dress_graph(&a, g, shown);
    char name[24];
    for (size_t i = 0; !failed && i < map->claims.count; i++)
        if (shown->claims[i]) {
            snprintf(name, sizeof name, "c%zu", i + 1);
            if ((nodes[i] = agnode(g, name, 1)))
                dress_claim(&a, nodes[i], i);
            failed = !nodes[i];
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
