/* phrase: what a noun or a clause covers in its sentence, and what of it is the claim itself.
 *
 * An *argument span* is the whole phrase or clause as the text gives it. Its *core* is the part that names the claim: the head with what
 * identifies it, no determiner, no hedge, no noun that only measures ("level of", "probability of"). */
#ifndef HENCE_CLAUSE_PHRASE_H
#define HENCE_CLAUSE_PHRASE_H
#include "clause/notes.h"
#include "clause/tree.h"

enum { PHRASE_MEMBERS = 8 };

/* The noun phrase headed by `head`: without its preposition, and without what hangs on it after a comma (relative clauses, participles, appositions)
 * and without further conjuncts. */
phrase phrase_noun(const tree *t, const note *notes, uint32_t head);
/* The same with its conjuncts: "roads, ports and railways". */
phrase phrase_coordination(const tree *t, const note *notes, uint32_t head);
/* A noun's phrase up to the next comma or clause that a verb hangs on: with its own relative clause, with the adverbials of `verb` that follow it ("hurt consumers
 * in the border towns"), and with examples (", including two ports"). */
void phrase_extend(const tree *t, const note *notes, uint32_t verb, phrase *p);
/* The conjuncts of a coordination, itself the first: gives how many. Names ("Russia and China") and quantities stay together. */
size_t phrase_conjuncts(const tree *t, uint32_t head, uint32_t members[PHRASE_MEMBERS]);
/* The clause headed by `head`, without the conjunction or marker that opens it and without clauses that are coordinated with it and have a
 * subject of their own. */
phrase phrase_clause(const tree *t, uint32_t head);

/* The infinitive that completes a verb ("force neighbours to arm", "feel compelled to arm"), whether the parser calls it complement or adjunct, but no
 * purpose. NONE where there is none. */
uint32_t phrase_infinitive(const tree *t, const note *notes, uint32_t verb);

/* The end of what completes a verb or a predicate right behind it: its particle, adverb, complement and oblique, up to a comma. */
uint32_t phrase_completed(const tree *t, const note *notes, uint32_t head);

/* The core of a noun phrase. */
phrase phrase_noun_core(const tree *t, const note *notes, uint32_t head);
/* The core of a clause: verb and object, or subject and verb; it looks through raising, control and light verbs ("feel compelled to bolster their
 * capabilities" gives "bolster their capabilities"). */
phrase phrase_clause_core(const tree *t, const note *notes, uint32_t head);
/* The noun of the phrase right behind a verb, before `end`, where the parser saw no object; NONE where none follows. */
uint32_t phrase_next_noun(const tree *t, uint32_t verb, uint32_t end);
#endif
