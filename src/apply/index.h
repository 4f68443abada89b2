/* What an index holds: the vectors one behind the other. */
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
  size_t *starts; /* by article; one more at the end */
  size_t starts_capacity;
  uint32_t count;
  size_t longest; /* entries of the longest article */
  bool is_unbounded;
};

/* Slots of terms are below it. */
uint32_t wi_index_terms(const warta_index *index);
/* Whose neighbours a table holds. */
const warta_index *wi_neighbours_index(const warta_neighbours *table);

#endif
