#include "tokens.h"

#include "buf.h"
#include "given_tokens.h"
#include "suites.h"

#define COUNT(rows) (sizeof(rows) / sizeof((rows)[0]))

/* A text and its tokens, a bar between them. */
typedef struct cut_row {
  const char *text;
  const char *tokens;
} cut_row;

static void check_cuts(const cut_row *rows, size_t count, wi_token_options options) {
  for (size_t i = 0; i < count; i++) {
    given_tokens g = given_tokens_of(wi_str_of(rows[i].text), options);
    wi_buf line = wi_buf_make(4096);
    for (size_t k = 0; k < g.tokens.count; k++) {
      const wi_token *token = &g.tokens.items[k];
      CU_ASSERT_TRUE(k == 0 || wi_buf_push(&line, '|'));
      CU_ASSERT_TRUE(wi_buf_append(&line, wi_str_slice(g.text, token->start, token->end)));
    }
    check_text(wi_buf_str(&line), rows[i].tokens);
    wi_buf_free(&line);
    given_tokens_free(&g);
  }
}

static const wi_token_options keep = {WARTA_KEEP, WARTA_KEEP};
static const wi_token_options cut_stops = {WARTA_CUT, WARTA_KEEP};
static const wi_token_options cut_clitics = {WARTA_KEEP, WARTA_CUT};

static void keeps_hyphened_words_whole(void) {
  static const cut_row rows[] = {
      {"anak-anak berlari-lari", "anak-anak|berlari-lari"},
      {"Undang-Undang Bolak-Balik Lauk-Pauk", "Undang-Undang|Bolak-Balik|Lauk-Pauk"},
      {"ke-5 1990-an se-Indonesia non-migas di-upload",
       "ke-5|1990-an|se-Indonesia|non-migas|di-upload"},
      {"APBN-P COVID-19 Non-Migas Al-Azhar", "APBN-P|COVID-19|Non-Migas|Al-Azhar"},
      {"Cris-K2 Boeing 737-800", "Cris-K2|Boeing|737-800"},
      {"idBBB- 'A+idn' AA+, A+B", "idBBB-|'|A+idn|'|AA+|,|A|+|B"},
      {"03-Oct", "03-Oct"},
      {"anak\xE2\x80\x91"
       "anak",
       "anak\xE2\x80\x91"
       "anak"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void cuts_names_ranges_and_acronyms_at_the_hyphen(void) {
  static const cut_row rows[] = {
      {"Januari-September", "Januari|-|September"},
      {"Jakarta-Bogor-Depok", "Jakarta|-|Bogor|-|Depok"},
      {"Bapepam-LK", "Bapepam|-|LK"},
      {"PPh-nya", "PPh|-|nya"},
      {"2013-2014 5-10", "2013|-|2014|5|-|10"},
      {"10:30-12:00 10:30-12 Matius 19:4-6", "10:30|-|12:00|10:30|-|12|Matius|19:4-6"},
      {"14-Mei", "14|-|Mei"},
      {"Moody's Jum'at", "Moody|'s|Jum'at"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void cuts_the_number_of_an_item_off_the_word_before(void) {
  static const cut_row rows[] = {
      {"1. Gambir2. Menteng (kota)3. Senen4. Johar",
       "1|.|Gambir|2|.|Menteng|(|kota|)|3|.|Senen|4|.|Johar"},
      {"1. KUA2. Kantor-kantor3. Polsek", "1|.|KUA|2|.|Kantor-kantor|3|.|Polsek"},
      {"1. Gambir2. Menteng\nSenen3. Johar", "1|.|Gambir2|.|Menteng|Senen3|.|Johar"},
      {"Gambir2. Menteng3. Senen", "Gambir2|.|Menteng3|.|Senen"},
      {"1. Gambir2. menteng3. Senen", "1|.|Gambir2|.|menteng3|.|Senen"},
      {"1. Tahun 19792. Pecahan3. Lagi", "1|.|Tahun|19792|.|Pecahan3|.|Lagi"},
      {"1. Gambir2.", "1|.|Gambir2|."},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void cuts_glued_stops_but_no_domains(void) {
  static const cut_row rows[] = {
      {"kota.Video itu", "kota|.|Video|itu"},
      {"kehati-hatian.Kata", "kehati-hatian|.|Kata"},
      {"detik.com", "detik.com"},
      {"kontan.co.id.", "kontan.co.id|."},
      {"Suara.com.Rocky", "Suara.com|.|Rocky"},
      {"tersebut.Suara.com", "tersebut|.|Suara.com"},
      {"detik.com/a/b.", "detik.com/a/b|."},
      {"dan.atau/kota", "dan|.|atau|/|kota"},
      {"https://a.id/b?c=1, www.a.id.", "https://a.id/b?c=1|,|www.a.id|."},
      {"redaksi@kabar.co.id @kabar_kita. #banjir", "redaksi@kabar.co.id|@kabar_kita|.|#banjir"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void cuts_currency_and_units_off_numbers(void) {
  static const cut_row rows[] = {
      {"Rp690 Rp42,03 Rp.50.000", "Rp|690|Rp|42,03|Rp.|50.000"},
      {"US$370 $5.000", "US|$|370|$|5.000"},
      {"Rp9-10 Rp9.000-Rp9.300", "Rp|9|-|10|Rp|9.000|-|Rp|9.300"},
      {"90% 50juta 18x 5H2O", "90|%|50|juta|18x|5H2O"},
      {"MPR/DPR S/A II/2007", "MPR|/|DPR|S/A|II/2007"},
      {"34/PMK.011/2007 Kep-176/KM.10/7", "34/PMK.011/2007|Kep-176/KM.10/7"},
      {"1.500.000 65,1 10:42 29/1/2026", "1.500.000|65,1|10:42|29/1/2026"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void joins_abbreviations_and_initials_with_their_stops(void) {
  static const cut_row rows[] = {
      {"Dr. Ahmad, S.H., a.n. PT. Maju", "Dr.|Ahmad|,|S.H.|,|a.n.|PT.|Maju"},
      {"Miranda S. Goeltom", "Miranda|S.|Goeltom"},
      {"J.K. Rowling", "J.K.|Rowling"},
      {"kuartal I. Dia", "kuartal|I|.|Dia"},
      {"berinisial D. Lalu", "berinisial|D|.|Lalu"},
      {"di dalam pol. Dia", "di|dalam|pol|.|Dia"},
      {"AKBP. Pol. Budi", "AKBP.|Pol.|Budi"},
      {"RS. Santo Borromeus", "RS.|Santo|Borromeus"},
      {"di RS. Korban pulang", "di|RS|.|Korban|pulang"},
      {"No. XI. B. 02.00", "No.|XI.|B.|02.00"},
      {"Paku Buwono XI. Dia", "Paku|Buwono|XI|.|Dia"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void cuts_abbreviation_stops_when_asked(void) {
  static const cut_row rows[] = {
      {"Dr. Ahmad", "Dr|.|Ahmad"},
      {"Ahmad, S.H.", "Ahmad|,|S|.|H|."},
  };
  check_cuts(rows, COUNT(rows), cut_stops);
}

static void cuts_clitics_when_asked(void) {
  static const cut_row rows[] = {
      {"bukunya apakah sekolah", "buku|nya|apa|kah|sekolah"},
      {"akhirnya sebelumnya lainnya", "akhirnya|sebelumnya|lainnya"},
      {"adalah telah masalah jumlah", "adalah|telah|masalah|jumlah"},
      {"masuklah bukanlah padaku hatimu", "masuk|lah|bukan|lah|pada|ku|hati|mu"},
      {"meskipun bertanya tanya punya", "meskipun|bertanya|tanya|punya"},
      {"kawan-kawannya satu-satunya", "kawan-kawan|nya|satu-satunya"},
      {"hamba-Ku", "hamba-|Ku"},
      {"kulihat kuat kunci", "ku|lihat|kuat|kunci"},
      {"Namaku Romelu Lukaku", "Nama|ku|Romelu|Lukaku"},
      {"Herlina, Kustilah pulanglah", "Herlina|,|Kustilah|pulang|lah"},
      {"berlaku bertemu mengaku ilmu", "berlaku|bertemu|mengaku|ilmu"},
      {"memukulku mengirimku menariklah", "memukul|ku|mengirim|ku|menarik|lah"},
      {"sepantasnya maknanya", "sepantasnya|makna|nya"},
      {"kaulihat kukatakan", "kau|lihat|ku|katakan"},
      {"melakukan-Nya siapapun", "melakukan-|Nya|siapa|pun"},
      {"doa-doaku teman-temanmu buku-buku", "doa-doa|ku|teman-teman|mu|buku-buku"},
      {"kaum Kafirpun pulang", "kaum|Kafir|pun|pulang"},
      {"sekalipun hujan; sederhana sekalipun.", "sekalipun|hujan|;|sederhana|sekali|pun|."},
      {"sepakannya sekelasnya sebaiknya", "sepakan|nya|sekelas|nya|sebaiknya"},
      {"diperkenalkanlah udahlah", "diperkenalkan|lah|udah|lah"},
  };
  check_cuts(rows, COUNT(rows), cut_clitics);
}

static void makes_one_token_of_entities_and_emoji(void) {
  static const cut_row rows[] = {
      {"&nbsp;kata&quot;", "&nbsp;|kata|&quot;"},
      {"A&B", "A|&|B"},
      {"\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9!",
       "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9|!"},
      /* a skin tone, two flags side by side, a flag of tags */
      {"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD", "\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD"},
      {"\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9",
       "\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9|\xF0\x9F\x87\xAE\xF0\x9F\x87\xA9"},
      {"\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF",
       "\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xBF"},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void passes_over_what_nobody_sees(void) {
  static const cut_row rows[] = {
      {"per\xC2\xADusahaan", "per\xC2\xADusahaan"},
      {"satu\xC2\xA0"
       "dua",
       "satu|dua"},
      {"\xE2\x80\x8B satu\xE2\x80\x8B", "satu"},
      {"", ""},
      {" \n\t", ""},
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void takes_foreign_scripts_as_defined(void) {
  static const cut_row rows[] = {
      {"\xE6\xBC\xA2\xE5\xAD\x97", "\xE6\xBC\xA2\xE5\xAD\x97"}, /* Han, a run */
      {"(\xE9\xAB\x98 \xE3\x83\xA9\xE3\x83\xBC)",
       "(|\xE9\xAB\x98|\xE3\x83\xA9\xE3\x83\xBC|)"}, /* Han, kana */
      {"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85\xD8\x9F",
       "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85|\xD8\x9F"}, /* Arabic */
      {"\xCC\x81\xCC\x81\xCC\x81", "\xCC\x81\xCC\x81\xCC\x81"}, /* nothing but marks */
      {"\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2.",
       "\xE0\xB9\x84\xE0\xB8\x97\xE0\xB8\xA2|."}, /* Thai */
      {"a \xCC\x81", "a|\xCC\x81"}, /* a mark does not join the space */
  };
  check_cuts(rows, COUNT(rows), keep);
}

static void types_tokens(void) {
  static const struct {
    const char *text;
    size_t index;
    warta_token_type type;
  } rows[] = {
      {"anak-anak", 0, WARTA_TOKEN_REDUPLICATION},
      {"non-migas", 0, WARTA_TOKEN_HYPHENATED},
      {"IKN", 0, WARTA_TOKEN_ACRONYM},
      {"PENGUMUMAN", 0, WARTA_TOKEN_WORD},
      {"Dr. A", 0, WARTA_TOKEN_ABBREVIATION},
      {"7", 0, WARTA_TOKEN_NUMBER},
      {"Rp140 triliun", 0, WARTA_TOKEN_CURRENCY},
      {"Rp140 triliun", 1, WARTA_TOKEN_AMOUNT},
      {"Rp140 triliun", 2, WARTA_TOKEN_SCALE},
      {"USD 4,31 miliar", 1, WARTA_TOKEN_AMOUNT},
      {"5 juta dolar", 0, WARTA_TOKEN_AMOUNT},
      {"5 juta orang", 0, WARTA_TOKEN_NUMBER},
      {"5 juta orang", 1, WARTA_TOKEN_WORD},
      {"12,5 persen", 0, WARTA_TOKEN_PERCENT},
      {"90%", 0, WARTA_TOKEN_PERCENT},
      {"ke-5", 0, WARTA_TOKEN_ORDINAL},
      {"1990-an", 0, WARTA_TOKEN_ORDINAL},
      {"29/1/2026", 0, WARTA_TOKEN_DATE},
      {"10:42", 0, WARTA_TOKEN_TIME},
      {"16.30 WIB", 0, WARTA_TOKEN_TIME},
      {"25.30 WIB", 0, WARTA_TOKEN_NUMBER},
      {"08.00-16.00 WIB", 0, WARTA_TOKEN_TIME},
      {"08.00-16.00 WIB", 2, WARTA_TOKEN_TIME},
      {"5-10 persen", 0, WARTA_TOKEN_PERCENT},
      {"Rp500 M", 2, WARTA_TOKEN_SCALE},
      {"34/PMK.011/2007", 0, WARTA_TOKEN_DOCUMENT_NUMBER},
      {"https://a.id", 0, WARTA_TOKEN_URL},
      {"a@b.id", 0, WARTA_TOKEN_EMAIL},
      {"detik.com", 0, WARTA_TOKEN_DOMAIN},
      {"@kabar", 0, WARTA_TOKEN_HANDLE},
      {"#kabar", 0, WARTA_TOKEN_HASHTAG},
      {"!", 0, WARTA_TOKEN_PUNCTUATION},
      {"&nbsp;", 0, WARTA_TOKEN_SYMBOL},
      {"\xF0\x9F\x98\x80", 0, WARTA_TOKEN_EMOJI},
      {"\xEF\xBF\xBD", 0, WARTA_TOKEN_SYMBOL},
      {"a\xFF", 1, WARTA_TOKEN_INVALID},
      {"\xC3(", 0, WARTA_TOKEN_INVALID},
  };
  for (size_t i = 0; i < COUNT(rows); i++) {
    given_tokens g = given_tokens_of(wi_str_of(rows[i].text), keep);
    CU_ASSERT_TRUE_FATAL(rows[i].index < g.tokens.count);
    check_number(rows[i].text, g.tokens.items[rows[i].index].type, rows[i].type);
    given_tokens_free(&g);
  }
}

static void flags_capitals_and_glue(void) {
  given_tokens g = given_tokens_of(WI_STR("Kami (KPK) di"), keep);
  const unsigned want[] = {WARTA_TOKEN_CAPITALISED, 0,
                           WARTA_TOKEN_CAPITALISED | WARTA_TOKEN_ALL_CAPS | WARTA_TOKEN_GLUED,
                           WARTA_TOKEN_GLUED, 0};
  CU_ASSERT_EQUAL_FATAL(g.tokens.count, COUNT(want));
  for (size_t i = 0; i < COUNT(want); i++) {
    check_number("Kami (KPK) di", g.tokens.items[i].flags, want[i]);
  }
  given_tokens_free(&g);
}

static void makes_one_token_of_each_malformed_part(void) {
  given_tokens g = given_tokens_of(WI_STR("\xF0\x9F\x98 \xFF\xFF"), keep);
  CU_ASSERT_EQUAL_FATAL(g.tokens.count, 3);
  check_number("cut short", g.tokens.items[0].end, 3);
  check_number("single", g.tokens.items[2].start, 5);
  given_tokens_free(&g);
}

static void serves_text_after_text(void) {
  given_tokens g = given_tokens_of(WI_STR("satu dua"), keep);
  g.tokens.count = 0;
  CU_ASSERT_EQUAL(wi_tokenizer_start(g.tokenizer, WI_STR("tiga"), NULL), WARTA_OK);
  CU_ASSERT_EQUAL(wi_tokenizer_chunk(g.tokenizer, 0, 4, &g.tokens, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(g.tokens.count, 1);
  CU_ASSERT_EQUAL(wi_tokenizer_start(g.tokenizer, (wi_str){NULL, 0}, NULL), WARTA_OK);
  given_tokens_free(&g);
}

static void refuses_text_over_the_limit(void) {
  given_tokens g = given_tokens_of(WI_STR("satu"), keep);
  warta_error error;
  const wi_str huge = {"", WARTA_TEXT_MAX + 1};
  CU_ASSERT_EQUAL(wi_tokenizer_start(g.tokenizer, huge, &error), WARTA_ERR_LIMIT);
  given_tokens_free(&g);
}

void suite_tokens(void) {
  CU_pSuite suite = CU_add_suite("tokens", NULL, NULL);
  CU_add_test(suite, "keeps hyphened words whole", keeps_hyphened_words_whole);
  CU_add_test(suite, "cuts names, ranges and acronyms at the hyphen",
              cuts_names_ranges_and_acronyms_at_the_hyphen);
  CU_add_test(suite, "cuts the number of an item off the word before",
              cuts_the_number_of_an_item_off_the_word_before);
  CU_add_test(suite, "cuts glued stops but no domains", cuts_glued_stops_but_no_domains);
  CU_add_test(suite, "cuts currency and units off numbers", cuts_currency_and_units_off_numbers);
  CU_add_test(suite, "joins abbreviations and initials with their stops",
              joins_abbreviations_and_initials_with_their_stops);
  CU_add_test(suite, "cuts abbreviation stops when asked", cuts_abbreviation_stops_when_asked);
  CU_add_test(suite, "cuts clitics when asked", cuts_clitics_when_asked);
  CU_add_test(suite, "makes one token of entities and emoji",
              makes_one_token_of_entities_and_emoji);
  CU_add_test(suite, "passes over what nobody sees", passes_over_what_nobody_sees);
  CU_add_test(suite, "takes foreign scripts as defined", takes_foreign_scripts_as_defined);
  CU_add_test(suite, "types tokens", types_tokens);
  CU_add_test(suite, "flags capitals and glue", flags_capitals_and_glue);
  CU_add_test(suite, "makes one token of each malformed part",
              makes_one_token_of_each_malformed_part);
  CU_add_test(suite, "serves text after text", serves_text_after_text);
  CU_add_test(suite, "refuses text over the limit", refuses_text_over_the_limit);
}
