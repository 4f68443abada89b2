/* warta_stem: one word, without a text around it. */
#include <warta/stem.h>

#include <stdbool.h>

#include "fold.h"
#include "session_data.h"
#include "status.h"
#include "stem.h"
#include "utf8.h"

/* A word by itself is taken as standing inside a sentence. */
static wi_stem_case case_of(wi_str word) {
  size_t at = 0;
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

warta_status warta_stem(warta_stem_result *out, warta_session *session, const char *word,
                        size_t len, warta_error *error) {
  const wi_str surface = {word, len};
  *out = (warta_stem_result){"", 0, WARTA_STEM_UNCHANGED};
  wi_status_clear(error);
  if (len > WARTA_TEXT_MAX) {
    return wi_status_fail(error, WARTA_MSG_TEXT_TOO_LONG, "1073741824");
  }
  wi_buf_clear(&session->norm);
  if (!wi_fold(&session->norm, surface)) {
    return wi_status_no_memory(error);
  }
  if (session->norm.len == 0) {
    return WARTA_OK;
  }
  wi_stem_result result;
  const warta_status status = wi_stemmer_stem(session->stemmer, wi_buf_str(&session->norm),
                                              case_of(surface), &result, error);
  if (status == WARTA_OK) {
    *out = (warta_stem_result){result.stem.ptr, result.stem.len, result.how};
  }
  return status;
}
