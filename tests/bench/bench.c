/* bench: how fast is each stage?
 *
 *     bench HENCE ESSAY...
 *
 * The essays are repeated to 1 MB and read eleven times; a stage's time is its median less its median on an empty text. Beside the stages stands what
 * ICU alone needs to walk over the same sentences and words. The program HENCE is timed from outside: start-up (an empty text), and the
 * whole command on the same megabyte with its peak memory. */
#include <config.h>

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>
#include <unistd.h>

#include "base/buf.h"
#include "graph/map.h"
#include "syntax/syntax.h"
#include "text/sentence.h"
#include "write/write.h"

enum { RUNS = 11, BYTES = 1 << 20 };
enum { READ, TEXT, SYNTAX, MARKERS, GRAPH, JSON, WHOLE, SPLITTER, ICU_SENTENCES, ICU_WORDS, STAGES };

static const char *const names[STAGES] = {"read",       "sentences, tokens", "syntax",        "markers",  "arguments, graph",
                                          "write JSON", "all of it",         "splitter alone", "ICU sentences", "ICU words"};

static void die(const char *what) {
    fprintf(stderr, "bench: %s\n", what);
    exit(2);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *times) {
    qsort(times, RUNS, sizeof *times, by_size);
    return times[RUNS / 2];
}

static size_t iterate(str s, UBreakIteratorType type) {
    UErrorCode status = U_ZERO_ERROR;
    UText *view = utext_openUTF8(NULL, s.data ? s.data : "", (int64_t)s.len, &status);
    UBreakIterator *breaks = ubrk_open(type, "en", NULL, 0, &status);
    ubrk_setUText(breaks, view, &status);
    if (U_FAILURE(status))
        die("ICU cannot iterate");
    size_t count = 0;
    while (ubrk_next(breaks) != UBRK_DONE)
        count++;
    ubrk_close(breaks);
    utext_close(view);
    return count;
}

/* Times every stage once; gives the number of tokens. */
static size_t measure(str s, const hence_lexicon *lexicon, double times[STAGES]) {
    hence_error err = {0};
    double at[6];
    text t;
    marker_list markers = {0};
    const syntax_models *models = syntax_models_builtin(&err);
    at[0] = now();
    hence_document *document = hence_document_new(s.data ? s.data : "", s.len, "bench", &err);
    at[1] = now();
    if (!models || !document || text_read(&document->mem, document, lexicon, true, &t, &err) != 0)
        die(err.text);
    at[2] = now();
    if (syntax_analyse(models, &t, &err) != 0)
        die(err.text);
    at[3] = now();
    if (marker_find(&document->mem, &t, lexicon, &markers, &err) != 0)
        die(err.text);
    at[4] = now();
    size_t tokens = t.tokens.count;
    hence_document_free(document);
    for (int i = 0; i < 4; i++)
        times[i] = at[i + 1] - at[i];

    double begun = now();
    document = hence_document_new(s.data ? s.data : "", s.len, "bench", &err);
    double read = now();
    hence_map *map = document ? hence_map_build(document, lexicon, NULL, &err) : NULL;
    double built = now();
    buf out = {0};
    if (!map || write_json(map, &out, &err) != 0)
        die(err.text);
    double written = now();
    times[GRAPH] = built - read - times[TEXT] - times[SYNTAX] - times[MARKERS];
    times[JSON] = written - built;
    times[WHOLE] = written - begun;
    buf_free(&out);
    hence_document_free(document);

    arena mem = {0};
    sentence_splitter splitter = {&mem, s, lexicon, NULL};
    span_list sentences = {0};
    begun = now();
    if (sentence_split(&splitter, (span){0, (uint32_t)s.len}, NULL, 0, &sentences) != 0)
        die("memory ended");
    times[SPLITTER] = now() - begun;
    arena_free(&mem);

    begun = now();
    iterate(s, UBRK_SENTENCE);
    times[ICU_SENTENCES] = now() - begun;
    begun = now();
    iterate(s, UBRK_WORD);
    times[ICU_WORDS] = now() - begun;
    return tokens;
}

/* One run of the program; seconds, and its peak memory in KB. */
static double run(const char *hence, const char *path, long *peak) {
    struct rusage used;
    int status;
    double begun = now();
    pid_t child = fork();
    if (child == 0) {
        int null = open("/dev/null", O_WRONLY);
        dup2(null, STDOUT_FILENO);
        execl(hence, "hence", "map", "-T", "json", path, (char *)NULL);
        _exit(127);
    }
    if (child < 0 || wait4(child, &status, 0, &used) < 0 || status != 0)
        die("cannot run hence");
    *peak = used.ru_maxrss;
    return now() - begun;
}

static double run_median(const char *hence, const char *path, long *peak) {
    double times[RUNS];
    for (int i = 0; i < RUNS; i++)
        times[i] = run(hence, path, peak);
    return median(times);
}

static buf megabyte(char **paths, int count) {
    buf one = {0}, all = {0};
    char piece[4096];
    for (int i = 0; i < count; i++) {
        FILE *in = fopen(paths[i], "rb");
        if (!in)
            die(paths[i]);
        for (size_t n; (n = fread(piece, 1, sizeof piece, in)) > 0;)
            buf_add(&one, (str){piece, n});
        fclose(in);
        buf_text(&one, "\n\n");
    }
    if (!one.len)
        die("the essays are empty");
    while (all.len < BYTES)
        buf_add(&all, buf_str(&one));
    buf_free(&one);
    return all;
}

int main(int argc, char **argv) {
    if (argc < 3)
        die("usage: bench HENCE ESSAY...");
    hence_error err = {0};
    double opened = now();
    hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
    opened = now() - opened;
    if (!lexicon)
        die(err.text);
    buf all = megabyte(argv + 2, argc - 2);
    double full[STAGES][RUNS], empty[STAGES][RUNS], times[STAGES];
    size_t tokens = 0;
    for (int i = 0; i < RUNS; i++) {
        tokens = measure(buf_str(&all), lexicon, times);
        for (int k = 0; k < STAGES; k++)
            full[k][i] = times[k];
        measure((str){0}, lexicon, times);
        for (int k = 0; k < STAGES; k++)
            empty[k][i] = times[k];
    }
    printf("%zu bytes, %zu tokens, one core, median of %d runs\n\n%-20s %9s %9s %12s\n", all.len, tokens, RUNS, "stage", "ms", "MB/s",
           "tokens/s");
    for (int k = 0; k < STAGES; k++) {
        double seconds = median(full[k]) - median(empty[k]);
        printf("%-20s %9.2f %9.2f %12.0f\n", names[k], seconds * 1e3, (double)all.len / 1e6 / seconds, (double)tokens / seconds);
    }

    char path[] = "bench-XXXXXX";
    int file = mkstemp(path);
    if (file < 0 || write(file, all.data, all.len) != (ssize_t)all.len)
        die("cannot write a file here");
    close(file);
    long peak = 0, least = 0;
    double start = run_median(argv[1], "/dev/null", &least), whole = run_median(argv[1], path, &peak);
    unlink(path);
    printf("\nopening the lexicon  %9.2f ms\nstart-up of hence    %9.2f ms, %.1f MB\n", opened * 1e3, start * 1e3, (double)least / 1e3);
    printf("hence on all of it   %9.2f ms, %.2f MB/s, peak %.1f MB\n", whole * 1e3, (double)all.len / 1e6 / (whole - start),
           (double)peak / 1e3);
    buf_free(&all);
    hence_lexicon_free(lexicon);
    return 0;
}
