/* The templates of the parser. A template's number is its place: never move one without training anew. */
#include <config.h>

#include "syntax/parser.h"

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

#define F(a, b, c, d) out[n] = feature_hash(n, (a), (b), (c), (d)), n++

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
    uint32_t commas0 = at_most((uint32_t)s->commas[s->next] - s->commas[i0 < s->next ? i0 : s->next], 3);
    uint32_t verbs0 = at_most((uint32_t)s->verbs[s->next] - s->verbs[i0 < s->next ? i0 + 1 : s->next], 3);
    uint32_t commas1 = i1 < i0 ? at_most((uint32_t)s->commas[i0] - s->commas[i1], 3) : 4;
    uint32_t verbs1 = i1 < i0 ? at_most((uint32_t)s->verbs[i0] - s->verbs[i1 + 1], 3) : 4;
    uint32_t between0 = commas0 | verbs0 << 4, between1 = commas1 | verbs1 << 4;
    uint32_t n = 0;
    /* single words */
    F(s0->word, s0->tag, 0, 0);
    F(s0->word, 0, 0, 0);
    F(s0->tag, 0, 0, 0);
    F(s1->word, s1->tag, 0, 0);
    F(s1->word, 0, 0, 0);
    F(s1->tag, 0, 0, 0);
    F(b0->word, b0->tag, 0, 0);
    F(b0->word, 0, 0, 0);
    F(b0->tag, 0, 0, 0);
    F(b1->word, b1->tag, 0, 0);
    F(b1->word, 0, 0, 0);
    F(b1->tag, 0, 0, 0);
    F(b2->word, b2->tag, 0, 0);
    F(b2->word, 0, 0, 0);
    F(b2->tag, 0, 0, 0);
    F(s2->tag, s2->word, 0, 0);
    F(s2->tag, 0, 0, 0);
    /* pairs */
    F(s0->word, b0->word, pack(s0->tag, b0->tag, 0), 0);
    F(s0->word, b0->word, s0->tag, 0);
    F(s0->word, b0->word, b0->tag, 0);
    F(s0->word, b0->word, 0, 0);
    F(s0->word, pack(s0->tag, b0->tag, 0), 0, 0);
    F(b0->word, pack(s0->tag, b0->tag, 0), 0, 0);
    F(pack(s0->tag, b0->tag, 0), 0, 0, 0);
    F(s0->word, s1->word, pack(s0->tag, s1->tag, 0), 0);
    F(s0->word, s1->word, s0->tag, 0);
    F(s0->word, s1->word, s1->tag, 0);
    F(s0->word, s1->word, 0, 0);
    F(s0->word, pack(s0->tag, s1->tag, 0), 0, 0);
    F(s1->word, pack(s0->tag, s1->tag, 0), 0, 0);
    F(pack(s0->tag, s1->tag, 0), 0, 0, 0);
    F(b0->word, b1->word, 0, 0);
    F(b0->word, b1->tag, 0, 0);
    F(b0->tag, b1->word, 0, 0);
    F(pack(b0->tag, b1->tag, 0), 0, 0, 0);
    F(s1->word, b0->word, 0, 0);
    F(s1->word, b0->tag, 0, 0);
    F(s1->tag, b0->word, 0, 0);
    F(pack(s1->tag, b0->tag, 0), 0, 0, 0);
    F(s0->word, b1->tag, b0->tag, 0);
    F(s0->word, b1->word, 0, 0);
    /* triples of tags, some with a word */
    F(pack(s0->tag, b0->tag, b1->tag), 0, 0, 0);
    F(pack(b0->tag, b1->tag, b2->tag), 0, 0, 0);
    F(pack(s1->tag, s0->tag, b0->tag), 0, 0, 0);
    F(pack(s2->tag, s1->tag, s0->tag), 0, 0, 0);
    F(pack(s1->tag, s0->tag, b0->tag), b1->tag, 0, 0);
    F(pack(s2->tag, s1->tag, s0->tag), b0->tag, 0, 0);
    F(pack(s0->tag, b0->tag, b1->tag), b2->tag, 0, 0);
    F(s0->word, pack(s0->tag, b0->tag, b1->tag), 1, 0);
    F(b0->word, pack(s0->tag, b0->tag, b1->tag), 0, 0);
    F(b1->word, pack(s0->tag, b0->tag, b1->tag), 0, 0);
    F(s1->word, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(s0->word, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(b0->word, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(s1->word, s0->word, b0->word, 0);
    F(s1->word, s0->word, b0->tag, 0);
    F(s1->word, b0->word, s0->tag, 0);
    F(s0->word, b0->word, s1->tag, 0);
    F(pack(s0->tag, s0l->tag, b0->tag), 0, 0, 0);
    F(pack(s0->tag, s0r->tag, b0->tag), 0, 0, 0);
    F(pack(s0->tag, b0->tag, b0l->tag), 0, 0, 0);
    F(pack(s1->tag, s1l->tag, s0->tag), 0, 0, 0);
    F(pack(s1->tag, s1r->tag, s0->tag), 0, 0, 0);
    F(pack(s1->tag, s0->tag, s0l->tag), 0, 0, 0);
    F(pack(s1->tag, s0->tag, s0r->tag), 0, 0, 0);
    F(pack(s1->tag, s1r->tag, s0->tag), b0->tag, 0, 0);
    F(pack(s1->tag, s0r->tag, s0->tag), b0->tag, 0, 0);
    F(pack(s0->tag, s0l->tag, s0l2->tag), 0, 0, 0);
    F(pack(s0->tag, s0r->tag, s0r2->tag), 0, 0, 0);
    F(pack(b0->tag, b0l->tag, b0l2->tag), 0, 0, 0);
    F(pack(s1->tag, s1r->tag, s1r2->tag), 0, 0, 0);
    F(pack(s1->tag, s1l->tag, s1l2->tag), 0, 0, 0);
    /* distance */
    F(s0->word, d0, 0, 0);
    F(s0->tag, d0, 0, 0);
    F(b0->word, d0, 0, 0);
    F(b0->tag, d0, 0, 0);
    F(s0->word, b0->word, d0, 0);
    F(pack(s0->tag, b0->tag, d0), 0, 0, 0);
    F(s1->word, d1, 0, 0);
    F(s0->word, d1, 0, 0);
    F(pack(s1->tag, s0->tag, d1), 0, 0, 0);
    F(pack(s1->tag, s0->tag, d1), pack(b0->tag, d0, 0), 0, 0);
    /* how many children */
    F(s0->word, s0->right_count, 0, 0);
    F(s0->tag, s0->right_count, 0, 0);
    F(s0->word, s0->left_count, 0, 0);
    F(s0->tag, s0->left_count, 0, 0);
    F(b0->word, b0->left_count, 0, 0);
    F(b0->tag, b0->left_count, 0, 0);
    F(s1->word, s1->right_count, 0, 0);
    F(s1->tag, s1->right_count, 0, 0);
    F(s1->tag, s1->left_count, 0, 0);
    F(pack(s0->tag, b0->tag, s0->right_count), b0->left_count, 0, 0);
    F(pack(s1->tag, s0->tag, s1->right_count), pack(b0->tag, s0->right_count, 0), 0, 0);
    /* children and their relations */
    F(s0l->word, s0->tag, 0, 0);
    F(pack(s0l->relation, s0->tag, 0), 0, 0, 0);
    F(s0r->word, s0->tag, 0, 0);
    F(pack(s0r->relation, s0->tag, b0->tag), 0, 0, 0);
    F(s0r->word, s0->word, 0, 0);
    F(s1l->word, s1->tag, 0, 0);
    F(pack(s1l->relation, s1->tag, s0->tag), 0, 0, 0);
    F(s1r->word, s1->tag, 0, 0);
    F(pack(s1r->relation, s1->tag, s0->tag), 0, 0, 0);
    F(b0l->word, b0->tag, 0, 0);
    F(pack(b0l->relation, b0->tag, s0->tag), 0, 0, 0);
    F(pack(b0l->relation, b0l2->relation, b0->tag), s0->tag, 0, 0);
    F(pack(s0l2->relation, s0l->relation, s0->tag), s1->tag, 0, 0);
    F(pack(s0r2->relation, s0r->relation, s0->tag), b0->tag, 0, 0);
    F(pack(s1r2->relation, s1r->relation, s1->tag), s0->tag, 0, 0);
    F(s0->cue, pack(s0->tag, s1->tag, b0->tag), 0, 0);
    F(s0->cue, s1->word, s0->tag, 0);
    F(s0->cue, s1->tag, b0->tag, 0);
    F(b0->cue, pack(s0->tag, b0->tag, 0), 0, 0);
    F(b0->cue, s0->word, b0->tag, 0);
    F(s1->cue, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(s0->left_set, pack(s0->tag, b0->tag, 0), 0, 0);
    F(s0->right_set, pack(s0->tag, b0->tag, 0), 0, 0);
    F(s0->left_set, s0->word, 0, 0);
    F(s0->right_set, s0->word, 0, 0);
    F(b0->left_set, pack(s0->tag, b0->tag, 0), 0, 0);
    F(b0->left_set, b0->word, 0, 0);
    F(s1->right_set, pack(s1->tag, s0->tag, 0), 0, 0);
    F(s1->right_set, s1->word, s0->tag, 0);
    F(s1->left_set, pack(s1->tag, s0->tag, 0), 0, 0);
    F(s0->left_set, s0->right_set, pack(s0->tag, s1->tag, b0->tag), 0);
    F(s1->right_set, s0->left_set, pack(s1->tag, s0->tag, b0->tag), 0);
    /* what stands in between */
    F(between0, pack(s0->tag, b0->tag, 0), 0, 0);
    F(between0, s0->word, 0, 0);
    F(between0, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(between1, pack(s1->tag, s0->tag, 0), 0, 0);
    F(between1, s1->word, s0->tag, 0);
    F(between1, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(between1, between0, s1->upos, s0->upos);
    F(b0->before, pack(s0->tag, b0->tag, 0), 0, 0);
    F(b0->before, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(b0->before, s0->word, 0, 0);
    F(b0->before, b0->word, s0->tag, 0);
    F(b0->after, pack(s0->tag, b0->tag, 0), 0, 0);
    F(b0->after, b0->before, pack(s0->tag, b0->tag, b1->tag), 0);
    F(s0->after, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(s0->before, pack(s1->tag, s0->tag, 0), 0, 0);
    F(s0->before, s0->after, pack(s1->tag, s0->tag, b0->tag), 0);
    F(s0->before, b0->before, pack(s1->tag, s0->tag, b0->tag), 0);
    F(s1->after, pack(s1->tag, s0->tag, b0->tag), 0, 0);
    F(s1->before, s0->before, b0->before, pack(s1->upos, s0->upos, b0->upos));
    F(pack(s0->frame, s0->tag, b0->tag), s0->right_set, 0, 0);
    F(pack(s1->frame, s1->tag, s0->tag), s1->right_set, b0->tag, 0);
    F(pack(s0->frame, s0->tag, b0->tag), b1->tag, s0->right_count, 0);
    return n;
}

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
    uint32_t from = left ? child : head, to = left ? head : child;
    uint32_t commas = at_most((uint32_t)s->commas[to] - s->commas[from], 3);
    uint32_t verbs = at_most((uint32_t)s->verbs[to] - s->verbs[from + 1], 3);
    uint32_t between = commas | verbs << 4 | left << 8;
    uint32_t tags = pack(h->tag, c->tag, left);
    uint32_t n = 0;
    F(tags, 0, 0, 0);
    F(tags, dist, 0, 0);
    F(c->word, left, 0, 0);
    F(c->word, c->tag, 0, 0);
    F(c->word, tags, 0, 0);
    F(h->word, left, 0, 0);
    F(h->word, tags, 0, 0);
    F(h->word, c->word, left, 0);
    F(h->word, c->upos, left, 0);
    F(h->word, c->cue, left, 0);
    F(c->cue, tags, 0, 0);
    F(c->cue, c->word, left, 0);
    F(c->cue, c->tag, 0, 0);
    F(h->cue, tags, 0, 0);
    F(c->left_set, c->tag, 0, 0);
    F(c->left_set, tags, 0, 0);
    F(c->right_set, tags, 0, 0);
    F(c->left_set, c->right_set, tags, 0);
    F(c->left_set, h->word, c->tag, 0);
    F(sisters, tags, 0, 0);
    F(sisters, h->word, c->upos, left);
    F(sisters, c->word, left, 0);
    F(others, tags, 0, 0);
    F(others, sisters, pack(h->upos, c->upos, left), 0);
    F(sister->relation, tags, 0, 0);
    F(sister->word, tags, 0, 0);
    F(other->relation, tags, 0, 0);
    F(cl->word, pack(cl->relation, c->tag, left), h->upos, 0);
    F(cl->word, tags, 0, 0);
    F(cr->word, pack(cr->relation, c->tag, left), h->upos, 0);
    F(pack(cl->relation, cl2->relation, cr->relation), tags, 0, 0);
    F(pack(cl->tag, cr->tag, c->tag), h->upos, left, 0);
    F(pack(cp->tag, c->tag, cn->tag), h->upos, left, 0);
    F(pack(cp->tag, c->tag, cn->tag), h->tag, left, dist);
    F(cp->word, tags, 0, 0);
    F(cn->word, tags, 0, 0);
    F(pack(hp->tag, h->tag, hn->tag), c->tag, left, 0);
    F(hp->word, tags, 0, 0);
    F(hn->word, tags, 0, 0);
    F(next->tag, tags, 0, 0);
    F(next->word, tags, 0, 0);
    F(between, pack(h->tag, c->tag, 0), 0, 0);
    F(between, c->word, 0, 0);
    F(between, c->left_set, tags, 0);
    F(between, c->cue, tags, 0);
    F(dist, c->word, h->upos, left);
    F(dist, h->word, c->upos, left);
    F(c->before, tags, 0, 0);
    F(c->after, tags, 0, 0);
    F(c->before, c->after, tags, 0);
    F(c->before, c->cue, tags, 0);
    F(h->after, tags, 0, 0);
    F(h->frame, tags, sisters, 0);
    F(h->frame, tags, dist, c->cue);
    return n;
}
#undef F
