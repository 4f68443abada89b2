#include "fold.h"

#include "check.h"
#include "suites.h"

static void folds_to_the_lookup_form(void) {
  static const struct {
    const char *surface;
    const char *folded;
  } rows[] = {
      {"INDONESIA", "indonesia"}, /* also under tr_TR */
      {"K\xC5\x8Cichi", "k\xC5\x8Dichi"},
      {"Cafe\xCC\x81", "caf\xC3\xA9"}, /* NFC */
      {"anak\xE2\x80\x90"
       "anak",
       "anak-anak"}, /* U+2010 */
      {"\xE2\x80\x9CKami\xE2\x80\x9D", "\"kami\""}, /* typographic quotes */
      {"Jum\xE2\x80\x99"
       "at",
       "jum'at"},
      {"per\xC2\xADusahaan", "perusahaan"}, /* soft hyphen */
      {"Rp\xC2\xA0"
       "140",
       "rp 140"}, /* no-break space */
      {"ka\xE2\x80\x8Bta", "kata"}, /* zero-width space */
      {"a\x80"
       "b",
       "a\xEF\xBF\xBD"
       "b"},
      {"Stra\xC3\x9F"
       "e",
       "strasse"},
      {"", ""},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    wi_buf out = wi_buf_make(100);
    CU_ASSERT_TRUE(wi_fold(&out, wi_str_of(rows[i].surface)));
    check_text(wi_buf_str(&out), rows[i].folded);
    wi_buf_free(&out);
  }
}

/* Eight bytes are folded at once: every ASCII byte at every place of a word of every length. */
static void every_ascii_byte_folds_everywhere(void) {
  char word[20];
  for (size_t len = 1; len <= sizeof word; len++) {
    for (size_t at = 0; at < len; at++) {
      for (int byte = 0; byte < 0x80; byte++) {
        wi_buf out = wi_buf_make(64);
        memset(word, 'M', len);
        word[at] = (char)byte;
        CU_ASSERT_TRUE_FATAL(wi_fold(&out, (wi_str){word, len}));
        CU_ASSERT_EQUAL_FATAL(out.len, len);
        const int small = byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte;
        CU_ASSERT_EQUAL(out.ptr[at], (char)small);
        CU_ASSERT_EQUAL(out.ptr[len - 1], at == len - 1 ? (char)small : 'm');
        wi_buf_free(&out);
      }
    }
  }
}

static void long_words_fold_too(void) {
  wi_buf out = wi_buf_make(1 << 20);
  wi_buf word = wi_buf_make(1 << 20);
  for (int i = 0; i < 3000; i++) {
    CU_ASSERT_TRUE(wi_buf_append(&word, WI_STR("A\xC3\x89")));
  }
  CU_ASSERT_TRUE(wi_fold(&out, wi_buf_str(&word)));
  CU_ASSERT_EQUAL(out.len, word.len);
  CU_ASSERT_EQUAL(memcmp(out.ptr, "a\xC3\xA9", 3), 0);
  wi_buf_free(&word);
  wi_buf_free(&out);
}

/* a, so many acutes (U+0301), and a dot below (U+0323), whose place is before them. */
static wi_buf marked_letter(int acutes) {
  wi_buf word = wi_buf_make(1000);
  wi_buf out = wi_buf_make(1000);
  CU_ASSERT_TRUE(wi_buf_push(&word, 'a'));
  for (int i = 0; i < acutes; i++) {
    CU_ASSERT_TRUE(wi_buf_append(&word, WI_STR("\xCC\x81")));
  }
  CU_ASSERT_TRUE(wi_buf_append(&word, WI_STR("\xCC\xA3")));
  CU_ASSERT_TRUE(wi_fold(&out, wi_buf_str(&word)));
  wi_buf_free(&word);
  return out;
}

static void thirty_marks_on_a_letter_are_put_in_order(void) {
  wi_buf few = marked_letter(29);
  wi_buf many = marked_letter(40);
  CU_ASSERT_EQUAL(few.len, 3 + 29 * 2);
  CU_ASSERT_EQUAL(memcmp(few.ptr, "\xE1\xBA\xA1\xCC\x81", 5), 0);
  CU_ASSERT_EQUAL_FATAL(many.len, 2 + 39 * 2 + 2);
  CU_ASSERT_EQUAL(memcmp(many.ptr, "\xC3\xA1\xCC\x81", 4), 0);
  CU_ASSERT_EQUAL(memcmp(many.ptr + 2 + 29 * 2, "\xCC\xA3\xCC\x81", 4), 0);
  wi_buf_free(&few);
  wi_buf_free(&many);
}

static void the_maximum_is_kept(void) {
  wi_buf out = wi_buf_make(3);
  CU_ASSERT_FALSE(wi_fold(&out, WI_STR("kata")));
  CU_ASSERT_EQUAL(out.len, 0);
  wi_buf_free(&out);
}

void suite_fold(void) {
  CU_pSuite suite = CU_add_suite("fold", NULL, NULL);
  CU_add_test(suite, "folds to the lookup form", folds_to_the_lookup_form);
  CU_add_test(suite, "every ASCII byte folds everywhere", every_ascii_byte_folds_everywhere);
  CU_add_test(suite, "long words fold too", long_words_fold_too);
  CU_add_test(suite, "thirty marks on a letter are put in order",
              thirty_marks_on_a_letter_are_put_in_order);
  CU_add_test(suite, "the maximum is kept", the_maximum_is_kept);
}
