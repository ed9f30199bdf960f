#include <config.h>

#include "write/label.h"

#include <string.h>

#include "base/utf8.h"

static const str replacement = STR("\xEF\xBF\xBD");

static bool fits_xml(uint32_t c) {
    return c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF;
}

void label_plain(buf *out, str s, size_t most) {
    bool begun = false, space = false;
    size_t count = 0;
    while (s.len) {
        size_t valid = utf8_check(s);
        str run = str_slice(s, 0, valid);
        for (size_t at = 0; at < run.len;) {
            size_t from = at;
            uint32_t c = utf8_next(run, &at);
            if (utf8_is_space(c)) {
                space = begun;
                continue;
            }
            if (count >= most) {
                buf_text(out, "\xE2\x80\xA6");
                return;
            }
            if (space)
                buf_char(out, ' ');
            buf_add(out, fits_xml(c) ? str_slice(run, from, at) : replacement);
            count += 1 + (size_t)space;
            begun = true;
            space = false;
        }
        if (valid < s.len) {
            buf_add(out, replacement);
            begun = true;
            valid++;
            count++;
        }
        s = str_slice(s, valid, s.len);
    }
}

void label_wrap(buf *out, str s, size_t width) {
    size_t column = 0;
    str word;
    while (s.len) {
        str_cut(s, ' ', &word, &s);
        size_t length = utf8_count(word);
        if (column && column + 1 + length > width) {
            buf_char(out, '\n');
            column = 0;
        } else if (column) {
            buf_char(out, ' ');
            column++;
        }
        for (size_t at = 0; at < word.len; column++) {
            size_t from = at;
            utf8_next(word, &at);
            if (column == width) {
                buf_char(out, '\n');
                column = 0;
            }
            buf_add(out, str_slice(word, from, at));
        }
    }
}

void label_escape(buf *out, str s) {
    for (size_t i = 0; i < s.len; i++)
        switch (s.data[i]) {
        case '\\':
            buf_text(out, "\\\\");
            break;
        case '&':
            buf_text(out, "&amp;");
            break;
        case '\n':
            buf_text(out, "\\n");
            break;
        default:
            buf_char(out, s.data[i]);
        }
}

void label_xml(buf *out, str s, bool breaks) {
    for (size_t i = 0; i < s.len; i++)
        switch (s.data[i]) {
        case '&':
            buf_text(out, "&amp;");
            break;
        case '<':
            buf_text(out, "&lt;");
            break;
        case '>':
            buf_text(out, "&gt;");
            break;
        case '"':
            buf_text(out, "&quot;");
            break;
        case '\n':
            buf_text(out, breaks ? "<BR ALIGN=\"LEFT\"/>" : "\n");
            break;
        default:
            buf_char(out, s.data[i]);
        }
}

void label_uri(buf *out, str path) {
    static const char unreserved[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
    for (size_t i = 0; i < path.len; i++)
        if (path.data[i] && strchr(unreserved, path.data[i]))
            buf_char(out, path.data[i]);
        else
            buf_print(out, "%%%02X", (unsigned)(unsigned char)path.data[i]);
}
