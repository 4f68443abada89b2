/* Input files of the compiler, read whole, and its messages. */
#ifndef DICTC_SOURCE_H
#define DICTC_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

typedef struct source {
  const char *path;
  char *bytes;
  size_t len;
} source;

/* Reads the file; hint (or NULL) says in the message what to do if it is missing. */
bool source_read(source *out, const char *path, const char *hint);
void source_free(source *s);
wi_str source_text(const source *s);

/* "dictc: path:line: what", line 0 left out; returns false. */
bool source_fail(const char *path, size_t line, const char *what);

#endif
