/* One session for all inputs of a target. */
#ifndef FUZZ_SESSION_H
#define FUZZ_SESSION_H

#include "fuzz.h"

#include <warta/warta.h>

static inline warta_session *the_session(void) {
  static warta_session *session;
  if (session == NULL) {
    warta_analyzer *analyzer = NULL;
    MUST(warta_analyzer_open(&analyzer, NULL, NULL) == WARTA_OK);
    MUST(warta_session_open(&session, analyzer, NULL) == WARTA_OK);
  }
  return session;
}

#endif
