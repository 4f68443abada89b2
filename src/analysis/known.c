#include "known.h"

#include <string.h>

#include "packed.h"

static bool is_sound(const wi_known_head *head, size_t size) {
  const uint64_t needed =
      sizeof *head + (uint64_t)wi_known_rows(head->pairs) * sizeof(wi_memo_row) +
      ((uint64_t)head->terms + 1 + head->slots) * sizeof(uint32_t) + head->text_size;
  return memcmp(head->magic, WI_KNOWN_MAGIC, sizeof head->magic) == 0 &&
         head->version == WI_KNOWN_VERSION && head->order == WI_KNOWN_ORDER && needed == size &&
         head->slots > head->terms && (head->slots & (head->slots - 1)) == 0;
}

bool wi_known_open(wi_known *out, const void *data, size_t size, uint64_t fingerprint) {
  wi_known_head head;
  *out = (wi_known){0};
  if (size < sizeof head) {
    return false;
  }
  memcpy(&head, data, sizeof head);
  if (!is_sound(&head, size)) {
    return false;
  }
  if (head.fingerprint != fingerprint) {
    return true;
  }
  const char *at = (const char *)data + sizeof head;
  *out = (wi_known){.pairs = head.pairs, .terms = head.terms, .slots = head.slots};
  out->rows = (const void *)at;
  out->offsets = (const void *)(at + wi_known_rows(head.pairs) * sizeof *out->rows);
  out->term_slots = out->offsets + head.terms + 1;
  out->text = (const char *)(out->term_slots + head.slots);
  return true;
}

uint32_t wi_known_find(const wi_known *known, wi_str term) {
  if (known->terms == 0) {
    return WI_MEMO_NONE;
  }
  const uint32_t mask = known->slots - 1;
  for (uint32_t at = (uint32_t)wi_packed_hash(term) & mask; known->term_slots[at] != 0;
       at = (at + 1) & mask) {
    const uint32_t number = known->term_slots[at] - 1;
    if (wi_str_equal(wi_known_text(known, number), term)) {
      return number;
    }
  }
  return WI_MEMO_NONE;
}
