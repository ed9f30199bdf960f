/* frame: where the two arguments of a closed-class marker stand (lexicons/README.md, "Frames of connectives"). */
#ifndef HENCE_CLAUSE_FRAME_H
#define HENCE_CLAUSE_FRAME_H
#include "clause/argument.h"

/* Arg2 is the argument that the marker belongs to, Arg1 the other one. */
typedef struct {
    phrase arg1, arg2;
    uint32_t noun; /* the head of the noun phrase behind a preposition, else NONE */
    bool before;   /* Arg1 is the sentence before */
} frame_arguments;

/* The arguments of one marker whose entry has the frame of a connective; an empty phrase where one was not found. */
frame_arguments frame_find(const analysis *a, const marker *m);
#endif
