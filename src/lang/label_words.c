#include "label_words.h"

#include "pieces.h"

enum { LENGTH_BITS = 32 };

wi_label_words wi_label_words_make(void) {
  return (wi_label_words){.map = wi_strmap_make()};
}

void wi_label_words_free(wi_label_words *words) {
  wi_strmap_free(&words->map);
}

static uint32_t length_bit(size_t len) {
  return (uint32_t)1 << (len < LENGTH_BITS ? len : LENGTH_BITS - 1);
}

static uint32_t *lengths_of(wi_label_words *words, char first) {
  return &words->lengths[(unsigned char)wi_piece_lower(first)];
}

static wi_str lower(char *bytes, wi_str word) {
  for (size_t i = 0; i < word.len; i++) {
    bytes[i] = wi_piece_lower(word.ptr[i]);
  }
  return (wi_str){bytes, word.len};
}

bool wi_label_words_add(wi_label_words *words, wi_str word, uint32_t *number) {
  char bytes[WI_LABEL_WORD_MAX];
  *number = 0;
  if (word.len == 0 || word.len > WI_LABEL_WORD_MAX) {
    return true;
  }
  uint32_t id = wi_strmap_find(&words->map, lower(bytes, word));
  if (id == WI_STRMAP_NONE && words->map.count >= WI_LABEL_WORDS_MAX) {
    return true;
  }
  if (!wi_strmap_add(&words->map, lower(bytes, word), &id)) {
    return false;
  }
  *lengths_of(words, word.ptr[0]) |= length_bit(word.len);
  *number = id + 1;
  return true;
}

uint32_t wi_label_words_find(const wi_label_words *words, wi_str word) {
  char bytes[WI_LABEL_WORD_MAX];
  const unsigned char first = (unsigned char)wi_piece_lower(word.ptr[0]);
  if (word.len > WI_LABEL_WORD_MAX || (words->lengths[first] & length_bit(word.len)) == 0) {
    return 0;
  }
  const uint32_t id = wi_strmap_find(&words->map, lower(bytes, word));
  return id == WI_STRMAP_NONE ? 0 : id + 1;
}
