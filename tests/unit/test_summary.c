#include <math.h>
#include <stdio.h>
#include <string.h>

#include <warta/warta.h>

#include "check.h"
#include "given.h"
#include "sentence_features.h"
#include "suites.h"

/* Made up for the tests: sentences of 9, 8, 7, 6 and 5 words. */
#define ARTICLE                                                                                    \
  "Banjir merendam tiga desa di Kabupaten Sukamaju kemarin malam. "                                \
  "Warga desa mengungsi ke balai kabupaten sejak subuh. "                                          \
  "Ia menambahkan bantuan makanan tiba siang hari. "                                               \
  "Apakah banjir akan surut pekan ini? "                                                           \
  "Petugas menyiapkan perahu dan tenda."

static warta_summary_list *ask(const given *g, const warta_summary_options *options) {
  warta_summary_list *list = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_summary(&list, g->document, NULL, options, NULL), WARTA_OK);
  return list;
}

static void test_bounds_choose_whole_sentences(void) {
  static const struct {
    const char *name;
    uint32_t words;
    uint32_t sentences;
    double ratio;
    size_t want;
  } ROWS[] = {
      {"no bound", 0, 0, 0.0, 5},          {"one word", 1, 0, 0.0, 1},
      {"nearest is one", 12, 0, 0.0, 1},   {"nearest is two", 14, 0, 0.0, 2},
      {"as near is taken", 13, 0, 0.0, 2}, {"more than there is", 1000, 0, 0.0, 5},
      {"two sentences", 0, 2, 0.0, 2},     {"more sentences than there are", 0, 99, 0.0, 5},
      {"all of it", 0, 0, 1.0, 5},         {"half of it", 0, 0, 0.5, 2},
      {"next to nothing", 0, 0, 1e-9, 1},  {"the tighter bound holds", 1000, 3, 0.5, 2},
  };
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  check_number("sentences", warta_document_sentence_count(g.document), 5);
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
    options.method = WARTA_SUMMARY_LEAD;
    options.words = ROWS[i].words;
    options.sentences = ROWS[i].sentences;
    options.ratio = ROWS[i].ratio;
    warta_summary_list *list = ask(&g, &options);
    check_number(ROWS[i].name, warta_summary_count(list), ROWS[i].want);
    warta_summary_free(list);
  }
  given_free(&g);
}

static void test_every_method_gives_text_order_and_ranks(void) {
  static const warta_summary_method METHODS[] = {WARTA_SUMMARY_DEFAULT,  WARTA_SUMMARY_LEAD,
                                                 WARTA_SUMMARY_CENTROID, WARTA_SUMMARY_TRAINED,
                                                 WARTA_SUMMARY_TEXTRANK, WARTA_SUMMARY_LEXRANK};
  given g = given_text(WI_STR(ARTICLE), WI_STR("Banjir merendam desa"));
  for (size_t m = 0; m < sizeof METHODS / sizeof METHODS[0]; m++) {
    warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
    options.method = METHODS[m];
    options.ratio = 1.0;
    warta_summary_list *list = ask(&g, &options);
    uint32_t ranks = 0;
    CU_ASSERT_EQUAL_FATAL(warta_summary_count(list), 5);
    for (size_t i = 0; i < 5; i++) {
      const warta_summary_sentence row = warta_summary_at(list, i);
      CU_ASSERT_EQUAL(row.sentence, i);
      CU_ASSERT(row.score >= 0.0 && row.score <= 1.0);
      CU_ASSERT_FATAL(row.rank >= 1 && row.rank <= 5);
      ranks |= 1U << row.rank;
    }
    CU_ASSERT_EQUAL(ranks, 0x3E);
    warta_summary_free(list);
  }
  given_free(&g);
}

static void test_the_lead_comes_first_and_questions_late(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  options.ratio = 1.0;
  warta_summary_list *list = ask(&g, &options);
  CU_ASSERT_EQUAL(warta_summary_at(list, 0).rank, 1);
  CU_ASSERT_EQUAL(warta_summary_at(list, 1).rank, 2);
  CU_ASSERT(warta_summary_at(list, 3).rank > 3);
  warta_summary_free(list);
  given_free(&g);
}

static void test_a_text_with_a_word_has_a_summary(void) {
  static const struct {
    const char *text;
    size_t want;
  } ROWS[] = {{"", 0},        {" \n . ", 0},
              {"yang", 1},    {"Banjir merendam desa.", 1},
              {"Foto: A", 1}, {"Baca juga: Banjir di desa", 1}};
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    for (int method = WARTA_SUMMARY_DEFAULT; method <= WARTA_SUMMARY_LEXRANK; method++) {
      warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
      options.method = (warta_summary_method)method;
      given g = given_text(wi_str_of(ROWS[i].text), WI_STR(""));
      warta_summary_list *list = ask(&g, &options);
      check_number(ROWS[i].text, warta_summary_count(list), ROWS[i].want);
      warta_summary_free(list);
      given_free(&g);
    }
  }
}

/* Trees that like late sentences, so that choice is seen apart from what was learned. */
#define LATE "#warta-trees 1 scale=1000\n%s\n0:0 =100 0:1 =200 0:2 =300 0:3 =310 0:4 =320 =330\n"

static warta_summary_weights *late_weights(void) {
  char text[4096];
  char names[2048];
  size_t len = 0;
  for (size_t i = 0; i < warta_summary_feature_count(); i++) {
    len += (size_t)snprintf(names + len, sizeof names - len, "%s%s", i > 0 ? " " : "",
                            warta_summary_feature_name(i));
  }
  const int size = snprintf(text, sizeof text, LATE, names);
  warta_summary_weights *weights = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_summary_weights_read(&weights, text, (size_t)size, NULL), WARTA_OK);
  return weights;
}

static void test_what_cannot_stand_alone_waits(void) {
  static const struct {
    const char *name;
    const char *text;
    uint32_t sentences;
    size_t want[2];
  } ROWS[] = {
      {"a pronoun waits for its antecedent",
       "Hujan turun sejak pagi. Warga sudah mengungsi semua. Camat datang pada sore. Ia "
       "membawa tenda besar.",
       1,
       {2, 0}},
      {"and comes right behind it",
       "Hujan turun sejak pagi. Warga sudah mengungsi semua. Camat datang pada sore. Ia "
       "membawa tenda besar.",
       2,
       {2, 3}},
      {"a quotation waits for its speaker",
       "Hujan turun sejak pagi. Camat datang pada sore.\n\"Warga aman di posko. Tenda cukup "
       "untuk semua,\" kata Rini.",
       1,
       {1, 0}},
      {"a sentence of a few words waits",
       "Hujan turun sejak pagi. Camat datang pada sore. Berikut petikannya.",
       1,
       {1, 0}},
      {"the rest of a lost quotation waits",
       "Hujan turun sejak pagi. Camat datang pada sore. Tenda cukup untuk semua,\" kata Rini.",
       1,
       {1, 0}},
      {"a mark that nothing closes quotes no more than its sentence",
       "Hujan turun sejak pagi. \" Camat datang pada sore. Warga aman di posko. Tenda cukup untuk "
       "semua.",
       1,
       {3, 0}},
      {"what goes on waits for what it goes on from",
       "Hujan turun sejak pagi. Warga sudah mengungsi semua. Camat datang pada sore. Namun, tenda "
       "besar belum ada.",
       1,
       {2, 0}},
      {"so does a rest of some",
       "Hujan turun sejak pagi. Warga sudah mengungsi semua. Camat datang pada sore. Sementara "
       "tiga "
       "lainnya menunggu tenda.",
       1,
       {2, 0}},
      {"a heading is no sentence",
       "Hujan turun sejak pagi. Camat datang pada sore.\n\nPenutup:",
       1,
       {1, 0}},
      {"a question waits",
       "Hujan turun sejak pagi. Camat datang pada sore. Apakah tenda cukup untuk semua?",
       1,
       {1, 0}},
      {"without another it is taken", "Ia membawa tenda.", 1, {0, 0}},
  };
  warta_summary_weights *weights = late_weights();
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    given g = given_text(wi_str_of(ROWS[i].text), WI_STR(""));
    warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
    options.weights = weights;
    options.sentences = ROWS[i].sentences;
    warta_summary_list *list = ask(&g, &options);
    CU_ASSERT_EQUAL_FATAL(warta_summary_count(list), ROWS[i].sentences);
    for (size_t s = 0; s < ROWS[i].sentences; s++) {
      check_number(ROWS[i].name, warta_summary_at(list, s).sentence, ROWS[i].want[s]);
    }
    warta_summary_free(list);
    given_free(&g);
  }
  warta_summary_weights_free(weights);
}

/* Both sentences of it or none, at every length that the others fill well enough. */
static void test_a_quotation_comes_whole_or_not(void) {
  static const char TEXT[] = "Hujan turun sejak pagi di desa. Camat datang pada sore hari.\n"
                             "\"Warga aman di posko. Tenda cukup untuk semua,\" kata Rini.\n"
                             "Bantuan tiba dari kota semalam.";
  given g = given_text(wi_str_of(TEXT), WI_STR(""));
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_weights *weights = late_weights();
  size_t whole = 0;
  options.weights = weights;
  for (options.words = 1; options.words < 40; options.words++) {
    warta_summary_list *list = ask(&g, &options);
    size_t pieces = 0;
    for (size_t i = 0; i < warta_summary_count(list); i++) {
      const size_t sentence = warta_summary_at(list, i).sentence;
      pieces += sentence == 2 || sentence == 3;
    }
    CU_ASSERT_NOT_EQUAL(pieces, 1);
    whole += pieces == 2;
    warta_summary_free(list);
  }
  CU_ASSERT(whole > 0 && whole < 39);
  warta_summary_weights_free(weights);
  given_free(&g);
}

static void test_weights_of_other_features_are_refused(void) {
  static const char TEXT[] = "#warta-trees 1 scale=1000\nplace words\n0:1 =1 =2\n";
  warta_summary_weights *weights = NULL;
  warta_error error;
  CU_ASSERT_EQUAL(warta_summary_weights_read(&weights, TEXT, sizeof TEXT - 1, &error),
                  WARTA_ERR_DATA);
  CU_ASSERT_PTR_NULL(weights);
  warta_summary_weights_free(NULL);
}

static void test_together_says_a_thing_once(void) {
  static const char SECOND[] = "Banjir merendam tiga desa di Kabupaten Sukamaju kemarin malam. "
                               "Gubernur meninjau tanggul yang jebol di hulu sungai.";
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_document *second = NULL;
  CU_ASSERT_EQUAL_FATAL(
      warta_document_analyze(&second, g.session, SECOND, sizeof SECOND - 1, NULL, NULL), WARTA_OK);
  const warta_document *documents[] = {g.document, second};
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_list *list = NULL;
  options.sentences = 3;
  CU_ASSERT_EQUAL_FATAL(warta_summary_together(&list, documents, 2, NULL, &options, NULL),
                        WARTA_OK);
  size_t floods = 0;
  CU_ASSERT_EQUAL(warta_summary_count(list), 3);
  for (size_t i = 0; i < warta_summary_count(list); i++) {
    const warta_summary_sentence row = warta_summary_at(list, i);
    CU_ASSERT(row.document < 2 && row.score >= 0.0 && row.score <= 1.0);
    floods += row.sentence == 0;
  }
  CU_ASSERT_EQUAL(floods, 1);
  warta_summary_free(list);
  CU_ASSERT_EQUAL_FATAL(warta_summary_together(&list, documents, 0, NULL, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_summary_count(list), 0);
  warta_summary_free(list);
  warta_document_free(second);
  given_free(&g);
}

static void test_explains_every_sentence(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_summary_table *table = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_summary_explain(&table, g.document, NULL, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_summary_table_count(table), 5);
  for (size_t i = 0; i < 5; i++) {
    const warta_summary_row row = warta_summary_table_at(table, i);
    CU_ASSERT_EQUAL(row.sentence, i);
    CU_ASSERT_EQUAL(row.values[0], (int32_t)i); /* place */
  }
  check_text(wi_str_of(warta_summary_feature_name(0)), "place");
  warta_summary_table_free(table);
  warta_summary_table_free(NULL);
  given_free(&g);
}

static void test_options_out_of_range_are_errors(void) {
  static const double RATIOS[] = {-0.1, 1.1, (double)NAN, (double)INFINITY};
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_summary_list *list = NULL;
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  for (size_t i = 0; i < sizeof RATIOS / sizeof RATIOS[0]; i++) {
    options.ratio = RATIOS[i];
    CU_ASSERT_EQUAL(warta_summary(&list, g.document, NULL, &options, NULL), WARTA_ERR_ARGUMENT);
    CU_ASSERT_PTR_NULL(list);
  }
  options.ratio = 0.0;
  options.method = (warta_summary_method)99;
  CU_ASSERT_EQUAL(warta_summary(&list, g.document, NULL, &options, NULL), WARTA_ERR_ARGUMENT);
  warta_summary_free(NULL);
  given_free(&g);
}

static void check_same(const warta_summary_list *list, const warta_summary_list *fresh) {
  CU_ASSERT_EQUAL_FATAL(warta_summary_count(list), warta_summary_count(fresh));
  for (size_t i = 0; i < warta_summary_count(list); i++) {
    const warta_summary_sentence a = warta_summary_at(list, i);
    const warta_summary_sentence b = warta_summary_at(fresh, i);
    CU_ASSERT(a.sentence == b.sentence && a.rank == b.rank && a.document == b.document);
    CU_ASSERT_DOUBLE_EQUAL(a.score, b.score, 0.0);
  }
}

static void test_a_renewed_summary_knows_nothing_of_the_last_article(void) {
  static const char *const TEXTS[] = {"", "Petugas tiba. Ia menyiapkan perahu.", ARTICLE, ARTICLE};
  given first = given_text(WI_STR(ARTICLE ARTICLE ARTICLE ARTICLE), WI_STR("Banjir"));
  warta_summary_options wrong = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_list *list = ask(&first, NULL);
  for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
    given g = given_text(wi_str_of(TEXTS[i]), WI_STR(""));
    warta_summary_list *fresh = ask(&g, NULL);
    CU_ASSERT_EQUAL(warta_summary_renew(list, g.document, NULL, NULL, NULL), WARTA_OK);
    check_same(list, fresh);
    warta_summary_free(fresh);
    given_free(&g);
  }
  wrong.ratio = 2.0;
  CU_ASSERT_EQUAL(warta_summary_renew(list, first.document, NULL, &wrong, NULL),
                  WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_summary_count(list), 0);
  warta_summary_free(list);
  given_free(&first);
}

/* Some fifty sentences more than one sort of ranks takes (sentence_features.c). */
static void test_ranks_of_long_articles_are_those_of_short_ones(void) {
  enum { COPIES = 40, SENTENCES = 5 };
  char text[COPIES * sizeof ARTICLE + COPIES];
  size_t len = 0;
  for (int i = 0; i < COPIES; i++) {
    memcpy(text + len, ARTICLE, sizeof ARTICLE - 1);
    len += sizeof ARTICLE - 1;
    text[len++] = ' ';
  }
  given g = given_text((wi_str){text, len}, WI_STR("Banjir merendam desa"));
  warta_summary_table *table = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_summary_explain(&table, g.document, NULL, NULL, NULL), WARTA_OK);
  const size_t count = warta_summary_table_count(table);
  CU_ASSERT_EQUAL_FATAL(count, (size_t)COPIES * SENTENCES);
  for (size_t i = 0; i < count; i++) {
    const int32_t *row = warta_summary_table_at(table, i).values;
    int32_t better = 0;
    for (size_t j = 0; j < count; j++) {
      const int32_t *other = warta_summary_table_at(table, j).values;
      better += other[WI_FEATURE_CENTROID] > row[WI_FEATURE_CENTROID];
    }
    CU_ASSERT_EQUAL(row[WI_FEATURE_CENTROID_RANK], better);
  }
  warta_summary_table_free(table);
  given_free(&g);
}

void suite_summary(void) {
  CU_pSuite suite = CU_add_suite("summary", NULL, NULL);
  CU_add_test(suite, "a quotation comes whole or not", test_a_quotation_comes_whole_or_not);
  CU_add_test(suite, "bounds choose whole sentences", test_bounds_choose_whole_sentences);
  CU_add_test(suite, "every method gives text order and ranks",
              test_every_method_gives_text_order_and_ranks);
  CU_add_test(suite, "the lead comes first and questions late",
              test_the_lead_comes_first_and_questions_late);
  CU_add_test(suite, "a text with a word has a summary", test_a_text_with_a_word_has_a_summary);
  CU_add_test(suite, "what cannot stand alone waits", test_what_cannot_stand_alone_waits);
  CU_add_test(suite, "weights of other features are refused",
              test_weights_of_other_features_are_refused);
  CU_add_test(suite, "together says a thing once", test_together_says_a_thing_once);
  CU_add_test(suite, "a renewed summary knows nothing of the last article",
              test_a_renewed_summary_knows_nothing_of_the_last_article);
  CU_add_test(suite, "ranks of long articles are those of short ones",
              test_ranks_of_long_articles_are_those_of_short_ones);
  CU_add_test(suite, "explains every sentence", test_explains_every_sentence);
  CU_add_test(suite, "options out of range are errors", test_options_out_of_range_are_errors);
}
