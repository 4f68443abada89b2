#include <math.h>
#include <stdint.h>

#include <CUnit/CUnit.h>

#include "suites.h"
#include "weight.h"

/* The C library's functions are the judge here, within what they may differ from machine to
 * machine. */
static void test_log_agrees_with_the_c_library(void) {
  for (int i = 1; i <= 20000; i++) {
    const double x = (double)i * 0.37;
    const double want = log(x);
    CU_ASSERT(fabs(wi_weight_log(x) - want) <= 1e-14 * (1.0 + fabs(want)));
  }
  static const double EDGES[] = {5e-324, 2.2250738585072014e-308, 1e-300, 0.5, 1.0, 2.0, 1e300};
  for (size_t i = 0; i < sizeof EDGES / sizeof EDGES[0]; i++) {
    const double want = log(EDGES[i]);
    CU_ASSERT(fabs(wi_weight_log(EDGES[i]) - want) <= 1e-14 * (1.0 + fabs(want)));
  }
  CU_ASSERT(wi_weight_log(1.0) <= 0.0 && wi_weight_log(1.0) >= 0.0);
}

static void test_exp_agrees_with_the_c_library(void) {
  for (int i = -6900; i <= 6900; i++) {
    const double x = (double)i * 0.1;
    const double want = exp(x);
    CU_ASSERT(fabs(wi_weight_exp(x) - want) <= 1e-13 * want);
  }
  CU_ASSERT(wi_weight_exp(-1e9) <= 0.0);
  CU_ASSERT(wi_weight_exp(1e9) <= exp(700.0) * (1.0 + 1e-13));
}

static void test_square_root_agrees_with_the_c_library(void) {
  for (int i = 1; i <= 20000; i++) {
    const double x = (double)i * 0.0173;
    CU_ASSERT(fabs(wi_weight_sqrt(x) - sqrt(x)) <= 1e-15 * sqrt(x));
  }
  static const double EDGES[] = {5e-324, 1e-300, 0.25, 1.0, 1e300};
  for (size_t i = 0; i < sizeof EDGES / sizeof EDGES[0]; i++) {
    CU_ASSERT(fabs(wi_weight_sqrt(EDGES[i]) - sqrt(EDGES[i])) <= 1e-15 * sqrt(EDGES[i]));
  }
  CU_ASSERT(wi_weight_sqrt(0.0) <= 0.0);
}

static void test_idf_is_smoothed_and_capped(void) {
  static const struct {
    uint32_t df;
    uint32_t documents;
    double cap;
    double want;
  } ROWS[] = {
      {0, 0, 6.0, 1.0},      {100, 100, 6.0, 1.0},  {9, 99, 6.0, 3.302585092994046},
      {0, 100000, 6.0, 6.0}, {0, 100000, 5.0, 5.0},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    CU_ASSERT_DOUBLE_EQUAL(wi_weight_idf(ROWS[i].df, ROWS[i].documents, ROWS[i].cap), ROWS[i].want,
                           1e-12);
  }
}

static void test_log_tf_begins_at_one(void) {
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_log_tf(0), 0.0, 0.0);
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_log_tf(1), 1.0, 1e-15);
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_log_tf(10), 3.302585092994046, 1e-12);
}

static void test_place_falls_to_one(void) {
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_place(0.0, 2.0, 40.0), 3.0, 1e-15);
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_place(40.0, 2.0, 40.0), 1.7357588823428847, 1e-12);
  CU_ASSERT_DOUBLE_EQUAL(wi_weight_place(1e12, 2.0, 40.0), 1.0, 0.0);
}

void suite_weight(void) {
  CU_pSuite suite = CU_add_suite("weight", NULL, NULL);
  CU_add_test(suite, "log agrees with the C library", test_log_agrees_with_the_c_library);
  CU_add_test(suite, "exp agrees with the C library", test_exp_agrees_with_the_c_library);
  CU_add_test(suite, "square root agrees with the C library",
              test_square_root_agrees_with_the_c_library);
  CU_add_test(suite, "idf is smoothed and capped", test_idf_is_smoothed_and_capped);
  CU_add_test(suite, "log tf begins at one", test_log_tf_begins_at_one);
  CU_add_test(suite, "place falls to one", test_place_falls_to_one);
}
