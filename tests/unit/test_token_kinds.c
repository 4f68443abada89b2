/* Every type of token over forms as news writes them: what a reader would call each piece. */
#include "buf.h"
#include "given_tokens.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))
#define CHECK_KINDS(rows) check_kinds(rows, COUNT(rows))

/* A text and its tokens, each with a sign for its type. */
typedef struct kind_row {
  const char *text;
  const char *tokens;
} kind_row;

static const char *sign_of(uint8_t type) {
  static const char *const signs[] = {[WARTA_TOKEN_WORD] = "w",
                                      [WARTA_TOKEN_REDUPLICATION] = "redup",
                                      [WARTA_TOKEN_HYPHENATED] = "hyphen",
                                      [WARTA_TOKEN_ACRONYM] = "acronym",
                                      [WARTA_TOKEN_ABBREVIATION] = "abbr",
                                      [WARTA_TOKEN_CLITIC] = "clitic",
                                      [WARTA_TOKEN_NUMBER] = "number",
                                      [WARTA_TOKEN_AMOUNT] = "amount",
                                      [WARTA_TOKEN_CURRENCY] = "cur",
                                      [WARTA_TOKEN_SCALE] = "scale",
                                      [WARTA_TOKEN_PERCENT] = "percent",
                                      [WARTA_TOKEN_ORDINAL] = "ordinal",
                                      [WARTA_TOKEN_DATE] = "date",
                                      [WARTA_TOKEN_TIME] = "time",
                                      [WARTA_TOKEN_DOCUMENT_NUMBER] = "document",
                                      [WARTA_TOKEN_URL] = "url",
                                      [WARTA_TOKEN_EMAIL] = "email",
                                      [WARTA_TOKEN_DOMAIN] = "domain",
                                      [WARTA_TOKEN_HANDLE] = "handle",
                                      [WARTA_TOKEN_HASHTAG] = "hashtag",
                                      [WARTA_TOKEN_PUNCTUATION] = ".",
                                      [WARTA_TOKEN_SYMBOL] = "symbol",
                                      [WARTA_TOKEN_EMOJI] = "emoji",
                                      [WARTA_TOKEN_INVALID] = "invalid"};
  return type < COUNT(signs) && signs[type] != NULL ? signs[type] : "?";
}

static void check_kinds(const kind_row *rows, size_t count) {
  static const wi_token_options keep = {WARTA_KEEP, WARTA_KEEP};
  for (size_t i = 0; i < count; i++) {
    given_tokens g = given_tokens_of(wi_str_of(rows[i].text), keep);
    wi_buf line = wi_buf_make(4096);
    for (size_t k = 0; k < g.tokens.count; k++) {
      const wi_token *token = &g.tokens.items[k];
      CU_ASSERT_TRUE(k == 0 || wi_buf_push(&line, ' '));
      CU_ASSERT_TRUE(wi_buf_append(&line, wi_str_slice(g.text, token->start, token->end)));
      CU_ASSERT_TRUE(wi_buf_push(&line, ':'));
      CU_ASSERT_TRUE(wi_buf_append(&line, wi_str_of(sign_of(token->type))));
    }
    check_text(wi_buf_str(&line), rows[i].tokens);
    wi_buf_free(&line);
    given_tokens_free(&g);
  }
}

static void tells_money(void) {
  static const kind_row rows[] = {
      {"Rp1,5 triliun", "Rp:cur 1,5:amount triliun:scale"},
      {"USD 4,31 miliar", "USD:cur 4,31:amount miliar:scale"},
      {"Rp 5-10 juta", "Rp:cur 5:amount -:. 10:amount juta:scale"},
      {"Rp5 juta-Rp10,5 juta", "Rp:cur 5:amount juta:scale -:. Rp:cur 10,5:amount juta:scale"},
      {"5 juta-10 juta rupiah", "5:number juta:w -:. 10:amount juta:scale rupiah:cur"},
      {"Rp2.500.000,00 Rp. 25 ribu", "Rp:cur 2.500.000,00:amount Rp.:cur 25:amount ribu:scale"},
      {"Rp25rb", "Rp:cur 25:amount rb:scale"},
      {"Rp 1,2 T", "Rp:cur 1,2:amount T:scale"},
      {"US$1.949,3", "US:cur $:cur 1.949,3:amount"},
      {"\xE2\x82\xAC 20", "\xE2\x82\xAC:cur 20:amount"},
      {"S$10 RM 50", "S:cur $:cur 10:amount RM:cur 50:amount"},
      {"5 juta dolar AS", "5:amount juta:scale dolar:cur AS:acronym"},
      {"Rp10.000/kg", "Rp:cur 10.000:amount /:. kg:w"},
      {"Rp2.500.000,- per unit", "Rp:cur 2.500.000:amount ,:. -:. per:w unit:w"},
  };
  CHECK_KINDS(rows);
}

static void tells_dates_times_and_shares(void) {
  static const kind_row rows[] = {
      {"25/11/2026 25-11-2026 2026-11-25", "25/11/2026:date 25-11-2026:date 2026-11-25:date"},
      {"25 November 2026", "25:number November:w 2026:number"},
      {"pukul 09.30 WIB", "pukul:w 09.30:time WIB:acronym"},
      {"09.30-11.00 WIB", "09.30:time -:. 11.00:time WIB:acronym"},
      {"10:42 08:05:30", "10:42:time 08:05:30:time"},
      {"jam 24.75", "jam:w 24.75:number"},
      {"QS 2:183", "QS:acronym 2:183:number"},
      {"5,4 persen 5,4%", "5,4:percent persen:w 5,4:percent %:."},
      {"5-10 persen", "5:percent -:. 10:percent persen:w"},
      {"12%-15%", "12:percent %:. -:. 15:percent %:."},
  };
  CHECK_KINDS(rows);
}

static void tells_numbers_of_documents_and_ordinals(void) {
  static const kind_row rows[] = {
      {"34/PMK.011/2007", "34/PMK.011/2007:document"},
      {"SK-123/MENHUB/2020", "SK-123/MENHUB/2020:document"},
      {"kuartal III/2023", "kuartal:w III/2023:document"},
      {"UU No. 11/2020", "UU:acronym No.:abbr 11:number /:. 2020:number"},
      {"Nomor 12 Tahun 2019", "Nomor:w 12:number Tahun:w 2019:number"},
      {"ke-3 abad ke-XIV", "ke-3:ordinal abad:w ke-XIV:ordinal"},
      {"1990-an 20.000-an 90an", "1990-an:ordinal 20.000-an:ordinal 90an:ordinal"},
      {"Perang Dunia II", "Perang:w Dunia:w II:acronym"},
  };
  CHECK_KINDS(rows);
}

static void tells_addresses_and_signs(void) {
  static const kind_row rows[] = {
      {"@kabar_kita, @nama.saya.", "@kabar_kita:handle ,:. @nama.saya:handle .:."},
      {"#banjir2026 #IndonesiaEmas2045", "#banjir2026:hashtag #IndonesiaEmas2045:hashtag"},
      {"https://kabar.id/a?b=1.", "https://kabar.id/a?b=1:url .:."},
      {"kabar.co.id kabar.co.id/a", "kabar.co.id:domain kabar.co.id/a:url"},
      {"redaksi@kabar.co.id", "redaksi@kabar.co.id:email"},
      {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7",
       "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7:emoji"},
      {"\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9 \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD",
       "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9:emoji \xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD:emoji"},
      {"&quot;Kami&quot;&nbsp;siap", "&quot;:symbol Kami:w &quot;:symbol &nbsp;:symbol siap:w"},
      {"\xE2\x80\x9CKami,\xE2\x80\x9D", "\xE2\x80\x9C:. Kami:w ,:. \xE2\x80\x9D:."},
      {"Jakarta\xC2\xA0Selatan", "Jakarta:w Selatan:w"},
      {"kata\xE2\x80\x8Bkata", "kata:w kata:w"},
      {"masya\xC2\xADrakat", "masya\xC2\xADrakat:w"},
  };
  CHECK_KINDS(rows);
}

static void tells_words(void) {
  static const kind_row rows[] = {
      {"anak-anak kawan-kawannya sayur-mayur",
       "anak-anak:redup kawan-kawannya:redup sayur-mayur:redup"},
      {"se-Indonesia non-migas di-PHK e-KTP",
       "se-Indonesia:hyphen non-migas:hyphen di-PHK:hyphen e-KTP:hyphen"},
      {"COVID-19 B-52", "COVID-19:hyphen B-52:hyphen"},
      {"KPK Qur'an Ma'ruf", "KPK:acronym Qur'an:w Ma'ruf:w"},
      {"Dr. H. M. Nurdin, S.H., dkk.",
       "Dr.:abbr H.:abbr M.:abbr Nurdin:w ,:. S.H.:abbr ,:. dkk.:abbr"},
      {"Mahfud M.D. Ia", "Mahfud:w M.D.:abbr Ia:w"},
      {"Rp5 M. Polisi", "Rp:cur 5:amount M:scale .:. Polisi:w"},
  };
  CHECK_KINDS(rows);
}

static void holds_other_scripts_and_bad_bytes(void) {
  static const kind_row rows[] = {
      {"\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2", "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2:w"},
      {"\xE9\xAB\x98\xE9\x9B\x84", "\xE9\xAB\x98\xE9\x9B\x84:w"},
      {"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85:w"},
      {"\xCC\x81\xCC\x81", "\xCC\x81\xCC\x81:symbol"},
      {"a\xFFz", "a:w \xFF:invalid z:w"},
      {"\xE2\x80", "\xE2\x80:invalid"},
  };
  CHECK_KINDS(rows);
}

void suite_token_kinds(void) {
  CU_pSuite suite = CU_add_suite("token kinds", NULL, NULL);
  CU_add_test(suite, "tells money: currency, amount, scale", tells_money);
  CU_add_test(suite, "tells dates, times and shares", tells_dates_times_and_shares);
  CU_add_test(suite, "tells numbers of documents, and ordinals",
              tells_numbers_of_documents_and_ordinals);
  CU_add_test(suite, "tells addresses, signs and characters of HTML", tells_addresses_and_signs);
  CU_add_test(suite, "tells words, acronyms and abbreviations", tells_words);
  CU_add_test(suite, "holds other scripts, marks and malformed bytes",
              holds_other_scripts_and_bad_bytes);
}
