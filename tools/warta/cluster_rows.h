/* Groups as `cluster` writes them. */
#ifndef CLUSTER_ROWS_H
#define CLUSTER_ROWS_H

#include "run.h"

#include <stddef.h>

typedef struct cluster_row {
  char *id;
  size_t id_len;
  char *title;
  size_t title_len;
} cluster_row;

typedef struct cluster_set {
  warta_vocab *vocab;
  warta_clusters *clusters;
  cluster_row *rows; /* in order of adding */
  size_t count;
  size_t room;
} cluster_set;

/* Copies what is shown of an article. */
void cluster_keep(cluster_set *s, warta_text id, warta_text title);

/* number: from 1. */
void cluster_write(run *r, const cluster_set *s, const warta_cluster *group, size_t number);

/* How many articles are in how many groups, and how many stand alone. */
void cluster_write_total(run *r, const cluster_set *s);

#endif
