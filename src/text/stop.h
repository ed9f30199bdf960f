/* stop: a word that ends in a full stop -> what the stop makes of it, by the abbreviations of the lexicon and by its shape. */
#ifndef HENCE_TEXT_STOP_H
#define HENCE_TEXT_STOP_H
#include "base/arena.h"
#include "base/str.h"
#include "lexicon/lexicon.h"

enum { STOP_WORD_BYTES = 40 }; /* a longer word before a full stop is no abbreviation */

typedef enum {
    STOP_PLAIN,
    STOP_TITLE,   /* before a name */
    STOP_NUMBER,  /* before a number */
    STOP_INNER,   /* never the end of a sentence */
    STOP_ANY,     /* may be the end of one */
    STOP_TIME,    /* may be the end of one; no name follows but that of a day or a zone */
    STOP_INITIAL, /* of a name */
} stop_kind;

/* What the full stop at the end of `word` (with it, as in the text: "Dr.", "U.S.") makes of it; `before` is the word before it, which may belong to
 * the abbreviation ("et al."). STOP_PLAIN too when memory ends. */
stop_kind stop_of(const hence_lexicon *lexicon, arena *mem, str before, str word);
#endif
