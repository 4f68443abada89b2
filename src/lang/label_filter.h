/* The open rules of a scope, those that may begin with a class, as bits of a word: what a piece is
 * tells at once which of them it may begin, end, or stand before the end of. Most lines have none.
 */
#ifndef WI_LABEL_FILTER_H
#define WI_LABEL_FILTER_H

#include <stddef.h>
#include <stdint.h>

#include "bits.h"
#include "label_image.h"

/* The open rules have a bit each, in their order; the last bit stands for all that have none. */
enum { WI_FILTER_LAST_BIT = 63, WI_FILTER_FLAGS = 17 };

/* What a piece with a flag lets through. */
typedef struct wi_flag_filter {
  uint64_t first[WI_FILTER_FLAGS];
  uint64_t last[WI_FILTER_FLAGS];
  uint64_t before[WI_FILTER_FLAGS];
  uint64_t needed[WI_FILTER_FLAGS]; /* by a line that holds it */
} wi_flag_filter;

/* The scopes whose open rules a line's words are asked for, as most lines meet some: LINE, LEAD,
 * FIRST. */
enum { WI_FILTER_NEEDS = 3 };

/* What a word's mark lets through besides. */
typedef struct wi_word_filter {
  uint64_t needed[WI_FILTER_NEEDS];
  uint64_t last; /* in the scope LINE; others let all words through */
  uint64_t before;
} wi_word_filter;

typedef struct wi_label_filter {
  wi_flag_filter scopes[WI_SCOPE_COUNT];
  wi_word_filter words[WI_LABEL_MARKS_MAX];
} wi_label_filter;

/* Which of the NEEDS a scope is; NEEDS if it is none. */
static inline size_t wi_filter_need(uint32_t scope) {
  return scope == WI_SCOPE_LINE    ? 0
         : scope == WI_SCOPE_LEAD  ? 1
         : scope == WI_SCOPE_FIRST ? 2
                                   : WI_FILTER_NEEDS;
}

/* The image is sound. */
void wi_label_filter_make(wi_label_filter *out, const wi_label_image *image, const uint32_t *open,
                          const wi_label_rule *rules);

/* What one of the flags at least lets through. */
static inline uint64_t wi_filter_flags(const uint64_t *masks, uint32_t flags) {
  uint64_t found = 0;
  for (flags &= ((uint32_t)1 << WI_FILTER_FLAGS) - 1; flags != 0; flags &= flags - 1) {
    found |= masks[wi_bits_lowest(flags)];
  }
  return found;
}

#endif
