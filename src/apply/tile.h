/* Tiles of an index: the postings of 2,048 articles, and the sums of four articles against them.
 *
 * Single precision, for choosing only: with n entries at most a sum lies within wi_tile_error of
 * the true one, relatively, as all parts are positive.
 */
#ifndef WI_TILE_H
#define WI_TILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index.h"

/* 2,048 articles times 4 sums of 4 bytes are 32 KiB: they stay in the first-level cache, whose
 * loads and stores are what the time goes into. Four at a time, as frequent terms stand in several
 * of them, and one posting then serves all for the price of one. */
enum { WI_TILE_ARTICLES = 2048, WI_TILE_LANES = 4 };

/* Articles [first, first + count). */
typedef struct wi_tile {
  uint32_t first;
  uint32_t count;
  uint32_t *starts; /* by term; one more at the end */
  uint16_t *articles; /* from 0 in the tile */
  float *weights;
  size_t capacity; /* of postings */
} wi_tile;

/* Four articles (or fewer): each of their terms once, with its weight in each of them. */
typedef struct wi_lanes {
  uint32_t first; /* article of lane 0 */
  uint32_t count;
  uint32_t *terms;
  float *weights; /* WI_TILE_LANES for each term, 0 where it is not in the article */
  size_t term_count;
  size_t capacity;
} wi_lanes;

uint32_t wi_tile_count(const warta_index *index);
double wi_tile_error(const warta_index *index);

/* The memory of a tile is kept from one fill to the next. False: no memory. */
bool wi_tile_fill(wi_tile *tile, const warta_index *index, uint32_t number);
void wi_tile_free(wi_tile *tile);

/* `slots` is by term, all 0, and is left so. False: no memory. */
bool wi_lanes_fill(wi_lanes *lanes, const warta_index *index, uint32_t first, uint32_t count,
                   uint32_t *slots);
void wi_lanes_free(wi_lanes *lanes);

/* sums[article * WI_TILE_LANES + lane] for all articles of the tile. */
void wi_tile_sum(float *sums, const wi_tile *tile, const wi_lanes *lanes);

#endif
