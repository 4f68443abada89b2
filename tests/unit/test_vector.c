#include <math.h>
#include <string.h>

#include <warta/warta.h>

#include "check.h"
#include "given.h"
#include "suites.h"

static const warta_vector_entry NO_ENTRY = {NULL, 0, 0, 0.0, WARTA_PART_WHOLE};

static warta_vector_entry find_entry(const warta_vector *vector, const char *term) {
  for (size_t i = 0; i < warta_vector_count(vector); i++) {
    const warta_vector_entry entry = warta_vector_at(vector, i);
    if (wi_str_equal((wi_str){entry.term, entry.len}, wi_str_of(term))) {
      return entry;
    }
  }
  return NO_ENTRY;
}

static warta_vector *build_as(warta_vocab *vocab, const given *g, const char *weighting) {
  static const char TABLE[] = "#warta-df 1 documents=99 fingerprint=00000000000000ab\n"
                              "banjir\t9\nkota\t99\n";
  warta_df *df = NULL;
  warta_vector *vector = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_df_read(&df, TABLE, sizeof TABLE - 1, NULL), WARTA_OK);
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  options.background = df;
  options.lead_weight = 1.0;
  options.opening_share = 0.0;
  options.weighting = (warta_text){weighting, strlen(weighting)};
  CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&vector, vocab, g->document, &options, NULL),
                        WARTA_OK);
  warta_df_free(df);
  return vector;
}

static warta_vector *build(warta_vocab *vocab, const given *g) {
  return build_as(vocab, g, "");
}

static void test_weights_are_log_tf_times_idf_at_length_one(void) {
  given g = given_text(WI_STR("Warga melihat banjir di kota itu, lalu banjir surut."), WI_STR(""));
  warta_vocab *vocab = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  warta_vector *vector = build(vocab, &g);
  const warta_vector_entry banjir = find_entry(vector, "banjir");
  const warta_vector_entry kota = find_entry(vector, "kota");
  const warta_vector_entry surut = find_entry(vector, "surut");
  CU_ASSERT_EQUAL(banjir.tf, 2);
  CU_ASSERT_EQUAL(kota.tf, 1);
  CU_ASSERT_EQUAL(find_entry(vector, "itu").tf, 0);
  CU_ASSERT_DOUBLE_EQUAL(banjir.weight / kota.weight, (1.0 + log(2.0)) * (log(10.0) + 1.0), 1e-12);
  /* A term that no document holds: ln 100 + 1 is over the cap. */
  CU_ASSERT_DOUBLE_EQUAL(surut.weight / kota.weight, WARTA_IDF_MAX, 1e-12);
  double sum = 0.0;
  for (size_t i = 0; i < warta_vector_count(vector); i++) {
    const double weight = warta_vector_at(vector, i).weight;
    sum += weight * weight;
  }
  CU_ASSERT_DOUBLE_EQUAL(sum, 1.0, 1e-12);
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  given_free(&g);
}

static void test_the_headline_counts_as_the_body(void) {
  given g = given_text(WI_STR("Warga melihat air di jalan."), WI_STR("Banjir di kota"));
  warta_vocab *vocab = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  warta_vector *vector = build(vocab, &g);
  CU_ASSERT_EQUAL(find_entry(vector, "banjir").tf, 1);
  CU_ASSERT_EQUAL(find_entry(vector, "air").tf, 1);
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  given_free(&g);
}

/* Weights do not depend on what the vocabulary held before. */
static void test_an_article_weighs_the_same_in_any_company(void) {
  given g = given_text(WI_STR("Warga melihat banjir di kota itu."), WI_STR(""));
  given other = given_text(WI_STR("Kota lain juga dilanda banjir, kata warga."), WI_STR(""));
  warta_vocab *first = NULL;
  warta_vocab *second = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&first, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&second, NULL), WARTA_OK);
  warta_vector *a = build(first, &g);
  warta_vector *before = build(second, &other);
  warta_vector *b = build(second, &g);
  CU_ASSERT_EQUAL(warta_vector_count(a), warta_vector_count(b));
  for (size_t i = 0; i < warta_vector_count(a); i++) {
    const warta_vector_entry entry = warta_vector_at(a, i);
    char term[64] = "";
    memcpy(term, entry.term, entry.len);
    const warta_vector_entry same = find_entry(b, term);
    CU_ASSERT(memcmp(&entry.weight, &same.weight, sizeof entry.weight) == 0);
  }
  CU_ASSERT_DOUBLE_EQUAL(warta_similarity(b, b), 1.0, 1e-12);
  CU_ASSERT(warta_similarity(b, before) > 0.0 && warta_similarity(b, before) < 1.0);
  warta_vector_free(a);
  warta_vector_free(b);
  warta_vector_free(before);
  warta_vocab_free(first);
  warta_vocab_free(second);
  given_free(&g);
  given_free(&other);
}

/* banjir: tf 2, df 9 of 99; kota: tf 1, df 99. */
static void test_weightings_have_the_formulas_of_their_names(void) {
  const double idf_banjir = log(100.0 / 10.0) + 1.0;
  const double bm25 = 2.0 * 2.2 / (2.0 + 1.2 * (0.25 + 0.75 * 6.0 / 180.0));
  const double bm25_one = 2.2 / (1.0 + 1.2 * (0.25 + 0.75 * 6.0 / 180.0));
  const struct {
    const char *name;
    double want; /* the weight of banjir over that of kota */
  } rows[] = {
      {"log-tf", (1.0 + log(2.0)) * idf_banjir},
      {"lsc", (1.0 + log(2.0)) * idf_banjir},
      {"nsn", 2.0 * idf_banjir},
      {"bsc", idf_banjir},
      {"asu", 1.0 / 0.75 * idf_banjir},
      {"lnc", 1.0 + log(2.0)},
      {"pivoted", (1.0 + log(2.0)) * idf_banjir},
      {"bm25", bm25 / bm25_one * log(1.0 + 90.5 / 9.5) / log(1.0 + 0.5 / 99.5)},
  };
  given g = given_text(WI_STR("Warga melihat banjir di kota itu, lalu banjir surut."), WI_STR(""));
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    warta_vocab *vocab = NULL;
    CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
    warta_vector *vector = build_as(vocab, &g, rows[i].name);
    const double got = find_entry(vector, "banjir").weight / find_entry(vector, "kota").weight;
    CU_ASSERT_DOUBLE_EQUAL(got, rows[i].want, 1e-9 * rows[i].want);
    warta_vector_free(vector);
    warta_vocab_free(vocab);
  }
  given_free(&g);
}

/* ltc and lpc: a term of every document says nothing, and is no entry. */
static void test_a_term_of_weight_zero_is_no_entry(void) {
  given g = given_text(WI_STR("Warga melihat banjir di kota itu."), WI_STR(""));
  warta_vocab *vocab = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  warta_vector *vector = build_as(vocab, &g, "ltc");
  CU_ASSERT_EQUAL(find_entry(vector, "kota").tf, 0);
  CU_ASSERT_EQUAL(find_entry(vector, "banjir").tf, 1);
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  given_free(&g);
}

static void test_headline_and_lead_weigh_more(void) {
  static const char WORD[] = "kota ";
  char text[sizeof "air " + WARTA_LEAD_TERMS * (sizeof WORD - 1) + sizeof "desa."] = "Air ";
  for (int i = 1; i < WARTA_LEAD_TERMS; i++) {
    memcpy(text + strlen(text), WORD, sizeof WORD);
  }
  memcpy(text + strlen(text), "desa.", sizeof "desa.");
  given g = given_text(wi_str_of(text), WI_STR("Banjir"));
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  options.weighting = (warta_text){"nnn", 3};
  options.title_weight = 4.0;
  options.lead_weight = 2.0;
  CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&vector, vocab, g.document, &options, NULL),
                        WARTA_OK);
  CU_ASSERT_DOUBLE_EQUAL(find_entry(vector, "banjir").weight, 4.0, 0.0);
  CU_ASSERT_DOUBLE_EQUAL(find_entry(vector, "air").weight, 2.0, 0.0);
  CU_ASSERT_DOUBLE_EQUAL(find_entry(vector, "desa").weight, 1.0, 0.0);
  warta_vector_free(vector);
  options.weighting = (warta_text){"xyz", 3};
  CU_ASSERT_EQUAL(warta_vector_build_with(&vector, vocab, g.document, &options, NULL),
                  WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(vector);
  options.weighting = (warta_text){NULL, 0};
  options.lead_weight = -1.0;
  CU_ASSERT_EQUAL(warta_vector_build_with(&vector, vocab, g.document, &options, NULL),
                  WARTA_ERR_ARGUMENT);
  options.lead_weight = 1.0;
  options.opening_share = 1.5;
  CU_ASSERT_EQUAL(warta_vector_build_with(&vector, vocab, g.document, &options, NULL),
                  WARTA_ERR_ARGUMENT);
  CU_ASSERT(warta_weighting_is_known((warta_text){"bm25", 4}));
  CU_ASSERT_FALSE(warta_weighting_is_known((warta_text){"ltx", 3}));
  warta_vocab_free(vocab);
  given_free(&g);
}

#define FIVE_WORDS "air sawah jalan rumah sekolah "

/* The formula of vector.h: here the openings are the same, the wholes are not. */
static void test_the_likeness_is_the_weighted_sum_of_both_parts(void) {
  given g = given_text(WI_STR(FIVE_WORDS FIVE_WORDS FIVE_WORDS FIVE_WORDS FIVE_WORDS "gempa"),
                       WI_STR("Banjir"));
  given other = given_text(WI_STR(FIVE_WORDS FIVE_WORDS FIVE_WORDS FIVE_WORDS FIVE_WORDS "angin"),
                           WI_STR("Banjir"));
  static const double SHARES[] = {0.0, 0.25, 1.0};
  double scores[3];
  warta_vocab *vocab = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  for (size_t i = 0; i < 3; i++) {
    warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
    warta_vector *a = NULL;
    warta_vector *b = NULL;
    options.opening_share = SHARES[i];
    CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&a, vocab, g.document, &options, NULL), WARTA_OK);
    CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&b, vocab, other.document, &options, NULL),
                          WARTA_OK);
    scores[i] = warta_similarity(a, b);
    CU_ASSERT_DOUBLE_EQUAL(warta_similarity(a, a), 1.0, 1e-12);
    warta_vector_free(a);
    warta_vector_free(b);
  }
  CU_ASSERT(scores[0] < 0.99);
  CU_ASSERT_DOUBLE_EQUAL(scores[2], 1.0, 1e-12);
  CU_ASSERT_DOUBLE_EQUAL(scores[1], 0.75 * scores[0] + 0.25 * scores[2], 1e-12);
  warta_vocab_free(vocab);
  given_free(&g);
  given_free(&other);
}

/* As an archive keeps them: in another order, over another vocabulary. */
static void test_stored_terms_give_the_vector_of_their_document(void) {
  enum { ROWS = 16 };
  given g = given_text(WI_STR("Warga melihat banjir di kota itu, lalu banjir surut di desa."),
                       WI_STR("Banjir kota"));
  warta_vocab *vocabs[2] = {NULL, NULL};
  warta_vector *vectors[2] = {NULL, NULL};
  warta_field_term rows[ROWS];
  const size_t count = warta_document_field_terms(g.document, rows, ROWS);
  CU_ASSERT_FATAL(count > 4 && count <= ROWS);
  CU_ASSERT_EQUAL(warta_document_field_terms(g.document, NULL, 0), count);
  for (size_t i = 0; i < count / 2; i++) {
    const warta_field_term kept = rows[i];
    rows[i] = rows[count - 1 - i];
    rows[count - 1 - i] = kept;
  }
  const warta_field_terms terms = {rows, count, g.analyzer};
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocabs[0], NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocabs[1], NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_build(&vectors[0], vocabs[0], g.document, NULL, NULL),
                        WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_build_from(&vectors[1], vocabs[1], &terms, NULL, NULL),
                        WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_count(vectors[0]), warta_vector_count(vectors[1]));
  for (size_t i = 0; i < warta_vector_count(vectors[0]); i++) {
    const warta_vector_entry entry = warta_vector_at(vectors[0], i);
    size_t same = 0;
    for (size_t k = 0; k < warta_vector_count(vectors[1]); k++) {
      const warta_vector_entry other = warta_vector_at(vectors[1], k);
      same += wi_str_equal((wi_str){entry.term, entry.len}, (wi_str){other.term, other.len}) &&
              entry.part == other.part && entry.tf == other.tf &&
              memcmp(&entry.weight, &other.weight, sizeof entry.weight) == 0;
    }
    CU_ASSERT_EQUAL(same, 1);
  }
  const warta_field_terms nowhere = {rows, count, NULL};
  warta_vector *none = NULL;
  CU_ASSERT_EQUAL(warta_vector_build_from(&none, vocabs[1], &nowhere, NULL, NULL),
                  WARTA_ERR_ARGUMENT);
  for (int i = 0; i < 2; i++) {
    warta_vector_free(vectors[i]);
    warta_vocab_free(vocabs[i]);
  }
  given_free(&g);
}

/* What a vocabulary remembers of one table or letter says nothing of another. */
static void test_weights_do_not_depend_on_what_came_before(void) {
  static const char *const NAMES[] = {"", "bm25", "nnc", "", "ltc"};
  given g = given_text(WI_STR("Warga melihat banjir di kota itu."), WI_STR("Banjir"));
  warta_vocab *used = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&used, NULL), WARTA_OK);
  for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
    warta_vector_options options = WARTA_VECTOR_OPTIONS_INIT;
    warta_vocab *fresh = NULL;
    warta_vector *vectors[2] = {NULL, NULL};
    warta_vector_free(build(used, &g)); /* by another table */
    options.weighting = (warta_text){NAMES[i], strlen(NAMES[i])};
    CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&fresh, NULL), WARTA_OK);
    CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&vectors[0], used, g.document, &options, NULL),
                          WARTA_OK);
    CU_ASSERT_EQUAL_FATAL(warta_vector_build_with(&vectors[1], fresh, g.document, &options, NULL),
                          WARTA_OK);
    CU_ASSERT_EQUAL_FATAL(warta_vector_count(vectors[0]), warta_vector_count(vectors[1]));
    for (size_t k = 0; k < warta_vector_count(vectors[0]); k++) {
      const double weights[2] = {warta_vector_at(vectors[0], k).weight,
                                 warta_vector_at(vectors[1], k).weight};
      CU_ASSERT(memcmp(&weights[0], &weights[1], sizeof weights[0]) == 0);
    }
    warta_vector_free(vectors[0]);
    warta_vector_free(vectors[1]);
    warta_vocab_free(fresh);
  }
  warta_vocab_free(used);
  given_free(&g);
}

static void test_an_empty_document_has_an_empty_vector(void) {
  given g = given_text(WI_STR(""), WI_STR(""));
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_build(&vector, vocab, g.document, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_vector_count(vector), 0);
  warta_vector_free(vector);
  warta_vector_free(NULL);
  warta_vocab_free(vocab);
  warta_vocab_free(NULL);
  given_free(&g);
}

void suite_vector(void) {
  CU_pSuite suite = CU_add_suite("vector", NULL, NULL);
  CU_add_test(suite, "weights are log tf times idf at length one",
              test_weights_are_log_tf_times_idf_at_length_one);
  CU_add_test(suite, "weightings have the formulas of their names",
              test_weightings_have_the_formulas_of_their_names);
  CU_add_test(suite, "a term of weight zero is no entry", test_a_term_of_weight_zero_is_no_entry);
  CU_add_test(suite, "headline and lead weigh more", test_headline_and_lead_weigh_more);
  CU_add_test(suite, "the headline counts as the body", test_the_headline_counts_as_the_body);
  CU_add_test(suite, "an article weighs the same in any company",
              test_an_article_weighs_the_same_in_any_company);
  CU_add_test(suite, "the likeness is the weighted sum of both parts",
              test_the_likeness_is_the_weighted_sum_of_both_parts);
  CU_add_test(suite, "stored terms give the vector of their document",
              test_stored_terms_give_the_vector_of_their_document);
  CU_add_test(suite, "weights do not depend on what came before",
              test_weights_do_not_depend_on_what_came_before);
  CU_add_test(suite, "an empty document has an empty vector",
              test_an_empty_document_has_an_empty_vector);
}
