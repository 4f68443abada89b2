/* The tokenizer inside SQLite with its n-th allocation failing, once and from then on.
 *
 * usage: fts5-oom MODULE
 *
 * Each statement of the script gives its right result, or fails for lack of memory: never a crash,
 * a wrong row or a leak. Afterwards, with memory again, the index passes FTS5's own integrity check
 * and the rest of the script can be run.
 *
 * SQLite's own allocations do not fail: 3.40, with its own tokenizer unicode61 and this script,
 * loses rows or calls the index malformed at 7 of 2,459 of them. */
#include "failing_malloc.h"

#include <malloc.h>
#include <sqlite3.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Every n up to 300, and about 400 points behind them. */
enum { EVERY_UP_TO = 300, POINTS_BEHIND = 400, SECONDS = 20, RESULT_SIZE = 4096 };

static const char *const SCRIPT[] = {
    "CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'warta labels skip')",
    ("INSERT INTO t(rowid, x) VALUES(1, 'Petugas mengukur sawah di Kabupaten Sumba Timur, NTT. Dr. "
     "Budi membayar Rp1,5 juta untuk kegiatan non-akademik anak-anak.')"),
    ("INSERT INTO t(rowid, x) VALUES(2, 'Bendungan mulai diisi. Baca juga: "
     "https://contoh.id/a?b=c')"),
    "SELECT rowid, highlight(t, 0, '[', ']') FROM t WHERE t MATCH '\"mengukur sawah\" OR bendung*'",
    "UPDATE t SET x = x || ' Ukuran sawah.' WHERE rowid = 1",
    "SELECT snippet(t, 0, '[', ']', '...', 5) FROM t WHERE t MATCH 'ukuran'",
    "DELETE FROM t WHERE rowid = 2",
    "INSERT INTO t(t) VALUES('integrity-check')",
    "INSERT INTO t(t) VALUES('rebuild')",
    "SELECT count(*) FROM t WHERE t MATCH 'isi'",
};
enum { STATEMENTS = sizeof SCRIPT / sizeof SCRIPT[0] };

typedef struct result {
  char bytes[RESULT_SIZE];
  size_t len;
} result;

static unsigned long faults;
static unsigned long known_leaks;
static unsigned long refused; /* runs in which a statement failed; others found another way */

/* glibc's, beside those that fail. */
void *__libc_malloc(size_t size);
void *__libc_realloc(void *block, size_t size);
void __libc_free(void *block);

static void *take(int size) {
  return __libc_malloc((size_t)size);
}

static void *resize(void *block, int size) {
  return __libc_realloc(block, (size_t)size);
}

static int size_of(void *block) {
  return block == NULL ? 0 : (int)malloc_usable_size(block);
}

static int round_up(int size) {
  return (size + 7) / 8 * 8;
}

static int begin(void *nothing) {
  (void)nothing;
  return SQLITE_OK;
}

static void end(void *nothing) {
  (void)nothing;
}

static void give_sqlite_memory(void) {
  sqlite3_mem_methods methods = {take, __libc_free, resize, size_of, round_up, begin, end, NULL};
  if (sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) != SQLITE_OK) {
    printf("FAILED to give SQLite its memory\n");
    exit(1);
  }
}

static void fault(unsigned long n, int is_sticky, const char *what, const char *more) {
  faults++;
  printf("FAILED allocation %lu%s: %s: %s\n", n, is_sticky ? " and all behind it" : "", what, more);
}

static void add(result *r, const char *text) {
  const size_t len = strlen(text);
  if (len < RESULT_SIZE - r->len) {
    memcpy(r->bytes + r->len, text, len + 1);
    r->len += len;
  }
}

/* The code of the first step that failed; a statement that fails leaves no result. */
static int run_statement(sqlite3 *db, const char *sql, result *r) {
  sqlite3_stmt *statement = NULL;
  const size_t before = r->len;
  int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  while (code == SQLITE_OK || code == SQLITE_ROW) {
    code = sqlite3_step(statement);
    for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(statement); i++) {
      const char *text = (const char *)sqlite3_column_text(statement, i);
      if (text == NULL) {
        code = SQLITE_NOMEM;
      } else {
        add(r, text);
        add(r, "\n");
      }
    }
  }
  const int closing = sqlite3_finalize(statement);
  if (code == SQLITE_DONE) {
    return closing;
  }
  r->len = before;
  return code;
}

static int is_no_memory(int code) {
  return (code & 0xff) == SQLITE_NOMEM || code == SQLITE_IOERR_NOMEM;
}

static sqlite3 *open_database(const char *module) {
  sqlite3 *db = NULL;
  char *message = NULL;
  if (sqlite3_open(":memory:", &db) != SQLITE_OK ||
      sqlite3_enable_load_extension(db, 1) != SQLITE_OK ||
      sqlite3_load_extension(db, module, NULL, &message) != SQLITE_OK) {
    printf("FAILED to load %s: %s\n", module, message == NULL ? "" : message);
    exit(1);
  }
  return db;
}

/* What fails for lack of memory is done again when there is memory; the end is the same. */
static void run_script(sqlite3 *db, result *r, unsigned long n, int is_sticky) {
  int failures = 0;
  failing_malloc_arm(n, is_sticky);
  for (int i = 0; i < STATEMENTS; i++) {
    int code = run_statement(db, SCRIPT[i], r);
    if (code != SQLITE_OK) {
      failing_malloc_arm(0, 0);
      failures++;
      if (!is_no_memory(code)) {
        fault(n, is_sticky, sqlite3_errmsg(db), SCRIPT[i]);
      }
      code = run_statement(db, SCRIPT[i], r);
    }
    if (code != SQLITE_OK) {
      fault(n, is_sticky, sqlite3_errmsg(db), SCRIPT[i]);
    }
  }
  refused += failures > 0;
  if (failures > 1) {
    fault(n, is_sticky, "failed more than once", "");
  }
}

static unsigned long run_point(const char *module, const result *expected, unsigned long n,
                               int is_sticky) {
  static result found;
  const long before = failing_malloc_live();
  alarm(SECONDS);
  sqlite3 *db = open_database(module);
  found.len = 0;
  run_script(db, &found, n, is_sticky);
  const unsigned long calls = failing_malloc_calls();
  failing_malloc_arm(0, 0);
  if (run_statement(db, "INSERT INTO t(t) VALUES('integrity-check')", &found) != SQLITE_OK) {
    fault(n, is_sticky, sqlite3_errmsg(db), "integrity");
  }
  sqlite3_close(db);
  alarm(0);
  const long leaked = failing_malloc_live() - before;
  if (leaked == 1) { /* ICU 72 forgets its RBBIDataWrapper */
    known_leaks++;
  } else if (leaked != 0 && expected != NULL) {
    fault(n, is_sticky, "a leak", "");
  }
  if (expected != NULL &&
      (found.len != expected->len || memcmp(found.bytes, expected->bytes, found.len) != 0)) {
    fault(n, is_sticky, "wrong rows", found.bytes);
  }
  return calls;
}

int main(int argc, char **argv) {
  static result expected;
  if (argc != 2) {
    return 64;
  }
  give_sqlite_memory();
  /* Stays open: loading and the first use of everything are no part of a run. */
  sqlite3 *first = open_database(argv[1]);
  run_script(first, &expected, 0, 0);
  const unsigned long calls = run_point(argv[1], &expected, 0, 0);
  unsigned long points = 0;
  known_leaks = 0;
  for (unsigned long n = 1; n <= calls; n += n < EVERY_UP_TO ? 1 : calls / POINTS_BEHIND + 1) {
    for (int is_sticky = 0; is_sticky < 2; is_sticky++, points++) {
      run_point(argv[1], &expected, n, is_sticky);
    }
  }
  sqlite3_close(first);
  printf("%lu allocations, %lu points; at %lu a statement failed, at %lu ICU lost a block of its "
         "own\n",
         calls, points, refused, known_leaks);
  printf("%lu passed, %lu failed\n", points > faults ? points - faults : 0, faults);
  return faults == 0 && refused > 0 && expected.len > 0 ? 0 : 1;
}
