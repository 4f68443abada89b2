
#include <string.h>

#include "check.h"
#include "mem.h"
#include "suites.h"
#include "trees.h"

#define HEAD "#warta-trees 1 scale=100\na b c\n"

static warta_status compile(const char *text, wi_buf *out, warta_error *error) {
  *out = wi_buf_make(1 << 16);
  return wi_trees_compile(out, wi_str_of(text), error);
}

/* trees.c without SSE2 (CMakeLists.txt). */
bool wi_trees_open_plain(wi_trees *out, wi_str block);
void wi_trees_sum_plain(const wi_trees *trees, wi_tree_lanes *scratch, const int32_t *const *rows,
                        size_t count, double *sums);

/* By the portable way, too. */
static double sum_of(const wi_trees *trees, const int32_t *numbers) {
  wi_tree_lanes *scratch = wi_mem_new(trees->head.tree_count, sizeof *scratch);
  double sum = 0.0;
  double plain = 0.0;
  CU_ASSERT_PTR_NOT_NULL_FATAL(scratch);
  wi_trees_sum(trees, scratch, &numbers, 1, &sum);
  wi_trees_sum_plain(trees, scratch, &numbers, 1, &plain);
  CU_ASSERT_DOUBLE_EQUAL(sum, plain, 0.0);
  wi_mem_free(scratch);
  return sum;
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
  CU_ASSERT_TRUE(wi_trees_open_plain(&trees, wi_buf_str(&block)));
  CU_ASSERT_EQUAL(trees.head.name_count, 3);
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    CU_ASSERT_DOUBLE_EQUAL(sum_of(&trees, ROWS[i].numbers), ROWS[i].percent / 100.0, 1e-12);
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
      {HEAD "0:32767 =1 =2\n", 3},
      {HEAD "0:1 0:2 0:3 0:4 0:5 0:6 0:7 0:8 0:9 0:10 0:11 0:12 0:13 0:14 0:15 0:16 =1\n", 3},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    wi_buf block;
    warta_error error = {0};
    CU_ASSERT_EQUAL(compile(ROWS[i].text, &block, &error), WARTA_ERR_DATA);
    check_number(ROWS[i].text, error.line, ROWS[i].line);
    wi_buf_free(&block);
  }
}

/* Rows side by side, more than a register holds, each its own sum. */
static void test_sums_rows_side_by_side(void) {
  static const char TEXT[] = HEAD "0:2 =1 0:4 =20 =30\n1:-1 =100 1:8 =200 =300\n";
  int32_t numbers[WI_TREE_LANES][3] = {{0}};
  const int32_t *rows[WI_TREE_LANES];
  double sums[WI_TREE_LANES];
  wi_buf block;
  wi_trees trees;
  CU_ASSERT_EQUAL_FATAL(compile(TEXT, &block, NULL), WARTA_OK);
  CU_ASSERT_TRUE_FATAL(wi_trees_open(&trees, wi_buf_str(&block)));
  wi_tree_lanes *scratch = wi_mem_new(trees.head.tree_count, sizeof *scratch);
  CU_ASSERT_PTR_NOT_NULL_FATAL(scratch);
  for (int32_t lane = 0; lane < WI_TREE_LANES; lane++) {
    numbers[lane][0] = lane;
    numbers[lane][1] = lane % 2 == 0 ? -100000 : lane * 100000;
    rows[lane] = numbers[lane];
  }
  for (size_t count = 1; count <= WI_TREE_LANES; count++) {
    double plain[WI_TREE_LANES];
    wi_trees_sum(&trees, scratch, rows, count, sums);
    wi_trees_sum_plain(&trees, scratch, rows, count, plain);
    CU_ASSERT_EQUAL(memcmp(sums, plain, count * sizeof sums[0]), 0);
    for (size_t lane = 0; lane < count; lane++) {
      const int first = lane <= 2 ? 1 : lane <= 4 ? 20 : 30;
      const int second = lane % 2 == 0 ? 100 : 300;
      CU_ASSERT_DOUBLE_EQUAL(sums[lane], (double)(first + second) / 100.0, 1e-12);
    }
  }
  wi_mem_free(scratch);
  wi_buf_free(&block);
}

/* The deepest tree, to both sides: 16 leaves. */
static void test_finds_each_leaf_of_a_full_tree(void) {
  static const char *const TEXTS[] = {
      HEAD "0:0 =1 0:1 =2 0:2 =3 0:3 =4 0:4 =5 0:5 =6 0:6 =7 0:7 =8 0:8 =9 0:9 =10 0:10 =11 "
           "0:11 =12 0:12 =13 0:13 =14 0:14 =15 =16\n",
      HEAD "0:14 0:13 0:12 0:11 0:10 0:9 0:8 0:7 0:6 0:5 0:4 0:3 0:2 0:1 0:0 "
           "=1 =2 =3 =4 =5 =6 =7 =8 =9 =10 =11 =12 =13 =14 =15 =16\n"};
  for (size_t t = 0; t < sizeof TEXTS / sizeof TEXTS[0]; t++) {
    wi_buf block;
    wi_trees trees;
    CU_ASSERT_EQUAL_FATAL(compile(TEXTS[t], &block, NULL), WARTA_OK);
    CU_ASSERT_TRUE_FATAL(wi_trees_open(&trees, wi_buf_str(&block)));
    for (int32_t leaf = 0; leaf < WI_TREE_LEAVES; leaf++) {
      const int32_t numbers[3] = {leaf, 0, 0};
      CU_ASSERT_DOUBLE_EQUAL(sum_of(&trees, numbers), (double)(leaf + 1) / 100.0, 1e-12);
    }
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
        (void)sum_of(&trees, NUMBERS);
      }
      block.ptr[at] = (char)(block.ptr[at] ^ (1 << bit));
    }
  }
  for (size_t len = 0; len < block.len; len++) {
    wi_trees trees;
    if (wi_trees_open(&trees, (wi_str){block.ptr, len})) {
      (void)sum_of(&trees, NUMBERS);
    }
  }
  wi_buf_free(&block);
}

void suite_trees(void) {
  CU_pSuite suite = CU_add_suite("trees", NULL, NULL);
  CU_add_test(suite, "sums a leaf of each tree", test_sums_a_leaf_of_each_tree);
  CU_add_test(suite, "sums rows side by side", test_sums_rows_side_by_side);
  CU_add_test(suite, "finds each leaf of a full tree", test_finds_each_leaf_of_a_full_tree);
  CU_add_test(suite, "names the line that is wrong", test_names_the_line_that_is_wrong);
  CU_add_test(suite, "no damage leads a walk astray", test_no_damage_leads_a_walk_astray);
}
