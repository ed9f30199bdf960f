/* weights: a linear model with hashed features and weights of one byte.
 *
 * The file, little-endian: "HMRK", version (u32: 1), count (u32), bias and scale (f32 as u32), checksum (FNV-1a of all that follows), count
 * hashes (u32, ascending), count weights (s8). A weight counts scale times its byte. */
#ifndef HENCE_MARKER_WEIGHTS_H
#define HENCE_MARKER_WEIGHTS_H
#include "base/str.h"
#include "hence/hence.h"

typedef struct {
    const unsigned char *hashes;
    const signed char *bytes;
    uint32_t count;
    float bias, scale;
} weights;

enum { WEIGHTS_HEADER = 24, WEIGHTS_VERSION = 1 };

/* Reads a model out of its bytes, which must outlive it. 0, or -1: HENCE_EMODEL (cut short, foreign, damaged); `name` names it. */
int weights_read(weights *m, str bytes, const char *name, hence_error *err);
/* The weight of a feature; 0 for one that is not known. */
float weights_of(const weights *m, uint32_t hash);
/* The sum over the features, with the bias. */
float weights_sum(const weights *m, const uint32_t *hashes, unsigned count);
/* 1 / (1 + e^-score) */
float weights_probability(float score);

/* The models that are built in (src/marker/NAME.model). */
int weights_use(weights *m, hence_error *err);   /* is it a connective? */
int weights_sense(weights *m, hence_error *err); /* in which sense? one score a sense */
#endif
