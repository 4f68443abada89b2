/* Views of bytes: a pointer and a length, never a terminator. Also numbers without the locale. */
#ifndef WI_STR_H
#define WI_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct wi_str {
  const char *ptr;
  size_t len;
} wi_str;

/* A view of a string literal. */
#define WI_STR(literal) ((wi_str){("" literal), sizeof(literal) - 1})

wi_str wi_str_of(const char *terminated);
bool wi_str_equal(wi_str a, wi_str b);
/* By bytes, as memcmp; a prefix stands first. */
int wi_str_compare(wi_str a, wi_str b);
bool wi_str_starts(wi_str text, wi_str prefix);
bool wi_str_ends(wi_str text, wi_str suffix);
/* Without the ASCII white space at both ends. */
wi_str wi_str_trim(wi_str text);
static inline wi_str wi_str_slice(wi_str text, size_t start, size_t end) {
  return (wi_str){text.ptr + start, end - start};
}

/* Cuts *rest at the first `stop`; returns the part before, *rest the part behind. Without one, all
 * of it, and *rest is empty with a NULL pointer. */
wi_str wi_str_cut(wi_str *rest, char stop);

static inline bool wi_str_is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* All of the view must be decimal digits and fit. */
bool wi_str_to_u32(wi_str digits, uint32_t *out);
/* All of the view must be 16 hexadecimal digits. */
bool wi_str_to_hex64(wi_str digits, uint64_t *out);

#endif
