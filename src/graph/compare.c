#include <config.h>

#include "graph/concept.h"

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

/* The participants of one are those of the other, or some of them: "ties with Peru", "the partnership between Peru and Chile". */
static bool names_agree(const concept *a, const concept *b) {
    return subset(a->names, a->name_count, b->names, b->name_count) || subset(b->names, b->name_count, a->names, a->name_count);
}

/* `b` says `word`, if only of its head ("risk" of "risk of floods"). */
static bool says(const concept *b, str word) {
    return str_equal(word, b->head) || (b->outer.len && str_equal(word, b->outer)) || holds(b->words, b->word_count, word);
}

/* All that `a` says `b` says too. */
static bool within(const concept *a, const concept *b) {
    if (!says(b, a->head))
        return false;
    for (uint8_t i = 0; i < a->word_count; i++)
        if (!says(b, a->words[i]))
            return false;
    return subset(a->names, a->name_count, b->names, b->name_count);
}

static bool says_only_its_head(const concept *c) {
    return concept_is_bare(c) && !c->outer.len;
}

bool concept_is_bare(const concept *c) {
    return c->word_count == 0 && c->name_count == 0;
}

concept_match concept_compare(const concept *a, const concept *b) {
    if (a->head.len == 0 || b->head.len == 0)
        return CONCEPT_OTHER;
    if ((says_only_its_head(a) && str_equal(a->head, b->outer)) || (says_only_its_head(b) && str_equal(b->head, a->outer)))
        return CONCEPT_LOOSE; /* "the shortage" of doctors */
    if (a->less != b->less || a->negated != b->negated)
        return CONCEPT_OTHER;
    if (a->subject.len && b->subject.len && !str_equal(a->subject, b->subject))
        return CONCEPT_OTHER; /* who does it to whom */
    bool one_head = str_equal(a->head, b->head);
    bool turned = (a->clause || b->clause) && a->word_count && b->word_count; /* "homes are built", "house building" */
    bool wrapped = (a->outer.len && str_equal(a->outer, b->head)) || (b->outer.len && str_equal(b->outer, a->head)); /* "risk of floods", "flood risk" */
    if (!names_agree(a, b))
        return CONCEPT_OTHER;
    bool ab = within(a, b), ba = within(b, a);
    bool fewer = a->name_count && b->name_count && a->name_count != b->name_count; /* parties are left unsaid */
    bool whole = ab && ba && a->word_count && b->word_count; /* the same words in another order, as in damaged text */
    if ((ab && says(a, b->head)) || (ba && says(b, a->head))) /* each has the other's head: the parser took another word of the compound for it */
        one_head = true;
    if (!one_head && !turned && !wrapped && !whole)
        return CONCEPT_OTHER;
    if (ab && ba)
        return (a->more == b->more && (a->more || a->less || a->negated || !a->outer.len == !b->outer.len)) || a->word_count + a->name_count + b->word_count ? CONCEPT_SAME : CONCEPT_LOOSE;
    if (one_head && (ab || ba)) {
        const concept *shorter = ab ? a : b;
        return shorter->word_count + shorter->name_count > 0 && !fewer ? CONCEPT_SAME : CONCEPT_LOOSE;
    }
    bool near = one_head && concept_shared(a, b) > 2;
    return near ? CONCEPT_NEAR : CONCEPT_OTHER;
}

int concept_shared(const concept *a, const concept *b) {
    int n = str_equal(a->head, b->head) ? 2 : 0;
    for (uint8_t i = 0; i < a->word_count; i++)
        n += holds(b->words, b->word_count, a->words[i]);
    for (uint8_t i = 0; i < a->name_count; i++)
        n += holds(b->names, b->name_count, a->names[i]);
    return n;
}
