#include "memo.h"

#include "hash.h"
#include "mem.h"

/* Slots are a power of two, three quarters of them full at most; a slot names a row in 20 bits. */
enum {
  ROWS_FIRST = 512,
  ROWS_MAX = 3 << 14,
  SLOTS_FIRST = 1024,
  ROW_BITS = 20,
  PROBES_MAX = 16,
  RESTS_MAX = 1 << 18,
  TERMS_MAX = 1 << 16,
  ROWS_FULL = ROWS_MAX / 8 * 7,
  RESTS_FULL = RESTS_MAX / 8 * 7,
  TERMS_FULL = TERMS_MAX / 8 * 7
};

#define ROW_MASK (((uint32_t)1 << ROW_BITS) - 1)

wi_memo wi_memo_make(void) {
  return (wi_memo){.seed = wi_hash_seed(), .terms = wi_strmap_make()};
}

void wi_memo_free(wi_memo *memo) {
  wi_mem_free(memo->rows);
  wi_mem_free(memo->slots);
  wi_mem_free(memo->rests);
  wi_mem_free(memo->marks);
  wi_strmap_free(&memo->terms);
  *memo = (wi_memo){0};
}

void wi_memo_new_document(wi_memo *memo) {
  if (memo->document == UINT32_MAX) {
    if (memo->marks_capacity > 0) {
      memset(memo->marks, 0, memo->marks_capacity * sizeof *memo->marks);
    }
    memo->document = 0;
  }
  memo->document++;
}

void wi_memo_begin(wi_memo *memo) {
  if (memo->count < ROWS_FULL && memo->terms.count < TERMS_FULL && memo->rests_len < RESTS_FULL) {
    return;
  }
  memset(memo->slots, 0, memo->slot_count * sizeof *memo->slots);
  if (memo->terms.count > 0) { /* else there may be no marks yet */
    memset(memo->marks, 0, memo->terms.count * sizeof *memo->marks);
  }
  memo->count = 0;
  memo->rests_len = 0;
  wi_strmap_reset(&memo->terms);
  wi_memo_new_document(memo);
}

void wi_memo_key_set(const wi_memo *memo, wi_memo_key *key, const char *bytes, size_t len,
                     bool is_capitals) {
  const size_t first = len < WI_MEMO_KEY ? len : WI_MEMO_KEY;
  key->parts[0] = 0;
  key->parts[1] = 0;
  memcpy(key->parts, bytes, first);
  key->len = (uint8_t)(len | (is_capitals ? (size_t)WI_MEMO_CAPITALS : 0));
  key->bytes = bytes;
  key->hash = wi_memo_hash(memo, key->parts, is_capitals);
  if (len > WI_MEMO_KEY) {
    key->hash ^= wi_hash((wi_str){bytes + first, len - first}, memo->seed);
  }
}

static uint32_t tag_of(uint64_t hash) {
  return (uint32_t)(hash >> 32) & ~ROW_MASK;
}

static bool is_row(const wi_memo *memo, const wi_memo_row *row, const wi_memo_key *key) {
  const size_t len = wi_memo_length(row);
  if (row->len != key->len) {
    return false;
  }
  return len <= WI_MEMO_KEY ? memcmp(row->key, key->parts, WI_MEMO_KEY) == 0
                            : memcmp(memo->rests + wi_memo_rest(row), key->bytes, len) == 0;
}

static void put_slot(const wi_memo *memo, uint64_t hash, uint32_t row) {
  for (uint32_t i = 0; i < PROBES_MAX; i++) {
    uint32_t *slot = &memo->slots[((uint32_t)hash + i) & (memo->slot_count - 1)];
    if (*slot == 0) {
      *slot = tag_of(hash) | (row + 1);
      return;
    }
  }
}

static uint64_t hash_of_row(const wi_memo *memo, const wi_memo_row *row) {
  wi_memo_key key;
  const wi_str word = wi_memo_word(memo, row);
  wi_memo_key_set(memo, &key, word.ptr, word.len, (row->len & WI_MEMO_CAPITALS) != 0);
  return key.hash;
}

/* More rows, and slots for them. A row that finds no slot any more is only forgotten. */
static bool grow(wi_memo *memo) {
  const uint32_t capacity = memo->capacity == 0              ? ROWS_FIRST
                            : memo->capacity * 2 <= ROWS_MAX ? memo->capacity * 2
                                                             : ROWS_MAX;
  uint32_t slot_count = SLOTS_FIRST;
  while (slot_count * 3 / 4 < capacity) {
    slot_count *= 2;
  }
  wi_memo_row *rows = wi_mem_resize(memo->rows, capacity, sizeof *rows);
  if (rows == NULL) {
    return false;
  }
  memo->rows = rows;
  if (slot_count > memo->slot_count) {
    uint32_t *slots = wi_mem_new(slot_count, sizeof *slots);
    if (slots == NULL) {
      return false;
    }
    wi_mem_free(memo->slots);
    memo->slots = slots;
    memo->slot_count = slot_count;
    for (uint32_t row = 0; row < memo->count; row++) {
      put_slot(memo, hash_of_row(memo, &memo->rows[row]), row);
    }
  }
  memo->capacity = capacity;
  return true;
}

/* A long word lies among the rests, and its row says where. */
static bool keep_rest(wi_memo *memo, const wi_memo_key *key, wi_memo_row *row) {
  const size_t len = wi_memo_length(row);
  const uint32_t at = (uint32_t)memo->rests_len;
  if (len <= WI_MEMO_KEY) {
    memcpy(row->key, key->parts, WI_MEMO_KEY);
    return true;
  }
  if (memo->rests_len + len > RESTS_MAX) {
    return false;
  }
  while (memo->rests_len + len > memo->rests_capacity) {
    if (!wi_mem_grow(&memo->rests, &memo->rests_capacity, memo->rests_capacity, 1)) {
      return false;
    }
  }
  memcpy(memo->rests + at, key->bytes, len);
  memcpy(row->key, &at, sizeof at);
  memo->rests_len += len;
  return true;
}

static uint32_t add_row(wi_memo *memo, const wi_memo_key *key, uint32_t *slot) {
  wi_memo_row row = {.stems = {WI_MEMO_NONE, WI_MEMO_NONE, WI_MEMO_NONE}, .len = key->len};
  if (memo->count >= memo->capacity || !keep_rest(memo, key, &row)) {
    return WI_MEMO_NONE;
  }
  memo->rows[memo->count] = row;
  *slot = tag_of(key->hash) | (memo->count + 1);
  return memo->count++;
}

uint32_t wi_memo_find(wi_memo *memo, const wi_memo_key *key, bool *is_new) {
  *is_new = false;
  if (memo->count >= memo->capacity && memo->capacity < ROWS_MAX && !grow(memo)) {
    return WI_MEMO_NONE;
  }
  const uint32_t tag = tag_of(key->hash);
  for (uint32_t i = 0; i < PROBES_MAX; i++) {
    uint32_t *slot = &memo->slots[((uint32_t)key->hash + i) & (memo->slot_count - 1)];
    if (*slot == 0) {
      *is_new = true;
      return add_row(memo, key, slot);
    }
    if ((*slot & ~ROW_MASK) == tag) {
      const uint32_t row = (*slot & ROW_MASK) - 1;
      if (is_row(memo, &memo->rows[row], key)) {
        return row;
      }
    }
  }
  return WI_MEMO_NONE;
}

uint32_t wi_memo_number(wi_memo *memo, wi_str term) {
  uint32_t id = 0;
  if (memo->terms.count >= TERMS_MAX || !wi_strmap_add(&memo->terms, term, &id)) {
    return WI_MEMO_NONE;
  }
  while (id >= memo->marks_capacity) {
    const size_t old = memo->marks_capacity;
    if (!wi_mem_grow(&memo->marks, &memo->marks_capacity, old, sizeof *memo->marks)) {
      return WI_MEMO_NONE;
    }
    memset(memo->marks + old, 0, (memo->marks_capacity - old) * sizeof *memo->marks);
  }
  return id;
}
