#include "stem_respell.h"

#include <stdbool.h>
#include <string.h>

#include "affix.h"

/* Text that a word begins or ends with, and what is read in its place. */
typedef struct rule {
  wi_str start;
  wi_str new_start;
  wi_str end;
  wi_str new_end;
  uint32_t behind_start; /* the letters that may follow the start; 0: any */
  uint32_t before_end; /* the letters that may stand before the end; 0: any */
} rule;

#define TEXT(literal)                                                                              \
  { "" literal, sizeof(literal) - 1 }
#define START(from, to, behind)                                                                    \
  { TEXT(from), TEXT(to), TEXT(""), TEXT(""), (behind), 0 }
#define END(from, to, before)                                                                      \
  { TEXT(""), TEXT(""), TEXT(from), TEXT(to), 0, (before) }

enum {
  VOWELS = WI_AFFIX_VOWELS,
  LETTERS_CDJ = 1 << ('c' - 'a') | 1 << ('d' - 'a') | 1 << ('j' - 'a'),
  LETTER_B = 1 << ('b' - 'a')
};

static const rule rules[] = {
    START("meng", "mengg", VOWELS), /* mengunakan for menggunakan */
    START("peng", "pengg", VOWELS), /* pengunaan for penggunaan */
    END("nya", "nnya", VOWELS), /* keadaanya for keadaannya */
    {TEXT("pe"), TEXT("pe"), TEXT("kkan"), TEXT("kan"), 0, VOWELS}, /* penegakkan for penegakan */
    {TEXT("ke"), TEXT("ke"), TEXT("kkan"), TEXT("kan"), 0, VOWELS}, /* kenaikkan for kenaikan */
    {TEXT("ke"), TEXT("ke"), TEXT("an"), TEXT("aan"), 0, 0}, /* kemanusian for kemanusiaan */
    {TEXT("pe"), TEXT("pe"), TEXT("an"), TEXT("aan"), 0, 0}, /* penyelenggaran */
    START("meny", "menc", VOWELS), /* menyicil for mencicil, as it is spoken */
    START("peny", "penc", VOWELS),
    START("meny", "mey", VOWELS), /* menyakini for meyakini */
    START("me", "men", LETTERS_CDJ), /* mejelaskan for menjelaskan */
    START("me", "mem", LETTER_B), /* mebeberkan for membeberkan */
    {TEXT("di"), TEXT("di"), TEXT("in"), TEXT("kan"), 0, 0}, /* dilaporin: -in as it is spoken */
    {TEXT("di"), TEXT("di"), TEXT("in"), TEXT("i"), 0, 0}, /* diajarin */
};

/* By two letters at the start or the end: di, ke, me, pe, ya. */
bool wi_respell_may(wi_str word) {
  static const char pairs[] = "dikemepe";
  if (word.len < 4) {
    return false;
  }
  const char *end = word.ptr + word.len - 2;
  for (size_t i = 0; i < sizeof pairs - 1; i += 2) {
    if (word.ptr[0] == pairs[i] && word.ptr[1] == pairs[i + 1]) {
      return true;
    }
  }
  return end[0] == 'y' && end[1] == 'a';
}

uint32_t wi_respell_count(void) {
  return sizeof rules / sizeof rules[0];
}

static bool is_in(uint32_t letters, char letter) {
  return letters == 0 || (letters & wi_affix_letter(letter)) != 0;
}

static size_t append(char *to, size_t at, wi_str text) {
  memcpy(to + at, text.ptr, text.len);
  return at + text.len;
}

size_t wi_respell(char *to, wi_str word, uint32_t which) {
  const rule *r = &rules[which];
  if (word.len < r->start.len + r->end.len + 2 || !wi_str_starts(word, r->start) ||
      !wi_str_ends(word, r->end)) {
    return 0;
  }
  const wi_str rest = wi_str_slice(word, r->start.len, word.len - r->end.len);
  if (!is_in(r->behind_start, rest.ptr[0]) || !is_in(r->before_end, rest.ptr[rest.len - 1])) {
    return 0;
  }
  return append(to, append(to, append(to, 0, r->new_start), rest), r->new_end);
}
