/* What a vector holds; for the model floor and those above it. */
#ifndef WI_VECTOR_H
#define WI_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/vector.h>

#include "vocab.h"

typedef struct wi_vector_entry {
  uint32_t term; /* number in the vocabulary; entries rise by it */
  uint32_t tf;
  double weight;
} wi_vector_entry;

struct warta_vector {
  const warta_vocab *vocab;
  wi_vector_entry *entries;
  size_t count;
  bool is_unbounded; /* the norm is not the L2 length: scores may pass 1 */
};

#endif
