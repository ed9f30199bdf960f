/* label: text of an essay -> text that may stand in a picture.
 *
 * Everything appends to a buf. An essay may hold any code point; a picture may not: control characters break XML, and Graphviz reads
 * backslashes and entities of its own in labels, tooltips and links. */
#ifndef HENCE_WRITE_LABEL_H
#define HENCE_WRITE_LABEL_H
#include "base/buf.h"

/* `s`, of any bytes, as plain valid UTF-8 on one line: white space runs become one space, what XML cannot hold becomes U+FFFD, and all
 * beyond `most` code points becomes an ellipsis. */
void label_plain(buf *out, str s, size_t most);
/* Plain text in lines of at most `width` code points, cut between words (inside a word that is longer). Lines are apart by a newline. */
void label_wrap(buf *out, str s, size_t width);
/* Plain or wrapped text as a Graphviz escString. */
void label_escape(buf *out, str s);
/* Plain or wrapped text as XML character data; a newline becomes <BR/> where `breaks`. */
void label_xml(buf *out, str s, bool breaks);
/* A path as the path of a URI reference: all but unreserved characters and / become %XX. */
void label_uri(buf *out, str path);
#endif
