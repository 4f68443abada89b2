/* Groups as `cluster` writes them. */
#ifndef CLUSTER_ROWS_H
#define CLUSTER_ROWS_H

#include "run.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct cluster_row {
  char *id;
  size_t id_len;
  char *title;
  size_t title_len;
  uint32_t number; /* in the archive that it is from; 0: from none */
  bool is_asked; /* its group is to be written */
} cluster_row;

typedef struct cluster_set {
  warta_vocab *vocab;
  warta_clusters *clusters;
  cluster_row *rows; /* in order of adding */
  size_t count;
  size_t room;
  bool asks; /* for the groups of some articles only */
} cluster_set;

/* Copies what is shown of an article. Borrowed until the next. */
cluster_row *cluster_keep(cluster_set *s, warta_text id, warta_text title);

/* Whether the group holds an article that is asked for. */
bool cluster_is_wanted(const cluster_set *s, const warta_cluster *group);

/* number: from 1. */
void cluster_write(run *r, const cluster_set *s, const warta_cluster *group, size_t number);

/* How many articles are in how many groups, and how many stand alone. */
void cluster_write_total(run *r, const cluster_set *s);

#endif
