#include "arena.h"

#include <stdint.h>

#include "check.h"
#include "suites.h"

static void pieces_do_not_overlap(void) {
  wi_arena arena = {NULL};
  unsigned char *pieces[200];
  for (size_t i = 0; i < 200; i++) {
    pieces[i] = wi_arena_take(&arena, i * 7 + 1, 1);
    CU_ASSERT_PTR_NOT_NULL_FATAL(pieces[i]);
    memset(pieces[i], (int)i, i * 7 + 1);
  }
  for (size_t i = 0; i < 200; i++) {
    CU_ASSERT_EQUAL(pieces[i][0], (unsigned char)i);
    CU_ASSERT_EQUAL(pieces[i][i * 7], (unsigned char)i);
  }
  wi_arena_free(&arena);
}

static void pieces_are_aligned(void) {
  wi_arena arena = {NULL};
  for (size_t i = 1; i < 50; i++) {
    const void *piece = wi_arena_take(&arena, i, 1);
    CU_ASSERT_EQUAL((uintptr_t)piece % sizeof(double), 0);
  }
  wi_arena_free(&arena);
}

static void absurd_sizes_fail(void) {
  wi_arena arena = {NULL};
  CU_ASSERT_PTR_NULL(wi_arena_take(&arena, SIZE_MAX, 2));
  CU_ASSERT_PTR_NULL(wi_arena_take(&arena, SIZE_MAX, 1));
  wi_arena_free(&arena);
}

static void reset_keeps_working(void) {
  wi_arena arena = {NULL};
  for (int round = 0; round < 3; round++) {
    for (int i = 0; i < 5000; i++) {
      CU_ASSERT_PTR_NOT_NULL(wi_arena_take(&arena, 100, 1));
    }
    wi_arena_reset(&arena);
  }
  check_text(wi_arena_copy(&arena, WI_STR("berita")), "berita");
  wi_arena_free(&arena);
  wi_arena_reset(&arena);
}

void suite_arena(void) {
  CU_pSuite suite = CU_add_suite("arena", NULL, NULL);
  CU_add_test(suite, "pieces do not overlap", pieces_do_not_overlap);
  CU_add_test(suite, "pieces are aligned", pieces_are_aligned);
  CU_add_test(suite, "absurd sizes fail", absurd_sizes_fail);
  CU_add_test(suite, "reset keeps working", reset_keeps_working);
}
