#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "files.h"
#include "graph/map.h"
#include "runner.h"
#include "write/write.h"

/* What holds of any text: of those that people wrote, and of what is left of them after some accidents. PROPERTY_RUNS sets how many are tried a file. */
enum { RUNS = 6, MOST_ACCIDENTS = 6, LOST_LINE = 90 };

static const char *const files[] = {
    "layouts/article.txt", "layouts/book.txt",       "layouts/brief.txt",  "layouts/column.txt", "layouts/indented.txt",
    "layouts/lines.txt",   "layouts/markdown.txt",   "layouts/memo.txt",   "layouts/pages.txt",  "layouts/report.txt",
    "layouts/student.txt", "layouts/references.txt", "layouts/hanging.txt",  "layouts/bank.txt",   "layouts/ferry.txt",
    "layouts/letter.txt",  "layouts/mail.txt",       "layouts/mla.txt",      "layouts/oped.txt",   "layouts/premises.txt",
    "layouts/raised.txt",  "layouts/tolls.txt"};
enum { FILES = sizeof files / sizeof *files };

static uint64_t state;

static size_t pick(size_t n) {
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return n ? (size_t)((z ^ z >> 31) % n) : 0;
}

/* ---- accidents */

static const char *const insertions[] = {"\"",
                                         "(",
                                         "[",
                                         "\xE2\x80\x9C",
                                         "because because because because ",
                                         "if if if then ",
                                         "and so that which therefore ",
                                         "\x01\x02\x1B",
                                         "\xE2\x80\xAE\xE2\x81\xA6",
                                         "e\xCC\x81\xCC\x81\xCC\x81",
                                         "\xD0\xBF\xD0\xBE\xD1\x82\xD0\xBE\xD0\xBC\xD1\x83 ",
                                         "\xE5\x9B\xA0\xE7\x82\xBA\xE3\x80\x82",
                                         "\xF0\x9F\x9A\x80",
                                         "\xFF\xC3",
                                         "\xED\xA0\x80",
                                         "",
                                         "\f",
                                         "\n\n",
                                         "\t",
                                         "\r",
                                         ". . . ",
                                         "[12]",
                                         "> ",
                                         "- ",
                                         "1. ",
                                         "-\n",
                                         "\xC2\xAD",
                                         "\xE2\x80\x8B",
                                         "\xE2\x80\xA8",
                                         "\xC2\x85"};

/* `text` with one thing gone wrong at a random place. */
static void accident(str text, buf *out) {
    size_t at = pick(text.len + 1), length = pick(200);
    str head = str_slice(text, 0, at), piece = str_slice(text, at, at + length),
        tail = str_slice(text, at + length, text.len);
    switch (pick(6)) {
    case 0: /* something strange gets in */
        buf_add(out, head);
        buf_text(out, insertions[pick(sizeof insertions / sizeof *insertions)]);
        buf_add(out, str_slice(text, at, text.len));
        return;
    case 1: /* a piece comes twice */
        buf_add(out, head);
        buf_add(out, piece);
        break;
    case 2: /* a piece is lost */
        buf_add(out, head);
        buf_add(out, tail);
        return;
    case 3: /* its signs are lost */
        buf_add(out, head);
        for (size_t i = 0; i < piece.len; i++)
            if (!strchr(".,;:!?\"'()[]-", piece.data[i]))
                buf_char(out, piece.data[i]);
        buf_add(out, tail);
        return;
    case 4: /* its lines are glued */
        buf_add(out, head);
        for (size_t i = 0; i < piece.len; i++)
            if (piece.data[i] != '\n')
                buf_char(out, piece.data[i]);
        buf_add(out, tail);
        return;
    default: /* a bit is flipped */
        buf_add(out, text);
        if (at < text.len)
            out->data[at] = (char)(out->data[at] ^ 1 << pick(8));
        return;
    }
    buf_add(out, piece);
    buf_add(out, tail);
}

/* The text number `n` made of a file: the file itself for 0. */
static str damaged(arena *mem, int file, size_t n) {
    str text = test_data(mem, files[file]);
    state = (uint64_t)file * 1000003u + n;
    for (size_t accidents = n ? 1 + pick(MOST_ACCIDENTS) : 0; accidents > 0; accidents--) {
        buf b = {0};
        accident(text, &b);
        text = arena_copy(mem, buf_str(&b));
        buf_free(&b);
    }
    return text;
}

/* ---- what holds */

typedef struct {
    hence_document *document;
    hence_map *map;
} reading;

/* A document of NULL: the bytes are no text. */
static reading read_map(const hence_lexicon *lexicon, str bytes) {
    hence_error err = {0};
    reading r = {hence_document_new(bytes.data, bytes.len, "essay", &err), NULL};
    if (!r.document) {
        ck_assert_int_eq(err.code, HENCE_EENCODING);
        return r;
    }
    r.map = hence_map_build(r.document, lexicon, NULL, &err);
    ck_assert_msg(r.map != NULL, "%s", err.text);
    return r;
}

static void ascend(span outer, span s, uint32_t *last, const char *what) {
    ck_assert_msg(span_holds(outer, s) && s.start < s.end && s.start >= *last, "a %s at %u-%u after %u, in %u-%u", what,
                  s.start, s.end, *last, outer.start, outer.end);
    *last = s.end;
}

/* Paragraphs lie in the text, sentences in their paragraphs, tokens in their sentences; none overlaps the next. */
static void check_nesting(const text *t) {
    span whole = {0, (uint32_t)t->document->text.len};
    uint32_t paragraph_end = 0, sentence_end = 0, sentences = 0, tokens = 0;
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        const paragraph *p = &t->paragraphs.items[i];
        ascend(whole, p->span, &paragraph_end, "paragraph");
        ck_assert_uint_eq(p->first_sentence, sentences);
        for (; sentences < p->first_sentence + p->sentence_count; sentences++) {
            const sentence *s = &t->sentences.items[sentences];
            ascend(p->span, s->span, &sentence_end, "sentence");
            ck_assert_uint_eq(s->first_token, tokens);
            for (; tokens < s->first_token + s->token_count; tokens++) /* in reading order: they need not ascend */
                ck_assert(span_holds(s->span, t->tokens.items[tokens].span));
        }
    }
    ck_assert_uint_eq(sentences, t->sentences.count);
    ck_assert_uint_eq(tokens, t->tokens.count);
}

/* Every letter and figure belongs to a token or to what a repair reads anew (a word that came twice), but for those of a short line that is left out as a whole: a page's head or number. */
static void check_nothing_lost(const text *t) {
    str all = t->document->text;
    char *covered = calloc(all.len + 1, 1);
    for (size_t i = 0; i < t->tokens.count; i++) {
        span s = t->tokens.items[i].span;
        memset(covered + s.start, 1, span_length(s));
    }
    for (size_t i = 0; i < t->repairs.count; i++)
        memset(covered + t->repairs.items[i].span.start, 1, span_length(t->repairs.items[i].span));
    for (size_t at = 0; at < all.len;) {
        size_t start = at, lost = 0, read = 0;
        for (uint32_t c = 0;
             at < all.len && c != '\n' && c != '\r' && c != '\f' && c != 0x2028 && c != 0x85 && c != '\v';) {
            size_t here = at;
            c = utf8_next(all, &at);
            bool sign = utf8_is_letter(c) || utf8_is_digit(c);
            lost += sign && !covered[here];
            read += sign && covered[here];
        }
        size_t length = utf8_count(str_trim(str_slice(all, start, at)));
        ck_assert_msg(lost == 0 || (read == 0 && length <= LOST_LINE) || memchr(all.data + start, '\x1B', at - start),
                      "lost %zu of %zu: \"%.*s\"", lost, lost + read, STR_ARG(str_slice(all, start, at)));
    }
    free(covered);
}

static void check_map(const hence_map *m) {
    span whole = {0, (uint32_t)m->text.document->text.len};
    for (size_t i = 0; i < m->claims.count; i++)
        for (size_t k = 0; k < m->claims.items[i].mentions.count; k++) {
            span s = m->claims.items[i].mentions.items[k].span;
            ck_assert(span_holds(whole, s) && s.start < s.end);
        }
    for (size_t i = 0; i < m->links.count; i++) {
        const claim_link *l = &m->links.items[i];
        ck_assert(l->source < m->claims.count && l->target < m->claims.count && l->source != l->target &&
                  l->evidence.count);
        for (size_t k = 0; k < l->evidence.count; k++)
            ck_assert(span_holds(whole, l->evidence.items[k].source) && span_holds(whole, l->evidence.items[k].target));
    }
}

/* What two maps say, apart from where: relations, and the words of claims. */
static str said(arena *mem, const hence_map *m) {
    buf b = {0};
    for (size_t i = 0; i < m->text.tokens.count; i++)
        buf_print(&b, "%.*s ", STR_ARG(m->text.words[i].form));
    for (size_t i = 0; i < m->text.sentences.count; i++)
        buf_print(&b, "|%u", m->text.sentences.items[i].token_count);
    for (size_t i = 0; i < m->links.count; i++) {
        const claim_link *l = &m->links.items[i];
        buf_print(&b, "\n%d %d %d %.*s > %.*s", (int)l->relation, (int)l->polarity, (int)l->certainty,
                  STR_ARG(m->claims.items[l->source].label), STR_ARG(m->claims.items[l->target].label));
    }
    str got = arena_copy(mem, buf_str(&b));
    buf_free(&b);
    return got;
}

static void check_same(const hence_lexicon *lexicon, arena *mem, const hence_map *m, str other, const char *what) {
    reading r = read_map(lexicon, other);
    ck_assert_msg(r.map != NULL, "%s", what);
    str want = said(mem, m), got = said(mem, r.map);
    ck_assert_msg(str_equal(want, got), "%s: from\n%.*s\nto\n%.*s", what, STR_ARG(want), STR_ARG(got));
    hence_document_free(r.document);
}

static void check_repeats(const hence_lexicon *lexicon, const hence_map *m, str bytes) {
    buf first = {0}, second = {0};
    reading again = read_map(lexicon, bytes);
    ck_assert(write_json(m, &first, NULL) == 0 && write_json(again.map, &second, NULL) == 0);
    ck_assert(str_equal(buf_str(&first), buf_str(&second)));
    buf_free(&first);
    buf_free(&second);
    hence_document_free(again.document);
}

static str with_line_ends(arena *mem, str text, const char *end) {
    buf b = {0};
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '\n')
            buf_text(&b, end);
        else
            buf_char(&b, text.data[i]);
    str got = arena_copy(mem, buf_str(&b));
    buf_free(&b);
    return got;
}

START_TEST(what_holds_of_any_text_holds) {
    const char *more = getenv("PROPERTY_RUNS");
    size_t runs = more ? strtoul(more, NULL, 10) : RUNS;
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    ck_assert(lexicon != NULL);
    for (size_t n = 0; n < runs; n++) {
        arena mem = {0};
        str bytes = damaged(&mem, _i, n);
        reading r = read_map(lexicon, bytes);
        if (r.map) {
            check_nesting(&r.map->text);
            check_nothing_lost(&r.map->text);
            check_map(r.map);
            check_repeats(lexicon, r.map, bytes);
            str text = r.document->text;
            check_same(lexicon, &mem, r.map, arena_print(&mem, "%.*s\n", STR_ARG(text)), "a line end more");
            if (text.len && !memchr(text.data, '\r', text.len)) {
                check_same(lexicon, &mem, r.map, with_line_ends(&mem, text, "\r\n"), "CRLF");
                check_same(lexicon, &mem, r.map, with_line_ends(&mem, text, "\r"), "CR");
                check_same(lexicon, &mem, r.map, with_line_ends(&mem, text, "  \n"), "blanks before line ends");
            }
        }
        hence_document_free(r.document);
        arena_free(&mem);
    }
    hence_lexicon_free(lexicon);
}
END_TEST

SUITE("properties", LOOP_N(what_holds_of_any_text_holds, FILES))
