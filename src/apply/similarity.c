#include <warta/similarity.h>

#include "shared_terms.h"
#include "vector.h"

static wi_term_list list_of(const warta_vector *vector) {
  const char *base = (const char *)vector->entries;
  if (vector->count == 0) {
    return (wi_term_list){NULL, NULL, 0, 0, 0};
  }
  return (wi_term_list){base + offsetof(wi_vector_entry, slot),
                        base + offsetof(wi_vector_entry, weight), sizeof(wi_vector_entry),
                        sizeof(wi_vector_entry), vector->count};
}

double warta_similarity(const warta_vector *a, const warta_vector *b) {
  const double sum = wi_shared_sum(list_of(a), list_of(b));
  /* Rounding may carry an article's likeness to itself past 1. */
  return sum < 1.0 || a->is_unbounded || b->is_unbounded ? sum : 1.0;
}

size_t warta_similarity_shared(const warta_vector *a, const warta_vector *b,
                               warta_shared_term *rows, size_t size) {
  return wi_shared_best(a->vocab, list_of(a), list_of(b), rows, size);
}
