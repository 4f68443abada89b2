#include "varint.h"

#include "check.h"
#include "suites.h"

static void reads_what_it_wrote(void) {
  static const uint64_t VALUES[] = {0, 1, 127, 128, 16383, 16384, UINT32_MAX, UINT64_MAX};
  for (size_t i = 0; i < sizeof VALUES / sizeof VALUES[0]; i++) {
    uint8_t bytes[WI_VARINT_MOST];
    uint64_t back = 0;
    const size_t len = wi_varint_write(bytes, VALUES[i]);
    wi_reader from = {bytes, bytes + len};
    CU_ASSERT_TRUE(wi_varint_read(&from, UINT64_MAX, &back));
    CU_ASSERT_EQUAL(back, VALUES[i]);
    CU_ASSERT_PTR_EQUAL(from.at, from.end);
    from = (wi_reader){bytes, bytes + len - 1};
    CU_ASSERT_FALSE(wi_varint_read(&from, UINT64_MAX, &back));
  }
}

static void refuses_what_is_over_its_limit(void) {
  uint8_t bytes[WI_VARINT_MOST + 1];
  uint32_t back = 0;
  wi_reader from = {bytes, bytes + wi_varint_write(bytes, (uint64_t)UINT32_MAX + 1)};
  CU_ASSERT_FALSE(wi_varint_read32(&from, &back));
  memset(bytes, 0xFF, sizeof bytes);
  uint64_t wide = 0;
  from = (wi_reader){bytes, bytes + sizeof bytes};
  CU_ASSERT_FALSE(wi_varint_read(&from, UINT64_MAX, &wide));
}

void suite_varint(void) {
  CU_pSuite suite = CU_add_suite("varint", NULL, NULL);
  CU_ADD_TEST(suite, reads_what_it_wrote);
  CU_ADD_TEST(suite, refuses_what_is_over_its_limit);
}
