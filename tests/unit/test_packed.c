#include <CUnit/CUnit.h>
#include <stdint.h>
#include <string.h>

#include "packed.h"
#include "suites.h"

/* A table of one bucket with the keys "buku" and "di", values 7 and 9, one byte each. */
static size_t make_table(uint8_t *block) {
  const uint32_t head[] = {1, 1, 2, WI_PACKED_BLOCK};
  const uint32_t offsets[] = {0, 10};
  const uint64_t filter =
      wi_packed_bits(wi_packed_hash(WI_STR("buku"))) | wi_packed_bits(wi_packed_hash(WI_STR("di")));
  memcpy(block, head, sizeof head);
  memcpy(block + 16, &filter, sizeof filter);
  memcpy(block + 24, offsets, sizeof offsets);
  memcpy(block + 32, "\4buku\7\2di\11", 10);
  return 42;
}

static void test_finds_keys(void) {
  uint8_t block[64];
  wi_packed table;
  CU_ASSERT_TRUE_FATAL(wi_packed_open(&table, block, make_table(block), 1));
  const uint8_t *value = wi_packed_find(&table, WI_STR("buku"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(value);
  CU_ASSERT_EQUAL(*value, 7);
  value = wi_packed_find(&table, WI_STR("di"));
  CU_ASSERT_PTR_NOT_NULL_FATAL(value);
  CU_ASSERT_EQUAL(*value, 9);
  CU_ASSERT_PTR_NULL(wi_packed_find(&table, WI_STR("bukur")));
  CU_ASSERT_PTR_NULL(wi_packed_find(&table, WI_STR("ba")));
  CU_ASSERT_PTR_NULL(wi_packed_find(&table, WI_STR("")));
}

static void test_walks_all_items(void) {
  uint8_t block[64];
  wi_packed table;
  wi_str key;
  const uint8_t *value;
  uint32_t at = 0;
  uint32_t items = 0;
  CU_ASSERT_TRUE_FATAL(wi_packed_open(&table, block, make_table(block), 1));
  while (wi_packed_next(&table, &at, &key, &value)) {
    items++;
  }
  CU_ASSERT_EQUAL(items, table.count);
}

/* Whatever byte is changed: either the block is refused, or look-ups stay inside it. */
static void test_survives_damage(void) {
  uint8_t block[64];
  const size_t size = make_table(block);
  for (size_t i = 0; i < size; i++) {
    for (unsigned change = 1; change < 256; change++) {
      wi_packed table;
      make_table(block);
      block[i] = (uint8_t)(block[i] ^ change);
      if (wi_packed_open(&table, block, size, 1)) {
        (void)wi_packed_find(&table, WI_STR("buku"));
        (void)wi_packed_find(&table, WI_STR("di"));
      }
    }
  }
  for (size_t cut = 0; cut < size; cut++) {
    wi_packed table;
    make_table(block);
    CU_ASSERT_FALSE(wi_packed_open(&table, block, cut, 1));
  }
}

void suite_packed(void) {
  CU_pSuite suite = CU_add_suite("packed", NULL, NULL);
  CU_add_test(suite, "finds its keys and no others", test_finds_keys);
  CU_add_test(suite, "walks all items", test_walks_all_items);
  CU_add_test(suite, "refuses or survives damage", test_survives_damage);
}
