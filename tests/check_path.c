#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "graph/cycle.h"
#include "graph/path.h"
#include "maps.h"
#include "runner.h"
#include "write/write.h"

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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 4);
    fixture_leads(&f, 0, 3, CERTAINTY_POSSIBLE)->strength = 0.9;          /* l1 */
    fixture_leads(&f, 0, 1, CERTAINTY_ASSERTED)->strength = 0.9;          /* l2 */
    fixture_leads(&f, 1, 3, CERTAINTY_PROBABLE)->strength = 0.5;          /* l3 */
    fixture_leads(&f, 0, 2, CERTAINTY_ASSERTED)->strength = 0.5;          /* l4 */
    fixture_leads(&f, 2, 3, CERTAINTY_PROBABLE)->strength = 0.5;          /* l5 */
    fixture_leads(&f, 3, 0, CERTAINTY_ASSERTED);                          /* l6: back */
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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 3);
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
        fixture_open(&f, fixture_alphabet, "essay.txt");
        fixture_claims(&f, 2);
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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 2);
    fixture_link(&f, 0, 1, RELATION_CONSEQUENCE, POLARITY_NONE, CERTAINTY_ASSERTED, NULL);
    fixture_leads(&f, 0, 1, CERTAINTY_ASSERTED);
    fixture_leads(&f, 0, 1, CERTAINTY_POSSIBLE);
    path_list found = lines_of(&f, &mem, 0, 1);
    ck_assert_uint_eq(found.count, 1);
    ck_assert_uint_eq(found.items[0].links[0], 1);
    fixture_link(&f, 0, 1, RELATION_CONSEQUENCE, POLARITY_DECREASE, CERTAINTY_POSSIBLE, NULL); /* but not what contradicts */
    fixture_leads(&f, 0, 1, CERTAINTY_DENIED);
    ck_assert_uint_eq(lines_of(&f, &mem, 0, 1).count, 3);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

START_TEST(lines_neither_pass_their_ends_nor_go_on_too_long) {
    fixture f;
    arena mem = {0};
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 4);
    for (uint32_t i = 0; i < 3; i++)
        fixture_leads(&f, i, i + 1, CERTAINTY_ASSERTED);
    bool from[4] = {true, true}, to[4] = {false, false, true, true};
    path_list found;
    ck_assert_int_eq(path_find(&mem, &f.map, from, to, &found, NULL), 0);
    ck_assert_uint_eq(found.count, 1); /* bravo to charlie: the one line between them */
    ck_assert_uint_eq(found.items[0].links[0], 1);
    fixture_close(&f);
    for (uint32_t steps = PATH_STEPS; steps <= PATH_STEPS + 1; steps++) {
        fixture_open(&f, fixture_alphabet, "essay.txt");
        for (uint32_t i = 0; i <= steps; i++)
            fixture_claim(&f, "alpha", ROLE_INTERMEDIATE);
        for (uint32_t i = 0; i < steps; i++)
            fixture_leads(&f, i, i + 1, CERTAINTY_ASSERTED);
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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    for (int i = 0; i < LAYERS * WIDE + 2; i++)
        fixture_claim(&f, "alpha", ROLE_INTERMEDIATE);
    uint32_t start = LAYERS * WIDE, end = start + 1;
    for (uint32_t k = 0; k < WIDE; k++) {
        fixture_leads(&f, start, k, CERTAINTY_ASSERTED)->strength = 1;
        fixture_leads(&f, (LAYERS - 1) * WIDE + k, end, CERTAINTY_ASSERTED)->strength = 1;
        for (uint32_t layer = 0; layer + 1 < LAYERS; layer++)
            for (uint32_t j = 0; j < WIDE; j++)
                fixture_leads(&f, layer * WIDE + k, (layer + 1) * WIDE + j, CERTAINTY_ASSERTED)->strength = j ? 0.5 : 1;
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
    fixture_open(&f, fixture_alphabet, "essay.txt");
    fixture_claims(&f, 6);
    fixture_leads(&f, 0, 1, CERTAINTY_ASSERTED);
    fixture_leads(&f, 1, 2, CERTAINTY_ASSERTED); /* a b c, and a b d c round */
    fixture_leads(&f, 1, 3, CERTAINTY_ASSERTED);
    fixture_leads(&f, 3, 2, CERTAINTY_ASSERTED);
    fixture_leads(&f, 2, 0, CERTAINTY_ASSERTED); /* l5 */
    fixture_leads(&f, 2, 4, CERTAINTY_ASSERTED);
    fixture_leads(&f, 4, 5, CERTAINTY_ASSERTED);
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
    fixture_leads(&f, 5, 4, CERTAINTY_DENIED); /* what is denied closes no circle, nor does a detail */
    fixture_link(&f, 5, 4, RELATION_ELABORATION, POLARITY_NONE, CERTAINTY_ASSERTED, NULL);
    ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
    ck_assert_uint_eq(got.count, 1);
    fixture_leads(&f, 5, 4, CERTAINTY_POSSIBLE);
    ck_assert_int_eq(cycle_find(&mem, &f.map, &got, NULL), 0);
    ck_assert_uint_eq(got.count, 2);
    ck_assert_uint_eq(got.items[1].claims[0], 4);
    arena_free(&mem);
    fixture_close(&f);
}
END_TEST

/* A ring of many claims: searches and writers must not recurse once a claim. */
static void open_ring(fixture *f, size_t many, bool closed) {
    fixture_open(f, fixture_alphabet, "essay.txt");
    fixture_claim(f, "alpha", ROLE_INTERMEDIATE);
    for (size_t i = 1; i < many; i++) {
        fixture_claim(f, "bravo", ROLE_INTERMEDIATE);
        fixture_leads(f, (uint32_t)i - 1, (uint32_t)i, CERTAINTY_ASSERTED);
    }
    if (closed)
        fixture_leads(f, (uint32_t)many - 1, 0, CERTAINTY_ASSERTED);
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

SUITE("path", TEST(lines_come_strongest_first), LOOP(a_line_has_the_product_of_signs_and_the_weakest_certainty, products),
      TEST(details_and_company_lead_nowhere), TEST(links_that_say_less_are_left_out), TEST(lines_neither_pass_their_ends_nor_go_on_too_long),
      TEST(of_very_many_lines_the_strongest_are_kept), TEST(each_knot_has_one_short_cycle), TEST(a_ring_of_any_size_is_found_and_listed))
