/* The templates of the unit classifier: what it asks of the gap before a word. */
#include <config.h>

#include "syntax/template.h"
#include "syntax/units.h"

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
    uint32_t length, verbs, finite;
} open_unit;

static uint32_t at_most(uint32_t n, uint32_t most) {
    return n < most ? n : most;
}

static open_unit read_open_unit(const units_sentence *s, uint32_t at) {
    open_unit u = {0};
    for (uint32_t i = at; i-- > 0 && u.length < 12;) {
        u.length++;
        u.verbs += s->words[i].upos == UPOS_VERB;
        u.finite += penn_is_finite(s->words[i].xpos);
        if (s->begins[i])
            break;
    }
    u.length = u.length < 5 ? u.length : u.length < 8 ? 5 : u.length < 12 ? 6 : 7;
    u.verbs = at_most(u.verbs, 2);
    u.finite = at_most(u.finite, 2);
    return u;
}

/* The nearest verb on either side of the gap, and what comes before the next mark of punctuation. */
typedef struct {
    uint32_t last_tag, last_far, next_tag, next_far, comma_far, finite;
} verbs_around;

static uint32_t far(uint32_t distance) {
    return distance < 4 ? distance : distance < 8 ? 4 : 5;
}

static verbs_around read_verbs(const units_sentence *s, uint32_t at) {
    verbs_around v = {.comma_far = 9};
    for (uint32_t i = 1; i <= 12 && i <= at && !v.last_tag; i++)
        if (verbal(&s->words[at - i])) {
            v.last_tag = s->words[at - i].tag;
            v.last_far = far(i);
        }
    for (uint32_t i = 0; i < 12 && at + i < s->count && !v.next_tag; i++)
        if (verbal(&s->words[at + i])) {
            v.next_tag = s->words[at + i].tag;
            v.next_far = far(i);
        }
    for (uint32_t i = 0; i < 9 && at + i < s->count && v.comma_far == 9; i++)
        if (s->words[at + i].mark == ',')
            v.comma_far = i;
    for (uint32_t i = 0; i < 16 && at + i < s->count && !s->words[at + i].mark; i++)
        v.finite += penn_is_finite(s->words[at + i].xpos);
    v.finite = at_most(v.finite, 2);
    return v;
}

/* The words -3 to 3 around the gap are 0 to 6, word 3 stands after it: T their tags, C their forms or tags (closed), W their forms. O is the subtree that begins after
 * the gap, E the one that ends before it. */
#define UNITS_FACTS(X)                                                                                                \
    X(T0, t[0]) X(T1, t[1]) X(T2, t[2]) X(T3, t[3]) X(T4, t[4]) X(T5, t[5]) X(T6, t[6])                               \
    X(C0, c[0]) X(C1, c[1]) X(C2, c[2]) X(C3, c[3]) X(C4, c[4]) X(C5, c[5]) X(C6, c[6])                               \
    X(W2, w[2]->fold) X(W3, w[3]->fold) X(W4, w[4]->fold) X(W5, w[5]->fold) X(COMMA, w[2]->mark == ',')               \
    X(LAST_VERB, v.last_tag) X(LAST_FAR, v.last_far) X(NEXT_VERB, v.next_tag) X(NEXT_FAR, v.next_far)                 \
    X(NEXT_FINITE, v.finite) X(COMMA_FAR, v.comma_far) X(PLACE, at_most(at, 8)) X(ARCS, at_most(s->nodes[at].arcs, 5)) \
    X(RELATION, s->relations[at]) X(BEFORE, s->relations[at - 1])                                                     \
    X(O_RELATION, o.relation) X(O_TAG, o.tag) X(O_FOLD, o.fold) X(O_HEAD_TAG, o.head_tag) X(O_HEAD_FOLD, o.head_fold) \
    X(O_TRAITS, o.traits) X(O_LEFTWARD, o.leftward) X(O_VERB, o.verb) X(O_FAR, at_most(o.word - at, 6))               \
    X(E_RELATION, e.relation) X(E_TAG, e.tag) X(E_FOLD, e.fold) X(E_HEAD_FOLD, e.head_fold) X(E_TRAITS, e.traits)     \
    X(E_LEFTWARD, e.leftward) X(OPENED, s->begins[s->nodes[e.word].first])                                            \
    X(UNIT_LENGTH, unit.length) X(UNIT_VERBS, unit.verbs) X(UNIT_FINITE, unit.finite)

enum {
    NO_FACT,
#define X_(name, value) name,
    UNITS_FACTS(X_)
#undef X_
        UNITS_FACT_COUNT
};

static const feature_template templates[] = {
    /* words and tags */
    {T0}, {T1}, {T2}, {T3}, {T4}, {T5}, {T6}, {C0}, {C1}, {C2}, {C3}, {C4}, {C5}, {C6}, {W2}, {W3},
    {T0, T1}, {T1, T2}, {T2, T3}, {T3, T4}, {T4, T5}, {T5, T6}, {C0, C1}, {C1, C2}, {C2, C3}, {C3, C4}, {C4, C5}, {C5, C6},
    {T0, T1, T2}, {T1, T2, T3}, {T2, T3, T4}, {T3, T4, T5}, {T4, T5, T6},
    {C0, C1, C2}, {C1, C2, C3}, {C2, C3, C4}, {C3, C4, C5}, {C4, C5, C6},
    {W2, T3}, {W3, T2}, {W3, T4}, {W2, W3}, {W3, W4}, {W3, W4, W5}, {W2, W3, W4},
    {C2, C3, T4, T5}, {C2, T3, T4, T5}, {T1, T2, C3, T4}, {T2, C3, C4, T5}, {C3, COMMA}, {COMMA_FAR, C3}, {PLACE, C3},
    /* verbs on both sides */
    {LAST_VERB, NEXT_VERB}, {LAST_VERB, NEXT_VERB, C3}, {LAST_VERB, LAST_FAR, C3}, {NEXT_VERB, NEXT_FAR, C3},
    {NEXT_VERB, NEXT_FAR, C2, T3}, {LAST_FAR, NEXT_FAR, T2, T3}, {NEXT_FINITE, O_RELATION, C3},
    {UNIT_FINITE, NEXT_FINITE, C2, C3}, {UNIT_FINITE, NEXT_FINITE, O_RELATION, O_TRAITS}, {UNIT_FINITE, NEXT_FINITE, ARCS},
    /* the subtree that begins here */
    {O_RELATION}, {O_RELATION, O_TAG}, {O_RELATION, O_TAG, O_LEFTWARD, O_HEAD_TAG}, {O_RELATION, O_VERB, COMMA, O_LEFTWARD},
    {O_RELATION, C3}, {O_RELATION, C2}, {O_RELATION, C2, C3}, {O_RELATION, O_TAG, C3}, {O_RELATION, O_TAG, C2},
    {O_RELATION, T3, T2}, {O_RELATION, O_VERB, NEXT_VERB, LAST_VERB}, {RELATION, T3}, {RELATION, BEFORE, C3},
    {BEFORE, O_RELATION, T2, O_VERB}, {O_RELATION, O_TAG, O_FAR, O_LEFTWARD}, {O_RELATION, O_TRAITS, O_VERB, O_LEFTWARD},
    {O_RELATION, O_TRAITS, O_TAG, O_HEAD_TAG}, {O_TRAITS, C3, O_TAG}, {O_TRAITS, C2, C3, O_RELATION},
    {O_HEAD_FOLD, O_RELATION}, {O_HEAD_FOLD, O_LEFTWARD, O_RELATION, C3}, {O_HEAD_FOLD, T3, T4, O_LEFTWARD},
    {O_FOLD, O_RELATION}, {O_FOLD, C3},
    /* the one that ends before it, and the unit that is open */
    {E_RELATION, E_TAG, OPENED}, {E_RELATION, OPENED, C2, C3}, {E_RELATION, OPENED, T2, T3},
    {E_RELATION, O_RELATION, OPENED, O_VERB}, {E_RELATION, E_TRAITS, OPENED, O_RELATION}, {E_FOLD, E_RELATION, C3},
    {E_HEAD_FOLD, E_RELATION, C3}, {E_RELATION, E_LEFTWARD, OPENED}, {E_RELATION, E_LEFTWARD, O_RELATION, O_LEFTWARD},
    {UNIT_LENGTH, UNIT_VERBS, C3}, {UNIT_LENGTH, UNIT_VERBS, O_RELATION, O_VERB},
    {UNIT_VERBS, O_RELATION, O_TRAITS, NEXT_VERB}, {UNIT_VERBS, C2, C3, NEXT_VERB}, {UNIT_LENGTH, C2, T3},
    {ARCS, C3}, {ARCS, O_RELATION, O_VERB}, {ARCS, T2, T3}, {ARCS, C2, C3},
};
enum { TEMPLATES = sizeof templates / sizeof *templates };
_Static_assert(sizeof templates <= UNITS_FEATURES * sizeof(feature_template), "room for all features of a gap");

size_t units_features(const units_sentence *s, uint32_t at, uint32_t out[UNITS_FEATURES]) {
    static const syntax_word outside = {.fold = 7, .tag = 0};
    const syntax_word *w[7];
    uint32_t c[7], t[7];
    for (uint32_t i = 0; i < 7; i++) {
        w[i] = at + i >= 3 && at + i - 3 < s->count ? &s->words[at + i - 3] : &outside;
        t[i] = w[i]->tag;
        c[i] = closed(w[i]);
    }
    subtree o = read_subtree(s, at, false), e = read_subtree(s, at - 1, true);
    open_unit unit = read_open_unit(s, at);
    verbs_around v = read_verbs(s, at);
    uint64_t facts[UNITS_FACT_COUNT];
    facts[NO_FACT] = 0;
#define X_(name, value) facts[name] = template_fact(name, (value));
    UNITS_FACTS(X_)
#undef X_
    template_fill(templates, TEMPLATES, facts, out);
    return TEMPLATES;
}
