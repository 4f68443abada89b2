#include "buf.h"

#include <string.h>

#include "mem.h"

enum { BUF_FIRST_BYTES = 64 };

wi_buf wi_buf_make(size_t max) {
  return (wi_buf){NULL, 0, 0, max};
}

bool wi_buf_reserve(wi_buf *buf, size_t more) {
  size_t needed = 0;
  if (!wi_mem_add(buf->len, more, &needed) || needed > buf->max) {
    return false;
  }
  if (needed <= buf->capacity) {
    return true;
  }
  size_t wanted = buf->capacity == 0 ? BUF_FIRST_BYTES : buf->capacity;
  while (wanted < needed) {
    if (!wi_mem_multiply(wanted, 2, &wanted)) {
      return false;
    }
  }
  char *ptr = wi_mem_resize(buf->ptr, wanted, 1);
  if (ptr == NULL) {
    return false;
  }
  buf->ptr = ptr;
  buf->capacity = wanted;
  return true;
}

bool wi_buf_append(wi_buf *buf, wi_str text) {
  if (!wi_buf_reserve(buf, text.len)) {
    return false;
  }
  if (text.len > 0) {
    memcpy(buf->ptr + buf->len, text.ptr, text.len);
  }
  buf->len += text.len;
  return true;
}

bool wi_buf_push(wi_buf *buf, char byte) {
  return wi_buf_append(buf, (wi_str){&byte, 1});
}

wi_str wi_buf_str(const wi_buf *buf) {
  return (wi_str){buf->ptr, buf->len};
}

void wi_buf_clear(wi_buf *buf) {
  buf->len = 0;
}

void wi_buf_free(wi_buf *buf) {
  wi_mem_free(buf->ptr);
  buf->ptr = NULL;
  buf->len = 0;
  buf->capacity = 0;
}
