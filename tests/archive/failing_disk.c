/* Preloaded: the n-th call of one kind on an archive's files fails once. FAIL_CALL names the kind,
 * FAIL_AT the number, FAIL_ERRNO the error; "short" writes half of what was asked for. With
 * FAIL_COUNT the calls are only counted and written to that file at the end. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

#define SHOWN __attribute__((visibility("default")))

static long calls;

/* Counts a call of the kind; true if it is the one that is to fail. */
static int is_due(const char *kind) {
  const char *wanted = getenv("FAIL_CALL");
  const char *at = getenv("FAIL_AT");
  if (wanted == NULL || strcmp(wanted, kind) != 0) {
    return 0;
  }
  calls++;
  if (at == NULL || calls != strtol(at, NULL, 10)) {
    return 0;
  }
  const char *error = getenv("FAIL_ERRNO");
  errno = error == NULL ? EIO : (int)strtol(error, NULL, 10);
  return 1;
}

static void *real(const char *name) {
  return dlsym(RTLD_NEXT, name);
}

SHOWN ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
  ssize_t (*next)(int, const void *, size_t, off64_t);
  *(void **)&next = real("pwrite64");
  if (!is_due("write")) {
    return next(fd, bytes, count, offset);
  }
  if (getenv("FAIL_SHORT") != NULL) {
    (void)!next(fd, bytes, count / 2, offset);
    errno = ENOSPC;
  }
  return -1;
}

SHOWN ssize_t pread64(int fd, void *bytes, size_t count, off64_t offset) {
  ssize_t (*next)(int, void *, size_t, off64_t);
  *(void **)&next = real("pread64");
  return is_due("read") ? -1 : next(fd, bytes, count, offset);
}

SHOWN int fdatasync(int fd) {
  int (*next)(int);
  *(void **)&next = real("fdatasync");
  return is_due("sync") ? -1 : next(fd);
}

SHOWN int fsync(int fd) {
  int (*next)(int);
  *(void **)&next = real("fsync");
  return is_due("sync") ? -1 : next(fd);
}

SHOWN int ftruncate64(int fd, off64_t size) {
  int (*next)(int, off64_t);
  *(void **)&next = real("ftruncate64");
  return is_due("truncate") ? -1 : next(fd, size);
}

SHOWN int open64(const char *path, int flags, ...) {
  int (*next)(const char *, int, ...);
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  *(void **)&next = real("open64");
  if (strstr(path, ".db") != NULL && is_due("open")) {
    return -1;
  }
  return next(path, flags, mode);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAIL_COUNT");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file != NULL) {
    fprintf(file, "%ld\n", calls);
    fclose(file);
  }
}
