/* The part that the words of a document play in names and phrases, as dict/roles.txt tells it. */
#ifndef WI_NAME_ROLES_H
#define WI_NAME_ROLES_H

#include <stdbool.h>

#include "dictionary.h"
#include "document_data.h"

/* The role of the unit's word as written, whatever its case. */
wi_name_role wi_name_role_of(const warta_document *document, const wi_unit *unit);

/* The unit and the one behind it are one subject: orang tua, bunuh diri. */
bool wi_name_is_pair(const warta_document *document, const wi_unit *unit);

#endif
