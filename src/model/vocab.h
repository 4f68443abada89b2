/* A vocabulary: terms to numbers that vectors share, in order of first use. */
#ifndef WI_VOCAB_H
#define WI_VOCAB_H

#include <warta/vector.h>

#include "dictionary.h"
#include "strmap.h"

/* The global weights of terms by the built-in table, once they were asked for: the table never
 * changes, and most terms of an article have stood in one before. */
struct warta_vocab {
  wi_strmap terms;
  const wi_dictionary *known_of; /* whose table; NULL: nothing is known */
  char known_letter; /* of SMART */
  double *known; /* by term; 0: not yet asked for */
  size_t known_capacity;
  uint32_t known_count; /* terms below it have a place */
};

#endif
