#include <config.h>

#include "marker/candidate.h"

#include "base/error.h"

enum { FORMS_AT_A_WORD = 24, LOOK_BACK = 128 };

static bool holds(const lexicon_match *outer, const lexicon_match *inner) {
    unsigned k = 0;
    for (unsigned i = 0; i < inner->word_count; i++) {
        while (k < outer->word_count && outer->words[k] < inner->words[i])
            k++;
        if (k == outer->word_count || outer->words[k] != inner->words[i])
            return false;
    }
    return outer->word_count > inner->word_count;
}

/* Forms that hold a form begin no later than it does. */
static void find_longer(candidate_list *list, size_t at) {
    candidate *c = &list->items[at];
    size_t from = at > LOOK_BACK ? at - LOOK_BACK : 0;
    for (size_t i = from; i < at; i++) {
        const candidate *o = &list->items[i];
        if (o->match.entry->table == LEXICON_CONNECTIVES && holds(&o->match, &c->match) &&
            (!c->longer || o->match.word_count > c->longer->word_count))
            c->longer = &o->match;
    }
}

int candidate_find(arena *mem, const text *t, const hence_lexicon *lexicon, uint32_t sentence, candidate_list *out,
                   hence_error *err) {
    uint32_t first = t->sentences.items[sentence].first_token, count = t->sentences.items[sentence].token_count;
    out->count = 0;
    for (uint32_t at = 0; at < count; at++) {
        if (!(t->tokens.items[first + at].flags & TOKEN_WORD))
            continue;
        size_t start = out->count;
        for (lexicon_table table = LEXICON_CONNECTIVES; table <= LEXICON_ADJECTIVES; table++) {
            lexicon_match found[FORMS_AT_A_WORD];
            size_t n = lexicon_match_at(lexicon, table, t->words + first, count, at, found, FORMS_AT_A_WORD);
            for (size_t i = 0; i < n; i++) {
                candidate *c = LIST_PUSH(mem, out);
                if (!c)
                    return error_memory(err);
                *c = (candidate){.match = found[i], .entry = found[i].entry};
                /* few begin at one word, and nearly in order */
                for (; c > out->items + start && c[-1].match.word_count < c->match.word_count; c--) {
                    candidate swap = *c;
                    *c = c[-1];
                    c[-1] = swap;
                }
            }
        }
    }
    for (size_t i = 0; i < out->count; i++)
        find_longer(out, i);
    return 0;
}
