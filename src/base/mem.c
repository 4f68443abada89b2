#include "mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool wi_mem_add(size_t a, size_t b, size_t *out) {
  if (a > SIZE_MAX - b) {
    return false;
  }
  *out = a + b;
  return true;
}

bool wi_mem_multiply(size_t a, size_t b, size_t *out) {
  if (b != 0 && a > SIZE_MAX / b) {
    return false;
  }
  *out = a * b;
  return true;
}

void *wi_mem_new(size_t count, size_t size) {
  size_t total = 0;
  if (!wi_mem_multiply(count, size, &total)) {
    return NULL;
  }
  return calloc(total == 0 ? 1 : total, 1);
}

void *wi_mem_resize(void *block, size_t count, size_t size) {
  size_t total = 0;
  if (!wi_mem_multiply(count, size, &total)) {
    return NULL;
  }
  return realloc(block, total == 0 ? 1 : total);
}

void wi_mem_free(void *block) {
  free(block);
}

/* `array` is the address of some T *; memcpy moves the pointer without knowing T. */
static bool resize_array(void *array, size_t *capacity, size_t wanted, size_t size) {
  void *block = NULL;
  memcpy(&block, array, sizeof block);
  block = wi_mem_resize(block, wanted, size);
  if (block == NULL) {
    return false;
  }
  memcpy(array, &block, sizeof block);
  *capacity = wanted;
  return true;
}

bool wi_mem_grow(void *array, size_t *capacity, size_t count, size_t size) {
  size_t wanted = 0;
  return count < *capacity || (wi_mem_multiply(*capacity == 0 ? 8 : *capacity, 2, &wanted) &&
                               resize_array(array, capacity, wanted, size));
}

bool wi_mem_reserve(void *array, size_t *capacity, size_t wanted, size_t size) {
  size_t twice = 0;
  if (wanted <= *capacity) {
    return true;
  }
  if (!wi_mem_multiply(*capacity, 2, &twice)) {
    return false;
  }
  return resize_array(array, capacity, wanted > twice ? wanted : twice, size);
}
