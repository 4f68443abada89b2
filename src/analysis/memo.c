#include "memo.h"

#include "hash.h"
#include "mem.h"

/* Three quarters of the rows are used at most. A new word stands for so many bytes of a text. */
enum {
  ROWS_FIRST = 512,
  ROWS_MAX = 13 << 12,
  BYTES_PER_WORD = 8,
  MARKS_FIRST = 1024,
  RESTS_MAX = 1 << 18,
  ROWS_FULL = ROWS_MAX / 16 * 11,
  RESTS_FULL = RESTS_MAX / 8 * 7,
  TERMS_FULL = WI_MEMO_TERMS_MAX / 8 * 7,
  LONG = 0x40 /* the length in a long word's key */
};

static uint32_t used_max(uint32_t capacity) {
  return capacity / 4 * 3;
}

wi_memo wi_memo_make(void) {
  return (wi_memo){.seed = wi_hash_seed(), .stamp = 1, .terms = wi_memo_terms_make()};
}

void wi_memo_free(wi_memo *memo) {
  wi_mem_free(memo->rows);
  wi_mem_free(memo->rests);
  wi_mem_free(memo->stamps);
  wi_mem_free(memo->ids);
  wi_memo_terms_free(&memo->terms);
  *memo = (wi_memo){0};
}

void wi_memo_new_document(wi_memo *memo) {
  memo->document++;
  if (++memo->stamp == 0) { /* stamps come round: those of old are wiped */
    if (memo->marks_capacity > 0) {
      memset(memo->stamps, 0, memo->marks_capacity);
    }
    memo->stamp = 1;
  }
}

static void forget(wi_memo *memo) {
  memset(memo->rows, 0, ((size_t)memo->capacity + WI_MEMO_PROBES) * sizeof *memo->rows);
  memo->count = 0;
  memo->rests_len = 0;
  wi_memo_terms_reset(&memo->terms);
  wi_memo_new_document(memo);
}

void wi_memo_key_set(const wi_memo *memo, wi_memo_key *key, const char *bytes, size_t len,
                     bool is_capitals) {
  const uint8_t capitals = is_capitals ? (uint8_t)WI_MEMO_CAPITALS : 0;
  const bool is_short = len <= WI_MEMO_SHORT_MAX;
  key->len = (uint8_t)(len | capitals);
  key->bytes = bytes;
  wi_memo_short_key(key->parts, (wi_str){bytes, is_short ? len : WI_MEMO_SHORT_MAX},
                    is_short ? key->len : (uint8_t)(LONG | capitals));
  key->hash = wi_memo_mix(key->parts, memo->seed);
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

/* Room for the document's number of each term so far, and of as many again as were new. */
static bool grow_marks(wi_memo *memo) {
  const size_t old = memo->marks_capacity;
  const size_t own = old == 0 ? MARKS_FIRST : (old - memo->known.terms) * 2;
  const size_t capacity = memo->known.terms + own;
  uint32_t *ids = wi_mem_resize(memo->ids, capacity, sizeof *ids);
  if (ids == NULL) {
    return false;
  }
  memo->ids = ids;
  uint8_t *stamps = wi_mem_resize(memo->stamps, capacity, sizeof *stamps);
  if (stamps == NULL) {
    return false;
  }
  memset(stamps + old, 0, capacity - old);
  memo->stamps = stamps;
  memo->marks_capacity = capacity;
  return true;
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
  return (memo->marks_capacity > 0 || grow_marks(memo)) &&
         (capacity == memo->capacity || grow(memo, capacity) || memo->capacity > 0);
}

/* A long word lies among the rests, and its row says where. */
static bool keep_word(wi_memo *memo, const wi_memo_key *key, wi_memo_row *row) {
  const size_t len = wi_memo_length(row);
  const uint32_t at = (uint32_t)memo->rests_len;
  if (len <= WI_MEMO_SHORT_MAX) {
    wi_memo_row_set_key(row, key->parts);
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

/* A short word among the known ones. */
static uint32_t find_known(const wi_known *known, const uint64_t parts[2]) {
  if (known->pairs == 0) {
    return WI_MEMO_NONE;
  }
  const uint32_t row = wi_memo_pair(wi_memo_mix(parts, WI_KNOWN_SEED), known->pairs);
  const uint32_t probes = (known->rows[row].len & WI_MEMO_MORE) != 0 ? WI_KNOWN_PROBES : 2;
  for (uint32_t i = row; i < row + probes; i++) {
    if (wi_memo_row_is(&known->rows[i], parts)) {
      return i | WI_MEMO_KNOWN;
    }
  }
  return WI_MEMO_NONE;
}

uint32_t wi_memo_find(wi_memo *memo, const wi_memo_key *key, bool *is_new) {
  const uint32_t home = wi_memo_home(memo, key->hash);
  const uint32_t known = find_known(&memo->known, key->parts);
  *is_new = false;
  if (known != WI_MEMO_NONE) {
    return known;
  }
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
  uint32_t id = wi_known_find(&memo->known, term);
  if (id != WI_MEMO_NONE) {
    return id;
  }
  if (!wi_memo_terms_add(&memo->terms, term, &id)) {
    return WI_MEMO_NONE;
  }
  id += memo->known.terms;
  if (id >= memo->marks_capacity && !grow_marks(memo)) {
    return WI_MEMO_NONE;
  }
  return id;
}
