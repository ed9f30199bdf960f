/* function: what function.tsv says of one word. */
#ifndef HENCE_GRAPH_FUNCTION_H
#define HENCE_GRAPH_FUNCTION_H
#include "clause/argument.h"

/* Whether the word has a row of that kind, whatever its other rows. */
bool function_is(const analysis *a, uint32_t word, const char *kind);
#endif
