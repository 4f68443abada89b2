#include <warta/warta.h>

#include <string.h>

#include "check.h"
#include "copy_article.h"
#include "suites.h"

#define LEAD                                                                                       \
  "Banjir merendam pasar Benjeng di Kabupaten Gresik sejak Sabtu pagi. Pedagang mengungsikan "     \
  "barang dagangan ke balai desa yang letaknya lebih tinggi. "
#define MORE                                                                                       \
  "Petugas penanggulangan bencana membuka posko dan dapur umum bagi ratusan keluarga. Sungai "     \
  "Lamong meluap setelah hujan lebat mengguyur wilayah hulu semalaman. "
#define REST                                                                                       \
  "Bupati meninjau tanggul yang jebol bersama kepala dinas pekerjaan umum. Pemerintah kabupaten "  \
  "menyiapkan pompa dan karung pasir untuk menutup tanggul itu. "
#define OTHER_LEAD                                                                                 \
  "Gubernur memberhentikan kontraktor perbaikan jembatan karena korupsi anggaran. Jaksa menyita "  \
  "dokumen lelang serta uang tunai di rumah tersangka. "
#define PRICES                                                                                     \
  "Harga cabai 80, bawang 42, telur 28, beras 15, gula 17, minyak 19, ayam 36, daging 130, ikan "  \
  "45, tepung 12 ribu rupiah per kilogram di pasar induk menurut catatan dinas perdagangan. "
#define OTHER_PRICES                                                                               \
  "Harga cabai 76, bawang 39, telur 27, beras 16, gula 18, minyak 20, ayam 33, daging 125, ikan "  \
  "41, tepung 13 ribu rupiah per kilogram di pasar induk menurut catatan dinas perdagangan. "

typedef struct article {
  const char *id;
  const char *title;
  const char *text;
  const char *date;
} article;

typedef struct fixture {
  warta_analyzer *analyzer;
  warta_session *session;
  warta_nearcopy *set;
} fixture;

static fixture given_articles(const article *articles, size_t count) {
  fixture f = {NULL, NULL, NULL};
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&f.analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&f.session, f.analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_nearcopy_open(&f.set, NULL, NULL), WARTA_OK);
  for (size_t i = 0; i < count; i++) {
    const article *a = &articles[i];
    warta_document *document = NULL;
    warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
    options.title = (warta_text){a->title, a->title == NULL ? 0 : strlen(a->title)};
    CU_ASSERT_EQUAL_FATAL(
        warta_document_analyze(&document, f.session, a->text, strlen(a->text), &options, NULL),
        WARTA_OK);
    const warta_text date = {a->date, a->date == NULL ? 0 : strlen(a->date)};
    CU_ASSERT_EQUAL(
        warta_nearcopy_add(f.set, document, (warta_text){a->id, strlen(a->id)}, date, NULL),
        WARTA_OK);
    warta_document_free(document);
  }
  CU_ASSERT_EQUAL(warta_nearcopy_find(f.set, NULL), WARTA_OK);
  return f;
}

static void free_fixture(fixture *f) {
  warta_nearcopy_free(f->set);
  warta_session_free(f->session);
  warta_analyzer_free(f->analyzer);
}

static void test_verdicts_tell_copies_cuts_and_followups(void) {
  static const struct {
    article a;
    article b;
    int want; /* 0: no row */
  } ROWS[] = {
      {{"a", NULL, LEAD MORE REST, NULL}, {"b", NULL, LEAD MORE REST, NULL}, WARTA_COPY},
      {{"a", NULL, LEAD MORE REST, NULL}, {"b", NULL, LEAD MORE, NULL}, WARTA_COPY_CUT},
      {{"a", NULL, LEAD, NULL}, {"b", NULL, LEAD MORE REST, NULL}, WARTA_COPY_CUT},
      {{"a", "Banjir merendam pasar Benjeng", LEAD MORE REST, NULL},
       {"b", "Kontraktor jembatan diberhentikan", OTHER_LEAD MORE REST, NULL},
       WARTA_COPY_FOLLOWUP},
      {{"a", NULL, PRICES, NULL}, {"b", NULL, OTHER_PRICES, NULL}, 0},
      {{"a", NULL, PRICES LEAD MORE, NULL},
       {"b", NULL, OTHER_PRICES LEAD MORE, NULL},
       WARTA_COPY_FOLLOWUP},
      {{"a", NULL, LEAD MORE, NULL}, {"b", NULL, OTHER_LEAD, NULL}, 0},
      {{"a", NULL, "", NULL}, {"b", NULL, "", NULL}, 0},
      {{"a", NULL, "Yang dan di itu.", NULL}, {"b", NULL, "Yang dan di itu.", NULL}, 0},
      {{"a", NULL, "Banjir merendam pasar.", NULL},
       {"b", NULL, "Banjir merendam pasar.", NULL},
       WARTA_COPY},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    const article pair[] = {ROWS[i].a, ROWS[i].b};
    fixture f = given_articles(pair, 2);
    const size_t count = warta_nearcopy_count(f.set);
    check_number(ROWS[i].b.text, count == 0 ? 0 : (size_t)warta_nearcopy_at(f.set, 0).verdict,
                 (size_t)ROWS[i].want);
    free_fixture(&f);
  }
}

/* Reporting verbs, connectives and labelled lines do not hide a copy. */
static void test_edits_of_function_words_change_nothing(void) {
  static const article PAIR[] = {
      {"a", NULL, LEAD MORE REST, NULL},
      {"b", NULL,
       "MEDAN, WARTAKITA.ID - Banjir merendam pasar Benjeng pada Kabupaten Gresik mulai Sabtu "
       "pagi. "
       "Pedagang mengungsikan barang dagangan menuju balai desa yang letaknya lebih tinggi.\n\n"
       "Baca juga: Harga cabai naik di pasar induk\n\n" MORE REST,
       NULL}};
  fixture f = given_articles(PAIR, 2);
  CU_ASSERT_EQUAL_FATAL(warta_nearcopy_count(f.set), 1);
  const warta_copy_pair row = warta_nearcopy_at(f.set, 0);
  CU_ASSERT_EQUAL(row.verdict, WARTA_COPY);
  CU_ASSERT(row.contained_a > 0.9 && row.contained_b > 0.85 && row.cosine > 0.9);
  free_fixture(&f);
}

static void test_a_group_names_its_original(void) {
  static const struct {
    article articles[3];
    uint32_t original;
  } ROWS[] = {
      {{{"c", NULL, LEAD MORE, "2026-01-30"},
        {"b", NULL, LEAD MORE REST, "2026-01-29T10:42"},
        {"a", NULL, LEAD MORE REST, NULL}},
       1},
      {{{"c", NULL, LEAD MORE REST, "2026-01-30"},
        {"b", NULL, LEAD MORE, "29 Januari 2026"},
        {"a", NULL, LEAD MORE REST, "30/1/2026"}},
       1},
      {{{"c", NULL, LEAD MORE, "kemarin"},
        {"b", NULL, LEAD MORE REST, ""},
        {"a", NULL, LEAD MORE, NULL}},
       1},
      {{{"c", NULL, LEAD, NULL}, {"b", NULL, LEAD, NULL}, {"a", NULL, LEAD, NULL}}, 2},
      {{{"c", NULL, LEAD, "2026-01-29"},
        {"b", NULL, LEAD, "2026-01-29T00:00"},
        {"a", NULL, LEAD, "2026-01-29 00:01"}},
       1},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    fixture f = given_articles(ROWS[i].articles, 3);
    CU_ASSERT_EQUAL(warta_nearcopy_group_count(f.set), 1);
    CU_ASSERT_EQUAL(warta_nearcopy_count(f.set), 3);
    check_number("original", warta_nearcopy_original(f.set, 1), ROWS[i].original);
    /* By id, not in the order of adding. */
    const warta_copy_pair first = warta_nearcopy_at(f.set, 0);
    CU_ASSERT(first.a == 2 && first.b == 1 && first.group == 1);
    free_fixture(&f);
  }
}

static void test_many_copies_are_one_group_and_few_pairs(void) {
  enum { COUNT = 200 };
  article articles[COUNT];
  char ids[COUNT][8];
  for (int i = 0; i < COUNT; i++) {
    snprintf(ids[i], sizeof ids[i], "%03d", i);
    articles[i] = (article){ids[i], NULL, LEAD MORE, NULL};
  }
  fixture f = given_articles(articles, COUNT);
  CU_ASSERT_EQUAL(warta_nearcopy_group_count(f.set), 1);
  CU_ASSERT_EQUAL(warta_nearcopy_count(f.set), COUNT - 1);
  CU_ASSERT_EQUAL(warta_nearcopy_candidate_count(f.set), COUNT - 1);
  free_fixture(&f);
}

/* The first of each pair of rows is the earlier. */
static void test_dates_of_all_forms_are_in_one_order(void) {
  static const char *const ROWS[] = {
      "2026-01-28T23:59",          "2026-01-29",
      "29/01/2026 00:01",          "29 Januari 2026 09.30 WIB",
      "2026-01-29T10:42",          "Kamis, 29 Jan 2026 10:43 WIB",
      "2026-01-29 10:44:11+07:00", "30/1/2026",
      "1 Februari 2026",           "no date",
  };
  const size_t count = sizeof ROWS / sizeof ROWS[0];
  for (size_t i = 0; i + 1 < count; i++) {
    CU_ASSERT(wi_copy_date(wi_str_of(ROWS[i])) < wi_copy_date(wi_str_of(ROWS[i + 1])));
  }
}

static void test_what_is_no_time_is_the_beginning_of_the_day(void) {
  static const char *const ROWS[] = {"29/01/2026",       "2026-01-29 10-42", "2026-01-29T10:4",
                                     "2026-01-29 24:00", "2026-01-29T1",     "2026-01-29 10:61"};
  const uint64_t day = wi_copy_date(WI_STR("2026-01-29"));
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    CU_ASSERT_EQUAL(wi_copy_date(wi_str_of(ROWS[i])), day);
  }
}

static void test_anything_else_is_no_date(void) {
  static const char *const ROWS[] = {"2026-1-29", "2026-0129", "2026-01-2", "2026-01",
                                     "",          "2026",      "10:42",     "30/2/2026"};
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    CU_ASSERT(wi_copy_date(wi_str_of(ROWS[i])) == UINT64_MAX);
  }
  CU_ASSERT(wi_copy_date((wi_str){NULL, 0}) == UINT64_MAX);
}

static void test_options_out_of_range_are_refused(void) {
  warta_nearcopy_options options = WARTA_NEARCOPY_OPTIONS_INIT;
  warta_nearcopy *set = NULL;
  options.copy = 1.5;
  CU_ASSERT_EQUAL(warta_nearcopy_open(&set, &options, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(set);
  CU_ASSERT_STRING_EQUAL(warta_copy_verdict_name(WARTA_COPY_CUT), "cut");
  warta_nearcopy_free(NULL);
}

void suite_nearcopy(void) {
  CU_pSuite suite = CU_add_suite("nearcopy", NULL, NULL);
  CU_add_test(suite, "verdicts tell copies, cuts and followups",
              test_verdicts_tell_copies_cuts_and_followups);
  CU_add_test(suite, "edits of function words change nothing",
              test_edits_of_function_words_change_nothing);
  CU_add_test(suite, "a group names its original", test_a_group_names_its_original);
  CU_add_test(suite, "many copies are one group and few pairs",
              test_many_copies_are_one_group_and_few_pairs);
  CU_add_test(suite, "dates of all forms are in one order",
              test_dates_of_all_forms_are_in_one_order);
  CU_add_test(suite, "what is no time is the beginning of the day",
              test_what_is_no_time_is_the_beginning_of_the_day);
  CU_add_test(suite, "anything else is no date", test_anything_else_is_no_date);
  CU_add_test(suite, "options out of range are refused", test_options_out_of_range_are_refused);
}
