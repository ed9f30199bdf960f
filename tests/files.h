/* files: the texts that tests read. */
#ifndef HENCE_TESTS_FILES_H
#define HENCE_TESTS_FILES_H
#include "base/arena.h"
#include "base/str.h"

/* The file at `path` under tests/data; the test fails where it cannot be read. */
str test_data(arena *mem, const char *path);
#endif
