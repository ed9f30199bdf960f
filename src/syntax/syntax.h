/* syntax: tokens -> part of speech, head and relation, and where clause units begin.
 *
 * A greedy averaged-perceptron tagger, a greedy arc-hybrid dependency parser (Goldberg and Nivre 2013), and a linear boundary classifier. The models are
 * built in, read-only, and shared by threads. Relations and tags are those of Universal Dependencies 2 and the Penn Treebank. */
#ifndef HENCE_SYNTAX_SYNTAX_H
#define HENCE_SYNTAX_SYNTAX_H
#include "syntax/tags.h"
#include "text/text.h"

typedef struct syntax_models syntax_models;

/* The built-in models: checked once, then constant; NULL with HENCE_EMODEL where they are damaged. */
const syntax_models *syntax_models_builtin(hence_error *err);

/* Fills upos, xpos, relation, head and unit of every token, sentence by sentence. Linear; sentences longer than 400 tokens are
 * parsed in windows of that many, so that work a token is bounded. 0, or -1: HENCE_ENOMEM. */
int syntax_analyse(const syntax_models *models, text *t, hence_error *err);
#endif
