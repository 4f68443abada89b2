/* Bytes of one open file: whole, or line by line, with a limit and no size known before. */
#ifndef READER_H
#define READER_H

#include "buffer.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/analyzer.h>

typedef struct reader {
  int fd;
  buffer bytes;
  size_t at; /* read by lines up to here */
  bool at_end;
  size_t total; /* bytes read so far */
  int error; /* errno of a failed read; else 0 */
  bool too_long; /* over the limit */
  void (*wait_fn)(void *payload); /* called before a read that may wait, if not NULL */
  void *payload;
} reader;

/* Opens "-" (standard input) or a path. Returns 0, or errno. */
int reader_open(reader *r, const char *path);
void reader_close(reader *r);

/* Bytes to decide by what this is; fewer only at the end. */
bool reader_fill_start(reader *r);
bool reader_fill_all(reader *r);

/* The next line without its line feed, borrowed until the next call; false at the end or after an
 * error. */
bool reader_next_line(reader *r, warta_text *out);

#endif
