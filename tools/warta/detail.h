/* What the library says in detail, and why the system failed, in the language in use. The library
 * speaks English, as its callers' programmers do; what it says is known here by its words. */
#ifndef DETAIL_H
#define DETAIL_H

#include <stddef.h>

enum { DETAIL_BYTES = 256 };

/* `room` is where a text is put together that is not a whole row of the table. A detail that is not
 * known, such as SQLite's own report of a damaged file, stays as it is. */
const char *detail_text(char room[DETAIL_BYTES], const char *english);

/* Why a call failed, by errno. */
const char *detail_errno(int error);

#endif
