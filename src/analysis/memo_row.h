/* What is remembered of a word: one row, the same in the session's memo (memo.h) and in the table
 * of known words (known.h).
 */
#ifndef WI_MEMO_ROW_H
#define WI_MEMO_ROW_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "sixteen.h"
#include "str.h"

enum {
  WI_MEMO_SHORT_MAX = 15, /* bytes of a word that lie in its row */
  WI_MEMO_LENGTH_MAX = 63, /* longer words are not remembered */
  WI_MEMO_CAPITALS = 0x80, /* in a length: the word stood in capitals */
  WI_MEMO_MORE = 0x40, /* in a known row's: words whose pair begins here stand behind it */
  WI_MEMO_LENGTH_AT = 56, /* where the length lies in the second part of a key */
  WI_MEMO_CASES = 3, /* stems of a row, by how the word stood: small, at a start, as a name; */
  WI_MEMO_HOW_AT = 28, /* or, of a row for capitals, the first one. Bits of warta_stem_how in it */
  WI_MEMO_LABEL_MAX = UINT16_MAX
};

#define WI_MEMO_NONE UINT32_MAX

/* 32 bytes, two rows to a line of the cache. A word in capitals (IKN) has a row of its own. A row
 * of noughts is free. */
typedef struct wi_memo_row {
  char key[WI_MEMO_SHORT_MAX + 1]; /* a short word's key, as bytes; else u32: where it lies */
  uint32_t
      stems[WI_MEMO_CASES]; /* number of the term, how at WI_MEMO_HOW_AT; NONE: not asked yet */
  uint16_t label_word; /* wi_piece.word */
  uint8_t len; /* and WI_MEMO_CAPITALS, WI_MEMO_MORE */
  uint8_t stop; /* warta_stop_group */
} wi_memo_row;

/* Multiply-mix of a key's two parts. */
static inline uint64_t wi_memo_mix(const uint64_t parts[2], uint64_t seed) {
  uint64_t hash = (parts[0] ^ seed) * UINT64_C(0x9E3779B97F4A7C15);
  hash ^= hash >> 32;
  hash = (hash ^ parts[1] ^ parts[1] >> 29) * UINT64_C(0xD6E8FEB86659FD93);
  return hash ^ (hash >> 32);
}

/* The first of the two rows that are looked at at once, among twice as many as pairs. */
static inline uint32_t wi_memo_pair(uint64_t hash, uint32_t pairs) {
  return (uint32_t)((hash >> 32) * pairs >> 32) * 2;
}

/* True if the row is that of the short word with this key. */
static inline bool wi_memo_row_is(const wi_memo_row *row, const uint64_t parts[2]) {
  return ((wi_sixteen_load(row->key) ^ parts[0]) | (wi_sixteen_load(row->key + 8) ^ parts[1])) == 0;
}

/* The row will be asked for soon. */
static inline void wi_memo_prefetch(const wi_memo_row *row) {
#if defined(__GNUC__)
  __builtin_prefetch(row);
#else
  (void)row;
#endif
}

/* The key of a short word, its bytes in small letters. */
static inline void wi_memo_short_key(uint64_t parts[2], wi_str word, uint8_t len) {
  char padded[WI_MEMO_SHORT_MAX + 1] = {0};
  memcpy(padded, word.ptr, word.len);
  parts[0] = wi_sixteen_load(padded);
  parts[1] = wi_sixteen_load(padded + 8) | (uint64_t)len << WI_MEMO_LENGTH_AT;
}

static inline void wi_memo_row_set_key(wi_memo_row *row, const uint64_t parts[2]) {
  wi_sixteen_store(row->key, parts[0]);
  wi_sixteen_store(row->key + 8, parts[1]);
}

/* The two parts of a stem: number of its term, and how it was reached. */
static inline uint32_t wi_memo_stem_term(uint32_t stem) {
  return stem & (((uint32_t)1 << WI_MEMO_HOW_AT) - 1);
}

static inline uint8_t wi_memo_stem_how(uint32_t stem) {
  return (uint8_t)(stem >> WI_MEMO_HOW_AT);
}

static inline size_t wi_memo_length(const wi_memo_row *row) {
  return row->len & (unsigned)WI_MEMO_LENGTH_MAX;
}

#endif
