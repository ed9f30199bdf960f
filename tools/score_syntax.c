/* score_syntax: how well the built-in models do on a TSV with gold tokens (train_syntax_corpus.h), and how fast. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "syntax/models.h"
#include "train_syntax_corpus.h"

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double percent(size_t part, size_t whole) {
    return whole ? 100 * (double)part / (double)whole : 0;
}

int main(int argc, char **argv) {
    if (argc < 2) {
        fputs("usage: score_syntax FILE.tsv\n", stderr);
        return 2;
    }
    arena mem = {0};
    corpus in = {0};
    hence_error err = {0};
    if (corpus_read(&mem, argv[1], true, false, &in))
        return 1;
    double start = now();
    const syntax_models *models = syntax_models_builtin(&err);
    if (!models) {
        fprintf(stderr, "%s\n", err.text);
        return 1;
    }
    double opened = now() - start;
    size_t tokens = 0;
    for (size_t i = 0; i < in.count; i++)
        tokens += in.items[i].count;
    syntax_word *words = arena_new(&mem, syntax_word, tokens), *w = words;
    for (size_t i = 0; i < in.count; w += in.items[i++].count)
        corpus_words(&in.items[i], w);
    start = now();
    w = words;
    for (size_t i = 0; i < in.count; w += in.items[i++].count)
        tagger_tag(&models->tagger, w, in.items[i].count);
    double tagged = now() - start;
    size_t upos_right = 0, xpos_right = 0;
    w = words;
    for (size_t i = 0; i < in.count; i++)
        for (uint32_t k = 0; k < in.items[i].count; k++, w++) {
            upos_right += w->upos == in.items[i].tokens[k].upos;
            xpos_right += w->xpos == in.items[i].tokens[k].xpos;
        }
    printf("%s: %zu tokens, models ready in %.1f ms\n", argv[1], tokens, opened * 1e3);
    printf("UPOS %.2f  XPOS %.2f  (%.0f tokens/s)\n", percent(upos_right, tokens), percent(xpos_right, tokens),
           (double)tokens / tagged);
    arena_free(&mem);
    return 0;
}
