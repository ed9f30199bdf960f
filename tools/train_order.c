/* train_order: running text and tagged words -> src/text/order.model.
 *
 * The dictionary gives each word its classes, by the tags it has in the treebanks; words that are not in it get those of their suffix. The weights are
 * those of a logistic ranker: for each pair of neighbouring words, the text as it stands should outscore the text with the two swapped, and for each three
 * the text with the three turned, which is what a wrong repair leaves. Adagrad with
 * features dropped at random; rare and weak features are left out. The same input gives the same bytes. */
#include <config.h>

#include <jansson.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "text/order.h"
#include "text/repair.h"

enum {
    TABLE_BITS = 24,
    LEAST_COUNT = 2,       /* a feature that is seen in fewer sentences is left out */
    LEAST_WORD = 4,        /* a word that is seen less often counts as its class */
    LEAST_TAGGED = 2,      /* ... and is in the dictionary at all from here on */
    CLASS_COUNT = 150,     /* fine classes, at most */
    KEPT = 330000,         /* features in the file */
    WEIGHT_SLOTS = 383000, /* their slots */
    TURNED = 100,          /* per cent of the threes that are trained on */
    SCOUT_PASSES = 2,      /* to choose features */
    PASSES = 5,
    RUNS = 3,    /* of all passes, from nothing: their mean errs less than one */
    MOMENTS = 4, /* of a pass, at which weights are taken for the mean */
    TAGS = 64,
    LONGEST_SUFFIX = 4
};

static const double rate = 0.15, l2 = 1e-6, dropped = 0.7; /* Adagrad */
static const float worth_power = 0.7f;                     /* how much commonness counts when features are chosen */

static uint64_t random_state = 2024;
static uint64_t next_random(void) {
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
    z = (z ^ z >> 27) * 0x94D049BB133111EBu;
    return z ^ z >> 31;
}

static void *must(void *p) {
    if (!p) {
        fputs("train_order: out of memory\n", stderr);
        exit(1);
    }
    return p;
}

/* ---- the dictionary */

typedef struct {
    str form;
    uint32_t tags[TAGS];
    uint32_t total, running; /* in the treebanks, in running text */
} word;

typedef struct {
    arena mem;
    LIST(word) words;
    uint32_t *slots;
    size_t room;
    str tags[TAGS];
    size_t tag_count;
} lexis;

static word *word_of(lexis *l, str form) {
    size_t at = str_hash(form) & (l->room - 1);
    for (; l->slots[at]; at = (at + 1) & (l->room - 1))
        if (str_equal(l->words.items[l->slots[at] - 1].form, form))
            return &l->words.items[l->slots[at] - 1];
    word *w = must(LIST_PUSH(&l->mem, &l->words));
    w->form = arena_copy(&l->mem, form);
    l->slots[at] = (uint32_t)l->words.count;
    return w;
}

static size_t tag_of(lexis *l, str tag) {
    size_t i = 0;
    while (i < l->tag_count && !str_equal(l->tags[i], tag))
        i++;
    if (i == l->tag_count && i + 1 < TAGS)
        l->tags[l->tag_count++] = arena_copy(&l->mem, tag);
    return i < TAGS - 1 ? i : TAGS - 1;
}

static bool is_free_genre(str name) {
    static const char *const closed[] = {"essay", "letter", "podcast", "fiction", "whow"};
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
        if (str_equal(name, str_of(closed[i])))
            return false;
    return true;
}

static str read_whole(const char *folder, const char *name) {
    char path[4096];
    buf b = {0};
    char piece[65536];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "rb");
    if (!f) {
        fprintf(stderr, "train_order: %s cannot be read\n", path);
        exit(1);
    }
    for (size_t n; (n = fread(piece, 1, sizeof piece, f)) > 0;)
        buf_add(&b, (str){piece, n});
    fclose(f);
    return buf_str(&b);
}

/* Form, UPOS, Penn tag ...; "# doc NAME", whose second part is the genre. */
static void read_tags(lexis *l, const char *data, const char *name) {
    str all = read_whole(data, name), line, form, upos, tag, rest, fold;
    bool use = true;
    while (all.len) {
        str_cut(all, '\n', &line, &all);
        if (str_starts(line, str_of("# doc "))) {
            str_cut(line, '_', &form, &rest);
            str_cut(rest, '_', &form, &rest);
            use = is_free_genre(form);
        } else if (use && line.len && line.data[0] != '#') {
            str_cut(line, '\t', &form, &rest);
            str_cut(rest, '\t', &upos, &rest);
            str_cut(rest, '\t', &tag, &rest);
            fold = utf8_fold(&l->mem, form);
            word *w = word_of(l, fold);
            w->total++;
            w->tags[tag_of(l, tag)]++;
            for (size_t n = 2; n <= LONGEST_SUFFIX && n < fold.len; n++) {
                char key[LONGEST_SUFFIX + 1] = "~";
                memcpy(key + 1, fold.data + fold.len - n, n);
                if (utf8_is_lower((unsigned char)form.data[0])) {
                    word *s = word_of(l, (str){key, n + 1});
                    s->total++;
                    s->tags[tag_of(l, tag)]++;
                }
            }
        }
    }
}

/* The commonest tags of a word, as a name for its class. */
static str class_of(lexis *l, const word *w, size_t *main_tag) {
    size_t order[3] = {TAGS, TAGS, TAGS};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < TAGS; i++) {
            bool taken = (k > 0 && order[0] == i) || (k > 1 && order[1] == i);
            if (!taken && w->tags[i] && (order[k] == TAGS || w->tags[i] > w->tags[order[k]]))
                order[k] = i;
        }
    *main_tag = order[0];
    str name = l->tags[order[0]];
    for (size_t k = 1; k < 3; k++)
        if (order[k] < TAGS && w->tags[order[k]] * 8 >= w->total)
            name = arena_print(&l->mem, "%.*s/%.*s", STR_ARG(name), STR_ARG(l->tags[order[k]]));
    return name;
}

typedef struct {
    str name;
    uint32_t count, id;
} class_count;

static int more_first(const void *a, const void *b) {
    const class_count *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return str_compare(x->name, y->name);
}

static void put_u32(unsigned char *p, uint32_t v) {
    for (int i = 0; i < 4; i++)
        p[i] = (unsigned char)(v >> 8 * i);
}

/* Fills the dictionary's table. Gives its slots. */
static unsigned char *make_dictionary(lexis *l, uint32_t *slots) {
    class_count *classes = must(arena_alloc(&l->mem, l->words.count + 1, sizeof *classes));
    size_t count = 0, kept = 0;
    for (size_t i = 0; i < l->words.count; i++) {
        word *w = &l->words.items[i];
        size_t main_tag, k = 0;
        if (!w->total)
            continue;
        str name = class_of(l, w, &main_tag);
        while (k < count && !str_equal(classes[k].name, name))
            k++;
        if (k == count)
            classes[count++].name = name;
        classes[k].count += w->form.data[0] == '~' ? 0 : w->total;
    }
    qsort(classes, count, sizeof *classes, more_first);
    if (count > CLASS_COUNT)
        count = CLASS_COUNT;
    for (size_t i = 0; i < l->words.count; i++)
        kept += l->words.items[i].total >= LEAST_TAGGED;
    *slots = (uint32_t)(kept * 5 / 4 + 1);
    unsigned char *table = must(calloc(*slots, ORDER_DICTIONARY_BYTES));
    for (size_t i = 0; i < l->words.count; i++) {
        word *w = &l->words.items[i];
        if (w->total < LEAST_TAGGED)
            continue;
        size_t main_tag, k = 0;
        str name = class_of(l, w, &main_tag);
        while (k < count && !str_equal(classes[k].name, name))
            k++;
        for (size_t c = 0; k == count && c < count; c++)
            if (str_equal(classes[c].name, l->tags[main_tag]))
                k = c;
        uint32_t hash = order_dictionary_hash(w->form), at = order_slot(hash, *slots);
        unsigned char *e;
        for (;; at = (at + 1) % *slots) {
            e = table + (size_t)at * ORDER_DICTIONARY_BYTES;
            if (e[4] == 0)
                break;
        }
        put_u32(e, hash);
        e[4] = (unsigned char)(k < count ? ORDER_FIRST_CLASS + k : ORDER_UNKNOWN);
        e[5] = (unsigned char)(ORDER_FIRST_CLASS + main_tag);
        e[6] = w->form.data[0] != '~' && w->running >= LEAST_WORD;
    }
    fprintf(stderr, "%zu words and suffixes, %zu classes, %u slots\n", kept, count, *slots);
    return table;
}

/* ---- examples */

typedef struct {
    hence_document *document;
    arena mem;
    text text;
    order_token *tokens;
} essay;

typedef LIST(essay) essays;

/* Reads the texts of a JSONL file. */
static void read_texts(arena *mem, const hence_lexicon *lexicon, const char *data, const char *name, essays *out) {
    str all = read_whole(data, name), line;
    while (all.len) {
        str_cut(all, '\n', &line, &all);
        json_t *o = json_loadb(line.data, line.len, 0, NULL);
        const char *genre = json_string_value(json_object_get(o, "genre"));
        json_t *body = json_object_get(o, "text");
        if (body && (!genre || is_free_genre(str_of(genre)))) {
            essay *e = must(LIST_PUSH(mem, out));
            e->document = must(hence_document_new(json_string_value(body), json_string_length(body), name, NULL));
            if (text_read(&e->mem, e->document, lexicon, false, &e->text, NULL) != 0)
                must(NULL);
        }
        json_decref(o);
    }
}

/* The example sentences of the lexicon, without their marks. */
static void read_examples(arena *mem, const hence_lexicon *lexicon, essays *out) {
    static const char *const columns[] = {"example", "not"};
    for (lexicon_table t = 0; t < LEXICON_TABLES; t++) {
        buf b = {0};
        size_t count;
        const lexicon_entry *e = lexicon_entries(lexicon, t, &count);
        for (size_t i = 0; i < count; i++)
            for (size_t k = 0; k < 2; k++) {
                str s = lexicon_cell(&e[i], columns[k]);
                for (size_t at = 0; at < s.len; at++) {
                    if (s.data[at] == '{')
                        at += at + 2 < s.len && s.data[at + 2] == ' ' ? 2 : 0;
                    else if (s.data[at] != '}' && s.data[at] != '[' && s.data[at] != ']')
                        buf_char(&b, s.data[at]);
                }
                buf_text(&b, "\n\n");
            }
        essay *x = must(LIST_PUSH(mem, out));
        x->document = must(hence_document_new(b.data, b.len, lexicon_table_file(t), NULL));
        if (text_read(&x->mem, x->document, lexicon, false, &x->text, NULL) != 0)
            must(NULL);
        buf_free(&b);
    }
}

static float *weights, *squares;
static uint16_t *counts;

static size_t bucket(uint64_t feature) {
    return (size_t)(feature >> (64 - TABLE_BITS));
}

typedef struct {
    uint32_t essay, sentence;
    repair_pair pair;
    bool next; /* three units: the pair and the one after it */
    bool late; /* ... whose last comes first when they are turned; else the first comes last */
} example;
typedef LIST(example) examples;

/* Three units as they stand or turned: what is left of a swap that the wrong neighbour was put back for. */
static size_t turned_features(const essay *e, const example *x, bool turned, uint64_t *out) {
    static const int orders[3][3] = {{0, 1, 2}, {1, 2, 0}, {2, 0, 1}};
    const int *order = orders[turned ? 1 + x->late : 0];
    const sentence *s = &e->text.sentences.items[x->sentence];
    uint32_t end = s->first_token + s->token_count;
    order_token window[ORDER_WINDOW];
    repair_pair after;
    size_t n = 0;
    repair_pair_at(&e->text, s, x->pair.end, &after);
    const uint32_t bounds[] = {x->pair.first, x->pair.second, after.second, after.end};
    for (uint32_t i = ORDER_CONTEXT; i > 0; i--)
        window[n++] = bounds[0] >= s->first_token + i ? e->tokens[bounds[0] - i] : (order_token){0};
    for (int k = 0; k < 3; k++)
        for (uint32_t i = bounds[order[k]]; i < bounds[order[k] + 1]; i++)
            window[n++] = e->tokens[i];
    for (uint32_t i = 0; i < ORDER_CONTEXT; i++)
        window[n++] = bounds[3] + i < end ? e->tokens[bounds[3] + i] : (order_token){0};
    return order_features(window, n, bounds[0] == s->first_token, out);
}

static size_t features_of(const essay *e, const example *x, bool swapped, uint64_t *out) {
    order_token window[ORDER_WINDOW];
    bool opens;
    const sentence *s = &e->text.sentences.items[x->sentence];
    if (x->next)
        return turned_features(e, x, swapped, out);
    size_t n = repair_window(s, e->tokens, x->pair, swapped, window, &opens);
    return order_features(window, n, opens, out);
}

static void learn(const essay *e, const example *x, double *loss) {
    uint64_t good[ORDER_FEATURES], bad[ORDER_FEATURES];
    size_t n = features_of(e, x, false, good), m = features_of(e, x, true, bad);
    uint8_t use[2][ORDER_FEATURES];
    double margin = 0, scale = 1 / (1 - dropped);
    for (int side = 0; side < 2; side++) {
        uint64_t *f = side ? bad : good;
        for (size_t i = 0; i < (side ? m : n); i++) {
            size_t b = bucket(f[i]);
            use[side][i] = counts[b] >= LEAST_COUNT && (double)(next_random() >> 11) * 0x1p-53 >= dropped;
            if (use[side][i])
                margin += (side ? -1 : 1) * scale * (double)weights[b];
        }
    }
    double slope = 1 / (1 + exp(margin));
    *loss += log1p(exp(-margin));
    for (int side = 0; side < 2; side++) {
        uint64_t *f = side ? bad : good;
        for (size_t i = 0; i < (side ? m : n); i++) {
            if (!use[side][i])
                continue;
            size_t b = bucket(f[i]);
            double g = (side ? 1 : -1) * slope * scale + l2 * (double)weights[b] * 100;
            squares[b] += (float)(g * g);
            weights[b] -= (float)(rate * g / (1e-3 + sqrt((double)squares[b])));
        }
    }
}

typedef struct {
    uint64_t feature;
    float weight;
} kept_feature;

/* `sums` may be NULL, else gets the weights of several moments of the later passes, added up: their mean errs less than the last. */
static void train(const essays *all, examples *xs, int passes, const kept_feature *kept, size_t kept_count,
                  double *sums) {
    for (int pass = 0; pass < passes; pass++) {
        double loss = 0;
        for (size_t i = xs->count; i > 1; i--) {
            size_t k = (size_t)(next_random() % i);
            example last = xs->items[i - 1];
            xs->items[i - 1] = xs->items[k];
            xs->items[k] = last;
        }
        for (size_t i = 0; i < xs->count; i++) {
            learn(&all->items[xs->items[i].essay], &xs->items[i], &loss);
            if (sums && pass > 0 && (i + 1) % (xs->count / MOMENTS) == 0)
                for (size_t k = 0; k < kept_count; k++)
                    sums[k] += (double)weights[bucket(kept[k].feature)];
        }
        fprintf(stderr, "pass %d: loss %.4f\n", pass + 1, loss / (double)xs->count);
    }
}

/* ---- the file */

static int heavier_first(const void *a, const void *b) {
    const kept_feature *x = a, *y = b;
    float p = fabsf(x->weight), q = fabsf(y->weight);
    if (p != q)
        return p > q ? -1 : 1;
    return x->feature < y->feature ? -1 : x->feature > y->feature;
}

static void write_model(const char *path, const unsigned char *dictionary, uint32_t slots, kept_feature *kept,
                        size_t count) {
    size_t size = ORDER_HEADER + (size_t)slots * ORDER_DICTIONARY_BYTES + (size_t)WEIGHT_SLOTS * ORDER_WEIGHT_BYTES;
    unsigned char *file = must(calloc(size, 1)), *table = file + size - (size_t)WEIGHT_SLOTS * ORDER_WEIGHT_BYTES;
    float most = count ? fabsf(kept[count / 1000].weight) : 1; /* a few weights may be clipped */
    float scale = most / 127;
    for (size_t i = 0; i < count; i++) {
        uint32_t at = order_slot(order_weight_hash(kept[i].feature), WEIGHT_SLOTS);
        uint16_t check = order_weight_check(kept[i].feature);
        while (table[(size_t)at * 3] || table[(size_t)at * 3 + 1])
            at = (at + 1) % WEIGHT_SLOTS;
        float q = roundf(kept[i].weight / scale);
        q = q > 127 ? 127 : q < -127 ? -127 : q;
        table[(size_t)at * 3] = (unsigned char)check;
        table[(size_t)at * 3 + 1] = (unsigned char)(check >> 8);
        table[(size_t)at * 3 + 2] = (unsigned char)(signed char)q;
    }
    memcpy(file, "HENCEORD", 8);
    put_u32(file + 8, ORDER_VERSION);
    put_u32(file + 16, slots);
    put_u32(file + 20, WEIGHT_SLOTS);
    uint32_t bits;
    memcpy(&bits, &scale, sizeof bits);
    put_u32(file + 24, bits);
    memcpy(file + ORDER_HEADER, dictionary, (size_t)slots * ORDER_DICTIONARY_BYTES);
    put_u32(file + 12, order_checksum((str){(char *)file + 16, size - 16}));
    FILE *f = fopen(path, "wb");
    if (!f || fwrite(file, 1, size, f) != size || fclose(f)) {
        fprintf(stderr, "train_order: %s cannot be written\n", path);
        exit(1);
    }
    free(file);
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fputs("usage: train_order DATA OUT\nTrains the word-order model from DATA/sentences and DATA/syntax and writes "
              "the "
              "file OUT.\n",
              stderr);
        return 2;
    }
    static const char *const tagged[] = {"syntax/gum-train.tsv", "syntax/ewt-train.tsv"};
    static const char *const running[] = {"sentences/gum-train.jsonl", "sentences/ewt-train.jsonl",
                                          "causal/cnc_train.jsonl", "causal/altlex_train.jsonl"};
    lexis l = {.room = 1u << 19};
    l.slots = must(calloc(l.room, sizeof *l.slots));
    essays all = {0};
    hence_lexicon *lexicon = must(hence_lexicon_open(NULL, NULL));
    for (size_t i = 0; i < sizeof tagged / sizeof *tagged; i++)
        read_tags(&l, argv[1], tagged[i]);
    for (size_t i = 0; i < sizeof running / sizeof *running; i++)
        read_texts(&l.mem, lexicon, argv[1], running[i], &all);
    read_examples(&l.mem, lexicon, &all);
    for (size_t i = 0; i < all.count; i++)
        for (size_t k = 0; k < all.items[i].text.tokens.count; k++)
            word_of(&l, all.items[i].text.words[k].form)->running++;
    order_model model = {0};
    unsigned char *dictionary = make_dictionary(&l, &model.dictionary_slots);
    model.dictionary = dictionary;

    weights = must(calloc((size_t)1 << TABLE_BITS, sizeof *weights));
    squares = must(calloc((size_t)1 << TABLE_BITS, sizeof *squares));
    counts = must(calloc((size_t)1 << TABLE_BITS, sizeof *counts));
    uint32_t *seen = must(calloc((size_t)1 << TABLE_BITS, sizeof *seen)),
             number = 0; /* the last sentence of a feature */
    examples xs = {0};
    uint64_t f[ORDER_FEATURES];
    for (size_t i = 0; i < all.count; i++) {
        essay *e = &all.items[i];
        e->tokens = must(arena_new(&e->mem, order_token, e->text.tokens.count));
        for (size_t k = 0; k < e->text.tokens.count; k++)
            e->tokens[k] = order_token_of(&model, e->text.words[k].form, e->text.tokens.items[k].flags);
        for (size_t s = 0; s < e->text.sentences.count; s++) {
            const sentence *sent = &e->text.sentences.items[s];
            number++;
            for (uint32_t k = sent->first_token; k < sent->first_token + sent->token_count; k++) {
                example x = {.essay = (uint32_t)i, .sentence = (uint32_t)s};
                if (!repair_pair_at(&e->text, sent, k, &x.pair) ||
                    str_equal(e->text.words[x.pair.first].form, e->text.words[x.pair.second].form))
                    continue;
                *(example *)must(LIST_PUSH(&l.mem, &xs)) = x;
                repair_pair after;
                if (repair_pair_at(&e->text, sent, x.pair.end, &after) && after.first == x.pair.second &&
                    next_random() % 100 < TURNED) {
                    example three = x;
                    three.next = true;
                    three.late = next_random() & 1;
                    *(example *)must(LIST_PUSH(&l.mem, &xs)) = three;
                }
                for (int side = 0; side < 2; side++) {
                    size_t n = features_of(e, &x, side, f);
                    for (size_t q = 0; q < n; q++) {
                        size_t b = bucket(f[q]);
                        if (seen[b] != number && counts[b] < UINT16_MAX)
                            counts[b]++;
                        seen[b] = number;
                    }
                }
            }
        }
    }
    fprintf(stderr, "%zu pairs\n", xs.count);
    train(&all, &xs, SCOUT_PASSES, NULL, 0, NULL);

    /* Every feature once, the most telling first; then only those that are kept are trained, afresh. */
    LIST(kept_feature) kept = {0};
    for (size_t i = 0; i < xs.count; i++)
        for (int side = 0; side < 2; side++) {
            size_t n = features_of(&all.items[xs.items[i].essay], &xs.items[i], side, f);
            for (size_t q = 0; q < n; q++) {
                size_t b = bucket(f[q]);
                if (counts[b] < LEAST_COUNT)
                    continue;
                float worth = fabsf(weights[b]) * powf(counts[b], worth_power);
                *(kept_feature *)must(LIST_PUSH(&l.mem, &kept)) = (kept_feature){f[q], worth};
                counts[b] = 0;
            }
        }
    qsort(kept.items, kept.count, sizeof *kept.items, heavier_first);
    fprintf(stderr, "%zu features\n", kept.count);
    if (kept.count > KEPT)
        kept.count = KEPT;
    for (size_t i = 0; i < kept.count; i++)
        counts[bucket(kept.items[i].feature)] = UINT16_MAX;
    double *sums = must(calloc(kept.count + 1, sizeof *sums));
    for (int run = 0; run < RUNS; run++) {
        memset(weights, 0, sizeof *weights << TABLE_BITS);
        memset(squares, 0, sizeof *squares << TABLE_BITS);
        train(&all, &xs, PASSES, kept.items, kept.count, sums);
    }
    for (size_t i = 0; i < kept.count; i++)
        kept.items[i].weight = (float)(sums[i] / (RUNS * MOMENTS * (PASSES - 1)));
    free(sums);
    qsort(kept.items, kept.count, sizeof *kept.items, heavier_first);
    write_model(argv[2], dictionary, model.dictionary_slots, kept.items, kept.count);
    for (size_t i = 0; i < all.count; i++) {
        arena_free(&all.items[i].mem);
        hence_document_free(all.items[i].document);
    }
    hence_lexicon_free(lexicon);
    arena_free(&l.mem);
    free(l.slots);
    free(dictionary);
    free(weights);
    free(squares);
    free(counts);
    free(seen);
    return 0;
}
