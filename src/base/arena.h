/* A bump arena: many small pieces that die together. */
#ifndef WI_ARENA_H
#define WI_ARENA_H

#include <stddef.h>

#include "str.h"

typedef struct wi_arena {
  struct wi_arena_block *head;
} wi_arena;

/* {NULL} is an empty arena. Pieces are aligned for any object and not zeroed; copies stand close to
 * each other. NULL: no memory. */
void *wi_arena_take(wi_arena *arena, size_t count, size_t size);
/* The same, zeroed. */
void *wi_arena_new(wi_arena *arena, size_t count, size_t size);
/* A copy of the bytes; ptr is NULL if there is no memory. */
wi_str wi_arena_copy(wi_arena *arena, wi_str text);
/* Forgets all pieces and keeps the largest block. */
void wi_arena_reset(wi_arena *arena);
void wi_arena_free(wi_arena *arena);

#endif
