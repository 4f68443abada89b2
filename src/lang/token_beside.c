#include "token_beside.h"

#include "token_shape.h"

/* No word of the list is longer. */
enum { UNIT_MAX = 16 };

bool wi_beside_is_char(const wi_beside *in, size_t i, char c) {
  return i < in->count && in->items[i].end == in->items[i].start + 1 &&
         in->text.ptr[in->items[i].start] == c;
}

bool wi_beside_is_dash(const wi_beside *in, size_t i) {
  return i < in->count && wi_token_is_dash(wi_token_str(in->text, &in->items[i]));
}

bool wi_beside_is_glued(const wi_beside *in, size_t i) {
  return i > 0 && i < in->count && in->items[i].start == in->items[i - 1].end;
}

wi_unit_word wi_beside_unit(const wi_beside *in, size_t i) {
  char folded[UNIT_MAX];
  if (i >= in->count) {
    return WI_UNIT_NONE;
  }
  const wi_str word = wi_token_str(in->text, &in->items[i]);
  if (word.len > UNIT_MAX) {
    return WI_UNIT_NONE;
  }
  for (size_t k = 0; k < word.len; k++) {
    folded[k] = word.ptr[k] >= 'A' && word.ptr[k] <= 'Z' ? (char)(word.ptr[k] | 0x20) : word.ptr[k];
  }
  return wi_dictionary_unit(in->dictionary, (wi_str){folded, word.len});
}

bool wi_beside_is(const wi_beside *in, size_t i, wi_unit_word kind) {
  return wi_beside_unit(in, i) == kind;
}

bool wi_beside_is_code(const wi_beside *in, size_t i, wi_unit_word kind) {
  return kind == WI_UNIT_CODE ||
         (kind == WI_UNIT_CAPITAL_CODE && (in->items[i].flags & WARTA_TOKEN_ALL_CAPS) != 0);
}
