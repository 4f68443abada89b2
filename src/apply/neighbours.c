/* The nearest neighbours of each article of an index. */
#include <stdlib.h>

#include <warta/index.h>

#include "index.h"
#include "mem.h"
#include "status.h"
#include "tile_walk.h"

/* Someone who may be near. Of the pair's score, over the norm of the article asked, what it is at
 * least (tile.h). */
typedef struct candidate {
  uint32_t article;
  float low;
} candidate;

/* Of one article; most have few. */
typedef struct candidates {
  candidate *rows;
  uint32_t count;
  uint32_t capacity;
} candidates;

struct warta_neighbour_reader {
  const warta_neighbours *table;
  double *by_slot; /* scratch of one article */
  warta_neighbour *scored; /* scratch of one article */
};

struct warta_neighbours {
  const warta_index *index;
  warta_neighbour_options options;
  uint32_t asked;
  uint32_t room; /* candidates of an article at most */
  candidates *lists; /* by article asked */
  float *floors; /* by article: who is at most as near does not matter */
  uint16_t *gates; /* by article: a sum of the tile must be over it to matter */
  warta_neighbour_reader own;
  bool is_out_of_memory;
};

enum { SPARE_LEAST = 8, SPARE_MOST = 64 };
static const float NEVER = 3e38F;

static warta_status check_options(const warta_neighbour_options *options, warta_error *error) {
  if (options->top == 0) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "top");
  }
  if (!(options->min >= 0.0)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "min");
  }
  return WARTA_OK;
}

/* What a sum may lack: 2 sqrt(m), or more, and one for rounding. */
static float lack_of(const warta_index *index, uint32_t article) {
  const size_t terms = index->ends[article] - index->starts[article];
  return (float)terms * 0.25F + 5.0F;
}

/* What the true sum may lack of it. */
static float excess_of(const warta_index *index, uint32_t article) {
  return (float)(index->ends[article] - index->starts[article]);
}

/* A score in the units of the floors, rounded down. */
static float units_of(const warta_index *index, uint32_t article, double score) {
  static const double DOWN = 1.0 - 1e-6;
  return (float)(score * WI_TILE_UNITS / index->norms[article] * DOWN);
}

/* No sum up to the gate can reach the floor, whatever the other's norm. */
static void raise_floor(warta_neighbours *table, uint32_t article, float floor) {
  if (floor > table->floors[article]) {
    const float gate =
        floor / (float)table->index->norm_most - lack_of(table->index, article) - 1.0F;
    table->floors[article] = floor;
    table->gates[article] = gate <= 0.0F ? 0 : gate >= 65534.0F ? 65534 : (uint16_t)gate;
  }
}

static bool open_reader(warta_neighbour_reader *reader, const warta_neighbours *table) {
  reader->table = table;
  reader->by_slot = wi_mem_new((size_t)wi_index_terms(table->index) + 1, sizeof *reader->by_slot);
  reader->scored = wi_mem_new(table->room, sizeof *reader->scored);
  return reader->by_slot != NULL && reader->scored != NULL;
}

static void close_reader(warta_neighbour_reader *reader) {
  wi_mem_free(reader->by_slot);
  wi_mem_free(reader->scored);
}

static bool make_room(warta_neighbours *table) {
  const uint32_t count = table->index->count;
  const uint32_t others = count > 1 ? count - 1 : 1;
  const uint32_t top = table->options.top < others ? table->options.top : others;
  const uint32_t spare = top < SPARE_LEAST ? SPARE_LEAST : top > SPARE_MOST ? SPARE_MOST : top;
  table->options.top = top;
  table->room = top + spare;
  table->lists = wi_mem_new(table->asked, sizeof *table->lists);
  table->floors = wi_mem_new(count, sizeof *table->floors);
  table->gates = wi_mem_new(count, sizeof *table->gates);
  if (table->lists == NULL || table->floors == NULL || table->gates == NULL ||
      !open_reader(&table->own, table)) {
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (i < table->asked) {
      raise_floor(table, i, units_of(table->index, i, table->options.min));
    } else {
      table->floors[i] = NEVER;
      table->gates[i] = UINT16_MAX;
    }
  }
  return true;
}

warta_status warta_neighbours_open(warta_neighbours **out, const warta_index *index,
                                   const warta_neighbour_options *options, warta_error *error) {
  static const warta_neighbour_options DEFAULTS = WARTA_NEIGHBOUR_OPTIONS_INIT;
  *out = NULL;
  wi_status_clear(error);
  const warta_neighbour_options *chosen = options == NULL ? &DEFAULTS : options;
  const warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_neighbours *table = wi_mem_new(1, sizeof *table);
  if (table == NULL) {
    return wi_status_no_memory(error);
  }
  table->index = index;
  table->options = *chosen;
  table->asked = chosen->asked == 0 || chosen->asked > index->count ? index->count : chosen->asked;
  if (!make_room(table)) {
    warta_neighbours_free(table);
    return wi_status_no_memory(error);
  }
  *out = table;
  return WARTA_OK;
}

void warta_neighbours_free(warta_neighbours *table) {
  if (table == NULL) {
    return;
  }
  for (uint32_t i = 0; table->lists != NULL && i < table->asked; i++) {
    wi_mem_free(table->lists[i].rows);
  }
  wi_mem_free(table->lists);
  wi_mem_free(table->floors);
  wi_mem_free(table->gates);
  close_reader(&table->own);
  wi_mem_free(table);
}

uint32_t warta_neighbours_task_count(const warta_neighbours *table) {
  return wi_walk_task_count(table->asked);
}

/* Hoare's partition: the bounds up to the place returned are no smaller than those behind it. */
static size_t part(candidate *row, size_t low, size_t high) {
  const float pivot = row[low + (high - low) / 2].low;
  size_t i = low;
  size_t k = high;
  for (;; i++, k--) {
    while (row[i].low > pivot) {
      i++;
    }
    while (row[k].low < pivot) {
      k--;
    }
    if (i >= k) {
      return k;
    }
    const candidate kept = row[i];
    row[i] = row[k];
    row[k] = kept;
  }
}

/* Moves the `top` largest bounds to the front and returns the smallest of them. */
static float select_best(candidate *row, size_t count, size_t top) {
  size_t low = 0;
  size_t high = count - 1;
  while (low < high) {
    const size_t last = part(row, low, high);
    if (top - 1 <= last) {
      high = last;
    } else {
      low = last + 1;
    }
  }
  return row[top - 1].low;
}

static int by_score(const void *left, const void *right) {
  const warta_neighbour *a = left;
  const warta_neighbour *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

/* What the candidate's score is at most, in the units of its least. */
static float high_of(const warta_index *index, uint32_t article, const candidate *other) {
  const float error = lack_of(index, article) + excess_of(index, article);
  return other->low + error * (float)index->norms[other->article];
}

/* True scores of an article's candidates, nearest first, in reader->scored; returns how many are
 * wanted. */
static size_t score_row(const warta_neighbour_reader *reader, uint32_t article) {
  const warta_neighbours *table = reader->table;
  const candidates *list = &table->lists[article];
  const uint32_t top = table->options.top;
  const float floor =
      list->count > top ? select_best(list->rows, list->count, top) : table->floors[article];
  size_t count = 0;
  wi_index_spread(table->index, article, reader->by_slot);
  for (uint32_t i = 0; i < list->count; i++) {
    const candidate *other = &list->rows[i];
    if (high_of(table->index, article, other) <= floor) {
      continue;
    }
    const double score = wi_index_spread_score(table->index, reader->by_slot, other->article);
    if (score > 0.0 && score >= table->options.min) {
      reader->scored[count++] = (warta_neighbour){other->article, score};
    }
  }
  wi_index_gather(table->index, article, reader->by_slot);
  if (count > 1) {
    qsort(reader->scored, count, sizeof *reader->scored, by_score);
  }
  return count < top ? count : top;
}

/* The true scores decide: of many, all nearly equal. */
static uint32_t keep_nearest(warta_neighbours *table, uint32_t article) {
  candidate *row = table->lists[article].rows;
  const uint32_t count = (uint32_t)score_row(&table->own, article);
  for (uint32_t i = 0; i < count; i++) {
    const warta_neighbour *other = &table->own.scored[i];
    row[i] = (candidate){other->article, units_of(table->index, article, other->score)};
  }
  if (count == table->options.top) {
    raise_floor(table, article, row[count - 1].low);
  }
  return count;
}

/* Throws out whom the best leave behind for sure. */
static void prune(warta_neighbours *table, uint32_t article) {
  candidates *list = &table->lists[article];
  const uint32_t top = table->options.top;
  const float floor = select_best(list->rows, list->count, top);
  uint32_t count = top;
  for (uint32_t i = top; i < list->count; i++) {
    if (high_of(table->index, article, &list->rows[i]) > floor) {
      list->rows[count++] = list->rows[i];
    }
  }
  list->count = count;
  raise_floor(table, article, floor);
  if (count > (top + table->room) / 2) {
    list->count = keep_nearest(table, article);
  }
}

static bool grow(warta_neighbours *table, candidates *list) {
  enum { FIRST = 8, FACTOR = 4 }; /* few steps: pieces that are left behind add up */
  const uint32_t more = list->capacity == 0 ? FIRST : list->capacity * FACTOR;
  const uint32_t wanted = more < table->room ? more : table->room;
  candidate *rows = wi_mem_resize(list->rows, wanted, sizeof *rows);
  if (rows == NULL) {
    table->is_out_of_memory = true;
    return false;
  }
  list->rows = rows;
  list->capacity = wanted;
  return true;
}

static void offer(warta_neighbours *table, uint32_t article, const candidate *other) {
  candidates *list = &table->lists[article];
  if (high_of(table->index, article, other) <= table->floors[article] ||
      (list->count == list->capacity && !grow(table, list))) {
    return;
  }
  list->rows[list->count++] = *other;
  if (list->count == table->room) {
    prune(table, article);
  }
}

static void offer_sum(warta_neighbours *table, uint32_t article, uint32_t other, uint16_t sum) {
  if (sum > table->gates[article]) {
    const float low = (float)sum - excess_of(table->index, article);
    const candidate found = {other, low * (float)table->index->norms[other]};
    offer(table, article, &found);
  }
}

/* The sums of one article of the tile. */
static void look_at(warta_neighbours *table, const wi_lanes *lanes, uint32_t article,
                    const uint16_t *sums) {
  for (uint32_t lane = 0; lane < lanes->count; lane++) {
    const uint32_t own = lanes->first + lane;
    if (own < article) {
      offer_sum(table, own, article, sums[lane]);
      offer_sum(table, article, own, sums[lane]);
    }
  }
}

static bool is_worth(const uint16_t *sums, const uint16_t *gates, uint16_t gate) {
  int found = 0;
  for (int lane = 0; lane < WI_TILE_LANES; lane++) {
    found |= (sums[lane] > gates[lane]) | (sums[lane] > gate);
  }
  return found != 0;
}

static void look_at_tile(void *payload, const wi_walk_step *step) {
  warta_neighbours *table = payload;
  const wi_lanes *lanes = step->lanes;
  uint16_t gates[WI_TILE_LANES];
  for (uint32_t lane = 0; lane < WI_TILE_LANES; lane++) {
    gates[lane] = lane < lanes->count ? table->gates[lanes->first + lane] : UINT16_MAX;
  }
  for (uint32_t i = step->from; i < step->tile->count; i++) {
    const uint32_t article = step->tile->first + i;
    const uint16_t *sums = step->sums + (size_t)i * WI_TILE_LANES;
    if (is_worth(sums, gates, table->gates[article])) {
      look_at(table, lanes, article, sums);
    }
  }
}

warta_status warta_neighbours_run(warta_neighbours *table, uint32_t first, uint32_t last,
                                  warta_error *error) {
  wi_status_clear(error);
  if (first > last || last > warta_neighbours_task_count(table)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "tasks");
  }
  const wi_walk walk = {table->index, table->asked, look_at_tile, table};
  return wi_walk_tasks(&walk, first, last) && !table->is_out_of_memory ? WARTA_OK
                                                                       : wi_status_no_memory(error);
}

warta_status warta_neighbours_merge(warta_neighbours *table, const warta_neighbours *from,
                                    warta_error *error) {
  wi_status_clear(error);
  if (table->index != from->index || table->asked != from->asked || table->room != from->room ||
      table->options.min < from->options.min || table->options.min > from->options.min) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "tables of other options");
  }
  for (uint32_t article = 0; article < from->asked; article++) {
    const candidates *list = &from->lists[article];
    for (uint32_t i = 0; i < list->count; i++) {
      offer(table, article, &list->rows[i]);
    }
  }
  return table->is_out_of_memory ? wi_status_no_memory(error) : WARTA_OK;
}

const warta_index *wi_neighbours_index(const warta_neighbours *table) {
  return table->index;
}

warta_status warta_neighbour_reader_open(warta_neighbour_reader **out,
                                         const warta_neighbours *table, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_neighbour_reader *reader = wi_mem_new(1, sizeof *reader);
  if (reader == NULL || !open_reader(reader, table)) {
    warta_neighbour_reader_free(reader);
    return wi_status_no_memory(error);
  }
  *out = reader;
  return WARTA_OK;
}

void warta_neighbour_reader_free(warta_neighbour_reader *reader) {
  if (reader == NULL) {
    return;
  }
  close_reader(reader);
  wi_mem_free(reader);
}

size_t warta_neighbour_reader_of(warta_neighbour_reader *reader, uint32_t article,
                                 warta_neighbour *rows, size_t size) {
  if (article >= reader->table->asked) {
    return 0;
  }
  const size_t count = score_row(reader, article);
  for (size_t i = 0; i < count && i < size; i++) {
    rows[i] = reader->scored[i];
  }
  return count;
}

size_t warta_neighbours_of(const warta_neighbours *table, uint32_t article, warta_neighbour *rows,
                           size_t size) {
  warta_neighbour_reader reader = table->own;
  return warta_neighbour_reader_of(&reader, article, rows, size);
}
