#include <CUnit/CUnit.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dictionary.h"
#include "dictionary_format.h"
#include "hash.h"
#include "suites.h"

extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;

static wi_dictionary *open_dictionary(void) {
  wi_dictionary *dictionary = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  return dictionary;
}

static void test_knows_roots(void) {
  wi_dictionary *d = open_dictionary();
  wi_root root = {0};
  CU_ASSERT_TRUE(wi_dictionary_root(d, WI_STR("tulis"), &root));
  CU_ASSERT_TRUE(root.classes > 1);
  CU_ASSERT_TRUE(wi_dictionary_root(d, WI_STR("mulai"), &root)); /* dict/roots.txt adds it */
  CU_ASSERT_TRUE(wi_dictionary_root(d, WI_STR("sayur-mayur"), &root));
  CU_ASSERT_FALSE(wi_dictionary_root(d, WI_STR("mengkaji"), &root)); /* and takes this away */
  CU_ASSERT_FALSE(wi_dictionary_root(d, WI_STR("abah-abah"), &root));
  wi_dictionary_free(d);
}

static void test_knows_roles(void) {
  static const struct {
    const char *word;
    wi_name_role role;
  } rows[] = {
      {"menteri", WI_ROLE_OFFICE}, {"bupati", WI_ROLE_SEAT},    {"menkeu", WI_ROLE_TITLE},
      {"akbp", WI_ROLE_RANK},      {"umum", WI_ROLE_GRADE},     {"kementerian", WI_ROLE_BODY},
      {"jatim", WI_ROLE_PLACE},    {"sri", WI_ROLE_GIVEN},      {"tepat", WI_ROLE_QUALITY},
      {"sektor", WI_ROLE_GENERAL}, {"penyidikan", WI_ROLE_NONE}};
  wi_dictionary *d = open_dictionary();
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    CU_ASSERT_EQUAL(wi_dictionary_role(d, wi_str_of(rows[i].word)), rows[i].role);
  }
  wi_dictionary_free(d);
}

static void test_knows_words_beside_numbers(void) {
  wi_dictionary *d = open_dictionary();
  CU_ASSERT_EQUAL(wi_dictionary_unit(d, WI_STR("rp.")), WI_UNIT_CODE);
  CU_ASSERT_EQUAL(wi_dictionary_unit(d, WI_STR("krw")), WI_UNIT_CAPITAL_CODE);
  CU_ASSERT_EQUAL(wi_dictionary_unit(d, WI_STR("hingga")), WI_UNIT_UNTIL);
  CU_ASSERT_EQUAL(wi_dictionary_unit(d, WI_STR("boeing")), WI_UNIT_MAKER);
  CU_ASSERT_EQUAL(wi_dictionary_unit(d, WI_STR("desa")), WI_UNIT_NONE);
  wi_dictionary_free(d);
}

static void test_user_lists_lie_over(void) {
  wi_dictionary *d = open_dictionary();
  wi_root root = {0};
  wi_str stem = {0};
  uint32_t flags = 0;
  const uint64_t before = wi_dictionary_fingerprint(d);
  CU_ASSERT_EQUAL(wi_dictionary_add_list(d, WI_LIST_ROOTS, WI_STR("wkwk: me- -an\n-tulis"), NULL),
                  WARTA_OK);
  CU_ASSERT_EQUAL(wi_dictionary_add_list(d, WI_LIST_STOPWORDS, WI_STR("# mine\n+wkwk -yang"), NULL),
                  WARTA_OK);
  CU_ASSERT_EQUAL(wi_dictionary_add_list(d, WI_LIST_EXCEPTIONS, WI_STR("Wkwk = Tawa"), NULL),
                  WARTA_OK);
  CU_ASSERT_EQUAL(wi_dictionary_add_list(d, WI_LIST_ABBREVIATIONS, WI_STR("Xyz.$ =Qq."), NULL),
                  WARTA_OK);
  CU_ASSERT_TRUE(wi_dictionary_root(d, WI_STR("wkwk"), &root));
  CU_ASSERT_EQUAL(root.classes, 2);
  CU_ASSERT_FALSE(wi_dictionary_root(d, WI_STR("tulis"), &root));
  CU_ASSERT_EQUAL(wi_dictionary_stop(d, WI_STR("wkwk")), WARTA_STOP_USER);
  CU_ASSERT_EQUAL(wi_dictionary_stop(d, WI_STR("yang")), WARTA_STOP_NONE);
  CU_ASSERT_TRUE(wi_dictionary_exception(d, WI_STR("wkwk"), &stem));
  CU_ASSERT_TRUE(wi_str_equal(stem, WI_STR("tawa")));
  CU_ASSERT_TRUE(wi_dictionary_abbreviation(d, WI_STR("XYZ."), &flags));
  CU_ASSERT_EQUAL(flags, WI_ABBREVIATION_ENDS);
  CU_ASSERT_TRUE(wi_dictionary_abbreviation(d, WI_STR("Qq."), &flags));
  CU_ASSERT_FALSE(wi_dictionary_abbreviation(d, WI_STR("qq."), &flags));
  CU_ASSERT_NOT_EQUAL(wi_dictionary_fingerprint(d), before);
  wi_dictionary_free(d);
}

static void test_label_patterns_can_be_taken_away(void) {
  wi_dictionary *d = open_dictionary();
  CU_ASSERT_PTR_NULL(wi_dictionary_label_source(d));
  CU_ASSERT_EQUAL(
      wi_dictionary_add_list(d, WI_LIST_LABEL_PATTERNS, WI_STR("ad line beli  # kini"), NULL),
      WARTA_OK);
  const wi_label_source *source = wi_dictionary_label_source(d);
  CU_ASSERT_PTR_NOT_NULL_FATAL(source);
  const size_t count = source->count;
  CU_ASSERT_TRUE(count > 200);
  CU_ASSERT_TRUE(wi_str_equal(source->items[count - 1].pattern, WI_STR("beli  # kini")));
  CU_ASSERT_EQUAL(
      wi_dictionary_add_list(d, WI_LIST_LABEL_PATTERNS, WI_STR("- ad line beli  # kini"), NULL),
      WARTA_OK);
  CU_ASSERT_EQUAL(wi_dictionary_label_source(d)->count, count - 1);
  wi_dictionary_free(d);
}

static void test_bad_lines_are_named(void) {
  static const struct {
    wi_list_kind kind;
    const char *text;
    size_t line;
  } rows[] = {
      {WI_LIST_ROOTS, "baik\nbaik: foo-", 2},
      {WI_LIST_ROOTS, ": me-", 1},
      {WI_LIST_EXCEPTIONS, "# a\n\n= b", 3},
      {WI_LIST_STOPWORDS, "[nothing]", 1},
      {WI_LIST_LABEL_PATTERNS, "ad line x\nnoise line x", 2},
      {WI_LIST_LABEL_PATTERNS, "ad line", 1},
      {WI_LIST_ABBREVIATIONS, "Dr. $", 1},
      {WI_LIST_ABBREVIATIONS, "Dr.\n=", 2},
      {WI_LIST_STOPWORDS, "+", 1},
      {WI_LIST_STOPWORDS, "baik\n\xFFnjir", 2},
      {WI_LIST_ROOTS, "# caf\xE9\nbaik", 1},
      {WI_LIST_EXCEPTIONS, "kalian = kali\xE2\x82\n", 1},
      {WI_LIST_LABEL_PATTERNS, "ad line x\n\nad line \xC3", 3},
      {WI_LIST_ABBREVIATIONS, "Dr.\n\xC3.", 2},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    wi_dictionary *d = open_dictionary();
    warta_error error = {0};
    CU_ASSERT_EQUAL(wi_dictionary_add_list(d, rows[i].kind, wi_str_of(rows[i].text), &error),
                    WARTA_ERR_DATA);
    CU_ASSERT_EQUAL(error.line, rows[i].line);
    wi_dictionary_free(d);
  }
}

/* The checksum covers all bytes; a damaged block is an error, never a crash. */
static void test_refuses_damage(void) {
  const size_t size = (size_t)warta_id_size;
  unsigned char *copy = aligned_alloc(64, (size + 63) / 64 * 64);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  memcpy(copy, warta_id_data, size);
  for (size_t i = 0; i < size; i += size / 40 + 1) {
    wi_dictionary *d = NULL;
    copy[i] ^= 0x40;
    CU_ASSERT_EQUAL(wi_dictionary_open(&d, copy, size, NULL), WARTA_ERR_DATA);
    CU_ASSERT_PTR_NULL(d);
    copy[i] ^= 0x40;
  }
  for (size_t cut = 0; cut < size; cut += size / 10 + 1) {
    wi_dictionary *d = NULL;
    CU_ASSERT_EQUAL(wi_dictionary_open(&d, copy, cut, NULL), WARTA_ERR_DATA);
  }
  free(copy);
}

/* What a block says of its sections is not believed either, though its checksum be right. */
static void test_refuses_forged_sections(void) {
  static const struct {
    wi_section section;
    uint32_t cut; /* bytes taken from the section's end */
    uint32_t moved; /* added to its offset */
  } rows[] = {
      {WI_SECTION_META, 1, 0},
      {WI_SECTION_META, 0, 1U << 30},
      {WI_SECTION_META, 0, 8},
      {WI_SECTION_ORIGIN, UINT32_MAX / 2, 0},
      {WI_SECTION_ROOTS, 1, 0},
      {WI_SECTION_ROOT_KINDS, WI_ROOT_KIND_SIZE, 0},
      {WI_SECTION_EXCEPTIONS, 1, 0},
      {WI_SECTION_STEMS, 1, 0},
      {WI_SECTION_STOPWORDS, 1, 0},
      {WI_SECTION_ABBREVIATIONS, 1, 0},
      {WI_SECTION_BACKGROUND, 1, 0},
      {WI_SECTION_SUMMARY, 1, 0},
      {(wi_section)(WI_SECTION_COUNT - 1), 0, 16U},
      {(wi_section)(WI_SECTION_COUNT - 1), 1, 0},
  };
  const size_t size = (size_t)warta_id_size;
  const size_t summed = offsetof(wi_format_head, sections);
  unsigned char *copy = aligned_alloc(64, (size + 63) / 64 * 64);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    wi_dictionary *d = NULL;
    warta_error error;
    wi_format_head head;
    memcpy(copy, warta_id_data, size);
    memcpy(&head, copy, sizeof head);
    head.sections[rows[i].section].size -= rows[i].cut;
    head.sections[rows[i].section].offset += rows[i].moved;
    memcpy(copy, &head, sizeof head);
    head.checksum = wi_hash_stable((wi_str){(const char *)copy + summed, size - summed});
    memcpy(copy, &head, sizeof head);
    if (wi_dictionary_open(&d, copy, size, &error) != WARTA_ERR_DATA || d != NULL) {
      printf("\n    section %d, %u bytes less, moved by %u: taken", (int)rows[i].section,
             rows[i].cut, rows[i].moved);
      CU_FAIL("a forged section was taken");
    }
    wi_dictionary_free(d);
  }
  free(copy);
}

static void test_refuses_other_releases_and_machines(void) {
  const size_t size = (size_t)warta_id_size;
  unsigned char *copy = aligned_alloc(64, (size + 63) / 64 * 64);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  for (int kind = 0; kind < 3; kind++) {
    wi_dictionary *d = NULL;
    warta_error error;
    wi_format_head head;
    memcpy(copy, warta_id_data, size);
    memcpy(&head, copy, sizeof head);
    head.version += kind == 0;
    head.order = kind == 1 ? 0x04030201 : head.order;
    head.magic[6] = kind == 2 ? 'X' : head.magic[6];
    memcpy(copy, &head, sizeof head);
    CU_ASSERT_EQUAL(wi_dictionary_open(&d, copy, size, &error), WARTA_ERR_DATA);
    CU_ASSERT_PTR_NOT_NULL(strstr(error.message, "release"));
    CU_ASSERT_EQUAL(wi_dictionary_open(&d, copy + 8, size - 8, NULL), WARTA_ERR_DATA);
  }
  free(copy);
}

void suite_dictionary(void) {
  CU_pSuite suite = CU_add_suite("dictionary", NULL, NULL);
  CU_add_test(suite, "knows its roots", test_knows_roots);
  CU_add_test(suite, "knows the roles of words in names", test_knows_roles);
  CU_add_test(suite, "knows words beside numbers", test_knows_words_beside_numbers);
  CU_add_test(suite, "lays users' lists over its own", test_user_lists_lie_over);
  CU_add_test(suite, "adds and takes away label patterns", test_label_patterns_can_be_taken_away);
  CU_add_test(suite, "names the line that is wrong", test_bad_lines_are_named);
  CU_add_test(suite, "refuses a damaged block", test_refuses_damage);
  CU_add_test(suite, "refuses forged sections", test_refuses_forged_sections);
  CU_add_test(suite, "refuses other releases and machines",
              test_refuses_other_releases_and_machines);
}
