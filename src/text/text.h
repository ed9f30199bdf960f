/* text: the text of a document -> paragraphs, sentences, tokens, stems.
 *
 * Paragraphs hold sentences, sentences hold tokens; each list is in the order of the text, spans do not overlap and have no white space at their ends. Tokens are in
 * *reading order*: where neighbouring words were swapped in a damaged text, repair has put them right, so that the spans of a sentence's tokens need not ascend.
 * Later stages read tokens in this order and never look at the bytes between them. */
#ifndef HENCE_TEXT_TEXT_H
#define HENCE_TEXT_TEXT_H
#include "base/arena.h"
#include "base/list.h"
#include "base/span.h"
#include "base/str.h"
#include "hence/hence.h"
#include "lexicon/lexicon.h"

#define NONE 0xFFFFFFFFu /* no such index */

typedef enum {
    PARAGRAPH_BODY,
    PARAGRAPH_TITLE,
    PARAGRAPH_HEADING,
    PARAGRAPH_BYLINE,
    PARAGRAPH_QUOTE,
    PARAGRAPH_ITEM, /* of a list */
    PARAGRAPH_FOOTNOTE,
    PARAGRAPH_CAPTION,
    PARAGRAPH_TABLE,
    PARAGRAPH_DISCLAIMER,
    PARAGRAPH_REFERENCE
} paragraph_kind;

typedef struct {
    span span;
    paragraph_kind kind;
    uint32_t first_sentence, sentence_count;
} paragraph;

typedef struct {
    span span;
    uint32_t paragraph;
    uint32_t first_token, token_count;
} sentence;

typedef enum {
    TOKEN_WORD = 1,   /* has a letter */
    TOKEN_NUMBER = 2, /* has a digit and no letter */
    TOKEN_PUNCT = 4,
    TOKEN_SPACE = 8,    /* white space follows in the text */
    TOKEN_CAPITAL = 16, /* begins with a capital */
    TOKEN_CAPITALS = 32 /* more than one letter, all capitals */
} token_flag;

typedef struct {
    span span;
    uint32_t sentence;
    uint8_t flags; /* token_flag */
    /* filled by syntax (syntax/tags.h) */
    uint8_t upos;     /* universal part of speech */
    uint8_t xpos;     /* Penn tag */
    uint8_t relation; /* universal dependency relation to the head */
    bool unit;        /* a clause unit begins here */
    uint32_t head;    /* index of the head in text.tokens; NONE at the root */
} token;

/* Words read in another order than they stand, or once where they stand twice. */
typedef struct {
    uint32_t sentence;
    span span;    /* of the words concerned, as they stand */
    str reading;  /* how they are read */
    double score; /* 0..1: how sure */
} repair;

typedef struct text {
    const hence_document *document;
    LIST(paragraph) paragraphs;
    LIST(sentence) sentences;
    LIST(token) tokens;
    lexicon_word *words; /* folded form and stem of each token: words[i] belongs to tokens.items[i] */
    LIST(repair) repairs;
} text;

/* Reads the whole document. Gives 0, or -1 with `err` set: HENCE_ENOMEM, HENCE_EMODEL. Linear in the text. */
int text_read(arena *mem, const hence_document *document, const hence_lexicon *lexicon, bool repair, text *out,
              hence_error *err);
/* Only body prose states claims: body paragraphs, list items and quotes. */
bool paragraph_argues(paragraph_kind kind);
/* The name of a kind as JSON has it: body, title, heading, byline, quote, item, footnote, caption, table, disclaimer, reference. */
const char *paragraph_kind_name(paragraph_kind kind);
#endif
