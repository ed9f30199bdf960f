/* judge: how the candidates of a sentence are judged; for those who ask why (marker.h gives the outcome). */
#ifndef HENCE_MARKER_JUDGE_H
#define HENCE_MARKER_JUDGE_H
#include "marker/candidate.h"

typedef struct {
    weights use, sense;
} marker_models;

/* A connective is taken at this score (log odds) and above; chosen on GUM dev. */
#define USE_THRESHOLD (-0.16f)

/* The built-in models. 0, or -1: HENCE_EMODEL. */
int marker_models_read(marker_models *models, hence_error *err);
/* Finds the candidates of a sentence and decides each: p, fate and entry. 0, or -1: HENCE_ENOMEM. */
int marker_judge(arena *mem, const marker_models *models, const text *t, const hence_lexicon *lexicon,
                 uint32_t sentence, candidate_list *list, hence_error *err);
#endif
