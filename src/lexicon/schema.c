#include <config.h>

#include "lexicon/schema.h"

#define VALUES(...) ((const char *const[]){__VA_ARGS__, NULL})
#define FORM                                                                                                           \
    { "form", NULL, true, false }
#define FREE(name)                                                                                                     \
    { name, NULL, false, false }
#define TEXT(name)                                                                                                     \
    { name, NULL, true, false }
#define ONE_OF(name, ...)                                                                                              \
    { name, VALUES(__VA_ARGS__), true, false }
#define NONE_OR(name, ...)                                                                                             \
    { name, VALUES(__VA_ARGS__), false, false }
#define NOT                                                                                                            \
    { "not", NULL, false, true }
#define REST TEXT("example"), NOT, TEXT("source")

/* The senses of PDTB 3 (Webber et al. 2019, The PDTB-3 Annotation Manual). */
#define SENSES                                                                                                         \
    "Temporal.Synchronous", "Temporal.Asynchronous.Precedence", "Temporal.Asynchronous.Succession",                    \
        "Contingency.Cause.Reason", "Contingency.Cause.Result", "Contingency.Cause.NegResult",                         \
        "Contingency.Cause+Belief.Reason+Belief", "Contingency.Cause+Belief.Result+Belief",                            \
        "Contingency.Cause+SpeechAct.Reason+SpeechAct", "Contingency.Cause+SpeechAct.Result+SpeechAct",                \
        "Contingency.Condition.Arg1-as-cond", "Contingency.Condition.Arg2-as-cond", "Contingency.Condition+SpeechAct", \
        "Contingency.Negative-cause.NegResult", "Contingency.Negative-condition.Arg1-as-negCond",                      \
        "Contingency.Negative-condition.Arg2-as-negCond", "Contingency.Purpose.Arg1-as-goal",                          \
        "Contingency.Purpose.Arg2-as-goal", "Comparison.Contrast", "Comparison.Similarity",                            \
        "Comparison.Concession.Arg1-as-denier", "Comparison.Concession.Arg2-as-denier",                                \
        "Comparison.Concession+SpeechAct.Arg2-as-denier+SpeechAct", "Expansion.Conjunction", "Expansion.Disjunction",  \
        "Expansion.Equivalence", "Expansion.Exception.Arg1-as-excpt", "Expansion.Exception.Arg2-as-excpt",             \
        "Expansion.Instantiation.Arg1-as-instance", "Expansion.Instantiation.Arg2-as-instance",                        \
        "Expansion.Level-of-detail.Arg1-as-detail", "Expansion.Level-of-detail.Arg2-as-detail",                        \
        "Expansion.Manner.Arg1-as-manner", "Expansion.Manner.Arg2-as-manner", "Expansion.Substitution.Arg1-as-subst",  \
        "Expansion.Substitution.Arg2-as-subst"

/* `class` allows one value a file, but for connectives, whose file also has what works like one (*to* of a purpose, *due to*); relation, polarity and certainty are in the order of their enums (lexicon.h), so that a number is a value. */
#define MARKERS(...)                                                                                                 \
    {                                                                                                                  \
        FORM, ONE_OF("class", __VA_ARGS__), NONE_OR("sense", SENSES), FREE("frame"),                                         \
            ONE_OF("relation", "consequence", "support", "attack", "condition", "elaboration", "correlation", "none"), \
            NONE_OR("polarity", "increase", "decrease"),                                                               \
            NONE_OR("certainty", "asserted", "probable", "possible", "denied"), REST                                   \
    }
#define POS "noun", "verb", "adjective", "adverb"

static const schema schemas[LEXICON_TABLES] = {
    [LEXICON_CONNECTIVES] = {"connectives.tsv", MARKERS("connective", "verb", "noun", "adjective")},
    [LEXICON_VERBS] = {"verbs.tsv", MARKERS("verb")},
    [LEXICON_NOUNS] = {"nouns.tsv", MARKERS("noun")},
    [LEXICON_ADJECTIVES] = {"adjectives.tsv", MARKERS("adjective")},
    [LEXICON_ABBREVIATIONS] = {"abbreviations.tsv", {FORM, ONE_OF("kind", "title", "number", "inner", "any", "time", "lettered", "opener"), REST}},
    [LEXICON_CHANGE] = {"change.tsv",
                        {FORM, ONE_OF("pos", POS), ONE_OF("direction", "increase", "decrease", "change"),
                         NONE_OR("valence", "good", "bad"), REST}},
    [LEXICON_VALENCE] = {"valence.tsv", {FORM, ONE_OF("valence", "good", "bad"), REST}},
    [LEXICON_HEDGES] = {"hedges.tsv",
                        {FORM, ONE_OF("kind", "modal", "adverb", "verb", "adjective", "noun"),
                         ONE_OF("certainty", "probable", "possible"), REST}},
    [LEXICON_NEGATORS] = {"negators.tsv", {FORM, NONE_OR("scope", "clause", "phrase", "verb", "claim"), REST}},
    [LEXICON_TRANSPARENT] = {"transparent.tsv", {FORM, ONE_OF("kind", "measure", "wrapper", "event", "lack", "degree"), REST}},
    [LEXICON_NOMINALISATIONS] = {"nominalisations.tsv", {FORM, TEXT("verb"), FREE("participle"), REST}},
    [LEXICON_REPORTING] = {"reporting.tsv",
                           {FORM, ONE_OF("class", "verb", "phrase"), ONE_OF("stance", "neutral", "factive", "doubt"),
                            REST}},
    [LEXICON_SHELL] = {"shell.tsv", {FORM, REST}},
    [LEXICON_METATEXT] = {"metatext.tsv", {FORM, TEXT("kind"), REST}},
    [LEXICON_HEADINGS] = {"headings.tsv",
                          {FORM,
                           ONE_OF("kind", "references", "notes", "appendix", "contents", "section", "disclaimer", "byline", "caption",
                                  "rubric", "salutation", "valediction", "role", "body", "honorific", "particle", "joint",
                                  "page"),
                           REST}},
    [LEXICON_IRREGULAR] = {"irregular.tsv", {FORM, TEXT("lemma"), ONE_OF("pos", POS), REST}},
    [LEXICON_SYNONYMS] = {"synonyms.tsv", {FORM, ONE_OF("pos", POS), TEXT("group"), REST}},
    [LEXICON_DOUBLES] = {"doubles.tsv", {FORM, REST}},
    [LEXICON_NEAR] = {"near.tsv", {FORM, TEXT("class"), REST}},
    [LEXICON_NAMES] = {"names.tsv", {FORM, TEXT("name"), TEXT("kind"), REST}},
    [LEXICON_LIGHT] = {"light.tsv", {FORM, REST}},
    [LEXICON_AGENTS] = {"agents.tsv", {FORM, ONE_OF("kind", "person", "body"), REST}},
    [LEXICON_INFINITIVES] = {"infinitives.tsv", {FORM, ONE_OF("kind", "verb", "object", "passive", "both", "noun", "next"), REST}},
    [LEXICON_REASONS] = {"reasons.tsv", {FORM, TEXT("preposition"), ONE_OF("kind", "reason", "purpose"), REST}},
    [LEXICON_FUNCTION] = {"function.tsv", {FORM, ONE_OF("kind", "demonstrative", "definite", "duty", "exemplifier", "predicative", "copula", "being", "period", "singular", "plural", "open", "stage", "joint", "measured", "varied", "empty", "emphatic", "extent", "place", "unmeant", "inside", "barred", "echo", "nominative", "scant"), REST}},
};

const schema *schema_of(lexicon_table table) {
    return &schemas[table];
}

const char *lexicon_table_file(lexicon_table table) {
    return schemas[table].file;
}

int schema_place(const schema *s, str name) {
    for (int i = 0; s->columns[i].name; i++)
        if (str_equal(str_of(s->columns[i].name), name))
            return i;
    return -1;
}

uint8_t schema_value(const schema_column *column, str value) {
    for (uint8_t i = 0; column->values[i]; i++)
        if (str_equal(str_of(column->values[i]), value))
            return (uint8_t)(i + 1);
    return 0;
}

static const char *const kinds[] = {"", "sub", "coord", "adv", "prep", "ger", "inf", "pair", "degree", "gov", NULL};
static const char *const slots[] = {"",   "1",  "2",   "subj", "comp", "obj",  "of", "on",
                                    "to", "for", "in", "from", "with", "by", "between", "act", NULL};

const char *lexicon_preposition(frame_slot slot) {
    return slot >= SLOT_OF && slot <= SLOT_BETWEEN ? slots[slot] : NULL;
}

static unsigned place(const char *const *names, str name) {
    for (unsigned i = 1; names[i]; i++)
        if (str_equal(str_of(names[i]), name))
            return i;
    return 0;
}

bool schema_frame(str cell, bool connective, frame_kind *kind, frame_slot *source, frame_slot *target) {
    *kind = FRAME_NONE;
    *source = *target = SLOT_NONE;
    if (str_equal(cell, str_of("-")))
        return true;
    str head, tail, from, to;
    if (str_cut(cell, ':', &head, &tail) != connective)
        return false;
    if (!str_cut(connective ? tail : cell, '>', &from, &to))
        return false;
    *kind = connective ? (frame_kind)place(kinds, head) : FRAME_CUE;
    *source = (frame_slot)place(slots, from);
    *target = (frame_slot)place(slots, to);
    /* Only what stands between two things has both in one phrase. */
    bool both = *source == *target && *source != SLOT_BETWEEN;
    if (*kind == FRAME_NONE || *source == SLOT_NONE || *target == SLOT_NONE || both)
        return false;
    return connective == (*source <= SLOT_ARG2) && connective == (*target <= SLOT_ARG2);
}
