#include "label.h"

#include <stdio.h>
#include <string.h>

#include "dictionary.h"
#include "given.h"
#include "mem.h"
#include "suites.h"

/* Two sentences of an article that no rule may touch. */
#define BODY                                                                                       \
  "Pemerintah Kota Ranjana menunda relokasi pedagang pasar sampai setelah Lebaran. Keputusan itu " \
  "diambil setelah rapat yang berlangsung hampir lima jam.\n"
#define MORE                                                                                       \
  "Ketua paguyuban menyambut baik keputusan itu dan meminta pemerintah mendata ulang pedagang.\n"

typedef struct row {
  const char *text;
  const char *kind; /* of the span; "" if nothing may be labelled */
  const char *span;
} row;

static bool is_labelled(const given *g, wi_str text, const row *want) {
  for (size_t i = 0; i < warta_document_label_count(g->document); i++) {
    const warta_label label = warta_document_label(g->document, i);
    if (wi_str_equal(wi_str_slice(text, label.start, label.end), wi_str_of(want->span)) &&
        wi_str_equal(wi_str_of(warta_label_name(label.kind)), wi_str_of(want->kind))) {
      return true;
    }
  }
  return false;
}

static void check_rows(const row *rows, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const wi_str text = wi_str_of(rows[i].text);
    given g = given_text(text, (wi_str){NULL, 0});
    if (rows[i].kind[0] == '\0') {
      check_number(rows[i].text, warta_document_label_count(g.document), 0);
    } else {
      check_number(rows[i].span, is_labelled(&g, text, &rows[i]), 1);
    }
    given_free(&g);
  }
}

#define CHECK_ROWS(rows) check_rows(rows, sizeof rows / sizeof rows[0])

static void names_datelines(void) {
  static const row rows[] = {
      {"RANJANA, KABARNUSA.com - " BODY MORE, "dateline", "RANJANA, KABARNUSA.com -"},
      {"Kupang (LENSA) - " BODY MORE, "dateline", "Kupang (LENSA) -"},
      {"KABARKITA.ID \xE2\x80\x93 " BODY MORE, "dateline", "KABARKITA.ID \xE2\x80\x93"},
      {"Lensa6.com, Jakarta " BODY MORE, "dateline", "Lensa6.com, Jakarta"},
      {"Makassar - " BODY MORE, "dateline", "Makassar -"},
      {"Jakarta, LENSA Indonesia -- " BODY MORE, "dateline", "Jakarta, LENSA Indonesia --"},
  };
  CHECK_ROWS(rows);
}

static void names_the_head(void) {
  static const row rows[] = {
      {"Relokasi Pasar Ditunda Lagi\n\nSenin, 1 Maret 2021\n\n" BODY MORE, "title",
       "Relokasi Pasar Ditunda Lagi"},
      {"## Relokasi Pasar\n\n" BODY MORE, "title", "Relokasi Pasar"},
      {"## Relokasi Pasar\n\n" BODY MORE, "other", "##"},
      {"Relokasi Pasar Ditunda Lagi\n**Senin, 1 Maret 2021**\n" BODY, "date",
       "**Senin, 1 Maret 2021**"},
      {"Relokasi Pasar Ditunda Lagi\nSelasa, 11/01/2022 10:42 WIB\n" BODY, "date",
       "Selasa, 11/01/2022 10:42 WIB"},
      {"Relokasi Pasar Ditunda Lagi\nNila Kusumawati - Lensa6.com\n" BODY, "byline",
       "Nila Kusumawati - Lensa6.com"},
      {"Relokasi Pasar Ditunda Lagi\nShare\n" BODY, "share", "Share"},
      {"Beranda\nRelokasi Pasar Ditunda Lagi\n" BODY, "navigation", "Beranda"},
      {"Judul Relokasi Pasar Ditunda\n\nPedagang menolak dipindah sebelum Lebaran tiba tahun ini.\n"
       "\nRANJANA, KABARNUSA.com - " BODY MORE,
       "standfirst", "Pedagang menolak dipindah sebelum Lebaran tiba tahun ini."},
      {"Warga antre di pasar. (Foto: Humas Ranjana)\n" BODY MORE, "caption",
       "Warga antre di pasar. (Foto: Humas Ranjana)"},
      {"![Pasar](https://foto.lensa.example/pasar.jpg)\n" BODY, "caption",
       "![Pasar](https://foto.lensa.example/pasar.jpg)"},
  };
  CHECK_ROWS(rows);
}

static void names_what_stands_inside(void) {
  static const row rows[] = {
      {BODY "Baca Juga: Pasar Lama Direnovasi\n" MORE, "related",
       "Baca Juga: Pasar Lama Direnovasi"},
      {BODY "[Baca juga: Pasar Lama](#)\n" MORE, "related", "[Baca juga: Pasar Lama](#)"},
      {BODY "Pedagang Minta Waktu\n" MORE, "heading", "Pedagang Minta Waktu"},
      {BODY "Pemerintah menata SCROLL TO CONTINUE WITH CONTENT pasar lama tahun depan.\n", "ad",
       "SCROLL TO CONTINUE WITH CONTENT"},
      {BODY "Begitu kata dia. [Gambas:Video Lensa] Rapat usai.\n", "ad", "[Gambas:Video Lensa]"},
      {BODY "Rapat pun usai. Selengkapnya di sini Agenda lain menunggu.\n", "related",
       "Selengkapnya di sini"},
      {BODY "Rapat usai. Baca juga: Pasar Lama di Ranjana Direnovasi Namun hingga kini sepi.\n",
       "related", "Baca juga: Pasar Lama di Ranjana Direnovasi"},
      {BODY "Rapat usai. Baca juga: Berani Pinjam Uang di Pasar? Ketua menolak.\n", "related",
       "Baca juga: Berani Pinjam Uang di Pasar?"},
      {BODY "Rapat usai. Simak Video 'Detik-detik Rapat di Ranjana': Ketua lalu pulang.\n",
       "related", "Simak Video 'Detik-detik Rapat di Ranjana':"},
      {BODY "Rapat usai. Simak Video 'Rapat di Ranjana': Ketua pulang ke rumahnya di\n" MORE,
       "related", "Simak Video 'Rapat di Ranjana':"},
      {BODY "Usai. Baca juga: Wilayah Ranjana yang Terendam Banjir Sebelumnya, hujan turun.\n",
       "related", "Baca juga: Wilayah Ranjana yang Terendam Banjir"},
      {BODY "Rapat usai hari ini (Baca: Kios Kosong Capai 200 Unit) di kantor itu.\n", "related",
       "(Baca: Kios Kosong Capai 200 Unit)"},
      {BODY "Ripped jeans\nFoto: Lensa\n" MORE, "heading", "Ripped jeans"},
  };
  CHECK_ROWS(rows);
}

static void names_the_tail(void) {
  static const row rows[] = {
      {BODY MORE "(lar/wid)\n", "byline", "(lar/wid)"},
      {BODY "Rapat selesai pukul lima sore.(Z-10)\n", "byline", "(Z-10)"},
      {BODY "Rapat selesai pukul lima sore. (Ant)\n", "credit", "(Ant)"},
      {BODY MORE "Penulis: Setyo Budi Utama\n", "byline", "Penulis: Setyo Budi Utama"},
      {BODY
       "Rapat usai. Baca juga: Pasar Lama Pewarta: Tim Redaksi Editor: Sri H Copyright \xC2\xA9"
       " LENSA 2024",
       "byline", "Pewarta: Tim Redaksi"},
      {BODY MORE "Editor: Sri\nBerita Terkait\nKios Kosong di Pasar Capai 200 Unit\n", "related",
       "Kios Kosong di Pasar Capai 200 Unit"},
      {BODY MORE "1\n2\nBagikan Artikel Ini\n", "page", "2"},
      {BODY MORE "(rachmi / sir)\n", "byline", "(rachmi / sir)"},
      {BODY MORE "Editor Sri Wulandari\n", "byline", "Editor Sri Wulandari"},
      {BODY MORE "*Penulis adalah pengajar di Ranjana\n", "byline",
       "*Penulis adalah pengajar di Ranjana"},
      {BODY MORE "Kabarnusa.com - BERITA MENARIK LAINNYA:\nKios Kosong di Pasar\n", "related",
       "Kios Kosong di Pasar"},
      {BODY MORE "Pasar\nRanjana\nBaca Lainnya\nKios Kosong di Pasar Capai 200 Unit\n", "tags",
       "Ranjana"},
      {BODY "Baca Juga\nKios Kosong di Pasar Capai 200 Unit\n3. Pegal-pegal\n" MORE, "related",
       "Kios Kosong di Pasar Capai 200 Unit"},
      {BODY MORE "Rapat ini diikuti pedagang lain.\nBagikan\n" MORE, "share", "Bagikan"},
      {BODY MORE "waktu baca 2 menit\n", "date", "waktu baca 2 menit"},
      {BODY MORE "Scroll untuk membaca\n", "ad", "Scroll untuk membaca"},
      {BODY MORE "Berita ini diringkas menggunakan AI. Silakan pindai kode di atas.\n", "notice",
       "Berita ini diringkas menggunakan AI. Silakan pindai kode di atas."},
      {BODY MORE "TAG: #Pasar #Ranjana\n", "tags", "TAG: #Pasar #Ranjana"},
  };
  CHECK_ROWS(rows);
}

static void leaves_the_article_alone(void) {
  static const row rows[] = {
      {"", "", ""},
      {" \n\xE2\x80\x8B\n", "", ""},
      {BODY MORE, "", ""},
      {BODY "Penulis itu tidak datang. Editor: pekerjaan yang sulit, katanya. Ia pulang.\n", "",
       ""},
      {BODY "1. Toyota 62.615 unit\n2. Honda 23.085 unit\n3. Daihatsu 18.869 unit\n", "", ""},
      {BODY "Imsak: 04:09 WIB\nSubuh: 04:19 WIB\nAsar: 14:47 WIB\n", "", ""},
      {BODY "Warga membaca juga berita itu di pasar, lalu pulang.\n", "", ""},
      {BODY "Nilai investasinya mencapai USD 4,31\n\nmiliar menurut pemerintah kota itu.\n", "",
       ""},
      {"Kevin - Marcus menang dua gim langsung atas lawannya di partai final kemarin.\n" MORE, "",
       ""},
      {BODY "Rapat usai. Baca juga: Pasar Lama Direnovasi Wakil Ketua Budi mengatakan itu baik.\n",
       "", ""},
      {BODY "Gejala penyakit pasar itu ada tiga, kata petugas:\n1. Nyeri\n2. Mual\n" MORE, "", ""},
      {BODY "Panitia menyediakan dua situs untuk pendaftaran pedagang pasar itu:\n"
            "http://satu.ranjana.id\nhttp://dua.ranjana.id\n" MORE,
       "", ""},
      {BODY "Menurut Antara (12/3), harga naik. Warga mengeluh (lagi).\n", "", ""},
  };
  CHECK_ROWS(rows);
}

static void spans_rise_and_stay_inside(void) {
  const wi_str text =
      WI_STR("\xEF\xBB\xBFShare\r\n\r\nJudul Relokasi Pasar Ditunda\r\n\xFF\xFE\r\n"
             "Jakarta (LENSA) - Rapat usai sore ini di balai kota \xC3.\r\n(abc)\r\n");
  given g = given_text(text, (wi_str){NULL, 0});
  size_t last = 0;
  CU_ASSERT_TRUE(warta_document_label_count(g.document) >= 3);
  for (size_t i = 0; i < warta_document_label_count(g.document); i++) {
    const warta_label label = warta_document_label(g.document, i);
    CU_ASSERT_TRUE(label.start >= last && label.start < label.end && label.end <= text.len);
    CU_ASSERT_TRUE(label.rule[0] != '\0');
    last = label.end;
  }
  given_free(&g);
}

/* Found by fuzzing: the kind is read with the list, scope and pattern only later. */
static void names_the_line_of_a_bad_pattern(void) {
  static const char *const lists[] = {"ad line beli\n\nad nowhere beli\n",
                                      "ad line beli\n# c\nad line (beli\n"};
  for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
    warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
    warta_analyzer *analyzer = NULL;
    warta_error error;
    options.label_patterns = (warta_text){lists[i], strlen(lists[i])};
    CU_ASSERT_EQUAL(warta_analyzer_open(&analyzer, &options, &error), WARTA_ERR_DATA);
    CU_ASSERT_EQUAL(error.line, 3);
    CU_ASSERT_PTR_NULL(analyzer);
  }
}

/* More rules that begin with a class than the filter has bits: all are tried, in their order. */
static void tries_rules_behind_the_last_bit(void) {
  enum { RULES = 90, LINE = 40 };
  static char list[RULES * LINE];
  const wi_str text = WI_STR("Kepala Dinas kode42\n\nKepala Dinas kode89\n\nKepala Dinas kode90");
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  given g = {NULL, NULL, NULL};
  size_t len = 0;
  for (int i = 0; i < RULES; i++) {
    len += (size_t)snprintf(list + len, sizeof list - len, "ad line <name>+ kode%d\n", i);
  }
  options.label_patterns = (warta_text){list, len};
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&g.analyzer, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&g.session, g.analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(
      warta_document_analyze(&g.document, g.session, text.ptr, text.len, NULL, NULL), WARTA_OK);
  const row first = {.span = "Kepala Dinas kode42", .kind = "ad"};
  const row last = {.span = "Kepala Dinas kode89", .kind = "ad"};
  const row none = {.span = "Kepala Dinas kode90", .kind = "ad"};
  CU_ASSERT_TRUE(is_labelled(&g, text, &first));
  CU_ASSERT_TRUE(is_labelled(&g, text, &last));
  CU_ASSERT_FALSE(is_labelled(&g, text, &none));
  given_free(&g);
}

static bool lets(uint64_t mask, size_t open) {
  return (mask >> (open < WI_FILTER_LAST_BIT ? open : WI_FILTER_LAST_BIT) & 1) != 0;
}

static void check_filter(const wi_labeller *labeller, size_t open, const wi_label_rule *rule) {
  const wi_label_filter *filter = &labeller->filter;
  const wi_flag_filter *flags = &filter->scopes[WI_SCOPE_LINE];
  for (size_t i = 0; i < WI_FILTER_FLAGS; i++) {
    const uint32_t flag = (uint32_t)1 << i;
    CU_ASSERT_EQUAL(lets(flags->first[i], open), (rule->first_flags & flag) != 0);
    CU_ASSERT_EQUAL(lets(flags->last[i], open), (rule->last.flags & flag) != 0);
    CU_ASSERT_EQUAL(lets(flags->before[i], open), (rule->before.flags & flag) != 0);
    CU_ASSERT_EQUAL(lets(flags->needed[i], open), (rule->needs[0].flags & flag) != 0);
  }
  for (size_t i = 0; i < WI_LABEL_MARKS_MAX; i++) {
    const wi_word_filter *word = &filter->words[i];
    CU_ASSERT_EQUAL(lets(word->needed[0], open), rule->needs[0].words[i / 64] >> i % 64 & 1);
    CU_ASSERT_EQUAL(lets(word->last, open), rule->last.words[i / 64] >> i % 64 & 1);
    CU_ASSERT_EQUAL(lets(word->before, open), rule->before.words[i / 64] >> i % 64 & 1);
  }
}

/* The compiled dictionary, from libwarta-id. */
extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;

/* Labels of a text that meets most kinds of rules; the image may be wrong in any way. */
static void find_with(const wi_labeller *labeller) {
  const wi_str text = wi_str_of("Baca juga: Judul Lain\nJakarta, KABARNUSA.com - " BODY
                                "Foto: A (Dok. Istimewa)\n## Senin, 1 Maret 2021\n" MORE
                                "(abc/def) Editor: Sri Wulan");
  wi_label_scratch scratch = {.are_cut = false};
  wi_label_array labels = {0};
  CU_ASSERT_EQUAL(wi_labels_find(labeller, text, &scratch, &labels, NULL), WARTA_OK);
  wi_label_scratch_free(&scratch);
  wi_label_array_free(&labels);
}

/* An image is refused, or harms nobody: sanitizers watch while each of its numbers is wrong. */
static void believes_no_forged_image(void) {
  wi_dictionary *dictionary = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  const wi_str image = wi_dictionary_label_image(dictionary);
  char *copy = wi_mem_resize(NULL, image.len, 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL(copy);
  memcpy(copy, image.ptr, image.len);
  size_t refused = 0;
  for (size_t i = 0; i < image.len; i += i < sizeof(wi_label_image) ? 3 : 331) {
    wi_labeller *labeller = NULL;
    copy[i] = (char)~copy[i];
    if (wi_labeller_open_image(&labeller, (wi_str){copy, image.len}, NULL) == WARTA_OK) {
      find_with(labeller);
    } else {
      refused++;
    }
    wi_labeller_free(labeller);
    copy[i] = (char)~copy[i];
  }
  CU_ASSERT_TRUE(refused > 100);
  for (size_t cut = 0; cut < image.len; cut += image.len / 50 + 1) {
    wi_labeller *labeller = NULL;
    CU_ASSERT_EQUAL(wi_labeller_open_image(&labeller, (wi_str){copy, cut}, NULL), WARTA_ERR_DATA);
  }
  wi_mem_free(copy);
  wi_dictionary_free(dictionary);
}

/* The filter says of each rule of whole lines what the rule says. */
static void filters_as_the_rules_say(void) {
  wi_dictionary *dictionary = NULL;
  wi_labeller *labeller = NULL;
  CU_ASSERT_EQUAL_FATAL(wi_dictionary_open(&dictionary, warta_id_data, (size_t)warta_id_size, NULL),
                        WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_labeller_open(&labeller, dictionary, NULL), WARTA_OK);
  const uint32_t *opens = labeller->image.opens;
  const size_t count = opens[WI_SCOPE_LINE + 1] - opens[WI_SCOPE_LINE];
  CU_ASSERT_TRUE(count > 10 && count < WI_FILTER_LAST_BIT);
  for (size_t i = 0; i < count; i++) {
    check_filter(labeller, i, &labeller->rules[labeller->open[opens[WI_SCOPE_LINE] + i]]);
  }
  wi_labeller_free(labeller);
  wi_dictionary_free(dictionary);
}

void suite_label(void) {
  CU_pSuite suite = CU_add_suite("label", NULL, NULL);
  CU_add_test(suite, "filters as the rules say", filters_as_the_rules_say);
  CU_add_test(suite, "tries rules behind the last bit", tries_rules_behind_the_last_bit);
  CU_add_test(suite, "a bad pattern of the user's is named by its line",
              names_the_line_of_a_bad_pattern);
  CU_add_test(suite, "names datelines", names_datelines);
  CU_add_test(suite, "names what stands before the article", names_the_head);
  CU_add_test(suite, "names links, ads and headings inside", names_what_stands_inside);
  CU_add_test(suite, "names bylines, credits and lists behind", names_the_tail);
  CU_add_test(suite, "leaves the article alone", leaves_the_article_alone);
  CU_add_test(suite, "spans rise and stay inside, also in malformed text",
              spans_rise_and_stay_inside);
  CU_add_test(suite, "believes no forged image", believes_no_forged_image);
}
