#include <config.h>

#include "syntax/punctuation.h"

#define ABSENT UINT32_MAX

static bool is_mark(const syntax_word *w) {
    return w->upos == UPOS_PUNCT;
}

/* ---- pairs */

enum { DEPTH = 8 };

/* The head of the words between two marks: the one among them, or the first, whose own head lies outside. */
static uint32_t inner_head(const syntax_word *words, const uint32_t *heads, uint32_t open, uint32_t close) {
    for (uint32_t i = open + 1; i < close; i++)
        if (!is_mark(&words[i]) && (heads[i] == ABSENT || heads[i] < open || heads[i] > close))
            return i;
    return ABSENT;
}

static char closing(char open) {
    return open == '(' ? ')' : open == '[' ? ']' : open == '{' ? '}' : '\0';
}

/* Hangs paired marks. Gives them heads other than ABSENT. */
static void attach_pairs(const syntax_word *words, uint32_t count, uint32_t *heads) {
    uint32_t open[DEPTH], depth = 0, quote = ABSENT;
    for (uint32_t i = 0; i < count; i++) {
        if (!is_mark(&words[i]))
            continue;
        char mark = words[i].mark;
        uint32_t start = ABSENT;
        if (mark == '"') {
            start = quote;
            quote = quote == ABSENT ? i : ABSENT;
        } else if (closing(mark) && depth < DEPTH)
            open[depth++] = i;
        else
            for (uint32_t k = depth; k-- > 0 && start == ABSENT;)
                if (mark && closing(words[open[k]].mark) == mark) {
                    start = open[k];
                    depth = k;
                }
        if (start != ABSENT)
            heads[start] = heads[i] = inner_head(words, heads, start, i);
    }
}

/* ---- other marks */

/* From `word` up as long as the arcs stay on its side of `mark`. */
static uint32_t climb(const uint32_t *heads, uint32_t word, uint32_t mark) {
    while (heads[word] != ABSENT && (heads[word] < mark) == (word < mark))
        word = heads[word];
    return word;
}

static bool below(const uint32_t *heads, uint32_t word, uint32_t ancestor) {
    while (word != ABSENT && word != ancestor)
        word = heads[word];
    return word == ancestor;
}

static uint32_t outer_head(const syntax_word *words, uint32_t count, const uint32_t *heads, uint32_t mark) {
    uint32_t left = mark, right = mark;
    while (left != ABSENT && is_mark(&words[left]))
        left--; /* past the first: ABSENT */
    while (right < count && is_mark(&words[right]))
        right++;
    if (right < count)
        right = climb(heads, right, mark);
    if (left == ABSENT)
        return right;
    left = climb(heads, left, mark);
    return right == count || below(heads, left, right) ? left : right;
}

void punctuation_attach(const syntax_word *words, uint32_t count, uint32_t *heads) {
    for (uint32_t i = 0; i < count; i++)
        if (is_mark(&words[i]))
            heads[i] = ABSENT;
    attach_pairs(words, count, heads);
    for (uint32_t i = 0; i < count; i++)
        if (is_mark(&words[i]) && heads[i] == ABSENT)
            heads[i] = outer_head(words, count, heads, i);
}
