#include <config.h>

#include "syntax/models.h"

#include <stdlib.h>

#include "read/document.h"

/* The words of a sentence, as the models see them. */
static void read_words(const text *t, const sentence *s, syntax_word *words) {
    for (uint32_t i = 0; i < s->token_count; i++) {
        span at = t->tokens.items[s->first_token + i].span;
        words[i] = word_read(str_slice(t->document->text, at.start, at.end), t->words[s->first_token + i].form);
    }
}

static uint32_t longest_sentence(const text *t) {
    uint32_t most = 0;
    for (size_t i = 0; i < t->sentences.count; i++)
        if (t->sentences.items[i].token_count > most)
            most = t->sentences.items[i].token_count;
    return most;
}

int syntax_analyse(const syntax_models *models, text *t, hence_error *err) {
    syntax_word *words = malloc((longest_sentence(t) + 1) * sizeof *words);
    if (!words)
        return error_memory(err);
    for (size_t i = 0; i < t->sentences.count; i++) {
        const sentence *s = &t->sentences.items[i];
        read_words(t, s, words);
        tagger_tag(&models->tagger, words, s->token_count);
        for (uint32_t k = 0; k < s->token_count; k++) {
            token *out = &t->tokens.items[s->first_token + k];
            out->upos = words[k].upos;
            out->xpos = words[k].xpos;
            out->relation = DEP_NONE;
            out->head = NONE;
            out->unit = k == 0;
        }
    }
    free(words);
    return 0;
}
