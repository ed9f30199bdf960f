#include <config.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "maps.h"
#include "runner.h"
#include "write/paths.h"
#include "write/words.h"
#include "write/write.h"

/* ---- outline and lines as text */

static const char rents[] = "Higher rents thereby cut hiring and hiring may lift wages though vans idle";

static void open_rents(fixture *f) {
    fixture_open(f, rents, "essay.txt");
    uint32_t a = fixture_claim(f, "Higher rents", ROLE_PREMISE), b = fixture_claim(f, "hiring", ROLE_INTERMEDIATE);
    uint32_t c = fixture_claim(f, "wages", ROLE_CONCLUSION), d = fixture_claim(f, "vans idle", ROLE_PREMISE);
    fixture_link(f, a, b, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_ASSERTED, "thereby");
    fixture_link(f, b, c, RELATION_CONSEQUENCE, POLARITY_INCREASE, CERTAINTY_POSSIBLE, "may lift");
    fixture_link(f, d, c, RELATION_ATTACK, POLARITY_NONE, CERTAINTY_DENIED, "though");
    fixture_link(f, b, d, RELATION_SUPPORT, POLARITY_NONE, CERTAINTY_PROBABLE, NULL);
    f->map.thesis = c;
}

START_TEST(an_outline_unfolds_each_claim_once) {
    fixture f;
    buf got = {0};
    open_rents(&f);
    fixture_wrote(write_outline(&f.map, NULL, &got, NULL), &got,
          "essay.txt\n"
          "4 claims, 4 links.\n"
          "\n"
          "wages [s1]: what the text argues for\n"
          "  possibly increased by: hiring [\xE2\x80\x9Cmay lift\xE2\x80\x9D, s1]\n"
          "    decreased by: Higher rents [\xE2\x80\x9Cthereby\xE2\x80\x9D, s1]\n"
          "  not opposed by: vans idle [\xE2\x80\x9Cthough\xE2\x80\x9D, s1]\n"
          "    probably supported by: hiring [s1], see above\n");
    fixture_leads(&f, 2, 1, CERTAINTY_ASSERTED); /* wages raise hiring: round it goes */
    fixture_wrote(write_outline(&f.map, &(hence_write_options){.focus = "wages", .depth = 1, .least = HENCE_POSSIBLE, .width = 40}, &got, NULL), &got,
          "essay.txt\n"
          "2 claims, 2 links of 4 and 5.\n"
          "\n"
          "wages [s1]: what the text argues for\n"
          "  possibly increased by: hiring [\xE2\x80\x9Cmay\n"
          "    lift\xE2\x80\x9D, s1]\n"
          "    increased by: wages [s1], which\n"
          "      goes round to above\n"
          "\n"
          "Goes round\n"
          "  \xE2\x80\x9Chiring\xE2\x80\x9D possibly increases \xE2\x80\x9Cwages\xE2\x80\x9D,\n"
          "    which increases \xE2\x80\x9Chiring\xE2\x80\x9D.\n");
    fixture_close(&f);
    fixture_open(&f, "", "essay.txt");
    fixture_wrote(write_outline(&f.map, NULL, &got, NULL), &got, "essay.txt\nNo claims found.\n");
    fixture_close(&f);
}
END_TEST

START_TEST(of_many_places_the_surest_are_quoted_and_the_others_counted) {
    fixture f;
    arena mem = {0};
    buf got = {0};
    open_rents(&f);
    claim_link *l = &f.map.links.items[0];
    for (uint32_t i = 1; i < 20; i++) {
        evidence *e = LIST_PUSH(&f.document->mem, &l->evidence);
        *e = l->evidence.items[0];
        e->sentence = i / 2; /* two in each sentence */
        e->certainty = i == 19 ? CERTAINTY_ASSERTED : CERTAINTY_POSSIBLE;
    }
    l->evidence.items[0].certainty = CERTAINTY_POSSIBLE;
    l->evidence.items[19].source = fixture_span(&f, "vans");
    l->evidence.items[19].target = fixture_span(&f, "idle");
    l->evidence.items[19].marker = NONE;
    words_sentences(&got, l);
    fixture_wrote(0, &got, "s1, s2, s3, s4, s5, s6, s7, s8 and 2 more");
    bool from[4] = {true}, to[4] = {false, true};
    path_list found;
    ck_assert_int_eq(path_find(&mem, &f.map, from, to, &found, NULL), 0);
    lines asked = {"rents", "hiring", from, to, &found};
    ck_assert_int_eq(write_lines_text(&f.map, &asked, NULL, &got, NULL), 0);
    const char *sure = strstr(got.data, "s1: \xE2\x80\x9Cvans idle"), *other = strstr(got.data, "s1: \xE2\x80\x9CHigher");
    ck_assert(sure && other && sure < other);
    buf_free(&got);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

static buf path_written(const fixture *f, const char *from, const char *to, hence_format format, size_t *found) {
    buf all = {0};
    char *bytes = NULL;
    size_t length = 0;
    hence_error err = {0};
    FILE *out = open_memstream(&bytes, &length);
    ck_assert_msg(hence_path_write(&f->map, from, to, format, NULL, found, out, &err) == 0, "%s", err.text);
    fclose(out);
    buf_add(&all, (str){bytes, length});
    free(bytes);
    return all;
}

START_TEST(lines_are_told_with_the_words_of_the_text) {
    fixture f;
    size_t found;
    open_rents(&f);
    buf got = path_written(&f, "rents", "wages", HENCE_TEXT, &found);
    ck_assert_uint_eq(found, 2);
    fixture_wrote(0, &got,
          "2 lines of reasoning from \xE2\x80\x9Crents\xE2\x80\x9D to \xE2\x80\x9Cwages\xE2\x80\x9D, the strongest first.\n"
          "\n"
          "1. \xE2\x80\x9CHigher rents\xE2\x80\x9D decreases \xE2\x80\x9Chiring\xE2\x80\x9D, which possibly increases \xE2\x80\x9Cwages\xE2\x80\x9D.\n"
          "   In all: possible (step 2), decrease.\n"
          "   Step 1, s1: \xE2\x80\x9CHigher rents thereby cut hiring\xE2\x80\x9D\n"
          "   Step 2, s1: \xE2\x80\x9Chiring and hiring may lift wages\xE2\x80\x9D\n"
          "\n"
          "2. \xE2\x80\x9CHigher rents\xE2\x80\x9D decreases \xE2\x80\x9Chiring\xE2\x80\x9D, which probably supports \xE2\x80\x9Cvans idle\xE2\x80\x9D, which does "
          "not count against \xE2\x80\x9Cwages\xE2\x80\x9D.\n"
          "   In all: denied (step 3), no sign (step 2 does not say).\n"
          "   Step 1, s1: \xE2\x80\x9CHigher rents thereby cut hiring\xE2\x80\x9D\n"
          "   Step 2, s1: \xE2\x80\x9Chiring and hiring may lift wages though vans idle\xE2\x80\x9D\n"
          "   Step 3, s1: \xE2\x80\x9Cwages though vans idle\xE2\x80\x9D\n");
    got = path_written(&f, "wages", "rents", HENCE_TEXT, &found);
    ck_assert_uint_eq(found, 0);
    ck_assert_uint_eq(got.len, 0);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(lines_as_json_have_the_ids_of_the_map) {
    fixture f;
    size_t found;
    open_rents(&f);
    buf got = path_written(&f, "rents", "wages", HENCE_JSON, &found);
    json_t *all = json_loadb(got.data, got.len, 0, NULL), *one = json_array_get(json_object_get(all, "paths"), 0);
    ck_assert_ptr_nonnull(all);
    char *line = json_dumps(one, JSON_COMPACT | JSON_REAL_PRECISION(6));
    ck_assert_str_eq(line, "{\"claims\":[\"c1\",\"c2\",\"c3\"],\"links\":[\"l1\",\"l2\"],\"certainty\":\"possible\",\"polarity\":\"decrease\",\"strength\":0.25}");
    free(line);
    ck_assert(json_is_true(json_object_get(all, "complete")));
    ck_assert_uint_eq(json_array_size(json_object_get(all, "claims")), 4);
    ck_assert_uint_eq(json_array_size(json_object_get(all, "links")), 4);
    json_decref(all);
    buf_free(&got);
    got = path_written(&f, "wages", "rents", HENCE_JSON, &found);
    all = json_loadb(got.data, got.len, 0, NULL);
    ck_assert_uint_eq(found, 0);
    ck_assert(json_is_array(json_object_get(all, "paths")));
    json_decref(all);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(a_picture_of_lines_shows_these_alone) {
    fixture f;
    size_t found;
    open_rents(&f);
    buf got = path_written(&f, "hiring", "c4", HENCE_DOT, &found);
    ck_assert_uint_eq(found, 1);
    ck_assert_ptr_nonnull(strstr(got.data, "2 of 4 claims shown"));
    ck_assert_ptr_nonnull(strstr(got.data, "c2 -> c4"));
    ck_assert_ptr_null(strstr(got.data, "c1 ->"));
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(words_that_name_nothing_are_told_apart_from_no_line) {
    fixture f;
    size_t found = 7;
    hence_error err = {0};
    open_rents(&f);
    ck_assert_int_eq(hence_path_write(&f.map, "rents", "zebras", HENCE_TEXT, NULL, &found, stdout, &err), -1);
    ck_assert_int_eq(err.code, HENCE_ENONE);
    ck_assert_str_eq(err.text, "no claim is named by 'zebras'");
    ck_assert_uint_eq(found, 0);
    fixture_close(&f);
}
END_TEST

/* ---- sections and labels in drawings */

START_TEST(sections_are_framed_and_labels_written_out) {
    fixture f;
    buf got = {0};
    fixture_open(&f, "Housing & Jobs Higher rents thereby cut hiring", "essay.txt");
    arena *mem = &f.document->mem;
    span head = fixture_span(&f, "Housing & Jobs"), body = fixture_span(&f, "Higher rents thereby cut hiring");
    f.map.text.paragraphs.items[0] = (paragraph){.span = head, .kind = PARAGRAPH_HEADING, .sentence_count = 1};
    f.map.text.sentences.items[0].span = head;
    *LIST_PUSH(mem, &f.map.text.paragraphs) = (paragraph){.span = body, .first_sentence = 1, .sentence_count = 1};
    *LIST_PUSH(mem, &f.map.text.sentences) = (sentence){.span = body, .paragraph = 1};
    uint32_t a = fixture_claim(&f, "Higher rents", ROLE_PREMISE), b = fixture_claim(&f, "hiring", ROLE_CONCLUSION);
    f.map.claims.items[a].mentions.items[0].sentence = f.map.claims.items[b].mentions.items[0].sentence = 1;
    f.map.claims.items[a].label = str_of("rents");
    fixture_leads(&f, a, b, CERTAINTY_ASSERTED)->evidence.items[0].sentence = 1;
    ck_assert_int_eq(write_dot(&f.map, &(hence_write_options){.sections = true, .full_labels = true}, &got, NULL), 0);
    ck_assert_ptr_nonnull(strstr(got.data, "subgraph cluster_p1 {"));
    ck_assert_ptr_nonnull(strstr(got.data, "label=\"Housing &amp; Jobs\""));
    ck_assert_ptr_nonnull(strstr(got.data, "label=\"Higher rents\""));
    buf_free(&got);
    ck_assert_int_eq(write_dot(&f.map, NULL, &got, NULL), 0);
    ck_assert_ptr_null(strstr(got.data, "cluster"));
    ck_assert_ptr_nonnull(strstr(got.data, "label=rents"));
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

SUITE("outline", TEST(an_outline_unfolds_each_claim_once), TEST(lines_are_told_with_the_words_of_the_text),
      TEST(of_many_places_the_surest_are_quoted_and_the_others_counted), TEST(lines_as_json_have_the_ids_of_the_map),
      TEST(a_picture_of_lines_shows_these_alone), TEST(words_that_name_nothing_are_told_apart_from_no_line),
      TEST(sections_are_framed_and_labels_written_out))
