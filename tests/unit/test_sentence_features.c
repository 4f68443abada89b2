
#include <warta/warta.h>

#include "check.h"
#include "document_data.h"
#include "given.h"
#include "mem.h"
#include "sentence_features.h"
#include "sentence_scores.h"
#include "suites.h"

/* Made up for the tests. */
#define ARTICLE                                                                                    \
  "Banjir merendam tiga desa di Kabupaten Sukamaju pada 12/3/2024.\n\n"                            \
  "\"Warga desa mengungsi. Bantuan belum tiba,\" kata Camat Sukamaju Rini Astuti (40).\n\n"        \
  "Ia menambahkan kerugian mencapai Rp2 miliar. Apakah banjir akan surut?"

typedef struct wanted {
  size_t sentence;
  wi_sentence_feature feature;
  int32_t value;
} wanted;

static void test_sees_place_quotation_and_kind(void) {
  static const wanted ROWS[] = {
      {0, WI_FEATURE_PLACE, 0},          {4, WI_FEATURE_PLACE, 4},
      {0, WI_FEATURE_BEHIND, 4},         {4, WI_FEATURE_PLACE_SHARE, 1000},
      {2, WI_FEATURE_SENTENCES, 5},      {0, WI_FEATURE_PARAGRAPHS, 3},
      {2, WI_FEATURE_PARAGRAPH, 1},      {2, WI_FEATURE_IN_PARAGRAPH, 1},
      {1, WI_FEATURE_PARAGRAPH_REST, 1}, {0, WI_FEATURE_DATES, 1},
      {0, WI_FEATURE_LEAD, 1000},        {0, WI_FEATURE_FRESH, 1000},
      {1, WI_FEATURE_OPENS_QUOTED, 1},   {1, WI_FEATURE_ENDS_QUOTED, 1},
      {1, WI_FEATURE_QUOTED, 1000},      {2, WI_FEATURE_OPENS_QUOTED, 1},
      {2, WI_FEATURE_ENDS_QUOTED, 0},    {2, WI_FEATURE_REPORTING, 1},
      {1, WI_FEATURE_REPORTING_NEXT, 1}, {2, WI_FEATURE_BRACKETS, 1},
      {3, WI_FEATURE_LEANS_BACK, 1},     {3, WI_FEATURE_MONEY, 1},
      {4, WI_FEATURE_QUESTION, 1},       {3, WI_FEATURE_QUESTION, 0},
      {4, WI_FEATURE_UNFINISHED, 0},     {0, WI_FEATURE_HEADLINE, 1000},
      {0, WI_FEATURE_HEADLINE_RANK, 0},
  };
  given g = given_text(WI_STR(ARTICLE), WI_STR("Banjir merendam desa"));
  const wi_df_view view = wi_df_view_make(NULL, g.analyzer);
  wi_arena arena = {NULL};
  wi_sentence_row *rows = NULL;
  size_t count = 0;
  CU_ASSERT_TRUE_FATAL(wi_sentence_rows_list(&rows, &count, g.document, &arena));
  CU_ASSERT_EQUAL_FATAL(count, 5);
  CU_ASSERT_TRUE_FATAL(wi_sentence_rows_fill(rows, count, g.document, &view, &arena));
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    check_number(wi_sentence_feature_name(ROWS[i].feature),
                 (size_t)rows[ROWS[i].sentence].values[ROWS[i].feature], (size_t)ROWS[i].value);
  }
  wi_arena_free(&arena);
  given_free(&g);
}

static void test_a_single_line_end_parts_paragraphs_unless_lines_are_hard(void) {
  static const struct {
    const char *text;
    int32_t paragraphs;
  } ROWS[] = {
      {"Banjir merendam tiga desa.\nWarga desa mengungsi.", 2},
      {"Banjir merendam\ntiga desa. Warga\ndesa mengungsi.\nBantuan tiba.\n\nHujan reda.", 2},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    given g = given_text(wi_str_of(ROWS[i].text), WI_STR(""));
    const wi_df_view view = wi_df_view_make(NULL, g.analyzer);
    wi_arena arena = {NULL};
    wi_sentence_row *rows = NULL;
    size_t count = 0;
    CU_ASSERT_TRUE_FATAL(wi_sentence_rows_list(&rows, &count, g.document, &arena));
    CU_ASSERT_TRUE_FATAL(count > 0 &&
                         wi_sentence_rows_fill(rows, count, g.document, &view, &arena));
    check_number(ROWS[i].text, (size_t)rows[0].values[WI_FEATURE_PARAGRAPHS],
                 (size_t)ROWS[i].paragraphs);
    wi_arena_free(&arena);
    given_free(&g);
  }
}

static void test_built_in_weights_are_of_these_features(void) {
  given g = given_text(WI_STR("Hujan."), WI_STR(""));
  CU_ASSERT_TRUE(wi_sentence_trees_fit(wi_dictionary_summary_trees(g.analyzer->dictionary)));
  given_free(&g);
}

void suite_sentence_features(void) {
  CU_pSuite suite = CU_add_suite("sentence features", NULL, NULL);
  CU_add_test(suite, "sees place, quotation and kind", test_sees_place_quotation_and_kind);
  CU_add_test(suite, "a single line end parts paragraphs unless lines are hard",
              test_a_single_line_end_parts_paragraphs_unless_lines_are_hard);
  CU_add_test(suite, "built-in weights are of these features",
              test_built_in_weights_are_of_these_features);
}
