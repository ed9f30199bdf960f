#include <config.h>

#include "text/lines.h"

#include <string.h>

#include "base/utf8.h"

enum { TAB = 4 };

static bool ends_line(uint32_t c) {
    return c == '\n' || c == '\r' || c == '\f' || c == '\v' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_closer(uint32_t c) {
    return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == '*' || c == '_' || c == 0x201D ||
           c == 0x2019 || c == 0xBB || (c >= 0xB2 && c <= 0xB9);
}

static bool is_terminal(uint32_t c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == ';' || c == 0x2026;
}

bool line_closed(str s) {
    size_t at = s.len;
    for (unsigned i = 0; i < 8 && at; i++) {
        uint32_t c = utf8_prev(s, &at);
        if (is_terminal(c))
            return true;
        if (!is_closer(c) && !utf8_is_digit(c) && c != '[')
            return false;
    }
    return false;
}

static bool is_bullet(uint32_t c) {
    return c == '-' || c == '*' || c == '+' || c == 0xB7 || c == 0x2022 || c == 0x2023 || c == 0x25E6 || c == 0x25AA ||
           c == 0x25CF || c == 0x25CB || c == 0x25A0 || c == 0x2013 || c == 0x2014 || c == 0x2043 || c == 0x27A2 ||
           c == 0xF0B7;
}

static bool space_at(str s, size_t at) {
    return at < s.len && utf8_is_space(utf8_next(s, &at));
}

/* Whether `s` numbers an item: figures, a letter (P2, a letter with a figure), a roman numeral. */
static bool is_ordinal(str s) {
    static const char *const alphabets[] = {"0123456789", "ivx", "IVX"};
    if (s.len == 2 && s.data[0] >= 'A' && s.data[0] <= 'Z' && s.data[1] >= '0' && s.data[1] <= '9')
        return true;
    for (size_t k = 0; k < 3; k++) {
        size_t n = 0;
        while (n < s.len && s.data[n] && strchr(alphabets[k], s.data[n]))
            n++;
        if (n > 0 && n == s.len)
            return n <= (k ? 5 : 3);
    }
    return s.len == 1 && s.data[0] > 0 && utf8_is_letter((unsigned char)s.data[0]);
}

size_t line_enumerator(str s) {
    size_t at = 0;
    uint32_t c = utf8_next(s, &at);
    if (is_bullet(c))
        return space_at(s, at) ? at : 0;
    bool open = c == '(' || c == '[';
    size_t first = open ? 1 : 0, end = first;
    while (end < s.len && end - first < 6 && s.data[end] != '.' && s.data[end] != ')' && s.data[end] != ']')
        end++;
    if (end >= s.len || !is_ordinal(str_slice(s, first, end)))
        return 0;
    bool ok = open ? s.data[end] == (c == '(' ? ')' : ']') : s.data[end] != ']';
    return ok && space_at(s, end + 1) ? end + 1 : 0;
}

/* A line that only rules off: ---, * * *, ______. */
static bool is_rule(str s) {
    size_t signs = 0;
    for (size_t at = 0; at < s.len;) {
        uint32_t c = utf8_next(s, &at);
        bool sign = c == '-' || c == '=' || c == '_' || c == '*' || c == '~' || c == '#' || c == 0x2013 ||
                    c == 0x2014 || c == 0x2022 || (c >= 0x2500 && c <= 0x257F);
        if (!sign && !utf8_is_space(c) && c != '|' && c != ':' && c != '+') /* | --- | ---: | */
            return false;
        signs += sign;
    }
    return signs > 1; /* two dashes set off a signature */
}

/* The bytes of the marks ("> ", ">> ") that an e-mail or Markdown sets before a quoted line. */
static size_t quote_marks(str s) {
    size_t at = 0, marks = 0;
    while (at < s.len && (s.data[at] == '>' || (marks && s.data[at] == ' ')))
        marks += s.data[at++] == '>';
    bool figure = at < s.len && s.data[at] >= '0' && s.data[at] <= '9'; /* more than */
    return marks && !figure && (at == s.len || s.data[at - 1] == ' ') ? at : 0;
}

static void look(line *l, str s) {
    size_t at = 0;
    bool letter = false;
    for (uint32_t c; at < s.len && l->opening < UINT16_MAX; l->opening++) { /* the first word */
        c = utf8_next(s, &at);
        if (l->opening == 0)
            l->lower = utf8_is_lower(c);
        if (!letter && (letter = utf8_is_letter(c)))
            l->capital = utf8_is_upper(c);
        if (utf8_is_space(c))
            break;
    }
    l->length = (uint32_t)utf8_count(s);
    l->closed = line_closed(s);
    l->comma = s.data[s.len - 1] == ',';
    l->item = line_enumerator(s) > 0;
    l->mark = l->item && s.data[0] == '[';
    l->rule = is_rule(s);
}

/* The white space before a line: gives its columns. `*end` is the sign that ends the line if there is nothing else on it, else 0. */
static size_t indent_at(str text, size_t *at, uint32_t *end) {
    size_t indent = 0;
    while (*at < text.len) {
        size_t next = *at;
        uint32_t c = utf8_next(text, &next);
        if (!utf8_is_space(c) && c != 0xFEFF && c != 0x200B)
            break;
        *at = next;
        if (ends_line(c)) {
            *end = c;
            break;
        }
        indent = c == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
    }
    return indent;
}

/* The rest of a line from `*at` on, which moves past its end. Gives where its last sign ends; `*end` is the sign that ends the line. */
static size_t rest_of_line(str text, size_t *at, uint32_t *end) {
    size_t last = *at;
    while (*at < text.len) {
        size_t run = *at, full;
        while (*at < text.len && text.data[*at] >= ' ' && text.data[*at] < 0x7F)
            ++*at;
        for (full = *at; full > run && text.data[full - 1] == ' ';)
            full--;
        last = full > run ? full : last;
        if (*at == text.len)
            break;
        uint32_t c = utf8_next(text, at);
        if (ends_line(c)) {
            *end = c;
            break;
        }
        last = utf8_is_space(c) ? last : *at;
    }
    return last;
}

int lines_read(arena *mem, str text, line_list *out) {
    size_t gap = 0;
    bool feed = false;
    for (size_t at = 0; at < text.len;) {
        uint32_t end = 0;
        size_t indent = indent_at(text, &at, &end), start = at;
        span s = {(uint32_t)start, (uint32_t)(end ? start : rest_of_line(text, &at, &end))};
        if (end == '\r' && at < text.len && text.data[at] == '\n')
            at++;
        size_t marks = quote_marks(str_slice(text, s.start, s.end));
        s.start += (uint32_t)marks;
        if (s.start == s.end) {
            gap += end != '\f';
        } else {
            line *l = LIST_PUSH(mem, out);
            if (!l)
                return -1;
            *l = (line){.span = s,
                        .indent = (uint16_t)(indent < 1000 ? indent : 1000),
                        .gap = (uint16_t)(gap < 1000 ? gap : 1000),
                        .quote = (uint16_t)(marks < 1000 ? marks : 1000),
                        .feed = feed};
            look(l, str_slice(text, s.start, s.end));
            gap = 0;
            feed = false;
        }
        feed |= end == '\f';
    }
    return 0;
}
