/* Sixteen bytes at a time: which are letters, and which are capitals.
 *
 * SSE2, which every x86-64 has, or words of eight bytes where it is not there (or with
 * WARTA_NO_SIMD defined): the same results. The first byte lies lowest, whatever the byte order of
 * the machine.
 */
#ifndef WI_SIXTEEN_H
#define WI_SIXTEEN_H

#include <stdint.h>
#include <string.h>

#if defined(__SSE2__) && !defined(WARTA_NO_SIMD)
#define WI_SIXTEEN_SSE2
#include <emmintrin.h>
#endif

#define WI_EACH_BYTE(byte) (UINT64_C(0x0101010101010101) * (byte))

/* One bit a byte. */
typedef struct wi_sixteen {
  uint32_t letters; /* A to Z, a to z */
  uint32_t capitals; /* of these, A to Z */
} wi_sixteen;

/* Eight bytes; compilers make one load of it. */
static inline uint64_t wi_sixteen_load(const char *bytes) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  uint64_t word = 0;
  memcpy(&word, bytes, sizeof word);
  return word;
#else
  uint64_t word = 0;
  for (int i = 7; i >= 0; i--) {
    word = word << 8 | (uint8_t)bytes[i];
  }
  return word;
#endif
}

static inline void wi_sixteen_store(char *bytes, uint64_t word) {
  for (int i = 0; i < 8; i++) {
    bytes[i] = (char)(uint8_t)(word >> 8 * i);
  }
}

/* The number of the lowest bit that is set; there must be one. */
static inline unsigned wi_sixteen_first_set(uint64_t bits) {
#if defined(__GNUC__)
  return (unsigned)__builtin_ctzll(bits);
#else
  unsigned count = 0;
  while ((bits >> count & 1U) == 0) {
    count++;
  }
  return count;
#endif
}

#if defined(WI_SIXTEEN_SSE2)

static inline wi_sixteen wi_sixteen_read(const char *bytes) {
  const __m128i word = _mm_loadu_si128((const __m128i *)(const void *)bytes);
  const __m128i small = _mm_or_si128(word, _mm_set1_epi8(0x20));
  /* a moved to the lowest signed number: one comparison does for both ends */
  const __m128i moved = _mm_add_epi8(small, _mm_set1_epi8((char)(0x80 - 'a')));
  const __m128i letters = _mm_cmplt_epi8(moved, _mm_set1_epi8(INT8_MIN + 26));
  const __m128i is_small = _mm_slli_epi16(word, 2); /* the bit 0x20 to where movemask looks */
  const uint32_t mask = (uint32_t)_mm_movemask_epi8(letters);
  return (wi_sixteen){mask, mask & ~(uint32_t)_mm_movemask_epi8(is_small)};
}

#else

/* The high bit of each byte that is an ASCII letter. */
static inline uint64_t wi_sixteen_letters(uint64_t word) {
  const uint64_t low = (word | WI_EACH_BYTE(0x20)) & ~WI_EACH_BYTE(0x80);
  const uint64_t from_a = low + WI_EACH_BYTE(0x80 - 'a');
  const uint64_t past_z = low + WI_EACH_BYTE(0x80 - 'z' - 1);
  return from_a & ~past_z & ~word & WI_EACH_BYTE(0x80);
}

/* The high bits of eight bytes, side by side: byte i has bit 8i + 7, and goes to bit i. */
static inline uint32_t wi_sixteen_gather(uint64_t high_bits) {
  return (uint32_t)((high_bits >> 7 & WI_EACH_BYTE(1)) * UINT64_C(0x0102040810204080) >> 56);
}

static inline wi_sixteen wi_sixteen_read(const char *bytes) {
  const uint64_t first = wi_sixteen_load(bytes);
  const uint64_t second = wi_sixteen_load(bytes + 8);
  const uint32_t letters = wi_sixteen_gather(wi_sixteen_letters(first)) |
                           wi_sixteen_gather(wi_sixteen_letters(second)) << 8;
  const uint32_t small = wi_sixteen_gather(first << 2) | wi_sixteen_gather(second << 2) << 8;
  return (wi_sixteen){letters, letters & ~small};
}

#endif

#endif
