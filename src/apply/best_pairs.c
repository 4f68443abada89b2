/* The best pairs of an index behind a given one. */
#include <math.h>
#include <stdlib.h>

#include <warta/index.h>

#include "index.h"
#include "mem.h"
#include "status.h"
#include "tile_walk.h"

struct warta_best_pairs {
  const warta_index *index;
  size_t most;
  double min;
  warta_pair after;
  warta_pair *rows; /* at most twice as many as are kept */
  size_t count;
  size_t capacity;
  double floor; /* a pair with a lower score is not among the best */
  uint16_t *gates; /* by article: a sum of the tile must be over it to reach the floor */
  double *by_slot; /* scratch of one article */
  bool is_out_of_memory;
};

static bool stands_before(const warta_pair *x, const warta_pair *y) {
  if (x->score > y->score || x->score < y->score) {
    return x->score > y->score;
  }
  return x->a != y->a ? x->a < y->a : x->b < y->b;
}

static int by_order(const void *left, const void *right) {
  return stands_before(left, right) ? -1 : stands_before(right, left);
}

/* T is at most the sum and 2 sqrt(m), or terms / 4 + 4 (tile.h); two for rounding. */
static void set_gates(warta_best_pairs *table) {
  const warta_index *index = table->index;
  for (uint32_t i = 0; i < index->count; i++) {
    const double terms = (double)(index->ends[i] - index->starts[i]);
    const double gate =
        table->floor * WI_TILE_UNITS / (index->norms[i] * index->norm_most) - terms * 0.25 - 6.0;
    table->gates[i] = gate <= 0.0 ? 0 : gate >= 65534.0 ? 65534 : (uint16_t)gate;
  }
}

static warta_status check_options(const warta_pair_options *options, warta_error *error) {
  if (options->most == 0) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "most");
  }
  if (!(options->min >= 0.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "min");
  }
  return WARTA_OK;
}

static bool make_room(warta_best_pairs *table) {
  table->gates = wi_mem_new(table->index->count, sizeof *table->gates);
  table->by_slot = wi_mem_new((size_t)wi_index_terms(table->index) + 1, sizeof *table->by_slot);
  if (table->gates == NULL || table->by_slot == NULL) {
    return false;
  }
  set_gates(table);
  return true;
}

warta_status warta_best_pairs_open(warta_best_pairs **out, const warta_index *index,
                                   const warta_pair_options *options, warta_error *error) {
  static const warta_pair_options DEFAULTS = WARTA_PAIR_OPTIONS_INIT;
  const warta_pair_options *chosen = options == NULL ? &DEFAULTS : options;
  *out = NULL;
  wi_status_clear(error);
  const warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_best_pairs *table = wi_mem_new(1, sizeof *table);
  if (table == NULL) {
    return wi_status_no_memory(error);
  }
  table->index = index;
  table->most = chosen->most;
  table->min = chosen->min;
  table->floor = chosen->min;
  table->after = chosen->after == NULL ? (warta_pair){0, 0, (double)INFINITY} : *chosen->after;
  if (!make_room(table)) {
    warta_best_pairs_free(table);
    return wi_status_no_memory(error);
  }
  *out = table;
  return WARTA_OK;
}

void warta_best_pairs_free(warta_best_pairs *table) {
  if (table == NULL) {
    return;
  }
  wi_mem_free(table->rows);
  wi_mem_free(table->gates);
  wi_mem_free(table->by_slot);
  wi_mem_free(table);
}

uint32_t warta_best_pairs_task_count(const warta_best_pairs *table) {
  return wi_walk_task_count(table->index->count);
}

/* Hoare's selection: the best `most` in front, in no order. */
static void select_best(warta_pair *rows, size_t count, size_t most) {
  size_t low = 0;
  size_t high = count - 1;
  while (low < high) {
    const warta_pair pivot = rows[low + (high - low) / 2];
    size_t i = low;
    size_t k = high;
    for (;; i++, k--) {
      while (stands_before(&rows[i], &pivot)) {
        i++;
      }
      while (stands_before(&pivot, &rows[k])) {
        k--;
      }
      if (i >= k) {
        break;
      }
      const warta_pair kept = rows[i];
      rows[i] = rows[k];
      rows[k] = kept;
    }
    if (most - 1 <= k) {
      high = k;
    } else {
      low = k + 1;
    }
  }
}

static void drop_rest(warta_best_pairs *table) {
  select_best(table->rows, table->count, table->most);
  table->count = table->most;
  table->floor = table->rows[table->most - 1].score;
  for (size_t i = 0; i < table->count; i++) {
    table->floor = table->rows[i].score < table->floor ? table->rows[i].score : table->floor;
  }
  set_gates(table);
}

static void offer(warta_best_pairs *table, const warta_pair *row) {
  if (row->score < table->floor || !(row->score > 0.0) || !stands_before(&table->after, row) ||
      table->is_out_of_memory) {
    return;
  }
  if (!wi_mem_grow(&table->rows, &table->capacity, table->count, sizeof *table->rows)) {
    table->is_out_of_memory = true;
    return;
  }
  table->rows[table->count++] = *row;
  if (table->count >= 2 * table->most) {
    drop_rest(table);
  }
}

/* Better than the pair that all are to be behind: T is at least the sum less the shared terms. */
static bool is_over(const warta_best_pairs *table, uint32_t article, uint32_t other, uint16_t sum) {
  static const double UP = 1.0 + 1e-6;
  const warta_index *index = table->index;
  const double terms = (double)(index->ends[article] - index->starts[article]);
  const double least = ((double)sum - terms) * index->norms[article] * index->norms[other];
  return least > table->after.score * UP * WI_TILE_UNITS;
}

static void look_at_lane(warta_best_pairs *table, const wi_walk_step *step, uint32_t lane) {
  const uint32_t own = step->lanes->first + lane;
  const uint32_t end = step->tile->first + step->tile->count;
  bool is_spread = false;
  for (uint32_t other = step->tile->first + step->from; other < end; other++) {
    const uint16_t sum = step->sums[(other - step->tile->first) * (size_t)WI_TILE_LANES + lane];
    if (other <= own || sum <= table->gates[own] || sum <= table->gates[other] ||
        is_over(table, own, other, sum)) {
      continue;
    }
    if (!is_spread) {
      wi_index_spread(table->index, own, table->by_slot);
      is_spread = true;
    }
    const warta_pair row = {own, other, wi_index_spread_score(table->index, table->by_slot, other)};
    offer(table, &row);
  }
  if (is_spread) {
    wi_index_gather(table->index, own, table->by_slot);
  }
}

static void look_at_tile(void *payload, const wi_walk_step *step) {
  for (uint32_t lane = 0; lane < step->lanes->count; lane++) {
    look_at_lane(payload, step, lane);
  }
}

warta_status warta_best_pairs_run(warta_best_pairs *table, uint32_t first, uint32_t last,
                                  warta_error *error) {
  wi_status_clear(error);
  if (first > last || last > warta_best_pairs_task_count(table)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "tasks");
  }
  const wi_walk walk = {table->index, table->index->count, look_at_tile, table};
  if (!wi_walk_tasks(&walk, first, last) || table->is_out_of_memory) {
    return wi_status_no_memory(error);
  }
  return WARTA_OK;
}

warta_status warta_best_pairs_merge(warta_best_pairs *table, const warta_best_pairs *from,
                                    warta_error *error) {
  wi_status_clear(error);
  if (table->index != from->index || table->most != from->most) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "tables of other options");
  }
  for (size_t i = 0; i < from->count; i++) {
    offer(table, &from->rows[i]);
  }
  return table->is_out_of_memory ? wi_status_no_memory(error) : WARTA_OK;
}

const warta_pair *warta_best_pairs_list(warta_best_pairs *table, size_t *count) {
  if (table->count > table->most) {
    drop_rest(table);
  }
  if (table->count > 1) {
    qsort(table->rows, table->count, sizeof *table->rows, by_order);
  }
  *count = table->count;
  return table->rows;
}
