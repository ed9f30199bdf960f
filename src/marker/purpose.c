/* purpose: whether a bare "to" opens a purpose ("cut fares to win riders back") or completes a word ("try to win", "the right to strike").
 *
 * Light parsers confuse the two, so that the words decide: those of infinitives.tsv take an infinitive, and an adjective may. What remains says
 * what an action is for. */
#include <config.h>

#include "marker/candidate.h"
#include "syntax/tags.h"

typedef struct {
    const text *text;
    const hence_lexicon *lexicon;
    const token *tokens; /* of the whole text */
    uint32_t first, end; /* the sentence */
    uint32_t to, verb;
} infinitive;

enum { CLIMB = 6, REACH = 10 };

static bool has_child(const infinitive *f, uint32_t head, dep relation, uint32_t from, uint32_t end) {
    for (uint32_t i = from; i < end; i++)
        if (f->tokens[i].head == head && f->tokens[i].relation == relation)
            return true;
    return false;
}

static bool has_any(const infinitive *f, uint32_t head, dep relation) {
    return has_child(f, head, relation, f->first, f->end);
}

static bool is_copula(const infinitive *f, uint32_t word) {
    return lexicon_is(f->lexicon, LEXICON_FUNCTION, f->text->words[word], "copula");
}

/* A participle with nothing that speaks for the active: "the funds used", "were used". */
static bool is_passive(const infinitive *f, uint32_t verb) {
    if (has_any(f, verb, DEP_aux_pass) || has_any(f, verb, DEP_nsubj_pass))
        return true;
    if (f->tokens[verb].xpos == PENN_VBN && verb > f->first && is_copula(f, verb - 1))
        return true;
    return f->tokens[verb].xpos == PENN_VBN && !has_any(f, verb, DEP_aux) && !has_any(f, verb, DEP_nsubj) && !has_any(f, verb, DEP_obj);
}

/* Whether the word takes an infinitive here: a verb right behind it or behind its object, a noun right behind it. */
static bool takes(const infinitive *f, uint32_t word, bool object) {
    lexicon_match m;
    upos u = (upos)f->tokens[word].upos;
    if (u == UPOS_ADJ)
        return true;
    if (!lexicon_match_at(f->lexicon, LEXICON_INFINITIVES, f->text->words + word, f->end - word, 0, &m, 1))
        return false;
    bool verb = u == UPOS_VERB || u == UPOS_AUX || object, passive = verb && is_passive(f, word);
    for (uint32_t i = 0; i < m.entry_count; i++) {
        const lexicon_entry *e = &m.entry[i];
        if (lexicon_says(e, "kind", "next") && word + 1 < f->to)
            continue;
        if (!verb ? lexicon_says(e, "kind", "noun") : lexicon_says(e, "kind", "object") || lexicon_says(e, "kind", "both") || (passive ? lexicon_says(e, "kind", "passive") : (lexicon_says(e, "kind", "verb") || lexicon_says(e, "kind", "next")) && !object))
            return true;
    }
    return false;
}

/* The word before "to", past adverbs: NONE at the head of the sentence. */
static uint32_t word_before(const infinitive *f) {
    uint32_t i = f->to;
    while (i > f->first && f->tokens[i - 1].upos == UPOS_ADV && f->tokens[i - 1].xpos != PENN_WRB && !lexicon_find(f->lexicon, LEXICON_INFINITIVES, f->text->words[i - 1]))
        i--;
    return i > f->first ? i - 1 : NONE;
}

static bool opens_sentence(const infinitive *f) {
    for (uint32_t i = f->first; i < f->to; i++)
        if (!(f->tokens[i].flags & TOKEN_PUNCT) && f->tokens[i].upos != UPOS_CCONJ && f->tokens[i].relation != DEP_advmod)
            return false;
    return true;
}

/* "how to vote", "the to and fro", "is to close": what can stand before no purpose. */
static bool bars(const token *before) {
    switch (before->upos) {
    case UPOS_DET:
    case UPOS_ADP:
    case UPOS_SCONJ:
    case UPOS_AUX:
    case UPOS_CCONJ:
        return true;
    default:
        return before->xpos == PENN_WRB || before->xpos == PENN_WP || before->xpos == PENN_WDT;
    }
}

/* An infinitive behind a noun has an object or the like of its own: "opened a clinic [to treat burns]", not "found a book [to read]". */
static bool is_filled(const infinitive *f) {
    for (uint32_t i = f->verb + 1; i < f->end && !str_equal(f->text->words[i].form, (str)STR(":")); i++) {
        dep r = (dep)f->tokens[i].relation;
        if (f->tokens[i].head == f->verb && (r == DEP_obj || r == DEP_ccomp || r == DEP_xcomp || r == DEP_obl))
            return true;
    }
    return false;
}

/* "switch [from] flooding [to] drip": what one turns to, behind what one turns from. */
static bool ends_a_turn(const infinitive *f, uint32_t noun) {
    for (uint32_t i = f->first; i < noun; i++)
        if (f->tokens[i].head == noun && f->tokens[i].relation == DEP_case && str_equal(f->text->words[i].form, (str)STR("from")))
            return true;
    return false;
}

/* The verb that a noun before "to" hangs on, else the nearest one. */
static uint32_t verb_of_noun(const infinitive *f, uint32_t noun) {
    uint32_t word = noun;
    for (int i = 0; i < CLIMB && word != NONE && f->tokens[word].upos != UPOS_VERB; i++)
        word = f->tokens[word].head;
    if (word != NONE && word < f->to && f->tokens[word].upos == UPOS_VERB)
        return word;
    for (uint32_t i = f->to; i-- > f->first;)
        if (f->tokens[i].upos == UPOS_VERB && f->tokens[i].relation != DEP_amod) /* but "Were the [hidden] costs to rise" */
            return i;
    return NONE;
}

/* "persuaded retired nurses to return", "the right of tenants to stay", "for doctors to leave": whatever the parser made of it, a word not far before takes object or owner and then
 * the infinitive. */
static bool is_taken_from_afar(const infinitive *f) {
    unsigned nouns = 0;
    for (uint32_t i = f->to; i-- > f->first && f->to - i <= REACH;) {
        const token *k = &f->tokens[i];
        if ((k->flags & TOKEN_PUNCT) || k->xpos == PENN_TO || k->xpos == PENN_WDT || k->upos == UPOS_SCONJ)
            return false;
        bool owned = k->upos == UPOS_NOUN && f->tokens[i + 1].upos == UPOS_ADP, word = k->upos == UPOS_VERB || k->upos == UPOS_NOUN;
        if (nouns && (owned ? takes(f, i, false) : (word && k->relation != DEP_aux) || (nouns == 1 && k->upos == UPOS_ADP)) && (owned || takes(f, i, true)))
            return true;
        nouns += k->upos == UPOS_NOUN || k->upos == UPOS_PROPN || k->upos == UPOS_PRON;
    }
    return false;
}

/* "believed to be a forgery", "the only ship to be raised": what something is, or has done to it, is seldom what an act is for. */
static bool is_state(const infinitive *f) {
    return has_child(f, f->verb, DEP_cop, f->to, f->verb) || has_child(f, f->verb, DEP_aux_pass, f->to, f->verb);
}

static bool is_purpose(const infinitive *f) {
    const token *verb = &f->tokens[f->verb];
    uint32_t above = verb->head, before = word_before(f);
    if (opens_sentence(f))
        return verb->relation == DEP_advcl && above != NONE && above > f->verb;
    if (is_state(f))
        return false;
    if (before == NONE || above == NONE || above >= f->to || bars(&f->tokens[before]))
        return false;
    if (verb->relation != DEP_advcl && verb->relation != DEP_xcomp && verb->relation != DEP_acl)
        return false;
    bool apart = str_equal(f->text->words[f->to - 1].form, (str)STR(","));
    if ((!apart && takes(f, before, false)) || f->tokens[above].upos == UPOS_ADJ)
        return false;
    if (!is_filled(f) && ends_a_turn(f, before))
        return false;
    bool noun = f->tokens[above].upos != UPOS_VERB;
    if (noun && (takes(f, above, false) || !is_filled(f)))
        return false;
    uint32_t governor = noun ? verb_of_noun(f, above) : above;
    if (governor == NONE)
        return false;
    bool object = noun || has_child(f, governor, DEP_obj, governor + 1, f->to) || has_child(f, governor, DEP_iobj, governor + 1, f->to);
    return apart || !(takes(f, governor, object) || is_taken_from_afar(f));
}

/* "to cool the streets", where the tagger took the verb for an adjective or a noun: the tag of "to" or a determiner behind gives it away. */
static bool hides_verb(const infinitive *f) {
    if (f->to + 2 >= f->end)
        return false;
    const token *word = &f->tokens[f->to + 1], *next = word + 1;
    bool hidden = (word->upos == UPOS_ADJ || word->upos == UPOS_NOUN) && word->xpos != PENN_NNS;
    bool known = f->tokens[f->to].upos == UPOS_PART && lexicon_find(f->lexicon, LEXICON_VERBS, f->text->words[f->to + 1]);
    return hidden && (known || next->upos == UPOS_DET || next->xpos == PENN_PRPS);
}

bool candidate_purpose_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count;
    infinitive f = {t, lexicon, t->tokens.items, first, end, first + c->match.words[0], NONE};
    f.verb = f.tokens[f.to].head;
    if (f.verb == NONE || f.verb <= f.to || f.verb >= f.end)
        return false;
    if (hides_verb(&f)) {
        uint32_t before = word_before(&f), governor = verb_of_noun(&f, f.to);
        return governor != NONE && !takes(&f, before, false) && !takes(&f, governor, before != governor) && !is_taken_from_afar(&f);
    }
    uint32_t next = f.to + 1;
    while (next < f.verb && f.tokens[next].upos == UPOS_ADV)
        next++;
    penn tag = (penn)f.tokens[next].xpos; /* "to cool", "to have cooled", "to better withstand" */
    return (tag == PENN_VB || tag == PENN_VBP) && is_purpose(&f);
}
