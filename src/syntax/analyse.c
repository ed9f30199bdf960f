#include <config.h>

#include "syntax/models.h"

#include <stdlib.h>

#include "read/document.h"
#include "syntax/amend.h"

/* Room for the longest sentence. */
typedef struct {
    syntax_word *words;
    uint32_t *heads;
    units_node *nodes;
    uint8_t *relations;
    bool *begins;
    parser_state *state;
} space;

static uint32_t longest_sentence(const text *t) {
    uint32_t most = 0;
    for (size_t i = 0; i < t->sentences.count; i++)
        if (t->sentences.items[i].token_count > most)
            most = t->sentences.items[i].token_count;
    return most;
}

static bool space_make(arena *mem, size_t room, space *s) {
    s->words = arena_new(mem, syntax_word, room);
    s->heads = arena_new(mem, uint32_t, room);
    s->nodes = arena_new(mem, units_node, room);
    s->relations = arena_new(mem, uint8_t, room);
    s->begins = arena_new(mem, bool, room);
    s->state = arena_new(mem, parser_state, 1);
    return s->words && s->heads && s->nodes && s->relations && s->begins && s->state;
}

/* The words of a sentence, as the models see them. */
static void read_words(const text *t, const sentence *s, syntax_word *words) {
    for (uint32_t i = 0; i < s->token_count; i++) {
        span at = t->tokens.items[s->first_token + i].span;
        words[i] = word_read(str_slice(t->document->text, at.start, at.end), t->words[s->first_token + i].form);
    }
}

static void write_tokens(const space *from, const sentence *s, token *tokens) {
    for (uint32_t i = 0; i < s->token_count; i++) {
        token *t = &tokens[i];
        t->upos = from->words[i].upos;
        t->xpos = from->words[i].xpos;
        t->relation = from->relations[i];
        t->head = from->heads[i] == UINT32_MAX ? NONE : s->first_token + from->heads[i];
        t->unit = from->begins[i];
    }
}

int syntax_analyse(const syntax_models *models, text *t, hence_error *err) {
    arena mem = {0};
    space room;
    if (!space_make(&mem, longest_sentence(t), &room)) {
        arena_free(&mem);
        return error_memory(err);
    }
    for (size_t i = 0; i < t->sentences.count; i++) {
        const sentence *s = &t->sentences.items[i];
        if (!s->token_count)
            continue;
        read_words(t, s, room.words);
        dictionary_look_up(&models->dictionary, room.words, s->token_count);
        tagger_tag(&models->tagger, room.words, s->token_count);
        parser_parse(&models->parser, room.state, room.words, s->token_count, room.heads, room.relations);
        units_read(room.heads, room.relations, s->token_count, room.nodes);
        units_find(&models->units,
                   &(units_sentence){room.words, room.heads, room.relations, room.nodes, room.begins, s->token_count},
                   room.begins);
        amend_tree(room.words, room.nodes, s->token_count, room.heads, room.relations);
        write_tokens(&room, s, t->tokens.items + s->first_token);
    }
    arena_free(&mem);
    return 0;
}
