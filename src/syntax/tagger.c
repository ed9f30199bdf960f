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

static const tagger_entry *find(const tagger *m, uint32_t key) {
    const tagger_entry *e = m->lexicon + model_place(key, m->lexicon_count);
    while (e->key && e->key != key)
        e++;
    return e;
}

void tagger_guess(const tagger *m, syntax_word *w) {
    w->ambiguity = 0;
    w->known = w->tag = w->opens = 0;
    w->finite = w->finite_guess;
    for (uint32_t i = 0; i < WORD_KIN && !w->ambiguity; i++) {
        uint16_t kin = w->kin[i] ? find(m, w->kin[i])->ambiguity : 0;
        if (kin)
            w->ambiguity = (uint16_t)feature_hash(902, w->ending, i, kin, 0);
    }
}

void tagger_look_up(const tagger *m, syntax_word *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        const tagger_entry *e = find(m, words[i].fold);
        if (!e->ambiguity)
            tagger_guess(m, &words[i]);
        else {
            words[i].ambiguity = e->ambiguity;
            words[i].tag = e->tag;
            words[i].finite = e->role & ROLE_FINITE;
            words[i].opens = (e->role & ROLE_OPENS) != 0;
            words[i].seldom = (e->role & ROLE_SELDOM) != 0;
        }
        words[i].known = e->key != 0;
    }
}

/* ---- a clause wants one finite verb: "The levee breaks." has no other */

static bool divides(const syntax_word *w) {
    return w->mark && strchr(",;:.!?()[]{}", w->mark);
}

void tagger_look_ahead(syntax_word *words, size_t count) {
    uint8_t ahead = 0, whole = 0;
    for (size_t i = count; i-- > 0 && words[i].mark && !whole;)
        whole = strchr(".!?", words[i].mark) ? AHEAD_STOP : 0;
    for (size_t i = count; i-- > 0;) {
        words[i].ahead = ahead | whole;
        if (divides(&words[i]) || words[i].opens)
            ahead = 0;
        else if (words[i].finite > ahead)
            ahead = words[i].finite;
    }
}

void tagger_look_back(syntax_word *words, size_t at) {
    const syntax_word *last = at ? &words[at - 1] : NULL;
    if (!last || divides(last))
        words[at].behind = 0;
    else if (last->opens)
        words[at].behind = BEHIND_OPENED;
    else
        words[at].behind = (uint8_t)(last->behind + ((last->behind & BEHIND_VERBS) < 2 && penn_is_finite(last->xpos)));
}

/* ---- features */

/* A word the lexicon lacks is any unknown word: its affixes and neighbours tell it from others. */
static uint32_t form(const syntax_word *w) {
    return w->known ? w->fold : 1;
}

/* A word and its neighbours. */
typedef struct {
    const syntax_word *w, *p1, *p2, *n1, *n2; /* the words before it are p, those after it n */
    uint32_t f0, fp1, fp2, fn1, fn2;          /* their forms */
    uint32_t first, case0, clause;
} around;

#define F(a, b, c, d) out[n] = feature_hash(n, (a), (b), (c), (d)), n++

/* The word itself. */
static uint32_t word_features(const around *a, uint32_t n, uint32_t *out) {
    F(a->f0, 0, 0, 0);
    F(a->w->known ? a->w->form : 0, 0, 0, 0);
    F(a->w->start[0], 0, 0, 0);
    F(a->w->start[1], 0, 0, 0);
    F(a->w->start[2], 0, 0, 0);
    F(a->w->start[3], 0, 0, 0);
    F(a->w->end[0], 0, 0, 0);
    F(a->w->end[1], 0, 0, 0);
    F(a->w->end[2], 0, 0, 0);
    F(a->w->end[3], 0, 0, 0);
    F(a->w->end[2], a->case0, 0, 0);
    F(a->w->end[1], a->w->start[0], a->case0, 0);
    F(a->w->shape, a->first, 0, 0);
    F(a->w->ambiguity, 0, 0, 0);
    F(a->w->ambiguity, a->case0, 0, 0);
    return n;
}

/* The words around it, and the tags before it. */
static uint32_t neighbour_features(const around *a, uint32_t n, uint32_t *out) {
    F(a->fp1, 0, 0, 0);
    F(a->fp2, 0, 0, 0);
    F(a->fn1, 0, 0, 0);
    F(a->fn2, 0, 0, 0);
    F(a->p1->end[2], a->p1->letters, 0, 0);
    F(a->n1->end[2], a->n1->letters, 0, 0);
    F(a->n1->ambiguity, 0, 0, 0);
    F(a->n2->ambiguity, a->n1->ambiguity, 0, 0);
    F(a->p1->tag, 0, 0, 0);
    F(a->p1->tag, a->p2->tag, 0, 0);
    F(a->p1->tag, a->f0, 0, 0);
    F(a->p1->tag, a->w->end[2], 0, 0);
    F(a->p1->tag, a->w->ambiguity, 0, 0);
    F(a->p1->tag, a->p2->tag, a->w->ambiguity, 0);
    F(a->p1->tag, a->w->ambiguity, a->n1->ambiguity, 0);
    F(a->w->ambiguity, a->n1->ambiguity, 0, 0);
    F(a->w->ambiguity, a->n1->ambiguity, a->n2->ambiguity, 0);
    F(a->p1->tag, a->n1->ambiguity, 0, 0);
    F(a->fp1, a->f0, 0, 0);
    F(a->f0, a->fn1, 0, 0);
    F(a->p2->tag, a->fp1, 0, 0);
    F(a->fp1, a->fn1, 0, 0);
    F(a->p1->tag, a->fn1, a->w->ambiguity, 0);
    F(a->f0, a->n1->ambiguity, 0, 0);
    F(a->fp2, a->fp1, a->w->ambiguity, 0);
    F(a->w->ambiguity, a->fn1, a->fn2, 0);
    F(a->case0, a->p1->letters, a->n1->letters, 0);
    F(a->w->end[2], a->n1->ambiguity, a->p1->tag, 0);
    F(a->p1->tag, a->p2->tag, a->w->end[1], a->n1->ambiguity);
    F(a->w->end[1], a->n1->ambiguity, a->case0, a->w->known);
    F(a->w->end[0], a->p1->tag, a->n1->ambiguity, a->w->known);
    F(a->p1->tag, a->n1->ambiguity, a->n2->ambiguity, a->w->known);
    F(a->w->end[3], a->p1->tag, a->w->known, 0);
    return n;
}

/* What the dictionary knows, and what the clause has. */
static uint32_t class_features(const around *a, uint32_t n, uint32_t *out) {
    F(a->w->classes, a->w->known, 0, 0);
    F(a->w->classes, a->case0, a->w->known, 0);
    F(a->w->classes, a->p1->tag, a->w->known, 0);
    F(a->w->classes, a->p1->tag, a->p2->tag, a->w->known);
    F(a->w->classes, a->p1->tag, a->n1->ambiguity, a->w->known);
    F(a->w->classes, a->n1->ambiguity, a->case0, a->w->known);
    F(a->n1->classes, a->n1->known, 0, 0);
    F(a->n1->classes, a->p1->tag, a->w->ambiguity, 0);
    F(a->clause, a->w->finite, a->w->ambiguity, 0);
    F(a->clause, a->w->finite, a->w->classes, a->w->known);
    F(a->clause, a->w->finite, a->p1->tag, 0);
    F(a->clause, a->w->finite, a->p1->tag, a->n1->ambiguity);
    F(a->clause, a->w->end[2], a->p1->tag, 0);
    F(a->clause, a->f0, 0, 0);
    F(a->clause, a->w->ambiguity, a->p1->tag, 0);
    F(a->clause, a->w->finite, a->w->ending, a->p1->tag);
    return n;
}

#undef F

size_t tagger_features(const syntax_word *words, size_t count, size_t at, uint32_t out[TAGGER_FEATURES]) {
    static const syntax_word outside = {
        .fold = 7, .form = 7, .ambiguity = 7, .known = 1, .letters = CASE_NONE, .tag = 0};
    const syntax_word *w = words + at;
    around a = {.w = w,
                .p1 = at >= 1 ? w - 1 : &outside,
                .p2 = at >= 2 ? w - 2 : &outside,
                .n1 = at + 1 < count ? w + 1 : &outside,
                .n2 = at + 2 < count ? w + 2 : &outside,
                .first = at == 0,
                .case0 = (uint32_t)w->letters << 1 | (at == 0),
                .clause = w->behind | (uint32_t)w->ahead << 3};
    a.f0 = form(w);
    a.fp1 = form(a.p1);
    a.fp2 = form(a.p2);
    a.fn1 = form(a.n1);
    a.fn2 = form(a.n2);
    return class_features(&a, neighbour_features(&a, word_features(&a, 0, out), out), out);
}

void tagger_tag(const tagger *m, syntax_word *words, size_t count) {
    tagger_look_up(m, words, count);
    tagger_look_ahead(words, count);
    for (size_t i = 0; i < count; i++) {
        tagger_look_back(words, i);
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
