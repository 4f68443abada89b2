#include "stem_caution.h"

#include <stdbool.h>
#include <string.h>

#include "stem_score.h"

/* Letters of an unknown root, by caution. */
enum {
  LONG_MIN_LETTERS = 5,
  SURE_MIN_LETTERS = 4,
  BOTH_MIN_LETTERS = 3 /* between a prefix and a suffix */
};

/* A syllable may begin with a vowel, with one consonant (kh, ng, ny, sy are one), or with two where
 * the second is l, r, w or y, or the first is s and the second no c, n ... (scope, sney). */
static bool has_onset(const char *text) {
  if (wi_affix_is_vowel(text[0]) || wi_affix_is_vowel(text[1])) {
    return true;
  }
  if (text[0] == 'n' && (text[1] == 'g' || text[1] == 'y')) {
    return wi_affix_is_vowel(text[2]);
  }
  if (text[1] == 'h') {
    return strchr("bcdgkpst", text[0]) != NULL;
  }
  return (text[0] == 's' && strchr("klmptwy", text[1]) != NULL) ||
         (text[0] != text[1] && strchr("lrwy", text[1]) != NULL);
}

/* Of an unknown word, -i is taken off a consonant only, and not off the -si of loans. */
static bool is_doubtful_i(const wi_analysis *a, wi_str word) {
  const char last = word.ptr[a->end - 1];
  return a->suffix == WI_SUFFIX_I && (wi_affix_is_vowel(last) || last == 's');
}

/* No word of the language ends so: ilmuw is not the root of keilmuwan. */
static bool ends_foreign(const char *text, size_t len) {
  return strchr("cjqvwxyz", text[len - 1]) != NULL;
}

/* What no word of the language has: c before a consonant, ie, a doubled letter (but ngg and aa), an
 * end in ion or ce: direct, didier, diatessaron, division, diligence. */
static bool looks_foreign(const char *text, size_t len) {
  if (memcmp(text + len - 3, "ion", 3) == 0 || memcmp(text + len - 2, "ce", 2) == 0) {
    return true;
  }
  for (size_t i = 1; i < len; i++) {
    const char left = text[i - 1];
    const char right = text[i];
    const bool is_doubled = left == right && left != 'g' && left != 'a';
    if (is_doubled || (left == 'i' && right == 'e') || (left == 'c' && !wi_affix_is_vowel(right))) {
      return true;
    }
  }
  return false;
}

/* Without affixes only -nya is taken off an unknown word: -ku, -mu and -lah end too many names. */
static wi_caution table_caution(const wi_analysis *a) {
  if (a->sequence == 0 && a->suffix == WI_SUFFIX_NONE) {
    return wi_str_equal(wi_affix_possessives[a->possessive], WI_STR("nya")) ? WI_CAUTION_SURE
                                                                            : WI_CAUTION_NEVER;
  }
  return wi_affix_sequence(a->sequence)->with[a->suffix].unknown;
}

/* No root ends in a consonant and k: behind one, -kan is not -k and -an. */
static bool cuts_kan(const wi_analysis *a, wi_str word) {
  return a->suffix == WI_SUFFIX_AN && word.ptr[a->end - 1] == 'k' &&
         !wi_affix_is_vowel(word.ptr[a->end - 2]);
}

/* distance, discourage: Indonesian roots in s and a consonant (stop, skors) are few, and listed. */
static bool is_dis(const wi_analysis *a, const char *root) {
  return wi_affix_sequence(a->sequence)->prefix == WI_PREFIX_DI && root[0] == 's' &&
         !wi_affix_is_vowel(root[1]);
}

static bool looks_native(const wi_analysis *a, wi_str word, bool both) {
  const char *root = word.ptr + a->start;
  const size_t letters = (size_t)(a->end - a->start);
  if (wi_score_root_vowels(a, word) == 0 || !has_onset(root)) {
    return false;
  }
  if (a->sequence == 0) {
    return true;
  }
  return !ends_foreign(root, letters) &&
         (both || (!looks_foreign(root, letters) && !is_dis(a, root)));
}

wi_caution wi_caution_of(const wi_analysis *a, wi_str word) {
  const wi_caution caution = table_caution(a);
  const size_t letters = (size_t)(a->end - a->start);
  const bool both = a->sequence != 0 && a->suffix != WI_SUFFIX_NONE;
  const size_t least = caution == WI_CAUTION_LONG ? LONG_MIN_LETTERS
                       : both                     ? BOTH_MIN_LETTERS
                                                  : SURE_MIN_LETTERS;
  if (caution == WI_CAUTION_NEVER || a->oddity != WI_ODDITY_NONE || letters < least) {
    return WI_CAUTION_NEVER;
  }
  if (wi_score_is_k_before_an(a, word) || is_doubtful_i(a, word) || cuts_kan(a, word)) {
    return WI_CAUTION_NEVER;
  }
  return looks_native(a, word, both) ? caution : WI_CAUTION_NEVER;
}
