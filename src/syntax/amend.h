/* amend: sets right in a tree what English grammar rules out.
 *
 * The parser decides arc by arc. Six things that it gives now and then are told from the whole (Huddleston and Pullum 2002, chapters 12 and 14): a clause that
 * "who" opens behind a comma is relative to what stands before the comma; a relative clause without any "who" or "that" never stands behind a
 * comma, but may be the main clause that the tree lacks ("As costs rise, they leave"); an infinitive is joined to a verb by "and" or a comma, or
 * completes it; an article heads nothing; a verb has one subject, so that what stands behind a conjunction and another subject is a conjunct of
 * that; and it has one, so that a gerund right before it is its subject where it has no other. */
#ifndef HENCE_SYNTAX_AMEND_H
#define HENCE_SYNTAX_AMEND_H
#include "syntax/units.h"

/* Changes heads and relations of a parsed sentence of `count` words; `nodes` are those of units_read, before the change. What was a tree stays one. */
void amend_tree(const syntax_word *words, const units_node *nodes, uint32_t count, uint32_t *heads, uint8_t *relations);
#endif
