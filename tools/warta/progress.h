/* How far a long run has come: articles, MB a second, time left, on one line of standard error.
 *
 * Only for a person who waits: after the first second, and on a terminal unless --progress asks for
 * it elsewhere, where a line follows every ten seconds. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include "options.h"
#include "output.h"

#include <stddef.h>

typedef struct progress progress;

/* NULL, for which the others do nothing, if nobody wants to see it: results on the terminal are
 * progress enough. The paths tell how much is to come, if all are files. */
progress *progress_open(const settings *s, const output *out, char *const *paths, size_t count);
/* One article more; so many bytes of input were read by now. */
void progress_add(progress *p, size_t bytes_read);
void progress_close(progress *p); /* takes the line away */

#endif
