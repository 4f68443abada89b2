/* The tasks of a table of neighbours, shared out among --jobs threads. */
#ifndef NEIGHBOUR_SEARCH_H
#define NEIGHBOUR_SEARCH_H

#include "run.h"

/* Opens one more table of the same index and options; called in several threads at once after it
 * has returned for the first time. */
typedef warta_status (*neighbours_open_fn)(warta_neighbours **out, void *payload,
                                           warta_error *error);

/* A whole table; owned. Ends the program if there is no memory. */
warta_neighbours *neighbour_search(run *r, neighbours_open_fn fn, void *payload);

#endif
