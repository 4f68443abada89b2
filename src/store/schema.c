#include "schema.h"

#include <errno.h>

/* Names that are the first of a doc table and of an id index are kept plain, for those who look at
 * an archive with tools of their own:
 *
 *   articles   what names an article; texts: its text, if texts are kept
 *   records    its content terms in order (record.h)
 *   terms      numbers of terms, in how many articles each stands (df), and in how many it is a
 * word of an acronym's long form lengths    for 333 articles each: lengths, what is deleted
 * (lengths.h) segments   runs of articles whose postings lie together (runs.h, merge.h) postings
 * term -> articles; shingles: sampled run of terms -> articles */
const char *wi_schema_tables(void) {
  return "CREATE TABLE meta(name TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;"
         "CREATE TABLE articles(doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT,"
         " date TEXT, source TEXT, words INTEGER NOT NULL);"
         "CREATE TABLE texts(doc INTEGER PRIMARY KEY, text TEXT NOT NULL);"
         "CREATE TABLE records(doc INTEGER PRIMARY KEY, record BLOB NOT NULL);"
         "CREATE TABLE terms(term INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE,"
         " df INTEGER NOT NULL, in_long_forms INTEGER NOT NULL);"
         "CREATE INDEX common ON terms(df) WHERE df>=64;"
         "CREATE TABLE lengths(block INTEGER PRIMARY KEY, rows BLOB NOT NULL);"
         "CREATE TABLE segments(segment INTEGER PRIMARY KEY, first INTEGER NOT NULL,"
         " last INTEGER NOT NULL, dead INTEGER NOT NULL);"
         "CREATE TABLE postings(key INTEGER PRIMARY KEY, block BLOB NOT NULL);"
         "CREATE TABLE shingles(key INTEGER PRIMARY KEY, block BLOB NOT NULL);"
         "PRAGMA user_version=2;"
         "PRAGMA application_id=0x77727461;";
}

const char *wi_schema_meta(void) {
  return "INSERT INTO meta VALUES('fingerprint',?1),('keeps_text',?2),('articles',0),"
         "('next_article',1),('next_term',1),('next_segment',1),('body_units',0),"
         "('title_units',0)";
}

/* Text comes and goes as UTF-8. */
const char *wi_schema_settings(void) {
  return "PRAGMA page_size=16384; PRAGMA encoding='UTF-8'; PRAGMA synchronous=FULL;";
}

/* A commit is on the disk when it returns (FULL). The log is taken up into the file at every 4 MB;
 * between, it is cut back to as much. */
const char *wi_schema_writer_settings(void) {
  return "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cell_size_check=1;"
         "PRAGMA wal_autocheckpoint=256; PRAGMA journal_size_limit=4194304; PRAGMA "
         "cache_size=-16384; PRAGMA temp_store=MEMORY;";
}

static const char *const statements[WI_SQL_COUNT] = {
    [WI_SQL_BEGIN_READ] = "BEGIN",
    [WI_SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
    [WI_SQL_COMMIT] = "COMMIT",
    [WI_SQL_ROLLBACK] = "ROLLBACK",
    [WI_SQL_META_GET] = "SELECT value FROM meta WHERE name=?1",
    [WI_SQL_META_SET] = "INSERT OR REPLACE INTO meta VALUES(?1,?2)",
    [WI_SQL_ARTICLE_ADD] = "INSERT INTO articles VALUES(?1,?2,?3,?4,?5,?6)",
    [WI_SQL_ARTICLE_BY_ID] = "SELECT doc FROM articles WHERE id=?1",
    [WI_SQL_ARTICLE_NAMES] = "SELECT id,title,date,source,words FROM articles WHERE doc=?1",
    [WI_SQL_ARTICLE_NEXT] =
        "SELECT doc,id,title,date,source,words FROM articles WHERE doc>?1 ORDER BY doc",
    [WI_SQL_ARTICLE_DELETE] = "DELETE FROM articles WHERE doc=?1",
    [WI_SQL_TEXT_ADD] = "INSERT INTO texts VALUES(?1,?2)",
    [WI_SQL_TEXT_GET] = "SELECT text FROM texts WHERE doc=?1",
    [WI_SQL_TEXT_DELETE] = "DELETE FROM texts WHERE doc=?1",
    [WI_SQL_RECORD_ADD] = "INSERT INTO records VALUES(?1,?2)",
    [WI_SQL_RECORD_GET] = "SELECT record FROM records WHERE doc=?1",
    [WI_SQL_RECORD_DELETE] = "DELETE FROM records WHERE doc=?1",
    [WI_SQL_TERM_ADD] = "INSERT INTO terms VALUES(?1,?2,?3,?4)",
    [WI_SQL_TERM_BY_TEXT] = "SELECT term,df,in_long_forms FROM terms WHERE text=?1",
    [WI_SQL_TERM_GET] = "SELECT text,df FROM terms WHERE term=?1",
    [WI_SQL_TERM_COUNT] = "UPDATE terms SET df=df+?2,in_long_forms=in_long_forms+?3 WHERE term=?1",
    [WI_SQL_TERM_NEXT] = "SELECT term,text,df,in_long_forms FROM terms WHERE term>?1 ORDER BY term",
    [WI_SQL_TERM_COMMON] = "SELECT term,df FROM terms WHERE df>=64 AND df>=?1",
    [WI_SQL_TERM_OFTEN] = "SELECT term,df FROM terms WHERE df>=?1",
    [WI_SQL_LENGTHS_GET] = "SELECT rows FROM lengths WHERE block=?1",
    [WI_SQL_LENGTHS_SET] = "INSERT OR REPLACE INTO lengths VALUES(?1,?2)",
    [WI_SQL_LENGTHS_ALL] = "SELECT block,rows FROM lengths ORDER BY block",
    [WI_SQL_SEGMENT_ADD] = "INSERT INTO segments VALUES(?1,?2,?3,?4)",
    [WI_SQL_SEGMENT_ALL] = "SELECT segment,first,last,dead FROM segments ORDER BY first",
    [WI_SQL_SEGMENT_DELETE] = "DELETE FROM segments WHERE segment=?1",
    [WI_SQL_SEGMENT_DEAD] = "UPDATE segments SET dead=dead+1 WHERE ?1 BETWEEN first AND last",
    [WI_SQL_POSTINGS_ADD] = "INSERT INTO postings VALUES(?1,?2)",
    [WI_SQL_POSTINGS_LAST] =
        "SELECT key,block FROM postings WHERE key BETWEEN ?1 AND ?2 ORDER BY key DESC LIMIT 1",
    [WI_SQL_POSTINGS_NEXT] =
        "SELECT key,block FROM postings WHERE key BETWEEN ?1 AND ?2 ORDER BY key LIMIT 1",
    [WI_SQL_POSTINGS_DELETE] = "DELETE FROM postings WHERE key BETWEEN ?1 AND ?2",
    [WI_SQL_SHINGLES_ADD] = "INSERT INTO shingles VALUES(?1,?2)",
    [WI_SQL_SHINGLES_LAST] =
        "SELECT key,block FROM shingles WHERE key BETWEEN ?1 AND ?2 ORDER BY key DESC LIMIT 1",
    [WI_SQL_SHINGLES_NEXT] =
        "SELECT key,block FROM shingles WHERE key BETWEEN ?1 AND ?2 ORDER BY key LIMIT 1",
    [WI_SQL_SHINGLES_DELETE] = "DELETE FROM shingles WHERE key BETWEEN ?1 AND ?2",
    [WI_SQL_INTEGRITY] = "PRAGMA integrity_check(20)",
    [WI_SQL_COUNT_ROWS] = "SELECT (SELECT count(*) FROM records),(SELECT count(*) FROM texts)",
};

wi_str wi_schema_statement(wi_sql which) {
  return wi_str_of(statements[which]);
}

warta_message wi_schema_open_failure(int reason) {
  if (reason == ENOENT || reason == ENOTDIR) {
    return WARTA_MSG_ARCHIVE_MISSING;
  }
  return reason == EACCES || reason == EPERM || reason == EROFS ? WARTA_MSG_ARCHIVE_FORBIDDEN
                                                                : WARTA_MSG_ARCHIVE_FILE;
}
