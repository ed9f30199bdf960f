/* words: claims, links and places of the text as prose for people, shared by all that is read rather than looked at.
 *
 * Everything appends plain text (label_plain) to a buf. Quotes are typographic; sentences are named as in JSON: s1 is the first. */
#ifndef HENCE_WRITE_WORDS_H
#define HENCE_WRITE_WORDS_H
#include "base/buf.h"
#include "graph/map.h"

/* “words”, cut after `most` code points. */
void words_quote(buf *out, str words, size_t most);
/* “label” of a claim. */
void words_claim(buf *out, const hence_map *map, uint32_t claim);
/* What the source does, in the third person: "possibly increases", "does not support". */
void words_active(buf *out, const claim_link *l);
/* The same told of the target: "possibly increased by", "not supported by", "brought about by less of". */
void words_passive(buf *out, const claim_link *l);
/* One link as a step: “A” decreases “B”; where it goes on from the link before: ", less of which possibly increases “C”". */
void words_step(buf *out, const hence_map *map, const claim_link *l, bool on);
/* "stated", "likely", "possible" or "denied". */
const char *words_certainty(certainty c);
/* The words of a marker, “not only … but also”. */
void words_marker(buf *out, const hence_map *map, uint32_t marker);
/* s5: “the words of the text from the one argument to the other”; two quotes where they stand in different sentences. */
void words_evidence(buf *out, const hence_map *map, const evidence *e);
/* The sentences of `l`'s evidence, "s5, s9"; of many the first and their number: "s5, s9 and 12 more". */
void words_sentences(buf *out, const claim_link *l);
/* The same for a claim's mentions. */
void words_mentions(buf *out, const claim *c);

/* Appends `plain` as lines of at most `width` columns (0: one line), the first after `indent` blanks and the others after `hang`, and a newline. */
void words_paragraph(buf *out, str plain, size_t indent, size_t hang, size_t width);
#endif
