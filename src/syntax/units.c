#include <config.h>

#include "syntax/units.h"

int units_open(str file, units *out, hence_error *err) {
    model_reader r;
    if (model_open(file, MODEL_UNITS, &r, err))
        return -1;
    const int32_t *bias = model_section(&r, 2, sizeof *bias); /* and 0 */
    if (!bias || !model_read_table(&r, &out->table))
        return model_damaged(err);
    out->bias = *bias;
    return 0;
}

static uint8_t trait(uint8_t relation) {
    switch (relation) {
    case DEP_nsubj:
    case DEP_nsubj_pass:
    case DEP_csubj:
    case DEP_csubj_pass:
    case DEP_expl:
        return 1;
    case DEP_mark:
        return 2;
    case DEP_aux:
    case DEP_aux_pass:
    case DEP_cop:
        return 4;
    case DEP_case:
        return 8;
    default:
        return 0;
    }
}

void units_read(const uint32_t *heads, const uint8_t *relations, uint32_t count, units_node *nodes) {
    for (uint32_t i = 0; i < count; i++)
        nodes[i] = (units_node){.first = UINT32_MAX, .last = UINT32_MAX};
    /* Each word is reached first by the outermost of its subtree, which then climbs on: every word is set once. */
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = i; k < count && nodes[k].first == UINT32_MAX; k = heads[k])
            nodes[k].first = i;
    for (uint32_t i = count; i-- > 0;)
        for (uint32_t k = i; k < count && nodes[k].last == UINT32_MAX; k = heads[k])
            nodes[k].last = i;
    for (uint32_t i = 0; i < count; i++)
        if (heads[i] < count) {
            uint32_t left = i < heads[i] ? i : heads[i], right = i < heads[i] ? heads[i] : i;
            nodes[heads[i]].traits |= trait(relations[i]);
            nodes[left + 1].arcs++; /* a difference to the word on the left; summed up below */
            if (right + 1 < count)
                nodes[right + 1].arcs--;
        }
    for (uint32_t i = 1; i < count; i++)
        nodes[i].arcs += nodes[i - 1].arcs;
}

void units_find(const units *m, const units_sentence *s, bool *begins) {
    for (uint32_t i = 0; i < s->count; i++) {
        uint32_t features[UNITS_FEATURES];
        begins[i] = !i || m->bias + model_sum_single(&m->table, features, units_features(s, i, features)) > 0;
    }
}
