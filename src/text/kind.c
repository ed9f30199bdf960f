#include <config.h>

#include "text/kind.h"

#include "read/document.h"
#include "text/endnotes.h"
#include "text/front.h"
#include "text/opening.h"
#include "text/shape.h"

enum { SECTION_WORDS = 8 /* a heading that ends a list of references */ };

/* The parts of a document, from a heading that names one to the next. */
typedef enum { PART_BODY, PART_REFERENCES, PART_NOTES, PART_SIGNATURE } part;

typedef struct {
    view v;
    front front;
    size_t last_prose; /* the last paragraph that could state a claim: what stands below heads nothing */
    part now;
    uint32_t note;   /* the number of the note above, 0 for none */
    size_t endnotes; /* the first of the notes that close the text; the number of paragraphs where there are none */
} reading;

static bool is_closed_claim(const shape *f) {
    return f->closed && f->word_count >= CLAIM_WORDS;
}

/* Whether the paragraph and one beside it, with no blank line between, are numbered: a list, however short its items. */
static bool in_list(const view *v, size_t i) {
    const block *b = &v->layout->blocks.items[i];
    const line *own = &v->layout->lines.items[b->first_line], *next = own + b->line_count;
    bool above = i > 0 && !own->gap && v->layout->lines.items[b[-1].first_line].item;
    bool below = i + 1 < v->layout->blocks.count && !next->gap && next->item;
    return own->item && (above || below);
}

/* A heading inside a list of references or notes ends it only if it looks like no entry and prose follows. */
static bool ends_part(const view *v, const shape *f, size_t i) {
    if (!shape_is_heading(f) || f->word_count > SECTION_WORDS || f->commas ||
        (f->numbers && !shape_is_numbered(f)) || i + 1 >= v->text->paragraphs.count)
        return false;
    shape next = shape_of(v, i + 1);
    return shape_is_prose(&next) && next.word_count > 2 * SECTION_WORDS && !next.enumerator &&
           !shape_is_note(&next, false);
}

/* A quotation that the paragraph before announces. */
static bool is_announced(const view *v, const shape *f, size_t i) {
    return i > 0 && shape_is_quoted(f) && str_ends(document_str(v->text->document, f->p[-1].span), str_of(":"));
}

/* [Figure 2 about here] */
static bool is_placeholder(const shape *f) {
    return f->text.data[0] == '[' && shape_last(f) == ']' && !f->closed && f->p->sentence_count == 1;
}

/* What the part makes of its paragraphs: gives whether it decides. */
static bool in_part(reading *r, const shape *f, opening o, size_t i, paragraph_kind *kind) {
    switch (r->now) {
    case PART_BODY:
        return false;
    case PART_SIGNATURE: /* names and addresses, and perhaps a postscript */
        *kind = PARAGRAPH_BYLINE;
        return !is_closed_claim(f);
    case PART_REFERENCES:
    case PART_NOTES:
        break;
    }
    if ((o && o != OPENING_SECTION) || ends_part(&r->v, f, i))
        return false;
    *kind = r->now == PART_REFERENCES ? PARAGRAPH_REFERENCE : PARAGRAPH_FOOTNOTE;
    return true;
}

/* What the words that open a paragraph make of it: gives whether they decide. */
static bool by_opening(reading *r, opening o, paragraph_kind *kind) {
    switch (o) {
    case OPENING_REFERENCES:
    case OPENING_NOTES:
    case OPENING_APPENDIX:
        r->now = o == OPENING_REFERENCES ? PART_REFERENCES : PART_NOTES;
        *kind = PARAGRAPH_HEADING;
        return true;
    case OPENING_VALEDICTION:
        r->now = PART_SIGNATURE;
        *kind = PARAGRAPH_BYLINE;
        return true;
    case OPENING_BYLINE:
    case OPENING_SALUTATION:
        *kind = PARAGRAPH_BYLINE;
        return true;
    case OPENING_CONTENTS:
    case OPENING_SECTION:
    case OPENING_RUBRIC:
        *kind = PARAGRAPH_HEADING;
        return true;
    case OPENING_DISCLAIMER:
        *kind = PARAGRAPH_DISCLAIMER;
        return true;
    case OPENING_CAPTION:
        *kind = PARAGRAPH_CAPTION;
        return true;
    case OPENING_NONE:
        break;
    }
    return false;
}

/* Below a rule notes may be numbered like lists, the first of a page by any number and each by the next one. */
static bool is_note(reading *r, const shape *f) {
    bool ruled = f->line->ruled && !f->line->page, next = r->note && shape_number(f) == r->note + 1;
    bool note = shape_is_note(f, ruled || next);
    r->note = note ? shape_number(f) : 0;
    return note;
}

static paragraph_kind kind_of(reading *r, const shape *f, size_t i) {
    const view *v = &r->v;
    opening o = f->count ? opening_of(v, f) : OPENING_NONE;
    paragraph_kind kind = f->p->kind; /* title and bylines are known */
    if (f->count == 0 || in_part(r, f, o, i, &kind))
        return kind;
    r->now = r->now == PART_SIGNATURE ? PART_SIGNATURE : PART_BODY;
    if (kind != PARAGRAPH_BODY)
        return kind;
    if (o != OPENING_DISCLAIMER && opening_disclaims(v, f))
        return PARAGRAPH_DISCLAIMER;
    if (by_opening(r, o, &kind))
        return kind;
    if (shape_is_row(f))
        return PARAGRAPH_TABLE;
    if (is_note(r, f) || i >= r->endnotes)
        return PARAGRAPH_FOOTNOTE;
    if (f->line->quote || is_announced(v, f, i))
        return PARAGRAPH_QUOTE;
    if (front_introduces(v, &r->front, f))
        return PARAGRAPH_BYLINE;
    if (is_placeholder(f))
        return PARAGRAPH_CAPTION;
    if (i < r->last_prose && shape_is_heading(f) && !in_list(v, i))
        return PARAGRAPH_HEADING;
    if (f->enumerator)
        return PARAGRAPH_ITEM;
    return shape_is_quote(v, f) ? PARAGRAPH_QUOTE : PARAGRAPH_BODY;
}

void kind_assign(text *t, const layout *l, const words *words, const hence_lexicon *lexicon) {
    reading r = {.v = {t, l, lexicon, words}};
    r.endnotes = endnotes_find(&r.v);
    for (size_t i = t->paragraphs.count; i-- > 0 && !r.last_prose;) {
        shape f = shape_of(&r.v, i);
        if (is_closed_claim(&f))
            r.last_prose = i;
    }
    front_mark(&r.v, r.last_prose, &r.front);
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        shape f = shape_of(&r.v, i);
        t->paragraphs.items[i].kind = kind_of(&r, &f, i);
    }
}
