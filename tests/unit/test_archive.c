#include <warta/archive.h>

#include <stdint.h>

#include <warta/similarity.h>

#include "checked_file.h"
#include "given_archive.h"
#include "hash.h"
#include "suites.h"

/* The ids that answer the query, one behind the other. */
static void search(char *out, warta_archive *archive, const place *p, const char *query) {
  warta_archive_hits *hits = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_archive_search(&hits, archive, p->session, text_of(query), 10, NULL),
                        WARTA_OK);
  for (size_t i = 0; i < warta_archive_hits_count(hits); i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    memcpy(out, hit.id, hit.id_len);
    out += hit.id_len;
  }
  *out = '\0';
  warta_archive_hits_free(hits);
}

static void check_search(warta_archive *archive, const place *p, const char *query,
                         const char *want) {
  char found[64];
  search(found, archive, p, query);
  check_text(wi_str_of(found), want);
}

static void keeps_and_finds_articles(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 2);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
  archive = open_as(&p, WARTA_ARCHIVE_READ, 1);
  CU_ASSERT_EQUAL(warta_archive_count(archive), 3);
  check_search(archive, &p, "kebanjiran", "a");
  check_search(archive, &p, "pasar cabai", "ba");
  check_search(archive, &p, "\"pasar induk\"", "b");
  check_search(archive, &p, "\"induk pasar\"", "");
  check_search(archive, &p, "\"harga cabai\" banjir", "b");
  check_search(archive, &p, "\"yang dan\" banjir", "a");
  check_search(archive, &p, "gempa", "");
  check_search(archive, &p, "", "");
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

static const char MAYOR[] =
    "Mantan Gubernur Jawa Barat Ridwan Kamil (RK) menolak hadir. RK sakit, kata pengacaranya.";
static const char TRAIN[] =
    "Kereta Cepat Jakarta-Bandung (KCJB) merugi. Pemerintah hadapi utang. Pondok Al-Khoziny sepi.";

/* An acronym and its long form are one term to vectors; both are found, and parts of the long one.
 */
static void finds_long_forms_of_acronyms(void) {
  place p = make_place();
  int found = 0;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 1);
  add(archive, &p, "r", NULL, MAYOR);
  add(archive, &p, "t", NULL, TRAIN);
  add(archive, &p, "k", NULL, "Ridwan memancing. Kamil memasak.");
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_search(archive, &p, "rk", "r");
  check_search(archive, &p, "ridwan kamil", "rk"); /* three mentions, and one */
  check_search(archive, &p, "kereta", "t");
  check_search(archive, &p, "\"Ridwan Kamil\"", "r");
  check_search(archive, &p, "\"RK sakit\"", "r");
  check_search(archive, &p, "\"gubernur jawa barat ridwan kamil menolak\"", "r");
  check_search(archive, &p, "\"kamil sakit\"", "r"); /* RK is Ridwan Kamil there as well */
  check_search(archive, &p, "\"kereta cepat\"", "t");
  check_search(archive, &p, "\"cepat bandung\"", "");
  check_search(archive, &p, "\"barat kamil\"", "");
  check_clean(archive);
  CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of("r"), &found, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_search(archive, &p, "ridwan", "k");
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

/* A word of a query has several readings. */
static void reads_a_word_in_several_ways(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add(archive, &p, "t", NULL, TRAIN);
  add(archive, &p, "g", NULL, "Romelu Lukaku mencetak gol. Santri pondok Al Khoziny gembira.");
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_search(archive, &p, "lukaku", "g"); /* not luka-ku alone */
  check_search(archive, &p, "Menghadapi", "t");
  check_search(archive, &p, "Hadapi", "t"); /* a headline's capital makes no name of it */
  check_search(archive, &p, "HADAPI", "t"); /* as short as an acronym */
  check_search(archive, &p, "al khoziny", "gt");
  check_search(archive, &p, "Al-Khoziny", "gt");
  check_search(archive, &p, "\"pondok al khoziny\"", "gt");
  check_search(archive, &p, "\"pondok Al-Khoziny sepi\"", "t");
  check_search(archive, &p, "\"khoziny al\"", "");
  check_search(archive, &p, "\"al sepi\"", "");
  warta_archive_free(archive);
  free_place(&p);
}

/* A quotation may be of several sentences, and then stands in as many. */
static void finds_quotations_of_several_sentences(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_search(archive, &p, "\"cabai naik di pasar induk. Petani kekurangan\"", "b");
  check_search(archive, &p, "\"pasar induk! Petani\"", "b");
  check_search(archive, &p, "\"pasar induk petani\"", "");
  check_search(archive, &p, "\"kekurangan. pasokan cabai\"", "b");
  check_search(archive, &p, "\"induk. Pasar\"", "");
  warta_archive_free(archive);
  free_place(&p);
}

/* However many phrases there are, each of them is asked for. */
static void asks_for_every_phrase(void) {
  place p = make_place();
  char query[512] = "";
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  for (int i = 0; i < 20; i++) {
    strcat(query, "\"harga cabai\" ");
  }
  check_search(archive, &p, query, "b");
  strcat(query, "\"cabai pasar\"");
  check_search(archive, &p, query, "");
  warta_archive_free(archive);
  free_place(&p);
}

/* A document of one archive may be added to another. */
static void gives_long_forms_back(void) {
  place p = make_place();
  place q = make_place();
  uint32_t number = 0;
  warta_document *stored = NULL;
  warta_archive *from = open_as(&p, WARTA_ARCHIVE_CREATE, 1);
  warta_archive *to = open_as(&q, WARTA_ARCHIVE_CREATE, 1);
  const warta_article article = {text_of("r"), {NULL, 0}, {NULL, 0}, {NULL, 0}, {NULL, 0}};
  add(from, &p, "r", NULL, MAYOR);
  CU_ASSERT_EQUAL(warta_archive_commit(from, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_find(&number, from, text_of("r"), NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_archive_document(&stored, from, number, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_add(to, stored, &article, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_commit(to, NULL), WARTA_OK);
  check_search(to, &q, "\"Ridwan Kamil\" menolak", "r");
  check_clean(to);
  warta_document_free(stored);
  warta_archive_free(from);
  warta_archive_free(to);
  free_place(&q);
  free_place(&p);
}

static void replaces_and_deletes(void) {
  place p = make_place();
  int found = 0;
  uint32_t number = 0;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  add(archive, &p, "a", "Gempa", "Gempa mengguncang kota itu. Warga berlarian keluar rumah.");
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_count(archive), 3);
  check_search(archive, &p, "banjir", "");
  check_search(archive, &p, "gempa", "a");
  add(archive, &p, "a", NULL, FLOOD);
  CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of("b"), &found, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(found, 1);
  CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of("b"), &found, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(found, 0);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  check_search(archive, &p, "banjir gempa cabai", "a");
  CU_ASSERT_EQUAL(warta_archive_find(&number, archive, text_of("b"), NULL), WARTA_OK);
  CU_ASSERT_EQUAL(number, 0);
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

/* Sizes that make segments merge, some of them with deleted articles. */
static void stays_right_through_merges(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 1);
  for (int i = 0; i < 150; i++) {
    char id[16];
    int found = 0;
    snprintf(id, sizeof id, "n%d", i);
    add(archive, &p, id, NULL, i % 3 == 0 ? FLOOD : i % 3 == 1 ? CHILI : MATCH);
    snprintf(id, sizeof id, "n%d", i - 20);
    if (i % 2 == 0) {
      CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of(id), &found, NULL), WARTA_OK);
      CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
    }
  }
  warta_df *df = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_archive_df(&df, archive, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_df_documents(df), 85);
  CU_ASSERT_EQUAL(warta_df_documents(df), warta_archive_count(archive));
  CU_ASSERT_TRUE(warta_df_lookup(df, "banjir", 6) > 20);
  warta_df_free(df);
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

static void gives_documents_back(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_document *fresh = document_of(&p, "Banjir di Benjeng", FLOOD);
  warta_document *stored = NULL;
  warta_vocab *vocab = NULL;
  warta_vector *a = NULL;
  warta_vector *b = NULL;
  uint32_t number = 0;
  CU_ASSERT_EQUAL(warta_archive_find(&number, archive, text_of("a"), NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_archive_document(&stored, archive, number, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_build(&a, vocab, fresh, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_build(&b, vocab, stored, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_vector_count(a), warta_vector_count(b));
  for (size_t i = 0; i < warta_vector_count(a); i++) {
    const warta_vector_entry x = warta_vector_at(a, i);
    const warta_vector_entry y = warta_vector_at(b, i);
    CU_ASSERT_EQUAL(x.len, y.len);
    CU_ASSERT_EQUAL(memcmp(x.term, y.term, x.len), 0);
    CU_ASSERT_EQUAL(x.tf, y.tf);
    CU_ASSERT_EQUAL(memcmp(&x.weight, &y.weight, sizeof x.weight), 0);
  }
  CU_ASSERT_EQUAL(warta_document_word_count(stored), warta_document_word_count(fresh));
  warta_document_free(stored);
  CU_ASSERT_EQUAL(warta_archive_document(&stored, archive, 77, NULL), WARTA_ERR_MISSING);
  CU_ASSERT_PTR_NULL(stored);
  warta_vector_free(a);
  warta_vector_free(b);
  warta_vocab_free(vocab);
  warta_document_free(fresh);
  warta_archive_free(archive);
  free_place(&p);
  warta_document_free(stored);
}

/* Texts of words of very different frequency, made by a small generator (Numerical Recipes' LCG).
 */
static size_t make_text(char *out, size_t size, uint32_t *seed) {
  static const char *const WORDS[] = {"banjir",  "pasar",  "gubernur", "jembatan", "cabai",
                                      "petani",  "polisi", "hakim",    "saham",    "bendungan",
                                      "sekolah", "guru",   "kapal",    "nelayan",  "gempa",
                                      "pelatih", "gol",    "vaksin",   "dokter",   "tambang",
                                      "listrik", "kebun",  "kopi",     "hutan",    "satwa"};
  size_t len = 0;
  for (int i = 0; i < 60; i++) {
    *seed = *seed * 1664525U + 1013904223U;
    const uint32_t x = *seed >> 8;
    const char *word = WORDS[(x % 25) * (x / 32 % 25) / 25];
    const int written = snprintf(out + len, size - len, "%s%u%s", word, x % 7 == 0 ? x % 900 : 0,
                                 i % 12 == 11 ? ". " : " ");
    len += written > 0 ? (size_t)written : 0;
  }
  return len;
}

static int by_score(const void *left, const void *right) {
  const double *a = left;
  const double *b = right;
  return (*a < *b) - (*a > *b);
}

/* Against all vectors, one by one: the same scores to the last bit. */
static void check_near(warta_archive *archive, const warta_document *document, uint32_t most) {
  static double all[1000];
  warta_archive_near_options options = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  warta_archive_hits *hits = NULL;
  warta_vocab *vocab = NULL;
  warta_vector *own = NULL;
  size_t count = 0;
  options.top = 7;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&vocab, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_archive_vector(&own, archive, vocab, document, NULL, NULL), WARTA_OK);
  for (uint32_t number = 1; number <= most; number++) {
    warta_document *other = NULL;
    warta_vector *vector = NULL;
    if (warta_archive_document(&other, archive, number, NULL) == WARTA_OK) {
      CU_ASSERT_EQUAL_FATAL(warta_archive_vector(&vector, archive, vocab, other, NULL, NULL),
                            WARTA_OK);
      all[count++] = warta_similarity(own, vector);
    }
    warta_vector_free(vector);
    warta_document_free(other);
  }
  CU_ASSERT_EQUAL(count, warta_archive_count(archive));
  qsort(all, count, sizeof *all, by_score);
  CU_ASSERT_EQUAL_FATAL(warta_archive_near(&hits, archive, document, &options, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_archive_hits_count(hits), 7);
  for (size_t i = 0; i < 7; i++) {
    const double score = warta_archive_hits_at(hits, i).score;
    CU_ASSERT_EQUAL(memcmp(&score, &all[i], sizeof score), 0);
  }
  warta_archive_hits_free(hits);
  warta_vector_free(own);
  warta_vocab_free(vocab);
}

static void finds_the_nearest_exactly(void) {
  place p = make_place();
  char text[2048];
  uint32_t seed = 1;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 30);
  for (uint32_t i = 0; i < 400; i++) {
    char id[16];
    int found = 0;
    (void)make_text(text, sizeof text, &seed);
    snprintf(id, sizeof id, "n%u", i);
    add(archive, &p, id, i % 4 == 0 ? "Gempa merusak sekolah" : NULL, text);
    if (i % 50 == 49) {
      snprintf(id, sizeof id, "n%u", i - 30);
      CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of(id), &found, NULL), WARTA_OK);
      CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
      CU_ASSERT_EQUAL(found, 1);
      (void)make_text(text, sizeof text, &seed);
      warta_document *document = document_of(&p, "Gempa di sekolah", text);
      check_near(archive, document, i + 1);
      warta_document_free(document);
    }
  }
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

static void tells_what_may_be_a_copy(void) {
  place p = make_place();
  uint32_t numbers[4] = {0, 0, 0, 0};
  const warta_archive_numbers room = {numbers, 4};
  size_t count = 0;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_document *document = document_of(&p, NULL, CHILI);
  CU_ASSERT_EQUAL(warta_archive_candidates(&count, archive, document, &room, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(count, 1);
  CU_ASSERT_EQUAL(numbers[0], 2);
  warta_document_free(document);
  warta_archive_free(archive);
  free_place(&p);
}

static void lets_one_write_and_others_read(void) {
  place p = make_place();
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  int found = 0;
  warta_archive *writer = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(writer, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(writer, NULL), WARTA_OK);
  warta_archive *reader = open_as(&p, WARTA_ARCHIVE_READ, 1);
  warta_archive *second = open_as(&p, WARTA_ARCHIVE_WRITE, 1);
  CU_ASSERT_EQUAL(warta_archive_delete(writer, text_of("a"), &found, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_delete(second, text_of("b"), &found, NULL), WARTA_ERR_BUSY);
  check_search(reader, &p, "banjir", "a");
  CU_ASSERT_EQUAL(warta_archive_commit(writer, NULL), WARTA_OK);
  check_search(reader, &p, "banjir", "a");
  CU_ASSERT_EQUAL(warta_archive_refresh(reader, NULL), WARTA_OK);
  check_search(reader, &p, "banjir", "");
  CU_ASSERT_EQUAL(warta_archive_count(reader), 2);
  (void)options;
  warta_archive_free(second);
  warta_archive_free(reader);
  warta_archive_free(writer);
  free_place(&p);
}

static void refuses_what_is_no_archive_of_its_own(void) {
  place p = make_place();
  warta_archive *archive = NULL;
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_analyzer_options other = WARTA_ANALYZER_OPTIONS_INIT;
  warta_analyzer *snowball = NULL;
  warta_error error;
  CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, &options, &error),
                  WARTA_ERR_MISSING);
  options.batch_articles = 0;
  CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, &options, &error),
                  WARTA_ERR_ARGUMENT);
  FILE *file = fopen(p.path, "wb");
  CU_ASSERT_TRUE(fputs("this is a text, and a text it stays", file) > 0);
  fclose(file);
  options = (warta_archive_options)WARTA_ARCHIVE_OPTIONS_INIT;
  options.mode = WARTA_ARCHIVE_CREATE;
  CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, &options, &error),
                  WARTA_ERR_DATA);
  CU_ASSERT_EQUAL(error.message_id, WARTA_MSG_ARCHIVE_FOREIGN);
  CU_ASSERT_EQUAL(unlink(p.path), 0);
  warta_archive_free(open_as(&p, WARTA_ARCHIVE_CREATE, 1));
  other.stemmer = WARTA_STEMMER_SNOWBALL;
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&snowball, &other, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, snowball, &options, &error),
                  WARTA_ERR_MISMATCH);
  CU_ASSERT_PTR_NULL(archive);
  warta_analyzer_free(snowball);
  free_place(&p);
}

/* As a later warta would leave it: whole, with its checksum, and another number. */
static void make_it_newer(const place *p) {
  enum { VERSION_AT = 60, VERSION_BYTES = 4, CONTENT = WI_PAGE_BYTES - WI_PAGE_RESERVED };
  char page[WI_PAGE_BYTES];
  FILE *file = fopen(p->path, "r+b");
  CU_ASSERT_EQUAL_FATAL(fread(page, 1, sizeof page, file), sizeof page);
  page[VERSION_AT + VERSION_BYTES - 1]++;
  const uint64_t sum = wi_hash((wi_str){page, CONTENT}, 1);
  for (int i = 0; i < WI_PAGE_RESERVED; i++) {
    page[CONTENT + i] = (char)(unsigned char)(sum >> (8 * i));
  }
  rewind(file);
  CU_ASSERT_EQUAL(fwrite(page, 1, sizeof page, file), sizeof page);
  CU_ASSERT_EQUAL(fclose(file), 0);
}

static void refuses_an_archive_of_a_later_version(void) {
  static const warta_archive_mode MODES[] = {WARTA_ARCHIVE_READ, WARTA_ARCHIVE_WRITE,
                                             WARTA_ARCHIVE_CREATE};
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
  make_it_newer(&p);
  for (size_t i = 0; i < sizeof MODES / sizeof MODES[0]; i++) {
    warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
    warta_error error;
    options.mode = MODES[i];
    CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, &options, &error),
                    WARTA_ERR_DATA);
    CU_ASSERT_EQUAL(error.message_id, WARTA_MSG_ARCHIVE_VERSION);
    CU_ASSERT_PTR_NULL(archive);
  }
  free_place(&p);
}

static void tells_a_changed_byte(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
  FILE *file = fopen(p.path, "r+b");
  CU_ASSERT_PTR_NOT_NULL_FATAL(file);
  for (long at = 16384 + 3000; at < 10 * 16384; at += 16384) {
    CU_ASSERT_EQUAL(fseek(file, at, SEEK_SET), 0);
    const int byte = fgetc(file);
    CU_ASSERT_EQUAL(fseek(file, at, SEEK_SET), 0);
    CU_ASSERT_NOT_EQUAL(fputc(byte ^ 4, file), EOF);
  }
  fclose(file);
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_archive_hits *hits = NULL;
  warta_error error;
  warta_status status = warta_archive_open(&archive, p.path, p.analyzer, &options, &error);
  if (status == WARTA_OK) {
    status = warta_archive_search(&hits, archive, p.session, text_of("banjir"), 10, &error);
  }
  CU_ASSERT_EQUAL(status, WARTA_ERR_DATA);
  CU_ASSERT_EQUAL(error.message_id, WARTA_MSG_ARCHIVE_DAMAGED);
  CU_ASSERT_PTR_NULL(hits);
  warta_archive_free(archive);
  free_place(&p);
}

void suite_archive(void) {
  CU_pSuite suite = CU_add_suite("archive", NULL, NULL);
  CU_ADD_TEST(suite, keeps_and_finds_articles);
  CU_ADD_TEST(suite, finds_long_forms_of_acronyms);
  CU_ADD_TEST(suite, reads_a_word_in_several_ways);
  CU_ADD_TEST(suite, finds_quotations_of_several_sentences);
  CU_ADD_TEST(suite, asks_for_every_phrase);
  CU_ADD_TEST(suite, gives_long_forms_back);
  CU_ADD_TEST(suite, replaces_and_deletes);
  CU_ADD_TEST(suite, stays_right_through_merges);
  CU_ADD_TEST(suite, gives_documents_back);
  CU_ADD_TEST(suite, finds_the_nearest_exactly);
  CU_ADD_TEST(suite, tells_what_may_be_a_copy);
  CU_ADD_TEST(suite, lets_one_write_and_others_read);
  CU_ADD_TEST(suite, refuses_what_is_no_archive_of_its_own);
  CU_ADD_TEST(suite, refuses_an_archive_of_a_later_version);
  CU_ADD_TEST(suite, tells_a_changed_byte);
}
