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

SUITE("text", LOOP(words_are_cut_as_treebanks_cut_them, cut), TEST(an_empty_text_has_nothing))
