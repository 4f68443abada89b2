/* Growable bytes with a declared maximum. */
#ifndef WI_BUF_H
#define WI_BUF_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

typedef struct wi_buf {
  char *ptr;
  size_t len;
  size_t capacity;
  size_t max;
} wi_buf;

/* No memory is taken until the first byte. */
wi_buf wi_buf_make(size_t max);
/* Room for `more` bytes behind len; false, and nothing changed, without memory or over the max. */
bool wi_buf_reserve(wi_buf *buf, size_t more);
bool wi_buf_append(wi_buf *buf, wi_str text);
bool wi_buf_push(wi_buf *buf, char byte);
wi_str wi_buf_str(const wi_buf *buf);
void wi_buf_clear(wi_buf *buf);
void wi_buf_free(wi_buf *buf);

#endif
