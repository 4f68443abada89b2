/* Articles through a command, in one thread or several.
 *
 * Articles are read in the caller's thread and put into parcels; the threads of a pool analyse
 * them; results, messages and counts come back in the order of the input, so that nothing that can
 * be seen depends on --jobs. Memory is bounded by the parcels on their way. */
#ifndef STREAM_H
#define STREAM_H

#include "run.h"

#include <stdbool.h>
#include <stddef.h>

/* An article kept whole; its record's text lies in bytes. */
struct article {
  record rec;
  char *bytes; /* NULL: what it was is elsewhere now */
  warta_document *document; /* NULL: not analysed */
};

/* Copies the record. */
void article_keep(article *k, const record *rec);
void article_free(article *k);

/* What is done with each article: one of the two. */
typedef struct stream_steps {
  article_fn write; /* in any thread, with a run of its own */
  /* In the caller's thread, in order. May take bytes and document out of the article. */
  void (*take)(run *r, article *k, void *payload);
  void *payload;
} stream_steps;

/* Reads all articles of the paths. What went well or not is in r->counts. */
void stream_paths(run *r, char **paths, size_t count, const stream_steps *steps);

/* The same with articles that are analysed already; they stay the caller's. */
void stream_kept(run *r, const article *articles, size_t count, const stream_steps *steps);

#endif
