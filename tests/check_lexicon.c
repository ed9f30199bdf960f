#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "lexicon/lexicon.h"
#include "lexicon/tables.h"
#include "marker/examples.h"
#include "read/document.h"
#include "runner.h"

#define LIGHT "form\texample\tsource\n"
#define VERBS "form\tclass\tsense\tframe\trelation\tpolarity\tcertainty\texample\tnot\tsource\n"
#define IN(text) text, sizeof(text) - 1

/* Words apart by spaces, folded and stemmed. */
static size_t words_of(const hence_lexicon *lexicon, arena *mem, const char *text, lexicon_word *words, size_t room) {
    stemmer *s = stemmer_new(lexicon, NULL);
    str rest = str_of(text), word;
    size_t n = 0;
    for (bool more = true; more && n < room; n++) {
        more = str_cut(rest, ' ', &word, &rest);
        words[n].form = utf8_fold(mem, word);
        words[n].stem = stemmer_stem(s, mem, words[n].form);
    }
    stemmer_free(s);
    return n;
}

static int load(hence_lexicon *lexicon, lexicon_table table, const char *text, size_t len, hence_error *err) {
    stemmer *s = stemmer_new(lexicon, err);
    ck_assert_ptr_nonnull(s);
    int got = table_load(lexicon, table, (str){text, len}, str_of("x.tsv"), s, err);
    stemmer_free(s);
    return got;
}

/* ---- reading */

static const struct {
    lexicon_table table;
    const char *text;
    size_t len;
    size_t line, column;
    const char *message;
} bad[] = {
    {LEXICON_LIGHT, IN(""), 0, 0, "no header line that names the columns"},
    {LEXICON_LIGHT, IN("# a comment\n"), 0, 0, "no header line that names the columns"},
    {LEXICON_LIGHT, IN("form\texample\n"), 1, 1, "the column source is missing"},
    {LEXICON_LIGHT, IN("form\texample\tsource\tcolour\n"), 1, 21, "light.tsv has no column \"colour\""},
    {LEXICON_LIGHT, IN("form\tform\texample\tsource\n"), 1, 6, "the column form stands twice"},
    {LEXICON_LIGHT, IN(LIGHT "have\t[have]\n"), 2, 12, "too few cells: 2 of 3"},
    {LEXICON_LIGHT, IN(LIGHT "have\t[have]\tgrammar\tmore\n"), 2, 21, "too many cells: light.tsv has 3 columns"},
    {LEXICON_LIGHT, IN(LIGHT "have\t\tgrammar\n"), 2, 6, "an empty cell is written -"},
    {LEXICON_LIGHT, IN(LIGHT "\n# \n\thave\t[have]\tgrammar\n"), 4, 1, "an empty cell is written -"},
    {LEXICON_LIGHT, IN(LIGHT "have\t-\tgrammar\n"), 2, 6, "the column example may not be empty"},
    {LEXICON_LIGHT, IN(LIGHT "have\t [have]\tgrammar\n"), 2, 6, "white space at the edge of a cell"},
    {LEXICON_LIGHT, IN(LIGHT "have\thave\tgrammar\n"), 2, 6, "an example has its form in [brackets]"},
    {LEXICON_LIGHT, IN(LIGHT "have\tcaf\xc3\xa9 [ha[ve]\tgrammar\n"), 2, 14, "[ and ] do not match"},
    {LEXICON_LIGHT, IN(LIGHT "Have\t[Have]\tgrammar\n"), 2, 1,
     "a form is in lower case, with plain apostrophes and hyphens"},
    {LEXICON_LIGHT, IN(LIGHT "serve  as\t[serve as]\tgrammar\n"), 2, 7, "the words of a form are one space apart"},
    {LEXICON_LIGHT, IN(LIGHT "_ as\t[as]\tgrammar\n"), 2, 1, "_ stands between two words"},
    {LEXICON_LIGHT, IN(LIGHT "serve _\t[serve]\tgrammar\n"), 2, 7, "_ stands between two words"},
    {LEXICON_LIGHT, IN(LIGHT "serve ... _ as\t[serve as]\tgrammar\n"), 2, 11, "_ stands between two words"},
    {LEXICON_LIGHT, IN(LIGHT "serve ...\t[serve]\tgrammar\n"), 2, 7, "... stands between two words"},
    {LEXICON_LIGHT, IN(LIGHT "(serve) as\t[as]\tgrammar\n"), 2, 1, "( stands before a later word"},
    {LEXICON_LIGHT, IN(LIGHT "serve (as (to))\t[serve]\tgrammar\n"), 2, 11, "( stands before a later word"},
    {LEXICON_LIGHT, IN(LIGHT "serve as)\t[serve]\tgrammar\n"), 2, 7, ") has no ("},
    {LEXICON_LIGHT, IN(LIGHT "serve (as\t[serve]\tgrammar\n"), 2, 1, "( has no )"},
    {LEXICON_LIGHT, IN(LIGHT "ser~ve\t[serve]\tgrammar\n"), 2, 1, "~ stands only after a word"},
    {LEXICON_LIGHT, IN(LIGHT "a b c d e f g h i\t[a]\tgrammar\n"), 2, 17, "a form has at most 8 words"},
    {LEXICON_LIGHT, IN(LIGHT "make\t[make]\tgrammar\nhave\t[have]\tgrammar\n"), 3, 1,
     "not sorted: \"have\" comes before \"make\""},
    {LEXICON_LIGHT, IN(LIGHT "have\t[h\xff]\tgrammar\n"), 2, 8, "byte 0xff is not UTF-8"},
    {LEXICON_LIGHT, IN(LIGHT "have\t[h\0ve]\tgrammar\n"), 2, 8, "a NUL byte"},
    {LEXICON_HEDGES, IN("form\tkind\tcertainty\texample\tsource\nmay\tmodal\tsometimes\t[may]\tgrammar\n"), 2, 11,
     "unknown value \"sometimes\" for certainty"},
    {LEXICON_VERBS, IN(VERBS "cause~\tverb\t-\tsubj>them\tconsequence\t-\tasserted\t[causes]\t-\tgrammar\n"), 2, 15,
     "bad frame \"subj>them\""},
    {LEXICON_VERBS, IN(VERBS "cause~\tverb\t-\tsub:2>1\tconsequence\t-\tasserted\t[causes]\t-\tgrammar\n"), 2, 15,
     "bad frame \"sub:2>1\""},
    {LEXICON_VERBS, IN(VERBS "cause~\tverb\t-\t-\tconsequence\t-\tasserted\t[causes]\t-\tgrammar\n"), 2, 15,
     "a marker with a relation needs a frame"},
    {LEXICON_VERBS, IN(VERBS "cause~\tnoun\t-\tsubj>comp\tconsequence\t-\tasserted\t[causes]\t-\tgrammar\n"), 2, 8,
     "unknown value \"noun\" for class"},
    {LEXICON_CONNECTIVES, IN(VERBS "so\tconnective\tCause\tadv:1>2\tconsequence\t-\tasserted\t[so]\t-\tgrammar\n"), 2, 15,
     "unknown value \"Cause\" for sense"},
};

START_TEST(a_bad_row_is_refused_with_its_place) {
    hence_error err = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    lexicon->tables[bad[_i].table] = (table_index){0};
    ck_assert_int_eq(load(lexicon, bad[_i].table, bad[_i].text, bad[_i].len, &err), -1);
    ck_assert_int_eq(err.code, HENCE_ELEXICON);
    ck_assert_str_eq(err.source, "x.tsv");
    ck_assert_str_eq(err.text, bad[_i].message);
    ck_assert_uint_eq(err.line, bad[_i].line);
    ck_assert_uint_eq(err.column, bad[_i].column);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(columns_are_taken_by_name_and_line_ends_of_both_kinds) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    lexicon->tables[LEXICON_HEDGES] = (table_index){0};
    hence_error err = {0};
    int got = load(lexicon, LEXICON_HEDGES,
                   IN("\xef\xbb\xbf# comment\r\nform\tnot\tcertainty\tkind\tsource\texample\r\n"
                      "may\t-\tpossible\tmodal\tgrammar\tIt [may] rain."),
                   &err);
    ck_assert_msg(got == 0, "%zu:%zu: %s", err.line, err.column, err.text);
    size_t count;
    const lexicon_entry *e = lexicon_entries(lexicon, LEXICON_HEDGES, &count);
    ck_assert_uint_eq(count, 1);
    ck_assert_strings_eq(e->form, str_of("may"));
    ck_assert_strings_eq(lexicon_cell(e, "certainty"), str_of("possible"));
    ck_assert_strings_eq(lexicon_cell(e, "kind"), str_of("modal"));
    ck_assert_strings_eq(lexicon_cell(e, "example"), str_of("It [may] rain."));
    ck_assert_strings_eq(lexicon_cell(e, "not"), str_of(""));
    ck_assert_strings_eq(lexicon_cell(e, "colour"), str_of(""));
    ck_assert_uint_eq(e->line, 3);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_marker_row_is_understood) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    lexicon->tables[LEXICON_VERBS] = (table_index){0};
    int got = load(lexicon, LEXICON_VERBS,
                   IN(VERBS "result~ from\tverb\t-\tcomp>subj\tconsequence\tincrease\tprobable\t[results from]\t-\tx\n"
                            "say~\tverb\t-\t-\tnone\t-\t-\t[says]\t-\tx\n"),
                   NULL);
    ck_assert_int_eq(got, 0);
    size_t count;
    const lexicon_entry *e = lexicon_entries(lexicon, LEXICON_VERBS, &count);
    ck_assert_int_eq(e->class, CLASS_VERB);
    ck_assert_int_eq(e->frame, FRAME_CUE);
    ck_assert_int_eq(e->source, SLOT_COMP);
    ck_assert_int_eq(e->target, SLOT_SUBJ);
    ck_assert_int_eq(e->relation, RELATION_CONSEQUENCE);
    ck_assert_int_eq(e->polarity, POLARITY_INCREASE);
    ck_assert_int_eq(e->certainty, CERTAINTY_PROBABLE);
    ck_assert_int_eq(e[1].relation, RELATION_NONE);
    ck_assert_int_eq(e[1].frame, FRAME_NONE);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_missing_folder_is_named) {
    hence_error err = {0};
    ck_assert_ptr_null(hence_lexicon_open("/nonexistent", &err));
    ck_assert_int_eq(err.code, HENCE_ELEXICON);
    ck_assert_str_eq(err.source, "/nonexistent/irregular.tsv");
    ck_assert_str_eq(err.text, "cannot read it: No such file or directory");
}
END_TEST

START_TEST(the_folder_gives_what_is_built_in) {
    hence_error err = {0};
    hence_lexicon *inside = hence_lexicon_open(NULL, &err);
    ck_assert_msg(inside, "%s:%zu:%zu: %s", err.source, err.line, err.column, err.text);
    char folder[4096];
    snprintf(folder, sizeof folder, "%s/lexicons/en", runner_top());
    hence_lexicon *outside = hence_lexicon_open(folder, &err);
    ck_assert_msg(outside, "%s:%zu:%zu: %s", err.source, err.line, err.column, err.text);
    for (lexicon_table t = 0; t < LEXICON_TABLES; t++) {
        size_t a, b;
        const lexicon_entry *x = lexicon_entries(inside, t, &a), *y = lexicon_entries(outside, t, &b);
        ck_assert_uint_eq(a, b);
        for (size_t i = 0; i < a; i++)
            ck_assert_strings_eq(x[i].form, y[i].form);
    }
    hence_lexicon_free(inside);
    hence_lexicon_free(outside);
}
END_TEST

START_TEST(the_nth_allocation_may_fail) {
    for (long n = 1;; n++) {
        hence_error err = {0};
        arena_fail_after(n);
        hence_lexicon *lexicon = hence_lexicon_open(NULL, &err);
        arena_fail_after(0);
        if (lexicon) {
            ck_assert_int_gt(n, 2);
            hence_lexicon_free(lexicon);
            break;
        }
        ck_assert_int_eq(err.code, HENCE_ENOMEM);
    }
}
END_TEST

/* ---- stems */

static const struct {
    const char *form, *like;
    bool same;
} stems[] = {
    {"leading", "leads", true},   {"led", "lead", true},   {"caused", "causes", true}, {"rose", "rise", true},
    {"policies", "policy", true}, {"raised", "led", false}, {"tax", "text", false},
};

START_TEST(words_of_one_lemma_share_a_stem) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    lexicon->tables[LEXICON_IRREGULAR] = (table_index){0};
    ck_assert_int_eq(load(lexicon, LEXICON_IRREGULAR,
                          IN("form\tlemma\tpos\texample\tsource\nled\tlead\tverb\t[led]\tx\nrose\trise\tverb\t[rose]\tx\n"),
                          NULL),
                     0);
    arena mem = {0};
    stemmer *s = stemmer_new(lexicon, NULL);
    str a = stemmer_stem(s, &mem, str_of(stems[_i].form)), b = stemmer_stem(s, &mem, str_of(stems[_i].like));
    ck_assert_msg(str_equal(a, b) == stems[_i].same, "%.*s, %.*s", STR_ARG(a), STR_ARG(b));
    stemmer_free(s);
    arena_free(&mem);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_word_too_long_for_english_is_its_own_stem) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    arena mem = {0};
    stemmer *s = stemmer_new(lexicon, NULL);
    char word[200];
    memset(word, 'a', sizeof word);
    memcpy(word + 197, "ing", 3);
    str stem = stemmer_stem(s, &mem, (str){word, sizeof word});
    ck_assert_uint_eq(stem.len, 200);
    ck_assert_uint_eq(stemmer_stem(s, &mem, (str){NULL, 0}).len, 0);
    stemmer_free(s);
    arena_free(&mem);
    hence_lexicon_free(lexicon);
}
END_TEST

/* ---- matching */

static const char rows[] = LIGHT "a b c d e f g h\t[x]\tx\n"
                                 "because\t[x]\tx\n"
                                 "because of\t[x]\tx\n"
                                 "cannot help but\t[x]\tx\n"
                                 "cause~\t[x]\tx\n"
                                 "deny~\t[x]\tx\n"
                                 "don't\t[x]\tx\n"
                                 "effect~ on\t[x]\tx\n"
                                 "have~ _ implication~ for\t[x]\tx\n"
                                 "if\t[x]\tx\n"
                                 "if ... then\t[x]\tx\n"
                                 "lead~\t[x]\tx\n"
                                 "lead~ to\t[x]\tx\n"
                                 "not only ... but _ also\t[x]\tx\n"
                                 "plan~\t[x]\tx\n"
                                 "trade-off~\t[x]\tx\n";

/* What is found at the first word: the forms, longest first, each with the places of its words. */
static const struct {
    const char *text, *found;
} matches[] = {
    {"Because of rain", "because of 0 1; because 0; "},
    {"because it rains", "because 0; "},
    {"becauses of", ""},
    {"leads to war", "lead~ to 0 1; lead~ 0; "},
    {"LED to war", "lead~ to 0 1; lead~ 0; "},
    {"leading to", "lead~ to 0 1; lead~ 0; "},
    {"leaders to", ""},
    {"caused", "cause~ 0; "},
    {"causing", "cause~ 0; "},
    {"causal", ""},
    {"causation", ""},
    {"planned", "plan~ 0; "},
    {"denies", "deny~ 0; "},
    {"denied", "deny~ 0; "},
    {"effects on", "effect~ on 0 1; "},
    {"effective on", ""},
    {"effectiveness on", ""},
    {"have implications for trade", "have~ _ implication~ for 0 1 2; "},
    {"had profound and lasting implications for trade", "have~ _ implication~ for 0 4 5; "},
    {"had very profound and lasting implications for trade", ""},
    {"has far-reaching and serious implications for trade", "have~ _ implication~ for 0 4 5; "},
    {"has limits , implications for trade", ""},
    {"if it rains then it pours then stops", "if ... then 0 3; if 0; "},
    {"if it rains", "if 0; "},
    {"if then", "if 0; "},
    {"not only rain but also snow", "not only ... but _ also 0 1 3 4; "},
    {"not only rain but it also snows", "not only ... but _ also 0 1 3 5; "},
    {"not only rain but it snows", ""},
    {"can not help but", "cannot help but 0 1 2 3; "},
    {"do n't", "don't 0 1; "},
    {"trade-offs", "trade-off~ 0; "},
    {"a b c d e f g h", "a b c d e f g h 0 1 2 3 4 5 6 7; "},
    {"a b c d e f g", ""},
};

static hence_lexicon *with_rows(void) {
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    lexicon->tables[LEXICON_IRREGULAR] = (table_index){0};
    lexicon->tables[LEXICON_LIGHT] = (table_index){0};
    hence_error err = {0};
    ck_assert_int_eq(load(lexicon, LEXICON_IRREGULAR,
                          IN("form\tlemma\tpos\texample\tsource\nhad\thave\tverb\t[had]\tx\nhas\thave\tverb\t[has]\tx\n"
                             "led\tlead\tverb\t[led]\tx\n"),
                          NULL),
                     0);
    ck_assert_msg(load(lexicon, LEXICON_LIGHT, IN(rows), &err) == 0, "%zu:%zu: %s", err.line, err.column, err.text);
    return lexicon;
}

START_TEST(forms_are_found_longest_first) {
    hence_lexicon *lexicon = with_rows();
    arena mem = {0};
    lexicon_word words[32];
    size_t count = words_of(lexicon, &mem, matches[_i].text, words, 32);
    lexicon_match found[8];
    size_t n = lexicon_match_at(lexicon, LEXICON_LIGHT, words, count, 0, found, 8);
    buf got = {0};
    for (size_t i = 0; i < n; i++) {
        buf_add(&got, found[i].entry->form);
        for (unsigned k = 0; k < found[i].word_count; k++)
            buf_print(&got, " %u", (unsigned)found[i].words[k]);
        buf_text(&got, "; ");
    }
    ck_assert_strings_eq(buf_str(&got), str_of(matches[_i].found));
    buf_free(&got);
    arena_free(&mem);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(a_gap_reaches_forty_words) {
    hence_lexicon *lexicon = with_rows();
    lexicon_word words[64];
    lexicon_match found[4];
    for (size_t between = 39; between < 42; between++) {
        for (size_t i = 0; i < 64; i++)
            words[i] = (lexicon_word){STR("x"), STR("x")};
        words[0] = (lexicon_word){STR("if"), STR("if")};
        words[between + 1] = (lexicon_word){STR("then"), STR("then")};
        ck_assert_uint_eq(lexicon_match_at(lexicon, LEXICON_LIGHT, words, 64, 0, found, 4), between <= 40 ? 2 : 1);
    }
    ck_assert_uint_eq(lexicon_match_at(lexicon, LEXICON_LIGHT, words, 64, 64, found, 4), 0);
    ck_assert_uint_eq(lexicon_match_at(lexicon, LEXICON_LIGHT, words, 64, 0, found, 0), 0);
    hence_lexicon_free(lexicon);
}
END_TEST

START_TEST(one_word_is_looked_up_by_form_and_by_lemma) {
    hence_lexicon *lexicon = with_rows();
    arena mem = {0};
    lexicon_word words[4];
    words_of(lexicon, &mem, "led if effects because", words, 4);
    const lexicon_entry *e = lexicon_find(lexicon, LEXICON_LIGHT, words[0]);
    ck_assert_ptr_nonnull(e);
    ck_assert_strings_eq(e->form, str_of("lead~"));
    e = lexicon_find(lexicon, LEXICON_LIGHT, words[1]);
    ck_assert_ptr_nonnull(e);
    ck_assert_strings_eq(e->form, str_of("if"));
    ck_assert_ptr_null(lexicon_find(lexicon, LEXICON_LIGHT, words[2]));
    e = lexicon_find(lexicon, LEXICON_LIGHT, words[3]);
    ck_assert_ptr_nonnull(e);
    ck_assert_strings_eq(e->form, str_of("because"));
    arena_free(&mem);
    hence_lexicon_free(lexicon);
}
END_TEST

/* ---- the examples of the other tables */

/* Whether the row's form is found where the brackets stand. A sentence may cut it: an abbreviation's full stop, a heading. */
static bool shows_itself(const hence_lexicon *lexicon, const text *t, const lexicon_entry *row, const example *ex) {
    for (size_t i = 0; i < t->tokens.count; i++) {
        lexicon_match found[32];
        if (t->tokens.items[i].span.start != ex->brackets[0].start)
            continue;
        size_t n = lexicon_match_at(lexicon, row->table, t->words, t->tokens.count, i, found, 32);
        for (size_t k = 0; k < n; k++)
            if (str_equal(found[k].entry->form, row->form) &&
                t->tokens.items[found[k].words[found[k].word_count - 1]].span.end == ex->brackets[ex->count - 1].end)
                return true;
    }
    return false;
}

START_TEST(every_row_is_found_in_its_example) {
    lexicon_table table = (lexicon_table)(_i + LEXICON_ABBREVIATIONS);
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    size_t count, failed = 0;
    buf failures = {0};
    const lexicon_entry *rows = lexicon_entries(lexicon, table, &count);
    ck_assert_uint_gt(count, 10);
    for (size_t i = 0; i < count; i++) {
        arena mem = {0};
        example ex;
        text t = {0};
        ck_assert_int_eq(example_read(&mem, lexicon_cell(&rows[i], "example"), &ex, NULL), 0);
        hence_document *d = hence_document_new(ex.text.data, ex.text.len, "example", NULL);
        ck_assert_int_eq(text_read(&d->mem, d, lexicon, false, &t, NULL), 0);
        if (!shows_itself(lexicon, &t, &rows[i], &ex)) {
            failed++;
            buf_print(&failures, "\n%s:%u: %.*s: %.*s", lexicon_table_file(table), (unsigned)rows[i].line,
                      STR_ARG(rows[i].form), STR_ARG(lexicon_cell(&rows[i], "example")));
        }
        hence_document_free(d);
        arena_free(&mem);
    }
    ck_assert_msg(failed == 0, "%zu of %zu fail:%.3000s", failed, count, failures.data);
    buf_free(&failures);
    hence_lexicon_free(lexicon);
}
END_TEST

SUITE("lexicon", LOOP(a_bad_row_is_refused_with_its_place, bad),
      TEST(columns_are_taken_by_name_and_line_ends_of_both_kinds), TEST(a_marker_row_is_understood),
      TEST(a_missing_folder_is_named), TEST(the_folder_gives_what_is_built_in), TEST(the_nth_allocation_may_fail),
      LOOP(words_of_one_lemma_share_a_stem, stems), TEST(a_word_too_long_for_english_is_its_own_stem),
      LOOP(forms_are_found_longest_first, matches), TEST(a_gap_reaches_forty_words),
      TEST(one_word_is_looked_up_by_form_and_by_lemma),
      LOOP_N(every_row_is_found_in_its_example, LEXICON_TABLES - LEXICON_ABBREVIATIONS))
