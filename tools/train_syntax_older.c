/* The guidelines of Universal Dependencies have changed since the older treebank was annotated: what follows rewrites what can be told without a look at the sentence. */
#include <config.h>

#include "train_syntax_corpus.h"

#include <stdlib.h>

/* ---- usage: what the newer treebank calls a form */

typedef struct {
    uint32_t key, count;
} use;

enum { USES = 1 << 20 }; /* four times what the newer treebank has */

typedef enum { USE_FORM, USE_UPOS, USE_RELATION, USE_OBJECT } use_kind;

static uint32_t *uses_at(use *uses, uint32_t key) {
    size_t at = key & (USES - 1);
    while (uses[at].key && uses[at].key != key)
        at = (at + 1) & (USES - 1);
    uses[at].key = key;
    return &uses[at].count;
}

/* How often the form of a token is met with that Penn tag, in all or with a class or relation. */
static uint32_t *uses_of(use *uses, const corpus_token *t, penn tag, use_kind kind, unsigned value) {
    return uses_at(uses, feature_hash(kind, word_read(t->form, t->folded).fold, tag, value, 0));
}

static uint32_t child_with(const corpus_sentence *s, uint32_t head, dep relation, uint32_t from) {
    for (uint32_t i = from; i < s->count; i++)
        if (s->tokens[i].head == head + 1 && s->tokens[i].relation == relation)
            return i;
    return UINT32_MAX;
}

static bool has_child(const corpus_sentence *s, uint32_t head, dep relation, uint32_t from) {
    return child_with(s, head, relation, from) != UINT32_MAX;
}

static bool is_object(const corpus_token *t, uint32_t i) {
    return (t->relation == DEP_obj || t->relation == DEP_iobj) && t->head && t->head <= i;
}

/* How often the verb of an object has one of that class, with the same complement behind it, as `relation`. */
static uint32_t *uses_of_object(use *uses, const corpus_sentence *s, uint32_t i, dep relation) {
    static const dep complements[] = {DEP_ccomp, DEP_xcomp, DEP_obj};
    uint32_t verb = s->tokens[i].head - 1;
    dep complement = DEP_NONE;
    for (size_t k = 0; k < sizeof complements / sizeof *complements && !complement; k++)
        if (has_child(s, verb, complements[k], i + 1))
            complement = complements[k];
    uint32_t fold = word_read(s->tokens[verb].form, s->tokens[verb].folded).fold;
    return uses_at(uses, feature_hash(USE_OBJECT, fold, complement, s->tokens[i].upos, relation));
}

static void count_uses(use *uses, const corpus *c, size_t end) {
    for (size_t i = 0; i < end; i++)
        for (uint32_t k = 0; k < c->items[i].count; k++) {
            const corpus_token *t = &c->items[i].tokens[k];
            ++*uses_of(uses, t, t->xpos, USE_FORM, 0);
            ++*uses_of(uses, t, t->xpos, USE_UPOS, t->upos);
            ++*uses_of(uses, t, t->xpos, USE_RELATION, t->relation);
            if (is_object(t, k))
                ++*uses_of_object(uses, &c->items[i], k, t->relation);
        }
}

/* What the newer treebank calls the form in so many percent of `least` or more cases, if it hardly ever calls it `old`. */
static uint8_t newer_use(use *uses, const corpus_token *t, use_kind kind, uint8_t old, unsigned values, uint32_t least,
                         uint32_t percent) {
    uint32_t all = *uses_of(uses, t, t->xpos, USE_FORM, 0);
    if (all < least || *uses_of(uses, t, t->xpos, kind, old) * 200 > all)
        return old;
    for (unsigned v = 1; v < values; v++)
        if (*uses_of(uses, t, t->xpos, kind, v) * 100 >= all * percent)
            return (uint8_t)v;
    return old;
}

static bool modifies(uint8_t relation) {
    return relation == DEP_mark || relation == DEP_advmod || relation == DEP_amod || relation == DEP_det ||
           relation == DEP_case || relation == DEP_cc;
}

/* "National Bank", "United States": adjectives and participles stay what they are inside names. */
static bool modernise_name(use *uses, corpus_token *t) {
    if (t->upos != UPOS_PROPN || t->relation != DEP_compound)
        return false;
    uint32_t all = *uses_of(uses, t, t->xpos, USE_FORM, 0);
    uint32_t verb = *uses_of(uses, t, t->xpos, USE_UPOS, UPOS_VERB);
    uint32_t adjective = *uses_of(uses, t, t->xpos, USE_UPOS, UPOS_ADJ);
    uint32_t common = *uses_of(uses, t, PENN_JJ, USE_FORM, 0), noun = *uses_of(uses, t, PENN_NN, USE_FORM, 0);
    if (all >= 2 ? (adjective + verb) * 2 < all : common < 3 || noun * 4 > common)
        return false;
    t->upos = verb > adjective ? UPOS_VERB : UPOS_ADJ;
    t->relation = DEP_amod;
    return true;
}

static void modernise_word(use *uses, corpus_token *t) {
    if (t->upos == UPOS_PUNCT || modernise_name(uses, t))
        return;
    uint8_t upos = newer_use(uses, t, USE_UPOS, t->upos, UPOS_COUNT, 3, 50);
    uint8_t relation = newer_use(uses, t, USE_RELATION, t->relation, DEP_COUNT, 10, 80);
    if (modifies(t->relation) && modifies(relation))
        t->relation = relation;
    t->upos = upos;
}

/* ---- constructions */

/* The child takes the place of its head, which becomes its child. */
static void promote(corpus_sentence *s, uint32_t head, uint32_t child, dep relation) {
    corpus_token *h = &s->tokens[head], *c = &s->tokens[child];
    for (uint32_t i = 0; i < s->count; i++)
        if (s->tokens[i].head == head + 1)
            s->tokens[i].head = child + 1;
    c->head = h->head;
    c->relation = h->relation;
    h->head = child + 1;
    h->relation = (uint8_t)relation;
}

static bool is_one_of(str word, const char *words) {
    for (str list = str_of(words), next; list.len;) {
        str_cut(list, ' ', &next, &list);
        if (str_equal(word, next))
            return true;
    }
    return false;
}

/* "The point is that we won": what is said heads the sentence, as in "The point is clear". */
static void modernise_copula(corpus_sentence *s, uint32_t i) {
    corpus_token *t = &s->tokens[i];
    if (t->upos != UPOS_VERB || !is_one_of(t->folded, "is was are were be been being 's 're 'm am") ||
        has_child(s, i, DEP_expl, 0))
        return;
    t->upos = UPOS_AUX;
    uint32_t clause = child_with(s, i, DEP_ccomp, i);
    if (clause == UINT32_MAX)
        clause = child_with(s, i, DEP_xcomp, i);
    if (clause != UINT32_MAX)
        promote(s, i, clause, DEP_cop);
}

/* "President Bush": the name is the head. */
static void modernise_title(corpus_sentence *s, uint32_t i) {
    corpus_token *t = &s->tokens[i];
    if (t->upos != UPOS_PROPN ||
        !is_one_of(t->folded, "mr. mr mrs. mrs ms. ms dr. dr president senator sen. rep. gen. general judge minister "
                              "prof. professor king queen lt. col. capt. sgt. secretary gov. governor pope saint st. sir lord lady"))
        return;
    if (t->relation == DEP_compound)
        t->relation = DEP_nmod;
    else if (i + 1 < s->count && s->tokens[i + 1].head == i + 1 && s->tokens[i + 1].relation == DEP_flat)
        promote(s, i, i + 1, DEP_nmod);
}

static bool is_month(str word) {
    return is_one_of(word, "january february march april may june july august september october november december "
                           "jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec");
}

/* "September 20": the day is the head. "Title 18": flat. */
static void modernise_number(corpus_sentence *s, uint32_t i) {
    corpus_token *t = &s->tokens[i];
    if (t->relation != DEP_nummod || t->upos != UPOS_NUM || !t->head || t->head > i)
        return;
    uint32_t head = t->head - 1;
    const corpus_token *h = &s->tokens[head];
    if (h->upos == UPOS_PROPN && is_month(h->folded)) {
        t->relation = DEP_nmod_unmarked;
        if (t->form.len <= 2 && head + 1 == i)
            promote(s, head, i, DEP_nmod_unmarked);
    } else if (h->upos == UPOS_PROPN || h->upos == UPOS_NOUN)
        t->relation = DEP_flat;
}

/* "told us that ...", "allow them to ..." */
static void modernise_object(use *uses, corpus_sentence *s, uint32_t i) {
    corpus_token *t = &s->tokens[i];
    if (!is_object(t, i))
        return;
    uint32_t verb = t->head - 1, indirect = *uses_of_object(uses, s, i, DEP_iobj), direct = *uses_of_object(uses, s, i, DEP_obj);
    if (has_child(s, verb, DEP_ccomp, i + 1) || has_child(s, verb, DEP_obj, i + 1) || (indirect >= 2 && indirect > 2 * direct))
        t->relation = DEP_iobj;
}

/* "was built by workers" */
static void modernise_agent(corpus_sentence *s, uint32_t i) {
    corpus_token *t = &s->tokens[i];
    if (t->relation != DEP_obl || !t->head || t->head > i)
        return;
    uint32_t head = t->head - 1, by = child_with(s, i, DEP_case, 0);
    bool passive = s->tokens[head].xpos == PENN_VBN &&
                   (has_child(s, head, DEP_aux_pass, 0) || s->tokens[head].relation == DEP_acl);
    if (passive && by != UINT32_MAX && str_equal(s->tokens[by].folded, str_of("by")))
        t->relation = DEP_obl_agent;
}

void corpus_modernise(corpus *c, size_t newer) {
    use *uses = calloc(USES, sizeof *uses);
    if (!uses)
        exit(1);
    count_uses(uses, c, newer);
    for (size_t i = newer; i < c->count; i++) {
        corpus_sentence *s = &c->items[i];
        for (uint32_t k = 0; k < s->count; k++)
            modernise_word(uses, &s->tokens[k]);
        for (uint32_t k = 0; k < s->count; k++) {
            modernise_copula(s, k);
            modernise_title(s, k);
            modernise_number(s, k);
            modernise_object(uses, s, k);
            modernise_agent(s, k);
        }
    }
    free(uses);
}
