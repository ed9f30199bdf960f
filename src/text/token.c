#include <config.h>

#include "text/token.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "read/document.h"
#include "text/stop.h"

enum {
    ADDRESS_BYTES = 256, /* where an address must show that it is one */
    WORD_BYTES = 64      /* of a part of a word that a line end cuts */
};

typedef struct {
    tokenizer *t;
    str text;                      /* up to the sentence's end */
    size_t base;                   /* the sentence's start */
    const span *skips, *skips_end; /* those to come */
    uint32_t sentence;
} cutter;

static uint8_t flags_of(str s) {
    unsigned letters = 0, digits = 0, capitals = 0;
    bool capital = false;
    for (size_t at = 0; at < s.len;) {
        bool first = at == 0;
        uint32_t c = utf8_next(s, &at);
        if (utf8_is_letter(c)) {
            letters++;
            if (utf8_is_upper(c)) {
                capitals++;
                capital |= first;
            }
        } else
            digits += utf8_is_digit(c);
    }
    unsigned flags = letters ? TOKEN_WORD : digits ? TOKEN_NUMBER : TOKEN_PUNCT;
    flags |= capital ? TOKEN_CAPITAL : 0u;
    flags |= letters > 1 && capitals == letters ? TOKEN_CAPITALS : 0u;
    return (uint8_t)flags;
}

static int add(cutter *c, size_t start, size_t end, str form) {
    tokenizer *t = c->t;
    token *got = LIST_PUSH(t->mem, &t->out->tokens);
    lexicon_word *word = LIST_PUSH(t->mem, &t->forms);
    const lexicon_word *known = words_of(t->words, form);
    if (!got || !word || !known)
        return -1;
    uint8_t flags = flags_of(form);
    size_t next = end;
    if (end < c->text.len && utf8_is_space(utf8_next(c->text, &next)))
        flags |= TOKEN_SPACE;
    *got = (token){.span = {(uint32_t)start, (uint32_t)end}, .sentence = c->sentence, .flags = flags, .head = NONE};
    *word = *known;
    return 0;
}

static int add_plain(cutter *c, size_t start, size_t end) {
    return start == end ? 0 : add(c, start, end, str_slice(c->text, start, end));
}

/* ---- words */

static bool is_apostrophe(uint32_t c) {
    return c == '\'' || c == 0x2019 || c == 0x2BC;
}

static uint32_t peek(str s, size_t at) {
    return utf8_next(s, &at);
}

/* Whether the letters of `s` are `plain`, which is in small ASCII letters, in any case. */
static bool same_letters(str s, const char *plain) {
    size_t i = 0;
    for (; i < s.len && plain[i]; i++)
        if ((s.data[i] | 32) != plain[i])
            return false;
    return i == s.len && !plain[i];
}

/* Where a clitic begins in the word, or `end`. */
static size_t clitic(str text, size_t start, size_t end) {
    static const char *const after[] = {"s", "re", "ve", "ll", "d", "m", ""};
    str word = str_slice(text, start, end);
    if (same_letters(word, "cannot"))
        return start + 3;
    for (size_t at = end; at > start && end - at < 6;) {
        size_t sign = at;
        uint32_t c = utf8_prev(text, &sign);
        if (!is_apostrophe(c)) {
            at = sign;
            continue;
        }
        if (sign == start)
            return end;
        str rest = str_slice(text, at, end);
        if (same_letters(rest, "t") && sign > start + 1 && (text.data[sign - 1] | 32) == 'n')
            return sign - 1;
        for (size_t i = 0; i < sizeof after / sizeof *after; i++)
            if (same_letters(rest, after[i]))
                return sign;
        return end;
    }
    return end;
}

static int add_word(cutter *c, size_t start, size_t end) {
    size_t cut = clitic(c->text, start, end);
    if (cut == start)
        cut = end;
    return add_plain(c, start, cut) || add_plain(c, cut, end) ? -1 : 0;
}

/* Where a word goes on that a hyphen before `at` cuts at a line's end, else 0. */
static size_t over_line(const cutter *k, size_t at) {
    const span *skip = k->skips;
    bool line = false;
    for (;;) {
        size_t next = at;
        uint32_t c = utf8_next(k->text, &next);
        while (skip < k->skips_end && skip->start < at)
            skip++;
        if (line && skip < k->skips_end && skip->start == at)
            at = skip->end;
        else if (c == 0xFFFFFFFFu || !utf8_is_space(c))
            return line && c != 0xFFFFFFFFu && (utf8_is_letter(c) || utf8_is_digit(c)) ? at : 0;
        else {
            line |= c == '\n' || c == '\r';
            at = next;
        }
    }
}

/* What a hyphen at a line's end is: of the typesetter, of a compound (long-term), or a dash without its blank ("bad grades- that's all"). */
typedef enum { HYPHEN_SOFT, HYPHEN_HARD, HYPHEN_DASH } hyphen;

static bool knows(const tokenizer *t, str form) {
    str fold = utf8_fold(t->scratch, form);
    return fold.data && t->order && order_knows(t->order, fold);
}

/* Judges the hyphen at `at`, in the word that begins at `start` and goes on at `on`: typesetters cut before small letters; a word that is known, or that the text
 * has had, is whole; two known words are a compound. */
static hyphen judge_hyphen(const cutter *c, size_t start, size_t at, size_t on) {
    char whole[WORD_BYTES * 2];
    size_t first = at, last = on;
    if (!utf8_is_lower(peek(c->text, on)))
        return HYPHEN_HARD;
    for (size_t i = first; i > start && utf8_is_letter(utf8_prev(c->text, &i)) && at - i < WORD_BYTES;)
        first = i;
    for (size_t i = last; i < c->text.len && utf8_is_letter(utf8_next(c->text, &i)) && i - on < WORD_BYTES;)
        last = i;
    str head = str_slice(c->text, first, at), tail = str_slice(c->text, on, last);
    memcpy(whole, head.data, head.len);
    memcpy(whole + head.len, tail.data, tail.len);
    str word = {whole, head.len + tail.len};
    if (knows(c->t, word) || words_have(c->t->words, word) || !knows(c->t, tail) || !knows(c->t, head))
        return HYPHEN_SOFT;
    return is_apostrophe(peek(c->text, last)) ? HYPHEN_DASH : HYPHEN_HARD;
}

/* Three digits and no more: 12,500, but [3,14]. */
static bool thousands(str text, size_t at) {
    size_t n = 0;
    while (n < 4 && at + n < text.len && text.data[at + n] >= '0' && text.data[at + n] <= '9')
        n++;
    return n == 3;
}

/* Whether the sign `c` at `at`, between `before` and `after`, is inside a word. */
static bool joins(str text, size_t at, uint32_t before, uint32_t c, uint32_t after, bool digits_only) {
    if (!utf8_is_word(after))
        return false;
    switch (c) {
    case '-':
    case 0x2010:
    case 0x2011:
    case '_':
    case '&':
        return utf8_is_word(before);
    case '.':
        return true;
    case ',':
        return utf8_is_digit(before) && digits_only && thousands(text, at + 1);
    case ':':
        return utf8_is_digit(before) && utf8_is_digit(after) && digits_only;
    case '/':
        return utf8_is_digit(before) && utf8_is_digit(after) && digits_only;
    default:
        return is_apostrophe(c);
    }
}

/* The end of the word that begins at `start`: letters, digits and marks, with what may join them. */
static size_t word_end(const cutter *k, size_t start, bool *broken) {
    str text = k->text;
    size_t at = start;
    uint32_t before = 0;
    bool digits = true;
    *broken = false;
    while (at < text.len) {
        size_t next = at;
        uint32_t c = utf8_next(text, &next);
        if (utf8_is_word(c) || c == 0xAD) {
            digits &= utf8_is_digit(c);
            before = c;
            at = next;
            continue;
        }
        size_t on = c == '-' && utf8_is_letter(before) ? over_line(k, next) : 0;
        if (on && judge_hyphen(k, start, at, on) != HYPHEN_DASH) {
            *broken = true;
            at = on;
            continue;
        }
        if (!joins(text, at, before, c, peek(text, next), digits))
            break;
        before = c;
        at = next;
    }
    return at;
}

/* The full stop after the word at `start` belongs to it. `last` says that the sentence ends with it. */
static bool takes_stop(const cutter *c, size_t start, size_t end, bool last) {
    if (end >= c->text.len || c->text.data[end] != '.' || (end + 1 < c->text.len && c->text.data[end + 1] == '.'))
        return false;
    size_t before_end = start;
    while (before_end > c->base && c->text.data[before_end - 1] == ' ')
        before_end--;
    size_t before = before_end;
    while (before > c->base && before_end - before < 8 && c->text.data[before - 1] > ' ')
        before--;
    str word = str_slice(c->text, start, end + 1);
    stop_kind kind = stop_of(c->t->lexicon, c->t->scratch, str_slice(c->text, before, before_end), word);
    bool dotted = memchr(c->text.data + start, '.', end - start) != NULL;
    return kind != STOP_PLAIN && (!last || dotted || kind == STOP_ANY);
}

/* A word with line ends in it: its form is without them, and its clitic, which stands after them, is a token of its own. */
static int add_broken(cutter *c, size_t start, size_t end) {
    char *form = arena_new(c->t->words->mem, char, end - start + 1);
    size_t n = 0;
    if (!form)
        return -1;
    for (size_t at = start; at < end;) {
        size_t on = c->text.data[at] == '-' ? over_line(c, at + 1) : 0;
        if (!on || judge_hyphen(c, start, at, on) == HYPHEN_HARD)
            form[n++] = c->text.data[at];
        at = on ? on : at + 1;
    }
    str whole = {form, n};
    size_t tail = n - clitic(whole, 0, n);
    if (tail == n)
        tail = 0;
    return add(c, start, end - tail, str_slice(whole, 0, n - tail)) || add_plain(c, end - tail, end) ? -1 : 0;
}

static int cut_word(cutter *c, size_t start, size_t *past) {
    bool broken;
    size_t end = word_end(c, start, &broken);
    if (broken) {
        *past = end;
        return add_broken(c, start, end);
    }
    size_t next = end;
    uint32_t after = utf8_next(c->text, &next);
    if (after == '.') {
        size_t rest = end + 1;
        while (rest < c->text.len && strchr("\"')]};*", c->text.data[rest]) && c->text.data[rest])
            rest++;
        if (takes_stop(c, start, end, rest >= c->text.len)) {
            *past = end + 1;
            return add_plain(c, start, end + 1);
        }
    }
    /* the workers' rights: an apostrophe after s is a token of its own, as any sign is */
    *past = end;
    return add_word(c, start, end);
}

/* ---- addresses */

static bool is_address(str chunk) {
    size_t i = 0;
    static const char *const opens[] = {"http://", "https://", "www.", "doi:", "ftp://"};
    for (size_t k = 0; k < sizeof opens / sizeof *opens; k++)
        if (str_starts(chunk, str_of(opens[k])))
            return true;
    const char *sign = memchr(chunk.data, '@', chunk.len);
    if (!sign || sign == chunk.data)
        return false;
    i = (size_t)(sign - chunk.data) + 1;
    return i < chunk.len && memchr(sign, '.', chunk.len - i) != NULL && utf8_is_word(peek(chunk, i));
}

static size_t address_end(str text, size_t start) {
    size_t end = start;
    while (end < text.len && (unsigned char)text.data[end] > ' ' && !strchr("<>\"", text.data[end]))
        end++;
    while (end > start && strchr(".,;:!?)]}'*", text.data[end - 1]))
        end--;
    return end;
}

/* ---- signs */

/* A run of one sign is one token: ... -- !!! */
static size_t sign_end(str text, size_t start) {
    size_t at = start;
    uint32_t c = utf8_next(text, &at);
    if (c != '.' && c != '-' && c != '!' && c != '?' && c != '*' && c != '=' && c != '_' && c != '~' && c != 0x2026)
        return at;
    while (at < text.len && peek(text, at) == c)
        utf8_next(text, &at);
    return at;
}

/* A clitic that stands right after a sign or a word in quotes: "levy"'s. */
static size_t loose_clitic(const cutter *c, size_t start) {
    size_t at = start;
    if (start == c->base || utf8_is_space((unsigned char)c->text.data[start - 1]) ||
        !is_apostrophe(utf8_next(c->text, &at)))
        return 0;
    if (at < c->text.len && (c->text.data[at] | 32) == 's' && !utf8_is_word(peek(c->text, at + 1)))
        return at + 1;
    return 0;
}

int token_split(tokenizer *t, uint32_t sentence, span s, const span *skips, size_t skip_count) {
    cutter c = {t, str_slice(t->out->document->text, 0, s.end), s.start, skips, skips + skip_count, sentence};
    bool fresh = true; /* a chunk begins: white space stands before */
    for (size_t at = s.start; at < s.end;) {
        while (c.skips < c.skips_end && c.skips->start < at)
            c.skips++;
        if (c.skips < c.skips_end && c.skips->start == at) {
            at = c.skips->end;
            continue;
        }
        size_t next = at;
        uint32_t sign = utf8_next(c.text, &next);
        if (utf8_is_space(sign) || sign == 0x200B || sign == 0xFEFF) {
            at = next;
            fresh = true;
            continue;
        }
        bool address = false;
        if (utf8_is_word(sign) && (fresh || strchr("([<\"", c.text.data[at - 1]))) {
            size_t chunk = at;
            while (chunk < s.end && chunk - at < ADDRESS_BYTES && (unsigned char)c.text.data[chunk] > ' ')
                chunk++;
            address = is_address(str_slice(c.text, at, chunk));
        }
        fresh = false;
        size_t past = 0;
        int failed;
        if (address && (past = address_end(c.text, at)) > at)
            failed = add_plain(&c, at, past);
        else if (utf8_is_word(sign))
            failed = cut_word(&c, at, &past);
        else if ((past = loose_clitic(&c, at)) > 0)
            failed = add_plain(&c, at, past);
        else if ((sign == '#' || sign == '@') && utf8_is_letter(peek(c.text, next))) {
            bool broken;
            past = word_end(&c, next, &broken);
            failed = add_plain(&c, at, past);
        } else {
            past = sign_end(c.text, at);
            failed = add_plain(&c, at, past);
        }
        if (failed)
            return -1;
        at = past;
    }
    return 0;
}
