#include "core_chunk.h"

#include <string.h>

#include <warta/token.h>

#include "sixteen.h"
#include "token_shape.h"

/* What a byte is behind the letters of a core. */
enum { BYTE_OTHER, BYTE_SPACE, BYTE_TAIL };

/* Keeps the first n bytes of the words at [16 - n] and [24 - n]. */
static const uint8_t kept_bytes[32] = {0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                                       0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

void wi_core_reader_start(wi_core_reader *reader, wi_str text, const wi_memo *memo) {
  static const char tails[] = WI_RULE_TAILS;
  const bool has_known = memo->known.pairs > 0;
  *reader = (wi_core_reader){.text = text,
                             .rows = has_known ? memo->known.rows : memo->rows,
                             .pairs = has_known ? memo->known.pairs : memo->capacity / 2,
                             .seed = has_known ? WI_KNOWN_SEED : memo->seed};
  for (const char *space = "\t\n\v\f\r "; *space != '\0'; space++) {
    reader->kinds[(unsigned char)*space] = BYTE_SPACE;
  }
  for (size_t i = 0; tails[i] != '\0'; i++) {
    reader->kinds[(unsigned char)tails[i]] = BYTE_TAIL;
  }
  const size_t kept = text.len < WI_CORE_REACH ? text.len : WI_CORE_REACH;
  memset(reader->end, ' ', sizeof reader->end);
  if (kept > 0) {
    memcpy(reader->end, text.ptr + (text.len - kept), kept);
  }
  reader->end_start = text.len - kept;
}

/* "www." begins an address for the labels, whatever stands behind it. */
static bool is_address(wi_sixteen found, unsigned len, const char *letters) {
  return len == 3 && letters[3] == '.' && found.letters != 0 && (letters[0] | 0x20) == 'w' &&
         (letters[1] | 0x20) == 'w' && (letters[2] | 0x20) == 'w';
}

/* The marks behind the letters of a known core; TAILS_MAX + 1 if it is none. */
static unsigned count_tails(const wi_core_reader *reader, const char *behind) {
  unsigned tails = 0;
  while (tails < WI_CORE_TAILS_MAX && reader->kinds[(unsigned char)behind[tails]] == BYTE_TAIL) {
    tails++;
  }
  return reader->kinds[(unsigned char)behind[tails]] == BYTE_SPACE ? tails : WI_CORE_TAILS_MAX + 1;
}

/* How many letters begin the sixteen bytes. */
static inline unsigned run_of(wi_sixteen found) {
  return wi_sixteen_first_set(~(uint64_t)found.letters);
}

/* Two letters or more are capitals: all of them, or some, which no word has but by a slip. */
static void set_capitals(wi_core_chunk *c, uint32_t capitals, uint32_t all) {
  if (capitals != all) {
    c->is_mixed = 1;
    return;
  }
  c->flags |= (uint8_t)WARTA_TOKEN_ALL_CAPS;
  c->type = c->core <= WI_ACRONYM_MAX ? WARTA_TOKEN_ACRONYM : WARTA_TOKEN_WORD;
  c->parts[1] |= (uint64_t)WI_MEMO_CAPITALS << WI_MEMO_LENGTH_AT;
}

static inline void set_word(const wi_core_reader *reader, wi_core_chunk *c, const char *letters,
                            wi_sixteen found) {
  const unsigned len = c->core;
  const uint32_t all = (1U << len) - 1;
  const uint32_t capitals = found.capitals & all;
  const char *kept = (const char *)kept_bytes + (sizeof kept_bytes / 2 - len);
  c->parts[0] = (wi_sixteen_load(letters) | WI_EACH_BYTE(0x20)) & wi_sixteen_load(kept);
  c->parts[1] = ((wi_sixteen_load(letters + 8) | WI_EACH_BYTE(0x20)) & wi_sixteen_load(kept + 8)) |
                (uint64_t)len << WI_MEMO_LENGTH_AT;
  c->type = WARTA_TOKEN_WORD;
  c->flags =
      (uint8_t)((capitals & 1U) * WARTA_TOKEN_CAPITALISED + c->lead * (unsigned)WARTA_TOKEN_GLUED);
  c->is_mixed = 0;
  if (capitals > 1) {
    set_capitals(c, capitals, all);
  }
  c->row = wi_memo_pair(wi_memo_mix(c->parts, reader->seed), reader->pairs);
}

/* Reads the known core at `bytes`, WI_CORE_REACH of them readable, whose first sixteen are `found`.
 * False: it is none. */
static inline bool read_core(const wi_core_reader *reader, wi_core_chunk *c, const char *bytes,
                             wi_sixteen found) {
  unsigned len = run_of(found);
  c->lead = 0;
  if (len == 0 && (*bytes == '"' || *bytes == '(')) {
    c->lead = 1;
    bytes++;
    found = wi_sixteen_read(bytes);
    len = run_of(found);
  }
  if (len - 1U >= WI_MEMO_SHORT_MAX) {
    return false;
  }
  c->core = (uint8_t)len;
  c->tails = 0;
  if (bytes[len] != ' ') {
    c->tails = (uint8_t)count_tails(reader, bytes + len);
    if (c->tails > WI_CORE_TAILS_MAX || is_address(found, len, bytes)) {
      return false;
    }
  }
  set_word(reader, c, bytes, found);
  return true;
}

static size_t find_end(wi_str text, size_t at) {
  while (at < text.len && !wi_str_is_space(text.ptr[at])) {
    at++;
  }
  return at;
}

/* A stretch of the text whose every byte has WI_CORE_REACH readable ones from it on. */
typedef struct window {
  const char *bytes;
  size_t start; /* where they begin in the text */
  size_t end; /* chunks that begin before it are read */
} window;

/* Reads at most `room` chunks that begin in the window. */
static size_t read_window(wi_core_reader *reader, const window *in, wi_core_chunk *chunks,
                          size_t room) {
  const wi_core_chunk *end = chunks + room;
  wi_core_chunk *c = chunks;
  size_t at = reader->at;
  uint8_t is_next = reader->is_next;
  while (c < end && at < in->end) {
    const char *bytes = in->bytes + (at - in->start);
    const wi_sixteen found = wi_sixteen_read(bytes);
    if ((found.letters & 1U) == 0 && reader->kinds[(unsigned char)*bytes] == BYTE_SPACE) {
      at++;
      is_next = 0;
      continue;
    }
    c->is_next = is_next;
    if (read_core(reader, c, bytes, found)) {
      const size_t len = (size_t)c->lead + c->core + c->tails;
      wi_memo_prefetch(&reader->rows[c->row]);
      c->start = (uint32_t)at + c->lead;
      c->end = (uint32_t)(at + len);
      is_next = bytes[len] == ' ';
      at += len + 1;
    } else {
      c->core = 0;
      c->lead = 0;
      c->row = 0;
      c->parts[0] = 0;
      c->parts[1] = 0;
      c->start = (uint32_t)at;
      at = find_end(reader->text, at);
      c->end = (uint32_t)at;
      is_next = 0;
    }
    c++;
  }
  reader->at = at;
  reader->is_next = is_next;
  return (size_t)(c - chunks);
}

size_t wi_core_reader_next(wi_core_reader *reader, wi_core_chunk *chunks) {
  const wi_str text = reader->text;
  const window body = {text.ptr, 0, reader->end_start};
  const window rest = {reader->end, reader->end_start, text.len};
  size_t count = 0;
  if (reader->at < body.end) {
    count = read_window(reader, &body, chunks, WI_CORE_BLOCK);
  }
  if (count < WI_CORE_BLOCK && reader->at >= rest.start) {
    count += read_window(reader, &rest, chunks + count, WI_CORE_BLOCK - count);
  }
  return count;
}
