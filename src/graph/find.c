#include <config.h>

#include "graph/find.h"

#include <string.h>

#include "base/error.h"
#include "base/utf8.h"

enum { QUERY_WORDS = 16 };

typedef struct {
    str stem, group; /* the group is the stem where there is none */
    bool seen;
} wanted;

typedef struct {
    const hence_lexicon *lexicon;
    stemmer *stems;
    arena mem;
    wanted words[QUERY_WORDS];
    size_t count;
    bool failed;
} finder;

/* The next run of letters and digits of a folded text; empty at its end. */
static str next_word(str text, size_t *at) {
    size_t start = *at, end = *at;
    bool inside = false;
    while (*at < text.len) {
        size_t before = *at;
        if (utf8_is_word(utf8_next(text, at))) {
            start = inside ? start : before;
            end = *at;
            inside = true;
        } else if (inside) {
            break;
        }
    }
    return inside ? str_slice(text, start, end) : (str){0};
}

static wanted read_word(finder *f, str form) {
    wanted w = {.stem = stemmer_stem(f->stems, &f->mem, form)};
    f->failed |= !w.stem.data;
    const lexicon_entry *group = lexicon_find(f->lexicon, LEXICON_SYNONYMS, (lexicon_word){form, w.stem});
    w.group = group ? lexicon_cell(group, "group") : w.stem;
    return w;
}

static bool names_nothing(const finder *f, str form) {
    return lexicon_find(f->lexicon, LEXICON_FUNCTION, (lexicon_word){form, form}) != NULL;
}

/* The words of the question; function words only where there is nothing else. */
static void read_question(finder *f, str folded, bool function_words) {
    f->count = 0;
    size_t at = 0;
    for (str form; (form = next_word(folded, &at)).len && f->count < QUERY_WORDS;)
        if (function_words || !names_nothing(f, form))
            f->words[f->count++] = read_word(f, form);
}

static bool has_all(finder *f, str text, bool by_group) {
    str folded = utf8_fold(&f->mem, text);
    if (!folded.data) {
        f->failed = true;
        return false;
    }
    size_t at = 0, seen = 0;
    for (size_t i = 0; i < f->count; i++)
        f->words[i].seen = false;
    for (str form; seen < f->count && (form = next_word(folded, &at)).len;) {
        wanted w = read_word(f, form);
        for (size_t i = 0; i < f->count; i++)
            if (!f->words[i].seen && str_equal(by_group ? w.group : w.stem, by_group ? f->words[i].group : f->words[i].stem)) {
                f->words[i].seen = true;
                seen++;
            }
    }
    return seen == f->count;
}

static size_t mark(finder *f, const hence_map *map, bool *named, bool by_group) {
    size_t count = 0;
    for (size_t i = 0; i < map->claims.count && !f->failed; i++) {
        const claim *c = &map->claims.items[i];
        arena scratch = {0}, kept = f->mem;
        f->mem = scratch; /* what a claim's words take is given back at once */
        bool has = has_all(f, c->label, by_group);
        for (size_t k = 0; !has && k < c->mentions.count; k++)
            has = has_all(f, document_str(map->document, c->mentions.items[k].span), by_group);
        arena_free(&f->mem);
        f->mem = kept;
        named[i] = has;
        count += has;
    }
    return count;
}

uint32_t find_id(str id, char letter, size_t count) {
    size_t number = 0;
    if (id.len < 2 || id.data[0] != letter || id.data[1] == '0')
        return NONE;
    for (size_t i = 1; i < id.len; i++) {
        if (id.data[i] < '0' || id.data[i] > '9' || number > count)
            return NONE;
        number = number * 10 + (size_t)(id.data[i] - '0');
    }
    return number <= count ? (uint32_t)number - 1 : NONE;
}

int find_claims(const hence_map *map, str words, bool *named, size_t *count, hence_error *err) {
    finder f = {.lexicon = map->lexicon};
    memset(named, 0, map->claims.count);
    *count = 0;
    words = str_trim(words);
    uint32_t id = find_id(words, 'c', map->claims.count);
    if (id != NONE) {
        named[id] = true;
        *count = 1;
        return 0;
    }
    if (!(f.stems = stemmer_new(map->lexicon, err)))
        return -1;
    str folded = utf8_fold(&f.mem, words);
    f.failed = !folded.data;
    bool several = folded.data && memchr(folded.data, ' ', folded.len); /* one word asks for all that is about it */
    for (size_t i = 0; several && i < map->claims.count && !f.failed && !*count; i++) {
        str label = utf8_fold(&f.mem, map->claims.items[i].label);
        f.failed = !label.data;
        *count = named[i] = str_equal(label, folded);
    }
    if (!f.failed && !*count) {
        read_question(&f, folded, false);
        if (!f.count)
            read_question(&f, folded, true);
    }
    if (f.count && !f.failed && !*count)
        *count = mark(&f, map, named, false);
    if (f.count && !f.failed && !*count)
        *count = mark(&f, map, named, true);
    stemmer_free(f.stems);
    arena_free(&f.mem);
    return f.failed ? error_memory(err) : 0;
}
