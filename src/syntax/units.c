#include <config.h>

#include "syntax/units.h"

int units_open(str file, units *out, hence_error *err) {
    model_reader r;
    if (model_open(file, MODEL_UNITS, &r, err))
        return -1;
    const int32_t *bias = model_section(&r, 2, sizeof *bias); /* and 0 */
    if (!bias || !model_read_table(&r, &out->table))
        return model_damaged(err);
    out->bias = *bias;
    return 0;
}

static uint8_t trait(uint8_t relation) {
    switch (relation) {
    case DEP_nsubj:
    case DEP_nsubj_pass:
    case DEP_csubj:
    case DEP_csubj_pass:
    case DEP_expl:
        return 1;
    case DEP_mark:
        return 2;
    case DEP_aux:
    case DEP_aux_pass:
    case DEP_cop:
        return 4;
    case DEP_case:
        return 8;
    default:
        return 0;
    }
}

void units_read(const uint32_t *heads, const uint8_t *relations, uint32_t count, units_node *nodes) {
    for (uint32_t i = 0; i < count; i++)
        nodes[i] = (units_node){UINT32_MAX, UINT32_MAX, 0};
    /* Each word is reached first by the outermost of its subtree, which then climbs on: every word is set once. */
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i; k < count && nodes[k].first == UINT32_MAX; k = heads[k])
            nodes[k].first = i;
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t k = i; k < count && nodes[k].last == UINT32_MAX; k = heads[k])
            nodes[k].last = i;
    for (uint32_t i = 0; i < count; i++)
        if (heads[i] < count)
            nodes[heads[i]].traits |= trait(relations[i]);
}

/* Words of closed classes count as themselves, others as their tag. */
static uint32_t closed(const syntax_word *w) {
    switch (w->upos) {
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_VERB:
    case UPOS_ADJ:
    case UPOS_NUM:
    case UPOS_X:
        return w->tag;
    default:
        return w->fold;
    }
}

static bool verbal(const syntax_word *w) {
    return w->upos == UPOS_VERB || w->upos == UPOS_AUX;
}

/* What the tree says about a boundary before a word: the highest word whose subtree begins there, or ends just before. */
typedef struct {
    uint32_t word, relation, tag, fold, head_tag, head_fold, traits;
    uint32_t leftward; /* its head stands before it */
    uint32_t verb;
} subtree;

static subtree read_subtree(const units_sentence *s, uint32_t at, bool ends) {
    uint32_t top = at;
    while (s->heads[top] < s->count &&
           (ends ? s->nodes[s->heads[top]].last == at : s->nodes[s->heads[top]].first == at))
        top = s->heads[top];
    uint32_t head = s->heads[top];
    return (subtree){.word = top,
                     .relation = s->relations[top],
                     .tag = s->words[top].tag,
                     .fold = s->words[top].known ? s->words[top].fold : s->words[top].end[2],
                     .head_fold = head < s->count ? s->words[head].fold : 0,
                     .head_tag = head < s->count ? s->words[head].tag : 0,
                     .traits = s->nodes[top].traits,
                     .leftward = head < top,
                     .verb = verbal(&s->words[top])};
}

/* The unit that would end before a word. */
typedef struct {
    uint32_t length, verbs;
} open_unit;

static open_unit read_open_unit(const units_sentence *s, uint32_t at) {
    open_unit u = {0, 0};
    for (uint32_t i = at; i-- > 0 && u.length < 12;) {
        u.length++;
        u.verbs += s->words[i].upos == UPOS_VERB;
        if (s->begins[i])
            break;
    }
    u.length = u.length < 5 ? u.length : u.length < 8 ? 5 : u.length < 12 ? 6 : 7;
    u.verbs = u.verbs < 2 ? u.verbs : 2;
    return u;
}

#define F(a, b, c, d) out[n] = feature_hash(n, (a), (b), (c), (d)), n++

size_t units_features(const units_sentence *s, uint32_t at, uint32_t out[UNITS_FEATURES]) {
    static const syntax_word outside = {.fold = 7, .tag = 0};
    const syntax_word *w[7]; /* -3 .. 3 */
    uint32_t c[7], t[7], n = 0;
    for (uint32_t i = 0; i < 7; i++) {
        w[i] = at + i >= 3 && at + i - 3 < s->count ? &s->words[at + i - 3] : &outside;
        t[i] = w[i]->tag;
        c[i] = closed(w[i]);
    }
    uint32_t last_verb = 0, next_verb = 0, last_far = 0, next_far = 0, comma_far = 9;
    for (uint32_t i = 1; i <= 12 && i <= at && !last_verb; i++)
        if (verbal(&s->words[at - i])) {
            last_verb = s->words[at - i].tag;
            last_far = i < 4 ? i : i < 8 ? 4 : 5;
        }
    for (uint32_t i = 0; i < 12 && at + i < s->count && !next_verb; i++)
        if (verbal(&s->words[at + i])) {
            next_verb = s->words[at + i].tag;
            next_far = i < 4 ? i : i < 8 ? 4 : 5;
        }
    for (uint32_t i = 0; i < 9 && at + i < s->count && comma_far == 9; i++)
        if (s->words[at + i].mark == ',')
            comma_far = i;
    subtree o = read_subtree(s, at, false), e = read_subtree(s, at - 1, true);
    open_unit unit = read_open_unit(s, at);
    uint32_t before = s->relations[at - 1], opened = s->begins[s->nodes[e.word].first];
    for (uint32_t i = 0; i < 7; i++) {
        F(t[i], 0, 0, 0);
        F(c[i], 0, 0, 0);
    }
    for (uint32_t i = 0; i < 6; i++) {
        F(t[i], t[i + 1], 0, 0);
        F(c[i], c[i + 1], 0, 0);
    }
    for (uint32_t i = 0; i < 5; i++) {
        F(t[i], t[i + 1], t[i + 2], 0);
        F(c[i], c[i + 1], c[i + 2], 0);
    }
    F(w[3]->fold, 0, 0, 0);
    F(w[2]->fold, 0, 0, 0);
    F(w[2]->fold, t[3], 0, 0);
    F(w[3]->fold, t[2], 0, 0);
    F(w[3]->fold, t[4], 0, 0);
    F(c[2], c[3], t[4], t[5]);
    F(c[2], t[3], t[4], t[5]);
    F(t[1], t[2], c[3], t[4]);
    F(t[2], c[3], c[4], t[5]);
    F(c[3], w[2]->mark == ',', 0, 0);
    F(last_verb, next_verb, 0, 0);
    F(last_verb, next_verb, c[3], 0);
    F(last_verb | last_far << 8, c[3], 0, 0);
    F(next_verb | next_far << 8, c[3], 0, 0);
    F(next_verb | next_far << 8, c[2], t[3], 0);
    F(last_far, next_far, t[2], t[3]);
    F(comma_far, c[3], 0, 0);
    F(at < 8 ? at : 8, c[3], 0, 0);
    /* the tree */
    F(o.relation, 0, 0, 0);
    F(o.relation, o.tag, 0, 0);
    F(o.relation, o.tag, o.leftward, o.head_tag);
    F(o.relation, o.verb, w[2]->mark == ',', o.leftward);
    F(o.relation, c[3], 0, 0);
    F(o.relation, c[2], 0, 0);
    F(o.relation, c[2], c[3], 0);
    F(o.relation, o.tag, c[3], 0);
    F(o.relation, o.tag, c[2], 0);
    F(o.relation, t[3], t[2], 0);
    F(o.relation, o.verb, next_verb, last_verb);
    F(s->relations[at], t[3], 0, 0);
    F(s->relations[at], before, c[3], 0);
    F(before, o.relation, t[2], o.verb);
    F(o.relation, o.tag, o.word - at < 6 ? o.word - at : 6, o.leftward);
    F(o.relation, o.traits, o.verb, o.leftward);
    F(o.relation, o.traits, o.tag, o.head_tag);
    F(o.traits, c[3], o.tag, 0);
    F(o.traits, c[2], c[3], o.relation);
    F(e.relation, e.tag, opened, 0);
    F(e.relation, opened, c[2], c[3]);
    F(e.relation, opened, t[2], t[3]);
    F(e.relation, o.relation, opened, o.verb);
    F(e.relation, e.traits, opened, o.relation);
    F(unit.length, unit.verbs, c[3], 0);
    F(unit.length, unit.verbs, o.relation, o.verb);
    F(unit.verbs, o.relation, o.traits, next_verb);
    F(unit.verbs, c[2], c[3], next_verb);
    F(unit.length, c[2], t[3], 0);
    F(o.head_fold, o.relation, 0, 0);
    F(o.head_fold, o.leftward, o.relation, c[3]);
    F(o.head_fold, t[3], t[4], o.leftward);
    F(o.fold, o.relation, 0, 0);
    F(o.fold, c[3], 0, 0);
    F(e.fold, e.relation, c[3], 0);
    F(e.head_fold, e.relation, c[3], 0);
    F(w[2]->fold, w[3]->fold, 0, 0);
    F(w[3]->fold, w[4]->fold, 0, 0);
    F(w[3]->fold, w[4]->fold, w[5]->fold, 0);
    F(w[2]->fold, w[3]->fold, w[4]->fold, 0);
    return n;
}
#undef F

void units_find(const units *m, const units_sentence *s, bool *begins) {
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t features[UNITS_FEATURES];
        begins[i] = !i || m->bias + model_sum_single(&m->table, features, units_features(s, i, features)) > 0;
    }
}
