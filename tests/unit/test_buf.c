#include "buf.h"

#include "check.h"
#include "suites.h"

static void grows_and_keeps_bytes(void) {
  wi_buf buf = wi_buf_make(1000);
  for (int i = 0; i < 100; i++) {
    CU_ASSERT_TRUE(wi_buf_append(&buf, WI_STR("abc")));
  }
  CU_ASSERT_TRUE(wi_buf_push(&buf, 'x'));
  CU_ASSERT_EQUAL(buf.len, 301);
  CU_ASSERT_EQUAL(buf.ptr[300], 'x');
  wi_buf_free(&buf);
}

static void stops_at_its_maximum(void) {
  wi_buf buf = wi_buf_make(5);
  CU_ASSERT_TRUE(wi_buf_append(&buf, WI_STR("12345")));
  CU_ASSERT_FALSE(wi_buf_push(&buf, '6'));
  check_text(wi_buf_str(&buf), "12345");
  wi_buf_clear(&buf);
  CU_ASSERT_FALSE(wi_buf_append(&buf, WI_STR("123456")));
  CU_ASSERT_EQUAL(buf.len, 0);
  wi_buf_free(&buf);
}

static void empty_append_is_no_error(void) {
  wi_buf buf = wi_buf_make(8);
  CU_ASSERT_TRUE(wi_buf_append(&buf, (wi_str){NULL, 0}));
  CU_ASSERT_EQUAL(buf.len, 0);
  wi_buf_free(&buf);
}

void suite_buf(void) {
  CU_pSuite suite = CU_add_suite("buf", NULL, NULL);
  CU_add_test(suite, "grows and keeps bytes", grows_and_keeps_bytes);
  CU_add_test(suite, "stops at its maximum", stops_at_its_maximum);
  CU_add_test(suite, "empty append is no error", empty_append_is_no_error);
}
