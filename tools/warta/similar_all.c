#include "similar_all.h"

#include "table_search.h"

typedef struct search {
  const warta_index *index;
  warta_pair_options options;
} search;

static warta_status open_pairs(void **out, void *payload, warta_error *error) {
  const search *all = payload;
  warta_best_pairs *table = NULL;
  const warta_status status = warta_best_pairs_open(&table, all->index, &all->options, error);
  *out = table;
  return status;
}

static uint32_t count_tasks(const void *table) {
  return warta_best_pairs_task_count(table);
}

static warta_status run_pairs(void *table, uint32_t first, uint32_t last, warta_error *error) {
  return warta_best_pairs_run(table, first, last, error);
}

static warta_status merge_pairs(void *table, const void *from, warta_error *error) {
  return warta_best_pairs_merge(table, from, error);
}

static void free_pairs(void *table) {
  warta_best_pairs_free(table);
}

bool similar_write_all(run *r, const similar_set *s) {
  search all = {s->index, WARTA_PAIR_OPTIONS_INIT};
  const table_steps steps = {open_pairs, count_tasks, run_pairs, merge_pairs, free_pairs, &all};
  warta_pair last = {0, 0, 0.0};
  size_t count = 0;
  bool is_found = false;
  all.options.min = r->options->min;
  do {
    warta_best_pairs *table = table_search(r, &steps); /* the best behind those before */
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
  return is_found;
}
