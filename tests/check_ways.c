#include <config.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "graph/cycle.h"
#include "graph/find.h"
#include "graph/path.h"
#include "graph/select.h"
#include "maps.h"
#include "runner.h"
#include "write/paths.h"
#include "write/words.h"
#include "write/write.h"

static hence_lexicon *lexicon;

static void open_map(fixture *f, const char *words) {
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, NULL);
    fixture_open(f, words, "essay.txt");
    f->map.lexicon = lexicon;
}

/* Claims a, b, c ... whose labels and mentions are these words. */
static void claims(fixture *f, size_t count) {
    static const char *const words[] = {"alpha", "bravo", "charlie", "delta", "echo", "foxtrot"};
    for (size_t i = 0; i < count; i++)
        fixture_claim(f, words[i], ROLE_INTERMEDIATE);
}

static claim_link *leads(fixture *f, uint32_t source, uint32_t target, certainty c) {
    return fixture_link(f, source, target, RELATION_CONSEQUENCE, POLARITY_INCREASE, c, NULL);
}

static const char alphabet[] = "alpha bravo charlie delta echo foxtrot";

/* ---- find */

static const struct {
    const char *words;
    const char *named; /* claims by number */
} questions[] = {
    {"c2", "2"},                     /* an id */
    {"C2", ""},                      /* which is lower case */
    {"c9", ""},                      /* and there is such a claim */
    {"water prices", "1"},           /* a whole label names its claim alone */
    {"WATER  price", "13"},          /* else words, by stem, in label or mention */
    {"the price of water", "13"},    /* words that name nothing don't count */
    {"price", "13"},
    {"farms closed", "2"},
    {"closing farm", "2"},
    {"prices farms", ""},            /* all of them must stand there */
    {"levy", "3"},                   /* in the mention, not in the label */
    {"duties", ""},
    {"tax", "3"},                    /* a synonym, where no claim has the word itself */
    {"", ""},
    {"...", ""},
    {"of the", ""},
};

START_TEST(words_name_claims) {
    fixture f;
    open_map(&f, "Water prices rose, farms closed, and the levy on water prices failed.");
    fixture_claim(&f, "Water prices", ROLE_PREMISE);
    fixture_claim(&f, "farms closed", ROLE_PREMISE);
    f.map.claims.items[fixture_claim(&f, "levy on water prices", ROLE_CONCLUSION)].label = str_of("dearer water price");
    bool named[3];
    size_t count;
    char got[4] = "";
    ck_assert_int_eq(find_claims(&f.map, str_of(questions[_i].words), named, &count, NULL), 0);
    for (int i = 0; i < 3; i++)
        if (named[i])
            got[strlen(got)] = "123"[i];
    ck_assert_msg(strcmp(got, questions[_i].named) == 0 && count == strlen(got), "'%s' names \"%s\", not \"%s\"", questions[_i].words, got,
                  questions[_i].named);
    fixture_close(&f);
}
END_TEST

START_TEST(ids_are_read_whole) {
    ck_assert_uint_eq(find_id(str_of("l12"), 'l', 12), 11);
    static const char *const wrong[] = {"l13", "c12", "l", "l0", "l01", "l1x", "12", "", "l99999999999999999999"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        ck_assert_msg(find_id(str_of(wrong[i]), 'l', 12) == NONE, "%s", wrong[i]);
}
END_TEST

/* ---- select: alpha -> bravo -> charlie -> delta, and echo -> foxtrot apart */

static const struct {
    hence_write_options options;
    const char *claims; /* shown, by first letter */
    size_t links;
} choices[] = {
    {{.all = true}, "abcdef", 4},
    {{0}, "abcdef", 4},
    {{.focus = "alpha"}, "abc", 2},
    {{.focus = "alpha", .depth = 1}, "ab", 1},
    {{.focus = "alpha", .depth = 9}, "abcd", 3},
    {{.focus = "charlie", .depth = 1}, "bcd", 2}, /* both ways */
    {{.focus = "c5"}, "ef", 1},
    {{.least = HENCE_POSSIBLE}, "abcd", 3}, /* echo's link is denied */
    {{.least = HENCE_PROBABLE}, "abc", 2},
    {{.least = HENCE_ASSERTED, .all = true}, "ab", 1},
    {{.focus = "alpha", .depth = 9, .least = HENCE_PROBABLE}, "abc", 2}, /* no way through a link that is left out */
    {{.focus = "charlie", .max_claims = 2}, "bc", 1},
};

START_TEST(options_choose_what_is_shown) {
    fixture f;
    open_map(&f, alphabet);
    claims(&f, 6);
    leads(&f, 0, 1, CERTAINTY_ASSERTED);
    leads(&f, 1, 2, CERTAINTY_PROBABLE);
    leads(&f, 2, 3, CERTAINTY_POSSIBLE);
    leads(&f, 4, 5, CERTAINTY_DENIED);
    f.map.claims.items[4].component = f.map.claims.items[5].component = 1;
    selection s;
    ck_assert_int_eq(select_claims(&f.map, &choices[_i].options, &s, NULL), 0);
    char got[8] = "";
    for (int i = 0; i < 6; i++)
        if (s.claims[i])
            got[strlen(got)] = "abcdef"[i];
    ck_assert_str_eq(got, choices[_i].claims);
    ck_assert_uint_eq(s.claim_count, strlen(got));
    ck_assert_uint_eq(s.link_count, choices[_i].links);
    selection_free(&s);
    fixture_close(&f);
}
END_TEST

START_TEST(a_focus_on_nothing_is_refused) {
    fixture f;
    open_map(&f, alphabet);
    claims(&f, 2);
    leads(&f, 0, 1, CERTAINTY_ASSERTED);
    hence_error err = {0};
    selection s;
    ck_assert_int_eq(select_claims(&f.map, &(hence_write_options){.focus = "zulu"}, &s, &err), -1);
    ck_assert_int_eq(err.code, HENCE_ENONE);
    ck_assert_str_eq(err.text, "no claim is named by 'zulu'");
    fixture_close(&f);
}
END_TEST

/* ---- path */

static path_list lines_of(fixture *f, arena *mem, uint32_t from, uint32_t to) {
    bool *sources = arena_new(mem, bool, f->map.claims.count), *targets = arena_new(mem, bool, f->map.claims.count);
    path_list found;
    sources[from] = targets[to] = true;
    ck_assert_int_eq(path_find(mem, &f->map, sources, targets, &found, NULL), 0);
    return found;
}

START_TEST(lines_come_strongest_first) {
    fixture f;
    arena mem = {0};
    open_map(&f, alphabet);
    claims(&f, 4);
    leads(&f, 0, 3, CERTAINTY_POSSIBLE)->strength = 0.9;          /* l1 */
    leads(&f, 0, 1, CERTAINTY_ASSERTED)->strength = 0.9;          /* l2 */
    leads(&f, 1, 3, CERTAINTY_PROBABLE)->strength = 0.5;          /* l3 */
    leads(&f, 0, 2, CERTAINTY_ASSERTED)->strength = 0.5;          /* l4 */
    leads(&f, 2, 3, CERTAINTY_PROBABLE)->strength = 0.5;          /* l5 */
    leads(&f, 3, 0, CERTAINTY_ASSERTED);                          /* l6: back */
    path_list found = lines_of(&f, &mem, 0, 3);
    ck_assert_uint_eq(found.count, 3);
    ck_assert(!found.cut);
    ck_assert_uint_eq(found.items[0].count, 2);
    ck_assert_uint_eq(found.items[0].links[0], 1);
    ck_assert_uint_eq(found.items[0].links[1], 2);
    ck_assert_int_eq(found.items[0].certainty, CERTAINTY_PROBABLE);
    ck_assert_double_eq_tol(found.items[0].strength, 0.45, 1e-9);
    ck_assert_uint_eq(found.items[1].links[0], 3);
    ck_assert_uint_eq(found.items[2].count, 1);
    ck_assert_int_eq(found.items[2].certainty, CERTAINTY_POSSIBLE);
    found = lines_of(&f, &mem, 3, 2);
    ck_assert_uint_eq(found.count, 1); /* against the arrows there is only the way round */
    ck_assert_uint_eq(found.items[0].links[0], 5);
    ck_assert_uint_eq(lines_of(&f, &mem, 2, 2).count, 0);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

static const struct {
    polarity first, second;
    bool less; /* of the claim between does the second step */
    certainty second_certainty, certainty;
    polarity sign;
} products[] = {
    {POLARITY_INCREASE, POLARITY_INCREASE, false, CERTAINTY_ASSERTED, CERTAINTY_ASSERTED, POLARITY_INCREASE},
    {POLARITY_INCREASE, POLARITY_DECREASE, false, CERTAINTY_PROBABLE, CERTAINTY_PROBABLE, POLARITY_DECREASE},
    {POLARITY_DECREASE, POLARITY_DECREASE, false, CERTAINTY_POSSIBLE, CERTAINTY_POSSIBLE, POLARITY_INCREASE},
    {POLARITY_DECREASE, POLARITY_NONE, false, CERTAINTY_ASSERTED, CERTAINTY_ASSERTED, POLARITY_NONE},
    {POLARITY_INCREASE, POLARITY_INCREASE, false, CERTAINTY_DENIED, CERTAINTY_DENIED, POLARITY_NONE},
    {POLARITY_DECREASE, POLARITY_INCREASE, true, CERTAINTY_ASSERTED, CERTAINTY_ASSERTED, POLARITY_INCREASE},
    {POLARITY_DECREASE, POLARITY_DECREASE, true, CERTAINTY_ASSERTED, CERTAINTY_ASSERTED, POLARITY_DECREASE},
};

START_TEST(a_line_has_the_product_of_signs_and_the_weakest_certainty) {
    fixture f;
    arena mem = {0};
    open_map(&f, alphabet);
    claims(&f, 3);
    fixture_link(&f, 0, 1, RELATION_CONSEQUENCE, products[_i].first, CERTAINTY_ASSERTED, NULL);
    fixture_link(&f, 1, 2, RELATION_SUPPORT, products[_i].second, products[_i].second_certainty, NULL)->less = products[_i].less;
    path_list found = lines_of(&f, &mem, 0, 2);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_int_eq(found.items[0].sign, products[_i].sign);
    ck_assert_int_eq(found.items[0].certainty, products[_i].certainty);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

START_TEST(details_and_company_lead_nowhere) {
    static const relation relations[] = {RELATION_CONSEQUENCE, RELATION_SUPPORT,     RELATION_ATTACK,
                                         RELATION_CONDITION,   RELATION_ELABORATION, RELATION_CORRELATION};
    arena mem = {0};
    for (int i = 0; i < 6; i++) {
        fixture f;
        open_map(&f, alphabet);
        claims(&f, 2);
        fixture_link(&f, 0, 1, relations[i], POLARITY_NONE, CERTAINTY_ASSERTED, NULL);
        ck_assert_uint_eq(lines_of(&f, &mem, 0, 1).count, i < 4);
        fixture_close(&f);
    }
    arena_free(&mem);
}
END_TEST

START_TEST(links_that_say_less_are_left_out) {
    fixture f;
    arena mem = {0};
    open_map(&f, alphabet);
    claims(&f, 2);
    fixture_link(&f, 0, 1, RELATION_CONSEQUENCE, POLARITY_NONE, CERTAINTY_ASSERTED, NULL);
    leads(&f, 0, 1, CERTAINTY_ASSERTED);
    leads(&f, 0, 1, CERTAINTY_POSSIBLE);
    path_list found = lines_of(&f, &mem, 0, 1);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.items[0].links[0], 1);
    fixture_link(&f, 0, 1, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_POSSIBLE, NULL); /* but not what contradicts */
    leads(&f, 0, 1, CERTAINTY_DENIED);
    ck_assert_uint_eq(lines_of(&f, &mem, 0, 1).count, 3);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

START_TEST(lines_neither_pass_their_ends_nor_go_on_too_long) {
    fixture f;
    arena mem = {0};
    open_map(&f, alphabet);
    claims(&f, 4);
    for (uint32_t i = 0; i < 3; i++)
        leads(&f, i, i + 1, CERTAINTY_ASSERTED);
    bool from[4] = {true, true}, to[4] = {false, false, true, true};
    path_list found;
    ck_assert_int_eq(path_find(&mem, &f.map, from, to, &found, NULL), 0);
    ck_assert_uint_eq(found.count, 1); /* bravo to charlie: the one line between them */
    ck_assert_uint_eq(found.items[0].links[0], 1);
    fixture_close(&f);
    for (uint32_t steps = PATH_STEPS; steps <= PATH_STEPS + 1; steps++) {
        open_map(&f, alphabet);
        for (uint32_t i = 0; i <= steps; i++)
            fixture_claim(&f, "alpha", ROLE_INTERMEDIATE);
        for (uint32_t i = 0; i < steps; i++)
            leads(&f, i, i + 1, CERTAINTY_ASSERTED);
        ck_assert_uint_eq(lines_of(&f, &mem, 0, steps).count, steps == PATH_STEPS);
        fixture_close(&f);
    }
    arena_free(&mem);
}
END_TEST

START_TEST(of_very_many_lines_the_strongest_are_kept) {
    enum { LAYERS = 11, WIDE = 6 }; /* 6^11 lines */
    fixture f;
    arena mem = {0};
    open_map(&f, alphabet);
    for (int i = 0; i < LAYERS * WIDE + 2; i++)
        fixture_claim(&f, "alpha", ROLE_INTERMEDIATE);
    uint32_t start = LAYERS * WIDE, end = start + 1;
    for (uint32_t k = 0; k < WIDE; k++) {
        leads(&f, start, k, CERTAINTY_ASSERTED)->strength = 1;
        leads(&f, (LAYERS - 1) * WIDE + k, end, CERTAINTY_ASSERTED)->strength = 1;
        for (uint32_t layer = 0; layer + 1 < LAYERS; layer++)
            for (uint32_t j = 0; j < WIDE; j++)
                leads(&f, layer * WIDE + k, (layer + 1) * WIDE + j, CERTAINTY_ASSERTED)->strength = j ? 0.5 : 1;
    }
    path_list found = lines_of(&f, &mem, start, end);
    ck_assert(found.cut);
    ck_assert_uint_gt(found.count, 0);
    ck_assert_uint_le(found.count, PATH_MOST);
    ck_assert_double_eq(found.items[0].strength, 1);
    for (size_t i = 1; i < found.count; i++)
        ck_assert_double_le(found.items[i].strength, found.items[i - 1].strength);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

/* ---- cycle */

START_TEST(each_knot_has_one_short_cycle) {
    fixture f;
    arena mem = {0};
    cycle_list got;
    open_map(&f, alphabet);
    claims(&f, 6);
    leads(&f, 0, 1, CERTAINTY_ASSERTED);
    leads(&f, 1, 2, CERTAINTY_ASSERTED); /* a b c, and a b d c round */
    leads(&f, 1, 3, CERTAINTY_ASSERTED);
    leads(&f, 3, 2, CERTAINTY_ASSERTED);
    leads(&f, 2, 0, CERTAINTY_ASSERTED); /* l5 */
    leads(&f, 2, 4, CERTAINTY_ASSERTED);
    leads(&f, 4, 5, CERTAINTY_ASSERTED);
    ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
    ck_assert_uint_eq(got.count, 1);
    ck_assert_uint_eq(got.items[0].count, 3);
    ck_assert_uint_eq(got.items[0].knot, 4);
    for (uint32_t i = 0; i < 3; i++) {
        const claim_link *l = &f.map.links.items[got.items[0].links[i]];
        ck_assert_uint_eq(got.items[0].claims[i], i);
        ck_assert_uint_eq(l->source, i);
        ck_assert_uint_eq(l->target, (i + 1) % 3);
    }
    leads(&f, 5, 4, CERTAINTY_DENIED); /* what is denied closes no circle, nor does a detail */
    fixture_link(&f, 5, 4, RELATION_ELABORATION, POLARITY_NONE, CERTAINTY_ASSERTED, NULL);
    ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
    ck_assert_uint_eq(got.count, 1);
    leads(&f, 5, 4, CERTAINTY_POSSIBLE);
    ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
    ck_assert_uint_eq(got.count, 2);
    ck_assert_uint_eq(got.items[1].claims[0], 4);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

/* A ring of many claims: searches and writers must not recurse once a claim. */
static void open_ring(fixture *f, size_t many, bool closed) {
    open_map(f, alphabet);
    fixture_claim(f, "alpha", ROLE_INTERMEDIATE);
    for (size_t i = 1; i < many; i++) {
        fixture_claim(f, "bravo", ROLE_INTERMEDIATE);
        leads(f, (uint32_t)i - 1, (uint32_t)i, CERTAINTY_ASSERTED);
    }
    if (closed)
        leads(f, (uint32_t)many - 1, 0, CERTAINTY_ASSERTED);
}

START_TEST(a_ring_of_any_size_is_found_and_listed) {
    enum { MANY = 200000 };
    for (int closed = 0; closed < 2; closed++) {
        fixture f;
        arena mem = {0};
        cycle_list got;
        buf text = {0};
        open_ring(&f, MANY, closed);
        ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
        ck_assert_uint_eq(got.count, (size_t)closed);
        if (closed)
            ck_assert_uint_eq(got.items[0].count, MANY);
        ck_assert_int_eq(write_outline(&f.map, NULL, &text, NULL), 0);
        size_t lines = 0;
        for (size_t i = 0; i < text.len; i++)
            lines += text.data[i] == '\n';
        ck_assert_uint_eq(lines, MANY + 3 + (closed ? 4 : 0)); /* one a claim, title, count, blank; and the circle's */
        buf_free(&text);
        arena_free(&mem);
        fixture_close(&f);
    }
}
END_TEST

/* ---- outline and lines as text */

static const char rents[] = "Higher rents thereby cut hiring and hiring may lift wages though vans idle";

static void open_rents(fixture *f) {
    open_map(f, rents);
    uint32_t a = fixture_claim(f, "Higher rents", ROLE_PREMISE), b = fixture_claim(f, "hiring", ROLE_INTERMEDIATE);
    uint32_t c = fixture_claim(f, "wages", ROLE_CONCLUSION), d = fixture_claim(f, "vans idle", ROLE_PREMISE);
    fixture_link(f, a, b, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_ASSERTED, "thereby");
    fixture_link(f, b, c, RELATION_CONSEQUENCE, POLARITY_INCREASE, CERTAINTY_POSSIBLE, "may lift");
    fixture_link(f, d, c, RELATION_ATTACK, POLARITY_NONE, CERTAINTY_DENIED, "though");
    fixture_link(f, b, d, RELATION_SUPPORT, POLARITY_NONE, CERTAINTY_PROBABLE, NULL);
    f->map.thesis = c;
}

static void wrote(int result, buf *got, const char *want) {
    ck_assert_int_eq(result, 0);
    ck_assert_msg(got->data && strcmp(got->data, want) == 0, "got:\n%s\nwant:\n%s", got->data ? got->data : "", want);
    buf_free(got);
}

START_TEST(an_outline_unfolds_each_claim_once) {
    fixture f;
    buf got = {0};
    open_rents(&f);
    wrote(write_outline(&f.map, NULL, &got, NULL), &got,
          "essay.txt\n"
          "4 claims, 4 links.\n"
          "\n"
          "wages [s1]: what the text argues for\n"
          "  possibly increased by: hiring [\xE2\x80\x9Cmay lift\xE2\x80\x9D, s1]\n"
          "    decreased by: Higher rents [\xE2\x80\x9Cthereby\xE2\x80\x9D, s1]\n"
          "  not opposed by: vans idle [\xE2\x80\x9Cthough\xE2\x80\x9D, s1]\n"
          "    probably supported by: hiring [s1], see above\n");
    leads(&f, 2, 1, CERTAINTY_ASSERTED); /* wages raise hiring: round it goes */
    wrote(write_outline(&f.map, &(hence_write_options){.focus = "wages", .depth = 1, .least = HENCE_POSSIBLE, .width = 40}, &got, NULL), &got,
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
    open_map(&f, "");
    wrote(write_outline(&f.map, NULL, &got, NULL), &got, "essay.txt\nNo claims found.\n");
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
    wrote(0, &got, "s1, s2, s3, s4, s5, s6, s7, s8 and 2 more");
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
    wrote(0, &got,
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
    open_map(&f, "Housing & Jobs Higher rents thereby cut hiring");
    arena *mem = &f.document->mem;
    span head = fixture_span(&f, "Housing & Jobs"), body = fixture_span(&f, "Higher rents thereby cut hiring");
    f.map.text.paragraphs.items[0] = (paragraph){.span = head, .kind = PARAGRAPH_HEADING, .sentence_count = 1};
    f.map.text.sentences.items[0].span = head;
    *LIST_PUSH(mem, &f.map.text.paragraphs) = (paragraph){.span = body, .first_sentence = 1, .sentence_count = 1};
    *LIST_PUSH(mem, &f.map.text.sentences) = (sentence){.span = body, .paragraph = 1};
    uint32_t a = fixture_claim(&f, "Higher rents", ROLE_PREMISE), b = fixture_claim(&f, "hiring", ROLE_CONCLUSION);
    f.map.claims.items[a].mentions.items[0].sentence = f.map.claims.items[b].mentions.items[0].sentence = 1;
    f.map.claims.items[a].label = str_of("rents");
    leads(&f, a, b, CERTAINTY_ASSERTED)->evidence.items[0].sentence = 1;
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

SUITE("ways", LOOP(words_name_claims, questions), TEST(ids_are_read_whole), LOOP(options_choose_what_is_shown, choices),
      TEST(a_focus_on_nothing_is_refused), TEST(lines_come_strongest_first),
      LOOP(a_line_has_the_product_of_signs_and_the_weakest_certainty, products), TEST(details_and_company_lead_nowhere),
      TEST(links_that_say_less_are_left_out), TEST(lines_neither_pass_their_ends_nor_go_on_too_long),
      TEST(of_very_many_lines_the_strongest_are_kept), TEST(each_knot_has_one_short_cycle), TEST(a_ring_of_any_size_is_found_and_listed),
      TEST(an_outline_unfolds_each_claim_once), TEST(lines_are_told_with_the_words_of_the_text), TEST(of_many_places_the_surest_are_quoted_and_the_others_counted),
      TEST(lines_as_json_have_the_ids_of_the_map),
      TEST(a_picture_of_lines_shows_these_alone), TEST(words_that_name_nothing_are_told_apart_from_no_line),
      TEST(sections_are_framed_and_labels_written_out))
