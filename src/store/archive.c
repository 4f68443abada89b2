/* Opening and closing. */
#include <string.h>

#include "archive_data.h"
#include "mem.h"
#include "status.h"

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
  if (!wi_archive_get_number(archive->db, "keeps_text", 1, &keeps_text) ||
      !wi_archive_load(archive)) {
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

uint32_t warta_archive_count(const warta_archive *archive) {
  return archive->counts.articles;
}

int warta_archive_keeps_text(const warta_archive *archive) {
  return archive->keeps_text;
}
