/* Stems: any bytes have one, with each stemmer, and asking twice gives the same. */
#include "fuzz.h"

#include <warta/warta.h>

#include <string.h>

static warta_session *session_of(unsigned stemmer) {
  static warta_session *sessions[3];
  if (sessions[stemmer] == NULL) {
    warta_analyzer_options options = WARTA_ANALYZER_OPTIONS_INIT;
    warta_analyzer *analyzer = NULL;
    options.stemmer = (warta_stemmer)stemmer;
    MUST(warta_analyzer_open(&analyzer, &options, NULL) == WARTA_OK);
    MUST(warta_session_open(&sessions[stemmer], analyzer, NULL) == WARTA_OK);
  }
  return sessions[stemmer];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  warta_session *session = session_of(fuzz_take(&data, &len) % 3);
  const char *word = (const char *)data;
  warta_stem_result first;
  warta_stem_result second;
  char *kept;
  MUST(warta_stem(&first, session, word, len, NULL) == WARTA_OK);
  MUST(*warta_stem_how_name(first.how) != '\0');
  kept = malloc(first.len + 1);
  MUST(kept != NULL);
  memcpy(kept, first.len == 0 ? "" : first.stem, first.len);
  MUST(warta_stem(&second, session, word, len, NULL) == WARTA_OK);
  MUST(second.len == first.len && second.how == first.how);
  MUST(second.len == 0 || memcmp(second.stem, kept, second.len) == 0);
  free(kept);
  return 0;
}
