#include <config.h>

#include "text/front.h"

#include <string.h>

#include "text/opening.h"

enum {
    FRONT_PARAGRAPHS = 16, /* names, dates and addresses stand no deeper */
    TITLE_PARAGRAPHS = 10,
    IMPRINT_WORDS = 20,
    DATE_WORDS = 6,
    ROLE_WORDS = 14,
    BIOGRAPHY_WORDS = 60,
    NAME_WORDS = 5 /* of one person, at most */
};

typedef enum {
    LINE_OTHER,
    LINE_TITLE,  /* looks like one */
    LINE_BODY,   /* a title, or the body that gave the text out */
    LINE_RUBRIC, /* a title where there is no better one */
    LINE_ROLE,   /* what an author is, when he stands before it */
    LINE_PEOPLE, /* nothing but names, which a title may be too */
    LINE_IMPRINT,
} line_kind;

/* ---- names */

/* Known to a lexicon, or written small elsewhere in the text: no name. */
static bool is_common(const view *v, lexicon_word word) {
    static const lexicon_table tables[] = {LEXICON_FUNCTION, LEXICON_CONNECTIVES, LEXICON_CHANGE,  LEXICON_VALENCE,
                                           LEXICON_SHELL,    LEXICON_SYNONYMS,    LEXICON_NAMES,   LEXICON_HEADINGS,
                                           LEXICON_VERBS,    LEXICON_NOUNS,       LEXICON_NEGATORS};
    if (words_have(v->words, word.form))
        return true;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (lexicon_find(v->lexicon, tables[i], word))
            return true;
    return false;
}

/* What a token is in a line of names. */
typedef enum { NAME_NONE, NAME_WORD, NAME_HONORIFIC, NAME_JOINT, NAME_MARKUP, NAME_END } name_part;

/* `given`: a word in capitals can be nothing else. */
static name_part part_of(const view *v, const shape *f, uint32_t k, bool given) {
    if (k == f->count)
        return NAME_END;
    lexicon_word word = f->words[k];
    unsigned flags = f->tokens[k].flags;
    if (flags & TOKEN_PUNCT)
        switch (word.form.data[0]) {
        case ',':
        case '&':
            return NAME_JOINT;
        case '*':
        case '_':
            return NAME_MARKUP;
        default:
            return word.form.data[0] == '|' ? NAME_END : NAME_NONE; /* what follows a bar is another thing */
        }
    if (lexicon_is(v->lexicon, LEXICON_HEADINGS, word, "joint"))
        return NAME_JOINT;
    if (lexicon_is(v->lexicon, LEXICON_HEADINGS, word, "particle"))
        return NAME_WORD;
    if (lexicon_is(v->lexicon, LEXICON_ABBREVIATIONS, word, "title") || lexicon_is(v->lexicon, LEXICON_HEADINGS, word, "honorific"))
        return NAME_HONORIFIC;
    return flags & TOKEN_CAPITAL && flags & TOKEN_WORD && (given || !is_common(v, word)) ? NAME_WORD : NAME_NONE;
}

/* Whether the tokens from `from` on are names of people and nothing else, up to a bar. Notes them. */
static bool are_people(const view *v, const shape *f, uint32_t from, bool given, front *fr) {
    front found = *fr;
    uint32_t names = 0, run = 0, base = (uint32_t)(f->tokens - v->text->tokens.items);
    bool honoured = false;
    for (uint32_t k = from;; k++) {
        name_part part = part_of(v, f, k, given);
        if (part == NAME_NONE || (part == NAME_HONORIFIC && run) || run > NAME_WORDS)
            return false;
        run += part == NAME_WORD;
        honoured |= part == NAME_HONORIFIC;
        if (part != NAME_JOINT && part != NAME_END)
            continue;
        if (run > 1 && found.author_count < FRONT_AUTHORS)
            found.authors[found.author_count++] = (front_author){base + k - run, run};
        if (run == 1 && !honoured && !names)
            return false;
        names += run > 1 || honoured;
        if (part == NAME_END)
            break;
        run = 0;
        honoured = false;
    }
    if (names)
        *fr = found;
    return names > 0;
}

bool front_introduces(const view *v, const front *fr, const shape *f) {
    const lexicon_word *all = v->text->words;
    uint32_t at = 0;
    while (shape_is_sign(f, at))
        at++;
    for (size_t i = 0; i < fr->author_count && f->word_count <= BIOGRAPHY_WORDS; i++) {
        const front_author *a = &fr->authors[i];
        uint32_t k = 0;
        while (k < a->count && at + k < f->count && str_equal(all[a->first + k].form, f->words[at + k].form))
            k++;
        if (k == a->count && at + k < f->count && !shape_is_sign(f, at + k) &&
            f->tokens > v->text->tokens.items + a->first)
            return true;
    }
    return false;
}

/* ---- lines */

/* Whether a word says what people are or whom they work for: as "Professor of Law", "Guest Columnist", "CENTRE FOR HEALTH" have it, not "The Nurses
 * Leave". */
static line_kind role_of(const view *v, const shape *f) {
    bool role = false, body = false;
    if (f->word_count > ROLE_WORDS || f->closed || lexicon_is(v->lexicon, LEXICON_FUNCTION, f->words[0], "definite"))
        return LINE_OTHER;
    for (uint32_t k = 0; k < f->count; k++) {
        if (k + 1 < f->count && !shape_is_sign(f, k + 1) && !lexicon_is(v->lexicon, LEXICON_FUNCTION, f->words[k + 1], "empty"))
            continue; /* "Village Nurses": neither */
        const lexicon_entry *agent = lexicon_find(v->lexicon, LEXICON_AGENTS, f->words[k]);
        const lexicon_entry *own = lexicon_find(v->lexicon, LEXICON_HEADINGS, f->words[k]);
        if (agent && !str_equal(f->words[k].form, agent->words[0].lemma))
            agent = NULL; /* several of them are what the text is about */
        body |= lexicon_says(agent, "kind", "body") || lexicon_says(own, "kind", "body");
        role |= lexicon_says(agent, "kind", "person") || lexicon_says(own, "kind", "role") || lexicon_says(own, "kind", "honorific");
    }
    if (body && opening_has_capitals(f, 0))
        return LINE_BODY;
    return body || role ? LINE_ROLE : LINE_OTHER;
}

/* A date or a number in a short line: 14 March 2019; ENG 102: Composition; not: The Crisis of 2008. */
static bool is_dated(const view *v, const shape *f) {
    if (f->numbers == 0 || f->word_count > DATE_WORDS || shape_is_numbered(f) || !opening_has_capitals(f, 0))
        return f->numbers > 1 && f->word_count <= 2;
    for (uint32_t k = 0; k < f->count; k++)
        if (lexicon_is(v->lexicon, LEXICON_FUNCTION, f->words[k], "empty") || lexicon_is(v->lexicon, LEXICON_FUNCTION, f->words[k], "definite"))
            return false;
    return true;
}

static bool is_imprint(const view *v, const shape *f) {
    if (f->word_count > IMPRINT_WORDS || f->closed)
        return false;
    bool address =
        memchr(f->text.data, '@', f->text.len) != NULL || (str_starts(f->text, str_of("http")) && f->count == 1);
    return address || is_dated(v, f) || (shape_is_row(f) && f->numbers && f->b->line_count == 1);
}

static line_kind line_of(const view *v, const shape *f, front *fr) {
    enum { FORM = 3 };
    opening o = opening_of(v, f);
    if (o == OPENING_BYLINE) {
        for (uint32_t k = 1; k <= FORM && k < f->count && !are_people(v, f, k, true, fr);)
            k++;
        return LINE_IMPRINT;
    }
    if (o == OPENING_RUBRIC)
        return f->numbers ? LINE_IMPRINT : LINE_RUBRIC;
    if (o)
        return LINE_OTHER;
    if (is_imprint(v, f))
        return LINE_IMPRINT;
    if (are_people(v, f, 0, false, fr))
        return LINE_PEOPLE;
    line_kind role = role_of(v, f);
    return role == LINE_OTHER && shape_is_title(f) ? LINE_TITLE : role;
}

/* ---- the whole */

/* How many paragraphs may be front matter: up to the second prose, as the first may sum the text up above its author's name. */
static size_t count_front(const view *v, size_t last_prose) {
    size_t n = 0, proses = 0;
    for (; n < FRONT_PARAGRAPHS && n < last_prose; n++) {
        shape f = shape_of(v, n);
        opening o = opening_of(v, &f);
        proses += shape_is_prose(&f);
        if (proses > 1 || (proses && shape_is_row(&f)) || o == OPENING_SECTION || o == OPENING_CONTENTS || o == OPENING_SALUTATION ||
            (f.enumerator && f.text.data[0] != '*') || f.line->quote)
            break;
    }
    return n;
}

/* Whether another line stands right above or below, as in an address. */
static bool is_stacked(const view *v, const shape *f) {
    const line *end = v->layout->lines.items + v->layout->lines.count, *next = f->line + f->b->line_count;
    return f->b->line_count > 1 || (f->line > v->layout->lines.items && !f->line->gap) || (next < end && !next->gap);
}

/* The line that looks most like a title, or `n`. */
static size_t pick_title(const view *v, const line_kind *kinds, size_t n) {
    static const line_kind best[] = {LINE_TITLE, LINE_BODY, LINE_RUBRIC, LINE_ROLE, LINE_PEOPLE};
    for (size_t k = 0; k < sizeof best / sizeof *best; k++)
        for (size_t i = 0; i < n && i < TITLE_PARAGRAPHS; i++) {
            shape f = shape_of(v, i);
            if (shape_is_prose(&f))
                break;
            if (kinds[i] == best[k] && shape_is_title(&f))
                return i;
        }
    return n;
}

void front_mark(const view *v, size_t last_prose, front *out) {
    line_kind kinds[FRONT_PARAGRAPHS];
    paragraph *all = v->text->paragraphs.items;
    size_t n = count_front(v, last_prose);
    *out = (front){.author_count = 0};
    bool letter = false;
    if (n < v->text->paragraphs.count) {
        shape f = shape_of(v, n);
        letter = opening_of(v, &f) == OPENING_SALUTATION;
    }
    for (size_t i = 0; i < n; i++) {
        shape f = shape_of(v, i);
        kinds[i] = f.count ? line_of(v, &f, out) : LINE_OTHER;
        if (letter && is_stacked(v, &f))
            kinds[i] = LINE_IMPRINT;
    }
    size_t title = pick_title(v, kinds, n);
    for (size_t i = 0; i < n; i++) {
        bool below = i > 0 && all[i - 1].kind == PARAGRAPH_BYLINE;
        if (i == title)
            all[i].kind = PARAGRAPH_TITLE;
        else if (kinds[i] >= LINE_PEOPLE || (kinds[i] == LINE_BODY && (i < title || below)) ||
                 (kinds[i] == LINE_ROLE && below))
            all[i].kind = PARAGRAPH_BYLINE;
    }
}
