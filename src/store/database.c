#include "database.h"

#include <string.h>

#include <sqlite3.h>

#include "checked_file.h"
#include "mem.h"
#include "schema.h"
#include "status.h"

struct wi_statement {
  wi_db *db;
  sqlite3_stmt *made; /* NULL until it is first used */
};

struct wi_db {
  sqlite3 *handle;
  wi_checked_files files;
  wi_statement statements[WI_SQL_COUNT];
  warta_message failure; /* WARTA_MSG_NONE: none */
  char detail[80];
};

static void set_failure(wi_db *db, warta_message failure, const char *detail) {
  if (db->failure != WARTA_MSG_NONE) {
    return; /* the first is the cause */
  }
  const size_t len = detail == NULL ? 0 : strlen(detail);
  const size_t kept = len < sizeof db->detail ? len : sizeof db->detail - 1;
  db->failure = failure;
  if (kept > 0) {
    memcpy(db->detail, detail, kept);
  }
  db->detail[kept] = '\0';
}

static warta_message message_of(const wi_db *db, int code) {
  if (db->files.is_foreign) {
    return WARTA_MSG_ARCHIVE_FOREIGN;
  }
  if (db->files.is_damaged || code == SQLITE_IOERR_DATA) {
    return WARTA_MSG_ARCHIVE_DAMAGED;
  }
  switch (code & 0xFF) {
  case SQLITE_NOMEM:
    return WARTA_MSG_OUT_OF_MEMORY;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    return WARTA_MSG_ARCHIVE_BUSY;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return WARTA_MSG_ARCHIVE_DAMAGED;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    return WARTA_MSG_ARCHIVE_FORBIDDEN;
  case SQLITE_TOOBIG:
    return WARTA_MSG_COUNT_TOO_LARGE;
  case SQLITE_IOERR:
    return code == SQLITE_IOERR_NOMEM ? WARTA_MSG_OUT_OF_MEMORY : WARTA_MSG_ARCHIVE_FILE;
  case SQLITE_FULL:
  case SQLITE_CANTOPEN:
  case SQLITE_PROTOCOL:
    return WARTA_MSG_ARCHIVE_FILE;
  default:
    return WARTA_MSG_ARCHIVE_SQLITE;
  }
}

static bool fail(wi_db *db, int code) {
  const warta_message message = message_of(db, code);
  if (db->files.is_damaged) {
    set_failure(db, message, "a page with a wrong checksum");
  }
  set_failure(db, message, message == WARTA_MSG_OUT_OF_MEMORY ? NULL : sqlite3_errmsg(db->handle));
  return false;
}

bool wi_db_damaged(wi_db *db, const char *what) {
  set_failure(db, WARTA_MSG_ARCHIVE_DAMAGED, what);
  return false;
}

size_t wi_db_read_failures(const wi_db *db) {
  return db->files.read_failures;
}

bool wi_db_unreadable(wi_db *db) {
  set_failure(db, WARTA_MSG_ARCHIVE_FILE, sqlite3_errstr(SQLITE_IOERR));
  return false;
}

bool wi_db_no_memory(wi_db *db) {
  set_failure(db, WARTA_MSG_OUT_OF_MEMORY, NULL);
  return false;
}

bool wi_db_limit(wi_db *db, const char *what) {
  set_failure(db, WARTA_MSG_COUNT_TOO_LARGE, what);
  return false;
}

warta_status wi_db_status(wi_db *db, warta_error *error) {
  const warta_message failure =
      db->failure == WARTA_MSG_NONE ? WARTA_MSG_ARCHIVE_SQLITE : db->failure;
  const warta_status status =
      wi_status_fail(error, failure, db->detail[0] == '\0' ? NULL : db->detail);
  db->failure = WARTA_MSG_NONE;
  db->detail[0] = '\0';
  return status;
}

wi_statement *wi_sql_use(wi_db *db, wi_sql which) {
  wi_statement *statement = &db->statements[which];
  statement->db = db;
  if (statement->made == NULL) {
    const wi_str text = wi_schema_statement(which);
    const int code = sqlite3_prepare_v3(db->handle, text.ptr, (int)text.len + 1,
                                        SQLITE_PREPARE_PERSISTENT, &statement->made, NULL);
    if (code != SQLITE_OK) {
      /* The text is ours: an error in it is a table or column that is not there. */
      (void)(code == SQLITE_ERROR ? wi_db_damaged(db, "tables") : fail(db, code));
      return NULL;
    }
  }
  return statement;
}

void wi_sql_number(wi_statement *statement, int place, int64_t value) {
  if (statement != NULL) {
    (void)sqlite3_bind_int64(statement->made, place, value);
  }
}

/* Binding fails only for lack of memory, and SQLITE_STATIC takes none. */
void wi_sql_text(wi_statement *statement, int place, wi_str text) {
  if (statement != NULL) {
    (void)sqlite3_bind_text64(statement->made, place, text.ptr, text.len, SQLITE_STATIC,
                              SQLITE_UTF8);
  }
}

void wi_sql_bytes(wi_statement *statement, int place, wi_str bytes) {
  if (statement != NULL) {
    (void)sqlite3_bind_blob64(statement->made, place, bytes.ptr, bytes.len, SQLITE_STATIC);
  }
}

void wi_sql_end(wi_statement *statement) {
  if (statement != NULL) {
    (void)sqlite3_reset(statement->made);
    (void)sqlite3_clear_bindings(statement->made);
  }
}

wi_step wi_sql_step(wi_statement *statement) {
  if (statement == NULL) {
    return WI_STEP_FAILED;
  }
  const int code = sqlite3_step(statement->made);
  if (code == SQLITE_ROW) {
    return WI_STEP_ROW;
  }
  if (code != SQLITE_DONE) {
    (void)fail(statement->db, code);
  }
  wi_sql_end(statement);
  return code == SQLITE_DONE ? WI_STEP_DONE : WI_STEP_FAILED;
}

bool wi_sql_run(wi_statement *statement) {
  const wi_step step = wi_sql_step(statement);
  if (step == WI_STEP_ROW) {
    wi_sql_end(statement);
  }
  return step != WI_STEP_FAILED;
}

int64_t wi_sql_column_number(wi_statement *statement, int column) {
  return sqlite3_column_int64(statement->made, column);
}

wi_str wi_sql_column(wi_statement *statement, int column) {
  const void *bytes = sqlite3_column_blob(statement->made, column);
  const int len = sqlite3_column_bytes(statement->made, column);
  if (bytes == NULL && sqlite3_column_type(statement->made, column) != SQLITE_NULL) {
    return (wi_str){"", 0}; /* an empty one */
  }
  return (wi_str){bytes, len > 0 ? (size_t)len : 0};
}

bool wi_db_is_busy_with_transaction(const wi_db *db) {
  return sqlite3_get_autocommit(db->handle) == 0;
}

bool wi_db_run(wi_db *db, wi_sql which) {
  return wi_sql_run(wi_sql_use(db, which));
}

void wi_db_rollback(wi_db *db) {
  for (size_t i = 0; i < WI_SQL_COUNT; i++) {
    if (db->statements[i].made != NULL) {
      (void)sqlite3_reset(db->statements[i].made);
    }
  }
  if (wi_db_is_busy_with_transaction(db)) {
    sqlite3_stmt *made = db->statements[WI_SQL_ROLLBACK].made;
    if (made == NULL) { /* still opening */
      (void)sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
    } else {
      (void)sqlite3_step(made);
      (void)sqlite3_reset(made);
    }
  }
}

void wi_db_free(wi_db *db) {
  if (db == NULL) {
    return;
  }
  for (size_t i = 0; i < WI_SQL_COUNT; i++) {
    (void)sqlite3_finalize(db->statements[i].made);
  }
  (void)sqlite3_close(db->handle);
  wi_mem_free(db);
}

static bool run_text(wi_db *db, const char *sql) {
  const int code = sqlite3_exec(db->handle, sql, NULL, NULL, NULL);
  return code == SQLITE_OK || fail(db, code);
}

static bool read_number(wi_db *db, const char *sql, int64_t *out) {
  sqlite3_stmt *made = NULL;
  int code = sqlite3_prepare_v2(db->handle, sql, -1, &made, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_step(made);
  }
  if (code == SQLITE_ROW) {
    *out = sqlite3_column_int64(made, 0);
  }
  (void)sqlite3_finalize(made);
  return code == SQLITE_ROW || fail(db, code);
}

/* What a new archive says of itself. */
static bool fill_meta(wi_db *db, const warta_archive_options *options, wi_str fingerprint) {
  sqlite3_stmt *made = NULL;
  int code = sqlite3_prepare_v2(db->handle, wi_schema_meta(), -1, &made, NULL);
  if (code == SQLITE_OK) {
    (void)sqlite3_bind_text64(made, 1, fingerprint.ptr, fingerprint.len, SQLITE_STATIC,
                              SQLITE_UTF8);
    (void)sqlite3_bind_int(made, 2, options->leaves_text_out == 0);
    code = sqlite3_step(made);
  }
  (void)sqlite3_finalize(made);
  return code == SQLITE_DONE || fail(db, code);
}

/* In one transaction of the old kind of journal: a file that has the head of an archive is a whole
 * one. Whoever comes second finds it made. */
static bool make_archive(wi_db *db, const warta_archive_options *options, wi_str fingerprint) {
  int reserved = WI_PAGE_RESERVED;
  int64_t tables = 0;
  (void)sqlite3_file_control(db->handle, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserved);
  if (!run_text(db, wi_schema_settings()) || !run_text(db, "BEGIN EXCLUSIVE")) {
    return false;
  }
  if (!read_number(db, "SELECT count(*) FROM sqlite_schema", &tables) ||
      (tables == 0 &&
       (!run_text(db, wi_schema_tables()) || !fill_meta(db, options, fingerprint))) ||
      !run_text(db, "COMMIT")) {
    wi_db_rollback(db);
    return false;
  }
  return true;
}

/* A version of 0 is a file that was begun and never finished. */
static bool look_at_version(wi_db *db, const warta_archive_options *options, wi_str fingerprint) {
  int64_t version = 0;
  if (!read_number(db, "PRAGMA user_version", &version)) {
    return false;
  }
  if (version == 0 && options->mode == WARTA_ARCHIVE_CREATE) {
    if (!make_archive(db, options, fingerprint) ||
        !read_number(db, "PRAGMA user_version", &version)) {
      return false;
    }
  }
  if (version == 0) {
    set_failure(db, WARTA_MSG_ARCHIVE_FOREIGN, "the file is empty");
    return false;
  }
  if (version != WI_DB_VERSION) {
    set_failure(db, WARTA_MSG_ARCHIVE_VERSION, NULL);
    return false;
  }
  return true;
}

static bool prepare(wi_db *db, const warta_archive_options *options, wi_str fingerprint) {
  (void)sqlite3_extended_result_codes(db->handle, 1);
  (void)sqlite3_busy_timeout(db->handle, (int)options->wait);
  if (!look_at_version(db, options, fingerprint)) {
    return false;
  }
  /* The settings first: they make statements out of date, which are then made anew. */
  return run_text(db, options->mode == WARTA_ARCHIVE_READ
                          ? "PRAGMA query_only=1; PRAGMA cell_size_check=1;"
                          : wi_schema_writer_settings()) &&
         wi_sql_use(db, WI_SQL_ROLLBACK) != NULL;
}

static warta_status fail_open(wi_db *db, int code, warta_error *error) {
  if (code == SQLITE_CANTOPEN || (code & 0xFF) == SQLITE_CANTOPEN) {
    const int reason = sqlite3_system_errno(db->handle);
    set_failure(db, wi_schema_open_failure(reason), NULL);
  } else {
    (void)fail(db, code);
  }
  return wi_db_status(db, error);
}

warta_status wi_db_open(wi_db **out, const char *path, const warta_archive_options *options,
                        wi_str fingerprint, warta_error *error) {
  *out = NULL;
  wi_db *db = wi_mem_new(1, sizeof *db);
  if (db == NULL) {
    return wi_status_no_memory(error);
  }
  if (!wi_checked_files_open(&db->files)) {
    wi_mem_free(db);
    return wi_status_no_memory(error);
  }
  const int create = options->mode == WARTA_ARCHIVE_CREATE ? SQLITE_OPEN_CREATE : 0;
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | create;
  const int code = sqlite3_open_v2(path, &db->handle, flags, db->files.name);
  wi_checked_files_hide(&db->files);
  warta_status status = WARTA_OK;
  if (code != SQLITE_OK) {
    status = db->handle == NULL ? wi_status_no_memory(error) : fail_open(db, code, error);
  } else if (!prepare(db, options, fingerprint)) {
    status = wi_db_status(db, error);
  }
  if (status != WARTA_OK) {
    wi_db_free(db);
    return status;
  }
  *out = db;
  return WARTA_OK;
}
