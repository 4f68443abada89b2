/* Keywords already taken, so that no further one says the same again. */
#ifndef WI_KEYWORD_DOUBLES_H
#define WI_KEYWORD_DOUBLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "overlap.h"
#include "str.h"
#include "strmap.h"

typedef struct wi_keyword_doubles {
  wi_overlap shown; /* the forms shown, folded */
  wi_overlap terms;
  wi_strmap short_forms; /* acronyms taken, and the initials of what is taken */
  wi_strmap words; /* terms of phrases */
  uint32_t *holders; /* by word: the phrase taken last that holds it */
  size_t holder_capacity;
  uint32_t taken;
} wi_keyword_doubles;

/* A keyword as it is compared. All are borrowed; words are separated by single spaces. */
typedef struct wi_keyword_face {
  wi_str shown; /* folded */
  wi_str terms;
  wi_str initials; /* folded; of a phrase, or a single acronym itself; empty: not compared */
  bool is_acronym;
} wi_keyword_face;

wi_keyword_doubles wi_keyword_doubles_make(void);
/* Forgets what is taken and keeps the memory. */
void wi_keyword_doubles_reset(wi_keyword_doubles *doubles);
void wi_keyword_doubles_free(wi_keyword_doubles *doubles);

/* True if one stands whole in another, if they share more than half of their words ("pertumbuhan
 * ekonomi Indonesia", "target pertumbuhan ekonomi"), or one is the other's acronym (MA, Mahkamah
 * Agung). */
bool wi_keyword_doubles_clash(const wi_keyword_doubles *doubles, const wi_keyword_face *face);
/* False: no memory. */
bool wi_keyword_doubles_add(wi_keyword_doubles *doubles, const wi_keyword_face *face);

#endif
