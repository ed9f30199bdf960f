/* plain: forms that no model judges, since the corpora have none of them as connectives: the words around them tell. */
#include <config.h>

#include "marker/candidate.h"
#include "marker/reason.h"
#include "syntax/tags.h"

/* "following the verdict": a participle that stands as a preposition, not as a verb or before a noun ("the following year"). */
static bool is_preposition(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count, at = first + c->match.words[0];
    const token *tokens = t->tokens.items, *before = at > first ? &tokens[at - 1] : NULL;
    if (before && (before->upos == UPOS_DET || before->upos == UPOS_AUX || before->upos == UPOS_ADP || before->xpos == PENN_PRPS || before->upos == UPOS_ADJ))
        return false;
    for (uint32_t i = first; i < end; i++)
        if (tokens[i].head == at && (tokens[i].relation == DEP_nsubj || tokens[i].relation == DEP_aux))
            return false;
    uint32_t noun = tokens[at].relation == DEP_amod ? tokens[at].head : NONE; /* "resigned following protests", for the parser "following waves hit" */
    if (noun != NONE && (tokens[noun].relation == DEP_nsubj || tokens[noun].relation == DEP_nsubj_pass || lexicon_is(lexicon, LEXICON_FUNCTION, t->words[noun], "period")))
        return false;
    const token *next = at + 1 < end ? &tokens[at + 1] : NULL;
    return next && !(next->flags & TOKEN_PUNCT) && next->upos != UPOS_VERB && next->upos != UPOS_ADP;
}

/* "struck, demanding safer wards": a participle that stands free, and says what the clause or the noun before it is for. */
static bool is_participle(const text *t, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count, at = first + c->match.words[0];
    const token *tokens = t->tokens.items, *word = &tokens[at], *before = at > first ? &tokens[at - 1] : NULL;
    bool filled = false;
    if (before && (before->upos == UPOS_DET || before->upos == UPOS_AUX || before->upos == UPOS_ADP || before->upos == UPOS_SCONJ || before->upos == UPOS_PART))
        return false;
    for (uint32_t i = first; i < end; i++) {
        dep r = (dep)tokens[i].relation;
        if (tokens[i].head != at)
            continue;
        if (r == DEP_nsubj || r == DEP_aux || r == DEP_mark || r == DEP_cop)
            return false;
        filled |= i > at && (r == DEP_obj || r == DEP_ccomp || r == DEP_xcomp);
    }
    return filled && word->xpos == PENN_VBG && (word->relation == DEP_advcl || word->relation == DEP_acl || word->relation == DEP_xcomp || word->relation == DEP_conj);
}

/* "it would have held [had] the city paid": an auxiliary before the subject of its verb. */
static bool is_inverted(const token *tokens, uint32_t at, uint32_t end) {
    uint32_t verb = tokens[at].head;
    for (uint32_t i = at + 1; tokens[at].relation == DEP_aux && verb != NONE && i < verb && verb < end; i++)
        if (tokens[i].head == verb && (tokens[i].relation == DEP_nsubj || tokens[i].relation == DEP_nsubj_pass))
            return tokens[at - 1].xpos != PENN_WRB;
    return false;
}

/* "Should the levee fail, ...": an auxiliary that opens a condition before its subject. */
static bool is_inversion(const text *t, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count, at = first + c->match.words[0];
    const token *tokens = t->tokens.items;
    if (at + 2 >= end || str_equal(t->words[end - 1].form, (str)STR("?")))
        return false;
    upos subject = (upos)tokens[at + 1].upos;
    if (subject != UPOS_DET && subject != UPOS_NOUN && subject != UPOS_PROPN && subject != UPOS_PRON && subject != UPOS_ADJ && subject != UPOS_NUM)
        return false;
    for (uint32_t i = first; i < at; i++)
        if (!(tokens[i].flags & TOKEN_PUNCT) && tokens[i].upos != UPOS_CCONJ)
            return is_inverted(tokens, at, end);
    for (uint32_t i = at + 2; i < end; i++)
        if (str_equal(t->words[i].form, (str)STR(",")))
            return true;
    return false;
}

/* Whether the phrase of `head` hangs before a verb of the sentence that has a subject of its own behind it: as good as a comma. */
static bool stands_before_clause(const token *tokens, uint32_t head, uint32_t end) {
    uint32_t verb = head == NONE ? NONE : tokens[head].head;
    for (uint32_t i = head + 1; verb != NONE && verb > head && verb < end && i < verb; i++)
        if (tokens[i].head == verb && (tokens[i].relation == DEP_nsubj || tokens[i].relation == DEP_nsubj_pass || tokens[i].relation == DEP_expl))
            return true;
    return false;
}

/* "Without foreign loans, the mine would close": what opens the clause, and a comma or its subject ends, may be a condition of it. */
static bool is_set_before(const text *t, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count, at = first + c->match.words[0];
    const token *before = at > first ? &t->tokens.items[at - 1] : NULL;
    if (before && before->upos != UPOS_CCONJ && before->upos != UPOS_SCONJ && !(before->flags & TOKEN_PUNCT))
        return false;
    for (uint32_t i = at + 2; i + 1 < end; i++)
        if (t->tokens.items[i].flags & TOKEN_PUNCT)
            return str_equal(t->words[i].form, (str)STR(","));
    return t->tokens.items[at].relation == DEP_case && stands_before_clause(t->tokens.items, t->tokens.items[at].head, end);
}

static bool is_comparative(const token *w) {
    return w->xpos == PENN_JJR || w->xpos == PENN_RBR;
}

/* "The longer a mine stands idle, the harder it is to reopen", "the longer the queue": a clause that opens with a comparative, or a noun with its article, and a
 * comparative behind it. */
static bool compares(const text *t, uint32_t sentence, const candidate *c) {
    uint32_t first = t->sentences.items[sentence].first_token, end = first + t->sentences.items[sentence].token_count, at = first + c->match.words[0];
    uint32_t last = first + c->match.words[c->match.word_count - 1];
    const token *tokens = t->tokens.items, *before = at > first ? &tokens[at - 1] : NULL;
    bool opens = !before || before->upos == UPOS_CCONJ || before->upos == UPOS_SCONJ || before->flags & TOKEN_PUNCT, verb = at + 2 < last && tokens[at + 2].upos == UPOS_DET;
    for (uint32_t i = at + 2; i < last && opens; i++)
        verb |= tokens[i].upos == UPOS_VERB || tokens[i].upos == UPOS_AUX;
    return verb && last + 2 < end && is_comparative(&tokens[at + 1]) && is_comparative(&tokens[last + 1]);
}

bool candidate_plain_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *c, const lexicon_entry *row) {
    switch (row->frame) {
    case FRAME_GOV:
        return reason_governor(t, lexicon, sentence, t->sentences.items[sentence].first_token + c->match.words[0], row) != NONE;
    case FRAME_INF:
        return candidate_purpose_fits(t, lexicon, sentence, c);
    case FRAME_SUB:
        return is_inversion(t, sentence, c);
    case FRAME_GER:
        return is_participle(t, sentence, c);
    case FRAME_PAIR:
        return compares(t, sentence, c);
    default:
        return is_preposition(t, lexicon, sentence, c) && (row->relation != RELATION_CONDITION || is_set_before(t, sentence, c));
    }
}
