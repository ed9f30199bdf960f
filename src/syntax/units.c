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

void units_first(const uint32_t *heads, uint32_t count, uint32_t *first) {
    for (uint32_t i = 0; i < count; i++)
        first[i] = UINT32_MAX;
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i; k < count && first[k] == UINT32_MAX; k = heads[k])
            first[k] = i;
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

/* What the tree says about a boundary before `at`. */
typedef struct {
    uint32_t top;      /* the highest word whose subtree begins here */
    uint32_t relation; /* of the top */
    uint32_t tag, head_tag;
    uint32_t leftward; /* its head stands before it */
    uint32_t verb;     /* it is a verb or has an auxiliary or copula */
} opening;

static opening read_opening(const units_sentence *s, uint32_t at) {
    uint32_t top = at;
    while (s->heads[top] < s->count && s->first[s->heads[top]] == at)
        top = s->heads[top];
    opening o = {.top = top, .relation = s->relations[top], .tag = s->words[top].tag};
    uint32_t head = s->heads[top];
    o.head_tag = head < s->count ? s->words[head].tag : 0;
    o.leftward = head < top;
    o.verb = verbal(&s->words[top]);
    return o;
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
        if (s->words[at + i].comma)
            comma_far = i;
    opening o = read_opening(s, at);
    uint32_t before = at ? s->relations[at - 1] : 0;
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
    F(c[3], w[2]->comma, 0, 0);
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
    F(o.relation, o.verb, w[2]->comma, o.leftward);
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
    F(o.relation, o.tag, o.top - at < 6 ? o.top - at : 6, o.leftward);
    return n;
}
#undef F

void units_find(const units *m, const units_sentence *s, bool *begins) {
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t features[UNITS_FEATURES];
        int32_t scores[4] = {m->bias};
        if (i)
            model_add_dense(&m->table, features, units_features(s, i, features), scores);
        begins[i] = !i || scores[0] > 0;
    }
}
