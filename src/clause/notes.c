#include <config.h>

#include "clause/notes.h"

#include <string.h>

#include "syntax/tags.h"

static uint8_t certainty_cell(const lexicon_entry *e) {
    return lexicon_says(e, "certainty", "possible") ? CERTAINTY_POSSIBLE : CERTAINTY_PROBABLE;
}

static uint8_t change_cell(const lexicon_entry *e) {
    if (lexicon_says(e, "direction", "increase"))
        return CHANGE_INCREASE;
    return lexicon_says(e, "direction", "decrease") ? CHANGE_DECREASE : CHANGE_CHANGE;
}

static bool is_participle(const token *k, str form) {
    return k->xpos == PENN_VBN || k->xpos == PENN_VBG || k->xpos == PENN_VBD ||
           (k->upos != UPOS_VERB && form.len > 4 && (memcmp(form.data + form.len - 2, "ed", 2) == 0 || memcmp(form.data + form.len - 3, "ing", 3) == 0));
}

/* A word of change is taken for the part of speech it has here: "cut" the noun, "less" the adverb. An untagged text takes any. */
static bool pos_fits(const lexicon_entry *e, const token *k, str form) {
    str pos = lexicon_cell(e, "pos");
    if (k->upos == UPOS_NONE || pos.len == 0)
        return true;
    switch (k->upos) {
    case UPOS_VERB:
        return str_equal(pos, str_of("verb")) || (is_participle(k, form) && str_starts(pos, str_of("adj")));
    case UPOS_NOUN:
    case UPOS_PROPN:
        return str_equal(pos, str_of("noun")) || (str_starts(pos, str_of("adj")) && (k->relation == DEP_amod || k->relation == DEP_compound || is_participle(k, form)));
    default:
        return str_starts(pos, str_of("ad")) || (is_participle(k, form) && str_equal(pos, str_of("verb")));
    }
}

static uint32_t function_flag(str kind) {
    static const struct {
        const char *kind;
        uint32_t flag;
    } flags[] = {{"demonstrative", NOTE_DEMONSTRATIVE}, {"definite", NOTE_DEFINITE}, {"duty", NOTE_DUTY}, {"exemplifier", NOTE_EXEMPLIFIER}, {"predicative", NOTE_PREDICATIVE}, {"open", NOTE_OPEN}, {"period", NOTE_PERIOD}, {"stage", NOTE_STAGE}, {"joint", NOTE_JOINT}, {"emphatic", NOTE_EMPHATIC}, {"extent", NOTE_EXTENT}, {"place", NOTE_PLACE}, {"unmeant", NOTE_UNMEANT}};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (str_equal(kind, str_of(flags[i].kind)))
            return flags[i].flag;
    return 0;
}

static uint32_t transparent_flag(str kind) {
    if (str_equal(kind, str_of("event")))
        return NOTE_EVENT;
    if (str_equal(kind, str_of("lack")))
        return NOTE_LACK;
    if (str_equal(kind, str_of("wrapper")))
        return NOTE_TRANSPARENT | NOTE_WRAPPER;
    return str_equal(kind, str_of("degree")) ? NOTE_DEGREE : NOTE_TRANSPARENT;
}

/* One word of a match. */
typedef struct {
    const lexicon_match *match;
    const token *token;
    str form;
    uint8_t at; /* among the words of the match */
} matched;

static void note_hedge(note *n, const matched *w) {
    bool modal = w->match->word_count == 1 && lexicon_says(w->match->entry, "kind", "modal");
    if (modal && w->token->upos != UPOS_NONE && w->token->upos != UPOS_AUX)
        return; /* a modal is no noun ("might"), no month ("May") */
    n->hedge = certainty_cell(w->match->entry);
    n->hedge_head |= w->at == 0;
}

static void note_change(note *n, const matched *w) {
    for (uint32_t r = 0; r < w->match->entry_count && !n->change; r++) {
        const lexicon_entry *e = &w->match->entry[r];
        if (!pos_fits(e, w->token, w->form))
            continue;
        n->change = change_cell(e);
        n->flags |= lexicon_says(e, "valence", "bad") ? NOTE_BAD : lexicon_says(e, "valence", "good") ? NOTE_GOOD : 0;
    }
}

static void note_group(note *n, const matched *w) {
    for (uint32_t r = 0; r < w->match->entry_count; r++)
        if (!n->group && w->match->word_count == 1 && pos_fits(&w->match->entry[r], w->token, w->form))
            n->group = &w->match->entry[r];
}

static void note_name(note *n, const matched *w) {
    const lexicon_entry *e = w->match->entry;
    if (!(w->token->flags & TOKEN_CAPITAL) || (lexicon_says(e, "kind", "acronym") && !(w->token->flags & TOKEN_CAPITALS)))
        return; /* "us" is no country */
    n->flags |= NOTE_NAME;
    if (w->at == 0) {
        n->name = e;
        n->name_words = w->match->word_count;
    }
}

/* What the tables that only flag a word say of it. */
static uint32_t flags_of(lexicon_table table, const matched *w) {
    const lexicon_entry *e = w->match->entry;
    uint32_t flags = 0;
    switch (table) {
    case LEXICON_VALENCE:
        return lexicon_says(e, "valence", "bad") ? NOTE_BAD : NOTE_GOOD;
    case LEXICON_TRANSPARENT:
        return transparent_flag(lexicon_cell(e, "kind"));
    case LEXICON_SHELL:
        return NOTE_SHELL;
    case LEXICON_LIGHT:
        return NOTE_LIGHT;
    case LEXICON_REPORTING:
        return NOTE_REPORTING;
    case LEXICON_METATEXT:
        return lexicon_says(e, "kind", "self") ? NOTE_SELF : NOTE_FRAME;
    case LEXICON_AGENTS:
        return w->token->upos == UPOS_NOUN || w->token->upos == UPOS_PROPN || w->token->upos == UPOS_NONE ? NOTE_AGENT : 0;
    case LEXICON_FUNCTION:
        for (uint32_t r = 0; r < w->match->entry_count; r++)
            flags |= function_flag(lexicon_cell(&e[r], "kind"));
        return flags;
    default:
        return 0;
    }
}

/* Notes a match; its words are counted from token `first`. */
static void note_match(const text *t, note *notes, uint32_t first, lexicon_table table, const lexicon_match *m) {
    for (uint8_t k = 0; k < m->word_count; k++) {
        uint32_t at = first + m->words[k];
        note *n = &notes[at];
        matched w = {m, &t->tokens.items[at], t->words[at].form, k};
        switch (table) {
        case LEXICON_HEDGES:
            note_hedge(n, &w);
            break;
        case LEXICON_NEGATORS:
            if (!n->negator && lexicon_cell(m->entry, "scope").len)
                n->negator = k == 0 ? 1 : 2;
            break;
        case LEXICON_CHANGE:
            note_change(n, &w);
            break;
        case LEXICON_SYNONYMS:
            note_group(n, &w);
            break;
        case LEXICON_NAMES:
            note_name(n, &w);
            break;
        default:
            n->flags |= flags_of(table, &w);
            break;
        }
    }
}

enum { READINGS = 4 }; /* forms of one word that are tried for its part of speech */

note *notes_read(arena *mem, const text *t, const hence_lexicon *lexicon) {
    static const lexicon_table tables[] = {LEXICON_HEDGES, LEXICON_NEGATORS, LEXICON_CHANGE,   LEXICON_VALENCE,
                                           LEXICON_TRANSPARENT, LEXICON_SHELL, LEXICON_LIGHT,  LEXICON_REPORTING,
                                           LEXICON_METATEXT, LEXICON_SYNONYMS, LEXICON_NAMES, LEXICON_FUNCTION, LEXICON_AGENTS};
    note *notes = arena_new(mem, note, t->tokens.count);
    if (!notes)
        return NULL;
    for (size_t s = 0; s < t->sentences.count; s++) {
        const sentence *sent = &t->sentences.items[s];
        for (size_t k = 0; k < sizeof tables / sizeof *tables; k++) {
            for (uint32_t i = 0; i < sent->token_count;) {
                lexicon_match found[READINGS];
                const lexicon_word *words = t->words + sent->first_token;
                uint32_t step = 1;
                size_t n = lexicon_match_at(lexicon, tables[k], words, sent->token_count, i, found, READINGS);
                bool by_pos = tables[k] == LEXICON_SYNONYMS || tables[k] == LEXICON_CHANGE; /* "closing", the noun; "close~", the verb */
                for (size_t r = 0; r < n && (r == 0 || (by_pos && found[r].word_count == found[0].word_count)); r++)
                    note_match(t, notes, sent->first_token, tables[k], &found[r]);
                if (n && found[0].words[found[0].word_count - 1] + 1 == i + found[0].word_count)
                    step = found[0].word_count;
                i += step;
            }
        }
    }
    return notes;
}

bool notes_self(const note *notes, const sentence *s) {
    for (uint32_t i = 0; i < s->token_count; i++)
        if (notes[s->first_token + i].flags & NOTE_SELF)
            return true;
    return false;
}
