#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include <warta/token.h>

enum { CHUNK = 1 << 16, START = 4096 };

int reader_open(reader *r, const char *path) {
  *r = (reader){.fd = STDIN_FILENO};
  if (strcmp(path, "-") == 0) {
    return 0;
  }
  do {
    r->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  } while (r->fd < 0 && errno == EINTR);
  return r->fd < 0 ? errno : 0;
}

void reader_close(reader *r) {
  if (r->fd > STDIN_FILENO) {
    (void)close(r->fd); /* only read from: nothing can be lost */
  }
  buffer_free(&r->bytes);
  r->fd = -1;
}

static bool may_wait(int fd) {
  struct pollfd asked = {.fd = fd, .events = POLLIN};
  return poll(&asked, 1, 0) == 0;
}

/* Reads once; false at the end, after an error, or over the limit. */
static bool read_more(reader *r) {
  if (r->at_end || r->error != 0 || r->too_long) {
    return false;
  }
  if (r->wait_fn != NULL && may_wait(r->fd)) {
    r->wait_fn(r->payload);
  }
  buffer_reserve(&r->bytes, CHUNK);
  ssize_t got;
  do {
    got = read(r->fd, r->bytes.data + r->bytes.len, CHUNK);
  } while (got < 0 && errno == EINTR);
  if (got < 0) {
    r->error = errno;
    return false;
  }
  r->at_end = got == 0;
  r->bytes.len += (size_t)got;
  r->total += (size_t)got;
  r->too_long = r->bytes.len - r->at > WARTA_TEXT_MAX;
  return got > 0 && !r->too_long;
}

bool reader_fill_start(reader *r) {
  /* A pipe may give a line at a time; one line is enough to decide by, and must not wait. */
  while (r->bytes.len < START &&
         (r->bytes.len == 0 || memchr(r->bytes.data, '\n', r->bytes.len) == NULL) && read_more(r)) {
  }
  return r->error == 0 && !r->too_long;
}

bool reader_fill_all(reader *r) {
  while (read_more(r)) {
  }
  return r->error == 0 && !r->too_long;
}

/* What was read before is no longer needed. */
static void drop_consumed(reader *r) {
  if (r->at > 0) {
    memmove(r->bytes.data, r->bytes.data + r->at, r->bytes.len - r->at);
    r->bytes.len -= r->at;
    r->at = 0;
  }
}

bool reader_next_line(reader *r, warta_text *out) {
  size_t scanned = r->at;
  for (;;) {
    const char *start = r->bytes.data + r->at;
    const char *feed = NULL;
    if (scanned < r->bytes.len) {
      feed = memchr(r->bytes.data + scanned, '\n', r->bytes.len - scanned);
    }
    if (feed != NULL) {
      *out = (warta_text){start, (size_t)(feed - start)};
      r->at += out->len + 1;
      return true;
    }
    scanned = r->bytes.len - r->at;
    drop_consumed(r);
    if (!read_more(r)) {
      break;
    }
  }
  if (r->error != 0 || r->too_long || r->bytes.len == 0) {
    return false;
  }
  *out = (warta_text){r->bytes.data, r->bytes.len};
  r->at = r->bytes.len;
  return true;
}
