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

#include "known.h"
#include "memo_row.h"
#include "memo_terms.h"
#include "str.h"

enum {
  WI_MEMO_PROBES = 48, /* rows from a word's home on in which it may stand */
};

/* A word's row is told by a number: its place among the rows, or among the known words' with this
 * bit. */
#define WI_MEMO_KNOWN ((uint32_t)1 << 30)

typedef struct wi_memo {
  wi_known known; /* words that need no row of their own; their terms have the first numbers */
  wi_memo_row *rows; /* by hash; WI_MEMO_PROBES more than capacity, so that no probe goes round */
  uint32_t count;
  uint32_t capacity;
  uint64_t seed;
  char *rests; /* long words */
  size_t rests_len;
  size_t rests_capacity;
  wi_memo_terms terms; /* all but the known ones */
  /* By term: which document gave it a number last, and which number. */
  uint8_t *stamps;
  uint32_t *ids;
  size_t marks_capacity;
  uint8_t stamp; /* that of the document */
  uint32_t document; /* the last that began to mark terms */
} wi_memo;

/* No word is known; the owner may set `known` before the first text. */
wi_memo wi_memo_make(void);
void wi_memo_free(wi_memo *memo);
/* Before a text, and before any word: makes room for the words of so many bytes, or empties a memo
 * that is nearly full. Until the next text rows keep their places; terms keep their numbers until
 * the memo is emptied. False: no memory for any row. */
bool wi_memo_begin(wi_memo *memo, size_t text_len);

/* Numbers that earlier documents gave terms count no more. */
void wi_memo_new_document(wi_memo *memo);

/* The number that the document gave the term. False: none. */
static inline bool wi_memo_id(const wi_memo *memo, uint32_t term, uint32_t *id) {
  const bool is_marked = memo->stamps[term] == memo->stamp;
  *id = is_marked ? memo->ids[term] : 0;
  return is_marked;
}

static inline void wi_memo_set_id(const wi_memo *memo, uint32_t term, uint32_t id) {
  memo->stamps[term] = memo->stamp;
  memo->ids[term] = id;
}

/* A word in small letters of at most WI_MEMO_LENGTH_MAX bytes. */
typedef struct wi_memo_key {
  uint64_t parts[2]; /* its first bytes, noughts behind them, and last the length with
                      * WI_MEMO_CAPITALS; WI_MEMO_LONG for a longer word */
  uint64_t hash;
  const char *bytes; /* all of it; only needed of a long one */
  uint8_t len; /* and WI_MEMO_CAPITALS */
} wi_memo_key;

/* Sets the key of a word whose bytes stand in small letters at `bytes`. */
void wi_memo_key_set(const wi_memo *memo, wi_memo_key *key, const char *bytes, size_t len,
                     bool is_capitals);

/* The first row in which the word may stand. */
static inline uint32_t wi_memo_home(const wi_memo *memo, uint64_t hash) {
  return wi_memo_pair(hash, memo->capacity / 2);
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

/* The word of a row; borrowed until a row is added. */
static inline wi_str wi_memo_word(const wi_memo *memo, const wi_memo_row *row) {
  const size_t len = wi_memo_length(row);
  return (wi_str){len <= WI_MEMO_SHORT_MAX ? row->key : memo->rests + wi_memo_rest(row), len};
}

/* The row with this number. */
static inline const wi_memo_row *wi_memo_row_at(const wi_memo *memo, uint32_t number) {
  return (number & WI_MEMO_KNOWN) != 0 ? &memo->known.rows[number & ~WI_MEMO_KNOWN]
                                       : &memo->rows[number];
}

/* Borrowed until a term is numbered. */
static inline wi_str wi_memo_term(const wi_memo *memo, uint32_t term) {
  return term < memo->known.terms ? wi_known_text(&memo->known, term)
                                  : wi_memo_terms_text(&memo->terms, term - memo->known.terms);
}

/* The number of a term, new or known; NONE: no room. */
uint32_t wi_memo_number(wi_memo *memo, wi_str term);

#endif
