/* decode: the bytes of a file -> UTF-8 text without a byte-order mark.
 *
 * A byte-order mark decides first (UTF-8, UTF-16, UTF-32); then bytes that are UTF-8 are taken as such; what has NULs is UTF-16 or UTF-32 where ICU's
 * charset detector says so, else binary; what is not UTF-8 and has no more than stray UTF-8 sequences is a legacy encoding, Windows-1252 unless the
 * detector is sure of another one (ISO 8859-1 is read as Windows-1252, as the WHATWG Encoding Standard has it). Nothing is normalised. */
#ifndef HENCE_READ_DECODE_H
#define HENCE_READ_DECODE_H
#include "base/arena.h"
#include "base/str.h"
#include "hence/hence.h"

/* Decodes `bytes` into `mem` (`out` never borrows from `bytes`). Gives 0, or -1 with `err` set: HENCE_ENOMEM; HENCE_EREAD, 2 GiB of text or more;
 * HENCE_EENCODING with line and column, binary data or a byte that belongs to no encoding. Linear. */
int decode_text(arena *mem, str bytes, str source, str *out, hence_error *err);
#endif
