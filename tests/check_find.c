#include <config.h>

#include <string.h>

#include "graph/find.h"
#include "graph/select.h"
#include "maps.h"
#include "runner.h"

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
    fixture_open(&f, "Water prices rose, farms closed, and the levy on water prices failed.", "essay.txt");
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
    {{.max_claims = 5}, "abcd", 3}, /* echo would stand alone */
};

START_TEST(options_choose_what_is_shown) {
    fixture f;
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 6);
    fixture_leads(&f, 0, 1, CERTAINTY_ASSERTED);
    fixture_leads(&f, 1, 2, CERTAINTY_PROBABLE);
    fixture_leads(&f, 2, 3, CERTAINTY_POSSIBLE);
    fixture_leads(&f, 4, 5, CERTAINTY_DENIED);
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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 2);
    fixture_leads(&f, 0, 1, CERTAINTY_ASSERTED);
    hence_error err = {0};
    selection s;
    ck_assert_int_eq(select_claims(&f.map, &(hence_write_options){.focus = "zulu"}, &s, &err), -1);
    ck_assert_int_eq(err.code, HENCE_ENONE);
    ck_assert_str_eq(err.text, "no claim is named by 'zulu'");
    fixture_close(&f);
}
END_TEST

SUITE("find", LOOP(words_name_claims, questions), TEST(ids_are_read_whole), LOOP(options_choose_what_is_shown, choices),
      TEST(a_focus_on_nothing_is_refused))
