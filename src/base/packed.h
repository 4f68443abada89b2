/* A read-only string table in one block of bytes: keys to values of a fixed width.
 *
 * Made by tools/dictc and read where it lies, so opening costs no memory. Form, in the byte order
 * of the machine: u32 bucket count, u32 value width, u32 item count, u32 filter bytes (a power of
 * two), the filter, u32 offsets[buckets + 1] (from the first item), then the items, one bucket
 * behind the other: u8 key length, key, value. The filter has one bit set for each key, so most
 * words that are no key are told without a look at the items.
 */
#ifndef WI_PACKED_H
#define WI_PACKED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { WI_PACKED_KEY_MAX = 255, WI_PACKED_HEAD = 16 };

typedef struct wi_packed {
  const uint8_t *filter;
  const uint8_t *offsets;
  const uint8_t *items;
  uint32_t buckets;
  uint32_t width;
  uint32_t count;
  uint32_t items_size;
  uint32_t filter_bits;
} wi_packed;

/* False if the block is damaged: after true, no look-up can leave it. Time linear in the block. */
bool wi_packed_open(wi_packed *out, const void *block, size_t size, uint32_t width);
/* The value's bytes (any alignment: read them with memcpy), or NULL. */
const uint8_t *wi_packed_find(const wi_packed *table, wi_str key);
/* The item behind *at, which begins as 0; in no useful order. False at the end. */
bool wi_packed_next(const wi_packed *table, uint32_t *at, wi_str *key, const uint8_t **value);
/* The bucket a key belongs to (buckets > 0), and its bit in the filter (bits: a power of two). */
uint32_t wi_packed_bucket(uint64_t hash, uint32_t buckets);
uint32_t wi_packed_bit(uint64_t hash, uint32_t bits);

#endif
