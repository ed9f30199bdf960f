#include <config.h>

#include "marker/weights.h"

#include <math.h>
#include <string.h>

#include "base/embed.h"
#include "base/error.h"

EMBED(hence_model_use, "marker/use.model");
EMBED(hence_model_sense, "marker/sense.model");

static uint32_t word_at(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

static float float_at(const unsigned char *p) {
    uint32_t bits = word_at(p);
    float value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

int weights_read(weights *m, str bytes, const char *name, hence_error *err) {
    str source = str_of(name);
    const unsigned char *p = (const unsigned char *)bytes.data;
    if (bytes.len < WEIGHTS_HEADER || memcmp(p, "HMRK", 4) != 0)
        return error_set(err, HENCE_EMODEL, source, 0, 0, "not a marker model");
    if (word_at(p + 4) != WEIGHTS_VERSION)
        return error_set(err, HENCE_EMODEL, source, 0, 0, "a model of version %u, not %d", (unsigned)word_at(p + 4),
                         WEIGHTS_VERSION);
    m->count = word_at(p + 8);
    if ((bytes.len - WEIGHTS_HEADER) / 5 != m->count || (bytes.len - WEIGHTS_HEADER) % 5)
        return error_set(err, HENCE_EMODEL, source, 0, 0, "the model has a length of %zu bytes", bytes.len);
    if (str_hash(str_slice(bytes, WEIGHTS_HEADER, bytes.len)) != word_at(p + 20))
        return error_set(err, HENCE_EMODEL, source, 0, 0, "the model is damaged: its checksum is wrong");
    m->bias = float_at(p + 12);
    m->scale = float_at(p + 16);
    m->hashes = p + WEIGHTS_HEADER;
    m->bytes = (const signed char *)m->hashes + (size_t)m->count * 4;
    return 0;
}

float weights_of(const weights *m, uint32_t hash) {
    uint32_t low = 0, high = m->count; /* the place is in [low, high) */
    uint32_t first = 0, last = 0xFFFFFFFFu;
    /* Hashes are spread evenly, so that a guess by proportion is nearly right. */
    while (low < high) {
        uint32_t guess = low + (uint32_t)((uint64_t)(hash - first) * (high - low) / ((uint64_t)last - first + 1));
        if (guess >= high)
            guess = high - 1;
        uint32_t there = word_at(m->hashes + (size_t)guess * 4);
        if (there == hash)
            return m->scale * (float)m->bytes[guess];
        if (there < hash) {
            low = guess + 1;
            first = there;
        } else {
            high = guess;
            last = there;
        }
    }
    return 0;
}

float weights_sum(const weights *m, const uint32_t *hashes, unsigned count) {
    float sum = m->bias;
    for (unsigned i = 0; i < count; i++)
        sum += weights_of(m, hashes[i]);
    return sum;
}

float weights_probability(float score) {
    return 1.0f / (1.0f + expf(-score));
}

int weights_use(weights *m, hence_error *err) {
    return weights_read(m, EMBEDDED(hence_model_use), "use.model", err);
}

int weights_sense(weights *m, hence_error *err) {
    return weights_read(m, EMBEDDED(hence_model_sense), "sense.model", err);
}
