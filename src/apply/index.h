/* What an index holds: the vectors one behind the other, as they were added. */
#ifndef WI_INDEX_H
#define WI_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/index.h>

struct warta_index {
  const warta_vocab *vocab;
  uint32_t *terms; /* slots (vector.h), rising within an article */
  size_t terms_capacity;
  double *weights;
  size_t weights_capacity;
  size_t entries; /* of all articles */
  size_t *starts; /* by article, in whatever order they lie */
  size_t starts_capacity;
  size_t *ends; /* by article */
  size_t ends_capacity;
  uint32_t count;
  double *norms; /* by article: the length of its vector; 1 of an empty one */
  size_t norms_capacity;
  double norm_most;
  bool is_unbounded;
};

/* Slots of terms are below it. */
uint32_t wi_index_terms(const warta_index *index);
/* Scores of one article against several: its weights by slot, all 0 before; then the sums, which
 * are those of warta_index_score to the last bit; then all 0 again. */
void wi_index_spread(const warta_index *index, uint32_t article, double *by_slot);
double wi_index_spread_score(const warta_index *index, const double *by_slot, uint32_t other);
void wi_index_gather(const warta_index *index, uint32_t article, double *by_slot);
/* Whose neighbours a table holds. */
const warta_index *wi_neighbours_index(const warta_neighbours *table);

#endif
