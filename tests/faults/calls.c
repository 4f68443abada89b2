/* Preloaded: system calls that fail or do only a part of what they were asked. The environment
 * tells which: FAULT_CALL=read|write|open|close|fsync|rename, FAULT_AT=n (from 1; 0: every one),
 * FAULT_ERROR=the number of the error; without FAULT_ERROR reads and writes are real but short (one
 * byte). FAULT_SIGNAL=the number of a signal: the call is made, and the signal comes right behind
 * it. FAULT_REPORT names a file for the number of such calls. glibc only. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

#define SEEN __attribute__((visibility("default")))

static struct {
  const char *call;
  unsigned long at;
  int error;
  int signal;
  unsigned long calls;
} state;

static unsigned long number_of(const char *name) {
  const char *text = getenv(name);
  unsigned long number = 0;
  for (; text != NULL && *text >= '0' && *text <= '9'; text++) {
    number = number * 10 + (unsigned long)(*text - '0');
  }
  return number;
}

__attribute__((constructor)) static void begin(void) {
  const char *call = getenv("FAULT_CALL");
  state.at = number_of("FAULT_AT");
  state.error = (int)number_of("FAULT_ERROR");
  state.signal = (int)number_of("FAULT_SIGNAL");
  state.call = call == NULL ? "" : call;
}

static bool is_due(const char *call) {
  if (state.call == NULL || strcmp(state.call, call) != 0) {
    return false;
  }
  state.calls++;
  return state.at == 0 || state.calls == state.at;
}

static bool fails(const char *call) {
  if (state.signal != 0 || !is_due(call) || state.error == 0) {
    return false;
  }
  errno = state.error;
  return true;
}

/* Behind a call that was made; the answer goes through. */
static int then_signal(const char *call, int answer) {
  if (state.signal != 0 && is_due(call)) {
    (void)raise(state.signal);
  }
  return answer;
}

/* The function behind ours; POSIX says that a function's address fits. */
static void find(void *function, const char *name) {
  void *address = dlsym(RTLD_NEXT, name);
  memcpy(function, &address, sizeof address);
}

SEEN ssize_t read(int fd, void *bytes, size_t len) {
  ssize_t (*next)(int, void *, size_t);
  find(&next, "read");
  const bool is_now = is_due("read");
  if (is_now && state.error != 0) {
    errno = state.error;
    return -1;
  }
  if (is_now && state.signal != 0) {
    (void)raise(state.signal);
  }
  return next(fd, bytes, is_now && len > 1 ? 1 : len);
}

SEEN ssize_t write(int fd, const void *bytes, size_t len) {
  ssize_t (*next)(int, const void *, size_t);
  find(&next, "write");
  /* Messages must come through: they are what is looked at. */
  const bool is_now = fd != STDERR_FILENO && is_due("write");
  if (is_now && state.error != 0) {
    errno = state.error;
    return -1;
  }
  if (is_now && state.signal != 0) {
    (void)raise(state.signal);
  }
  return next(fd, bytes, is_now && len > 1 ? 1 : len);
}

SEEN int open(const char *path, int flags, ...) {
  int (*next)(const char *, int, ...);
  va_list rest;
  find(&next, "open");
  va_start(rest, flags);
  const mode_t mode = (flags & O_CREAT) != 0 ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return fails("open") ? -1 : then_signal("open", next(path, flags, mode));
}

SEEN int mkstemp(char *path) {
  int (*next)(char *);
  find(&next, "mkstemp");
  return fails("mkstemp") ? -1 : then_signal("mkstemp", next(path));
}

SEEN int close(int fd) {
  int (*next)(int);
  find(&next, "close");
  if (fails("close")) {
    const int error = errno;
    (void)next(fd);
    errno = error;
    return -1;
  }
  return then_signal("close", next(fd));
}

SEEN int fsync(int fd) {
  int (*next)(int);
  find(&next, "fsync");
  return fails("fsync") ? -1 : then_signal("fsync", next(fd));
}

SEEN int rename(const char *from, const char *to) {
  int (*next)(const char *, const char *);
  find(&next, "rename");
  return fails("rename") ? -1 : then_signal("rename", next(from, to));
}

SEEN int fchmod(int fd, mode_t mode) {
  int (*next)(int, mode_t);
  find(&next, "fchmod");
  return fails("fchmod") ? -1 : then_signal("fchmod", next(fd, mode));
}

__attribute__((destructor)) static void end(void) {
  const char *path = getenv("FAULT_REPORT");
  FILE *file = path == NULL ? NULL : fopen(path, "w");
  if (file != NULL) {
    (void)fprintf(file, "%lu", state.calls);
    (void)fclose(file);
  }
}
