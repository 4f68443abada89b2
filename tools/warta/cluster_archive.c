#include "cluster_archive.h"

#if WARTA_ARCHIVE

#include "archive_run.h"
#include "exits.h"

#include <stdlib.h>

/* Articles that were given and added, by their numbers. */
typedef struct given_list {
  char **ids; /* owned */
  size_t *lens;
  uint32_t *numbers; /* rising once all are known */
  size_t count;
  size_t room;
} given_list;

typedef struct state {
  run *r;
  cluster_set *set;
  archive_question archive;
  bool has_texts;
  given_list given;
  warta_error error; /* of what went wrong inside */
} state;

/* By the frequencies of the archive. */
static warta_status find_vector(state *s, uint32_t number, warta_vector **out) {
  warta_document *document = NULL;
  warta_status status = warta_archive_document(&document, s->archive.archive, number, &s->error);
  if (status == WARTA_OK) {
    status =
        warta_archive_vector(out, s->archive.archive, s->set->vocab, document, NULL, &s->error);
  }
  warta_document_free(document);
  return status;
}

/* Keywords are phrases as they are written: without texts there are none, and groups have terms
 * instead. */
static warta_status add_with_keywords(state *s, const warta_article *a,
                                      const warta_document *document, const warta_vector *vector) {
  warta_keyword_list *keywords = NULL;
  warta_status status = warta_keywords(&keywords, document, s->r->background, NULL, &s->error);
  if (status == WARTA_OK) {
    const warta_cluster_article row = {a->id, a->date, vector, keywords};
    status = warta_clusters_add(s->set->clusters, &row, &s->error);
  }
  warta_keywords_free(keywords);
  return status;
}

static warta_status add_with_text(state *s, const warta_article *a, const warta_vector *vector) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  options.title = a->title;
  warta_status status = warta_document_analyze(&document, s->r->session, a->text.text, a->text.len,
                                               &options, &s->error);
  if (status == WARTA_OK) {
    status = add_with_keywords(s, a, document, vector);
  }
  warta_document_free(document);
  return status;
}

static warta_status add_bare(state *s, const warta_article *a, const warta_vector *vector) {
  const warta_cluster_article bare = {a->id, a->date, vector, NULL};
  return warta_clusters_add(s->set->clusters, &bare, &s->error);
}

static int by_number(const void *left, const void *right) {
  const uint32_t a = *(const uint32_t *)left;
  const uint32_t b = *(const uint32_t *)right;
  return (a > b) - (a < b);
}

static bool is_given(const given_list *given, uint32_t number) {
  return given->count > 0 &&
         bsearch(&number, given->numbers, given->count, sizeof *given->numbers, by_number) != NULL;
}

static warta_status add_row(void *payload, const warta_archive_row *row) {
  state *s = payload;
  const warta_article *a = &row->article;
  warta_vector *vector = NULL;
  warta_status status = find_vector(s, row->number, &vector);
  if (status == WARTA_OK) {
    status = a->text.len > 0 ? add_with_text(s, a, vector) : add_bare(s, a, vector);
  }
  warta_vector_free(vector);
  if (status == WARTA_OK) {
    cluster_row *kept = cluster_keep(s->set, a->id, a->title);
    kept->number = row->number;
    kept->is_asked = is_given(&s->given, row->number);
  }
  return status;
}

static int read_all(state *s) {
  warta_error error;
  const warta_status status =
      warta_archive_each(s->archive.archive, s->has_texts, add_row, s, &error);
  return status == WARTA_OK
             ? EXIT_DONE
             : archive_run_error(s->archive.path, s->error.status != WARTA_OK ? &s->error : &error);
}

/* Into the archive, to be asked for when it is read. */
static bool add_given(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  given_list *given = &s->given;
  warta_error error;
  const warta_article names = archive_run_article(rec, document);
  if (!archive_run_check(r, &s->archive, rec,
                         warta_archive_add(s->archive.archive, document, &names, &error), &error)) {
    return false;
  }
  if (given->count == given->room) {
    given->room = given->room == 0 ? 64 : given->room * 2;
    given->ids = memory_resize(given->ids, given->room, sizeof *given->ids);
    given->lens = memory_resize(given->lens, given->room, sizeof *given->lens);
  }
  given->ids[given->count] = memory_copy(rec->id.text, rec->id.len);
  given->lens[given->count++] = rec->id.len;
  return true;
}

/* An article given twice has the number of the second time. */
static bool number_given(state *s) {
  given_list *given = &s->given;
  warta_error error;
  bool is_done = archive_run_check(s->r, &s->archive, NULL,
                                   warta_archive_commit(s->archive.archive, &error), &error);
  given->numbers = memory_new(given->count, sizeof *given->numbers);
  for (size_t i = 0; i < given->count && is_done; i++) {
    const warta_text id = {given->ids[i], given->lens[i]};
    is_done = archive_run_check(
        s->r, &s->archive, NULL,
        warta_archive_find(&given->numbers[i], s->archive.archive, id, &error), &error);
  }
  if (given->count > 1) {
    qsort(given->numbers, given->count, sizeof *given->numbers, by_number);
  }
  return is_done;
}

/* Rows of the archive come first, in order of their numbers. */
static cluster_row *find_row(const cluster_set *set, uint32_t number) {
  size_t low = 0;
  size_t high = set->count;
  while (low < high) {
    const size_t middle = low + (high - low) / 2;
    const uint32_t here = set->rows[middle].number;
    if (here != 0 && here < number) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < set->count && set->rows[low].number == number ? &set->rows[low] : NULL;
}

static bool add_to_set(run *r, state *s, const record *rec, const warta_document *document) {
  const warta_article names = archive_run_article(rec, document);
  warta_vector *vector = NULL;
  warta_error error;
  bool is_done = archive_run_check(r, &s->archive, rec,
                                   warta_archive_vector(&vector, s->archive.archive, s->set->vocab,
                                                        document, NULL, &error),
                                   &error) &&
                 run_check(r, rec,
                           s->has_texts ? add_with_keywords(s, &names, document, vector)
                                        : add_bare(s, &names, vector),
                           &s->error);
  warta_vector_free(vector);
  if (is_done) {
    cluster_keep(s->set, names.id, names.title)->is_asked = true;
  }
  return is_done;
}

/* Beside the articles of the archive, unless it has one of this id. */
static bool keep_given(run *r, const record *rec, const warta_document *document, void *payload) {
  state *s = payload;
  uint32_t number = 0;
  warta_error error;
  if (!archive_run_check(r, &s->archive, rec,
                         warta_archive_find(&number, s->archive.archive, rec->id, &error),
                         &error)) {
    return false;
  }
  cluster_row *known = number == 0 ? NULL : find_row(s->set, number);
  if (known != NULL) {
    known->is_asked = true;
    return true;
  }
  return add_to_set(r, s, rec, document);
}

static int read_given(run *r, state *s, char **paths, size_t count) {
  const bool adds = r->options->add != 0;
  int code = EXIT_DONE;
  s->set->asks = adds || count > 0;
  if (adds) {
    code = run_in_turn(r, paths, count, add_given, s);
    if (s->archive.code == EXIT_DONE) {
      (void)number_given(s);
    }
  }
  if (s->archive.code == EXIT_DONE && (code == EXIT_DONE || code == EXIT_PARTLY_DONE)) {
    const int read = read_all(s);
    code = read == EXIT_DONE ? code : read;
  }
  if (!adds && count > 0 && code == EXIT_DONE) {
    code = run_in_turn(r, paths, count, keep_given, s);
  }
  return s->archive.code != EXIT_DONE ? s->archive.code : code;
}

static void free_given(given_list *given) {
  for (size_t i = 0; i < given->count; i++) {
    free(given->ids[i]);
  }
  free(given->ids);
  free(given->lens);
  free(given->numbers);
}

int cluster_read_archive(run *r, cluster_set *set, char **paths, size_t count) {
  state s = {.r = r, .set = set, .archive = {NULL, r->options->archive, 0, EXIT_DONE}};
  const bool adds = r->options->add != 0;
  int code = archive_run_open(&s.archive.archive, r, s.archive.path,
                              adds ? WARTA_ARCHIVE_CREATE : WARTA_ARCHIVE_READ);
  if (code == EXIT_DONE) {
    s.has_texts = warta_archive_keeps_text(s.archive.archive) != 0;
    code = read_given(r, &s, paths, count);
  }
  free_given(&s.given);
  warta_archive_free(s.archive.archive);
  return code;
}

#else

/* Without archives there is no option that leads here. */
int cluster_read_archive(run *r, cluster_set *set, char **paths, size_t count) {
  (void)r;
  (void)set;
  (void)paths;
  (void)count;
  return 0;
}

#endif
