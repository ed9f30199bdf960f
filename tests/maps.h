/* maps: maps made by hand, for tests of what reads a map.
 *
 *     fixture f;
 *     fixture_open(&f, "Rents rose because taxes doubled.");
 *     uint32_t taxes = fixture_claim(&f, "taxes doubled", ROLE_PREMISE);
 *     ...
 *     fixture_close(&f);
 *
 * A place is named by its words: their first occurrence in the text. The text is one sentence of one paragraph. */
#ifndef HENCE_TESTS_MAPS_H
#define HENCE_TESTS_MAPS_H
#include "base/buf.h"
#include "graph/map.h"

typedef struct {
    hence_document *document;
    hence_map map;
    lexicon_entry entry;
} fixture;

void fixture_open(fixture *f, const char *words, const char *source);
void fixture_close(fixture *f);
span fixture_span(const fixture *f, const char *words);
/* A claim whose label is its mention. */
uint32_t fixture_claim(fixture *f, const char *words, claim_role role);
/* A link that the marker `words` states, or none for NULL. */
claim_link *fixture_link(fixture *f, uint32_t source, uint32_t target, relation r, polarity p, certainty c,
                         const char *words);
/* A writer's result was 0 and it wrote just this; frees `got`. */
void fixture_wrote(int result, buf *got, const char *want);
/* The lexicon of every fixture. */
const hence_lexicon *fixture_lexicon(void);
/* A text of six words, and claims that are the first `count` of them. */
extern const char fixture_alphabet[];
void fixture_claims(fixture *f, size_t count);
/* A consequence, an increase, that no marker states. */
claim_link *fixture_leads(fixture *f, uint32_t source, uint32_t target, certainty c);
/* `claims` claims with distinct labels in a chain with cross links; for size. */
void fixture_chain(fixture *f, size_t claims);
#endif
