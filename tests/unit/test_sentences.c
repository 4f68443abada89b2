#include "sentences.h"

#include "buf.h"
#include "given_tokens.h"
#include "sentence_turns.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* A text in which a bar stands where a sentence ends and another begins. */
typedef const char *split_row;

/* Takes the bars out of the row, splits, and puts them back where sentences begin. */
static void check_splits(const split_row *rows, size_t count, wi_token_options options) {
  const wi_label_array no_labels = {NULL, 0, 0};
  for (size_t i = 0; i < count; i++) {
    wi_buf text = wi_buf_make(4096);
    wi_buf barred = wi_buf_make(4096);
    for (const char *c = rows[i]; *c != '\0'; c++) {
      CU_ASSERT_TRUE(*c == '|' || wi_buf_push(&text, *c));
    }
    given_tokens g = given_tokens_of(wi_buf_str(&text), options);
    given_tokens_split(&g, &no_labels);
    for (size_t k = 0, at = 0; k < g.sentences.count; k++) {
      const wi_sentence *sentence = &g.sentences.items[k];
      CU_ASSERT_TRUE(wi_buf_append(&barred, wi_str_slice(g.text, at, sentence->start)));
      CU_ASSERT_TRUE(k == 0 || wi_buf_push(&barred, '|'));
      CU_ASSERT_TRUE(wi_buf_append(&barred, wi_str_slice(g.text, sentence->start, sentence->end)));
      at = sentence->end;
    }
    check_text(wi_buf_str(&barred), rows[i]);
    given_tokens_free(&g);
    wi_buf_free(&barred);
    wi_buf_free(&text);
  }
}

static const wi_token_options keep = {WARTA_KEEP, WARTA_KEEP};
static const wi_token_options cut = {WARTA_CUT, WARTA_CUT};

static void splits_at_stops(void) {
  static const split_row rows[] = {
      "Dia datang. |Kami pulang! |Apa itu? |Ya.",
      "Apa itu semuanya? tanya dia. |Ini benar! ujarnya lagi. |Pulanglah! tanyanya lagi.",
      "Perang Dunia II. |edisi baru terbit.",
      "Lihat kompas. com hari ini. |Nilainya 2.904. 678 rupiah.",
      "Harganya naik 4. juta orang tahu.",
      "Harga naik tahun 2020. |pada tahun ini turun. |Angka 12. pada tahun ini turun.",
      "Warga membabi buta. |- agak boros memang.",
      "Apakah benar?! |Ya. |Benar?",
      "... 12 TNI AU. |Bandar udara itu ramai.",
      "Dia datang... |Kemudian pergi.",
      "Dia pergi... lalu pulang.",
      "",
      "Tanpa titik",
  };
  check_splits(rows, COUNT(rows), keep);
  check_splits(rows, COUNT(rows), cut);
}

static void passes_over_abbreviations_initials_and_numbers(void) {
  static const split_row rows[] = {
      "Dr. Ahmad tinggal di Jl. Sudirman No. 5.",
      "Miranda S. Goeltom dan J.K. Rowling.",
      "Naik pada kuartal I. |Dia senang.",
      "Gol M. Fikri menentukan kemenangan.",
      "Beras, gula dll. |Dia pulang.",
      "Acme Holdings Ltd. C/O PT Maju membeli saham.",
      "\"Kerja sama dengan Willow LLC. Ignacio sudah selesai,\" katanya.",
      "Menurut Peraturan No. XI. B. 02.00 hal itu boleh.",
      "Ia dirawat di RS. Santo Borromeus. |Korban lain di RS. |Keluarga datang.",
      "PT Maju Tbk. (BBNI) untung.",
      "Harga 1.500.000 pada 16.30 di detik.com itu.",
      "Jumlahnya 2.904. 678 orang.",
      "1. Judul pertama. |2. Judul kedua.",
      "Hadir Mahfud M.D. |Ia berpidato.",
      "Jabatan itu dipegang Brigjen. |Kemudian pangkatnya naik.",
      "Kerugian mencapai Rp5 M. |Polisi menyelidiki.",
      "Ada dua gejala: 1. Nyeri. |2. Mual.",
      "Ada tiga: 1. Kecamatan Gambir|2. Kecamatan Menteng (pusat)|3. Kecamatan Senen|4. Lainnya",
      "1. Kecamatan Gambir2. |Kecamatan lain.",
      "1. Mereka memakai B2. |Namun tidak B4. |Kami tahu.",
  };
  check_splits(rows, COUNT(rows), keep);
  check_splits(rows, COUNT(rows), cut);
}

static void keeps_quotes_with_their_tags(void) {
  static const split_row rows[] = {
      "\"Kami siap. |Kami datang,\" ujarnya. |Dia pergi.",
      "\"Apa?\" tanya dia. |\"Baik.\" |Dia pergi.",
      ("\xE2\x80\x9C"
       "Baik.\xE2\x80\x9D |\xE2\x80\x9CYa.\xE2\x80\x9D"),
      "Ia diam. |?Kami siap,? kata dia. |?Baik.",
      "Itu rasis.|\"Pernyataan itu salah,\" kata dia.",
      "Ia berkata, ' Jangan (menyerang). '\"\n|Dia diam.",
      "Ia pergi. \"\n|Dia diam.",
  };
  check_splits(rows, COUNT(rows), keep);
}

static void keeps_brackets_inside(void) {
  static const split_row rows[] = {
      "Ia (lahir 1945. Wafat 2001) terkenal.",
      "Ia pergi. |(Baca dulu.) |Lalu pulang.",
  };
  check_splits(rows, COUNT(rows), keep);
}

static void splits_glued_stops(void) {
  static const split_row rows[] = {
      "Ia ke kota.|Video itu viral.|Rocky pergi.",
      "Kata Suara.com.|Rocky pergi.",
      "Ia memakai Node.js di kantor.",
      "Apa itu?|Dia diam.",
      "Begitu ucap UAS.|UAS sebelumnya diam.",
      "Saham BBCA.JK naik, IHSG.IDX Composite turun.",
  };
  check_splits(rows, COUNT(rows), keep);
}

static void begins_no_sentence_in_lower_case_but_by_a_slip(void) {
  static const split_row rows[] = {
      "Menurut Kab. sekitar itu benar.",
      "Ia pulang ke Italia. |apakah ia datang",
      "Nomor keputusan itu 178. |kemampuan ini baru.",
      "Selama Perang Dunia II. |edisi itu terbit.",
      "Mereka membabi buta. |- agak boros, ya",
      "Harga naik Rp 178. ribu itu salah.",
      "Apa itu? tanya dia.",
      "Liputan itu di Kompas. com saja.",
  };
  check_splits(rows, COUNT(rows), keep);
}

static void follows_lines_and_paragraphs(void) {
  static const split_row rows[] = {
      "Judul tanpa titik\n\n|Isi berita.",
      "sebesar USD 4,31\n\nMiliar, meskipun turun.",
      "yang menunjukkan\n\ntingkat bunga.",
      "Baris pendek\n|Baris lain",
      "Teks ini dipotong dengan tangan pada lebar yang sama oleh\n"
      "Budi, sehingga setiap baris hampir sama panjang dan huruf\n"
      "Besar di awal baris tidak berarti apa-apa. |Ini yang lain.",
      "Judul berita lain yang berdiri sendiri pada barisnya itu\n"
      "|Judul kedua yang lebih pendek\n"
      "|Judul ketiga yang juga berdiri sendiri pada barisnya",
      "Baris yang berakhir dengan titik di ujungnya.\n|Di sini kalimat lain.",
      "Syaratnya:\n|- surat\n|- foto",
      "Langkah\n|1. Buka\n|2. Tutup",
  };
  check_splits(rows, COUNT(rows), keep);
}

static void obeys_labels(void) {
  const wi_str text = WI_STR("Judul Berita\nIa datang ke\nBaca juga: Lain\nkota itu. Ia pergi.");
  wi_label items[] = {{0, 12, WARTA_LABEL_TITLE, ""}, {26, 41, WARTA_LABEL_RELATED, ""}};
  const wi_label_array labels = {items, 2, 2};
  given_tokens g = given_tokens_of(text, keep);
  given_tokens_split(&g, &labels);
  CU_ASSERT_EQUAL_FATAL(g.sentences.count, 3);
  check_number("title kind", g.sentences.items[0].kind, WARTA_SENTENCE_TITLE);
  check_number("title words", g.sentences.items[0].words, 2);
  check_number("start behind the title", g.sentences.items[1].start, 13);
  check_number("end behind the label", g.sentences.items[1].end, 51);
  check_number("words but the labelled", g.sentences.items[1].words, 5);
  check_number("last sentence", g.tokens.items[g.tokens.count - 1].sentence, 2);
  check_number("labelled token", g.tokens.items[5].label, WARTA_LABEL_RELATED);
  check_number("its sentence", g.tokens.items[5].sentence, WARTA_NO_SENTENCE);
  CU_ASSERT_TRUE((g.tokens.items[2].flags & WARTA_TOKEN_SENTENCE_START) != 0);
  CU_ASSERT_TRUE((g.tokens.items[3].flags & WARTA_TOKEN_SENTENCE_START) == 0);
  given_tokens_free(&g);
}

static void ends_where_a_label_begins_inside_a_token(void) {
  wi_label items[] = {{9, 18, WARTA_LABEL_RELATED, ""}};
  const wi_label_array labels = {items, 1, 1};
  given_tokens g = given_tokens_of(WI_STR("16:00 WIBBaca juga"), keep);
  given_tokens_split(&g, &labels);
  CU_ASSERT_EQUAL_FATAL(g.sentences.count, 1);
  check_number("end", g.sentences.items[0].end, 9);
  given_tokens_free(&g);
}

static void reads_characters_as_html_writes_them(void) {
  static const split_row rows[] = {
      "&quot;Kami siap.&quot; |Dia lalu pergi.",
      "&ldquo;Kami siap,&rdquo; ujarnya. |Dia pergi.",
      "&#8220;Kami siap.&#8221; |Dia pergi.",
  };
  check_splits(rows, COUNT(rows), keep);
  given_tokens g = given_tokens_of(WI_STR("Ia pulang.&nbsp;Ketua datang."), keep);
  given_tokens_split(&g, &(wi_label_array){NULL, 0, 0});
  CU_ASSERT_EQUAL_FATAL(g.sentences.count, 2);
  check_number("ends before the blank", g.sentences.items[0].end, 10);
  check_number("begins behind it", g.sentences.items[1].start, 16);
  given_tokens_free(&g);
}

static bool is_speaker(const char *text, const char *word) {
  bool found = false;
  given_tokens g = given_tokens_of(wi_str_of(text), keep);
  given_tokens_split(&g, &(wi_label_array){NULL, 0, 0});
  wi_turns_mark(&g.tokens, &g.sentences, g.text);
  for (size_t i = 0; i < g.tokens.count; i++) {
    const wi_token *token = &g.tokens.items[i];
    const bool same = wi_str_equal(wi_str_slice(g.text, token->start, token->end), wi_str_of(word));
    found = found || (same && (token->flags & WARTA_TOKEN_SPEAKER) != 0);
  }
  given_tokens_free(&g);
  return found;
}

static void knows_who_speaks_in_an_interview(void) {
  static const char *const roles =
      "Tanya: Sejak kapan Anda mengajar?\nJawab: Sejak lima tahun lalu."
      "\n\nTanya: Apa yang paling sulit?\nJawab: Ya, buku dan listrik.";
  static const char *const names =
      "Lensa: Apa kabar Anda hari ini?\nSalmah: Saya baik sekali.\n"
      "Lensa: Apa rencana Anda besok?\nSalmah: Pergi ke pasar dulu.\n"
      "Lensa: Lalu apa lagi setelah itu?\nSalmah: Tidur saja di rumah.";
  static const char *const table = "Imsak: 04.09 WIB\nSubuh: 04.19 WIB\nImsak: 04.10 WIB\n"
                                   "Subuh: 04.20 WIB\nImsak: 04.11 WIB\nSubuh: 04.21 WIB";
  CU_ASSERT_TRUE(is_speaker(roles, "Tanya"));
  CU_ASSERT_TRUE(is_speaker(roles, "Jawab"));
  CU_ASSERT_FALSE(is_speaker(roles, "buku"));
  CU_ASSERT_TRUE(is_speaker(names, "Lensa"));
  CU_ASSERT_FALSE(is_speaker(table, "Imsak"));
  CU_ASSERT_FALSE(is_speaker("Catatan: harga itu belum termasuk pajak.", "Catatan"));
}

static void parts_the_headlines_of_a_digest(void) {
  const wi_str text = WI_STR(
      "1. DPU tambal jalan rusak Dinas Pekerjaan Umum (DPU) menambal jalan itu. Selengkapnya");
  wi_label items[] = {{73, 85, WARTA_LABEL_RELATED, ""}};
  const wi_label_array labels = {items, 1, 1};
  given_tokens g = given_tokens_of(text, keep);
  given_tokens_split(&g, &labels);
  CU_ASSERT_EQUAL_FATAL(g.sentences.count, 2);
  check_number("headline", g.sentences.items[0].kind, WARTA_SENTENCE_HEADING);
  check_number("headline's end", g.sentences.items[0].end, 25);
  check_number("sentence", g.sentences.items[1].start, 26);
  CU_ASSERT_TRUE((g.tokens.items[g.sentences.items[1].first].flags & WARTA_TOKEN_SENTENCE_START) !=
                 0);
  given_tokens_free(&g);
}

void suite_sentences(void) {
  CU_pSuite suite = CU_add_suite("sentences", NULL, NULL);
  CU_add_test(suite, "splits at stops", splits_at_stops);
  CU_add_test(suite, "passes over abbreviations, initials and numbers",
              passes_over_abbreviations_initials_and_numbers);
  CU_add_test(suite, "keeps quotes with their tags", keeps_quotes_with_their_tags);
  CU_add_test(suite, "keeps brackets inside", keeps_brackets_inside);
  CU_add_test(suite, "splits glued stops", splits_glued_stops);
  CU_add_test(suite, "begins no sentence in lower case but by a slip",
              begins_no_sentence_in_lower_case_but_by_a_slip);
  CU_add_test(suite, "follows lines and paragraphs", follows_lines_and_paragraphs);
  CU_add_test(suite, "reads characters as HTML writes them", reads_characters_as_html_writes_them);
  CU_add_test(suite, "knows who speaks in an interview", knows_who_speaks_in_an_interview);
  CU_add_test(suite, "parts the headlines of a digest from its sentences",
              parts_the_headlines_of_a_digest);
  CU_add_test(suite, "obeys labels", obeys_labels);
  CU_add_test(suite, "ends where a label begins inside a token",
              ends_where_a_label_begins_inside_a_token);
}
