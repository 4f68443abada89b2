#include "token_shape.h"

#include "buf.h"
#include "given_tokens.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* A text and its tokens, each with its type: "ke-5:ordinal orang:word". */
typedef struct shape_row {
  const char *text;
  const char *tokens;
} shape_row;

static void check_shapes(const shape_row *rows, size_t count) {
  static const wi_token_options keep = {WARTA_KEEP, WARTA_KEEP};
  for (size_t i = 0; i < count; i++) {
    given_tokens g = given_tokens_of(wi_str_of(rows[i].text), keep);
    wi_buf line = wi_buf_make(4096);
    for (size_t k = 0; k < g.tokens.count; k++) {
      const wi_token *token = &g.tokens.items[k];
      const char *type = warta_token_type_name((warta_token_type)token->type);
      CU_ASSERT_TRUE(k == 0 || wi_buf_push(&line, ' '));
      CU_ASSERT_TRUE(wi_buf_append(&line, wi_str_slice(g.text, token->start, token->end)));
      CU_ASSERT_TRUE(wi_buf_push(&line, ':') && wi_buf_append(&line, wi_str_of(type)));
    }
    check_text(wi_buf_str(&line), rows[i].tokens);
    wi_buf_free(&line);
    given_tokens_free(&g);
  }
}

static void tells_doubling_from_chains(void) {
  static const shape_row rows[] = {
      {"besar-besarnya", "besar-besarnya:reduplication"},
      {"tik-tok", "tik-tok:reduplication"},
      {"ABC-abc", "ABC-abc:reduplication"},
      {"Os\xE2\x80\x90Os", "Os\xE2\x80\x90Os:reduplication"},
      {"Ibu-anak", "Ibu-anak:hyphenated"},
      {"x-s", "x-s:hyphenated"},
      {"Ke-II ke-X", "Ke-II:ordinal ke-X:ordinal"},
      {"ke-sana", "ke-sana:hyphenated"},
      {"5-6-7 5-6-", "5-6-7:number 5:number -:punctuation 6:number -:punctuation"},
  };
  check_shapes(rows, COUNT(rows));
}

static void cuts_names_and_their_clitics(void) {
  static const shape_row rows[] = {
      {"Jakarta-ku", "Jakarta:word -:punctuation ku:clitic"},
      {"Kami-kah", "Kami:word -:punctuation kah:clitic"},
      {"Jawa-Bali-nya", "Jawa:word -:punctuation Bali:word -:punctuation nya:clitic"},
      {"Mitchell\xE2\x80\x99s", "Mitchell:word \xE2\x80\x99s:clitic"},
      {"Al-Qur\xE2\x80\x99"
       "an",
       "Al-Qur\xE2\x80\x99"
       "an:hyphenated"},
  };
  check_shapes(rows, COUNT(rows));
}

static void tells_domains_from_glued_sentences(void) {
  static const shape_row rows[] = {
      {"b.co.id.c", "b.co.id:domain .:punctuation c:word"},
      {"kabar.or.id kampus.ac.id.", "kabar.or.id:domain kampus.ac.id:domain .:punctuation"},
      {"kota.go.ida", "kota:word .:punctuation go:word .:punctuation ida:word"},
      {"x.com.y.id", "x.com:domain .:punctuation y.id:domain"},
      {"Kabar.COM kabar.Com", "Kabar.COM:domain kabar:word .:punctuation Com:word"},
      {"kompas.com.Berita", "kompas.com:domain .:punctuation Berita:word"},
      {"tes.x/y-z", "tes:word .:punctuation x:word /:punctuation y-z:hyphenated"},
      {"dua.tiga/empat-lima.",
       "dua:word .:punctuation tiga:word /:punctuation empat-lima:hyphenated .:punctuation"},
      {"tes.id/a", "tes.id/a:url"},
  };
  check_shapes(rows, COUNT(rows));
}

static void cuts_units_dates_and_money(void) {
  static const shape_row rows[] = {
      {"50jt 50rb", "50:number jt:word 50:number rb:word"},
      {"5kg 3D 90an", "5:number kg:word 3D:word 90an:ordinal"},
      {"5-kilo 5-an", "5-kilo:hyphenated 5-an:ordinal"},
      {"2013-Jan", "2013-Jan:date"},
      {"03-Mei", "03:number -:punctuation Mei:word"},
      {"5-Orang", "5:number -:punctuation Orang:word"},
      {"US$20-25", "US:currency $:currency 20:amount -:punctuation 25:amount"},
      {"\xE2\x82\xAC"
       "50",
       "\xE2\x82\xAC:currency 50:amount"},
      {"\xC2\xA3"
       "100-200",
       "\xC2\xA3:currency 100:amount -:punctuation 200:amount"},
  };
  check_shapes(rows, COUNT(rows));
}

static void tells_verses_times_and_grades(void) {
  static const shape_row rows[] = {
      {"19:4-6", "19:4-6:number"},
      {"19:6-4", "19:6:time -:punctuation 4:number"},
      {"10:30-10:45", "10:30:time -:punctuation 10:45:time"},
      {"10:30-5", "10:30:time -:punctuation 5:number"},
      {"7:0-5", "7:0:time -:punctuation 5:number"},
      {"A+ B+2", "A+:word B:word +:symbol 2:number"},
      {"idA+x", "idA:word +:symbol x:word"},
  };
  check_shapes(rows, COUNT(rows));
}

void suite_token_shape(void) {
  CU_pSuite suite = CU_add_suite("token_shape", NULL, NULL);
  CU_add_test(suite, "tells doubling from chains", tells_doubling_from_chains);
  CU_add_test(suite, "cuts names and their clitics", cuts_names_and_their_clitics);
  CU_add_test(suite, "tells domains from glued sentences", tells_domains_from_glued_sentences);
  CU_add_test(suite, "cuts units, dates and money", cuts_units_dates_and_money);
  CU_add_test(suite, "tells verses, times and grades", tells_verses_times_and_grades);
}
