#include "pairs.h"

#include "buffer.h"

#include <stdlib.h>

bool pairs_add(pair_list *list, pair row) {
  if (list->count == PAIRS_MOST) {
    return false;
  }
  if (list->count == list->room) {
    list->room = list->room == 0 ? 256 : list->room * 2;
    list->rows = memory_resize(list->rows, list->room, sizeof *list->rows);
  }
  list->rows[list->count++] = row;
  return true;
}

void pairs_free(pair_list *list) {
  free(list->rows);
  *list = (pair_list){NULL, 0, 0};
}

static int compare_pairs(const void *left, const void *right) {
  const pair *x = left;
  const pair *y = right;
  if (x->score > y->score || x->score < y->score) {
    return x->score > y->score ? -1 : 1;
  }
  if (x->a != y->a) {
    return x->a < y->a ? -1 : 1;
  }
  return x->b < y->b ? -1 : x->b > y->b;
}

void pairs_sort(pair_list *list) {
  if (list->count > 1) {
    qsort(list->rows, list->count, sizeof *list->rows, compare_pairs);
  }
}
