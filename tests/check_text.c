#include <config.h>

#include "read/document.h"
#include "runner.h"
#include "text/text.h"

static hence_lexicon *lexicon;

typedef struct {
    hence_document *document;
    arena mem;
    text text;
} essay;

static essay read_essay(str bytes) {
    essay e = {0};
    hence_error err = {0};
    if (!lexicon)
        lexicon = hence_lexicon_open(NULL, &err);
    ck_assert_msg(lexicon != NULL, "%s", err.text);
    e.document = hence_document_new(bytes.data, bytes.len, "essay", &err);
    ck_assert_msg(e.document != NULL, "%s", err.text);
    ck_assert_int_eq(text_read(&e.mem, e.document, lexicon, false, &e.text, &err), 0);
    return e;
}

static void free_essay(essay *e) {
    arena_free(&e->mem);
    hence_document_free(e->document);
}

/* The tokens of all sentences, apart by bars. */
static str tokens_of(essay *e) {
    str all = {"", 0};
    for (size_t i = 0; i < e->text.tokens.count; i++)
        all = arena_print(&e->mem, "%.*s%s%.*s", STR_ARG(all), i ? "|" : "",
                          STR_ARG(document_str(e->document, e->text.tokens.items[i].span)));
    return all;
}

static const struct {
    const char *text, *tokens;
} cut[] = {
    {"Rates don't fall; it's a tax.", "Rates|do|n't|fall|;|it|'s|a|tax|."},
    {"Workers\xE2\x80\x99 pay isn\xE2\x80\x99t low.", "Workers|\xE2\x80\x99|pay|is|n\xE2\x80\x99t|low|."},
    {"The U.S. levy cost $1,500.50 (3.5%).", "The|U.S.|levy|cost|$|1,500.50|(|3.5|%|)|."},
    {"A long-term, far-reaching plan cannot wait.", "A|long-term|,|far-reaching|plan|can|not|wait|."},
    {"Wait... \"No!!\" he said\xE2\x80\x94loudly.", "Wait|...|\"|No|!!|\"|he|said|\xE2\x80\x94|loudly|."},
    {"See https://example.org/a?b=1, or write to a.b@example.org.",
     "See|https://example.org/a?b=1|,|or|write|to|a.b@example.org|."},
    {"Prices (and/or rents) rose at 08:00.", "Prices|(|and|/|or|rents|)|rose|at|08:00|."},
    {"Mr. Osei paid Mrs. Lind.", "Mr.|Osei|paid|Mrs.|Lind|."},
};

START_TEST(words_are_cut_as_treebanks_cut_them) {
    essay e = read_essay(str_of(cut[_i].text));
    ck_assert_strings_eq(tokens_of(&e), str_of(cut[_i].tokens));
    free_essay(&e);
}
END_TEST

START_TEST(an_empty_text_has_nothing) {
    static const char *const empty[] = {"", " \n\t\r\n \f", "\n"};
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        essay e = read_essay(str_of(empty[i]));
        ck_assert_uint_eq(e.text.paragraphs.count + e.text.sentences.count + e.text.tokens.count, 0);
        free_essay(&e);
    }
}
END_TEST

/* Paragraphs as "kind: text", with white space as one blank and without what is skipped. */
static str paragraphs_of(essay *e) {
    str all = {"", 0};
    for (size_t i = 0; i < e->text.paragraphs.count; i++) {
        const paragraph *p = &e->text.paragraphs.items[i];
        all = arena_print(&e->mem, "%.*s%s%s:", STR_ARG(all), i ? "\n" : "", paragraph_kind_name(p->kind));
        for (uint32_t k = 0; k < p->sentence_count; k++) {
            const sentence *s = &e->text.sentences.items[p->first_sentence + k];
            for (uint32_t w = 0; w < s->token_count; w++) {
                uint32_t at = s->first_token + w;
                const token *t = &e->text.tokens.items[at];
                bool after = w && e->text.tokens.items[at - 1].flags & TOKEN_SPACE;
                str form = span_length(t->span) == e->text.words[at].form.len ? document_str(e->document, t->span)
                                                                              : e->text.words[at].form;
                all = arena_print(&e->mem, "%.*s%s%.*s", STR_ARG(all), w == 0 || after ? " " : "", STR_ARG(form));
            }
        }
    }
    return all;
}

static const struct {
    const char *why, *text, *paragraphs;
} laid_out[] = {
    {"a paragraph a line",
     "The Price of Water\nBy Amina Osei\nWater is cheap in most cities of the region, and much of it is wasted.\nA "
     "tariff that covers "
     "costs would mend the pipes, for leaks would cost the works money.\n",
     "title: The Price of Water\nbyline: By Amina Osei\nbody: Water is cheap in most cities of the region, and much of "
     "it is wasted.\n"
     "body: A tariff that covers costs would mend the pipes, for leaks would cost the works money."},
    {"wrapped lines with blank lines between, CRLF",
     "Water is cheap in most cities of the\r\nregion, and much of it is wasted. The\r\nreport by Dr. Lind says "
     "so.\r\n\r\nA tariff that "
     "covers costs would mend\r\nthe pipes.\r\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted. The report by Dr. Lind says so.\n"
     "body: A tariff that covers costs would mend the pipes."},
    {"wrapped lines with indents",
     "   Water is cheap in most cities of the\nregion, and much of it is wasted. The\nreport by Dr. Lind says so.\n   "
     "A tariff that "
     "covers costs would mend\nthe pipes, and nobody would be poorer\nfor it.\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted. The report by Dr. Lind says so.\n"
     "body: A tariff that covers costs would mend the pipes, and nobody would be poorer for it."},
    {"double spacing",
     "Water is cheap in most cities of the\n\nregion, and much of it is wasted by\n\nleaks in the old pipes. The "
     "report says\n\nthat a tariff "
     "would mend them, as no\n\nother measure could, and it names the\n\ndistricts that wait longest "
     "for\n\nmains.\n\n\nThe council "
     "disagrees.\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted by leaks in the old pipes. The "
     "report says that a tariff "
     "would mend them, as no other measure could, and it names the districts that wait longest for mains.\nbody: The "
     "council disagrees."},
    {"a page break with its number inside a paragraph",
     "Water is cheap in most cities of the\nregion, and much of it is wasted by\n\n- 12 -\n\f\nleaks in the old pipes. "
     "The report says\nso.\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted by leaks in the old pipes. The "
     "report says so."},
    {"words cut by a hyphen at a line's end",
     "The poorest districts wait the lon-\ngest, and a long-\nterm plan is missing from the\nbudget of every town.\n",
     "body: The poorest districts wait the longest, and a longterm plan is missing from the budget of every town."},
    {"a list",
     "The city should take three measures this year:\n- raise the tariff;\n- publish leaks by district; and\n- mend "
     "the mains.\n",
     "body: The city should take three measures this year:\nitem: - raise the tariff;\nitem: - publish leaks by "
     "district; and\n"
     "item: - mend the mains."},
    {"numbered sections",
     "1. Introduction\n\nWater is cheap in most cities of the region, and much of it is wasted.\n\n2.1 What would it "
     "cost?\n\n"
     "A household of four would pay nine dollars a month more than it does today.\n",
     "heading: 1. Introduction\nbody: Water is cheap in most cities of the region, and much of it is wasted.\n"
     "heading: 2.1 What would it cost?\nbody: A household of four would pay nine dollars a month more than it does "
     "today."},
    {"references after a heading, and a heading that ends them",
     "Water is cheap in most cities of the region, and much of it is wasted.\n\nReferences:\n\nLind, A. (2014). The "
     "price of a leak. Harbour "
     "Press.\n\nOsei, B. (2016). Pipes and people.\n\nAbout the Author\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted.\nheading: References:\n"
     "reference: Lind, A. (2014). The price of a leak. Harbour Press.\nreference: Osei, B. (2016). Pipes and people.\n"
     "byline: About the Author"},
    {"captions, tables and disclaimers",
     "Water is cheap in most cities of the region, and much of it is wasted.\n\nFigure 1: Leaks by "
     "district\n\nNorth\t12\t3.40\nSouth\t19\t2.10\n\n"
     "The views expressed here are the author's own.\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted.\ncaption: Figure 1: Leaks by "
     "district\n"
     "table: North 12 3.40\ntable: South 19 2.10\ndisclaimer: The views expressed here are the author's own."},
    {"a quotation set in",
     "Water is cheap in most cities of the\nregion, and much of it is wasted. The\nminister put it plainly:\n\n      A "
     "tariff that "
     "covers costs is a\n      tariff that keeps the pipes whole.\n\nThe council disagreed.\n",
     "body: Water is cheap in most cities of the region, and much of it is wasted. The minister put it plainly:\n"
     "quote: A tariff that covers costs is a tariff that keeps the pipes whole.\nbody: The council disagreed."},
    {"one claim alone is no title", "Health insurance should cover care at home\n",
     "body: Health insurance should cover care at home"},
    {"what only looks like a byline or a caption",
     "By raising rates, the bank cooled demand in the whole region.\n\nTable talk settled the dispute over the port "
     "before the court met.\n",
     "body: By raising rates, the bank cooled demand in the whole region.\n"
     "body: Table talk settled the dispute over the port before the court met."},
};

START_TEST(paragraphs_are_found_in_every_layout) {
    essay e = read_essay(str_of(laid_out[_i].text));
    str got = paragraphs_of(&e);
    ck_assert_msg(str_equal(got, str_of(laid_out[_i].paragraphs)), "%s: got\n%.*s\nwant\n%s", laid_out[_i].why,
                  STR_ARG(got), laid_out[_i].paragraphs);
    free_essay(&e);
}
END_TEST

/* What holds for any text: lists nest, spans ascend, none begins or ends in white space. */
static void check_nesting(const essay *e) {
    const text *t = &e->text;
    uint32_t sentences = 0, tokens = 0, last = 0;
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        const paragraph *p = &t->paragraphs.items[i];
        ck_assert_uint_eq(p->first_sentence, sentences);
        ck_assert_uint_gt(p->sentence_count, 0);
        for (uint32_t k = 0; k < p->sentence_count; k++, sentences++) {
            const sentence *s = &t->sentences.items[sentences];
            ck_assert_uint_eq(s->paragraph, i);
            ck_assert_uint_eq(s->first_token, tokens);
            ck_assert(span_holds(p->span, s->span) && s->span.start < s->span.end);
            for (uint32_t w = 0; w < s->token_count; w++, tokens++) {
                const token *got = &t->tokens.items[tokens];
                ck_assert_uint_eq(got->sentence, sentences);
                ck_assert(span_holds(s->span, got->span) && got->span.start < got->span.end && got->span.start >= last);
                ck_assert_uint_eq(got->head, NONE);
                last = got->span.end;
            }
        }
    }
    ck_assert_uint_eq(sentences, t->sentences.count);
    ck_assert_uint_eq(tokens, t->tokens.count);
}

/* Small texts of every shape, from a few signs by a fixed sequence. */
START_TEST(any_text_nests) {
    static const char *const signs[] = {
        "a", "B",   ".",  " ", "\n",  "\"",           "?", "1", "-", "(", "\xE2\x80\x9D", "\t", ";",
        "'", "The", "\f", "]", "Dr.", "\xE3\x80\x82", "\r"};
    uint32_t seed = (uint32_t)_i * 7919u + 1;
    char bytes[400];
    size_t len = 0;
    for (int i = 0; i < 100; i++) {
        seed = seed * 1664525u + 1013904223u;
        str s = str_of(signs[(seed >> 16) % (sizeof signs / sizeof *signs)]);
        for (size_t k = 0; k < s.len; k++)
            bytes[len++] = s.data[k];
    }
    essay e = read_essay((str){bytes, len});
    check_nesting(&e);
    free_essay(&e);
}
END_TEST

SUITE("text", LOOP(words_are_cut_as_treebanks_cut_them, cut), TEST(an_empty_text_has_nothing),
      LOOP(paragraphs_are_found_in_every_layout, laid_out), LOOP_N(any_text_nests, 300))
