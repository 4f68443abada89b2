/* Acronym pairs: "Ibu Kota Nusantara (IKN)" makes both forms one term.
 *
 * The long form is found as in A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying
 * abbreviation definitions in biomedical text" (2003): the short form's letters, from the right,
 * must stand in the words before the bracket, the first at the beginning of a word. That takes
 * initials (IKN) and syllables (Menteri Perindustrian, Menperin) alike.
 */
#ifndef WI_ACRONYMS_H
#define WI_ACRONYMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/status.h>

#include "document_data.h"
#include "strmap.h"

/* Long forms by their sequence of terms, punctuation included as WI_NO_TERM; kept from text to
 * text. */
typedef struct wi_acronym_scratch {
  wi_strmap keys; /* the terms' bytes */
  uint32_t *terms; /* by id: the short form's term */
  size_t terms_capacity;
  uint32_t *sequence; /* the terms of all units, in order; made when the first pair is found */
  size_t sequence_capacity;
  bool *begins; /* by term: some long form begins with it */
  size_t begins_capacity;
  uint32_t *moved; /* the new number of each unit */
  size_t moved_capacity;
  size_t longest;
} wi_acronym_scratch;

wi_acronym_scratch wi_acronym_scratch_make(void);
void wi_acronym_scratch_free(wi_acronym_scratch *scratch);

/* Finds the pairs, fills document->acronyms and long_forms, and makes each occurrence of a long
 * form one unit with the short form's term. Sentences are moved to the new unit numbers. Time:
 * linear in the units. */
warta_status wi_acronyms_apply(warta_document *document, wi_acronym_scratch *scratch,
                               warta_error *error);

#endif
