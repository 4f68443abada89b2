#include "encoding.h"

#include "codepoint.h"
#include "message.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

/* So many bytes are looked at to see whether a text without a mark is UTF-16. */
enum { SAMPLE = 4096 };

/* Without memory iconv may say that it does not know the name. Then the second block of memory is
 * not there either, and the program ends; or it is there, and so is the character set. */
static iconv_t open_converter(const char *name) {
  iconv_t converter = iconv_open("UTF-8", name);
  if (converter == (iconv_t)-1) {
    free(memory_new(SAMPLE, 1));
    converter = iconv_open("UTF-8", name);
  }
  return converter;
}

bool encoding_is_known(const char *name) {
  const iconv_t converter = open_converter(name);
  if (converter == (iconv_t)-1) {
    return false;
  }
  iconv_close(converter);
  return true;
}

static bool starts_with(const char *bytes, size_t len, const char *mark, size_t mark_len) {
  return len >= mark_len && memcmp(bytes, mark, mark_len) == 0;
}

/* Text of Latin script in UTF-16 has a zero in nearly every second byte, always on one side. */
static encoding_kind detect_without_mark(const char *bytes, size_t len) {
  const size_t sample = len < SAMPLE ? len : SAMPLE;
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < sample; i++) {
    zeros[i % 2] += bytes[i] == '\0';
  }
  const size_t pairs = sample / 2;
  if (len % 2 != 0 || pairs < 2) {
    return ENCODING_UTF8;
  }
  if (zeros[1] * 2 > pairs && zeros[0] * 10 < pairs) {
    return ENCODING_UTF16_LE;
  }
  return zeros[0] * 2 > pairs && zeros[1] * 10 < pairs ? ENCODING_UTF16_BE : ENCODING_UTF8;
}

encoding_kind encoding_detect(const char *bytes, size_t len) {
  if (starts_with(bytes, len, "\xEF\xBB\xBF", 3)) {
    return ENCODING_UTF8;
  }
  if (starts_with(bytes, len, "\xFF\xFE\0\0", 4)) {
    return ENCODING_UTF32_LE;
  }
  if (starts_with(bytes, len, "\0\0\xFE\xFF", 4)) {
    return ENCODING_UTF32_BE;
  }
  if (starts_with(bytes, len, "\xFF\xFE", 2)) {
    return ENCODING_UTF16_LE;
  }
  if (starts_with(bytes, len, "\xFE\xFF", 2)) {
    return ENCODING_UTF16_BE;
  }
  return detect_without_mark(bytes, len);
}

static void count_bad(decoded *out, size_t offset) {
  if (out->bad_count == 0) {
    out->bad_offset = offset;
  }
  out->bad_count++;
}

static void add_codepoint(buffer *b, uint32_t value) {
  char bytes[4];
  buffer_add(b, bytes, codepoint_write(bytes, value));
}

static uint32_t unit_at(const char *bytes, size_t width, bool big_end) {
  uint32_t value = 0;
  for (size_t i = 0; i < width; i++) {
    const unsigned char byte = (unsigned char)bytes[big_end ? i : width - 1 - i];
    value = (value << 8) | byte;
  }
  return value;
}

static void decode_utf16(decoded *out, buffer *scratch, const char *bytes, size_t len) {
  const bool big_end = out->kind == ENCODING_UTF16_BE;
  size_t at = len >= 2 && unit_at(bytes, 2, big_end) == 0xFEFF ? 2 : 0;
  while (at + 2 <= len) {
    const uint32_t unit = unit_at(bytes + at, 2, big_end);
    const uint32_t next = at + 4 <= len ? unit_at(bytes + at + 2, 2, big_end) : 0;
    if (unit < 0xD800 || unit > 0xDFFF) {
      add_codepoint(scratch, unit);
    } else if (unit < 0xDC00 && next >= 0xDC00 && next <= 0xDFFF) {
      add_codepoint(scratch, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
      at += 2;
    } else {
      count_bad(out, at);
      add_codepoint(scratch, CODEPOINT_REPLACEMENT);
    }
    at += 2;
  }
  if (at < len) {
    count_bad(out, at);
    add_codepoint(scratch, CODEPOINT_REPLACEMENT);
  }
}

static void decode_utf32(decoded *out, buffer *scratch, const char *bytes, size_t len) {
  const bool big_end = out->kind == ENCODING_UTF32_BE;
  size_t at = 4; /* the mark */
  for (; at + 4 <= len; at += 4) {
    const uint32_t value = unit_at(bytes + at, 4, big_end);
    if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) {
      count_bad(out, at);
      add_codepoint(scratch, CODEPOINT_REPLACEMENT);
    } else {
      add_codepoint(scratch, value);
    }
  }
  if (at < len) {
    count_bad(out, at);
    add_codepoint(scratch, CODEPOINT_REPLACEMENT);
  }
}

/* Bytes 0x80 to 0x9F; the five that are not assigned stay control characters. */
static void decode_windows_1252(buffer *scratch, const char *bytes, size_t len) {
  static const uint16_t high[32] = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};
  for (size_t i = 0; i < len; i++) {
    const unsigned char byte = (unsigned char)bytes[i];
    add_codepoint(scratch, byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80] : byte);
  }
}

/* iconv stops at each bad place; a byte is skipped there. */
static void decode_named(decoded *out, buffer *scratch, const char *bytes, size_t len,
                         const char *name) {
  const iconv_t converter = open_converter(name);
  if (converter == (iconv_t)-1) {
    memory_fail(); /* the name was checked when it was given */
  }
  buffer copy = {NULL, 0, 0}; /* iconv wants bytes that are not const */
  buffer_add(&copy, bytes, len);
  char *in = copy.data;
  size_t left = len;
  bool done = false;
  while (!done) {
    buffer_reserve(scratch, left + left / 2 + 16);
    char *to = scratch->data + scratch->len;
    size_t room = scratch->capacity - scratch->len;
    const bool failed = iconv(converter, left > 0 ? &in : NULL, &left, &to, &room) == (size_t)-1;
    scratch->len = scratch->capacity - room;
    if (failed && errno != E2BIG && left > 0) {
      count_bad(out, len - left);
      add_codepoint(scratch, CODEPOINT_REPLACEMENT);
      in++;
      left--;
      done = left == 0;
    } else {
      done = !failed && left == 0;
    }
  }
  iconv_close(converter);
  buffer_free(&copy);
}

/* Counts malformed parts; tells whether any valid character has more than one byte. */
static bool check_utf8(decoded *out, const char *bytes, size_t len) {
  bool has_multibyte = false;
  for (size_t at = 0; at < len;) {
    if ((unsigned char)bytes[at] < 0x80) {
      at++;
      continue;
    }
    uint32_t value;
    bool malformed;
    const size_t step = codepoint_next(bytes + at, len - at, &value, &malformed);
    if (malformed) {
      count_bad(out, at);
    } else {
      has_multibyte = true;
    }
    at += step;
  }
  return has_multibyte;
}

static void decode_auto_utf8(decoded *out, buffer *scratch, const char *bytes, size_t len) {
  const bool has_multibyte = check_utf8(out, bytes, len);
  if (out->bad_count > 0 && !has_multibyte) {
    out->kind = ENCODING_WINDOWS_1252;
    out->bad_count = 0;
    decode_windows_1252(scratch, bytes, len);
    return;
  }
  out->text = bytes;
  out->len = len;
}

static bool is_utf8_name(const char *name) {
  const size_t len = strlen(name);
  return (len == 5 && codepoint_starts_with(name, len, "utf-8")) ||
         (len == 4 && codepoint_starts_with(name, len, "utf8"));
}

void encoding_decode(decoded *out, buffer *scratch, const char *bytes, size_t len,
                     const char *name) {
  *out = (decoded){NULL, 0, ENCODING_NAMED, 0, 0};
  buffer_clear(scratch);
  if (name != NULL && is_utf8_name(name)) {
    out->kind = ENCODING_UTF8;
    (void)check_utf8(out, bytes, len);
    out->text = bytes;
    out->len = len;
    return;
  }
  if (name != NULL) {
    decode_named(out, scratch, bytes, len, name);
  } else {
    out->kind = encoding_detect(bytes, len);
    if (out->kind == ENCODING_UTF8) {
      decode_auto_utf8(out, scratch, bytes, len);
    } else if (out->kind == ENCODING_UTF16_LE || out->kind == ENCODING_UTF16_BE) {
      decode_utf16(out, scratch, bytes, len);
    } else {
      decode_utf32(out, scratch, bytes, len);
    }
  }
  if (out->text == NULL) {
    out->text = scratch->data == NULL ? "" : scratch->data;
    out->len = scratch->len;
  }
}
