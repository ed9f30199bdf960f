/* rank: roles, weights and components of claims, and the order of links. */
#ifndef HENCE_GRAPH_RANK_H
#define HENCE_GRAPH_RANK_H
#include "graph/map.h"

/* Sets role, weight and component of each claim and strength of each link, and sorts links best first. 0, or -1 when memory ends. */
int rank_map(arena *mem, hence_map *map);
#endif
