#include "tile.h"

#include <string.h>

#include "mem.h"
#include "tile_sum.h"

uint32_t wi_tile_count(const warta_index *index) {
  return index->count / WI_TILE_ARTICLES + (index->count % WI_TILE_ARTICLES != 0);
}

/* Never more than the true weight, but for those that would be 0. */
static uint16_t to_units(double weight, double norm) {
  const double units = weight / norm * 65535.0;
  return units >= 65535.0 ? UINT16_MAX : units < 1.0 ? 1 : (uint16_t)units;
}

static bool make_room(wi_tile *tile, const warta_index *index, size_t postings) {
  if (tile->starts == NULL) {
    tile->starts = wi_mem_new((size_t)wi_index_terms(index) + 1, sizeof *tile->starts);
  }
  if (tile->ends == NULL) {
    tile->ends = wi_mem_new((size_t)wi_index_terms(index) + 1, sizeof *tile->ends);
  }
  if (tile->starts == NULL || tile->ends == NULL) {
    return false;
  }
  if (postings <= tile->capacity) {
    return true;
  }
  uint16_t *rows = wi_mem_resize(tile->rows, postings, sizeof *rows);
  if (rows != NULL) {
    tile->rows = rows;
  }
  uint16_t *weights = wi_mem_resize(tile->weights, postings, sizeof *weights);
  if (weights != NULL) {
    tile->weights = weights;
  }
  if (rows == NULL || weights == NULL) {
    return false;
  }
  tile->capacity = postings;
  return true;
}

/* Counting sort: a term's end counts first, then tells where its next posting goes. */
static void find_starts(wi_tile *tile, const warta_index *index) {
  const size_t terms = wi_index_terms(index);
  uint32_t at = 0;
  memset(tile->ends, 0, terms * sizeof *tile->ends);
  for (uint32_t a = tile->first; a < tile->first + tile->count; a++) {
    for (size_t i = index->starts[a]; i < index->ends[a]; i++) {
      tile->ends[index->terms[i]]++;
    }
  }
  for (size_t t = 0; t < terms; t++) {
    const uint32_t count = tile->ends[t];
    tile->starts[t] = at;
    tile->ends[t] = at;
    at += count;
  }
}

static size_t entries_of(const warta_index *index, uint32_t first, uint32_t count) {
  size_t entries = 0;
  for (uint32_t a = first; a < first + count; a++) {
    entries += index->ends[a] - index->starts[a];
  }
  return entries;
}

bool wi_tile_fill(wi_tile *tile, const warta_index *index, uint32_t number) {
  tile->first = number * WI_TILE_ARTICLES;
  const uint32_t left = index->count - tile->first;
  tile->count = left < WI_TILE_ARTICLES ? left : WI_TILE_ARTICLES;
  const size_t postings = entries_of(index, tile->first, tile->count);
  if (postings > UINT32_MAX || !make_room(tile, index, postings)) {
    return false;
  }
  find_starts(tile, index);
  for (uint32_t article = 0; article < tile->count; article++) {
    const double norm = index->norms[tile->first + article];
    const size_t end = index->ends[tile->first + article];
    for (size_t i = index->starts[tile->first + article]; i < end; i++) {
      const uint32_t at = tile->ends[index->terms[i]]++;
      tile->rows[at] = (uint16_t)(article * WI_TILE_LANES);
      tile->weights[at] = to_units(index->weights[i], norm);
    }
  }
  return true;
}

void wi_tile_free(wi_tile *tile) {
  wi_mem_free(tile->starts);
  wi_mem_free(tile->ends);
  wi_mem_free(tile->rows);
  wi_mem_free(tile->weights);
}

/* A term's postings are in the order of the articles. */
void wi_tile_drop(wi_tile *tile, const warta_index *index, const wi_lanes *lanes) {
  for (uint32_t a = lanes->first; a < lanes->first + lanes->count; a++) {
    for (size_t i = index->starts[a]; i < index->ends[a]; i++) {
      tile->starts[index->terms[i]]++;
    }
  }
}

static bool make_lanes_room(wi_lanes *lanes, size_t most) {
  if (lanes->terms != NULL && most <= lanes->capacity) {
    return true;
  }
  wi_lanes_free(lanes);
  lanes->capacity = most;
  lanes->terms = wi_mem_new(most, sizeof *lanes->terms);
  lanes->weights = wi_mem_new(most, WI_TILE_LANES * sizeof *lanes->weights);
  if (lanes->terms == NULL || lanes->weights == NULL) {
    wi_lanes_free(lanes);
    return false;
  }
  return true;
}

bool wi_lanes_fill(wi_lanes *lanes, const warta_index *index, uint32_t first, uint32_t count,
                   uint32_t *slots) {
  if (!make_lanes_room(lanes, entries_of(index, first, count))) {
    return false;
  }
  lanes->first = first;
  lanes->count = count;
  lanes->term_count = 0;
  for (uint32_t lane = 0; lane < count; lane++) {
    const double norm = index->norms[first + lane];
    const size_t end = index->ends[first + lane];
    for (size_t i = index->starts[first + lane]; i < end; i++) {
      const uint32_t term = index->terms[i];
      if (slots[term] == 0) {
        lanes->terms[lanes->term_count] = term;
        memset(lanes->weights + lanes->term_count * WI_TILE_LANES, 0,
               WI_TILE_LANES * sizeof *lanes->weights);
        slots[term] = (uint32_t)++lanes->term_count;
      }
      lanes->weights[(slots[term] - 1) * (size_t)WI_TILE_LANES + lane] =
          to_units(index->weights[i], norm);
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

void wi_tile_sum(uint16_t *sums, const wi_tile *tile, const wi_lanes *lanes, uint32_t from) {
  memset(sums + (size_t)from * WI_TILE_LANES, 0,
         (size_t)(tile->count - from) * WI_TILE_LANES * sizeof *sums);
  for (size_t i = 0; i < lanes->term_count; i++) {
    const uint32_t start = tile->starts[lanes->terms[i]];
    const uint32_t end = tile->ends[lanes->terms[i]];
    if (start < end) {
      const wi_term_postings postings = {tile->rows + start, tile->weights + start, end - start,
                                         lanes->weights + i * WI_TILE_LANES};
      wi_tile_add(sums, &postings);
    }
  }
}
