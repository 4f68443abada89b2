/* Counts what went well and what did not, and says what exit code that makes. */
#ifndef TALLY_H
#define TALLY_H

#include <stdbool.h>
#include <stddef.h>

typedef struct tally {
  size_t good;
  size_t bad;
  int first_code; /* of the first bad record */
  bool strict; /* the first bad one ends the run */
  size_t max_errors; /* so many end the run; 0: none */
  bool stopped;
  void (*bad_fn)(void *payload, int code); /* told instead of counting, if not NULL */
  void *payload;
} tally;

void tally_good(tally *t);

/* Tells (by `stopped`) whether the run must end. */
void tally_bad(tally *t, int code);

/* 0; 2 if some failed; the first failure's own code if nothing went well or the run was stopped. */
int tally_exit_code(const tally *t);

#endif
