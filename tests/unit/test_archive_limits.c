/* Archives at their limits: options out of range, callers that stop, long articles, common terms.
 */
#include <math.h>

#include "given_archive.h"
#include "suites.h"

static void refuses_options_out_of_range(void) {
  place p = make_place();
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
  const warta_archive_options good = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_archive_options bad[] = {good, good, good, good, good};
  bad[0].struct_size--;
  bad[1].mode = (warta_archive_mode)-1;
  bad[2].mode = (warta_archive_mode)3;
  bad[3].batch_articles = 0;
  bad[4].wait = UINT32_MAX;
  for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
    CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, &bad[i], NULL),
                    WARTA_ERR_ARGUMENT);
    CU_ASSERT_PTR_NULL(archive);
  }
  CU_ASSERT_EQUAL(warta_archive_open(&archive, p.path, p.analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_count(archive), 3);
  warta_archive_free(archive);
  free_place(&p);
}

/* An archive that is only read takes nothing; one that is written to takes no article without id.
 */
static void refuses_what_it_may_not_take(void) {
  place p = make_place();
  int found = 0;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  warta_document *document = document_of(&p, NULL, FLOOD);
  warta_article article = {text_of(""), text_of(NULL), text_of(FLOOD), text_of(NULL),
                           text_of(NULL)};
  CU_ASSERT_EQUAL(warta_archive_add(archive, document, &article, NULL), WARTA_ERR_ARGUMENT);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_archive_free(archive);
  archive = open_as(&p, WARTA_ARCHIVE_READ, 100);
  article.id = text_of("d");
  CU_ASSERT_EQUAL(warta_archive_add(archive, document, &article, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_archive_delete(archive, text_of("a"), &found, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(found, 0);
  CU_ASSERT_EQUAL(warta_archive_count(archive), 3);
  warta_document_free(document);
  warta_archive_free(archive);
  free_place(&p);
}

static void refuses_questions_without_sense(void) {
  place p = make_place();
  warta_archive_hits *hits = NULL;
  warta_archive_near_options none = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  warta_archive_near_options odd = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  none.top = 0;
  odd.min = (double)NAN;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_document *document = document_of(&p, NULL, CHILI);
  CU_ASSERT_EQUAL(warta_archive_near(&hits, archive, document, &none, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_archive_near(&hits, archive, document, &odd, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_archive_search(&hits, archive, p.session, text_of("cabai"), 0, NULL),
                  WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(hits);
  odd.min = 0.99;
  CU_ASSERT_EQUAL_FATAL(warta_archive_near(&hits, archive, document, &odd, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_hits_count(hits), 0); /* b has a headline, and is less like it */
  warta_archive_hits_free(hits);
  warta_document_free(document);
  warta_archive_free(archive);
  free_place(&p);
}

static warta_status stop_at_second(void *payload, const warta_archive_row *row) {
  uint32_t *seen = payload;
  ++*seen;
  return row->number == 2 ? WARTA_ERR_STOPPED : WARTA_OK;
}

static void ends_where_the_caller_stops(void) {
  place p = make_place();
  uint32_t seen = 0;
  warta_document *document = NULL;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 100);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_each(archive, 1, stop_at_second, &seen, NULL), WARTA_ERR_STOPPED);
  CU_ASSERT_EQUAL(seen, 2);
  CU_ASSERT_EQUAL(warta_archive_look(archive, 2, stop_at_second, &seen, NULL), WARTA_ERR_STOPPED);
  CU_ASSERT_EQUAL(warta_archive_look(archive, 9, stop_at_second, &seen, NULL), WARTA_ERR_MISSING);
  CU_ASSERT_EQUAL(warta_archive_document(&document, archive, 9, NULL), WARTA_ERR_MISSING);
  CU_ASSERT_EQUAL(warta_archive_each(archive, 0, stop_at_second, &seen, NULL), WARTA_ERR_STOPPED);
  CU_ASSERT_EQUAL(seen, 5);
  CU_ASSERT_EQUAL(warta_archive_refresh(archive, NULL), WARTA_OK);
  check_clean(archive);
  warta_archive_free(archive);
  free_place(&p);
}

/* Words enough for any counter: 70,000 in the body, 300 in the headline. */
static char *make_words(const char *word, size_t count) {
  const size_t len = strlen(word);
  char *text = malloc(count * (len + 1) + 1);
  CU_ASSERT_PTR_NOT_NULL_FATAL(text);
  for (size_t i = 0; i < count; i++) {
    memcpy(text + i * (len + 1), word, len);
    text[i * (len + 1) + len] = ' ';
  }
  text[count * (len + 1)] = '\0';
  return text;
}

static void keeps_articles_longer_than_its_counters(void) {
  place p = make_place();
  char *body = make_words("banjir pasar", 35000);
  char *title = make_words("cabai", 300);
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  warta_archive *archive = NULL;
  warta_archive_hits *hits = NULL;
  options.mode = WARTA_ARCHIVE_CREATE;
  options.leaves_text_out = 1;
  options.batch_bytes = 1000; /* the article is a batch of its own */
  CU_ASSERT_EQUAL_FATAL(warta_archive_open(&archive, p.path, p.analyzer, &options, NULL), WARTA_OK);
  add(archive, &p, "long", title, body);
  CU_ASSERT_EQUAL(warta_archive_count(archive), 1);
  CU_ASSERT_EQUAL(warta_archive_keeps_text(archive), 0);
  add_three(archive, &p);
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(
      warta_archive_search(&hits, archive, p.session, text_of("pasar banjir"), 2, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_hits_count(hits), 2);
  check_clean(archive);
  warta_archive_hits_free(hits);
  warta_archive_free(archive);
  free(title);
  free(body);
  free_place(&p);
}

/* More copies than are candidates of one shingle, more hits than are asked for, and terms so common
 * that an epoch lists them. */
static void answers_of_many_articles_that_are_alike(void) {
  place p = make_place();
  uint32_t numbers[4];
  const warta_archive_numbers room = {numbers, 4};
  warta_archive_hits *hits = NULL;
  size_t count = 0;
  warta_archive *archive = open_as(&p, WARTA_ARCHIVE_CREATE, 50);
  for (int i = 0; i < 200; i++) {
    char id[16];
    snprintf(id, sizeof id, "n%d", i);
    add(archive, &p, id, i % 2 == 0 ? "Banjir" : NULL, i % 5 == 0 ? MATCH : FLOOD);
  }
  CU_ASSERT_EQUAL(warta_archive_commit(archive, NULL), WARTA_OK);
  warta_document *document = document_of(&p, NULL, FLOOD);
  CU_ASSERT_EQUAL(warta_archive_candidates(&count, archive, document, &room, NULL), WARTA_OK);
  CU_ASSERT_TRUE(count >= 1 && count <= 200);
  CU_ASSERT_EQUAL_FATAL(warta_archive_near(&hits, archive, document, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_hits_count(hits), 10);
  warta_archive_hits_free(hits);
  CU_ASSERT_EQUAL_FATAL(
      warta_archive_search(&hits, archive, p.session, text_of("\"pasar benjeng\" timnas"), 7, NULL),
      WARTA_OK);
  CU_ASSERT_EQUAL(warta_archive_hits_count(hits), 7);
  warta_archive_hits_free(hits);
  check_clean(archive);
  warta_document_free(document);
  warta_archive_free(archive);
  free_place(&p);
}

void suite_archive_limits(void) {
  CU_pSuite suite = CU_add_suite("archive_limits", NULL, NULL);
  CU_ADD_TEST(suite, refuses_options_out_of_range);
  CU_ADD_TEST(suite, refuses_what_it_may_not_take);
  CU_ADD_TEST(suite, refuses_questions_without_sense);
  CU_ADD_TEST(suite, ends_where_the_caller_stops);
  CU_ADD_TEST(suite, keeps_articles_longer_than_its_counters);
  CU_ADD_TEST(suite, answers_of_many_articles_that_are_alike);
}
