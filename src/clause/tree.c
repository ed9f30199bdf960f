#include <config.h>

#include "clause/tree.h"

/* A semicolon or a colon. None is one behind a word that cannot end a clause ("the; levy"), nor "She added: ...", where what follows completes the verb. */
static bool is_break(const tree *t, uint32_t i) {
    str form = tree_form(t, i);
    if (i == t->first || form.len != 1 || (form.data[0] != ';' && form.data[0] != ':'))
        return false;
    switch (tree_at(t, i - 1)->upos) {
    case UPOS_DET:
    case UPOS_ADP:
    case UPOS_CCONJ:
    case UPOS_SCONJ:
    case UPOS_PART:
    case UPOS_AUX:
        return false;
    case UPOS_VERB:
        return form.data[0] == ';';
    default:
        return true;
    }
}

/* Whether a tensed verb and its subject stand in [first, end). */
static bool has_clause(const tree *t, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const token *k = tree_at(t, i);
        bool subject = k->relation == DEP_nsubj || k->relation == DEP_nsubj_pass || k->relation == DEP_expl || k->relation == DEP_csubj;
        if (subject && k->head != NONE && k->head >= first && k->head < end)
            return true;
    }
    return false;
}

/* Whether a tensed verb stands in [first, end) before any word that would make it a clause's within: "; cheap credit would help", but not "; a loan that helps". */
static bool has_tense(const tree *t, uint32_t first, uint32_t end) {
    for (uint32_t i = first; i < end; i++) {
        const token *k = tree_at(t, i);
        if (k->upos == UPOS_SCONJ || k->xpos == PENN_WDT || k->xpos == PENN_WP || k->xpos == PENN_WRB)
            return false;
        if (tree_is_tensed(t, i) && i > first)
            return true;
    }
    return false;
}

/* Fills `part`: a break parts the sentence where a clause stands on both sides of it, so that a stray one parts nothing. */
static void part(tree *t) {
    uint32_t start = t->first;
    for (uint32_t i = t->first; i < t->end; i++) {
        t->part[i - t->first] = start;
        if (!is_break(t, i) || !has_clause(t, start, i))
            continue;
        uint32_t next = i + 1;
        while (next < t->end && !is_break(t, next))
            next++;
        bool semicolon = !tree_is_colon(t, i);
        if (has_clause(t, i + 1, next) || (semicolon && has_tense(t, i + 1, next)))
            start = i + 1;
    }
}

/* The head of a token, where it stands in the same part of the sentence; else NONE. */
static uint32_t head_in_part(const tree *t, uint32_t i) {
    uint32_t head = tree_at(t, i)->head;
    return head == NONE || head < t->first || head >= t->end || !tree_same_part(t, i, head) ? NONE : head;
}

int tree_read(arena *mem, const text *t, uint32_t s, tree *out) {
    const sentence *sent = &t->sentences.items[s];
    uint32_t n = sent->token_count, first = sent->first_token;
    *out = (tree){.text = t, .first = first, .end = first + n};
    uint32_t **const columns[] = {&out->lo, &out->hi, &out->child, &out->next, &out->part};
    for (size_t k = 0; k < sizeof columns / sizeof *columns; k++)
        if (!(*columns[k] = arena_new(mem, uint32_t, n)))
            return -1;
    for (uint32_t i = 0; i < n; i++) {
        out->lo[i] = first + i;
        out->hi[i] = first + i + 1;
        out->child[i] = out->next[i] = NONE;
    }
    part(out);
    for (uint32_t i = n; i-- > 0;) {
        uint32_t head = head_in_part(out, first + i);
        if (head == NONE)
            continue;
        out->next[i] = out->child[head - first];
        out->child[head - first] = first + i;
    }
    /* Bounds climb to the root. In a projective tree a few sweeps settle them; a guard bounds deep chains. */
    bool changed = true;
    for (int sweep = 0; changed && sweep < 64; sweep++) {
        changed = false;
        for (uint32_t k = 0; k < n; k++) {
            uint32_t i = sweep & 1 ? n - 1 - k : k, head = head_in_part(out, first + i);
            if (head == NONE || tree_is_punct(out, first + i))
                continue; /* a comma at the edge belongs to neither side */
            uint32_t h = head - first;
            if (out->lo[i] < out->lo[h]) {
                out->lo[h] = out->lo[i];
                changed = true;
            }
            if (out->hi[i] > out->hi[h]) {
                out->hi[h] = out->hi[i];
                changed = true;
            }
        }
    }
    return 0;
}

uint32_t tree_child(const tree *t, uint32_t head, dep relation, uint32_t after) {
    if (head == NONE)
        return NONE;
    for (uint32_t i = t->child[head - t->first]; i != NONE; i = t->next[i - t->first])
        if ((after == NONE || i > after) && tree_at(t, i)->relation == relation && tree_below(t, i, head))
            return i;
    return NONE;
}

bool tree_below(const tree *t, uint32_t i, uint32_t ancestor) {
    return i != NONE && ancestor != NONE && tree_lo(t, ancestor) <= i && i < tree_hi(t, ancestor);
}

bool tree_is_clause(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    switch (k->relation) {
    case DEP_aux:
    case DEP_aux_pass:
    case DEP_cop:
    case DEP_case:
    case DEP_mark:
    case DEP_fixed:
    case DEP_amod:
    case DEP_compound:
    case DEP_compound_prt:
        return false;
    default:
        break;
    }
    if (k->upos == UPOS_VERB)
        return true;
    return tree_child(t, i, DEP_cop, NONE) != NONE || tree_child(t, i, DEP_nsubj, NONE) != NONE ||
           tree_child(t, i, DEP_nsubj_pass, NONE) != NONE || (k->upos == UPOS_AUX && k->relation == DEP_root);
}

uint32_t tree_clause(const tree *t, uint32_t i) {
    for (int guard = 0; i != NONE && guard < 200; guard++) {
        if (tree_is_clause(t, i))
            return i;
        i = tree_at(t, i)->head;
    }
    return NONE;
}

bool tree_is_tensed(const tree *t, uint32_t i) {
    const token *k = tree_at(t, i);
    return k->xpos == PENN_VBD || k->xpos == PENN_VBP || k->xpos == PENN_VBZ || k->xpos == PENN_MD;
}

bool tree_is_finite(const tree *t, uint32_t clause) {
    if (clause == NONE)
        return false;
    if (tree_is_tensed(t, clause))
        return true;
    for (uint32_t i = tree_lo(t, clause); i < tree_hi(t, clause); i++) {
        const token *k = tree_at(t, i);
        if (k->head == clause && (k->relation == DEP_aux || k->relation == DEP_aux_pass || k->relation == DEP_cop) && tree_is_tensed(t, i))
            return true;
    }
    return false;
}

bool tree_is_passive(const tree *t, uint32_t verb) {
    if (tree_child(t, verb, DEP_aux_pass, NONE) != NONE || tree_child(t, verb, DEP_nsubj_pass, NONE) != NONE ||
        tree_child(t, verb, DEP_csubj_pass, NONE) != NONE)
        return true;
    const token *k = tree_at(t, verb);
    if (k->xpos != PENN_VBN)
        return false;
    /* "has eroded", "the verdict triggered protests": a subject, an auxiliary or an object of its own speaks for the active */
    return tree_child(t, verb, DEP_aux, NONE) == NONE && tree_child(t, verb, DEP_nsubj, NONE) == NONE &&
           tree_object(t, verb) == NONE;
}

static bool is_relative(const tree *t, uint32_t i) {
    penn tag = (penn)tree_at(t, i)->xpos;
    return tag == PENN_WDT || tag == PENN_WP || tag == PENN_WPS;
}

/* "[Lifting] the ban would help": the gerund whose object the parser took for the subject; NONE where it did not. */
static uint32_t gerund_before(const tree *t, uint32_t noun) {
    uint32_t first = noun == NONE ? t->first : tree_lo(t, noun), verb = noun == NONE ? NONE : tree_at(t, noun)->head;
    if (first == t->first || verb == NONE || (!tree_is(t, noun, DEP_nsubj) && !tree_is(t, noun, DEP_nsubj_pass)))
        return NONE;
    uint32_t gerund = first - 1, before = gerund > t->first ? tree_at(t, gerund - 1)->upos : UPOS_PUNCT;
    bool opens = before == UPOS_PUNCT || before == UPOS_CCONJ || before == UPOS_SCONJ, joined = tree_at(t, gerund)->head == verb || tree_at(t, verb)->head == gerund;
    return opens && joined && tree_at(t, gerund)->upos == UPOS_VERB && tree_at(t, gerund)->xpos == PENN_VBG && tree_is_finite(t, verb) ? gerund : NONE;
}

static bool has_own_subject(const tree *t, uint32_t clause) {
    static const dep own[] = {DEP_nsubj, DEP_nsubj_pass, DEP_csubj, DEP_csubj_pass, DEP_expl};
    for (size_t r = 0; r < sizeof own / sizeof *own; r++) {
        uint32_t subject = tree_child(t, clause, own[r], NONE);
        if (subject != NONE && (subject < clause || own[r] != DEP_expl)) /* "makes [it] hard to ...": no subject */
            return true;
    }
    return false;
}

uint32_t tree_stray_verb(const tree *t, uint32_t noun) {
    if (noun <= t->first + 1 || !tree_is(t, noun, DEP_conj))
        return NONE;
    uint32_t next = tree_hi(t, noun), verb = next >= t->end ? NONE : tree_at(t, next)->upos == UPOS_VERB ? next : tree_at(t, next)->upos == UPOS_AUX ? tree_at(t, next)->head : NONE;
    uint32_t first = tree_lo(t, noun);
    if (verb == NONE || verb < next || tree_at(t, verb)->upos != UPOS_VERB || tree_lo(t, verb) != next || !tree_is_finite(t, verb) || has_own_subject(t, verb))
        return NONE;
    while (first < noun && tree_is_punct(t, first))
        first++;
    bool joined = tree_at(t, first)->upos == UPOS_CCONJ && first > t->first && tree_is_comma(t, first - 1);
    return joined ? verb : NONE;
}

static uint32_t stray_subject(const tree *t, uint32_t verb) {
    uint32_t end = tree_lo(t, verb), noun = end - 1;
    if (end == t->first)
        return NONE;
    while (tree_stray_verb(t, noun) != verb) { /* "and [debt] in turn deters": past what hangs on the noun */
        uint32_t head = tree_at(t, noun)->head;
        if (head == NONE || head >= noun || head < t->first || tree_hi(t, head) != end)
            return NONE;
        noun = head;
    }
    return noun;
}

/* "...; [the grant] helps": the noun right before the verb, which the parser hung on a word of another part; NONE where there is none. */
static uint32_t orphan_subject(const tree *t, uint32_t verb) {
    uint32_t before = tree_lo(t, verb) - 1;
    if (tree_lo(t, verb) == t->first)
        return NONE;
    while (before > t->first && tree_at(t, before)->upos == UPOS_ADV) /* "the shame alone has ..." */
        before--;
    bool here = tree_same_part(t, before, verb) && tree_is_noun(t, before);
    return here && tree_is_finite(t, verb) && head_in_part(t, before) == NONE && tree_at(t, before)->head != NONE ? before : NONE;
}

/* "delayed the harvest, [raised] prices and led to ...": for the parser a participle of the object, but it has one of its own. */
static bool joins_verb_before(const tree *t, uint32_t verb) {
    uint32_t noun = tree_at(t, verb)->head, first = tree_lo(t, verb);
    return tree_at(t, verb)->xpos == PENN_VBN && tree_is(t, noun, DEP_obj) && tree_at(t, noun)->head < noun && first == verb && tree_is_comma(t, verb - 1) &&
           tree_child(t, verb, DEP_obj, verb) != NONE;
}

/* The subject that stands by the clause itself; a relative pronoun gives its noun. NONE where there is none. */
static uint32_t own_subject(const tree *t, uint32_t clause) {
    static const dep own[] = {DEP_nsubj, DEP_nsubj_pass, DEP_csubj, DEP_csubj_pass};
    const token *k = tree_at(t, clause);
    for (size_t r = 0; r < sizeof own / sizeof *own; r++) {
        uint32_t subject = tree_child(t, clause, own[r], NONE), gerund = gerund_before(t, subject);
        if (subject == NONE)
            continue;
        if (gerund != NONE)
            return gerund;
        return is_relative(t, subject) && k->relation == DEP_acl_relcl && k->head != NONE ? k->head : subject;
    }
    return stray_subject(t, clause);
}

uint32_t tree_subject(const tree *t, uint32_t clause, bool *understood) {
    if (understood)
        *understood = false;
    for (int guard = 0; clause != NONE && guard < 8; guard++) {
        const token *k = tree_at(t, clause);
        uint32_t own = own_subject(t, clause), up = head_in_part(t, clause);
        if (own != NONE)
            return own;
        if (up == NONE)
            return orphan_subject(t, clause);
        if (understood)
            *understood = true;
        switch (k->relation) {
        case DEP_acl:
            if (!joins_verb_before(t, clause))
                return up;
            clause = tree_clause(t, tree_at(t, up)->head);
            break;
        case DEP_amod:
            if (tree_child(t, clause, DEP_aux, NONE) == NONE)
                return up;
            clause = tree_clause(t, tree_at(t, up)->head); /* "is believed to [have] increased smuggling" */
            break;
        case DEP_acl_relcl:
            return up;
        case DEP_xcomp: {
            uint32_t object = tree_object(t, up);
            if (object != NONE && object < clause)
                return object;
            clause = tree_is_clause(t, up) ? up : NONE;
            break;
        }
        case DEP_ccomp: {
            uint32_t object = tree_child(t, up, DEP_obj, up);
            if (object != NONE && tree_hi(t, object) == tree_lo(t, clause) && tree_is_finite(t, clause)) /* "insist that [fees] have risen" */
                return object;
            clause = tree_clause(t, up);
            break;
        }
        case DEP_conj:
        case DEP_advcl:
        case DEP_parataxis:
            clause = tree_clause(t, up);
            break;
        default:
            return NONE;
        }
    }
    return NONE;
}

uint32_t tree_object(const tree *t, uint32_t verb) {
    uint32_t object = tree_child(t, verb, DEP_obj, NONE), other = verb + 2;
    if (object == NONE && tree_is(t, verb, DEP_amod) && tree_child(t, verb, DEP_aux, NONE) != NONE) /* "to have increased [smuggling]" */
        return tree_at(t, verb)->head;
    if (object == NONE) /* "allow the buses to keep time", for the parser somebody given to */
        object = tree_child(t, verb, DEP_iobj, NONE);
    if (object == NONE && other < t->end && (tree_at(t, other)->xpos == PENN_RBS || tree_at(t, other)->xpos == PENN_JJS)) {
        uint32_t amount = tree_child(t, verb, DEP_obl, NONE); /* "cost [at least a year]" */
        object = amount != NONE && tree_lo(t, amount) == verb + 1 ? amount : NONE;
    }
    if (object == NONE && other < t->end && tree_is(t, other, DEP_conj) && tree_at(t, other)->head == verb && tree_is(t, verb + 1, DEP_cc))
        object = tree_child(t, other, DEP_obj, NONE); /* "sell or lease water" */
    if (object == NONE && tree_child(t, verb, DEP_xcomp, NONE) == NONE) { /* "reduces it", for the parser an "it" that stands for nothing */
        uint32_t it = tree_child(t, verb, DEP_expl, NONE);
        object = it != NONE && it == verb + 1 ? it : NONE;
    }
    for (uint32_t i = verb + 1; object == NONE && i < t->end && !tree_is_punct(t, i); i++) {
        bool next = tree_lo(t, i) == verb + 1, cut_off = tree_is(t, i, DEP_compound) && head_in_part(t, i) == NONE; /* "has shrunk [the lake]; pumping ..." */
        if (next && (cut_off || gerund_before(t, i) == verb))
            object = i;
    }
    for (uint32_t i = verb + 2; object != NONE && i < object; i++) /* "invite [fraud]: grades can be bought", for the parser a compound */
        if (tree_is_colon(t, i) && tree_is_noun(t, i - 1))
            return i - 1;
    return object;
}

uint32_t tree_chain(const tree *t, uint32_t verb) {
    for (int guard = 0; guard < 8; guard++) {
        const token *k = tree_at(t, verb);
        if (k->relation != DEP_xcomp || k->head == NONE || tree_object(t, k->head) != NONE)
            return verb;
        verb = k->head;
    }
    return verb;
}

bool tree_is_punct(const tree *t, uint32_t i) {
    return tree_at(t, i)->flags & TOKEN_PUNCT;
}

bool tree_is_noun(const tree *t, uint32_t i) {
    return tree_at(t, i)->upos == UPOS_NOUN || tree_at(t, i)->upos == UPOS_PROPN;
}

bool tree_is_comma(const tree *t, uint32_t i) {
    return str_equal(tree_form(t, i), (str)STR(","));
}

bool tree_is_colon(const tree *t, uint32_t i) {
    return str_equal(tree_form(t, i), (str)STR(":"));
}

phrase tree_range(const tree *t, uint32_t first, uint32_t end) {
    if (first < t->first) /* an empty phrase of nowhere: nothing of this sentence */
        return (phrase){t->first, t->first, NONE};
    if (end > t->end)
        end = t->end;
    while (first < end && (tree_is_punct(t, first) || tree_at(t, first)->upos == UPOS_CCONJ))
        first++;
    while (end > first && (tree_is_punct(t, end - 1) || tree_at(t, end - 1)->upos == UPOS_CCONJ))
        end--;
    phrase p = {first, end, NONE};
    for (uint32_t i = first; i < end; i++) {
        uint32_t head = tree_at(t, i)->head;
        if (tree_is_punct(t, i) || (head != NONE && head >= first && head < end))
            continue;
        if (p.head == NONE || (tree_is_clause(t, i) && !tree_is_clause(t, p.head)))
            p.head = i;
    }
    return p;
}

phrase tree_phrase(const tree *t, uint32_t head) {
    phrase p = tree_range(t, tree_lo(t, head), tree_hi(t, head));
    p.head = head;
    return p;
}

span tree_span(const tree *t, phrase p) {
    span s = tree_at(t, p.first)->span;
    for (uint32_t i = p.first + 1; i < p.end; i++)
        s = span_hull(s, tree_at(t, i)->span);
    return s;
}
