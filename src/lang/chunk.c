#include "chunk.h"

#include "utf8.h"

enum { STATE_START = 1, REPLACEMENT = 0xFFFD };

/* The longest piece that begins at `at`: its end, and its tag. */
static size_t find_piece(const wi_rule_table *table, wi_str chunk, size_t at, uint32_t *tag) {
  size_t found = at;
  size_t state = STATE_START;
  *tag = 0;
  while (at < chunk.len) {
    const uint32_t c = wi_utf8_next(chunk, &at);
    const uint8_t column = wi_rule_column(table, c == WI_UTF8_BAD ? REPLACEMENT : c);
    state = table->next[state * table->width + column];
    if (state == 0) {
      break;
    }
    const uint8_t accepted = table->tags[state];
    if (accepted != 0) {
      found = at;
      *tag = accepted;
    }
  }
  return found;
}

wi_chunk_result wi_chunk_cut(const wi_rule_table *table, const wi_token_sink *sink, size_t start,
                             size_t end) {
  /* The text is cut off behind the chunk, so that broken UTF-8 at its end ends there; white space
   * would end it as well. */
  const wi_str text = {sink->text.ptr, end};
  while (start < end) {
    uint32_t tag = 0;
    warta_token_type type = WARTA_TOKEN_WORD;
    wi_shape shape = WI_SHAPE_PLAIN;
    const size_t piece = start;
    start = find_piece(table, text, piece, &tag);
    if (tag == WI_RULE_NOTHING) {
      continue;
    }
    if (start == piece || !wi_token_tag(tag, &type, &shape)) {
      return WI_CHUNK_UNKNOWN;
    }
    if (!wi_token_shape(sink, piece, start, type, shape)) {
      return WI_CHUNK_NO_MEMORY;
    }
  }
  return WI_CHUNK_OK;
}
