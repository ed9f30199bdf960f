#include <config.h>

#include "marker/reason.h"

#include "syntax/tags.h"

enum { CLIMB = 4, REACH = 12 }; /* words up the tree, and to the left before an -ing form */

typedef struct {
    const text *text;
    const hence_lexicon *lexicon;
    const token *tokens; /* of the whole text */
    uint32_t first, end; /* the sentence */
    uint32_t at;         /* the preposition */
    str kind;            /* reason or purpose */
} place;

static bool has_word(str list, str word) {
    str head;
    for (bool more = true; more && list.len;) {
        more = str_cut(list, ' ', &head, &list);
        if (str_equal(head, word))
            return true;
    }
    return false;
}

/* Whether the preposition gives the reason, or the purpose, of this word. */
static bool governs(const place *p, uint32_t word) {
    lexicon_match m;
    const token *k = &p->tokens[word];
    if (k->relation == DEP_amod || !lexicon_match_at(p->lexicon, LEXICON_REASONS, p->text->words + word, p->end - word, 0, &m, 1))
        return false;
    for (uint32_t i = 0; i < m.entry_count; i++)
        if (str_equal(lexicon_cell(&m.entry[i], "kind"), p->kind) && has_word(lexicon_cell(&m.entry[i], "preposition"), p->text->words[p->at].form))
            return true;
    return false;
}

/* The head of what follows the preposition. */
static uint32_t noun_of(const place *p) {
    uint32_t head = p->tokens[p->at].head;
    return head != NONE && head > p->at && head < p->end ? head : NONE;
}

/* "jailed for two years", "from 4 December" */
static bool is_period(const place *p, uint32_t noun) {
    for (uint32_t i = p->at + 1; p->tokens[noun].upos == UPOS_PROPN && i < p->end; i++)
        if (p->tokens[i].head == noun && p->tokens[i].relation == DEP_nummod)
            return true;
    return lexicon_is(p->lexicon, LEXICON_FUNCTION, p->text->words[noun], "period");
}

uint32_t reason_governor(const text *t, const hence_lexicon *lexicon, uint32_t sentence, uint32_t preposition, const lexicon_entry *row) {
    uint32_t first = t->sentences.items[sentence].first_token;
    str kind = str_of(str_starts(row->sense, (str)STR("Contingency.Purpose")) ? "purpose" : "reason");
    place p = {t, lexicon, t->tokens.items, first, first + t->sentences.items[sentence].token_count, preposition, kind};
    uint32_t noun = noun_of(&p);
    if (noun != NONE && (is_period(&p, noun) || p.tokens[noun].upos == UPOS_PROPN)) /* "protests at Victoria Square": a name gives no reason */
        return NONE;
    uint32_t up = noun == NONE ? NONE : p.tokens[noun].head;
    for (uint32_t i = first, said = NONE; noun != NONE && i < preposition; i++) { /* "the quarrel was over the price" */
        if (p.tokens[i].head == noun && p.tokens[i].relation == DEP_nsubj)
            said = i;
        if (p.tokens[i].head == noun && p.tokens[i].relation == DEP_cop && said != NONE && p.tokens[said].upos == UPOS_NOUN && governs(&p, said))
            return said;
    }
    for (int i = 0; i < CLIMB && up != NONE && up < preposition; i++) {
        if (governs(&p, up))
            return up;
        if (p.tokens[up].upos == UPOS_VERB)
            break;
        up = p.tokens[up].head;
    }
    /* attachment is the parser's weak side, but an -ing form behind a preposition is seldom a noun's: "jailed two editors in May for leaking" */
    bool gerund = preposition + 1 < p.end && p.tokens[preposition + 1].xpos == PENN_VBG;
    for (uint32_t i = preposition; i-- > first && preposition - i <= (gerund ? REACH : 1);) {
        if (p.tokens[i].flags & TOKEN_PUNCT)
            break;
        if (governs(&p, i))
            return i;
    }
    return NONE;
}
