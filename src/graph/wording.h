/* wording: which words of a phrase a label keeps, in what order they stand, and how they are written. */
#ifndef HENCE_GRAPH_WORDING_H
#define HENCE_GRAPH_WORDING_H
#include "base/buf.h"
#include "clause/argument.h"

enum { WORDING_ROOM = 40 };

/* Words of the text, perhaps with a participle or a gerund made from a verb among them. */
typedef struct {
    uint32_t tokens[WORDING_ROOM];
    size_t count;
    str tail;      /* the participle or gerund, empty for none */
    size_t tail_at; /* words before it */
    size_t subject; /* words of a clause's subject, before the tail and what completes it; 0: the tail is placed by wording_write */
    bool opens;  /* the tail stands in front */
    bool denied; /* "not" before the tail */
} wording;

/* Adds a token; nothing where there is no room. */
void wording_add(wording *w, uint32_t token);
/* Adds the words from `first` to `end` that a label keeps, at most `room`, with nothing dangling. */
void wording_phrase(const analysis *a, const tree *t, uint32_t first, uint32_t end, uint32_t head, size_t room, wording *w);
/* Adds the noun phrase headed by `noun`, as far as it lies in [first, end). */
void wording_noun(const analysis *a, const tree *t, uint32_t noun, uint32_t first, uint32_t end, size_t room, wording *w);
/* Adds what completes a verb, as far as whole phrases go into `room` words; nothing where a pronoun would have to be told. */
void wording_rest(const analysis *a, const tree *t, uint32_t first, uint32_t end, size_t room, wording *w);
/* Appends the words, as the text spells them, with the participle or gerund in its place. */
void wording_write(const analysis *a, const tree *t, wording *w, buf *out);
/* How many words a reader sees; "Korea's" is one. */
size_t wording_count(const tree *t, const wording *w);
#endif
