/* Several threads, one shared analyzer and one shared background, a session each: every thread must
 * find the same. Under the preset tsan this also shows that nothing is written that others read. */
#include <warta/warta.h>

#include <pthread.h>
#include <stdio.h>
#include <string.h>

enum { THREADS = 6, ROUNDS = 20, TEXTS = 4, RESULT_SIZE = 1 << 15 };

static const char *const texts[TEXTS] = {
    "Banjir Merendam Pasar\n\nBadan Penanggulangan Bencana Daerah (BPBD) membuka posko. BPBD "
    "menyiapkan 1.200 paket senilai Rp140 triliun, kata Dr. Sri.\n",
    "Harga Cabai Naik\n\nHarga cabai rawit naik menjadi 80 ribu rupiah. Pedagang-pedagang "
    "mengatakan pasokannya berkurang.\n",
    "Baca juga: Banjir\n\nWarga mengungsi ke balai desa. Pemerintah membangun tanggul baru.\n",
    "caf\xC3\xA9 \xFF anak\xE2\x80\x91"
    "anak \xE0\xB8\x82\xE0\xB9\x88\xE0\xB8\xB2\xE0\xB8\xA7.\n"};

typedef struct job {
  const warta_analyzer *analyzer;
  const warta_df *background;
  int is_fine;
  size_t len;
  char found[RESULT_SIZE];
} job;

static void tell(job *j, const char *bytes, size_t len, double number) {
  const size_t room = RESULT_SIZE - j->len;
  const int part = len > 200 ? 200 : (int)len;
  const int written = snprintf(j->found + j->len, room, "%.*s %.9g\n", part, bytes, number);
  if (written > 0 && (size_t)written < room) {
    j->len += (size_t)written;
  }
}

static warta_status on_token(void *payload, const warta_token *token) {
  tell(payload, token->term, token->term_len, (double)token->start);
  return WARTA_OK;
}

static int look_at(job *j, warta_session *session, const char *text) {
  warta_document *document = NULL;
  warta_keyword_list *keywords = NULL;
  warta_summary_list *summary = NULL;
  int is_fine =
      warta_tokens(session, text, strlen(text), on_token, j, NULL) == WARTA_OK &&
      warta_document_analyze(&document, session, text, strlen(text), NULL, NULL) == WARTA_OK &&
      warta_keywords(&keywords, document, j->background, NULL, NULL) == WARTA_OK &&
      warta_summary(&summary, document, j->background, NULL, NULL) == WARTA_OK;
  for (size_t i = 0; is_fine && i < warta_keywords_count(keywords); i++) {
    const warta_keyword row = warta_keywords_at(keywords, i);
    tell(j, row.text, row.len, row.score);
  }
  for (size_t i = 0; is_fine && i < warta_summary_count(summary); i++) {
    tell(j, "", 0, warta_summary_at(summary, i).score);
  }
  warta_summary_free(summary);
  warta_keywords_free(keywords);
  warta_document_free(document);
  return is_fine;
}

static void *work(void *payload) {
  job *j = payload;
  warta_session *session = NULL;
  j->is_fine = warta_session_open(&session, j->analyzer, NULL) == WARTA_OK;
  for (size_t round = 0; j->is_fine && round < ROUNDS; round++) {
    j->len = 0;
    for (size_t i = 0; j->is_fine && i < TEXTS; i++) {
      j->is_fine = look_at(j, session, texts[i]);
    }
  }
  warta_session_free(session);
  return NULL;
}

static int run_all(job jobs[THREADS]) {
  pthread_t threads[THREADS];
  int is_fine = 1;
  for (size_t i = 0; i < THREADS; i++) {
    if (pthread_create(&threads[i], NULL, work, &jobs[i]) != 0) {
      return 0;
    }
  }
  for (size_t i = 0; i < THREADS; i++) {
    is_fine &= pthread_join(threads[i], NULL) == 0;
  }
  return is_fine;
}

int main(void) {
  static job alone;
  static job jobs[THREADS];
  warta_analyzer *analyzer = NULL;
  warta_df *background = NULL;
  unsigned passed = 0;
  if (warta_analyzer_open(&analyzer, NULL, NULL) != WARTA_OK ||
      warta_df_open_builtin(&background, analyzer, NULL) != WARTA_OK) {
    return 1;
  }
  for (size_t i = 0; i < THREADS; i++) {
    jobs[i] = (job){.analyzer = analyzer, .background = background};
  }
  alone = (job){.analyzer = analyzer, .background = background};
  const int has_run = run_all(jobs);
  (void)work(&alone);
  for (size_t i = 0; i < THREADS; i++) {
    passed += has_run && alone.is_fine && jobs[i].is_fine && alone.len > 0 &&
              jobs[i].len == alone.len && memcmp(jobs[i].found, alone.found, alone.len) == 0;
  }
  warta_df_free(background);
  warta_analyzer_free(analyzer);
  printf("%u passed, %u failed\n", passed, THREADS - passed);
  return passed == THREADS ? 0 : 1;
}
