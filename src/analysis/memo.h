/* What a session remembers of words: for each, in small letters, whether it is a stop word, its
 * number in the label patterns, and its stems.
 *
 * It only saves work: a word that finds no room, or is too long, is looked up as without a memo, so
 * no result depends on what is remembered. Bounded; a text that has filled it is followed by an
 * empty one. The hash is seeded and a probe is short, so words made to collide cost misses, never
 * chains.
 */
#ifndef WI_MEMO_H
#define WI_MEMO_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "sixteen.h"
#include "str.h"
#include "strmap.h"

enum {
  WI_MEMO_SHORT_MAX = 15, /* bytes of a word that lie in its row */
  WI_MEMO_LENGTH_MAX = 63, /* longer words are not remembered */
  WI_MEMO_CAPITALS = 0x80, /* in a length: the word stood in capitals */
  WI_MEMO_PROBES = 24, /* rows from a word's home on in which it may stand */
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
  uint8_t len; /* and WI_MEMO_CAPITALS */
  uint8_t stop; /* warta_stop_group */
} wi_memo_row;

/* The number that a document gave a term. */
typedef struct wi_memo_mark {
  uint32_t document;
  uint32_t id;
} wi_memo_mark;

typedef struct wi_memo {
  wi_memo_row *rows; /* by hash; WI_MEMO_PROBES more than capacity, so that no probe goes round */
  uint32_t count;
  uint32_t capacity;
  uint64_t seed;
  char *rests; /* long words */
  size_t rests_len;
  size_t rests_capacity;
  wi_strmap terms;
  wi_memo_mark *marks; /* by term */
  size_t marks_capacity;
  uint32_t document; /* the last that began to mark terms */
} wi_memo;

wi_memo wi_memo_make(void);
void wi_memo_free(wi_memo *memo);
/* Before a text, and before any word: makes room for the words of so many bytes, or empties a memo
 * that is nearly full. Until the next text rows keep their places; terms keep their numbers until
 * the memo is emptied. False: no memory for any row. */
bool wi_memo_begin(wi_memo *memo, size_t text_len);

/* Marks that earlier documents made count no more. */
void wi_memo_new_document(wi_memo *memo);

/* A word in small letters of at most WI_MEMO_LENGTH_MAX bytes. */
typedef struct wi_memo_key {
  uint64_t parts[2]; /* its first bytes, noughts behind them, and last the length with
                      * WI_MEMO_CAPITALS; WI_MEMO_LONG for a longer word */
  uint64_t hash;
  const char *bytes; /* all of it; only needed of a long one */
  uint8_t len; /* and WI_MEMO_CAPITALS */
} wi_memo_key;

/* Where the length lies in the second part. */
enum { WI_MEMO_LENGTH_AT = 56 };

/* Sets the key of a word whose bytes stand in small letters at `bytes`. */
void wi_memo_key_set(const wi_memo *memo, wi_memo_key *key, const char *bytes, size_t len,
                     bool is_capitals);

/* Multiply-mix with a secret seed. */
static inline uint64_t wi_memo_hash(const wi_memo *memo, const uint64_t parts[2]) {
  uint64_t hash = (parts[0] ^ memo->seed) * UINT64_C(0x9E3779B97F4A7C15);
  hash ^= hash >> 32;
  hash = (hash ^ parts[1] ^ parts[1] >> 29) * UINT64_C(0xD6E8FEB86659FD93);
  return hash ^ (hash >> 32);
}

/* The first row in which the word may stand. */
static inline uint32_t wi_memo_home(const wi_memo *memo, uint64_t hash) {
  return (uint32_t)((hash >> 32) * memo->capacity >> 32);
}

/* True if the row is that of the short word with this key. */
static inline bool wi_memo_row_is(const wi_memo_row *row, const uint64_t parts[2]) {
  return ((wi_sixteen_load(row->key) ^ parts[0]) | (wi_sixteen_load(row->key + 8) ^ parts[1])) == 0;
}

static inline size_t wi_memo_length(const wi_memo_row *row) {
  return row->len & ~(unsigned)WI_MEMO_CAPITALS;
}

/* Where a long word lies among the rests. */
static inline uint32_t wi_memo_rest(const wi_memo_row *row) {
  uint32_t at = 0;
  memcpy(&at, row->key, sizeof at);
  return at;
}

/* The word's row, new or known; *is_new: its stop group and label word are still to be set. NONE:
 * no room. */
uint32_t wi_memo_find(wi_memo *memo, const wi_memo_key *key, bool *is_new);

/* Asks for a row that will be looked at. */
static inline void wi_memo_prefetch(const wi_memo *memo, uint32_t row) {
#if defined(__GNUC__)
  __builtin_prefetch(&memo->rows[row]);
#else
  (void)memo;
  (void)row;
#endif
}

/* The word of a row; borrowed until a row is added. */
static inline wi_str wi_memo_word(const wi_memo *memo, const wi_memo_row *row) {
  const size_t len = wi_memo_length(row);
  return (wi_str){len <= WI_MEMO_SHORT_MAX ? row->key : memo->rests + wi_memo_rest(row), len};
}

static inline wi_str wi_memo_term(const wi_memo *memo, uint32_t term) {
  return memo->terms.keys[term];
}

/* The number of a term, new or known; NONE: no room. */
uint32_t wi_memo_number(wi_memo *memo, wi_str term);

#endif
