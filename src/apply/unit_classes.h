/* The part that each unit of a document may play in a keyword. */
#ifndef WI_UNIT_CLASSES_H
#define WI_UNIT_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "document_data.h"

typedef enum wi_unit_class {
  WI_UNIT_BREAK = 0, /* in no phrase */
  WI_UNIT_CONTENT = 1, /* anywhere */
  WI_UNIT_LINK = 2, /* inside a name only: Bridge for Cities */
  WI_UNIT_TAIL = 3, /* behind a name only: Liga 1, Pilkada 2018 */
  WI_UNIT_VERB = 4, /* by itself only: menjaga */
  WI_UNIT_STATE = 5, /* by itself, or in a phrase but first: tertinggal in daerah tertinggal */
  WI_UNIT_GENERAL = 6 /* anywhere in a phrase, but weak by itself: sektor */
} wi_unit_class;

typedef struct wi_unit_role {
  uint8_t kind; /* wi_unit_class */
  uint8_t role; /* wi_name_role of a content word */
  bool is_name; /* its capital is no matter of place, so it is part of a name */
} wi_unit_role;

/* One role for each unit, from the arena. NULL: no memory. */
wi_unit_role *wi_unit_roles_make(const warta_document *document, wi_arena *arena);

#endif
