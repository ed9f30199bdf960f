#include <config.h>

#include "runner.h"

#include <stdlib.h>

int runner_main(const char *title, const runner_case *tests, int count) {
    Suite *suite = suite_create(title);
    for (int i = 0; i < count; i++) {
        TCase *one = tcase_create(tests[i].test->name);
        tcase_set_timeout(one, 120);
        tcase_add_loop_test(one, tests[i].test, 0, tests[i].count);
        suite_add_tcase(suite, one);
    }
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_SILENT);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

const char *runner_top(void) {
    const char *top = getenv("srcdir");
    return top ? top : ".";
}
