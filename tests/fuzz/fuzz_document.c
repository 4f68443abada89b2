/* From a document to keywords, summary, vector and similarity; the options are the first bytes. */
#include "fuzz.h"

#include <warta/warta.h>

#include <math.h>

enum { METHODS = WARTA_SUMMARY_LEXRANK + 1 };

static warta_session *session_of(unsigned variant) {
  static warta_session *sessions[6];
  if (sessions[variant] == NULL) {
    warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
    warta_analyzer *analyzer = NULL;
    options.stemmer = (warta_stemmer)(variant % 3);
    options.clitics = variant < 3 ? WARTA_KEEP : WARTA_CUT;
    MUST(warta_analyzer_open(&analyzer, &options, NULL) == WARTA_OK);
    MUST(warta_session_open(&sessions[variant], analyzer, NULL) == WARTA_OK);
  }
  return sessions[variant];
}

static void check_keywords(const warta_document *document, size_t len, unsigned a, unsigned b) {
  warta_keyword_options options = WARTA_KEYWORD_OPTIONS_INIT;
  warta_keyword_list *list = NULL;
  options.limit = a;
  options.max_words = b % 10;
  const warta_status status = warta_keywords(&list, document, NULL, &options, NULL);
  const int is_allowed = options.limit >= 1 && options.max_words >= 1 && options.max_words <= 8;
  MUST(status == (is_allowed ? WARTA_OK : WARTA_ERR_ARGUMENT));
  MUST((list != NULL) == is_allowed);
  double last = 1.0;
  for (size_t i = 0; list != NULL && i < warta_keywords_count(list); i++) {
    const warta_keyword row = warta_keywords_at(list, i);
    MUST(row.score >= 0 && row.score <= last && row.len > 0 && row.count > 0);
    for (size_t j = 0; j < row.count; j++) {
      MUST(row.spans[j].start < row.spans[j].end && row.spans[j].end <= len);
      MUST(j == 0 || row.spans[j].start >= row.spans[j - 1].start);
    }
    last = row.score;
  }
  warta_keywords_free(list);
}

static void check_summary(const warta_document *document, unsigned a, unsigned b) {
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_list *list = NULL;
  options.method = (warta_summary_method)(a % METHODS);
  options.words = a / METHODS;
  options.sentences = b % 8;
  options.ratio = (double)(b / 8) / 31.0;
  MUST(warta_summary(&list, document, NULL, &options, NULL) == WARTA_OK);
  MUST(warta_document_word_count(document) == 0 || warta_summary_count(list) > 0);
  for (size_t i = 0; i < warta_summary_count(list); i++) {
    const warta_summary_sentence row = warta_summary_at(list, i);
    MUST(row.sentence < warta_document_sentence_count(document));
    MUST(row.score >= 0 && row.score <= 1 && row.rank >= 1);
    MUST(row.rank <= warta_summary_count(list));
    MUST(i == 0 || row.sentence > warta_summary_at(list, i - 1).sentence);
  }
  warta_summary_free(list);
}

static void check_vector(const warta_document *document) {
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  warta_df *background = NULL;
  MUST(warta_vocab_open(&vocab, NULL) == WARTA_OK);
  MUST(warta_vector_build(&vector, vocab, document, background, NULL) == WARTA_OK);
  const double self = warta_similarity(vector, vector);
  MUST(warta_vector_count(vector) == 0 ? self == 0 : fabs(self - 1.0) < 1e-9);
  warta_vector_free(vector);
  warta_vocab_free(vocab);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  unsigned bytes[5];
  for (size_t i = 0; i < 5; i++) {
    bytes[i] = fuzz_take(&data, &len);
  }
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  const char *text = (const char *)data;
  const size_t title = bytes[0] / 8 < len ? bytes[0] / 8 : len;
  if (title > 0) {
    options.title = (warta_text){text, title};
  }
  MUST(warta_document_analyze(&document, session_of(bytes[0] % 6), text + title, len - title,
                              &options, NULL) == WARTA_OK);
  check_keywords(document, len - title, bytes[1], bytes[2]);
  check_summary(document, bytes[3], bytes[4]);
  check_vector(document);
  warta_document_free(document);
  return 0;
}
