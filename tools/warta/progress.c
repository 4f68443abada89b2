#include "progress.h"

#include "buffer.h"
#include "message.h"
#include "number.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Seconds before the first line, and between lines on a terminal and elsewhere. */
static const double FIRST = 1;
static const double BETWEEN = 0.2;
static const double BETWEEN_ELSEWHERE = 10;

struct progress {
  double begin;
  double next; /* when a line is due */
  size_t articles;
  double bytes;
  double all_bytes; /* 0: not known */
  bool is_terminal;
};

static double now(void) {
  struct timespec t;
  return clock_gettime(CLOCK_MONOTONIC, &t) == 0 ? (double)t.tv_sec + (double)t.tv_nsec * 1e-9 : 0;
}

/* 0 if one is no regular file: standard input and folders do not tell. */
static double bytes_of(char *const *paths, size_t count) {
  double sum = 0;
  for (size_t i = 0; i < count; i++) {
    struct stat info;
    if (stat(paths[i], &info) != 0 || !S_ISREG(info.st_mode)) {
      return 0;
    }
    sum += (double)info.st_size;
  }
  return sum;
}

progress *progress_open(const settings *s, const output *out, char *const *paths, size_t count) {
  const bool is_terminal = isatty(STDERR_FILENO) == 1;
  const bool is_told = is_terminal && s->quiet == 0 && (out == NULL || !output_is_terminal(out));
  if (s->progress == 0 && !is_told) {
    return NULL;
  }
  progress *p = memory_new(1, sizeof *p);
  p->begin = now();
  p->next = p->begin + FIRST;
  p->all_bytes = bytes_of(paths, count);
  p->is_terminal = is_terminal;
  return p;
}

static void add_number(buffer *line, double value, unsigned digits) {
  char text[NUMBER_SIZE];
  number_write(text, value, digits, message_language() == LANGUAGE_INDONESIAN ? ',' : '.');
  buffer_add_text(line, text);
}

/* M:SS */
static void add_time(buffer *line, double seconds) {
  char text[NUMBER_SIZE];
  const size_t whole = seconds < 359999 ? (size_t)seconds : 359999;
  number_write_count(text, whole / 60);
  buffer_add_text(line, text);
  const char rest[] = {':', (char)('0' + whole % 60 / 10), (char)('0' + whole % 10), '\0'};
  buffer_add_text(line, rest);
}

static void write_line(const progress *p, double passed) {
  buffer line = {NULL, 0, 0};
  char digits[NUMBER_SIZE];
  number_write_count(digits, p->articles);
  buffer_add_text(&line, digits);
  buffer_add_char(&line, ' ');
  buffer_add_text(&line, message_counted(MSG_WORD_ARTICLES, p->articles));
  buffer_add_text(&line, ", ");
  add_number(&line, p->bytes / 1e6 / passed, 1);
  buffer_add_text(&line, message_text(MSG_WORD_MB_A_SECOND));
  if (p->all_bytes > p->bytes && p->bytes > 0) {
    buffer_add_text(&line, ", ");
    add_time(&line, passed * (p->all_bytes / p->bytes - 1));
    buffer_add_char(&line, ' ');
    buffer_add_text(&line, message_text(MSG_WORD_LEFT));
  }
  message_progress(line.data, line.len, p->is_terminal);
  buffer_free(&line);
}

void progress_add(progress *p, size_t bytes_read) {
  if (p == NULL) {
    return;
  }
  p->articles++;
  p->bytes = (double)bytes_read;
  const double time = now();
  if (time >= p->next) {
    p->next = time + (p->is_terminal ? BETWEEN : BETWEEN_ELSEWHERE);
    write_line(p, time - p->begin);
  }
}

void progress_close(progress *p) {
  if (p != NULL) {
    message_progress(NULL, 0, p->is_terminal);
  }
  free(p);
}
