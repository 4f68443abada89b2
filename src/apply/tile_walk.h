/* The walk over an index, tile against tile: a task is one tile against itself and all behind it.
 */
#ifndef WI_TILE_WALK_H
#define WI_TILE_WALK_H

#include <stdbool.h>
#include <stdint.h>

#include "tile.h"

/* The sums of the lanes' articles with those of the tile from `from` on. */
typedef struct wi_walk_step {
  const wi_tile *tile;
  const wi_lanes *lanes;
  const uint16_t *sums; /* as wi_tile_sum makes them */
  uint32_t from;
} wi_walk_step;

typedef void (*wi_walk_fn)(void *payload, const wi_walk_step *step);

typedef struct wi_walk {
  const warta_index *index;
  uint32_t asked; /* only the first so many articles are in lanes */
  wi_walk_fn fn;
  void *payload;
} wi_walk;

uint32_t wi_walk_task_count(uint32_t asked);
/* The tasks [first, last). False: no memory. */
bool wi_walk_tasks(const wi_walk *walk, uint32_t first, uint32_t last);

#endif
