#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "maps.h"
#include "runner.h"
#include "syntax/tags.h"
#include "write/write.h"

static const token *token_at(const fixture *f, const char *words) {
    span s = fixture_span(f, words);
    for (size_t i = 0; i < f->map.text.tokens.count; i++)
        if (f->map.text.tokens.items[i].span.start == s.start)
            return &f->map.text.tokens.items[i];
    ck_abort_msg("no token %s", words);
    return NULL;
}

/* The row of the form with this sense ("" for none). */
static const lexicon_entry *row_of(lexicon_table table, const char *form, const char *sense) {
    size_t count;
    const lexicon_entry *all = lexicon_entries(fixture_lexicon(), table, &count);
    for (size_t i = 0; i < count; i++)
        if (str_equal(all[i].form, str_of(form)) && str_equal(all[i].sense, str_of(sense)))
            return &all[i];
    ck_abort_msg("no row %s %s", form, sense);
    return NULL;
}

/* Rents, said to be cut by taxes, and again as "this rent". */
static void open_taxes(fixture *f) {
    fixture_open(f, "Taxes fell. Taxes may since have cut our rents. This rent did not harm us.", "essay.txt");
    ck_assert_int_eq(text_read(&f->document->mem, f->document, f->map.lexicon, false, &f->map.text, NULL), 0);
    uint32_t taxes = fixture_claim(f, "Taxes fell", ROLE_PREMISE), rents = fixture_claim(f, "our rents", ROLE_CONCLUSION);
    claim_link *l = fixture_link(f, taxes, rents, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_POSSIBLE, "since");
    marker *m = &f->map.markers.items[0];
    m->entry = row_of(LEXICON_CONNECTIVES, "since", "Contingency.Cause.Reason");
    m->class = CLASS_CONNECTIVE;
    m->sentence = l->evidence.items[0].sentence = 1;
    l->evidence.items[0].why = (why){.row = m->entry, .hedge = token_at(f, "may"), .sign = token_at(f, "cut"), .before = true};
    claim *c = &f->map.claims.items[rents];
    const token *first = f->map.text.tokens.items;
    c->mentions.items[0].sentence = 1;
    c->mentions.items[0].core = (phrase){(uint32_t)(token_at(f, "our") - first), (uint32_t)(token_at(f, "rents") - first) + 1, NONE};
    uint32_t rent = (uint32_t)(token_at(f, "rent did") - first);
    *LIST_PUSH(&f->document->mem, &c->mentions) =
        (mention){.sentence = 2, .span = first[rent].span, .core = {rent, rent + 1, rent}, .join = JOIN_BACK};
    f->map.text.tokens.items[rent].upos = UPOS_NOUN;
    f->map.text.tokens.items[token_at(f, "rents") - first].upos = UPOS_NOUN;
}

static int explain(const fixture *f, hence_question q, buf *got, hence_error *err) {
    char *bytes = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&bytes, &length);
    int result = hence_explain_write(&f->map, &q, NULL, out, err);
    fclose(out);
    buf_add(got, (str){bytes, length});
    free(bytes);
    return result;
}

#define ck_assert_has(b, words) ck_assert_msg((b).data && strstr((b).data, words), "no %s in:\n%s", words, (b).data ? (b).data : "")

START_TEST(a_link_is_explained_by_its_marker_and_the_words_around) {
    fixture f;
    buf got = {0};
    char place[80];
    open_taxes(&f);
    ck_assert_int_eq(explain(&f, (hence_question){.what = "l1"}, &got, NULL), 0);
    ck_assert_has(got, "Link l1: \xE2\x80\x9CTaxes fell\xE2\x80\x9D possibly decreases \xE2\x80\x9Cour rents\xE2\x80\x9D. (consequence, decrease, possible)\n");
    ck_assert_has(got, "  s1: \xE2\x80\x9CTaxes fell\xE2\x80\x9D; s2: \xE2\x80\x9Cour rents\xE2\x80\x9D\n");
    snprintf(place, sizeof place, "\xE2\x80\x9Csince\xE2\x80\x9D in connectives.tsv:%u; confidence 0.75.", f.map.markers.items[0].entry->line);
    ck_assert_has(got, place);
    ck_assert_has(got, "Source, the clause that it opens: \xE2\x80\x9CTaxes fell\xE2\x80\x9D\n");
    ck_assert_has(got, "one argument was taken from the sentence before");
    ck_assert_has(got, "Polarity: \xE2\x80\x9C" "cut\xE2\x80\x9D, the verb behind it, says decrease.");
    snprintf(place, sizeof place, "Certainty: \xE2\x80\x9Cmay\xE2\x80\x9D (hedges.tsv:%u) makes it possible.", row_of(LEXICON_HEDGES, "may", "")->line);
    ck_assert_has(got, place);
    snprintf(place, sizeof place, "(connectives.tsv:%u)", row_of(LEXICON_CONNECTIVES, "since", "Temporal.Asynchronous.Succession")->line);
    ck_assert_has(got, "Lost: ");
    ck_assert_has(got, place);
    buf_free(&got);
    f.map.links.items[0].certainty = CERTAINTY_ASSERTED;
    f.map.links.items[0].evidence.items[0].certainty = CERTAINTY_POSSIBLE;
    ck_assert_int_eq(explain(&f, (hence_question){.what = "l1"}, &got, NULL), 0);
    ck_assert_has(got, "Here it is possible; the link is asserted, for its surest place counts.");
    buf_free(&got);
    f.map.links.items[0].evidence.items[0].why.negator = token_at(&f, "not");
    ck_assert_int_eq(explain(&f, (hence_question){.between = {"rents", "taxes"}}, &got, NULL), 0);
    snprintf(place, sizeof place, "Certainty: \xE2\x80\x9Cnot\xE2\x80\x9D (negators.tsv:%u) denies it.", row_of(LEXICON_NEGATORS, "not", "")->line);
    ck_assert_has(got, place);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(a_claim_is_explained_by_what_its_mentions_share) {
    fixture f;
    buf got = {0};
    open_taxes(&f);
    ck_assert_int_eq(explain(&f, (hence_question){.what = "rents"}, &got, NULL), 0);
    fixture_wrote(0, &got,
          "Claim c2: \xE2\x80\x9Cour rents\xE2\x80\x9D, a conclusion.\n"
          "  2 mentions that were taken for one claim:\n"
          "    s2: \xE2\x80\x9Cour rents\xE2\x80\x9D.\n"
          "    s3: \xE2\x80\x9Crent\xE2\x80\x9D: points back to what was named before; both have \xE2\x80\x9Crent\xE2\x80\x9D.\n"
          "  l1: it is possibly decreased by \xE2\x80\x9CTaxes fell\xE2\x80\x9D (s2).\n");
    fixture_close(&f);
}
END_TEST

/* Code points of the text above, and how many claims and links stand there. */
static const struct {
    size_t at;
    int claims, links;
} places[] = {{0, 1, 1}, {9, 1, 1}, {22, 0, 1}, {41, 1, 1}, {53, 1, 0}};

START_TEST(a_place_tells_what_stands_there) {
    fixture f;
    buf got = {0};
    open_taxes(&f);
    ck_assert_int_eq(explain(&f, (hence_question){.at = places[_i].at}, &got, NULL), 0);
    int claims = 0, links = 0;
    for (const char *at = got.data; (at = strstr(at, "Claim c")); at++)
        claims++;
    for (const char *at = got.data; (at = strstr(at, "Link l")); at++)
        links++;
    ck_assert_int_eq(claims, places[_i].claims);
    ck_assert_int_eq(links, places[_i].links);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

static const struct {
    hence_question question;
    const char *text;
} vain[] = {
    {{.what = "zebras"}, "no claim is named by 'zebras'"},
    {{.what = "l2"}, "no claim is named by 'l2'"},
    {{.between = {"taxes", "zebras"}}, "no claim is named by 'zebras'"},
    {{.between = {"taxes", "taxes"}}, "no link joins 'taxes' and 'taxes'"},
    {{.at = 70}, "nothing is claimed at 70"},
    {{.at = 7000}, "the text has 74 characters, none at 7000"},
};

START_TEST(what_is_not_there_is_not_explained) {
    fixture f;
    buf got = {0};
    hence_error err = {0};
    open_taxes(&f);
    ck_assert_int_eq(explain(&f, vain[_i].question, &got, &err), -1);
    ck_assert_int_eq(err.code, HENCE_ENONE);
    ck_assert_str_eq(err.text, vain[_i].text);
    ck_assert_uint_eq(got.len, 0);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

/* ---- memory */

static int ask(const fixture *f, int what, FILE *out, hence_error *err) {
    size_t found;
    switch (what) {
    case 0:
        return hence_path_write(&f->map, "taxes", "rent", HENCE_TEXT, NULL, &found, out, err);
    case 1:
        return hence_path_write(&f->map, "taxes", "rent", HENCE_JSON, NULL, &found, out, err);
    case 2:
        return hence_map_write(&f->map, HENCE_TEXT, &(hence_write_options){.focus = "rent"}, out, err);
    case 3:
        return hence_explain_write(&f->map, &(hence_question){.what = "rent"}, NULL, out, err);
    default:
        return hence_explain_write(&f->map, &(hence_question){.between = {"rent", "taxes"}}, NULL, out, err);
    }
}

START_TEST(when_memory_ends_so_does_the_answer) {
    fixture f;
    open_taxes(&f);
    int failures = 0;
    for (long n = 1;; n++) {
        char *bytes = NULL;
        size_t length = 0;
        hence_error err = {0};
        FILE *out = open_memstream(&bytes, &length);
        arena_fail_after(n);
        int result = ask(&f, _i, out, &err);
        arena_fail_after(0);
        fclose(out);
        free(bytes);
        if (result == 0)
            break;
        failures++;
        ck_assert_msg(err.code == HENCE_ENOMEM, "at allocation %ld: %s", n, err.text);
        ck_assert_uint_eq(length, 0);
    }
    ck_assert_int_gt(failures, 0);
    fixture_close(&f);
}
END_TEST

SUITE("explain", TEST(a_link_is_explained_by_its_marker_and_the_words_around), TEST(a_claim_is_explained_by_what_its_mentions_share),
      LOOP(a_place_tells_what_stands_there, places), LOOP(what_is_not_there_is_not_explained, vain), LOOP_N(when_memory_ends_so_does_the_answer, 5))
