#include "codepoint.h"

static bool is_continuation(unsigned char byte) {
  return (byte & 0xC0u) == 0x80u;
}

/* The least and greatest second byte after a lead byte (Unicode standard, table 3-7). */
static void second_byte_range(unsigned char lead, unsigned char *least, unsigned char *most) {
  *least = 0x80;
  *most = 0xBF;
  if (lead == 0xE0) {
    *least = 0xA0;
  } else if (lead == 0xED) {
    *most = 0x9F;
  } else if (lead == 0xF0) {
    *least = 0x90;
  } else if (lead == 0xF4) {
    *most = 0x8F;
  }
}

static size_t expected_length(unsigned char lead) {
  if (lead >= 0xC2 && lead <= 0xDF) {
    return 2;
  }
  if (lead >= 0xE0 && lead <= 0xEF) {
    return 3;
  }
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

size_t codepoint_next(const char *text, size_t len, uint32_t *out, bool *malformed) {
  const unsigned char lead = (unsigned char)text[0];
  *malformed = false;
  if (lead < 0x80) {
    *out = lead;
    return 1;
  }
  if (lead >= 0xC2 && lead <= 0xDF && len > 1 && is_continuation((unsigned char)text[1])) {
    *out = (lead & 0x1Fu) << 6 | ((unsigned char)text[1] & 0x3Fu);
    return 2;
  }
  const size_t wanted = expected_length(lead);
  *malformed = true;
  *out = CODEPOINT_REPLACEMENT;
  unsigned char least;
  unsigned char most;
  second_byte_range(lead, &least, &most);
  if (wanted == 0 || len < 2 || (unsigned char)text[1] < least || (unsigned char)text[1] > most) {
    return 1;
  }
  uint32_t value = lead & (0xFFu >> (wanted + 1));
  size_t at = 1;
  while (at < wanted && at < len && is_continuation((unsigned char)text[at])) {
    value = (value << 6) | ((unsigned char)text[at] & 0x3Fu);
    at++;
  }
  if (at == wanted) {
    *malformed = false;
    *out = value;
  }
  return at;
}

size_t codepoint_write(char out[4], uint32_t value) {
  if (value < 0x80) {
    out[0] = (char)value;
    return 1;
  }
  if (value < 0x800) {
    out[0] = (char)(0xC0u | (value >> 6));
    out[1] = (char)(0x80u | (value & 0x3Fu));
    return 2;
  }
  if (value < 0x10000) {
    out[0] = (char)(0xE0u | (value >> 12));
    out[1] = (char)(0x80u | ((value >> 6) & 0x3Fu));
    out[2] = (char)(0x80u | (value & 0x3Fu));
    return 3;
  }
  out[0] = (char)(0xF0u | (value >> 18));
  out[1] = (char)(0x80u | ((value >> 12) & 0x3Fu));
  out[2] = (char)(0x80u | ((value >> 6) & 0x3Fu));
  out[3] = (char)(0x80u | (value & 0x3Fu));
  return 4;
}

bool codepoint_is_control(uint32_t value) {
  return value < 0x20 || (value >= 0x7F && value < 0xA0) || value == 0x2028 || value == 0x2029;
}

typedef struct range {
  uint32_t first;
  uint32_t last;
} range;

static bool in_ranges(const range *ranges, size_t count, uint32_t value) {
  for (size_t i = 0; i < count; i++) {
    if (value >= ranges[i].first && value <= ranges[i].last) {
      return true;
    }
  }
  return false;
}

/* Only what news has: combining marks of Latin and Arabic script, joiners, the BOM, East Asian
 * scripts and emoji. The C library's wcwidth depends on the locale. */
unsigned codepoint_width(uint32_t value) {
  static const range zero[] = {
      {0x0300, 0x036F}, {0x0483, 0x0489},  {0x0610, 0x061A}, {0x064B, 0x065F}, {0x0670, 0x0670},
      {0x06D6, 0x06DC}, {0x1AB0, 0x1AFF},  {0x1DC0, 0x1DFF}, {0x200B, 0x200F}, {0x202A, 0x202E},
      {0x2060, 0x2064}, {0x2066, 0x206F},  {0x20D0, 0x20FF}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F},
      {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
  static const range wide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},   {0x3041, 0xA4CF},
                               {0xA960, 0xA97C},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
                               {0xFE30, 0xFE6F},   {0xFF00, 0xFF60},   {0xFFE0, 0xFFE6},
                               {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1FAFF},
                               {0x20000, 0x3FFFD}};
  if (value < 0x0300) {
    return 1;
  }
  if (in_ranges(zero, sizeof zero / sizeof zero[0], value)) {
    return 0;
  }
  return in_ranges(wide, sizeof wide / sizeof wide[0], value) ? 2 : 1;
}

bool codepoint_starts_with(const char *bytes, size_t len, const char *word) {
  size_t at = 0;
  for (; word[at] != '\0'; at++) {
    if (at == len) {
      return false;
    }
    const char c = bytes[at] >= 'A' && bytes[at] <= 'Z' ? (char)(bytes[at] + 32) : bytes[at];
    if (c != word[at]) {
      return false;
    }
  }
  return true;
}
