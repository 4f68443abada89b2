/* Opening and closing, transactions, and the counts of an archive. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "status.h"

static const char *const COUNT_NAMES[] = {"articles",     "next_article", "next_term",
                                          "next_segment", "body_units",   "title_units"};
enum { COUNTS = 6 };

static bool get_number(wi_db *db, const char *name, uint64_t most, uint64_t *out) {
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
    if (!get_number(archive->db, COUNT_NAMES[i], i < 4 ? UINT32_MAX : INT64_MAX, &values[i])) {
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

/* What is not a number: hexadecimal, as in files of document frequencies. */
static void write_hex(char out[17], uint64_t value) {
  static const char DIGITS[] = "0123456789abcdef";
  for (int i = 0; i < 16; i++) {
    out[i] = DIGITS[value >> (60 - 4 * i) & 15];
  }
  out[16] = '\0';
}

static warta_status check_fingerprint(warta_archive *archive, warta_error *error) {
  char want[17];
  char detail[64] = "";
  write_hex(want, warta_analyzer_fingerprint(archive->analyzer));
  wi_statement *get = wi_sql_use(archive->db, WI_SQL_META_GET);
  wi_sql_text(get, 1, WI_STR("fingerprint"));
  const wi_step step = wi_sql_step(get);
  if (step != WI_STEP_ROW) {
    if (step == WI_STEP_DONE) {
      (void)wi_db_damaged(archive->db, "fingerprint");
    }
    return wi_archive_fail(archive, error);
  }
  const wi_str have = wi_sql_column(get, 0);
  const bool is_same = wi_str_equal(have, wi_str_of(want));
  if (!is_same && have.len == 16) {
    memcpy(detail, have.ptr, 16);
    memcpy(detail + 16, " and ", 5);
    memcpy(detail + 21, want, 17);
  }
  wi_sql_end(get);
  return is_same ? WARTA_OK : wi_status_fail(error, WARTA_MSG_FINGERPRINT, detail);
}

static warta_status begin(warta_archive *archive, warta_error *error) {
  uint64_t keeps_text = 0;
  if (!wi_db_run(archive->db, WI_SQL_BEGIN_READ)) {
    return wi_archive_fail(archive, error);
  }
  const warta_status status = check_fingerprint(archive, error);
  if (status != WARTA_OK) {
    return status;
  }
  if (!get_number(archive->db, "keeps_text", 1, &keeps_text) || !wi_archive_load(archive)) {
    return wi_archive_fail(archive, error);
  }
  archive->keeps_text = keeps_text != 0;
  if (archive->options.mode != WARTA_ARCHIVE_READ) {
    wi_db_rollback(archive->db);
  }
  return WARTA_OK;
}

static warta_status check_options(const warta_archive_options *options, warta_error *error) {
  if (options->struct_size < sizeof *options || (int)options->mode < WARTA_ARCHIVE_READ ||
      (int)options->mode > WARTA_ARCHIVE_CREATE) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "struct_size, mode");
  }
  if (options->batch_articles == 0 || options->wait > INT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "batch_articles, wait");
  }
  return WARTA_OK;
}

warta_status warta_archive_open(warta_archive **out, const char *path,
                                const warta_analyzer *analyzer,
                                const warta_archive_options *options, warta_error *error) {
  static const warta_archive_options DEFAULTS = WARTA_ARCHIVE_OPTIONS_INIT;
  const warta_archive_options *chosen = options == NULL ? &DEFAULTS : options;
  char fingerprint[17];
  *out = NULL;
  wi_status_clear(error);
  warta_status status = check_options(chosen, error);
  if (status != WARTA_OK) {
    return status;
  }
  warta_archive *archive = wi_mem_new(1, sizeof *archive);
  if (archive == NULL) {
    return wi_status_no_memory(error);
  }
  archive->analyzer = analyzer;
  archive->options = *chosen;
  archive->bytes = wi_buf_make(SIZE_MAX / 2);
  archive->looked_up = wi_strmap_make();
  archive->batch.terms = wi_strmap_make();
  archive->batch.ids = wi_strmap_make();
  write_hex(fingerprint, warta_analyzer_fingerprint(analyzer));
  status = wi_db_open(&archive->db, path, chosen, wi_str_of(fingerprint), error);
  if (status == WARTA_OK) {
    status = begin(archive, error);
  }
  if (status != WARTA_OK) {
    warta_archive_free(archive);
    return status;
  }
  *out = archive;
  return WARTA_OK;
}

void warta_archive_free(warta_archive *archive) {
  if (archive == NULL) {
    return;
  }
  if (archive->db != NULL) {
    wi_db_rollback(archive->db);
  }
  wi_db_free(archive->db);
  wi_batch_free(&archive->batch);
  wi_record_free(&archive->record);
  wi_buf_free(&archive->bytes);
  wi_arena_free(&archive->known_texts);
  wi_mem_free(archive->known);
  wi_strmap_free(&archive->looked_up);
  wi_mem_free(archive->looked_up_counts);
  wi_mem_free(archive->lengths);
  wi_mem_free(archive->segments);
  wi_mem_free(archive);
}

warta_status warta_archive_refresh(warta_archive *archive, warta_error *error) {
  wi_status_clear(error);
  if (archive->is_writing) {
    return WARTA_OK; /* it sees what it has written */
  }
  wi_db_rollback(archive->db);
  const bool is_done = wi_db_is_busy_with_transaction(archive->db)
                           ? wi_db_no_memory(archive->db) /* the old state would pass for the new */
                           : wi_archive_begin_read(archive);
  return is_done ? WARTA_OK : wi_archive_fail(archive, error);
}

warta_status warta_archive_commit(warta_archive *archive, warta_error *error) {
  wi_status_clear(error);
  if (archive->batch.count > 0 && (!wi_archive_begin_write(archive) || !wi_batch_write(archive))) {
    return wi_archive_fail(archive, error);
  }
  if (archive->is_writing) {
    if (!wi_archive_store_counts(archive) || !wi_db_run(archive->db, WI_SQL_COMMIT)) {
      return wi_archive_fail(archive, error);
    }
    archive->is_writing = false;
  }
  wi_batch_clear(&archive->batch);
  return WARTA_OK;
}

uint32_t warta_archive_count(const warta_archive *archive) {
  return archive->counts.articles;
}

int warta_archive_keeps_text(const warta_archive *archive) {
  return archive->keeps_text;
}
