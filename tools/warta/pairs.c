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

void pair_heaps_open(pair_heaps *heaps, size_t articles, size_t k) {
  const size_t others = articles > 1 ? articles - 1 : 1;
  heaps->k = k < others ? k : others;
  heaps->articles = articles;
  heaps->rows = memory_resize(NULL, articles, heaps->k * sizeof *heaps->rows);
  heaps->counts = memory_new(articles, sizeof *heaps->counts);
}

static void swap_rows(pair *x, pair *y) {
  const pair kept = *x;
  *x = *y;
  *y = kept;
}

static void sift_up(pair *heap, size_t at) {
  while (at > 0 && compare_pairs(&heap[at], &heap[(at - 1) / 2]) > 0) {
    swap_rows(&heap[at], &heap[(at - 1) / 2]);
    at = (at - 1) / 2;
  }
}

static void sift_down(pair *heap, size_t count) {
  size_t at = 0;
  for (;;) {
    size_t worst = at;
    for (size_t child = 2 * at + 1; child <= 2 * at + 2 && child < count; child++) {
      if (compare_pairs(&heap[child], &heap[worst]) > 0) {
        worst = child;
      }
    }
    if (worst == at) {
      return;
    }
    swap_rows(&heap[at], &heap[worst]);
    at = worst;
  }
}

void pair_heaps_offer(pair_heaps *heaps, pair row) {
  pair *heap = heaps->rows + heaps->k * row.a;
  uint32_t *count = &heaps->counts[row.a];
  if (*count < heaps->k) {
    heap[*count] = row;
    sift_up(heap, *count);
    (*count)++;
  } else if (compare_pairs(&row, &heap[0]) < 0) {
    heap[0] = row;
    sift_down(heap, heaps->k);
  }
}

void pair_heaps_close(pair_heaps *heaps, pair_list *out) {
  size_t kept = 0;
  for (size_t i = 0; i < heaps->articles; i++) {
    for (size_t j = 0; j < heaps->counts[i]; j++) {
      heaps->rows[kept++] = heaps->rows[heaps->k * i + j];
    }
  }
  *out = (pair_list){heaps->rows, kept, heaps->k * heaps->articles};
  free(heaps->counts);
  heaps->counts = NULL;
}
