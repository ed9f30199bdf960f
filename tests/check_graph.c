#include <config.h>

#include <string.h>

#include "graph/map.h"
#include "graph/inflect.h"
#include "hence/hence.h"
#include "read/document.h"
#include "runner.h"

static hence_lexicon *lexicon;

static void setup(void) {
    hence_error err = {0};
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, &err);
    ck_assert_msg(lexicon != NULL, "%s:%zu:%zu: %s", err.source, err.line, err.column, err.text);
}

typedef struct {
    hence_document *document;
    hence_map *map;
} drawn;

static drawn draw(const char *text, hence_merge merge) {
    hence_error err = {0};
    hence_options options = {.merge = merge};
    setup();
    drawn d = {hence_document_new(text, strlen(text), "test", &err), NULL};
    ck_assert_ptr_nonnull(d.document);
    d.map = hence_map_build(d.document, lexicon, &options, &err);
    ck_assert_msg(d.map != NULL, "%s", err.text);
    return d;
}

static void drop(drawn d) {
    hence_document_free(d.document);
}

/* The claim with a mention that holds the words; NONE where there is none. */
static uint32_t claim_with(drawn d, const char *words) {
    for (uint32_t i = 0; i < d.map->claims.count; i++)
        for (size_t k = 0; k < d.map->claims.items[i].mentions.count; k++) {
            str text = document_str(d.document, d.map->claims.items[i].mentions.items[k].span), w = str_of(words);
            for (size_t at = 0; at + w.len <= text.len; at++)
                if (str_equal(str_slice(text, at, at + w.len), w))
                    return i;
        }
    return NONE;
}

/* Two mentions of one text: one claim, or two. */
static const struct {
    const char *text, *a, *b;
    bool one;
} pairs[] = {
    {"Hospital closures led to delays. The closure of hospitals led to anger.", "Hospital closures", "closure of hospitals", true},
    {"Closer naval cooperation led to alarm. Naval collaboration led to anger.", "naval cooperation", "Naval collaboration", true},
    {"The drought led to rising food prices. An increase in food prices led to riots.", "rising food prices", "increase in food prices", true},
    {"Economic growth led to envy. Economic decline led to riots.", "Economic growth", "Economic decline", false},
    {"The tunnel reduces noise. Swiss tunnels weaken the harbour.", "tunnel", "Swiss tunnels", false},
    {"Higher rents would help owners. The levy may raise the rent of stalls.", "Higher rents", "rent of stalls", false},
    {"Because councils cut clinic hours, patients left. Reduced clinic hours led to anger.", "clinic hours", "Reduced clinic hours", true},
    {"Remote lessons led to envy. Online lessons led to relief.", "Remote lessons", "Online lessons", true},
    {"Fares rose in May. Free travel would reverse this. Trams run late.", "Fares", "this", true},
    {"A levy would fund parks. The levy may anger those who drive.", "parks", "those", false},
    {"Ties with Russia led to envy. Ties with China led to riots.", "Ties with Russia", "Ties with China", false},
    {"Higher taxes led to envy. Lower taxes led to riots.", "Higher taxes", "Lower taxes", false},
    {"The trade with Canada led to growth. The lack of trade with Chile led to riots.", "trade with Canada", "lack of trade", false},
    {"Budget cuts led to envy. The cuts in bus fares led to riots.", "Budget cuts", "cuts in bus fares", false},
    {"The port's traffic programme led to envy. The capacity of the port's traffic led to riots.", "traffic programme", "capacity of", false},
    {"Chad's missile arsenal led to envy. The growth of Chad's missile capacity led to riots.", "missile arsenal", "missile capacity", true},
    {"Chad's missile arsenal led to envy. The growth of Chad's grain capacity led to riots.", "missile arsenal", "grain capacity", false},
    {"Pension reform led to envy. The reform of the pension system led to riots.", "Pension reform", "pension system", true},
    {"Traffic accidents led to envy. Heavy traffic led to riots.", "Traffic accidents", "eavy traffic", false},
    {"The treaty led to regional tensions. Tensions led to riots.", "regional tensions", "Tensions", true},
    {"The European Union's tax led to envy. The EU tax led to riots.", "European Union", "EU tax", true},
    {"The partnership between Peru and Chile led to envy. Strengthened ties with Peru led to riots.", "partnership between", "ties with Peru", true},
    {"The partnership between Peru and Chile led to envy. Strengthened ties with Brazil led to riots.", "partnership between", "ties with Brazil", false},
    {"The buses run late. They do, but trams cost more.", "buses run late", "They do", true}, /* no more than that they do so */
    {"If trams fail, the buses run late. They stop at noon, but trams cost more.", "buses run late", "stop at noon", false},
    {"Childcare places are scarce, which led to envy. The scarcity of childcare places led to riots.", "are scarce", "scarcity", true},
    {"Childcare places are scarce, which led to envy. Dearer childcare places led to riots.", "are scarce", "earer childcare", false},
    {"The presence of troops led to envy. The presence of doctors led to relief.", "troops", "doctors", false},
};

START_TEST(mentions_are_one_claim_or_two) {
    drawn d = draw(pairs[_i].text, HENCE_MERGE_STRICT);
    uint32_t a = claim_with(d, pairs[_i].a), b = claim_with(d, pairs[_i].b);
    ck_assert_msg(a != NONE, "no claim for %s", pairs[_i].a);
    ck_assert_msg(b != NONE, "no claim for %s", pairs[_i].b);
    ck_assert_msg((a == b) == pairs[_i].one, "%s: %s, %s", a == b ? "one claim" : "two claims", pairs[_i].a, pairs[_i].b);
    drop(d);
}
END_TEST

START_TEST(a_state_is_one_claim_however_much_of_it_a_link_takes_up) {
    drawn d = draw("Coal works in a cold spell. Losing it would therefore make the port more vulnerable.", HENCE_MERGE_STRICT);
    size_t told = 0;
    for (uint32_t i = 0; i < d.map->claims.count; i++) {
        str text = document_str(d.document, d.map->claims.items[i].mentions.items[0].span), state = str_of("more vulnerable");
        told += text.len >= state.len && str_equal(str_slice(text, text.len - state.len, text.len), state);
    }
    ck_assert_uint_eq(told, 1);
    drop(d);
}
END_TEST

/* Links whose claims a reader sees to speak of one thing, or not. */
static const struct {
    const char *text, *whole, *named; /* NULL: nothing names the other */
} relatives[] = {
    {"Bare streets mean hotter pavements. Hotter pavements release heat at night, so that bedrooms stay warm.", "release heat", "hotter pavements"},
    {"A levy on each new garment would change shops. If the levy were set at one euro, makers would slow down.", "levy were set", "levy on"},
    {"Dearer cotton leads to hunger. Cheaper cotton leads to waste.", NULL, NULL},
    {"The drought led to a war. The war led to hunger among herders. Hunger led to a flight of herders.", NULL, NULL}, /* links join them already */
    {"Trade with Chad led to envy. If trade with Mali were free, prices would fall.", NULL, NULL},
};

START_TEST(claims_that_name_one_another_are_kin) {
    drawn d = draw(relatives[_i].text, HENCE_MERGE_STRICT);
    ck_assert_uint_eq(d.map->kin.count, relatives[_i].whole != NULL);
    if (relatives[_i].whole) {
        ck_assert_uint_eq(d.map->kin.items[0].whole, claim_with(d, relatives[_i].whole));
        ck_assert_uint_eq(d.map->kin.items[0].named, claim_with(d, relatives[_i].named));
    }
    drop(d);
}
END_TEST

START_TEST(a_partnership_is_taken_up) {
    drawn d = draw("The formalisation of a strategic partnership between India and Japan led to alarm. This partnership led to growth.", HENCE_MERGE_STRICT);
    ck_assert_strings_eq(d.map->claims.items[0].label, str_of("strategic partnership formalised"));
    ck_assert_uint_eq(d.map->claims.items[0].mentions.count, 2);
    drop(d);
}
END_TEST

/* What leads to riots: a thing that was named before, or not. */
static const struct {
    const char *text, *source;
    bool one;
} takers[] = {
    {"Cheap exports serve as a shield for keeping towns fed. This shield led to riots.", "exports", true}, /* called so */
    {"The pact marks a break with custom, raising fears of a war. This break led to riots.", "pact", true}, /* said to be so */
    {"As a result, towns face fuel shortages, which led to riots.", "fuel shortages", true},
    {"Families have begun to leave the coast. Their departure led to riots.", "leave the coast", true}, /* whose it is says which */
    {"Confiscating the barges would hurt the gangs. Better maps made such confiscation feasible. Such confiscation led to riots.", "the barges", true},
    {"The inspection of ferries led to delays. Better maps made such inspections of trucks feasible. Such inspections of trucks led to riots.", "ferries", false},
    {"Families fear floods. Their departure led to riots.", "floods", false},
    {"The pact led to a war. A break with custom followed. This break led to riots.", "pact", false},
    {"Cheap visas led to fines. These penalties led to riots.", "fines", true}, /* by a word that comes near */
    {"Cheap visas led to fines. Harsher penalties led to riots.", "fines", false},
    {"The budget stalled years of conservation work. Conservation efforts led to riots.", "conservation", true}, /* how long is no part of it */
    {"Cheap exports feed towns. The army bought a steel shield. This shield led to riots.", "exports", false},
    {"The treaty led to a pact between Peru and Chile. Trade led to a pact between Cuba and Haiti. Talks led to the pact between Peru and Chile. This pact led to "
     "riots.",
     "between Peru", true}, /* named more often */
    {"The treaty led to a pact between Cuba and Haiti. Trade led to a pact between Peru and Chile. Talks led to the pact between Cuba and Haiti. This pact led to "
     "riots.",
     "between Peru", false},
    {"Closer trade with Peru could serve to embolden the rebels. Closer trade with Peru led to riots.", "trade with Peru", true}, /* looked through */
};

START_TEST(what_was_named_is_taken_up) {
    drawn d = draw(takers[_i].text, HENCE_MERGE_STRICT);
    uint32_t source = claim_with(d, takers[_i].source), riots = claim_with(d, "riots");
    size_t found = 0, taken = 0;
    for (size_t i = 0; i < d.map->links.count; i++) {
        found += d.map->links.items[i].target == riots;
        taken += d.map->links.items[i].target == riots && d.map->links.items[i].source == source;
    }
    ck_assert_uint_eq(found, 1);
    ck_assert_uint_eq(taken, takers[_i].one);
    drop(d);
}
END_TEST

/* Whether it is less of `source` that brings `target` about. */
static const struct {
    const char *text, *source, *target;
    bool less;
} falls[] = {
    {"The tariff may undermine trust between the partners, thereby raising transport costs.", "trust", "transport costs", true},
    {"The subsidy will boost grain output, thereby lowering bread prices.", "grain output", "bread prices", false},
    {"The clinic reduces waiting times. This reduction leads to anger among staff.", "waiting times", "anger", true},
    {"Honesty leads to trust in banks. The erosion of trust in banks led to closures.", "trust in banks", "closures", true},
    {"Honesty leads to trust in banks. A smaller erosion of trust in banks led to closures.", "trust in banks", "closures", true},
    {"Trust in banks leads to thrift. The lack of trust in banks led to closures.", "rust in banks", "closures", true},
    {"The clinic reduces waiting times. Waiting times lead to anger among patients.", "aiting times", "anger", false},
};

START_TEST(what_falls_may_bring_about_more) {
    drawn d = draw(falls[_i].text, HENCE_MERGE_STRICT);
    uint32_t source = claim_with(d, falls[_i].source), target = claim_with(d, falls[_i].target);
    size_t found = 0;
    for (size_t i = 0; i < d.map->links.count; i++) {
        const claim_link *l = &d.map->links.items[i];
        if (l->source == source && l->target == target) {
            ck_assert_int_eq(l->less, falls[_i].less);
            found++;
        }
    }
    ck_assert_uint_eq(found, 1);
    drop(d);
}
END_TEST

START_TEST(the_shortage_is_the_one_that_was_told_of) {
    drawn d = draw("A shortage of teachers led to envy. Pay is low. The trams are late and the bridge is old. The shortage led to riots.", HENCE_MERGE_STRICT);
    ck_assert_uint_eq(d.map->claims.count, 3);
    ck_assert_uint_eq(d.map->claims.items[0].mentions.count, 2);
    drop(d);
}
END_TEST

/* What is done to a claim where the text speaks of its fall. */
START_TEST(what_leads_to_a_fall_lowers) {
    drawn d = draw("Trust in banks leads to thrift. The scandal led to a decline in trust in banks.", HENCE_MERGE_STRICT);
    uint32_t trust = claim_with(d, "rust in banks"), scandal = claim_with(d, "scandal");
    size_t found = 0;
    for (size_t i = 0; i < d.map->links.count; i++)
        found += d.map->links.items[i].source == scandal && d.map->links.items[i].target == trust && d.map->links.items[i].polarity == POLARITY_DECREASE;
    ck_assert_uint_eq(found, 1);
    drop(d);
}
END_TEST

START_TEST(the_ends_of_a_link_are_two_claims) {
    drawn d = draw("Road charges led to higher road fees.", HENCE_MERGE_LOOSE);
    ck_assert_uint_eq(d.map->claims.count, 2);
    ck_assert_uint_eq(d.map->links.count, 1);
    drop(d);
}
END_TEST

START_TEST(a_pronoun_stands_for_what_the_sentence_before_names) {
    drawn d = draw("The congestion hurts small firms. A toll reduces it by raising the cost of driving.", HENCE_MERGE_STRICT);
    uint32_t congestion = claim_with(d, "congestion");
    size_t found = 0;
    for (size_t i = 0; i < d.map->links.count; i++)
        found += d.map->links.items[i].target == congestion && d.map->links.items[i].polarity == POLARITY_DECREASE;
    ck_assert_uint_eq(found, 1);
    drop(d);
}
END_TEST

START_TEST(merging_can_be_had_stricter_and_looser) {
    static const char *text = "Sudden price shocks led to anger. Rural price shocks led to delays. Rural price shocks led to deaths.";
    drawn none = draw(text, HENCE_MERGE_NONE), strict = draw(text, HENCE_MERGE_STRICT), loose = draw(text, HENCE_MERGE_LOOSE);
    ck_assert_uint_eq(none.map->claims.count, 6);
    ck_assert_uint_eq(strict.map->claims.count, 5);
    ck_assert_uint_eq(loose.map->claims.count, 4);
    drop(none);
    drop(strict);
    drop(loose);
}
END_TEST

START_TEST(claims_stand_in_the_order_of_their_first_mention) {
    drawn d = draw("Riots followed because of high rents. High rents led to anger. Because trade fell, jobs were lost. This loss led to migration.", HENCE_MERGE_STRICT);
    ck_assert_uint_ge(d.map->claims.count, 5);
    for (size_t i = 1; i < d.map->claims.count; i++)
        ck_assert_uint_le(d.map->claims.items[i - 1].mentions.items[0].span.start, d.map->claims.items[i].mentions.items[0].span.start);
    drop(d);
}
END_TEST

START_TEST(labels_are_unique) {
    drawn d = draw("Trade with Canada led to growth. Trade with Mexico led to decline. Trade with Chile led to envy. Unrest in Lima led to fear. Unrest in Lima led to fear.",
                   HENCE_MERGE_NONE);
    for (size_t i = 0; i < d.map->claims.count; i++)
        for (size_t k = 0; k < i; k++)
            ck_assert(!str_equal(d.map->claims.items[i].label, d.map->claims.items[k].label));
    drop(d);
}
END_TEST

static const struct {
    const char *form, *participle, *gerund;
    penn tag;
} verbs[] = {
    {"raises", "raised", "raising", PENN_VBZ}, {"bolster", "bolstered", "bolstering", PENN_VB}, {"ban", "banned", "banning", PENN_VB},
    {"wrote", "written", "writing", PENN_VBD}, {"fell", "fallen", "falling", PENN_VBD},         {"carries", "carried", "carrying", PENN_VBZ},
    {"making", "made", "making", PENN_VBG},    {"reducing", "reduced", "reducing", PENN_VBG},   {"stopped", "stopped", "stopping", PENN_VBN},
    {"agree", "agreed", "agreeing", PENN_VB},  {"begin", "begun", "beginning", PENN_VB},       {"costs", "cost", "costing", PENN_VBZ},
    {"occurs", "occurred", "occurring", PENN_VBZ}, {"cut", "cut", "cutting", PENN_VB},
};

START_TEST(verbs_inflect) {
    arena mem = {0};
    setup();
    ck_assert_strings_eq(inflect_participle(lexicon, &mem, str_of(verbs[_i].form), verbs[_i].tag), str_of(verbs[_i].participle));
    ck_assert_strings_eq(inflect_gerund(lexicon, &mem, str_of(verbs[_i].form), verbs[_i].tag), str_of(verbs[_i].gerund));
    arena_free(&mem);
}
END_TEST

SUITE("graph", LOOP(mentions_are_one_claim_or_two, pairs), LOOP(what_was_named_is_taken_up, takers), TEST(a_state_is_one_claim_however_much_of_it_a_link_takes_up), LOOP(claims_that_name_one_another_are_kin, relatives), TEST(a_partnership_is_taken_up), TEST(what_leads_to_a_fall_lowers),
      TEST(the_ends_of_a_link_are_two_claims), TEST(the_shortage_is_the_one_that_was_told_of),
      TEST(a_pronoun_stands_for_what_the_sentence_before_names), LOOP(what_falls_may_bring_about_more, falls), TEST(merging_can_be_had_stricter_and_looser),
      TEST(claims_stand_in_the_order_of_their_first_mention), TEST(labels_are_unique), LOOP(verbs_inflect, verbs))
