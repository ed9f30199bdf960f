#include <config.h>

#include "text/order.h"

#include <pthread.h>
#include <string.h>

#include "base/embed.h"
#include "base/error.h"
#include "text/text.h"

EMBED(hence_order_model, "text/order.model");

enum { LONGEST_SUFFIX = 4 };

/* ---- the file */

static uint32_t read_u32(const unsigned char *p) {
    return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

uint32_t order_checksum(str bytes) {
    return str_hash(bytes);
}

int order_open(str file, order_model *out, hence_error *err) {
    const unsigned char *p = (const unsigned char *)file.data;
    if (file.len < ORDER_HEADER || memcmp(p, "HENCEORD", 8) != 0 || read_u32(p + 8) != ORDER_VERSION)
        return error_set(err, HENCE_EMODEL, str_of("order.model"), 0, 0, "not a word-order model of this version");
    *out = (order_model){.dictionary = p + ORDER_HEADER,
                         .dictionary_slots = read_u32(p + 16),
                         .shape = {read_u32(p + 20), read_u32(p + 24), read_u32(p + 28)}};
    for (size_t i = 0; i < ORDER_LEVELS; i++) {
        uint32_t bits = read_u32(p + 32 + 4 * i);
        memcpy(&out->levels[i], &bits, sizeof bits);
    }
    uint64_t dictionary = (uint64_t)out->dictionary_slots * ORDER_DICTIONARY_BYTES;
    uint32_t segment = out->shape.segment;
    if (!out->dictionary_slots || !segment || (segment & (segment - 1)) || !out->shape.segments ||
        ((uint64_t)out->shape.segments + 2) * segment > UINT32_MAX ||
        ORDER_HEADER + dictionary + order_cell_bytes(out->shape) != file.len ||
        order_checksum(str_slice(file, 16, file.len)) != read_u32(p + 12))
        return error_set(err, HENCE_EMODEL, str_of("order.model"), 0, 0, "the word-order model is damaged");
    out->cells = out->dictionary + dictionary;
    return 0;
}

/* Written once, before any thread reads it. */
static struct {
    pthread_once_t once;
    bool whole;
    order_model model;
} builtin = {.once = PTHREAD_ONCE_INIT};

static void open_builtin(void) {
    builtin.whole = order_open(EMBEDDED(hence_order_model), &builtin.model, NULL) == 0;
}

const order_model *order_builtin(hence_error *err) {
    pthread_once(&builtin.once, open_builtin);
    if (builtin.whole)
        return &builtin.model;
    error_set(err, HENCE_EMODEL, str_of("order.model"), 0, 0, "the word-order model is damaged");
    return NULL;
}

/* ---- hashes */

static uint64_t mix(uint64_t h, uint64_t v) {
    h = (h ^ v) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

uint32_t order_dictionary_hash(str key) {
    return str_hash(key);
}

uint32_t order_dictionary_slot(uint32_t hash, uint32_t slots) {
    return (uint32_t)((uint64_t)(hash * 0x9E3779B1u) * slots >> 32);
}

uint32_t order_cells(order_shape shape, uint64_t feature, uint32_t cells[3]) {
    uint64_t h = mix(mix(feature, shape.seed + 1u), 0xD6E8FEB86659FD93u);
    uint32_t mask = shape.segment - 1;
    cells[0] = (uint32_t)((h >> 32) * ((uint64_t)shape.segments * shape.segment) >> 32);
    cells[1] = (cells[0] + shape.segment) ^ ((uint32_t)(h >> 18) & mask);
    cells[2] = (cells[0] + 2 * shape.segment) ^ ((uint32_t)h & mask);
    return (uint32_t)(mix(h, 0xA0761D6478BD642Fu) >> 32) & ((1u << (ORDER_CELL_BITS - ORDER_LEVEL_BITS)) - 1);
}

uint64_t order_cell_bytes(order_shape shape) {
    return (((uint64_t)shape.segments + 2) * shape.segment * ORDER_CELL_BITS + 7) / 8 + 3;
}

/* ---- tokens */

/* A table is never full, but a damaged one might be: no probe goes further than the table. */
static const unsigned char *dictionary_entry(const order_model *m, str key) {
    uint32_t h = order_dictionary_hash(key), at = order_dictionary_slot(h, m->dictionary_slots);
    for (uint32_t i = 0; i < m->dictionary_slots; i++) {
        const unsigned char *e = m->dictionary + (size_t)at * ORDER_DICTIONARY_BYTES;
        if (e[3] == ORDER_EDGE)
            return NULL;
        if ((read_u32(e) & 0xFFFFFF) == h >> 8)
            return e;
        at = at + 1 == m->dictionary_slots ? 0 : at + 1;
    }
    return NULL;
}

bool order_knows(const order_model *model, str form) {
    return dictionary_entry(model, form) != NULL;
}

order_token order_token_of(const order_model *model, str form, unsigned flags) {
    order_token t = {order_dictionary_hash(form), ORDER_UNKNOWN, ORDER_UNKNOWN, (flags & TOKEN_CAPITAL) != 0};
    if (flags & TOKEN_NUMBER) {
        t.word = t.fine = t.coarse = ORDER_NUMBER;
        return t;
    }
    const unsigned char *e = dictionary_entry(model, form);
    if (e) {
        t.fine = e[3];
        t.coarse = e[4] & (ORDER_WORD - 1);
        if (!(e[4] & ORDER_WORD))
            t.word = t.fine;
        return t;
    }
    t.word = ORDER_UNKNOWN;
    if (flags & TOKEN_PUNCT)
        t.word = t.fine = t.coarse = ORDER_SIGN;
    else if (memchr(form.data, '-', form.len))
        t.word = t.fine = t.coarse = ORDER_COMPOUND;
    else if (t.capital)
        t.word = t.fine = t.coarse = ORDER_NAME;
    else
        for (size_t n = form.len > LONGEST_SUFFIX ? LONGEST_SUFFIX : form.len; n > 1; n--) {
            char key[LONGEST_SUFFIX + 1] = "~";
            memcpy(key + 1, form.data + form.len - n, n);
            e = dictionary_entry(model, (str){key, n + 1});
            if (e) {
                t.word = t.fine = e[3];
                t.coarse = e[4] & (ORDER_WORD - 1);
                break;
            }
        }
    return t;
}

/* ---- features */

/* What an n-gram is made of: a letter a token, Word, Fine or Coarse class. */
static const char *const templates[] = {"WW",   "WF",   "FW",   "FF",   "WC",   "CW",    "CC",   "WWW", "FFF",
                                        "CCC",  "FWF",  "WFW",  "WWF",  "FWW",  "WFF",   "FFW",  "CWC", "FFFF",
                                        "CCCC", "WWWW", "FWWF", "CWWC", "CFFC", "CCCCC", "FFFFF"};
enum { TEMPLATES = sizeof templates / sizeof *templates };

size_t order_features(const order_token *window, size_t count, bool opens, uint64_t *out) {
    uint64_t level[3][ORDER_WINDOW]; /* W, F, C */
    size_t n = 0;
    if (count > ORDER_WINDOW)
        return 0;
    for (size_t i = 0; i < count; i++) {
        bool first = opens && i == ORDER_CONTEXT;
        unsigned shape = first ? (window[i].capital ? 2u : 3u) : window[i].capital;
        level[0][i] = window[i].word;
        level[1][i] = window[i].fine | shape << 8;
        level[2][i] = window[i].coarse;
    }
    for (size_t k = 0; k < TEMPLATES; k++) {
        const char *t = templates[k];
        size_t length = strlen(t);
        for (size_t start = 0; start + length <= count; start++) {
            /* it must have a token of the pair */
            if (start + length <= ORDER_CONTEXT || start + ORDER_CONTEXT >= count || n == ORDER_FEATURES)
                continue;
            uint64_t h = mix(0x5DEECE66Du, k + 1);
            for (size_t i = 0; i < length; i++)
                h = mix(h, level[t[i] == 'W' ? 0 : t[i] == 'F' ? 1 : 2][start + i]);
            out[n++] = (mix(h, 0x2545F491u) & ~(uint64_t)3) | (length - 2);
        }
    }
    return n;
}

unsigned order_length(uint64_t feature) {
    return 2 + (unsigned)(feature & 3);
}

float order_weight(const order_model *model, uint64_t feature) {
    uint32_t at[3], sum = order_cells(model->shape, feature, at) << ORDER_LEVEL_BITS;
    for (int i = 0; i < 3; i++) {
        uint64_t bit = (uint64_t)at[i] * ORDER_CELL_BITS;
        sum ^= read_u32(model->cells + bit / 8) >> bit % 8;
    }
    sum &= (1u << ORDER_CELL_BITS) - 1;
    return sum < ORDER_LEVELS ? model->levels[sum] : 0;
}

float order_score(const order_model *model, const order_token *window, size_t count, bool opens) {
    uint64_t features[ORDER_FEATURES];
    size_t n = order_features(window, count, opens, features);
    float sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += order_weight(model, features[i]);
    return sum;
}
