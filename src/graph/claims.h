/* claims: the sides of arguments -> claims: which mentions are one idea.
 *
 * Mentions are taken in the order of the text. Each joins the earlier claim that it agrees with best (concept_compare), or opens a new one. A bare noun
 * ("tensions") joins the one claim about it, if there is only one; "this cooperation" the last claim about cooperation, or what the text last said
 * of cooperation; "this development" the claim that the sentence before ends in. HENCE_MERGE_NONE joins nothing but the same words at the same place;
 * HENCE_MERGE_LOOSE also mentions that share their head and more ("rural clinic closures", "sudden clinic closures"). */
#ifndef HENCE_GRAPH_CLAIMS_H
#define HENCE_GRAPH_CLAIMS_H
#include "clause/argument.h"
#include "graph/map.h"

/* Fills map->claims and map->thesis (`thesis` may be NULL: none) and gives, in `sides`, the claim of the source (2 * i) and of the target (2 * i + 1) of argument i; the array lives in
 * `scratch`. A side that stands for what the sentence before says has less of it (`reduced`) takes that over. 0, or -1 when memory ends. Near linear: each mention is compared with a bounded number of earlier claims. */
int claims_gather(arena *mem, arena *scratch, analysis *a, stemmer *stems, hence_merge merge, const argument_side *thesis,
                  hence_map *map, uint32_t **sides);
#endif
