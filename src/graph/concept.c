#include <config.h>

#include "graph/concept.h"

#include "base/utf8.h"

static void insert(str *list, uint8_t *count, str word) {
    uint8_t at = 0;
    while (at < *count && str_compare(list[at], word) < 0)
        at++;
    if ((at < *count && str_equal(list[at], word)) || *count == CONCEPT_WORDS)
        return;
    for (uint8_t k = *count; k > at; k--)
        list[k] = list[k - 1];
    list[at] = word;
    ++*count;
}

str concept_word(const analysis *a, stemmer *stems, arena *mem, const lexicon_entry *group, lexicon_word w) {
    if (group)
        return lexicon_cell(group, "group");
    const lexicon_entry *noun = lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, w);
    if (noun) {
        str verb = lexicon_cell(noun, "verb");
        lexicon_word v = {verb, stemmer_stem(stems, mem, verb)};
        const lexicon_entry *g = verb.len ? lexicon_find(a->lexicon, LEXICON_SYNONYMS, v) : NULL;
        if (g)
            return lexicon_cell(g, "group");
        if (verb.len)
            return v.stem;
    }
    const lexicon_entry *g = lexicon_find(a->lexicon, LEXICON_SYNONYMS, w);
    return g ? lexicon_cell(g, "group") : w.stem;
}

static bool is_content(const token *k) {
    switch (k->upos) {
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_VERB:
    case UPOS_ADJ:
    case UPOS_NUM:
        return true;
    case UPOS_NONE:
        return k->flags & TOKEN_WORD;
    default:
        return false;
    }
}

/* The parts of a hyphenated word are concepts of their own; names are looked up over the parts of neighbouring tokens ("Russia-North Korea"). */
typedef struct {
    lexicon_word words[4 * CONCEPT_WORDS];
    uint32_t tokens[4 * CONCEPT_WORDS];
    uint32_t count;
} parts;

static int read_parts(const analysis *a, stemmer *stems, arena *mem, phrase core, parts *out) {
    out->count = 0;
    for (uint32_t i = core.first; i < core.end; i++) {
        lexicon_word whole = a->text->words[i];
        str rest = whole.form, head;
        bool more = str_cut(rest, '-', &head, &rest);
        if (!more || a->text->tokens.items[i].flags & TOKEN_PUNCT) {
            if (out->count == 4 * CONCEPT_WORDS)
                return 0;
            out->words[out->count] = whole;
            out->tokens[out->count++] = i;
            continue;
        }
        for (;; more = str_cut(rest, '-', &head, &rest)) {
            if (head.len && out->count < 4 * CONCEPT_WORDS) {
                lexicon_word w = {head, stemmer_stem(stems, mem, head)};
                if (!w.stem.data)
                    return -1;
                out->words[out->count] = w;
                out->tokens[out->count++] = i;
            }
            if (!more)
                break;
        }
    }
    return 0;
}

int concept_read(const analysis *a, stemmer *stems, arena *mem, const tree *t, phrase core, concept *out) {
    *out = (concept){0};
    parts p;
    if (read_parts(a, stems, mem, core, &p) < 0)
        return -1;
    uint32_t head = core.head != NONE && core.head >= core.first && core.head < core.end ? core.head : core.end - 1;
    out->clause = tree_at(t, head)->upos == UPOS_VERB;
    out->shell = a->notes[head].flags & NOTE_SHELL;
    out->derived = lexicon_find(a->lexicon, LEXICON_NOMINALISATIONS, a->text->words[head]) != NULL;
    for (uint32_t i = 0; i < p.count;) {
        uint32_t token_at = p.tokens[i];
        const token *k = tree_at(t, token_at);
        const note *n = &a->notes[token_at];
        lexicon_match m;
        if (k->flags & TOKEN_CAPITAL && lexicon_match_at(a->lexicon, LEXICON_NAMES, p.words, p.count, i, &m, 1)) {
            insert(out->names, &out->name_count, lexicon_cell(m.entry, "name"));
            i = m.words[m.word_count - 1] + 1;
            continue;
        }
        if (n->negator == 1)
            out->negated = !out->negated;
        if (is_content(k)) {
            str c = concept_word(a, stems, mem, n->group, p.words[i]);
            bool more = n->change == CHANGE_INCREASE, less = n->change == CHANGE_DECREASE;
            out->less ^= less;
            if (token_at == head)
                out->head = c;
            else if (k->upos == UPOS_PROPN && k->flags & TOKEN_CAPITAL && token_at != t->first)
                insert(out->names, &out->name_count, p.words[i].stem);
            else if (!more && !less)
                insert(out->words, &out->word_count, c);
        }
        i++;
    }
    if (out->head.len == 0)
        out->head = a->text->words[head].stem;
    /* what stands before the core */
    for (uint32_t i = core.first; i > t->first && core.first - i < 4;) {
        i--;
        const token *k = tree_at(t, i);
        if (a->notes[i].negator == 1)
            out->negated = !out->negated;
        if (k->upos == UPOS_DET || k->xpos == PENN_DT) {
            out->demonstrative = a->notes[i].flags & NOTE_DEMONSTRATIVE;
            out->definite = out->demonstrative || a->notes[i].flags & NOTE_DEFINITE;
            break;
        }
        if (k->upos != UPOS_ADJ && k->upos != UPOS_ADV && k->upos != UPOS_NOUN)
            break;
    }
    for (uint32_t i = core.first; i < head; i++) /* "such measures" */
        out->demonstrative |= (a->notes[i].flags & NOTE_DEMONSTRATIVE) != 0;
    return 0;
}

static bool holds(const str *list, uint8_t count, str word) {
    for (uint8_t i = 0; i < count; i++)
        if (str_equal(list[i], word))
            return true;
    return false;
}

static bool subset(const str *a, uint8_t n, const str *b, uint8_t m) {
    for (uint8_t i = 0; i < n; i++)
        if (!holds(b, m, a[i]))
            return false;
    return true;
}

static bool names_agree(const concept *a, const concept *b) {
    return subset(a->names, a->name_count, b->names, b->name_count) || subset(b->names, b->name_count, a->names, a->name_count);
}

/* All that `a` says `b` says too. */
static bool within(const concept *a, const concept *b) {
    bool head = str_equal(a->head, b->head) || holds(b->words, b->word_count, a->head);
    if (!head)
        return false;
    for (uint8_t i = 0; i < a->word_count; i++)
        if (!str_equal(a->words[i], b->head) && !holds(b->words, b->word_count, a->words[i]))
            return false;
    return subset(a->names, a->name_count, b->names, b->name_count);
}

concept_match concept_compare(const concept *a, const concept *b) {
    if (a->less != b->less || a->negated != b->negated || a->head.len == 0 || b->head.len == 0)
        return CONCEPT_OTHER;
    bool one_head = str_equal(a->head, b->head);
    bool turned = a->clause != b->clause && a->word_count && b->word_count; /* "partnership formalised", "formalisation of a partnership" */
    if (!one_head && !turned)
        return CONCEPT_OTHER;
    bool ab = within(a, b), ba = within(b, a);
    if (ab && ba)
        return CONCEPT_SAME;
    if (one_head && (ab || ba)) {
        const concept *shorter = ab ? a : b;
        return shorter->word_count + shorter->name_count > 0 ? CONCEPT_SAME : CONCEPT_LOOSE;
    }
    if (one_head && names_agree(a, b) && (a->word_count == 0 || b->word_count == 0))
        return CONCEPT_LOOSE;
    return CONCEPT_OTHER;
}

int concept_shared(const concept *a, const concept *b) {
    int n = str_equal(a->head, b->head) ? 2 : 0;
    for (uint8_t i = 0; i < a->word_count; i++)
        n += holds(b->words, b->word_count, a->words[i]);
    for (uint8_t i = 0; i < a->name_count; i++)
        n += holds(b->names, b->name_count, a->names[i]);
    return n;
}
