#include <config.h>

#include "lexicon/lexicon.h"

#include <libstemmer.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "lexicon/tables.h"

struct stemmer {
    const hence_lexicon *lexicon;
    struct sb_stemmer *snowball;
};

enum { LONGEST_WORD = 64 }; /* bytes; what is longer is no English word and is its own stem */

stemmer *stemmer_new(const hence_lexicon *lexicon, hence_error *err) {
    stemmer *s = calloc(1, sizeof *s);
    if (s)
        s->snowball = sb_stemmer_new("english", "UTF_8");
    if (s && s->snowball) {
        s->lexicon = lexicon;
        return s;
    }
    free(s);
    error_memory(err);
    return NULL;
}

void stemmer_free(stemmer *s) {
    if (!s)
        return;
    sb_stemmer_delete(s->snowball);
    free(s);
}

str stemmer_stem(stemmer *s, arena *mem, str form) {
    if (form.len == 0 || form.len > LONGEST_WORD)
        return form;
    const lexicon_entry *e = lexicon_find(s->lexicon, LEXICON_IRREGULAR, (lexicon_word){form, form});
    str lemma = e ? lexicon_cell(e, "lemma") : form;
    const sb_symbol *stem = sb_stemmer_stem(s->snowball, (const sb_symbol *)lemma.data, (int)lemma.len);
    if (!stem)
        return (str){NULL, 0};
    str got = {(const char *)stem, (size_t)sb_stemmer_length(s->snowball)};
    return str_starts(lemma, got) ? str_slice(lemma, 0, got.len) : arena_copy(mem, got);
}
