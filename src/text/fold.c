#include "fold.h"

#include <stdint.h>
#include <string.h>

#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

#include "mem.h"
#include "utf8.h"

enum { FOLD_STACK_UNITS = 128 };
/* Marks on one letter that are put in order, as in the Stream-Safe Text Format (UAX #15); no script
 * has so many. ICU orders them by insertion, whose work grows with the square. */
enum { MARKS_MOST = 30, FIRST_MARK = 0x300 };

static bool append_code_point(wi_buf *out, uint32_t c) {
  char bytes[4];
  const size_t len = wi_utf8_write(bytes, c);
  return wi_buf_append(out, (wi_str){bytes, len});
}

/* 0: drop the character. */
static uint32_t plain(uint32_t c) {
  switch (c) {
  case 0x2010:
  case 0x2011:
    return '-';
  case 0x2018:
  case 0x2019:
  case 0x201A:
  case 0x201B:
  case 0x02BC:
    return '\'';
  case 0x201C:
  case 0x201D:
  case 0x201E:
  case 0x201F:
    return '"';
  case 0x00A0:
  case 0x202F:
    return ' ';
  case 0x00AD:
  case 0x2060:
  case 0xFEFF:
    return 0;
  default:
    return c >= 0x200B && c <= 0x200F ? 0 : c;
  }
}

/* The code point at *at; a lone surrogate, which ICU does not make, would be U+FFFD. */
static uint32_t next_unit(const UChar *units, int32_t count, int32_t *at) {
  const uint32_t lead = units[(*at)++];
  if (U16_IS_LEAD(lead) && *at < count && U16_IS_TRAIL(units[*at])) {
    const uint32_t trail = units[(*at)++];
    return 0x10000 + ((lead - 0xD800) << 10) + (trail - 0xDC00);
  }
  return U16_IS_SURROGATE(lead) ? 0xFFFD : lead;
}

static bool append_plain(wi_buf *out, const UChar *units, int32_t count) {
  for (int32_t i = 0; i < count;) {
    const uint32_t c = plain(next_unit(units, count, &i));
    if (c != 0 && !append_code_point(out, c)) {
      return false;
    }
  }
  return true;
}

/* The UTF-16 form of the surface; a malformed part becomes U+FFFD. units has room for len + 1. */
static int32_t to_units(UChar *units, wi_str surface) {
  int32_t count = 0;
  for (size_t at = 0; at < surface.len;) {
    const uint32_t c = wi_utf8_next(surface, &at);
    U16_APPEND_UNSAFE(units, count, (UChar32)(c == WI_UTF8_BAD ? 0xFFFD : c));
  }
  return count;
}

/* The end of the piece that begins at `start`: all, or up to a mark too many. */
static int32_t piece_end(const UNormalizer2 *nfc, const UChar *units, int32_t count,
                         int32_t start) {
  int32_t marks = 0;
  if (count - start <= MARKS_MOST) {
    return count;
  }
  for (int32_t at = start; at < count;) {
    const int32_t before = at;
    const uint32_t c = next_unit(units, count, &at);
    marks = c < FIRST_MARK || unorm2_getCombiningClass(nfc, (UChar32)c) == 0 ? 0 : marks + 1;
    if (marks > MARKS_MOST) {
      return before;
    }
  }
  return count;
}

/* Case folding can lengthen a text threefold (U+0390 is three units), NFC of it never beyond. */
static bool fold_units(wi_buf *out, wi_str surface, UChar *units, UChar *work, int32_t size) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t count = to_units(units, surface);
  count = u_strFoldCase(work, size, units, count, U_FOLD_CASE_DEFAULT, &status);
  for (int32_t at = 0; at < count && U_SUCCESS(status);) {
    const int32_t end = piece_end(nfc, work, count, at);
    const int32_t made = unorm2_normalize(nfc, work + at, end - at, units, size, &status);
    if (U_SUCCESS(status) && !append_plain(out, units, made)) {
      return false;
    }
    at = end;
  }
  return U_SUCCESS(status);
}

static bool fold_other(wi_buf *out, wi_str surface) {
  UChar stack[2 * FOLD_STACK_UNITS] = {0};
  if (surface.len * 3 + 1 <= FOLD_STACK_UNITS) {
    return fold_units(out, surface, stack, stack + FOLD_STACK_UNITS, FOLD_STACK_UNITS);
  }
  if (surface.len > (size_t)INT32_MAX / 4) {
    return false;
  }
  const size_t size = surface.len * 3 + 1;
  UChar *units = wi_mem_new(2 * size, sizeof *units);
  if (units == NULL) {
    return false;
  }
  const bool done = fold_units(out, surface, units, units + size, (int32_t)size);
  wi_mem_free(units);
  return done;
}

/* Eight bytes at once: ASCII letters made small; false if any byte is not ASCII. */
static bool fold_eight(char *to, const char *from) {
  const uint64_t ones = UINT64_C(0x0101010101010101);
  uint64_t bytes = 0;
  memcpy(&bytes, from, sizeof bytes);
  if ((bytes & ones * 0x80) != 0) {
    return false;
  }
  /* The high bit of a byte is set where it is at least 'A', and where it is beyond 'Z'. */
  const uint64_t from_a = bytes + ones * (0x80 - 'A');
  const uint64_t beyond_z = bytes + ones * (0x80 - 'Z' - 1);
  bytes |= (from_a & ~beyond_z & ones * 0x80) >> 2;
  memcpy(to, &bytes, sizeof bytes);
  return true;
}

static bool fold_ascii(char *to, wi_str surface) {
  size_t i = 0;
  for (; i + 8 <= surface.len; i += 8) {
    if (!fold_eight(to + i, surface.ptr + i)) {
      return false;
    }
  }
  for (; i < surface.len; i++) {
    const char c = surface.ptr[i];
    if ((unsigned char)c >= 0x80) {
      return false;
    }
    to[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
  }
  return true;
}

bool wi_fold(wi_buf *out, wi_str surface) {
  if (!wi_buf_reserve(out, surface.len)) {
    return false;
  }
  if (surface.len > 0 && !fold_ascii(out->ptr + out->len, surface)) {
    return fold_other(out, surface);
  }
  out->len += surface.len;
  return true;
}
