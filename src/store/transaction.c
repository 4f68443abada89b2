/* The transaction that is open: its counts and segments, how it begins, and how it fails. */
#include "archive_data.h"
#include "mem.h"

static const char *const COUNT_NAMES[] = {"articles",     "next_article", "next_term",
                                          "next_segment", "body_units",   "title_units"};
enum { COUNTS = 6 };

bool wi_archive_get_number(wi_db *db, const char *name, uint64_t most, uint64_t *out) {
  wi_statement *get = wi_sql_use(db, WI_SQL_META_GET);
  wi_sql_text(get, 1, wi_str_of(name));
  const wi_step step = wi_sql_step(get);
  if (step != WI_STEP_ROW) {
    return step == WI_STEP_DONE && wi_db_damaged(db, name);
  }
  const int64_t value = wi_sql_column_number(get, 0);
  wi_sql_end(get);
  if (value < 0 || (uint64_t)value > most) {
    return wi_db_damaged(db, name);
  }
  *out = (uint64_t)value;
  return true;
}

static bool set_number(wi_db *db, const char *name, uint64_t value) {
  wi_statement *set = wi_sql_use(db, WI_SQL_META_SET);
  wi_sql_text(set, 1, wi_str_of(name));
  wi_sql_number(set, 2, (int64_t)value);
  return wi_sql_run(set);
}

static bool load_counts(warta_archive *archive) {
  uint64_t values[COUNTS] = {0};
  for (size_t i = 0; i < COUNTS; i++) {
    if (!wi_archive_get_number(archive->db, COUNT_NAMES[i], i < 4 ? UINT32_MAX : INT64_MAX,
                               &values[i])) {
      return false;
    }
  }
  archive->counts =
      (wi_archive_counts){(uint32_t)values[0], (uint32_t)values[1], (uint32_t)values[2],
                          (uint32_t)values[3], values[4],           values[5]};
  return true;
}

bool wi_archive_store_counts(warta_archive *archive) {
  const wi_archive_counts *counts = &archive->counts;
  const uint64_t values[COUNTS] = {counts->articles,     counts->next_article, counts->next_term,
                                   counts->next_segment, counts->body_units,   counts->title_units};
  bool is_done = true;
  for (size_t i = 0; i < COUNTS && is_done; i++) {
    is_done = set_number(archive->db, COUNT_NAMES[i], values[i]);
  }
  return is_done;
}

static bool add_segment(warta_archive *archive, wi_statement *row) {
  const int64_t values[4] = {wi_sql_column_number(row, 0), wi_sql_column_number(row, 1),
                             wi_sql_column_number(row, 2), wi_sql_column_number(row, 3)};
  if (values[0] < 0 || values[0] > WI_SEGMENT_MOST || values[1] < 1 || values[2] < values[1] ||
      values[2] >= archive->counts.next_article || values[3] < 0 ||
      values[3] > values[2] - values[1] + 1) {
    return wi_db_damaged(archive->db, "segments");
  }
  if (!wi_mem_grow(&archive->segments, &archive->segment_capacity, archive->segment_count,
                   sizeof *archive->segments)) {
    return wi_db_no_memory(archive->db);
  }
  archive->segments[archive->segment_count++] = (wi_segment){
      (uint32_t)values[0], (uint32_t)values[1], (uint32_t)values[2], (uint32_t)values[3]};
  return true;
}

bool wi_archive_load_segments(warta_archive *archive) {
  archive->segment_count = 0;
  wi_statement *all = wi_sql_use(archive->db, WI_SQL_SEGMENT_ALL);
  wi_step step = wi_sql_step(all);
  for (; step == WI_STEP_ROW; step = wi_sql_step(all)) {
    if (!add_segment(archive, all)) {
      wi_sql_end(all);
      return false;
    }
  }
  return step == WI_STEP_DONE;
}

static void forget(warta_archive *archive) {
  wi_mem_free(archive->lengths);
  archive->lengths = NULL;
  archive->length_count = 0;
  wi_archive_forget_terms(archive);
}

bool wi_archive_load(warta_archive *archive) {
  forget(archive);
  return load_counts(archive) && wi_archive_load_segments(archive);
}

bool wi_archive_begin_read(warta_archive *archive) {
  if (wi_db_is_busy_with_transaction(archive->db)) {
    return true;
  }
  return wi_db_run(archive->db, WI_SQL_BEGIN_READ) && wi_archive_load(archive);
}

bool wi_archive_begin_write(warta_archive *archive) {
  if (archive->is_writing) {
    return true;
  }
  wi_db_rollback(archive->db); /* an older snapshot could not be written on */
  if (!wi_db_run(archive->db, WI_SQL_BEGIN_WRITE) || !wi_archive_load(archive)) {
    return false;
  }
  archive->is_writing = true;
  return true;
}

warta_status wi_archive_fail(warta_archive *archive, warta_error *error) {
  const warta_status status = wi_db_status(archive->db, error);
  wi_db_rollback(archive->db);
  archive->is_writing = false;
  wi_batch_clear(&archive->batch);
  return status;
}
