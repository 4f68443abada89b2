#include "similar_archive.h"

#include "archive_run.h"
#include "exits.h"
#include "message.h"
#include "similar_rows.h"

#include <stdlib.h>

enum { TOP = 10 };

typedef archive_question state;

static bool add_vector(run *r, state *s, similar_set *set, const warta_document *document) {
  warta_vector *vector = NULL;
  warta_error error;
  const bool is_done =
      archive_run_check(
          r, s, NULL, warta_archive_vector(&vector, s->archive, set->vocab, document, NULL, &error),
          &error) &&
      archive_run_check(r, s, NULL, warta_index_add(set->index, vector, &error), &error);
  warta_vector_free(vector);
  return is_done;
}

static bool add_hit(run *r, state *s, similar_set *set, const warta_archive_hit *hit) {
  warta_document *document = NULL;
  warta_error error;
  const bool is_done =
      archive_run_check(
          r, s, NULL, warta_archive_document(&document, s->archive, hit->number, &error), &error) &&
      add_vector(r, s, set, document);
  warta_document_free(document);
  if (is_done) {
    similar_article *row = &set->rows[set->count];
    *row = (similar_article){memory_copy(hit->id, hit->id_len), hit->id_len, set->count};
    set->count++;
  }
  return is_done;
}

/* The article and its neighbours become a set of their own, from which pairs are written as from
 * any other. */
static bool write_hits(run *r, state *s, const record *rec, const warta_document *document,
                       const warta_archive_hits *hits) {
  similar_set set = {NULL, NULL, NULL, 0, 0, 1};
  warta_error error;
  const size_t count = warta_archive_hits_count(hits);
  set.rows = memory_new(count + 1, sizeof *set.rows);
  run_check(r, NULL, warta_vocab_open(&set.vocab, &error), &error);
  run_check(r, NULL, warta_index_open(&set.index, set.vocab, &error), &error);
  set.rows[set.count++] = (similar_article){memory_copy(rec->id.text, rec->id.len), rec->id.len, 0};
  bool is_done = add_vector(r, s, &set, document);
  for (size_t i = 0; i < count && is_done; i++) {
    const warta_archive_hit hit = warta_archive_hits_at(hits, i);
    is_done = add_hit(r, s, &set, &hit);
    if (is_done) {
      const pair row = {0, (uint32_t)(i + 1), hit.score};
      similar_write_pair(r, &set, &row);
      s->found++;
    }
  }
  for (size_t i = 0; i < set.count; i++) {
    free(set.rows[i].id);
  }
  free(set.rows);
  warta_index_free(set.index);
  warta_vocab_free(set.vocab);
  return is_done;
}

static bool add_article(run *r, state *s, const record *rec, const warta_document *document) {
  warta_error error;
  const warta_article names = archive_run_article(rec, document);
  return archive_run_check(r, s, rec, warta_archive_add(s->archive, document, &names, &error),
                           &error);
}

/* An article that is in the archive already is not its own neighbour. */
static bool compare(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  warta_archive_near_options options = WARTA_ARCHIVE_NEAR_OPTIONS_INIT;
  warta_archive_hits *hits = NULL;
  warta_error error;
  options.top = r->options->top > 0 ? r->options->top : TOP;
  options.min = r->options->min;
  bool is_done =
      archive_run_check(
          r, s, rec, warta_archive_find(&options.without, s->archive, rec->id, &error), &error) &&
      archive_run_check(
          r, s, rec, warta_archive_near(&hits, s->archive, document, &options, &error), &error) &&
      write_hits(r, s, rec, document, hits);
  warta_archive_hits_free(hits);
  return is_done && (r->options->add == 0 || add_article(r, s, rec, document));
}

int similar_archive(run *r, char **operands, size_t count) {
  state s = {NULL, r->options->archive, 0, EXIT_DONE};
  const bool adds = r->options->add != 0;
  r->options->batch = 1; /* the next article must find it */
  int code =
      archive_run_open(&s.archive, r, s.path, adds ? WARTA_ARCHIVE_CREATE : WARTA_ARCHIVE_READ);
  if (code == EXIT_DONE) {
    run_open_output(r);
    run_results_begin(r, "a b score shared");
    code = run_in_turn(r, operands, count, compare, &s);
    run_results_end(r);
    code = s.code != EXIT_DONE ? s.code : code;
  }
  if (code == EXIT_DONE && s.found == 0) {
    code = EXIT_NOTHING_FOUND;
  }
  warta_archive_free(s.archive);
  return code;
}
