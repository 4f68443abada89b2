/* Which articles are worth comparing: those whose sampled shingles meet. */
#ifndef WI_COPY_CANDIDATES_H
#define WI_COPY_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "copy_article.h"

typedef struct wi_copy_candidate {
  uint32_t a; /* places in the array of articles; a < b */
  uint32_t b;
} wi_copy_candidate;

typedef struct wi_copy_candidate_array {
  wi_copy_candidate *items;
  size_t count;
  size_t capacity;
} wi_copy_candidate_array;

/* Sorted by a, then b, each once. False: no memory; the array may hold a part, and is to be freed
 * in either case. */
bool wi_copy_candidates_find(wi_copy_candidate_array *out, const wi_copy_article *articles,
                             size_t count);

#endif
