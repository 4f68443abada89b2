#include <string.h>

#include <CUnit/CUnit.h>

#include "shingles.h"
#include "suites.h"

static void test_runs_of_three_are_counted_once(void) {
  static const uint64_t TERMS[] = {1, 2, 3, 1, 2, 3, 1};
  uint64_t hashes[8];
  CU_ASSERT_EQUAL(wi_shingle_most(2, 3), 0);
  CU_ASSERT_EQUAL(wi_shingle_most(7, 3), 5);
  CU_ASSERT_EQUAL(wi_shingle_collect(hashes, (wi_term_run){TERMS, 7}, 3), 3);
  CU_ASSERT(hashes[0] < hashes[1] && hashes[1] < hashes[2]);
  CU_ASSERT_EQUAL(wi_shingle_collect(hashes, (wi_term_run){TERMS, 2}, 3), 0);
}

static void test_a_term_counts_once_however_many_runs_cover_it(void) {
  static const uint64_t WHOLE[] = {1, 2, 3, 4, 5, 6, 7, 8};
  static const struct {
    uint64_t terms[8];
    size_t count;
    size_t want;
  } ROWS[] = {
      {{1, 2, 3, 4, 5, 6, 7, 8}, 8, 8}, {{1, 2, 3, 9, 6, 7, 8, 9}, 8, 6},
      {{1, 2, 9, 3, 4, 9, 5, 6}, 8, 0}, {{3, 2, 1, 0, 0, 0, 0, 0}, 3, 0},
      {{1, 2, 0, 0, 0, 0, 0, 0}, 2, 0}, {{9, 2, 3, 4, 9, 0, 0, 0}, 5, 3},
  };
  uint64_t hashes[8];
  const wi_shingle_set set = {hashes, wi_shingle_collect(hashes, (wi_term_run){WHOLE, 8}, 3)};
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    const wi_term_run run = {ROWS[i].terms, ROWS[i].count};
    CU_ASSERT_EQUAL(wi_shingle_cover(run, &set, 3), ROWS[i].want);
  }
}

/* The sample of a part lies in the sample of the whole, but for the floor of short articles. */
static void test_samples_are_the_lowest_and_never_too_few(void) {
  uint64_t terms[400];
  uint64_t hashes[400];
  for (size_t i = 0; i < 400; i++) {
    terms[i] = i;
  }
  for (size_t count = 0; count <= 400; count += 20) {
    const wi_shingle_set set = {hashes, wi_shingle_collect(hashes, (wi_term_run){terms, count}, 3)};
    const size_t sample = wi_shingle_sample(&set);
    CU_ASSERT(sample <= set.count);
    CU_ASSERT(sample >= (set.count < 32 ? set.count : 32));
    CU_ASSERT(sample <= 32 || hashes[sample - 1] <= UINT64_MAX / 4);
  }
}

void suite_shingles(void) {
  CU_pSuite suite = CU_add_suite("shingles", NULL, NULL);
  CU_add_test(suite, "runs of three are counted once", test_runs_of_three_are_counted_once);
  CU_add_test(suite, "a term counts once, however many runs cover it",
              test_a_term_counts_once_however_many_runs_cover_it);
  CU_add_test(suite, "samples are the lowest, and never too few",
              test_samples_are_the_lowest_and_never_too_few);
}
