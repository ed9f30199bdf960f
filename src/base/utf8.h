/* utf8: the one place that looks inside UTF-8 (by ICU's macros, wrapped once).
 *
 * Offsets are bytes. All but utf8_check want valid UTF-8. */
#ifndef HENCE_BASE_UTF8_H
#define HENCE_BASE_UTF8_H
#include "base/arena.h"
#include "base/str.h"

/* The byte offset of the first byte that is not UTF-8, or s.len where all is. */
size_t utf8_check(str s);
/* The code point at `*at`, which moves past it; 0xFFFFFFFF at the end. */
uint32_t utf8_next(str s, size_t *at);
/* The code point before `*at`, which moves to its start; 0xFFFFFFFF at the start. */
uint32_t utf8_prev(str s, size_t *at);
/* How many code points `s` has. Linear. */
size_t utf8_count(str s);

/* Classes of a code point, by Unicode. */
bool utf8_is_space(uint32_t c);  /* White_Space */
bool utf8_is_letter(uint32_t c); /* Alphabetic */
bool utf8_is_digit(uint32_t c);  /* general category Nd */
bool utf8_is_upper(uint32_t c);  /* Uppercase or titlecase */
bool utf8_is_lower(uint32_t c);
bool utf8_is_word(uint32_t c); /* letter, digit or mark */

/* `s` with case folded (full folding, Unicode); typographic apostrophes become ' and other dashes -. data is NULL when
 * memory ends. */
str utf8_fold(arena *mem, str s);
#endif
