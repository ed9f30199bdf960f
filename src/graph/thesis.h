/* thesis: the claim that the text as a whole argues for. */
#ifndef HENCE_GRAPH_THESIS_H
#define HENCE_GRAPH_THESIS_H
#include "clause/argument.h"
#include "graph/map.h"

/* Index into map->claims, or NONE. The map is ranked. */
uint32_t thesis_find(const analysis *a, const hence_map *map);
#endif
