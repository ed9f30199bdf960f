/* The templates of the parser: what each feature is made of. */
#include <config.h>

#include "syntax/parser.h"
#include "syntax/template.h"

static uint32_t near(uint32_t a, uint32_t b) {
    uint32_t d = a < b ? b - a : a - b;
    return d < 5 ? d : d < 7 ? 5 : d < 11 ? 6 : 7;
}

static uint32_t at_most(uint32_t n, uint32_t most) {
    return n < most ? n : most;
}

/* Three tags, or small numbers, in one value. */
static uint32_t pack(uint32_t a, uint32_t b, uint32_t c) {
    return a | b << 8 | c << 16;
}

/* Commas and verbs between the words `from` and `to`. */
static uint32_t between(const parser_state *s, uint32_t from, uint32_t to) {
    uint32_t commas = at_most((uint32_t)s->commas[to] - s->commas[from], 3);
    return commas | at_most((uint32_t)s->verbs[to] - s->verbs[from + 1], 3) << 4;
}

/* ---- moves: s0 is the top of the stack, s1 below it, b0 the next word; s0l its outermost child on the left, s0l2 the next one */

#define STRUCTURE_FACTS(X)                                                                                            \
    X(S0_WORD, s0->word) X(S0_TAG, s0->tag) X(S1_WORD, s1->word) X(S1_TAG, s1->tag) X(B0_WORD, b0->word)              \
    X(B0_TAG, b0->tag) X(B1_WORD, b1->word) X(B1_TAG, b1->tag) X(B2_WORD, b2->word) X(B2_TAG, b2->tag)                \
    X(S2_TAG, s2->tag) X(S2_WORD, s2->word) X(S0L_TAG, s0l->tag) X(S0R_TAG, s0r->tag) X(B0L_TAG, b0l->tag)            \
    X(S1L_TAG, s1l->tag) X(S1R_TAG, s1r->tag) X(S0L2_TAG, s0l2->tag) X(S0R2_TAG, s0r2->tag)                           \
    X(B0L2_TAG, b0l2->tag) X(S1R2_TAG, s1r2->tag) X(S1L2_TAG, s1l2->tag) X(D0, d0) X(D1, d1)                          \
    X(S0_RIGHT_COUNT, s0->right_count) X(S0_LEFT_COUNT, s0->left_count) X(B0_LEFT_COUNT, b0->left_count)              \
    X(S1_RIGHT_COUNT, s1->right_count) X(S1_LEFT_COUNT, s1->left_count) X(S0L_WORD, s0l->word)                        \
    X(S0L_RELATION, s0l->relation) X(S0R_WORD, s0r->word) X(S0R_RELATION, s0r->relation) X(S1L_WORD, s1l->word)       \
    X(S1L_RELATION, s1l->relation) X(S1R_WORD, s1r->word) X(S1R_RELATION, s1r->relation) X(B0L_WORD, b0l->word)       \
    X(B0L_RELATION, b0l->relation) X(B0L2_RELATION, b0l2->relation) X(S0L2_RELATION, s0l2->relation)                  \
    X(S0R2_RELATION, s0r2->relation) X(S1R2_RELATION, s1r2->relation) X(S0_CUE, s0->cue) X(B0_CUE, b0->cue)           \
    X(S1_CUE, s1->cue) X(S0_LEFT_SET, s0->left_set) X(S0_RIGHT_SET, s0->right_set) X(B0_LEFT_SET, b0->left_set)       \
    X(S1_RIGHT_SET, s1->right_set) X(S1_LEFT_SET, s1->left_set) X(BETWEEN0, between0) X(BETWEEN1, between1)           \
    X(S1_UPOS, s1->upos) X(S0_UPOS, s0->upos) X(B0_BEFORE, b0->before) X(B0_AFTER, b0->after)                         \
    X(S0_AFTER, s0->after) X(S0_BEFORE, s0->before) X(S1_AFTER, s1->after) X(S1_BEFORE, s1->before)                   \
    X(B0_UPOS, b0->upos) X(S0_FRAME, s0->frame) X(S1_FRAME, s1->frame) X(BOTTOM, s->depth < 2)                        \
    X(DEPTH, s->depth < 4 ? s->depth : 4) X(B0_AHEAD, b0->ahead)                                                      \
    X(UPOS_TRIPLE, pack(s1->upos, s0->upos, b0->upos))

enum {
    NO_FACT,
#define X_(name, value) name,
    STRUCTURE_FACTS(X_)
#undef X_
        STRUCTURE_FACT_COUNT
};

static const feature_template structure_templates[] = {
    /* single words */
    {S0_WORD, S0_TAG}, {S0_WORD}, {S0_TAG}, {S1_WORD, S1_TAG}, {S1_WORD}, {S1_TAG}, {B0_WORD, B0_TAG}, {B0_WORD},
    {B0_TAG}, {B1_WORD, B1_TAG}, {B1_WORD}, {B1_TAG}, {B2_WORD, B2_TAG}, {B2_WORD}, {B2_TAG}, {S2_TAG, S2_WORD},
    {S2_TAG},
    /* pairs */
    {S0_WORD, B0_WORD, S0_TAG, B0_TAG}, {S0_WORD, B0_WORD, S0_TAG}, {S0_WORD, B0_WORD, B0_TAG}, {S0_WORD, B0_WORD},
    {S0_WORD, S0_TAG, B0_TAG}, {B0_WORD, S0_TAG, B0_TAG}, {S0_TAG, B0_TAG}, {S0_WORD, S1_WORD, S0_TAG, S1_TAG},
    {S0_WORD, S1_WORD, S0_TAG}, {S0_WORD, S1_WORD, S1_TAG}, {S0_WORD, S1_WORD}, {S0_WORD, S0_TAG, S1_TAG},
    {S1_WORD, S0_TAG, S1_TAG}, {S0_TAG, S1_TAG}, {B0_WORD, B1_WORD}, {B0_WORD, B1_TAG}, {B0_TAG, B1_WORD},
    {B0_TAG, B1_TAG}, {S1_WORD, B0_WORD}, {S1_WORD, B0_TAG}, {S1_TAG, B0_WORD}, {S1_TAG, B0_TAG},
    {S0_WORD, B1_TAG, B0_TAG}, {S0_WORD, B1_WORD},
    /* triples of tags, some with a word */
    {S0_TAG, B0_TAG, B1_TAG}, {B0_TAG, B1_TAG, B2_TAG}, {S1_TAG, S0_TAG, B0_TAG}, {S2_TAG, S1_TAG, S0_TAG},
    {S1_TAG, S0_TAG, B0_TAG, B1_TAG}, {S2_TAG, S1_TAG, S0_TAG, B0_TAG}, {S0_TAG, B0_TAG, B1_TAG, B2_TAG},
    {S0_WORD, S0_TAG, B0_TAG, B1_TAG}, {B0_WORD, S0_TAG, B0_TAG, B1_TAG}, {B1_WORD, S0_TAG, B0_TAG, B1_TAG},
    {S1_WORD, S1_TAG, S0_TAG, B0_TAG}, {S0_WORD, S1_TAG, S0_TAG, B0_TAG}, {B0_WORD, S1_TAG, S0_TAG, B0_TAG},
    {S1_WORD, S0_WORD, B0_WORD}, {S1_WORD, S0_WORD, B0_TAG}, {S1_WORD, B0_WORD, S0_TAG}, {S0_WORD, B0_WORD, S1_TAG},
    {S0_TAG, S0L_TAG, B0_TAG}, {S0_TAG, S0R_TAG, B0_TAG}, {S0_TAG, B0_TAG, B0L_TAG}, {S1_TAG, S1L_TAG, S0_TAG},
    {S1_TAG, S1R_TAG, S0_TAG}, {S1_TAG, S0_TAG, S0L_TAG}, {S1_TAG, S0_TAG, S0R_TAG},
    {S1_TAG, S1R_TAG, S0_TAG, B0_TAG}, {S1_TAG, S0R_TAG, S0_TAG, B0_TAG}, {S0_TAG, S0L_TAG, S0L2_TAG},
    {S0_TAG, S0R_TAG, S0R2_TAG}, {B0_TAG, B0L_TAG, B0L2_TAG}, {S1_TAG, S1R_TAG, S1R2_TAG},
    {S1_TAG, S1L_TAG, S1L2_TAG},
    /* distance */
    {S0_WORD, D0}, {S0_TAG, D0}, {B0_WORD, D0}, {B0_TAG, D0}, {S0_WORD, B0_WORD, D0}, {S0_TAG, B0_TAG, D0},
    {S1_WORD, D1}, {S0_WORD, D1}, {S1_TAG, S0_TAG, D1}, {S1_TAG, S0_TAG, B0_TAG, D1, D0},
    /* how many children */
    {S0_WORD, S0_RIGHT_COUNT}, {S0_TAG, S0_RIGHT_COUNT}, {S0_WORD, S0_LEFT_COUNT}, {S0_TAG, S0_LEFT_COUNT},
    {B0_WORD, B0_LEFT_COUNT}, {B0_TAG, B0_LEFT_COUNT}, {S1_WORD, S1_RIGHT_COUNT}, {S1_TAG, S1_RIGHT_COUNT},
    {S1_TAG, S1_LEFT_COUNT}, {S0_TAG, B0_TAG, S0_RIGHT_COUNT, B0_LEFT_COUNT},
    {S1_TAG, S0_TAG, B0_TAG, S1_RIGHT_COUNT, S0_RIGHT_COUNT},
    /* children and their relations */
    {S0L_WORD, S0_TAG}, {S0L_RELATION, S0_TAG}, {S0R_WORD, S0_TAG}, {S0R_RELATION, S0_TAG, B0_TAG},
    {S0R_WORD, S0_WORD}, {S1L_WORD, S1_TAG}, {S1L_RELATION, S1_TAG, S0_TAG}, {S1R_WORD, S1_TAG},
    {S1R_RELATION, S1_TAG, S0_TAG}, {B0L_WORD, B0_TAG}, {B0L_RELATION, B0_TAG, S0_TAG},
    {B0L_RELATION, B0L2_RELATION, B0_TAG, S0_TAG}, {S0L2_RELATION, S0L_RELATION, S0_TAG, S1_TAG},
    {S0R2_RELATION, S0R_RELATION, S0_TAG, B0_TAG}, {S1R2_RELATION, S1R_RELATION, S1_TAG, S0_TAG},
    {S0_CUE, S0_TAG, S1_TAG, B0_TAG}, {S0_CUE, S1_WORD, S0_TAG}, {S0_CUE, S1_TAG, B0_TAG}, {B0_CUE, S0_TAG, B0_TAG},
    {B0_CUE, S0_WORD, B0_TAG}, {S1_CUE, S1_TAG, S0_TAG, B0_TAG}, {S0_LEFT_SET, S0_TAG, B0_TAG},
    {S0_RIGHT_SET, S0_TAG, B0_TAG}, {S0_LEFT_SET, S0_WORD}, {S0_RIGHT_SET, S0_WORD}, {B0_LEFT_SET, S0_TAG, B0_TAG},
    {B0_LEFT_SET, B0_WORD}, {S1_RIGHT_SET, S1_TAG, S0_TAG}, {S1_RIGHT_SET, S1_WORD, S0_TAG},
    {S1_LEFT_SET, S1_TAG, S0_TAG}, {S0_LEFT_SET, S0_RIGHT_SET, S0_TAG, S1_TAG, B0_TAG},
    {S1_RIGHT_SET, S0_LEFT_SET, S1_TAG, S0_TAG, B0_TAG},
    /* what stands in between */
    {BETWEEN0, S0_TAG, B0_TAG}, {BETWEEN0, S0_WORD}, {BETWEEN0, S1_TAG, S0_TAG, B0_TAG}, {BETWEEN1, S1_TAG, S0_TAG},
    {BETWEEN1, S1_WORD, S0_TAG}, {BETWEEN1, S1_TAG, S0_TAG, B0_TAG}, {BETWEEN1, BETWEEN0, S1_UPOS, S0_UPOS},
    {B0_BEFORE, S0_TAG, B0_TAG}, {B0_BEFORE, S1_TAG, S0_TAG, B0_TAG}, {B0_BEFORE, S0_WORD},
    {B0_BEFORE, B0_WORD, S0_TAG}, {B0_AFTER, S0_TAG, B0_TAG}, {B0_AFTER, B0_BEFORE, S0_TAG, B0_TAG, B1_TAG},
    {S0_AFTER, S1_TAG, S0_TAG, B0_TAG}, {S0_BEFORE, S1_TAG, S0_TAG}, {S0_BEFORE, S0_AFTER, S1_TAG, S0_TAG, B0_TAG},
    {S0_BEFORE, B0_BEFORE, S1_TAG, S0_TAG, B0_TAG}, {S1_AFTER, S1_TAG, S0_TAG, B0_TAG},
    {S1_BEFORE, S0_BEFORE, B0_BEFORE, UPOS_TRIPLE}, {S0_FRAME, S0_TAG, B0_TAG, S0_RIGHT_SET},
    {S1_FRAME, S1_TAG, S0_TAG, S1_RIGHT_SET, B0_TAG}, {S0_FRAME, S0_TAG, B0_TAG, B1_TAG, S0_RIGHT_COUNT},
    /* clauses: what both heads have so far, and whether finite verbs are still to come */
    {S0_LEFT_SET, B0_LEFT_SET, S0_TAG, B0_TAG}, {S0_LEFT_SET, B0_LEFT_SET, S0_UPOS, B0_UPOS, B0_BEFORE},
    {S0_CUE, B0_LEFT_SET, S0_TAG, B0_TAG}, {S0_CUE, B0_CUE, S0_UPOS, B0_UPOS},
    {S0_CUE, B0_BEFORE, S0_TAG, B0_TAG, BOTTOM}, {S1_LEFT_SET, S0_LEFT_SET, S1_TAG, S0_TAG, B0_TAG},
    {S1_CUE, S0_CUE, S1_TAG, S0_TAG, B0_TAG}, {DEPTH, S0_TAG, B0_TAG, S0_LEFT_SET}, {B0_AHEAD, S0_TAG, B0_TAG},
    {B0_AHEAD, S0_TAG, B0_TAG, S0_LEFT_SET}, {B0_AHEAD, S0_TAG, B0_TAG, B0_BEFORE, S1_TAG},
    {B0_AHEAD, S0_UPOS, B0_UPOS, S0_LEFT_SET, BETWEEN0}, {B0_AHEAD, S0_TAG, BOTTOM, S0_CUE, B0_UPOS},
    {B0_AHEAD, S0_UPOS, B0_UPOS, S1_LEFT_SET, S1_UPOS},
};
enum { STRUCTURE_TEMPLATES = sizeof structure_templates / sizeof *structure_templates };
_Static_assert(sizeof structure_templates <= PARSER_FEATURES * sizeof(feature_template), "room for all features of a state");

size_t parser_structure_features(const parser_state *s, uint32_t out[PARSER_FEATURES]) {
    const parser_node *nodes = s->nodes, *absent = nodes + s->count + 1;
    uint32_t i0 = s->depth > 0 ? s->stack[s->depth - 1] : s->count + 1;
    uint32_t i1 = s->depth > 1 ? s->stack[s->depth - 2] : s->count + 1;
    const parser_node *s0 = nodes + i0, *s1 = nodes + i1;
    const parser_node *s2 = s->depth > 2 ? nodes + s->stack[s->depth - 3] : absent;
    const parser_node *b0 = nodes + s->next;
    const parser_node *b1 = s->next + 1 <= s->count ? b0 + 1 : absent;
    const parser_node *b2 = s->next + 2 <= s->count ? b0 + 2 : absent;
    const parser_node *s0l = nodes + s0->left[0], *s0r = nodes + s0->right[0];
    const parser_node *s0l2 = nodes + s0->left[1], *s0r2 = nodes + s0->right[1];
    const parser_node *s1l = nodes + s1->left[0], *s1r = nodes + s1->right[0];
    const parser_node *s1l2 = nodes + s1->left[1], *s1r2 = nodes + s1->right[1];
    const parser_node *b0l = nodes + b0->left[0], *b0l2 = nodes + b0->left[1];
    uint32_t d0 = near(i0, s->next), d1 = near(i1, i0);
    uint32_t between0 = i0 < s->next ? between(s, i0, s->next) : 0;
    uint32_t between1 = i1 < i0 ? between(s, i1, i0) : UINT32_MAX;
    uint64_t facts[STRUCTURE_FACT_COUNT];
    facts[NO_FACT] = 0;
#define X_(name, value) facts[name] = template_fact(name, (value));
    STRUCTURE_FACTS(X_)
#undef X_
    template_fill(structure_templates, STRUCTURE_TEMPLATES, facts, out);
    return STRUCTURE_TEMPLATES;
}

/* ---- relations: h is the head, c the child; cp and cn stand before and after it, cl and cr are its outermost children */

#define LABEL_FACTS(X)                                                                                                \
    X(TAGS, tags) X(DIST, dist) X(C_WORD, c->word) X(LEFT, left) X(C_TAG, c->tag) X(H_WORD, h->word)                  \
    X(C_UPOS, c->upos) X(C_CUE, c->cue) X(H_CUE, h->cue) X(C_LEFT_SET, c->left_set) X(C_RIGHT_SET, c->right_set)      \
    X(SISTERS, sisters) X(OTHERS, others) X(H_UPOS, h->upos) X(SISTER_RELATION, sister->relation)                     \
    X(SISTER_WORD, sister->word) X(OTHER_RELATION, other->relation) X(CL_WORD, cl->word)                              \
    X(CL_RELATION, cl->relation) X(CR_WORD, cr->word) X(CR_RELATION, cr->relation)                                    \
    X(CL2_RELATION, cl2->relation) X(CL_TAG, cl->tag) X(CR_TAG, cr->tag) X(H_TAG, h->tag) X(CP_WORD, cp->word)        \
    X(CN_WORD, cn->word) X(HP_TAG, hp->tag) X(HN_TAG, hn->tag) X(HP_WORD, hp->word) X(HN_WORD, hn->word)              \
    X(NEXT_TAG, next->tag) X(NEXT_WORD, next->word) X(BETWEEN, gap) X(C_BEFORE, c->before)                        \
    X(C_AFTER, c->after) X(H_AFTER, h->after) X(H_FRAME, h->frame) X(AROUND, pack(cp->tag, c->tag, cn->tag))

enum {
    NO_LABEL_FACT,
#define X_(name, value) name,
    LABEL_FACTS(X_)
#undef X_
        LABEL_FACT_COUNT
};

static const feature_template label_templates[] = {
    /* the words and their tags */
    {TAGS}, {TAGS, DIST}, {C_WORD, LEFT}, {C_WORD, C_TAG}, {C_WORD, TAGS}, {H_WORD, LEFT}, {H_WORD, TAGS},
    {H_WORD, C_WORD, LEFT}, {H_WORD, C_UPOS, LEFT}, {H_WORD, C_CUE, LEFT},
    /* what they already have: the words that introduce them, their children */
    {C_CUE, TAGS}, {C_CUE, C_WORD, LEFT}, {C_CUE, C_TAG}, {H_CUE, TAGS}, {C_LEFT_SET, C_TAG}, {C_LEFT_SET, TAGS},
    {C_RIGHT_SET, TAGS}, {C_LEFT_SET, C_RIGHT_SET, TAGS}, {C_LEFT_SET, H_WORD, C_TAG}, {SISTERS, TAGS},
    {SISTERS, H_WORD, C_UPOS, LEFT}, {SISTERS, C_WORD, LEFT}, {OTHERS, TAGS},
    {OTHERS, SISTERS, H_UPOS, C_UPOS, LEFT}, {SISTER_RELATION, TAGS}, {SISTER_WORD, TAGS}, {OTHER_RELATION, TAGS},
    {CL_WORD, CL_RELATION, C_TAG, LEFT, H_UPOS}, {CL_WORD, TAGS}, {CR_WORD, CR_RELATION, C_TAG, LEFT, H_UPOS},
    {CL_RELATION, CL2_RELATION, CR_RELATION, TAGS}, {CL_TAG, CR_TAG, C_TAG, H_UPOS, LEFT},
    /* neighbours */
    {AROUND, H_UPOS, LEFT}, {AROUND, H_TAG, LEFT, DIST}, {CP_WORD, TAGS}, {CN_WORD, TAGS},
    {HP_TAG, H_TAG, HN_TAG, C_TAG, LEFT}, {HP_WORD, TAGS}, {HN_WORD, TAGS}, {NEXT_TAG, TAGS}, {NEXT_WORD, TAGS},
    /* what stands in between, how far apart they are, punctuation */
    {BETWEEN, H_TAG, C_TAG}, {BETWEEN, C_WORD}, {BETWEEN, C_LEFT_SET, TAGS}, {BETWEEN, C_CUE, TAGS},
    {DIST, C_WORD, H_UPOS, LEFT}, {DIST, H_WORD, C_UPOS, LEFT}, {C_BEFORE, TAGS}, {C_AFTER, TAGS},
    {C_BEFORE, C_AFTER, TAGS}, {C_BEFORE, C_CUE, TAGS}, {H_AFTER, TAGS},
    /* whether a verb takes an object */
    {H_FRAME, TAGS, SISTERS}, {H_FRAME, TAGS, DIST, C_CUE},
};
enum { LABEL_TEMPLATES = sizeof label_templates / sizeof *label_templates };
_Static_assert(sizeof label_templates <= PARSER_FEATURES * sizeof(feature_template), "room for all features of an arc");

size_t parser_label_features(const parser_state *s, uint32_t head, uint32_t child, uint32_t out[PARSER_FEATURES]) {
    const parser_node *nodes = s->nodes, *absent = nodes + s->count + 1;
    const parser_node *h = nodes + head, *c = nodes + child;
    uint32_t left = child < head, dist = near(head, child);
    const parser_node *cl = nodes + c->left[0], *cr = nodes + c->right[0], *cl2 = nodes + c->left[1];
    const parser_node *sister = nodes + (left ? h->left[0] : h->right[0]);
    const parser_node *other = nodes + (left ? h->right[0] : h->left[0]);
    uint32_t sisters = left ? h->left_set : h->right_set, others = left ? h->right_set : h->left_set;
    const parser_node *cp = child > 0 ? c - 1 : absent, *cn = child + 1 < s->count ? c + 1 : absent;
    const parser_node *hp = head > 0 ? h - 1 : absent, *hn = head + 1 < s->count ? h + 1 : absent;
    const parser_node *next = nodes + s->next;
    uint32_t gap = (left ? between(s, child, head) : between(s, head, child)) | left << 8;
    uint32_t tags = pack(h->tag, c->tag, left);
    uint64_t facts[LABEL_FACT_COUNT];
    facts[NO_LABEL_FACT] = 0;
#define X_(name, value) facts[name] = template_fact(name, (value));
    LABEL_FACTS(X_)
#undef X_
    template_fill(label_templates, LABEL_TEMPLATES, facts, out);
    return LABEL_TEMPLATES;
}
