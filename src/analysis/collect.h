/* From the tokens of a text to the units and terms of a document. */
#ifndef WI_COLLECT_H
#define WI_COLLECT_H

#include <warta/status.h>

#include "document_data.h"
#include "session_data.h"
#include "str.h"

/* Where the units go: those of the text, or those of a title given apart. */
typedef struct wi_unit_list {
  wi_unit **items;
  size_t *count;
  size_t *capacity;
} wi_unit_list;

/* Appends the tokens of the text that the session has prepared. False: no memory. */
warta_status wi_collect(warta_document *document, const wi_unit_list *out, warta_session *session,
                        wi_str text, warta_error *error);

#endif
