/* warta_stem, warta_stem_explain: one word, without a text around it. */
#include <warta/stem.h>

#include <stdbool.h>

#include "fold.h"
#include "session_data.h"
#include "status.h"
#include "stem.h"
#include "utf8.h"

static bool is_plain_small(wi_str word) {
  size_t at = 0;
  while (at < word.len && word.ptr[at] >= 'a' && word.ptr[at] <= 'z') {
    at++;
  }
  return at == word.len;
}

/* A word by itself is taken as standing inside a sentence. */
static wi_stem_case case_of(wi_str word) {
  size_t at = 0;
  if (is_plain_small(word)) { /* most words: no character properties needed */
    return WI_CASE_LOWER;
  }
  size_t letters = 0;
  bool first_upper = false;
  bool all_upper = true;
  while (at < word.len) {
    const uint32_t c = wi_utf8_next(word, &at);
    if (!wi_utf8_is_letter(c)) {
      continue;
    }
    const bool upper = wi_utf8_is_upper(c);
    first_upper = letters == 0 ? upper : first_upper;
    all_upper = all_upper && upper;
    letters++;
  }
  if (letters >= 2 && all_upper) {
    return WI_CASE_ALL_CAPS;
  }
  return first_upper ? WI_CASE_NAME : WI_CASE_LOWER;
}

/* The word folded, in session->norm. */
static warta_status fold_word(warta_session *session, wi_str surface, warta_error *error) {
  wi_status_clear(error);
  if (surface.len > WARTA_TEXT_MAX) {
    return wi_status_fail(error, WARTA_MSG_TEXT_TOO_LONG, "1073741824");
  }
  wi_buf_clear(&session->norm);
  return wi_fold(&session->norm, surface) ? WARTA_OK : wi_status_no_memory(error);
}

warta_status warta_stem(warta_stem_result *out, warta_session *session, const char *word,
                        size_t len, warta_error *error) {
  const wi_str surface = {word, len};
  *out = (warta_stem_result){"", 0, WARTA_STEM_UNCHANGED};
  warta_status status = fold_word(session, surface, error);
  if (status != WARTA_OK || session->norm.len == 0) {
    return status;
  }
  wi_stem_result result;
  status = wi_stemmer_stem(session->stemmer, wi_buf_str(&session->norm), case_of(surface), &result,
                           error);
  if (status == WARTA_OK) {
    *out = (warta_stem_result){result.stem.ptr, result.stem.len, result.how};
  }
  return status;
}

warta_status warta_stem_explain(warta_stem_explanation *out, warta_session *session,
                                const char *word, size_t len, warta_error *error) {
  const wi_str surface = {word, len};
  *out = (warta_stem_explanation){{"", 0, WARTA_STEM_UNCHANGED}, "", {"", 0}, NULL, 0};
  const warta_status status = fold_word(session, surface, error);
  if (status != WARTA_OK) {
    return status;
  }
  return wi_stemmer_explain(session->stemmer, wi_buf_str(&session->norm), case_of(surface), out,
                            error);
}
