/* What tests of archives are given: one in a folder of its own, and articles to add. */
#ifndef GIVEN_ARCHIVE_H
#define GIVEN_ARCHIVE_H

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include <warta/archive.h>

#include "given.h"

/* An archive in a folder of its own. */
typedef struct place {
  char folder[64];
  char path[80];
  warta_analyzer *analyzer;
  warta_session *session;
} place;

static inline place make_place(void) {
  place p = {"/tmp/warta-unit-XXXXXX", "", NULL, NULL};
  CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(p.folder));
  snprintf(p.path, sizeof p.path, "%s/a.db", p.folder);
  CU_ASSERT_EQUAL_FATAL(warta_analyzer_open(&p.analyzer, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_session_open(&p.session, p.analyzer, NULL), WARTA_OK);
  return p;
}

static inline void free_place(place *p) {
  (void)unlink(p->path);
  CU_ASSERT_EQUAL(rmdir(p->folder), 0); /* no journal is left behind */
  warta_session_free(p->session);
  warta_analyzer_free(p->analyzer);
}

static inline warta_text text_of(const char *text) {
  return (warta_text){text, text == NULL ? 0 : strlen(text)};
}

static inline warta_archive *open_as(const place *p, warta_archive_mode mode, uint32_t batch) {
  warta_archive *archive = NULL;
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  options.mode = mode;
  options.wait = 0;
  options.batch_articles = batch;
  CU_ASSERT_EQUAL_FATAL(warta_archive_open(&archive, p->path, p->analyzer, &options, NULL),
                        WARTA_OK);
  return archive;
}

static inline warta_document *document_of(const place *p, const char *title, const char *text) {
  warta_document *document = NULL;
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  options.title = text_of(title);
  CU_ASSERT_EQUAL_FATAL(
      warta_document_analyze(&document, p->session, text, strlen(text), &options, NULL), WARTA_OK);
  return document;
}

static inline void add(warta_archive *archive, const place *p, const char *id, const char *title,
                       const char *text) {
  warta_document *document = document_of(p, title, text);
  const warta_article article = {text_of(id), text_of(title), text_of(text), text_of("2026-01-29"),
                                 text_of(NULL)};
  CU_ASSERT_EQUAL(warta_archive_add(archive, document, &article, NULL), WARTA_OK);
  warta_document_free(document);
}

static const char FLOOD[] = "Banjir merendam pasar Benjeng. Pedagang mengungsikan dagangan.";
static const char CHILI[] = "Harga cabai naik di pasar induk. Petani kekurangan pasokan cabai.";
static const char MATCH[] = "Timnas menang atas tamunya. Pelatih memuji para pemain muda.";

static inline void add_three(warta_archive *archive, const place *p) {
  add(archive, p, "a", "Banjir di Benjeng", FLOOD);
  add(archive, p, "b", "Harga cabai naik", CHILI);
  add(archive, p, "c", NULL, MATCH);
}

static inline void count_fault(void *payload, const char *text) {
  printf("\n    %s", text);
  ++*(size_t *)payload;
}

static inline void check_clean(warta_archive *archive) {
  size_t told = 0;
  size_t faults = 0;
  CU_ASSERT_EQUAL(warta_archive_check(archive, count_fault, &told, &faults, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(faults, 0);
  CU_ASSERT_EQUAL(told, 0);
}

#endif
