#include <config.h>

#include "text/endnotes.h"

#include <string.h>

#include "base/utf8.h"
#include "read/document.h"

enum { CALLER_DIGITS = 3 };

/* The number at `*at`, which moves behind it; 0 where there is none, or it has too many digits. */
static uint32_t take_number(str text, size_t *at) {
    uint32_t number = 0;
    size_t start = *at;
    for (; *at < text.len && utf8_is_digit((unsigned char)text.data[*at]); ++*at)
        number = *at - start < CALLER_DIGITS ? 10 * number + (uint32_t)(text.data[*at] - '0') : 0;
    return number;
}

static bool take_stars(str text, size_t *at) {
    size_t start = *at;
    while (*at < text.len && text.data[*at] == '*')
        ++*at;
    return *at > start;
}

/* What calls a note: "1", "12." or "*" before its words. Gives whether there is such, and its number, 0 for stars. */
static bool caller_of(str note, uint32_t *number) {
    size_t at = 0;
    *number = take_number(note, &at);
    if (*number)
        at += at < note.len && (note.data[at] == '.' || note.data[at] == ')');
    else if (at || !take_stars(note, &at))
        return false;
    return at < note.len && note.data[at] == ' ';
}

/* Whether a mark may begin at `at`: behind a small letter, or what closes a sentence, a quotation or a bracket. */
static bool hangs(str text, size_t at) {
    size_t before = at;
    uint32_t c = at ? utf8_prev(text, &before) : ' ';
    bool decimal = c == '.' && before && utf8_is_digit((unsigned char)text.data[before - 1]);
    return !decimal &&
           (utf8_is_lower(c) || c == 0x201D || c == 0x2019 || (c && c < 0x80 && strchr(".,;:!?)\"'", (int)c)));
}

/* How many notes a text calls, by marks that hang on its words in order: "the valley.1 Growers know it,2"; `starred` where stars hang there. */
static uint32_t notes_called(str text, bool *starred) {
    uint32_t count = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t number = take_number(text, &at);
        bool stars = at == start && take_stars(text, &at), ends = at == text.len || (unsigned char)text.data[at] <= ' ';
        if (at == start)
            at++;
        else if (ends && hangs(text, start)) {
            count += number == count + 1;
            *starred |= stars;
        }
    }
    return count;
}

size_t endnotes_find(const view *v) {
    const text *t = v->text;
    size_t first = t->paragraphs.count;
    uint32_t most = 0, number;
    bool starred = false, stars = false;
    while (first > 0 && caller_of(document_str(t->document, t->paragraphs.items[first - 1].span), &number)) {
        most = number > most ? number : most;
        stars |= !number;
        first--;
    }
    if (first == t->paragraphs.count)
        return first;
    str above = str_slice(t->document->text, 0, t->paragraphs.items[first].span.start);
    return notes_called(above, &starred) >= most && (starred || !stars) ? first : t->paragraphs.count;
}
