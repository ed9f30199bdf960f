#include <config.h>

#include <string.h>

#include "marker/candidate.h"
#include "syntax/tags.h"

/* The place of a form in its sentence. */
typedef struct {
    const text *text;
    const token *tokens;       /* of the sentence */
    const lexicon_word *words; /* likewise */
    uint32_t first;            /* of the sentence */
    int count;
    int begin, end; /* first word of the form, and past the last of its first run */
    int last;       /* past its last word */
    str form, frame, longer;
    bool one_word;
    feature_list *out;
} place;

enum { JOINED = 1, GENERAL = 2, BOTH = 3 };

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

/* A feature joined to the form, to its frame (for the forms that training has not seen), or both. */
static void add(place *p, int how, const char *name, str value) {
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

static void add3(place *p, int how, const char *name, str a, str b, str c) {
    value v = {.len = 0};
    put(&v, a);
    put(&v, b);
    put(&v, c);
    add(p, how, name, (str){v.data, v.len});
}

static str form_at(const place *p, int i) {
    return i < 0 ? (str)STR("<") : i >= p->count ? (str)STR(">") : p->words[i].form;
}

static bool is_open_class(const token *w) {
    return w->upos == UPOS_NOUN || w->upos == UPOS_VERB || w->upos == UPOS_ADJ || w->upos == UPOS_PROPN;
}

/* Penn tag; punctuation by its sign, so that commas and full stops differ. */
static str tag_at(const place *p, int i) {
    if (i < 0)
        return (str)STR("<");
    if (i >= p->count)
        return (str)STR(">");
    const token *w = &p->tokens[i];
    if (w->flags & TOKEN_PUNCT)
        return p->words[i].form;
    return w->xpos ? str_of(penn_name((penn)w->xpos)) : (str)STR("?");
}

static str suffix_at(const place *p, int i, size_t n) {
    str w = form_at(p, i);
    return w.len > n ? str_slice(w, w.len - n, w.len) : w;
}

static bool is_verb(const token *w) {
    return w->upos == UPOS_VERB || w->upos == UPOS_AUX;
}

static str distance(int n) {
    static const str names[] = {STR("0"), STR("1"), STR("2"), STR("3"), STR("5"), STR("8"), STR("far")};
    return names[n < 4 ? (n < 0 ? 0 : n) : n < 6 ? 4 : n < 9 ? 5 : 6];
}

static void add_neighbours(place *p) {
    int b = p->begin, e = p->last;
    str none = {NULL, 0};
    add(p, BOTH, "form", p->longer);
    add(p, JOINED, "w-1", form_at(p, b - 1));
    add(p, JOINED, "w-2", form_at(p, b - 2));
    add3(p, JOINED, "w-2-1", form_at(p, b - 2), form_at(p, b - 1), none);
    add(p, JOINED, "w+1", form_at(p, e));
    add(p, JOINED, "w+2", form_at(p, e + 1));
    add(p, JOINED, "w+3", form_at(p, e + 2));
    add3(p, JOINED, "w+1+2", form_at(p, e), form_at(p, e + 1), none);
    add3(p, JOINED, "w-1+1", form_at(p, b - 1), form_at(p, e), none);
    add(p, JOINED, "s-1", suffix_at(p, b - 1, 3));
    add(p, BOTH, "s+1", suffix_at(p, e, 3));
    add(p, JOINED, "s+2", suffix_at(p, e + 1, 2));
    add(p, BOTH, "t-1", tag_at(p, b - 1));
    add(p, BOTH, "t-2", tag_at(p, b - 2));
    add(p, BOTH, "t+1", tag_at(p, e));
    add(p, BOTH, "t+2", tag_at(p, e + 1));
    add(p, JOINED, "t+3", tag_at(p, e + 2));
    add3(p, BOTH, "t-2-1", tag_at(p, b - 2), tag_at(p, b - 1), none);
    add3(p, BOTH, "t+1+2", tag_at(p, e), tag_at(p, e + 1), none);
    add3(p, BOTH, "t-1+1", tag_at(p, b - 1), tag_at(p, e), none);
    add3(p, JOINED, "t+1+2+3", tag_at(p, e), tag_at(p, e + 1), tag_at(p, e + 2));
    add3(p, JOINED, "t-1+1+2", tag_at(p, b - 1), tag_at(p, e), tag_at(p, e + 1));
    add3(p, JOINED, "t-2-1+1", tag_at(p, b - 2), tag_at(p, b - 1), tag_at(p, e));
    add3(p, JOINED, "t-3-2-1", tag_at(p, b - 3), tag_at(p, b - 2), tag_at(p, b - 1));
    if (b < p->count)
        add(p, BOTH, "tag", tag_at(p, b));
    if (p->longer.len) {
        add(p, JOINED, "longer", p->longer);
        add(p, BOTH, "is longer", none);
    }
    add(p, BOTH, "start", b == 0 ? (str)STR("y") : b == 1 ? (str)STR("1") : b < 4 ? (str)STR("3") : (str)STR("n"));
    add(p, JOINED, "end", p->count - e < 3 ? distance(p->count - e) : (str)STR("n"));
}

/* Whether clauses stand on both sides: the first verb to the right, the last to the left. */
static void add_clauses(place *p) {
    enum { REACH = 12 };
    str none = {NULL, 0};
    int right = -1, left = -1, comma = -1, noun = -1;
    for (int i = p->last; i < p->count && i < p->last + REACH; i++) {
        const token *w = &p->tokens[i];
        if ((w->flags & TOKEN_PUNCT) && comma < 0)
            comma = i;
        if (noun < 0 && (w->upos == UPOS_NOUN || w->upos == UPOS_PRON || w->upos == UPOS_PROPN))
            noun = i;
        if (is_verb(w)) {
            right = i;
            break;
        }
    }
    for (int i = p->begin - 1; i >= 0 && i >= p->begin - REACH; i--)
        if (is_verb(&p->tokens[i])) {
            left = i;
            break;
        }
    str tag = right < 0 ? none : tag_at(p, right);
    add(p, BOTH, "verb+", tag);
    add3(p, BOTH, "verb+d", tag, distance(right - p->last), comma >= 0 ? (str)STR(",") : none);
    add3(p, BOTH, "verb+n", tag, noun >= 0 && noun < right ? (str)STR("n") : none, tag_at(p, p->last));
    str before = left < 0 ? none : tag_at(p, left);
    add(p, BOTH, "verb-", before);
    add3(p, JOINED, "verb-d", before, distance(p->begin - 1 - left), none);
    add3(p, JOINED, "verb-+", before, tag, none);
    if (right >= 0)
        add(p, JOINED, "verb+w", p->words[right].stem);
    if (left >= 0)
        add(p, JOINED, "verb-w", p->words[left].stem);
    /* one tag on both sides joins words, not clauses */
    const token *a = p->begin > 0 ? &p->tokens[p->begin - 1] : NULL;
    const token *z = p->last < p->count ? &p->tokens[p->last] : NULL;
    if (a && z && a->upos == z->upos && is_open_class(a))
        add3(p, BOTH, "same", tag_at(p, p->begin - 1), a->xpos == z->xpos ? (str)STR("x") : none, none);
}

/* ---- chunks: what kind of phrase comes next, adverbs left out */

static char chunk_of(const token *w) {
    switch (w->xpos) {
    case PENN_PRP: return 's'; /* mostly a subject */
    case PENN_DT: case PENN_PDT: case PENN_PRPS: case PENN_CD: case PENN_JJ: case PENN_JJR: case PENN_JJS: case PENN_NN:
    case PENN_NNS: case PENN_NNP: case PENN_NNPS: case PENN_POS: case PENN_EX: return 'n';
    case PENN_VBD: case PENN_VBP: case PENN_VBZ: case PENN_MD: return 'v';
    case PENN_VB: return 'b';
    case PENN_VBG: return 'g';
    case PENN_VBN: return 'p';
    case PENN_TO: return 't';
    case PENN_IN: case PENN_RP: return 'i';
    case PENN_WDT: case PENN_WP: case PENN_WPS: case PENN_WRB: return 'w';
    case PENN_CC: return 'c';
    case PENN_RB: case PENN_RBR: case PENN_RBS: case PENN_UH: return 0;
    default: return w->flags & TOKEN_PUNCT ? ',' : 'x';
    }
}

/* The next phrases from `at` on in the direction `step`, one letter each; gives how many. */
static size_t chunks(const place *p, int at, int step, char *out, size_t room) {
    size_t n = 0;
    for (int left = 16; left > 0 && at >= 0 && at < p->count && n < room; at += step, left--) {
        char c = chunk_of(&p->tokens[at]);
        if (!c || (n && out[n - 1] == c && c != ','))
            continue;
        out[n++] = c;
    }
    if (n < room && (at < 0 || at >= p->count))
        out[n++] = '|';
    return n;
}

static void add_chunks(place *p) {
    char right[6], left[4];
    size_t r = chunks(p, p->last, 1, right, sizeof right), l = chunks(p, p->begin - 1, -1, left, sizeof left);
    str none = {NULL, 0};
    for (size_t n = 2; n <= r && n <= 6; n++)
        add(p, n < 5 ? BOTH : JOINED, "chunks+", (str){right, n});
    for (size_t n = 2; n <= l && n <= 4; n++)
        add(p, JOINED, "chunks-", (str){left, n});
    if (r >= 2 && l >= 1)
        add3(p, BOTH, "chunks", (str){left, l < 2 ? l : 2}, (str){right, 2}, none);
    if (r >= 3 && l >= 1)
        add3(p, JOINED, "chunks3", (str){left, 1}, (str){right, 3}, none);
}

/* What stands earlier in the sentence, and the sign before the form. */
static void add_earlier(place *p) {
    static const str words[] = {STR("if"), STR("not"), STR("n't"), STR("either"), STR("so"), STR("both"),
                                STR("whether"), STR("such"), STR("between"), STR("when"), STR("because")};
    str none = {NULL, 0};
    int from = p->begin > 40 ? p->begin - 40 : 0;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        for (int i = from; i < p->begin; i++)
            if (str_equal(p->words[i].form, words[k])) {
                add(p, JOINED, "earlier", words[k]);
                break;
            }
    bool comma_after = p->last < p->count && (p->tokens[p->last].flags & TOKEN_PUNCT);
    bool comma_before = p->begin > 0 && (p->tokens[p->begin - 1].flags & TOKEN_PUNCT);
    add3(p, BOTH, "signs", p->begin == 0 ? (str)STR("<") : comma_before ? form_at(p, p->begin - 1) : none,
         comma_after ? form_at(p, p->last) : none, none);
    if (p->begin < p->count && (p->tokens[p->begin].flags & TOKEN_CAPITAL))
        add(p, JOINED, "capital", p->begin == 0 ? (str)STR("<") : none);
    if (p->last > p->end)
        add3(p, BOTH, "gap", distance(p->last - p->end), none, none);
}

/* ---- trees: what the form hangs on, and what that hangs on */

enum { NEAR = 40 };

static int head_of(const place *p, int i) {
    if (i < 0 || p->tokens[i].head == NONE)
        return -1;
    return (int)(p->tokens[i].head - p->first);
}

/* The first word of the form that hangs on a word outside it. */
static int anchor_of(const place *p) {
    for (int i = p->begin; i < p->last; i++) {
        int head = head_of(p, i);
        if (head < p->begin || head >= p->last)
            return i;
    }
    return p->begin;
}

typedef struct {
    char data[8];
    size_t len;
} shape;

#define BIT(relation) (1ull << DEP_##relation)

/* What kind of word it is, and which of the words that make a clause hang on it, but for `but`. */
static shape shape_of(const place *p, int at, int but) {
    static const struct {
        char letter;
        uint64_t relations;
    } kinds[] = {{'S', BIT(nsubj) | BIT(nsubj_pass) | BIT(csubj) | BIT(expl)},
                 {'A', BIT(aux) | BIT(aux_pass)},
                 {'C', BIT(cop)},
                 {'M', BIT(mark) | BIT(case)},
                 {'O', BIT(obj) | BIT(xcomp) | BIT(ccomp)}};
    shape s = {.data = "0", .len = 1};
    if (at < 0)
        return s;
    uint64_t children = 0;
    for (int i = at > NEAR ? at - NEAR : 0; i < p->count && i < at + NEAR; i++)
        if (i != but && head_of(p, i) == at)
            children |= 1ull << p->tokens[i].relation;
    char c = chunk_of(&p->tokens[at]);
    s.data[0] = c ? c : 'r';
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++)
        if (children & kinds[k].relations)
            s.data[s.len++] = kinds[k].letter;
    return s;
}

_Static_assert(DEP_COUNT <= 64, "a relation is a bit");

static str side(int at, int other) {
    return other < 0 ? (str)STR("0") : other < at ? (str)STR("<") : (str)STR(">");
}

static str relation_at(const place *p, int i) {
    return i < 0 ? (str)STR("0") : str_of(dep_name((dep)p->tokens[i].relation));
}

static void add_tree(place *p) {
    int anchor = anchor_of(p), head = head_of(p, anchor), above = head_of(p, head);
    shape head_shape = shape_of(p, head, anchor), above_shape = shape_of(p, above, -1);
    str h = {head_shape.data, head_shape.len}, a = {above_shape.data, above_shape.len};
    str r = relation_at(p, anchor), rh = relation_at(p, head), none = {NULL, 0};
    add(p, BOTH, "rel", r);
    add3(p, BOTH, "rel h", r, rh, side(anchor, head));
    add3(p, BOTH, "rel shape", r, h, side(anchor, head));
    add3(p, BOTH, "rel h g", r, rh, relation_at(p, above));
    add3(p, BOTH, "shape g", rh, a, side(head, above));
    add3(p, BOTH, "shapes", h, a, r);
    add3(p, BOTH, "shapes h", h, a, rh);
    add3(p, JOINED, "tags hg", head < 0 ? none : tag_at(p, head), above < 0 ? none : tag_at(p, above), rh);
    if (head >= 0)
        add3(p, JOINED, "stem h", p->words[head].stem, r, none);
    if (above >= 0)
        add3(p, JOINED, "stem g", p->words[above].stem, rh, none);
}

/* How far off the clause unit begins in which the form stands, and the next one. */
static void add_units(place *p) {
    enum { FAR = 12 };
    int before = 0, after = 0;
    while (before < FAR && p->begin > before && !p->tokens[p->begin - before].unit)
        before++;
    while (after < FAR && p->last + after < p->count && !p->tokens[p->last + after].unit)
        after++;
    str none = {NULL, 0};
    add(p, BOTH, "unit", p->tokens[p->begin].unit ? (str)STR("y") : none);
    add(p, BOTH, "unit-", distance(before));
    add(p, BOTH, "unit+", distance(after));
    add3(p, BOTH, "units", distance(before), distance(after), none);
}

void feature_use(const text *t, uint32_t sentence, const candidate *c, feature_list *out) {
    uint32_t first = t->sentences.items[sentence].first_token;
    const lexicon_match *m = &c->match;
    place p = {.text = t,
               .first = first,
               .tokens = t->tokens.items + first,
               .words = t->words + first,
               .count = (int)t->sentences.items[sentence].token_count,
               .begin = (int)m->words[0],
               .last = (int)m->words[m->word_count - 1] + 1,
               .form = m->entry->form,
               .out = out};
    p.end = p.begin + 1;
    for (unsigned i = 1; i < m->word_count && m->words[i] == (uint32_t)p.end; i++)
        p.end++;
    str rest;
    str_cut(lexicon_cell(m->entry, "frame"), ':', &p.frame, &rest);
    p.one_word = m->word_count == 1;
    if (c->longer)
        p.longer = c->longer->entry->form;
    add_neighbours(&p);
    add_clauses(&p);
    add_chunks(&p);
    add_earlier(&p);
    out->sense_count = out->count;
    add_tree(&p);
    add_units(&p);
}

uint32_t feature_sense(uint32_t feature, const lexicon_entry *row) {
    return finish(mix(feature, row->sense));
}
