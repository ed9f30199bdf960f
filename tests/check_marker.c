#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "marker/examples.h"
#include "marker/judge.h"
#include "marker/marker.h"
#include "read/document.h"
#include "runner.h"
#include "syntax/syntax.h"

/* A text with its markers. */
typedef struct {
    hence_document *document;
    text text;
    marker_list markers;
} reading;

static hence_lexicon *lexicon;

static void setup(void) {
    hence_error err = {0};
    lexicon = hence_lexicon_open(NULL, &err);
    ck_assert_msg(lexicon != NULL, "%s:%zu:%zu: %s", err.source, err.line, err.column, err.text);
}

static reading read_markers(str plain) {
    reading r = {0};
    hence_error err = {0};
    r.document = hence_document_new(plain.data, plain.len, "test", &err);
    ck_assert_ptr_nonnull(r.document);
    ck_assert_int_eq(text_read(&r.document->mem, r.document, lexicon, false, &r.text, &err), 0);
    ck_assert_int_eq(syntax_analyse(syntax_models_builtin(&err), &r.text, &err), 0);
    ck_assert_msg(marker_find(&r.document->mem, &r.text, lexicon, &r.markers, &err) == 0, "%s", err.text);
    return r;
}

/* ---- the examples of the lexicon */

START_TEST(every_example_of_a_marker_shows_it_and_no_other_sentence_does) {
    setup();
    hence_error err = {0};
    char *lines = NULL;
    size_t length = 0, failed;
    FILE *out = open_memstream(&lines, &length);
    ck_assert_msg(hence_lexicon_check(lexicon, out, &failed, &err) == 0, "%s", err.text);
    fclose(out);
    ck_assert_msg(failed == 0, "%zu fail:\n%.3500s", failed, lines);
    free(lines);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(an_example_that_fails_is_told) {
    hence_error err = {0};
    char folder[] = "/tmp/hence-lexicon-XXXXXX", command[512], *lines = NULL;
    ck_assert_ptr_nonnull(mkdtemp(folder));
    snprintf(command, sizeof command,
             "cp %s/lexicons/en/*.tsv %s && sed -i 's/\\[Whenever\\]/[When]ever/' %s/connectives.tsv", runner_top(), folder, folder);
    ck_assert_int_eq(system(command), 0);
    lexicon = hence_lexicon_open(folder, &err);
    ck_assert_msg(lexicon != NULL, "%s", err.text);
    size_t length = 0, failed;
    FILE *out = open_memstream(&lines, &length);
    ck_assert_int_eq(hence_lexicon_check(lexicon, out, &failed, &err), 0);
    fclose(out);
    ck_assert_uint_eq(failed, 1);
    ck_assert_ptr_nonnull(strstr(lines, ": whenever: not found in: [When]ever"));
    free(lines);
    hence_lexicon_free(lexicon);
    snprintf(command, sizeof command, "rm -r %s", folder);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

/* ---- markers */

static const struct {
    const char *text;   /* with the markers in brackets, one entry's parts after another */
    const char *forms;  /* of all markers, in the order of the text */
} cases[] = {
    {"[Because of] the drought, bread prices [led to] unrest.", "because of; lead~ _ to"},
    {"Not only did exports rise, but wages also grew.", NULL},
    {"The ban had profound implications for trade.", "have~ _ implication~ for"},
    {"[In order] to win voters, ministers [lowered] fares.", "in order (to); lower~"},
    {"The verdict is no surprise, [given] the fact that the film shows everything.", "given (the fact that)"},
    {"Strengthened ties with the union [reduced] tariffs.", "reduce~"},
    {"The ban on protected timber [led to] smuggling.", "lead~ _ to"},
    {"Wages rose by 3 percent in the spring.", ""},
    {"", ""},
};

START_TEST(markers_come_in_order_and_the_longer_form_wins) {
    setup();
    arena mem = {0};
    example want;
    ck_assert_int_eq(example_read(&mem, str_of(cases[_i].text), &want, NULL), 0);
    reading r = read_markers(want.text);
    buf got = {0};
    for (size_t i = 0; i < r.markers.count; i++) {
        if (i)
            buf_text(&got, "; ");
        buf_add(&got, r.markers.items[i].entry->form);
        if (i)
            ck_assert_uint_le(r.markers.items[i - 1].tokens[0], r.markers.items[i].tokens[0]);
    }
    if (cases[_i].forms)
        ck_assert_strings_eq(buf_str(&got), str_of(cases[_i].forms));
    for (unsigned i = 0; i < want.count; i++)
        ck_assert(span_equal(r.markers.items[i].spans[0], want.brackets[i]));
    buf_free(&got);
    hence_document_free(r.document);
    arena_free(&mem);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_filler_belongs_to_its_span_and_a_gap_does_not) {
    setup();
    reading r = read_markers(str_of("The ban had profound implications for trade."));
    ck_assert_uint_eq(r.markers.count, 1);
    ck_assert_uint_eq(r.markers.items[0].span_count, 1);
    ck_assert_uint_eq(r.markers.items[0].token_count, 3);
    ck_assert(span_equal(r.markers.items[0].spans[0], (span){8, 37}));
    hence_document_free(r.document);
    r = read_markers(str_of("If the dam breaks, then the valley will flood."));
    ck_assert_uint_eq(r.markers.count, 1);
    ck_assert_uint_eq(r.markers.items[0].span_count, 2);
    ck_assert(span_equal(r.markers.items[0].spans[0], (span){0, 2}));
    ck_assert(span_equal(r.markers.items[0].spans[1], (span){19, 23}));
    hence_document_free(r.document);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(headings_have_no_markers) {
    setup();
    reading r = read_markers(str_of("They fail because allies cheat."));
    ck_assert_uint_eq(r.markers.count, 1);
    r.text.paragraphs.items[0].kind = PARAGRAPH_HEADING;
    r.markers = (marker_list){0};
    ck_assert_int_eq(marker_find(&r.document->mem, &r.text, lexicon, &r.markers, NULL), 0);
    ck_assert_uint_eq(r.markers.count, 0);
    hence_document_free(r.document);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(the_nth_allocation_may_fail) {
    setup();
    str plain = str_of("Because the dam broke, the valley was flooded, and thereby the harvest was lost.");
    hence_document *d = hence_document_new(plain.data, plain.len, "test", NULL);
    text t = {0};
    ck_assert_int_eq(text_read(&d->mem, d, lexicon, false, &t, NULL), 0);
    for (long n = 1;; n++) {
        arena mem = {0};
        marker_list found = {0};
        hence_error err = {0};
        arena_fail_after(n);
        int result = marker_find(&mem, &t, lexicon, &found, &err);
        arena_fail_after(0);
        arena_free(&mem);
        if (result == 0) {
            ck_assert_int_gt(n, 1);
            break;
        }
        ck_assert_int_eq(err.code, HENCE_ENOMEM);
    }
    hence_document_free(d);
    hence_lexicon_free(lexicon);
}
END_TEST

/* ---- models */

static void put_word(buf *b, uint32_t v) {
    for (int i = 0; i < 4; i++)
        buf_char(b, (char)(v >> (8 * i) & 0xFF));
}

static void put_float(buf *b, float v) {
    uint32_t bits;
    memcpy(&bits, &v, sizeof bits);
    put_word(b, bits);
}

/* Three weights: 10, 20 and 0xFFFFFFFF have 1, -2 and 127 halves. */
static void make_model(buf *b) {
    buf body = {0};
    put_word(&body, 10);
    put_word(&body, 20);
    put_word(&body, 0xFFFFFFFFu);
    buf_char(&body, 1);
    buf_char(&body, (char)-2);
    buf_char(&body, 127);
    buf_text(b, "HMRK");
    put_word(b, WEIGHTS_VERSION);
    put_word(b, 3);
    put_float(b, 0.25f);
    put_float(b, 0.5f);
    put_word(b, str_hash(buf_str(&body)));
    buf_add(b, buf_str(&body));
    buf_free(&body);
}

START_TEST(a_model_gives_its_weights) {
    buf b = {0};
    weights m;
    make_model(&b);
    ck_assert_int_eq(weights_read(&m, buf_str(&b), "x.model", NULL), 0);
    ck_assert_float_eq(weights_of(&m, 10), 0.5f);
    ck_assert_float_eq(weights_of(&m, 20), -1.0f);
    ck_assert_float_eq(weights_of(&m, 0xFFFFFFFFu), 63.5f);
    ck_assert_float_eq(weights_of(&m, 0), 0.0f);
    ck_assert_float_eq(weights_of(&m, 15), 0.0f);
    ck_assert_float_eq(weights_of(&m, 0xFFFFFFFEu), 0.0f);
    ck_assert_float_eq(weights_sum(&m, (const uint32_t[]){10, 20, 30}, 3), -0.25f);
    buf_free(&b);
}
END_TEST

static const struct {
    size_t length; /* of what is kept; 0: all */
    size_t at;     /* a byte that is changed, unless it is 0 */
    const char *message;
} damages[] = {
    {10, 0, "not a marker model"},
    {0, 1, "not a marker model"},
    {0, 4, "a model of version 3, not 1"},
    {38, 0, "the model has a length of 38 bytes"},
    {34, 0, "the model has a length of 34 bytes"},
    {0, 9, "the model has a length of 39 bytes"},
    {0, 25, "the model is damaged: its checksum is wrong"},
    {0, 37, "the model is damaged: its checksum is wrong"},
};

START_TEST(a_damaged_model_is_refused) {
    buf b = {0};
    weights m;
    hence_error err = {0};
    make_model(&b);
    if (damages[_i].at)
        b.data[damages[_i].at] ^= 2;
    size_t length = damages[_i].length ? damages[_i].length : b.len;
    ck_assert_int_eq(weights_read(&m, (str){b.data, length}, "x.model", &err), -1);
    ck_assert_int_eq(err.code, HENCE_EMODEL);
    ck_assert_str_eq(err.source, "x.model");
    ck_assert_str_eq(err.text, damages[_i].message);
    buf_free(&b);
}
END_TEST

START_TEST(the_built_in_models_are_whole) {
    marker_models models;
    hence_error err = {0};
    ck_assert_msg(marker_models_read(&models, &err) == 0, "%s: %s", err.source, err.text);
    ck_assert_uint_gt(models.use.count, 1000);
    ck_assert_uint_gt(models.sense.count, 1000);
}
END_TEST

SUITE("marker", TEST(every_example_of_a_marker_shows_it_and_no_other_sentence_does), TEST(an_example_that_fails_is_told),
      LOOP(markers_come_in_order_and_the_longer_form_wins, cases), TEST(a_filler_belongs_to_its_span_and_a_gap_does_not),
      TEST(headings_have_no_markers), TEST(the_nth_allocation_may_fail), TEST(a_model_gives_its_weights),
      LOOP(a_damaged_model_is_refused, damages), TEST(the_built_in_models_are_whole))
