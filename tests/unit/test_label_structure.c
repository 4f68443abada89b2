#include "label_structure.h"

#include "given.h"
#include "suites.h"

/* Two sentences, and one more, of an article that no rule may touch. */
#define BODY                                                                                       \
  "Pemerintah Kota Ranjana menunda relokasi pedagang pasar sampai setelah Lebaran. Keputusan itu " \
  "diambil setelah rapat yang berlangsung hampir lima jam.\n\n"
#define MORE                                                                                       \
  "Ketua paguyuban menyambut baik keputusan itu dan meminta pemerintah mendata ulang "             \
  "pedagang.\n\n"
#define LAST                                                                                       \
  "Wali kota berjanji menata trotoar di depan pasar dan menambah lampu jalan bulan depan.\n\n"

/* A page, and the lines of it that are labelled: "kind:text" each, a bar between them. */
typedef struct page {
  const char *text;
  const char *labels;
} page;

static void check_page(const page *p) {
  const wi_str text = wi_str_of(p->text);
  given g = given_text(text, (wi_str){NULL, 0});
  char got[1024];
  size_t len = 0;
  got[0] = '\0';
  for (size_t i = 0; i < warta_document_label_count(g.document); i++) {
    const warta_label label = warta_document_label(g.document, i);
    len += (size_t)snprintf(got + len, sizeof got - len, "%s%s:%.*s", i > 0 ? "|" : "",
                            warta_label_name(label.kind), (int)(label.end - label.start),
                            text.ptr + label.start);
  }
  check_text(wi_str_of(got), p->labels);
  given_free(&g);
}

static void check_pages(const page *pages, size_t count) {
  for (size_t i = 0; i < count; i++) {
    check_page(&pages[i]);
  }
}

#define CHECK_PAGES(pages) check_pages(pages, sizeof(pages) / sizeof((pages)[0]))

static void names_what_stands_above_the_article(void) {
  static const page pages[] = {
      {"Relokasi Pasar Ditunda Lagi\n\nJakarta -\n\n" BODY MORE,
       "title:Relokasi Pasar Ditunda Lagi|dateline:Jakarta -"},
      {"Relokasi Pasar Ditunda Lagi\nSri Lestari\nBudi Santoso\nSenin, 1 Maret 2021\n" BODY MORE,
       "title:Relokasi Pasar Ditunda Lagi|byline:Sri Lestari|byline:Budi Santoso|"
       "date:Senin, 1 Maret 2021"},
      {"Pedagang Pasar Menolak Dipindah\nRelokasi Pasar Ranjana Akhirnya Ditunda Sampai Lebaran\n"
       "Sri Lestari\nSenin, 1 Maret 2021\n" BODY MORE,
       "navigation:Pedagang Pasar Menolak Dipindah|"
       "title:Relokasi Pasar Ranjana Akhirnya Ditunda Sampai Lebaran|byline:Sri Lestari|"
       "date:Senin, 1 Maret 2021"},
      {"Pedagang menolak dipindah sebelum Lebaran tiba tahun ini karena sepi.\n\n"
       "RANJANA, KABARNUSA.com - " BODY MORE,
       "standfirst:Pedagang menolak dipindah sebelum Lebaran tiba tahun ini karena sepi.|"
       "dateline:RANJANA, KABARNUSA.com -"},
  };
  CHECK_PAGES(pages);
}

static void tells_headings_from_links(void) {
  static const page pages[] = {
      {BODY "Baca juga:\nHarga Cabai Naik Lagi\nBanjir Merendam Pasar Benjeng Kemarin Malam\n"
            "Nasib Pedagang\n" MORE LAST,
       "related:Baca juga:|related:Harga Cabai Naik Lagi|"
       "related:Banjir Merendam Pasar Benjeng Kemarin Malam|heading:Nasib Pedagang"},
      {BODY "Baca juga:\nHarga Cabai Rawit Naik\ndi pasar induk kota\n" MORE LAST,
       "related:Baca juga:"},
      {BODY "Nasib Pedagang\nFoto: Humas Ranjana\n" MORE LAST,
       "heading:Nasib Pedagang|caption:Foto: Humas Ranjana"},
      {"## Relokasi Pasar\n\n" BODY "## Nasib Pedagang\n\n" MORE,
       "other:##|title:Relokasi Pasar|other:##|heading:Nasib Pedagang"},
      {BODY "Penulis\n" MORE LAST, "heading:Penulis"},
  };
  CHECK_PAGES(pages);
}

static void names_what_stands_below_the_article(void) {
  static const page pages[] = {
      {BODY MORE "1\n2\n3\n", "page:1|page:2|page:3"},
      {BODY MORE "Banjir\nSolo\nPasar\nBaca juga: Harga Cabai Naik\n",
       "tags:Banjir|tags:Solo|tags:Pasar|related:Baca juga: Harga Cabai Naik"},
      {BODY LAST "Warga pulang. (RIN)\n\nKomentar\nHarga Cabai Rawit Naik Lagi\n23\n",
       "byline:(RIN)|share:Komentar|related:Harga Cabai Rawit Naik Lagi|share:23"},
      {BODY LAST "Warga pulang. (RIN)\n\n\"Kami menunggu kabar dari pemerintah kota,\" kata ketua "
                 "paguyuban itu lagi.\n",
       "byline:(RIN)"},
      {BODY "Ada dua situs yang disediakan pemerintah kota untuk pedagang pasar:\n"
            "https://satu.example\nhttps://dua.example\n\n" MORE,
       ""},
  };
  CHECK_PAGES(pages);
}

/* "Baca juga" and a title, and the sentence goes on in the same line. */
static void ends_a_title_that_is_glued_to_a_sentence(void) {
  static const page pages[] = {
      {BODY
       "Baca juga: Harga Karet Menjelang Natal 2025 \xE2\x80\x9CHomili akan disesuaikan dengan "
       "keadaan umat di sana sekarang ini supaya tenang,\xE2\x80\x9D kata pastor. " MORE,
       "related:Baca juga: Harga Karet Menjelang Natal 2025"},
      {BODY "Baca juga: Harga Karet Alam Dunia Sebelumnya, direktur itu membantah kabar. " MORE,
       "related:Baca juga: Harga Karet Alam Dunia"},
      {BODY "Baca juga: Apakah Harga Karet Naik? Simak penjelasan berikut dari ketua. " MORE,
       "related:Baca juga: Apakah Harga Karet Naik?"},
      {BODY "Baca juga: Harga \xE2\x80\x9CKaret\xE2\x80\x9D Alam Dunia Apabila pedagang menolak, "
            "harga turun. " MORE,
       "related:Baca juga: Harga \xE2\x80\x9CKaret\xE2\x80\x9D Alam Dunia"},
      {BODY "Baca juga: Petani Siapkan Kebun Karet  Hendra menjelaskan rencana itu. " MORE,
       "related:Baca juga: Petani Siapkan Kebun Karet"},
      {BODY "Baca juga: Petani Siapkan Kebun Direktur Utama  KRT, Hendra, pergi. " MORE, ""},
      {BODY "Baca juga: Petani Siapkan Kebun Karet Sungkono mengatakan hal itu. " MORE, ""},
  };
  CHECK_PAGES(pages);
}

void suite_label_structure(void) {
  CU_pSuite suite = CU_add_suite("label_structure", NULL, NULL);
  CU_add_test(suite, "names what stands above the article", names_what_stands_above_the_article);
  CU_add_test(suite, "tells headings from links", tells_headings_from_links);
  CU_add_test(suite, "names what stands below the article", names_what_stands_below_the_article);
  CU_add_test(suite, "ends a title that is glued to a sentence",
              ends_a_title_that_is_glued_to_a_sentence);
}
