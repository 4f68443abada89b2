#include "output.h"

#include "detail.h"
#include "exits.h"
#include "message.h"
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

enum { COLUMNS_MOST = 80, COLUMNS_LEAST = 40, BUFFER_SIZE = 1 << 16 };

struct output {
  int fd;
  const char *name; /* for messages */
  char *target; /* NULL: nothing to rename */
  char *temporary;
  bool is_terminal;
  bool flush_results;
  bool is_memory;
  buffer kept; /* of one in memory */
  size_t len;
  char bytes[BUFFER_SIZE];
};

/* For the signal handler, which gets nothing else: the temporary file to take away. */
static const char *volatile pending;

static void take_pending_away(void) {
  const char *path = pending;
  if (path != NULL) {
    unlink(path);
    pending = NULL;
  }
}

void output_exit(int code) {
  static pthread_mutex_t ending = PTHREAD_MUTEX_INITIALIZER; /* never unlocked */
  pthread_mutex_lock(&ending);
  message_write_diverted();
  take_pending_away();
  exit(code);
}

static void on_signal(int signal_number) {
  take_pending_away();
  _exit(signal_number == SIGINT ? EXIT_INTERRUPTED : 128 + signal_number);
}

static void set_handler(int signal_number, void (*handler)(int)) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

/* A background job started with `nohup` or `&` ignores some signals; that is left so. */
static void set_handler_unless_ignored(int signal_number) {
  struct sigaction old;
  if (sigaction(signal_number, NULL, &old) == 0 && old.sa_handler != SIG_IGN) {
    set_handler(signal_number, on_signal);
  }
}

void output_prepare_process(void) {
  /* Opened the wrong way round, so that reading and writing fail as on a closed descriptor. */
  static const int modes[3] = {O_WRONLY, O_RDONLY, O_WRONLY};
  for (int fd = 0; fd < 3; fd++) {
    if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/dev/null", modes[fd]) < 0) {
      _exit(EXIT_READ_WRITE);
    }
  }
  set_handler(SIGPIPE, SIG_DFL);
  set_handler(SIGXFSZ, SIG_IGN);
  set_handler_unless_ignored(SIGINT);
  set_handler_unless_ignored(SIGTERM);
  set_handler_unless_ignored(SIGHUP);
}

_Noreturn static void cannot_create(const char *path) {
  const int error = errno;
  message_error(path, MESSAGE_NO_PLACE, MSG_CANNOT_CREATE, detail_errno(error), NULL);
  output_exit(EXIT_CANNOT_CREATE);
}

/* The mode that open(2) would have given; a file that is replaced keeps its own. */
static mode_t wanted_mode(const struct stat *old) {
  if (old != NULL) {
    return old->st_mode & 0777;
  }
  const mode_t mask = umask(0);
  umask(mask);
  return 0666 & ~mask;
}

/* "dir/name" -> "dir/.name.XXXXXX": on the same disk, so that the rename is one step. */
static char *temporary_name(const char *target) {
  const char *slash = strrchr(target, '/');
  const size_t folder = slash == NULL ? 0 : (size_t)(slash - target) + 1;
  buffer name = {NULL, 0, 0};
  buffer_add(&name, target, folder);
  buffer_add_char(&name, '.');
  buffer_add_text(&name, target + folder);
  buffer_add(&name, ".XXXXXX", sizeof ".XXXXXX");
  return name.data;
}

/* A signal waits until the handler knows the file that is there from mkstemp on. */
static void create_temporary(output *o) {
  sigset_t before;
  signals_hold(&before);
  o->fd = mkstemp(o->temporary);
  if (o->fd >= 0) {
    pending = o->temporary;
  }
  signals_release(&before);
}

static void open_temporary(output *o, const char *path, const struct stat *old) {
  o->target = realpath(path, NULL); /* through a link to the file it names */
  if (o->target == NULL) {
    o->target = memory_copy(path, strlen(path));
  }
  o->temporary = temporary_name(o->target);
  create_temporary(o);
  if (o->fd < 0 || fchmod(o->fd, wanted_mode(old)) != 0) {
    cannot_create(path);
  }
}

static void open_file(output *o, const char *path) {
  struct stat old;
  const bool exists = stat(path, &old) == 0;
  if (!exists || S_ISREG(old.st_mode)) {
    open_temporary(o, path, exists ? &old : NULL);
    return;
  }
  o->fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
  if (o->fd < 0) {
    cannot_create(path);
  }
}

output *output_open(const char *path, bool line_buffered) {
  output *o = memory_new(1, sizeof *o);
  o->fd = STDOUT_FILENO;
  o->name = path == NULL ? "-" : path;
  if (path != NULL && strcmp(path, "-") != 0) {
    open_file(o, path);
  }
  o->is_terminal = isatty(o->fd) == 1;
  o->flush_results = line_buffered || o->is_terminal;
  return o;
}

_Noreturn static void cannot_write(const output *o) {
  const int error = errno;
  if (error == EPIPE) {
    raise(SIGPIPE);
  }
  message_error(o->name, MESSAGE_NO_PLACE, MSG_CANNOT_WRITE, detail_errno(error), NULL);
  output_exit(EXIT_READ_WRITE);
}

static void flush(output *o) {
  if (o->is_memory) {
    buffer_add(&o->kept, o->bytes, o->len);
    o->len = 0;
    return;
  }
  size_t at = 0;
  while (at < o->len) {
    const ssize_t written = write(o->fd, o->bytes + at, o->len - at);
    if (written < 0 && errno != EINTR) {
      cannot_write(o);
    }
    at += written > 0 ? (size_t)written : 0;
  }
  o->len = 0;
}

void output_bytes(output *o, const char *bytes, size_t len) {
  while (len > 0) {
    const size_t room = BUFFER_SIZE - o->len;
    const size_t part = len < room ? len : room;
    memcpy(o->bytes + o->len, bytes, part);
    o->len += part;
    bytes += part;
    len -= part;
    if (o->len == BUFFER_SIZE) {
      flush(o);
    }
  }
}

void output_text(output *o, const char *text) {
  output_bytes(o, text, strlen(text));
}

void output_char(output *o, char c) {
  o->bytes[o->len++] = c;
  if (o->len == BUFFER_SIZE) {
    flush(o);
  }
}

void output_result_end(output *o) {
  if (o->flush_results) {
    flush(o);
  }
}

bool output_flushes_results(const output *o) {
  return o->flush_results;
}

bool output_is_terminal(const output *o) {
  return o->is_terminal;
}

unsigned output_columns(const output *o) {
  struct winsize size;
  if (!o->is_terminal || ioctl(o->fd, TIOCGWINSZ, &size) != 0 || size.ws_col >= COLUMNS_MOST ||
      size.ws_col == 0) {
    return COLUMNS_MOST;
  }
  return size.ws_col < COLUMNS_LEAST ? COLUMNS_LEAST : size.ws_col;
}

output *output_open_memory(void) {
  output *o = memory_new(1, sizeof *o);
  o->fd = -1;
  o->is_memory = true;
  return o;
}

void output_move(output *o, buffer *to) {
  buffer_add(to, o->kept.data, o->kept.len);
  buffer_add(to, o->bytes, o->len);
  buffer_clear(&o->kept);
  o->len = 0;
}

void output_free(output *o) {
  free(o->target);
  free(o->temporary);
  buffer_free(&o->kept);
  free(o);
}

/* The folder too: else a crash could lose the new name. Not every file system can; that is no
 * failure of ours. The name is cut to that of its folder: the file is there already, and an
 * allocation that fails now would say that it is not. */
static void sync_folder(char *target) {
  char *slash = strrchr(target, '/');
  if (slash != NULL) {
    slash[slash == target ? 1 : 0] = '\0';
  }
  const int fd = open(slash == NULL ? "." : target, O_RDONLY | O_CLOEXEC | O_DIRECTORY);
  if (fd >= 0) {
    (void)fsync(fd);
    (void)close(fd);
  }
}

void output_close(output *o) {
  flush(o);
  if (o->temporary != NULL && fsync(o->fd) != 0 && errno != EINVAL) {
    cannot_write(o);
  }
  if (close(o->fd) != 0 && errno != EINTR) {
    cannot_write(o);
  }
  if (o->temporary != NULL) {
    if (rename(o->temporary, o->target) != 0) {
      cannot_create(o->name);
    }
    pending = NULL;
    sync_folder(o->target);
  }
  output_free(o);
}

void output_discard(output *o) {
  if (o->temporary == NULL) {
    output_close(o);
    return;
  }
  (void)close(o->fd);
  take_pending_away();
  output_free(o);
}
