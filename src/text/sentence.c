#include <config.h>

#include "text/sentence.h"

#include <string.h>
#include <unicode/uchar.h>

#include "base/utf8.h"
#include "text/stop.h"

enum {
    SMALL_BITS = 20,       /* of the bitmap of words in small letters */
    SMALL_BYTES = 1 << 20, /* of the text are looked at for it: so much has all common words */
    CLOSERS = 64,          /* closing marks after a terminator, at most */
    LEADERS = 5,           /* dots that lead to the number of a page, at least */
    MARK_DIGITS = 3,       /* a note's number has no more digits */
    MARKS = 8,             /* of notes side by side, at most */
    SOURCE_BYTES = 60,     /* "(Moss 22)", at most */
    LONG_NUMBER = 4,       /* digits that want no decimals */
    ENUMERATOR_BYTES = 8
};

typedef enum { CLASS_OTHER, CLASS_STOP, CLASS_END, CLASS_CLOSE } sign_class; /* . | ? ! | quotes and brackets */

static sign_class class_of(uint32_t c) {
    if (c < 0x80) {
        if (c == '.')
            return CLASS_STOP;
        if (c == '!' || c == '?')
            return CLASS_END;
        return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == ';' || c == '*' ? CLASS_CLOSE
                                                                                                 : CLASS_OTHER;
    }
    if (c == 0x2026)
        return CLASS_STOP;
    switch (u_getIntPropertyValue((UChar32)c, UCHAR_SENTENCE_BREAK)) {
    case U_SB_STERM:
        return CLASS_END;
    case U_SB_ATERM:
        return CLASS_STOP;
    case U_SB_CLOSE:
        return CLASS_CLOSE;
    default:
        return CLASS_OTHER;
    }
}

/* What may stand between a sentence's end and the first letter of the next: opening quotes and brackets, dashes. */
static bool is_opener(uint32_t c) {
    return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '*' || c == '_' ||
           (c > 0x7F && u_getIntPropertyValue((UChar32)c, UCHAR_SENTENCE_BREAK) == U_SB_CLOSE);
}

/* ---- words in small letters */

static void note_small(sentence_splitter *s) {
    s->small = arena_new(s->mem, unsigned char, (1u << SMALL_BITS) / 8);
    if (!s->small)
        return;
    str text = str_slice(s->text, 0, SMALL_BYTES);
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        while (at < text.len && text.data[at] >= 'a' && text.data[at] <= 'z')
            at++;
        bool whole = at > start && (start == 0 || (unsigned char)text.data[start - 1] <= ' ');
        if (whole) {
            uint32_t h = str_hash(str_slice(text, start, at)) >> (32 - SMALL_BITS);
            s->small[h / 8] |= (unsigned char)(1u << h % 8);
        }
        at += at == start;
    }
}

/* Whether `w` is never written with a capital but where it opens a sentence, names of days and months left out. */
static bool is_opener_word(const hence_lexicon *lexicon, lexicon_word w) {
    const lexicon_entry *function = lexicon_find(lexicon, LEXICON_FUNCTION, w);
    return (function && !lexicon_says(function, "kind", "period")) || lexicon_find(lexicon, LEXICON_CONNECTIVES, w) ||
           lexicon_is(lexicon, LEXICON_ABBREVIATIONS, w, "opener");
}

/* Whether `word`, which stands in capitals, is one that is also written small: then the capital opens a sentence. */
static bool opens_sentence(sentence_splitter *s, str word) {
    char small[STOP_WORD_BYTES];
    if (word.len == 0 || word.len > sizeof small)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        if (c < 0)
            return false;
        small[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (word.len > 1 && memcmp(small + 1, word.data + 1, word.len - 1) != 0)
        return false; /* NATO */
    str form = {small, word.len};
    lexicon_word w = {form, form};
    if (is_opener_word(s->lexicon, w))
        return true;
    if (!s->small)
        note_small(s);
    uint32_t h = str_hash(form) >> (32 - SMALL_BITS);
    return s->small && s->small[h / 8] >> h % 8 & 1;
}

/* What a capital after "8 p.m." may go on with: Monday, EST. */
static bool names_time(sentence_splitter *s, str word) {
    size_t at = 0;
    utf8_next(word, &at);
    if (at < word.len && utf8_is_upper(utf8_next(word, &at)))
        return true;
    str form = utf8_fold(s->mem, word);
    return form.data && lexicon_is(s->lexicon, LEXICON_FUNCTION, (lexicon_word){form, form}, "period");
}

/* ---- one boundary */

typedef struct {
    sentence_splitter *s;
    str text;         /* up to the paragraph's end */
    const span *skip; /* the next one */
    const span *skips_end;
    size_t start; /* of the sentence */
} walk;

/* Past white space and skips. */
static size_t past_space(walk *w, size_t at) {
    for (;;) {
        size_t next = at;
        uint32_t c = utf8_next(w->text, &next);
        if (c != 0xFFFFFFFFu && utf8_is_space(c))
            at = next;
        else {
            while (w->skip < w->skips_end && w->skip->start < at)
                w->skip++;
            if (w->skip == w->skips_end || w->skip->start != at)
                return at;
            at = w->skip->end;
        }
    }
}

/* The run of signs that are no white space before `end`, without opening quotes and brackets. */
static str word_before(const walk *w, size_t end) {
    size_t start = end;
    while (start > w->start && end - start <= STOP_WORD_BYTES) {
        size_t at = start;
        uint32_t c = utf8_prev(w->text, &at);
        if (utf8_is_space(c) || is_opener(c) || c == 0x2014 || c == '/' || c == ',')
            break;
        start = at;
    }
    return str_slice(w->text, start, end);
}

static str word_at(str text, size_t start) {
    size_t at = start;
    for (size_t next = at; at < text.len && at - start <= STOP_WORD_BYTES; at = next) {
        uint32_t c = utf8_next(text, &next);
        if (!utf8_is_word(c))
            break;
    }
    return str_slice(text, start, at);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\r';
}

static bool is_raised(uint32_t c) {
    return c == 0xB9 || c == 0xB2 || c == 0xB3 || c == 0x2070 || (c >= 0x2074 && c <= 0x2079);
}

static bool is_digit(str text, size_t at) {
    return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

static size_t past_digits(str text, size_t at) {
    for (size_t start = at; is_digit(text, at) && at - start <= MARK_DIGITS;)
        at++;
    return at;
}

/* [12], [a], also after a blank, and (12) right after the full stop. Gives its end, or 0. */
static size_t past_bracket(str text, size_t at) {
    size_t start = at;
    while (at < text.len && at - start < 3 && is_blank(text.data[at]))
        at++;
    if (at == text.len || (text.data[at] != '[' && (text.data[at] != '(' || at > start)))
        return 0;
    char close = text.data[at] == '[' ? ']' : ')';
    size_t first = ++at, end = past_digits(text, first);
    if (end == first && close == ']' && end < text.len && utf8_is_lower((unsigned char)text.data[end]))
        end++;
    return end > first && end - first <= MARK_DIGITS && end < text.len && text.data[end] == close ? end + 1 : 0;
}

/* Whether a bare number after the full stop at `stop` can be no decimal: after a letter; after a thousand or a year, if what follows opens a sentence. */
static bool is_bare_mark(walk *w, size_t stop, size_t end) {
    size_t before = stop, digits = 0;
    for (; before > w->start && (is_digit(w->text, before - 1) || w->text.data[before - 1] == ','); before--)
        digits += w->text.data[before - 1] != ',';
    return digits == 0 || (digits >= LONG_NUMBER && opens_sentence(w->s, word_at(w->text, end + 1)));
}

/* The marks of notes after a sentence: [12], [3]-[5], raised figures, and a bare 12 before white space. Gives their end. */
static size_t past_marks(walk *w, size_t stop, size_t at) {
    str text = w->text;
    size_t bare = past_digits(text, at), next = bare;
    uint32_t after = utf8_next(text, &next);
    if (bare > at && bare - at <= MARK_DIGITS && (after == 0xFFFFFFFFu || utf8_is_space(after)) &&
        (stop + 1 < at || is_bare_mark(w, stop, bare)))
        return bare;
    for (next = at; next < text.len && is_raised(utf8_next(text, &next));)
        at = next;
    for (size_t i = 0, end; i < MARKS && (end = past_bracket(text, at)) > 0; i++) {
        size_t best = end;
        uint32_t c = utf8_next(text, &end);
        bool more = (c == ',' || c == '-' || c == 0x2013) && past_bracket(text, end) > 0;
        at = more ? end : best;
    }
    return at;
}

/* A closing quote that a blank cuts off, or a face: :) =( ;-P. Gives its end. */
static size_t past_strays(str text, size_t at) {
    size_t start = at;
    while (start < text.len && start - at < 3 && is_blank(text.data[start]))
        start++;
    size_t to = start, signs = 0, letters = 0;
    if (start == at || start >= text.len)
        return at;
    char first = text.data[start];
    for (; to < text.len && to - start < 4 && (unsigned char)text.data[to] > ' '; to++) {
        letters += utf8_is_word((unsigned char)text.data[to]);
        signs += strchr("()DPp|/*", text.data[to]) != NULL;
    }
    bool whole = to >= text.len || utf8_is_space((unsigned char)text.data[to]);
    bool face = (first == ':' || first == ';' || first == '=') && signs && letters < 2 && to - start > 1;
    bool quote = first == '"' && to == start + 1;
    return whole && (face || quote) ? to : at;
}

static bool is_roman(str s) {
    for (size_t i = 0; i < s.len; i++)
        if (!strchr("IVXLCivxlc", s.data[i]))
            return false;
    return s.len > 0;
}

/* The first of a list that runs on behind a colon: "these: 1. Rates fell." */
static bool begins_list(const walk *w, str word) {
    size_t before = (size_t)(word.data - w->text.data);
    while (before > w->start && is_blank(w->text.data[before - 1]))
        before--;
    return before > w->start && w->text.data[before - 1] == ':' && word.len == 2 && strchr("1aAiI", word.data[0]);
}

/* A number or a letter that opens the sentence: "2. Rates fell", "P1. Rates fell", "## 1. Rates". */
static bool enumerates(const walk *w, str word) {
    size_t start = (size_t)(word.data - w->text.data), at = w->start;
    if (begins_list(w, word))
        return true;
    while (at < start && (w->text.data[at] == '#' || w->text.data[at] == ' '))
        at++;
    if (start > at + 1 || word.len > ENUMERATOR_BYTES)
        return false;
    if (start > at && !is_opener((unsigned char)w->text.data[at]))
        return false;
    size_t digits = 0, first = word.len > 2 && word.data[0] >= 'A' && word.data[0] <= 'Z' && is_digit(word, 1);
    for (size_t i = first; i + 1 < word.len; i++)
        digits += word.data[i] == '.' || is_digit(word, i);
    str stem = str_slice(word, 0, word.len - 1);
    return first + digits + 1 == word.len || stem.len == 1 || is_roman(stem);
}

/* A full stop that stands right before a letter ends a sentence where small letters stand before it and a capital after ("said.The"). */
static bool ends_without_space(const walk *w, size_t stop, size_t next) {
    str before = word_before(w, stop), after = word_at(w->text, next);
    if (before.len < 2 || after.len == 0 || memchr(before.data, '.', before.len) ||
        memchr(before.data, '@', before.len) || memchr(before.data, ':', before.len))
        return false;
    for (size_t at = 1; at < before.len;) {
        uint32_t c = utf8_next(before, &at);
        if (!utf8_is_lower(c) && c != '-' && c != '\'' && c != 0x2019)
            return false;
    }
    size_t at = 0;
    if (!utf8_is_upper(utf8_next(after, &at)))
        return false;
    if (at < after.len && !utf8_is_lower(utf8_next(after, &at)))
        return false;
    size_t end = (size_t)(after.data - w->text.data) + after.len;
    return end >= w->text.len || (w->text.data[end] != '.' && w->text.data[end] != '/' && w->text.data[end] != '@');
}

/* "Figure 2." at the start. */
static bool captions(const walk *w, str before, str word) {
    if (before.data != w->text.data + w->start || before.len == 0 || !utf8_is_digit((unsigned char)word.data[0]))
        return false;
    str form = utf8_fold(w->s->mem, before);
    return form.data && lexicon_is(w->s->lexicon, LEXICON_HEADINGS, (lexicon_word){form, form}, "caption");
}

/* A word of small letters, of two and more, before its full stop. */
static bool is_small(str word) {
    for (size_t at = 0; at + 1 < word.len;)
        if (!utf8_is_lower(utf8_next(word, &at)))
            return false;
    return word.len > 2;
}

static bool is_link(str after) {
    return str_equal(after, str_of("http")) || str_equal(after, str_of("https")) || str_equal(after, str_of("www"));
}

/* A full stop (at `stop`, the closing marks after it left out) before white space and a word. */
static bool stop_ends(walk *w, size_t stop, size_t next, bool closed) {
    str text = w->text, word = word_before(w, stop + 1);
    size_t word_start = (size_t)(word.data - text.data), before_end = word_start;
    while (before_end > w->start && text.data[before_end - 1] == ' ')
        before_end--;
    size_t letter = next;
    uint32_t c = utf8_next(text, &next);
    bool opened = false;
    while (c != 0xFFFFFFFFu && is_opener(c)) {
        opened = true;
        letter = next;
        c = utf8_next(text, &next);
    }
    str after = word_at(text, letter), before = word_before(w, before_end);
    if (enumerates(w, word) || captions(w, before, word))
        return false;
    stop_kind kind = stop_of(w->s->lexicon, w->s->mem, before, word);
    bool lower = utf8_is_lower(c), upper = utf8_is_upper(c), digit = utf8_is_digit(c);
    if (lower)
        return kind == STOP_PLAIN && !closed && !opened && (is_small(word) || is_link(after));
    bool pronoun = after.len == 1 && c == 'I' && next < text.len && text.data[next] != '.'; /* I, I've */
    switch (kind) {
    case STOP_INNER:
        return false;
    case STOP_TITLE:
        return closed && !upper;
    case STOP_NUMBER:
        return upper && (pronoun || (!(is_roman(after) && after.len < 5) && after.len != 1));
    case STOP_ANY:
        return upper && (pronoun || opens_sentence(w->s, after));
    case STOP_TIME:
        return upper && (pronoun || !names_time(w->s, after));
    case STOP_INITIAL:
        if (upper && after.len == 1 && !pronoun && c != 'A')
            return false;
        return closed || (!digit && (!upper || pronoun || opens_sentence(w->s, after)));
    case STOP_PLAIN:
        break;
    }
    return !(digit && word.len == 2 && utf8_is_lower((unsigned char)word.data[0])); /* m. 1977 */
}

/* A source in brackets that ends the paragraph: "... gathers dust. (Moss 22)" belongs to the sentence before it. */
static bool is_last_source(str text, size_t at) {
    size_t figures = 0, end = at + 1;
    if (at >= text.len || text.data[at] != '(')
        return false;
    for (; end < text.len && end - at < SOURCE_BYTES && text.data[end] != ')' && text.data[end] != '('; end++)
        figures += is_digit(text, end);
    bool sentence = class_of((unsigned char)text.data[end - 1]) != CLASS_OTHER; /* (It was built in 1920.) */
    return figures && !sentence && end + 1 == text.len && text.data[end] == ')';
}

/* Past the letter that numbers what follows, and the blank after it: "(a) ", "b) ", "(iv) ". */
static size_t past_label(str text, size_t at) {
    size_t first = at + (at < text.len && text.data[at] == '('), end = first;
    while (end < text.len && utf8_is_lower((unsigned char)text.data[end]))
        end++;
    bool label = end == first + 1 || (end > first && end - first < 5 && is_roman(str_slice(text, first, end)));
    bool apart = end + 1 < text.len && text.data[end] == ')' && is_blank(text.data[end + 1]);
    return label && apart ? end + 2 : at;
}

static bool is_dash(uint32_t c) {
    return c == '-' || c == 0x2013 || c == 0x2014;
}

/* Whether a sentence ends with the terminator at `at`; then `*end` is where, closing marks included. `*past` moves past what was looked at. */
static bool ends(walk *w, size_t at, size_t *end, size_t *past) {
    str text = w->text;
    size_t stop = at, stops = 0, to = at;
    bool strong = false, closed = false, wide = false; /* ideographic signs need no blank */
    for (unsigned i = 0; i < CLOSERS; i++) {           /* the whole run: ?! ... */
        uint32_t c = utf8_next(text, &to);
        sign_class k = c == 0xFFFFFFFFu ? CLASS_OTHER : class_of(c);
        if (k != CLASS_STOP && k != CLASS_END)
            break;
        stops += c == 0x2026 ? 3 : k == CLASS_STOP;
        strong |= k == CLASS_END;
        wide = k == CLASS_END && c >= 0x3000;
        stop = at;
        at = to;
    }
    *past = at;
    size_t close = at;
    for (unsigned i = 0; i < CLOSERS; i++) {
        size_t next = close;
        uint32_t c = utf8_next(text, &next);
        if (c == 0xFFFFFFFFu || class_of(c) != CLASS_CLOSE ||
            (c > 0x7F && u_charType((UChar32)c) == U_START_PUNCTUATION))
            break;
        closed |= c != ';';
        close = next;
    }
    bool elision = stops > 1 && close > at && text.data[close - 1] == ']';
    if (!elision)
        close = past_strays(text, past_marks(w, stop, close));
    size_t next = past_space(w, close);
    *end = close;
    if (is_last_source(text, next))
        *end = next = text.len;
    if (next >= text.len)
        return true;
    if (next > close)
        next = past_label(text, next);
    size_t letter = next, look = next;
    uint32_t c = utf8_next(text, &look);
    while (c != 0xFFFFFFFFu && is_opener(c)) {
        letter = look;
        c = utf8_next(text, &look);
    }
    if (next == close) { /* no white space */
        if (wide)
            return true;
        if (!strong && stops == 1 && close == at)
            return ends_without_space(w, stop, next);
        return utf8_is_upper(c) && letter == next && close > at && ends_without_space(w, stop, next);
    }
    size_t on = look;
    if (is_dash(c) && on < text.len && utf8_is_space(utf8_next(text, &on)) && utf8_is_lower(utf8_next(text, &on)))
        return false; /* Who pays? - the poor do */
    if (class_of(c) == CLASS_STOP || class_of(c) == CLASS_END)
        return false; /* . . . */
    if (stops >= LEADERS && utf8_is_digit(c))
        return false; /* Why rivers flood ....... 12 */
    if (strong || stops > 1) {
        if (utf8_is_lower(c))
            return strong && !closed && stops == 0 && letter == next && is_small(word_before(w, at));
        return !elision && (utf8_is_word(c) || letter != next || c > 0x7F);
    }
    return stop_ends(w, stop, next, closed);
}

/* ---- a paragraph */

static int add(sentence_splitter *s, span_list *out, size_t start, size_t end) {
    while (end > start) {
        size_t at = end;
        if (!utf8_is_space(utf8_prev(s->text, &at)))
            break;
        end = at;
    }
    if (start == end)
        return 0;
    span *got = LIST_PUSH(s->mem, out);
    if (!got)
        return -1;
    *got = (span){(uint32_t)start, (uint32_t)end};
    return 0;
}

int sentence_split(sentence_splitter *s, span p, const span *skips, size_t skip_count, span_list *out) {
    walk w = {
        .s = s, .text = str_slice(s->text, 0, p.end), .skip = skips, .skips_end = skips + skip_count, .start = p.start};
    const span *skip = skips, *skips_end = skips + skip_count;
    for (size_t at = p.start; at < p.end;) {
        while (skip < skips_end && skip->end <= at)
            skip++;
        if (skip < skips_end && skip->start <= at) { /* what a running head says ends no sentence */
            at = skip->end;
            continue;
        }
        unsigned char b = (unsigned char)w.text.data[at];
        /* ASCII but for the three, and the letters of two bytes, which are most of what is not ASCII */
        if (b < 0x80 ? b != '.' && b != '?' && b != '!' : b >= 0xC3 && b < 0xCD) {
            at++;
            continue;
        }
        size_t next = at, end, past;
        uint32_t c = utf8_next(w.text, &next);
        sign_class k = class_of(c);
        if ((k != CLASS_STOP && k != CLASS_END) || at == w.start) {
            at = next;
            continue;
        }
        if (!ends(&w, at, &end, &past)) {
            at = past;
            continue;
        }
        if (add(s, out, w.start, end) != 0)
            return -1;
        w.start = at = past_space(&w, end);
    }
    return add(s, out, w.start, p.end);
}
