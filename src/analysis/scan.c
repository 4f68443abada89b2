#include "scan.h"

#include <stdbool.h>
#include <stdint.h>

#include "chunk.h"
#include "core_chunk.h"
#include "mem.h"
#include "pieces.h"
#include "status.h"
#include "term_lookup.h"

typedef struct scanner {
  warta_session *session;
  wi_str text;
  const wi_rule_table *rules;
  const wi_labeller *labeller; /* NULL: no pieces */
  wi_token_array *tokens;
  wi_piece_array *pieces;
  const wi_memo_row *rows; /* those of the reader */
  uint32_t rows_bit; /* WI_MEMO_KNOWN, or 0 */
  uint32_t mark_words[128];
} scanner;

/* Field by field, where it lies: a whole token put together elsewhere waits for its bytes. */
static inline void set_token(wi_token *token, size_t start, size_t end, uint32_t word) {
  token->start = (uint32_t)start;
  token->end = (uint32_t)end;
  token->sentence = WARTA_NO_SENTENCE;
  token->label = 0;
  token->ends = 0;
  token->word = word;
}

static inline void set_mark(wi_token *token, size_t at, bool is_glued) {
  set_token(token, at, at + 1, WI_NO_WORD);
  token->type = WARTA_TOKEN_PUNCTUATION;
  token->flags = is_glued ? WARTA_TOKEN_GLUED : 0;
}

/* A comma is quiet: nothing that stands behind a known core can make it end or join anything. */
static uint8_t note_of_tail(char mark) {
  return mark == ',' ? 0 : (uint8_t)(WI_NOTE_LOOK | (mark == '.' ? WI_NOTE_STOP : 0));
}

static inline void set_word(wi_token *token, const wi_core_chunk *c, uint32_t row) {
  set_token(token, c->start, c->start + c->core, row == WI_NO_WORD ? WI_NO_ROOM : row);
  token->type = c->type;
  token->flags = c->flags;
}

/* The array has room for WI_CORE_ITEMS_MAX more. */
static inline void write_tokens(const scanner *scan, const wi_core_chunk *c, uint32_t row) {
  size_t i = scan->tokens->count;
  wi_token *items = scan->tokens->items;
  uint8_t *notes = scan->tokens->notes;
  if (c->lead != 0) {
    notes[i] = WI_NOTE_LOOK;
    set_mark(&items[i++], c->start - 1, false);
  }
  notes[i] = (c->is_next | c->lead) != 0 ? 0 : WI_NOTE_LOOK;
  set_word(&items[i++], c, row);
  for (uint32_t at = c->end - c->tails; at < c->end; at++) {
    notes[i] = note_of_tail(scan->text.ptr[at]);
    set_mark(&items[i++], at, true);
  }
  scan->tokens->count = i;
}

static uint32_t mark_flags(char mark) {
  switch (mark) {
  case '"':
    return WI_PIECE_QUOTE;
  case '(':
    return WI_PIECE_OPEN;
  case ')':
    return WI_PIECE_CLOSE;
  case '.':
  case '?':
  case '!':
    return WI_PIECE_STOP;
  default:
    return 0;
  }
}

/* As wi_pieces_append would: stops that follow each other are one piece. */
static void write_tails(const scanner *scan, const wi_core_chunk *c, size_t at, wi_piece **to) {
  const char *bytes = scan->text.ptr;
  while (at < c->end) {
    const size_t start = at;
    const uint32_t flags = mark_flags(bytes[at]);
    at++;
    while (flags == WI_PIECE_STOP && at < c->end && mark_flags(bytes[at]) == WI_PIECE_STOP) {
      at++;
    }
    const uint32_t word =
        at - start == 1 ? scan->mark_words[(unsigned char)bytes[start]]
                        : wi_labeller_word(scan->labeller, wi_str_slice(scan->text, start, at));
    *(*to)++ = (wi_piece){(uint32_t)start, (uint32_t)at, flags | WI_PIECE_GLUED, word};
  }
}

/* The array has room for WI_CORE_ITEMS_MAX more. */
static void write_pieces(const scanner *scan, const wi_core_chunk *c, uint32_t word) {
  wi_piece *to = scan->pieces->items + scan->pieces->count;
  uint32_t flags = WI_PIECE_WORD;
  if (c->lead != 0) {
    const char mark = scan->text.ptr[c->start - 1];
    *to++ =
        (wi_piece){c->start - 1, c->start, mark_flags(mark), scan->mark_words[(unsigned char)mark]};
    flags |= WI_PIECE_GLUED;
  }
  const uint32_t cases = c->flags & (uint32_t)(WARTA_TOKEN_CAPITALISED | WARTA_TOKEN_ALL_CAPS);
  flags |= cases * (WI_PIECE_CAPITAL / WARTA_TOKEN_CAPITALISED); /* CAPS to ALL_CAPS as well */
  *to++ = (wi_piece){c->start, c->start + c->core, flags, word};
  if (c->tails != 0) {
    write_tails(scan, c, c->start + c->core, &to);
  }
  scan->pieces->count = (size_t)(to - scan->pieces->items);
}

static bool append_pieces(const scanner *scan, const wi_core_chunk *c) {
  wi_piece_array *pieces = scan->pieces;
  const size_t first = pieces->count;
  if (!wi_pieces_append(pieces, scan->text, c->start - c->lead, c->end)) {
    return false;
  }
  for (size_t i = first; i < pieces->count; i++) {
    pieces->items[i].word =
        wi_labeller_word(scan->labeller, wi_piece_str(scan->text, &pieces->items[i]));
  }
  return true;
}

/* Room for a block of known cores, and for a chunk that is kept. */
static bool reserve(const scanner *scan) {
  wi_piece_array *pieces = scan->pieces;
  const size_t more = (size_t)WI_CORE_BLOCK * WI_CORE_ITEMS_MAX + WI_CHUNK_ITEMS_MAX;
  while (scan->labeller != NULL && pieces->capacity - pieces->count < more) {
    if (!wi_mem_grow(&pieces->items, &pieces->capacity, pieces->capacity, sizeof *pieces->items)) {
      return false;
    }
  }
  return wi_token_array_reserve(scan->tokens, more);
}

static wi_memo_key key_of(const scanner *scan, const wi_core_chunk *c) {
  return (wi_memo_key){.parts = {c->parts[0], c->parts[1]},
                       .hash = wi_memo_mix(c->parts, scan->session->memo.seed),
                       .len = (uint8_t)(c->parts[1] >> WI_MEMO_LENGTH_AT)};
}

/* Finds the words' rows: nearly always one of the two that the reader has asked for. Those of other
 * words are asked for now. */
static void find_rows(const scanner *scan, wi_core_chunk *chunks, size_t count) {
  const wi_memo *memo = &scan->session->memo;
  for (wi_core_chunk *c = chunks; c < chunks + count; c++) {
    const wi_memo_row *row = scan->rows + c->row;
    const bool is_first = wi_memo_row_is(row, c->parts);
    const bool is_second = wi_memo_row_is(row + 1, c->parts);
    if (is_first | is_second) {
      c->row = (c->row + (is_first ? 0U : 1U)) | scan->rows_bit;
    } else if (c->core != 0) {
      wi_memo_prefetch(&memo->rows[wi_memo_home(memo, wi_memo_mix(c->parts, memo->seed))]);
      c->row = WI_NO_WORD;
    }
  }
}

static bool write_core_pieces(const scanner *scan, const wi_core_chunk *c, uint32_t row) {
  if (c->is_mixed != 0) { /* WIBBaca is two pieces */
    return append_pieces(scan, c);
  }
  uint32_t word = 0;
  if (row != WI_NO_WORD) {
    word = wi_memo_row_at(&scan->session->memo, row)->label_word;
  } else {
    const size_t at = c->start;
    word = wi_labeller_word(scan->labeller, wi_str_slice(scan->text, at, at + c->core));
  }
  write_pieces(scan, c, word);
  return true;
}

static inline bool write_core(const scanner *scan, const wi_core_chunk *c) {
  uint32_t row = c->row;
  if (row == WI_NO_WORD) {
    const wi_memo_key key = key_of(scan, c);
    row = wi_lookup_row(scan->session, &key);
  }
  write_tokens(scan, c, row);
  return scan->labeller == NULL || write_core_pieces(scan, c, row);
}

static warta_status cut_tokens(const scanner *scan, const wi_core_chunk *c, warta_error *error) {
  const wi_token_sink sink = {scan->tokens, scan->text};
  switch (wi_chunk_cut(scan->rules, &sink, c->start, c->end)) {
  case WI_CHUNK_OK:
    break;
  case WI_CHUNK_NO_MEMORY:
    return wi_status_no_memory(error);
  case WI_CHUNK_UNKNOWN:
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "break rules: unknown tag");
  }
  return WARTA_OK;
}

/* Cuts the chunk, and keeps what it became. */
static warta_status cut_other(const scanner *scan, const wi_core_chunk *c, const wi_chunk_key *key,
                              warta_error *error) {
  const size_t first_token = scan->tokens->count;
  const size_t first_piece = scan->pieces->count;
  const warta_status status = cut_tokens(scan, c, error);
  if (status != WARTA_OK) {
    return status;
  }
  if (scan->labeller != NULL && !append_pieces(scan, c)) {
    return wi_status_no_memory(error);
  }
  wi_chunk_row *row = wi_chunk_memo_add(&scan->session->chunks, key, scan->session->memo.seed);
  if (row != NULL && wi_chunk_keep_tokens(row, scan->tokens, first_token, c->start) &&
      scan->labeller != NULL) {
    (void)wi_chunk_keep_pieces(row, scan->pieces, first_piece, c->start);
  }
  return WARTA_OK;
}

static warta_status write_other(const scanner *scan, const wi_core_chunk *c, warta_error *error) {
  const wi_chunk_key key = wi_chunk_key_make(scan->text, c->start, c->end);
  const wi_chunk_row *row =
      wi_chunk_memo_find(&scan->session->chunks, &key, scan->session->memo.seed);
  if (row == NULL || (scan->labeller != NULL && !row->has_pieces)) {
    return cut_other(scan, c, &key, error);
  }
  wi_chunk_put_tokens(row, scan->tokens, c->start);
  if (scan->labeller != NULL) {
    wi_chunk_put_pieces(row, scan->pieces, c->start);
  }
  return WARTA_OK;
}

static void number_marks(scanner *scan) {
  for (const char *mark = WI_RULE_LEADS WI_RULE_TAILS; *mark != '\0'; mark++) {
    scan->mark_words[(unsigned char)*mark] = wi_labeller_word(scan->labeller, (wi_str){mark, 1});
  }
}

static warta_status write_block(const scanner *scan, wi_core_chunk *chunks, size_t count,
                                warta_error *error) {
  if (!reserve(scan)) {
    return wi_status_no_memory(error);
  }
  find_rows(scan, chunks, count);
  for (size_t i = 0; i < count; i++) {
    if (chunks[i].core == 0) {
      const warta_status status = write_other(scan, &chunks[i], error);
      if (status != WARTA_OK) {
        return status;
      }
      if (!reserve(scan)) {
        return wi_status_no_memory(error);
      }
    } else if (!write_core(scan, &chunks[i])) {
      return wi_status_no_memory(error);
    }
  }
  return WARTA_OK;
}

warta_status wi_scan(warta_session *session, wi_str text, bool with_pieces, warta_error *error) {
  scanner scan = {.session = session,
                  .text = text,
                  .rules = wi_dictionary_rule_table(session->analyzer->dictionary),
                  .labeller = with_pieces ? session->analyzer->labeller : NULL,
                  .tokens = &session->tokens,
                  .pieces = &session->label_scratch.pieces};
  wi_core_reader reader;
  wi_core_chunk chunks[WI_CORE_BLOCK];
  size_t count = 0;
  if (!wi_memo_begin(&session->memo, text.len)) {
    return wi_status_no_memory(error);
  }
  if (with_pieces) {
    number_marks(&scan);
  }
  wi_core_reader_start(&reader, text, &session->memo);
  scan.rows = reader.rows;
  scan.rows_bit = session->memo.known.pairs > 0 ? WI_MEMO_KNOWN : 0;
  while ((count = wi_core_reader_next(&reader, chunks)) > 0) {
    const warta_status status = write_block(&scan, chunks, count, error);
    if (status != WARTA_OK) {
      return status;
    }
  }
  return WARTA_OK;
}
