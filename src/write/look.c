#include <config.h>

#include "write/look.h"

#include "write/label.h"
#include "write/write.h"

#define MINUS "\xE2\x88\x92"
#define LINE "\xE2\x80\x94" /* em dash */
#define DASH "\xE2\x80\x93" /* en dash */
#define DOT "\xC2\xB7"

static const claim_look claim_looks[] = {
    [ROLE_ISOLATED] = {"rounded,dotted", "", "#555555", "1", "1"},
    [ROLE_PREMISE] = {"rounded,filled", "#E7F1F8", "#333333", "1", "1"},
    [ROLE_INTERMEDIATE] = {"filled", "#F5F5F5", "#333333", "1", "1"},
    [ROLE_CONCLUSION] = {"filled", "#FFF4CC", "#000000", "1.4", "2"},
};

enum { LOOK_NEUTRAL, LOOK_INCREASE, LOOK_DECREASE, LOOK_SUPPORT, LOOK_ATTACK, LOOK_CONDITION, LOOK_DETAIL, LOOK_TOGETHER, LOOKS };

static const link_look link_looks[LOOKS] = {
    [LOOK_NEUTRAL] = {"#333333", "normal", "\xE2\x94\x80\xE2\x96\xB6", "leads to"},
    [LOOK_INCREASE] = {"#0072B2", "normal", "\xE2\x94\x80\xE2\x96\xB6", "increases (+)"},
    [LOOK_DECREASE] = {"#D55E00", "tee", "\xE2\x94\x80\xE2\x94\xA4", "decreases (" MINUS ")"},
    [LOOK_SUPPORT] = {"#007A59", "vee", "\xE2\x94\x80\xE2\x9E\xA4", "supports"},
    [LOOK_ATTACK] = {"#A8497F", "box", "\xE2\x94\x80\xE2\x96\xA0", "counts against"},
    [LOOK_CONDITION] = {"#A86F00", "odot", "\xE2\x94\x80\xE2\x97\x8B", "is a condition of"},
    [LOOK_DETAIL] = {"#777777", "empty", "\xE2\x94\x80\xE2\x96\xB7", "spells out"},
    [LOOK_TOGETHER] = {"#555555", "none", "\xE2\x94\x80\xE2\x94\x80", "goes with"},
};

static const certainty_look certainty_looks[] = {
    [CERTAINTY_NONE] = {"solid", "1.6", LINE LINE LINE, "stated"},
    [CERTAINTY_ASSERTED] = {"solid", "1.6", LINE LINE LINE, "stated"},
    [CERTAINTY_PROBABLE] = {"dashed", "2.2", "<B>" DASH " " DASH " " DASH "</B>", "likely"},
    [CERTAINTY_POSSIBLE] = {"dashed", "1.1", DASH " " DASH " " DASH, "possible"},
    [CERTAINTY_DENIED] = {"dotted", "1.6", DOT " " DOT " " DOT " " DOT, "denied"},
};

const claim_look *look_of_claim(claim_role role) {
    return &claim_looks[role];
}

static int look_index(relation r, polarity p) {
    switch (r) {
    case RELATION_SUPPORT:
        return LOOK_SUPPORT;
    case RELATION_ATTACK:
        return LOOK_ATTACK;
    case RELATION_CONDITION:
        return LOOK_CONDITION;
    case RELATION_ELABORATION:
        return LOOK_DETAIL;
    case RELATION_CORRELATION:
        return LOOK_TOGETHER;
    default:
        return p == POLARITY_INCREASE ? LOOK_INCREASE : p == POLARITY_DECREASE ? LOOK_DECREASE : LOOK_NEUTRAL;
    }
}

const link_look *look_of_link(relation r, polarity p) {
    return &link_looks[look_index(r, p)];
}

const certainty_look *look_of_certainty(certainty c) {
    return &certainty_looks[c];
}

const char *look_sign(polarity p) {
    return p == POLARITY_INCREASE ? "+" : p == POLARITY_DECREASE ? MINUS : "";
}

static void row(buf *out, const char *size, const char *colour, str words) {
    if (!words.len)
        return;
    buf_print(out, "<TR><TD ALIGN=\"LEFT\"><FONT POINT-SIZE=\"%s\" COLOR=\"%s\">", size, colour);
    label_xml(out, words, true);
    buf_text(out, "<BR ALIGN=\"LEFT\"/></FONT></TD></TR>");
}

static void box(buf *out, claim_role role, bool thesis, const char *words) {
    const claim_look *look = &claim_looks[role];
    bool twice = look->peripheries[0] == '2';
    buf_text(out, "<TD>");
    if (twice)
        buf_text(out, "<TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"1\" CELLPADDING=\"0\"><TR><TD>");
    buf_print(out, "<TABLE BORDER=\"%d\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" STYLE=\"%s\" BGCOLOR=\"%s\">",
              thesis ? 2 : 1, look->style[0] == 'r' ? "ROUNDED" : "SOLID", look->fill);
    buf_print(out, "<TR><TD>%s</TD></TR></TABLE>", words);
    if (twice)
        buf_text(out, "</TD></TR></TABLE>");
    buf_text(out, "</TD>");
}

static void arrow(buf *out, const char *colour, const char *glyph, const char *words) {
    buf_print(out, "<TD ALIGN=\"LEFT\"><FONT COLOR=\"%s\">%s</FONT> %s&#160;&#160;</TD>", colour, glyph, words);
}

/* A grid of four columns: boxes, arrows, dashes; only what occurs. */
static void legend(const hence_map *map, const selection *shown, buf *out) {
    enum { COLUMNS = 4 };
    bool roles[4] = {false}, looks[LOOKS] = {false}, certainties[5] = {false};
    for (size_t i = 0; i < map->claims.count; i++)
        if (shown->claims[i])
            roles[map->claims.items[i].role] = true;
    for (size_t i = 0; i < map->links.count; i++)
        if (shown->links[i]) {
            const claim_link *l = &map->links.items[i];
            looks[look_index(l->relation, l->polarity)] = true;
            certainties[l->certainty == CERTAINTY_NONE ? CERTAINTY_ASSERTED : l->certainty] = true;
        }
    if (!shown->link_count)
        return;
    buf_text(out, "<TR><TD><FONT POINT-SIZE=\"9\" COLOR=\"#333333\">"
                  "<TABLE ALIGN=\"LEFT\" BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"0\"><TR>");
    if (roles[ROLE_PREMISE])
        box(out, ROLE_PREMISE, false, "premise");
    if (roles[ROLE_INTERMEDIATE])
        box(out, ROLE_INTERMEDIATE, false, "in between");
    if (roles[ROLE_CONCLUSION])
        box(out, ROLE_CONCLUSION, false, "conclusion");
    if (map->thesis != NONE && shown->claims[map->thesis])
        box(out, ROLE_INTERMEDIATE, true, "thesis");
    buf_text(out, "</TR><TR>");
    for (int i = 0, count = 0; i < LOOKS; i++)
        if (looks[i]) {
            if (count && count % COLUMNS == 0)
                buf_text(out, "</TR><TR>");
            count++;
            arrow(out, link_looks[i].colour, link_looks[i].glyph, link_looks[i].words);
        }
    for (size_t i = 0; i < map->kin.count; i++)
        if (shown->claims[map->kin.items[i].whole] && shown->claims[map->kin.items[i].named]) {
            arrow(out, LOOK_KIN, "\xC2\xB7 \xC2\xB7 \xC2\xB7 \xC2\xB7", "names the same");
            break;
        }
    int certainty_count = 0;
    for (int i = CERTAINTY_ASSERTED; i <= CERTAINTY_DENIED; i++)
        certainty_count += certainties[i];
    if (certainty_count > 1) {
        buf_text(out, "</TR><TR>");
        for (int i = CERTAINTY_ASSERTED; i <= CERTAINTY_DENIED; i++)
            if (certainties[i])
                arrow(out, "#333333", certainty_looks[i].glyph, certainty_looks[i].words);
    }
    buf_text(out, "</TR></TABLE></FONT></TD></TR>");
}

static void repairs(const hence_map *map, buf *out) {
    enum { MOST = 12 };
    size_t count = map->text.repairs.count;
    buf words = {0};
    for (size_t i = 0; i < count && i < MOST; i++) {
        const repair *r = &map->text.repairs.items[i];
        buf_print(&words, "%ss%u: \xE2\x80\x9C", i ? "\n" : "", r->sentence + 1);
        label_plain(&words, document_str(map->document, r->span), 80);
        buf_text(&words, "\xE2\x80\x9D read as \xE2\x80\x9C");
        label_plain(&words, r->reading, 80);
        buf_text(&words, "\xE2\x80\x9D");
    }
    if (count > MOST)
        buf_print(&words, "\nand %zu more places read otherwise", count - MOST);
    row(out, "9", "#555555", buf_str(&words));
    out->failed |= words.failed;
    buf_free(&words);
}

void look_legend(const hence_map *map, const selection *shown, const hence_write_options *options, buf *out) {
    buf title = {0}, lines = {0}, note = {0};
    map_title(map, &title);
    label_wrap(&lines, buf_str(&title), 60);
    map_note(map, shown, &note);
    buf_text(out, "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">");
    row(out, "16", "#000000", lines.len ? buf_str(&lines) : str_of("hence"));
    row(out, "10", "#555555", buf_str(&note));
    legend(map, shown, out);
    if (options && options->repairs)
        repairs(map, out);
    buf_text(out, "</TABLE>");
    out->failed |= title.failed || lines.failed || note.failed;
    buf_free(&title);
    buf_free(&lines);
    buf_free(&note);
}
