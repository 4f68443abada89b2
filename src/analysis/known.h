/* The known words: what a memo would remember of the commonest words of news, made when warta is
 * built, so that a fresh session is warm from its first article.
 *
 * tools/wordc fills the table by asking the stemmer, the stop list and the labeller, just as a
 * session asks them of a new word (term_lookup.h); so nothing can differ. It holds for the
 * dictionary it was made with and the default stemmer, and is left out elsewhere. Part of
 * libwarta-id, read where it lies, and believed as code is: it is no input.
 *
 * Form, in the byte order of the machine: wi_known_head, wi_memo_row rows[2 * pairs +
 * WI_KNOWN_PROBES], u32 offsets[terms + 1] into the text, u32 slots[slots] (term + 1, or 0), the
 * text of the terms.
 */
#ifndef WI_KNOWN_H
#define WI_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "memo_row.h"
#include "str.h"

#define WI_KNOWN_MAGIC "WARTAKW"
enum {
  WI_KNOWN_VERSION = 2,
  WI_KNOWN_ORDER = 0x01020304,
  WI_KNOWN_PROBES = 8 /* rows from a word's pair on in which it may stand; the commonest: its two */
};
#define WI_KNOWN_SEED UINT64_C(0x5EED) /* the table is made in advance: nobody chooses its keys */

/* 64 bytes, so that each pair of rows is one line of the cache. */
typedef struct wi_known_head {
  char magic[8];
  uint32_t version;
  uint32_t order;
  uint64_t fingerprint; /* of the dictionary */
  uint32_t pairs; /* of rows */
  uint32_t terms;
  uint32_t slots; /* a power of two */
  uint32_t text_size;
  uint8_t reserved[24];
} wi_known_head;

typedef struct wi_known {
  const wi_memo_row *rows;
  uint32_t pairs; /* 0: no word is known */
  uint32_t terms;
  uint32_t slots;
  const uint32_t *offsets;
  const uint32_t *term_slots;
  const char *text;
} wi_known;

/* No words are known if the table was made for another dictionary. False: it is no such table. */
bool wi_known_open(wi_known *out, const void *data, size_t size, uint64_t fingerprint);

static inline size_t wi_known_rows(uint32_t pairs) {
  return (size_t)pairs * 2 + WI_KNOWN_PROBES;
}

/* The number of a term, or WI_MEMO_NONE. */
uint32_t wi_known_find(const wi_known *known, wi_str term);

static inline wi_str wi_known_text(const wi_known *known, uint32_t term) {
  const uint32_t start = known->offsets[term];
  return (wi_str){known->text + start, known->offsets[term + 1] - start};
}

#endif
