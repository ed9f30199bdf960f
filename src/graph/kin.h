/* kin: claims that name one another: "hotter pavements release heat" names "hotter pavements", "if the levy were set at one euro" names "a levy on each
 * garment". No marker states that one leads to the other, so it is no link; it joins parts of the map that nothing else does, for a reader to see that
 * they speak of one thing. */
#ifndef HENCE_GRAPH_KIN_H
#define HENCE_GRAPH_KIN_H
#include "clause/argument.h"
#include "graph/map.h"

/* Fills map->kin, in the order of the text: for each two parts of the map that no link joins at most one, the first whose words say most. Claims without
 * links have none. Asks for map->links. 0, or -1 when memory ends. Each noun of a mention is compared with a bounded number of claims. */
int kin_find(arena *mem, arena *scratch, const analysis *a, stemmer *stems, hence_map *map);
#endif
