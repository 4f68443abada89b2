#include "memo.h"

#include "hash.h"
#include "mem.h"

/* Three quarters of the rows are used at most. A new word stands for so many bytes of a text. */
enum {
  ROWS_FIRST = 512,
  ROWS_MAX = 3 << 14,
  BYTES_PER_WORD = 8,
  RESTS_MAX = 1 << 18,
  TERMS_MAX = 1 << 16,
  ROWS_FULL = ROWS_MAX / 8 * 5,
  RESTS_FULL = RESTS_MAX / 8 * 7,
  TERMS_FULL = TERMS_MAX / 8 * 7,
  LONG = 0x40 /* the length in a long word's key */
};

static uint32_t used_max(uint32_t capacity) {
  return capacity / 4 * 3;
}

wi_memo wi_memo_make(void) {
  return (wi_memo){.seed = wi_hash_seed(), .terms = wi_strmap_make()};
}

void wi_memo_free(wi_memo *memo) {
  wi_mem_free(memo->rows);
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

static void forget(wi_memo *memo) {
  memset(memo->rows, 0, ((size_t)memo->capacity + WI_MEMO_PROBES) * sizeof *memo->rows);
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
  char padded[WI_MEMO_SHORT_MAX + 1] = {0};
  const uint8_t capitals = is_capitals ? (uint8_t)WI_MEMO_CAPITALS : 0;
  const bool is_short = len <= WI_MEMO_SHORT_MAX;
  memcpy(padded, bytes, is_short ? len : WI_MEMO_SHORT_MAX);
  key->len = (uint8_t)(len | capitals);
  key->bytes = bytes;
  key->parts[0] = wi_sixteen_load(padded);
  key->parts[1] = wi_sixteen_load(padded + 8) | (uint64_t)(is_short ? key->len : LONG | capitals)
                                                    << WI_MEMO_LENGTH_AT;
  key->hash = wi_memo_hash(memo, key->parts);
  if (!is_short) {
    key->hash ^= wi_hash((wi_str){bytes, len}, memo->seed);
  }
}

static bool is_row(const wi_memo *memo, const wi_memo_row *row, const wi_memo_key *key) {
  const size_t len = wi_memo_length(row);
  if (row->len != key->len) {
    return false;
  }
  return len <= WI_MEMO_SHORT_MAX ? wi_memo_row_is(row, key->parts)
                                  : memcmp(memo->rests + wi_memo_rest(row), key->bytes, len) == 0;
}

/* A row that finds no place among more rows is only forgotten. */
static void move_row(const wi_memo *memo, const wi_memo_row *row) {
  wi_memo_key key;
  const wi_str word = wi_memo_word(memo, row);
  wi_memo_key_set(memo, &key, word.ptr, word.len, (row->len & WI_MEMO_CAPITALS) != 0);
  wi_memo_row *to = memo->rows + wi_memo_home(memo, key.hash);
  for (size_t i = 0; i < WI_MEMO_PROBES; i++) {
    if (to[i].len == 0) {
      to[i] = *row;
      return;
    }
  }
}

static bool grow(wi_memo *memo, uint32_t capacity) {
  wi_memo_row *old = memo->rows;
  const size_t count = memo->capacity == 0 ? 0 : (size_t)memo->capacity + WI_MEMO_PROBES;
  wi_memo_row *rows = wi_mem_new((size_t)capacity + WI_MEMO_PROBES, sizeof *rows);
  if (rows == NULL) {
    return false;
  }
  memo->rows = rows;
  memo->capacity = capacity;
  for (size_t i = 0; i < count; i++) {
    if (old[i].len != 0) {
      move_row(memo, &old[i]);
    }
  }
  wi_mem_free(old);
  return true;
}

bool wi_memo_begin(wi_memo *memo, size_t text_len) {
  uint32_t capacity = memo->capacity == 0 ? ROWS_FIRST : memo->capacity;
  if (memo->count >= ROWS_FULL || memo->terms.count >= TERMS_FULL ||
      memo->rests_len >= RESTS_FULL) {
    forget(memo);
  }
  while (memo->count + text_len / BYTES_PER_WORD > used_max(capacity) && capacity < ROWS_MAX) {
    capacity = capacity * 2 < ROWS_MAX ? capacity * 2 : ROWS_MAX;
  }
  return capacity == memo->capacity || grow(memo, capacity) || memo->capacity > 0;
}

/* A long word lies among the rests, and its row says where. */
static bool keep_word(wi_memo *memo, const wi_memo_key *key, wi_memo_row *row) {
  const size_t len = wi_memo_length(row);
  const uint32_t at = (uint32_t)memo->rests_len;
  if (len <= WI_MEMO_SHORT_MAX) {
    wi_sixteen_store(row->key, key->parts[0]);
    wi_sixteen_store(row->key + 8, key->parts[1]);
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

static bool add_row(wi_memo *memo, const wi_memo_key *key, wi_memo_row *at) {
  wi_memo_row row = {.stems = {WI_MEMO_NONE, WI_MEMO_NONE, WI_MEMO_NONE}, .len = key->len};
  if (memo->count >= used_max(memo->capacity) || !keep_word(memo, key, &row)) {
    return false;
  }
  *at = row;
  memo->count++;
  return true;
}

uint32_t wi_memo_find(wi_memo *memo, const wi_memo_key *key, bool *is_new) {
  const uint32_t home = wi_memo_home(memo, key->hash);
  *is_new = false;
  for (uint32_t i = home; i < home + WI_MEMO_PROBES; i++) {
    wi_memo_row *row = &memo->rows[i];
    if (row->len == 0) {
      *is_new = add_row(memo, key, row);
      return *is_new ? i : WI_MEMO_NONE;
    }
    if (is_row(memo, row, key)) {
      return i;
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
