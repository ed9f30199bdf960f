#include <config.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "base/list.h"
#include "base/utf8.h"
#include "runner.h"

START_TEST(a_list_grows_and_keeps_its_items) {
    arena mem = {0};
    LIST(int) list = {0};
    for (int i = 0; i < 1000; i++)
        *LIST_PUSH(&mem, &list) = i;
    ck_assert_uint_eq(list.count, 1000);
    for (int i = 0; i < 1000; i++)
        ck_assert_int_eq(list.items[i], i);
    arena_free(&mem);
}
END_TEST

START_TEST(an_arena_without_memory_gives_null) {
    arena mem = {0};
    arena_fail_after(1);
    ck_assert_ptr_null(arena_alloc(&mem, 1, 8));
    arena_fail_after(0);
    ck_assert_ptr_null(arena_alloc(&mem, SIZE_MAX / 4, 8));
    ck_assert_ptr_nonnull(arena_alloc(&mem, 0, 8));
    arena_free(&mem);
}
END_TEST

START_TEST(a_str_is_cut_at_the_first_separator) {
    str head, tail;
    ck_assert(str_cut(str_of("a\tb\tc"), '\t', &head, &tail));
    ck_assert_strings_eq(head, str_of("a"));
    ck_assert_strings_eq(tail, str_of("b\tc"));
    ck_assert(!str_cut(str_of("abc"), '\t', &head, &tail));
    ck_assert_strings_eq(head, str_of("abc"));
    ck_assert_uint_eq(tail.len, 0);
    ck_assert_strings_eq(str_trim(str_of(" \n a b\t")), str_of("a b"));
    ck_assert(str_starts(str_of("therefore"), str_of("there")) && str_ends(str_of("therefore"), str_of("fore")));
    ck_assert(!str_starts(str_of("the"), str_of("there")));
    ck_assert_int_lt(str_compare(str_of("a"), str_of("ab")), 0);
}
END_TEST

START_TEST(the_first_error_stays) {
    hence_error err = {0};
    ck_assert_int_eq(error_set(&err, HENCE_EREAD, str_of("a.txt"), 3, 7, "no %s", "file"), -1);
    error_memory(&err);
    ck_assert_int_eq(err.code, HENCE_EREAD);
    ck_assert_str_eq(err.text, "no file");
    ck_assert_str_eq(err.source, "a.txt");
    ck_assert_int_eq(error_memory(NULL), -1);
}
END_TEST

static const struct {
    const char *text, *folded;
    size_t points;
} folds[] = {
    {"Rates FELL", "rates fell", 10},
    {"Caf\xc3\x89", "caf\xc3\xa9", 4},
    {"it\xe2\x80\x99s", "it's", 4},
    {"a\xe2\x80\x93z", "a-z", 3},
    {"stra\xc3\x9f"
     "e",
     "strasse", 6},
    {"", "", 0},
};

START_TEST(folding_joins_case_apostrophes_and_dashes) {
    arena mem = {0};
    ck_assert_strings_eq(utf8_fold(&mem, str_of(folds[_i].text)), str_of(folds[_i].folded));
    ck_assert_uint_eq(utf8_count(str_of(folds[_i].text)), folds[_i].points);
    arena_free(&mem);
}
END_TEST

START_TEST(bad_bytes_are_found) {
    ck_assert_uint_eq(utf8_check(str_of("ab\xff"
                                        "c")),
                      2);
    ck_assert_uint_eq(utf8_check(str_of("ab\xe2\x80")), 2);
    ck_assert_uint_eq(utf8_check(str_of("\xf0\x9f\x9a\x80")), 4);
}
END_TEST

START_TEST(code_points_are_walked_both_ways) {
    str s = str_of("a\xc3\xa9\xf0\x9f\x9a\x80");
    size_t at = 0;
    ck_assert_uint_eq(utf8_next(s, &at), 'a');
    ck_assert_uint_eq(utf8_next(s, &at), 0xE9);
    ck_assert_uint_eq(utf8_next(s, &at), 0x1F680);
    ck_assert_uint_eq(utf8_next(s, &at), 0xFFFFFFFFu);
    ck_assert_uint_eq(utf8_prev(s, &at), 0x1F680);
    ck_assert_uint_eq(utf8_prev(s, &at), 0xE9);
    ck_assert_uint_eq(at, 1);
}
END_TEST

START_TEST(a_buf_grows_and_prints) {
    buf b = {0};
    for (int i = 0; i < 300; i++)
        buf_print(&b, "%d,", i % 10);
    buf_char(&b, '!');
    ck_assert_uint_eq(b.len, 601);
    ck_assert_int_eq(b.data[600], '!');
    ck_assert(!b.failed);
    buf_free(&b);
}
END_TEST

SUITE("base", TEST(a_list_grows_and_keeps_its_items), TEST(an_arena_without_memory_gives_null),
      TEST(a_str_is_cut_at_the_first_separator), TEST(the_first_error_stays),
      LOOP(folding_joins_case_apostrophes_and_dashes, folds), TEST(bad_bytes_are_found),
      TEST(code_points_are_walked_both_ways), TEST(a_buf_grows_and_prints))
