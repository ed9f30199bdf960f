#include <config.h>

#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct arena_block {
    arena_block *next;
    size_t size; /* bytes of data */
    alignas(max_align_t) unsigned char data[];
};

static _Thread_local long failing; /* a test's countdown; 0 outside tests */

void arena_fail_after(long n) {
    failing = n;
}

static arena_block *block_new(arena *mem, size_t size) {
    if (failing > 0 && --failing == 0)
        return NULL;
    if (size > SIZE_MAX - sizeof(arena_block))
        return NULL;
    arena_block *b = calloc(1, sizeof *b + size);
    if (!b)
        return NULL;
    b->next = mem->blocks;
    b->size = size;
    mem->blocks = b;
    mem->used = 0;
    return b;
}

static void *alloc(arena *mem, size_t count, size_t size) {
    if (size && count > (SIZE_MAX / 2) / size)
        return NULL;
    size_t need = count * size, align = alignof(max_align_t);
    need = need ? (need + align - 1) / align * align : align;
#ifdef HENCE_ARENA_MALLOC
    if (!block_new(mem, need))
        return NULL;
#else
    if (!mem->blocks || mem->blocks->size - mem->used < need) {
        size_t block = mem->blocks ? mem->blocks->size * 2 : FIRST_BLOCK;
        if (block > LARGEST_BLOCK)
            block = LARGEST_BLOCK;
        if (!block_new(mem, need > block ? need : block))
            return NULL;
    }
#endif
    void *p = mem->blocks->data + mem->used;
    mem->used += need;
    mem->given += need;
    return p;
}

void *arena_alloc(arena *mem, size_t count, size_t size) {
    void *p = alloc(mem, count, size);
    mem->failed |= p == NULL;
    return p;
}

str arena_copy(arena *mem, str s) {
    char *p = arena_new(mem, char, s.len + 1);
    if (!p)
        return (str){NULL, 0};
    if (s.len)
        memcpy(p, s.data, s.len);
    return (str){p, s.len};
}

str arena_print(arena *mem, const char *format, ...) {
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int n = vsnprintf(NULL, 0, format, args);
    char *p = n < 0 ? NULL : arena_new(mem, char, (size_t)n + 1);
    if (p)
        vsnprintf(p, (size_t)n + 1, format, again);
    va_end(again);
    va_end(args);
    return (str){p, p ? (size_t)n : 0};
}

void arena_free(arena *mem) {
    for (arena_block *b = mem->blocks, *next; b; b = next) {
        next = b->next;
        free(b);
    }
    *mem = (arena){0};
}
