/* The innermost loop of the neighbours: one term's postings, added to the sums of a tile. */
#ifndef WI_TILE_SUM_H
#define WI_TILE_SUM_H

#include <stddef.h>
#include <stdint.h>

/* A term in a tile, and its weights in the lanes. */
typedef struct wi_term_postings {
  const uint16_t *rows; /* where in the sums each article's begin */
  const uint16_t *weights;
  size_t count;
  const uint16_t *lanes;
} wi_term_postings;

/* sums[row + lane] += (weight * lanes[lane] >> 16) + 1, up to 65535, in each lane whose weight is
 * not 0. */
void wi_tile_add(uint16_t *sums, const wi_term_postings *postings);
/* The same in plain C: for processors that the other is not written for, and to test it. */
void wi_tile_add_plain(uint16_t *sums, const wi_term_postings *postings);

#endif
