/* Counting in machine words. */
#ifndef WI_BITS_H
#define WI_BITS_H

#include <stdint.h>

/* The number of the lowest bit that is set; word is not 0. */
static inline unsigned wi_bits_lowest(uint64_t word) {
#if defined(__GNUC__)
  return (unsigned)__builtin_ctzll(word);
#else
  unsigned bit = 0;
  for (; (word & 1) == 0; word >>= 1) {
    bit++;
  }
  return bit;
#endif
}

#endif
