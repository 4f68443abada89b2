#include "status.h"

#include "check.h"
#include "suites.h"

static void fills_the_callers_error(void) {
  warta_error error;
  CU_ASSERT_EQUAL(wi_status_fail_line(&error, WARTA_MSG_LIST_LINE, "empty entry", 12),
                  WARTA_ERR_DATA);
  CU_ASSERT_EQUAL(error.status, WARTA_ERR_DATA);
  CU_ASSERT_EQUAL(error.line, 12);
  CU_ASSERT_STRING_EQUAL(error.message, "line 12: bad list: empty entry");
  CU_ASSERT_STRING_EQUAL(error.detail, "empty entry");
  wi_status_clear(&error);
  CU_ASSERT_EQUAL(error.status, WARTA_OK);
}

static void null_error_is_fine(void) {
  CU_ASSERT_EQUAL(wi_status_no_memory(NULL), WARTA_ERR_MEMORY);
  CU_ASSERT_EQUAL(wi_status_fail_at(NULL, WARTA_MSG_BAD_UTF8, NULL, 3), WARTA_ERR_ENCODING);
  wi_status_clear(NULL);
}

static void long_details_are_cut_whole(void) {
  char detail[400];
  warta_error error;
  memset(detail, 'x', sizeof detail - 1);
  detail[sizeof detail - 1] = '\0';
  wi_status_fail(&error, WARTA_MSG_DF_LINE, detail);
  CU_ASSERT_EQUAL(strlen(error.detail), sizeof error.detail - 1);
  CU_ASSERT_TRUE(strlen(error.message) < sizeof error.message);
}

static void every_status_has_a_text(void) {
  for (int status = WARTA_ERR_STOPPED; status <= WARTA_OK; status++) {
    CU_ASSERT_STRING_NOT_EQUAL(warta_status_text((warta_status)status), "unknown status");
  }
}

void suite_status(void) {
  CU_pSuite suite = CU_add_suite("status", NULL, NULL);
  CU_add_test(suite, "fills the caller's error", fills_the_callers_error);
  CU_add_test(suite, "NULL error is fine", null_error_is_fine);
  CU_add_test(suite, "long details are cut whole", long_details_are_cut_whole);
  CU_add_test(suite, "every status has a text", every_status_has_a_text);
}
