/* reasons: why a link stands and why mentions are one claim, as prose.
 *
 * The reasons are those that the clause and graph stages kept (clause/why.h, join in graph/map.h); what they point to, rows of the lexicon and words of
 * the text, is looked up and quoted here. */
#ifndef HENCE_WRITE_REASONS_H
#define HENCE_WRITE_REASONS_H
#include "base/buf.h"
#include "graph/map.h"

/* What is being written, and how wide. */
typedef struct {
    const hence_map *map;
    buf *out, plain; /* plain: the paragraph in the making; freed by the caller */
    size_t width;
} explainer;

/* Ends the paragraph. */
void explain_line(explainer *x, size_t indent);
/* A link: what it says, then each place that states it: marker, frame, arguments, polarity, certainty, and the readings that lost. */
void explain_link(explainer *x, uint32_t link);
/* A marker: its row and how sure it is; where it states no link, that. */
void explain_marker(explainer *x, uint32_t marker);
/* A claim: its mentions, why they were joined, and its links. 0, or -1 when memory ends. */
int explain_claim(explainer *x, uint32_t claim);
#endif
