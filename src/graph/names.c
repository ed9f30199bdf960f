/* The names that the JSON contract has for the lexicon's and the graph's enumerations. */
#include <config.h>

#include "graph/map.h"

const char *relation_name(relation r) {
    static const char *const names[] = {"none", "consequence", "support", "attack", "condition", "elaboration", "correlation"};
    return names[r];
}

const char *polarity_name(polarity p) {
    static const char *const names[] = {NULL, "increase", "decrease"};
    return names[p];
}

const char *certainty_name(certainty c) {
    static const char *const names[] = {"asserted", "asserted", "probable", "possible", "denied"};
    return names[c];
}

const char *claim_role_name(claim_role r) {
    static const char *const names[] = {"isolated", "premise", "intermediate", "conclusion"};
    return names[r];
}

const char *marker_class_name(marker_class c) {
    static const char *const names[] = {"connective", "connective", "verb", "noun", "adjective"};
    return names[c];
}
