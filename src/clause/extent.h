/* extent: how far a clause reaches, and the part of a sentence that a connective stands in.
 *
 * Parts of a sentence are what semicolons, colons and dashes set apart. Places are tokens; NONE where there is none. */
#ifndef HENCE_CLAUSE_EXTENT_H
#define HENCE_CLAUSE_EXTENT_H
#include "clause/argument.h"

/* The first clause head at or after `i` and before `end`. */
uint32_t extent_clause_from(const tree *t, uint32_t i, uint32_t end);
/* Whether nothing but conjunctions, punctuation and connectives stands before `i`: the sentence begins in earnest here. */
bool extent_opens(const analysis *a, const tree *t, uint32_t i);
/* The nearest semicolon or colon before `i`. */
uint32_t extent_break_before(const tree *t, uint32_t i);
/* Whether the sentence, or its part behind a semicolon, begins here. */
bool extent_opens_part(const analysis *a, const tree *t, uint32_t i);
/* The end of the clause that opens at `first` and is headed by `head`: its subtree, but not past a break. */
uint32_t extent_clause_end(const tree *t, uint32_t first, uint32_t head);
/* Where the part of the sentence ends that `i` stands in: at a semicolon between clauses, else at its end. */
uint32_t extent_part_end(const tree *t, uint32_t i);
/* The comma behind which the main clause begins, with a subject of its own, after a clause at `from` that opens the sentence. */
uint32_t extent_main_comma(const tree *t, uint32_t from);
/* The head of the clause that a word's head stands in; NONE where a semicolon parts it from the marker at `first`, and for the root. */
uint32_t extent_governing(const tree *t, uint32_t first, uint32_t word);
/* The part of the clause of `governor` that lies outside [first, end), a run that holds Arg2 and its marker: the longer side of the two. */
phrase extent_rest(const analysis *a, const tree *t, uint32_t governor, uint32_t first, uint32_t end);
/* The highest clause that a word stands in without leaving what stands before it. */
uint32_t extent_above(const tree *t, uint32_t word);
#endif
