#include <config.h>

#include "syntax/parser.h"
#include "syntax/punctuation.h"

#include <string.h>

int parser_open(str file, parser *out, hence_error *err) {
    model_reader r;
    if (model_open(file, MODEL_PARSER, &r, err))
        return -1;
    return model_read_table(&r, &out->structure) && model_read_table(&r, &out->labels) ? 0 : model_damaged(err);
}

/* ---- states */

static uint32_t identity(const syntax_word *w) {
    return w->known ? w->fold : feature_hash(900, w->end[2] ? w->end[2] : w->fold, w->letters, 0, 0);
}

/* A run of punctuation with one more mark. */
static uint32_t run(uint32_t before, const syntax_word *w) {
    return feature_hash(901, before, w->fold, 0, 0);
}

/* Counts the verbs from each word on. */
static void look_ahead(parser_state *s, const syntax_word *words) {
    uint32_t here = 0, later = 0;
    for (uint32_t n = s->count; n-- > 0;) {
        here += penn_is_finite(words[s->place[n]].xpos);
        s->nodes[n].ahead = (uint8_t)((here < 2 ? here : 2) | (later ? 4 : 0));
        if (s->nodes[n].before) {
            later += here;
            here = 0;
        }
    }
}

void parser_begin(parser_state *s, const syntax_word *words, uint32_t count) {
    uint32_t n = 0, commas = 0, verbs = 0, marks = 0;
    bool all = true; /* nothing but punctuation */
    for (uint32_t i = 0; i < count; i++)
        all &= words[i].upos == UPOS_PUNCT;
    for (uint32_t i = 0; i < count; i++) {
        const syntax_word *w = &words[i];
        if (w->upos == UPOS_PUNCT && !all) {
            marks = run(marks, w);
            commas += w->mark == ',';
            continue;
        }
        if (n)
            s->nodes[n - 1].after = marks;
        s->nodes[n] = (parser_node){.word = identity(w),
                                    .before = marks,
                                    .tag = w->tag,
                                    .upos = w->upos,
                                    .frame = w->upos == UPOS_VERB ? w->frame : 0};
        s->place[n] = i;
        s->commas[n] = (uint16_t)commas;
        s->verbs[n++] = (uint16_t)verbs;
        verbs += w->upos == UPOS_VERB || w->upos == UPOS_AUX;
        marks = 0;
    }
    if (n)
        s->nodes[n - 1].after = marks;
    for (uint32_t i = 0; i < 2; i++) {
        s->nodes[n + i] = (parser_node){.word = 11 + i, .tag = (uint8_t)(MODEL_CLASSES + i)};
        s->commas[n + i] = (uint16_t)commas;
        s->verbs[n + i] = (uint16_t)verbs;
    }
    for (uint32_t i = 0; i < n + 2; i++) {
        parser_node *node = &s->nodes[i];
        node->head = node->left[0] = node->left[1] = node->right[0] = node->right[1] = n + 1;
    }
    s->count = n;
    look_ahead(s, words);
    s->depth = s->next = 0;
}

bool parser_allows(const parser_state *s, parser_move move) {
    switch (move) {
    case MOVE_SHIFT:
        return s->next < s->count;
    case MOVE_LEFT:
        return s->depth && (s->next < s->count || s->depth == 1);
    case MOVE_RIGHT:
        return s->depth > 1;
    default:
        return false;
    }
}

void parser_arc(const parser_state *s, parser_move move, uint32_t *head, uint32_t *child) {
    *child = s->stack[s->depth - 1];
    *head = move == MOVE_LEFT ? s->next : s->stack[s->depth - 2];
}

/* Words that say what a clause or a phrase is for. */
static bool introduces(dep relation) {
    return relation == DEP_case || relation == DEP_mark || relation == DEP_cc;
}

static uint32_t fold_set(uint64_t bits) {
    return (uint32_t)(bits * 0x9E3779B97F4A7C15u >> 32);
}

void parser_apply(parser_state *s, parser_move move, dep relation) {
    if (move == MOVE_SHIFT) {
        s->stack[s->depth++] = s->next++;
        return;
    }
    uint32_t head, child;
    parser_arc(s, move, &head, &child);
    s->depth--;
    parser_node *h = &s->nodes[head], *c = &s->nodes[child];
    c->head = head;
    c->relation = (uint8_t)relation;
    if (introduces(relation) && !h->cue)
        h->cue = c->word;
    uint64_t bit = (uint64_t)1 << relation;
    if (move == MOVE_LEFT) {
        h->left[1] = h->left[0];
        h->left[0] = child;
        h->left_count = (uint8_t)(h->left_count < 7 ? h->left_count + 1 : 7);
        h->left_set = fold_set(h->left_bits |= bit);
    } else {
        h->right[1] = h->right[0];
        h->right[0] = child;
        h->right_count = (uint8_t)(h->right_count < 7 ? h->right_count + 1 : 7);
        h->right_set = fold_set(h->right_bits |= bit);
    }
}

/* ---- parsing */

static dep best_label(const parser *m, const parser_state *s, uint32_t head, uint32_t child) {
    if (head == s->count)
        return DEP_root;
    uint32_t features[PARSER_FEATURES];
    int32_t scores[MODEL_CLASSES] = {0};
    model_add_sparse(&m->labels, features, parser_label_features(s, head, child, features), scores);
    unsigned best = DEP_dep;
    for (unsigned c = DEP_root + 1; c < DEP_COUNT; c++)
        if (scores[c] > scores[best])
            best = c;
    return (dep)best;
}

static parser_move best_move(const parser *m, const parser_state *s) {
    if (!s->depth)
        return MOVE_SHIFT;
    if (s->next == s->count)
        return s->depth > 1 ? MOVE_RIGHT : MOVE_LEFT;
    uint32_t features[PARSER_FEATURES];
    int32_t scores[4] = {0};
    model_add_dense(&m->structure, features, parser_structure_features(s, features), scores);
    parser_move best = scores[MOVE_LEFT] > scores[MOVE_SHIFT] ? MOVE_LEFT : MOVE_SHIFT;
    return s->depth > 1 && scores[MOVE_RIGHT] > scores[best] ? MOVE_RIGHT : best;
}

static void parse_window(const parser *m, parser_state *s, const syntax_word *words, uint32_t count) {
    parser_begin(s, words, count);
    while (s->next < s->count || s->depth) {
        parser_move move = best_move(m, s);
        dep relation = DEP_NONE;
        if (move != MOVE_SHIFT) {
            uint32_t head, child;
            parser_arc(s, move, &head, &child);
            relation = best_label(m, s, head, child);
        }
        parser_apply(s, move, relation);
    }
}

/* The heads and relations of a window, in its own numbers; UINT32_MAX at the root. */
static void read_tree(const parser_state *s, const syntax_word *words, uint32_t count, uint32_t *heads,
                      uint8_t *relations) {
    for (uint32_t i = 0; i < count; i++)
        relations[i] = DEP_punct;
    for (uint32_t n = 0; n < s->count; n++) {
        uint32_t head = s->nodes[n].head;
        heads[s->place[n]] = head < s->count ? s->place[head] : UINT32_MAX;
        relations[s->place[n]] = s->nodes[n].relation;
    }
    if (s->count < count)
        punctuation_attach(words, count, heads);
}

void parser_parse(const parser *m, parser_state *state, const syntax_word *words, size_t count, uint32_t *heads,
                  uint8_t *relations) {
    uint32_t root = UINT32_MAX; /* of the first window */
    for (size_t start = 0; start < count; start += PARSER_WINDOW) {
        uint32_t length = (uint32_t)(count - start < PARSER_WINDOW ? count - start : PARSER_WINDOW);
        parse_window(m, state, words + start, length);
        read_tree(state, words + start, length, heads + start, relations + start);
        uint32_t own = UINT32_MAX;
        for (size_t i = start; i < start + length; i++)
            if (heads[i] != UINT32_MAX)
                heads[i] += (uint32_t)start;
            else {
                own = (uint32_t)i;
                heads[i] = root;
                relations[i] = start ? DEP_parataxis : DEP_root;
            }
        root = start ? root : own;
    }
}
