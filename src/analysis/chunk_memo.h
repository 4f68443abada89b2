/* What chunks that are no known cores became: numbers, words with hyphens, dashes, dates.
 *
 * What a chunk becomes depends on its bytes alone, so its tokens and pieces may be written again.
 * Only saves work: a chunk that is too long, or that another has taken the row of, is cut anew. A
 * chunk has one row, by a seeded hash, and the last one keeps it.
 */
#ifndef WI_CHUNK_MEMO_H
#define WI_CHUNK_MEMO_H

#include <stdbool.h>
#include <stdint.h>

#include "pieces.h"
#include "str.h"
#include "tokens.h"

enum {
  WI_CHUNK_KEPT_MAX = 24, /* bytes of a chunk that is kept */
  WI_CHUNK_ITEMS_MAX = 6 /* and its tokens, or pieces */
};

typedef struct wi_kept_token {
  uint8_t start; /* from the chunk's */
  uint8_t end;
  uint8_t type;
  uint8_t flags;
  uint8_t note;
} wi_kept_token;

typedef struct wi_kept_piece {
  uint8_t start;
  uint8_t end;
  uint16_t flags;
  uint16_t word;
} wi_kept_piece;

typedef struct wi_chunk_key {
  uint64_t parts[WI_CHUNK_KEPT_MAX / 8]; /* its bytes, noughts behind them */
  uint8_t len; /* 0: too long */
} wi_chunk_key;

typedef struct wi_chunk_row {
  wi_chunk_key key;
  uint8_t token_count;
  uint8_t piece_count;
  bool has_pieces; /* they were asked for */
  wi_kept_token tokens[WI_CHUNK_ITEMS_MAX];
  wi_kept_piece pieces[WI_CHUNK_ITEMS_MAX];
} wi_chunk_row;

typedef struct wi_chunk_memo {
  wi_chunk_row *rows;
  uint32_t capacity; /* a power of two, or 0 */
  uint32_t kept; /* since it grew */
} wi_chunk_memo;

void wi_chunk_memo_free(wi_chunk_memo *memo);

/* text[start, end) is not empty. */
wi_chunk_key wi_chunk_key_make(wi_str text, size_t start, size_t end);
/* The chunk's row, or NULL. */
const wi_chunk_row *wi_chunk_memo_find(const wi_chunk_memo *memo, const wi_chunk_key *key,
                                       uint64_t seed);
/* A row to be filled in; NULL if there is none. */
wi_chunk_row *wi_chunk_memo_add(wi_chunk_memo *memo, const wi_chunk_key *key, uint64_t seed);

/* What was appended from item `first` on, for a chunk that begins at `start`; false, and the row is
 * free, if it is too much. */
bool wi_chunk_keep_tokens(wi_chunk_row *row, const wi_token_array *tokens, size_t first,
                          size_t start);
bool wi_chunk_keep_pieces(wi_chunk_row *row, const wi_piece_array *pieces, size_t first,
                          size_t start);
/* The arrays have room for WI_CHUNK_ITEMS_MAX more. */
void wi_chunk_put_tokens(const wi_chunk_row *row, wi_token_array *tokens, size_t start);
void wi_chunk_put_pieces(const wi_chunk_row *row, wi_piece_array *pieces, size_t start);

#endif
