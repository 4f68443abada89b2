#include "doubling.h"

#include <string.h>

#include "affix.h"

enum { COPY_MIN = 2 };

/* Bytes that `left` ends with and `right` begins with: merah in kemerah and merahan. */
static size_t shared_copy(wi_str left, wi_str right) {
  size_t len = left.len < right.len ? left.len : right.len;
  for (; len >= COPY_MIN; len--) {
    if (memcmp(left.ptr + (left.len - len), right.ptr, len) == 0) {
      return len;
    }
  }
  return 0;
}

/* What may be left of the second half: a suffix, clitics, or both (-annya). */
static bool is_suffix_chain(wi_str text) {
  for (size_t i = 0; wi_affix_particles[i].len > 0; i++) {
    if (wi_str_ends(text, wi_affix_particles[i])) {
      text = wi_str_slice(text, 0, text.len - wi_affix_particles[i].len);
      break;
    }
  }
  for (size_t i = 0; wi_affix_possessives[i].len > 0; i++) {
    if (wi_str_ends(text, wi_affix_possessives[i])) {
      text = wi_str_slice(text, 0, text.len - wi_affix_possessives[i].len);
      break;
    }
  }
  for (size_t i = 0; i < WI_SUFFIX_COUNT; i++) {
    if (wi_str_equal(text, wi_affix_suffixes[i])) {
      return true;
    }
  }
  return false;
}

static wi_str without_suffix(wi_str text, wi_str suffix) {
  return wi_str_ends(text, suffix) ? wi_str_slice(text, 0, text.len - suffix.len) : text;
}

/* tarik-menarik, hormat-menghormati, maaf-memaafkan: the second half is the first with meN-. */
static bool is_nasal_copy(wi_str left, wi_str right) {
  const size_t tail = left.len - 1;
  if (!wi_str_ends(left, WI_STR("i")) && !wi_str_ends(left, WI_STR("kan"))) {
    right = without_suffix(without_suffix(right, WI_STR("kan")), WI_STR("i"));
  }
  return left.len >= 3 && right.len > left.len && wi_str_starts(right, WI_STR("me")) &&
         (wi_str_ends(right, left) || wi_str_ends(right, wi_str_slice(left, 1, 1 + tail)));
}

wi_str wi_doubling_join(char *to, const wi_dictionary *dictionary, wi_str word) {
  wi_str right = word;
  wi_root root = {0};
  const wi_str left = wi_str_cut(&right, '-');
  if (left.len < COPY_MIN || right.len < COPY_MIN || memchr(right.ptr, '-', right.len) != NULL) {
    return (wi_str){0};
  }
  const size_t copy = shared_copy(left, right);
  if (copy > 0 && is_suffix_chain(wi_str_slice(right, copy, right.len))) {
    memcpy(to, left.ptr, left.len);
    memcpy(to + left.len, right.ptr + copy, right.len - copy);
    return (wi_str){to, left.len + right.len - copy};
  }
  if (is_nasal_copy(left, right) && wi_dictionary_root(dictionary, left, &root)) {
    memcpy(to, left.ptr, left.len);
    return (wi_str){to, left.len};
  }
  return (wi_str){0};
}
