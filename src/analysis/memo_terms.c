#include "memo_terms.h"

#include <string.h>

#include "hash.h"
#include "mem.h"

/* Numbers end below the part of the hash; texts, all together, below what four bytes can say. */
enum { SLOTS_FIRST = 256, TAG_AT = 20, TEXT_MAX = 1 << 28 };

wi_memo_terms wi_memo_terms_make(void) {
  return (wi_memo_terms){.seed = wi_hash_seed()};
}

void wi_memo_terms_free(wi_memo_terms *terms) {
  wi_mem_free(terms->text);
  wi_mem_free(terms->starts);
  wi_mem_free(terms->slots);
  *terms = (wi_memo_terms){0};
}

void wi_memo_terms_reset(wi_memo_terms *terms) {
  if (terms->slot_count > 0) {
    memset(terms->slots, 0, terms->slot_count * sizeof *terms->slots);
  }
  terms->count = 0;
}

/* The upper bits, which do not choose the slot. */
static uint32_t tag_of(uint64_t hash) {
  return (uint32_t)(hash >> (32 + TAG_AT)) << TAG_AT;
}

/* Linear probing; at most three quarters of the slots are full, and the seed keeps chains short. */
static size_t find_slot(const wi_memo_terms *terms, wi_str term, uint64_t hash) {
  const uint32_t below = ((uint32_t)1 << TAG_AT) - 1;
  size_t at = (size_t)hash & (terms->slot_count - 1);
  for (; terms->slots[at] != 0; at = (at + 1) & (terms->slot_count - 1)) {
    const uint32_t slot = terms->slots[at];
    if ((slot & ~below) == tag_of(hash) &&
        wi_str_equal(wi_memo_terms_text(terms, (slot & below) - 1), term)) {
      break;
    }
  }
  return at;
}

/* Twice as many slots, the terms put into them anew. */
static bool grow_slots(wi_memo_terms *terms) {
  const size_t wanted = terms->slot_count == 0 ? SLOTS_FIRST : terms->slot_count * 2;
  uint32_t *slots = wi_mem_new(wanted, sizeof *slots);
  if (slots == NULL) {
    return false;
  }
  wi_mem_free(terms->slots);
  terms->slots = slots;
  terms->slot_count = wanted;
  for (uint32_t i = 0; i < terms->count; i++) {
    const wi_str term = wi_memo_terms_text(terms, i);
    const uint64_t hash = wi_hash(term, terms->seed);
    slots[find_slot(terms, term, hash)] = (i + 1) | tag_of(hash);
  }
  return true;
}

static bool put(wi_memo_terms *terms, wi_str term) {
  const size_t start = terms->count == 0 ? 0 : terms->starts[terms->count];
  if (terms->count >= WI_MEMO_TERMS_MAX || term.len > TEXT_MAX - start ||
      !wi_mem_grow(&terms->starts, &terms->starts_capacity, (size_t)terms->count + 1,
                   sizeof *terms->starts) ||
      !wi_mem_reserve(&terms->text, &terms->text_capacity, start + term.len + 1, 1)) {
    return false;
  }
  if (term.len > 0) {
    memcpy(terms->text + start, term.ptr, term.len);
  }
  terms->starts[terms->count] = (uint32_t)start;
  terms->starts[++terms->count] = (uint32_t)(start + term.len);
  return true;
}

bool wi_memo_terms_add(wi_memo_terms *terms, wi_str term, uint32_t *number) {
  if (terms->count >= terms->slot_count / 4 * 3 && !grow_slots(terms)) {
    return false;
  }
  const uint64_t hash = wi_hash(term, terms->seed);
  const size_t at = find_slot(terms, term, hash);
  const uint32_t below = ((uint32_t)1 << TAG_AT) - 1;
  if (terms->slots[at] != 0) {
    *number = (terms->slots[at] & below) - 1;
    return true;
  }
  if (!put(terms, term)) {
    return false;
  }
  *number = terms->count - 1;
  terms->slots[at] = terms->count | tag_of(hash);
  return true;
}
