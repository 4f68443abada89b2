#include "varint.h"

enum { PART_BITS = 7, PART_MASK = 0x7F, MORE = 0x80, SHIFT_MOST = 63 };

size_t wi_varint_write(uint8_t *to, uint64_t value) {
  size_t len = 0;
  while (value > PART_MASK) {
    to[len++] = (uint8_t)(MORE | (value & PART_MASK));
    value >>= PART_BITS;
  }
  to[len++] = (uint8_t)value;
  return len;
}

bool wi_varint_append(wi_buf *to, uint64_t value) {
  uint8_t bytes[WI_VARINT_MOST];
  const size_t len = wi_varint_write(bytes, value);
  return wi_buf_append(to, (wi_str){(const char *)bytes, len});
}

bool wi_varint_read(wi_reader *from, uint64_t most, uint64_t *out) {
  uint64_t value = 0;
  for (unsigned shift = 0; shift <= SHIFT_MOST && from->at < from->end; shift += PART_BITS) {
    const uint8_t byte = *from->at++;
    value |= (uint64_t)(byte & PART_MASK) << shift;
    if (byte < MORE) {
      *out = value;
      return value <= most;
    }
  }
  return false;
}

bool wi_varint_read32(wi_reader *from, uint32_t *out) {
  uint64_t value = 0;
  if (!wi_varint_read(from, UINT32_MAX, &value)) {
    return false;
  }
  *out = (uint32_t)value;
  return true;
}
