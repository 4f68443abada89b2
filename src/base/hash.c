#include "hash.h"

#include <time.h>

#define XXH_INLINE_ALL /* short keys: a call would cost as much as the hash */
#include <xxhash.h>

uint64_t wi_hash(wi_str text, uint64_t seed) {
  return XXH3_64bits_withSeed(text.ptr, text.len, seed);
}

uint64_t wi_hash_stable(wi_str text) {
  return XXH3_64bits(text.ptr, text.len);
}

uint64_t wi_hash_seed(void) {
  struct timespec now = {0, 0};
  const void *where = &now; /* the stack moves from process to process */
  (void)timespec_get(&now, TIME_UTC);
  const uint64_t parts[3] = {(uint64_t)now.tv_sec, (uint64_t)now.tv_nsec,
                             (uint64_t)(uintptr_t)where};
  return XXH3_64bits(parts, sizeof parts);
}
