/* What many tests are given: an analyzer, a session, and a text made into a document. */
#ifndef GIVEN_H
#define GIVEN_H

#include <warta/warta.h>

#include "check.h"

typedef struct given {
  warta_analyzer *analyzer;
  warta_session *session;
  warta_document *document;
} given;

static inline given given_text(wi_str text, wi_str title) {
  given g = {NULL, NULL, NULL};
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  options.title = (warta_text){title.ptr, title.len};
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&g.analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&g.session, g.analyzer, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(
      warta_document_analyze(&g.document, g.session, text.ptr, text.len, &options, NULL), WARTA_OK);
  return g;
}

static inline void given_free(given *g) {
  warta_document_free(g->document);
  warta_session_free(g->session);
  warta_analyzer_free(g->analyzer);
}

/* How often the term stands in the document; 0 if not at all. */
static inline uint32_t given_count(const given *g, const char *term) {
  for (size_t i = 0; i < warta_document_term_count(g->document); i++) {
    const warta_term row = warta_document_term(g->document, i);
    if (wi_str_equal((wi_str){row.text, row.len}, wi_str_of(term))) {
      return row.count;
    }
  }
  return 0;
}

#endif
