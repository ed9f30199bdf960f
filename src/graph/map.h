/* map: the argument of a document: claims, and the links by which one leads to, supports or opposes another.
 *
 * Everything lives in the document's arena. Claims are in the order of their first mention, links best first (the most certain and best stated
 * before the rest), evidence in the order of the text. */
#ifndef HENCE_GRAPH_MAP_H
#define HENCE_GRAPH_MAP_H
#include "base/list.h"
#include "clause/tree.h"
#include "clause/why.h"
#include "lexicon/lexicon.h"
#include "marker/marker.h"
#include "read/document.h"
#include "text/text.h"

typedef enum { ROLE_ISOLATED, ROLE_PREMISE, ROLE_INTERMEDIATE, ROLE_CONCLUSION } claim_role;

/* Why a mention was taken for one claim with those before it. */
typedef enum {
    JOIN_FIRST,    /* it opened the claim */
    JOIN_SAME,     /* all that one of the two says the other says too */
    JOIN_BACK,     /* "this partnership", "the partnership": it points back to one that was named before */
    JOIN_LOOSE,    /* their heads agree, no other claim is about them, and nothing speaks against it; or hence_merge asked for it */
    JOIN_LESS,     /* it says that there is less of it, or none: its links say so (claim_link.less, polarity) */
    JOIN_NAMED,    /* it says what the subject is ("the pact marks a break with custom") */
    JOIN_STANDS_FOR /* "this development": it stands for the claim of the sentence before */
} join;

typedef struct {
    uint32_t sentence;
    span span;       /* the core phrase */
    str attribution; /* who says so ("Lankov"), or empty */
    phrase core;     /* the same as tokens; empty in a map made by hand */
    const token *verb; /* what is done to it, where that is a part of the claim ("[bolster] their defences"); NULL for none */
    join join;
} mention;

typedef struct {
    str label; /* what a reader sees in the box; unique in the map */
    claim_role role;
    LIST(mention) mentions; /* in the order of the text */
    double weight;          /* from its mentions, place and links: the greater the more of the map hangs on it */
    uint32_t component;     /* which connected part of the map, 0 the largest */
} claim;

typedef struct {
    uint32_t sentence;   /* of the marker; of the target where there is none */
    uint32_t marker;     /* index into map.markers, or NONE: no marker states it */
    span source, target; /* whole clauses or phrases as the text gives them, without the marker at their edges */
    certainty certainty; /* of this place; the link has that of its surest. CERTAINTY_NONE in a map made by hand: the link's */
    why why;
} evidence;

typedef struct {
    uint32_t source, target; /* indices into map.claims; never equal */
    relation relation;
    polarity polarity;
    bool less; /* it is the fall or the lack of the source that does it ("may undermine trust, thereby raising costs": less trust raises costs) */
    certainty certainty;
    LIST(evidence) evidence;
    double strength; /* 0..1, for ordering */
} claim_link;

/* One claim's words name another claim, and no link joins the parts of the map in which the two stand (graph/kin.h). */
typedef struct {
    uint32_t whole, named; /* indices into map.claims */
    uint32_t sentence;
    span span; /* the words of `whole` that name the other */
} kinship;

typedef struct {
    uint32_t sentence;
    span span;
} unit;

struct hence_map {
    const hence_document *document;
    const hence_lexicon *lexicon;
    text text;
    marker_list markers;
    LIST(unit) units; /* clause units, tiling their sentences */
    LIST(claim) claims;
    LIST(claim_link) links;
    LIST(kinship) kin;
    uint32_t thesis; /* index into claims, or NONE */
};

/* Names as the JSON contract has them; NULL for POLARITY_NONE. */
const char *relation_name(relation r);
const char *polarity_name(polarity p);
const char *certainty_name(certainty c);
const char *claim_role_name(claim_role r);
const char *marker_class_name(marker_class c);
#endif
