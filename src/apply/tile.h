/* Tiles of an index: the postings of 2,048 articles, and the sums of eight articles against them.
 *
 * In whole numbers of 16 bits, for choosing only. Each vector is scaled to a length of 1 (its norm
 * stays in the index), each weight w becomes floor(65535 w), at least 1, and each product of two is
 * taken to its upper 16 bits, plus 1. So a sum over m shared terms is 0 only if m is, and from the
 * true sum T, in the same units, it differs by
 *
 *   sum - m <= T <= sum + 2 sqrt(m)
 *
 * (Cauchy and Schwarz bound what the weights lose). T is at most 65534; a sum that would be more
 * stays at 65535, which keeps both bounds.
 */
#ifndef WI_TILE_H
#define WI_TILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index.h"

/* 2,048 articles times 8 sums of 2 bytes are 32 KiB: they stay in the first-level cache, whose
 * loads and stores are what the time goes into. Eight at a time, as frequent terms stand in several
 * of them, and one posting then serves all for the price of one. */
enum { WI_TILE_ARTICLES = 2048, WI_TILE_LANES = 8 };

/* A score is T times both norms, divided by it: 65535 squared over 65536. */
#define WI_TILE_UNITS (65535.0 * 65535.0 / 65536.0)

/* Articles [first, first + count). */
typedef struct wi_tile {
  uint32_t first;
  uint32_t count;
  uint32_t *starts; /* by term */
  uint32_t *ends; /* by term */
  uint16_t *rows; /* from 0 in the tile, times WI_TILE_LANES */
  uint16_t *weights;
  size_t capacity; /* of postings */
} wi_tile;

/* Eight articles (or fewer): each of their terms once, with its weight in each of them. */
typedef struct wi_lanes {
  uint32_t first; /* article of lane 0 */
  uint32_t count;
  uint32_t *terms;
  uint16_t *weights; /* WI_TILE_LANES for each term, 0 where it is not in the article */
  size_t term_count;
  size_t capacity;
} wi_lanes;

uint32_t wi_tile_count(const warta_index *index);

/* The memory of a tile is kept from one fill to the next. False: no memory. */
bool wi_tile_fill(wi_tile *tile, const warta_index *index, uint32_t number);
void wi_tile_free(wi_tile *tile);
/* Takes the tile's first articles, those of the lanes, out of its postings: once they have been
 * compared with all behind them. */
void wi_tile_drop(wi_tile *tile, const warta_index *index, const wi_lanes *lanes);

/* `slots` is by term, all 0, and is left so. False: no memory. */
bool wi_lanes_fill(wi_lanes *lanes, const warta_index *index, uint32_t first, uint32_t count,
                   uint32_t *slots);
void wi_lanes_free(wi_lanes *lanes);

/* sums[article * WI_TILE_LANES + lane] for the articles of the tile from `from` on. */
void wi_tile_sum(uint16_t *sums, const wi_tile *tile, const wi_lanes *lanes, uint32_t from);

#endif
