#include <config.h>

#include "write/reasons.h"

#include "write/label.h"
#include "write/words.h"

enum { QUOTED = 300, DEEP = 4 };

void explain_line(explainer *x, size_t indent) {
    words_paragraph(x->out, buf_str(&x->plain), indent, indent + 2, x->width);
    x->out->failed |= x->plain.failed;
    buf_clear(&x->plain);
}

static void say(explainer *x, const char *words) {
    buf_text(&x->plain, words);
}

static void quote(explainer *x, str words) {
    words_quote(&x->plain, words, QUOTED);
}

/* verbs.tsv:12 */
static void cite(explainer *x, const lexicon_entry *row) {
    buf_print(&x->plain, "%s:%u", lexicon_table_file(row->table), (unsigned)row->line);
}

/* ---- the frame of a row in words */

static const char *slot_words(frame_slot slot) {
    static const char *const words[] = {
        [SLOT_SUBJ] = "its subject, or what it is said of", [SLOT_COMP] = "what follows it", [SLOT_ACT] = "what its object is to do", [SLOT_OBJ] = "its object",
        [SLOT_OF] = "the phrase with \xE2\x80\x9Cof\xE2\x80\x9D", [SLOT_ON] = "the phrase with \xE2\x80\x9Con\xE2\x80\x9D",
        [SLOT_TO] = "the phrase with \xE2\x80\x9Cto\xE2\x80\x9D", [SLOT_FOR] = "the phrase with \xE2\x80\x9C" "for\xE2\x80\x9D",
        [SLOT_IN] = "the phrase with \xE2\x80\x9Cin\xE2\x80\x9D", [SLOT_FROM] = "the phrase with \xE2\x80\x9C" "from\xE2\x80\x9D",
        [SLOT_WITH] = "the phrase with \xE2\x80\x9Cwith\xE2\x80\x9D", [SLOT_BY] = "the phrase with \xE2\x80\x9C" "by\xE2\x80\x9D",
        [SLOT_BETWEEN] = "one of those after \xE2\x80\x9C" "between\xE2\x80\x9D"};
    return (size_t)slot < sizeof words / sizeof *words && words[slot] ? words[slot] : "an argument";
}

static const char *argument_words(frame_kind kind, frame_slot slot) {
    static const char *const words[][2] = {
        [FRAME_SUB] = {"the clause that this one belongs to", "the clause that it opens"},
        [FRAME_COORD] = {"the clause before it", "what follows it"},
        [FRAME_ADV] = {"the clause before", "the clause in which it stands"},
        [FRAME_PREP] = {"the clause that it belongs to", "the phrase after it"},
        [FRAME_GER] = {"the clause that it belongs to", "the -ing clause after it"},
        [FRAME_INF] = {"the clause that it belongs to", "the infinitive after it"},
        [FRAME_PAIR] = {"the clause after its first part", "the clause after its last part"},
        [FRAME_GOV] = {"what it belongs to", "the phrase after it"},
        [FRAME_DEGREE] = {"the clause in which its first part stands", "the clause after its last part"}};
    if (slot != SLOT_ARG1 && slot != SLOT_ARG2)
        return slot_words(slot);
    return (size_t)kind < sizeof words / sizeof *words && words[kind][0] ? words[kind][slot == SLOT_ARG2] : "an argument";
}

/* ---- words of the text that the lexicon knows */

static uint32_t index_of(const hence_map *map, const token *k) {
    return (uint32_t)(k - map->text.tokens.items);
}

/* The row of the table that a token is part of here, or NULL. */
static const lexicon_entry *row_at(const hence_map *map, lexicon_table table, const token *k) {
    const sentence *s = &map->text.sentences.items[k->sentence];
    uint32_t at = index_of(map, k) - s->first_token;
    for (uint32_t i = at >= LEXICON_FORM_WORDS ? at - LEXICON_FORM_WORDS : 0; i <= at; i++) {
        lexicon_match m;
        if (lexicon_match_at(map->lexicon, table, map->text.words + s->first_token, s->token_count, i, &m, 1))
            for (uint8_t w = 0; w < m.word_count; w++)
                if (m.words[w] == at)
                    return m.entry;
    }
    return NULL;
}

/* “may” (hedges.tsv:41) */
static void word(explainer *x, lexicon_table table, const token *k) {
    const lexicon_entry *row = row_at(x->map, table, k);
    quote(x, document_str(x->map->document, k->span));
    if (row) {
        say(x, " (");
        if (row->word_count > 1) { /* "could well" */
            quote(x, row->form);
            say(x, ", ");
        }
        cite(x, row);
        say(x, ")");
    }
}

/* ---- what decided */

static void polarity_reason(explainer *x, const claim_link *l, const why *w) {
    const char *name = polarity_name(l->polarity);
    say(x, "Polarity: ");
    if (w->sign && name) {
        quote(x, document_str(x->map->document, w->sign->span));
        buf_print(&x->plain, w->row && w->row->class == CLASS_CONNECTIVE ? ", the verb behind it, says %s." : ", with what the marker does to it, gives %s.",
                  name);
    } else if (!name)
        say(x, "the text does not say whether there is more or less of it.");
    else if (w->row && w->row->polarity == l->polarity)
        buf_print(&x->plain, "the marker says %s.", name);
    else
        buf_print(&x->plain, "%s, by the words around the marker.", name);
    explain_line(x, DEEP);
}

static const char *hedge_strength(const lexicon_entry *row) {
    return row && str_equal(lexicon_cell(row, "certainty"), (str)STR("possible")) ? "possible" : "probable";
}

static void certainty_reason(explainer *x, const claim_link *l, certainty here, const why *w) {
    certainty row = w->row ? w->row->certainty : CERTAINTY_NONE;
    say(x, "Certainty: ");
    if (w->negator) {
        word(x, LEXICON_NEGATORS, w->negator);
        say(x, row == CERTAINTY_DENIED ? " turns round what the marker denies." : " denies it.");
    } else if (row == CERTAINTY_DENIED) {
        say(x, "the marker denies it.");
    } else if (w->hedge) {
        word(x, LEXICON_HEDGES, w->hedge);
        buf_print(&x->plain, " makes it %s", hedge_strength(row_at(x->map, LEXICON_HEDGES, w->hedge)));
        if (row > CERTAINTY_ASSERTED)
            buf_print(&x->plain, "; the marker alone says %s, and the weaker counts", certainty_name(row));
        say(x, ".");
    } else if (row > CERTAINTY_ASSERTED) {
        buf_print(&x->plain, "the marker says %s.", certainty_name(row));
    } else if (!w->row) {
        buf_print(&x->plain, "%s, for no marker states it.", certainty_name(l->certainty));
    } else {
        say(x, "nothing weakens it here.");
    }
    if (here && here != l->certainty)
        buf_print(&x->plain, " Here it is %s; the link is %s, for its surest place counts.", certainty_name(here), certainty_name(l->certainty));
    explain_line(x, DEEP);
}

/* Rows of the same form that were not chosen. */
static void other_readings(explainer *x, const lexicon_entry *row, const lexicon_entry *chosen) {
    size_t count, told = 0;
    const lexicon_entry *all = lexicon_entries(x->map->lexicon, row->table, &count), *e = row;
    if (row < all || row >= all + count)
        return;
    while (e > all && str_equal(e[-1].form, row->form))
        e--;
    for (; e < all + count && str_equal(e->form, row->form); e++) {
        if (e == row)
            continue;
        buf_print(&x->plain, "%s", told++ ? "; " : "Lost: ");
        if (e->sense.len)
            buf_print(&x->plain, "%.*s, ", STR_ARG(e->sense));
        buf_print(&x->plain, "%s%s%s (", relation_name(e->relation), e->polarity ? ", " : "", e->polarity ? polarity_name(e->polarity) : "");
        cite(x, e);
        say(x, ")");
    }
    if (!told)
        return;
    say(x, chosen == row ? ". The sense that was chosen fits these words better." : ". The row that was taken is the first whose arguments stand in the text.");
    explain_line(x, DEEP);
}

static void marker_line(explainer *x, uint32_t at, const lexicon_entry *row, size_t indent) {
    const marker *m = &x->map->markers.items[at];
    say(x, "Marker: ");
    words_marker(&x->plain, x->map, at);
    buf_print(&x->plain, ", %s", marker_class_name(m->class));
    if (row->sense.len)
        buf_print(&x->plain, ", %.*s", STR_ARG(row->sense));
    buf_print(&x->plain, "; \xE2\x80\x9C%.*s\xE2\x80\x9D in ", STR_ARG(row->form));
    cite(x, row);
    buf_print(&x->plain, "; confidence %.2f.", (double)m->confidence);
    explain_line(x, indent);
}

static void argument_line(explainer *x, const char *name, const char *slot, span words) {
    buf_print(&x->plain, "%s%s%s: ", name, slot ? ", " : "", slot ? slot : "");
    quote(x, document_str(x->map->document, words));
    explain_line(x, DEEP);
}

static void explain_evidence(explainer *x, const claim_link *l, const evidence *e) {
    const why *w = &e->why;
    words_evidence(&x->plain, x->map, e);
    explain_line(x, 2);
    const lexicon_entry *row = w->row;
    if (e->marker == NONE) {
        say(x, "No marker states it: it follows from how the text is built.");
        explain_line(x, DEEP);
    } else {
        row = row ? row : x->map->markers.items[e->marker].entry;
        marker_line(x, e->marker, row, DEEP);
    }
    argument_line(x, "Source", row ? argument_words(row->frame, row->source) : NULL, e->source);
    argument_line(x, "Target", row ? argument_words(row->frame, row->target) : NULL, e->target);
    if (w->before) {
        say(x, "The marker opens its sentence, so that one argument was taken from the sentence before.");
        explain_line(x, DEEP);
    }
    if (w->bridged) {
        say(x, "What is done by means of something has that as a step in between.");
        explain_line(x, DEEP);
    }
    if (w->duty) {
        say(x, "Relation: ");
        word(x, LEXICON_FUNCTION, w->duty);
        say(x, " says what should be done: a reason for that supports it, and does not bring it about.");
        explain_line(x, DEEP);
    }
    if (l->relation == RELATION_CONSEQUENCE || l->polarity != POLARITY_NONE)
        polarity_reason(x, l, w);
    certainty_reason(x, l, e->certainty, w);
    if (e->marker != NONE)
        other_readings(x, row, x->map->markers.items[e->marker].entry);
}

void explain_link(explainer *x, uint32_t link) {
    const claim_link *l = &x->map->links.items[link];
    const char *sign = polarity_name(l->polarity);
    buf_print(&x->plain, "Link l%u: ", link + 1);
    words_step(&x->plain, x->map, l, false);
    buf_print(&x->plain, ". (%s, %s%s%s)", relation_name(l->relation), sign ? sign : "", sign ? ", " : "", certainty_name(l->certainty));
    explain_line(x, 0);
    for (size_t i = 0; i < l->evidence.count; i++)
        explain_evidence(x, l, &l->evidence.items[i]);
}

void explain_marker(explainer *x, uint32_t at) {
    const marker *m = &x->map->markers.items[at];
    marker_line(x, at, m->entry, 0);
    bool states = false;
    for (size_t i = 0; i < x->map->links.count && !states; i++)
        for (size_t k = 0; k < x->map->links.items[i].evidence.count; k++)
            states |= x->map->links.items[i].evidence.items[k].marker == at;
    if (states)
        return;
    say(x, m->entry->relation == RELATION_NONE ? "A marker of this kind states no link."
                                               : "It states no link here: what it would join was not found, or says nothing of its own.");
    explain_line(x, 2);
    other_readings(x, m->entry, m->entry);
}
