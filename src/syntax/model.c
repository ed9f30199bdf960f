#include <config.h>

#include "syntax/model.h"

#include <string.h>

/* FNV-1a over words of 64 bits in four lanes: as good at finding damage, and eight megabytes take a millisecond. */
uint64_t model_checksum(const void *data, size_t len) {
    const unsigned char *bytes = data;
    uint64_t lanes[4] = {0xCBF29CE484222325u, 0x9AE16A3B2F90404Fu, 0xC3A5C85C97CB3127u, 0xB492B66FBE98F273u};
    for (; len >= 32; len -= 32, bytes += 32) {
        uint64_t words[4];
        memcpy(words, bytes, 32);
        for (int i = 0; i < 4; i++)
            lanes[i] = (lanes[i] ^ words[i]) * 0x100000001B3u;
    }
    uint64_t h = 0xCBF29CE484222325u;
    for (int i = 0; i < 4; i++)
        h = (h ^ lanes[i] ^ lanes[i] >> 31) * 0x100000001B3u;
    for (; len; len--, bytes++)
        h = (h ^ *bytes) * 0x100000001B3u;
    return h;
}

int model_damaged(hence_error *err) {
    return error_set(err, HENCE_EMODEL, str_of(""), 0, 0, "a model is damaged or foreign");
}

int model_open(str file, model_kind kind, model_reader *out, hence_error *err) {
    model_header h;
    if (file.len < sizeof h || (uintptr_t)file.data % 8)
        return model_damaged(err);
    memcpy(&h, file.data, sizeof h);
    if (h.magic != MODEL_MAGIC || h.version != MODEL_VERSION || h.kind != kind || h.length != file.len - sizeof h ||
        h.checksum != model_checksum(file.data + sizeof h, file.len - sizeof h))
        return model_damaged(err);
    *out = (model_reader){(const unsigned char *)file.data + sizeof h, (const unsigned char *)file.data + file.len};
    return 0;
}

const void *model_section(model_reader *r, size_t count, size_t size) {
    size_t left = (size_t)(r->end - r->at);
    if (count > left / size)
        return NULL;
    size_t bytes = (count * size + 7) / 8 * 8;
    if (bytes > left)
        return NULL;
    const void *section = r->at;
    r->at += bytes;
    return section;
}

bool model_read_table(model_reader *r, model_table *out) {
    const uint32_t *sizes = model_section(r, 4, sizeof *sizes); /* places, slots, pairs, bits of the filter */
    if (!sizes || !sizes[0] || sizes[1] <= sizes[0] || sizes[3] < 64 || (sizes[3] & (sizes[3] - 1)))
        return false;
    out->slot_count = sizes[0];
    out->pair_count = sizes[2];
    out->filter_mask = sizes[3] - 1;
    out->slots = model_section(r, sizes[1], sizeof *out->slots);
    out->pairs = model_section(r, (size_t)sizes[2] * 2, 1);
    out->filter = model_section(r, sizes[3] / 64, sizeof *out->filter);
    return out->slots && out->pairs && out->filter && !out->slots[sizes[1] - 1].key;
}

enum { BATCH = 64 };

/* The features among `count` (at most BATCH) that may have weights; their slots are on the way to the cache. */
static size_t sift(const model_table *t, const uint32_t *features, size_t count, uint32_t out[BATCH]) {
    size_t n = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t bit = features[i] & t->filter_mask;
        out[n] = features[i];
        n += t->filter[bit >> 6] >> (bit & 63) & 1;
    }
    for (size_t i = 0; i < n; i++)
        __builtin_prefetch(t->slots + model_place(out[i], t->slot_count));
    return n;
}

void model_add_sparse(const model_table *t, const uint32_t *features, size_t count, int32_t scores[MODEL_CLASSES]) {
    for (size_t at = 0; at < count; at += BATCH) {
        uint32_t some[BATCH];
        const model_slot *slots[BATCH];
        size_t n = sift(t, features + at, count - at < BATCH ? count - at : BATCH, some), found = 0;
        for (size_t i = 0; i < n; i++) {
            const model_slot *s = model_find(t->slots, t->slot_count, some[i]);
            slots[found] = s;
            found += s->key == some[i];
            __builtin_prefetch(t->pairs + 2 * (size_t)(s->value >> 6));
        }
        for (size_t i = 0; i < found; i++) {
            const int8_t *pair = t->pairs + 2 * (size_t)(slots[i]->value >> 6);
            for (unsigned k = (slots[i]->value & 63) + 1; k; k--, pair += 2)
                scores[(unsigned)pair[0] & (MODEL_CLASSES - 1)] += pair[1];
        }
    }
}

/* The weights of a slot are summed two and two, in lanes of 16 bits that a batch can't fill, each weight raised by 128. */
void model_add_dense(const model_table *t, const uint32_t *features, size_t count, int32_t scores[4]) {
    const uint32_t lanes = 0x00FF00FF, raise = 0x80808080;
    for (size_t at = 0; at < count; at += BATCH) {
        uint32_t some[BATCH], even = 0, odd = 0;
        size_t n = sift(t, features + at, count - at < BATCH ? count - at : BATCH, some);
        for (size_t i = 0; i < n; i++) {
            uint32_t weights = model_value(t->slots, t->slot_count, some[i]) ^ raise;
            even += weights & lanes;
            odd += weights >> 8 & lanes;
        }
        int32_t raised = 128 * (int32_t)n;
        scores[0] += (int32_t)(even & 0xFFFF) - raised;
        scores[1] += (int32_t)(odd & 0xFFFF) - raised;
        scores[2] += (int32_t)(even >> 16) - raised;
        scores[3] += (int32_t)(odd >> 16) - raised;
    }
}

int32_t model_sum_single(const model_table *t, const uint32_t *features, size_t count) {
    uint32_t sum = 0; /* unsigned: a damaged table must not overflow */
    for (size_t at = 0; at < count; at += BATCH) {
        uint32_t some[BATCH];
        size_t n = sift(t, features + at, count - at < BATCH ? count - at : BATCH, some);
        for (size_t i = 0; i < n; i++)
            sum += model_value(t->slots, t->slot_count, some[i]);
    }
    return (int32_t)sum;
}
