/* train_markers: a logistic regression over hashed features, by liblinear. */
#ifndef HENCE_TOOLS_TRAIN_MARKERS_H
#define HENCE_TOOLS_TRAIN_MARKERS_H
#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

typedef struct {
    uint32_t *hashes; /* of all instances, one after another */
    size_t count, room;
    size_t *starts;
    signed char *labels;
    size_t instances, instance_room;
} training_set;

void training_add(training_set *s, const uint32_t *hashes, unsigned count, bool label);
void training_free(training_set *s);
/* L2-regularised, with cost `c`; features that stand in fewer than `least` instances are left out. `out` gets the file (marker/weights.h). */
void training_run(const training_set *s, double c, unsigned least, buf *out);

/* Ends the program with a message. */
void die(const char *what, const char *why);
/* `p`, unless memory has ended. */
void *check(void *p);
#endif
