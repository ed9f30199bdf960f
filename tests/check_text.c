#include <config.h>

#include <string.h>
#include <time.h>

#include "base/buf.h"
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
    {"Towns [3,14] gained 12,500 jobs.", "Towns|[|3|,|14|]|gained|12,500|jobs|."},
    {"R&D in the 1990s cost \xC2\xA3"
     "4m.",
     "R&D|in|the|1990s|cost|\xC2\xA3|4m|."},
    {"The council's, the councils' and O'Neill's plans.", "The|council|'s|,|the|councils|'|and|O'Neill|'s|plans|."},
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
     "The poorest districts wait the lon-\ngest, and a long-\nterm plan is missing from the\nbudget that the govern-\nment's office "
     "drew up. It won bad grades-\nthat's all it won.\n",
     "body: The poorest districts wait the longest, and a long-term plan is missing from the budget that the "
     "government's office drew up. It won bad grades- that's all it won."},
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
static bool nests(const essay *e) {
    const text *t = &e->text;
    uint32_t sentences = 0, tokens = 0, last = 0;
    bool ok = true;
    for (size_t i = 0; i < t->paragraphs.count; i++) {
        const paragraph *p = &t->paragraphs.items[i];
        ok &= p->first_sentence == sentences;
        ok &= p->sentence_count > 0;
        for (uint32_t k = 0; k < p->sentence_count; k++, sentences++) {
            const sentence *s = &t->sentences.items[sentences];
            ok &= s->paragraph == i;
            ok &= s->first_token == tokens;
            ok &= (span_holds(p->span, s->span) && s->span.start < s->span.end);
            for (uint32_t w = 0; w < s->token_count; w++, tokens++) {
                const token *got = &t->tokens.items[tokens];
                ok &= got->sentence == sentences;
                ok &= (span_holds(s->span, got->span) && got->span.start < got->span.end && got->span.start >= last);
                ok &= got->head == NONE;
                last = got->span.end;
            }
        }
    }
    ok &= sentences == t->sentences.count;
    ok &= tokens == t->tokens.count;
    return ok;
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
    ck_assert(nests(&e));
    free_essay(&e);
}
END_TEST

static const struct {
    const char *why, *piece;
    size_t times;
    const char *tail;
} rough[] = {
    {"a line of 10 MB", "The tariff fell by 2.5 per cent in the U.S. while wages rose, e.g. in ports. ", 130000, ""},
    {"a word of 10 MB", "a", 10000000, ""},
    {"open brackets", "(", 50000, "[A."},
    {"full stops", ".", 2000000, ""},
    {"full stops and blanks", ". ", 1000000, ""},
    {"full stops and quotes", ".\"", 1000000, ""},
    {"openers after a full stop", "a. ((((((((((((((((((((((((((((", 70000, ""},
    {"hyphens at line ends", "a-\n", 700000, ""},
    {"hyphens and blank lines", "a-\n \n \n \n \n \n", 100000, ""},
    {"empty lines", "\n", 5000000, ""},
    {"lines of one letter", "a\n", 1000000, ""},
    {"page numbers", "1\n\n", 700000, "the\nend"},
    {"headings of lists that never come", "References\n\nWater\n\n", 70000, ""},
    {"apostrophes", "'", 2000000, ""},
    {"addresses", "(a(a@", 500000, ""},
    {"abbreviations", "U.S. Dr. no. 5 et al. ", 100000, ""},
    {"marks of notes", "a.[1] [2], [3]", 200000, ""},
    {"table rows", "a\tb\t1\n", 300000, ""},
};

START_TEST(rough_texts_take_linear_time) {
    buf b = {0};
    for (size_t i = 0; i < rough[_i].times; i++)
        buf_text(&b, rough[_i].piece);
    buf_text(&b, rough[_i].tail);
    clock_t start = clock();
    essay e = read_essay(buf_str(&b));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    ck_assert_msg(seconds < 20, "%s: %.1f s", rough[_i].why, seconds);
    ck_assert(nests(&e));
    free_essay(&e);
    buf_free(&b);
}
END_TEST

/* What a line end is must not matter: the same tokens from text that is wrapped, with CRLF, or with a blank line more at the end. */
START_TEST(line_ends_change_no_token) {
    static const char plain[] = "The ministry expects tariffs to fall by 2.5 per cent next year. Dr. Lind, who wrote "
                                "the report, doubts it; prices in the U.S. rose. "
                                "\"Who will pay?\" she asked.\n\nThe poor would pay, as they did in Jan. 2010, and the "
                                "port of St. John would close for good.\n";
    static const uint32_t widths[] = {24, 40, 72};
    essay want = read_essay(str_of(plain));
    for (size_t k = 0; k < 6; k++) {
        buf b = {0};
        uint32_t width = widths[k % 3], column = 0;
        for (const char *at = plain; *at;) {
            size_t word = strcspn(at, " \n");
            if (column && column + word + 1 > width) {
                buf_text(&b, k < 3 ? "\n" : "\r\n");
                column = 0;
            } else if (column)
                buf_char(&b, ' ');
            buf_add(&b, (str){at, word});
            column += (uint32_t)word + (column > 0);
            at += word;
            if (*at == ' ')
                at++;
            else
                for (column = 0; *at == '\n'; at++)
                    buf_text(&b, k < 3 ? "\n" : "\r\n");
        }
        buf_text(&b, "\n\n");
        essay got = read_essay(buf_str(&b));
        ck_assert_strings_eq(tokens_of(&got), tokens_of(&want));
        ck_assert_uint_eq(got.text.sentences.count, want.text.sentences.count);
        ck_assert_uint_eq(got.text.paragraphs.count, want.text.paragraphs.count);
        free_essay(&got);
        buf_free(&b);
    }
    free_essay(&want);
}
END_TEST

START_TEST(swapped_or_doubled_words_and_stray_signs_end_no_sentence) {
    static const char *const one[] = {
        "The United States United would gain from a longer treaty.",
        "Prices rose; in every region; of the country.",
        "The the council will into look the matter of ; water.",
    };
    for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
        essay e = read_essay(str_of(one[i]));
        ck_assert_uint_eq(e.text.sentences.count, 1);
        free_essay(&e);
    }
}
END_TEST

SUITE("text", LOOP(words_are_cut_as_treebanks_cut_them, cut), TEST(an_empty_text_has_nothing),
      LOOP(paragraphs_are_found_in_every_layout, laid_out), LOOP_N(any_text_nests, 300),
      LOOP(rough_texts_take_linear_time, rough), TEST(line_ends_change_no_token),
      TEST(swapped_or_doubled_words_and_stray_signs_end_no_sentence))
