/* What a vector holds; for the model floor and those above it. */
#ifndef WI_VECTOR_H
#define WI_VECTOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/vector.h>

#include "vocab.h"

/* A term in a part of the article. Both parts of a term lie beside each other. */
static inline uint32_t wi_vector_slot(uint32_t term, warta_vector_part part) {
  return 2 * term + (uint32_t)part;
}
static inline uint32_t wi_slot_term(uint32_t slot) {
  return slot / 2;
}
static inline warta_vector_part wi_slot_part(uint32_t slot) {
  return (warta_vector_part)(slot % 2);
}

typedef struct wi_vector_entry {
  uint32_t slot; /* of a number in the vocabulary; entries rise by it */
  uint32_t tf;
  double weight;
} wi_vector_entry;

struct warta_vector {
  const warta_vocab *vocab;
  wi_vector_entry *entries;
  size_t count;
  bool is_unbounded; /* the norm is not the L2 length: scores may pass 1 */
};

/* The tf of a term in a part: its mentions, weighed by their fields. */
double wi_vector_tf(const uint32_t counts[WARTA_FIELD_COUNT], const warta_vector_options *options,
                    warta_vector_part part);

#endif
