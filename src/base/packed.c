#include "packed.h"

#include <string.h>

/* So that offsets fit in 32 bits with room to spare. */
enum { PACKED_SIZE_MAX = 1 << 28 };

static uint32_t load_u32(const uint8_t *bytes) {
  uint32_t value = 0;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static uint32_t bucket_start(const wi_packed *table, uint32_t bucket) {
  return load_u32(table->offsets + (size_t)bucket * sizeof(uint32_t));
}

/* Counts the items of [at, end); false if the last one does not stop at the end. */
static bool check_bucket(const wi_packed *table, uint32_t at, uint32_t end, uint32_t *count) {
  while (at < end) {
    const uint32_t len = table->items[at];
    if (end - at < 1 + len + table->width) {
      return false;
    }
    at += 1 + len + table->width;
    (*count)++;
  }
  return true;
}

bool wi_packed_open(wi_packed *out, const void *block, size_t size, uint32_t width) {
  const uint8_t *bytes = block;
  uint32_t count = 0;
  *out = (wi_packed){0};
  if (size < WI_PACKED_HEAD || size > PACKED_SIZE_MAX || width > INT16_MAX) {
    return false;
  }
  wi_packed table = {.buckets = load_u32(bytes),
                     .width = load_u32(bytes + 4),
                     .count = load_u32(bytes + 8),
                     .filter = bytes + WI_PACKED_HEAD};
  const uint32_t filter = load_u32(bytes + 12);
  if (filter < WI_PACKED_BLOCK || (filter & (filter - 1)) != 0 || filter > size - WI_PACKED_HEAD) {
    return false;
  }
  const size_t room = (size - WI_PACKED_HEAD - filter) / sizeof(uint32_t);
  if (table.width != width || table.buckets == 0 || table.buckets >= room) {
    return false;
  }
  table.filter_blocks = filter / WI_PACKED_BLOCK;
  table.offsets = table.filter + filter;
  const size_t before = WI_PACKED_HEAD + filter + ((size_t)table.buckets + 1) * sizeof(uint32_t);
  table.items = bytes + before;
  table.items_size = bucket_start(&table, table.buckets);
  if (bucket_start(&table, 0) != 0 || table.items_size > size - before) {
    return false;
  }
  for (uint32_t bucket = 0; bucket < table.buckets; bucket++) {
    const uint32_t start = bucket_start(&table, bucket);
    const uint32_t end = bucket_start(&table, bucket + 1);
    if (start > end || end > table.items_size || !check_bucket(&table, start, end, &count)) {
      return false;
    }
  }
  if (count != table.count) {
    return false;
  }
  *out = table;
  return true;
}

const uint8_t *wi_packed_search(const wi_packed *table, wi_str key, uint64_t hash) {
  const uint32_t bucket = wi_packed_bucket(hash, table->buckets);
  const uint8_t *item = table->items + bucket_start(table, bucket);
  const uint8_t *end = table->items + bucket_start(table, bucket + 1);
  while (item < end) {
    const size_t len = item[0];
    /* Most keys of the same length differ in the first or the last byte: no call for them. */
    if (len == key.len &&
        (len == 0 || (item[1] == (uint8_t)key.ptr[0] && item[len] == (uint8_t)key.ptr[len - 1] &&
                      memcmp(item + 1, key.ptr, len) == 0))) {
      return item + 1 + len;
    }
    item += 1 + len + table->width;
  }
  return NULL;
}

bool wi_packed_next(const wi_packed *table, uint32_t *at, wi_str *key, const uint8_t **value) {
  if (*at >= table->items_size) {
    return false;
  }
  const uint8_t *item = table->items + *at;
  const uint32_t len = item[0];
  *key = (wi_str){(const char *)(item + 1), len};
  *value = item + 1 + len;
  *at += 1 + len + table->width;
  return true;
}
