/* The part that each unit of a document may play in a keyword. */
#ifndef WI_UNIT_CLASSES_H
#define WI_UNIT_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

#include "document_data.h"

typedef enum wi_unit_class {
  WI_UNIT_BREAK = 0, /* in no phrase */
  WI_UNIT_CONTENT = 1, /* anywhere */
  WI_UNIT_LINK = 2, /* inside a name only: Bridge for Cities */
  WI_UNIT_TAIL = 3 /* behind a name only: Liga 1, Pilkada 2018 */
} wi_unit_class;

typedef struct wi_unit_role {
  uint8_t kind; /* wi_unit_class */
  bool is_name; /* its capital is no matter of place, so it is part of a name */
} wi_unit_role;

/* One role for each unit; owned, free with wi_mem_free. NULL: no memory. */
wi_unit_role *wi_unit_roles_make(const warta_document *document);

#endif
