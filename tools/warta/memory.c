/* A cold ICU 72 crashes, hangs or gives an empty result where one of its first allocations fails.
 * So it never sees one fail: the program ends there and then, as wherever else memory runs out
 * (71). */
#include "memory.h"

#include "buffer.h"

#include <unicode/uclean.h>

#include <stdlib.h>

static void *allocate(const void *context, size_t size) {
  (void)context;
  void *fresh = malloc(size == 0 ? 1 : size);
  if (fresh == NULL) {
    memory_fail();
  }
  return fresh;
}

static void *reallocate(const void *context, void *old, size_t size) {
  (void)context;
  return memory_resize(old, size, 1);
}

static void release(const void *context, void *block) {
  (void)context;
  free(block);
}

void memory_prepare(void) {
  UErrorCode status = U_ZERO_ERROR;
  u_setMemoryFunctions(NULL, allocate, reallocate, release, &status);
  if (U_FAILURE(status)) {
    memory_fail();
  }
}
