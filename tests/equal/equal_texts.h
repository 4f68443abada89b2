/* Texts that try the fast path at its seams, from a seeded generator. */
#ifndef EQUAL_TEXTS_H
#define EQUAL_TEXTS_H

#include <stddef.h>
#include <stdint.h>

enum { TEXT_MAX = 8192 };

typedef struct texts {
  uint64_t state;
  const char *words; /* of the files given: pieces of it are taken */
  size_t words_len;
} texts;

/* Writes a text of at most TEXT_MAX bytes and returns its length. */
size_t texts_next(texts *from, char *out);

#endif
