#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <CUnit/CUnit.h>
#include <warta/warta.h>

#include "buf.h"
#include "suites.h"

static warta_status append(void *payload, const char *bytes, size_t len) {
  return wi_buf_append(payload, (wi_str){bytes, len}) ? WARTA_OK : WARTA_ERR_MEMORY;
}

static warta_status refuse(void *payload, const char *bytes, size_t len) {
  (void)payload;
  (void)bytes;
  (void)len;
  return WARTA_ERR_STOPPED;
}

static warta_df *read_text(const char *text) {
  warta_df *df = NULL;
  warta_error error;
  CU_ASSERT_EQUAL(warta_df_read(&df, text, strlen(text), &error), WARTA_OK);
  return df;
}

static bool writes(const warta_df *df, const char *want) {
  wi_buf out = wi_buf_make(1 << 20);
  CU_ASSERT_EQUAL(warta_df_write(df, append, &out, NULL), WARTA_OK);
  const bool same = wi_str_equal(wi_buf_str(&out), wi_str_of(want));
  wi_buf_free(&out);
  return same;
}

#define HEAD "#warta-df 1 documents=3 fingerprint=00000000000000ab\n"

static void test_reading_and_writing_gives_the_same_bytes(void) {
  static const char *const TEXTS[] = {
      HEAD,
      HEAD "banjir\t2\nkota\t3\n",
      HEAD "a\\tb\t1\na\\x01b\t2\n\xC3\xA9\t1\n",
      HEAD "a\\nb\t1\na\\rb\t1\na\\x0fb\t2\na\\x7fb\t1\n",
  };
  for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
    warta_df *df = read_text(TEXTS[i]);
    CU_ASSERT(writes(df, TEXTS[i]));
    warta_df_free(df);
  }
}

static void test_look_up_knows_what_was_read(void) {
  warta_df *df = read_text(HEAD "a\\tb\t1\nkota\t3\n");
  CU_ASSERT_EQUAL(warta_df_documents(df), 3);
  CU_ASSERT_EQUAL(warta_df_terms(df), 2);
  CU_ASSERT(warta_df_fingerprint(df) == 0xab);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "kota", 4), 3);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "a\tb", 3), 1);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "desa", 4), 0);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "", 0), 0);
  warta_df_free(df);
}

static void test_broken_files_are_refused_with_their_line(void) {
  static const struct {
    const char *text;
    size_t line;
  } ROWS[] = {
      {"", 1},
      {"banjir\t2\n", 1},
      {"#warta-df 2 documents=3 fingerprint=00000000000000ab\n", 1},
      {"#warta-df 1 documents=x fingerprint=00000000000000ab\n", 1},
      {"#warta-df 1 documents=3 fingerprint=ab\n", 1},
      {"#warta-df 1 documents=3 fingerprint=00000000000000ab \n", 1},
      {HEAD "kota\t3\nbanjir\t2\n", 3},
      {HEAD "kota\t3\nkota\t3\n", 3},
      {HEAD "kota\t0\n", 2},
      {HEAD "kota\t4\n", 2},
      {HEAD "kota\t-1\n", 2},
      {HEAD "kota\t03\n", 2},
      {HEAD "kota\t3 \n", 2},
      {HEAD "kota\t3\r\n", 2},
      {HEAD "kota\t4294967296\n", 2},
      {HEAD "kota\n", 2},
      {HEAD "kota\t1\t1\n", 2},
      {HEAD "\t1\n", 2},
      {HEAD "\n", 2},
      {HEAD "ko\\qta\t1\n", 2},
      {HEAD "ko\\x0\t1\n", 2},
      {HEAD "ko\\x0g\t1\n", 2},
      {HEAD "ko\\xG0\t1\n", 2},
      {HEAD "ko\\\t1\n", 2},
      {HEAD "ko\x01\t1\n", 2},
      {HEAD "caf\xE9\t1\n", 2},
      {HEAD "banjir\t1\nko\\xfft\t1\n", 3},
      {HEAD "a\\\\b\t1\na\\x5cb\t1\n", 3},
      {HEAD "banjir\t1\nkota\t1", 3},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    warta_df *df = NULL;
    warta_error error;
    CU_ASSERT_EQUAL(warta_df_read(&df, ROWS[i].text, strlen(ROWS[i].text), &error), WARTA_ERR_DATA);
    CU_ASSERT_EQUAL(error.line, ROWS[i].line);
    CU_ASSERT_PTR_NULL(df);
  }
}

#define A_TEXT "#warta-df 1 documents=2 fingerprint=00000000000000ab\nbanjir\t2\nkota\t1\n"
#define B_TEXT "#warta-df 1 documents=5 fingerprint=00000000000000ab\nanak\t1\nkota\t5\n"
#define C_TEXT "#warta-df 1 documents=1 fingerprint=00000000000000ab\nzat\t1\n"
#define SUM_TEXT                                                                                   \
  "#warta-df 1 documents=8 fingerprint=00000000000000ab\nanak\t1\nbanjir\t2\nkota\t6\nzat\t1\n"
#define EMPTY_TEXT "#warta-df 1 documents=0 fingerprint=0000000000000000\n"

static void test_merging_does_not_depend_on_order(void) {
  static const char *const ORDERS[][4] = {
      {A_TEXT, B_TEXT, C_TEXT, EMPTY_TEXT},
      {C_TEXT, EMPTY_TEXT, B_TEXT, A_TEXT},
      {EMPTY_TEXT, B_TEXT, A_TEXT, C_TEXT},
  };
  for (size_t i = 0; i < sizeof ORDERS / sizeof ORDERS[0]; i++) {
    warta_df *sum = read_text(ORDERS[i][0]);
    for (size_t k = 1; k < 4; k++) {
      warta_df *more = read_text(ORDERS[i][k]);
      CU_ASSERT_EQUAL(warta_df_merge(sum, more, NULL), WARTA_OK);
      warta_df_free(more);
    }
    CU_ASSERT(writes(sum, SUM_TEXT));
    warta_df_free(sum);
  }
}

static void test_a_table_may_be_merged_with_itself(void) {
  warta_df *df = read_text(A_TEXT);
  CU_ASSERT_EQUAL(warta_df_merge(df, df, NULL), WARTA_OK);
  CU_ASSERT(
      writes(df, "#warta-df 1 documents=4 fingerprint=00000000000000ab\nbanjir\t4\nkota\t2\n"));
  warta_df_free(df);
}

static void test_tables_of_other_rules_do_not_merge(void) {
  warta_df *a = read_text(A_TEXT);
  warta_df *b = read_text("#warta-df 1 documents=1 fingerprint=00000000000000ac\nkota\t1\n");
  warta_error error;
  CU_ASSERT_EQUAL(warta_df_merge(a, b, &error), WARTA_ERR_MISMATCH);
  CU_ASSERT_EQUAL(error.message_id, WARTA_MSG_FINGERPRINT);
  CU_ASSERT(writes(a, A_TEXT));
  warta_df_free(a);
  warta_df_free(b);
}

static void test_too_many_documents_are_a_named_limit(void) {
  warta_df *a = read_text("#warta-df 1 documents=4294967295 fingerprint=00000000000000ab\n");
  warta_df *b = read_text(C_TEXT);
  CU_ASSERT_EQUAL(warta_df_merge(a, b, NULL), WARTA_ERR_LIMIT);
  CU_ASSERT_EQUAL(warta_df_terms(a), 0);
  warta_df_free(a);
  warta_df_free(b);
}

static void test_a_writer_may_stop(void) {
  warta_df *df = read_text(A_TEXT);
  warta_error error;
  CU_ASSERT_EQUAL(warta_df_write(df, refuse, NULL, &error), WARTA_ERR_STOPPED);
  CU_ASSERT_EQUAL(error.status, WARTA_ERR_STOPPED);
  warta_df_free(df);
}

typedef struct pieces {
  size_t seen;
  size_t most; /* pieces that are taken before the refusal */
} pieces;

static warta_status refuse_later(void *payload, const char *bytes, size_t len) {
  pieces *p = payload;
  CU_ASSERT(bytes != NULL && len > 0);
  return p->seen++ < p->most ? WARTA_OK : WARTA_ERR_STOPPED;
}

/* Large tables come in pieces, and each may be the last. */
static void test_a_writer_may_stop_in_the_middle(void) {
  wi_buf text = wi_buf_make(1 << 20);
  warta_df *df = NULL;
  char row[32];
  CU_ASSERT_FATAL(wi_buf_append(&text, WI_STR(HEAD)));
  for (int i = 0; i < 20000; i++) {
    const int len = snprintf(row, sizeof row, "kata%05d\t1\n", i);
    CU_ASSERT_FATAL(wi_buf_append(&text, (wi_str){row, (size_t)len}));
  }
  CU_ASSERT_EQUAL_FATAL(warta_df_read(&df, text.ptr, text.len, NULL), WARTA_OK);
  pieces all = {0, SIZE_MAX};
  CU_ASSERT_EQUAL(warta_df_write(df, refuse_later, &all, NULL), WARTA_OK);
  CU_ASSERT(all.seen >= 2);
  for (size_t most = 0; most < all.seen; most++) {
    pieces some = {0, most};
    CU_ASSERT_EQUAL(warta_df_write(df, refuse_later, &some, NULL), WARTA_ERR_STOPPED);
    CU_ASSERT_EQUAL(some.seen, most + 1);
  }
  warta_df_free(df);
  wi_buf_free(&text);
}

static void add_article(warta_df *df, warta_session *session, const char *text) {
  warta_document *document = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_document_analyze(&document, session, text, strlen(text), NULL, NULL),
                        WARTA_OK);
  CU_ASSERT_EQUAL(warta_df_add(df, document, NULL), WARTA_OK);
  warta_document_free(document);
}

static void test_a_term_counts_once_a_document(void) {
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  warta_df *df = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&session, analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_df_open(&df, analyzer, NULL), WARTA_OK);
  add_article(df, session, "Banjir melanda kota. Banjir itu surut.");
  add_article(df, session, "Warga kota itu pulang.");
  add_article(df, session, "");
  CU_ASSERT_EQUAL(warta_df_documents(df), 3);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "banjir", 6), 1);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "kota", 4), 2);
  CU_ASSERT_EQUAL(warta_df_lookup(df, "itu", 3), 0);
  CU_ASSERT_EQUAL(warta_df_check(df, analyzer, NULL), WARTA_OK);
  warta_df_free(df);
  df = read_text(A_TEXT);
  CU_ASSERT_EQUAL(warta_df_check(df, analyzer, NULL), WARTA_ERR_MISMATCH);
  warta_df_free(df);
  warta_session_free(session);
  warta_analyzer_free(analyzer);
}

static void test_the_builtin_table_is_read_only(void) {
  warta_analyzer *analyzer = NULL;
  warta_df *builtin = NULL;
  warta_df *df = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_df_open_builtin(&builtin, analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_df_open(&df, analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_df_check(builtin, analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_df_merge(builtin, df, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_df_merge(df, builtin, NULL), WARTA_ERR_ARGUMENT);
  warta_df_free(df);
  warta_df_free(builtin);
  warta_analyzer_free(analyzer);
  warta_df_free(NULL);
}

void suite_df(void) {
  CU_pSuite suite = CU_add_suite("df", NULL, NULL);
  CU_add_test(suite, "reading and writing gives the same bytes",
              test_reading_and_writing_gives_the_same_bytes);
  CU_add_test(suite, "look-up knows what was read", test_look_up_knows_what_was_read);
  CU_add_test(suite, "broken files are refused with their line",
              test_broken_files_are_refused_with_their_line);
  CU_add_test(suite, "merging does not depend on order", test_merging_does_not_depend_on_order);
  CU_add_test(suite, "a table may be merged with itself", test_a_table_may_be_merged_with_itself);
  CU_add_test(suite, "tables of other rules do not merge", test_tables_of_other_rules_do_not_merge);
  CU_add_test(suite, "too many documents are a named limit",
              test_too_many_documents_are_a_named_limit);
  CU_add_test(suite, "a writer may stop", test_a_writer_may_stop);
  CU_add_test(suite, "a writer may stop in the middle", test_a_writer_may_stop_in_the_middle);
  CU_add_test(suite, "a term counts once a document", test_a_term_counts_once_a_document);
  CU_add_test(suite, "the built-in table is read only", test_the_builtin_table_is_read_only);
}
