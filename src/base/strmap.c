#include "strmap.h"

#include <string.h>

#include "hash.h"
#include "mem.h"

enum { STRMAP_FIRST_SLOTS = 64, STRMAP_MAX_KEYS = INT32_MAX };

wi_strmap wi_strmap_make(void) {
  wi_strmap map = {.seed = wi_hash_seed()};
  return map;
}

/* Linear probing; at most half of the slots are full, and the seed keeps chains short. */
static size_t find_slot(const wi_strmap *map, wi_str key) {
  size_t slot = (size_t)wi_hash(key, map->seed) & (map->slot_count - 1);
  while (map->slots[slot] != 0 && !wi_str_equal(map->keys[map->slots[slot] - 1], key)) {
    slot = (slot + 1) & (map->slot_count - 1);
  }
  return slot;
}

uint32_t wi_strmap_find(const wi_strmap *map, wi_str key) {
  if (map->slot_count == 0) {
    return WI_STRMAP_NONE;
  }
  const uint32_t slot = map->slots[find_slot(map, key)];
  return slot == 0 ? WI_STRMAP_NONE : slot - 1;
}

/* Slots for one key more than there are, all of them hashed. */
static bool make_slots(wi_strmap *map) {
  size_t wanted = map->slot_count == 0 ? STRMAP_FIRST_SLOTS : map->slot_count;
  while (map->count >= wanted / 2) {
    wanted *= 2;
  }
  if (wanted > map->slot_count) {
    uint32_t *slots = wi_mem_new(wanted, sizeof *slots);
    if (slots == NULL) {
      return false;
    }
    wi_mem_free(map->slots);
    map->slots = slots;
    map->slot_count = wanted;
    map->hashed = 0;
  }
  for (; map->hashed < map->count; map->hashed++) {
    map->slots[find_slot(map, map->keys[map->hashed])] = map->hashed + 1;
  }
  return true;
}

bool wi_strmap_make_room(wi_strmap *map) {
  return map->count < STRMAP_MAX_KEYS &&
         wi_mem_grow(&map->keys, &map->keys_capacity, map->count, sizeof *map->keys);
}

bool wi_strmap_append(wi_strmap *map, wi_str key, uint32_t *id) {
  const wi_str copy = wi_arena_copy(&map->text, key);
  return copy.ptr != NULL && wi_strmap_borrow(map, copy, id);
}

bool wi_strmap_add(wi_strmap *map, wi_str key, uint32_t *id) {
  if ((map->count >= map->slot_count / 2 || map->hashed < map->count) && !make_slots(map)) {
    return false;
  }
  const size_t slot = find_slot(map, key);
  if (map->slots[slot] != 0) {
    *id = map->slots[slot] - 1;
    return true;
  }
  if (!wi_strmap_append(map, key, id)) {
    return false;
  }
  map->slots[slot] = map->count;
  map->hashed = map->count;
  return true;
}

void wi_strmap_reset(wi_strmap *map) {
  if (map->hashed > 0) {
    memset(map->slots, 0, map->slot_count * sizeof *map->slots);
  }
  map->count = 0;
  map->hashed = 0;
  wi_arena_reset(&map->text);
}

void wi_strmap_free(wi_strmap *map) {
  wi_arena_free(&map->text);
  wi_mem_free(map->keys);
  wi_mem_free(map->slots);
  *map = (wi_strmap){0};
}
