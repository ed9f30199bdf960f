#include <config.h>

#include "graph/function.h"

bool function_is(const analysis *a, uint32_t word, const char *kind) {
    size_t n;
    const lexicon_entry *all = lexicon_entries(a->lexicon, LEXICON_FUNCTION, &n), *own = lexicon_find(a->lexicon, LEXICON_FUNCTION, a->text->words[word]);
    for (const lexicon_entry *e = own; e && e < all + n && str_equal(e->form, own->form); e++)
        if (str_equal(lexicon_cell(e, "kind"), str_of(kind)))
            return true;
    return false;
}
