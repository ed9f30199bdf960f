#include <config.h>

#include "train_markers_trees.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "read/document.h"
#include "train_markers.h"

enum { LINE = 4096, COLUMNS = 10 };

static uint32_t number(str s) {
    return (uint32_t)strtoul(s.data, NULL, 10); /* a tab follows */
}

/* A line: id, start, end, form, lemma, UPOS, Penn tag, head, relation, connective. `base` tokens stand before its sentence. */
static tree_token read_token(str line, size_t base) {
    str cells[COLUMNS];
    for (int i = 0; i < COLUMNS; i++)
        str_cut(line, '\t', &cells[i], &line);
    uint32_t head = number(cells[7]);
    return (tree_token){.span = {number(cells[1]), number(cells[2])},
                        .head = head ? (uint32_t)base + head - 1 : NONE,
                        .upos = (uint8_t)upos_named(cells[5]),
                        .xpos = (uint8_t)penn_named(cells[6]),
                        .relation = (uint8_t)dep_named(cells[8])};
}

void trees_read(arena *mem, const char *data, const char *part, tree_bank *out) {
    static const char document[] = "# doc = ";
    char path[LINE], line[LINE];
    snprintf(path, sizeof path, "%s/connectives/%s.tokens.tsv", data, part);
    FILE *in = fopen(path, "rb");
    if (!in)
        die(path, "cannot be read");
    tree_list *trees = NULL;
    size_t base = 0;
    while (fgets(line, sizeof line, in)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, document, sizeof document - 1) == 0) {
            trees = check(LIST_PUSH(mem, out));
            *trees = (tree_list){0};
            snprintf(trees->name, sizeof trees->name, "%.*s", (int)sizeof trees->name - 1, line + sizeof document - 1);
            base = 0;
        } else if (!line[0] && trees) {
            base = trees->tokens.count;
        } else if (line[0] >= '0' && line[0] <= '9' && trees) {
            *(tree_token *)check(LIST_PUSH(mem, &trees->tokens)) = read_token(str_of(line), base);
        }
    }
    fclose(in);
}

const tree_list *trees_of(const tree_bank *bank, const char *name) {
    for (size_t i = 0; i < bank->count; i++)
        if (strcmp(bank->items[i].name, name) == 0)
            return &bank->items[i];
    return NULL;
}

static uint32_t points(str s) {
    uint32_t n = 0;
    for (size_t at = 0; at < s.len; n++)
        utf8_next(s, &at);
    return n;
}

char *trees_write(arena *mem, const corpus *in, tree_list *out) {
    buf text = {0};
    uint32_t at = 0;
    for (size_t i = 0; i < in->count; i++) {
        const corpus_sentence *s = &in->items[i];
        size_t base = out->tokens.count;
        for (uint32_t k = 0; k < s->count; k++) {
            const corpus_token *t = &s->tokens[k];
            uint32_t start = at;
            buf_add(&text, t->form);
            at += points(t->form);
            *(tree_token *)check(LIST_PUSH(mem, &out->tokens)) =
                (tree_token){{start, at}, t->head ? (uint32_t)base + t->head - 1 : NONE, t->upos, t->xpos, t->relation};
            if (t->space) {
                buf_char(&text, ' ');
                at++;
            }
        }
        buf_text(&text, "\n\n");
        at += 2;
    }
    char *plain = check(arena_new(mem, char, text.len + 1));
    memcpy(plain, text.data, text.len);
    plain[text.len] = '\0';
    buf_free(&text);
    return plain;
}

/* The tree tokens that a token of the text covers: [first, end). */
typedef struct {
    uint32_t first, end;
} cover;

static void lay_token(const tree_list *trees, const uint32_t *of, cover c, const sentence *s, token *t, uint32_t self) {
    uint32_t top = c.first;
    for (uint32_t k = c.first; k < c.end; k++) {
        uint32_t head = trees->tokens.items[k].head;
        if (head == NONE || of[head] != self)
            top = k;
    }
    const tree_token *from = &trees->tokens.items[top];
    uint32_t head = from->head == NONE ? NONE : of[from->head];
    bool inside = head != NONE && head >= s->first_token && head < s->first_token + s->token_count && head != self;
    t->upos = from->upos;
    t->xpos = from->xpos;
    t->relation = from->relation;
    t->head = inside ? head : NONE;
}

void trees_lay(const tree_list *trees, const hence_document *document, text *t) {
    uint32_t *of = check(calloc(trees->tokens.count + 1, sizeof *of)); /* the text's token of one of the trees */
    cover *covers = check(calloc(t->tokens.count + 1, sizeof *covers));
    uint32_t at = 0, count = (uint32_t)trees->tokens.count;
    for (uint32_t k = 0; k < count; k++)
        of[k] = NONE;
    for (uint32_t i = 0; i < t->tokens.count; i++) {
        hence_span s = document_points(document, t->tokens.items[i].span);
        while (at < count && trees->tokens.items[at].span.end <= s.start)
            at++;
        covers[i] = (cover){at, at};
        for (; covers[i].end < count && trees->tokens.items[covers[i].end].span.start < s.end; covers[i].end++)
            if (of[covers[i].end] == NONE)
                of[covers[i].end] = i;
    }
    for (uint32_t i = 0; i < t->tokens.count; i++) {
        token *word = &t->tokens.items[i];
        word->unit = false;
        if (covers[i].first < covers[i].end)
            lay_token(trees, of, covers[i], &t->sentences.items[word->sentence], word, i);
    }
    free(of);
    free(covers);
}
