/* A read-only string table in one block of bytes: keys to values of a fixed width.
 *
 * Made by tools/dictc and read where it lies, so opening costs no memory. Form, in the byte order
 * of the machine: u32 bucket count, u32 value width, u32 item count, u32 filter bytes (a power of
 * two, at least 8), the filter, u32 offsets[buckets + 1] (from the first item), then the items, one
 * bucket behind the other: u8 key length, key, value. The filter has two bits of one eight-byte
 * block set for each key, so most words that are no key are told without a look at the items.
 */
#ifndef WI_PACKED_H
#define WI_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "str.h"

enum { WI_PACKED_KEY_MAX = 255, WI_PACKED_HEAD = 16, WI_PACKED_BLOCK = 8 };

typedef struct wi_packed {
  const uint8_t *filter;
  const uint8_t *offsets;
  const uint8_t *items;
  uint32_t buckets;
  uint32_t width;
  uint32_t count;
  uint32_t items_size;
  uint32_t filter_blocks;
} wi_packed;

/* False if the block is damaged: after true, no look-up can leave it. Time linear in the block. */
bool wi_packed_open(wi_packed *out, const void *block, size_t size, uint32_t width);
/* The item behind *at, which begins as 0; in no useful order. False at the end. */
bool wi_packed_next(const wi_packed *table, uint32_t *at, wi_str *key, const uint8_t **value);

/* A key's hash: of two or a few loads, since a stem costs several look-ups and keys are words. The
 * tables are made in advance and nobody adds to them, so no seed is needed. */
static inline uint64_t wi_packed_hash(wi_str key) {
  enum { WORD = 8, HALF = 4 };
  const uint64_t factor = UINT64_C(0x9E3779B97F4A7C15); /* 2^64 by the golden ratio */
  uint64_t first = 0;
  uint64_t last = 0;
  if (key.len >= WORD) {
    memcpy(&first, key.ptr, WORD);
    memcpy(&last, key.ptr + (key.len - WORD), WORD);
    for (size_t at = WORD; at + WORD < key.len; at += WORD) {
      uint64_t next = 0;
      memcpy(&next, key.ptr + at, WORD);
      first = ((first ^ first >> 29) * factor) ^ next;
    }
  } else if (key.len >= HALF) {
    memcpy(&first, key.ptr, HALF);
    memcpy(&last, key.ptr + (key.len - HALF), HALF);
  } else {
    for (size_t at = 0; at < key.len; at++) {
      first = first << 8 | (uint8_t)key.ptr[at];
    }
  }
  uint64_t hash = ((first ^ key.len) * factor ^ (last + (first >> 32))) * factor;
  hash = (hash ^ hash >> 32) * factor;
  return hash ^ hash >> 29;
}
/* The bucket a key belongs to (buckets > 0): the high half scaled to their count, no division. */
static inline uint32_t wi_packed_bucket(uint64_t hash, uint32_t buckets) {
  return (uint32_t)(((hash >> 32) * buckets) >> 32);
}
/* Its block of the filter (blocks: a power of two), and its bits there. */
static inline uint32_t wi_packed_block(uint64_t hash, uint32_t blocks) {
  return (uint32_t)(hash >> 12) & (blocks - 1);
}
static inline uint64_t wi_packed_bits(uint64_t hash) {
  return UINT64_C(1) << (hash & 63) | UINT64_C(1) << (hash >> 6 & 63);
}

/* The same as wi_packed_find, for a key that has passed the filter. */
const uint8_t *wi_packed_search(const wi_packed *table, wi_str key, uint64_t hash);
/* hash: wi_packed_hash of the key, for callers who look it up in several tables. */
static inline const uint8_t *wi_packed_find_hashed(const wi_packed *table, wi_str key,
                                                   uint64_t hash) {
  const uint64_t bits = wi_packed_bits(hash);
  const size_t block = wi_packed_block(hash, table->filter_blocks);
  uint64_t here = 0;
  memcpy(&here, table->filter + block * WI_PACKED_BLOCK, sizeof here);
  return (here & bits) == bits ? wi_packed_search(table, key, hash) : NULL;
}
/* The value's bytes (any alignment: read them with memcpy), or NULL. */
static inline const uint8_t *wi_packed_find(const wi_packed *table, wi_str key) {
  return wi_packed_find_hashed(table, key, wi_packed_hash(key));
}

#endif
