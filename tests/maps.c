#include <config.h>

#include "maps.h"

#include <string.h>

#include "runner.h"

const hence_lexicon *fixture_lexicon(void) {
    static hence_lexicon *lexicon;
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, NULL);
    ck_assert_ptr_nonnull(lexicon);
    return lexicon;
}

void fixture_open(fixture *f, const char *words, const char *source) {
    memset(f, 0, sizeof *f);
    f->document = hence_document_new(words, strlen(words), source, NULL);
    ck_assert_ptr_nonnull(f->document);
    f->map.lexicon = fixture_lexicon();
    f->map.document = f->document;
    f->map.text.document = f->document;
    f->map.thesis = NONE;
    f->entry = (lexicon_entry){.form = str_of("thereby"), .class = CLASS_CONNECTIVE, .sense = str_of("Contingency.Cause.Result")};
    if (!f->document->text.len)
        return;
    span all = {0, (uint32_t)f->document->text.len};
    *LIST_PUSH(&f->document->mem, &f->map.text.paragraphs) = (paragraph){.span = all, .sentence_count = 1};
    *LIST_PUSH(&f->document->mem, &f->map.text.sentences) = (sentence){.span = all};
    *LIST_PUSH(&f->document->mem, &f->map.units) = (unit){0, all};
}

void fixture_close(fixture *f) {
    hence_document_free(f->document);
}

span fixture_span(const fixture *f, const char *words) {
    str all = f->document->text;
    const char *at = memmem(all.data, all.len, words, strlen(words));
    ck_assert_msg(at, "no \"%s\" in the text", words);
    uint32_t start = (uint32_t)(at - all.data);
    return (span){start, start + (uint32_t)strlen(words)};
}

uint32_t fixture_claim(fixture *f, const char *words, claim_role role) {
    claim *c = LIST_PUSH(&f->document->mem, &f->map.claims);
    *c = (claim){.label = str_of(words), .role = role, .weight = 1};
    *LIST_PUSH(&f->document->mem, &c->mentions) = (mention){.span = fixture_span(f, words)};
    return (uint32_t)f->map.claims.count - 1;
}

claim_link *fixture_link(fixture *f, uint32_t source, uint32_t target, relation r, polarity p, certainty c,
                         const char *words) {
    evidence e = {.marker = NONE,
                  .source = f->map.claims.items[source].mentions.items[0].span,
                  .target = f->map.claims.items[target].mentions.items[0].span};
    if (words) {
        marker *m = LIST_PUSH(&f->document->mem, &f->map.markers);
        *m = (marker){.entry = &f->entry, .class = f->entry.class, .span_count = 1, .confidence = 0.75F};
        m->spans[0] = fixture_span(f, words);
        e.marker = (uint32_t)f->map.markers.count - 1;
    }
    claim_link *l = LIST_PUSH(&f->document->mem, &f->map.links);
    *l = (claim_link){.source = source, .target = target, .relation = r, .polarity = p, .certainty = c, .strength = 0.5};
    *LIST_PUSH(&f->document->mem, &l->evidence) = e;
    return l;
}

void fixture_chain(fixture *f, size_t claims) {
    fixture_open(f, "one", "chain.txt");
    arena *mem = &f->document->mem;
    for (size_t i = 0; i < claims; i++) {
        uint32_t c = fixture_claim(f, "one", i == 0 ? ROLE_PREMISE : i + 1 < claims ? ROLE_INTERMEDIATE : ROLE_CONCLUSION);
        f->map.claims.items[c].label = arena_print(mem, "claim number %zu of a long chain", i);
        f->map.claims.items[c].weight = (double)(i % 7);
        if (i)
            fixture_link(f, c - 1, c, RELATION_CONSEQUENCE, POLARITY_INCREASE, CERTAINTY_ASSERTED, NULL);
        if (i > 9 && i % 3 == 0)
            fixture_link(f, c - 9, c, RELATION_SUPPORT, POLARITY_NONE, CERTAINTY_POSSIBLE, NULL);
    }
}

const char fixture_alphabet[] = "alpha bravo charlie delta echo foxtrot";

void fixture_claims(fixture *f, size_t count) {
    static const char *const words[] = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot"};
    for (size_t i = 0; i < count; i++)
        fixture_claim(f, words[i], ROLE_INTERMEDIATE);
}

claim_link *fixture_leads(fixture *f, uint32_t source, uint32_t target, certainty c) {
    return fixture_link(f, source, target, RELATION_CONSEQUENCE, POLARITY_INCREASE, c, NULL);
}

void fixture_wrote(int result, buf *got, const char *want) {
    ck_assert_int_eq(result, 0);
    ck_assert_msg(got->data && strcmp(got->data, want) == 0, "got:\n%s\nwant:\n%s", got->data ? got->data : "", want);
    buf_free(got);
}
