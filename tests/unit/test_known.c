#include "known.h"

#include "check.h"
#include "dictionary.h"
#include "labeller.h"
#include "stem.h"
#include "suites.h"

extern const unsigned char warta_id_data[];
extern const uint64_t warta_id_size;
extern const unsigned char warta_known_data[];
extern const uint64_t warta_known_size;

typedef struct fixture {
  wi_dictionary *dictionary;
  wi_labeller *labeller;
  wi_stemmer *stemmer;
  wi_known known;
} fixture;

static fixture given_known(void) {
  fixture f = {0};
  CU_ASSERT_EQUAL_FATAL(
      wi_dictionary_open(&f.dictionary, warta_id_data, (size_t)warta_id_size, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_labeller_open(&f.labeller, f.dictionary, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(wi_stemmer_open(&f.stemmer, f.dictionary, WARTA_STEMMER_ROOTS, NULL),
                        WARTA_OK);
  CU_ASSERT_TRUE_FATAL(wi_known_open(&f.known, warta_known_data, (size_t)warta_known_size,
                                     wi_dictionary_fingerprint(f.dictionary)));
  return f;
}

static void known_free(fixture *f) {
  wi_stemmer_free(f->stemmer);
  wi_labeller_free(f->labeller);
  wi_dictionary_free(f->dictionary);
}

static void check_stem(const fixture *f, const wi_memo_row *row, size_t place, wi_stem_case how) {
  wi_stem_result result;
  const wi_str word = {row->key, wi_memo_length(row)};
  const uint32_t term = row->stems[place] & (((uint32_t)1 << WI_MEMO_HOW_AT) - 1);
  CU_ASSERT_EQUAL_FATAL(wi_stemmer_stem(f->stemmer, word, how, &result, NULL), WARTA_OK);
  CU_ASSERT_TRUE_FATAL(term < f->known.terms);
  CU_ASSERT_TRUE(wi_str_equal(wi_known_text(&f->known, term), result.stem));
  CU_ASSERT_EQUAL(row->stems[place] >> WI_MEMO_HOW_AT, (uint32_t)result.how);
}

/* Each word of the table, asked anew. */
static void says_what_the_stemmer_says(void) {
  fixture f = given_known();
  size_t words = 0;
  for (size_t i = 0; i < wi_known_rows(f.known.pairs); i++) {
    const wi_memo_row *row = &f.known.rows[i];
    if (row->len == 0) {
      continue;
    }
    const wi_str word = {row->key, wi_memo_length(row)};
    words++;
    CU_ASSERT_EQUAL(row->stop, wi_dictionary_stop(f.dictionary, word));
    CU_ASSERT_EQUAL(row->label_word, wi_labeller_word(f.labeller, word));
    if ((row->len & WI_MEMO_CAPITALS) != 0) {
      check_stem(&f, row, 0, WI_CASE_ALL_CAPS);
    } else {
      for (size_t place = 0; place < WI_MEMO_CASES; place++) {
        check_stem(&f, row, place, (wi_stem_case)place);
      }
    }
  }
  CU_ASSERT_TRUE(words > 5000);
  known_free(&f);
}

static void finds_every_term(void) {
  fixture f = given_known();
  for (uint32_t i = 0; i < f.known.terms; i++) {
    check_number("term", wi_known_find(&f.known, wi_known_text(&f.known, i)), i);
  }
  CU_ASSERT_EQUAL(wi_known_find(&f.known, WI_STR("no-such-term")), WI_MEMO_NONE);
  known_free(&f);
}

static void holds_for_its_dictionary_only(void) {
  wi_known known;
  const size_t size = (size_t)warta_known_size;
  CU_ASSERT_TRUE(wi_known_open(&known, warta_known_data, size, 1));
  CU_ASSERT_EQUAL(known.pairs, 0);
  CU_ASSERT_EQUAL(wi_known_find(&known, WI_STR("di")), WI_MEMO_NONE);
  CU_ASSERT_FALSE(wi_known_open(&known, warta_known_data, size - 1, 1));
  CU_ASSERT_FALSE(wi_known_open(&known, warta_known_data, 8, 1));
  CU_ASSERT_FALSE(wi_known_open(&known, warta_id_data, (size_t)warta_id_size, 1));
}

void suite_known(void) {
  CU_pSuite suite = CU_add_suite("known", NULL, NULL);
  CU_add_test(suite, "says what the stemmer says", says_what_the_stemmer_says);
  CU_add_test(suite, "finds every term", finds_every_term);
  CU_add_test(suite, "holds for its dictionary only", holds_for_its_dictionary_only);
}
