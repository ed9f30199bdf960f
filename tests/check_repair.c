#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/embed.h"
#include "base/utf8.h"
#include "read/document.h"
#include "runner.h"
#include "text/order.h"
#include "text/text.h"

EMBED(check_order_model, "text/order.model");

/* Three paragraphs of our own; in the damaged copy eight pairs of words have changed places. */
static const char clean[] =
    "The city council has decided to raise the price of water in the coming year. The decision is based on a report by "
    "the regulator, which found "
    "that the pipes lose a third of the water that they carry. Most of the members of the council believe that a "
    "higher price will lead to "
    "lower demand, and that the money can be used to mend the pipes.\n"
    "Critics argue that the poor would have to pay more than they can afford. In order to protect them, the council "
    "plans to give each household "
    "a free block of water every month. According to the report, this would cost less than one per cent of the "
    "budget.\n"
    "As a result of these changes, the number of leaks is expected to fall. The mayor said that the new price would be "
    "one of the lowest in the "
    "region, and that it should be seen as part of a plan to save water in the years to come.\n";
static const char damaged[] =
    "The city council has decided raise to the price of water in the coming year. The decision is based on report a by "
    "the regulator, which found "
    "that the pipes lose a third of the water that they carry. Most of members the of the council believe that a "
    "higher price will to lead "
    "lower demand, and that the money can used be to mend the pipes.\n"
    "Critics argue that the poor would have to pay more than they can afford. In order to protect them, the council "
    "plans to give each household "
    "a free block of water every month. According to report the, this would cost less than one per cent of the "
    "budget.\n"
    "As a result of these changes, the number of leaks is expected to fall. The mayor said that new the price would be "
    "one of lowest the in the "
    "region, and that it should be seen as part of a plan to save water in the years to come.\n";

typedef struct {
    hence_lexicon *lexicon;
    hence_document *document;
    arena mem;
    text text;
} essay;

static essay read_essay(const char *body, bool repair) {
    hence_error err = {0};
    essay e = {.lexicon = hence_lexicon_open(NULL, &err)};
    e.document = hence_document_new(body, strlen(body), "essay", &err);
    ck_assert_msg(e.lexicon && e.document, "%s", err.text);
    ck_assert_msg(text_read(&e.mem, e.document, e.lexicon, repair, &e.text, &err) == 0, "%s", err.text);
    return e;
}

static void free_essay(essay *e) {
    arena_free(&e->mem);
    hence_document_free(e->document);
    hence_lexicon_free(e->lexicon);
}

/* The tokens in the order in which they are read. */
static str reading_of(essay *e) {
    buf b = {0};
    for (size_t i = 0; i < e->text.tokens.count; i++) {
        buf_add(&b, document_str(e->document, e->text.tokens.items[i].span));
        buf_char(&b, ' ');
    }
    str got = arena_copy(&e->mem, buf_str(&b));
    buf_free(&b);
    return got;
}

START_TEST(a_clean_text_is_read_as_it_stands) {
    essay plain = read_essay(clean, false), repaired = read_essay(clean, true);
    ck_assert_uint_eq(repaired.text.repairs.count, 0);
    ck_assert_strings_eq(reading_of(&repaired), reading_of(&plain));
    free_essay(&plain);
    free_essay(&repaired);
}
END_TEST

START_TEST(swapped_words_are_read_in_their_right_order) {
    essay want = read_essay(clean, false), got = read_essay(damaged, true);
    ck_assert_uint_eq(want.text.tokens.count, got.text.tokens.count);
    size_t right = 0;
    str all = got.document->text;
    for (size_t i = 0; i < got.text.repairs.count; i++) {
        const repair *r = &got.text.repairs.items[i];
        str here = str_slice(all, r->span.start, r->span.end), head, tail;
        ck_assert(str_cut(here, ' ', &head, &tail));
        str back = arena_print(&got.mem, "%.*s %.*s", STR_ARG(tail), STR_ARG(head));
        ck_assert_strings_eq(r->reading, back); /* two words change places */
        ck_assert(r->score > 0.5 && r->score <= 1);
        right += strncmp(clean + r->span.start, r->reading.data, r->reading.len) == 0;
    }
    ck_assert_uint_ge(right, 6); /* of eight */
    ck_assert_uint_le(got.text.repairs.count - right, 1);
    free_essay(&want);
    free_essay(&got);
}
END_TEST

START_TEST(repair_moves_tokens_and_loses_none) {
    essay plain = read_essay(damaged, false), got = read_essay(damaged, true);
    ck_assert_uint_eq(plain.text.repairs.count, 0);
    ck_assert_uint_eq(plain.text.tokens.count, got.text.tokens.count);
    size_t moved = 0;
    for (size_t i = 0; i < got.text.tokens.count; i++) {
        const token *t = &got.text.tokens.items[i];
        str form = document_str(got.document, t->span);
        arena *mem = &got.mem;
        ck_assert_strings_eq(got.text.words[i].form, utf8_fold(mem, form)); /* words move with their tokens */
        moved += t->span.start != plain.text.tokens.items[i].span.start;
        size_t same = 0;
        for (size_t k = 0; k < plain.text.tokens.count; k++)
            same += span_equal(plain.text.tokens.items[k].span, t->span);
        ck_assert_uint_eq(same, 1);
    }
    ck_assert_uint_eq(moved, 2 * got.text.repairs.count);
    free_essay(&plain);
    free_essay(&got);
}
END_TEST

static const struct {
    const char *text, *reading;
    size_t repairs;
} doubles[] = {
    {"The levy will lead lead to the the dearer rents.", "The levy will lead to the dearer rents . ", 2},
    {"The the the tax tax, once paid, falls.", "The tax , once paid , falls . ", 3},
    {"Fees may may cause closures\nclosures.", "Fees may cause closures . ", 2},
    {"What he had had was that that law.", "What he had had was that that law . ", 0},
    {"The very very poor of New York York lost.", "The very very poor of New York York lost . ", 0},
    {"They met the levy levy-payers and knew that that's law.",
     "They met the levy levy-payers and knew that that 's law . ", 0},
    {"Rents rose 5 5 per cent, and, and so on.", "Rents rose 5 5 per cent , and , and so on . ", 0},
};

START_TEST(a_word_that_is_written_twice_is_read_once) {
    essay e = read_essay(doubles[_i].text, true), plain = read_essay(doubles[_i].text, false);
    ck_assert_strings_eq(reading_of(&e), str_of(doubles[_i].reading));
    ck_assert_uint_eq(e.text.repairs.count, doubles[_i].repairs);
    ck_assert_uint_eq(plain.text.tokens.count, e.text.tokens.count + doubles[_i].repairs);
    for (size_t i = 0; i < e.text.repairs.count; i++) {
        const repair *r = &e.text.repairs.items[i];
        str both = str_slice(e.document->text, r->span.start, r->span.end);
        ck_assert(str_starts(both, r->reading) && both.len > 2 * r->reading.len);
    }
    free_essay(&e);
    free_essay(&plain);
}
END_TEST

/* Reads the clean text `copies` times over with "the" written twice in the first `slips` of them. Gives the repairs. */
static size_t slips_read_once(size_t copies, size_t slips) {
    buf b = {0};
    for (size_t i = 0; i < copies; i++)
        buf_text(&b, i < slips ? "Then the the plan was put off.\n" : "Then the plan was put off.\n");
    buf_char(&b, '\0');
    essay e = read_essay(b.data, true);
    size_t got = e.text.repairs.count;
    free_essay(&e);
    buf_free(&b);
    return got;
}

START_TEST(a_text_with_few_slips_stays_as_it_is) { /* a copy has seven tokens */
    ck_assert_uint_eq(slips_read_once(20, 1), 1);
    ck_assert_uint_eq(slips_read_once(24, 1), 0);
    ck_assert_uint_eq(slips_read_once(42, 2), 2);
    ck_assert_uint_eq(slips_read_once(48, 2), 0);
    ck_assert_uint_eq(slips_read_once(82, 3), 3); /* three in so many are damage where two were none */
    ck_assert_uint_eq(slips_read_once(96, 3), 0);
}
END_TEST

START_TEST(a_damaged_model_is_refused) {
    str whole = EMBEDDED(check_order_model);
    order_model model;
    ck_assert_int_eq(order_open(whole, &model, NULL), 0);
    char *copy = malloc(whole.len);
    for (size_t at = 0; at < whole.len; at += at < 96 ? 1 : 50021) {
        hence_error err = {0};
        memcpy(copy, whole.data, whole.len);
        copy[at] = (char)(copy[at] ^ 0x20);
        ck_assert_int_eq(order_open((str){copy, whole.len}, &model, &err), -1);
        ck_assert_int_eq(err.code, HENCE_EMODEL);
    }
    for (size_t cut = 0; cut < 64; cut++)
        ck_assert_int_eq(order_open(str_slice(whole, 0, cut), &model, NULL), -1);
    ck_assert_int_eq(order_open(str_slice(whole, 0, whole.len - 1), &model, NULL), -1);
    free(copy);
}
END_TEST

START_TEST(memory_may_end_anywhere) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    hence_document *d = hence_document_new(damaged, sizeof damaged - 1, "essay", NULL);
    ck_assert(lexicon && d);
    long n = 0;
    int result;
    do {
        arena mem = {0};
        hence_error err = {0};
        text t;
        arena_fail_after(++n);
        result = text_read(&mem, d, lexicon, true, &t, &err);
        arena_fail_after(0);
        ck_assert(result == 0 || err.code == HENCE_ENOMEM);
        arena_free(&mem);
    } while (result != 0 && n < 100000);
    ck_assert_int_eq(result, 0);
    ck_assert_int_gt(n, 3); /* it did end, and more than once */
    hence_document_free(d);
    hence_lexicon_free(lexicon);
}
END_TEST

SUITE("repair", TEST(a_clean_text_is_read_as_it_stands), TEST(swapped_words_are_read_in_their_right_order),
      TEST(repair_moves_tokens_and_loses_none), LOOP(a_word_that_is_written_twice_is_read_once, doubles),
      TEST(a_text_with_few_slips_stays_as_it_is), TEST(a_damaged_model_is_refused), TEST(memory_may_end_anywhere))
