#include <CUnit/CUnit.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "analyses.h"
#include "dictionary.h"
#include "stem.h"
#include "suites.h"

extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;

typedef struct row {
  const char *word;
  const char *stem;
  wi_stem_case context;
} row;

static void check(const row *rows, size_t count, warta_stemmer kind) {
  wi_dictionary *dictionary = NULL;
  wi_stemmer *stemmer = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_stemmer_open(&stemmer, dictionary, kind, NULL), WARTA_OK);
  for (size_t i = 0; i < count; i++) {
    wi_stem_result result = {0};
    CU_ASSERT_EQUAL(
        wi_stemmer_stem(stemmer, wi_str_of(rows[i].word), rows[i].context, &result, NULL),
        WARTA_OK);
    const bool ok = wi_str_equal(result.stem, wi_str_of(rows[i].stem));
    if (!ok) {
      printf("\n    %s: %.*s, not %s", rows[i].word, (int)result.stem.len, result.stem.ptr,
             rows[i].stem);
    }
    CU_ASSERT_TRUE(ok);
  }
  wi_stemmer_free(stemmer);
  wi_dictionary_free(dictionary);
}

#define CHECK(rows) check((rows), sizeof(rows) / sizeof(rows)[0], WARTA_STEMMER_ROOTS)
#define LOWER WI_CASE_LOWER

static void test_restores_nasals(void) {
  static const row rows[] = {{"menyapu", "sapu", LOWER},        {"memakai", "pakai", LOWER},
                             {"menulis", "tulis", LOWER},       {"mengirim", "kirim", LOWER},
                             {"mengukur", "ukur", LOWER},       {"mengebom", "bom", LOWER},
                             {"pemrograman", "program", LOWER}, {"mengkaji", "kaji", LOWER}};
  CHECK(rows);
}

static void test_takes_confixes_and_clitics(void) {
  static const row rows[] = {
      {"keadilan", "adil", LOWER},      {"perbaikan", "baik", LOWER},
      {"memberlakukan", "laku", LOWER}, {"ketidakadilan", "adil", LOWER},
      {"ambilkanlah", "ambil", LOWER},  {"sebaiknya", "baik", LOWER},
      {"dibelinya", "beli", LOWER},     {"mempertanggungjawabkan", "tanggungjawab", LOWER}};
  CHECK(rows);
}

static void test_leaves_words_alone(void) {
  static const row rows[] = {{"beruang", "beruang", LOWER},
                             {"sekolah", "sekolah", LOWER},
                             {"adalah", "adalah", LOWER},
                             {"kalian", "kalian", LOWER},
                             {"a", "a", LOWER},
                             {"ke-20", "ke-20", LOWER},
                             {"non-migas", "non-migas", LOWER}};
  CHECK(rows);
}

static void test_undoes_reduplication(void) {
  static const row rows[] = {{"anak-anak", "anak", LOWER},
                             {"kawan-kawannya", "kawan", LOWER},
                             {"berlari-lari", "lari", LOWER},
                             {"tarik-menarik", "tarik", LOWER},
                             {"memukul-mukul", "pukul", LOWER},
                             {"kemerah-merahan", "merah", LOWER},
                             {"sayur-mayur", "sayur-mayur", LOWER},
                             {"bolak-balik", "bolak-balik", LOWER},
                             {"kupu-kupu", "kupu-kupu", LOWER},
                             {"sebaik-baiknya", "baik", LOWER},
                             {"malaikat-malaikat-nya", "malaikat", LOWER}};
  CHECK(rows);
}

static void test_takes_hyphenated_affixes(void) {
  static const row rows[] = {{"di-upload", "upload", LOWER},
                             {"nge-tweet", "tweet", LOWER},
                             {"di-phk-kan", "phk", LOWER},
                             {"pph-nya", "pph", WI_CASE_ALL_CAPS}};
  CHECK(rows);
}

static void test_asks_more_of_capitals(void) {
  static const row rows[] = {{"bekasi", "bekasi", WI_CASE_NAME},
                             {"kementerian", "menteri", WI_CASE_NAME},
                             {"berkeley", "berkeley", WI_CASE_NAME},
                             {"diperiksa", "periksa", WI_CASE_ALL_CAPS}};
  CHECK(rows);
}

static void test_is_cautious_with_unknown_words(void) {
  static const row rows[] = {{"blorpnya", "blorp", LOWER},
                             {"diblorpkan", "blorp", LOWER},
                             {"mengglorpkan", "glorp", LOWER},
                             {"blorpku", "blorpku", LOWER},
                             {"kublorpa", "kublorpa", LOWER}};
  CHECK(rows);
}

static void test_defines_odd_input(void) {
  static const row rows[] = {
      {"", "", LOWER},
      {"-", "-", LOWER},
      {"--", "--", LOWER},
      {"-nya", "-nya", LOWER},
      {"di-", "di-", LOWER},
      {"memperpersepersepersepersepersepersepersepersepersepersepersepersepersepeannya",
       "memperpersepersepersepersepersepersepersepersepersepersepersepersepersepeannya", LOWER},
      {"\xC3\xA9nya\xC3\xA9", "\xC3\xA9nya\xC3\xA9", LOWER}};
  CHECK(rows);
}

static void test_other_stemmers(void) {
  static const row none[] = {{"berlari", "berlari", LOWER}};
  static const row snowball[] = {{"perbaikan", "baik", LOWER}, {"pengurus", "urus", LOWER}};
  check(none, 1, WARTA_STEMMER_NONE);
  check(snowball, 2, WARTA_STEMMER_SNOWBALL);
}

/* Every analysis is listed, and the word is given back as it was. */
static void test_lists_all_analyses(void) {
  wi_dictionary *dictionary = NULL;
  wi_analyses analyses;
  char word[] = "mengukur";
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  wi_analyses_find(&analyses, dictionary, word, sizeof word - 1);
  CU_ASSERT_STRING_EQUAL(word, "mengukur");
  CU_ASSERT_TRUE(analyses.count >= 2); /* ukur, kukur */
  const wi_analysis *best = wi_analyses_best(&analyses, false);
  CU_ASSERT_PTR_NOT_NULL_FATAL(best);
  CU_ASSERT_TRUE(best->licensed);
  wi_dictionary_free(dictionary);
}

void suite_stem(void) {
  CU_pSuite suite = CU_add_suite("stem", NULL, NULL);
  CU_add_test(suite, "restores what nasals cover", test_restores_nasals);
  CU_add_test(suite, "takes confixes and clitics off", test_takes_confixes_and_clitics);
  CU_add_test(suite, "leaves words alone that only look affixed", test_leaves_words_alone);
  CU_add_test(suite, "undoes reduplication", test_undoes_reduplication);
  CU_add_test(suite, "takes hyphenated affixes off", test_takes_hyphenated_affixes);
  CU_add_test(suite, "asks more of capitals", test_asks_more_of_capitals);
  CU_add_test(suite, "is cautious with unknown words", test_is_cautious_with_unknown_words);
  CU_add_test(suite, "defines odd input", test_defines_odd_input);
  CU_add_test(suite, "Snowball and none are as they are", test_other_stemmers);
  CU_add_test(suite, "lists all analyses", test_lists_all_analyses);
}
