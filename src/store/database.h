/* The one door to SQLite: statements by number, and the first failure kept until it is asked for.
 *
 * A call that fails returns false (or a WI_STEP_FAILED) and leaves the reason in the database;
 * wi_db_status makes a warta_status of it. So what stands above needs no error in every signature.
 */
#ifndef WI_DATABASE_H
#define WI_DATABASE_H

#include <stdbool.h>
#include <stdint.h>

#include <warta/archive.h>

#include "str.h"

/* The number that SQLite keeps for its users: the version of the tables. */
enum { WI_DB_VERSION = 2 };

typedef enum wi_sql {
  WI_SQL_BEGIN_READ,
  WI_SQL_BEGIN_WRITE,
  WI_SQL_COMMIT,
  WI_SQL_ROLLBACK, /* made at open, to need no memory later */
  WI_SQL_META_GET,
  WI_SQL_META_SET,
  WI_SQL_ARTICLE_ADD,
  WI_SQL_ARTICLE_BY_ID,
  WI_SQL_ARTICLE_NAMES,
  WI_SQL_ARTICLE_NEXT,
  WI_SQL_ARTICLE_DELETE,
  WI_SQL_TEXT_ADD,
  WI_SQL_TEXT_GET,
  WI_SQL_TEXT_DELETE,
  WI_SQL_RECORD_ADD,
  WI_SQL_RECORD_GET,
  WI_SQL_RECORD_DELETE,
  WI_SQL_TERM_ADD,
  WI_SQL_TERM_BY_TEXT,
  WI_SQL_TERM_GET,
  WI_SQL_TERM_COUNT,
  WI_SQL_TERM_NEXT,
  WI_SQL_TERM_COMMON,
  WI_SQL_TERM_OFTEN,
  WI_SQL_LENGTHS_GET,
  WI_SQL_LENGTHS_SET,
  WI_SQL_LENGTHS_ALL,
  WI_SQL_SEGMENT_ADD,
  WI_SQL_SEGMENT_ALL,
  WI_SQL_SEGMENT_DELETE,
  WI_SQL_SEGMENT_DEAD,
  WI_SQL_POSTINGS_ADD,
  WI_SQL_POSTINGS_LAST,
  WI_SQL_POSTINGS_NEXT,
  WI_SQL_POSTINGS_DELETE,
  WI_SQL_SHINGLES_ADD,
  WI_SQL_SHINGLES_LAST,
  WI_SQL_SHINGLES_NEXT,
  WI_SQL_SHINGLES_DELETE,
  WI_SQL_INTEGRITY,
  WI_SQL_COUNT_ROWS,
  WI_SQL_COUNT
} wi_sql;

typedef enum wi_step { WI_STEP_ROW, WI_STEP_DONE, WI_STEP_FAILED } wi_step;

typedef struct wi_db wi_db;

/* *out is owned. For the modes as in <warta/archive.h>; a new archive is of this fingerprint. */
warta_status wi_db_open(wi_db **out, const char *path, const warta_archive_options *options,
                        wi_str fingerprint, warta_error *error);
void wi_db_free(wi_db *db);

/* Takes a statement for use, with nothing bound; NULL if it cannot be made. It is free again after
 * wi_sql_end, wi_sql_run or a step that returned no row. */
typedef struct wi_statement wi_statement;
wi_statement *wi_sql_use(wi_db *db, wi_sql which);
/* Places count from 1. Bytes are borrowed until the statement is free; a NULL pointer binds NULL. A
 * NULL statement is allowed: what follows then fails. */
void wi_sql_number(wi_statement *statement, int place, int64_t value);
void wi_sql_text(wi_statement *statement, int place, wi_str text);
void wi_sql_bytes(wi_statement *statement, int place, wi_str bytes);
wi_step wi_sql_step(wi_statement *statement);
/* For statements without rows. */
bool wi_sql_run(wi_statement *statement);
void wi_sql_end(wi_statement *statement);

/* Columns count from 0; views are borrowed until the next step. */
int64_t wi_sql_column_number(wi_statement *statement, int column);
wi_str wi_sql_column(wi_statement *statement, int column); /* ptr NULL for NULL */

/* Inside a transaction, of either kind. */
bool wi_db_is_busy_with_transaction(const wi_db *db);
bool wi_db_run(wi_db *db, wi_sql which);
/* Never fails; ends any transaction, and nothing of it stays. */
void wi_db_rollback(wi_db *db);

/* Marks what the tables hold as damaged, with what is wrong; returns false. */
bool wi_db_damaged(wi_db *db, const char *what);
bool wi_db_no_memory(wi_db *db);
bool wi_db_unreadable(wi_db *db);
/* How often the system failed to read the file or its log. */
size_t wi_db_read_failures(const wi_db *db);
bool wi_db_limit(wi_db *db, const char *what);

/* The first failure since the last call, which forgets it; WARTA_ERR_INTERNAL if there was none. */
warta_status wi_db_status(wi_db *db, warta_error *error);

#endif
