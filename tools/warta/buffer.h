/* Growable bytes, and memory that is there or ends the program (71). */
#ifndef BUFFER_H
#define BUFFER_H

#include <stddef.h>

/* What ends the program where memory runs out, and does not return. Without it: abort(). */
void memory_ends_with(void (*end)(void));

/* Never return NULL: without memory the program ends. */
void *memory_new(size_t count, size_t size); /* zeroed */
void *memory_resize(void *old, size_t count, size_t size);
char *memory_copy(const char *bytes, size_t len); /* with a NUL behind it */
_Noreturn void memory_fail(void);

typedef struct buffer {
  char *data; /* NULL while nothing was added */
  size_t len;
  size_t capacity;
} buffer;

void buffer_reserve(buffer *b, size_t more);
void buffer_add(buffer *b, const char *bytes, size_t len);
void buffer_add_text(buffer *b, const char *text);
void buffer_add_char(buffer *b, char c);
void buffer_clear(buffer *b);
void buffer_free(buffer *b);

#endif
