/* malloc, calloc, realloc and posix_memalign that fail when told: the n-th call once, or from then
 * on. Linked into a test it serves the libraries below as well; preloaded (LD_PRELOAD) it is told
 * by the environment: OOM_AT, OOM_STICKY, and OOM_REPORT, a file for the number of calls. glibc
 * only. */
#include "failing_malloc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

/* The libraries below must find these instead of their own. */
#define SEEN __attribute__((visibility("default")))

static struct {
  atomic_ulong calls; /* of all threads */
  unsigned long fail_at; /* 0: never */
  bool is_sticky;
  atomic_long live;
} state;

void failing_malloc_arm(unsigned long fail_at, int is_sticky) {
  state.calls = 0;
  state.fail_at = fail_at;
  state.is_sticky = is_sticky != 0;
}

unsigned long failing_malloc_calls(void) {
  return state.calls;
}

long failing_malloc_live(void) {
  return state.live;
}

static bool must_fail(void) {
  const unsigned long call = ++state.calls;
  if (state.fail_at == 0 || call < state.fail_at) {
    return false;
  }
  if (call == state.fail_at || state.is_sticky) {
    errno = ENOMEM;
    return true;
  }
  return false;
}

static void *counted(void *block) {
  state.live += block != NULL;
  return block;
}

SEEN void *malloc(size_t size) {
  return must_fail() ? NULL : counted(__libc_malloc(size));
}

SEEN void *calloc(size_t count, size_t size) {
  return must_fail() ? NULL : counted(__libc_calloc(count, size));
}

SEEN void *realloc(void *block, size_t size) {
  if (must_fail()) {
    return NULL;
  }
  void *fresh = __libc_realloc(block, size);
  state.live += block == NULL && fresh != NULL;
  state.live -= block != NULL && fresh == NULL && size == 0;
  return fresh;
}

SEEN void *aligned_alloc(size_t alignment, size_t size) {
  return must_fail() ? NULL : counted(__libc_memalign(alignment, size));
}

SEEN int posix_memalign(void **out, size_t alignment, size_t size) {
  void *block = must_fail() ? NULL : counted(__libc_memalign(alignment, size));
  if (block == NULL) {
    return ENOMEM;
  }
  *out = block;
  return 0;
}

SEEN void free(void *block) {
  state.live -= block != NULL;
  __libc_free(block);
}

#ifdef OOM_PRELOAD
static unsigned long number_of(const char *name) {
  unsigned long number = 0;
  const char *text = getenv(name);
  for (; text != NULL && *text >= '0' && *text <= '9'; text++) {
    number = number * 10 + (unsigned long)(*text - '0');
  }
  return number;
}

__attribute__((constructor)) static void begin(void) {
  failing_malloc_arm(number_of("OOM_AT"), number_of("OOM_STICKY") != 0);
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("OOM_REPORT");
  char digits[24];
  size_t at = sizeof digits;
  if (path == NULL) {
    return;
  }
  for (unsigned long rest = state.calls; rest > 0; rest /= 10) {
    digits[--at] = (char)('0' + rest % 10);
  }
  const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
  if (fd >= 0) {
    (void)!write(fd, digits + at, sizeof digits - at);
    (void)close(fd);
  }
}
#endif
