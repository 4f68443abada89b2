#include "table_search.h"

#include "pool.h"

#include <stdlib.h>

typedef struct search {
  const table_steps *steps;
  void **tables; /* by worker; NULL if it did nothing */
  warta_error *errors; /* by worker */
} search;

static void run_tasks(void *payload, unsigned worker, size_t first, size_t last) {
  const search *all = payload;
  const table_steps *steps = all->steps;
  warta_error *error = &all->errors[worker];
  if (error->status == WARTA_OK && all->tables[worker] == NULL) {
    error->status = steps->open(&all->tables[worker], steps->payload, error);
  }
  if (error->status == WARTA_OK) {
    error->status = steps->run(all->tables[worker], (uint32_t)first, (uint32_t)last, error);
  }
}

void *table_search(run *r, const table_steps *steps) {
  const unsigned jobs = pool_jobs(r->options->jobs);
  search all = {steps, memory_new(jobs, sizeof(void *)), memory_new(jobs, sizeof(warta_error))};
  warta_error error;
  run_check(r, NULL, steps->open(&all.tables[0], steps->payload, &error), &error);
  pool_ranges(jobs, steps->task_count(all.tables[0]), run_tasks, &all);
  for (unsigned i = 0; i < jobs; i++) {
    run_check(r, NULL, all.errors[i].status, &all.errors[i]);
    if (i > 0 && all.tables[i] != NULL) {
      run_check(r, NULL, steps->merge(all.tables[0], all.tables[i], &error), &error);
      steps->free(all.tables[i]);
    }
  }
  void *table = all.tables[0];
  free(all.tables);
  free(all.errors);
  return table;
}

typedef struct opening {
  neighbours_open_fn fn;
  void *payload;
} opening;

static warta_status open_neighbours(void **out, void *payload, warta_error *error) {
  const opening *with = payload;
  warta_neighbours *table = NULL;
  const warta_status status = with->fn(&table, with->payload, error);
  *out = table;
  return status;
}

static uint32_t count_tasks(const void *table) {
  return warta_neighbours_task_count(table);
}

static warta_status run_neighbours(void *table, uint32_t first, uint32_t last, warta_error *error) {
  return warta_neighbours_run(table, first, last, error);
}

static warta_status merge_neighbours(void *table, const void *from, warta_error *error) {
  return warta_neighbours_merge(table, from, error);
}

static void free_neighbours(void *table) {
  warta_neighbours_free(table);
}

warta_neighbours *table_search_neighbours(run *r, neighbours_open_fn fn, void *payload) {
  opening with = {fn, payload};
  const table_steps steps = {open_neighbours,  count_tasks,     run_neighbours,
                             merge_neighbours, free_neighbours, &with};
  return table_search(r, &steps);
}

enum { ARTICLES_OF_TASK = 64 };

typedef struct scoring {
  const warta_neighbours *table;
  neighbour_rows *out;
  size_t asked;
  warta_neighbour_reader **readers; /* by worker; NULL if it did nothing */
  warta_error *errors; /* by worker */
} scoring;

static void score_tasks(void *payload, unsigned worker, size_t first, size_t last) {
  const scoring *all = payload;
  warta_error *error = &all->errors[worker];
  const size_t end = last * ARTICLES_OF_TASK < all->asked ? last * ARTICLES_OF_TASK : all->asked;
  if (error->status == WARTA_OK && all->readers[worker] == NULL) {
    error->status = warta_neighbour_reader_open(&all->readers[worker], all->table, error);
  }
  for (size_t a = first * ARTICLES_OF_TASK; a < end && error->status == WARTA_OK; a++) {
    const size_t top = all->out->top;
    const size_t found =
        warta_neighbour_reader_of(all->readers[worker], (uint32_t)a, all->out->rows + a * top, top);
    all->out->counts[a] = found < top ? found : top;
  }
}

neighbour_rows table_search_rows(run *r, const warta_neighbours *table, size_t asked, size_t top) {
  const unsigned jobs = pool_jobs(r->options->jobs);
  neighbour_rows out = {memory_new(asked, top * sizeof *out.rows),
                        memory_new(asked, sizeof *out.counts), top};
  scoring all = {table, &out, asked, memory_new(jobs, sizeof(warta_neighbour_reader *)),
                 memory_new(jobs, sizeof(warta_error))};
  pool_ranges(jobs, (asked + ARTICLES_OF_TASK - 1) / ARTICLES_OF_TASK, score_tasks, &all);
  for (unsigned i = 0; i < jobs; i++) {
    run_check(r, NULL, all.errors[i].status, &all.errors[i]);
    warta_neighbour_reader_free(all.readers[i]);
  }
  free(all.readers);
  free(all.errors);
  return out;
}
