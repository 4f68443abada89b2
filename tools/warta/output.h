/* Where results go: standard output, or a file that appears only when it is whole.
 *
 * Every write and the close are checked; a failure is told and ends the program (74). */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "buffer.h"

#include <stdbool.h>
#include <stddef.h>

typedef struct output output;

/* path NULL: standard output. Else a temporary file beside it, or the file itself if it is not a
 * regular one (a device, a pipe). Ends the program (73) if that cannot be created. */
output *output_open(const char *path, bool line_buffered);

void output_bytes(output *o, const char *bytes, size_t len);
void output_text(output *o, const char *text);
void output_char(output *o, char c);

/* A result is whole: written out at once if line-buffered or on a terminal. */
void output_result_end(output *o);

bool output_flushes_results(const output *o); /* whether it does */

bool output_is_terminal(const output *o);

/* Columns of the terminal, at most 80; 80 for a pipe or file. */
unsigned output_columns(const output *o);

/* Writes the rest, closes, and gives a file its name. */
void output_close(output *o);

/* The file keeps what it held before. */
void output_discard(output *o);

/* One that keeps what is written, until output_move adds it to `to`. */
output *output_open_memory(void);
void output_move(output *o, buffer *to);
void output_free(output *o);

/* Takes the temporary file away and ends the program. Of several threads the first ends it. */
_Noreturn void output_exit(int code);

/* SIGINT, SIGTERM and SIGHUP take the temporary file away; a closed pipe ends the program quietly;
 * a file size limit is an error of the write. Standard streams that are closed stay unusable
 * instead of being taken by the next file opened. */
void output_prepare_process(void);

#endif
