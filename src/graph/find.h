/* find: the claims that a reader means by a few words.
 *
 * A claim's id ("c3") names it, as does its whole label. Else words name every claim that has them all, by stem, in its label or in one of its
 * mentions; where none has, words of one synonym group (synonyms.tsv) count as one. Case does not matter, nor do words that name nothing
 * (function.tsv: the, of). */
#ifndef HENCE_GRAPH_FIND_H
#define HENCE_GRAPH_FIND_H
#include "graph/map.h"

/* Marks in `named` (a place for each claim) those that `words` names, and gives their number. 0, or -1: HENCE_ENOMEM. Linear in labels and
 * mentions. */
int find_claims(const hence_map *map, str words, bool *named, size_t *count, hence_error *err);
/* The number behind the letter in an id ("l12" of 20 links gives 11), or NONE where it is no such id or beyond `count`. */
uint32_t find_id(str id, char letter, size_t count);
#endif
