/* The members of a group, most central first, and its terms that weigh most. */
#ifndef WI_CLUSTER_RANK_H
#define WI_CLUSTER_RANK_H

#include <stddef.h>
#include <stdint.h>

#include "index.h"

typedef struct wi_cluster_ranked {
  uint32_t article;
  int32_t day; /* WI_DAY_NONE */
  double score; /* mean likeness to the other members */
} wi_cluster_ranked;

/* Room to add up vectors: by slot of the index, all 0, and left so. */
typedef struct wi_cluster_spread {
  const warta_index *index;
  double *sums;
} wi_cluster_spread;

/* Two rows or more with articles and days, articles rising: fills in the scores and sorts; of equal
 * ones the earlier is first, then the smaller number. */
void wi_cluster_rank(wi_cluster_ranked *rows, size_t count, const wi_cluster_spread *spread);

/* Writes the terms with the largest sum of weights in the rows, at most `limit`, ties by bytes;
 * returns how many. Borrowed until the vocabulary is freed. Time: the entries times `limit`. */
size_t wi_cluster_terms(warta_text *out, size_t limit, const wi_cluster_spread *spread,
                        const wi_cluster_ranked *rows, size_t count);

#endif
