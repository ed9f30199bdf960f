#include <config.h>

#include "marker/candidate.h"
#include "syntax/tags.h"

/* A cue in its sentence; indices count from the sentence's first token. */
typedef struct {
    const text *text;
    const hence_lexicon *lexicon;
    const token *tokens;
    const lexicon_word *words;
    uint32_t first;
    int count;
    int at;   /* the word that inflects, else the first */
    int last; /* the last word of the form */
    bool inflects;
    const lexicon_entry *entry;
    const lexicon_match *match;
} cue;

static const token *token_at(const cue *c, int i) {
    static const token none = {.head = NONE};
    return i >= 0 && i < c->count ? &c->tokens[i] : &none;
}

static bool is_form(const cue *c, int i, const char *form) {
    return i >= 0 && i < c->count && str_equal(c->words[i].form, str_of(form));
}

static bool is_predicate(const token *w) {
    return w->upos == UPOS_VERB || w->upos == UPOS_AUX;
}

/* Whether the tree hangs the token `i` on the word of the cue as `relation`. */
static bool hangs(const cue *c, int i, dep relation) {
    const token *w = token_at(c, i);
    return w->relation == relation && w->head == c->first + (uint32_t)c->at;
}

/* Whether anything behind the word of the cue hangs on it as `relation`. */
static bool has_child(const cue *c, dep relation) {
    for (int i = c->at + 1; i < c->count; i++)
        if (hangs(c, i, relation))
            return true;
    return false;
}

static int after_adverbs(const cue *c, int i) {
    while (token_at(c, i)->upos == UPOS_ADV)
        i++;
    return i;
}

static bool is_copula(const cue *c, int i) {
    return i >= 0 && lexicon_is(c->lexicon, LEXICON_FUNCTION, c->words[i], "copula");
}

/* lies in, include: as good as a copula */
static bool is_being(const cue *c, int i) {
    lexicon_match m;
    return lexicon_match_at(c->lexicon, LEXICON_FUNCTION, c->words, (size_t)c->count, (size_t)i, &m, 1) &&
           lexicon_says(m.entry, "kind", "being");
}

/* ---- verbs */

static bool is_finite(const cue *c, int i) {
    const token *w = token_at(c, i);
    return is_predicate(w) && (w->xpos == PENN_VBD || w->xpos == PENN_VBP || w->xpos == PENN_VBZ || w->xpos == PENN_MD);
}

/* "an established firm", "the protected areas": a participle inside a noun phrase says what something is like. */
static bool is_attributive(const cue *c) {
    const token *w = token_at(c, c->at), *next = token_at(c, c->at + 1), *before = token_at(c, c->at - 1);
    bool noun_next = next->upos == UPOS_NOUN || next->upos == UPOS_PROPN || next->upos == UPOS_ADJ;
    if (c->at == 0 && noun_next && (w->xpos == PENN_VBD || w->xpos == PENN_VBN || w->upos == UPOS_ADJ))
        return true; /* no finite verb in the past opens a sentence: "Strengthened ties may help" */
    if (!noun_next || (w->xpos != PENN_VBN && w->xpos != PENN_VBG && w->upos != UPOS_ADJ))
        return false;
    if (w->xpos == PENN_VBG && w->relation != DEP_amod && w->relation != DEP_compound && w->relation != DEP_NONE)
        return false; /* "by raising wages", ", further raising wages" */
    if (before->upos == UPOS_VERB)
        return w->relation == DEP_amod && is_finite(c, c->at - 1);
    return before->upos == UPOS_DET || before->upos == UPOS_ADP || before->upos == UPOS_ADJ || before->xpos == PENN_PRPS ||
           before->xpos == PENN_POS;
}

/* Whether another finite verb stands near by. */
static bool has_finite_verb(const cue *c) {
    enum { NEAR = 12 };
    for (int i = c->at - NEAR; i < c->at + NEAR; i++)
        if (i != c->at && is_finite(c, i))
            return true;
    return false;
}

/* A word that the tagger takes for a noun or an adjective stands where only a verb can: right before a determiner or the like, with no
 * other verb near by, or at the head of the sentence. */
static bool stands_for_verb(const cue *c) {
    const token *w = token_at(c, c->at), *next = token_at(c, c->last + 1), *before = token_at(c, c->at - 1);
    if (is_form(c, c->at - 1, "to"))
        return next->upos == UPOS_DET || next->xpos == PENN_PRPS || (is_predicate(token_at(c, c->at - 2)) && (next->upos == UPOS_ADJ || next->upos == UPOS_NOUN));
    if (is_form(c, c->at - 1, ",") && str_ends(c->words[c->at].form, str_of("ing")) && w->upos == UPOS_NOUN)
        return next->upos == UPOS_NOUN || next->upos == UPOS_ADJ || next->upos == UPOS_DET; /* , boosting exports */
    if (before->upos == UPOS_DET || before->upos == UPOS_ADP || before->xpos == PENN_PRPS || before->xpos == PENN_POS)
        return false;
    if (before->upos == UPOS_ADJ && token_at(c, c->at - 2)->upos == UPOS_DET && w->upos == UPOS_NOUN && w->xpos != PENN_VBG &&
        !str_ends(c->words[c->at].form, str_of("ing")) && has_finite_verb(c))
        return false; /* the first result from the count came at midnight */
    if (w->upos == UPOS_ADJ && str_ends(c->words[c->at].form, str_of("ed")) &&
        (before->upos == UPOS_NOUN || before->upos == UPOS_PRON || before->upos == UPOS_PROPN))
        return true; /* the loan relieved pressure */
    if (c->entry->word_count > 1 && c->last > c->at)
        return true;
    if (next->upos == UPOS_DET || next->upos == UPOS_PRON || next->xpos == PENN_PRPS)
        return true;
    if (before->upos == UPOS_PART || (before->upos == UPOS_AUX && !is_copula(c, c->at - 1)))
        return true;
    if (has_finite_verb(c))
        return before->upos == UPOS_CCONJ && (next->upos == UPOS_ADJ || next->upos == UPOS_NOUN);
    return next->upos == UPOS_ADJ || next->upos == UPOS_NOUN || next->upos == UPOS_PROPN;
}

static bool is_number(const cue *c, int i) {
    return token_at(c, i)->upos == UPOS_NUM || (token_at(c, i)->flags & TOKEN_NUMBER);
}

/* by 3 percent: a measure; by two decades of austerity: none */
static bool is_measure(const cue *c, int i) {
    return is_number(c, i) && !(token_at(c, i + 1)->upos == UPOS_NOUN && is_form(c, i + 2, "of"));
}

/* 40 percent, 3 of them; but 40 deaths, one in five deaths, are good or bad things */
static bool is_amount(const cue *c, int i) {
    if (!is_number(c, i))
        return false;
    while (is_number(c, i) || token_at(c, i)->upos == UPOS_ADJ || (token_at(c, i)->upos == UPOS_ADP && is_number(c, i + 1)))
        i++;
    return i >= c->count || !lexicon_find(c->lexicon, LEXICON_VALENCE, c->words[i]);
}

/* "is caused by", "unrest caused mostly by", but not "increased by 900 percent" */
static bool has_agent(const cue *c) {
    enum { NEAR = 5 };
    for (int i = c->last + 1; i <= c->last + NEAR && i < c->count; i++) {
        if (is_form(c, i, "by"))
            return !is_measure(c, i + 1) && !(token_at(c, i + 1)->upos == UPOS_ADV && is_measure(c, i + 2));
        if (token_at(c, i)->flags & TOKEN_PUNCT)
            return false;
    }
    return false;
}

static bool is_passive(const cue *c) {
    int before = c->at - 1;
    while (token_at(c, before)->upos == UPOS_ADV)
        before--;
    const token *w = token_at(c, c->at);
    bool active = w->xpos == PENN_VBG || (w->upos == UPOS_ADJ && has_child(c, DEP_obj));
    return !active && token_at(c, before)->upos == UPOS_AUX && is_copula(c, before);
}

/* What stands after a verb that ends its form: an object, a clause, or the one who does it. A verb without any has one side alone. */
static bool has_object(const cue *c) {
    int next = after_adverbs(c, c->last + 1);
    const token *n = token_at(c, next);
    if (has_agent(c))
        return true;
    if (is_passive(c) || (is_form(c, next, "by") && is_measure(c, next + 1)))
        return false;
    bool apart = is_form(c, c->last + 1, ","); /* "the war ended, which ...": the clause behind a comma is no object */
    for (int i = c->at + 1; i < c->count; i++) /* before a particle too: "keeps nurses out" */
        if (hangs(c, i, DEP_obj) || (!apart && (hangs(c, i, DEP_ccomp) || hangs(c, i, DEP_xcomp) || hangs(c, i, DEP_iobj))))
            return true;
    const token *w = token_at(c, c->at);
    bool verbless = !has_finite_verb(c) && (w->relation == DEP_acl || w->upos == UPOS_NOUN); /* the parser has lost the verb: it may well be this one */
    if (n->upos != UPOS_DET && !verbless && (hangs(c, next, DEP_obl_unmarked) || hangs(c, next + 1, DEP_obl_unmarked) || hangs(c, next + 2, DEP_obl_unmarked)))
        return false; /* last year, overnight */
    switch (n->upos) {
    case UPOS_DET:
    case UPOS_PRON:
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_ADJ:
    case UPOS_NUM:
    case UPOS_VERB:
    case UPOS_PART: /* to do something; 's */
    case UPOS_SCONJ:
    case UPOS_CCONJ: /* caused or worsened it */
        return true;
    case UPOS_ADP: /* at least a year */
        return token_at(c, next + 1)->xpos == PENN_RBS || token_at(c, next + 1)->xpos == PENN_JJS;
    case UPOS_PUNCT:
        return is_form(c, next, "\"") || is_form(c, next, "\xe2\x80\x9c") || is_form(c, next, "(");
    default:
        return token_at(c, c->at)->relation == DEP_acl_relcl; /* the debts that it caused */
    }
}

static bool has_part(const cue *c, uint32_t i) {
    for (unsigned k = 0; k < c->match->word_count; k++)
        if (c->first + c->match->words[k] == i)
            return true;
    return false;
}

/* "protect against threats [emanating from] the north": the last part of the form belongs to another verb in the gap. */
static bool reaches_over_verb(const cue *c) {
    enum { CLIMB = 6 };
    uint32_t at = c->first + (uint32_t)c->at, last = c->first + (uint32_t)c->last, up = c->tokens[c->last].head;
    for (int i = 0; i < CLIMB && up != NONE && up != at; i++) {
        const token *w = token_at(c, (int)(up - c->first));
        if (up > at && up < last && !has_part(c, up) && w->upos == UPOS_VERB && w->relation != DEP_amod && w->relation != DEP_compound)
            return true;
        up = w->head;
    }
    return false;
}

/* "depends heavily on", but not "leads [a team] to": adverbs alone part a verb from its preposition. */
static bool is_parted(const cue *c) {
    const form_word *end = c->entry->words + c->entry->word_count;
    if (c->entry->word_count < 3 || !end[-2].filler || !end[-3].inflects)
        return false;
    for (int i = c->at + 1; i < c->last; i++)
        if (token_at(c, i)->upos != UPOS_ADV)
            return true;
    return false;
}

static bool verb_fits(const cue *c) {
    const token *w = token_at(c, c->at);
    bool ends_in_verb = c->last == c->at;
    bool particle = !ends_in_verb && token_at(c, c->last)->xpos == PENN_RP;
    if (ends_in_verb ? is_attributive(c) : reaches_over_verb(c) || is_parted(c))
        return false;
    if (!ends_in_verb && (is_form(c, c->last, "by") ? is_measure : is_amount)(c, c->last + 1))
        return false; /* accounts for 40 percent */
    bool adjective = w->upos == UPOS_ADJ && (has_agent(c) || has_child(c, DEP_obj)); /* "is depressing prices": a verb for all that */
    if (!is_predicate(w) && !stands_for_verb(c) && !adjective)
        return false;
    if (particle)
        return has_object(c);
    return !ends_in_verb || c->entry->words[c->entry->word_count - 1].gap || has_object(c);
}

/* ---- nouns */

/* A noun whose side is its subject (X is a cause of Y, X poses a threat to Y) must be said of something. "The engine of the ferry was
 * replaced" says nothing by it. */
static bool is_said_of_something(const cue *c) {
    enum { BACK = 14, AHEAD = 14, BESIDE = 4 };
    for (int i = c->at - 1; i >= c->at - BESIDE; i--)
        if (is_form(c, i, "with"))
            return true; /* a step with far-reaching implications for */
    for (int i = c->at - 1; i >= 0 && i >= c->at - BACK; i--) {
        const token *w = token_at(c, i);
        if (is_form(c, i, "as") || is_form(c, i, ",") || is_form(c, i, "-") || is_form(c, i, ":") || is_form(c, i, "("))
            return true; /* an apposition, or a list */
        if (is_predicate(w) && w->relation != DEP_amod)
            return is_copula(c, i) || w->upos == UPOS_AUX || lexicon_find(c->lexicon, LEXICON_LIGHT, c->words[i]);
    }
    /* the cause of the delay is a flood */
    for (int i = c->last + 1; i < c->count && i < c->last + AHEAD; i++)
        if (is_predicate(token_at(c, i)) && token_at(c, i)->relation != DEP_acl && (token_at(c, i)->relation != DEP_aux || i + 1 == c->count)) {
            if (is_being(c, i))
                return true;
            const token *next = token_at(c, after_adverbs(c, i + 1));
            return is_copula(c, i) && (next->upos == UPOS_DET || next->upos == UPOS_NOUN || next->upos == UPOS_PRON ||
                                       next->upos == UPOS_SCONJ || next->upos == UPOS_PROPN);
        }
    return token_at(c, c->at)->relation != DEP_nsubj && token_at(c, c->at)->relation != DEP_obj;
}

/* Whether the preposition of the slot comes before the next finite verb. */
static bool has_slot(const cue *c, frame_slot slot) {
    enum { REACH = 16 };
    const char *word = lexicon_preposition(slot);
    if (!word || slot == SLOT_OF || slot == SLOT_BY) /* a noun may well do without these: "the impact on wages" */
        return true;
    for (int i = c->last + 1; i < c->count && i < c->last + REACH; i++) {
        if (is_form(c, i, word) || (slot == SLOT_ON && is_form(c, i, "upon")))
            return true;
        if (token_at(c, i)->upos == UPOS_AUX)
            return false;
    }
    return false;
}

static bool noun_fits(const cue *c) {
    const token *w = token_at(c, c->at);
    const lexicon_entry *e = c->entry;
    if (c->inflects && (is_predicate(w) || w->upos == UPOS_ADV || (w->upos == UPOS_ADJ && c->last == c->at)))
        return false;
    if (w->upos == UPOS_ADP) /* at the root of */
        return true;
    if ((e->source == SLOT_SUBJ || e->target == SLOT_SUBJ) && !is_said_of_something(c))
        return false;
    return has_slot(c, e->source) && has_slot(c, e->target);
}

/* ---- */

bool candidate_cue_fits(const text *t, const hence_lexicon *lexicon, uint32_t sentence, const candidate *candidate,
                        const lexicon_entry *row) {
    uint32_t first = t->sentences.items[sentence].first_token;
    cue c = {.text = t,
             .lexicon = lexicon,
             .tokens = t->tokens.items + first,
             .words = t->words + first,
             .first = first,
             .count = (int)t->sentences.items[sentence].token_count,
             .at = (int)candidate->match.words[0],
             .last = (int)candidate->match.words[candidate->match.word_count - 1],
             .entry = row,
             .match = &candidate->match};
    for (unsigned i = 0, k = 0; i < row->word_count; i++) {
        if (row->words[i].filler)
            continue;
        if (row->words[i].inflects) {
            c.at = (int)candidate->match.words[k];
            c.inflects = true;
            break;
        }
        k++;
    }
    if (token_at(&c, c.at)->upos == UPOS_NONE)
        return true;
    switch (row->table) {
    case LEXICON_VERBS:
        return verb_fits(&c);
    case LEXICON_NOUNS:
        return noun_fits(&c);
    default:
        return true;
    }
}
