/* Average linkage over a graph of neighbours: which articles end in one group. */
#ifndef WI_LINKAGE_H
#define WI_LINKAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "index.h"

typedef struct wi_linkage_plan {
  const warta_index *index;
  const int32_t *days; /* by article; WI_DAY_NONE */
  double min;
  uint32_t window; /* WARTA_NO_WINDOW */
} wi_linkage_plan;

/* Two articles that are alike by at least the plan's min; a < b. */
typedef struct wi_linkage_pair {
  uint32_t a;
  uint32_t b;
  double score;
} wi_linkage_pair;

/* Writes for each article the smallest number in its group. The pairs are sorted, each once; the
 * array is put into another order. Average linkage is reducible (a group that has eaten another is
 * no nearer to a third than the nearer of both was), and stays so under the window, so chains of
 * nearest neighbours find the joins in any order (Benzecri 1982, Murtagh 1983), without a queue.
 * False: no memory. */
bool wi_linkage_run(uint32_t *roots, const wi_linkage_plan *plan, wi_linkage_pair *pairs,
                    size_t count);

#endif
