#include <config.h>

#include <string.h>

#include "base/buf.h"
#include "files.h"
#include "read/document.h"
#include "runner.h"
#include "text/text.h"

/* data/layouts/NAME.txt as people lay texts out, and NAME.expected: a paragraph a line as "kind: text", a blank for all white space, a bar between sentences. */
static const char *const names[] = {"article", "bank",       "book",    "brief",    "clinic",  "column", "feet",
                                    "ferry",   "hanging",    "harbour", "hyphens", "indented", "island", "letter",  "lines",  "mac",
                                    "mail",    "markdown",   "memo",    "mla",      "oped",    "pages",  "pier", "premises",
                                    "raised",  "references", "report",  "sheets",   "student", "tolls",  "wells"};

static str contents(arena *mem, const char *name, const char *kind) {
    return test_data(mem, arena_print(mem, "layouts/%s.%s", name, kind).data);
}

/* The tokens of a sentence, with a blank where white space stands, hyphens of line ends taken out. */
static void add_sentence(buf *b, const text *t, const sentence *s) {
    for (uint32_t i = s->first_token; i < s->first_token + s->token_count; i++) {
        const token *w = &t->tokens.items[i];
        str form = t->words[i].form, here = document_str(t->document, w->span);
        if (i > s->first_token && t->tokens.items[i - 1].flags & TOKEN_SPACE)
            buf_char(b, ' ');
        buf_add(b, memchr(here.data, '\n', here.len) ? form : here);
    }
}

START_TEST(paragraphs_of_real_layouts_are_told_apart) {
    arena mem = {0};
    hence_lexicon *lexicon = hence_lexicon_open(NULL, NULL);
    str bytes = contents(&mem, names[_i], "txt"), want = contents(&mem, names[_i], "expected");
    hence_document *d = hence_document_new(bytes.data, bytes.len, names[_i], NULL);
    text t;
    ck_assert(lexicon && d && text_read(&mem, d, lexicon, false, &t, NULL) == 0);
    buf got = {0};
    for (size_t i = 0; i < t.paragraphs.count; i++) {
        const paragraph *p = &t.paragraphs.items[i];
        buf_print(&got, "%s:", paragraph_kind_name(p->kind));
        for (uint32_t k = 0; k < p->sentence_count; k++) {
            buf_text(&got, k ? "| " : " ");
            add_sentence(&got, &t, &t.sentences.items[p->first_sentence + k]);
        }
        buf_char(&got, '\n');
    }
    ck_assert_msg(str_equal(buf_str(&got), want), "%s: got\n%swant\n%.*s", names[_i], got.data, STR_ARG(want));
    buf_free(&got);
    hence_document_free(d);
    hence_lexicon_free(lexicon);
    arena_free(&mem);
}
END_TEST

SUITE("layout", LOOP(paragraphs_of_real_layouts_are_told_apart, names))
