#include <CUnit/CUnit.h>
#include <string.h>

#include "affix.h"
#include "suites.h"

static void test_sequences_lead_to_their_parents(void) {
  const uint32_t memper = wi_affix_extend(wi_affix_extend(0, WI_PREFIX_ME), WI_PREFIX_PER);
  CU_ASSERT_NOT_EQUAL_FATAL(memper, 0);
  CU_ASSERT_STRING_EQUAL(wi_affix_sequence(memper)->name, "me-per-");
  CU_ASSERT_EQUAL(wi_affix_extend(0, WI_PREFIX_TIDAK), 0);
  CU_ASSERT_EQUAL(wi_affix_extend(memper, WI_PREFIX_ME), 0);
}

/* The table of longer sequences says the same as each sequence's own parent and prefix. */
static void test_every_sequence_is_reached(void) {
  for (uint32_t id = 1; id < wi_affix_sequence_count(); id++) {
    const wi_sequence *sequence = wi_affix_sequence(id);
    CU_ASSERT_EQUAL(wi_affix_extend(sequence->parent, (wi_prefix)sequence->prefix), id);
    CU_ASSERT_TRUE(sequence->parent < id);
  }
}

static void test_forbids_strange_company(void) {
  static const struct {
    wi_prefix prefix;
    wi_suffix suffix;
    bool legal;
  } rows[] = {
      {WI_PREFIX_DI, WI_SUFFIX_AN, false}, {WI_PREFIX_ME, WI_SUFFIX_AN, false},
      {WI_PREFIX_BER, WI_SUFFIX_I, false}, {WI_PREFIX_PE, WI_SUFFIX_KAN, false},
      {WI_PREFIX_KE, WI_SUFFIX_AN, true},  {WI_PREFIX_ME, WI_SUFFIX_KAN, true},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const wi_sequence *sequence = wi_affix_sequence(wi_affix_extend(0, rows[i].prefix));
    CU_ASSERT_EQUAL(sequence->with[rows[i].suffix].legal, rows[i].legal);
  }
}

static void test_shapes_belong_to_their_letter(void) {
  for (size_t letter = 0; letter <= 'z' - 'a'; letter++) {
    const wi_allomorphs all = wi_affix_allomorphs[letter];
    for (size_t i = 0; i < all.count; i++) {
      CU_ASSERT_EQUAL(all.shapes[i].text[0], (char)('a' + letter));
      CU_ASSERT_NOT_EQUAL(all.second & wi_affix_letter(all.shapes[i].text[1]), 0);
      CU_ASSERT_EQUAL(strlen(all.shapes[i].text), all.shapes[i].len);
    }
  }
}

/* A search that jumps over the shapes of one text must land on the next text. */
static void test_counts_shapes_of_one_text(void) {
  for (size_t letter = 0; letter <= 'z' - 'a'; letter++) {
    const wi_allomorphs all = wi_affix_allomorphs[letter];
    for (size_t i = 0; i < all.count; i++) {
      const size_t next = i + 1 + all.shapes[i].same;
      CU_ASSERT_TRUE_FATAL(next <= all.count);
      CU_ASSERT_STRING_EQUAL(all.shapes[next - 1].text, all.shapes[i].text);
      CU_ASSERT_TRUE(next == all.count || strcmp(all.shapes[next].text, all.shapes[i].text) != 0);
    }
  }
}

static void test_hyphen_prefixes(void) {
  CU_ASSERT_TRUE(wi_affix_is_hyphen_prefix(WI_STR("di")));
  CU_ASSERT_TRUE(wi_affix_is_hyphen_prefix(WI_STR("nge")));
  CU_ASSERT_FALSE(wi_affix_is_hyphen_prefix(WI_STR("non")));
}

void suite_affix(void) {
  CU_pSuite suite = CU_add_suite("affix", NULL, NULL);
  CU_add_test(suite, "sequences lead to their parents", test_sequences_lead_to_their_parents);
  CU_add_test(suite, "every sequence is reached from its parent", test_every_sequence_is_reached);
  CU_add_test(suite, "forbids strange company", test_forbids_strange_company);
  CU_add_test(suite, "shapes belong to their letter", test_shapes_belong_to_their_letter);
  CU_add_test(suite, "counts the shapes of one text", test_counts_shapes_of_one_text);
  CU_add_test(suite, "knows what stands before a hyphen", test_hyphen_prefixes);
}
