#include <warta/similarity.h>

#include <string.h>

#include <CUnit/CUnit.h>

#include "suites.h"
#include "vector.h"

static warta_vocab *make_vocab(void) {
  static const char *const TERMS[] = {"banjir", "kota", "air", "desa"};
  warta_vocab *vocab = NULL;
  uint32_t id = 0;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  for (size_t i = 0; i < sizeof TERMS / sizeof TERMS[0]; i++) {
    CU_ASSERT_TRUE_FATAL(wi_strmap_add(&vocab->terms, wi_str_of(TERMS[i]), &id));
  }
  return vocab;
}

static void test_likeness_is_the_sum_of_shared_products(void) {
  warta_vocab *vocab = make_vocab();
  wi_vector_entry left[] = {{0, 1, 0.6}, {2, 1, 0.8}};
  wi_vector_entry right[] = {{2, 1, 0.6}, {4, 1, 0.8}};
  const warta_vector a = {vocab, left, 2, false};
  const warta_vector b = {vocab, right, 2, false};
  const warta_vector none = {vocab, NULL, 0, false};
  CU_ASSERT_DOUBLE_EQUAL(warta_similarity(&a, &b), 0.48, 1e-15);
  CU_ASSERT(memcmp(&(double){warta_similarity(&a, &b)}, &(double){warta_similarity(&b, &a)},
                   sizeof(double)) == 0);
  CU_ASSERT_DOUBLE_EQUAL(warta_similarity(&a, &a), 1.0, 1e-15);
  CU_ASSERT_DOUBLE_EQUAL(warta_similarity(&a, &none), 0.0, 0.0);
  CU_ASSERT_DOUBLE_EQUAL(warta_similarity(&none, &none), 0.0, 0.0);
  warta_vocab_free(vocab);
}

static void test_likeness_is_never_over_one(void) {
  warta_vocab *vocab = make_vocab();
  wi_vector_entry entries[] = {{0, 1, 1.0000000000000002}};
  const warta_vector a = {vocab, entries, 1, false};
  CU_ASSERT(warta_similarity(&a, &a) <= 1.0);
  warta_vocab_free(vocab);
}

static void test_shared_terms_come_largest_first_ties_by_bytes(void) {
  warta_vocab *vocab = make_vocab();
  wi_vector_entry entries[] = {{0, 1, 0.5}, {2, 1, 0.3}, {4, 1, 0.5}, {6, 1, 0.7}};
  const warta_vector a = {vocab, entries, 4, false};
  warta_shared_term rows[8];
  static const char *const WANT[] = {"desa", "air", "banjir", "kota"};
  for (size_t size = 0; size <= 8; size++) {
    const size_t kept = size < 4 ? size : 4;
    CU_ASSERT_EQUAL(warta_similarity_shared(&a, &a, rows, size), 4);
    for (size_t i = 0; i < kept; i++) {
      CU_ASSERT(wi_str_equal((wi_str){rows[i].term, rows[i].len}, wi_str_of(WANT[i])));
    }
  }
  double sum = 0.0;
  for (size_t i = 0; i < 4; i++) {
    sum += rows[i].part;
  }
  CU_ASSERT_DOUBLE_EQUAL(sum, 0.25 + 0.09 + 0.25 + 0.49, 1e-15);
  warta_vocab_free(vocab);
}

/* Slots 2 and 3 are "kota" in the whole and in the opening. */
static void test_both_parts_of_a_term_are_one_row(void) {
  warta_vocab *vocab = make_vocab();
  wi_vector_entry left[] = {{1, 1, 0.5}, {2, 1, 0.5}, {3, 1, 0.4}, {6, 1, 0.5}};
  wi_vector_entry right[] = {{0, 1, 0.5}, {2, 1, 0.5}, {3, 1, 0.4}, {7, 1, 0.5}};
  const warta_vector a = {vocab, left, 4, false};
  const warta_vector b = {vocab, right, 4, false};
  warta_shared_term row = {NULL, 0, 0.0, 0.0};
  CU_ASSERT_EQUAL(warta_similarity_shared(&a, &b, &row, 1), 1);
  CU_ASSERT(wi_str_equal((wi_str){row.term, row.len}, WI_STR("kota")));
  CU_ASSERT_DOUBLE_EQUAL(row.part, 0.25 + 0.16, 1e-15);
  CU_ASSERT_DOUBLE_EQUAL(row.opening, 0.16, 1e-15);
  warta_vocab_free(vocab);
}

void suite_similarity(void) {
  CU_pSuite suite = CU_add_suite("similarity", NULL, NULL);
  CU_add_test(suite, "likeness is the sum of shared products",
              test_likeness_is_the_sum_of_shared_products);
  CU_add_test(suite, "likeness is never over one", test_likeness_is_never_over_one);
  CU_add_test(suite, "shared terms come largest first, ties by bytes",
              test_shared_terms_come_largest_first_ties_by_bytes);
  CU_add_test(suite, "both parts of a term are one row", test_both_parts_of_a_term_are_one_row);
}
