/* The tasks of a table, shared out among --jobs threads: each fills a table of its own, and the
 * tables are merged. Which thread did a task makes no difference to the whole.
 */
#ifndef TABLE_SEARCH_H
#define TABLE_SEARCH_H

#include "run.h"

/* Neighbours or pairs: calls of warta/index.h over void. */
typedef struct table_steps {
  /* One more table of the same index and options; called in several threads at once after it has
   * returned for the first time. */
  warta_status (*open)(void **out, void *payload, warta_error *error);
  uint32_t (*task_count)(const void *table);
  warta_status (*run)(void *table, uint32_t first, uint32_t last, warta_error *error);
  warta_status (*merge)(void *table, const void *from, warta_error *error);
  void (*free)(void *table);
  void *payload; /* of open */
} table_steps;

/* The whole table; owned. Ends the program if there is no memory. */
void *table_search(run *r, const table_steps *steps);

/* A whole table of neighbours; owned. */
typedef warta_status (*neighbours_open_fn)(warta_neighbours **out, void *payload,
                                           warta_error *error);
warta_neighbours *table_search_neighbours(run *r, neighbours_open_fn fn, void *payload);

/* The neighbours of the first `asked` articles, `top` rows each, scored in threads. Both arrays are
 * owned: free them. */
typedef struct neighbour_rows {
  warta_neighbour *rows;
  size_t *counts; /* by article, at most top */
  size_t top;
} neighbour_rows;
neighbour_rows table_search_rows(run *r, const warta_neighbours *table, size_t asked, size_t top);

#endif
