#include <config.h>

#include "train_syntax_corpus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

uint64_t corpus_random(uint64_t *state) {
    uint64_t z = *state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static bool non_commercial(str document) {
    static const char *const genres[] = {"essay", "letter", "podcast", "fiction", "whow"};
    str head, tail, genre;
    str_cut(document, '_', &head, &tail);
    str_cut(tail, '_', &genre, &tail);
    for (size_t i = 0; i < sizeof genres / sizeof *genres; i++)
        if (str_equal(genre, str_of(genres[i])))
            return true;
    return false;
}

/* Older treebanks call by other names what is now unmarked. */
static dep relation_named(str name) {
    if (str_equal(name, str_of("obl:tmod")) || str_equal(name, str_of("obl:npmod")))
        return DEP_obl_unmarked;
    if (str_equal(name, str_of("nmod:tmod")) || str_equal(name, str_of("nmod:npmod")))
        return DEP_nmod_unmarked;
    return dep_named(name);
}

static bool read_token(arena *mem, str line, corpus_token *t) {
    str cells[7];
    for (int i = 0; i < 7; i++)
        if (!str_cut(line, '\t', &cells[i], &line) && i < 6)
            return false;
    *t = (corpus_token){.form = cells[0], .folded = utf8_fold(mem, cells[0])};
    t->upos = (uint8_t)upos_named(cells[1]);
    t->xpos = (uint8_t)penn_named(cells[2]);
    t->head = (uint32_t)strtoul(cells[3].data, NULL, 10); /* a tab follows */
    t->relation = (uint8_t)relation_named(cells[4]);
    t->unit = str_equal(cells[5], str_of("1"));
    t->space = str_equal(cells[6], str_of("1"));
    return t->upos && t->relation && t->folded.data;
}

str corpus_file(arena *mem, const char *path) {
    str s = {0};
    FILE *f = fopen(path, "rb");
    if (!f)
        return s;
    if (!fseek(f, 0, SEEK_END)) {
        long size = ftell(f);
        char *data = size < 0 ? NULL : arena_new(mem, char, (size_t)size + 1);
        rewind(f);
        if (data && fread(data, 1, (size_t)size, f) == (size_t)size)
            s = (str){data, (size_t)size};
    }
    fclose(f);
    return s;
}

int corpus_read(arena *mem, const char *path, bool units, bool free_only, corpus *out) {
    str text = corpus_file(mem, path), line;
    if (!text.data) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return -1;
    }
    LIST(corpus_token) tokens = {0};
    bool skip = false;
    for (size_t number = 1; text.len; number++) {
        str_cut(text, '\n', &line, &text);
        if (str_starts(line, str_of("# doc ")))
            skip = free_only && non_commercial(str_slice(line, 6, line.len));
        corpus_token token;
        if (line.len && !(line.data[0] == '#' && str_starts(line, str_of("# ")))) {
            if (skip)
                continue;
            if (!read_token(mem, line, &token)) {
                fprintf(stderr, "%s:%zu: bad row\n", path, number);
                return -1;
            }
            *LIST_PUSH(mem, &tokens) = token;
        }
        if ((!line.len || !text.len) && tokens.count) {
            corpus_sentence *s = LIST_PUSH(mem, out);
            *s = (corpus_sentence){tokens.items, (uint32_t)tokens.count, (uint32_t)out->count - 1, units};
            tokens.items = NULL;
            tokens.count = tokens.room = 0;
        }
    }
    return 0;
}

/* Swaps the tokens at `a` and `a + 1`, and all references to them. */
static void swap(corpus_sentence *s, uint32_t a) {
    corpus_token first = s->tokens[a];
    s->tokens[a] = s->tokens[a + 1];
    s->tokens[a + 1] = first;
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->tokens[i].head == a + 1)
            s->tokens[i].head = a + 2;
        else if (s->tokens[i].head == a + 2)
            s->tokens[i].head = a + 1;
    }
}

static bool chance(double share, uint64_t *seed) {
    return (double)(corpus_random(seed) >> 11) * 0x1p-53 < share;
}

static bool is_head(const corpus_sentence *s, uint32_t i) {
    for (uint32_t k = 0; k < s->count; k++)
        if (s->tokens[k].head == i + 1)
            return true;
    return false;
}

/* Leaves out a share of the commas inside the sentence. */
static void drop_commas(arena *mem, corpus_sentence *s, double share, uint64_t *seed) {
    uint32_t *place = arena_new(mem, uint32_t, s->count + 1); /* the new number of an old token */
    bool *lost = arena_new(mem, bool, s->count);
    for (uint32_t i = 1; i + 1 < s->count; i++)
        lost[i] = str_equal(s->tokens[i].form, str_of(",")) && !is_head(s, i) && chance(share, seed);
    uint32_t count = 0;
    for (uint32_t i = 0; i < s->count; i++) {
        if (!lost[i])
            s->tokens[count++] = s->tokens[i];
        place[i + 1] = count;
    }
    s->count = count;
    for (uint32_t k = 0; k < count; k++)
        s->tokens[k].head = place[s->tokens[k].head];
}

void corpus_add_damaged(arena *mem, const corpus *in, size_t from, size_t end, corpus_damage damage, uint64_t *seed,
                        corpus *out) {
    for (size_t i = from; i < end; i++) {
        corpus_sentence s = in->items[i];
        corpus_token *copy = arena_new(mem, corpus_token, s.count);
        memcpy(copy, s.tokens, s.count * sizeof *copy);
        s.tokens = copy;
        for (uint32_t a = 0; a + 1 < s.count; a++)
            if (chance(damage.swapped, seed) && copy[a].upos != UPOS_PUNCT && copy[a + 1].upos != UPOS_PUNCT)
                swap(&s, a++);
        drop_commas(mem, &s, damage.commas, seed);
        *LIST_PUSH(mem, out) = s;
    }
}

/* Whether tokens `a`, `a + 1` and `a + 2` are one word written with a hyphen. */
static bool hyphenated(const corpus_sentence *s, uint32_t a) {
    const corpus_token *t = s->tokens + a;
    size_t first = 0, second = 0;
    return a + 2 < s->count && !t[0].space && !t[1].space && str_equal(t[1].form, str_of("-")) &&
           utf8_is_word(utf8_next(t[0].form, &first)) && utf8_is_letter(utf8_next(t[2].form, &second));
}

/* Makes one token of `from` to `to` (inclusive) whose head is token `head`, with the tags of PTB, which left such words whole. */
static corpus_token join(arena *mem, const corpus_sentence *s, uint32_t from, uint32_t to, uint32_t head) {
    corpus_token t = s->tokens[head];
    str form = {"", 0};
    for (uint32_t i = from; i <= to; i++)
        form = arena_print(mem, "%.*s%.*s", STR_ARG(form), STR_ARG(s->tokens[i].form));
    t.form = form;
    t.folded = utf8_fold(mem, form);
    t.space = s->tokens[to].space;
    t.unit = s->tokens[from].unit;
    uint8_t first = s->tokens[from].upos, last = s->tokens[to].xpos;
    bool modifies = t.relation == DEP_amod || t.relation == DEP_compound || t.relation == DEP_acl;
    if (t.relation == DEP_amod || (modifies && (first == UPOS_NUM || first == UPOS_ADJ || first == UPOS_ADV ||
                                                last == PENN_VBN || last == PENN_JJ))) {
        t.upos = UPOS_ADJ;
        t.xpos = PENN_JJ;
        t.relation = DEP_amod;
    }
    return t;
}

static corpus_sentence joined(arena *mem, const corpus_sentence *s) {
    corpus_sentence out = {arena_new(mem, corpus_token, s->count), 0, s->origin, s->units};
    uint32_t *place = arena_new(mem, uint32_t, s->count + 1); /* the new number of an old token */
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t to = i, head = i, heads = 0;
        while (hyphenated(s, to))
            to += 2;
        for (uint32_t k = i; k <= to; k++)
            if (s->tokens[k].head < i + 1 || s->tokens[k].head > to + 1) {
                heads++;
                head = k;
            }
        if (heads != 1) {
            to = i;
            head = i;
        }
        out.tokens[out.count++] = to == i ? s->tokens[i] : join(mem, s, i, to, head);
        for (uint32_t k = i; k <= to; k++)
            place[k + 1] = out.count;
        i = to;
    }
    for (uint32_t i = 0; i < out.count; i++)
        out.tokens[i].head = place[out.tokens[i].head];
    return out;
}

void corpus_add_joined(arena *mem, const corpus *in, size_t from, size_t end, corpus *out) {
    for (size_t i = from; i < end; i++) {
        corpus_sentence s = joined(mem, &in->items[i]);
        *LIST_PUSH(mem, out) = s;
    }
}

void corpus_words(const corpus_sentence *s, const dictionary *d, syntax_word *words) {
    for (uint32_t i = 0; i < s->count; i++)
        words[i] = word_read(s->tokens[i].form, s->tokens[i].folded);
    dictionary_look_up(d, words, s->count);
}
