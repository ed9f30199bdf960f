#include <config.h>

#include "write/words.h"

#include "write/label.h"

enum { QUOTED = 300, LISTED = 8, NARROWEST = 24 };

typedef struct {
    const char *active, *passive, *not_active, *not_passive;
} phrases;

static const phrases *phrases_of(const claim_link *l) {
    static const phrases leads = {"leads to", "brought about by", "does not lead to", "not brought about by"},
                         increases = {"increases", "increased by", "does not increase", "not increased by"},
                         decreases = {"decreases", "decreased by", "does not decrease", "not decreased by"},
                         supports = {"supports", "supported by", "does not support", "not supported by"},
                         counters = {"counts against", "opposed by", "does not count against", "not opposed by"},
                         permits = {"is a condition of", "on condition of", "is no condition of", "not on condition of"},
                         details = {"spells out", "spelled out by", "does not spell out", "not spelled out by"},
                         together = {"goes with", "together with", "does not go with", "not together with"};
    switch (l->relation) {
    case RELATION_SUPPORT:
        return &supports;
    case RELATION_ATTACK:
        return &counters;
    case RELATION_CONDITION:
        return &permits;
    case RELATION_ELABORATION:
        return &details;
    case RELATION_CORRELATION:
        return &together;
    default:
        return l->polarity == POLARITY_INCREASE ? &increases : l->polarity == POLARITY_DECREASE ? &decreases : &leads;
    }
}

static const char *adverb(certainty c) {
    return c == CERTAINTY_PROBABLE ? "probably " : c == CERTAINTY_POSSIBLE ? "possibly " : "";
}

void words_quote(buf *out, str words, size_t most) {
    buf_text(out, "\xE2\x80\x9C");
    label_plain(out, words, most);
    buf_text(out, "\xE2\x80\x9D");
}

void words_claim(buf *out, const hence_map *map, uint32_t claim) {
    words_quote(out, map->claims.items[claim].label, 160);
}

void words_active(buf *out, const claim_link *l) {
    const phrases *p = phrases_of(l);
    buf_print(out, "%s%s", adverb(l->certainty), l->certainty == CERTAINTY_DENIED ? p->not_active : p->active);
}

void words_passive(buf *out, const claim_link *l) {
    const phrases *p = phrases_of(l);
    buf_print(out, "%s%s", adverb(l->certainty), l->certainty == CERTAINTY_DENIED ? p->not_passive : p->passive);
    buf_text(out, l->less ? " less of" : "");
}

void words_step(buf *out, const hence_map *map, const claim_link *l, bool on) {
    buf_text(out, on ? ", " : "");
    buf_text(out, l->less ? "less of " : "");
    if (on)
        buf_text(out, "which");
    else
        words_claim(out, map, l->source);
    buf_char(out, ' ');
    words_active(out, l);
    buf_char(out, ' ');
    words_claim(out, map, l->target);
}

const char *words_certainty(certainty c) {
    static const char *const names[] = {"stated", "stated", "likely", "possible", "denied"};
    return names[c];
}

void words_marker(buf *out, const hence_map *map, uint32_t marker_at) {
    const marker *m = &map->markers.items[marker_at];
    buf_text(out, "\xE2\x80\x9C");
    for (int k = 0; k < m->span_count; k++) {
        if (k)
            buf_text(out, " \xE2\x80\xA6 ");
        label_plain(out, document_str(map->document, m->spans[k]), 60);
    }
    buf_text(out, "\xE2\x80\x9D");
}

static uint32_t sentence_at(const hence_map *map, uint32_t place) {
    uint32_t low = 0, high = (uint32_t)map->text.sentences.count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (map->text.sentences.items[middle].span.start <= place)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static void place(buf *out, const hence_map *map, span s) {
    buf_print(out, "s%u: ", sentence_at(map, s.start) + 1);
    words_quote(out, document_str(map->document, s), QUOTED);
}

void words_evidence(buf *out, const hence_map *map, const evidence *e) {
    span all = span_hull(e->source, e->target);
    if (sentence_at(map, e->source.start) == sentence_at(map, e->target.start)) {
        if (e->marker != NONE)
            for (int k = 0; k < map->markers.items[e->marker].span_count; k++)
                if (map->markers.items[e->marker].sentence == e->sentence)
                    all = span_hull(all, map->markers.items[e->marker].spans[k]);
        place(out, map, all);
        return;
    }
    bool forward = e->source.start < e->target.start;
    place(out, map, forward ? e->source : e->target);
    buf_text(out, "; ");
    place(out, map, forward ? e->target : e->source);
}

/* One sentence of a list in which neighbours may be the same; `count` are listed already. */
static size_t list_sentence(buf *out, uint32_t sentence, uint32_t *last, size_t count) {
    if (sentence == *last)
        return count;
    *last = sentence;
    if (count < LISTED)
        buf_print(out, "%ss%u", count ? ", " : "", sentence + 1);
    return count + 1;
}

static void end_list(buf *out, size_t count) {
    if (count > LISTED)
        buf_print(out, " and %zu more", count - LISTED);
}

void words_sentences(buf *out, const claim_link *l) {
    uint32_t last = NONE;
    size_t count = 0;
    for (size_t i = 0; i < l->evidence.count; i++)
        count = list_sentence(out, l->evidence.items[i].sentence, &last, count);
    end_list(out, count);
}

void words_mentions(buf *out, const claim *c) {
    uint32_t last = NONE;
    size_t count = 0;
    for (size_t i = 0; i < c->mentions.count; i++)
        count = list_sentence(out, c->mentions.items[i].sentence, &last, count);
    end_list(out, count);
}

void words_paragraph(buf *out, str plain, size_t indent, size_t hang, size_t width) {
    buf lines = {0};
    size_t room = width > hang + NARROWEST ? width - hang : NARROWEST;
    if (width)
        label_wrap(&lines, plain, room); /* the first line has as much room as the others: indent is no more than hang */
    else
        buf_add(&lines, plain);
    str rest = buf_str(&lines), line;
    for (size_t blanks = indent; rest.len; blanks = hang) {
        str_cut(rest, '\n', &line, &rest);
        buf_print(out, "%*s", (int)blanks, "");
        buf_add(out, line);
        buf_char(out, '\n');
    }
    out->failed |= lines.failed;
    buf_free(&lines);
}
