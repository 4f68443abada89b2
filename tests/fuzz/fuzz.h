/* What the fuzz targets share. A target breaks by abort: MUST states what holds for any bytes. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* libFuzzer's entry; each target defines it. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len);

#define MUST(condition)                                                                            \
  do {                                                                                             \
    if (!(condition)) {                                                                            \
      (void)fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                \
      abort();                                                                                     \
    }                                                                                              \
  } while (0)

/* The first bytes of an input choose the options; what is left is the text. */
static inline unsigned fuzz_take(const uint8_t **data, size_t *len) {
  if (*len == 0) {
    return 0;
  }
  (*len)--;
  return *(*data)++;
}

#endif
