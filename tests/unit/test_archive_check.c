/* Archives whose pages are whole and whose tables are not: what a check tells, and that nothing
 * else is taken in by them. */
#include <sqlite3.h>

#include "checked_file.h"
#include "given_archive.h"
#include "suites.h"

/* As warta itself would, with the checksums of its pages. */
static void change(const place *p, const char *sql) {
  wi_checked_files files;
  sqlite3 *db = NULL;
  CU_ASSERT_TRUE_FATAL(wi_checked_files_open(&files));
  CU_ASSERT_EQUAL_FATAL(sqlite3_open_v2(p->path, &db, SQLITE_OPEN_READWRITE, files.name),
                        SQLITE_OK);
  CU_ASSERT_EQUAL(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
  CU_ASSERT_EQUAL(sqlite3_close(db), SQLITE_OK);
  wi_checked_files_hide(&files);
}

static void make_archive(const place *p) {
  warta_archive *archive = open_as(p, WARTA_ARCHIVE_CREATE, 2);
  add_three(archive, p);
  add(archive, p, "d", "Banjir di Benjeng", FLOOD);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
}

enum { LINES_MOST = 100 };

/* What is looked for among the lines of a check. */
typedef struct telling {
  const char *wanted;
  size_t lines;
  bool is_told;
} telling;

static void note_fault(void *payload, const char *text) {
  telling *t = payload;
  t->lines++;
  t->is_told = t->is_told || strncmp(text, t->wanted, strlen(t->wanted)) == 0;
}

static void judge(warta_status status) {
  CU_ASSERT_TRUE(status == WARTA_OK || status == WARTA_ERR_DATA || status == WARTA_ERR_MISSING);
}

static warta_status pass_by(void *payload, const warta_archive_row *row) {
  (void)payload;
  (void)row;
  return WARTA_OK;
}

static void ask_of_article(warta_archive *archive, uint32_t number) {
  const warta_archive_near_options options = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  uint32_t numbers[4];
  const warta_archive_numbers room = {numbers, 4};
  warta_document *document = NULL;
  warta_archive_hits *hits = NULL;
  size_t count = 0;
  judge(warta_archive_document(&document, archive, number, NULL));
  judge(warta_archive_look(archive, number, pass_by, NULL, NULL));
  if (document != NULL) {
    judge(warta_archive_near(&hits, archive, document, &options, NULL));
    judge(warta_archive_candidates(&count, archive, document, &room, NULL));
  }
  warta_archive_hits_free(hits);
  warta_document_free(document);
}

/* Whatever is asked of a damaged archive: an answer, or an error that says so. */
static void ask_everything(warta_archive *archive, const place *p) {
  static const char *const QUERIES[] = {"banjir cabai", "\"pasar induk\" timnas"};
  warta_df *df = NULL;
  for (size_t i = 0; i < 2; i++) {
    warta_archive_hits *hits = NULL;
    judge(warta_archive_search(&hits, archive, p->session, text_of(QUERIES[i]), 10, NULL));
    warta_archive_hits_free(hits);
  }
  for (uint32_t number = 1; number <= 4; number++) {
    ask_of_article(archive, number);
  }
  judge(warta_archive_each(archive, 1, pass_by, NULL, NULL));
  judge(warta_archive_df(&df, archive, NULL));
  judge(warta_archive_refresh(archive, NULL));
  warta_df_free(df);
}

typedef struct damage {
  const char *sql;
  const char *told; /* the check ends, and one of its lines begins so; NULL: it cannot go on */
} damage;

static void check_damage(const place *p, const damage *row) {
  warta_archive *archive = NULL;
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_error error;
  size_t faults = 0;
  telling t = {row->told == NULL ? "" : row->told, 0, false};
  warta_status status = warta_archive_open(&archive, p->path, p->analyzer, &options, &error);
  if (status == WARTA_OK) {
    status = warta_archive_check(archive, note_fault, &t, &faults, &error);
    CU_ASSERT_EQUAL(faults < LINES_MOST ? faults : LINES_MOST, t.lines);
  }
  CU_ASSERT_EQUAL(status, row->told == NULL ? WARTA_ERR_DATA : WARTA_OK);
  CU_ASSERT_TRUE(row->told == NULL || t.is_told);
  if (row->told == NULL) {
    CU_ASSERT_EQUAL(error.message_id, WARTA_MSG_ARCHIVE_DAMAGED);
  }
  if ((row->told == NULL) != (status == WARTA_ERR_DATA) || (row->told != NULL && !t.is_told)) {
    printf("\n    %s: %d, %s\n", row->sql, status, error.message);
  }
  if (archive != NULL) {
    ask_everything(archive, p);
  }
  warta_archive_free(archive);
}

static void tells_what_does_not_fit(void) {
  static const damage ROWS[] = {
      {"UPDATE meta SET value=9 WHERE name='articles'", "wrong count of articles:"},
      {"UPDATE meta SET value=9 WHERE name='body_units'", "wrong sum of lengths:"},
      {"UPDATE meta SET value=99 WHERE name='title_units'", "wrong sum of headlines' lengths:"},
      {"DELETE FROM texts WHERE doc=2", "wrong count of texts:"},
      {"DELETE FROM records WHERE doc=2", "no record of article 2"},
      {"UPDATE records SET record=(SELECT record FROM records WHERE doc=2) WHERE doc=3",
       "postings are not those of article 3"},
      {"UPDATE records SET record=(SELECT record FROM records WHERE doc=2) WHERE doc=3",
       "shingles are not those of article 3"},
      {"UPDATE records SET record=(SELECT record FROM records WHERE doc=2) WHERE doc=3",
       "wrong norm of article 3"},
      {"UPDATE records SET record=(SELECT record FROM records WHERE doc=2) WHERE doc=3",
       "wrong length of article 3"},
      {"DELETE FROM shingles", "shingles are not those of article 1"},
      {"DELETE FROM postings", "postings are not those of article 1"},
      {"DELETE FROM shingles WHERE key=(SELECT max(key) FROM shingles)",
       "shingles are not those of article 3"},
      {"UPDATE terms SET df=df+1 WHERE term=3", "wrong frequency of term 3"},
      {"UPDATE terms SET in_long_forms=in_long_forms+1 WHERE term=3", "wrong frequency of term 3"},
      {"DELETE FROM articles WHERE doc=4", "a length without its article 4"},
      {"DELETE FROM segments WHERE first=1", "articles without a segment before 3"},
      {"DELETE FROM segments WHERE first=3", "articles without a segment behind 3"},
      {"UPDATE meta SET value=value+1 WHERE name='next_term'", "terms are missing behind"},
      {"UPDATE meta SET value=value+2 WHERE name='next_term';"
       "INSERT INTO terms SELECT max(term)+2,'zz',0,0 FROM terms",
       "a term is missing before"},
      {"PRAGMA writable_schema=1; DELETE FROM sqlite_schema WHERE name='common'",
       "*** in database"},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    place p = make_place();
    make_archive(&p);
    change(&p, ROWS[i].sql);
    check_damage(&p, &ROWS[i]);
    free_place(&p);
  }
}

static void refuses_what_makes_no_sense(void) {
  static const damage ROWS[] = {
      {"UPDATE meta SET value=-1 WHERE name='articles'", NULL},
      {"UPDATE meta SET value='many' WHERE name='next_article'", NULL},
      {"DELETE FROM meta WHERE name='next_term'", NULL},
      {"UPDATE meta SET value=3 WHERE name='next_term'", NULL},
      {"UPDATE meta SET value=99999999999 WHERE name='next_article'", NULL},
      {"DELETE FROM meta WHERE name='fingerprint'", NULL},
      {"DELETE FROM meta WHERE name='keeps_text'", NULL},
      {"UPDATE terms SET df=-1 WHERE term=1", NULL},
      {"UPDATE terms SET df=999 WHERE term=1", NULL},
      {"UPDATE terms SET text='' WHERE term=1", NULL},
      {"UPDATE records SET record=zeroblob(3) WHERE doc=2", NULL},
      {"UPDATE postings SET block=zeroblob(5000)", NULL},
      {"UPDATE postings SET block=x''", NULL},
      {"UPDATE segments SET last=first-1", NULL},
      {"UPDATE segments SET dead=-1", NULL},
      {"UPDATE segments SET segment=99999999 WHERE first=1", NULL},
      {"UPDATE segments SET last=77", NULL},
      {"UPDATE segments SET first=0", NULL},
      {"UPDATE segments SET dead=77", NULL},
      {"UPDATE lengths SET rows=x'0102'", NULL},
      {"UPDATE lengths SET rows=zeroblob(12*400)", NULL},
      {"INSERT INTO lengths VALUES(-1,zeroblob(12))", NULL},
      {"UPDATE articles SET doc=900 WHERE doc=1", NULL},
      {"UPDATE records SET record=x'' WHERE doc=2", NULL},
      {"UPDATE records SET record=x'ffffffffffffffffffff' WHERE doc=2", NULL},
      {"UPDATE records SET record=substr(record,1,length(record)-1) WHERE doc=2", NULL},
      {"UPDATE records SET record=record||x'00' WHERE doc=2", NULL},
      {"UPDATE postings SET block=x'ff'", NULL},
      {"UPDATE postings SET block=substr(block,1,length(block)-1)", NULL},
      {"UPDATE shingles SET block=x'00ff'", NULL},
      {"UPDATE shingles SET block=substr(block,1,length(block)-1)", NULL},
      {"UPDATE terms SET text='banjir benar' WHERE term=1; DELETE FROM terms WHERE term=2", NULL},
      {"DELETE FROM terms WHERE term=(SELECT max(term) FROM terms)", NULL},
      {"DROP TABLE texts", NULL},
      {"DROP TABLE shingles", NULL},
      {"ALTER TABLE terms RENAME COLUMN df TO count", NULL},
      {"UPDATE terms SET in_long_forms=-1 WHERE text='banjir'; UPDATE records SET record=x''",
       NULL},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    place p = make_place();
    make_archive(&p);
    change(&p, ROWS[i].sql);
    check_damage(&p, &ROWS[i]);
    free_place(&p);
  }
}

/* The frequencies by which norms were made: of terms in 64 articles or more. */
static void tells_frequencies_that_make_no_sense(void) {
  static const damage ROWS[] = {
      {"UPDATE meta SET value=x'ff' WHERE name='epoch'", NULL},
      {"UPDATE meta SET value=CAST(value||x'ff' AS BLOB) WHERE name='epoch'", NULL},
      {"DELETE FROM postings", "postings are not those of article 1"},
      {"UPDATE terms SET df=66 WHERE df=100", "wrong frequency of term"},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    place p = make_place();
    warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
    for (int n = 0; n < 150; n++) {
      char id[16];
      snprintf(id, sizeof id, "n%d", n);
      add(archive, &p, id, NULL, n % 3 == 0 ? MATCH : FLOOD);
    }
    CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
    warta_archive_free(archive);
    change(&p, ROWS[i].sql);
    check_damage(&p, &ROWS[i]);
    free_place(&p);
  }
}

/* A text of some sixty terms that no other article has, and a paragraph that all have. */
static void add_boilerplate(warta_archive *archive, const place *p, int number) {
  static const char SHARED[] = "Dinas mengimbau warga melapor kepada posko terdekat. ";
  char id[16];
  char text[512];
  snprintf(id, sizeof id, "n%d", number);
  snprintf(text, sizeof text, "%sBerita x%dya x%dyb x%dyc x%dyd dari x%dye.", SHARED, number,
           number, number, number, number);
  add(archive, p, id, NULL, text);
}

/* Shingles of more articles than a segment keeps of each, through batches, merges and deletions. */
static void pardons_what_is_left_out_on_purpose(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 90);
  for (int i = 0; i < 400; i++) {
    add_boilerplate(archive, &p, i);
    if (i % 50 == 49) {
      char id[16];
      int found = 0;
      snprintf(id, sizeof id, "n%d", i - 9);
      CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of(id), &found, NULL), WARTA_OK);
      CU_ASSERT_EQUAL(found, 1);
    }
  }
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

void suite_archive_check(void) {
  CU_pSuite suite = CU_add_suite("archive_check", NULL, NULL);
  CU_ADD_TEST(suite, tells_what_does_not_fit);
  CU_ADD_TEST(suite, refuses_what_makes_no_sense);
  CU_ADD_TEST(suite, tells_frequencies_that_make_no_sense);
  CU_ADD_TEST(suite, pardons_what_is_left_out_on_purpose);
}
