/* What users' lists add to the compiled dictionary or take away from it. */
#ifndef WI_USER_LISTS_H
#define WI_USER_LISTS_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "dictionary.h"
#include "entries.h"
#include "str.h"
#include "strmap.h"

typedef struct wi_user_value {
  bool takes_away;
  uint32_t number;
  wi_root root;
  wi_str text;
} wi_user_value;

/* One list kind's overlay: the last entry for a word counts. */
typedef struct wi_user_list {
  wi_strmap words;
  wi_user_value *values; /* by id */
  size_t capacity;
} wi_user_list;

wi_user_list wi_user_list_make(void);
void wi_user_list_free(wi_user_list *list);
/* False: no memory. */
bool wi_user_list_put(wi_user_list *list, wi_arena *arena, const wi_entry *entry);
/* The same as wi_user_list_find, for a list that is not empty. */
const wi_user_value *wi_user_list_search(const wi_user_list *list, wi_str word);
/* NULL: the list says nothing of the word. */
static inline const wi_user_value *wi_user_list_find(const wi_user_list *list, wi_str word) {
  return list->words.count == 0 ? NULL : wi_user_list_search(list, word);
}

#endif
