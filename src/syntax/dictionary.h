/* dictionary: which classes of words a form may belong to, known or not to the training text.
 *
 * Lemmas of WordNet 3.0 and of the marker lexicons, and irregular forms; a regular form is looked up by the bases that its ending may have been added to.
 * Entries are of 3 bytes: 16 bits of the form's hash and the number of its profile. One word in some 3000 that the dictionary lacks is taken for another. */
#ifndef HENCE_SYNTAX_DICTIONARY_H
#define HENCE_SYNTAX_DICTIONARY_H
#include "syntax/model.h"
#include "syntax/word.h"

/* What a form may be. A profile has two bits for each of these: 0 for no, else how usual that is (the share of the lemma's uses). */
typedef enum { PART_NOUN, PART_VERB, PART_ADJECTIVE, PART_ADVERB, PART_COUNT } word_part;
typedef enum { USE_NONE, USE_RARE, USE_COMMON, USE_MAIN } class_use;

/* Which objects a verb takes, in the bits above those of the classes. */
typedef enum { OBJECT_UNKNOWN, OBJECT_NEVER, OBJECT_SOMETIMES, OBJECT_ALWAYS } verb_frame;
enum {
    PROFILE_FRAME = 2 * PART_COUNT,
    PROFILE_PAST = 1 << (PROFILE_FRAME + 2),   /* an irregular past form of a verb */
    PROFILE_PLURAL = 1 << (PROFILE_FRAME + 3), /* an irregular plural */
    PROFILES = 256
};

typedef struct {
    const uint16_t *profiles; /* PROFILES of them */
    const uint16_t *marks;    /* dictionary_mark of the form; 0 for an empty slot */
    const uint8_t *numbers;   /* of profiles */
    uint32_t places;
} dictionary;

/* What is left of a form's hash in its slot. */
static inline uint16_t dictionary_mark(uint32_t fold) {
    return (uint16_t)(fold & 0xFFFF ? fold & 0xFFFF : 1);
}
/* Opens a model in memory, which must outlive the dictionary. 0, or -1: HENCE_EMODEL. */
int dictionary_open(str file, dictionary *out, hence_error *err);
/* Fills classes and frame of words. Linear. */
void dictionary_look_up(const dictionary *m, syntax_word *words, size_t count);
#endif
