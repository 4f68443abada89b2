#include "utf8.h"

#include "check.h"
#include "suites.h"

/* Unicode 15, table 3-8: one U+FFFD for each maximal part of an ill-formed sequence. */
static void counts_maximal_bad_parts(void) {
  static const struct {
    const char *name;
    wi_str text;
    size_t bad;
    size_t first;
  } rows[] = {
      {"ascii", {"berita", 6}, 0, 6},
      {"valid", {"K\xC5\x8Dichi", 7}, 0, 7},
      {"lone continuation",
       {"a\x80"
        "b",
        3},
       1,
       1},
      {"overlong", {"\xC0\xAF", 2}, 2, 0},
      {"surrogate", {"\xED\xA0\x80", 3}, 3, 0},
      {"cut after two of three", {"\xE2\x80", 2}, 1, 0},
      {"cut inside", {"\xF0\x9F\x98 x", 5}, 1, 0},
      {"over U+10FFFF", {"\xF4\x90\x80\x80", 4}, 4, 0},
      {"Latin-1", {"caf\xE9 baru", 9}, 1, 3},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    size_t first = 0;
    check_number(rows[i].name, wi_utf8_count_bad(rows[i].text, &first), rows[i].bad);
    check_number(rows[i].name, first, rows[i].first);
  }
}

static void reads_forth_and_back_alike(void) {
  const wi_str text = WI_STR("a\xC3\xA9\xE2\x80\x9C\xF0\x9F\x98\x80z");
  uint32_t forth[8];
  size_t count = 0;
  for (size_t at = 0; at < text.len;) {
    forth[count++] = wi_utf8_next(text, &at);
  }
  CU_ASSERT_EQUAL(count, 5);
  for (size_t at = text.len; at > 0;) {
    CU_ASSERT_EQUAL(wi_utf8_back(text, &at), forth[--count]);
  }
}

static void writes_what_it_reads(void) {
  static const uint32_t points[] = {0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF};
  for (size_t i = 0; i < sizeof points / sizeof points[0]; i++) {
    char bytes[4];
    size_t at = 0;
    const wi_str text = {bytes, wi_utf8_write(bytes, points[i])};
    CU_ASSERT_EQUAL(wi_utf8_next(text, &at), points[i]);
    CU_ASSERT_EQUAL(at, text.len);
  }
}

static void knows_classes(void) {
  CU_ASSERT_TRUE(wi_utf8_is_upper('Z'));
  CU_ASSERT_TRUE(wi_utf8_is_upper(0x14C)); /* O with macron */
  CU_ASSERT_FALSE(wi_utf8_is_upper(0x14D));
  CU_ASSERT_TRUE(wi_utf8_is_letter(0x14D));
  CU_ASSERT_FALSE(wi_utf8_is_letter('5'));
  CU_ASSERT_TRUE(wi_utf8_is_space(0xA0));
  CU_ASSERT_TRUE(wi_utf8_is_space(0x200B));
  CU_ASSERT_FALSE(wi_utf8_is_letter(WI_UTF8_BAD));
  CU_ASSERT_FALSE(wi_utf8_is_space(WI_UTF8_BAD));
}

void suite_utf8(void) {
  CU_pSuite suite = CU_add_suite("utf8", NULL, NULL);
  CU_add_test(suite, "counts maximal bad parts", counts_maximal_bad_parts);
  CU_add_test(suite, "reads forth and back alike", reads_forth_and_back_alike);
  CU_add_test(suite, "writes what it reads", writes_what_it_reads);
  CU_add_test(suite, "knows classes", knows_classes);
}
