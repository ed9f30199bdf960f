/* sentence: a paragraph -> its sentences.
 *
 * Terminators, closers and small letters are those of ICU's Sentence_Break property (Unicode UAX #29); where UAX #29 breaks too much or too little for
 * English, the abbreviations of the lexicon and the words around decide (after Grefenstette and Tapanainen 1994; Kiss and Strunk 2006 for the test
 * whether a word stands in small letters elsewhere). White space, line ends too, is the same everywhere inside a paragraph. */
#ifndef HENCE_TEXT_SENTENCE_H
#define HENCE_TEXT_SENTENCE_H
#include "base/arena.h"
#include "base/list.h"
#include "base/span.h"
#include "base/str.h"
#include "lexicon/lexicon.h"

typedef struct {
    span *items;
    size_t count, room;
} span_list;

typedef struct {
    arena *mem;
    str text;
    const hence_lexicon *lexicon;
    unsigned char
        *small; /* which words the text has in small letters: a bitmap over hashes, made when it is first asked for */
} sentence_splitter;

/* Appends the sentences of the paragraph at `p` to `out`: spans in order, without white space at their ends; `skips` are places inside it that hold no
 * text. Gives 0, or -1 when memory ends. Linear. */
int sentence_split(sentence_splitter *s, span p, const span *skips, size_t skip_count, span_list *out);
#endif
