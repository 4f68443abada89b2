/* The cases of sixteen.h, taken in once for each of its ways: SUITE and SUITE_NAME say which. */
#ifndef SIXTEEN_CASES_H
#define SIXTEEN_CASES_H

#include "sixteen.h"

#include "check.h"
#include "suites.h"

static void check_bytes(const char *bytes) {
  uint32_t letters = 0;
  uint32_t capitals = 0;
  for (int i = 0; i < 16; i++) {
    const bool is_capital = bytes[i] >= 'A' && bytes[i] <= 'Z';
    const bool is_small = bytes[i] >= 'a' && bytes[i] <= 'z';
    letters |= (uint32_t)(is_capital || is_small) << i;
    capitals |= (uint32_t)is_capital << i;
  }
  const wi_sixteen found = wi_sixteen_read(bytes);
  CU_ASSERT_EQUAL(found.letters, letters);
  CU_ASSERT_EQUAL(found.capitals, capitals);
}

/* Each byte at each place, among letters and among bytes that are none. */
static void knows_every_byte(void) {
  static const char grounds[] = {'a', 'Z', ' ', '\0', '\x7F', '\x80', '\xFF'};
  for (size_t ground = 0; ground < sizeof grounds; ground++) {
    for (int byte = 0; byte < 256; byte++) {
      for (int place = 0; place < 16; place++) {
        char bytes[16];
        memset(bytes, grounds[ground], sizeof bytes);
        bytes[place] = (char)byte;
        check_bytes(bytes);
      }
    }
  }
}

static void loads_what_it_stores(void) {
  char bytes[8];
  CU_ASSERT_EQUAL(wi_sixteen_load("abcdefgh"), UINT64_C(0x6867666564636261));
  wi_sixteen_store(bytes, UINT64_C(0xFF67666564636261));
  CU_ASSERT_EQUAL(memcmp(bytes, "abcdefg\xFF", sizeof bytes), 0);
}

static void finds_the_first_bit(void) {
  for (unsigned bit = 0; bit < 64; bit++) {
    CU_ASSERT_EQUAL(wi_sixteen_first_set(UINT64_MAX << bit), bit);
    CU_ASSERT_EQUAL(wi_sixteen_first_set(UINT64_C(1) << bit), bit);
  }
}

void SUITE(void) {
  CU_pSuite suite = CU_add_suite(SUITE_NAME, NULL, NULL);
  CU_add_test(suite, "knows every byte", knows_every_byte);
  CU_add_test(suite, "loads what it stores", loads_what_it_stores);
  CU_add_test(suite, "finds the first bit", finds_the_first_bit);
}

#endif
