/* list: a growing array in an arena.
 *
 * Any struct with the members `items` (a pointer), `count` and `room` (size_t) is a list. Growing copies into a fresh piece of the arena, twice
 * as large: pointers into the old one stay readable until the arena is freed, but are stale. */
#ifndef HENCE_BASE_LIST_H
#define HENCE_BASE_LIST_H
#include <string.h>

#include "base/arena.h"

#define LIST(type)                                                                                                     \
    struct {                                                                                                           \
        type *items;                                                                                                   \
        size_t count, room;                                                                                            \
    }

/* Makes room for one more at the end and gives a pointer to it (zeroed, already counted), or NULL when memory ends:
 *     token *t = LIST_PUSH(mem, list); */
#define LIST_PUSH(mem, list)                                                                                           \
    (list_reserve((mem), (void **)&(list)->items, &(list)->count, &(list)->room, sizeof *(list)->items)                \
         ? &(list)->items[(list)->count++]                                                                             \
         : NULL)

static inline bool list_reserve(arena *mem, void **items, size_t *count, size_t *room, size_t size) {
    if (*count < *room)
        return true;
    size_t more = *room ? *room * 2 : 8;
    void *fresh = arena_alloc(mem, more, size);
    if (!fresh)
        return false;
    if (*count)
        memcpy(fresh, *items, *count * size);
    *items = fresh;
    *room = more;
    return true;
}
#endif
