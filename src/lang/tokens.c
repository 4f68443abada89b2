#include "tokens.h"

#include <string.h>

#include "mem.h"
#include "sixteen.h"

void wi_token_array_free(wi_token_array *array) {
  wi_mem_free(array->items);
  wi_mem_free(array->notes);
  *array = (wi_token_array){0};
}

bool wi_token_array_reserve(wi_token_array *array, size_t more) {
  enum { FIRST = 64 };
  size_t capacity = array->capacity;
  if (capacity - array->count >= more) {
    return true;
  }
  while (capacity - array->count < more) {
    if (!wi_mem_multiply(capacity < FIRST / 2 ? FIRST / 2 : capacity, 2, &capacity)) {
      return false;
    }
  }
  wi_token *items = wi_mem_resize(array->items, capacity, sizeof *items);
  if (items == NULL) {
    return false;
  }
  array->items = items;
  uint8_t *notes = wi_mem_resize(array->notes, capacity, sizeof *notes);
  if (notes == NULL) {
    return false;
  }
  array->notes = notes;
  array->capacity = capacity;
  return true;
}

/* Eight notes at a time, as most have none. */
size_t wi_token_next_noted(const wi_token_array *array, size_t i, uint8_t note) {
  while (i + 8 <= array->count) {
    const uint64_t found = wi_sixteen_load((const char *)array->notes + i) & WI_EACH_BYTE(note);
    if (found != 0) {
      return i + wi_sixteen_first_set(found) / 8;
    }
    i += 8;
  }
  while (i < array->count && (array->notes[i] & note) == 0) {
    i++;
  }
  return i;
}

size_t wi_token_move(wi_token_array *array, size_t kept, size_t from, size_t to) {
  if (kept < from && to > from) {
    memmove(array->items + kept, array->items + from, (to - from) * sizeof *array->items);
    memmove(array->notes + kept, array->notes + from, to - from);
  }
  return kept + (to - from);
}
