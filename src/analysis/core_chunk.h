/* Known cores: chunks of ASCII letters with simple marks around them, about nineteen in twenty.
 *
 * They need no rule: dictc has proved from the compiled rules what they become (rule_table.h). They
 * are read sixteen bytes at a time, in blocks, so that the memo's rows are on their way before they
 * are asked for.
 */
#ifndef WI_CORE_CHUNK_H
#define WI_CORE_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memo.h"
#include "rule_table.h"
#include "str.h"

enum {
  WI_CORE_BLOCK = 32, /* chunks read at a time */
  WI_CORE_TAILS_MAX = 3,
  WI_CORE_ITEMS_MAX = 1 + 1 + WI_CORE_TAILS_MAX, /* tokens of a known core */
  /* Bytes that may be read from the beginning of a chunk on: a lead, sixteen letters, the tails. */
  WI_CORE_REACH = 1 + 16 + WI_CORE_TAILS_MAX + 1
};

typedef struct wi_core_chunk {
  uint64_t parts[2]; /* the word's key (memo.h); no word's, if it is no known core */
  uint32_t row; /* the first of two where the reader's words may stand */
  uint32_t start; /* of the letters; of the chunk, if it is no known core */
  uint32_t end;
  uint8_t core; /* letters; 0: no known core */
  uint8_t lead; /* marks before them */
  uint8_t tails; /* marks behind them */
  uint8_t type; /* of the word's token */
  uint8_t flags;
  uint8_t is_mixed; /* capitals among small letters, but not only the first: WIBBaca */
  uint8_t is_next; /* one blank stands between it and the chunk before it, a known core as well */
} wi_core_chunk;

typedef struct wi_core_reader {
  wi_str text;
  const wi_memo_row *rows; /* the known words, or if there are none the memo's; in pairs */
  uint32_t pairs;
  uint64_t seed;
  size_t at; /* behind the chunk read last, and the white space that ended it */
  uint8_t is_next; /* that chunk was a known core, and the white space one blank */
  size_t end_start; /* where the end begins in the text */
  char end[2 * WI_CORE_REACH + 2]; /* the last bytes of the text, white space behind them */
  uint8_t kinds[256]; /* what a byte is beside the letters */
} wi_core_reader;

/* The memo has begun the text. */
void wi_core_reader_start(wi_core_reader *reader, wi_str text, const wi_memo *memo);
/* The next chunks of the text, known cores and others, at most WI_CORE_BLOCK; 0 at its end. */
size_t wi_core_reader_next(wi_core_reader *reader, wi_core_chunk *chunks);

#endif
