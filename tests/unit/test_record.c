#include "record.h"

#include "given.h"
#include "mem.h"
#include "strmap.h"
#include "suites.h"

#define TITLE WI_STR("Banjir merendam pasar Benjeng")
#define TEXT                                                                                       \
  WI_STR("Badan Penanggulangan Bencana Daerah (BPBD) membuka posko banjir. Posko BPBD menyiapkan " \
         "paket.\n\nPasar itu terendam. Pedagang mengungsi, dan pasar tutup.")

static bool number_of(void *payload, wi_str term, uint32_t *number) {
  wi_strmap *map = payload;
  if (!wi_strmap_add(map, term, number)) {
    return false;
  }
  *number = 1000 - *number * 7; /* not in the order of the text */
  return true;
}

static wi_record record_of(const given *g, wi_strmap *map) {
  wi_record record = {0};
  CU_ASSERT_TRUE_FATAL(wi_record_of_document(&record, g->document, number_of, map));
  return record;
}

static void comes_back_as_it_was(void) {
  given g = given_text(TEXT, TITLE);
  wi_strmap map = wi_strmap_make();
  wi_buf bytes = wi_buf_make(1 << 20);
  wi_record record = record_of(&g, &map);
  wi_record back = {0};
  CU_ASSERT_TRUE(wi_record_write(&bytes, &record));
  CU_ASSERT_EQUAL_FATAL(wi_record_read(&back, wi_buf_str(&bytes)), WI_READ_DONE);
  CU_ASSERT_EQUAL(back.words, record.words);
  CU_ASSERT_EQUAL_FATAL(back.term_count, record.term_count);
  CU_ASSERT_EQUAL_FATAL(back.unit_count, record.unit_count);
  CU_ASSERT_EQUAL_FATAL(back.sentence_count, record.sentence_count);
  CU_ASSERT_EQUAL(back.title_count, record.title_count);
  CU_ASSERT_EQUAL(memcmp(back.terms, record.terms, record.term_count * sizeof(uint32_t)), 0);
  CU_ASSERT_EQUAL(memcmp(back.units, record.units, record.unit_count * sizeof(uint32_t)), 0);
  CU_ASSERT_EQUAL(
      memcmp(back.sentences, record.sentences, record.sentence_count * sizeof(uint32_t)), 0);
  CU_ASSERT_EQUAL_FATAL(back.long_forms.word_count, 4);
  CU_ASSERT_EQUAL_FATAL(back.long_forms.form_length, record.long_forms.form_length);
  CU_ASSERT_EQUAL(memcmp(back.long_forms.words, record.long_forms.words, 4 * sizeof(uint32_t)), 0);
  CU_ASSERT_EQUAL(memcmp(back.long_forms.forms, record.long_forms.forms,
                         record.long_forms.form_length * sizeof(uint32_t)),
                  0);
  wi_record_free(&back);
  wi_record_free(&record);
  wi_buf_free(&bytes);
  wi_strmap_free(&map);
  given_free(&g);
}

static void counts_terms_by_place(void) {
  given g = given_text(TEXT, TITLE);
  wi_strmap map = wi_strmap_make();
  wi_record record = record_of(&g, &map);
  wi_record_count *counts = wi_mem_new(record.term_count, sizeof *counts);
  uint32_t number = 0;
  wi_record_count_terms(&record, counts);
  CU_ASSERT_TRUE(number_of(&map, WI_STR("pasar"), &number));
  for (size_t i = 0; i < record.term_count; i++) {
    if (record.terms[i] == number) {
      CU_ASSERT_EQUAL(counts[i].in[WARTA_FIELD_TITLE], 1);
      CU_ASSERT_EQUAL(counts[i].in[WARTA_FIELD_OPENING], 2);
      CU_ASSERT_EQUAL(counts[i].in[WARTA_FIELD_BODY], 0);
    }
  }
  wi_mem_free(counts);
  wi_record_free(&record);
  wi_strmap_free(&map);
  given_free(&g);
}

/* "Badan Penanggulangan Bencana Daerah (BPBD)": each word of it as often as the acronym. */
static void counts_words_of_long_forms(void) {
  given g = given_text(TEXT, TITLE);
  wi_strmap map = wi_strmap_make();
  wi_record record = record_of(&g, &map);
  wi_record_count *counts = wi_mem_new(record.term_count, sizeof *counts);
  wi_record_count words[4];
  wi_long_form_view form = {0, NULL, 0};
  size_t at = 0;
  CU_ASSERT_TRUE_FATAL(wi_long_forms_next(&record.long_forms, &at, &form));
  CU_ASSERT_EQUAL_FATAL(form.count, 4);
  wi_record_count_terms(&record, counts);
  wi_record_count_long_words(&record, counts, words);
  for (uint32_t i = 0; i < form.count; i++) {
    static const char *const WORDS[] = {"badan", "tanggulang", "bencana", "daerah"};
    uint32_t number = 0;
    CU_ASSERT_TRUE(number_of(&map, wi_str_of(WORDS[i]), &number));
    CU_ASSERT_EQUAL(record.long_forms.words[form.words[i]], number);
    CU_ASSERT_EQUAL(words[form.words[i]].in[WARTA_FIELD_OPENING], 3);
    CU_ASSERT_EQUAL(words[form.words[i]].in[WARTA_FIELD_TITLE], 0);
  }
  CU_ASSERT_FALSE(wi_long_forms_next(&record.long_forms, &at, &form));
  wi_mem_free(counts);
  wi_record_free(&record);
  wi_strmap_free(&map);
  given_free(&g);
}

/* Every cut and every changed byte is read without harm; the last byte cut is always seen. */
static void survives_damaged_bytes(void) {
  given g = given_text(TEXT, TITLE);
  wi_strmap map = wi_strmap_make();
  wi_buf bytes = wi_buf_make(1 << 20);
  wi_record record = record_of(&g, &map);
  wi_record back = {0};
  CU_ASSERT_TRUE(wi_record_write(&bytes, &record));
  for (size_t len = 0; len < bytes.len; len++) {
    CU_ASSERT_NOT_EQUAL(wi_record_read(&back, (wi_str){bytes.ptr, len}), WI_READ_DONE);
  }
  for (size_t at = 0; at < bytes.len; at++) {
    for (int bit = 0; bit < 8; bit++) {
      bytes.ptr[at] = (char)(bytes.ptr[at] ^ 1 << bit);
      (void)wi_record_read(&back, wi_buf_str(&bytes));
      bytes.ptr[at] = (char)(bytes.ptr[at] ^ 1 << bit);
    }
  }
  wi_record_free(&back);
  wi_record_free(&record);
  wi_buf_free(&bytes);
  wi_strmap_free(&map);
  given_free(&g);
}

void suite_record(void) {
  CU_pSuite suite = CU_add_suite("record", NULL, NULL);
  CU_ADD_TEST(suite, comes_back_as_it_was);
  CU_ADD_TEST(suite, counts_terms_by_place);
  CU_ADD_TEST(suite, counts_words_of_long_forms);
  CU_ADD_TEST(suite, survives_damaged_bytes);
}
