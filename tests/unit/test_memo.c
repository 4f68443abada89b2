#include "memo.h"

#include <stdio.h>

#include "check.h"
#include "suites.h"

static uint32_t find(wi_memo *memo, const char *word, bool *is_new) {
  wi_memo_key key;
  wi_memo_key_set(memo, &key, word, strlen(word));
  return wi_memo_find(memo, &key, is_new);
}

static void gives_a_word_the_same_row(void) {
  static const char *const words[] = {
      "di", "pembangunan", "sixteen-letters-", "seventeen-letters", "seventeen-letterz", "a"};
  wi_memo memo = wi_memo_make();
  uint32_t rows[sizeof words / sizeof words[0]];
  bool is_new = false;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    rows[i] = find(&memo, words[i], &is_new);
    CU_ASSERT_TRUE(is_new);
    check_number(words[i], rows[i], i);
  }
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    check_number(words[i], find(&memo, words[i], &is_new), rows[i]);
    CU_ASSERT_FALSE(is_new);
    const wi_str word = wi_memo_word(&memo, &memo.rows[rows[i]]);
    CU_ASSERT_TRUE(wi_str_equal(word, wi_str_of(words[i])));
  }
  wi_memo_free(&memo);
}

/* More words than there is room for: what has a row keeps it, the others get none. */
static void stays_in_its_bounds(void) {
  enum { WORDS = 100000 };
  char word[32];
  wi_memo memo = wi_memo_make();
  size_t known = 0;
  bool is_new = false;
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "kata%d", i);
    (void)find(&memo, word, &is_new);
  }
  CU_ASSERT_TRUE(memo.count <= 1u << 15);
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "kata%d", i);
    const uint32_t row = find(&memo, word, &is_new);
    known += row != WI_MEMO_NONE;
    if (row != WI_MEMO_NONE) {
      CU_ASSERT_TRUE(wi_str_equal(wi_memo_word(&memo, &memo.rows[row]), wi_str_of(word)));
    }
  }
  CU_ASSERT_TRUE(known > 20000);
  wi_memo_begin(&memo);
  check_number("emptied", memo.count, 0);
  wi_memo_free(&memo);
}

static void keeps_a_stem_by_case(void) {
  wi_memo memo = wi_memo_make();
  bool is_new = false;
  const uint32_t number = find(&memo, "perbankan", &is_new);
  wi_memo_row *row = &memo.rows[number];
  check_number("not asked yet", row->terms[0], WI_MEMO_NONE);
  CU_ASSERT_TRUE(wi_memo_set_term(&memo, row, 0, WI_STR("bank"), 2));
  CU_ASSERT_TRUE(wi_memo_set_term(&memo, row, 2, WI_STR("perbankan"), 0));
  CU_ASSERT_TRUE(wi_str_equal(wi_memo_term(&memo, row->terms[0]), WI_STR("bank")));
  CU_ASSERT_TRUE(wi_str_equal(wi_memo_term(&memo, row->terms[2]), WI_STR("perbankan")));
  check_number("other case", row->terms[1], WI_MEMO_NONE);
  wi_memo_free(&memo);
}

void suite_memo(void) {
  CU_pSuite suite = CU_add_suite("memo", NULL, NULL);
  CU_add_test(suite, "gives a word the same row", gives_a_word_the_same_row);
  CU_add_test(suite, "stays in its bounds", stays_in_its_bounds);
  CU_add_test(suite, "keeps a stem by case", keeps_a_stem_by_case);
}
