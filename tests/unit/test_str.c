#include "check.h"
#include "suites.h"

static void compares_by_bytes(void) {
  CU_ASSERT_TRUE(wi_str_compare(WI_STR("a"), WI_STR("b")) < 0);
  CU_ASSERT_TRUE(wi_str_compare(WI_STR("ab"), WI_STR("a")) > 0);
  CU_ASSERT_EQUAL(wi_str_compare(WI_STR("kota"), WI_STR("kota")), 0);
  CU_ASSERT_TRUE(wi_str_compare((wi_str){NULL, 0}, WI_STR("a")) < 0);
}

static void knows_prefix_and_suffix(void) {
  CU_ASSERT_TRUE(wi_str_starts(WI_STR("menyapu"), WI_STR("meny")));
  CU_ASSERT_FALSE(wi_str_starts(WI_STR("me"), WI_STR("men")));
  CU_ASSERT_TRUE(wi_str_ends(WI_STR("bukunya"), WI_STR("nya")));
  CU_ASSERT_TRUE(wi_str_ends(WI_STR("x"), WI_STR("")));
}

static void cuts_fields(void) {
  wi_str rest = WI_STR("a\tb\t");
  check_text(wi_str_cut(&rest, '\t'), "a");
  check_text(wi_str_cut(&rest, '\t'), "b");
  check_text(wi_str_cut(&rest, '\t'), "");
  CU_ASSERT_PTR_NULL(rest.ptr);
}

static void trims_ascii_space(void) {
  check_text(wi_str_trim(WI_STR(" \t kata \r\n")), "kata");
  check_text(wi_str_trim(WI_STR("  ")), "");
}

static void reads_numbers_strictly(void) {
  static const struct {
    const char *text;
    bool ok;
    uint32_t value;
  } rows[] = {{"0", true, 0},           {"4294967295", true, UINT32_MAX},
              {"4294967296", false, 0}, {"", false, 0},
              {"-1", false, 0},         {" 1", false, 0},
              {"1x", false, 0},         {"99999999999", false, 0},
              {"007", true, 7}};
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    uint32_t value = 0;
    check_number(rows[i].text, wi_str_to_u32(wi_str_of(rows[i].text), &value), rows[i].ok);
    check_number(rows[i].text, value, rows[i].value);
  }
}

static void reads_fingerprints_strictly(void) {
  uint64_t value = 0;
  CU_ASSERT_TRUE(wi_str_to_hex64(WI_STR("00000000000000ff"), &value));
  CU_ASSERT_EQUAL(value, 255);
  CU_ASSERT_FALSE(wi_str_to_hex64(WI_STR("ff"), &value));
  CU_ASSERT_FALSE(wi_str_to_hex64(WI_STR("00000000000000FF"), &value));
}

void suite_str(void) {
  CU_pSuite suite = CU_add_suite("str", NULL, NULL);
  CU_add_test(suite, "compares by bytes", compares_by_bytes);
  CU_add_test(suite, "knows prefix and suffix", knows_prefix_and_suffix);
  CU_add_test(suite, "cuts fields", cuts_fields);
  CU_add_test(suite, "trims ASCII space", trims_ascii_space);
  CU_add_test(suite, "reads numbers strictly", reads_numbers_strictly);
  CU_add_test(suite, "reads fingerprints strictly", reads_fingerprints_strictly);
}
