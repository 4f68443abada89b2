/* UTF-8, read safely: malformed bytes are met one maximal part at a time (Unicode 15, 3.9). */
#ifndef WI_UTF8_H
#define WI_UTF8_H

#include <stdbool.h>
#include <stdint.h>

#include "str.h"

#define WI_UTF8_BAD UINT32_MAX

/* The code point at *at, and *at moved behind it; WI_UTF8_BAD for a malformed part. *at < len. */
uint32_t wi_utf8_next(wi_str text, size_t *at);
/* The code point that ends at *at, and *at moved before it. *at > 0. */
uint32_t wi_utf8_back(wi_str text, size_t *at);
/* Writes the code point's one to four bytes and returns how many. */
size_t wi_utf8_write(char bytes[4], uint32_t c);
/* Malformed parts; *first is the offset of the first, or len. */
size_t wi_utf8_count_bad(wi_str text, size_t *first);

/* Properties, by code point; false for WI_UTF8_BAD. */
bool wi_utf8_is_upper(uint32_t c); /* upper or title case */
bool wi_utf8_is_lower(uint32_t c);
bool wi_utf8_is_letter(uint32_t c); /* letters and the marks on them */
bool wi_utf8_is_digit(uint32_t c);
bool wi_utf8_is_space(uint32_t c); /* White_Space, and U+200B..U+200F, U+2060, U+FEFF, U+00AD */

/* Of the ICU in use; static. */
const char *wi_utf8_icu_version(void);
const char *wi_utf8_unicode_version(void);

#endif
