/* template: features made from tables. A place (a state of the parser, a gap between words) has facts, each with a name and a value; a template names up to
 * TEMPLATE_FACTS of them, and its feature is a hash of their values together.
 *
 * A fact is hashed once, for all templates that ask for it; the hash of a feature is the sum of its facts, mixed with the template's place in the table: never move one
 * without training anew. */
#ifndef HENCE_SYNTAX_TEMPLATE_H
#define HENCE_SYNTAX_TEMPLATE_H
#include <stdint.h>

enum { TEMPLATE_FACTS = 5 };
typedef uint8_t feature_template[TEMPLATE_FACTS]; /* names of facts; 0 after the last, for a fact that is 0 */

static inline uint64_t template_fact(uint32_t name, uint32_t value) {
    uint64_t h = ((uint64_t)name << 32 | value) * 0x9E3779B97F4A7C15u;
    return (h ^ h >> 32) * 0xC2B2AE3D27D4EB4Fu;
}

/* The features of `count` templates, none of them 0. */
static inline void template_fill(const feature_template *templates, uint32_t count, const uint64_t *facts, uint32_t *out) {
    for (uint32_t n = 0; n < count; n++) {
        const uint8_t *t = templates[n];
        uint64_t h = facts[t[0]] + facts[t[1]] + facts[t[2]] + facts[t[3]] + facts[t[4]];
        h += (uint64_t)n * 0xD6E8FEB86659FD93u;
        h ^= h >> 29;
        h *= 0xBF58476D1CE4E5B9u;
        out[n] = (uint32_t)(h >> 32) | (h >> 32 == 0);
    }
}
#endif
