#include "neighbour_search.h"

#include "pool.h"

#include <stdlib.h>

/* A table for each thread; which tasks it did makes no difference once all are merged. */
typedef struct search {
  neighbours_open_fn open;
  void *payload;
  warta_neighbours **tables; /* by worker; NULL if it did nothing */
  warta_error *errors; /* by worker */
} search;

static void run_tasks(void *payload, unsigned worker, size_t first, size_t last) {
  const search *all = payload;
  warta_error *error = &all->errors[worker];
  if (error->status == WARTA_OK && all->tables[worker] == NULL) {
    error->status = all->open(&all->tables[worker], all->payload, error);
  }
  if (error->status == WARTA_OK) {
    error->status =
        warta_neighbours_run(all->tables[worker], (uint32_t)first, (uint32_t)last, error);
  }
}

warta_neighbours *neighbour_search(run *r, neighbours_open_fn fn, void *payload) {
  const unsigned jobs = pool_jobs(r->options->jobs);
  search all = {fn, payload, memory_new(jobs, sizeof(warta_neighbours *)),
                memory_new(jobs, sizeof(warta_error))};
  warta_error error;
  run_check(r, NULL, fn(&all.tables[0], payload, &error), &error);
  pool_ranges(jobs, warta_neighbours_task_count(all.tables[0]), run_tasks, &all);
  for (unsigned i = 0; i < jobs; i++) {
    run_check(r, NULL, all.errors[i].status, &all.errors[i]);
    if (i > 0 && all.tables[i] != NULL) {
      run_check(r, NULL, warta_neighbours_merge(all.tables[0], all.tables[i], &error), &error);
      warta_neighbours_free(all.tables[i]);
    }
  }
  warta_neighbours *table = all.tables[0];
  free(all.tables);
  free(all.errors);
  return table;
}
