#include "cluster_archive.h"

#if WARTA_ARCHIVE

#include "archive_run.h"
#include "exits.h"

typedef struct state {
  run *r;
  cluster_set *set;
  warta_archive *archive;
  warta_error error; /* of what went wrong inside */
} state;

/* By the frequencies of the archive. */
static warta_status find_vector(state *s, uint32_t number, warta_vector **out) {
  warta_document *document = NULL;
  warta_status status = warta_archive_document(&document, s->archive, number, &s->error);
  if (status == WARTA_OK) {
    status = warta_archive_vector(out, s->archive, s->set->vocab, document, NULL, &s->error);
  }
  warta_document_free(document);
  return status;
}

/* Keywords are phrases as they are written: without texts there are none, and groups have terms
 * instead. */
static warta_status add_with_text(state *s, const warta_article *a, const warta_vector *vector) {
  warta_document_options options = WARTA_DOCUMENT_OPTIONS_INIT;
  warta_document *document = NULL;
  warta_keyword_list *keywords = NULL;
  options.title = a->title;
  warta_status status = warta_document_analyze(&document, s->r->session, a->text.text, a->text.len,
                                               &options, &s->error);
  if (status == WARTA_OK) {
    status = warta_keywords(&keywords, document, s->r->background, NULL, &s->error);
  }
  if (status == WARTA_OK) {
    const warta_cluster_article row = {a->id, a->date, vector, keywords};
    status = warta_clusters_add(s->set->clusters, &row, &s->error);
  }
  warta_keywords_free(keywords);
  warta_document_free(document);
  return status;
}

static warta_status add_row(void *payload, const warta_archive_row *row) {
  state *s = payload;
  const warta_article *a = &row->article;
  warta_vector *vector = NULL;
  warta_status status = find_vector(s, row->number, &vector);
  if (status == WARTA_OK && a->text.len > 0) {
    status = add_with_text(s, a, vector);
  } else if (status == WARTA_OK) {
    const warta_cluster_article bare = {a->id, a->date, vector, NULL};
    status = warta_clusters_add(s->set->clusters, &bare, &s->error);
  }
  warta_vector_free(vector);
  if (status == WARTA_OK) {
    cluster_keep(s->set, a->id, a->title);
  }
  return status;
}

int cluster_read_archive(run *r, cluster_set *set) {
  const char *path = r->options->archive;
  state s = {.r = r, .set = set};
  warta_error error;
  int code = archive_run_open(&s.archive, r, path, WARTA_ARCHIVE_READ);
  if (code == EXIT_DONE) {
    const int with_text = warta_archive_keeps_text(s.archive);
    const warta_status status = warta_archive_each(s.archive, with_text, add_row, &s, &error);
    if (status != WARTA_OK) {
      code = archive_run_error(path, s.error.status != WARTA_OK ? &s.error : &error);
    }
  }
  warta_archive_free(s.archive);
  return code;
}

#else

/* Without archives there is no option that leads here. */
int cluster_read_archive(run *r, cluster_set *set) {
  (void)r;
  (void)set;
  return 0;
}

#endif
