#include <warta/document.h>

#include <stdlib.h>

#include "given.h"
#include "suites.h"

static const char article[] =
    "Waduk Baru Diresmikan\n\n"
    "Penulis: Rani\n\n"
    "SEMARANG, LENSA.com - Bupati meresmikan waduk baru di desa itu. Waduk itu mengairi sawah.\n\n"
    "Baca juga: Harga Beras Turun\n\n"
    "\"Waduk ini penting,\" ujarnya.\n";

static void offsets_are_of_the_callers_text(void) {
  const wi_str text = wi_str_of(article);
  given g = given_text(text, (wi_str){NULL, 0});
  const size_t count = warta_document_sentence_count(g.document);
  CU_ASSERT_EQUAL(count, 4);
  size_t last = 0;
  for (size_t i = 0; i < count; i++) {
    const warta_sentence row = warta_document_sentence(g.document, i);
    CU_ASSERT_TRUE(row.start >= last && row.start < row.end && row.end <= text.len);
    last = row.end;
  }
  const warta_sentence second = warta_document_sentence(g.document, 1);
  check_text(wi_str_slice(text, second.start, second.end),
             "Bupati meresmikan waduk baru di desa itu.");
  given_free(&g);
}

static void labelled_spans_never_count(void) {
  given g = given_text(wi_str_of(article), (wi_str){NULL, 0});
  CU_ASSERT_EQUAL(given_count(&g, "beras"), 0);
  CU_ASSERT_EQUAL(given_count(&g, "rani"), 0);
  CU_ASSERT_EQUAL(given_count(&g, "waduk"), 3); /* the headline left out */
  const warta_text title = warta_document_title(g.document);
  check_text((wi_str){title.text, title.len}, "Waduk Baru Diresmikan");
  given_free(&g);
}

static void a_title_given_apart_wins(void) {
  given g = given_text(wi_str_of("Warga senang."), wi_str_of("Jalan Desa Dibuka"));
  const warta_text title = warta_document_title(g.document);
  check_text((wi_str){title.text, title.len}, "Jalan Desa Dibuka");
  CU_ASSERT_EQUAL(given_count(&g, "warga"), 1);
  CU_ASSERT_EQUAL(given_count(&g, "jalan"), 0);
  given_free(&g);
}

static void sentence_text_is_one_line(void) {
  given g =
      given_text(wi_str_of("Nilainya USD 4,31\n\nmiliar pada tahun\nlalu."), (wi_str){NULL, 0});
  char line[64];
  CU_ASSERT_EQUAL_FATAL(warta_document_sentence_count(g.document), 1);
  const size_t len = warta_document_sentence_text(g.document, 0, line, sizeof line);
  CU_ASSERT_TRUE(len <= sizeof line);
  check_text((wi_str){line, len}, "Nilainya USD 4,31 miliar pada tahun lalu.");
  CU_ASSERT_EQUAL(warta_document_sentence_text(g.document, 0, NULL, 0), len);
  given_free(&g);
}

static void empty_and_odd_texts_are_no_error(void) {
  static const wi_str rows[] = {{NULL, 0},           {"", 0},    {" \n\t ", 4}, {"\0\0", 2},
                                {"\xFF\xFE\x80", 3}, {"...", 3}, {"\"", 1}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    given g = given_text(rows[i], (wi_str){NULL, 0});
    CU_ASSERT_EQUAL(warta_document_word_count(g.document) > 0, false);
    given_free(&g);
  }
}

static void malformed_bytes_are_counted_or_refused(void) {
  given g = given_text(WI_STR("caf\xE9 di kota\x80."), (wi_str){NULL, 0});
  CU_ASSERT_EQUAL(warta_document_malformed_count(g.document), 2);
  CU_ASSERT_EQUAL(warta_document_malformed_offset(g.document), 3);
  given_free(&g);

  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  warta_document *document = NULL;
  warta_error error;
  options.strict = 1;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&analyzer, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&session, analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_document_analyze(&document, session, "ab\x80", 3, NULL, &error),
                  WARTA_ERR_ENCODING);
  CU_ASSERT_PTR_NULL(document);
  CU_ASSERT_EQUAL(error.offset, 2);
  warta_session_free(session);
  warta_analyzer_free(analyzer);
}

static warta_status stop_at_third(void *payload, const warta_token *token) {
  int *calls = payload;
  (void)token;
  return ++*calls == 3 ? WARTA_ERR_STOPPED : WARTA_OK;
}

static void a_callback_ends_the_run(void) {
  given g = given_text(WI_STR("x"), (wi_str){NULL, 0});
  int calls = 0;
  warta_error error;
  CU_ASSERT_EQUAL(warta_tokens(g.session, "satu dua tiga empat", 19, stop_at_third, &calls, &error),
                  WARTA_ERR_STOPPED);
  CU_ASSERT_EQUAL(calls, 3);
  CU_ASSERT_EQUAL(error.status, WARTA_ERR_STOPPED);
  given_free(&g);
}

static void options_out_of_range_are_errors(void) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *analyzer = NULL;
  warta_error error;
  options.struct_size = 1;
  CU_ASSERT_EQUAL(warta_analyzer_open(&analyzer, &options, &error), WARTA_ERR_ARGUMENT);
  CU_ASSERT_STRING_EQUAL(error.detail, "struct_size");
  options = (warta_analyzer_options)WARTA_ANALYZER_OPTIONS_INIT;
  options.clitics = (warta_choice)7;
  CU_ASSERT_EQUAL(warta_analyzer_open(&analyzer, &options, &error), WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(analyzer);
}

static void fingerprints_tell_options_apart(void) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *one = NULL;
  warta_analyzer *two = NULL;
  warta_analyzer *three = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&one, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&two, &options, NULL), WARTA_OK);
  options.stopwords = (warta_text){"+waduk\n", 7};
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&three, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_analyzer_fingerprint(one), warta_analyzer_fingerprint(two));
  CU_ASSERT_NOT_EQUAL(warta_analyzer_fingerprint(one), warta_analyzer_fingerprint(three));
  warta_analyzer_free(one);
  warta_analyzer_free(two);
  warta_analyzer_free(three);
}

void suite_document(void) {
  CU_pSuite suite = CU_add_suite("document", NULL, NULL);
  CU_add_test(suite, "offsets are of the caller's text", offsets_are_of_the_callers_text);
  CU_add_test(suite, "labelled spans never count", labelled_spans_never_count);
  CU_add_test(suite, "a title given apart wins", a_title_given_apart_wins);
  CU_add_test(suite, "sentence text is one line", sentence_text_is_one_line);
  CU_add_test(suite, "empty and odd texts are no error", empty_and_odd_texts_are_no_error);
  CU_add_test(suite, "malformed bytes are counted or refused",
              malformed_bytes_are_counted_or_refused);
  CU_add_test(suite, "a callback ends the run", a_callback_ends_the_run);
  CU_add_test(suite, "options out of range are errors", options_out_of_range_are_errors);
  CU_add_test(suite, "fingerprints tell options apart", fingerprints_tell_options_apart);
}
