#include "scan.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "chunk.h"
#include "mem.h"
#include "pieces.h"
#include "status.h"
#include "term_lookup.h"

/* Chunks are read in blocks, so that the memo's rows are on their way before they are asked for. */
enum { BLOCK = 32, CORE_MAX = 15, TAILS_MAX = 3, ITEMS_MAX = 1 + 1 + TAILS_MAX };
/* Bytes that may be read from the beginning of a chunk on: a lead, two words, and the tails. */
enum { REACH = 1 + 16 + TAILS_MAX + 1 };

#define EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH_BITS EACH_BYTE(0x80)

typedef enum letter_case { CASE_LOWER, CASE_CAPITAL, CASE_CAPITALS, CASE_MIXED } letter_case;

typedef struct chunk {
  uint32_t start;
  uint32_t end;
  wi_memo_key key;
  uint8_t core; /* letters; 0: no known core */
  uint8_t lead; /* marks before them */
  uint8_t letters; /* letter_case */
} chunk;

/* What a byte is to a core; and of a mark, its flags as a piece. */
enum { BYTE_OTHER, BYTE_SPACE, BYTE_TAIL };

typedef struct scanner {
  warta_session *session;
  wi_str text;
  const wi_rule_table *rules;
  const wi_labeller *labeller; /* NULL: no pieces */
  wi_token_array *tokens;
  wi_piece_array *pieces;
  uint8_t kinds[256];
  uint32_t mark_words[128];
  char end[REACH + REACH + 2]; /* the last bytes of the text, white space behind them */
  size_t end_start; /* where they begin in the text */
} scanner;

static uint64_t load(const char *bytes) {
  uint64_t word = 0;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/* The high bit of each byte that is an ASCII letter. */
static uint64_t letters_of(uint64_t word) {
  const uint64_t low = (word | EACH_BYTE(0x20)) & ~HIGH_BITS;
  const uint64_t from_a = low + EACH_BYTE(0x80 - 'a');
  const uint64_t past_z = low + EACH_BYTE(0x80 - 'z' - 1);
  return from_a & ~past_z & ~word & HIGH_BITS;
}

/* Bytes before the first whose high bit is not set; the first byte lies lowest. */
static unsigned leading(uint64_t bits) {
  const uint64_t other = ~bits & HIGH_BITS;
  unsigned count = 0;
  if (other == 0) {
    return 8;
  }
  /* the bits below the lowest that is set, counted by a multiplication */
  const uint64_t below = (other & (~other + 1)) - 1;
  count = (unsigned)((below >> 7 & EACH_BYTE(1)) * EACH_BYTE(1) >> 56);
  return count;
}

/* Keeps the first `count` bytes. */
static uint64_t first_bytes(uint64_t word, unsigned count) {
  return count >= 8 ? word : word & (((uint64_t)1 << count * 8) - 1);
}

static letter_case case_of(const uint64_t word[2], unsigned len) {
  const unsigned second = len > 8 ? len - 8 : 0;
  const uint64_t capitals[2] = {first_bytes(~word[0] & EACH_BYTE(0x20), len),
                                first_bytes(~word[1] & EACH_BYTE(0x20), second)};
  if ((capitals[0] | capitals[1]) == 0) {
    return CASE_LOWER;
  }
  if (capitals[0] == 0x20 && capitals[1] == 0) {
    return CASE_CAPITAL;
  }
  const bool all = capitals[0] == first_bytes(EACH_BYTE(0x20), len) &&
                   capitals[1] == first_bytes(EACH_BYTE(0x20), second);
  return all ? CASE_CAPITALS : CASE_MIXED;
}

/* "www." begins an address for the labels, whatever stands behind it. */
static bool is_address(const chunk *c, const char *behind) {
  return c->core == 3 && c->key.parts[0] == 0x777777 && *behind == '.';
}

/* Reads the chunk whose bytes stand at `bytes`, REACH of them readable. */
static bool read_core(const scanner *scan, chunk *c, const char *bytes) {
  c->lead = bytes[0] == '"' || bytes[0] == '(';
  const uint64_t word[2] = {load(bytes + c->lead), load(bytes + c->lead + 8)};
  unsigned len = leading(letters_of(word[0]));
  if (len == 8) {
    len += leading(letters_of(word[1]));
  }
  const char *behind = bytes + c->lead + len;
  unsigned tails = 0;
  while (tails < TAILS_MAX && scan->kinds[(unsigned char)behind[tails]] == BYTE_TAIL) {
    tails++;
  }
  if (len - 1U >= CORE_MAX || scan->kinds[(unsigned char)behind[tails]] != BYTE_SPACE) {
    return false;
  }
  c->core = (uint8_t)len;
  c->key.parts[0] = first_bytes(word[0] | EACH_BYTE(0x20), len);
  c->key.parts[1] = first_bytes(word[1] | EACH_BYTE(0x20), len > 8 ? len - 8 : 0);
  if (is_address(c, behind)) {
    return false;
  }
  c->letters = (uint8_t)case_of(word, len);
  const bool is_capitals = c->letters == CASE_CAPITALS && len > 1;
  c->key.len = (uint8_t)(len | (is_capitals ? (unsigned)WI_MEMO_CAPITALS : 0));
  c->key.hash = wi_memo_hash(&scan->session->memo, c->key.parts, is_capitals);
  c->end = c->start + c->lead + len + tails;
  return true;
}

static size_t find_end(wi_str text, size_t at) {
  while (at < text.len && !wi_str_is_space(text.ptr[at])) {
    at++;
  }
  return at;
}

/* The next chunks of the text, at most BLOCK; *at moves behind them. */
static size_t read_block(const scanner *scan, chunk *chunks, size_t *at) {
  const wi_str text = scan->text;
  size_t count = 0;
  size_t i = *at;
  while (count < BLOCK) {
    while (i < text.len && wi_str_is_space(text.ptr[i])) {
      i++;
    }
    if (i == text.len) {
      break;
    }
    chunk *c = &chunks[count++];
    c->start = (uint32_t)i;
    c->core = 0;
    const char *bytes = text.len - i >= REACH ? text.ptr + i : scan->end + (i - scan->end_start);
    if (read_core(scan, c, bytes)) {
      wi_memo_prefetch(&scan->session->memo, c->key.hash);
    } else {
      c->core = 0;
      c->end = (uint32_t)find_end(text, i);
    }
    i = c->end;
  }
  *at = i;
  return count;
}

static unsigned case_flags(const chunk *c) {
  switch ((letter_case)c->letters) {
  case CASE_CAPITAL:
    return WARTA_TOKEN_CAPITALISED;
  case CASE_CAPITALS:
    return WARTA_TOKEN_CAPITALISED | (c->core > 1 ? WARTA_TOKEN_ALL_CAPS : 0U);
  case CASE_MIXED:
  case CASE_LOWER:
    break;
  }
  return 0;
}

static wi_token mark_token(size_t at, bool is_glued) {
  return (wi_token){.start = (uint32_t)at,
                    .end = (uint32_t)at + 1,
                    .sentence = WARTA_NO_SENTENCE,
                    .type = WARTA_TOKEN_PUNCTUATION,
                    .flags = is_glued ? WARTA_TOKEN_GLUED : 0,
                    .word = WI_NO_WORD};
}

/* The array has room for ITEMS_MAX more. */
static void write_tokens(const scanner *scan, const chunk *c, uint32_t row) {
  wi_token *to = scan->tokens->items + scan->tokens->count;
  size_t at = c->start;
  if (c->lead != 0) {
    *to++ = mark_token(at++, false);
  }
  unsigned flags = case_flags(c) | (c->lead != 0 ? WARTA_TOKEN_GLUED : 0U);
  if (c->letters == CASE_MIXED && scan->text.ptr[at] < 'a') {
    flags |= WARTA_TOKEN_CAPITALISED;
  }
  const bool is_acronym = (flags & WARTA_TOKEN_ALL_CAPS) != 0 && c->core <= WI_ACRONYM_MAX;
  *to++ = (wi_token){.start = (uint32_t)at,
                     .end = (uint32_t)at + c->core,
                     .sentence = WARTA_NO_SENTENCE,
                     .type = is_acronym ? WARTA_TOKEN_ACRONYM : WARTA_TOKEN_WORD,
                     .flags = (uint8_t)flags,
                     .word = row == WI_NO_WORD ? WI_NO_ROOM : row};
  for (at += c->core; at < c->end; at++) {
    *to++ = mark_token(at, true);
  }
  scan->tokens->count = (size_t)(to - scan->tokens->items);
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
static void write_tails(const scanner *scan, const chunk *c, size_t at, wi_piece **to) {
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

/* The array has room for ITEMS_MAX more. */
static void write_pieces(const scanner *scan, const chunk *c, uint32_t word) {
  wi_piece *to = scan->pieces->items + scan->pieces->count;
  size_t at = c->start;
  uint32_t flags = WI_PIECE_WORD;
  if (c->lead != 0) {
    const char mark = scan->text.ptr[at];
    *to++ = (wi_piece){(uint32_t)at, (uint32_t)at + 1, mark_flags(mark),
                       scan->mark_words[(unsigned char)mark]};
    at++;
    flags |= WI_PIECE_GLUED;
  }
  flags |= c->letters != CASE_LOWER ? (uint32_t)WI_PIECE_CAPITAL : 0;
  flags |= c->letters == CASE_CAPITALS && c->core > 1 ? (uint32_t)WI_PIECE_CAPS : 0;
  *to++ = (wi_piece){(uint32_t)at, (uint32_t)(at + c->core), flags, word};
  write_tails(scan, c, at + c->core, &to);
  scan->pieces->count = (size_t)(to - scan->pieces->items);
}

static bool append_pieces(const scanner *scan, const chunk *c) {
  wi_piece_array *pieces = scan->pieces;
  const size_t first = pieces->count;
  if (!wi_pieces_append(pieces, scan->text, c->start, c->end)) {
    return false;
  }
  for (size_t i = first; i < pieces->count; i++) {
    pieces->items[i].word =
        wi_labeller_word(scan->labeller, wi_piece_str(scan->text, &pieces->items[i]));
  }
  return true;
}

static bool reserve(const scanner *scan) {
  wi_token_array *tokens = scan->tokens;
  wi_piece_array *pieces = scan->pieces;
  const size_t more = (size_t)BLOCK * ITEMS_MAX;
  while (tokens->capacity - tokens->count < more) {
    if (!wi_mem_grow(&tokens->items, &tokens->capacity, tokens->capacity, sizeof *tokens->items)) {
      return false;
    }
  }
  while (pieces->capacity - pieces->count < more) {
    if (!wi_mem_grow(&pieces->items, &pieces->capacity, pieces->capacity, sizeof *pieces->items)) {
      return false;
    }
  }
  return true;
}

static bool write_core(const scanner *scan, const chunk *c) {
  const uint32_t row = wi_lookup_row(scan->session, &c->key);
  write_tokens(scan, c, row);
  if (scan->labeller == NULL) {
    return true;
  }
  if (c->letters == CASE_MIXED) { /* WIBBaca is two pieces */
    return append_pieces(scan, c);
  }
  uint32_t word = 0;
  if (row != WI_NO_WORD) {
    word = scan->session->memo.rows[row].label_word;
  } else {
    const size_t at = c->start + (size_t)c->lead;
    word = wi_labeller_word(scan->labeller, wi_str_slice(scan->text, at, at + c->core));
  }
  write_pieces(scan, c, word);
  return true;
}

static warta_status write_other(const scanner *scan, const chunk *c, warta_error *error) {
  const wi_token_sink sink = {scan->tokens, scan->text};
  switch (wi_chunk_cut(scan->rules, &sink, c->start, c->end)) {
  case WI_CHUNK_OK:
    break;
  case WI_CHUNK_NO_MEMORY:
    return wi_status_no_memory(error);
  case WI_CHUNK_UNKNOWN:
    return wi_status_fail(error, WARTA_MSG_DICTIONARY_BROKEN, "break rules: unknown tag");
  }
  return scan->labeller == NULL || append_pieces(scan, c) ? WARTA_OK : wi_status_no_memory(error);
}

static void prepare(scanner *scan) {
  static const char tails[] = WI_RULE_TAILS;
  for (const char *space = "\t\n\v\f\r "; *space != '\0'; space++) {
    scan->kinds[(unsigned char)*space] = BYTE_SPACE;
  }
  for (size_t i = 0; tails[i] != '\0'; i++) {
    scan->kinds[(unsigned char)tails[i]] = BYTE_TAIL;
  }
  for (const char *mark = WI_RULE_LEADS WI_RULE_TAILS; *mark != '\0'; mark++) {
    scan->mark_words[(unsigned char)*mark] =
        scan->labeller == NULL ? 0 : wi_labeller_word(scan->labeller, (wi_str){mark, 1});
  }
  const size_t kept = scan->text.len < REACH ? scan->text.len : REACH;
  memset(scan->end, ' ', sizeof scan->end);
  if (kept > 0) {
    memcpy(scan->end, scan->text.ptr + (scan->text.len - kept), kept);
  }
  scan->end_start = scan->text.len - kept;
}

warta_status wi_scan(warta_session *session, wi_str text, bool with_pieces, warta_error *error) {
  scanner scan = {.session = session,
                  .text = text,
                  .rules = wi_dictionary_rule_table(session->analyzer->dictionary),
                  .labeller = with_pieces ? session->analyzer->labeller : NULL,
                  .tokens = &session->tokens,
                  .pieces = &session->label_scratch.pieces};
  chunk chunks[BLOCK];
  size_t at = 0;
  size_t count = 0;
  prepare(&scan);
  while ((count = read_block(&scan, chunks, &at)) > 0) {
    if (!reserve(&scan)) {
      return wi_status_no_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
      if (chunks[i].core != 0) {
        wi_memo_prefetch_row(&session->memo, chunks[i].key.hash);
      }
    }
    for (size_t i = 0; i < count; i++) {
      warta_status status = WARTA_OK;
      if (chunks[i].core == 0) {
        status = write_other(&scan, &chunks[i], error);
        status = status == WARTA_OK && !reserve(&scan) ? wi_status_no_memory(error) : status;
      } else if (!write_core(&scan, &chunks[i])) {
        status = wi_status_no_memory(error);
      }
      if (status != WARTA_OK) {
        return status;
      }
    }
  }
  return WARTA_OK;
}
