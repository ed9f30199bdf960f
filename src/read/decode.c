#include <config.h>

#include "read/decode.h"

#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/error.h"
#include "base/utf8.h"

enum {
    DETECT_BYTES = 64 * 1024, /* the detector looks at no more */
    SURE = 50,                /* the detector's confidence from which another encoding than Windows-1252 is believed */
    EVIDENCE = 12,            /* bytes beyond ASCII before the detector is asked */
    CONTROL_SHARE = 8         /* text with more than 1 control character in so many is binary */
};

static int refuse(str bytes, size_t at, str source, hence_error *err, const char *what) {
    size_t line = 1, start = 0;
    for (size_t i = 0; i < at; i++)
        if (bytes.data[i] == '\n') {
            line++;
            start = i + 1;
        }
    return error_set(err, HENCE_EENCODING, source, line, utf8_count(str_slice(bytes, start, at)) + 1, what,
                     (unsigned)(unsigned char)bytes.data[at], at);
}

/* ---- conversion by ICU */

static int convert(arena *mem, str bytes, const char *charset, str source, str *out, hence_error *err) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *from = ucnv_open(charset, &status), *to = ucnv_open("UTF-8", &status);
    int result = -1;
    if (U_FAILURE(status)) {
        error_memory(err);
        goto close;
    }
    size_t room = bytes.len * 3 + 4; /* a byte gives three at most; a UTF-16 unit of two bytes three, a pair four */
    if (room / 3 > INT32_MAX) {
        error_set(err, HENCE_EREAD, source, 0, 0, "2 GiB of text or more");
        goto close;
    }
    char *data = arena_new(mem, char, room);
    if (!data) {
        error_memory(err);
        goto close;
    }
    UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
    char *target = data;
    const char *from_at = bytes.data;
    ucnv_convertEx(to, from, &target, data + room - 1, &from_at, bytes.data + bytes.len, pivot, &pivot_source,
                   &pivot_target, pivot + 1024, true, true, &status);
    if (U_FAILURE(status)) {
        error_memory(err);
        goto close;
    }
    *out = (str){data, (size_t)(target - data)};
    if (out->len > INT32_MAX)
        error_set(err, HENCE_EREAD, source, 0, 0, "2 GiB of text or more");
    else
        result = 0;
close:
    ucnv_close(to);
    ucnv_close(from);
    return result;
}

/* The name of the detector's best guess where it is sure enough, else NULL. The name lives as long as ICU. */
static const char *detected(str bytes, bool wide) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    const char *name = NULL;
    if (!U_FAILURE(status)) {
        ucsdet_setText(detector, bytes.data, (int32_t)(bytes.len < DETECT_BYTES ? bytes.len : DETECT_BYTES), &status);
        int32_t count = 0;
        const UCharsetMatch **all = ucsdet_detectAll(detector, &count, &status);
        for (int32_t i = 0; !U_FAILURE(status) && i < count && !name; i++) {
            const char *n = ucsdet_getName(all[i], &status);
            bool is_wide = strncmp(n, "UTF-16", 6) == 0 || strncmp(n, "UTF-32", 6) == 0;
            bool is_single = strncmp(n, "ISO-8859-1", 10) == 0 || strncmp(n, "windows-1252", 12) == 0;
            if (is_wide == wide && ucsdet_getConfidence(all[i], &status) >= SURE)
                name = is_single ? "windows-1252" : n;
        }
    }
    ucsdet_close(detector);
    return name;
}

/* ---- what the bytes are */

typedef struct {
    const char *bytes, *charset;
    size_t length;
} mark;

static const mark marks[] = {
    {"\xEF\xBB\xBF", "UTF-8", 3}, {"\xFF\xFE\x00\x00", "UTF-32LE", 4}, {"\x00\x00\xFE\xFF", "UTF-32BE", 4},
    {"\xFF\xFE", "UTF-16LE", 2},  {"\xFE\xFF", "UTF-16BE", 2},
};

static bool is_control(unsigned char c) {
    return c < 0x20 ? !(c >= '\t' && c <= '\r') && c != 0x1B : c == 0x7F;
}

/* Refuses text that is mostly control characters. */
static int check_controls(str bytes, str source, hence_error *err) {
    size_t n = 0, first = 0;
    for (size_t i = bytes.len; i-- > 0;)
        if (is_control((unsigned char)bytes.data[i])) {
            n++;
            first = i;
        }
    if (n > bytes.len / CONTROL_SHARE)
        return refuse(bytes, first, source, err, "binary data: control character 0x%02x at offset %zu");
    return 0;
}

/* Text that is all ASCII but for NULs in every other byte: UTF-16 without a mark, for which the detector wants more evidence. */
static const char *alternating(str bytes) {
    size_t nuls[2] = {0, 0}, n = bytes.len < DETECT_BYTES ? bytes.len : DETECT_BYTES;
    for (size_t i = 0; i < n; i++)
        nuls[i & 1] += bytes.data[i] == '\0';
    if (bytes.len % 2)
        return NULL;
    if (nuls[0] == 0 && nuls[1] * 4 > n)
        return "UTF-16LE";
    return nuls[1] == 0 && nuls[0] * 4 > n ? "UTF-16BE" : NULL;
}

/* Bytes that are not UTF-8 from `bad` on. */
static int decode_legacy(arena *mem, str bytes, size_t bad, str source, str *out, hence_error *err) {
    static const char not_utf8[] = "byte 0x%02x at offset %zu is not UTF-8";
    size_t sequences = 0, strays = 0, high = 0, at = 0;
    while (at < bytes.len) {
        str rest = str_slice(bytes, at, bytes.len);
        size_t good = utf8_check(rest);
        for (size_t i = 0; i < good; i++)
            sequences += ((unsigned char)rest.data[i] & 0xC0) == 0xC0;
        at += good;
        if (at < bytes.len) {
            unsigned char c = (unsigned char)bytes.data[at++];
            strays++;
            /* what Windows-1252 leaves empty, and y with diaeresis, which English has no use for */
            high += c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D || c == 0xFF;
        }
    }
    const char *name = sequences < strays && strays >= EVIDENCE ? detected(bytes, false) : NULL;
    bool western = !name || strcmp(name, "windows-1252") == 0;
    if (sequences >= strays || (western && high))
        return refuse(bytes, bad, source, err, not_utf8);
    if (check_controls(bytes, source, err))
        return -1;
    return convert(mem, bytes, western ? "windows-1252" : name, source, out, err);
}

int decode_text(arena *mem, str bytes, str source, str *out, hence_error *err) {
    if (bytes.len > INT32_MAX)
        return error_set(err, HENCE_EREAD, source, 0, 0, "2 GiB of text or more");
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (str_starts(bytes, (str){marks[i].bytes, marks[i].length})) {
            bytes = str_slice(bytes, marks[i].length, bytes.len);
            if (i == 0)
                break;
            return convert(mem, bytes, marks[i].charset, source, out, err);
        }
    const char *nul = bytes.len ? memchr(bytes.data, '\0', bytes.len) : NULL;
    if (nul) {
        const char *wide = alternating(bytes);
        if (!wide)
            wide = detected(bytes, true);
        if (wide)
            return convert(mem, bytes, wide, source, out, err);
        return refuse(bytes, (size_t)(nul - bytes.data), source, err, "binary data: byte 0x%02x at offset %zu");
    }
    size_t bad = utf8_check(bytes);
    if (bad < bytes.len)
        return decode_legacy(mem, bytes, bad, source, out, err);
    if (check_controls(bytes, source, err))
        return -1;
    *out = arena_copy(mem, bytes);
    return out->data ? 0 : error_memory(err);
}
