/* What the library is asked for while memory runs out. */
#ifndef SCENARIOS_H
#define SCENARIOS_H

#include <stddef.h>

#include <warta/warta.h>

enum { RESULT_SIZE = 1 << 16 };

/* What a scenario found out, as text, so that two runs can be compared. */
typedef struct result {
  size_t len;
  char bytes[RESULT_SIZE];
} result;

/* Frees all that it opened, also when it fails. */
typedef warta_status (*scenario_fn)(result *r, const warta_analyzer *analyzer,
                                    warta_session *session);

typedef struct scenario {
  const char *name;
  scenario_fn run;
  int opens; /* opens break iterators of its own */
} scenario;

extern const scenario scenario_table[];
extern const size_t scenario_count;

#endif
