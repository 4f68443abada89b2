#include "arena.h"

#include <stddef.h>
#include <string.h>

#include "mem.h"

/* Under the address sanitizer pieces lie apart, and what lies between them may not be touched. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WI_ARENA_GUARDED 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define WI_ARENA_GUARDED 1
#endif
#ifdef WI_ARENA_GUARDED
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(from, bytes) ((void)(from), (void)(bytes))
#define ASAN_UNPOISON_MEMORY_REGION(from, bytes) ((void)(from), (void)(bytes))
enum { GAP = 0 };
#endif

enum { ARENA_BLOCK_BYTES = 16384 };

typedef struct wi_arena_block {
  struct wi_arena_block *next;
  size_t used;
  size_t size;
  max_align_t bytes[];
} wi_arena_block;

static wi_arena_block *add_block(wi_arena *arena, size_t needed) {
  size_t size = ARENA_BLOCK_BYTES;
  size_t total = 0;
  /* Blocks double, so that n bytes take about log n calls to malloc. */
  if (arena->head != NULL && !wi_mem_multiply(arena->head->size, 2, &size)) {
    return NULL;
  }
  if (size < needed) {
    size = needed;
  }
  if (!wi_mem_add(sizeof(wi_arena_block), size, &total)) {
    return NULL;
  }
  wi_arena_block *block = wi_mem_resize(NULL, total, 1);
  if (block == NULL) {
    return NULL;
  }
  block->next = arena->head;
  block->used = 0;
  block->size = size;
  ASAN_POISON_MEMORY_REGION(block->bytes, size);
  arena->head = block;
  return block;
}

/* `bytes` from a multiple of `unit` on. */
static void *take(wi_arena *arena, size_t bytes, size_t unit) {
  wi_arena_block *block = arena->head;
  size_t from = block == NULL ? 0 : (block->used + GAP + unit - 1) / unit * unit;
  if (block == NULL || from > block->size || block->size - from < bytes) {
    block = add_block(arena, bytes);
    if (block == NULL) {
      return NULL;
    }
    from = 0;
  }
  block->used = from + bytes;
  ASAN_UNPOISON_MEMORY_REGION((char *)block->bytes + from, bytes);
  return (char *)block->bytes + from;
}

void *wi_arena_take(wi_arena *arena, size_t count, size_t size) {
  size_t bytes = 0;
  return wi_mem_multiply(count, size, &bytes) ? take(arena, bytes, sizeof(max_align_t)) : NULL;
}

void *wi_arena_new(wi_arena *arena, size_t count, size_t size) {
  void *piece = wi_arena_take(arena, count, size);
  return piece == NULL ? NULL : memset(piece, 0, count * size);
}

wi_str wi_arena_copy(wi_arena *arena, wi_str text) {
  char *copy = take(arena, text.len == 0 ? 1 : text.len, 1);
  if (copy == NULL) {
    return (wi_str){NULL, 0};
  }
  if (text.len > 0) {
    memcpy(copy, text.ptr, text.len);
  }
  return (wi_str){copy, text.len};
}

void wi_arena_reset(wi_arena *arena) {
  wi_arena_block *head = arena->head;
  if (head == NULL) {
    return;
  }
  wi_arena rest = {head->next};
  head->next = NULL;
  head->used = 0;
  ASAN_POISON_MEMORY_REGION(head->bytes, head->size);
  wi_arena_free(&rest);
}

void wi_arena_free(wi_arena *arena) {
  while (arena->head != NULL) {
    wi_arena_block *next = arena->head->next;
    wi_mem_free(arena->head);
    arena->head = next;
  }
}
