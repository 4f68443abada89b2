/* The rows of the one option table. */
#ifndef OPTION_TABLE_H
#define OPTION_TABLE_H

#include "options.h"

#include <stddef.h>

typedef enum option_kind {
  KIND_FLAG,
  KIND_NAME, /* any text */
  KIND_ENCODING, /* "auto", or a name that iconv knows */
  KIND_COUNT,
  KIND_REAL,
  KIND_CHOICE
} option_kind;

typedef struct option {
  const char *name;
  char letter; /* 0: none */
  option_kind kind;
  size_t place; /* in settings */
  const char *argument; /* as help shows it; for a choice its names, between bars */
  double least;
  double most;
  const char *help[2];
} option;

extern const option option_table[OPTION_COUNT];

#endif
