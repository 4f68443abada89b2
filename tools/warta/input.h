/* Articles from files, folders and standard input; plain text or JSON lines.
 *
 * A bad file or line is told, counted in the tally, and passed over. */
#ifndef INPUT_H
#define INPUT_H

#include "buffer.h"
#include "options.h"
#include "tally.h"

#include <stdbool.h>
#include <stddef.h>

#include <warta/analyzer.h>

/* Everything is borrowed until the next call. Fields that are not there are {NULL, 0}. */
typedef struct record {
  const char *name; /* the file (":" and the line for JSON lines), for messages */
  warta_text id;
  warta_text title;
  warta_text text;
  warta_text date;
  warta_text source;
} record;

typedef struct input input;

/* paths may be empty: standard input. Folders are read with all below them, in order of bytes;
 * names that begin with a dot, and links to folders, are passed over. */
input *input_open(const settings *s, tally *t, char *const *paths, size_t count);
void input_close(input *in);

/* fn is called whenever reading may have to wait for more: results should not wait with it. */
void input_on_wait(input *in, void (*fn)(void *payload), void *payload);

/* Bytes read so far, of all files together. */
size_t input_bytes(const input *in);

/* False at the end, or when the tally says stop. */
bool input_next(input *in, record *out);

/* The next line without its end; also for lists of words. Reads the only path as lines. */
bool input_next_line(input *in, warta_text *out);

/* Reads a whole file as it is (a list, a table). Returns EXIT_DONE, or the code after a message. */
int input_read_file(buffer *out, const char *path);

#endif
