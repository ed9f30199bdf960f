#include <config.h>

#include "syntax/dictionary.h"

int dictionary_open(str file, dictionary *out, hence_error *err) {
    model_reader r;
    if (model_open(file, MODEL_DICTIONARY, &r, err))
        return -1;
    const uint32_t *sizes = model_section(&r, 2, sizeof *sizes); /* places, slots */
    if (!sizes || !sizes[0] || sizes[1] <= sizes[0])
        return model_damaged(err);
    out->places = sizes[0];
    out->profiles = model_section(&r, PROFILES, sizeof *out->profiles);
    out->marks = model_section(&r, sizes[1], sizeof *out->marks);
    out->numbers = model_section(&r, sizes[1], sizeof *out->numbers);
    return out->numbers && !out->marks[sizes[1] - 1] ? 0 : model_damaged(err);
}

/* The profile of a form; 0 where the dictionary lacks it. */
static uint16_t find(const dictionary *m, uint32_t fold) {
    uint32_t at = model_place(fold, m->places);
    while (m->marks[at] && m->marks[at] != dictionary_mark(fold))
        at++;
    return m->marks[at] ? m->profiles[m->numbers[at]] : 0;
}

static uint16_t bits(word_part c) {
    return (uint16_t)(3u << 2 * c);
}

/* The classes of a base that may take an ending. */
static uint16_t taking(word_ending ending) {
    switch (ending) {
    case ENDING_S:
        return bits(PART_NOUN) | bits(PART_VERB);
    case ENDING_ED:
    case ENDING_ING:
        return bits(PART_VERB);
    case ENDING_LY:
        return bits(PART_ADJECTIVE);
    default:
        return 0;
    }
}

static unsigned verb(uint16_t profile) {
    return profile >> 2 * PART_VERB & 3;
}

/* How likely a form is a finite verb. */
static uint8_t finite(uint16_t own, uint16_t base, word_ending ending) {
    unsigned likely = verb(own) == USE_MAIN ? 2 : verb(own) == USE_COMMON;
    if (own & PROFILE_PAST)
        likely = 2;
    if (ending == ENDING_S || ending == ENDING_ED)
        likely = verb(base) == USE_MAIN ? 3 : verb(base) == USE_COMMON ? 2 : verb(base);
    return (uint8_t)likely;
}

void dictionary_look_up(const dictionary *m, syntax_word *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        syntax_word *w = &words[i];
        uint16_t own = find(m, w->fold), wanted = taking((word_ending)w->ending), base = 0;
        for (uint32_t k = 0; k < WORD_BASES && wanted && !(base & wanted); k++)
            base = w->base[k] ? find(m, w->base[k]) : 0;
        if (!(base & wanted))
            base = 0;
        w->frame = ((base & bits(PART_VERB) ? base : own) >> PROFILE_FRAME & 3);
        w->finite_guess = finite(own, base, (word_ending)w->ending);
        own = (uint16_t)(own & ~(3u << PROFILE_FRAME));
        w->classes = own || base ? (uint16_t)feature_hash(903, own, base & wanted, w->ending, 0) : 0;
    }
}
