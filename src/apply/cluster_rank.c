#include "cluster_rank.h"

#include <stdbool.h>
#include <stdlib.h>

#include "day.h"
#include "exact_sum.h"
#include "strmap.h"
#include "vector.h"
#include "vocab.h"

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
static double centrality(const wi_cluster_spread *spread, uint32_t article, size_t count) {
  const warta_index *index = spread->index;
  wi_exact_sum total = {0.0, 0.0};
  for (size_t i = index->starts[article]; i < index->ends[article]; i++) {
    const double weight = index->weights[i];
    wi_exact_add(&total, weight * (spread->sums[index->terms[i]] - weight));
  }
  return cut_digits(wi_exact_value(&total) / (double)(count - 1));
}

static void add_up(const wi_cluster_spread *spread, const wi_cluster_ranked *rows, size_t count) {
  const warta_index *index = spread->index;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = index->starts[rows[i].article]; k < index->ends[rows[i].article]; k++) {
      spread->sums[index->terms[k]] += index->weights[k];
    }
  }
}

static void clear(const wi_cluster_spread *spread, const wi_cluster_ranked *rows, size_t count) {
  const warta_index *index = spread->index;
  for (size_t i = 0; i < count; i++) {
    for (size_t k = index->starts[rows[i].article]; k < index->ends[rows[i].article]; k++) {
      spread->sums[index->terms[k]] = 0.0;
    }
  }
}

void wi_cluster_rank(wi_cluster_ranked *rows, size_t count, const wi_cluster_spread *spread) {
  add_up(spread, rows, count);
  for (size_t i = 0; i < count; i++) {
    rows[i].score = centrality(spread, rows[i].article, count);
  }
  clear(spread, rows, count);
  qsort(rows, count, sizeof *rows, by_centre);
}

typedef struct best_term {
  wi_str text;
  double sum;
} best_term;

static bool is_better(best_term a, best_term b) {
  return a.sum > b.sum || (!(a.sum < b.sum) && wi_str_compare(a.text, b.text) < 0);
}

/* Of one article's terms the best of those behind `last` that is better than `best`. */
static best_term better_of(const wi_cluster_spread *spread, uint32_t article, best_term last,
                           best_term best) {
  const warta_index *index = spread->index;
  for (size_t i = index->starts[article]; i < index->ends[article]; i++) {
    const uint32_t slot = index->terms[i];
    if (wi_slot_part(slot) == WARTA_PART_WHOLE && !(spread->sums[slot] < best.sum)) {
      const best_term term = {wi_strmap_key(&index->vocab->terms, wi_slot_term(slot)),
                              spread->sums[slot]};
      best = is_better(last, term) && is_better(term, best) ? term : best;
    }
  }
  return best;
}

size_t wi_cluster_terms(warta_text *out, size_t limit, const wi_cluster_spread *spread,
                        const wi_cluster_ranked *rows, size_t count) {
  static const double MORE_THAN_ANY = 1e300;
  best_term last = {{NULL, 0}, MORE_THAN_ANY};
  size_t found = 0;
  add_up(spread, rows, count);
  while (found < limit && last.sum > 0.0) {
    best_term best = {{NULL, 0}, 0.0};
    for (size_t i = 0; i < count; i++) {
      best = better_of(spread, rows[i].article, last, best);
    }
    if (best.sum > 0.0) {
      out[found++] = (warta_text){best.text.ptr, best.text.len};
    }
    last = best;
  }
  clear(spread, rows, count);
  return found;
}
