/* Tokens and sentences: they rise, stay inside the text, and a callback may stop them anywhere. */
#include "fuzz.h"

#include <warta/warta.h>

enum { VARIANTS = 16, NEVER = 255 };

typedef struct walk {
  size_t len;
  size_t end;
  uint32_t sentence;
  unsigned left;
} walk;

static warta_status on_token(void *payload, const warta_token *token) {
  walk *w = payload;
  MUST(token->start >= w->end);
  MUST(token->end > token->start);
  MUST(token->end <= w->len);
  MUST(token->norm_len == 0 || token->norm != NULL);
  MUST(token->term_len == 0 || token->term != NULL);
  MUST(*warta_token_type_name(token->type) != '\0');
  if (token->sentence != WARTA_NO_SENTENCE) {
    MUST(token->sentence >= w->sentence);
    w->sentence = token->sentence;
  }
  w->end = token->end;
  if (w->left != NEVER && w->left-- == 0) {
    w->left = NEVER;
    return WARTA_ERR_STOPPED;
  }
  return WARTA_OK;
}

static warta_session *session_of(unsigned options) {
  static warta_session *sessions[VARIANTS];
  const unsigned variant = options % VARIANTS;
  if (sessions[variant] == NULL) {
    warta_analyzer_options chosen = WARTA_ANALYZER_OPTIONS_INIT;
    warta_analyzer *analyzer = NULL;
    chosen.abbreviation_stop = (variant & 1) != 0 ? WARTA_CUT : WARTA_KEEP;
    chosen.clitics = (variant & 2) != 0 ? WARTA_CUT : WARTA_KEEP;
    chosen.labels_off = (variant & 4) != 0;
    chosen.strict = (variant & 8) != 0;
    MUST(warta_analyzer_open(&analyzer, &chosen, NULL) == WARTA_OK);
    MUST(warta_session_open(&sessions[variant], analyzer, NULL) == WARTA_OK);
  }
  return sessions[variant];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  const unsigned options = fuzz_take(&data, &len);
  walk w = {len, 0, 0, fuzz_take(&data, &len)};
  w.len = len;
  const char *text = (const char *)data;
  warta_error error;
  const warta_status status = warta_tokens(session_of(options), text, len, on_token, &w, &error);
  MUST(status == WARTA_OK || error.status == status);
  if (status == WARTA_ERR_ENCODING) {
    MUST((options & 8) != 0 && error.offset < len);
  } else {
    MUST(status == WARTA_OK || status == WARTA_ERR_STOPPED);
  }
  return 0;
}
