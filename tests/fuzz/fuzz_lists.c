/* Word lists and files of document frequencies: any bytes are read, or refused with their line. */
#include "fuzz.h"

#include <warta/warta.h>

#include <string.h>

typedef struct sink {
  char *bytes;
  size_t len;
} sink;

static warta_status keep(void *payload, const char *bytes, size_t len) {
  sink *s = payload;
  char *more = realloc(s->bytes, s->len + len + 1);
  MUST(more != NULL);
  if (len > 0) {
    memcpy(more + s->len, bytes, len);
  }
  s->bytes = more;
  s->len += len;
  return WARTA_OK;
}

/* Written, read and written again: the same bytes. */
static void check_df(const char *text, size_t len) {
  warta_df *df = NULL;
  warta_df *again = NULL;
  warta_error error;
  const warta_status status = warta_df_read(&df, text, len, &error);
  if (status != WARTA_OK) {
    MUST(df == NULL && error.status == status && error.line >= 1);
    return;
  }
  sink first = {NULL, 0};
  sink second = {NULL, 0};
  MUST(warta_df_write(df, keep, &first, NULL) == WARTA_OK);
  MUST(warta_df_read(&again, first.bytes, first.len, NULL) == WARTA_OK);
  MUST(warta_df_write(again, keep, &second, NULL) == WARTA_OK);
  MUST(first.len == second.len && memcmp(first.bytes, second.bytes, first.len) == 0);
  MUST(warta_df_terms(again) == warta_df_terms(df));
  warta_df_free(again);
  warta_df_free(df);
  free(first.bytes);
  free(second.bytes);
}

/* A list that is taken is used as well, on words that the built-in lists know. */
static void use_analyzer(const warta_analyzer *analyzer) {
  static const char text[] =
      "Baca juga: Banjir\n\nPemerintah membangunkan anak-anak. Dr. Sri naik.";
  warta_session *session = NULL;
  warta_document *document = NULL;
  MUST(warta_session_open(&session, analyzer, NULL) == WARTA_OK);
  MUST(warta_document_analyze(&document, session, text, sizeof text - 1, NULL, NULL) == WARTA_OK);
  warta_document_free(document);
  warta_session_free(session);
}

static void check_list(unsigned kind, const char *text, size_t len) {
  warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
  warta_text *const places[5] = {&options.stopwords, &options.roots, &options.exceptions,
                                 &options.abbreviations, &options.label_patterns};
  warta_analyzer *analyzer = NULL;
  warta_error error;
  *places[kind] = (warta_text){text, len};
  const warta_status status = warta_analyzer_open(&analyzer, &options, &error);
  if (status != WARTA_OK) {
    /* A define that was taken away breaks a built-in pattern, which has no line. */
    MUST(status == WARTA_ERR_DATA && analyzer == NULL && (error.line >= 1 || kind == 4));
    return;
  }
  use_analyzer(analyzer);
  warta_analyzer_free(analyzer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  const unsigned kind = fuzz_take(&data, &len) % 6;
  const char *text = (const char *)data;
  if (kind == 5) {
    check_df(text, len);
  } else {
    check_list(kind, text, len);
  }
  return 0;
}
