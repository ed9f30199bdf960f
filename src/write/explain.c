#include <config.h>

#include <stdlib.h>

#include "base/error.h"
#include "graph/concept.h"
#include "graph/find.h"
#include "write/label.h"
#include "write/reasons.h"
#include "write/words.h"
#include "write/write.h"

/* ---- a claim */

/* What a mention speaks of: its content words, each with the concept by which it is compared. */
typedef struct {
    struct {
        str concept;
        uint32_t token;
    } words[CONCEPT_WORDS];
    size_t count;
} bag;

typedef struct {
    explainer *x;
    arena mem;
    stemmer *stems;
    analysis a; /* lexicon, text and notes alone */
} comparer;

static int fill_bag(comparer *c, const mention *m, bag *out) {
    const text *t = &c->x->map->text;
    out->count = 0;
    for (uint32_t i = m->core.first; i < m->core.end && out->count < CONCEPT_WORDS; i++) {
        upos u = (upos)t->tokens.items[i].upos;
        if (u != UPOS_NOUN && u != UPOS_PROPN && u != UPOS_VERB && u != UPOS_ADJ && u != UPOS_NUM)
            continue;
        str concept = concept_word(&c->a, c->stems, &c->mem, c->a.notes[i].group, t->words[i]).key;
        if (!concept.data)
            return -1;
        out->words[out->count].concept = concept;
        out->words[out->count++].token = i;
    }
    return 0;
}

static str word_at(const comparer *c, uint32_t token) {
    return document_str(c->x->map->document, c->x->map->text.tokens.items[token].span);
}

/* Tells the words of `b` that `a` has too: “closures”, “firms” (as “companies”). Gives how many. */
static size_t tell_shared(comparer *c, const bag *a, const bag *b, bool tell) {
    size_t told = 0;
    for (size_t i = 0; i < b->count; i++)
        for (size_t k = 0; k < a->count; k++) {
            if (!str_equal(a->words[k].concept, b->words[i].concept))
                continue;
            if (tell) {
                buf_text(&c->x->plain, told ? ", " : "");
                words_quote(&c->x->plain, word_at(c, b->words[i].token), 60);
                const text *t = &c->x->map->text;
                if (!str_equal(t->words[a->words[k].token].stem, t->words[b->words[i].token].stem)) {
                    buf_text(&c->x->plain, " (as ");
                    words_quote(&c->x->plain, word_at(c, a->words[k].token), 60);
                    buf_text(&c->x->plain, ")");
                }
            }
            told++;
            break;
        }
    return told;
}

static int tell_join(comparer *c, const claim *one, size_t at) {
    buf *plain = &c->x->plain;
    const mention *m = &one->mentions.items[at];
    buf_print(plain, "s%u: ", m->sentence + 1);
    words_quote(plain, document_str(c->x->map->document, m->span), 300);
    if (m->attribution.len) {
        buf_text(plain, ", says ");
        label_plain(plain, m->attribution, 80);
    }
    if (m->join == JOIN_STANDS_FOR)
        buf_text(plain, ": stands for what was said just before");
    else if (m->join == JOIN_BACK)
        buf_text(plain, ": points back to what was named before");
    else if (m->join == JOIN_NAMED)
        buf_text(plain, ": says what it is");
    else if (m->join == JOIN_LESS)
        buf_text(plain, ": says that there is less of it, or none");
    else if (m->join == JOIN_LOOSE)
        buf_text(plain, ": is about the same thing, and nothing speaks against their being one");
    bag mine, other, best = {.count = 0};
    size_t most = 0;
    if (m->join != JOIN_FIRST && fill_bag(c, m, &mine) < 0)
        return -1;
    for (size_t i = 0; m->join != JOIN_FIRST && i < one->mentions.count; i++) {
        if (i == at)
            continue;
        if (fill_bag(c, &one->mentions.items[i], &other) < 0)
            return -1;
        size_t shared = tell_shared(c, &other, &mine, false);
        if (shared > most) {
            most = shared;
            best = other;
        }
    }
    if (most) {
        buf_text(plain, m->join == JOIN_SAME ? ": says the same as another mention, or a part of it: both have " : "; both have ");
        tell_shared(c, &best, &mine, true);
    }
    buf_char(plain, '.');
    explain_line(c->x, 4);
    return 0;
}

static void tell_links(explainer *x, uint32_t claim, bool out) {
    for (uint32_t i = 0; i < x->map->links.count; i++) {
        const claim_link *l = &x->map->links.items[i];
        if ((out ? l->source : l->target) != claim)
            continue;
        buf_print(&x->plain, "l%u: %sit ", i + 1, out && l->less ? "less of " : "");
        if (out)
            words_active(&x->plain, l);
        else {
            buf_text(&x->plain, "is ");
            words_passive(&x->plain, l);
        }
        buf_char(&x->plain, ' ');
        words_claim(&x->plain, x->map, out ? l->target : l->source);
        buf_text(&x->plain, " (");
        words_sentences(&x->plain, l);
        buf_text(&x->plain, ").");
        explain_line(x, 2);
    }
}

/* The claims that it names, or that name it, where no link joins the two. */
static void tell_kin(explainer *x, uint32_t claim_at) {
    for (size_t i = 0; i < x->map->kin.count; i++) {
        const kinship *k = &x->map->kin.items[i];
        if (k->whole != claim_at && k->named != claim_at)
            continue;
        buf_text(&x->plain, k->whole == claim_at ? "It names " : "It is named in ");
        words_claim(&x->plain, x->map, k->whole == claim_at ? k->named : k->whole);
        buf_print(&x->plain, " (s%u, ", k->sentence + 1);
        words_quote(&x->plain, document_str(x->map->document, k->span), 300);
        buf_text(&x->plain, "): no link, but the same thing.");
        explain_line(x, 2);
    }
}

int explain_claim(explainer *x, uint32_t claim_at) {
    static const char *const roles[] = {"stands alone", "a premise", "between premise and conclusion", "a conclusion"};
    const claim *one = &x->map->claims.items[claim_at];
    comparer c = {.x = x, .a = {.lexicon = x->map->lexicon, .text = &x->map->text}};
    buf_print(&x->plain, "Claim c%u: ", claim_at + 1);
    words_claim(&x->plain, x->map, claim_at);
    buf_print(&x->plain, ", %s%s.", roles[one->role], claim_at == x->map->thesis ? "; what the text argues for" : "");
    explain_line(x, 0);
    buf_print(&x->plain, one->mentions.count == 1 ? "One mention:" : "%zu mentions that were taken for one claim:", one->mentions.count);
    explain_line(x, 2);
    int result = -1;
    c.a.mem = &c.mem;
    c.stems = stemmer_new(x->map->lexicon, NULL);
    c.a.notes = notes_read(&c.mem, &x->map->text, x->map->lexicon);
    if (!c.stems || !c.a.notes)
        goto done;
    for (size_t i = 0; i < one->mentions.count; i++)
        if (tell_join(&c, one, i) < 0)
            goto done;
    tell_links(x, claim_at, false);
    tell_links(x, claim_at, true);
    tell_kin(x, claim_at);
    result = 0;
done:
    stemmer_free(c.stems);
    arena_free(&c.mem);
    return result;
}

/* ---- what was asked */

static void part(explainer *x, size_t *found) {
    if ((*found)++)
        buf_char(x->out, '\n');
}

static bool at_point(const hence_map *map, span s, size_t point) {
    hence_span p = document_points(map->document, s);
    return p.start <= point && point < p.end;
}

static int explain_named(explainer *x, const char *what, bool *named, size_t *found, hence_error *err) {
    size_t count;
    uint32_t link = find_id(str_of(what), 'l', x->map->links.count);
    if (link != NONE) {
        part(x, found);
        explain_link(x, link);
        return 0;
    }
    if (find_claims(x->map, str_of(what), named, &count, err) != 0)
        return -1;
    for (uint32_t i = 0; i < x->map->claims.count; i++)
        if (named[i]) {
            part(x, found);
            if (explain_claim(x, i) < 0)
                return error_memory(err);
        }
    return count ? 0 : error_set(err, HENCE_ENONE, x->map->document->source, 0, 0, "no claim is named by '%s'", what);
}

static int explain_between(explainer *x, const hence_question *q, bool *named, size_t *found, hence_error *err) {
    const hence_map *map = x->map;
    bool *ends[2] = {named, named + map->claims.count};
    for (int i = 0; i < 2; i++) {
        const char *words = q->between[i];
        size_t count;
        if (find_claims(map, str_of(words), ends[i], &count, err) != 0)
            return -1;
        if (!count)
            return error_set(err, HENCE_ENONE, map->document->source, 0, 0, "no claim is named by '%s'", words);
    }
    for (uint32_t i = 0; i < map->links.count; i++) {
        const claim_link *l = &map->links.items[i];
        if ((ends[0][l->source] && ends[1][l->target]) || (ends[1][l->source] && ends[0][l->target])) {
            part(x, found);
            explain_link(x, i);
        }
    }
    return *found ? 0 : error_set(err, HENCE_ENONE, map->document->source, 0, 0, "no link joins '%s' and '%s'", q->between[0], q->between[1]);
}

static int explain_place(explainer *x, size_t point, size_t *found, hence_error *err) {
    const hence_map *map = x->map;
    if (point >= map->document->length)
        return error_set(err, HENCE_ENONE, map->document->source, 0, 0, "the text has %zu characters, none at %zu", map->document->length, point);
    for (uint32_t i = 0; i < map->markers.count; i++)
        for (int k = 0; k < map->markers.items[i].span_count; k++)
            if (at_point(map, map->markers.items[i].spans[k], point)) {
                part(x, found);
                explain_marker(x, i);
                break;
            }
    for (uint32_t i = 0; i < map->claims.count; i++)
        for (size_t k = 0; k < map->claims.items[i].mentions.count; k++)
            if (at_point(map, map->claims.items[i].mentions.items[k].span, point)) {
                part(x, found);
                if (explain_claim(x, i) < 0)
                    return error_memory(err);
                break;
            }
    for (uint32_t i = 0; i < map->links.count; i++)
        for (size_t k = 0; k < map->links.items[i].evidence.count; k++) {
            const evidence *e = &map->links.items[i].evidence.items[k];
            bool here = at_point(map, e->source, point) || at_point(map, e->target, point);
            for (int s = 0; e->marker != NONE && s < map->markers.items[e->marker].span_count; s++)
                here |= at_point(map, map->markers.items[e->marker].spans[s], point);
            if (here) {
                part(x, found);
                explain_link(x, i);
                break;
            }
        }
    return *found ? 0 : error_set(err, HENCE_ENONE, map->document->source, 0, 0, "nothing is claimed at %zu", point);
}

int hence_explain_write(const hence_map *map, const hence_question *q, const hence_write_options *options, FILE *out, hence_error *err) {
    buf bytes = {0};
    explainer x = {.map = map, .out = &bytes, .width = options ? options->width : 0};
    size_t found = 0;
    int result = -1;
    bool *named = calloc(2 * map->claims.count + 1, 1);
    if (!named)
        error_memory(err);
    else if (q->what)
        result = explain_named(&x, q->what, named, &found, err);
    else if (q->between[0] && q->between[1])
        result = explain_between(&x, q, named, &found, err);
    else
        result = explain_place(&x, q->at, &found, err);
    bytes.failed |= x.plain.failed;
    if (result == 0)
        result = write_out(&bytes, out, err);
    buf_free(&x.plain);
    buf_free(&bytes);
    free(named);
    return result;
}
