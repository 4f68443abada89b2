/* Archives while memory runs out: what was not committed is not there, and what fails is told. */
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <warta/archive.h>

#include "scenarios.h"

/* In memory, where that can be had: what is on trial is not the disk. */
static void make_path(char *out, size_t size, const char *more) {
  const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
  (void)snprintf(out, size, "%s/warta-oom-%ld.db%s", folder, (long)getpid(), more);
}

static void remove_all(void) {
  static const char *const MORE[] = {"", "-wal", "-shm", "-journal"};
  for (size_t i = 0; i < sizeof MORE / sizeof MORE[0]; i++) {
    char path[96];
    make_path(path, sizeof path, MORE[i]);
    (void)unlink(path);
  }
}

static warta_status add(warta_archive *archive, warta_session *session, const char *id,
                        const char *text) {
  warta_document *document = NULL;
  const warta_article article = {
      text_of(id), {NULL, 0}, text_of(text), text_of("2026-01-29"), {NULL, 0}};
  warta_status status = warta_document_analyze(&document, session, text, strlen(text), NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_archive_add(archive, document, &article, NULL);
  }
  warta_document_free(document);
  return status;
}

static void tell_hits(result *r, warta_archive_hits *hits) {
  for (size_t i = 0; hits != NULL && i < warta_archive_hits_count(hits); i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    tell_bytes(r, hit.id, hit.id_len);
    tell_number(r, hit.score);
  }
  warta_archive_hits_free(hits);
}

static warta_status compare(result *r, warta_archive *archive, warta_session *session) {
  warta_document *document = NULL;
  warta_archive_hits *hits = NULL;
  uint32_t numbers[4];
  const warta_archive_numbers room = {numbers, 4};
  size_t count = 0;
  warta_status status = warta_document_analyze(&document, session, scenario_other,
                                               strlen(scenario_other), NULL, NULL);
  if (status == WARTA_OK) {
    status = warta_archive_near(&hits, archive, document, NULL, NULL);
  }
  if (status == WARTA_OK) {
    tell_hits(r, hits);
    status = warta_archive_candidates(&count, archive, document, &room, NULL);
    tell_number(r, (double)count);
  }
  warta_document_free(document);
  return status;
}

static warta_status ask(result *r, warta_archive *archive, warta_session *session) {
  warta_archive_hits *hits = NULL;
  warta_status status =
      warta_archive_search(&hits, archive, session, text_of("pasar \"harga cabai\""), 5, NULL);
  if (status == WARTA_OK) {
    tell_hits(r, hits);
    status = compare(r, archive, session);
  }
  return status;
}

static void on_fault(void *payload, const char *text) {
  tell_bytes(payload, text, strlen(text));
}

static warta_status open_archive(warta_archive **out, const warta_analyzer *analyzer,
                                 warta_archive_mode mode) {
  warta_archive_options options = WARTA_ARCHIVE_OPTIONS_INIT;
  char path[96];
  make_path(path, sizeof path, "");
  options.mode = mode;
  return warta_archive_open(out, path, analyzer, &options, NULL);
}

/* Adding, replacing, deleting, and the answers to it. */
warta_status archive_write(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_archive *archive = NULL;
  int found = 0;
  size_t faults = 0;
  remove_all();
  warta_status status = open_archive(&archive, analyzer, WARTA_ARCHIVE_CREATE);
  status = status == WARTA_OK ? add(archive, session, "a", scenario_article) : status;
  status = status == WARTA_OK ? add(archive, session, "b", scenario_other) : status;
  status = status == WARTA_OK ? warta_archive_commit(archive, NULL) : status;
  status = status == WARTA_OK ? add(archive, session, "b", scenario_other) : status;
  status = status == WARTA_OK ? warta_archive_delete(archive, text_of("a"), &found, NULL) : status;
  status = status == WARTA_OK ? warta_archive_commit(archive, NULL) : status;
  warta_archive_free(archive);
  archive = NULL;
  status = status == WARTA_OK ? open_archive(&archive, analyzer, WARTA_ARCHIVE_READ) : status;
  status = status == WARTA_OK ? ask(r, archive, session) : status;
  status = status == WARTA_OK ? warta_archive_check(archive, on_fault, r, &faults, NULL) : status;
  tell_number(r, (double)faults);
  warta_archive_free(archive);
  remove_all();
  return status;
}
