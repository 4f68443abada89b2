#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static void (*end_program)(void);

void memory_ends_with(void (*end)(void)) {
  end_program = end;
}

void memory_fail(void) {
  if (end_program != NULL) {
    end_program();
  }
  abort();
}

void *memory_new(size_t count, size_t size) {
  void *fresh = calloc(count == 0 ? 1 : count, size);
  if (fresh == NULL) {
    memory_fail();
  }
  return fresh;
}

void *memory_resize(void *old, size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) {
    memory_fail();
  }
  void *fresh = realloc(old, count * size == 0 ? 1 : count * size);
  if (fresh == NULL) {
    memory_fail();
  }
  return fresh;
}

char *memory_copy(const char *bytes, size_t len) {
  char *copy = memory_new(len + 1, 1);
  if (len > 0) {
    memcpy(copy, bytes, len);
  }
  return copy;
}

void buffer_reserve(buffer *b, size_t more) {
  if (more > SIZE_MAX / 2 - b->len) {
    memory_fail();
  }
  const size_t wanted = b->len + more;
  if (wanted <= b->capacity) {
    return;
  }
  size_t capacity = b->capacity < 256 ? 256 : b->capacity;
  while (capacity < wanted) {
    capacity += capacity / 2;
  }
  b->data = memory_resize(b->data, capacity, 1);
  b->capacity = capacity;
}

void buffer_add(buffer *b, const char *bytes, size_t len) {
  if (len == 0) {
    return;
  }
  buffer_reserve(b, len);
  memcpy(b->data + b->len, bytes, len);
  b->len += len;
}

void buffer_add_text(buffer *b, const char *text) {
  buffer_add(b, text, strlen(text));
}

void buffer_add_char(buffer *b, char c) {
  buffer_add(b, &c, 1);
}

void buffer_clear(buffer *b) {
  b->len = 0;
}

void buffer_free(buffer *b) {
  free(b->data);
  *b = (buffer){NULL, 0, 0};
}
