/* train_dictionary: the database of WordNet 3.0 and dictionary.tsv -> src/syntax/dictionary.model. */
#include <config.h>

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "syntax/dictionary.h"
#include "train_syntax_perceptron.h"

/* What is known of a form; all by class. */
typedef struct {
    uint32_t fold; /* 0 for an empty slot */
    uint32_t senses[PART_COUNT], uses[PART_COUNT];
    uint32_t frames, objects; /* frames of its senses as a verb, and those of them with an object */
    bool small;               /* written without a capital somewhere */
    uint16_t profile;         /* of irregular forms, then of all */
} entry;

enum { ROOM = 1 << 18, LINE = 1 << 16 };

static entry *obtain(entry *entries, str form) {
    static char small[64];
    if (!form.len || form.len >= sizeof small)
        return NULL;
    for (size_t i = 0; i < form.len; i++) {
        if (!isalpha((unsigned char)form.data[i]))
            return NULL;
        small[i] = (char)tolower((unsigned char)form.data[i]);
    }
    str folded = {small, form.len};
    uint32_t fold = word_read(folded, folded).fold, at = fold % ROOM;
    while (entries[at].fold && entries[at].fold != fold)
        at = (at + 1) % ROOM;
    entries[at].fold = fold;
    return &entries[at];
}

static bool has_capital(str form) {
    for (size_t i = 0; i < form.len; i++)
        if (isupper((unsigned char)form.data[i]))
            return true;
    return false;
}

/* The next word of a line. */
static str next(str *line) {
    str head;
    str_cut(*line, ' ', &head, line);
    return head;
}

static unsigned long number(str s, int base) {
    return strtoul(s.data, NULL, base); /* a space follows */
}

/* Frames in which somebody does something to something: wninput(5WN). */
static bool has_object(unsigned long frame) {
    return (frame >= 8 && frame <= 11) || (frame >= 14 && frame <= 21) || frame == 24 || frame == 25 || frame == 30 ||
           frame == 31 || frame == 33;
}

/* Lexicographer files: lexnames(5WN). */
enum { ANIMALS = 5, PLANTS = 20 };

/* A synonym set, after its file number and type: words, pointers and, of verbs, frames (wndb(5WN)). */
static void read_set(entry *entries, str line, word_part part) {
    entry *words[256] = {NULL};
    next(&line); /* offset */
    unsigned long file = number(next(&line), 10);
    next(&line); /* type */
    if (file == ANIMALS || file == PLANTS)
        return; /* a fifth of all nouns, and rare ones */
    unsigned long count = number(next(&line), 16);
    for (unsigned long i = 0; i < count && i < 256; i++) {
        str form, mark;
        str_cut(next(&line), '(', &form, &mark); /* "afloat(p)" */
        next(&line);
        words[i] = obtain(entries, form);
        if (!words[i])
            continue;
        words[i]->senses[part]++;
        words[i]->small |= !has_capital(form);
    }
    if (part != PART_VERB)
        return;
    for (unsigned long pointers = 4 * number(next(&line), 10); pointers; pointers--)
        next(&line);
    for (unsigned long frames = number(next(&line), 10); frames; frames--) {
        next(&line); /* + */
        unsigned long frame = number(next(&line), 10), which = number(next(&line), 16);
        for (unsigned long i = 0; i < count && i < 256; i++)
            if (words[i] && (!which || which == i + 1)) {
                words[i]->frames++;
                words[i]->objects += has_object(frame);
            }
    }
}

/* A sense and how often it was met in texts: "erode%2:30:00:: 1 2". */
static void read_count(entry *entries, str line, word_part ignored) {
    (void)ignored;
    str key = next(&line), form, kind;
    if (!str_cut(key, '%', &form, &kind))
        return;
    next(&line);
    entry *e = obtain(entries, form);
    if (e)
        e->uses[*kind.data == '5' ? PART_ADJECTIVE : *kind.data - '1'] += (uint32_t)number(line, 10);
}

/* An irregular form and its base; those in -s and -ing are found by their endings. */
static void read_exception(entry *entries, str line, word_part part) {
    str form = next(&line), base = next(&line);
    entry *e = obtain(entries, form), *of = obtain(entries, base);
    if (!e || !of || str_ends(form, str_of("s")) || str_ends(form, str_of("ing")))
        return;
    e->small = of->small;
    if (part == PART_NOUN)
        e->profile |= PROFILE_PLURAL;
    if (part == PART_VERB)
        e->profile |= PROFILE_PAST;
}

/* A row of dictionary.tsv: a word and its class. Its verbs take an object. */
static void read_addition(entry *entries, str line, word_part ignored) {
    static const char *const names[PART_COUNT] = {"noun", "verb", "adjective", "adverb"};
    (void)ignored;
    str form, name;
    str_cut(line, '\t', &form, &name);
    for (unsigned c = 0; c < PART_COUNT; c++) {
        entry *e = str_equal(str_trim(name), str_of(names[c])) ? obtain(entries, form) : NULL;
        if (!e || e->senses[c])
            continue;
        e->senses[c] = 1;
        e->small = true;
        if (c == PART_VERB)
            e->frames = e->objects = 1;
    }
}

static int read_lines(const char *path, entry *entries, void (*read)(entry *, str, word_part), word_part part) {
    static char line[LINE];
    FILE *f = fopen(path, "r");
    if (!f) {
        fprintf(stderr, "%s: cannot be read\n", path);
        return -1;
    }
    while (fgets(line, sizeof line, f))
        if (*line != ' ' && *line != '#') /* the licence of WordNet, our own comments */
            read(entries, str_of(line), part);
    fclose(f);
    return 0;
}

static int read_wordnet(const char *folder, entry *entries) {
    static const char *const names[PART_COUNT] = {"noun", "verb", "adj", "adv"};
    char path[4096];
    int failed = 0;
    for (unsigned c = 0; c < PART_COUNT; c++) {
        snprintf(path, sizeof path, "%s/data.%s", folder, names[c]);
        failed |= read_lines(path, entries, read_set, (word_part)c);
    }
    snprintf(path, sizeof path, "%s/cntlist.rev", folder);
    failed |= read_lines(path, entries, read_count, PART_NOUN);
    snprintf(path, sizeof path, "%s/noun.exc", folder);
    failed |= read_lines(path, entries, read_exception, PART_NOUN);
    snprintf(path, sizeof path, "%s/verb.exc", folder);
    return failed | read_lines(path, entries, read_exception, PART_VERB);
}

/* ---- profiles */

/* How usual a class is among the uses of a form: those met in texts, and half a use for each sense. */
static class_use use(const entry *e, word_part part) {
    uint32_t all = 0, own = 2 * e->uses[part] + e->senses[part];
    for (unsigned c = 0; c < PART_COUNT; c++)
        all += 2 * e->uses[c] + e->senses[c];
    return !e->senses[part] ? USE_NONE : own * 20 < all * 3 ? USE_RARE : own * 5 < all * 3 ? USE_COMMON : USE_MAIN;
}

static uint16_t profile(const entry *e) {
    unsigned p = e->profile;
    for (unsigned c = 0; c < PART_COUNT; c++)
        p |= (unsigned)use(e, (word_part)c) << 2 * c;
    unsigned frame = !e->frames               ? OBJECT_UNKNOWN
                     : !e->objects            ? OBJECT_NEVER
                     : e->objects < e->frames ? OBJECT_SOMETIMES
                                              : OBJECT_ALWAYS;
    return (uint16_t)(p | frame << PROFILE_FRAME);
}

typedef struct {
    uint16_t profile;
    uint32_t count;
} profile_count;

static int by_count(const void *a, const void *b) {
    const profile_count *x = a, *y = b;
    return x->count != y->count ? (x->count < y->count) - (x->count > y->count)
                                : (x->profile > y->profile) - (x->profile < y->profile);
}

static int by_fold(const void *a, const void *b) {
    uint32_t x = ((const entry *)a)->fold, y = ((const entry *)b)->fold;
    return (x > y) - (x < y);
}

/* Bits that two profiles differ in. */
static int unlike(uint16_t a, uint16_t b) {
    return __builtin_popcount(a ^ b);
}

static str write_entries(entry *entries) {
    static profile_count counts[1 << 12];
    uint32_t count = 0;
    for (uint32_t i = 0; i < 1 << 12; i++)
        counts[i].profile = (uint16_t)i;
    for (uint32_t i = 0; i < ROOM; i++) {
        entry e = entries[i];
        e.profile = profile(&e);
        if (!e.fold || !e.small || !e.profile)
            continue;
        counts[e.profile].count++;
        entries[count++] = e;
    }
    qsort(entries, count, sizeof *entries, by_fold);
    qsort(counts, 1 << 12, sizeof *counts, by_count);
    uint16_t profiles[PROFILES];
    for (unsigned i = 0; i < PROFILES; i++)
        profiles[i] = counts[i].count ? counts[i].profile : 0;
    uint32_t places = (uint32_t)((uint64_t)count * 8 / 7) + 8, at = 0;
    uint16_t *marks = calloc(places + count + 1, sizeof *marks);
    uint8_t *numbers = calloc(places + count + 1, sizeof *numbers);
    if (!marks || !numbers)
        exit(1);
    for (uint32_t i = 0; i < count; i++, at++) {
        uint32_t place = model_place(entries[i].fold, places);
        unsigned best = 0;
        for (unsigned p = 1; p < PROFILES; p++)
            if (unlike(profiles[p], entries[i].profile) < unlike(profiles[best], entries[i].profile))
                best = p;
        at = place > at ? place : at;
        marks[at] = dictionary_mark(entries[i].fold);
        numbers[at] = (uint8_t)best;
    }
    uint32_t sizes[2] = {places, (at > places ? at : places) + 1};
    buf sections = {0};
    section_add(&sections, sizes, sizeof sizes);
    section_add(&sections, profiles, sizeof profiles);
    section_add(&sections, marks, sizes[1] * sizeof *marks);
    section_add(&sections, numbers, sizes[1]);
    fprintf(stderr, "dictionary: %u forms, %zu kB\n", count, sections.len / 1024);
    free(marks);
    free(numbers);
    return model_file(MODEL_DICTIONARY, &sections);
}

int main(int argc, char **argv) {
    if (argc < 4) {
        fputs("usage: train_dictionary WORDNET ADDITIONS OUT\n"
              "Writes the model OUT from the folder of the database files of WordNet 3.0 and the table ADDITIONS.\n",
              stderr);
        return 2;
    }
    static entry entries[ROOM];
    if (read_wordnet(argv[1], entries) || read_lines(argv[2], entries, read_addition, PART_NOUN))
        return 1;
    str file = write_entries(entries);
    FILE *f = fopen(argv[3], "wb");
    if (!f || fwrite(file.data, 1, file.len, f) != file.len || fclose(f)) {
        fprintf(stderr, "%s: cannot be written\n", argv[3]);
        return 1;
    }
    free((char *)file.data);
    return 0;
}
