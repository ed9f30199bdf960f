#include <config.h>

#include "text/doubles.h"

#include "read/document.h"

static const double sure = 0.95; /* as a reading's score */

/* Speech as it is written down repeats a word now and then: only a text in which one token in so many is a double has been damaged. */
enum { FEW = 2, SHARE_OF_FEW = 150, SHARE_OF_MANY = 205 };

/* A token of the sentence that is joined to the next without white space: a word with its clitic, a part of a compound. */
static bool joins(const text *t, uint32_t at, uint32_t next, uint32_t end) {
    return next < end && !(t->tokens.items[at].flags & TOKEN_SPACE) &&
           ((t->tokens.items[next].flags & TOKEN_WORD) || t->words[next].form.data[0] == '-');
}

/* Whether the token at `at` says the one at `before` once more; `first` and `end` bound what has been kept of the sentence and what is to come. */
static bool is_double(const text *t, uint32_t first, uint32_t before, uint32_t at, uint32_t end) {
    const token *a = &t->tokens.items[before], *b = &t->tokens.items[at];
    return (b->flags & TOKEN_WORD) && !(b->flags & TOKEN_CAPITAL) && (a->flags & TOKEN_SPACE) &&
           str_equal(t->words[before].form, t->words[at].form) && !joins(t, at, at + 1, end) &&
           !(before > first && joins(t, before - 1, before, at));
}

/* Lets the word at `before` stand for the one at `at` too. */
static int drop(arena *mem, text *t, uint32_t before, uint32_t at) {
    token *a = &t->tokens.items[before];
    const token *b = &t->tokens.items[at];
    repair *r = LIST_PUSH(mem, &t->repairs);
    if (!r)
        return -1;
    span both = {a->span.start < b->span.start ? a->span.start : b->span.start,
                 a->span.end > b->span.end ? a->span.end : b->span.end};
    *r = (repair){a->sentence, both, document_str(t->document, a->span), sure};
    a->flags = (uint8_t)((a->flags & ~TOKEN_SPACE) | (b->flags & TOKEN_SPACE));
    return 0;
}

static size_t count(const text *t, const hence_lexicon *lexicon) {
    size_t n = 0;
    for (size_t i = 0; i < t->sentences.count; i++) {
        const sentence *s = &t->sentences.items[i];
        uint32_t end = s->first_token + s->token_count;
        for (uint32_t at = s->first_token + 1; at < end && paragraph_argues(t->paragraphs.items[s->paragraph].kind); at++)
            n += is_double(t, s->first_token, at - 1, at, end) && !lexicon_find(lexicon, LEXICON_DOUBLES, t->words[at]);
    }
    return n;
}

static bool is_damaged(const text *t, const hence_lexicon *lexicon) {
    size_t n = count(t, lexicon);
    return n * (n > FEW ? SHARE_OF_MANY : SHARE_OF_FEW) >= t->tokens.count;
}

int doubles_drop(arena *mem, text *t, const hence_lexicon *lexicon) {
    uint32_t kept = 0;
    if (!is_damaged(t, lexicon))
        return 0;
    for (size_t i = 0; i < t->sentences.count; i++) {
        sentence *s = &t->sentences.items[i];
        bool argues = paragraph_argues(t->paragraphs.items[s->paragraph].kind);
        uint32_t at = s->first_token, end = at + s->token_count;
        s->first_token = kept;
        for (; at < end; at++) {
            if (argues && kept > s->first_token && is_double(t, s->first_token, kept - 1, at, end) &&
                !lexicon_find(lexicon, LEXICON_DOUBLES, t->words[at])) {
                if (drop(mem, t, kept - 1, at) != 0)
                    return -1;
                continue;
            }
            t->tokens.items[kept] = t->tokens.items[at];
            t->words[kept++] = t->words[at];
        }
        s->token_count = kept - s->first_token;
    }
    t->tokens.count = kept;
    return 0;
}
