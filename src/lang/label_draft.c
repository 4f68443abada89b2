#include "label_draft.h"

#include "pieces.h"

bool wi_label_draft_number(wi_label_draft *draft, wi_str literal, uint32_t *number) {
  char bytes[WI_LABEL_WORD_MAX];
  *number = 0;
  if (literal.len == 0 || literal.len > WI_LABEL_WORD_MAX) {
    return true;
  }
  for (size_t i = 0; i < literal.len; i++) {
    bytes[i] = wi_piece_lower(literal.ptr[i]);
  }
  const wi_str word = {bytes, literal.len};
  uint32_t id =
      draft->vocabulary.count > 0 ? wi_strmap_find(&draft->vocabulary, word) : WI_STRMAP_NONE;
  if (id == WI_STRMAP_NONE && draft->vocabulary.count >= WI_LABEL_WORDS_MAX) {
    return true;
  }
  if (id == WI_STRMAP_NONE && !wi_strmap_add(&draft->vocabulary, word, &id)) {
    return false;
  }
  *number = id + 1;
  return true;
}
