#include "memo.h"

#include <stdio.h>

#include "check.h"
#include "suites.h"

static uint32_t find(wi_memo *memo, const char *word, bool *is_new) {
  wi_memo_key key;
  wi_memo_key_set(memo, &key, word, strlen(word), false);
  return wi_memo_find(memo, &key, is_new);
}

static void gives_a_word_the_same_row(void) {
  static const char *const words[] = {"di",
                                      "pembangunan",
                                      "fifteen-letters",
                                      "sixteen-letters-",
                                      "sixteen-letterz-",
                                      "seventeen-letters",
                                      "seventeen-letterz",
                                      "a"};
  wi_memo memo = wi_memo_make();
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, 0));
  uint32_t rows[sizeof words / sizeof words[0]];
  bool is_new = false;
  for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
    rows[i] = find(&memo, words[i], &is_new);
    CU_ASSERT_TRUE(is_new);
    check_number(words[i], memo.count, i + 1);
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
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, (size_t)WORDS * 9));
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "kata%d", i);
    (void)find(&memo, word, &is_new);
  }
  CU_ASSERT_TRUE(memo.count <= 50000);
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "kata%d", i);
    const uint32_t row = find(&memo, word, &is_new);
    known += row != WI_MEMO_NONE;
    if (row != WI_MEMO_NONE) {
      CU_ASSERT_TRUE(wi_str_equal(wi_memo_word(&memo, &memo.rows[row]), wi_str_of(word)));
    }
  }
  CU_ASSERT_TRUE(known > 20000);
  CU_ASSERT_TRUE(wi_memo_begin(&memo, 0));
  check_number("emptied", memo.count, 0);
  wi_memo_free(&memo);
}

/* A longer text gets more rows, and what was known before it stays known. */
static void grows_between_texts(void) {
  enum { WORDS = 200 };
  char word[32];
  wi_memo memo = wi_memo_make();
  bool is_new = false;
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, 0));
  const uint32_t small = memo.capacity;
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "perpanjangan-kata-%d", i);
    const uint32_t row = find(&memo, word + (i % 2 == 0 ? 13 : 0), &is_new);
    CU_ASSERT_NOT_EQUAL_FATAL(row, WI_MEMO_NONE);
    memo.rows[row].stop = (uint8_t)i;
  }
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, 100000));
  CU_ASSERT_TRUE(memo.capacity > small);
  for (int i = 0; i < WORDS; i++) {
    (void)snprintf(word, sizeof word, "perpanjangan-kata-%d", i);
    const uint32_t row = find(&memo, word + (i % 2 == 0 ? 13 : 0), &is_new);
    CU_ASSERT_FALSE(is_new);
    check_number(word, memo.rows[row].stop, (size_t)i);
  }
  wi_memo_free(&memo);
}

/* Words made to collide, by one who knows the seed: so many have rows, the others none, and
 * nobody's row is another's. */
static void bounds_what_colliding_words_cost(void) {
  enum { WORDS = 200, TRIED_MAX = 1 << 20 };
  static char words[WORDS][16];
  wi_memo memo = wi_memo_make();
  wi_memo_key key;
  size_t count = 0;
  size_t placed = 0;
  bool is_new = false;
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, 0));
  for (int i = 0; i < TRIED_MAX && count < WORDS; i++) {
    (void)snprintf(words[count], sizeof words[count], "kata%d", i);
    wi_memo_key_set(&memo, &key, words[count], strlen(words[count]), false);
    count += wi_memo_home(&memo, key.hash) == 100;
  }
  check_number("words with one home", count, WORDS);
  for (size_t i = 0; i < WORDS; i++) {
    placed += find(&memo, words[i], &is_new) != WI_MEMO_NONE;
  }
  check_number("rows", placed, WI_MEMO_PROBES);
  for (size_t i = 0; i < WORDS; i++) {
    const uint32_t row = find(&memo, words[i], &is_new);
    CU_ASSERT_EQUAL(row == WI_MEMO_NONE, i >= WI_MEMO_PROBES);
    if (row != WI_MEMO_NONE) {
      check_text(wi_memo_word(&memo, &memo.rows[row]), words[i]);
    }
  }
  wi_memo_free(&memo);
}

static void parts_words_in_capitals(void) {
  wi_memo memo = wi_memo_make();
  wi_memo_key small;
  wi_memo_key capitals;
  bool is_new = false;
  CU_ASSERT_TRUE_FATAL(wi_memo_begin(&memo, 0));
  wi_memo_key_set(&memo, &small, "bi", 2, false);
  wi_memo_key_set(&memo, &capitals, "bi", 2, true);
  const uint32_t first = wi_memo_find(&memo, &small, &is_new);
  const uint32_t second = wi_memo_find(&memo, &capitals, &is_new);
  CU_ASSERT_NOT_EQUAL(second, first);
  CU_ASSERT_TRUE(is_new);
  check_text(wi_memo_word(&memo, &memo.rows[second]), "bi");
  wi_memo_free(&memo);
}

static void numbers_terms(void) {
  wi_memo memo = wi_memo_make();
  const uint32_t bank = wi_memo_number(&memo, WI_STR("bank"));
  CU_ASSERT_NOT_EQUAL(wi_memo_number(&memo, WI_STR("uang")), bank);
  check_number("again", wi_memo_number(&memo, WI_STR("bank")), bank);
  check_text(wi_memo_term(&memo, bank), "bank");
  wi_memo_free(&memo);
}

/* Numbers and texts of terms stay as the table grows, up to its bound. */
static void keeps_many_terms(void) {
  char term[32];
  wi_memo_terms terms = wi_memo_terms_make();
  uint32_t number = 0;
  CU_ASSERT_TRUE_FATAL(wi_memo_terms_add(&terms, WI_STR(""), &number));
  check_number("empty", number, 0);
  for (uint32_t i = 1; i < WI_MEMO_TERMS_MAX; i++) {
    (void)snprintf(term, sizeof term, "kata%u", (unsigned)i);
    CU_ASSERT_TRUE_FATAL(wi_memo_terms_add(&terms, wi_str_of(term), &number));
    CU_ASSERT_EQUAL(number, i);
  }
  CU_ASSERT_FALSE(wi_memo_terms_add(&terms, WI_STR("lebih"), &number));
  for (uint32_t i = 1; i < WI_MEMO_TERMS_MAX; i += 97) {
    (void)snprintf(term, sizeof term, "kata%u", (unsigned)i);
    CU_ASSERT_TRUE(wi_memo_terms_add(&terms, wi_str_of(term), &number));
    check_number(term, number, i);
    check_text(wi_memo_terms_text(&terms, i), term);
  }
  wi_memo_terms_reset(&terms);
  CU_ASSERT_TRUE(wi_memo_terms_add(&terms, WI_STR("baru"), &number));
  check_number("behind a reset", number, 0);
  check_text(wi_memo_terms_text(&terms, 0), "baru");
  wi_memo_terms_free(&terms);
}

/* Of many documents, more than there are stamps. */
static void forgets_ids_with_the_document(void) {
  enum { DOCUMENTS = 600 };
  wi_memo memo = wi_memo_make();
  const uint32_t bank = wi_memo_number(&memo, WI_STR("bank"));
  uint32_t id = 0;
  for (uint32_t i = 0; i < DOCUMENTS; i++) {
    wi_memo_new_document(&memo);
    CU_ASSERT_FALSE(wi_memo_id(&memo, bank, &id));
    wi_memo_set_id(&memo, bank, i);
    CU_ASSERT_TRUE(wi_memo_id(&memo, bank, &id));
    check_number("id", id, i);
  }
  wi_memo_free(&memo);
}

void suite_memo(void) {
  CU_pSuite suite = CU_add_suite("memo", NULL, NULL);
  CU_add_test(suite, "gives a word the same row", gives_a_word_the_same_row);
  CU_add_test(suite, "stays in its bounds", stays_in_its_bounds);
  CU_add_test(suite, "grows between texts", grows_between_texts);
  CU_add_test(suite, "bounds what colliding words cost", bounds_what_colliding_words_cost);
  CU_add_test(suite, "parts words in capitals", parts_words_in_capitals);
  CU_add_test(suite, "numbers terms", numbers_terms);
  CU_add_test(suite, "keeps many terms", keeps_many_terms);
  CU_add_test(suite, "forgets ids with the document", forgets_ids_with_the_document);
}
