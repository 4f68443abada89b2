#include <string.h>

#include <warta/warta.h>

#include "check.h"
#include "given.h"
#include "name_roles.h"
#include "overlap.h"
#include "suites.h"

/* Made up for the tests. */
#define ARTICLE                                                                                    \
  "Pemerintah Kabupaten Sukamaju membangun Pasar Wirakerta di tepi sungai. Pasar Wirakerta akan "  \
  "menampung pedagang kecil dari tiga desa.\n\n"                                                   \
  "Pembangunan pasar itu diawasi Komisi Pengawas Pasar Daerah (KPPD). Menurut KPPD, pedagang "     \
  "kecil mendapat kios lebih dahulu. Kios pedagang kecil tidak dipungut biaya.\n\n"                \
  "Ketua panitia, Danu Prawirata, mengatakan kios selesai bulan depan. Danu berharap harga "       \
  "sewa tetap murah, kata Danu."

static warta_keyword_list *ask(const given *g, uint32_t limit, uint32_t max_words) {
  warta_keyword_list *list = NULL;
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  options.limit = limit;
  options.max_words = max_words;
  CU_ASSERT_EQUAL_FATAL(warta_keywords(&list, g->document, NULL, &options, NULL), WARTA_OK);
  return list;
}

static warta_keyword find_keyword(const warta_keyword_list *list, const char *text) {
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    const warta_keyword row = warta_keywords_at(list, i);
    if (wi_str_equal((wi_str){row.text, row.len}, wi_str_of(text))) {
      return row;
    }
  }
  return (warta_keyword){NULL, 0, 0.0, 0, NULL};
}

static void test_names_and_phrases_that_come_back_are_found(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_keyword_list *list = ask(&g, 10, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Pasar Wirakerta").count, 2);
  CU_ASSERT_EQUAL(find_keyword(list, "pedagang kecil").count, 3);
  CU_ASSERT_EQUAL(find_keyword(list, "Danu Prawirata").count, 3);
  CU_ASSERT_EQUAL(find_keyword(list, "Danu").count, 0);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_both_forms_of_an_acronym_are_one_keyword(void) {
  static const char TEXT[] = ARTICLE;
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  const warta_keyword row = find_keyword(list, "KPPD");
  CU_ASSERT_EQUAL_FATAL(row.count, 3);
  check_text((wi_str){TEXT + row.spans[0].start, row.spans[0].end - row.spans[0].start},
             "Komisi Pengawas Pasar Daerah");
  check_text((wi_str){TEXT + row.spans[2].start, row.spans[2].end - row.spans[2].start}, "KPPD");
  warta_keywords_free(list);
  given_free(&g);
}

static void test_scores_fall_from_one_and_spans_rise(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_keyword_list *list = ask(&g, 100, 4);
  double last = 1.0;
  CU_ASSERT_FATAL(warta_keywords_count(list) > 0);
  CU_ASSERT_DOUBLE_EQUAL(warta_keywords_at(list, 0).score, 1.0, 0.0);
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    const warta_keyword row = warta_keywords_at(list, i);
    size_t end = 0;
    CU_ASSERT(row.score <= last && row.score >= 0.0 && row.count > 0);
    for (uint32_t n = 0; n < row.count; n++) {
      CU_ASSERT(row.spans[n].start >= end && row.spans[n].start < row.spans[n].end);
      end = row.spans[n].end;
    }
    CU_ASSERT(end <= sizeof ARTICLE - 1);
    last = row.score;
  }
  warta_keywords_free(list);
  given_free(&g);
}

static void test_no_keyword_stands_whole_in_another(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_keyword_list *list = ask(&g, 10000, 8);
  wi_overlap taken = wi_overlap_make();
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    const warta_keyword row = warta_keywords_at(list, i);
    CU_ASSERT_FALSE(wi_overlap_clashes(&taken, (wi_str){row.text, row.len}));
    CU_ASSERT_TRUE(wi_overlap_add(&taken, (wi_str){row.text, row.len}));
  }
  wi_overlap_free(&taken);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_max_words_bounds_the_phrases(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  for (uint32_t max_words = 1; max_words <= 8; max_words++) {
    warta_keyword_list *list = ask(&g, 100, max_words);
    for (size_t i = 0; i < warta_keywords_count(list); i++) {
      const warta_keyword row = warta_keywords_at(list, i);
      uint32_t words = 1;
      for (size_t k = 0; k < row.len; k++) {
        words += row.text[k] == ' ';
      }
      CU_ASSERT(words <= max_words);
    }
    warta_keywords_free(list);
  }
  given_free(&g);
}

static void test_words_of_the_headline_gain(void) {
  const wi_str text = WI_STR("Panitia menyiapkan panggung dan lampu untuk acara itu.");
  given plain = given_text(text, WI_STR(""));
  given titled = given_text(text, WI_STR("Acara batal"));
  warta_keyword_list *without = ask(&plain, 10, 4);
  warta_keyword_list *with = ask(&titled, 10, 4);
  CU_ASSERT(find_keyword(with, "acara").score > find_keyword(without, "acara").score);
  warta_keywords_free(without);
  warta_keywords_free(with);
  given_free(&plain);
  given_free(&titled);
}

static void test_a_text_with_a_word_has_a_keyword(void) {
  static const struct {
    const char *text;
    const char *want; /* NULL: none */
  } ROWS[] = {
      {"", NULL},       {" \n.,-", NULL}, {"yang", "yang"},     {"Itu dan ini.", "itu"},
      {"2026", "2026"}, {"Foto: A", ""},  {"banjir", "banjir"},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    given g = given_text(wi_str_of(ROWS[i].text), WI_STR(""));
    warta_keyword_list *list = ask(&g, 10, 4);
    check_number(ROWS[i].text, warta_keywords_count(list) > 0, ROWS[i].want != NULL);
    if (ROWS[i].want != NULL && ROWS[i].want[0] != '\0') {
      const warta_keyword first = warta_keywords_at(list, 0);
      check_text((wi_str){first.text, first.len}, ROWS[i].want);
    }
    warta_keywords_free(list);
    given_free(&g);
  }
}

static void test_white_space_in_a_keyword_is_one_space(void) {
  given g = given_text(WI_STR("Warga melihat Pasar  Wirakerta. Kini Pasar\tWirakerta ramai."),
                       WI_STR(""));
  warta_keyword_list *list = ask(&g, 10, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Pasar Wirakerta").count, 2);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_options_out_of_range_are_errors(void) {
  static const uint32_t ROWS[][2] = {{0, 4}, {10001, 4}, {10, 0}, {10, 9}};
  given g = given_text(WI_STR("banjir"), WI_STR(""));
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    warta_keyword_list *list = NULL;
    warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
    options.limit = ROWS[i][0];
    options.max_words = ROWS[i][1];
    CU_ASSERT_EQUAL(warta_keywords(&list, g.document, NULL, &options, NULL), WARTA_ERR_ARGUMENT);
    CU_ASSERT_PTR_NULL(list);
  }
  warta_keywords_free(NULL);
  given_free(&g);
}

/* Made up: each text is one sentence or two; the keyword must be in the list, or must not. */
static void test_names_are_cut_where_an_editor_would(void) {
  static const struct {
    const char *text;
    const char *want;
    const char *unwanted;
  } ROWS[] = {
      {"Rapat dibuka Jie Zhao Kepala Biro Wirakerta.", "Jie Zhao", "Zhao Kepala"},
      {"Sidang dipimpin Menteri Perdagangan Wirya Danuarta.", "Menteri Perdagangan Wirya Danuarta",
       "Perdagangan Wirya"},
      {"Acara dihadiri Menkeu Sri Danuarta kemarin.", "Menkeu Sri Danuarta", "Menkeu Sri"},
      {"Warga menemui AKBP Moch Danuarta di sana.", "Moch Danuarta", "AKBP Moch"},
      {"Rapat dihadiri Ketua KPU Jatim Wirya Danuarta.", "Wirya Danuarta", "Jatim Wirya"},
      {"Kapal itu tiba di Timur Tengah kemarin.", "Timur Tengah", "Timur"},
      {"Acara Mold & Dies dibuka kemarin.", "Mold & Dies", "Mold"},
      {"Pasokan B20 dan COVID-19 dibahas.", "B20", "B"},
      {"Rapat di Hotel Wira dipimpin Wakil Ketua Umum Danu Wirakerta.", "Danu Wirakerta",
       "Umum Danu"},
      {"Warga menemui anggota Komisi XI DPR RI Wirya Danuarta kemarin.", "Komisi XI DPR RI",
       "anggota Komisi"},
      {"Warga menemui Ketua Komisi X DPR Wirya Danuarta kemarin.", "Komisi X DPR", "Ketua Komisi"},
      {"Laga Copa del Rey digelar kemarin.", "Copa del Rey", "Copa"},
      {"Ia kalah dari Rosa de la Brata kemarin.", "Rosa de la Brata", "Rosa"},
      {"Warga menanyakan UU Nomor 11 Tahun 2020 itu.", "UU Nomor 11 Tahun 2020", "UU Nomor 11"},
      {"Nomor 79 disebut dalam Pasal 31 ayat (3) kemarin.", "Pasal 31", "Nomor"},
      {"Warga menemui Divisi Humas Polri Kombes Wirya Danuarta.", "Wirya Danuarta", "Polri Kombes"},
      {"Rapat dibuka Prof Ir Arturo Danuarta kemarin.", "Arturo Danuarta", "Prof"},
      {"Hasil itu dibawa pakar UI Wirya Danuarta kemarin.", "Wirya Danuarta", "UI Wirya"},
      {"Warga menemui Direktur PT Melanton Pratama kemarin.", "PT Melanton Pratama",
       "Melanton Pratama"},
      {"Warga menemui Anggota DPRD Kabupaten Demak Endang Danuarta.", "Endang Danuarta",
       "DPRD Kabupaten"},
      {"Rapat dihadiri Sekjen PKB Abdul Kadir Danuarta.", "Abdul Kadir Danuarta", "PKB Abdul"},
      {"Bendahara PT Dalihan Group Danuarta datang.", "PT Dalihan Group", "Group Danuarta"},
      {"Warga Puncak bertemu di Bogor Kabupaten Wirya kemarin.", "Kabupaten Wirya",
       "Bogor Kabupaten"},
      {"Acara itu diadakan oleh PT Wira (Persero) kemarin.", "PT Wira", "Persero"},
      {"Kehadiran Eddy Danuarta dinanti warga.", "Eddy Danuarta", "Kehadiran Eddy"},
      {"Arsenal 2 - 1 Chelsea kemarin.", "Chelsea", "Arsenal 2"},
      {"Menurut dataBloomberg hari ini, rupiah naik.", "rupiah", "dataBloomberg"},
      {"Warga menilai sebenarnyaDPR hari ini bersidang.", "warga", "sebenarnyaDPR"},
      {"Hal itu kata Sekretaris Kabinet Tommy Indra Wijaya kemarin.", "Tommy Indra Wijaya",
       "Kabinet Tommy"},
      {"Warga bekerja di Kementerian Kebudayaan, Riset dan Industri kemarin.",
       "Kementerian Kebudayaan, Riset dan Industri", "Riset"},
      {"Warga menemui Menteri Budi, Tono dan Rani kemarin.", "Rani", "Menteri Budi, Tono dan Rani"},
      {"Warga Satuan Lalu Lintas dan Angkutan Kawasan Industri Kabupaten Wirya datang.",
       "Kabupaten Wirya", "Angkutan"},
      {"Warga membaca Capaian dan Evaluasi 1 Tahun Pemerintahan kemarin.", "warga", "Evaluasi 1"},
      {"Polisi menangkap pelaku berinisial RH (24), DS (27), dan AM kemarin.", "polisi", "DS"},
      {"Polisi menangkap YQK (31), warga Wirakerta. YQK melawan.", "Wirakerta", "YQK"},
      {"Panen 50 ton beras itu disimpan.", "panen", "ton"},
  };
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    given g = given_text(wi_str_of(ROWS[i].text), WI_STR(""));
    warta_keyword_list *list = ask(&g, 20, 4);
    check_number(ROWS[i].text, find_keyword(list, ROWS[i].want).count, 1);
    check_number(ROWS[i].unwanted, find_keyword(list, ROWS[i].unwanted).count, 0);
    warta_keywords_free(list);
    given_free(&g);
  }
}

static void test_no_phrase_holds_a_verb(void) {
  given g = given_text(
      WI_STR("Warga menjaga pasar ikan. Petugas menjaga pasar ikan. Penjagaan itu ramai."),
      WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "pasar ikan").count, 2);
  CU_ASSERT_EQUAL(find_keyword(list, "menjaga pasar").count, 0);
  CU_ASSERT_EQUAL(find_keyword(list, "penjagaan").count, 3);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_an_acronym_and_its_words_are_said_once(void) {
  given g = given_text(WI_STR("Hakim di Mahkamah Agung memutus. Ketua MA diam. Putusan Mahkamah "
                              "Agung dibaca. Berkas MA lengkap."),
                       WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(
      (find_keyword(list, "MA").count > 0) + (find_keyword(list, "Mahkamah Agung").count > 0), 1);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_the_possessive_is_not_shown(void) {
  given g = given_text(WI_STR("Kampusnya sepi. Warga melihat kampusnya."), WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "kampus").count, 2);
  warta_keywords_free(list);
  given_free(&g);
}

/* "Menteri Keuangan (Menkeu)" begins a sentence, but is no "menteri". */
static void test_an_office_keeps_its_capital(void) {
  given g = given_text(WI_STR("Menteri Keuangan (Menkeu) Danu Prawirata datang. Menteri Keuangan "
                              "itu hadir. Rapat digelar oleh Menkeu di Jakarta."),
                       WI_STR(""));
  warta_keyword_list *list = ask(&g, 10, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "menteri Keuangan").count, 0);
  CU_ASSERT_TRUE(find_keyword(list, "Menteri Keuangan").count > 0);
  warta_keywords_free(list);
  given_free(&g);
}

/* The logarithm of the frequency is that of the mentions, weighted: the more, the more. */
static void check_features(const int32_t *values, double frequency) {
  CU_ASSERT_STRING_EQUAL(warta_keyword_feature_name(0), "mentions");
  CU_ASSERT_EQUAL(values[0] > 0, frequency > 1.0);
  for (size_t i = 0; i < warta_keyword_feature_count(); i++) {
    const bool may_be_below = strcmp(warta_keyword_feature_name(i), "headlines") == 0;
    CU_ASSERT(values[i] >= 0 || may_be_below);
  }
}

static int32_t feature_of(const warta_keyword_list *list, const char *word, const char *name) {
  int32_t found = INT32_MIN;
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    const warta_keyword keyword = warta_keywords_at(list, i);
    if (keyword.len != strlen(word) || memcmp(keyword.text, word, keyword.len) != 0) {
      continue;
    }
    for (size_t f = 0; f < warta_keyword_feature_count(); f++) {
      if (strcmp(warta_keyword_feature_name(f), name) == 0) {
        found = warta_keywords_features(list, i)[f];
      }
    }
  }
  return found;
}

/* Said as often, in places that are alike: a headline takes the first, and leaves the second. */
static void test_what_headlines_take_stands_before_what_they_leave(void) {
  given g = given_text(WI_STR("Peristiwa kebakaran itu diteliti. Kebakaran serta peristiwa lain "
                              "terjadi kemarin."),
                       WI_STR(""));
  warta_keyword_list *list = ask(&g, 10, 1);
  CU_ASSERT(feature_of(list, "kebakaran", "headlines") > 0);
  CU_ASSERT(feature_of(list, "peristiwa", "headlines") < 0);
  CU_ASSERT(find_keyword(list, "kebakaran").score > find_keyword(list, "peristiwa").score);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_an_office_is_shown_where_it_mostly_stands(void) {
  given g =
      given_text(WI_STR("Warga bertemu Menteri Sosial Wirya Kandaka di balai. Mereka mengundang "
                        "Menteri Agama Brata Kusumah dan Brata datang. Brata lalu bicara, kata "
                        "Brata."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Menteri Sosial Wirya Kandaka").count, 1);
  CU_ASSERT_EQUAL(find_keyword(list, "Brata Kusumah").count, 4);
  warta_keywords_free(list);
  list = ask(&g, 20, 3);
  CU_ASSERT_EQUAL(find_keyword(list, "Wirya Kandaka").count, 1);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_headline_case_and_labels_make_no_names(void) {
  given g = given_text(WI_STR("Harga Sewa Kios di Pasar Kembang Naik Dua Kali Lipat.\n\n"
                              "Tanya: Berapa harga sewa kios itu?\n\nJawab: Harga sewa murah.\n\n"
                              "Tanya: Siapa pemilik kios itu?\n\nJawab: Pemerintah daerah."),
                       WI_STR("Wawancara"));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Tanya").count, 0);
  CU_ASSERT_EQUAL(find_keyword(list, "Jawab").count, 0);
  CU_ASSERT_EQUAL(find_keyword(list, "Pasar Kembang Naik Dua").count, 0);
  CU_ASSERT_EQUAL(find_keyword(list, "pemilik").count, 1);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_the_parts_multiply_to_the_score(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR("Pasar Wirakerta"));
  for (uint32_t max_words = 1; max_words <= 4; max_words += 3) {
    warta_keyword_list *list = ask(&g, 100, max_words);
    const double best = warta_keywords_parts(list, 0).total;
    for (size_t i = 0; i < warta_keywords_count(list); i++) {
      const warta_keyword_parts parts = warta_keywords_parts(list, i);
      const double product =
          parts.frequency * parts.idf * parts.position * parts.name * parts.form * parts.headline;
      CU_ASSERT_DOUBLE_EQUAL(product, parts.total, 1e-9 * parts.total);
      CU_ASSERT_DOUBLE_EQUAL(parts.total / best, warta_keywords_at(list, i).score, 1e-9);
      CU_ASSERT(parts.headline >= 1.0 && parts.headline <= 2.0 && parts.position >= 1.0);
      check_features(warta_keywords_features(list, i), parts.frequency);
    }
    warta_keywords_free(list);
  }
  given_free(&g);
}

static void test_doubles_may_be_asked_for(void) {
  given g = given_text(WI_STR(ARTICLE), WI_STR(""));
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_keyword_list *list = NULL;
  options.limit = 100;
  options.doubles = 1;
  CU_ASSERT_EQUAL_FATAL(warta_keywords(&list, g.document, NULL, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(find_keyword(list, "Pasar Wirakerta").count, 2);
  CU_ASSERT_EQUAL(find_keyword(list, "Wirakerta").count, 2);
  warta_keywords_free(list);
  given_free(&g);
}

/* "Gelar itu untuk pemain putra terbaik": both halves come back, one says enough. */
static void test_of_a_phrase_cut_in_two_one_half_is_shown(void) {
  given g =
      given_text(WI_STR("Gelar pemain putra terbaik direbut. Pemain putra terbaik itu senang. "
                        "Pemain putra lain kalah dari pemain putra terbaik."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "pemain putra").count +
                      find_keyword(list, "pemain putra terbaik").count,
                  4);
  CU_ASSERT_EQUAL(find_keyword(list, "putra terbaik").count, 0);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_two_letters_are_shown_as_their_words(void) {
  given g =
      given_text(WI_STR("Warga menggugat ke Majelis Wirakerta (MW). MW memutus. Menurut MW, "
                        "gugatan Komisi Pangan Wirakerta (KPW) sah, dan KPW menang. KPW senang."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Majelis Wirakerta").count, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "KPW").count, 4);
  warta_keywords_free(list);
  given_free(&g);
}

/* The place alone scores more, but the longer name says it as well. */
static void test_a_place_gives_way_to_a_name_that_holds_it(void) {
  given g =
      given_text(WI_STR("Pelatih Timnas Indonesia mundur. Timnas Indonesia kalah, dan Indonesia "
                        "gagal. Kini Timnas Indonesia menunggu. Warga Indonesia kecewa."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Timnas Indonesia").count, 3);
  CU_ASSERT_EQUAL(find_keyword(list, "Indonesia").count, 0);
  warta_keywords_free(list);
  given_free(&g);
}

/* What the text mostly calls by its acronym alone is shown so. */
static void test_an_acronym_that_stands_by_itself_is_shown_so(void) {
  given g =
      given_text(WI_STR("Kepala Otorita BWK bertemu investor. Otorita BWK menawarkan lahan. "
                        "Investor melihat BWK. Pembangunan BWK cepat, BWK hijau, BWK cerdas, dan "
                        "BWK ramah. Warga BWK senang."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "BWK").count, 8);
  CU_ASSERT_EQUAL(find_keyword(list, "Otorita BWK").count, 0);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_two_words_that_are_one_subject_stay_together(void) {
  given g =
      given_text(WI_STR("Orang tua siswa datang. Para orang tua marah. Siswa takut, orang tua "
                        "siswa tidak."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "orang tua").count, 3);
  CU_ASSERT_EQUAL(find_keyword(list, "tua siswa").count, 0);
  warta_keywords_free(list);
  given_free(&g);
}

/* Jubir KPK Budi Danuarta, where KPK is a keyword already. */
static void test_an_office_that_says_a_keyword_again_is_left_out(void) {
  given g =
      given_text(WI_STR("KPK memeriksa saksi. KPK menyita uang, kata Jubir KPK Budi Danuarta. "
                        "KPK juga menahan."),
                 WI_STR(""));
  warta_keyword_list *list = ask(&g, 20, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "KPK").count, 4);
  CU_ASSERT_EQUAL(find_keyword(list, "Budi Danuarta").count, 1);
  warta_keywords_free(list);
  given_free(&g);
}

static void test_roles_are_found_whatever_the_case(void) {
  static const wi_name_role ROLES[] = {WI_ROLE_OFFICE, WI_ROLE_TITLE, WI_ROLE_SEAT,
                                       WI_ROLE_RANK,   WI_ROLE_NONE,  WI_ROLE_PLACE};
  given g = given_text(WI_STR("Menteri MENKEU wali AKBP \xC3\x89t\xC3\xA9 jatim"), WI_STR(""));
  CU_ASSERT_EQUAL_FATAL(g.document->unit_count, sizeof ROLES / sizeof ROLES[0]);
  for (size_t i = 0; i < g.document->unit_count; i++) {
    CU_ASSERT_EQUAL(wi_name_role_of(g.document, &g.document->units[i]), ROLES[i]);
  }
  given_free(&g);
}

static void test_overlap_knows_parts_and_wholes(void) {
  static const struct {
    const char *phrase;
    int clashes;
  } ROWS[] = {
      {"ibu kota", 1},
      {"kota", 1},
      {"ibu kota baru", 1},
      {"warga ibu kota baru", 1},
      {"kota baru ibu kota", 1},
      {"kota baru", 0},
      {"ibukota", 0},
      {"ibu", 1},
      {"bu kot", 0},
  };
  wi_overlap taken = wi_overlap_make();
  CU_ASSERT_TRUE(wi_overlap_add(&taken, WI_STR("ibu kota")));
  for (size_t i = 0; i < sizeof ROWS / sizeof ROWS[0]; i++) {
    check_number(ROWS[i].phrase, (size_t)wi_overlap_clashes(&taken, wi_str_of(ROWS[i].phrase)),
                 (size_t)ROWS[i].clashes);
  }
  wi_overlap_free(&taken);
}

static void check_same(const warta_keyword_list *list, const warta_keyword_list *fresh) {
  CU_ASSERT_EQUAL_FATAL(warta_keywords_count(list), warta_keywords_count(fresh));
  for (size_t i = 0; i < warta_keywords_count(list); i++) {
    const warta_keyword a = warta_keywords_at(list, i);
    const warta_keyword b = warta_keywords_at(fresh, i);
    CU_ASSERT_TRUE(wi_str_equal((wi_str){a.text, a.len}, (wi_str){b.text, b.len}));
    CU_ASSERT_DOUBLE_EQUAL(a.score, b.score, 0.0);
    CU_ASSERT_EQUAL_FATAL(a.count, b.count);
    CU_ASSERT_EQUAL(memcmp(a.spans, b.spans, a.count * sizeof a.spans[0]), 0);
  }
}

static void test_a_renewed_list_knows_nothing_of_the_last_article(void) {
  static const char *const TEXTS[] = {"", "Danu Prawirata dari KPPD. Danu datang.", ARTICLE,
                                      "dan di", ARTICLE};
  given first = given_text(WI_STR(ARTICLE), WI_STR("Pasar"));
  warta_keyword_options wrong = WARTA_KEYWORD_OPTIONS_INIT;
  warta_keyword_list *list = ask(&first, 30, 8);
  for (size_t i = 0; i < sizeof TEXTS / sizeof TEXTS[0]; i++) {
    given g = given_text(wi_str_of(TEXTS[i]), WI_STR(""));
    warta_keyword_list *fresh = ask(&g, 10, 4);
    CU_ASSERT_EQUAL(warta_keywords_renew(list, g.document, NULL, NULL, NULL), WARTA_OK);
    check_same(list, fresh);
    warta_keywords_free(fresh);
    given_free(&g);
  }
  wrong.limit = 0;
  CU_ASSERT_EQUAL(warta_keywords_renew(list, first.document, NULL, &wrong, NULL),
                  WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_keywords_count(list), 0);
  warta_keywords_free(list);
  given_free(&first);
}

void suite_keywords(void) {
  CU_pSuite suite = CU_add_suite("keywords", NULL, NULL);
  CU_add_test(suite, "names and phrases that come back are found",
              test_names_and_phrases_that_come_back_are_found);
  CU_add_test(suite, "both forms of an acronym are one keyword",
              test_both_forms_of_an_acronym_are_one_keyword);
  CU_add_test(suite, "scores fall from one and spans rise",
              test_scores_fall_from_one_and_spans_rise);
  CU_add_test(suite, "no keyword stands whole in another", test_no_keyword_stands_whole_in_another);
  CU_add_test(suite, "max_words bounds the phrases", test_max_words_bounds_the_phrases);
  CU_add_test(suite, "words of the headline gain", test_words_of_the_headline_gain);
  CU_add_test(suite, "a text with a word has a keyword", test_a_text_with_a_word_has_a_keyword);
  CU_add_test(suite, "white space in a keyword is one space",
              test_white_space_in_a_keyword_is_one_space);
  CU_add_test(suite, "options out of range are errors", test_options_out_of_range_are_errors);
  CU_add_test(suite, "overlap knows parts and wholes", test_overlap_knows_parts_and_wholes);
  CU_add_test(suite, "names are cut where an editor would",
              test_names_are_cut_where_an_editor_would);
  CU_add_test(suite, "no phrase holds a verb", test_no_phrase_holds_a_verb);
  CU_add_test(suite, "an acronym and its words are said once",
              test_an_acronym_and_its_words_are_said_once);
  CU_add_test(suite, "the possessive is not shown", test_the_possessive_is_not_shown);
  CU_add_test(suite, "an office keeps its capital", test_an_office_keeps_its_capital);
  CU_add_test(suite, "the parts multiply to the score", test_the_parts_multiply_to_the_score);
  CU_add_test(suite, "what headlines take stands before what they leave",
              test_what_headlines_take_stands_before_what_they_leave);
  CU_add_test(suite, "takes no name from headline case or labels",
              test_headline_case_and_labels_make_no_names);
  CU_add_test(suite, "shows an office where it mostly stands",
              test_an_office_is_shown_where_it_mostly_stands);
  CU_add_test(suite, "doubles may be asked for", test_doubles_may_be_asked_for);
  CU_add_test(suite, "a renewed list knows nothing of the last article",
              test_a_renewed_list_knows_nothing_of_the_last_article);
  CU_add_test(suite, "of a phrase cut in two one half is shown",
              test_of_a_phrase_cut_in_two_one_half_is_shown);
  CU_add_test(suite, "two letters are shown as their words",
              test_two_letters_are_shown_as_their_words);
  CU_add_test(suite, "a place gives way to a name that holds it",
              test_a_place_gives_way_to_a_name_that_holds_it);
  CU_add_test(suite, "an acronym that stands by itself is shown so",
              test_an_acronym_that_stands_by_itself_is_shown_so);
  CU_add_test(suite, "two words that are one subject stay together",
              test_two_words_that_are_one_subject_stay_together);
  CU_add_test(suite, "an office that says a keyword again is left out",
              test_an_office_that_says_a_keyword_again_is_left_out);
  CU_add_test(suite, "roles are found whatever the case", test_roles_are_found_whatever_the_case);
}
