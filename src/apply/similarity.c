#include <warta/similarity.h>

#include <stdbool.h>
#include <stdint.h>

#include "str.h"
#include "vector.h"

/* A walk over the terms that two vectors share, in order of their numbers. */
typedef struct shared_walk {
  const warta_vector *a;
  const warta_vector *b;
  size_t at_a;
  size_t at_b;
} shared_walk;

/* The part is a product, so the order of the two makes no difference to it. */
static bool next_shared(shared_walk *walk, uint32_t *term, double *part) {
  while (walk->at_a < walk->a->count && walk->at_b < walk->b->count) {
    const wi_vector_entry *left = &walk->a->entries[walk->at_a];
    const wi_vector_entry *right = &walk->b->entries[walk->at_b];
    walk->at_a += left->term <= right->term;
    walk->at_b += right->term <= left->term;
    if (left->term == right->term) {
      *term = left->term;
      *part = left->weight * right->weight;
      return true;
    }
  }
  return false;
}

double warta_similarity(const warta_vector *a, const warta_vector *b) {
  shared_walk walk = {a, b, 0, 0};
  double sum = 0.0;
  double part = 0.0;
  uint32_t term = 0;
  while (next_shared(&walk, &term, &part)) {
    sum += part;
  }
  /* Rounding may carry an article's likeness to itself past 1. */
  return sum < 1.0 ? sum : 1.0;
}

static bool stands_before(const warta_shared_term *a, const warta_shared_term *b) {
  if (a->part > b->part || a->part < b->part) {
    return a->part > b->part;
  }
  return wi_str_compare((wi_str){a->term, a->len}, (wi_str){b->term, b->len}) < 0;
}

/* rows[0] is the last in order of the `count` rows, as in a heap. */
static void sift_down(warta_shared_term *rows, size_t count, size_t at) {
  while (2 * at + 1 < count) {
    size_t child = 2 * at + 1;
    if (child + 1 < count && stands_before(&rows[child], &rows[child + 1])) {
      child++;
    }
    if (!stands_before(&rows[at], &rows[child])) {
      return;
    }
    const warta_shared_term row = rows[at];
    rows[at] = rows[child];
    rows[child] = row;
    at = child;
  }
}

static void sift_up(warta_shared_term *rows, size_t at) {
  while (at > 0 && stands_before(&rows[(at - 1) / 2], &rows[at])) {
    const warta_shared_term row = rows[at];
    rows[at] = rows[(at - 1) / 2];
    rows[(at - 1) / 2] = row;
    at = (at - 1) / 2;
  }
}

/* A heap of the best `size`, so that a long list of shared terms needs no memory; then heapsort. */
size_t warta_similarity_shared(const warta_vector *a, const warta_vector *b,
                               warta_shared_term *rows, size_t size) {
  shared_walk walk = {a, b, 0, 0};
  warta_shared_term row = {NULL, 0, 0.0};
  uint32_t term = 0;
  size_t kept = 0;
  size_t found = 0;
  while (next_shared(&walk, &term, &row.part)) {
    const wi_str text = wi_strmap_key(&a->vocab->terms, term);
    row.term = text.ptr;
    row.len = text.len;
    found++;
    if (kept < size) {
      rows[kept] = row;
      sift_up(rows, kept++);
    } else if (size > 0 && stands_before(&row, &rows[0])) {
      rows[0] = row;
      sift_down(rows, kept, 0);
    }
  }
  for (size_t left = kept; left > 1; left--) {
    const warta_shared_term last = rows[0];
    rows[0] = rows[left - 1];
    rows[left - 1] = last;
    sift_down(rows, left - 1, 0);
  }
  return found;
}
