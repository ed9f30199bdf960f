/* arena: memory that is given out piece by piece and freed at once.
 *
 * A zeroed arena is empty and ready. What it gives is zeroed, aligned for any type, and lives until arena_free. When memory ends it
 * gives NULL and callers pass that on. Not for several threads at once. Built with -DHENCE_ARENA_MALLOC each piece is a malloc
 * of its own, so that ASan and valgrind see its edges. */
#ifndef HENCE_BASE_ARENA_H
#define HENCE_BASE_ARENA_H
#include <stddef.h>

#include "base/str.h"

typedef struct arena_block arena_block;
typedef struct {
    arena_block *blocks; /* newest first */
    size_t used;         /* bytes used of the newest block */
    size_t given;        /* bytes given out in all */
    bool failed;         /* it has once given NULL: what was made with it may lack something */
} arena;

/* `count` zeroed pieces of `size` bytes; NULL when memory ends or the product overflows. A count of 0 gives a valid pointer. */
void *arena_alloc(arena *mem, size_t count, size_t size);
#define arena_new(mem, type, count) ((type *)arena_alloc((mem), (count), sizeof(type)))

/* A copy of `s`, NUL-ended beyond its length; data is NULL when memory ends. */
str arena_copy(arena *mem, str s);
/* printf into the arena; data is NULL when memory ends. */
str arena_print(arena *mem, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Frees all; the arena is empty and ready again. */
void arena_free(arena *mem);

/* For tests: the n-th allocation from the system from now on fails (0: none does), in this thread. */
void arena_fail_after(long n);
#endif
