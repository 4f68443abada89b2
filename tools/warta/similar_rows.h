/* The articles of `similar` and what is written of a pair of them. */
#ifndef SIMILAR_ROWS_H
#define SIMILAR_ROWS_H

#include "pairs.h"
#include "run.h"

#include <stddef.h>

typedef struct similar_article {
  char *id; /* owned */
  size_t id_len;
  size_t order; /* of the input, and its number in the index until all are there */
} similar_article;

typedef struct similar_set {
  warta_vocab *vocab;
  warta_index *index;
  similar_article *rows; /* by id once they are indexed, the query first */
  size_t count;
  size_t room;
  size_t queries;
} similar_set;

warta_text similar_id(const similar_set *s, size_t row);

/* A pair in the format asked for, with the shared terms of the largest parts. */
void similar_write_pair(run *r, const similar_set *s, const pair *row);

/* For eyes: all against all. */
enum { MATRIX_LEAST = 3, MATRIX_MOST = 8 };
void similar_write_matrix(run *r, const similar_set *s);

#endif
