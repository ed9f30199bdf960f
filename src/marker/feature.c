#include <config.h>

#include "marker/place.h"

static str suffix_at(const place *p, int i, size_t n) {
    str w = place_form(p, i);
    return w.len > n ? str_slice(w, w.len - n, w.len) : w;
}

static void add_neighbours(place *p) {
    int b = p->begin, e = p->last;
    str none = {NULL, 0};
    place_add(p, BOTH, "form", p->longer);
    place_add(p, JOINED, "w-1", place_form(p, b - 1));
    place_add(p, JOINED, "w-2", place_form(p, b - 2));
    place_add3(p, JOINED, "w-2-1", place_form(p, b - 2), place_form(p, b - 1), none);
    place_add(p, JOINED, "w+1", place_form(p, e));
    place_add(p, JOINED, "w+2", place_form(p, e + 1));
    place_add(p, JOINED, "w+3", place_form(p, e + 2));
    place_add3(p, JOINED, "w+1+2", place_form(p, e), place_form(p, e + 1), none);
    place_add3(p, JOINED, "w-1+1", place_form(p, b - 1), place_form(p, e), none);
    place_add(p, JOINED, "s-1", suffix_at(p, b - 1, 3));
    place_add(p, BOTH, "s+1", suffix_at(p, e, 3));
    place_add(p, JOINED, "s+2", suffix_at(p, e + 1, 2));
    place_add(p, BOTH, "t-1", place_tag(p, b - 1));
    place_add(p, BOTH, "t-2", place_tag(p, b - 2));
    place_add(p, BOTH, "t+1", place_tag(p, e));
    place_add(p, BOTH, "t+2", place_tag(p, e + 1));
    place_add(p, JOINED, "t+3", place_tag(p, e + 2));
    place_add3(p, BOTH, "t-2-1", place_tag(p, b - 2), place_tag(p, b - 1), none);
    place_add3(p, BOTH, "t+1+2", place_tag(p, e), place_tag(p, e + 1), none);
    place_add3(p, BOTH, "t-1+1", place_tag(p, b - 1), place_tag(p, e), none);
    place_add3(p, JOINED, "t+1+2+3", place_tag(p, e), place_tag(p, e + 1), place_tag(p, e + 2));
    place_add3(p, JOINED, "t-1+1+2", place_tag(p, b - 1), place_tag(p, e), place_tag(p, e + 1));
    place_add3(p, JOINED, "t-2-1+1", place_tag(p, b - 2), place_tag(p, b - 1), place_tag(p, e));
    place_add3(p, JOINED, "t-3-2-1", place_tag(p, b - 3), place_tag(p, b - 2), place_tag(p, b - 1));
    if (b < p->count)
        place_add(p, BOTH, "tag", place_tag(p, b));
    if (p->longer.len) {
        place_add(p, JOINED, "longer", p->longer);
        place_add(p, BOTH, "is longer", none);
    }
    place_add(p, BOTH, "start", b == 0 ? (str)STR("y") : b == 1 ? (str)STR("1") : b < 4 ? (str)STR("3") : (str)STR("n"));
    place_add(p, JOINED, "end", p->count - e < 3 ? place_distance(p->count - e) : (str)STR("n"));
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
        if (word_is_verb(w)) {
            right = i;
            break;
        }
    }
    for (int i = p->begin - 1; i >= 0 && i >= p->begin - REACH; i--)
        if (word_is_verb(&p->tokens[i])) {
            left = i;
            break;
        }
    str tag = right < 0 ? none : place_tag(p, right);
    place_add(p, BOTH, "verb+", tag);
    place_add3(p, BOTH, "verb+d", tag, place_distance(right - p->last), comma >= 0 ? (str)STR(",") : none);
    place_add3(p, BOTH, "verb+n", tag, noun >= 0 && noun < right ? (str)STR("n") : none, place_tag(p, p->last));
    str before = left < 0 ? none : place_tag(p, left);
    place_add(p, BOTH, "verb-", before);
    place_add3(p, JOINED, "verb-d", before, place_distance(p->begin - 1 - left), none);
    place_add3(p, JOINED, "verb-+", before, tag, none);
    if (right >= 0)
        place_add(p, JOINED, "verb+w", p->words[right].stem);
    if (left >= 0)
        place_add(p, JOINED, "verb-w", p->words[left].stem);
    /* one tag on both sides joins words, not clauses */
    const token *a = p->begin > 0 ? &p->tokens[p->begin - 1] : NULL;
    const token *z = p->last < p->count ? &p->tokens[p->last] : NULL;
    if (a && z && a->upos == z->upos && word_is_content(a))
        place_add3(p, BOTH, "same", place_tag(p, p->begin - 1), a->xpos == z->xpos ? (str)STR("x") : none, none);
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
        place_add(p, n < 5 ? BOTH : JOINED, "chunks+", (str){right, n});
    for (size_t n = 2; n <= l && n <= 4; n++)
        place_add(p, JOINED, "chunks-", (str){left, n});
    if (r >= 2 && l >= 1)
        place_add3(p, BOTH, "chunks", (str){left, l < 2 ? l : 2}, (str){right, 2}, none);
    if (r >= 3 && l >= 1)
        place_add3(p, JOINED, "chunks3", (str){left, 1}, (str){right, 3}, none);
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
                place_add(p, JOINED, "earlier", words[k]);
                break;
            }
    bool comma_after = p->last < p->count && (p->tokens[p->last].flags & TOKEN_PUNCT);
    bool comma_before = p->begin > 0 && (p->tokens[p->begin - 1].flags & TOKEN_PUNCT);
    place_add3(p, BOTH, "signs", p->begin == 0 ? (str)STR("<") : comma_before ? place_form(p, p->begin - 1) : none,
         comma_after ? place_form(p, p->last) : none, none);
    if (p->begin < p->count && (p->tokens[p->begin].flags & TOKEN_CAPITAL))
        place_add(p, JOINED, "capital", p->begin == 0 ? (str)STR("<") : none);
    if (p->last > p->end)
        place_add3(p, BOTH, "gap", place_distance(p->last - p->end), none, none);
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
    place_add(p, BOTH, "rel", r);
    place_add3(p, BOTH, "rel h", r, rh, side(anchor, head));
    place_add3(p, BOTH, "rel shape", r, h, side(anchor, head));
    place_add3(p, BOTH, "rel h g", r, rh, relation_at(p, above));
    place_add3(p, BOTH, "shape g", rh, a, side(head, above));
    place_add3(p, BOTH, "shapes", h, a, r);
    place_add3(p, BOTH, "shapes h", h, a, rh);
    place_add3(p, JOINED, "tags hg", head < 0 ? none : place_tag(p, head), above < 0 ? none : place_tag(p, above), rh);
    if (head >= 0)
        place_add3(p, JOINED, "stem h", p->words[head].stem, r, none);
    if (above >= 0)
        place_add3(p, JOINED, "stem g", p->words[above].stem, rh, none);
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
    place_add(p, BOTH, "unit", p->tokens[p->begin].unit ? (str)STR("y") : none);
    place_add(p, BOTH, "unit-", place_distance(before));
    place_add(p, BOTH, "unit+", place_distance(after));
    place_add3(p, BOTH, "units", place_distance(before), place_distance(after), none);
}

void feature_use(const text *t, uint32_t sentence, const candidate *c, feature_list *out) {
    place p = place_of(t, sentence, c, out);
    add_neighbours(&p);
    add_clauses(&p);
    add_chunks(&p);
    add_earlier(&p);
    out->sense_count = out->count;
    add_tree(&p);
    add_units(&p);
}
