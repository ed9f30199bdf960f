#include <config.h>

#include "marker/place.h"

#include <string.h>

place place_of(const text *t, uint32_t sentence, const candidate *c, feature_list *out) {
    uint32_t first = t->sentences.items[sentence].first_token;
    const lexicon_match *m = &c->match;
    place p = {.text = t,
               .sentence = sentence,
               .first = first,
               .tokens = t->tokens.items + first,
               .words = t->words + first,
               .count = (int)t->sentences.items[sentence].token_count,
               .begin = (int)m->words[0],
               .last = (int)m->words[m->word_count - 1] + 1,
               .form = m->entry->form,
               .one_word = m->word_count == 1,
               .out = out};
    p.end = p.begin + 1;
    for (unsigned i = 1; i < m->word_count && m->words[i] == (uint32_t)p.end; i++)
        p.end++;
    str rest;
    str_cut(lexicon_cell(m->entry, "frame"), ':', &p.frame, &rest);
    if (c->longer)
        p.longer = c->longer->entry->form;
    return p;
}

static uint32_t mix(uint32_t h, str s) {
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.data[i]) * 16777619u;
    return (h ^ 0x1F) * 16777619u;
}

static uint32_t finish(uint32_t h) {
    h ^= h >> 16;
    h *= 0x85EBCA6Bu;
    h ^= h >> 13;
    h *= 0xC2B2AE35u;
    return h ^ h >> 16;
}

static void push(place *p, uint32_t hash, const char *name, str value) {
    if (p->out->count == FEATURE_ROOM)
        return;
    p->out->hashes[p->out->count++] = hash;
    if (p->out->named)
        p->out->named(p->out->context, hash, name, value);
}

void place_add(place *p, int how, const char *name, str value) {
    uint32_t h = mix(mix(2166136261u, str_of(name)), value);
    if (how & JOINED)
        push(p, finish(mix(h, p->form)), name, value);
    if (how & GENERAL)
        push(p, finish(mix(h ^ (p->one_word ? 0x33333333u : 0x55555555u), p->frame)), name, value);
}

enum { VALUE_ROOM = 160 };

typedef struct {
    char data[VALUE_ROOM];
    size_t len;
} value;

static void put(value *v, str s) {
    size_t n = s.len < VALUE_ROOM - v->len ? s.len : VALUE_ROOM - v->len;
    if (n)
        memcpy(v->data + v->len, s.data, n);
    v->len += n;
    if (v->len < VALUE_ROOM)
        v->data[v->len++] = ' ';
}

void place_add3(place *p, int how, const char *name, str a, str b, str c) {
    value v = {.len = 0};
    put(&v, a);
    put(&v, b);
    put(&v, c);
    place_add(p, how, name, (str){v.data, v.len});
}

str place_form(const place *p, int i) {
    return i < 0 ? (str)STR("<") : i >= p->count ? (str)STR(">") : p->words[i].form;
}

str place_tag(const place *p, int i) {
    if (i < 0)
        return (str)STR("<");
    if (i >= p->count)
        return (str)STR(">");
    const token *w = &p->tokens[i];
    if (w->flags & TOKEN_PUNCT)
        return p->words[i].form;
    return w->xpos ? str_of(penn_name((penn)w->xpos)) : (str)STR("?");
}

str place_distance(int n) {
    static const str names[] = {STR("0"), STR("1"), STR("2"), STR("3"), STR("5"), STR("8"), STR("far")};
    return names[n < 4 ? (n < 0 ? 0 : n) : n < 6 ? 4 : n < 9 ? 5 : 6];
}

bool place_is_punct(const place *p, int i) {
    return i >= 0 && i < p->count && (p->tokens[i].flags & TOKEN_PUNCT);
}

uint32_t place_hash(uint32_t feature, str value) {
    return finish(mix(feature, value));
}
