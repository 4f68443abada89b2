/* The lengths of articles: twelve bytes each, 333 to a row, so that a query reads 4 KB for as
 * many articles. The body's length in two bytes, the headline's, whether it is there, and the norms
 * of the two parts of its vector; the lowest byte first. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"

static void write_float(uint8_t *to, float value) {
  uint32_t bits = 0;
  memcpy(&bits, &value, sizeof bits);
  for (int i = 0; i < 4; i++) {
    to[i] = (uint8_t)(bits >> (8 * i) & 0xFF);
  }
}

static float read_float(const uint8_t *from) {
  float value = 0.0F;
  const uint32_t bits = (uint32_t)from[0] | (uint32_t)from[1] << 8 | (uint32_t)from[2] << 16 |
                        (uint32_t)from[3] << 24;
  memcpy(&value, &bits, sizeof value);
  return value;
}

static void write_length(uint8_t *to, const wi_length *length) {
  to[0] = (uint8_t)(length->body & 0xFF);
  to[1] = (uint8_t)(length->body >> 8);
  to[2] = length->title;
  to[3] = length->is_live;
  write_float(to + 4, length->norms[0]);
  write_float(to + 8, length->norms[1]);
}

static void read_length(wi_length *length, const uint8_t *from) {
  length->body = (uint16_t)(from[0] | from[1] << 8);
  length->title = from[2];
  length->is_live = from[3];
  length->norms[0] = read_float(from + 4);
  length->norms[1] = read_float(from + 8);
}

static bool read_block(warta_archive *archive, wi_statement *row) {
  const int64_t block = wi_sql_column_number(row, 0);
  const wi_str bytes = wi_sql_column(row, 1);
  const size_t rows = bytes.len / WI_LENGTH_BYTES;
  const size_t first = block < 0 ? SIZE_MAX : (size_t)block * WI_LENGTH_ROWS;
  if (bytes.len % WI_LENGTH_BYTES != 0 || rows > WI_LENGTH_ROWS || first >= archive->length_count ||
      rows > archive->length_count - first) {
    return wi_db_damaged(archive->db, "lengths");
  }
  for (size_t i = 0; i < rows; i++) {
    read_length(&archive->lengths[first + i], (const uint8_t *)bytes.ptr + i * WI_LENGTH_BYTES);
  }
  return true;
}

bool wi_archive_load_lengths(warta_archive *archive) {
  if (archive->lengths != NULL) {
    return true;
  }
  archive->length_count = archive->counts.next_article;
  archive->lengths = wi_mem_new(archive->length_count, sizeof *archive->lengths);
  if (archive->lengths == NULL) {
    return wi_db_no_memory(archive->db);
  }
  wi_statement *all = wi_sql_use(archive->db, WI_SQL_LENGTHS_ALL);
  wi_step step = wi_sql_step(all);
  bool is_whole = true;
  for (; step == WI_STEP_ROW && is_whole; step = wi_sql_step(all)) {
    is_whole = read_block(archive, all);
    if (!is_whole) {
      break;
    }
  }
  if (step == WI_STEP_ROW) {
    wi_sql_end(all);
  }
  if (!is_whole || step != WI_STEP_DONE) {
    wi_mem_free(archive->lengths);
    archive->lengths = NULL;
    return false;
  }
  return true;
}

bool wi_archive_store_lengths(warta_archive *archive, uint32_t first, uint32_t last) {
  uint8_t bytes[WI_LENGTH_ROWS * WI_LENGTH_BYTES];
  for (size_t block = first / WI_LENGTH_ROWS; block <= last / WI_LENGTH_ROWS; block++) {
    const size_t from = block * WI_LENGTH_ROWS;
    size_t rows = 0;
    for (; rows < WI_LENGTH_ROWS && from + rows < archive->counts.next_article; rows++) {
      write_length(bytes + rows * WI_LENGTH_BYTES, &archive->lengths[from + rows]);
    }
    wi_statement *set = wi_sql_use(archive->db, WI_SQL_LENGTHS_SET);
    wi_sql_number(set, 1, (int64_t)block);
    wi_sql_bytes(set, 2, (wi_str){(const char *)bytes, rows * WI_LENGTH_BYTES});
    if (!wi_sql_run(set)) {
      return false;
    }
  }
  return true;
}
