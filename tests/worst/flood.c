/* Words that fall into one slot of a hash table without a seed: what an attacker could prepare.
 *
 * usage: flood COUNT BITS     (the lowest BITS bits of each word's hash are 0)
 *
 * Words are consonants only, so that the stemmer leaves them as they are. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <xxhash.h>

enum { LETTERS = 16, WORD = 12 };

/* The n-th word, and its length: n in letters. */
static size_t spell(char *word, uint64_t n) {
  static const char letters[LETTERS + 1] = "bcdfghjkmpqrtvwx";
  size_t len = 0;
  do {
    word[len++] = letters[n % LETTERS];
    n /= LETTERS;
  } while (n > 0 && len < WORD);
  return len;
}

int main(int argc, char **argv) {
  char word[WORD];
  if (argc != 3) {
    return 64;
  }
  const unsigned long count = strtoul(argv[1], NULL, 10);
  const uint64_t mask = (UINT64_C(1) << (strtoul(argv[2], NULL, 10) & 31U)) - 1;
  uint64_t n = UINT64_C(1) << 24; /* seven letters and more */
  for (unsigned long found = 0; found < count; n++) {
    const size_t len = spell(word, n);
    if ((XXH3_64bits(word, len) & mask) == 0) {
      printf("%.*s ", (int)len, word);
      found++;
    }
  }
  return 0;
}
