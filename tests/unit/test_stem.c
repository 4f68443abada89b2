#include <CUnit/CUnit.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <warta/warta.h>

#include <libstemmer.h>

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
                             {"malaikat-malaikat-nya", "malaikat", LOWER},
                             {"hormat-menghormati", "hormat", LOWER},
                             {"maaf-memaafkan", "maaf", LOWER},
                             {"menyia-nyiakan", "sia", LOWER},
                             {"kupu-kupunya", "kupu-kupu", LOWER},
                             {"blorp-blorp", "blorp", LOWER},
                             {"blorp-blorp", "blorp", WI_CASE_ALL_CAPS},
                             {"blorp-blorp", "blorp-blorp", WI_CASE_NAME},
                             {"wewangian", "wangi", LOWER}};
  CHECK(rows);
}

static void test_takes_affixes_off_pairs(void) {
  static const row rows[] = {{"diombang-ambingkan", "ombang-ambing", LOWER},
                             {"mengutak-atik", "utak-atik", LOWER},
                             {"asal-usulnya", "asal-usul", LOWER},
                             {"bertanggung-jawab", "tanggungjawab", LOWER},
                             {"jual-beli", "jualbeli", LOWER},
                             {"jual-beli", "jual-beli", WI_CASE_NAME},
                             {"hitam-blorp", "hitam-blorp", LOWER}};
  CHECK(rows);
}

static void test_takes_hyphenated_affixes(void) {
  static const row rows[] = {{"di-upload", "upload", LOWER},
                             {"nge-tweet", "tweet", LOWER},
                             {"di-phk-kan", "phk", LOWER},
                             {"pph-nya", "pph", WI_CASE_ALL_CAPS},
                             {"me-review-nya", "review", LOWER},
                             {"di-follow-up", "follow-up", LOWER},
                             {"ber-ac", "ac", LOWER},
                             {"ke-indonesia-an", "indonesia", LOWER},
                             {"ke-20", "ke-20", LOWER},
                             {"ke-20-nya", "ke-20", LOWER},
                             {"pasca-covid", "pasca-covid", LOWER}};
  CHECK(rows);
}

static void test_asks_more_of_capitals(void) {
  static const row rows[] = {{"bekasi", "bekasi", WI_CASE_NAME},
                             {"kementerian", "menteri", WI_CASE_NAME},
                             {"berkeley", "berkeley", WI_CASE_NAME},
                             {"diperiksa", "periksa", WI_CASE_ALL_CAPS},
                             {"dugaan", "duga", WI_CASE_NAME},
                             {"hakimi", "hakimi", WI_CASE_NAME},
                             {"hakimi", "hakim", LOWER},
                             {"nabilah", "nabilah", WI_CASE_NAME},
                             {"kartuku", "kartuku", WI_CASE_NAME},
                             {"hasilnya", "hasil", WI_CASE_NAME},
                             {"benarkah", "benar", WI_CASE_NAME}};
  CHECK(rows);
}

static void test_doubts_bare_suffixes_at_a_sentence_start(void) {
  static const row rows[] = {
      {"bastian", "bastian", WI_CASE_START}, {"kucingan", "kucingan", WI_CASE_START},
      {"kucingan", "kucing", LOWER},         {"hasani", "hasani", LOWER},
      {"dugaan", "duga", WI_CASE_START},     {"dibanderol", "banderol", WI_CASE_START}};
  CHECK(rows);
}

/* A base that is listed keeps its own prefix: seragam is no ragam, merosot no rosot. */
static void test_stops_at_a_listed_base(void) {
  static const row rows[] = {
      {"penyeragaman", "seragam", LOWER}, {"keseragaman", "seragam", LOWER},
      {"disetarakan", "setara", LOWER},   {"ketidaksetaraan", "setara", LOWER},
      {"kemerosotan", "merosot", LOWER},  {"peselancar", "selancar", LOWER},
      {"menyelaraskan", "laras", LOWER},  {"menyeimbangkan", "imbang", LOWER}};
  CHECK(rows);
}

static void test_reads_common_misspellings(void) {
  static const row rows[] = {{"keadaanya", "ada", LOWER},
                             {"mengunakan", "guna", LOWER},
                             {"pengunaan", "guna", LOWER},
                             {"penegakkan", "tegak", LOWER},
                             {"menyakinkan", "yakin", LOWER},
                             {"menyicil", "cicil", LOWER},
                             {"mejelaskan", "jelas", LOWER},
                             {"menyalonkan", "calon", LOWER},
                             {"menyabotase", "sabotase", LOWER},
                             {"dilaporin", "lapor", LOWER},
                             {"kemanusian", "manusia", LOWER},
                             {"kenaikkan", "naik", LOWER},
                             {"penyelenggaran", "selenggara", LOWER},
                             {"merusakan", "rusak", LOWER},
                             {"keadaanya", "keadaanya", WI_CASE_NAME}};
  CHECK(rows);
}

static void test_reads_the_preposition_di(void) {
  static const row rows[] = {{"dihadapan", "hadap", LOWER},
                             {"dilingkungannya", "lingkung", LOWER},
                             {"dikehidupan", "hidup", LOWER}};
  CHECK(rows);
}

static void test_is_cautious_with_unknown_words(void) {
  static const row rows[] = {{"blorpnya", "blorp", LOWER},     {"diblorpkan", "blorp", LOWER},
                             {"mengglorpkan", "glorp", LOWER}, {"blorpku", "blorpku", LOWER},
                             {"kublorpa", "kublorpa", LOWER},  {"kublorpi", "kublorpi", LOWER},
                             {"kuroda", "kuroda", LOWER},      {"barkah", "barkah", LOWER},
                             {"alfatah", "alfatah", LOWER},    {"berblorpkan", "blorp", LOWER},
                             {"dishub", "dishub", LOWER},      {"distance", "distance", LOWER},
                             {"keblorwan", "keblorwan", LOWER}};
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

static wi_dictionary *open_dictionary(void) {
  wi_dictionary *dictionary = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  return dictionary;
}

static void test_lists_all_analyses(void) {
  wi_dictionary *dictionary = open_dictionary();
  wi_analyses analyses;
  wi_analyses_find(&analyses, dictionary, WI_STR("mengukur"));
  CU_ASSERT_TRUE(analyses.count >= 2); /* ukur, kukur */
  const wi_analysis *best = wi_analyses_best(&analyses, WI_PROOF_ANY);
  CU_ASSERT_PTR_NOT_NULL_FATAL(best);
  CU_ASSERT_TRUE(best->licensed);
  wi_dictionary_free(dictionary);
}

static void test_takes_rarer_affixes(void) {
  static const row rows[] = {
      {"bersikeras", "keras", LOWER},     {"bersitegang", "tegang", LOWER},
      {"dedaunan", "daun", LOWER},        {"rerumputan", "rumput", LOWER},
      {"bebatuan", "batu", LOWER},        {"kesebelas", "belas", LOWER},
      {"keseimbangan", "imbang", LOWER},  {"pembelajaran", "ajar", LOWER},
      {"setinggi", "tinggi", LOWER},      {"kepemilikan", "milik", LOWER},
      {"ketidakpastian", "pasti", LOWER}, {"menganekaragamkan", "anekaragam", LOWER}};
  CHECK(rows);
}

static void test_reads_one_k_for_two(void) {
  static const row rows[] = {{"menunjukan", "tunjuk", LOWER},
                             {"menunjukkan", "tunjuk", LOWER},
                             {"ditaklukan", "takluk", LOWER},
                             {"tunjukan", "tunjuk", LOWER},
                             {"memakukan", "paku", LOWER}};
  CHECK(rows);
}

/* -kah and -pun end many words by chance, and mengX is often of a rarer root in k- too. */
static void test_prefers_the_common_reading(void) {
  static const row rows[] = {{"selangkah", "langkah", LOWER},    {"serumpun", "rumpun", LOWER},
                             {"alangkah", "alangkah", LOWER},    {"apakah", "apa", LOWER},
                             {"tetapi", "tetapi", LOWER},        {"mengusut", "usut", LOWER},
                             {"menguras", "kuras", LOWER},       {"mengantuk", "kantuk", LOWER},
                             {"mengetik", "ketik", LOWER},       {"mengawali", "awal", LOWER},
                             {"tumpukan", "tumpuk", LOWER},      {"perolehan", "peroleh", LOWER},
                             {"memperoleh", "peroleh", LOWER},   {"bersikeras", "keras", LOWER},
                             {"mengarungi", "arung", LOWER},     {"perbankan", "bank", LOWER},
                             {"penyelidikan", "selidik", LOWER}, {"berpeluang", "peluang", LOWER}};
  CHECK(rows);
}

static void test_leaves_foreign_words_alone(void) {
  static const row rows[] = {{"division", "division", LOWER}, {"direct", "direct", LOWER},
                             {"didier", "didier", LOWER},     {"berkeley", "berkeley", LOWER},
                             {"me-review", "review", LOWER},  {"nge-tweet", "tweet", LOWER},
                             {"mediasi", "mediasi", LOWER},   {"direktori", "direktori", LOWER},
                             {"1990-an", "1990-an", LOWER},   {"ke-5", "ke-5", LOWER}};
  CHECK(rows);
}

static warta_stem_explanation explain(wi_stemmer *stemmer, const char *word, wi_stem_case context) {
  warta_stem_explanation result;
  CU_ASSERT_EQUAL(wi_stemmer_explain(stemmer, wi_str_of(word), context, &result, NULL), WARTA_OK);
  return result;
}

static void check_rows(const warta_stem_explanation *e) {
  size_t chosen = 0;
  for (size_t i = 0; i < e->count; i++) {
    const warta_stem_analysis *a = &e->analyses[i];
    int sum = 0;
    for (size_t part = 0; part < a->part_count; part++) {
      sum += a->parts[part].value;
    }
    CU_ASSERT_EQUAL(sum, a->score);
    CU_ASSERT_TRUE(i == 0 || !a->is_listed || a->score <= e->analyses[i - 1].score);
    chosen += a->is_chosen != 0;
  }
  CU_ASSERT_TRUE(chosen <= 1);
}

static bool has_prefix(const warta_stem_explanation *e, const char *prefixes, const char *root) {
  for (size_t i = 0; i < e->count; i++) {
    const warta_stem_analysis *a = &e->analyses[i];
    if (wi_str_equal((wi_str){a->prefixes.text, a->prefixes.len}, wi_str_of(prefixes)) &&
        wi_str_equal((wi_str){a->root.text, a->root.len}, wi_str_of(root))) {
      return true;
    }
  }
  return false;
}

static void test_explains_every_rule(void) {
  static const struct {
    const char *word;
    wi_stem_case context;
    const char *rule;
  } rows[] = {
      {"mengukur", LOWER, "highest score, then the longer root"},
      {"memperbaiki", LOWER, "highest score, then the longer root"},
      {"berlari-lari", LOWER, "highest score, then the longer root"},
      {"diketahui", LOWER, "highest score; its root is in the list of exceptions"},
      {"maluku", WI_CASE_NAME, "in the list of exceptions"},
      {"kementerian", WI_CASE_NAME, "capitals: highest score among the licensed"},
      {"blorpnya", WI_CASE_NAME, "capitals, and no licensed analysis: left as a name"},
      {"blorpnya", LOWER, "no root is known: the cautious rules"},
      {"blorp", LOWER, "no analysis"},
      {"sayur-mayur", LOWER, "in the list as it is, with its hyphen"},
      {"di-blorp", LOWER, "only the hyphenated affix taken off"},
      {"blorp-blorp", LOWER, "one half of a doubling"},
      {"dihadapan", LOWER, "di is the preposition, written together with the word"},
      {"mengunakan", LOWER, "a common misspelling of what is taken apart here"},
  };
  wi_dictionary *dictionary = open_dictionary();
  wi_stemmer *stemmer = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_stemmer_open(&stemmer, dictionary, WARTA_STEMMER_ROOTS, NULL), WARTA_OK);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const warta_stem_explanation e = explain(stemmer, rows[i].word, rows[i].context);
    CU_ASSERT_STRING_EQUAL(e.rule, rows[i].rule);
    check_rows(&e);
  }
  const warta_stem_explanation ukur = explain(stemmer, "mengukur", LOWER);
  CU_ASSERT_TRUE(has_prefix(&ukur, "me-", "ukur") && has_prefix(&ukur, "me-", "kukur"));
  wi_stemmer_free(stemmer);
  wi_dictionary_free(dictionary);
}

/* Against libstemmer itself, over the words that this file has and all their beginnings. */
static void test_snowball_is_snowball(void) {
  static const char text[] =
      "mempertanggungjawabkannya perbaikan penyelidikan ketidakadilan sebaikbaiknya keberangkatan "
      "pengetahuan diperbincangkanlah kunyanyikan bersekolah pelajaranmu terkatakatapun";
  wi_dictionary *dictionary = open_dictionary();
  wi_stemmer *stemmer = NULL;
  struct sb_stemmer *plain = sb_stemmer_new("indonesian", "UTF_8");
  CU_ASSERT_EQUAL_FATAL(wi_stemmer_open(&stemmer, dictionary, WARTA_STEMMER_SNOWBALL, NULL),
                        WARTA_OK);
  CU_ASSERT_PTR_NOT_NULL_FATAL(plain);
  for (size_t start = 0; start < sizeof text - 1; start++) {
    for (size_t len = 1; start + len <= sizeof text - 1 && len <= 24; len++) {
      wi_stem_result result;
      const wi_str word = {text + start, len};
      CU_ASSERT_EQUAL(wi_stemmer_stem(stemmer, word, LOWER, &result, NULL), WARTA_OK);
      const sb_symbol *stem = sb_stemmer_stem(plain, (const sb_symbol *)word.ptr, (int)len);
      const wi_str expected = {(const char *)stem, (size_t)sb_stemmer_length(plain)};
      CU_ASSERT_TRUE(wi_str_equal(result.stem, expected));
    }
  }
  sb_stemmer_delete(plain);
  wi_stemmer_free(stemmer);
  wi_dictionary_free(dictionary);
}

/* The public call: anything may come in; a megabyte is a word too long, not an error. */
static void test_public_calls_take_anything(void) {
  static const struct {
    const char *word;
    size_t len;
    const char *stem;
  } rows[] = {
      {"", 0, ""},
      {"12345", 5, "12345"},
      {"\xFF\xFEnya", 5, "\xEF\xBF\xBD\xEF\xBF\xBDnya"},
      {"ber\xD0\xB4\xD0\xB0", 7, "ber\xD0\xB4\xD0\xB0"},
      {"menyapu\0x", 9, "menyapu\0x"},
      {"menye\xCC\x81pu", 9, "meny\xC3\xA9pu"},
  };
  enum { LARGE = 1 << 20 };
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  warta_stem_result result;
  warta_stem_explanation why;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&session, analyzer, NULL), WARTA_OK);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    CU_ASSERT_EQUAL(warta_stem(&result, session, rows[i].word, rows[i].len, NULL), WARTA_OK);
    CU_ASSERT_TRUE(strlen(rows[i].stem) <= result.len &&
                   memcmp(result.stem, rows[i].stem, strlen(rows[i].stem)) == 0);
    CU_ASSERT_EQUAL(warta_stem_explain(&why, session, rows[i].word, rows[i].len, NULL), WARTA_OK);
  }
  char *large = malloc(LARGE);
  CU_ASSERT_PTR_NOT_NULL_FATAL(large);
  memset(large, 'a', LARGE);
  CU_ASSERT_EQUAL(warta_stem(&result, session, large, LARGE, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(result.len, LARGE);
  CU_ASSERT_EQUAL(warta_stem_explain(&why, session, large, LARGE, NULL), WARTA_OK);
  CU_ASSERT_STRING_EQUAL(why.rule, "too long for a word");
  CU_ASSERT_EQUAL(why.count, 0);
  free(large);
  warta_session_free(session);
  warta_analyzer_free(analyzer);
}

static void test_names_the_broken_list(void) {
  static const struct {
    const char *list;
    const char *begins;
    size_t line;
    bool is_root;
  } rows[] = {
      {"baik\n[nonsense\n", "roots: ", 2, true}, {"karakter ber-\n", "roots: ", 1, true},
      {"karakter: bar-\n", "roots: ", 1, true},  {"a = b\n[nonsense\n", "exceptions: ", 2, false},
      {"a == b\n", "exceptions: ", 1, false},    {"a =\n", "exceptions: ", 1, false},
      {"-\n", "exceptions: ", 1, false},
  };
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    const warta_text list = {rows[i].list, strlen(rows[i].list)};
    warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
    warta_analyzer *analyzer = NULL;
    warta_error error;
    *(rows[i].is_root ? &options.roots : &options.exceptions) = list;
    CU_ASSERT_EQUAL(warta_analyzer_open(&analyzer, &options, &error), WARTA_ERR_DATA);
    CU_ASSERT_PTR_NULL(analyzer);
    CU_ASSERT_EQUAL(error.line, rows[i].line);
    CU_ASSERT_EQUAL(strncmp(error.detail, rows[i].begins, strlen(rows[i].begins)), 0);
  }
}

void suite_stem(void) {
  CU_pSuite suite = CU_add_suite("stem", NULL, NULL);
  CU_add_test(suite, "restores what nasals cover", test_restores_nasals);
  CU_add_test(suite, "takes confixes and clitics off", test_takes_confixes_and_clitics);
  CU_add_test(suite, "leaves words alone that only look affixed", test_leaves_words_alone);
  CU_add_test(suite, "undoes reduplication", test_undoes_reduplication);
  CU_add_test(suite, "takes affixes off pairs", test_takes_affixes_off_pairs);
  CU_add_test(suite, "takes hyphenated affixes off", test_takes_hyphenated_affixes);
  CU_add_test(suite, "asks more of capitals", test_asks_more_of_capitals);
  CU_add_test(suite, "doubts bare suffixes at a sentence start",
              test_doubts_bare_suffixes_at_a_sentence_start);
  CU_add_test(suite, "stops at a listed base", test_stops_at_a_listed_base);
  CU_add_test(suite, "reads common misspellings", test_reads_common_misspellings);
  CU_add_test(suite, "reads the preposition di", test_reads_the_preposition_di);
  CU_add_test(suite, "is cautious with unknown words", test_is_cautious_with_unknown_words);
  CU_add_test(suite, "defines odd input", test_defines_odd_input);
  CU_add_test(suite, "Snowball and none are as they are", test_other_stemmers);
  CU_add_test(suite, "lists all analyses", test_lists_all_analyses);
  CU_add_test(suite, "takes the rarer affixes off", test_takes_rarer_affixes);
  CU_add_test(suite, "reads -kan after k, written with one k", test_reads_one_k_for_two);
  CU_add_test(suite, "prefers the common reading", test_prefers_the_common_reading);
  CU_add_test(suite, "leaves foreign words alone", test_leaves_foreign_words_alone);
  CU_add_test(suite, "explains by every rule", test_explains_every_rule);
  CU_add_test(suite, "Snowball is libstemmer", test_snowball_is_snowball);
  CU_add_test(suite, "public calls take anything", test_public_calls_take_anything);
  CU_add_test(suite, "names the broken list and line", test_names_the_broken_list);
}
