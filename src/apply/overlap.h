/* Phrases already taken, so that none stands whole inside another. */
#ifndef WI_OVERLAP_H
#define WI_OVERLAP_H

#include <stdbool.h>

#include "str.h"
#include "strmap.h"

typedef struct wi_overlap {
  wi_strmap wholes;
  wi_strmap parts; /* every row of words of a whole one, itself among them */
} wi_overlap;

wi_overlap wi_overlap_make(void);
/* Forgets all phrases and keeps the memory. */
void wi_overlap_reset(wi_overlap *taken);
void wi_overlap_free(wi_overlap *taken);

/* Words are separated by single spaces. True if the phrase stands in one that is taken, or one that
 * is taken in it. Time: the square of its words. */
bool wi_overlap_clashes(const wi_overlap *taken, wi_str phrase);
/* False: no memory. */
bool wi_overlap_add(wi_overlap *taken, wi_str phrase);

#endif
