#include "source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "mem.h"

enum { SOURCE_PIECE = 1 << 16, SOURCE_MAX = 1 << 30 };

bool source_fail(const char *path, size_t line, const char *what) {
  if (line > 0) {
    fprintf(stderr, "dictc: %s:%zu: %s\n", path, line, what);
  } else {
    fprintf(stderr, "dictc: %s: %s\n", path, what);
  }
  return false;
}

static bool fail_to_open(const char *path, const char *hint) {
  const char *why = errno == ENOENT ? "no such file" : strerror(errno);
  if (hint == NULL) {
    fprintf(stderr, "dictc: %s: %s\n", path, why);
  } else {
    fprintf(stderr, "dictc: %s: %s (%s)\n", path, why, hint);
  }
  return false;
}

bool source_read(source *out, const char *path, const char *hint) {
  *out = (source){.path = path};
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    return fail_to_open(path, hint);
  }
  wi_buf buf = wi_buf_make(SOURCE_MAX);
  bool ok = true;
  size_t got = 1;
  while (ok && got > 0) {
    ok = wi_buf_reserve(&buf, SOURCE_PIECE);
    got = ok ? fread(buf.ptr + buf.len, 1, SOURCE_PIECE, file) : 0;
    buf.len += got;
  }
  const bool failed = ferror(file) != 0;
  (void)fclose(file);
  if (!ok || failed) {
    wi_buf_free(&buf);
    return source_fail(path, 0, ok ? "read error" : "too large, or no memory");
  }
  out->bytes = buf.ptr;
  out->len = buf.len;
  return true;
}

void source_free(source *s) {
  wi_mem_free(s->bytes);
  *s = (source){0};
}

wi_str source_text(const source *s) {
  return (wi_str){s->bytes, s->len};
}
