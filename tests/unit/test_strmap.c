#include "strmap.h"

#include "check.h"
#include "hash.h"
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

/* Keys that fall into one slot of a table of COLLIDING_SLOTS if its seed is 0, five letters each.
 */
enum { COLLIDING = 1000, COLLIDING_SLOTS = 2048, KEY = 5 };

static void make_colliding(char keys[COLLIDING][KEY]) {
  size_t found = 0;
  for (uint32_t n = 0; found < COLLIDING; n++) {
    for (size_t i = 0, rest = n; i < KEY; i++, rest /= 26) {
      keys[found][i] = (char)('a' + rest % 26);
    }
    found += (wi_hash((wi_str){keys[found], KEY}, 0) & (COLLIDING_SLOTS - 1)) == 0;
  }
}

/* How many slots are looked at to find every key once. */
static size_t count_looks(char keys[COLLIDING][KEY], const uint64_t *seed) {
  wi_strmap map = wi_strmap_make();
  size_t looks = 0;
  map.seed = seed == NULL ? map.seed : *seed;
  for (uint32_t i = 0; i < COLLIDING; i++) {
    uint32_t id = 0;
    CU_ASSERT_TRUE_FATAL(wi_strmap_add(&map, (wi_str){keys[i], KEY}, &id));
    CU_ASSERT_EQUAL(id, i);
  }
  CU_ASSERT_EQUAL(map.slot_count, COLLIDING_SLOTS);
  for (size_t slot = 0; slot < map.slot_count; slot++) {
    if (map.slots[slot] != 0) {
      const wi_str key = wi_strmap_key(&map, map.slots[slot] - 1);
      looks += 1 + ((slot - (size_t)wi_hash(key, map.seed)) & (map.slot_count - 1));
    }
  }
  wi_strmap_free(&map);
  return looks;
}

/* Whoever knows the seed can make every look-up long; nobody does. */
static void prepared_keys_do_not_flood(void) {
  static char keys[COLLIDING][KEY];
  static const uint64_t known = 0;
  make_colliding(keys);
  check_number("known seed", count_looks(keys, &known), (size_t)COLLIDING * (COLLIDING + 1) / 2);
  for (int i = 0; i < 20; i++) {
    CU_ASSERT_TRUE(count_looks(keys, NULL) < 4 * (size_t)COLLIDING);
  }
}

static void appends_without_hashing(void) {
  wi_strmap map = wi_strmap_make();
  uint32_t id = 0;
  for (uint32_t i = 0; i < 200; i++) {
    char key[16];
    (void)snprintf(key, sizeof key, "k%u", (unsigned)i);
    CU_ASSERT_TRUE(wi_strmap_append(&map, wi_str_of(key), &id));
    check_number(key, id, i);
  }
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("k17"), &id));
  check_number("known", id, 17);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("new"), &id));
  check_number("new", id, 200);
  check_number("found", wi_strmap_find(&map, WI_STR("k199")), 199);
  wi_strmap_free(&map);
}

static void borrows_bytes(void) {
  wi_strmap map = wi_strmap_make();
  const wi_str key = WI_STR("ikn");
  uint32_t id = 1;
  CU_ASSERT_TRUE(wi_strmap_borrow(&map, key, &id));
  check_number("new", id, 0);
  CU_ASSERT_PTR_EQUAL(wi_strmap_key(&map, 0).ptr, key.ptr);
  CU_ASSERT_TRUE(wi_strmap_add(&map, WI_STR("ikn"), &id));
  check_number("known", id, 0);
  wi_strmap_free(&map);
}

void suite_strmap(void) {
  CU_pSuite suite = CU_add_suite("strmap", NULL, NULL);
  CU_add_test(suite, "appends without hashing", appends_without_hashing);
  CU_add_test(suite, "borrows bytes", borrows_bytes);
  CU_add_test(suite, "ids follow insertion", ids_follow_insertion);
  CU_add_test(suite, "holds many keys", holds_many_keys);
  CU_add_test(suite, "keys may hold NUL bytes", keys_may_hold_nul_bytes);
  CU_add_test(suite, "prepared keys do not flood it", prepared_keys_do_not_flood);
}
