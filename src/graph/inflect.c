#include <config.h>

#include "graph/inflect.h"

static bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

static bool ends(str s, const char *tail) {
    str t = str_of(tail);
    return s.len >= t.len && str_equal(str_slice(s, s.len - t.len, s.len), t);
}

static str cut(str s, size_t tail) {
    return str_slice(s, 0, s.len - tail);
}

/* A short verb that doubles its last letter: ban, stop. */
static bool doubles(str base) {
    if (base.len < 3 || base.len > 5)
        return false;
    char last = base.data[base.len - 1];
    size_t vowels = 0;
    for (size_t i = 0; i < base.len; i++)
        vowels += is_vowel(base.data[i]);
    return vowels == 1 && is_vowel(base.data[base.len - 2]) && !is_vowel(last) && last != 'w' && last != 'x' && last != 'y';
}

/* The lemma of an irregular form of a verb, or empty. */
static str lemma_of(const hence_lexicon *lexicon, str form) {
    const lexicon_entry *e = lexicon_find(lexicon, LEXICON_IRREGULAR, (lexicon_word){form, form});
    bool verb = lexicon_says(e, "pos", "verb");
    return verb ? lexicon_cell(e, "lemma") : (str){NULL, 0};
}

/* The past participle of an irregular verb, or empty. Where its past tense has a row too, the participle is the one in -n. */
static str irregular_past(const hence_lexicon *lexicon, str base) {
    size_t n;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_IRREGULAR, &n);
    str best = {NULL, 0};
    for (size_t i = 0; i < n; i++) {
        str form = rows[i].form;
        if (!str_equal(lexicon_cell(&rows[i], "lemma"), base) || !lexicon_says(&rows[i], "pos", "verb") || ends(form, "ing") ||
            ends(form, "s"))
            continue;
        bool better = !best.len || ends(form, "n") || ends(form, "ne") || (!ends(best, "n") && !ends(best, "ne"));
        if (better)
            best = form;
    }
    return best;
}

static str known_gerund(const hence_lexicon *lexicon, str base) {
    size_t n;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_IRREGULAR, &n);
    for (size_t i = 0; i < n; i++)
        if (ends(rows[i].form, "ing") && str_equal(lexicon_cell(&rows[i], "lemma"), base))
            return rows[i].form;
    return (str){NULL, 0};
}

static str known_participle(const hence_lexicon *lexicon, str base) {
    size_t n;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_NOMINALISATIONS, &n);
    for (size_t i = 0; i < n; i++) {
        str past = lexicon_cell(&rows[i], "participle");
        if (past.len && str_equal(lexicon_cell(&rows[i], "verb"), base))
            return past;
    }
    return irregular_past(lexicon, base);
}

/* The base of a finite form. */
static str base_of(const hence_lexicon *lexicon, arena *mem, str form, penn tag) {
    str lemma = lemma_of(lexicon, form);
    if (lemma.len)
        return lemma;
    if (tag != PENN_VBZ || !ends(form, "s") || ends(form, "ss"))
        return form;
    if (ends(form, "ies") && form.len > 4)
        return arena_print(mem, "%.*sy", (int)(form.len - 3), form.data);
    if (ends(form, "sses") || ends(form, "shes") || ends(form, "ches") || ends(form, "xes") || ends(form, "oes"))
        return cut(form, 2);
    return cut(form, 1);
}

/* What the nouns made from a verb say of it. */
typedef enum { NOUNS_NONE, NOUNS_OF_DOER, NOUNS_OF_OBJECT } noun_complement;

static noun_complement complement_of(const hence_lexicon *lexicon, arena *mem, str form) {
    str lemma = lemma_of(lexicon, form), stem = ends(form, "ing") ? cut(form, 3) : ends(form, "s") ? cut(form, 1) : form;
    str whole = arena_print(mem, "%.*se", STR_ARG(stem));
    size_t n;
    const lexicon_entry *rows = lexicon_entries(lexicon, LEXICON_NOMINALISATIONS, &n);
    noun_complement found = NOUNS_NONE;
    for (size_t i = 0; i < n; i++) {
        str verb = lexicon_cell(&rows[i], "verb");
        if (!str_equal(verb, stem) && !str_equal(verb, whole) && !(lemma.len && str_equal(verb, lemma)))
            continue;
        if (lexicon_cell(&rows[i], "participle").len)
            return NOUNS_OF_OBJECT;
        found = NOUNS_OF_DOER;
    }
    return found;
}

bool inflect_is_intransitive(const hence_lexicon *lexicon, arena *mem, str form) {
    return complement_of(lexicon, mem, form) == NOUNS_OF_DOER;
}

bool inflect_is_transitive(const hence_lexicon *lexicon, arena *mem, str form) {
    return complement_of(lexicon, mem, form) == NOUNS_OF_OBJECT;
}

str inflect_participle(const hence_lexicon *lexicon, arena *mem, str form, penn tag) {
    if (tag == PENN_VBN || ends(form, "ed"))
        return form;
    str base = base_of(lexicon, mem, form, tag);
    if (tag == PENN_VBG && ends(form, "ing") && form.len > 5) {
        str stem = cut(form, 3), whole = arena_print(mem, "%.*se", STR_ARG(stem));
        str past = known_participle(lexicon, whole.data ? whole : stem);
        if (!past.len)
            past = known_participle(lexicon, stem);
        if (!past.len && stem.len > 2 && stem.data[stem.len - 1] == stem.data[stem.len - 2])
            past = irregular_past(lexicon, cut(stem, 1));
        return past.len ? past : arena_print(mem, "%.*sed", STR_ARG(stem));
    }
    str past = known_participle(lexicon, base);
    if (past.len || !base.len)
        return past.len ? past : form;
    if (tag == PENN_VBD)
        return form; /* the same as the participle where nothing else is known: put, cut */
    if (ends(base, "e"))
        return arena_print(mem, "%.*sd", STR_ARG(base));
    if (ends(base, "y") && base.len > 2 && !is_vowel(base.data[base.len - 2]))
        return arena_print(mem, "%.*sied", (int)(base.len - 1), base.data);
    if (doubles(base))
        return arena_print(mem, "%.*s%ced", STR_ARG(base), base.data[base.len - 1]);
    return arena_print(mem, "%.*sed", STR_ARG(base));
}

str inflect_gerund(const hence_lexicon *lexicon, arena *mem, str form, penn tag) {
    if (tag == PENN_VBG || ends(form, "ing"))
        return form;
    str base = base_of(lexicon, mem, form, tag);
    if ((tag == PENN_VBD || tag == PENN_VBN) && str_equal(base, form) && ends(form, "ed"))
        return ends(form, "ied") ? arena_print(mem, "%.*sying", (int)(form.len - 3), form.data)
                                 : arena_print(mem, "%.*sing", (int)(form.len - 2), form.data);
    str known = known_gerund(lexicon, base);
    if (known.len)
        return known;
    if (ends(base, "ie"))
        return arena_print(mem, "%.*sying", (int)(base.len - 2), base.data);
    if (ends(base, "e") && base.len > 2 && !ends(base, "ee") && !ends(base, "oe") && !ends(base, "ye"))
        return arena_print(mem, "%.*sing", (int)(base.len - 1), base.data);
    str past = known_participle(lexicon, base);
    bool doubled = past.len == base.len + 3 && ends(past, "ed") && past.data[base.len] == base.data[base.len - 1];
    if (doubled || doubles(base))
        return arena_print(mem, "%.*s%cing", STR_ARG(base), base.data[base.len - 1]);
    return arena_print(mem, "%.*sing", STR_ARG(base));
}
