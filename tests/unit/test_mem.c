#include "mem.h"

#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "check.h"
#include "suites.h"

static void refuses_sizes_that_overflow(void) {
  size_t sum = 7;
  CU_ASSERT_FALSE(wi_mem_multiply(SIZE_MAX / 2, 3, &sum));
  CU_ASSERT_TRUE(wi_mem_multiply(SIZE_MAX, 0, &sum));
  CU_ASSERT_EQUAL(sum, 0);
  CU_ASSERT_TRUE(wi_mem_multiply(SIZE_MAX, 1, &sum));
  CU_ASSERT_EQUAL(sum, SIZE_MAX);
  CU_ASSERT_FALSE(wi_mem_add(SIZE_MAX, 1, &sum));
  CU_ASSERT_PTR_NULL(wi_mem_new(SIZE_MAX / 2, 4));
}

/* The old block stays good when a larger one cannot be had. */
static void keeps_the_old_block(void) {
  char *block = wi_mem_new(1, 4);
  CU_ASSERT_PTR_NOT_NULL_FATAL(block);
  memcpy(block, "baca", 4);
  CU_ASSERT_PTR_NULL(wi_mem_resize(block, SIZE_MAX / 2, 4));
  CU_ASSERT_EQUAL(memcmp(block, "baca", 4), 0);
  size_t capacity = SIZE_MAX / 2 + 1;
  CU_ASSERT_FALSE(wi_mem_grow(&block, &capacity, capacity, 1));
  CU_ASSERT_EQUAL(capacity, SIZE_MAX / 2 + 1);
  wi_mem_free(block);
}

static void an_arena_refuses_what_overflows(void) {
  wi_arena arena = {NULL};
  CU_ASSERT_PTR_NOT_NULL(wi_arena_take(&arena, 1, 1));
  CU_ASSERT_PTR_NULL(wi_arena_take(&arena, SIZE_MAX, 16));
  CU_ASSERT_PTR_NULL(wi_arena_take(&arena, SIZE_MAX - 8, 1));
  CU_ASSERT_PTR_NOT_NULL(wi_arena_copy(&arena, WI_STR("")).ptr);
  wi_arena_free(&arena);
}

static void a_buffer_stays_below_its_most(void) {
  wi_buf buf = wi_buf_make(3);
  CU_ASSERT_TRUE(wi_buf_append(&buf, WI_STR("abc")));
  CU_ASSERT_FALSE(wi_buf_push(&buf, 'd'));
  CU_ASSERT_FALSE(wi_buf_append(&buf, (wi_str){"", SIZE_MAX}));
  check_text(wi_buf_str(&buf), "abc");
  wi_buf_free(&buf);
}

void suite_mem(void) {
  CU_pSuite suite = CU_add_suite("mem", NULL, NULL);
  CU_add_test(suite, "refuses sizes that overflow", refuses_sizes_that_overflow);
  CU_add_test(suite, "keeps the old block when a larger one cannot be had", keeps_the_old_block);
  CU_add_test(suite, "an arena refuses what overflows", an_arena_refuses_what_overflows);
  CU_add_test(suite, "a buffer stays below its most", a_buffer_stays_below_its_most);
}
