/* Short forms of CUnit's asserts that name the row of a table when they fail. */
#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <string.h>

#include <CUnit/Basic.h>

#include "str.h"

/* Equal bytes; prints both when they differ. */
static inline void check_text(wi_str got, const char *want) {
  const int equal = wi_str_equal(got, wi_str_of(want));
  if (!equal) {
    printf("\n    got \"%.*s\", want \"%s\"", (int)got.len, got.ptr == NULL ? "" : got.ptr, want);
  }
  CU_ASSERT_TRUE(equal);
}

/* Equal numbers, with the name of the row. */
static inline void check_number(const char *row, size_t got, size_t want) {
  if (got != want) {
    printf("\n    %s: got %zu, want %zu", row, got, want);
  }
  CU_ASSERT_EQUAL(got, want);
}

#endif
