#include <config.h>

#include "text/text.h"

#include "base/error.h"
#include "read/document.h"
#include "text/doubles.h"
#include "text/kind.h"
#include "text/layout.h"
#include "text/order.h"
#include "text/repair.h"
#include "text/sentence.h"
#include "text/token.h"
#include "text/words.h"

/* Later stages compare words of a sentence with each other: a line of 10 MB without a full stop is cut, or they would never end. */
enum { SENTENCE_MOST = 4000 };

/* Where a sentence that begins at `s` ends at the latest: s.end, or the last blank before SENTENCE_MOST bytes; inside a word only where that is longer. */
static uint32_t cut(str whole, span s) {
    if (span_length(s) <= SENTENCE_MOST)
        return s.end;
    uint32_t last = s.start + SENTENCE_MOST, at = last;
    while (at > s.start && whole.data[at] != ' ' && whole.data[at] != '\n')
        at--;
    if (at == s.start)
        for (at = last; at > s.start + 1 && ((unsigned char)whole.data[at] & 0xC0) == 0x80;)
            at--;
    return at;
}

static int read_block(text *out, arena *mem, const layout *l, const block *b, sentence_splitter *splitter,
                      tokenizer *cutter, span_list *spans) {
    const span *skips = l->skips.items + b->first_skip;
    paragraph *p = LIST_PUSH(mem, &out->paragraphs);
    spans->count = 0;
    if (!p || sentence_split(splitter, b->span, skips, b->skip_count, spans) != 0)
        return -1;
    *p = (paragraph){b->span, PARAGRAPH_BODY, (uint32_t)out->sentences.count, 0};
    str whole = out->document->text;
    for (size_t i = 0; i < spans->count; i++)
        for (span rest = spans->items[i]; rest.start < rest.end;) {
            span part = {rest.start, cut(whole, rest)};
            for (rest.start = part.end;
                 rest.start < rest.end && (whole.data[rest.start] == ' ' || whole.data[rest.start] == '\n');)
                rest.start++;
            while (part.end > part.start + 1 && (whole.data[part.end - 1] == ' ' || whole.data[part.end - 1] == '\n'))
                part.end--;
            uint32_t number = (uint32_t)out->sentences.count, first = (uint32_t)out->tokens.count;
            sentence *s = LIST_PUSH(mem, &out->sentences);
            if (!s || token_split(cutter, number, part, skips, b->skip_count) != 0)
                return -1;
            *s = (sentence){part, (uint32_t)out->paragraphs.count - 1, first, (uint32_t)out->tokens.count - first};
            p->sentence_count++;
        }
    return 0;
}

int text_read(arena *mem, const hence_document *document, const hence_lexicon *lexicon, bool repair, text *out,
              hence_error *err) {
    arena scratch = {0};
    words known;
    layout l;
    span_list spans = {0};
    int result = -1;
    *out = (text){.document = document};
    const order_model *model = order_builtin(err);
    if (!model)
        return -1;
    if (words_open(&known, mem, lexicon, err) != 0)
        goto done;
    sentence_splitter splitter = {&scratch, document->text, lexicon, NULL};
    tokenizer cutter = {
        .out = out, .mem = mem, .words = &known, .lexicon = lexicon, .order = model, .scratch = &scratch};
    if (layout_read(&scratch, document->text, lexicon, &l) != 0)
        goto memory;
    for (size_t i = 0; i < l.blocks.count; i++)
        if (read_block(out, mem, &l, &l.blocks.items[i], &splitter, &cutter, &spans) != 0)
            goto memory;
    out->words = cutter.forms.items;
    kind_assign(out, &l, &known, lexicon);
    if (repair && (repair_text(mem, out, model) != 0 || doubles_drop(mem, out, lexicon) != 0))
        goto memory;
    if (scratch.failed || mem->failed) /* a look-up that had no memory found nothing: that is no answer */
        goto memory;
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
