/* What is kept of an article to compare it with others, and the comparison of two. */
#ifndef WI_COPY_ARTICLE_H
#define WI_COPY_ARTICLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/nearcopy.h>
#include <warta/vector.h>

#include "shingles.h"
#include "str.h"

typedef struct wi_copy_article {
  char *id;
  size_t id_len;
  uint32_t number; /* in order of adding */
  uint64_t date; /* of wi_copy_date */
  size_t words;
  uint64_t *terms; /* hashes of the content terms in the order of the text */
  size_t count;
  uint64_t *numbers; /* hashes of the terms that begin with a digit, sorted, once each */
  size_t number_count;
  warta_vector *vector;
  warta_vector *title; /* the headline's terms by idf; empty if there is none */
} wi_copy_article;

void wi_copy_article_clear(wi_copy_article *article);
/* Errors: WARTA_ERR_MEMORY; the article is then empty. */
warta_status wi_copy_article_fill(wi_copy_article *article, warta_vocab *vocab,
                                  const warta_document *document, const warta_df *background,
                                  warta_error *error);
/* In minutes, to be compared with others only; UINT64_MAX for no date. A zone is not looked at. */
uint64_t wi_copy_date(wi_str date);
/* By id, then by number. */
int wi_copy_article_compare(const void *left, const void *right);

/* Both articles with all their shingles, sorted. */
typedef struct wi_copy_side {
  const wi_copy_article *article;
  wi_shingle_set shingles;
} wi_copy_side;

/* Fills containments, cosine and verdict. False: no row, too little is shared. */
bool wi_copy_compare(warta_copy_pair *out, const wi_copy_side *a, const wi_copy_side *b,
                     const warta_nearcopy_options *options);

#endif
