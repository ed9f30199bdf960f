#include <config.h>

#include <jansson.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "maps.h"
#include "runner.h"
#include "write/label.h"
#include "write/write.h"

/* Four claims, each relation and certainty once, and text outside ASCII before it all, so that bytes and code points differ. */
static const char essay[] = "\xF0\x9F\x9A\x80 Higher rents <\"cruel\" & usual> thereby cut new hiring; wages may fall, "
                            "though caf\xC3\xA9 owners don't agree.";

static void open_essay(fixture *f) {
    fixture_open(f, essay, "a b.txt");
    uint32_t rents = fixture_claim(f, "Higher rents <\"cruel\" & usual>", ROLE_PREMISE);
    uint32_t hiring = fixture_claim(f, "new hiring", ROLE_INTERMEDIATE);
    uint32_t wages = fixture_claim(f, "wages", ROLE_CONCLUSION);
    uint32_t owners = fixture_claim(f, "caf\xC3\xA9 owners don't agree", ROLE_PREMISE);
    fixture_link(f, rents, hiring, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_ASSERTED, "thereby");
    fixture_link(f, hiring, wages, RELATION_CONSEQUENCE, POLARITY_INCREASE, CERTAINTY_POSSIBLE, NULL);
    fixture_link(f, owners, wages, RELATION_ATTACK, POLARITY_NONE, CERTAINTY_DENIED, "though");
    f->map.thesis = wages;
    f->map.claims.items[owners].mentions.items[0].attribution = str_of("Lankov");
    *LIST_PUSH(&f->document->mem, &f->map.text.repairs) =
        (repair){.span = fixture_span(f, "may fall"), .reading = str_of("fall may"), .score = 2.0 / 3};
}

static buf written(const fixture *f, hence_format format, const hence_write_options *options) {
    buf all = {0};
    char *bytes = NULL;
    size_t length = 0;
    hence_error err = {0};
    FILE *out = open_memstream(&bytes, &length);
    ck_assert_msg(hence_map_write(&f->map, format, options, out, &err) == 0, "%s", err.text);
    fclose(out);
    buf_add(&all, (str){bytes, length});
    free(bytes);
    return all;
}

static bool has(const buf *b, const char *words) {
    return b->data && memmem(b->data, b->len, words, strlen(words));
}

static size_t times(const buf *b, const char *words) {
    size_t count = 0;
    for (const char *at = b->data; at && (at = strstr(at, words)); at += strlen(words))
        count++;
    return count;
}

#define ck_assert_has(b, words) ck_assert_msg(has(&(b), words), "no %s in:\n%.3000s", words, (b).data)
#define ck_assert_lacks(b, words) ck_assert_msg(!has(&(b), words), "%s in:\n%.3000s", words, (b).data)

START_TEST(formats_have_names) {
    static const char *const names[] = {"dot", "json", "svg", "png", "pdf"};
    for (int i = 0; i < 5; i++) {
        hence_format format;
        ck_assert(hence_format_named(names[i], &format));
        ck_assert_int_eq((int)format, i);
    }
    hence_format none;
    ck_assert(!hence_format_named("jpeg", &none) && !hence_format_named(NULL, &none) && !hence_format_named("", &none));
}
END_TEST

/* ---- JSON */

START_TEST(json_has_every_field_in_its_order) {
    static const char want[] =
        "{\"generator\":{\"name\":\"hence\",\"version\":\"" HENCE_VERSION "\"},"
        "\"document\":{\"source\":\"a b.txt\",\"media_type\":\"text/plain\",\"language\":\"en\",\"length\":104},"
        "\"paragraphs\":[{\"id\":\"p1\",\"start\":0,\"end\":104,\"kind\":\"body\"}],"
        "\"sentences\":[{\"id\":\"s1\",\"paragraph\":\"p1\",\"start\":0,\"end\":104}],"
        "\"markers\":[{\"id\":\"m1\",\"sentence\":\"s1\",\"class\":\"connective\",\"spans\":[[33,40]],\"text\":\"thereby\","
        "\"entry\":\"thereby\",\"sense\":\"Contingency.Cause.Result\",\"confidence\":0.75},"
        "{\"id\":\"m2\",\"sentence\":\"s1\",\"class\":\"connective\",\"spans\":[[73,79]],\"text\":\"though\","
        "\"entry\":\"thereby\",\"sense\":\"Contingency.Cause.Result\",\"confidence\":0.75}],"
        "\"claims\":[{\"id\":\"c1\",\"label\":\"Higher rents <\\\"cruel\\\" & usual>\",\"role\":\"premise\",\"mentions\":["
        "{\"sentence\":\"s1\",\"start\":2,\"end\":32,\"text\":\"Higher rents <\\\"cruel\\\" & usual>\"}]},"
        "{\"id\":\"c2\",\"label\":\"new hiring\",\"role\":\"intermediate\",\"mentions\":["
        "{\"sentence\":\"s1\",\"start\":45,\"end\":55,\"text\":\"new hiring\"}]},"
        "{\"id\":\"c3\",\"label\":\"wages\",\"role\":\"conclusion\",\"mentions\":["
        "{\"sentence\":\"s1\",\"start\":57,\"end\":62,\"text\":\"wages\"}]},"
        "{\"id\":\"c4\",\"label\":\"caf\xC3\xA9 owners don't agree\",\"role\":\"premise\",\"mentions\":["
        "{\"sentence\":\"s1\",\"start\":80,\"end\":103,\"text\":\"caf\xC3\xA9 owners don't agree\",\"attribution\":\"Lankov\"}]}],"
        "\"links\":[{\"id\":\"l1\",\"source\":\"c1\",\"target\":\"c2\",\"relation\":\"consequence\",\"polarity\":\"decrease\","
        "\"certainty\":\"asserted\",\"evidence\":[{\"sentence\":\"s1\",\"marker\":\"m1\",\"source\":[2,32],\"target\":[45,55]}],"
        "\"strength\":0.5},"
        "{\"id\":\"l2\",\"source\":\"c2\",\"target\":\"c3\",\"relation\":\"consequence\",\"polarity\":\"increase\","
        "\"certainty\":\"possible\",\"evidence\":[{\"sentence\":\"s1\",\"source\":[45,55],\"target\":[57,62]}],\"strength\":0.5},"
        "{\"id\":\"l3\",\"source\":\"c4\",\"target\":\"c3\",\"relation\":\"attack\",\"polarity\":null,"
        "\"certainty\":\"denied\",\"evidence\":[{\"sentence\":\"s1\",\"marker\":\"m2\",\"source\":[80,103],\"target\":[57,62]}],"
        "\"strength\":0.5}],\"kin\":[],\"thesis\":\"c3\",\"cycles\":[],"
        "\"units\":[{\"id\":\"u1\",\"sentence\":\"s1\",\"start\":0,\"end\":104}],"
        "\"repairs\":[{\"sentence\":\"s1\",\"span\":[63,71],\"reading\":\"fall may\",\"score\":0.667}]}\n";
    fixture f;
    open_essay(&f);
    buf got = written(&f, HENCE_JSON, NULL);
    ck_assert_str_eq(got.data, want);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(json_of_an_empty_document_has_empty_arrays) {
    fixture f;
    fixture_open(&f, "", "-");
    buf got = written(&f, HENCE_JSON, NULL);
    ck_assert_has(got, "\"length\":0},\"paragraphs\":[],\"sentences\":[],\"markers\":[],\"claims\":[],\"links\":[],"
                       "\"kin\":[],\"thesis\":null,\"cycles\":[],\"units\":[],\"repairs\":[]}\n");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(json_joins_the_parts_of_a_marker_and_has_no_sense_for_a_verb) {
    fixture f;
    fixture_open(&f, "If rents fall then wages rise.", "a.txt");
    marker *m = LIST_PUSH(&f.document->mem, &f.map.markers);
    f.entry.sense = (str){0};
    *m = (marker){.entry = &f.entry, .class = CLASS_VERB, .span_count = 2, .confidence = 1};
    m->spans[0] = fixture_span(&f, "If");
    m->spans[1] = fixture_span(&f, "then");
    buf got = written(&f, HENCE_JSON, NULL);
    ck_assert_has(got, "\"class\":\"verb\",\"spans\":[[0,2],[14,18]],\"text\":\"If ... then\",\"entry\":\"thereby\",\"sense\":null,"
                       "\"confidence\":1.0}");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(json_of_any_text_parses_and_gives_the_text_back) {
    static const char odd[] = "a\\b \"q\" \x01\x1F\x7F </script> \xE2\x80\xA8 \xEF\xBF\xBE \xF4\x8F\xBF\xBF \\";
    fixture f;
    fixture_open(&f, odd, "b\xFF\".txt");
    fixture_claim(&f, odd, ROLE_ISOLATED);
    buf got = written(&f, HENCE_JSON, NULL);
    json_error_t reason;
    json_t *root = json_loadb(got.data, got.len, 0, &reason);
    ck_assert_msg(root, "%s", reason.text);
    json_t *one = json_array_get(json_object_get(root, "claims"), 0);
    ck_assert_str_eq(json_string_value(json_object_get(one, "label")), odd);
    ck_assert_str_eq(json_string_value(json_object_get(json_object_get(root, "document"), "source")), "b\xEF\xBF\xBD\".txt");
    ck_assert_uint_eq(times(&got, "\n"), 1);
    json_decref(root);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

/* ---- labels */

static const struct {
    const char *text, *lines;
} wraps[] = {
    {"", ""},
    {"short", "short"},
    {"aaaa bbbb cccc", "aaaa bbbb\ncccc"},
    {"aaaaaaaaaa b", "aaaaaaaaaa\nb"},
    {"aaaaaaaaaaaa b", "aaaaaaaaaa\naa b"},
    {"\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 bbbb c", "\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9 bbbb\nc"},
};

START_TEST(labels_wrap_between_words_at_ten_code_points) {
    buf got = {0};
    label_wrap(&got, str_of(wraps[_i].text), 10);
    ck_assert_strings_eq(buf_str(&got), str_of(wraps[_i].lines));
    buf_free(&got);
}
END_TEST

static const struct {
    const char *text, *plain;
} plains[] = {
    {" a \r\n\t b\xC2\xA0 ", "a b"}, {"a\x01z", "a\xEF\xBF\xBDz"},  {"abcdefghijk", "abcdefghij\xE2\x80\xA6"},
    {"abcdefghij ", "abcdefghij"},    {"\xFF\xC3", "\xEF\xBF\xBD\xEF\xBF\xBD"}, {"", ""},
};

START_TEST(plain_text_is_one_line_that_xml_can_hold) {
    buf got = {0};
    label_plain(&got, str_of(plains[_i].text), 10);
    ck_assert_strings_eq(buf_str(&got), str_of(plains[_i].plain));
    buf_free(&got);
}
END_TEST

/* ---- DOT */

START_TEST(dot_names_styles_and_points_to_the_text) {
    fixture f;
    open_essay(&f);
    buf got = written(&f, HENCE_DOT, NULL);
    ck_assert_has(got, "class=\"claim premise\"");
    ck_assert_has(got, "class=\"claim conclusion thesis\"");
    ck_assert_has(got, "label=\"Higher rents <\\\"cruel\\\" &amp;\\nusual>\"");
    ck_assert_has(got, "URL=\"a%20b.txt#char=2,32\"");
    ck_assert_has(got, "tooltip=\"Lankov, s1: ");
    ck_assert_has(got, "c1 -> c2");
    ck_assert_has(got, "class=\"link consequence decrease asserted\"");
    ck_assert_has(got, "label=\" thereby (\xE2\x88\x92)\"");
    ck_assert_has(got, "label=\" not: though\"");
    ck_assert_has(got, "label=\" (+)\"");
    ck_assert_has(got, "arrowhead=tee");
    ck_assert_has(got, "style=dashed");
    ck_assert_has(got, "style=dotted");
    ck_assert_lacks(got, "claims shown");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

/* Whatever the text, DOT reads back as the same labels (Graphviz decodes entities only when it draws). */
START_TEST(dot_of_any_text_reads_back) {
    static const char bytes[] = "\\\"&;<>{}|[]\n\t\x7F#%N GTELl\xC3\xA9\xE2\x80\x94/*-->";
    unsigned seed = (unsigned)_i * 2654435761U + 1;
    fixture f;
    char words[64];
    size_t n = 0;
    while (n < 40) {
        seed = seed * 1664525U + 1013904223U;
        size_t at = (seed >> 16) % (sizeof bytes - 1);
        if ((unsigned char)bytes[at] < 0x80)
            words[n++] = bytes[at];
    }
    words[n++] = _i % 2 ? '\\' : 'x';
    words[n] = '\0';
    fixture_open(&f, words, "a.txt");
    uint32_t a = fixture_claim(&f, words, ROLE_PREMISE), b = fixture_claim(&f, words, ROLE_CONCLUSION);
    fixture_link(&f, a, b, RELATION_CONDITION, POLARITY_NONE, CERTAINTY_PROBABLE, words);
    buf got = written(&f, HENCE_DOT, NULL), want = {0}, plain = {0}, lines = {0};
    graphviz_lock();
    Agraph_t *g = agmemread(got.data);
    graphviz_unlock();
    ck_assert_msg(g, "does not parse:\n%s", got.data);
    ck_assert_int_eq(agnnodes(g), 2);
    ck_assert_int_eq(agnedges(g), 1);
    label_plain(&plain, str_of(words), 160);
    label_wrap(&lines, buf_str(&plain), 24);
    label_escape(&want, buf_str(&lines));
    char id[] = "c1", label[] = "label";
    ck_assert_str_eq(agget(agnode(g, id, 0), label), want.data);
    agclose(g);
    buf picture = written(&f, HENCE_SVG, NULL);
    FILE *check = popen("xmllint --noout --nonet - 2>&1 || test $? = 127", "w");
    fwrite(picture.data, 1, picture.len, check);
    ck_assert_msg(pclose(check) == 0, "no XML:\n%s", picture.data);
    buf_free(&picture);
    buf_free(&got);
    buf_free(&want);
    buf_free(&plain);
    buf_free(&lines);
    fixture_close(&f);
}
END_TEST

/* ---- pictures */

START_TEST(svg_says_what_it_shows) {
    fixture f;
    open_essay(&f);
    f.map.text.paragraphs.items[0].kind = PARAGRAPH_TITLE;
    buf got = written(&f, HENCE_SVG, NULL);
    ck_assert_has(got, "role=\"img\" aria-labelledby=\"hence-title hence-desc\"");
    ck_assert_has(got, " lang=\"en\"");
    ck_assert_has(got, "<title id=\"hence-title\">Argument map: \xF0\x9F\x9A\x80 Higher rents &lt;&quot;cruel&quot; &amp; usual&gt;");
    ck_assert_has(got, "4 claims and 3 links. The text argues for \xE2\x80\x9Cwages\xE2\x80\x9D.");
    ck_assert_has(got, "\xE2\x80\x9Cnew hiring\xE2\x80\x9D possibly increases \xE2\x80\x9Cwages\xE2\x80\x9D.");
    ck_assert_has(got, "does not count against");
    ck_assert_has(got, "id=\"c1\" class=\"node claim premise\"");
    ck_assert_has(got, "id=\"l2\" class=\"edge link consequence increase possible\"");
    ck_assert_has(got, "xlink:href=\"a%20b.txt#char=2,32\"");
    ck_assert_has(got, ">new hiring</text>");
    ck_assert_lacks(got, "graphviz version");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

static const hence_format pictures[] = {HENCE_DOT, HENCE_JSON, HENCE_SVG, HENCE_PNG, HENCE_PDF};

START_TEST(two_runs_give_the_same_bytes) {
    fixture f;
    open_essay(&f);
    buf one = written(&f, pictures[_i], NULL);
    struct timespec second = {1, 100000000};
    if (pictures[_i] == HENCE_PDF)
        nanosleep(&second, NULL); /* a PDF is dated to the second */
    setenv("TZ", "Asia/Kolkata", 1);
    tzset();
    buf two = written(&f, pictures[_i], NULL);
    ck_assert_uint_gt(one.len, 100);
    if (pictures[_i] == HENCE_PDF)
        ck_assert(memcmp(one.data, "%PDF", 4) == 0);
    if (pictures[_i] != HENCE_PDF || has(&one, "/CreationDate"))
        ck_assert(str_equal(buf_str(&one), buf_str(&two)));
    if (pictures[_i] == HENCE_PNG)
        ck_assert(memcmp(one.data, "\x89PNG", 4) == 0);
    buf_free(&one);
    buf_free(&two);
    fixture_close(&f);
}
END_TEST

START_TEST(an_empty_map_is_drawn_too) {
    fixture f;
    fixture_open(&f, "", "-");
    buf got = written(&f, pictures[_i], NULL);
    ck_assert_uint_gt(got.len, 50);
    if (pictures[_i] == HENCE_SVG || pictures[_i] == HENCE_DOT) {
        ck_assert_has(got, "no claims found");
        ck_assert_has(got, "standard input");
    }
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(the_backbone_is_small_and_says_what_it_leaves_out) {
    fixture f;
    fixture_chain(&f, 61);
    buf got = written(&f, HENCE_DOT, NULL);
    ck_assert_has(got, "40 of 61 claims shown");
    ck_assert_uint_eq(times(&got, "class=\"claim "), 40);
    buf_free(&got);
    got = written(&f, HENCE_DOT, &(hence_write_options){.max_claims = 7});
    ck_assert_has(got, "7 of 61 claims shown");
    ck_assert_uint_eq(times(&got, "class=\"claim "), 7);
    ck_assert_uint_ge(times(&got, "class=\"link "), 6); /* they hang together */
    buf_free(&got);
    got = written(&f, HENCE_DOT, &(hence_write_options){.all = true});
    ck_assert_lacks(got, "claims shown");
    ck_assert_uint_eq(times(&got, "class=\"claim "), 61);
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(a_claim_without_links_is_not_drawn) {
    fixture f;
    open_essay(&f);
    fixture_claim(&f, "usual", ROLE_ISOLATED);
    buf got = written(&f, HENCE_DOT, NULL);
    ck_assert_lacks(got, "c5");
    ck_assert_has(got, "4 of 5 claims shown");
    buf_free(&got);
    got = written(&f, HENCE_DOT, &(hence_write_options){.all = true});
    ck_assert_has(got, "class=\"claim isolated\"");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(repairs_are_shown_when_asked_for) {
    fixture f;
    open_essay(&f);
    buf got = written(&f, HENCE_DOT, NULL);
    ck_assert_lacks(got, "read as");
    buf_free(&got);
    got = written(&f, HENCE_DOT, &(hence_write_options){.repairs = true});
    ck_assert_has(got, "s1: \xE2\x80\x9Cmay fall\xE2\x80\x9D read as \xE2\x80\x9C" "fall may\xE2\x80\x9D");
    buf_free(&got);
    fixture_close(&f);
}
END_TEST

START_TEST(a_full_disk_is_an_error) {
    fixture f;
    open_essay(&f);
    FILE *out = fopen("/dev/full", "w");
    if (out) {
        hence_error err = {0};
        ck_assert_int_eq(hence_map_write(&f.map, HENCE_JSON, NULL, out, &err), -1);
        ck_assert_int_eq(err.code, HENCE_EWRITE);
        ck_assert_str_eq(err.text, "cannot write: No space left on device");
        fclose(out);
    }
    fixture_close(&f);
}
END_TEST

static void *draw(void *into) {
    fixture f;
    open_essay(&f);
    for (int i = 0; i < 5; i++) {
        buf_free(into);
        *(buf *)into = written(&f, i % 2 ? HENCE_DOT : HENCE_SVG, NULL);
    }
    fixture_close(&f);
    return NULL;
}

START_TEST(threads_may_draw_at_once) {
    pthread_t threads[4];
    buf got[4] = {0};
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, draw, &got[i]), 0);
    for (int i = 0; i < 4; i++) {
        pthread_join(threads[i], NULL);
        ck_assert(str_equal(buf_str(&got[i]), buf_str(&got[0])));
    }
    for (int i = 0; i < 4; i++)
        buf_free(&got[i]);
}
END_TEST

SUITE("write", TEST(formats_have_names), TEST(json_has_every_field_in_its_order),
      TEST(json_of_an_empty_document_has_empty_arrays), TEST(json_joins_the_parts_of_a_marker_and_has_no_sense_for_a_verb),
      TEST(json_of_any_text_parses_and_gives_the_text_back), LOOP(labels_wrap_between_words_at_ten_code_points, wraps),
      LOOP(plain_text_is_one_line_that_xml_can_hold, plains), TEST(dot_names_styles_and_points_to_the_text),
      LOOP_N(dot_of_any_text_reads_back, 40), TEST(svg_says_what_it_shows), LOOP(two_runs_give_the_same_bytes, pictures),
      LOOP(an_empty_map_is_drawn_too, pictures), TEST(the_backbone_is_small_and_says_what_it_leaves_out),
      TEST(a_claim_without_links_is_not_drawn), TEST(repairs_are_shown_when_asked_for), TEST(a_full_disk_is_an_error),
      TEST(threads_may_draw_at_once))
