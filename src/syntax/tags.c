#include <config.h>

#include "syntax/tags.h"

#define NAME(tag) #tag,
static const char *const upos_names[UPOS_COUNT] = {"", UPOS_TAGS(NAME)};
#undef NAME

static const char *const penn_names[PENN_COUNT] = {
    "",    "CC",  "CD",   "DT",  "EX",  "FW",  "IN",   "JJ",  "JJR", "JJS", "LS",  "MD",    "NN",
    "NNS", "NNP", "NNPS", "PDT", "POS", "PRP", "PRP$", "RB",  "RBR", "RBS", "RP",  "SYM",   "TO",
    "UH",  "VB",  "VBD",  "VBG", "VBN", "VBP", "VBZ",  "WDT", "WP",  "WP$", "WRB", "PUNCT",
};

static const char *const dep_names[DEP_COUNT] = {
    "",         "root",         "acl",       "acl:relcl",  "advcl",    "advmod",     "amod",
    "appos",    "aux",          "aux:pass",  "case",       "cc",       "cc:preconj", "ccomp",
    "compound", "compound:prt", "conj",      "cop",        "csubj",    "csubj:pass", "dep",
    "det",      "det:predet",   "discourse", "dislocated", "expl",     "fixed",      "flat",
    "goeswith", "iobj",         "list",      "mark",       "nmod",     "nmod:poss",  "nmod:unmarked",
    "nsubj",    "nsubj:pass",   "nummod",    "obj",        "obl",      "obl:agent",  "obl:unmarked",
    "orphan",   "parataxis",    "punct",     "reparandum", "vocative", "xcomp",
};

/* What the treebanks write for punctuation. */
static const char *const punctuation[] = {".", ",", ":", "``", "''", "\"", "-LRB-", "-RRB-", "HYPH", "NFP"};

static unsigned named(const char *const *names, unsigned count, str name) {
    for (unsigned i = 1; i < count; i++)
        if (str_equal(str_of(names[i]), name))
            return i;
    return 0;
}

const char *upos_name(upos tag) {
    return (unsigned)tag < UPOS_COUNT ? upos_names[tag] : "";
}

const char *penn_name(penn tag) {
    return (unsigned)tag < PENN_COUNT ? penn_names[tag] : "";
}

const char *dep_name(dep relation) {
    return (unsigned)relation < DEP_COUNT ? dep_names[relation] : "";
}

upos upos_named(str name) {
    return (upos)named(upos_names, UPOS_COUNT, name);
}

penn penn_named(str name) {
    for (size_t i = 0; i < sizeof punctuation / sizeof *punctuation; i++)
        if (str_equal(str_of(punctuation[i]), name))
            return PENN_PUNCT;
    return str_equal(name, str_of("$")) ? PENN_SYM : (penn)named(penn_names, PENN_COUNT, name);
}

dep dep_named(str name) {
    unsigned relation = named(dep_names, DEP_COUNT, name);
    str base, subtype;
    if (!relation && str_cut(name, ':', &base, &subtype))
        relation = named(dep_names, DEP_COUNT, base);
    return (dep)relation;
}
