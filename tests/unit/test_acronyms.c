#include "acronyms.h"

#include "given.h"
#include "suites.h"

static void finds_pairs(void) {
  static const struct {
    const char *text;
    const char *shorter;
    const char *longer;
  } rows[] = {
      {"Minat terhadap Ibu Kota Nusantara (IKN) naik.", "IKN", "Ibu Kota Nusantara"},
      {"Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) menyiarkannya.", "BMKG",
       "Badan Meteorologi, Klimatologi, dan Geofisika"},
      {"Kata Menteri Perindustrian (Menperin) kemarin.", "Menperin", "Menteri Perindustrian"},
      {"Ia memimpin OIKN (Otorita Ibu Kota Nusantara) sejak lama.", "OIKN",
       "Otorita Ibu Kota Nusantara"},
      {"Bersama Japan External Trade Organization (JETRO), dialog dibuka.", "JETRO",
       "Japan External Trade Organization"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    given g = given_text(wi_str_of(rows[i].text), (wi_str){NULL, 0});
    check_number(rows[i].text, warta_document_acronym_count(g.document), 1);
    if (warta_document_acronym_count(g.document) == 1) {
      const warta_acronym row = warta_document_acronym(g.document, 0);
      const wi_str text = wi_str_of(rows[i].text);
      check_text(wi_str_slice(text, row.short_start, row.short_end), rows[i].shorter);
      check_text(wi_str_slice(text, row.long_start, row.long_end), rows[i].longer);
    }
    given_free(&g);
  }
}

static void leaves_other_brackets_alone(void) {
  static const char *const rows[] = {
      "Warga Kota Bekasi (Jabar) mengungsi.", /* no B in the words before */
      "Mereka datang pagi hari (WIB) kemarin.", /* no match, and no capital */
      "Pertandingan berakhir seri (2-2) di Solo.", /* no letters */
      "Tim itu (Persib) menang besar.", /* no long form before */
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    given g = given_text(wi_str_of(rows[i]), (wi_str){NULL, 0});
    check_number(rows[i], warta_document_acronym_count(g.document), 0);
    given_free(&g);
  }
}

static void both_forms_are_one_term(void) {
  const wi_str text =
      WI_STR("Ibu Kota Nusantara (IKN) dibangun. Warga IKN senang. Kantor di Ibu Kota Nusantara "
             "dibuka. Kota lain menyusul.");
  given g = given_text(text, (wi_str){NULL, 0});
  CU_ASSERT_EQUAL(given_count(&g, "ikn"), 4);
  CU_ASSERT_EQUAL(given_count(&g, "nusantara"), 0);
  CU_ASSERT_EQUAL(given_count(&g, "kota"), 1);
  CU_ASSERT_EQUAL(warta_document_sentence_count(g.document), 4);
  given_free(&g);
}

static void the_longer_of_two_long_forms_wins(void) {
  const wi_str text =
      WI_STR("Otorita Ibu Kota Nusantara (OIKN) mengelola Ibu Kota Nusantara (IKN). "
             "Otorita Ibu Kota Nusantara bekerja.");
  given g = given_text(text, (wi_str){NULL, 0});
  CU_ASSERT_EQUAL(given_count(&g, "oikn"), 3);
  CU_ASSERT_EQUAL(given_count(&g, "ikn"), 2);
  given_free(&g);
}

void suite_acronyms(void) {
  CU_pSuite suite = CU_add_suite("acronyms", NULL, NULL);
  CU_add_test(suite, "finds pairs", finds_pairs);
  CU_add_test(suite, "leaves other brackets alone", leaves_other_brackets_alone);
  CU_add_test(suite, "both forms are one term", both_forms_are_one_term);
  CU_add_test(suite, "the longer of two long forms wins", the_longer_of_two_long_forms_wins);
}
