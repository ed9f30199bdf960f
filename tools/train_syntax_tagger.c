#include <config.h>

#include "train_syntax.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- the tags: the commonest pairs */

typedef struct {
    uint32_t count[UPOS_COUNT][PENN_COUNT];
    uint8_t tag[UPOS_COUNT][PENN_COUNT]; /* from 1 */
    joint_tag tags[MODEL_CLASSES];
    uint32_t tag_count;
} tag_set;

static void choose_tags(const corpus *in, tag_set *set) {
    memset(set, 0, sizeof *set);
    for (size_t i = 0; i < in->count; i++)
        for (uint32_t k = 0; k < in->items[i].count; k++)
            set->count[in->items[i].tokens[k].upos][in->items[i].tokens[k].xpos]++;
    while (set->tag_count < MODEL_CLASSES - 1) {
        uint32_t best = 0;
        joint_tag tag = {0};
        for (unsigned u = 1; u < UPOS_COUNT; u++)
            for (unsigned x = 0; x < PENN_COUNT; x++)
                if (set->count[u][x] > best && !set->tag[u][x]) {
                    best = set->count[u][x];
                    tag = (joint_tag){(uint8_t)u, (uint8_t)x};
                }
        if (!best)
            break;
        set->tags[set->tag_count++] = tag;
        set->tag[tag.upos][tag.xpos] = (uint8_t)set->tag_count;
    }
    /* A rare pair counts as the commonest with its part of speech. */
    for (unsigned u = 1; u < UPOS_COUNT; u++)
        for (unsigned x = 0; x < PENN_COUNT; x++)
            for (uint32_t t = 0; t < set->tag_count && !set->tag[u][x]; t++)
                if (set->tags[t].upos == u)
                    set->tag[u][x] = (uint8_t)(t + 1);
}

/* ---- the lexicon */

typedef struct {
    uint32_t fold, total;
    uint32_t counts[MODEL_CLASSES]; /* by tag - 1 */
} entry;

static int by_fold(const void *a, const void *b) {
    uint32_t x = ((const entry *)a)->fold, y = ((const entry *)b)->fold;
    return (x > y) - (x < y);
}

enum { KNOWN_FROM = 2, AMBIGUITY_FROM = 3, FIXED_FROM = 30 };

/* The tags that make at least a twentieth of the word's, hashed. */
static uint16_t ambiguity(const entry *e) {
    uint32_t h = 2166136261u;
    for (unsigned t = 0; t < MODEL_CLASSES; t++)
        if (e->counts[t] * 20 >= e->total)
            h = (h ^ (t + 1)) * 16777619u;
    h ^= h >> 16;
    return (uint16_t)(h & 0xFFFF ? h & 0xFFFF : 1);
}

static uint8_t fixed_tag(const entry *e) {
    for (unsigned t = 0; t < MODEL_CLASSES; t++)
        if (e->total >= FIXED_FROM && (uint64_t)e->counts[t] * 1000 >= (uint64_t)e->total * 995)
            return (uint8_t)(t + 1);
    return 0;
}

/* What the lexicon tells of a word's place in a clause. */
static uint8_t role(const entry *e, const tag_set *set) {
    uint32_t finite = 0, opens = 0;
    for (uint32_t t = 0; t < set->tag_count; t++) {
        uint8_t x = set->tags[t].xpos;
        if (x == PENN_VBD || x == PENN_VBP || x == PENN_VBZ || x == PENN_MD)
            finite += e->counts[t];
        if (set->tags[t].upos == UPOS_SCONJ || x == PENN_WDT || x == PENN_WP || x == PENN_WRB)
            opens += e->counts[t];
    }
    uint32_t share = finite * 100 / e->total;
    return (uint8_t)((share < 5    ? 0
                      : share < 30 ? 1
                      : share < 70 ? 2
                                   : 3) |
                     (opens * 2 > e->total ? ROLE_OPENS : 0) | (e->total < 10 ? ROLE_SELDOM : 0));
}

static void write_lexicon(const corpus *in, const tag_set *set, buf *out) {
    uint32_t room = 1u << 18, count = 0;
    entry *entries = calloc(room, sizeof *entries);
    if (!entries)
        exit(1);
    for (size_t i = 0; i < in->count; i++)
        for (uint32_t k = 0; k < in->items[i].count; k++) {
            const corpus_token *t = &in->items[i].tokens[k];
            uint32_t fold = word_read(t->form, t->folded).fold, at = fold & (room - 1);
            while (entries[at].total && entries[at].fold != fold)
                at = (at + 1) & (room - 1);
            entries[at].fold = fold;
            entries[at].total++;
            entries[at].counts[set->tag[t->upos][t->xpos] - 1]++;
        }
    for (uint32_t i = 0; i < room; i++)
        if (entries[i].total >= KNOWN_FROM)
            entries[count++] = entries[i];
    qsort(entries, count, sizeof *entries, by_fold);
    uint32_t places = count * 3 / 2 + 8;
    tagger_entry *slots = calloc(places + count + 1, sizeof *slots);
    if (!slots)
        exit(1);
    uint32_t next = 0;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t at = model_place(entries[i].fold, places);
        next = at > next ? at : next;
        slots[next++] = (tagger_entry){.key = entries[i].fold,
                                       .ambiguity = entries[i].total >= AMBIGUITY_FROM ? ambiguity(&entries[i]) : 0,
                                       .tag = fixed_tag(&entries[i]),
                                       .role = role(&entries[i], set)};
    }
    uint32_t slot_count = (next > places ? next : places) + 1;
    uint32_t sizes[4] = {set->tag_count, places, slot_count, 0};
    section_add(out, sizes, sizeof sizes);
    section_add(out, set->tags, sizeof set->tags);
    section_add(out, slots, slot_count * sizeof *slots);
    free(slots);
    free(entries);
}

/* ---- training */

/* In so many words of a hundred, and of those seen seldom, the form is hidden, so that classes, affixes and neighbours learn to tag the many words that
 * the training text lacks. */
enum { HIDDEN = 10, HIDDEN_SELDOM = 35 };

static bool open_class(unsigned tag) {
    return tag == UPOS_NOUN || tag == UPOS_VERB || tag == UPOS_ADJ || tag == UPOS_ADV || tag == UPOS_PROPN;
}

/* One pass over the sentences in the order given. Gives the number of words tagged wrongly. */
static size_t pass(const dictionary *d, const tagger *lexicon, const tag_set *set, const corpus *in,
                   const uint32_t *order, perceptron *p, uint64_t *seed) {
    syntax_word *words = NULL;
    size_t wrong = 0;
    for (size_t i = 0; i < in->count; i++) {
        const corpus_sentence *s = &in->items[order[i]];
        words = realloc(words, s->count * sizeof *words);
        if (!words)
            exit(1);
        corpus_words(s, d, words);
        tagger_look_up(lexicon, words, s->count);
        for (uint32_t k = 0; k < s->count; k++)
            if (corpus_random(seed) % 100 < (words[k].seldom ? HIDDEN_SELDOM : HIDDEN) && open_class(s->tokens[k].upos))
                tagger_guess(lexicon, &words[k]);
        tagger_look_ahead(words, s->count);
        for (uint32_t k = 0; k < s->count; k++) {
            tagger_look_back(words, k);
            if (words[k].tag) {
                words[k].xpos = set->tags[words[k].tag - 1].xpos;
                continue;
            }
            uint32_t features[TAGGER_FEATURES];
            int32_t scores[MODEL_CLASSES] = {0};
            size_t n = tagger_features(words, s->count, k, features);
            perceptron_score(p, features, n, scores);
            unsigned best = 0, truth = set->tag[s->tokens[k].upos][s->tokens[k].xpos] - 1u;
            for (unsigned c = 1; c < set->tag_count; c++)
                if (scores[c] > scores[best])
                    best = c;
            perceptron_tick(p);
            if (best != truth) {
                perceptron_update(p, features, n, truth, best);
                wrong++;
            }
            words[k].tag = (uint8_t)(best + 1);
            words[k].xpos = set->tags[best].xpos;
        }
    }
    free(words);
    return wrong;
}

str train_tagger(const dictionary *d, const corpus *tags, const corpus *plain, const corpus *all, unsigned passes,
                 double clip, const char *name) {
    static tag_set set;
    choose_tags(tags, &set);
    buf sections = {0}, empty = {0};
    write_lexicon(plain, &set, &sections);
    buf_add(&empty, buf_str(&sections));
    perceptron *p = perceptron_new();
    perceptron_write(p, (table_options){0}, NULL, &empty);
    str lexicon_file = model_file(MODEL_TAGGER, &empty);
    tagger lexicon;
    if (tagger_open(lexicon_file, &lexicon, NULL))
        exit(1);
    uint32_t *order = train_order(all->count);
    uint64_t seed = 1;
    for (unsigned i = 0; i < passes; i++) {
        train_shuffle(order, all->count, &seed);
        size_t wrong = pass(d, &lexicon, &set, all, order, p, &seed);
        fprintf(stderr, "%s: pass %u, %zu wrong\n", name, i + 1, wrong);
    }
    free(order);
    perceptron_write(p, (table_options){.min_updates = 12, .clip = clip}, name, &sections);
    perceptron_free(p);
    free((char *)lexicon_file.data);
    return model_file(MODEL_TAGGER, &sections);
}

enum { FOLDS = 5 };

static uint32_t fold_of(const corpus *plain, uint32_t origin) {
    return (uint32_t)((uint64_t)origin * FOLDS / plain->count);
}

/* The sentences that were not made from those of one fold. */
static corpus without(arena *mem, const corpus *in, const corpus *plain, uint32_t fold) {
    corpus out = {0};
    for (size_t i = 0; i < in->count; i++)
        if (fold_of(plain, in->items[i].origin) != fold)
            *LIST_PUSH(mem, &out) = in->items[i];
    return out;
}

static void tag_fold(const dictionary *d, const tagger *m, const tagger *final, const corpus *plain, const corpus *all,
                     uint32_t fold, syntax_word *words) {
    for (size_t i = 0; i < all->count; words += all->items[i++].count) {
        const corpus_sentence *s = &all->items[i];
        if (fold_of(plain, s->origin) != fold)
            continue;
        corpus_words(s, d, words);
        tagger_tag(m, words, s->count);
        for (uint32_t k = 0; k < s->count; k++) {
            syntax_word looked = words[k];
            tagger_look_up(final, &looked, 1);
            words[k].known = looked.known;
        }
    }
}

syntax_word *train_tagged(arena *mem, const dictionary *d, const tagger *final, const corpus *plain, const corpus *all,
                          unsigned passes) {
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i].count;
    syntax_word *words = malloc((count + 1) * sizeof *words);
    if (!words)
        exit(1);
    for (uint32_t fold = 0; fold < FOLDS; fold++) {
        char name[32];
        snprintf(name, sizeof name, "tagger without fold %u", fold + 1);
        corpus some_plain = without(mem, plain, plain, fold), some = without(mem, all, plain, fold);
        str file = train_tagger(d, plain, &some_plain, &some, passes, 0.0001, name);
        tagger m;
        if (tagger_open(file, &m, NULL))
            exit(1);
        tag_fold(d, &m, final, plain, all, fold, words);
        free((char *)file.data);
    }
    return words;
}
