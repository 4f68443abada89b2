#include "strmap.h"

#include "check.h"
#include "suites.h"

static void ids_follow_insertion(void) {
  wi_strmap map = wi_strmap_make();
  uint32_t id = 99;
  CU_ASSERT_EQUAL(wi_strmap_find(&map, WI_STR("kota")), WI_STRMAP_NONE);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("kota"), &id));
  CU_ASSERT_EQUAL(id, 0);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("desa"), &id));
  CU_ASSERT_EQUAL(id, 1);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("kota"), &id));
  CU_ASSERT_EQUAL(id, 0);
  CU_ASSERT_EQUAL(map.count, 2);
  check_text(wi_strmap_key(&map, 1), "desa");
  wi_strmap_free(&map);
}

static void holds_many_keys(void) {
  wi_strmap map = wi_strmap_make();
  char key[16];
  for (uint32_t i = 0; i < 20000; i++) {
    uint32_t id = 0;
    snprintf(key, sizeof key, "k%u", i);
    CU_ASSERT_TRUE(wi_strmap_add(&map, wi_str_of(key), &id));
    CU_ASSERT_EQUAL(id, i);
  }
  for (uint32_t i = 0; i < 20000; i++) {
    snprintf(key, sizeof key, "k%u", i);
    CU_ASSERT_EQUAL(wi_strmap_find(&map, wi_str_of(key)), i);
  }
  wi_strmap_reset(&map);
  CU_ASSERT_EQUAL(wi_strmap_find(&map, WI_STR("k7")), WI_STRMAP_NONE);
  wi_strmap_free(&map);
}

static void keys_may_hold_nul_bytes(void) {
  wi_strmap map = wi_strmap_make();
  uint32_t a = 0;
  uint32_t b = 0;
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("a\0b"), &a));
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("a\0c"), &b));
  CU_ASSERT_NOT_EQUAL(a, b);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR(""), &b));
  CU_ASSERT_EQUAL(b, 2);
  wi_strmap_free(&map);
}

void suite_strmap(void) {
  CU_pSuite suite = CU_add_suite("strmap", NULL, NULL);
  CU_add_test(suite, "ids follow insertion", ids_follow_insertion);
  CU_add_test(suite, "holds many keys", holds_many_keys);
  CU_add_test(suite, "keys may hold NUL bytes", keys_may_hold_nul_bytes);
}
