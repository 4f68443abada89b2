#include "check.h"
#include "day.h"
#include "suites.h"

static void check_day(const char *text, const char *want) {
  char got[WI_DAY_SIZE];
  wi_day_write(got, wi_day_read(wi_str_of(text)));
  if (strcmp(got, want) != 0) {
    printf("\n    \"%s\": got \"%s\", want \"%s\"", text, got, want);
  }
  CU_ASSERT_STRING_EQUAL(got, want);
}

static void test_reads_the_forms_of_the_contract(void) {
  check_day("2026-01-29", "2026-01-29");
  check_day("2026-01-29T10:42:00+07:00", "2026-01-29");
  check_day(" 2026-01-29 10:42 ", "2026-01-29");
  check_day("29/1/2026", "2026-01-29");
  check_day("29/01/2026 10:42 WIB", "2026-01-29");
  check_day("29-01-2026", "2026-01-29");
  check_day("29 Januari 2026", "2026-01-29");
  check_day("Kamis, 29 Jan 2026 10:42 WIB", "2026-01-29");
  check_day("Jumat, 05 Agt  2026", "2026-08-05");
  check_day("Selasa 1 MEI 2018 / 10:49 WIB", "2018-05-01");
  check_day("21 January 2019", "2019-01-21");
  check_day("9 Nopember 1999", "1999-11-09");
  check_day("9 Des. 1999", "1999-12-09");
}

static void test_anything_else_is_no_date(void) {
  static const char *const NONE[] = {
      "",           "kemarin",           "2026-01",     "2026",          "2026-13-01",
      "2026-02-29", "30/2/2026",         "0/1/2026",    "1/2/26",        "29 Jan",
      "29 Ju 2026", "29 Januarius 2026", "2026-01-299", "1/2/2026/3",    "0000-01-01",
      "Kamis",      "29 Xan 2026",       "2026/01/29",  "12345 Mei 2026"};
  for (size_t i = 0; i < sizeof NONE / sizeof NONE[0]; i++) {
    check_day(NONE[i], "");
  }
  CU_ASSERT_EQUAL(wi_day_read((wi_str){NULL, 0}), WI_DAY_NONE);
  CU_ASSERT_EQUAL(wi_day_read((wi_str){"2026-01-29\0", 11}), wi_day_read(WI_STR("2026-01-29")));
}

/* Every day of more than 400 years, so every kind of leap year, one after the other. */
static void test_days_are_counted_without_a_gap(void) {
  char text[WI_DAY_SIZE];
  CU_ASSERT_EQUAL(wi_day_read(WI_STR("1970-01-01")), 0);
  CU_ASSERT_EQUAL(wi_day_read(WI_STR("2000-02-29")), 11016);
  for (int32_t day = -140000; day <= 20000; day++) {
    wi_day_write(text, day);
    if (wi_day_read(wi_str_of(text)) != day) {
      CU_FAIL("a day is not read as it was written");
    }
  }
  check_day("0001-01-01", "0001-01-01");
  check_day("9999-12-31", "9999-12-31");
}

void suite_day(void) {
  CU_pSuite suite = CU_add_suite("day", NULL, NULL);
  CU_add_test(suite, "reads the forms of the contract", test_reads_the_forms_of_the_contract);
  CU_add_test(suite, "anything else is no date", test_anything_else_is_no_date);
  CU_add_test(suite, "days are counted without a gap", test_days_are_counted_without_a_gap);
}
