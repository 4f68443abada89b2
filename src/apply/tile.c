#include "tile.h"

#include <string.h>

#include "mem.h"

uint32_t wi_tile_count(const warta_index *index) {
  return index->count / WI_TILE_ARTICLES + (index->count % WI_TILE_ARTICLES != 0);
}

/* Rounding a weight to single precision, its product and each addition lose 2^-24 at most. */
double wi_tile_error(const warta_index *index) {
  static const double UNIT = 1.0 / 16777216.0;
  return ((double)index->longest + 4.0) * UNIT;
}

static bool make_room(wi_tile *tile, const warta_index *index, size_t postings) {
  if (tile->starts == NULL) {
    tile->starts = wi_mem_new((size_t)wi_index_terms(index) + 2, sizeof *tile->starts);
  }
  if (tile->starts == NULL) {
    return false;
  }
  if (postings <= tile->capacity) {
    return true;
  }
  uint16_t *articles = wi_mem_resize(tile->articles, postings, sizeof *articles);
  if (articles != NULL) {
    tile->articles = articles;
  }
  float *weights = wi_mem_resize(tile->weights, postings, sizeof *weights);
  if (weights != NULL) {
    tile->weights = weights;
  }
  if (articles == NULL || weights == NULL) {
    return false;
  }
  tile->capacity = postings;
  return true;
}

/* Counting sort. starts[t + 2] counts first, so that after the sums starts[t + 1] is where term t
 * begins, and once all are put in, where it ends. */
bool wi_tile_fill(wi_tile *tile, const warta_index *index, uint32_t number) {
  tile->first = number * WI_TILE_ARTICLES;
  const uint32_t left = index->count - tile->first;
  tile->count = left < WI_TILE_ARTICLES ? left : WI_TILE_ARTICLES;
  const size_t from = index->starts[tile->first];
  const size_t to = index->starts[tile->first + tile->count];
  const size_t terms = wi_index_terms(index);
  if (to - from > UINT32_MAX || !make_room(tile, index, to - from)) {
    return false;
  }
  memset(tile->starts, 0, (terms + 2) * sizeof *tile->starts);
  for (size_t i = from; i < to; i++) {
    tile->starts[index->terms[i] + 2]++;
  }
  for (size_t t = 2; t <= terms; t++) {
    tile->starts[t] += tile->starts[t - 1];
  }
  for (uint32_t article = 0; article < tile->count; article++) {
    const size_t end = index->starts[tile->first + article + 1];
    for (size_t i = index->starts[tile->first + article]; i < end; i++) {
      const uint32_t at = tile->starts[index->terms[i] + 1]++;
      tile->articles[at] = (uint16_t)article;
      tile->weights[at] = (float)index->weights[i];
    }
  }
  return true;
}

void wi_tile_free(wi_tile *tile) {
  wi_mem_free(tile->starts);
  wi_mem_free(tile->articles);
  wi_mem_free(tile->weights);
}

bool wi_lanes_fill(wi_lanes *lanes, const warta_index *index, uint32_t first, uint32_t count,
                   uint32_t *slots) {
  const size_t most = index->starts[first + count] - index->starts[first];
  if (lanes->terms == NULL || most > lanes->capacity) {
    wi_lanes_free(lanes);
    lanes->capacity = most;
    lanes->terms = wi_mem_new(most, sizeof *lanes->terms);
    lanes->weights = wi_mem_new(most, WI_TILE_LANES * sizeof *lanes->weights);
    if (lanes->terms == NULL || lanes->weights == NULL) {
      wi_lanes_free(lanes);
      return false;
    }
  }
  lanes->first = first;
  lanes->count = count;
  lanes->term_count = 0;
  for (uint32_t lane = 0; lane < count; lane++) {
    const size_t end = index->starts[first + lane + 1];
    for (size_t i = index->starts[first + lane]; i < end; i++) {
      const uint32_t term = index->terms[i];
      if (slots[term] == 0) {
        lanes->terms[lanes->term_count] = term;
        memset(lanes->weights + lanes->term_count * WI_TILE_LANES, 0,
               WI_TILE_LANES * sizeof *lanes->weights);
        slots[term] = (uint32_t)++lanes->term_count;
      }
      lanes->weights[(slots[term] - 1) * (size_t)WI_TILE_LANES + lane] = (float)index->weights[i];
    }
  }
  for (size_t i = 0; i < lanes->term_count; i++) {
    slots[lanes->terms[i]] = 0;
  }
  return true;
}

void wi_lanes_free(wi_lanes *lanes) {
  wi_mem_free(lanes->terms);
  wi_mem_free(lanes->weights);
  *lanes = (wi_lanes){0};
}

/* Adds the postings of one term, times its weight in each lane. Written so that compilers make one
 * register of the four lanes: all are read before one is written. */
static void add_postings(float *restrict sums, const uint16_t *restrict articles,
                         const float *restrict weights, size_t count, const float *restrict own) {
  float factors[WI_TILE_LANES];
  for (int lane = 0; lane < WI_TILE_LANES; lane++) {
    factors[lane] = own[lane];
  }
  for (size_t i = 0; i < count; i++) {
    float *row = sums + (size_t)articles[i] * WI_TILE_LANES;
    const float weight = weights[i];
    float next[WI_TILE_LANES];
    for (int lane = 0; lane < WI_TILE_LANES; lane++) {
      next[lane] = row[lane] + weight * factors[lane];
    }
    for (int lane = 0; lane < WI_TILE_LANES; lane++) {
      row[lane] = next[lane];
    }
  }
}

void wi_tile_sum(float *sums, const wi_tile *tile, const wi_lanes *lanes) {
  memset(sums, 0, (size_t)tile->count * WI_TILE_LANES * sizeof *sums);
  for (size_t i = 0; i < lanes->term_count; i++) {
    const uint32_t start = tile->starts[lanes->terms[i]];
    const uint32_t end = tile->starts[lanes->terms[i] + 1];
    if (start < end) {
      add_postings(sums, tile->articles + start, tile->weights + start, end - start,
                   lanes->weights + i * WI_TILE_LANES);
    }
  }
}
