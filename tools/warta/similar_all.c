#include "similar_all.h"

#include "pool.h"

#include <stdlib.h>

/* A table for each thread; which tasks it did makes no difference once all are merged. */
typedef struct search {
  const warta_index *index;
  warta_pair_options options;
  warta_best_pairs **tables; /* by worker; NULL if it did nothing */
  warta_error *errors; /* by worker */
} search;

static void run_tasks(void *payload, unsigned worker, size_t first, size_t last) {
  const search *all = payload;
  warta_error *error = &all->errors[worker];
  if (error->status == WARTA_OK && all->tables[worker] == NULL) {
    error->status = warta_best_pairs_open(&all->tables[worker], all->index, &all->options, error);
  }
  if (error->status == WARTA_OK) {
    error->status =
        warta_best_pairs_run(all->tables[worker], (uint32_t)first, (uint32_t)last, error);
  }
}

/* The best pairs behind those before; owned. Ends the program if there is no memory. */
static warta_best_pairs *find_next(run *r, search *all, unsigned jobs) {
  warta_best_pairs *whole = NULL;
  warta_error error;
  run_check(r, NULL, warta_best_pairs_open(&whole, all->index, &all->options, &error), &error);
  pool_ranges(jobs, warta_best_pairs_task_count(whole), run_tasks, all);
  for (unsigned i = 0; i < jobs; i++) {
    run_check(r, NULL, all->errors[i].status, &all->errors[i]);
    if (all->tables[i] != NULL) {
      run_check(r, NULL, warta_best_pairs_merge(whole, all->tables[i], &error), &error);
      warta_best_pairs_free(all->tables[i]);
      all->tables[i] = NULL;
    }
  }
  return whole;
}

bool similar_write_all(run *r, const similar_set *s) {
  const unsigned jobs = pool_jobs(r->options->jobs);
  search all = {s->index, WARTA_PAIR_OPTIONS_INIT, memory_new(jobs, sizeof(warta_best_pairs *)),
                memory_new(jobs, sizeof(warta_error))};
  warta_pair last = {0, 0, 0.0};
  size_t count = 0;
  bool is_found = false;
  all.options.min = r->options->min;
  do {
    warta_best_pairs *table = find_next(r, &all, jobs);
    const warta_pair *rows = warta_best_pairs_list(table, &count);
    for (size_t i = 0; i < count; i++) {
      const pair row = {rows[i].a, rows[i].b, rows[i].score};
      similar_write_pair(r, s, &row);
    }
    is_found = is_found || count > 0;
    if (count > 0) {
      last = rows[count - 1];
      all.options.after = &last;
    }
    warta_best_pairs_free(table);
  } while (count == all.options.most);
  free(all.tables);
  free(all.errors);
  return is_found;
}
