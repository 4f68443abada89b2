/* Scored pairs of articles, kept in a bounded way. */
#ifndef PAIRS_H
#define PAIRS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct pair {
  uint32_t a; /* numbers of articles in input order */
  uint32_t b;
  double score;
} pair;

/* 1 GiB of pairs; beyond it the run ends with advice instead of using up the machine. */
#define PAIRS_MOST ((size_t)1 << 26)

typedef struct pair_list {
  pair *rows;
  size_t count;
  size_t room;
} pair_list;

/* False if the list is full. */
bool pairs_add(pair_list *list, pair row);
void pairs_free(pair_list *list);

/* By score, highest first; then by a, then b. */
void pairs_sort(pair_list *list);

#endif
