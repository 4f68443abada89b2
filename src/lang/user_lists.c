#include "user_lists.h"

#include "mem.h"

wi_user_list wi_user_list_make(void) {
  return (wi_user_list){.words = wi_strmap_make()};
}

void wi_user_list_free(wi_user_list *list) {
  wi_strmap_free(&list->words);
  wi_mem_free(list->values);
  *list = (wi_user_list){0};
}

bool wi_user_list_put(wi_user_list *list, wi_arena *arena, const wi_entry *entry) {
  uint32_t id = 0;
  wi_str text = {0};
  if (entry->value.len > 0) {
    text = wi_arena_copy(arena, entry->value);
    if (text.ptr == NULL) {
      return false;
    }
  }
  /* Room for the value first: a word without one must not stay behind. */
  if (!wi_mem_grow(&list->values, &list->capacity, list->words.count, sizeof *list->values) ||
      !wi_strmap_add(&list->words, entry->word, &id)) {
    return false;
  }
  list->values[id] = (wi_user_value){
      .takes_away = entry->takes_away, .number = entry->number, .root = entry->root, .text = text};
  return true;
}

const wi_user_value *wi_user_list_search(const wi_user_list *list, wi_str word) {
  const uint32_t id = wi_strmap_find(&list->words, word);
  return id == WI_STRMAP_NONE ? NULL : &list->values[id];
}
