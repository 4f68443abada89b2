/* The members of a group, most central first. */
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

/* Two rows or more with articles and days, articles rising: fills in the scores and sorts; of equal
 * ones the earlier is first, then the smaller number. `spread` is by term, all 0, and is left so.
 */
void wi_cluster_rank(wi_cluster_ranked *rows, size_t count, const warta_index *index,
                     double *spread);

#endif
