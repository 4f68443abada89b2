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

#include "str.h"
#include "strmap.h"

enum {
  WI_MEMO_KEY = 16, /* bytes of a word that lie in its row */
  WI_MEMO_LENGTH_MAX = 63, /* longer words are not remembered */
  WI_MEMO_CASES = 4 /* of wi_stem_case */
};

#define WI_MEMO_NONE UINT32_MAX

typedef struct wi_memo_row {
  char key[WI_MEMO_KEY]; /* the word's first bytes; noughts behind a shorter one */
  uint32_t terms[WI_MEMO_CASES]; /* by wi_stem_case; WI_MEMO_NONE: not asked yet */
  uint8_t how[WI_MEMO_CASES]; /* warta_stem_how */
  uint32_t rest; /* where the bytes behind the first lie */
  uint32_t label_word; /* wi_piece.word */
  uint8_t len;
  uint8_t stop; /* warta_stop_group */
} wi_memo_row;

/* The number that a document gave a term. */
typedef struct wi_memo_mark {
  uint32_t document;
  uint32_t id;
} wi_memo_mark;

typedef struct wi_memo {
  wi_memo_row *rows;
  uint32_t count;
  uint32_t capacity;
  uint32_t *slots; /* high bits: of the hash; low bits: row + 1, or 0 */
  uint32_t slot_count;
  uint64_t seed;
  char *rests; /* of long words */
  size_t rests_len;
  size_t rests_capacity;
  wi_strmap terms;
  wi_memo_mark *marks; /* by term */
  size_t marks_capacity;
  uint32_t document; /* the last that began to mark terms */
  char word[WI_MEMO_LENGTH_MAX + 1]; /* a long word, its two parts joined */
} wi_memo;

wi_memo wi_memo_make(void);
void wi_memo_free(wi_memo *memo);
/* Before a text: a memo that is nearly full is emptied. Rows and terms keep their numbers until
 * then. */
void wi_memo_begin(wi_memo *memo);

/* Marks that earlier documents made count no more. */
void wi_memo_new_document(wi_memo *memo);

/* A word in small letters of at most WI_MEMO_LENGTH_MAX bytes. */
typedef struct wi_memo_key {
  uint64_t parts[2]; /* its first bytes; noughts behind a shorter one */
  uint64_t hash;
  const char *rest; /* the bytes behind them */
  uint8_t len;
} wi_memo_key;

/* Sets parts and hash of a word whose bytes stand in small letters at `bytes`. */
void wi_memo_key_set(const wi_memo *memo, wi_memo_key *key, const char *bytes, size_t len);

/* For keys of at most WI_MEMO_KEY bytes whose parts are set. Multiply-mix with a secret seed. */
static inline uint64_t wi_memo_hash(const wi_memo *memo, const uint64_t parts[2]) {
  uint64_t hash = (parts[0] ^ memo->seed) * UINT64_C(0x9E3779B97F4A7C15);
  hash ^= hash >> 32;
  hash = (hash ^ parts[1]) * UINT64_C(0xD6E8FEB86659FD93);
  return hash ^ (hash >> 32);
}

/* The word's row, new or known; *is_new: its stop group and label word are still to be set. NONE:
 * no room. */
uint32_t wi_memo_find(wi_memo *memo, const wi_memo_key *key, bool *is_new);

/* Asks for the memory that a look-up of the hash will need. */
static inline void wi_memo_prefetch(const wi_memo *memo, uint64_t hash) {
#if defined(__GNUC__)
  if (memo->slot_count > 0) {
    __builtin_prefetch(&memo->slots[(uint32_t)hash & (memo->slot_count - 1)]);
  }
#else
  (void)memo;
  (void)hash;
#endif
}

/* The word of a row. Borrowed: a long one until the next call, as it is copied to memo->word. */
static inline wi_str wi_memo_word(wi_memo *memo, const wi_memo_row *row) {
  if (row->len <= WI_MEMO_KEY) {
    return (wi_str){row->key, row->len};
  }
  memcpy(memo->word, row->key, WI_MEMO_KEY);
  memcpy(memo->word + WI_MEMO_KEY, memo->rests + row->rest, row->len - (size_t)WI_MEMO_KEY);
  return (wi_str){memo->word, row->len};
}

static inline wi_str wi_memo_term(const wi_memo *memo, uint32_t term) {
  return memo->terms.keys[term];
}

/* Remembers a stem; false: no room, and the row stays as it was. */
bool wi_memo_set_term(wi_memo *memo, wi_memo_row *row, unsigned stem_case, wi_str term,
                      uint8_t how);

#endif
