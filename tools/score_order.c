/* score_order: what the repair of word order finds and what it breaks.
 *
 *     score_order DATA PERCENT [SEED]
 *
 * Swaps that share of the words of each document of DATA/sentences/{gum,ewt}-dev.jsonl with the next word, by a fixed seed, and counts a repair as right
 * where it puts just such a pair back. Also says how many repairs the clean documents get. */
#include <config.h>

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/list.h"
#include "read/document.h"
#include "text/text.h"

typedef struct {
    uint32_t start, end;
} place;

static uint64_t state;
static uint64_t next_random(void) {
    uint64_t z = state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static size_t swapped, repaired, right, clean_repairs, tokens, opened, documents;
static bool each;

static bool is_word(const text *t, size_t i) {
    return (t->tokens.items[i].flags & (TOKEN_WORD | TOKEN_NUMBER)) != 0;
}

/* Swaps whole words between blanks that hold no sign at the seam. */
static void damage(const text *t, double share, char *bytes, void *mem, place **places, size_t *count) {
    LIST(place) got = {0};
    for (size_t k = 0; k < t->sentences.count; k++) {
        const sentence *s = &t->sentences.items[k];
        if (!paragraph_argues(t->paragraphs.items[s->paragraph].kind))
            continue;
        for (uint32_t i = s->first_token; i + 1 < s->first_token + s->token_count; i++) {
            uint32_t second = i + 1, end = second + 1, last = s->first_token + s->token_count;
            bool starts = i == s->first_token || (t->tokens.items[i - 1].flags & TOKEN_SPACE);
            while (second < last && !(t->tokens.items[second - 1].flags & TOKEN_SPACE) && is_word(t, second))
                second++;
            for (end = second + 1; end < last && !(t->tokens.items[end - 1].flags & TOKEN_SPACE) && is_word(t, end);)
                end++;
            if (!starts || !is_word(t, i) || second >= last || !is_word(t, second) ||
                !(t->tokens.items[second - 1].flags & TOKEN_SPACE) || (double)(next_random() >> 11) * 0x1p-53 >= share)
                continue;
            place a = {t->tokens.items[i].span.start, t->tokens.items[second - 1].span.end};
            place b = {t->tokens.items[second].span.start, t->tokens.items[end - 1].span.end};
            size_t la = a.end - a.start, lb = b.end - b.start, gap = b.start - a.end;
            if (la == lb && memcmp(bytes + a.start, bytes + b.start, la) == 0)
                continue;
            char piece[512];
            if (la + lb + gap > sizeof piece)
                continue;
            memcpy(piece, bytes + b.start, lb);
            memcpy(piece + lb, bytes + a.end, gap);
            memcpy(piece + lb + gap, bytes + a.start, la);
            memcpy(bytes + a.start, piece, la + lb + gap);
            *LIST_PUSH(mem, &got) = (place){a.start, b.end};
            i = end - 1;
        }
    }
    *places = got.items;
    *count = got.count;
}

static void score(const hence_lexicon *lexicon, const char *body, size_t length, double share) {
    arena mem = {0};
    hence_document *d = hence_document_new(body, length, "dev", NULL);
    text t;
    if (!d || text_read(&mem, d, lexicon, true, &t, NULL) != 0)
        exit(1);
    clean_repairs += t.repairs.count;
    tokens += t.tokens.count;
    documents++;
    if (each)
        for (size_t i = 0; i < t.repairs.count; i++)
            printf("clean  %.2f %.*s\n", t.repairs.items[i].score, STR_ARG(t.repairs.items[i].reading));
    char *bytes = malloc(d->text.len + 1);
    memcpy(bytes, d->text.data, d->text.len);
    place *places;
    size_t count;
    text plain;
    if (text_read(&mem, d, lexicon, false, &plain, NULL) != 0)
        exit(1);
    damage(&plain, share, bytes, &mem, &places, &count);
    hence_document *bad = hence_document_new(bytes, d->text.len, "damaged", NULL);
    text got;
    if (!bad || text_read(&mem, bad, lexicon, true, &got, NULL) != 0)
        exit(1);
    swapped += count;
    repaired += got.repairs.count;
    opened += got.repairs.count > 0;
    for (size_t i = 0, k = 0; i < got.repairs.count; i++) {
        const repair *r = &got.repairs.items[i];
        while (k < count && places[k].start < r->span.start)
            k++;
        bool is_right = k < count && places[k].start == r->span.start && places[k].end == r->span.end;
        right += is_right;
        if (each)
            printf("%s %.2f %.*s\n", is_right ? "right " : "wrong ", r->score, STR_ARG(r->reading));
    }
    free(bytes);
    hence_document_free(bad);
    hence_document_free(d);
    arena_free(&mem);
}

int main(int argc, char **argv) {
    static const char *const sets[] = {"gum-dev", "ewt-dev"};
    if (argc < 3) {
        fputs("usage: score_order DATA PERCENT [SEED [each]]\n", stderr);
        return 2;
    }
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    if (!lexicon)
        return 1;
    state = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
    each = argc > 4;
    for (size_t i = 0; i < 2; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/sentences/%s.jsonl", argv[1], sets[i]);
        FILE *f = fopen(path, "rb");
        if (!f) {
            fprintf(stderr, "score_order: %s cannot be read\n", path);
            return 1;
        }
        swapped = repaired = right = clean_repairs = tokens = opened = documents = 0;
        for (json_t *o; (o = json_loadf(f, JSON_DISABLE_EOF_CHECK, NULL)); json_decref(o)) {
            json_t *body = json_object_get(o, "text");
            score(lexicon, json_string_value(body), json_string_length(body), atof(argv[2]) / 100);
        }
        fclose(f);
        printf("%s: %zu documents, %zu tokens; %zu swaps, %zu repairs in %zu documents, precision %.3f, recall %.3f; "
               "repairs of clean "
               "documents: %zu\n",
               sets[i], documents, tokens, swapped, repaired, opened, repaired ? (double)right / (double)repaired : 1.0,
               swapped ? (double)right / (double)swapped : 1.0, clean_repairs);
    }
    hence_lexicon_free(lexicon);
    return 0;
}
