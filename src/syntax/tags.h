/* tags: the inventories of Universal Dependencies 2 and the Penn Treebank, as small numbers. */
#ifndef HENCE_SYNTAX_TAGS_H
#define HENCE_SYNTAX_TAGS_H
#include "base/str.h"

/* The parameter is not called X, which is a tag. */
#define UPOS_TAGS(M)                                                                                                   \
    M(ADJ)                                                                                                             \
    M(ADP)                                                                                                             \
    M(ADV) M(AUX) M(CCONJ) M(DET) M(INTJ) M(NOUN) M(NUM) M(PART) M(PRON) M(PROPN) M(PUNCT) M(SCONJ) M(SYM) M(VERB) M(X)
typedef enum {
    UPOS_NONE,
#define X_(tag) UPOS_##tag,
    UPOS_TAGS(X_)
#undef X_
        UPOS_COUNT
} upos;

/* Penn tags that later stages ask for by name; all others have a number too (tag_penn). */
#define PENN_TAGS(X)                                                                                                   \
    X(CC)                                                                                                              \
    X(CD)                                                                                                              \
    X(DT)                                                                                                              \
    X(EX)                                                                                                              \
    X(FW)                                                                                                              \
    X(IN) X(JJ) X(JJR) X(JJS) X(LS) X(MD) X(NN) X(NNS) X(NNP) X(NNPS) X(PDT) X(POS) X(PRP) X(PRPS) X(RB) X(RBR) X(RBS) \
        X(RP) X(SYM) X(TO) X(UH) X(VB) X(VBD) X(VBG) X(VBN) X(VBP) X(VBZ) X(WDT) X(WP) X(WPS) X(WRB) X(PUNCT)
typedef enum {
    PENN_NONE,
#define X_(tag) PENN_##tag,
    PENN_TAGS(X_)
#undef X_
        PENN_COUNT
} penn;

#define DEP_RELATIONS(X)                                                                                               \
    X(root)                                                                                                            \
    X(acl)                                                                                                             \
    X(acl_relcl)                                                                                                       \
    X(advcl)                                                                                                           \
    X(advmod)                                                                                                          \
    X(amod) X(appos) X(aux) X(aux_pass) X(case) X(cc) X(cc_preconj) X(ccomp) X(compound) X(compound_prt) X(conj)       \
        X(cop) X(csubj) X(csubj_pass) X(dep) X(det) X(det_predet) X(discourse) X(dislocated) X(expl) X(fixed) X(flat)  \
            X(goeswith) X(iobj) X(list) X(mark) X(nmod) X(nmod_poss) X(nmod_unmarked) X(nsubj) X(nsubj_pass) X(nummod) \
                X(obj) X(obl) X(obl_agent) X(obl_unmarked) X(orphan) X(parataxis) X(punct) X(reparandum) X(vocative)   \
                    X(xcomp)
typedef enum {
    DEP_NONE,
#define X_(rel) DEP_##rel,
    DEP_RELATIONS(X_)
#undef X_
        DEP_COUNT
} dep;

/* Names as the standards write them ("acl:relcl", "PRP$", punctuation tags are all PUNCT), and back; NONE for an unknown name. */
const char *upos_name(upos tag);
const char *penn_name(penn tag);
const char *dep_name(dep relation);
upos upos_named(str name);
penn penn_named(str name);
dep dep_named(str name); /* an unknown subtype gives its base relation: "nmod:desc" is nmod */

/* Whether it is the tag of a finite verb. */
static inline bool penn_is_finite(unsigned tag) {
    return tag == PENN_VBD || tag == PENN_VBP || tag == PENN_VBZ || tag == PENN_MD;
}
#endif
