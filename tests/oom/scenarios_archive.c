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

static const char WITH_ACRONYM[] = "Ridwan Kamil (RK) menolak hadir. RK sakit, kata pengacaranya.";

static warta_status ask(result *r, warta_archive *archive, warta_session *session) {
  warta_archive_hits *hits = NULL;
  warta_status status =
      warta_archive_search(&hits, archive, session, text_of("pasar \"harga cabai\""), 5, NULL);
  if (status == WARTA_OK) {
    tell_hits(r, hits);
    hits = NULL;
    status = warta_archive_search(&hits, archive, session, text_of("\"ridwan kamil\" al-banna"), 5,
                                  NULL);
  }
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
  options.batch_articles = 2;
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
  status = status == WARTA_OK ? add(archive, session, "c", WITH_ACRONYM) : status;
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

static warta_status tell_row(void *payload, const warta_archive_row *row) {
  tell_bytes(payload, row->article.id.text, row->article.id.len);
  tell_bytes(payload, row->article.text.text, row->article.text.len);
  tell_number(payload, row->words);
  return WARTA_OK;
}

/* What is stored of one article: its row, its document, its vector. */
static warta_status take_out(result *r, warta_archive *archive) {
  warta_document *document = NULL;
  warta_vocab *vocab = NULL;
  warta_vector *vector = NULL;
  uint32_t number = 0;
  warta_status status = warta_archive_find(&number, archive, text_of("b"), NULL);
  status = status == WARTA_OK ? warta_archive_look(archive, number, tell_row, r, NULL) : status;
  status = status == WARTA_OK ? warta_archive_document(&document, archive, number, NULL) : status;
  status = status == WARTA_OK ? warta_vocab_open(&vocab, NULL) : status;
  status = status == WARTA_OK ? warta_archive_vector(&vector, archive, vocab, document, NULL, NULL)
                              : status;
  if (status == WARTA_OK) {
    tell_number(r, (double)warta_document_word_count(document));
    tell_number(r, (double)warta_vector_count(vector));
  }
  warta_vector_free(vector);
  warta_vocab_free(vocab);
  warta_document_free(document);
  return status;
}

static warta_status take_frequencies(result *r, warta_archive *archive) {
  warta_df *df = NULL;
  const warta_status status = warta_archive_df(&df, archive, NULL);
  if (status == WARTA_OK) {
    tell_number(r, warta_df_documents(df));
    tell_number(r, (double)warta_df_terms(df));
  }
  warta_df_free(df);
  return status;
}

/* Everything that is read besides answers, by a reader that was there before the writer. */
warta_status archive_read(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_archive *writer = NULL;
  warta_archive *reader = NULL;
  remove_all();
  warta_status status = open_archive(&writer, analyzer, WARTA_ARCHIVE_CREATE);
  status = status == WARTA_OK ? add(writer, session, "a", scenario_article) : status;
  status = status == WARTA_OK ? warta_archive_commit(writer, NULL) : status;
  status = status == WARTA_OK ? open_archive(&reader, analyzer, WARTA_ARCHIVE_READ) : status;
  status = status == WARTA_OK ? add(writer, session, "b", WITH_ACRONYM) : status;
  status = status == WARTA_OK ? warta_archive_commit(writer, NULL) : status;
  status = status == WARTA_OK ? warta_archive_refresh(reader, NULL) : status;
  status = status == WARTA_OK ? warta_archive_each(reader, 1, tell_row, r, NULL) : status;
  status = status == WARTA_OK ? take_out(r, reader) : status;
  status = status == WARTA_OK ? take_frequencies(r, reader) : status;
  warta_archive_free(reader);
  warta_archive_free(writer);
  remove_all();
  return status;
}

/* Batches of two until segments are merged, with some that are replaced. */
warta_status archive_merge(result *r, const warta_analyzer *analyzer, warta_session *session) {
  warta_archive *archive = NULL;
  size_t faults = 0;
  remove_all();
  warta_status status = open_archive(&archive, analyzer, WARTA_ARCHIVE_CREATE);
  for (int i = 0; i < 20 && status == WARTA_OK; i++) {
    char id[8];
    char text[96];
    (void)snprintf(id, sizeof id, "n%d", i % 17);
    (void)snprintf(text, sizeof text, "Harga cabai naik di pasar %d. Petani di desa %d panen.", i,
                   i % 3);
    status = add(archive, session, id, text);
  }
  status = status == WARTA_OK ? warta_archive_commit(archive, NULL) : status;
  status = status == WARTA_OK ? ask(r, archive, session) : status;
  status = status == WARTA_OK ? warta_archive_check(archive, on_fault, r, &faults, NULL) : status;
  tell_number(r, (double)faults);
  warta_archive_free(archive);
  remove_all();
  return status;
}
