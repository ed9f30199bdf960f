#include <config.h>

#include "syntax/amend.h"

#define ABSENT UINT32_MAX

typedef struct {
    const syntax_word *words;
    const units_node *nodes;
    uint32_t count;
    uint32_t *heads;
    uint8_t *relations;
} sentence_tree;

static bool is_subject(const sentence_tree *t, uint32_t i) {
    return (t->relations[i] == DEP_nsubj || t->relations[i] == DEP_nsubj_pass) && t->heads[i] != ABSENT;
}

static bool is_relativizer(const syntax_word *w) {
    return w->xpos == PENN_WDT || w->xpos == PENN_WP || w->xpos == PENN_WPS || w->xpos == PENN_WRB;
}

static bool is_comma_before(const sentence_tree *t, uint32_t i) {
    return i > 0 && t->words[i - 1].mark == ',';
}

/* The first word of a clause, behind the comma that may belong to it. */
static uint32_t first_word(const sentence_tree *t, uint32_t verb) {
    uint32_t i = t->nodes[verb].first;
    while (i < verb && t->words[i].upos == UPOS_PUNCT)
        i++;
    return i;
}

/* Whether a child of `head` from `from` on, before `head`, has that relation. */
static bool has_before(const sentence_tree *t, uint32_t head, uint32_t from, dep relation) {
    for (uint32_t i = from; i < head; i++)
        if (t->heads[i] == head && t->relations[i] == relation)
            return true;
    return false;
}

/* The noun that the words before `end` are about: "countries" in "countries, mostly Mali and Chad"; ABSENT where they end in none. */
static uint32_t noun_before(const sentence_tree *t, uint32_t end) {
    uint32_t at = end ? end - 1 : ABSENT;
    while (at != ABSENT && t->heads[at] < at &&
           (t->relations[at] == DEP_conj || t->relations[at] == DEP_appos || t->relations[at] == DEP_flat || t->relations[at] == DEP_compound))
        at = t->heads[at];
    bool noun = at != ABSENT && (t->words[at].upos == UPOS_NOUN || t->words[at].upos == UPOS_PROPN || t->words[at].upos == UPOS_PRON);
    return noun ? at : ABSENT;
}

/* "raises concerns for its neighbours, who may arm": not a clause of its own. Without the comma it may be what is asked ("knows who pays"). */
static void amend_who(const sentence_tree *t, uint32_t who, uint32_t verb) {
    uint8_t relation = t->relations[verb];
    bool comma = is_comma_before(t, who), loose = relation == DEP_parataxis || (comma && (relation == DEP_ccomp || relation == DEP_advcl));
    if (!loose || t->words[who].xpos != PENN_WP || who != first_word(t, verb) || t->words[t->count - 1].mark == '?')
        return;
    uint32_t noun = noun_before(t, who - comma);
    if (noun == ABSENT)
        return;
    t->heads[verb] = noun;
    t->relations[verb] = DEP_acl_relcl;
}

static uint32_t root_above(const sentence_tree *t, uint32_t i) {
    while (t->heads[i] != ABSENT)
        i = t->heads[i];
    return i;
}

/* "As costs rise, they leave": the clause behind the comma is the main one where the root has a "because" or "when" before it, else one beside it. */
static void amend_bare_relative(const sentence_tree *t, uint32_t subject, uint32_t verb) {
    uint32_t first = first_word(t, verb);
    if (t->relations[verb] != DEP_acl_relcl || first > subject || !is_comma_before(t, first))
        return;
    for (uint32_t i = first; i <= subject; i++)
        if (is_relativizer(&t->words[i]) || (t->words[i].xpos == PENN_IN && t->relations[i] == DEP_mark))
            return;
    uint32_t root = root_above(t, verb);
    if (!has_before(t, root, t->nodes[root].first, DEP_mark) || root > first) {
        t->heads[verb] = root;
        t->relations[verb] = DEP_parataxis;
        return;
    }
    t->heads[verb] = ABSENT;
    t->relations[verb] = DEP_root;
    t->heads[root] = verb;
    t->relations[root] = DEP_advcl;
    for (uint32_t i = t->nodes[verb].last + 1; i < t->count; i++) /* what follows belongs to it, too */
        if (t->heads[i] != ABSENT && t->heads[i] < first)
            t->heads[i] = verb;
}

/* Whether `i` hangs below `above`, or is it. */
static bool hangs_below(const sentence_tree *t, uint32_t i, uint32_t above) {
    while (i != ABSENT && i != above)
        i = t->heads[i];
    return i == above;
}

/* "a pact between India [and] Japan led to alarm": a verb has one subject; behind a conjunction and another subject of the same verb stands a conjunct. */
static void amend_subjects(const sentence_tree *t, uint32_t second) {
    uint32_t verb = t->heads[second], first = ABSENT, joint = ABSENT;
    for (uint32_t i = t->nodes[verb].first; i < second; i++) {
        if (t->heads[i] != verb)
            continue;
        if (is_subject(t, i) && joint == ABSENT)
            first = i;
        else if (t->relations[i] == DEP_cc && first != ABSENT)
            joint = i;
    }
    if (joint == ABSENT || second > verb)
        return;
    uint32_t noun = noun_before(t, joint);
    if (noun == ABSENT || noun < first || hangs_below(t, noun, second))
        noun = first;
    t->heads[joint] = second;
    t->heads[second] = noun;
    t->relations[second] = DEP_conj;
}

/* "enable firms to borrow": no second member of "enable". The adverb in "to better withstand" has no infinitive of its own. */
static void amend_infinitive(const sentence_tree *t, uint32_t to) {
    uint32_t verb = t->heads[to];
    if (t->relations[to] != DEP_mark || verb == ABSENT || verb < to)
        return;
    if (t->words[verb].xpos != PENN_VB && t->relations[verb] == DEP_advmod && t->heads[verb] == verb + 1 && t->words[verb + 1].xpos == PENN_VB)
        t->heads[to] = ++verb;
    uint32_t first = first_word(t, verb);
    if (t->relations[verb] == DEP_conj && !is_comma_before(t, first) && !has_before(t, verb, first, DEP_cc))
        t->relations[verb] = DEP_xcomp;
}

/* "[Saving on repairs] led to losses": right before a finite verb that has no subject, with no comma between, a gerund that opens the sentence is its subject. */
static void amend_gerund(const sentence_tree *t, uint32_t gerund) {
    uint32_t verb = t->heads[gerund], next = t->nodes[gerund].last + 1;
    if (t->relations[gerund] != DEP_advcl || verb == ABSENT || t->heads[verb] != ABSENT || first_word(t, gerund) != gerund || gerund > 0 || next > verb)
        return;
    bool finite = t->words[verb].xpos == PENN_VBZ || t->words[verb].xpos == PENN_VBD;
    for (uint32_t i = next; i < verb; i++) {
        if (t->heads[i] != verb || (t->relations[i] != DEP_aux && t->relations[i] != DEP_aux_pass && t->relations[i] != DEP_advmod && t->relations[i] != DEP_cop))
            return;
        finite |= t->relations[i] == DEP_aux && t->words[i].xpos == PENN_MD;
    }
    if (finite)
        t->relations[gerund] = DEP_csubj;
}

/* "benefit [the public]": an article heads no noun phrase. */
static void amend_article(const sentence_tree *t, uint32_t article) {
    uint32_t next = article + 1;
    bool headed = next < t->count && t->heads[next] == article && t->relations[next] == DEP_fixed;
    bool nominal = headed && (t->words[next].upos == UPOS_ADJ || t->words[next].upos == UPOS_NOUN);
    if (!nominal || t->words[article].xpos != PENN_DT || t->relations[article] == DEP_det)
        return;
    for (uint32_t i = t->nodes[article].first; i <= t->nodes[article].last; i++)
        if (t->heads[i] == article)
            t->heads[i] = next;
    t->heads[next] = t->heads[article];
    t->relations[next] = t->relations[article];
    t->heads[article] = next;
    t->relations[article] = DEP_det;
}

void amend_tree(const syntax_word *words, const units_node *nodes, uint32_t count, uint32_t *heads, uint8_t *relations) {
    const sentence_tree t = {words, nodes, count, heads, relations};
    for (uint32_t i = 0; i < count; i++) {
        if (words[i].xpos == PENN_TO)
            amend_infinitive(&t, i);
        if (words[i].xpos == PENN_VBG)
            amend_gerund(&t, i);
        amend_article(&t, i);
        if (!is_subject(&t, i))
            continue;
        amend_who(&t, i, heads[i]);
        amend_bare_relative(&t, i, heads[i]);
        amend_subjects(&t, i);
    }
}
