#include <config.h>

#include "graph/concept.h"

#include <string.h>

#include "base/utf8.h"
#include "clause/phrase.h"

static void insert_word(concept *c, concept_term word) {
    uint8_t at = 0;
    while (at < c->word_count && str_compare(c->words[at].key, word.key) < 0)
        at++;
    if ((at < c->word_count && str_equal(c->words[at].key, word.key)) || c->word_count == CONCEPT_WORDS)
        return;
    memmove(c->words + at + 1, c->words + at, (size_t)(c->word_count - at) * sizeof *c->words);
    c->words[at] = word;
    c->word_count++;
}

static void insert_name(concept *c, str name) {
    uint8_t at = 0;
    while (at < c->name_count && str_compare(c->names[at], name) < 0)
        at++;
    if ((at < c->name_count && str_equal(c->names[at], name)) || c->name_count == CONCEPT_WORDS)
        return;
    memmove(c->names + at + 1, c->names + at, (size_t)(c->name_count - at) * sizeof *c->names);
    c->names[at] = name;
    c->name_count++;
}

/* One spelling for both sides of the ocean: organiz -> organis, labour -> labor. */
static str one_spelling(arena *mem, str stem) {
    size_t n = stem.len;
    if (n > 4 && stem.data[n - 1] == 'z' && (stem.data[n - 2] == 'i' || stem.data[n - 2] == 'y'))
        return arena_print(mem, "%.*ss", (int)(n - 1), stem.data);
    if (n > 4 && memcmp(stem.data + n - 3, "our", 3) == 0)
        return arena_print(mem, "%.*sor", (int)(n - 3), stem.data);
    return stem;
}

/* The row of a verb or an adjective in synonyms.tsv, or NULL. */
static const lexicon_entry *verb_group(const hence_lexicon *lexicon, lexicon_word verb) {
    size_t n;
    const lexicon_entry *all = lexicon_entries(lexicon, LEXICON_SYNONYMS, &n), *g = lexicon_find(lexicon, LEXICON_SYNONYMS, verb);
    for (const lexicon_entry *e = g; e && e < all + n && str_equal(e->form, g->form); e++)
        if (!lexicon_says(e, "pos", "noun"))
            return e;
    return NULL;
}

static str key_of(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w) {
    if (group)
        return lexicon_cell(group, "group");
    const lexicon_entry *noun = lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, w);
    str verb = noun ? lexicon_cell(noun, "verb") : (str){NULL, 0};
    if (!verb.len)
        return one_spelling(mem, w.stem);
    lexicon_word v = {verb, stemmer_stem(stems, mem, verb)};
    const lexicon_entry *g = verb_group(a->lexicon, v);
    return g ? lexicon_cell(g, "group") : one_spelling(mem, v.stem);
}

concept_term concept_word(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w) {
    const lexicon_entry *near = lexicon_find(a->lexicon, LEXICON_NEAR, w);
    return (concept_term){key_of(a, stems, mem, group, w), near ? lexicon_cell(near, "class") : (str){NULL, 0}};
}

static bool is_content(const token *k) {
    switch (k->upos) {
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_VERB:
    case UPOS_ADJ:
    case UPOS_NUM:
        return true;
    case UPOS_NONE:
        return k->flags & TOKEN_WORD;
    default:
        return false;
    }
}

/* The parts of a hyphenated word are concepts of their own; names are looked up over the parts of neighbouring tokens ("Russia-North Korea"). */
typedef struct {
    lexicon_word words[4 * CONCEPT_WORDS];
    uint32_t tokens[4 * CONCEPT_WORDS];
    uint32_t count;
} parts;

static int read_parts(const analysis *a, stemmer *stems, arena *mem, phrase core, parts *out) {
    out->count = 0;
    for (uint32_t i = core.first; i < core.end; i++) {
        lexicon_word whole = a->text->words[i];
        str rest = whole.form, head;
        bool more = str_cut(rest, '-', &head, &rest);
        if (!more || a->text->tokens.items[i].flags & TOKEN_PUNCT) {
            if (out->count == 4 * CONCEPT_WORDS)
                return 0;
            out->words[out->count] = whole;
            out->tokens[out->count++] = i;
            continue;
        }
        for (;; more = str_cut(rest, '-', &head, &rest)) {
            if (head.len && out->count < 4 * CONCEPT_WORDS) {
                lexicon_word w = {head, stemmer_stem(stems, mem, head)};
                if (!w.stem.data)
                    return -1;
                out->words[out->count] = w;
                out->tokens[out->count++] = i;
            }
            if (!more)
                break;
        }
    }
    return 0;
}

static bool in_core(phrase core, uint32_t i) {
    return i != NONE && i >= core.first && i < core.end;
}

static bool is_thing(const tree *t, uint32_t i) {
    return tree_at(t, i)->upos == UPOS_NOUN || tree_at(t, i)->upos == UPOS_PROPN || tree_at(t, i)->upos == UPOS_VERB;
}

/* Whether a preposition joins what follows to the word that counts or changes it ("level of debt", "fall in debt") and does not say where ("presence in
 * Chad"); `counted` asks for the first. */
static bool is_joint(const analysis *a, uint32_t preposition, bool counted) {
    return function_is(a, preposition, "measured") || (!counted && function_is(a, preposition, "varied"));
}

static bool is_joined(const analysis *a, const tree *t, uint32_t noun, bool counted) {
    uint32_t at = tree_child(t, noun, DEP_case, NONE);
    return at == NONE || is_joint(a, at, counted);
}

/* What in the core says whose measure, lack or change `head` names: a verb's object or subject, a noun's complement ("rate of accidents"), else the noun
 * joined to it ("accident rate"), but not to a plain measure. NONE where there is none. */
static uint32_t inner_of(const analysis *a, const tree *t, phrase core, uint32_t head) {
    static const dep kinds[] = {DEP_nmod, DEP_compound, DEP_acl, DEP_nmod_poss};
    if (tree_at(t, head)->upos == UPOS_VERB || tree_child(t, head, DEP_nsubj, NONE) != NONE || tree_child(t, head, DEP_nsubj_pass, NONE) != NONE) {
        uint32_t object = tree_object(t, head), subject = tree_subject(t, head, NULL), inner = tree_child(t, head, DEP_xcomp, NONE);
        uint32_t oblique = tree_child(t, head, DEP_obl, NONE);
        return in_core(core, object) ? object : in_core(core, inner) ? inner : in_core(core, subject) ? subject : in_core(core, oblique) ? oblique : phrase_next_noun(t, head, core.end);
    }
    uint32_t flags = a->notes[head].flags;
    bool counted = flags & (NOTE_TRANSPARENT | NOTE_PERIOD);
    bool complement = head + 1 < core.end && tree_is(t, head + 1, DEP_case) && is_joint(a, head + 1, true); /* "the reality of Chad's increased debt", read as a participle's clause */
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        bool asked = !counted || kinds[k] == DEP_nmod || (kinds[k] == DEP_compound && flags & NOTE_WRAPPER) || (kinds[k] == DEP_acl && complement);
        for (uint32_t i = core.first; asked && i < core.end; i++)
            if (i != head && tree_at(t, i)->head == head && tree_at(t, i)->relation == kinds[k] && is_thing(t, i) &&
                (kinds[k] != DEP_nmod || is_joined(a, t, i, counted)))
                return i;
    }
    return NONE;
}

static bool is_more(const note *n) {
    return n->change == CHANGE_INCREASE || (n->change == CHANGE_CHANGE && n->flags & NOTE_GOOD);
}

/* What is said of the thing, and is not the thing. */
static bool is_said(const analysis *a, const tree *t, phrase core, uint32_t i) {
    const note *n = &a->notes[i];
    if (n->negator || n->change == CHANGE_DECREASE || is_more(n) || n->flags & (NOTE_EVENT | NOTE_LACK | NOTE_DEGREE | NOTE_DEMONSTRATIVE | NOTE_EMPHATIC))
        return true;
    if (n->hedge && tree_at(t, i)->upos != UPOS_NOUN)
        return true;
    if (tree_is(t, i, DEP_nummod) && a->notes[tree_at(t, i)->head].flags & NOTE_PERIOD) /* "[four] decades of neglect" */
        i = tree_at(t, i)->head;
    return a->notes[i].flags & (NOTE_TRANSPARENT | NOTE_PERIOD) && inner_of(a, t, core, i) != NONE;
}

static phrase part_of_core(const tree *t, phrase core, uint32_t head) {
    uint32_t first = tree_lo(t, head), end = tree_hi(t, head);
    return (phrase){first > core.first ? first : core.first, end < core.end ? end : core.end, head};
}

/* The core without a clause around it that says nothing of its own: "closer ties could serve [to embolden them]" is about the ties, "neighbours are
 * faced with the reality of a drought" about the drought. */
static phrase without_frame(const analysis *a, const tree *t, phrase core, uint32_t verb) {
    if (tree_at(t, verb)->upos != UPOS_VERB)
        return core;
    uint32_t next = tree_child(t, verb, DEP_xcomp, NONE), subject = tree_subject(t, verb, NULL), oblique = tree_child(t, verb, DEP_obl, NONE);
    if (next != NONE && next >= core.end && tree_at(t, next)->upos == UPOS_VERB && in_core(core, subject))
        return part_of_core(t, core, subject);
    bool faced = a->notes[verb].flags & NOTE_LIGHT && (tree_child(t, verb, DEP_nsubj_pass, NONE) != NONE || (tree_at(t, verb)->xpos == PENN_VBN && subject != NONE && tree_object(t, verb) == NONE));
    return faced && in_core(core, oblique) ? part_of_core(t, core, oblique) : core;
}

/* A clause with the object that the parser did not see ("[enhance] its arsenal"), and without what it brings about in turn ("cut fares, [raising ridership]"). */
static phrase clause_proper(const analysis *a, const tree *t, phrase core, uint32_t verb) {
    if (tree_at(t, verb)->upos != UPOS_VERB)
        return core;
    uint32_t object = core.first == verb && core.end == verb + 1 && a->notes[verb].change ? phrase_next_noun(t, verb, t->end) : NONE;
    if (object != NONE)
        core.end = object + 1;
    uint32_t further = tree_child(t, verb, DEP_advcl, verb);
    if (in_core(core, further) && further > verb + 1 && tree_at(t, further)->xpos == PENN_VBG && tree_child(t, further, DEP_mark, NONE) == NONE)
        core.end = further;
    return core;
}

/* Whether a verb only joins its subject to what that is or becomes: "wards [stand] empty". Not to an adjective of change, which would be lost: "roads look
 * cheaper" is no "narrower roads". */
static bool is_copular(const analysis *a, const tree *t, uint32_t verb) {
    uint32_t state = tree_at(t, verb)->upos == UPOS_VERB ? tree_child(t, verb, DEP_xcomp, NONE) : NONE;
    return state != NONE && tree_at(t, state)->upos == UPOS_ADJ && !a->notes[state].change && tree_child(t, verb, DEP_obj, NONE) == NONE;
}

static bool is_light(const analysis *a, const tree *t, uint32_t verb) {
    return is_copular(a, t, verb) || (tree_at(t, verb)->upos == UPOS_VERB && a->notes[verb].flags & NOTE_LIGHT);
}

/* The head of the thing itself: behind "level of", "shortage of", "formalisation of", "fall in", "has". What is passed is what is said of it. */
static uint32_t inner_head(const analysis *a, const tree *t, phrase core, uint32_t head) {
    for (int guard = 0; guard < 5; guard++) {
        if (!is_said(a, t, core, head) && !is_light(a, t, head))
            break;
        uint32_t subject = is_copular(a, t, head) ? tree_subject(t, head, NULL) : NONE;
        uint32_t inner = in_core(core, subject) ? subject : inner_of(a, t, core, head);
        if (inner == NONE)
            break;
        head = inner;
    }
    return head;
}

/* Who does it, in an active clause: its subject, else the noun before its verb; NONE for a phrase or a passive. */
static uint32_t doer_of(const tree *t, phrase core, uint32_t head) {
    uint32_t subject = tree_child(t, head, DEP_nsubj, NONE);
    if (tree_at(t, head)->upos != UPOS_VERB || tree_is_passive(t, head) || tree_at(t, head)->xpos == PENN_VBN)
        return NONE;
    for (uint32_t i = head; subject == NONE && i > core.first;)
        if (tree_at(t, --i)->upos == UPOS_NOUN || tree_at(t, i)->upos == UPOS_PROPN)
            subject = i;
    return subject;
}

/* "a [smaller] drop in traffic" is a drop all the same: the adjective sizes the change, not the thing. */
static bool sizes_change(const analysis *a, const tree *t, uint32_t i, uint32_t outer, uint32_t head) {
    return outer != head && a->notes[outer].change != CHANGE_NONE && tree_is(t, i, DEP_amod) && tree_at(t, i)->head == outer;
}

static void read_words(const analysis *a, stemmer *stems, arena *mem, const tree *t, phrase core, const parts *p, uint32_t outer, uint32_t head, concept *out) {
    bool changed = tree_at(t, head)->upos != UPOS_VERB && tree_at(t, outer)->upos == UPOS_VERB; /* "[managers] cut opening hours": what is claimed is the cut */
    uint32_t doer = doer_of(t, core, changed ? outer : head), flipped = NONE; /* the parts of one token turn the direction once */
    for (uint32_t i = 0; i < p->count;) {
        uint32_t token_at = p->tokens[i];
        const token *k = tree_at(t, token_at);
        const note *n = &a->notes[token_at];
        lexicon_match m;
        if (lexicon_match_at(a->lexicon, LEXICON_NAMES, p->words, p->count, i, &m, 1) && k->flags & TOKEN_CAPITAL) {
            str name = lexicon_cell(m.entry, "name");
            uint32_t last = m.words[m.word_count - 1];
            if (head >= token_at && head <= p->tokens[last] && !out->head.key.len && p->tokens[last] != outer)
                out->head.key = name;
            else
                insert_name(out, name);
            i = last + 1;
            continue;
        }
        bool first = flipped != token_at;
        flipped = token_at;
        if (first && (n->negator == 1 || (n->flags & NOTE_LACK && !n->negator)) && (token_at != head || n->negator))
            out->negated = !out->negated;
        if (is_content(k)) {
            bool whole = p->words[i].form.len == a->text->words[token_at].form.len;
            concept_term c = concept_word(a, stems, mem, whole ? n->group : lexicon_find(a->lexicon, LEXICON_SYNONYMS, p->words[i]), p->words[i]);
            if (first && !sizes_change(a, t, token_at, outer, head)) {
                out->less ^= n->change == CHANGE_DECREASE && !(n->flags & NOTE_LACK); /* "water is scarce" lacks it, as "the scarcity of water" does */
                out->more |= is_more(n);
            }
            if (token_at == outer && outer != head && !is_copular(a, t, outer) && !(n->flags & NOTE_WRAPPER))
                out->outer = c;
            if (token_at == head && (!out->head.key.len || i + 1 == p->count || p->tokens[i + 1] != token_at)) {
                if (out->head.key.len)
                    insert_word(out, out->head);
                out->head = c;
            } else if (!is_said(a, t, core, token_at) && !is_light(a, t, token_at) && !(changed && token_at == doer))
                insert_word(out, c);
            if (token_at == doer && token_at != head && token_at != outer)
                out->subject = c;
        }
        i++;
    }
}

/* What opens the phrase, in front of the core or in it: "no", "the", "such". */
static void read_opening(const analysis *a, const tree *t, phrase core, uint32_t outer, uint32_t head, concept *out) {
    uint32_t first = core.first;
    while (first > t->first && core.first - first < 4) {
        const token *k = tree_at(t, --first);
        if (a->notes[first].negator == 1)
            out->negated = !out->negated;
        if (k->upos == UPOS_DET || (k->upos != UPOS_ADJ && k->upos != UPOS_ADV && k->upos != UPOS_NOUN))
            break;
    }
    for (uint32_t i = first; i < outer || i == first; i++) {
        uint32_t of = tree_at(t, i)->head; /* "those firms fall behind" does not point back as a whole */
        bool conjunction = tree_at(t, i)->upos == UPOS_SCONJ || (i > t->first && a->notes[i - 1].flags & NOTE_REPORTING && tree_at(t, i - 1)->upos == UPOS_VERB); /* "argue that ties ..." */
        bool its_own = !conjunction && (of == outer || of == head || of == NONE || !in_core(core, of));
        out->demonstrative |= a->notes[i].flags & NOTE_DEMONSTRATIVE && its_own;
        out->definite |= i <= core.first && (a->notes[i].flags & NOTE_DEFINITE || (out->derived && tree_at(t, i)->xpos == PENN_PRPS)); /* "their departure" */
    }
    out->definite |= out->demonstrative;
}

int concept_read(const analysis *a, stemmer *stems, arena *mem, const tree *t, phrase core, concept *out) {
    *out = (concept){0};
    uint32_t outer = in_core(core, core.head) ? core.head : core.end - 1;
    core = without_frame(a, t, core, outer);
    outer = in_core(core, core.head) ? core.head : core.end - 1;
    core = clause_proper(a, t, core, outer);
    parts p;
    if (read_parts(a, stems, mem, core, &p) < 0)
        return -1;
    if (tree_is(t, outer, DEP_acl_relcl) && in_core(core, tree_at(t, outer)->head)) /* "a challenge that may be met" is a challenge */
        outer = tree_at(t, outer)->head;
    uint32_t head = inner_head(a, t, core, outer);
    out->clause = tree_at(t, head)->upos == UPOS_VERB || tree_at(t, outer)->upos == UPOS_VERB;
    bool noun = tree_at(t, outer)->upos != UPOS_VERB;
    out->shell = ((noun ? a->notes[outer].flags : 0) | a->notes[head].flags) & NOTE_SHELL;
    uint32_t named = tree_at(t, outer)->upos == UPOS_VERB || a->notes[outer].flags & NOTE_EVENT ? head : outer; /* "the signing of [a pact]" */
    out->form = a->text->words[named].stem;
    out->plural = tree_at(t, named)->xpos == PENN_NNS;
    out->derived = noun && lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, a->text->words[outer]) != NULL && !(a->notes[outer].flags & NOTE_AGENT);
    read_words(a, stems, mem, t, core, &p, outer, head, out);
    if (out->head.key.len == 0)
        out->head.key = a->text->words[head].stem;
    read_opening(a, t, core, outer, head, out);
    return 0;
}
