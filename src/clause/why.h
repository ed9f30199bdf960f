/* why: what decided a link, kept beside it so that it can be told when somebody asks.
 *
 * A zeroed why says that nothing but the marker's own row decided. Rows live in the lexicon, tokens in the text; nothing is written out here. */
#ifndef HENCE_CLAUSE_WHY_H
#define HENCE_CLAUSE_WHY_H
#include "lexicon/lexicon.h"
#include "text/text.h"

typedef struct {
    const lexicon_entry *row; /* whose frame the text fills: one of the rows of the marker's form; NULL: no marker */
    const token *hedge;       /* the word that weakened the certainty below that of the row */
    const token *negator;     /* the word that denies the link */
    const token *sign;        /* the word that gave the polarity where the row has none */
    const token *duty;        /* "should": a reason for what should be done supports it, and brings nothing about */
    bool before;              /* one argument was taken from the sentence before */
    bool bridged;             /* "A raises B by doing C": C stands between A and B */
} why;
#endif
