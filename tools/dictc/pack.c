#include "pack.h"

#include <stdlib.h>
#include <string.h>

#include "mem.h"
#include "packed.h"

/* Keys a bucket holds on average: few enough to scan, enough to keep the offsets small. */
enum { PACK_LOAD = 4 };

typedef struct item {
  uint32_t bucket;
  wi_str key;
  uint32_t value;
} item;

pack pack_make(void) {
  return (pack){.keys = wi_strmap_make()};
}

void pack_free(pack *p) {
  wi_strmap_free(&p->keys);
  wi_mem_free(p->values);
  *p = (pack){0};
}

bool pack_put(pack *p, wi_str key, uint32_t value) {
  uint32_t id = 0;
  if (!wi_mem_grow(&p->values, &p->capacity, p->keys.count, sizeof *p->values) ||
      !wi_strmap_add(&p->keys, key, &id)) {
    return false;
  }
  p->values[id] = value;
  return true;
}

uint32_t *pack_find(pack *p, wi_str key) {
  const uint32_t id = wi_strmap_find(&p->keys, key);
  return id == WI_STRMAP_NONE ? NULL : &p->values[id];
}

static int compare_items(const void *a, const void *b) {
  const item *x = a;
  const item *y = b;
  if (x->bucket != y->bucket) {
    return x->bucket < y->bucket ? -1 : 1;
  }
  return wi_str_compare(x->key, y->key);
}

static bool append_u32(wi_buf *out, uint32_t value) {
  return wi_buf_append(out, (wi_str){(const char *)&value, sizeof value});
}

static bool append_value(wi_buf *out, uint32_t value, uint32_t width) {
  const uint8_t byte = (uint8_t)value;
  const uint16_t half = (uint16_t)value;
  if (width == sizeof byte) {
    return wi_buf_append(out, (wi_str){(const char *)&byte, sizeof byte});
  }
  if (width == sizeof half) {
    return wi_buf_append(out, (wi_str){(const char *)&half, sizeof half});
  }
  return append_u32(out, value);
}

static bool append_offsets(wi_buf *out, const item *items, uint32_t count, uint32_t buckets,
                           uint32_t width) {
  uint32_t offset = 0;
  uint32_t at = 0;
  for (uint32_t bucket = 0; bucket < buckets; bucket++) {
    if (!append_u32(out, offset)) {
      return false;
    }
    for (; at < count && items[at].bucket == bucket; at++) {
      offset += 1 + (uint32_t)items[at].key.len + width;
    }
  }
  return append_u32(out, offset);
}

/* A byte of filter for each key and up to two: one in twenty to sixty other words passes it. */
static bool append_filter(wi_buf *out, const item *items, uint32_t count) {
  uint32_t bytes = WI_PACKED_BLOCK;
  while (bytes < count) {
    bytes *= 2;
  }
  if (!append_u32(out, bytes) || !wi_buf_reserve(out, bytes)) {
    return false;
  }
  char *filter = out->ptr + out->len;
  memset(filter, 0, bytes);
  for (uint32_t i = 0; i < count; i++) {
    const uint64_t hash = wi_packed_hash(items[i].key);
    char *block = filter + (size_t)wi_packed_block(hash, bytes / WI_PACKED_BLOCK) * WI_PACKED_BLOCK;
    uint64_t bits = 0;
    memcpy(&bits, block, sizeof bits);
    bits |= wi_packed_bits(hash);
    memcpy(block, &bits, sizeof bits);
  }
  out->len += bytes;
  return true;
}

static bool append_table(wi_buf *out, const item *items, uint32_t count, uint32_t width) {
  const uint32_t buckets = count / PACK_LOAD + 1;
  bool ok = append_u32(out, buckets) && append_u32(out, width) && append_u32(out, count) &&
            append_filter(out, items, count) && append_offsets(out, items, count, buckets, width);
  for (uint32_t i = 0; ok && i < count; i++) {
    ok = wi_buf_push(out, (char)(uint8_t)items[i].key.len) && wi_buf_append(out, items[i].key) &&
         append_value(out, items[i].value, width);
  }
  return ok;
}

bool pack_write(const pack *p, uint32_t width, wi_buf *out) {
  const uint32_t count = p->keys.count;
  item *items = wi_mem_new(count, sizeof *items);
  if (items == NULL) {
    return false;
  }
  for (uint32_t id = 0; id < count; id++) {
    const wi_str key = wi_strmap_key(&p->keys, id);
    items[id] =
        (item){wi_packed_bucket(wi_packed_hash(key), count / PACK_LOAD + 1), key, p->values[id]};
  }
  qsort(items, count, sizeof *items, compare_items);
  const bool ok = append_table(out, items, count, width);
  wi_mem_free(items);
  return ok;
}
