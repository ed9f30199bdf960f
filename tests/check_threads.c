#include <config.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "hence/hence.h"
#include "runner.h"

enum { THREADS = 4, ROUNDS = 6 };

static const char *const texts[] = {
    "Rents rose because taxes doubled. Therefore many tenants left the city, which may lead to empty schools.",
    "Although the levy is small, it could reduce traffic. If traffic falls, buses will run on time.",
    "The ban undermined trust in the courts, thereby weakening the law. This development is likely to cause unrest.",
    "",
};
enum { TEXTS = sizeof texts / sizeof *texts };

/* The JSON of a text; the caller frees it. */
static char *json_of(const hence_lexicon *lexicon, const char *text) {
    char *out = NULL;
    size_t size = 0;
    hence_document *d = hence_document_new(text, strlen(text), "essay", NULL);
    hence_map *map = d ? hence_map_build(d, lexicon, NULL, NULL) : NULL;
    FILE *to = open_memstream(&out, &size);
    int result = map && to ? hence_map_write(map, HENCE_JSON, NULL, to, NULL) : -1;
    if (to)
        fclose(to);
    hence_document_free(d);
    if (result == 0)
        return out;
    free(out);
    return NULL;
}

typedef struct {
    const hence_lexicon *lexicon;
    char *const *want;
    int different;
} work;

static void *map_all(void *given) {
    work *w = given;
    for (int i = 0; i < ROUNDS * TEXTS; i++) {
        char *got = json_of(w->lexicon, texts[i % TEXTS]);
        w->different += !got || strcmp(got, w->want[i % TEXTS]) != 0;
        free(got);
    }
    return NULL;
}

START_TEST(threads_share_a_lexicon_and_give_the_same_maps) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    ck_assert_ptr_nonnull(lexicon);
    char *want[TEXTS];
    for (int i = 0; i < TEXTS; i++)
        ck_assert_ptr_nonnull(want[i] = json_of(lexicon, texts[i]));
    ck_assert_ptr_nonnull(strstr(want[0], "because"));
    pthread_t threads[THREADS];
    work works[THREADS];
    for (int i = 0; i < THREADS; i++) {
        works[i] = (work){lexicon, want, 0};
        ck_assert_int_eq(pthread_create(&threads[i], NULL, map_all, &works[i]), 0);
    }
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        ck_assert_int_eq(works[i].different, 0);
    }
    for (int i = 0; i < TEXTS; i++)
        free(want[i]);
    hence_lexicon_free(lexicon);
}
END_TEST

SUITE("threads", TEST(threads_share_a_lexicon_and_give_the_same_maps))
