#include <config.h>

#include "graph/concept.h"

/* Points for what two mentions share and against what one says alone; CONCEPT_SAME and CONCEPT_LOOSE (concept.h) are sums of these. */
enum { HEAD = 4, HEAD_NEAR = 2, WORD = 2, WORD_NEAR = 1, NAME = 2, DIRECTION = 1, ALL_SAID = 1, EQUAL = 2, UNSAID = -3 };

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

static bool words_equal(concept_term a, concept_term b) {
    return str_equal(a.key, b.key);
}

static bool words_near(concept_term a, concept_term b) {
    return a.near.len && str_equal(a.near, b.near);
}

/* How `b` says `word`, if only of its head ("risk" of "risk of floods"): WORD, WORD_NEAR, or 0. */
static int says(const concept *b, concept_term word) {
    if (words_equal(word, b->head) || (b->outer.key.len && words_equal(word, b->outer)))
        return WORD;
    int best = words_near(word, b->head) ? WORD_NEAR : 0;
    for (uint8_t i = 0; i < b->word_count && best < WORD; i++)
        best = words_equal(word, b->words[i]) ? WORD : words_near(word, b->words[i]) ? WORD_NEAR : best;
    return best;
}

bool concept_is_bare(const concept *c) {
    return c->word_count == 0 && c->name_count == 0;
}

static bool says_only_its_head(const concept *c) {
    return concept_is_bare(c) && !c->outer.key.len;
}

/* What `a` says, and `b` too. */
typedef struct {
    int points;
    uint8_t unsaid; /* words of `a` that `b` lacks */
    bool head;      /* `b` says the head of `a` */
} coverage;

static coverage cover(const concept *a, const concept *b) {
    coverage c = {0, 0, says(b, a->head) == WORD};
    for (uint8_t i = 0; i < a->word_count; i++) {
        int said = says(b, a->words[i]);
        c.points += said;
        c.unsaid = (uint8_t)(c.unsaid + !said);
    }
    for (uint8_t i = 0; i < a->name_count; i++) {
        bool said = holds(b->names, b->name_count, a->names[i]);
        c.points += said ? NAME : 0;
        c.unsaid = (uint8_t)(c.unsaid + !said);
    }
    return c;
}

bool concept_differ(const concept *a, const concept *b) {
    if (a->less != b->less || a->negated != b->negated || !names_agree(a, b))
        return true;
    return a->subject.key.len && b->subject.key.len && !words_equal(a->subject, b->subject) && !words_near(a->subject, b->subject);
}

int concept_compare(const concept *a, const concept *b) {
    if (a->head.key.len == 0 || b->head.key.len == 0)
        return CONCEPT_OTHER;
    if ((says_only_its_head(a) && words_equal(a->head, b->outer)) || (says_only_its_head(b) && words_equal(b->head, a->outer)))
        return CONCEPT_LOOSE; /* "the shortage" of doctors */
    if (concept_differ(a, b))
        return CONCEPT_OTHER;
    coverage ab = cover(a, b), ba = cover(b, a);
    bool all_of_a = !ab.unsaid && ab.head, all_of_b = !ba.unsaid && ba.head;
    bool crossed = (all_of_a && says(a, b->head) == WORD) || (all_of_b && says(b, a->head) == WORD); /* the parser took another word of the compound for the head */
    bool equal = words_equal(a->head, b->head) || crossed;
    if (!equal && !words_near(a->head, b->head))
        return CONCEPT_OTHER;
    int of_a = ab.points + UNSAID * ab.unsaid, of_b = ba.points + UNSAID * ba.unsaid;
    int points = (equal ? HEAD : HEAD_NEAR) + (of_a > of_b ? of_a : of_b); /* the better is that of the one that says less */
    bool directed = (a->more && b->more) || a->less || a->negated;
    if (directed)
        points += DIRECTION;
    if (!equal && !ab.unsaid && !ba.unsaid)
        points += ALL_SAID;
    if (all_of_a && all_of_b && a->more == b->more && (a->more || a->less || a->negated || !a->outer.key.len == !b->outer.key.len))
        points += EQUAL;
    int most = points;
    if ((ab.unsaid && ba.unsaid) || (!equal && !directed && !(a->name_count && b->name_count))) /* a port's programme is not its capacity */
        most = CONCEPT_NEAR;
    else if (a->name_count && b->name_count && a->name_count != b->name_count) /* parties are left unsaid */
        most = CONCEPT_LOOSE;
    return points < CONCEPT_OTHER ? CONCEPT_OTHER : points < most ? points : most;
}
