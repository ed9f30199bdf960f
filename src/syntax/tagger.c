#include <config.h>

#include "syntax/tagger.h"

#include <string.h>

int tagger_open(str file, tagger *out, hence_error *err) {
    model_reader r;
    if (model_open(file, MODEL_TAGGER, &r, err))
        return -1;
    const uint32_t *sizes = model_section(&r, 4, sizeof *sizes); /* tags, places and slots of the lexicon, 0 */
    if (!sizes || !sizes[0] || sizes[0] > MODEL_CLASSES || !sizes[1] || sizes[2] <= sizes[1])
        return model_damaged(err);
    out->tag_count = sizes[0];
    out->lexicon_count = sizes[1];
    out->tags = model_section(&r, MODEL_CLASSES, sizeof *out->tags);
    out->lexicon = model_section(&r, sizes[2], sizeof *out->lexicon);
    if (!out->tags || !out->lexicon || out->lexicon[sizes[2] - 1].key || !model_read_table(&r, &out->table))
        return model_damaged(err);
    return 0;
}

void tagger_look_up(const tagger *m, syntax_word *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const tagger_entry *s = m->lexicon + model_place(words[i].fold, m->lexicon_count);
        while (s->key && s->key != words[i].fold)
            s++;
        words[i].ambiguity = s->ambiguity;
        words[i].known = s->key != 0;
        words[i].tag = s->tag;
    }
}

size_t tagger_features(const syntax_word *words, size_t count, size_t at, uint32_t out[TAGGER_FEATURES]) {
    static const syntax_word outside = {.fold = 7, .form = 7, .ambiguity = 7, .letters = CASE_NONE, .tag = 0};
    const syntax_word *w = words + at;
    const syntax_word *p1 = at >= 1 ? w - 1 : &outside, *p2 = at >= 2 ? w - 2 : &outside;
    const syntax_word *n1 = at + 1 < count ? w + 1 : &outside, *n2 = at + 2 < count ? w + 2 : &outside;
    uint32_t case0 = (uint32_t)w->letters << 1 | (at == 0);
    uint32_t n = 0;
#define F(a, b, c, d) out[n] = feature_hash(n, (a), (b), (c), (d)), n++
    F(w->fold, 0, 0, 0);
    F(w->form, 0, 0, 0);
    F(w->start[0], 0, 0, 0);
    F(w->start[1], 0, 0, 0);
    F(w->start[2], 0, 0, 0);
    F(w->start[3], 0, 0, 0);
    F(w->end[0], 0, 0, 0);
    F(w->end[1], 0, 0, 0);
    F(w->end[2], 0, 0, 0);
    F(w->end[3], 0, 0, 0);
    F(w->end[2], case0, 0, 0);
    F(w->end[1], w->start[0], case0, 0);
    F(w->shape, at == 0, 0, 0);
    F(w->ambiguity, 0, 0, 0);
    F(w->ambiguity, case0, 0, 0);
    F(p1->fold, 0, 0, 0);
    F(p2->fold, 0, 0, 0);
    F(n1->fold, 0, 0, 0);
    F(n2->fold, 0, 0, 0);
    F(p1->end[2], p1->letters, 0, 0);
    F(n1->end[2], n1->letters, 0, 0);
    F(n1->ambiguity, 0, 0, 0);
    F(n2->ambiguity, n1->ambiguity, 0, 0);
    F(p1->tag, 0, 0, 0);
    F(p1->tag, p2->tag, 0, 0);
    F(p1->tag, w->fold, 0, 0);
    F(p1->tag, w->end[2], 0, 0);
    F(p1->tag, w->ambiguity, 0, 0);
    F(p1->tag, p2->tag, w->ambiguity, 0);
    F(p1->tag, w->ambiguity, n1->ambiguity, 0);
    F(w->ambiguity, n1->ambiguity, 0, 0);
    F(w->ambiguity, n1->ambiguity, n2->ambiguity, 0);
    F(p1->tag, n1->ambiguity, 0, 0);
    F(p1->fold, w->fold, 0, 0);
    F(w->fold, n1->fold, 0, 0);
    F(p2->tag, p1->fold, 0, 0);
    F(p1->fold, n1->fold, 0, 0);
    F(p1->tag, n1->fold, w->ambiguity, 0);
    F(w->fold, n1->ambiguity, 0, 0);
    F(p2->fold, p1->fold, w->ambiguity, 0);
    F(w->ambiguity, n1->fold, n2->fold, 0);
    F(case0, p1->letters, n1->letters, 0);
    F(w->end[2], n1->ambiguity, p1->tag, 0);
    F(p1->tag, p2->tag, w->end[1], n1->ambiguity);
#undef F
    return n;
}

void tagger_tag(const tagger *m, syntax_word *words, size_t count) {
    tagger_look_up(m, words, count);
    for (size_t i = 0; i < count; i++) {
        if (!words[i].tag) {
            uint32_t features[TAGGER_FEATURES];
            int32_t scores[MODEL_CLASSES] = {0};
            model_add_sparse(&m->table, features, tagger_features(words, count, i, features), scores);
            unsigned best = 0;
            for (unsigned c = 1; c < m->tag_count; c++)
                if (scores[c] > scores[best])
                    best = c;
            words[i].tag = (uint8_t)(best + 1);
        }
        words[i].upos = m->tags[words[i].tag - 1].upos;
        words[i].xpos = m->tags[words[i].tag - 1].xpos;
    }
}
