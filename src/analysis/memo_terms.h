/* The terms that a session has met: text to number, and number to text.
 *
 * Small, as a session keeps tens of thousands: the texts lie one behind the other, and a term costs
 * them, four bytes for where it begins, and a slot. Slots hold a part of the hash, so that a text
 * is looked at only where it is nearly sure to be the same. The hash is seeded.
 */
#ifndef WI_MEMO_TERMS_H
#define WI_MEMO_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { WI_MEMO_TERMS_MAX = 1 << 16 };

typedef struct wi_memo_terms {
  char *text;
  size_t text_capacity;
  uint32_t *starts; /* by number, into the text; behind the last: where the next will begin */
  size_t starts_capacity;
  uint32_t *slots; /* number + 1, or 0; above it a part of the hash */
  size_t slot_count; /* a power of two, or 0 */
  uint32_t count;
  uint64_t seed;
} wi_memo_terms;

/* No memory is taken until the first term. */
wi_memo_terms wi_memo_terms_make(void);
void wi_memo_terms_free(wi_memo_terms *terms);
/* Forgets the terms and keeps the memory. */
void wi_memo_terms_reset(wi_memo_terms *terms);

/* The term's number, new or known. False: no memory, or WI_MEMO_TERMS_MAX terms. */
bool wi_memo_terms_add(wi_memo_terms *terms, wi_str term, uint32_t *number);

/* Borrowed until a term is added. */
static inline wi_str wi_memo_terms_text(const wi_memo_terms *terms, uint32_t number) {
  const uint32_t start = terms->starts[number];
  return (wi_str){terms->text + start, terms->starts[number + 1] - start};
}

#endif
