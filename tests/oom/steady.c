/* A session that has met its words, and documents, keywords and summaries that are renewed, ask for
 * no memory: not per token, not per article. A fresh document asks a few times, however long the
 * article is.
 *
 * usage: steady FILE...     (one article a file) */
#include "failing_malloc.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <warta/warta.h>

enum { FILES_MAX = 64, ROUNDS_TO_WARM = 3, FRESH_MAX = 28, TIMES = 40 };

typedef struct article {
  char *text;
  size_t len;
} article;

static article articles[FILES_MAX];
static size_t count;
static unsigned passed;
static unsigned faults;

static void must(int is_true, const char *what) {
  if (!is_true) {
    fprintf(stderr, "steady: %s\n", what);
    exit(1);
  }
}

static article read_article(const char *path) {
  FILE *file = fopen(path, "rb");
  article a = {NULL, 0};
  must(file != NULL && fseek(file, 0, SEEK_END) == 0, path);
  const long size = ftell(file);
  rewind(file);
  a.text = malloc((size_t)size + 1);
  must(size > 0 && a.text != NULL, path);
  a.len = fread(a.text, 1, (size_t)size, file);
  (void)fclose(file);
  return a;
}

/* All articles again and again as one: a long one, with no word that is new. */
static article join(void) {
  article all = {NULL, 0};
  size_t size = 1;
  for (size_t i = 0; i < count; i++) {
    size += (articles[i].len + 1) * TIMES;
  }
  all.text = malloc(size);
  must(all.text != NULL, "no memory");
  for (size_t i = 0; i < count * TIMES; i++) {
    const article *a = &articles[i % count];
    memcpy(all.text + all.len, a->text, a->len);
    all.len += a->len;
    all.text[all.len++] = '\n';
  }
  return all;
}

static warta_status see_token(void *payload, const warta_token *token) {
  *(size_t *)payload += token->term_len;
  return WARTA_OK;
}

static void tell(const char *what, unsigned long calls, unsigned long most) {
  printf("%-48s %lu allocations\n", what, calls);
  if (calls > most) {
    printf("FAILED: at most %lu\n", most);
    faults++;
  } else {
    passed++;
  }
}

static unsigned long tell_tokens(warta_session *session) {
  size_t seen = 0;
  failing_malloc_arm(0, 0);
  for (size_t i = 0; i < count; i++) {
    must(warta_tokens(session, articles[i].text, articles[i].len, see_token, &seen, NULL) ==
             WARTA_OK,
         "warta_tokens");
  }
  must(seen > 0, "no term was told");
  return failing_malloc_calls();
}

/* Each article, its first line as a headline kept apart every second time. */
static unsigned long renew_documents(warta_session *session, warta_document *document) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  failing_malloc_arm(0, 0);
  for (size_t i = 0; i < count; i++) {
    const article *a = &articles[i];
    const char *end = memchr(a->text, '\n', a->len);
    options.title = (warta_text){a->text, end == NULL || i % 2 == 0 ? 0 : (size_t)(end - a->text)};
    must(warta_document_renew(document, session, a->text, a->len, &options, NULL) == WARTA_OK,
         "warta_document_renew");
    must(warta_document_term_count(document) > 0, "no term was counted");
  }
  return failing_malloc_calls();
}

/* Keywords and a summary of each article, in the memory of those before. */
static unsigned long renew_answers(warta_session *session, warta_document *document,
                                   warta_keyword_list *keywords, warta_summary_list *summary) {
  failing_malloc_arm(0, 0);
  for (size_t i = 0; i < count; i++) {
    const article *a = &articles[i];
    must(warta_document_renew(document, session, a->text, a->len, NULL, NULL) == WARTA_OK &&
             warta_keywords_renew(keywords, document, NULL, NULL, NULL) == WARTA_OK &&
             warta_summary_renew(summary, document, NULL, NULL, NULL) == WARTA_OK,
         "renewed answers");
    must(warta_keywords_count(keywords) > 0 && warta_summary_count(summary) > 0, "no answers");
  }
  return failing_malloc_calls();
}

static unsigned long fresh_document(warta_session *session, const article *a) {
  warta_document *document = NULL;
  failing_malloc_arm(0, 0);
  must(warta_document_analyze(&document, session, a->text, a->len, NULL, NULL) == WARTA_OK,
       "warta_document_analyze");
  const unsigned long calls = failing_malloc_calls();
  warta_document_free(document);
  return calls;
}

static void check_answers(warta_session *session, warta_document *document) {
  warta_keyword_list *keywords = NULL;
  warta_summary_list *summary = NULL;
  must(warta_keywords(&keywords, document, NULL, NULL, NULL) == WARTA_OK &&
           warta_summary(&summary, document, NULL, NULL, NULL) == WARTA_OK,
       "no answers");
  for (int round = 0; round < ROUNDS_TO_WARM; round++) {
    (void)renew_answers(session, document, keywords, summary);
  }
  tell("keywords and summaries of all articles, renewed",
       renew_answers(session, document, keywords, summary), 0);
  warta_summary_free(summary);
  warta_keywords_free(keywords);
}

static void check_all(warta_session *session) {
  const article all = join();
  warta_document *document = NULL;
  unsigned long most = 0;
  must(warta_document_analyze(&document, session, "", 0, NULL, NULL) == WARTA_OK, "no document");
  for (int round = 0; round < ROUNDS_TO_WARM; round++) {
    (void)tell_tokens(session);
    (void)renew_documents(session, document);
    (void)fresh_document(session, &all);
  }
  tell("tokens of all articles", tell_tokens(session), 0);
  tell("documents of all articles, renewed", renew_documents(session, document), 0);
  check_answers(session, document);
  for (size_t i = 0; i < count; i++) {
    const unsigned long calls = fresh_document(session, &articles[i]);
    most = calls > most ? calls : most;
  }
  tell("a fresh document, the worst of all articles", most, FRESH_MAX);
  tell("a fresh document of all of them, many times over", fresh_document(session, &all),
       FRESH_MAX);
  warta_document_free(document);
  free(all.text);
}

int main(int argc, char **argv) {
  warta_analyzer *analyzer = NULL;
  warta_session *session = NULL;
  for (int i = 1; i < argc && count < FILES_MAX; i++) {
    articles[count++] = read_article(argv[i]);
  }
  must(count > 0, "no articles");
  must(warta_analyzer_open(&analyzer, NULL, NULL) == WARTA_OK &&
           warta_session_open(&session, analyzer, NULL) == WARTA_OK,
       "cannot begin");
  check_all(session);
  warta_session_free(session);
  warta_analyzer_free(analyzer);
  for (size_t i = 0; i < count; i++) {
    free(articles[i].text);
  }
  printf("steady: %u passed, %u failed\n", passed, faults);
  return faults == 0 ? 0 : 1;
}
