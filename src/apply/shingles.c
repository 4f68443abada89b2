#include "shingles.h"

#include <stdlib.h>

/* One of four, and no fewer than 32: an article cut to a few sentences keeps them all. */
static const uint64_t SAMPLE_LIMIT = UINT64_MAX / 4;
enum { SAMPLE_LEAST = 32 };

size_t wi_shingle_most(size_t terms, size_t size) {
  return terms < size ? 0 : terms - size + 1;
}

/* The last step of Steele, Lea and Flood's SplitMix (2014): every bit depends on every bit. */
static uint64_t scatter(uint64_t x) {
  x = (x ^ x >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  x = (x ^ x >> 27) * UINT64_C(0x94D049BB133111EB);
  return x ^ x >> 31;
}

static uint64_t hash_at(const uint64_t *terms, size_t size) {
  uint64_t hash = 0;
  for (size_t i = 0; i < size; i++) {
    hash = scatter(hash + UINT64_C(0x9E3779B97F4A7C15) + terms[i]);
  }
  return hash;
}

static int by_hash(const void *left, const void *right) {
  const uint64_t *a = left;
  const uint64_t *b = right;
  return (*a > *b) - (*a < *b);
}

size_t wi_shingle_collect(uint64_t *hashes, wi_term_run run, size_t size) {
  const size_t most = wi_shingle_most(run.count, size);
  for (size_t i = 0; i < most; i++) {
    hashes[i] = hash_at(run.terms + i, size);
  }
  if (most > 1) {
    qsort(hashes, most, sizeof *hashes, by_hash);
  }
  size_t count = 0;
  for (size_t i = 0; i < most; i++) {
    if (count == 0 || hashes[count - 1] != hashes[i]) {
      hashes[count++] = hashes[i];
    }
  }
  return count;
}

size_t wi_shingle_sample(const wi_shingle_set *set) {
  size_t count = 0;
  while (count < set->count && (count < SAMPLE_LEAST || set->hashes[count] <= SAMPLE_LIMIT)) {
    count++;
  }
  return count;
}

static bool holds(const wi_shingle_set *set, uint64_t hash) {
  size_t low = 0;
  size_t high = set->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    if (set->hashes[middle] < hash) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < set->count && set->hashes[low] == hash;
}

size_t wi_shingle_cover(wi_term_run run, const wi_shingle_set *set, size_t size) {
  const size_t most = wi_shingle_most(run.count, size);
  size_t covered = 0;
  size_t until = 0; /* terms before it are counted */
  for (size_t i = 0; i < most; i++) {
    if (holds(set, hash_at(run.terms + i, size))) {
      covered += i + size - (until > i ? until : i);
      until = i + size;
    }
  }
  return covered;
}
