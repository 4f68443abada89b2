/* Lists inside the name of a body: "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi" is
 * one name, though commas stand in it.
 */
#ifndef WI_NAME_LISTS_H
#define WI_NAME_LISTS_H

#include <stddef.h>

#include "document_data.h"
#include "unit_classes.h"

/* If the unit is the first comma of such a list (i > 0, behind a word of a name), makes its commas
 * and its "dan" part of the name, and returns where the "dan" stands; else 0. */
size_t wi_name_list_join(const warta_document *document, wi_unit_role *roles, size_t i);

#endif
