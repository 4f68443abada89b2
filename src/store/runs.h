/* Sorted runs: the articles of a segment by key, in blocks of a quarter of a page.
 *
 * There are two kinds. Postings: the key is a term's (wi_term_key), and each article has a code of
 * how often the term stands where. Shingles: the key is the top of a hash, and the articles are all
 * there is. A segment is the articles [first, last]; its runs are written once, in order of keys,
 * and later merged with its neighbours' (O'Neil and others, "The log-structured merge-tree", 1996).
 * So adding writes pages in order wherever in the vocabulary a term stands, and no page twice in a
 * batch.
 *
 * A block is a row: its number is segment, first key, and a part number where one key fills several
 * blocks. In it stand entries: step from the key before (the first: from the block's own), length,
 * and the articles as steps from the one before (the first: from the segment's first); all varints.
 */
#ifndef WI_RUNS_H
#define WI_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "database.h"
#include "record.h"
#include "varint.h"

typedef enum wi_run_kind { WI_RUN_POSTINGS, WI_RUN_SHINGLES } wi_run_kind;

/* Segments have 24 bits of a row's number, keys with their part 39. */
#define WI_SEGMENT_MOST ((uint32_t)(1U << 24) - 1)
enum { WI_KEY_BITS = 39, WI_PART_BITS = 12 };
#define WI_TERM_MOST ((uint32_t)(1U << (WI_KEY_BITS - WI_PART_BITS - 1)) - 1)
/* Four such rows fill a page. */
enum { WI_BLOCK_BYTES = 4040 };
/* Articles that are kept of a shingle: it tells copies, and what stands in more is boilerplate. The
 * last ones are kept. */
enum { WI_SHINGLE_ARTICLES = 64 };

typedef struct wi_posting {
  uint64_t key;
  uint32_t article;
  wi_record_count count; /* as read, only where code is 0; nothing in shingles */
  uint8_t code; /* of the count, as read; 0 if it has none */
} wi_posting;

/* Small counts have a code from 1 to below WI_CODES. */
enum { WI_CODES = 240 };
wi_record_count wi_run_count_of(uint8_t code);

typedef struct wi_segment {
  uint32_t number;
  uint32_t first;
  uint32_t last;
  uint32_t dead; /* articles deleted since it was written */
} wi_segment;

/* The key of a shingle's hash. */
uint64_t wi_shingle_key(uint64_t hash);

/* A term has two keys, side by side: of the articles where it stands, and of those where it is a
 * word of an acronym's long form (long_forms.h). */
typedef enum wi_term_use { WI_TERM_STANDS = 0, WI_TERM_IN_LONG_FORM = 1 } wi_term_use;
static inline uint64_t wi_term_key(uint32_t term, wi_term_use use) {
  return (uint64_t)term << 1 | (uint64_t)use;
}

typedef struct wi_run_writer {
  wi_db *db;
  wi_run_kind kind;
  uint32_t segment;
  uint32_t base; /* the segment's first article */
  bool has_entries; /* block_key and last_key are set */
  uint64_t block_key; /* of the first entry of the block written last, or at hand */
  uint64_t last_key; /* of the last entry */
  uint32_t part;
  size_t len;
  uint8_t block[WI_BLOCK_BYTES];
  uint64_t entry_key; /* of the entry being made */
  uint32_t entry_last; /* article */
  uint32_t entry_count;
  size_t entry_len;
  uint8_t entry[WI_BLOCK_BYTES];
} wi_run_writer;

void wi_run_begin(wi_run_writer *writer, wi_db *db, wi_run_kind kind, const wi_segment *segment);
/* In order of keys, then articles. Shingles of more articles than are kept: the caller's matter. */
bool wi_run_add(wi_run_writer *writer, const wi_posting *posting);
bool wi_run_finish(wi_run_writer *writer);

/* A place in a segment's run. */
typedef struct wi_run_cursor {
  wi_db *db;
  wi_run_kind kind;
  wi_segment segment;
  bool is_loaded; /* a block is in `block` */
  bool is_at_end;
  int64_t row;
  size_t len;
  uint64_t key; /* of the entry at hand */
  wi_reader rest; /* of the block, behind the entry */
  wi_reader articles; /* of the entry */
  uint32_t last; /* article */
  uint8_t block[WI_BLOCK_BYTES];
} wi_run_cursor;

void wi_run_open(wi_run_cursor *cursor, wi_db *db, wi_run_kind kind, const wi_segment *segment);
/* To the first entry whose key is at least this one; keys must rise from call to call. is_at_end if
 * there is none. False: the reason is in the database. */
bool wi_run_seek(wi_run_cursor *cursor, uint64_t key);
/* To the next entry, which may have the same key. */
bool wi_run_next(wi_run_cursor *cursor);
/* The next article of the entry at hand, its count as a code; false at its end or if it is damaged
 * (*is_damaged). */
bool wi_run_article(wi_run_cursor *cursor, wi_posting *out, bool *is_damaged);

/* The next articles of the key, over all its entries, as many as there is room for: none at the
 * end. False: the reason is in the database. A third of the time of one by one. */
enum { WI_CHUNK = 128 };
typedef struct wi_chunk {
  size_t count;
  uint32_t articles[WI_CHUNK];
  uint8_t codes[WI_CHUNK];
  wi_record_count wide[WI_CHUNK]; /* set where the code is 0 */
} wi_chunk;
bool wi_run_chunk(wi_run_cursor *cursor, uint64_t key, wi_chunk *out);

bool wi_run_delete(wi_db *db, wi_run_kind kind, uint32_t segment);

#endif
