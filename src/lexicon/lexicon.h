/* lexicon: the TSV files of lexicons/ -> tables of entries, and the one matcher over them.
 *
 * A lexicon is read once and constant from then on, for any number of threads. The format of the files is in lexicons/README.md;
 * lexicon/schema.c says which columns each has and which values these take. */
#ifndef HENCE_LEXICON_LEXICON_H
#define HENCE_LEXICON_LEXICON_H
#include "base/arena.h"
#include "base/str.h"
#include "hence/hence.h"

typedef enum {
    LEXICON_CONNECTIVES, /* the four marker tables come first */
    LEXICON_VERBS,
    LEXICON_NOUNS,
    LEXICON_ADJECTIVES,
    LEXICON_ABBREVIATIONS,
    LEXICON_CHANGE,
    LEXICON_VALENCE,
    LEXICON_HEDGES,
    LEXICON_NEGATORS,
    LEXICON_TRANSPARENT,
    LEXICON_NOMINALISATIONS,
    LEXICON_REPORTING,
    LEXICON_SHELL,
    LEXICON_METATEXT,
    LEXICON_HEADINGS,
    LEXICON_IRREGULAR,
    LEXICON_SYNONYMS,
    LEXICON_NAMES,
    LEXICON_LIGHT,
    LEXICON_FUNCTION,
    LEXICON_AGENTS,
    LEXICON_INFINITIVES,
    LEXICON_REASONS,
    LEXICON_NEAR,
    LEXICON_DOUBLES,
    LEXICON_TABLES
} lexicon_table;

/* Values of enumerated columns; 0 is always "-" (none). */
typedef enum { CLASS_NONE, CLASS_CONNECTIVE, CLASS_VERB, CLASS_NOUN, CLASS_ADJECTIVE } marker_class;
typedef enum {
    RELATION_NONE,
    RELATION_CONSEQUENCE,
    RELATION_SUPPORT,
    RELATION_ATTACK,
    RELATION_CONDITION,
    RELATION_ELABORATION,
    RELATION_CORRELATION
} relation;
typedef enum { POLARITY_NONE, POLARITY_INCREASE, POLARITY_DECREASE } polarity;
typedef enum { CERTAINTY_NONE, CERTAINTY_ASSERTED, CERTAINTY_PROBABLE, CERTAINTY_POSSIBLE, CERTAINTY_DENIED } certainty;
/* How a marker takes its arguments (lexicons/README.md, "Frames"). */
typedef enum {
    FRAME_NONE,
    FRAME_SUB,
    FRAME_COORD,
    FRAME_ADV,
    FRAME_PREP,
    FRAME_GER,
    FRAME_INF,
    FRAME_PAIR,
    FRAME_DEGREE,
    FRAME_GOV,
    FRAME_CUE
} frame_kind;
typedef enum {
    SLOT_NONE,
    SLOT_ARG1,
    SLOT_ARG2,
    SLOT_SUBJ,
    SLOT_COMP,
    SLOT_OBJ,
    SLOT_OF,
    SLOT_ON,
    SLOT_TO,
    SLOT_FOR,
    SLOT_IN,
    SLOT_FROM,
    SLOT_WITH,
    SLOT_BY,
    SLOT_BETWEEN,
    SLOT_ACT
} frame_slot;

/* The preposition that a slot names; NULL for those that name none. */
const char *lexicon_preposition(frame_slot slot);

enum { LEXICON_FORM_WORDS = 8, LEXICON_COLUMNS = 12 };

/* One word of a form. */
typedef struct {
    str text;      /* folded; the stem of its lemma where it inflects; empty for a filler */
    str lemma;     /* where it inflects: the word as written before the ~ */
    bool inflects; /* written with ~ */
    bool filler;   /* written _ : up to three words */
    bool gap;      /* a gap (...) stands before it */
    bool beside;   /* written in (brackets): stands with the form, and is no part of it */
} form_word;

typedef struct {
    str form; /* as written in the file */
    lexicon_table table;
    uint32_t line;              /* in its file, from 1 */
    str cells[LEXICON_COLUMNS]; /* as written, in the table's own order of columns */
    uint8_t values
        [LEXICON_COLUMNS]; /* the value of an enumerated column, by its place in the schema's list, from 1; 0 for "-" */
    const form_word *words; /* word_count of them, at most LEXICON_FORM_WORDS */
    uint8_t word_count;
    /* for the four marker tables */
    marker_class class;    /* by its table: how its frame is to be read */
    marker_class reported; /* by its cell: what readers are told */
    frame_kind frame;
    frame_slot source, target;
    relation relation;
    polarity polarity;
    certainty certainty;
    str sense; /* empty for none */
} lexicon_entry;

/* A word of running text as the matcher wants it. */
typedef struct {
    str form; /* folded: utf8_fold */
    str stem; /* stemmer_stem of the form */
} lexicon_word;

/* A form that stands in the text. `words[k]` is the place (an index into the words given) of the k-th word matched: fillers are not among them. */
typedef struct {
    const lexicon_entry *entry; /* the first row of this form in its table; the other rows of the same form follow it */
    uint32_t entry_count;       /* rows with this form */
    uint32_t words[LEXICON_FORM_WORDS];
    uint8_t word_count;
} lexicon_match;

/* The entries of a table, in the file's order (sorted by form, rows of one form together). */
const lexicon_entry *lexicon_entries(const hence_lexicon *lexicon, lexicon_table table, size_t *count);
/* The cell in the column `name` ("example"); empty where the table has no such column or the cell is "-". */
str lexicon_cell(const lexicon_entry *entry, const char *name);
const char *lexicon_table_file(lexicon_table table); /* connectives.tsv */

/* An inflecting word of a form stands for its own inflections alone (*effects*, *led*): not for other words of its stem (*effective*).
 * A form's words are those of tokens: *trade-off* is three, *don't* and *cannot* are two. */

/* The forms of `table` that begin at words[at], longest first (then by the file's order), at most `room` of them; gives how many. A gap holds 1 to
 * 40 words. Forms are found in constant time a word but for gaps. */
size_t lexicon_match_at(const hence_lexicon *lexicon, lexicon_table table, const lexicon_word *words, size_t count,
                        size_t at, lexicon_match *out, size_t room);
/* The entry whose whole form is this one word (by form, then by stem for a form that inflects), or NULL. */
const lexicon_entry *lexicon_find(const hence_lexicon *lexicon, lexicon_table table, lexicon_word word);
/* Whether the row has `value` in the column `name`; false for NULL. */
bool lexicon_says(const lexicon_entry *entry, const char *name, const char *value);
/* Whether a row of this one word (lexicon_find's form) is of the kind: its cell in the column "kind". */
bool lexicon_is(const hence_lexicon *lexicon, lexicon_table table, lexicon_word word, const char *kind);

/* ---- stems: irregular.tsv, then Snowball's English stemmer. A stemmer is for one thread. */
typedef struct stemmer stemmer;
stemmer *stemmer_new(const hence_lexicon *lexicon, hence_error *err);
void stemmer_free(stemmer *s);
/* The stem of the lemma of a folded word; lives in `mem` or in the lexicon or is `form` itself. data is NULL when memory ends. */
str stemmer_stem(stemmer *s, arena *mem, str form);
#endif
