#include <config.h>

#include "text/repair.h"

#include <math.h>
#include <string.h>

#include "read/document.h"

enum {
    UNIT_TOKENS = 3,      /* a word and its clitics */
    LEAST_GAINS = 3,      /* so many pairs must cry out ... */
    DAMAGE_SHARE = 400,   /* ... and one token in so many */
    SAMPLE_TOKENS = 20000 /* a document is judged by no more */
};

static const float prior = 3.2f;     /* log-odds that a pair stands as it was written */
static const float alarm = 1.5f;     /* a gain above the prior that cries out */
static const float least = 0.0f;     /* a gain above the prior that is repaired */
static const float own_pairs = 1.0f; /* weight of the document's own pairs */

/* ---- pairs */

static bool in_unit(const text *t, uint32_t at) {
    return (t->tokens.items[at].flags & (TOKEN_WORD | TOKEN_NUMBER)) != 0;
}

/* A clitic: it follows without white space. */
static bool glued(const text *t, const sentence *s, uint32_t at) {
    return at > s->first_token && !(t->tokens.items[at - 1].flags & TOKEN_SPACE);
}

bool repair_pair_at(const text *t, const sentence *s, uint32_t second, repair_pair *out) {
    uint32_t end = s->first_token + s->token_count, first = second, last = second + 1;
    if (second <= s->first_token || second >= end || glued(t, s, second) || !in_unit(t, second))
        return false;
    do {
        first--;
        if (!in_unit(t, first) || second - first > UNIT_TOKENS)
            return false;
    } while (first > s->first_token && glued(t, s, first) && in_unit(t, first - 1));
    while (last < end && glued(t, s, last) && in_unit(t, last))
        last++;
    if (last - second > UNIT_TOKENS)
        return false;
    *out = (repair_pair){first, second, last};
    return true;
}

size_t repair_window(const sentence *s, const order_token *tokens, repair_pair p, bool swapped, order_token *window,
                     bool *opens) {
    uint32_t end = s->first_token + s->token_count;
    size_t n = 0;
    for (uint32_t i = ORDER_CONTEXT; i > 0; i--)
        window[n++] = p.first >= s->first_token + i ? tokens[p.first - i] : (order_token){0};
    const repair_pair q = swapped ? (repair_pair){p.second, p.first, 0} : p;
    uint32_t first_end = swapped ? p.end : p.second, second_end = swapped ? p.second : p.end;
    for (uint32_t i = q.first; i < first_end; i++)
        window[n++] = tokens[i];
    for (uint32_t i = q.second; i < second_end; i++)
        window[n++] = tokens[i];
    for (uint32_t i = 0; i < ORDER_CONTEXT; i++)
        window[n++] = p.end + i < end ? tokens[p.end + i] : (order_token){0};
    *opens = p.first == s->first_token;
    return n;
}

/* ---- the document's own pairs of words */

typedef struct {
    uint32_t first, second, count;
} pair_count;

typedef struct {
    pair_count *slots;
    size_t room; /* a power of two */
} pair_table;

static pair_count *pair_slot(const pair_table *p, uint32_t first, uint32_t second) {
    size_t at = (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) & (p->room - 1);
    while (p->slots[at].count && (p->slots[at].first != first || p->slots[at].second != second))
        at = (at + 1) & (p->room - 1);
    return &p->slots[at];
}

static int count_pairs(arena *mem, const text *t, pair_table *out) {
    out->room = 64;
    while (out->room < t->tokens.count * 2)
        out->room *= 2;
    out->slots = arena_new(mem, pair_count, out->room);
    if (!out->slots)
        return -1;
    for (size_t i = 0; i + 1 < t->tokens.count; i++) {
        uint32_t a = str_hash(t->words[i].form), b = str_hash(t->words[i + 1].form);
        pair_count *slot = pair_slot(out, a, b);
        *slot = (pair_count){a, b, slot->count + 1};
    }
    return 0;
}

/* How much oftener the document has the words at the seam the other way round. */
static float own_gain(const pair_table *pairs, const text *t, repair_pair p) {
    uint32_t last = str_hash(t->words[p.second - 1].form), next = str_hash(t->words[p.second].form);
    uint32_t final = str_hash(t->words[p.end - 1].form), first = str_hash(t->words[p.first].form);
    float here = (float)pair_slot(pairs, last, next)->count, there = (float)pair_slot(pairs, final, first)->count;
    return own_pairs * (logf(1 + there) - logf(1 + (here > 0 ? here - 1 : 0)));
}

/* ---- gains */

static float gain_of(const order_model *model, const text *t, const sentence *s, const order_token *tokens,
                     repair_pair p) {
    order_token window[ORDER_WINDOW];
    bool opens;
    if (str_equal(t->words[p.first].form, t->words[p.second].form))
        return -prior;
    size_t n = repair_window(s, tokens, p, true, window, &opens);
    float swapped = order_score(model, window, n, opens);
    repair_window(s, tokens, p, false, window, &opens);
    return swapped - order_score(model, window, n, opens) - prior;
}

/* Whether the text is visibly damaged, by a sample of its sentences. */
static bool is_damaged(const order_model *model, const text *t, const order_token *tokens) {
    size_t step = t->tokens.count / SAMPLE_TOKENS + 1, gains = 0, seen = 0;
    for (size_t i = 0; i < t->sentences.count; i += step) {
        const sentence *s = &t->sentences.items[i];
        if (!paragraph_argues(t->paragraphs.items[s->paragraph].kind))
            continue;
        seen += s->token_count;
        repair_pair p;
        for (uint32_t k = s->first_token; k < s->first_token + s->token_count; k++)
            gains += repair_pair_at(t, s, k, &p) && gain_of(model, t, s, tokens, p) > alarm;
    }
    return gains >= LEAST_GAINS && gains * DAMAGE_SHARE >= seen;
}

/* ---- changes */

static int apply(arena *mem, text *t, const sentence *s, order_token *tokens, repair_pair p, float gain) {
    token moved[2 * UNIT_TOKENS];
    lexicon_word words[2 * UNIT_TOKENS];
    order_token seen[2 * UNIT_TOKENS];
    uint32_t n = p.end - p.first, head = p.end - p.second;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t from = i < head ? p.second + i : p.first + i - head;
        moved[i] = t->tokens.items[from];
        words[i] = t->words[from];
        seen[i] = tokens[from];
    }
    str a = document_str(t->document, (span){moved[0].span.start, moved[head - 1].span.end});
    str b = document_str(t->document, (span){moved[head].span.start, moved[n - 1].span.end});
    repair *r = LIST_PUSH(mem, &t->repairs);
    str reading = arena_print(mem, "%.*s %.*s", STR_ARG(a), STR_ARG(b));
    if (!r || !reading.data)
        return -1;
    *r = (repair){(uint32_t)(s - t->sentences.items),
                  {moved[head].span.start, moved[head - 1].span.end},
                  reading,
                  1 / (1 + exp(-(double)gain))};
    uint8_t space = t->tokens.items[p.end - 1].flags & TOKEN_SPACE;
    moved[head - 1].flags |= TOKEN_SPACE;
    moved[n - 1].flags = (uint8_t)((moved[n - 1].flags & ~TOKEN_SPACE) | space);
    memcpy(t->tokens.items + p.first, moved, n * sizeof *moved);
    memcpy(t->words + p.first, words, n * sizeof *words);
    memcpy(tokens + p.first, seen, n * sizeof *seen);
    return 0;
}

typedef struct {
    text *text;
    const order_model *model;
    const pair_table *pairs;
    order_token *tokens;
} view;

static float whole_gain(const view *v, const sentence *s, repair_pair p) {
    return gain_of(v->model, v->text, s, v->tokens, p) + own_gain(v->pairs, v->text, p);
}

/* The gain of a pair, less what the pairs say that share a word with it: only one of them can have been swapped. */
static float sole_gain(const view *v, const sentence *s, repair_pair p, float gain) {
    const uint32_t seconds[] = {p.first, p.end};
    float others = 0;
    for (size_t i = 0; i < 2; i++) {
        repair_pair q;
        if (repair_pair_at(v->text, s, seconds[i], &q))
            others += expf(fminf(whole_gain(v, s, q), 30));
    }
    return gain - log1pf(others);
}

static int repair_sentence(arena *mem, const view *v, const sentence *s) {
    uint32_t end = s->first_token + s->token_count;
    repair_pair p = {0, 0, 0}, best = p;
    float best_gain = 0;
    bool any = false;
    for (uint32_t k = s->first_token; k <= end; k++) {
        bool is = k < end && repair_pair_at(v->text, s, k, &p);
        if (any && (k == end || (is && p.first >= best.end))) { /* what comes next does not touch the best */
            float gain = sole_gain(v, s, best, best_gain);
            if (gain > least && apply(mem, v->text, s, v->tokens, best, gain) != 0)
                return -1;
            any = false;
        }
        float gain = is ? whole_gain(v, s, p) : 0;
        if (is && gain > least && (!any || gain > best_gain)) {
            best = p;
            best_gain = gain;
            any = true;
        }
    }
    return 0;
}

int repair_text(arena *mem, text *t, const order_model *model) {
    arena scratch = {0};
    pair_table pairs = {0};
    int result = -1;
    order_token *tokens = arena_new(&scratch, order_token, t->tokens.count);
    if (!tokens)
        goto done;
    for (size_t i = 0; i < t->tokens.count; i++)
        tokens[i] = order_token_of(model, t->words[i].form, t->tokens.items[i].flags);
    result = 0;
    if (!is_damaged(model, t, tokens))
        goto done;
    result = count_pairs(&scratch, t, &pairs);
    view v = {t, model, &pairs, tokens};
    for (size_t i = 0; i < t->sentences.count && result == 0; i++) {
        const sentence *s = &t->sentences.items[i];
        if (paragraph_argues(t->paragraphs.items[s->paragraph].kind))
            result = repair_sentence(mem, &v, s);
    }
done:
    arena_free(&scratch);
    return result;
}
