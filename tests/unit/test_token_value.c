#include "token_value.h"

#include "given_tokens.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* The token at `index` of the text is worth `value`; below 0: it has none. */
typedef struct value_row {
  const char *text;
  size_t index;
  double value;
} value_row;

#define NONE (-1.0)

static void check_values(const value_row *rows, size_t count) {
  static const wi_token_options keep = {WARTA_KEEP, WARTA_KEEP};
  for (size_t i = 0; i < count; i++) {
    given_tokens g = given_tokens_of(wi_str_of(rows[i].text), keep);
    double value = 0;
    CU_ASSERT_TRUE_FATAL(rows[i].index < g.tokens.count);
    const bool has_value = wi_token_value(&g.tokens, g.text, rows[i].index, &value);
    check_number(rows[i].text, has_value, rows[i].value >= 0);
    if (has_value) {
      CU_ASSERT_DOUBLE_EQUAL(value, rows[i].value, 0);
    } else {
      CU_ASSERT_DOUBLE_EQUAL(value, 0, 0);
    }
    given_tokens_free(&g);
  }
}

static void reads_decimal_commas_and_thousand_stops(void) {
  static const value_row rows[] = {
      {"7", 0, 7},
      {"65,1", 0, 65.1},
      {"1.500.000", 0, 1500000},
      {"1.500", 0, 1500},
      {"1,500", 0, 1.5},
      {"1,500,000", 0, 1500000},
      {"4.5", 0, 4.5},
      {"0.500", 0, 0.5},
      {"1.500,50", 0, 1500.5},
      {"1,500.50", 0, 1500.5},
      {"007", 0, 7},
      {"999.999.999.999.999", 0, 999999999999999.0},
  };
  check_values(rows, COUNT(rows));
}

static void shares_scales_over_ranges(void) {
  static const value_row rows[] = {
      {"Rp5 juta-Rp10,5 juta", 1, 5e6}, {"Rp5 juta-Rp10,5 juta", 5, 10.5e6},
      {"Rp 5-10 juta", 1, 5e6},         {"Rp 5-10 juta", 3, 10e6},
      {"20.000-an", 0, 20000},          {"USD 4,31 miliar", 1, 4.31e9},
      {"Rp5 M. Polisi", 1, 5e9},
  };
  check_values(rows, COUNT(rows));
}

static void gives_no_value_to_numbers_in_other_forms(void) {
  static const value_row rows[] = {
      {"180.254.8.5", 0, NONE},
      {"1.50.000", 0, NONE},
      {"1,2,3", 0, NONE},
      {"1.500,500,1", 0, NONE},
      {"1234567890123456", 0, NONE},
      {"29/1/2026", 0, NONE},
      {"10:42", 0, NONE},
      {"16.30 WIB", 0, NONE},
      {"19:4-6", 0, NONE},
      {"34/PMK.011/2007", 0, NONE},
      {"tujuh", 0, NONE},
      {"\xC2\xBD", 0, NONE},
  };
  check_values(rows, COUNT(rows));
}

static void multiplies_by_the_scale_behind(void) {
  static const value_row rows[] = {
      {"Rp1,5 triliun", 1, 1.5e12},
      {"Rp1,5 triliun", 2, 1e12},
      {"Rp1,5 triliun", 0, NONE},
      {"USD 4,31 miliar", 1, 4310000000.0},
      {"2,5 juta orang", 0, 2500000},
      {"2,5 juta orang", 1, NONE},
      {"Rp 50 jt. lagi", 1, 5e7},
      {"Rp500 M", 1, 5e11},
      {"Rp2 T", 1, 2e12},
      {"5 M", 0, 5},
      {"Rp2 ribu triliun", 1, 2e15},
      {"Rp9-10 triliun", 1, 9e12},
      {"Rp9-10 triliun", 3, 1e13},
      {"50juta", 0, 5e7},
      {"140 triliun rupiah", 0, 1.4e14},
  };
  check_values(rows, COUNT(rows));
}

static void reads_percents_and_ordinals_as_written(void) {
  static const value_row rows[] = {
      {"4,71 persen", 0, 4.71}, {"90%", 0, 90},
      {"5-10 persen", 0, 5},    {"5-10 persen", 2, 10},
      {"ke-5", 0, 5},           {"ke-XIV", 0, 14},
      {"1990-an", 0, 1990},     {"ke\xE2\x80\x91XX", 0, 20},
  };
  check_values(rows, COUNT(rows));
}

void suite_token_value(void) {
  CU_pSuite suite = CU_add_suite("token_value", NULL, NULL);
  CU_add_test(suite, "shares scales over ranges", shares_scales_over_ranges);
  CU_add_test(suite, "reads decimal commas and thousand stops",
              reads_decimal_commas_and_thousand_stops);
  CU_add_test(suite, "gives no value to numbers in other forms",
              gives_no_value_to_numbers_in_other_forms);
  CU_add_test(suite, "multiplies by the scale behind", multiplies_by_the_scale_behind);
  CU_add_test(suite, "reads percents and ordinals as written",
              reads_percents_and_ordinals_as_written);
}
