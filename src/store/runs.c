#include "runs.h"

#include <string.h>

/* Counts in one byte where they can be: 0 to 2 in the headline, 0 to 3 in opening and lead, 0 to 4
 * in the body, as one number. 0 stands for four varints behind it; no term stands nowhere. */
static const uint32_t STEPS[WARTA_FIELD_COUNT] = {3, 4, 4, 5};
enum { COUNT_BYTES = 1 + WARTA_FIELD_COUNT * WI_VARINT_MOST };

enum { SHINGLE_SHIFT = 64 - WI_KEY_BITS };

/* What an entry needs at most besides its articles, and what is left of a block that a list of
 * articles is split for. */
enum { HEAD_MOST = 12, SPLIT_LEAST = 256 };

static const wi_sql ADD[] = {WI_SQL_POSTINGS_ADD, WI_SQL_SHINGLES_ADD};
static const wi_sql LAST[] = {WI_SQL_POSTINGS_LAST, WI_SQL_SHINGLES_LAST};
static const wi_sql NEXT[] = {WI_SQL_POSTINGS_NEXT, WI_SQL_SHINGLES_NEXT};
static const wi_sql DELETE[] = {WI_SQL_POSTINGS_DELETE, WI_SQL_SHINGLES_DELETE};

uint64_t wi_shingle_key(uint64_t hash) {
  return hash >> SHINGLE_SHIFT;
}

/* What of a row's number is the key's: terms leave room for the part. */
static uint64_t shifted(wi_run_kind kind, uint64_t key) {
  return kind == WI_RUN_POSTINGS ? key << WI_PART_BITS : key;
}

static int64_t row_of(wi_run_kind kind, uint32_t segment, uint64_t key) {
  return (int64_t)((uint64_t)segment << WI_KEY_BITS | shifted(kind, key));
}

static int64_t last_row_of(uint32_t segment) {
  return (int64_t)(((uint64_t)segment + 1) << WI_KEY_BITS) - 1;
}

void wi_run_begin(wi_run_writer *writer, wi_db *db, wi_run_kind kind, const wi_segment *segment) {
  writer->db = db;
  writer->kind = kind;
  writer->segment = segment->number;
  writer->base = segment->first;
  writer->has_entries = false;
  writer->block_key = 0;
  writer->last_key = 0;
  writer->part = 0;
  writer->len = 0;
  writer->entry_key = 0;
  writer->entry_last = 0;
  writer->entry_count = 0;
  writer->entry_len = 0;
}

static bool write_block(wi_run_writer *writer) {
  if (writer->len == 0) {
    return true;
  }
  if (writer->part >> WI_PART_BITS != 0) {
    return wi_db_limit(writer->db, "articles of one term");
  }
  wi_statement *add = wi_sql_use(writer->db, ADD[writer->kind]);
  wi_sql_number(add, 1,
                row_of(writer->kind, writer->segment, writer->block_key) + (int64_t)writer->part);
  wi_sql_bytes(add, 2, (wi_str){(const char *)writer->block, writer->len});
  writer->len = 0;
  return wi_sql_run(add);
}

/* A block that goes on with the key of the one before has a part number over 0, so that whoever
 * looks for part 0 of the key comes to the block with its first entry. */
static void begin_block(wi_run_writer *writer) {
  const bool goes_on = writer->has_entries && writer->last_key == writer->entry_key;
  writer->part = !goes_on ? 0 : writer->block_key == writer->entry_key ? writer->part + 1 : 1;
  writer->block_key = writer->entry_key;
}

static size_t write_head(uint8_t *to, const wi_run_writer *writer) {
  const uint64_t step = writer->len == 0 ? 0 : writer->entry_key - writer->last_key;
  const size_t len = wi_varint_write(to, step);
  return len + wi_varint_write(to + len, writer->entry_len);
}

/* Puts the entry that is made into the block, or into a new one if it has no room there. */
static bool write_entry(wi_run_writer *writer) {
  uint8_t head[2 * WI_VARINT_MOST];
  if (writer->entry_count == 0) {
    return true;
  }
  size_t head_len = write_head(head, writer);
  if (writer->len + head_len + writer->entry_len > WI_BLOCK_BYTES) {
    if (!write_block(writer)) {
      return false;
    }
    head_len = write_head(head, writer);
  }
  if (writer->len == 0) {
    begin_block(writer);
  }
  memcpy(writer->block + writer->len, head, head_len);
  memcpy(writer->block + writer->len + head_len, writer->entry, writer->entry_len);
  writer->len += head_len + writer->entry_len;
  writer->last_key = writer->entry_key;
  writer->has_entries = true;
  writer->entry_len = 0;
  writer->entry_count = 0;
  return true;
}

static size_t write_count(uint8_t *to, const wi_record_count *count) {
  uint32_t code = 0;
  bool is_small = true;
  for (int i = 0; i < WARTA_FIELD_COUNT; i++) {
    is_small = is_small && count->in[i] < STEPS[i];
    code = code * STEPS[i] + count->in[i];
  }
  if (is_small) {
    to[0] = (uint8_t)code;
    return 1;
  }
  size_t len = 0;
  to[len++] = 0;
  for (int i = 0; i < WARTA_FIELD_COUNT; i++) {
    len += wi_varint_write(to + len, count->in[i]);
  }
  return len;
}

/* The room for an entry that is made: what the block has left, if that is worth splitting for. */
static size_t room_for_entry(const wi_run_writer *writer) {
  const size_t whole = WI_BLOCK_BYTES - HEAD_MOST;
  const size_t left = writer->len < whole ? whole - writer->len : 0;
  return left < SPLIT_LEAST || writer->kind == WI_RUN_SHINGLES ? whole : left;
}

bool wi_run_add(wi_run_writer *writer, const wi_posting *posting) {
  uint8_t bytes[WI_VARINT_MOST + COUNT_BYTES];
  if (posting->key != writer->entry_key && !write_entry(writer)) {
    return false;
  }
  writer->entry_key = posting->key;
  size_t len = 0;
  for (int attempt = 0; attempt < 2; attempt++) {
    const uint32_t before = writer->entry_count == 0 ? writer->base : writer->entry_last;
    len = wi_varint_write(bytes, posting->article - before);
    len += writer->kind == WI_RUN_POSTINGS ? write_count(bytes + len, &posting->count) : 0;
    if (writer->entry_len + len <= room_for_entry(writer)) {
      break;
    }
    if (!write_entry(writer)) {
      return false;
    }
  }
  memcpy(writer->entry + writer->entry_len, bytes, len);
  writer->entry_len += len;
  writer->entry_last = posting->article;
  writer->entry_count++;
  return true;
}

bool wi_run_finish(wi_run_writer *writer) {
  return write_entry(writer) && write_block(writer);
}

void wi_run_open(wi_run_cursor *cursor, wi_db *db, wi_run_kind kind, const wi_segment *segment) {
  cursor->db = db;
  cursor->kind = kind;
  cursor->segment = *segment;
  cursor->is_loaded = false;
  cursor->is_at_end = false;
  cursor->row = row_of(kind, segment->number, 0) - 1;
  cursor->len = 0;
  cursor->key = 0;
  cursor->last = 0;
}

static bool damaged(const wi_run_cursor *cursor) {
  return wi_db_damaged(cursor->db, cursor->kind == WI_RUN_POSTINGS ? "a block of postings"
                                                                   : "a block of shingles");
}

/* Takes the row that the statement finds; at the end if it finds none. */
static bool load(wi_run_cursor *cursor, wi_statement *find) {
  const wi_step step = wi_sql_step(find);
  cursor->is_at_end = step == WI_STEP_DONE;
  cursor->is_loaded = false;
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE;
  }
  const wi_str block = wi_sql_column(find, 1);
  cursor->row = wi_sql_column_number(find, 0);
  if (block.len > WI_BLOCK_BYTES || block.len == 0) {
    wi_sql_end(find);
    return damaged(cursor);
  }
  memcpy(cursor->block, block.ptr, block.len);
  wi_sql_end(find);
  const uint64_t key = (uint64_t)cursor->row & (((uint64_t)1 << WI_KEY_BITS) - 1);
  cursor->len = block.len;
  cursor->key = cursor->kind == WI_RUN_POSTINGS ? key >> WI_PART_BITS : key;
  cursor->rest = (wi_reader){cursor->block, cursor->block + block.len};
  cursor->is_loaded = true;
  return true;
}

static bool load_next(wi_run_cursor *cursor) {
  wi_statement *find = wi_sql_use(cursor->db, NEXT[cursor->kind]);
  wi_sql_number(find, 1, cursor->row + 1);
  wi_sql_number(find, 2, last_row_of(cursor->segment.number));
  return load(cursor, find);
}

static bool read_entry(wi_run_cursor *cursor) {
  uint64_t step = 0;
  uint64_t len = 0;
  if (!wi_varint_read(&cursor->rest, ((uint64_t)1 << WI_KEY_BITS) - 1, &step) ||
      !wi_varint_read(&cursor->rest, WI_BLOCK_BYTES, &len) ||
      len > (uint64_t)(cursor->rest.end - cursor->rest.at)) {
    return damaged(cursor);
  }
  cursor->key += step;
  cursor->articles = (wi_reader){cursor->rest.at, cursor->rest.at + len};
  cursor->rest.at += len;
  cursor->last = cursor->segment.first;
  return true;
}

bool wi_run_next(wi_run_cursor *cursor) {
  if (cursor->is_loaded && cursor->rest.at < cursor->rest.end) {
    return read_entry(cursor);
  }
  return load_next(cursor) && (cursor->is_at_end || read_entry(cursor));
}

/* The block that holds the key, or would: the last that begins at it or before. */
static bool load_holding(wi_run_cursor *cursor, uint64_t key) {
  const int64_t row = cursor->row;
  const bool was_loaded = cursor->is_loaded;
  wi_statement *find = wi_sql_use(cursor->db, LAST[cursor->kind]);
  wi_sql_number(find, 1, was_loaded ? row + 1 : row_of(cursor->kind, cursor->segment.number, 0));
  wi_sql_number(find, 2, row_of(cursor->kind, cursor->segment.number, key));
  if (!load(cursor, find)) {
    return false;
  }
  return !cursor->is_at_end || load_next(cursor);
}

bool wi_run_seek(wi_run_cursor *cursor, uint64_t key) {
  if (cursor->is_at_end || (cursor->is_loaded && cursor->key >= key)) {
    return true;
  }
  while (cursor->is_loaded && cursor->rest.at < cursor->rest.end) {
    if (!read_entry(cursor)) {
      return false;
    }
    if (cursor->key >= key) {
      return true;
    }
  }
  if (!load_holding(cursor, key)) {
    return false;
  }
  while (!cursor->is_at_end) {
    if (!wi_run_next(cursor)) {
      return false;
    }
    if (cursor->key >= key) {
      return true;
    }
  }
  return true;
}

wi_record_count wi_run_count_of(uint8_t code) {
  return (wi_record_count){{code / 80U, code / 20U % 4, code / 5U % 4, code % 5U}};
}

static bool read_wide_count(wi_reader *from, wi_record_count *out) {
  for (int i = 0; i < WARTA_FIELD_COUNT; i++) {
    if (!wi_varint_read32(from, &out->in[i])) {
      return false;
    }
  }
  return true;
}

static bool read_count(wi_reader *from, wi_posting *posting) {
  if (from->at == from->end || *from->at >= WI_CODES) {
    return false;
  }
  posting->code = *from->at++;
  return posting->code != 0 || read_wide_count(from, &posting->count);
}

/* Most steps take one byte. */
static inline bool read_step(wi_reader *from, uint32_t *step) {
  if (*from->at < 0x80) {
    *step = *from->at++;
    return true;
  }
  return wi_varint_read32(from, step);
}

bool wi_run_article(wi_run_cursor *cursor, wi_posting *out, bool *is_damaged) {
  wi_reader *from = &cursor->articles;
  uint32_t step = 0;
  if (from->at == from->end) {
    return false;
  }
  out->key = cursor->key;
  out->code = 0;
  const bool is_whole = read_step(from, &step) && step <= cursor->segment.last - cursor->last &&
                        (cursor->kind == WI_RUN_SHINGLES || read_count(from, out));
  if (!is_whole) {
    *is_damaged = true;
    return damaged(cursor);
  }
  cursor->last += step;
  out->article = cursor->last;
  return true;
}

/* A step below 128 and a small count, two bytes. With the place in registers: through the cursor
 * each posting would wait for the stores of the one before. */
static bool read_plain(wi_run_cursor *cursor, wi_chunk *out) {
  const uint8_t *at = cursor->articles.at;
  const uint8_t *const end = cursor->articles.end;
  uint64_t last = cursor->last;
  size_t count = out->count;
  while (count < WI_CHUNK && end - at >= 2 && at[0] < 0x80 && at[1] > 0 && at[1] < WI_CODES) {
    last += at[0];
    out->articles[count] = (uint32_t)last;
    out->codes[count] = at[1];
    count++;
    at += 2;
  }
  if (last > cursor->segment.last) {
    return damaged(cursor);
  }
  cursor->articles.at = at;
  cursor->last = (uint32_t)last;
  out->count = count;
  return true;
}

static bool read_chunk(wi_run_cursor *cursor, wi_chunk *out) {
  wi_posting posting = {.article = 0};
  bool is_damaged = false;
  out->count = 0;
  while (read_plain(cursor, out)) {
    if (out->count == WI_CHUNK || !wi_run_article(cursor, &posting, &is_damaged)) {
      return !is_damaged;
    }
    out->articles[out->count] = posting.article;
    out->codes[out->count] = posting.code;
    out->wide[out->count++] = posting.count;
  }
  return false;
}

bool wi_run_chunk(wi_run_cursor *cursor, uint64_t key, wi_chunk *out) {
  out->count = 0;
  while (!cursor->is_at_end && cursor->key == key) {
    if (!read_chunk(cursor, out)) {
      return false;
    }
    if (out->count > 0) {
      return true;
    }
    if (!wi_run_next(cursor)) {
      return false;
    }
  }
  return true;
}

bool wi_run_delete(wi_db *db, wi_run_kind kind, uint32_t segment) {
  wi_statement *drop = wi_sql_use(db, DELETE[kind]);
  wi_sql_number(drop, 1, row_of(kind, segment, 0));
  wi_sql_number(drop, 2, last_row_of(segment));
  return wi_sql_run(drop);
}
