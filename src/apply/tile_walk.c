#include "tile_walk.h"

#include "mem.h"

/* What a task needs besides. */
typedef struct scratch {
  wi_tile tile;
  wi_lanes *lanes; /* of the task's own tile */
  size_t lanes_count;
  uint32_t *slots;
  uint16_t *sums;
} scratch;

static void free_scratch(scratch *room) {
  wi_tile_free(&room->tile);
  for (size_t i = 0; i < room->lanes_count; i++) {
    wi_lanes_free(&room->lanes[i]);
  }
  wi_mem_free(room->lanes);
  wi_mem_free(room->slots);
  wi_mem_free(room->sums);
}

static bool open_scratch(scratch *room, const warta_index *index) {
  room->lanes_count = WI_TILE_ARTICLES / WI_TILE_LANES;
  room->lanes = wi_mem_new(room->lanes_count, sizeof *room->lanes);
  room->slots = wi_mem_new(wi_index_terms(index), sizeof *room->slots);
  room->sums = wi_mem_new((size_t)WI_TILE_ARTICLES * WI_TILE_LANES, sizeof *room->sums);
  if (room->lanes == NULL) {
    room->lanes_count = 0;
  }
  return room->lanes != NULL && room->slots != NULL && room->sums != NULL;
}

static uint32_t groups_of(uint32_t articles) {
  return (articles + WI_TILE_LANES - 1) / WI_TILE_LANES;
}

static bool fill_lanes(scratch *room, const warta_index *index, uint32_t first, uint32_t own) {
  for (uint32_t i = 0; i < groups_of(own); i++) {
    const uint32_t at = i * WI_TILE_LANES;
    const uint32_t count = own - at < WI_TILE_LANES ? own - at : WI_TILE_LANES;
    if (!wi_lanes_fill(&room->lanes[i], index, first + at, count, room->slots)) {
      return false;
    }
  }
  return true;
}

static bool run_task(const wi_walk *walk, scratch *room, uint32_t task) {
  const warta_index *index = walk->index;
  const uint32_t first = task * WI_TILE_ARTICLES;
  const uint32_t left = walk->asked - first;
  const uint32_t own = left < WI_TILE_ARTICLES ? left : WI_TILE_ARTICLES;
  if (!fill_lanes(room, index, first, own)) {
    return false;
  }
  for (uint32_t number = task; number < wi_tile_count(index); number++) {
    if (!wi_tile_fill(&room->tile, index, number)) {
      return false;
    }
    for (uint32_t i = 0; i < groups_of(own); i++) {
      const uint32_t from = number == task ? i * WI_TILE_LANES : 0;
      const wi_walk_step step = {&room->tile, &room->lanes[i], room->sums, from};
      wi_tile_sum(room->sums, &room->tile, &room->lanes[i], from);
      walk->fn(walk->payload, &step);
      if (number == task) {
        wi_tile_drop(&room->tile, index, &room->lanes[i]);
      }
    }
  }
  return true;
}

uint32_t wi_walk_task_count(uint32_t asked) {
  return asked / WI_TILE_ARTICLES + (asked % WI_TILE_ARTICLES != 0);
}

bool wi_walk_tasks(const wi_walk *walk, uint32_t first, uint32_t last) {
  scratch room = {{0, 0, NULL, NULL, NULL, NULL, 0}, NULL, 0, NULL, NULL};
  if (first == last) {
    return true;
  }
  bool is_done = open_scratch(&room, walk->index);
  for (uint32_t task = first; task < last && is_done; task++) {
    is_done = run_task(walk, &room, task);
  }
  free_scratch(&room);
  return is_done;
}
