/* Strings to 32-bit ids in order of insertion; the ids index whatever the owner keeps beside it. */
#ifndef WI_STRMAP_H
#define WI_STRMAP_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

#define WI_STRMAP_NONE UINT32_MAX

typedef struct wi_strmap {
  wi_arena text;
  wi_str *keys; /* by id */
  size_t keys_capacity;
  uint32_t count;
  uint32_t hashed; /* keys that have a slot; the others were appended */
  uint32_t *slots; /* id + 1, or 0 */
  size_t slot_count;
  uint64_t seed;
} wi_strmap;

/* An empty map; no memory is taken until the first key. */
wi_strmap wi_strmap_make(void);
/* The key's id, or WI_STRMAP_NONE. */
uint32_t wi_strmap_find(const wi_strmap *map, wi_str key);
/* The key's id, new or known; the bytes are copied. False: no memory, or 2^31 keys. */
bool wi_strmap_add(wi_strmap *map, wi_str key, uint32_t *id);
/* A key that the map does not have: it gets the next id, and is hashed only when some other key is
 * added or looked for by its bytes. Until then wi_strmap_find must not be called; add may be. */
bool wi_strmap_append(wi_strmap *map, wi_str key, uint32_t *id);
/* Makes room for one key more. */
bool wi_strmap_make_room(wi_strmap *map);

/* As append, of a key whose bytes outlive the map: they are not copied. */
static inline bool wi_strmap_borrow(wi_strmap *map, wi_str key, uint32_t *id) {
  if (map->count >= map->keys_capacity && !wi_strmap_make_room(map)) {
    return false;
  }
  map->keys[map->count] = key;
  *id = map->count++;
  return true;
}

static inline wi_str wi_strmap_key(const wi_strmap *map, uint32_t id) {
  return map->keys[id];
}

/* Forgets the keys and keeps the memory of the table. */
void wi_strmap_reset(wi_strmap *map);
void wi_strmap_free(wi_strmap *map);

#endif
