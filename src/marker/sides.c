/* sides: what the two clauses of a connective are like, by their words and tags: it tells senses apart ("as they fear eviction", "as the police moved in"). */
#include <config.h>

#include "marker/place.h"

/* A clause, roughly: what stands between the form and the next sign on that side, or the sentence before. */
typedef struct {
    const token *tokens; /* of its sentence */
    const lexicon_word *words;
    int from, end;
    int verb;    /* its finite verb next to the form, else its first verb; -1 for none */
    int subject; /* the last noun or pronoun before the verb; -1 for none */
    bool denied, modal, compared, counted;
} side;

enum { REACH = 30 };

static bool is_finite(const token *w) {
    return w->xpos == PENN_VBD || w->xpos == PENN_VBP || w->xpos == PENN_VBZ || w->xpos == PENN_MD;
}

static bool denies(str form) {
    static const str words[] = {STR("not"), STR("n't"), STR("no"), STR("never"), STR("little"), STR("few")};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_equal(form, words[i]))
            return true;
    return false;
}

/* The last of its finite verbs counts with `last`, else the first. */
static side read_side(const token *tokens, const lexicon_word *words, int from, int end, bool last) {
    side s = {.tokens = tokens, .words = words, .from = from, .end = end, .verb = -1, .subject = -1};
    int other = -1;
    for (int i = from; i < end; i++) {
        const token *w = &tokens[i];
        if (is_finite(w) && (s.verb < 0 || last))
            s.verb = i;
        if (word_is_verb(w) && other < 0)
            other = i;
        s.denied |= denies(words[i].form);
        s.modal |= w->xpos == PENN_MD;
        s.compared |= w->xpos == PENN_JJR || w->xpos == PENN_RBR || w->xpos == PENN_JJS;
        s.counted |= w->xpos == PENN_CD;
    }
    if (s.verb < 0)
        s.verb = other;
    for (int i = s.verb - 1; i >= from && s.subject < 0; i--)
        if (tokens[i].upos == UPOS_NOUN || tokens[i].upos == UPOS_PRON || tokens[i].upos == UPOS_PROPN)
            s.subject = i;
    return s;
}

/* The next sign from `at` on in the direction `step`, but not `at` itself. */
static int next_sign(const place *p, int at, int step) {
    for (int n = 0; at >= 0 && at < p->count && n < REACH; at += step, n++)
        if (n && place_is_punct(p, at))
            break;
    return at;
}

static bool opens_sentence(const place *p) {
    return p->begin <= 1;
}

static side right_side(const place *p) {
    return read_side(p->tokens, p->words, p->last, next_sign(p, p->last, 1), false);
}

/* Left of the form; where it opens the sentence, behind the clause that it opens, or in the sentence before. */
static side left_side(const place *p, const side *right) {
    if (!opens_sentence(p))
        return read_side(p->tokens, p->words, next_sign(p, p->begin - 1, -1) + 1, p->begin, true);
    if (str_equal(p->frame, (str)STR("sub")))
        return read_side(p->tokens, p->words, right->end < p->count ? right->end + 1 : p->count, p->count, false);
    if (p->sentence == 0)
        return read_side(p->tokens, p->words, 0, 0, false);
    const sentence *before = &p->text->sentences.items[p->sentence - 1];
    return read_side(p->text->tokens.items + before->first_token, p->text->words + before->first_token, 0, (int)before->token_count, false);
}

static str verb_kind(const side *s) {
    if (s->verb < 0)
        return (str)STR("-");
    const token *w = &s->tokens[s->verb];
    return w->upos == UPOS_AUX || w->xpos == PENN_MD ? s->words[s->verb].form : str_of(penn_name((penn)w->xpos));
}

static str subject_kind(const side *s) {
    if (s->subject < 0)
        return (str)STR("-");
    const token *w = &s->tokens[s->subject];
    return w->upos == UPOS_PRON ? s->words[s->subject].form : str_of(penn_name((penn)w->xpos));
}

static str pair_of(bool left, bool right) {
    static const str names[] = {STR("00"), STR("01"), STR("10"), STR("11")};
    return names[left * 2 + right];
}

/* How many content words of one stand in the other too. */
static int shared_words(const side *a, const side *b) {
    int shared = 0;
    for (int i = b->from; i < b->end; i++)
        for (int k = a->from; k < a->end && word_is_content(&b->tokens[i]); k++)
            if (str_equal(a->words[k].stem, b->words[i].stem)) {
                shared++;
                break;
            }
    return shared;
}

static void add_sides(place *p) {
    side right = right_side(p), left = left_side(p, &right);
    str none = {NULL, 0}, sign = opens_sentence(p) ? (str)STR("<") : place_is_punct(p, p->begin - 1) ? place_form(p, p->begin - 1) : (str)STR("-");
    place_add3(p, BOTH, "kinds", verb_kind(&left), verb_kind(&right), none);
    place_add3(p, BOTH, "kind right", verb_kind(&right), sign, none);
    place_add3(p, BOTH, "kind left", verb_kind(&left), sign, none);
    if (right.verb >= 0)
        place_add(p, JOINED, "verb right", right.words[right.verb].stem);
    if (left.verb >= 0)
        place_add(p, JOINED, "verb left", left.words[left.verb].stem);
    place_add(p, BOTH, "denied", pair_of(left.denied, right.denied));
    place_add(p, BOTH, "modal", pair_of(left.modal, right.modal));
    place_add3(p, BOTH, "compared", pair_of(left.compared, right.compared), pair_of(left.counted, right.counted), none);
    place_add3(p, BOTH, "subjects", subject_kind(&left), subject_kind(&right), none);
    place_add3(p, BOTH, "subject right", subject_kind(&right), sign, none);
    place_add(p, BOTH, "shared", place_distance(shared_words(&left, &right)));
    place_add3(p, BOTH, "lengths", place_distance((left.end - left.from) / 2), place_distance((right.end - right.from) / 2), sign);
}

void feature_sides(const text *t, uint32_t sentence, const candidate *c, feature_list *out) {
    place p = place_of(t, sentence, c, out);
    out->count = out->sense_count;
    add_sides(&p);
}

uint32_t feature_sense(uint32_t feature, const lexicon_entry *row) {
    return place_hash(feature, row->sense);
}
