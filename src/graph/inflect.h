/* inflect: the forms of English verbs that labels are made of.
 *
 * Irregular verbs by irregular.tsv, participles also by nominalisations.tsv, the rest by the rules of spelling (Quirk et al. 1985, 3.5-3.10). */
#ifndef HENCE_GRAPH_INFLECT_H
#define HENCE_GRAPH_INFLECT_H
#include "lexicon/lexicon.h"
#include "syntax/tags.h"

/* From a folded form and its tag: *raises* gives *raised*, *wrote* gives *written*. Lives in `mem` or in the lexicon or is `form`; data is NULL when
 * memory ends. */
str inflect_participle(const hence_lexicon *lexicon, arena *mem, str form, penn tag);
/* *raises* gives *raising*. */
str inflect_gerund(const hence_lexicon *lexicon, arena *mem, str form, penn tag);
/* Whether nominalisations.tsv has the verb only with nouns whose complement is the one who does it (the rise of prices: prices rise). */
bool inflect_is_intransitive(const hence_lexicon *lexicon, arena *mem, str form);
/* Whether it has the verb with nouns whose complement is what it is done to (the prevention of fires: fires prevented). */
bool inflect_is_transitive(const hence_lexicon *lexicon, arena *mem, str form);
#endif
