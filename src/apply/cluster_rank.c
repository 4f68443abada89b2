#include "cluster_rank.h"

#include <stdbool.h>
#include <stdlib.h>

#include "day.h"
#include "exact_sum.h"

static int by_centre(const void *left, const void *right) {
  const wi_cluster_ranked *a = left;
  const wi_cluster_ranked *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  if (a->day != b->day) {
    const bool is_first = b->day == WI_DAY_NONE || (a->day != WI_DAY_NONE && a->day < b->day);
    return is_first ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

/* What stands behind the twelfth digit is rounding, and would decide between two that are equally
 * central. */
static double cut_digits(double mean) {
  static const double DIGITS = 1e12;
  const double score = mean < 0.0 ? 0.0 : mean > 1.0 ? 1.0 : mean;
  return (double)(int64_t)(score * DIGITS + 0.5) / DIGITS;
}

/* The article times the sum of all, less itself. */
static double centrality(const warta_index *index, const double *spread, uint32_t article,
                         size_t count) {
  wi_exact_sum total = {0.0, 0.0};
  for (size_t i = index->starts[article]; i < index->starts[article + 1]; i++) {
    const double weight = index->weights[i];
    wi_exact_add(&total, weight * (spread[index->terms[i]] - weight));
  }
  return cut_digits(wi_exact_value(&total) / (double)(count - 1));
}

void wi_cluster_rank(wi_cluster_ranked *rows, size_t count, const warta_index *index,
                     double *spread) {
  for (size_t i = 0; i < count; i++) {
    for (size_t k = index->starts[rows[i].article]; k < index->starts[rows[i].article + 1]; k++) {
      spread[index->terms[k]] += index->weights[k];
    }
  }
  for (size_t i = 0; i < count; i++) {
    rows[i].score = centrality(index, spread, rows[i].article, count);
  }
  for (size_t i = 0; i < count; i++) {
    for (size_t k = index->starts[rows[i].article]; k < index->starts[rows[i].article + 1]; k++) {
      spread[index->terms[k]] = 0.0;
    }
  }
  qsort(rows, count, sizeof *rows, by_centre);
}
