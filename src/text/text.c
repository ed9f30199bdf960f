#include <config.h>

#include "text/text.h"

#include "base/error.h"
#include "read/document.h"
#include "text/kind.h"
#include "text/layout.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/words.h"

static int read_block(text *out, arena *mem, const layout *l, const block *b, sentence_splitter *splitter,
                      tokenizer *cutter, span_list *spans) {
    const span *skips = l->skips.items + b->first_skip;
    paragraph *p = LIST_PUSH(mem, &out->paragraphs);
    spans->count = 0;
    if (!p || sentence_split(splitter, b->span, skips, b->skip_count, spans) != 0)
        return -1;
    *p = (paragraph){b->span, PARAGRAPH_BODY, (uint32_t)out->sentences.count, (uint32_t)spans->count};
    for (size_t i = 0; i < spans->count; i++) {
        uint32_t number = (uint32_t)out->sentences.count, first = (uint32_t)out->tokens.count;
        sentence *s = LIST_PUSH(mem, &out->sentences);
        if (!s || token_split(cutter, number, spans->items[i], skips, b->skip_count) != 0)
            return -1;
        *s = (sentence){spans->items[i], (uint32_t)out->paragraphs.count - 1, first,
                        (uint32_t)out->tokens.count - first};
    }
    return 0;
}

int text_read(arena *mem, const hence_document *document, const hence_lexicon *lexicon, bool repair, text *out,
              hence_error *err) {
    (void)repair;
    arena scratch = {0};
    words known;
    layout l;
    span_list spans = {0};
    int result = -1;
    *out = (text){.document = document};
    if (words_open(&known, mem, lexicon, err) != 0)
        goto done;
    sentence_splitter splitter = {&scratch, document->text, lexicon, NULL};
    tokenizer cutter = {.out = out, .mem = mem, .words = &known, .lexicon = lexicon, .scratch = &scratch};
    if (layout_read(&scratch, document->text, &l) != 0)
        goto memory;
    for (size_t i = 0; i < l.blocks.count; i++)
        if (read_block(out, mem, &l, &l.blocks.items[i], &splitter, &cutter, &spans) != 0)
            goto memory;
    out->words = cutter.forms.items;
    kind_assign(out, &l, lexicon);
    result = 0;
    goto done;
memory:
    error_memory(err);
done:
    words_free(&known);
    arena_free(&scratch);
    return result;
}

bool paragraph_argues(paragraph_kind kind) {
    return kind == PARAGRAPH_BODY || kind == PARAGRAPH_ITEM || kind == PARAGRAPH_QUOTE;
}

const char *paragraph_kind_name(paragraph_kind kind) {
    static const char *const names[] = {"body",     "title",   "heading", "byline",     "quote",    "item",
                                        "footnote", "caption", "table",   "disclaimer", "reference"};
    return kind <= PARAGRAPH_REFERENCE ? names[kind] : "body";
}
