#include "chunk_memo.h"

#include <string.h>

#include "mem.h"

/* It grows when it has been filled twice: a session of one article stays small. */
enum { ROWS_FIRST = 64, ROWS_GROWTH = 4, ROWS_MAX = 1024 };

void wi_chunk_memo_free(wi_chunk_memo *memo) {
  wi_mem_free(memo->rows);
  *memo = (wi_chunk_memo){0};
}

wi_chunk_key wi_chunk_key_make(wi_str text, size_t start, size_t end) {
  wi_chunk_key key = {.len = 0};
  if (end - start <= WI_CHUNK_KEPT_MAX) {
    key.len = (uint8_t)(end - start);
    memcpy(key.parts, text.ptr + start, end - start);
  }
  return key;
}

static size_t row_of(const wi_chunk_memo *memo, const wi_chunk_key *key, uint64_t seed) {
  uint64_t hash = seed;
  for (size_t i = 0; i < WI_CHUNK_KEPT_MAX / 8; i++) {
    hash = (hash ^ key->parts[i]) * UINT64_C(0x9E3779B97F4A7C15);
    hash ^= hash >> 32;
  }
  return (size_t)hash & (memo->capacity - 1);
}

const wi_chunk_row *wi_chunk_memo_find(const wi_chunk_memo *memo, const wi_chunk_key *key,
                                       uint64_t seed) {
  if (key->len == 0 || memo->capacity == 0) {
    return NULL;
  }
  const wi_chunk_row *row = &memo->rows[row_of(memo, key, seed)];
  const bool is_it = row->key.len == key->len && row->key.parts[0] == key->parts[0] &&
                     row->key.parts[1] == key->parts[1] && row->key.parts[2] == key->parts[2];
  return is_it ? row : NULL;
}

/* Without memory it stays as it is. */
static void grow(wi_chunk_memo *memo) {
  const uint32_t capacity = memo->capacity == 0 ? ROWS_FIRST : memo->capacity * ROWS_GROWTH;
  wi_chunk_row *rows = wi_mem_new(capacity, sizeof *rows);
  if (rows != NULL) {
    wi_mem_free(memo->rows);
    *memo = (wi_chunk_memo){.rows = rows, .capacity = capacity};
  }
}

wi_chunk_row *wi_chunk_memo_add(wi_chunk_memo *memo, const wi_chunk_key *key, uint64_t seed) {
  if (key->len == 0) {
    return NULL;
  }
  if (memo->kept >= 2 * memo->capacity && memo->capacity < ROWS_MAX) {
    grow(memo);
  }
  if (memo->capacity == 0) {
    return NULL;
  }
  memo->kept++;
  wi_chunk_row *row = &memo->rows[row_of(memo, key, seed)];
  row->key = *key;
  row->has_pieces = false;
  return row;
}

bool wi_chunk_keep_tokens(wi_chunk_row *row, const wi_token_array *tokens, size_t first,
                          size_t start) {
  const size_t count = tokens->count - first;
  if (count > WI_CHUNK_ITEMS_MAX) {
    row->key.len = 0;
    return false;
  }
  row->token_count = (uint8_t)count;
  for (size_t i = 0; i < count; i++) {
    const wi_token *token = &tokens->items[first + i];
    row->tokens[i] = (wi_kept_token){(uint8_t)(token->start - start), (uint8_t)(token->end - start),
                                     token->type, token->flags, tokens->notes[first + i]};
  }
  return true;
}

bool wi_chunk_keep_pieces(wi_chunk_row *row, const wi_piece_array *pieces, size_t first,
                          size_t start) {
  const size_t count = pieces->count - first;
  if (count > WI_CHUNK_ITEMS_MAX) {
    row->key.len = 0;
    return false;
  }
  row->has_pieces = true;
  row->piece_count = (uint8_t)count;
  for (size_t i = 0; i < count; i++) {
    const wi_piece *piece = &pieces->items[first + i];
    row->pieces[i] = (wi_kept_piece){(uint8_t)(piece->start - start), (uint8_t)(piece->end - start),
                                     (uint16_t)piece->flags, (uint16_t)piece->word};
  }
  return true;
}

void wi_chunk_put_tokens(const wi_chunk_row *row, wi_token_array *tokens, size_t start) {
  wi_token *to = tokens->items + tokens->count;
  uint8_t *notes = tokens->notes + tokens->count;
  for (size_t i = 0; i < row->token_count; i++) {
    const wi_kept_token *kept = &row->tokens[i];
    to[i].start = (uint32_t)start + kept->start;
    to[i].end = (uint32_t)start + kept->end;
    to[i].sentence = WARTA_NO_SENTENCE;
    to[i].type = kept->type;
    to[i].flags = kept->flags;
    to[i].label = 0;
    to[i].ends = 0;
    to[i].word = WI_NO_WORD;
    notes[i] = kept->note;
  }
  tokens->count += row->token_count;
}

void wi_chunk_put_pieces(const wi_chunk_row *row, wi_piece_array *pieces, size_t start) {
  wi_piece *to = pieces->items + pieces->count;
  for (size_t i = 0; i < row->piece_count; i++) {
    const wi_kept_piece *kept = &row->pieces[i];
    to[i] = (wi_piece){(uint32_t)start + kept->start, (uint32_t)start + kept->end, kept->flags,
                       kept->word};
  }
  pieces->count += row->piece_count;
}
