#include "archive_copies.h"

#include "exits.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static bool end_run(archive_copies *from, run *r, const warta_error *error) {
  from->code = archive_run_error(from->path, error);
  r->counts.stopped = true;
  return false;
}

int archive_copies_open(archive_copies *from, run *r, copy_candidate_fn fn) {
  *from = (archive_copies){fn, NULL, NULL, r->options->archive, {NULL, 0, 0}, EXIT_DONE};
  int code = EXIT_DONE;
  if (r->options->add != 0) {
    code = archive_run_open(&from->writer, r, from->path, WARTA_ARCHIVE_CREATE);
  }
  if (code == EXIT_DONE) {
    code = archive_run_open(&from->reader, r, from->path, WARTA_ARCHIVE_READ);
  }
  return code;
}

void archive_copies_free(archive_copies *from) {
  warta_archive_free(from->reader);
  warta_archive_free(from->writer);
  buffer_free(&from->given);
}

int archive_copies_finish(archive_copies *from, int code) {
  warta_error error;
  if (from->code != EXIT_DONE) {
    return from->code;
  }
  if (from->writer != NULL && warta_archive_commit(from->writer, &error) != WARTA_OK) {
    return archive_run_error(from->path, &error);
  }
  return code;
}

/* True the first time. */
static bool note_given(archive_copies *from, uint32_t number) {
  while (from->given.len <= number / 8) {
    buffer_add_char(&from->given, 0);
  }
  const char bit = (char)(1 << number % 8);
  const bool is_new = (from->given.data[number / 8] & bit) == 0;
  from->given.data[number / 8] = (char)(from->given.data[number / 8] | bit);
  return is_new;
}

/* Where a row goes to: its document is made, and fn called. */
typedef struct handing {
  archive_copies *from;
  run *r;
  warta_text own; /* id of the article at hand */
  void *payload;
  warta_document *document;
  bool is_done;
} handing;

static warta_status hand_over(void *payload, const warta_archive_row *row) {
  handing *h = payload;
  const warta_article *names = &row->article;
  const record rec = {h->from->path, names->id,   names->title,
                      {NULL, 0},     names->date, names->source};
  const bool is_itself =
      names->id.len == h->own.len && memcmp(names->id.text, h->own.text, h->own.len) == 0;
  h->is_done = is_itself || h->from->fn(h->r, &rec, h->document, h->payload);
  return WARTA_OK;
}

static bool hand_over_number(handing *h, uint32_t number) {
  warta_error error;
  if (!note_given(h->from, number)) {
    return true;
  }
  h->is_done = false;
  const bool is_read =
      warta_archive_document(&h->document, h->from->reader, number, &error) == WARTA_OK &&
      warta_archive_look(h->from->reader, number, hand_over, h, &error) == WARTA_OK;
  warta_document_free(h->document);
  h->document = NULL;
  return is_read ? h->is_done : end_run(h->from, h->r, &error);
}

bool archive_copies_find(archive_copies *from, run *r, const record *rec,
                         const warta_document *document, void *payload) {
  handing h = {from, r, rec->id, payload, NULL, false};
  warta_archive_numbers room = {NULL, 0};
  warta_error error;
  size_t count = 0;
  if (warta_archive_candidates(&count, from->reader, document, &room, &error) != WARTA_OK) {
    return end_run(from, r, &error);
  }
  room = (warta_archive_numbers){memory_new(count, sizeof *room.numbers), count};
  bool is_done =
      warta_archive_candidates(&count, from->reader, document, &room, &error) == WARTA_OK ||
      end_run(from, r, &error);
  for (size_t i = 0; i < count && is_done; i++) {
    is_done = hand_over_number(&h, room.numbers[i]);
  }
  free(room.numbers);
  if (is_done && from->writer != NULL) {
    const warta_article names = archive_run_article(rec, document);
    is_done = warta_archive_add(from->writer, document, &names, &error) == WARTA_OK ||
              end_run(from, r, &error);
  }
  return is_done;
}
