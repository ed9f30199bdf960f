/* runner: a Check suite in one line.
 *
 *     START_TEST(sentences_end_at_the_bars) { ... cases[_i] ... } END_TEST
 *     SUITE("sentence", LOOP(sentences_end_at_the_bars, cases), TEST(empty_text_has_none))
 *
 * Tests are named as sentences. SUITE defines main. */
#ifndef HENCE_TESTS_RUNNER_H
#define HENCE_TESTS_RUNNER_H
#include <check.h>

#include "base/str.h"

typedef struct {
    const TTest *test;
    int count; /* how often, with _i from 0 */
} runner_case;

#define TEST(name)                                                                                                     \
    { name, 1 }
#define LOOP(name, cases)                                                                                              \
    { name, (int)(sizeof(cases) / sizeof *(cases)) }
#define LOOP_N(name, n)                                                                                                \
    { name, (n) }
#define SUITE(title, ...)                                                                                              \
    int main(void) {                                                                                                   \
        const runner_case tests[] = {__VA_ARGS__};                                                                     \
        return runner_main(title, tests, (int)(sizeof tests / sizeof *tests));                                         \
    }

int runner_main(const char *title, const runner_case *tests, int count);
/* The top of the source tree: $srcdir, or the folder where the program runs. */
const char *runner_top(void);

#define ck_assert_strings_eq(got, want)                                                                                \
    do {                                                                                                               \
        str got_ = (got), want_ = (want);                                                                              \
        ck_assert_msg(str_equal(got_, want_), "got \"%.*s\", want \"%.*s\"", STR_ARG(got_), STR_ARG(want_));           \
    } while (0)
#endif
