/* Acronym pairs: "Ibu Kota Nusantara (IKN)" makes both forms one term.
 *
 * The long form is found as in A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text" (2003): the short form's letters, from the right,
 * must stand in the words before the bracket, the first at the beginning of a word. That takes
 * initials (IKN) and syllables (Menteri Perindustrian, Menperin) alike.
 */
#ifndef WI_ACRONYMS_H
#define WI_ACRONYMS_H

#include <warta/status.h>

#include "document_data.h"

/* Finds the pairs, fills document->acronyms, and makes each occurrence of a long form one unit with
 * the short form's term. Sentences are moved to the new unit numbers. Time: linear in the units. */
warta_status wi_acronyms_apply(warta_document *document, warta_error *error);

#endif
