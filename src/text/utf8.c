#include "utf8.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>
#include <unicode/uvernum.h>

uint32_t wi_utf8_next_other(wi_str text, size_t *at) {
  const uint8_t *bytes = (const uint8_t *)text.ptr;
  size_t i = *at;
  UChar32 c = 0;
  U8_NEXT(bytes, i, text.len, c);
  *at = i;
  return c < 0 ? WI_UTF8_BAD : (uint32_t)c;
}

uint32_t wi_utf8_back_other(wi_str text, size_t *at) {
  const uint8_t *bytes = (const uint8_t *)text.ptr;
  size_t i = *at;
  UChar32 c = 0;
  /* U8_PREV's slow path takes int32_t indexes: four bytes behind are all it can need. */
  const size_t base = i > 4 ? i - 4 : 0;
  int32_t k = (int32_t)(i - base);
  U8_PREV(bytes + base, 0, k, c);
  *at = base + (size_t)k;
  return c < 0 ? WI_UTF8_BAD : (uint32_t)c;
}

size_t wi_utf8_write(char bytes[4], uint32_t c) {
  if (c < 0x80) {
    bytes[0] = (char)c;
    return 1;
  }
  const size_t len = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  const unsigned lead = len == 2 ? 0xC0 : len == 3 ? 0xE0 : 0xF0;
  for (size_t i = len - 1; i > 0; i--) {
    bytes[i] = (char)(0x80 | (c & 0x3F));
    c >>= 6;
  }
  bytes[0] = (char)(lead | c);
  return len;
}

/* Eight bytes at once: nearly all of Indonesian news is ASCII. */
/* Text is ASCII in long stretches. */
enum { ASCII_STRETCH = 32 };

static bool is_ascii_stretch(const char *bytes) {
  uint64_t words[ASCII_STRETCH / sizeof(uint64_t)];
  memcpy(words, bytes, sizeof words);
  return ((words[0] | words[1] | words[2] | words[3]) & UINT64_C(0x8080808080808080)) == 0;
}

size_t wi_utf8_count_bad(wi_str text, size_t *first) {
  size_t count = 0;
  size_t at = 0;
  *first = text.len;
  while (at < text.len) {
    if (text.len - at >= ASCII_STRETCH && is_ascii_stretch(text.ptr + at)) {
      at += ASCII_STRETCH;
      continue;
    }
    if ((unsigned char)text.ptr[at] < 0x80) {
      at++;
      continue;
    }
    const size_t start = at;
    if (wi_utf8_next(text, &at) == WI_UTF8_BAD && count++ == 0) {
      *first = start;
    }
  }
  return count;
}

bool wi_utf8_is_upper_other(uint32_t c) {
  return c != WI_UTF8_BAD && (u_isupper((UChar32)c) || u_istitle((UChar32)c));
}

bool wi_utf8_is_lower_other(uint32_t c) {
  return c != WI_UTF8_BAD && u_islower((UChar32)c);
}

bool wi_utf8_is_letter_other(uint32_t c) {
  return c != WI_UTF8_BAD && (U_GET_GC_MASK((UChar32)c) & (U_GC_L_MASK | U_GC_M_MASK)) != 0;
}

bool wi_utf8_is_digit_other(uint32_t c) {
  return c != WI_UTF8_BAD && u_isdigit((UChar32)c);
}

bool wi_utf8_is_space_other(uint32_t c) {
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) {
    return true;
  }
  return c != WI_UTF8_BAD && u_isUWhiteSpace((UChar32)c);
}

const char *wi_utf8_icu_version(void) {
  return U_ICU_VERSION;
}

const char *wi_utf8_unicode_version(void) {
  return U_UNICODE_VERSION;
}
