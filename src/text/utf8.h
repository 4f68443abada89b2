/* UTF-8, read safely: malformed bytes are met one maximal part at a time (Unicode 15, 3.9). */
#ifndef WI_UTF8_H
#define WI_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

#define WI_UTF8_BAD UINT32_MAX

/* What the inline functions below do not do themselves: all but ASCII. */
uint32_t wi_utf8_next_other(wi_str text, size_t *at);
uint32_t wi_utf8_back_other(wi_str text, size_t *at);
bool wi_utf8_is_upper_other(uint32_t c);
bool wi_utf8_is_lower_other(uint32_t c);
bool wi_utf8_is_letter_other(uint32_t c);
bool wi_utf8_is_digit_other(uint32_t c);
bool wi_utf8_is_space_other(uint32_t c);

/* The code point at *at, and *at moved behind it; WI_UTF8_BAD for a malformed part. *at < len. */
static inline uint32_t wi_utf8_next(wi_str text, size_t *at) {
  const unsigned char byte = (unsigned char)text.ptr[*at];
  if (byte < 0x80) {
    (*at)++;
    return byte;
  }
  return wi_utf8_next_other(text, at);
}

/* The code point that ends at *at, and *at moved before it. *at > 0. */
static inline uint32_t wi_utf8_back(wi_str text, size_t *at) {
  const unsigned char byte = (unsigned char)text.ptr[*at - 1];
  if (byte < 0x80) {
    (*at)--;
    return byte;
  }
  return wi_utf8_back_other(text, at);
}

/* Writes the code point's one to four bytes and returns how many. */
size_t wi_utf8_write(char bytes[4], uint32_t c);
/* Malformed parts; *first is the offset of the first, or len. */
size_t wi_utf8_count_bad(wi_str text, size_t *first);

/* Properties, by code point; false for WI_UTF8_BAD. */

/* Upper or title case. */
static inline bool wi_utf8_is_upper(uint32_t c) {
  return c < 0x80 ? c >= 'A' && c <= 'Z' : wi_utf8_is_upper_other(c);
}

static inline bool wi_utf8_is_lower(uint32_t c) {
  return c < 0x80 ? c >= 'a' && c <= 'z' : wi_utf8_is_lower_other(c);
}

/* Letters and the marks on them. */
static inline bool wi_utf8_is_letter(uint32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : wi_utf8_is_letter_other(c);
}

static inline bool wi_utf8_is_digit(uint32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : wi_utf8_is_digit_other(c);
}

/* White_Space, and U+200B..U+200F, U+2060, U+FEFF, U+00AD. */
static inline bool wi_utf8_is_space(uint32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : wi_utf8_is_space_other(c);
}

/* Of the ICU in use; static. */
const char *wi_utf8_icu_version(void);
const char *wi_utf8_unicode_version(void);

#endif
