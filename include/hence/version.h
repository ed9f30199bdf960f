/* hence version: made by configure. */
#ifndef HENCE_VERSION_H
#define HENCE_VERSION_H
#define HENCE_VERSION "0.1.0"
#endif
