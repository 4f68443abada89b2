/* Which acronyms of a document are the initials that news gives people it does not name: "pelaku
 * berinisial RH (24), DS (27) dan AM". They are no subject.
 */
#ifndef WI_INITIALS_H
#define WI_INITIALS_H

#include <stdbool.h>

#include "arena.h"
#include "document_data.h"

/* By term, from the arena. NULL: no memory. Time: linear. */
bool *wi_initials_find(const warta_document *document, wi_arena *arena);

#endif
