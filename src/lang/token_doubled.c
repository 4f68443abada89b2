#include "token_doubled.h"

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static size_t common_tail(wi_str a, wi_str b) {
  size_t n = 0;
  while (n < a.len && n < b.len && lower(a.ptr[a.len - 1 - n]) == lower(b.ptr[b.len - 1 - n])) {
    n++;
  }
  return n;
}

/* The second begins with what the first ends in, and adds a suffix: berlari-larian,
 * bermaaf-maafan, mengait-ngaitkan */
static bool is_overlapping(wi_str a, wi_str b) {
  static const char *const suffixes[] = {"an", "kan", "i", "nya", "annya"};
  for (size_t i = 0; i < COUNT(suffixes); i++) {
    const wi_str suffix = wi_str_of(suffixes[i]);
    if (b.len < suffix.len + 3 || !wi_str_ends(b, suffix)) {
      continue;
    }
    const wi_str half = wi_str_slice(b, 0, b.len - suffix.len);
    if (a.len > half.len && common_tail(a, half) == half.len) {
      return true;
    }
  }
  return false;
}

bool wi_token_is_doubled(wi_str a, wi_str b) {
  if (a.len < 2 || b.len < 2) {
    return false;
  }
  if (b.len >= a.len && common_tail(wi_str_slice(b, 0, a.len), a) == a.len) {
    return true;
  }
  const bool same_frame = a.len == b.len && lower(a.ptr[0]) == lower(b.ptr[0]);
  if (same_frame && lower(a.ptr[a.len - 1]) == lower(b.ptr[b.len - 1])) {
    return true;
  }
  if (is_overlapping(a, b)) {
    return true;
  }
  const size_t shorter = a.len < b.len ? a.len : b.len;
  const size_t tail = common_tail(a, b);
  return tail >= 3 && tail + 1 >= shorter;
}
