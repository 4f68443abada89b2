/* What every kind of token is in full: type, value, flags, span. Read as an editor would: a row
 * says what a reader calls each piece of a text.
 *
 * A token is written surface:type=value/flags; the value and the flags only where there are any.
 * Flags: C capitalised, A all capitals, S first of its sentence, G no white space before it.
 */
#include <warta/warta.h>

#include "buf.h"
#include "check.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))
#define CHECK_ROWS(rows) check_rows(rows, COUNT(rows))

typedef struct table_row {
  const char *text;
  const char *tokens;
} table_row;

typedef struct writer {
  wi_str text;
  wi_buf line;
  size_t end; /* of the token before */
  bool is_sound; /* spans rise, and nothing that can be seen lies between them */
} writer;

static void write_flags(writer *w, unsigned flags) {
  static const struct {
    unsigned flag;
    char sign;
  } signs[] = {{WARTA_TOKEN_CAPITALISED, 'C'},
               {WARTA_TOKEN_ALL_CAPS, 'A'},
               {WARTA_TOKEN_SENTENCE_START, 'S'},
               {WARTA_TOKEN_GLUED, 'G'}};
  bool is_first = true;
  for (size_t i = 0; i < COUNT(signs); i++) {
    if ((flags & signs[i].flag) != 0) {
      (void)(!is_first || wi_buf_push(&w->line, '/'));
      (void)wi_buf_push(&w->line, signs[i].sign);
      is_first = false;
    }
  }
}

static void check_span(writer *w, const warta_token *token) {
  w->is_sound = w->is_sound && token->start >= w->end && token->end > token->start &&
                token->end <= w->text.len;
  for (size_t at = w->end; w->is_sound && at < token->start; at++) {
    const unsigned char c = (unsigned char)w->text.ptr[at];
    w->is_sound = c <= ' ' || c >= 0x80;
  }
  w->end = token->end;
}

static warta_status write_token(void *payload, const warta_token *token) {
  writer *w = payload;
  char value[32] = "";
  check_span(w, token);
  if (token->has_value) {
    snprintf(value, sizeof value, "=%.15g", token->value);
  }
  (void)(w->line.len == 0 || wi_buf_push(&w->line, ' '));
  (void)wi_buf_append(&w->line, wi_str_slice(w->text, token->start, token->end));
  (void)wi_buf_push(&w->line, ':');
  (void)wi_buf_append(&w->line, wi_str_of(warta_token_type_name(token->type)));
  (void)wi_buf_append(&w->line, wi_str_of(value));
  write_flags(w, token->flags);
  return WARTA_OK;
}

static void check_rows(const table_row *rows, size_t count) {
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  options.labels_off = 1;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&analyzer, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&session, analyzer, NULL), WARTA_OK);
  for (size_t i = 0; i < count; i++) {
    writer w = {wi_str_of(rows[i].text), wi_buf_make(4096), 0, true};
    CU_ASSERT_EQUAL(warta_tokens(session, w.text.ptr, w.text.len, write_token, &w, NULL), WARTA_OK);
    check_number(rows[i].text, w.is_sound, true);
    check_text(wi_buf_str(&w.line), rows[i].tokens);
    wi_buf_free(&w.line);
  }
  warta_session_free(session);
  warta_analyzer_free(analyzer);
}

static void knows_words(void) {
  static const table_row rows[] = {
      {"Warga desa menanam padi", "Warga:word/CS desa:word menanam:word padi:word"},
      {"KPK dan BNPB", "KPK:acronym/CAS dan:word BNPB:acronym/CA"},
      {"Jum'at Qur'an Ma'ruf", "Jum'at:word/CS Qur'an:word/C Ma'ruf:word/C"},
      {"O'Neill McDonald's", "O'Neill:word/CS McDonald:word/C 's:clitic/G"},
      {"Levi\xE2\x80\x99s Moody\xE2\x80\x99s",
       "Levi:word/CS \xE2\x80\x99s:clitic/G Moody:word/C \xE2\x80\x99s:clitic/G"},
      {"anak-anak bermain", "anak-anak:reduplication/S bermain:word"},
      {"Anak-Anak", "Anak-Anak:reduplication/CS"},
      {"kawan-kawannya satu-satunya", "kawan-kawannya:reduplication/S satu-satunya:reduplication"},
      {"besar-besaran berlari-larian",
       "besar-besaran:reduplication/S berlari-larian:reduplication"},
      {"sayur-mayur lauk-pauk", "sayur-mayur:reduplication/S lauk-pauk:reduplication"},
      {"tolong-menolong", "tolong-menolong:reduplication/S"},
      {"Undang-Undang Dasar", "Undang-Undang:reduplication/CS Dasar:word/C"},
      {"non-migas pasca-gempa", "non-migas:hyphenated/S pasca-gempa:hyphenated"},
      {"se-Indonesia Non-Muslim", "se-Indonesia:hyphenated/S Non-Muslim:hyphenated/C"},
      {"di-PHK nge-tweet me-review",
       "di-PHK:hyphenated/S nge-tweet:hyphenated me-review:hyphenated"},
      {"e-KTP e-commerce T-shirt", "e-KTP:hyphenated/S e-commerce:hyphenated T-shirt:hyphenated/C"},
      {"COVID-19 F-16 U-23 G20",
       "COVID-19:hyphenated/CAS F-16:hyphenated/C U-23:hyphenated/C G20:word/C"},
      {"Wi-Fi Hi-Tech", "Wi-Fi:hyphenated/CS Hi-Tech:hyphenated/C"},
      {"Januari-September", "Januari:word/CS -:punctuation/G September:word/CG"},
      {"AS-China AS-Iran",
       "AS:acronym/CAS -:punctuation/G China:word/CG AS:acronym/CA -:punctuation/G Iran:word/CG"},
      {"Jakarta-Bogor-Depok",
       "Jakarta:word/CS -:punctuation/G Bogor:word/CG -:punctuation/G Depok:word/CG"},
      {"APBN-P RAPBN-P", "APBN-P:hyphenated/CAS RAPBN-P:hyphenated/CA"},
      {"PPh-nya KTP-ku",
       "PPh:word/CS -:punctuation/G nya:clitic/G KTP:acronym/CA -:punctuation/G ku:clitic/G"},
      {"PM2.5 Web3.0", "PM2.5:acronym/CAS Web3.0:word/C"},
      {"H-7 H+3", "H-7:hyphenated/CS H+3:word/C"},
      {"CO2 H2O CuSO4", "CO2:acronym/CAS H2O:acronym/CA CuSO4:word/C"},
      {"anak2 buku\xC2\xB2", "anak2:word/S buku\xC2\xB2:word"},
      {"S/A s/d", "S/A:acronym/CAS s/d:word"},
      {"pria/wanita dan/atau",
       "pria:word/S /:punctuation/G wanita:word/G dan:word /:punctuation/G atau:word/G"},
      {"idBBB- AA+ A+idn AA-/idn", "idBBB-:word/S AA+:acronym/CA A+idn:word/C AA-/idn:word/C"},
  };
  CHECK_ROWS(rows);
}

static void knows_numbers(void) {
  static const table_row rows[] = {
      {"7 ekor", "7:number=7/S ekor:word"},
      {"65,1", "65,1:number=65.1/S"},
      {"1.500.000 orang", "1.500.000:number=1500000/S orang:word"},
      {"1.234,56", "1.234,56:number=1234.56/S"},
      {"1,234.56", "1,234.56:number=1234.56/S"},
      {"1,5 juta", "1,5:number=1500000/S juta:word"},
      {"2 ribu", "2:number=2000/S ribu:word"},
      {"0,05", "0,05:number=0.05/S"},
      {"4.5", "4.5:number=4.5/S"},
      {"1.5.0", "1.5.0:number/S"},
      {"12,936", "12,936:number=12.936/S"},
      {"007", "007:number=7/S"},
      {"3,14159", "3,14159:number=3.14159/S"},
      {"\xC2\xBD", "\xC2\xBD:number/S"},
      {"50juta 50persen", "50:number=50000000/S juta:word/G 50:percent=50 persen:word/G"},
      {"5km 12,5kg", "5:number=5/S km:word/G 12,5:number=12.5 kg:word/G"},
      {"100m2 30m\xC2\xB2", "100:number=100/S m2:word/G 30:number=30 m\xC2\xB2:word/G"},
      {"60km/jam", "60:number=60/S km:word/G /:punctuation/G jam:word/G"},
      {"3x 4G 3M 5H2O", "3x:word/S 4G:word 3M:word 5H2O:acronym/A"},
      {"-5 +5", "-:punctuation 5:number=5/SG +:symbol 5:number=5/G"},
      {"30\xC2\xB0"
       "C 30 \xC2\xB0"
       "Celsius",
       "30:number=30/S \xC2\xB0"
       "C:symbol/G 30:number=30 \xC2\xB0:symbol Celsius:word/CG"},
      {"6\xC2\xB0LS", "6:number=6/S \xC2\xB0:symbol/G LS:acronym/CAG"},
      {"5-10", "5:number=5/S -:punctuation/G 10:number=10/G"},
      {"5\xE2\x80\x93"
       "10",
       "5:number=5/S \xE2\x80\x93:punctuation/G 10:number=10/G"},
      {"1945-1949", "1945:number=1945/S -:punctuation/G 1949:number=1949/G"},
      {"2023/2024", "2023:number=2023/S /:punctuation/G 2024:number=2024/G"},
      {"skor 2-1", "skor:word/S 2-1:number"},
      {"imbang 1-1", "imbang:word/S 1-1:number"},
      {"skor 1-3 untuk", "skor:word/S 1-3:number untuk:word"},
      {"kalah 1-3 dari", "kalah:word/S 1-3:number dari:word"},
      {"menang 2-3 kali", "menang:word/S 2:number=2 -:punctuation/G 3:number=3/G kali:word"},
      {"turun 10-5 persen", "turun:word/S 10:percent=10 -:punctuation/G 5:percent=5/G persen:word"},
      {"4-3-3", "4-3-3:number/S"},
      {"1 000 000", "1:number=1/S 000:number=0 000:number=0"},
  };
  CHECK_ROWS(rows);
}

static void knows_money(void) {
  static const table_row rows[] = {
      {"Rp140", "Rp:currency/CS 140:amount=140/G"},
      {"Rp 1,5 triliun", "Rp:currency/CS 1,5:amount=1500000000000 triliun:scale=1000000000000"},
      {"Rp1.500.000", "Rp:currency/CS 1.500.000:amount=1500000/G"},
      {"Rp1.500.000,-",
       "Rp:currency/CS 1.500.000:amount=1500000/G ,:punctuation/G -:punctuation/G"},
      {"Rp10.000,00", "Rp:currency/CS 10.000,00:amount=10000/G"},
      {"Rp. 5.000", "Rp.:currency/CS 5.000:amount=5000"},
      {"Rp.50.000", "Rp.:currency/CS 50.000:amount=50000/G"},
      {"Rp1,5T", "Rp:currency/CS 1,5:amount=1500000000000/G T:scale=1000000000000/CG"},
      {"Rp500M", "Rp:currency/CS 500:amount=500000000000/G M:scale=1000000000/CG"},
      {"Rp 500 M", "Rp:currency/CS 500:amount=500000000000 M:scale=1000000000/C"},
      {"Rp5jt", "Rp:currency/CS 5:amount=5000000/G jt:scale=1000000/G"},
      {"Rp 50 rb", "Rp:currency/CS 50:amount=50000 rb:scale=1000"},
      {"Rp2 ribu triliun",
       "Rp:currency/CS 2:amount=2e+15/G ribu:scale=1000 triliun:scale=1000000000000"},
      {"Rp9-10 triliun", "Rp:currency/CS 9:amount=9000000000000/G -:punctuation/G "
                         "10:amount=10000000000000/G triliun:scale=1000000000000"},
      {"Rp5 juta-Rp10,5 juta",
       "Rp:currency/CS 5:amount=5000000/G juta:scale=1000000 -:punctuation/G Rp:currency/CG "
       "10,5:amount=10500000/G juta:scale=1000000"},
      {"Rp 5\xE2\x80\x93"
       "10 juta",
       "Rp:currency/CS 5:amount=5000000 \xE2\x80\x93:punctuation/G 10:amount=10000000/G "
       "juta:scale=1000000"},
      {"Rp15.000/kg", "Rp:currency/CS 15.000:amount=15000/G /:punctuation/G kg:word/G"},
      {"IDR 5.000", "IDR:currency/CAS 5.000:amount=5000"},
      {"USD 4,31 miliar", "USD:currency/CAS 4,31:amount=4310000000 miliar:scale=1000000000"},
      {"USD4,31", "USD:currency/CAS 4,31:amount=4.31/G"},
      {"US$5 juta", "US:currency/CAS $:currency/G 5:amount=5000000/G juta:scale=1000000"},
      {"US$ 370", "US:currency/CAS $:currency/G 370:amount=370"},
      {"$5.000", "$:currency/S 5.000:amount=5000/G"},
      {"S$10 HK$7",
       "S:currency/CS $:currency/G 10:amount=10/G HK:currency/CA $:currency/G 7:amount=7/G"},
      {"\xE2\x82\xAC"
       "5 juta",
       "\xE2\x82\xAC:currency/S 5:amount=5000000/G juta:scale=1000000"},
      {"\xC2\xA3"
       "100",
       "\xC2\xA3:currency/S 100:amount=100/G"},
      {"\xC2\xA5"
       "100",
       "\xC2\xA5:currency/S 100:amount=100/G"},
      {"300 ribu won", "300:amount=300000/S ribu:scale=1000 won:currency"},
      {"5 juta dolar AS", "5:amount=5000000/S juta:scale=1000000 dolar:currency AS:acronym/CA"},
      {"5-10 dolar", "5:amount=5/S -:punctuation/G 10:amount=10/G dolar:currency"},
      {"KRW 1.000", "KRW:currency/CAS 1.000:amount=1000"},
      {"KRW1.000", "KRW:currency/CAS 1.000:amount=1000/G"},
      {"HKD 300 THB 40", "HKD:currency/CAS 300:amount=300 THB:currency/CA 40:amount=40"},
      {"PHP 50 INR 20", "PHP:currency/CAS 50:amount=50 INR:currency/CA 20:amount=20"},
      {"CHF 5 CAD 10", "CHF:currency/CAS 5:amount=5 CAD:currency/CA 10:amount=10"},
      {"NZD 3 TWD 4", "NZD:currency/CAS 3:amount=3 TWD:currency/CA 4:amount=4"},
      {"VND 10 AED 3", "VND:currency/CAS 10:amount=10 AED:currency/CA 3:amount=3"},
      {"RM5 RM 5", "RM:currency/CAS 5:amount=5/G RM:currency/CA 5:amount=5"},
      {"thb 40", "thb:word/S 40:number=40"},
      {"COP 28", "COP:acronym/CAS 28:number=28"},
      {"Rp\xC2\xA0"
       "5\xC2\xA0juta",
       "Rp:currency/CS 5:amount=5000000 juta:scale=1000000"},
  };
  CHECK_ROWS(rows);
}

static void knows_dates(void) {
  static const table_row rows[] = {
      {"20/5/2024", "20/5/2024:date/S"},
      {"20-05-2024", "20-05-2024:date/S"},
      {"20.5.2024", "20.5.2024:date/S"},
      {"2024-05-20", "2024-05-20:date/S"},
      {"2024/05/20", "2024/05/20:date/S"},
      {"12 Juni 2024", "12:number=12/S Juni:word/C 2024:number=2024"},
      {"12-14 Juni 2024",
       "12:number=12/S -:punctuation/G 14:number=14/G Juni:word/C 2024:number=2024"},
      {"Senin (20/5)", "Senin:word/CS (:punctuation 20/5:date/G ):punctuation/G"},
      {"tanggal 20/5", "tanggal:word/S 20/5:date"},
      {"(31/13)", "(:punctuation 31:number=31/SG /:punctuation/G 13:number=13/G ):punctuation/G"},
      {"03-Oct", "03-Oct:date/S"},
      {"14-Mei", "14:number=14/S -:punctuation/G Mei:word/CG"},
      {"10:42", "10:42:time/S"},
      {"10:42:05", "10:42:05:time/S"},
      {"pukul 10.30 WIB", "pukul:word/S 10.30:time WIB:acronym/CA"},
      {"10.30-12.00 WIB", "10.30:time/S -:punctuation/G 12.00:time/G WIB:acronym/CA"},
      {"10.30\xE2\x80\x93"
       "12.00 WIB",
       "10.30:time/S \xE2\x80\x93:punctuation/G 12.00:time/G WIB:acronym/CA"},
      {"08.00 s.d. 16.00 WIB", "08.00:time/S s.d.:abbreviation 16.00:time WIB:acronym/CA"},
      {"pukul 9.05 hingga 10.15", "pukul:word/S 9.05:time hingga:word 10.15:time"},
      {"pukul 7", "pukul:word/S 7:number=7"},
      {"jam 24.75", "jam:word/S 24.75:number=24.75"},
      {"10:30-12:00", "10:30:time/S -:punctuation/G 12:00:time/G"},
      {"19:4-6", "19:4-6:number/S"},
      {"2:183", "2:183:number/S"},
  };
  CHECK_ROWS(rows);
}

static void knows_shares(void) {
  static const table_row rows[] = {
      {"5,4 persen", "5,4:percent=5.4/S persen:word"},
      {"5,4%", "5,4:percent=5.4/S %:punctuation/G"},
      {"5-10 persen", "5:percent=5/S -:punctuation/G 10:percent=10/G persen:word"},
      {"5\xE2\x80\x93"
       "10 persen",
       "5:percent=5/S \xE2\x80\x93:punctuation/G 10:percent=10/G persen:word"},
      {"5%-10%", "5:percent=5/S %:punctuation/G -:punctuation/G 10:percent=10/G %:punctuation/G"},
      {"5 hingga 10 persen", "5:percent=5/S hingga:word 10:percent=10 persen:word"},
      {"12 prosen", "12:percent=12/S prosen:word"},
      {"ke-5", "ke-5:ordinal=5/S"},
      {"ke-21", "ke-21:ordinal=21/S"},
      {"ke-XIV", "ke-XIV:ordinal=14/S"},
      {"ke-1.000", "ke-1.000:ordinal=1000/S"},
      {"ke 20", "ke:word/S 20:number=20"},
      {"kedua", "kedua:word/S"},
      {"1990-an 90-an", "1990-an:ordinal=1990/S 90-an:ordinal=90"},
      {"2000an", "2000an:ordinal=2000/S"},
      {"20.000-an", "20.000-an:ordinal=20000/S"},
      {"abad XXI", "abad:word/S XXI:acronym/CA"},
  };
  CHECK_ROWS(rows);
}

static void knows_documents(void) {
  static const table_row rows[] = {
      {"34/PMK.011/2007", "34/PMK.011/2007:document-number/AS"},
      {"123/PUU-XX/2022", "123/PUU-XX/2022:document-number/AS"},
      {"SK-123/MENHUB/2020", "SK-123/MENHUB/2020:document-number/CAS"},
      {"SE-12/2020", "SE-12/2020:document-number/CAS"},
      {"B/1234/X/2023", "B/1234/X/2023:document-number/CAS"},
      {"45/Pid.Sus/2024/PN", "45/Pid.Sus/2024/PN:document-number/S"},
      {"LP/B/123/IV/2024/SPKT", "LP/B/123/IV/2024/SPKT:document-number/CAS"},
      {"kuartal III/2023", "kuartal:word/S III/2023:document-number/CA"},
      {"UU No. 11/2020",
       "UU:acronym/CAS No.:abbreviation/C 11:number=11 /:punctuation/G 2020:number=2020/G"},
      {"UU Nomor 11 Tahun 2020",
       "UU:acronym/CAS Nomor:word/C 11:number=11 Tahun:word/C 2020:number=2020"},
      {"Pasal 5 ayat (2)",
       "Pasal:word/CS 5:number=5 ayat:word (:punctuation 2:number=2/G ):punctuation/G"},
      {"021-57901234", "021-57901234:number/S"},
      {"0812-3456-7890", "0812-3456-7890:number/S"},
      {"+62 812", "+:symbol 62:number=62/SG 812:number=812"},
      {"B 1234 XYZ", "B:word/CS 1234:number=1234 XYZ:acronym/CA"},
      {"Boeing 737-800", "Boeing:word/CS 737-800:hyphenated"},
      {"ATR 42-300", "ATR:acronym/CAS 42-300:hyphenated"},
  };
  CHECK_ROWS(rows);
}

static void knows_addresses(void) {
  static const table_row rows[] = {
      {"detik.com", "detik.com:domain/S"},
      {"kompas.co.id.", "kompas.co.id:domain/S .:punctuation/G"},
      {"Suara.com.Rocky", "Suara.com:domain/CS .:punctuation/G Rocky:word/CSG"},
      {"kota.Video", "kota:word/S .:punctuation/G Video:word/CSG"},
      {"https://kabar.id/a?b=1.", "https://kabar.id/a?b=1:url/S .:punctuation/G"},
      {"(http://kabar.id/a)", "(:punctuation http://kabar.id/a:url/SG ):punctuation/G"},
      {"www.kemenkeu.go.id", "www.kemenkeu.go.id:domain/S"},
      {"detik.com/a/b,", "detik.com/a/b:url/S ,:punctuation/G"},
      {"bit.ly/abc", "bit.ly/abc:url/S"},
      {"redaksi@kabar.co.id", "redaksi@kabar.co.id:email/S"},
      {"nama.saya+berita@kabar.co.id", "nama.saya+berita@kabar.co.id:email/S"},
      {"@kabar_kita,", "@kabar_kita:handle/S ,:punctuation/G"},
      {"@nama.saya", "@nama.saya:handle/S"},
      {"#banjir2026", "#banjir2026:hashtag/S"},
      {"#1", "#:punctuation 1:number=1/SG"},
  };
  CHECK_ROWS(rows);
}

static void knows_abbreviations(void) {
  static const table_row rows[] = {
      {"Dr. Ahmad, S.H.", "Dr.:abbreviation/CS Ahmad:word/C ,:punctuation/G S.H.:abbreviation/C"},
      {"Prof. dr. Budi", "Prof.:abbreviation/CS dr.:abbreviation Budi:word/C"},
      {"a.n. s.d. d.a.", "a.n.:abbreviation/S s.d.:abbreviation d.a.:abbreviation"},
      {"PT. Maju Tbk.", "PT.:abbreviation/CAS Maju:word/C Tbk.:abbreviation/C"},
      {"padi, jagung, dll.",
       "padi:word/S ,:punctuation/G jagung:word ,:punctuation/G dll.:abbreviation"},
      {"Jl. Melati No. 5", "Jl.:abbreviation/CS Melati:word/C No.:abbreviation/C 5:number=5"},
      {"RT 05/RW 02", "RT:acronym/CAS 05:number=5 /:punctuation/G RW:acronym/CAG 02:number=2"},
      {"Miranda S. Goeltom", "Miranda:word/CS S.:abbreviation/C Goeltom:word/C"},
      {"D.W. Smith", "D.W.:abbreviation/CS Smith:word/C"},
      {"kuartal I. Dia", "kuartal:word/S I:word/C .:punctuation/G Dia:word/CS"},
  };
  CHECK_ROWS(rows);
}

static void knows_signs(void) {
  static const table_row rows[] = {
      {"\xE2\x80\x9CKami,\xE2\x80\x9D katanya",
       "\xE2\x80\x9C:punctuation Kami:word/CSG ,:punctuation/G \xE2\x80\x9D:punctuation/G "
       "katanya:word"},
      {"wah... ya\xE2\x80\xA6", "wah:word/S .:punctuation/G .:punctuation/G .:punctuation/G "
                                "ya:word \xE2\x80\xA6:punctuation/G"},
      {"a -- b", "a:word/S --:punctuation b:word"},
      {"&quot;Kami&quot; &amp; A&B", "&quot;:symbol Kami:word/CSG &quot;:symbol/G &amp;:symbol "
                                     "A:word/C &:punctuation/G B:word/CG"},
      {"&nbsp;siap", "&nbsp;:symbol siap:word/SG"},
      {"\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9 merdeka",
       "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9:emoji merdeka:word/S"},
      {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0"
       "\x9F\x91\xA6",
       "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7\xE2\x80\x8D\xF0"
       "\x9F\x91\xA6:emoji"},
      {"1\xEF\xB8\x8F\xE2\x83\xA3 #\xEF\xB8\x8F\xE2\x83\xA3",
       "1\xEF\xB8\x8F\xE2\x83\xA3:emoji #\xEF\xB8\x8F\xE2\x83\xA3:emoji"},
      {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD\xE2\x9D\xA4\xEF\xB8\x8F",
       "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD:emoji \xE2\x9D\xA4\xEF\xB8\x8F:emoji/G"},
      {"\xC2\xA9 \xE2\x84\xA2", "\xC2\xA9:symbol \xE2\x84\xA2:symbol"},
      {"masya\xC2\xADrakat", "masya\xC2\xADrakat:word/S"},
      {"kata\xE2\x80\x8Bkata", "kata:word/S kata:word"},
      {"peru\xE2\x80\x8C"
       "bahan",
       "peru\xE2\x80\x8C"
       "bahan:word/S"},
      {"Jakarta\xC2\xA0Selatan", "Jakarta:word/CS Selatan:word/C"},
      {"\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2", "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2:word/S"},
      {"\xE9\xAB\x98\xE9\x9B\x84", "\xE9\xAB\x98\xE9\x9B\x84:word/S"},
      {"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 dunia",
       "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85:word/S dunia:word"},
      {"\xCC\x81", "\xCC\x81:symbol"},
  };
  CHECK_ROWS(rows);
}

void suite_token_table(void) {
  CU_pSuite suite = CU_add_suite("token table", NULL, NULL);
  CU_add_test(suite, "knows words, doubled words and words with hyphens", knows_words);
  CU_add_test(suite, "knows numbers", knows_numbers);
  CU_add_test(suite, "knows money", knows_money);
  CU_add_test(suite, "knows dates and times", knows_dates);
  CU_add_test(suite, "knows shares and ordinals", knows_shares);
  CU_add_test(suite, "knows numbers of documents, telephones and plates", knows_documents);
  CU_add_test(suite, "knows addresses, handles and hashtags", knows_addresses);
  CU_add_test(suite, "knows abbreviations and initials", knows_abbreviations);
  CU_add_test(suite, "knows signs, emoji and what cannot be seen", knows_signs);
}
