
#include <string.h>

#include "check.h"
#include "suites.h"
#include "trees.h"

#define HEAD "#warta-trees 1 scale=100\na b c\n"

static warta_status compile(const char *text, wi_buf *out, warta_error *error) {
  *out = wi_buf_make(1 << 16);
  return wi_trees_compile(out, wi_str_of(text), error);
}

static void test_sums_a_leaf_of_each_tree(void) {
  static const struct {
    int32_t numbers[3];
    int percent;
  } ROWS[] = {
      {{0, 0, 0}, 18},   {{2, 0, 0}, 18},    {{3, 0, 0}, -22},  {{3, 8, 0}, 58},
      {{3, 8, -9}, 158}, {{-1, 0, -6}, 118}, {{99, 7, 1}, -22},
  };
  static const char TEXT[] = HEAD "# a comment\n=8\n0:2 =10 1:7 =-30 =50\n2:-6 =100 =0\n";
  wi_buf block;
  wi_trees trees;
  CU_ASSERT_EQUAL_FATAL(compile(TEXT, &block, NULL), WARTA_OK);
  CU_ASSERT_TRUE_FATAL(wi_trees_open(&trees, wi_buf_str(&block)));
  CU_ASSERT_EQUAL(trees.head.name_count, 3);
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    CU_ASSERT_DOUBLE_EQUAL(wi_trees_sum(&trees, ROWS[i].numbers), ROWS[i].percent / 100.0, 1e-12);
  }
  wi_buf_free(&block);
}

static void test_names_the_line_that_is_wrong(void) {
  static const struct {
    const char *text;
    size_t line;
  } ROWS[] = {
      {"", 1},
      {"#warta-trees 1 scale=0\na\n", 1},
      {"#warta-df 1\na\n", 1},
      {"#warta-trees 1 scale=100\n", 1},
      {HEAD "0:2 =1\n", 3},
      {HEAD "=1 =2\n", 3},
      {HEAD "# fine\n=1\n3:2 =1 =2\n", 5},
      {HEAD "0:2 =1 =2 =3\n", 3},
      {HEAD "0:x =1 =2\n", 3},
      {HEAD "0:99999 =1 =2\n", 3},
      {HEAD "=1.5\n", 3},
      {HEAD "0 =1 =2\n", 3},
      {HEAD "0:2  =1 =2\n", 3},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    wi_buf block;
    warta_error error = {0};
    CU_ASSERT_EQUAL(compile(ROWS[i].text, &block, &error), WARTA_ERR_DATA);
    check_number(ROWS[i].text, error.line, ROWS[i].line);
    wi_buf_free(&block);
  }
}

/* Every single byte turned: either it is refused, or a walk still ends. */
static void test_no_damage_leads_a_walk_astray(void) {
  static const int32_t NUMBERS[255] = {3, 8, -9};
  wi_buf block;
  CU_ASSERT_EQUAL_FATAL(compile(HEAD "0:2 =10 1:7 =-30 =50\n2:-6 =100 =0\n", &block, NULL),
                        WARTA_OK);
  for (size_t at = 0; at < block.len; at++) {
    for (unsigned bit = 0; bit < 8; bit++) {
      wi_trees trees;
      block.ptr[at] = (char)(block.ptr[at] ^ (1 << bit));
      if (wi_trees_open(&trees, wi_buf_str(&block))) {
        (void)wi_trees_sum(&trees, NUMBERS);
      }
      block.ptr[at] = (char)(block.ptr[at] ^ (1 << bit));
    }
  }
  for (size_t len = 0; len < block.len; len++) {
    wi_trees trees;
    if (wi_trees_open(&trees, (wi_str){block.ptr, len})) {
      (void)wi_trees_sum(&trees, NUMBERS);
    }
  }
  wi_buf_free(&block);
}

void suite_trees(void) {
  CU_pSuite suite = CU_add_suite("trees", NULL, NULL);
  CU_add_test(suite, "sums a leaf of each tree", test_sums_a_leaf_of_each_tree);
  CU_add_test(suite, "names the line that is wrong", test_names_the_line_that_is_wrong);
  CU_add_test(suite, "no damage leads a walk astray", test_no_damage_leads_a_walk_astray);
}
