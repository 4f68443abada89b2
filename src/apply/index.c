#include "index.h"

#include <string.h>

#include "exact_sum.h"
#include "mem.h"
#include "shared_terms.h"
#include "status.h"
#include "vector.h"
#include "weight.h"

warta_status warta_index_open(warta_index **out, const warta_vocab *vocab, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_index *index = wi_mem_new(1, sizeof *index);
  if (index == NULL) {
    return wi_status_no_memory(error);
  }
  index->vocab = vocab;
  *out = index;
  return WARTA_OK;
}

void warta_index_free(warta_index *index) {
  if (index == NULL) {
    return;
  }
  wi_mem_free(index->terms);
  wi_mem_free(index->weights);
  wi_mem_free(index->starts);
  wi_mem_free(index->ends);
  wi_mem_free(index->norms);
  wi_mem_free(index);
}

static bool make_room(warta_index *index) {
  const uint32_t count = index->count;
  return wi_mem_grow(&index->norms, &index->norms_capacity, count, sizeof *index->norms) &&
         wi_mem_grow(&index->starts, &index->starts_capacity, count, sizeof *index->starts) &&
         wi_mem_grow(&index->ends, &index->ends_capacity, count, sizeof *index->ends);
}

static bool add_entries(warta_index *index, const warta_vector *vector) {
  size_t at = index->entries;
  double squares = 0.0;
  if (!make_room(index)) {
    return false;
  }
  for (size_t i = 0; i < vector->count; i++, at++) {
    if (!wi_mem_grow(&index->terms, &index->terms_capacity, at, sizeof *index->terms) ||
        !wi_mem_grow(&index->weights, &index->weights_capacity, at, sizeof *index->weights)) {
      return false;
    }
    index->terms[at] = vector->entries[i].slot;
    index->weights[at] = vector->entries[i].weight;
    squares += index->weights[at] * index->weights[at];
  }
  const double norm = squares > 0.0 ? wi_weight_sqrt(squares) : 1.0;
  index->norms[index->count] = norm;
  index->norm_most = norm > index->norm_most ? norm : index->norm_most;
  index->starts[index->count] = index->entries;
  index->ends[index->count] = at;
  index->entries = at;
  index->count++;
  return true;
}

warta_status warta_index_add(warta_index *index, const warta_vector *vector, warta_error *error) {
  wi_status_clear(error);
  if (vector->vocab != index->vocab) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "a vector of another vocabulary");
  }
  if (index->count >= INT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_COUNT_TOO_LARGE, "articles");
  }
  if (!add_entries(index, vector)) {
    return wi_status_no_memory(error);
  }
  index->is_unbounded = index->is_unbounded || vector->is_unbounded;
  return WARTA_OK;
}

/* Each number once: what is set is not yet taken. */
static bool is_permutation(const uint32_t *order, uint32_t count, bool *is_free) {
  for (uint32_t i = 0; i < count; i++) {
    is_free[i] = true;
  }
  for (uint32_t i = 0; i < count; i++) {
    if (order[i] >= count || !is_free[order[i]]) {
      return false;
    }
    is_free[order[i]] = false;
  }
  return true;
}

/* The entries stay where they are. */
static void renumber(warta_index *index, const uint32_t *order, size_t *starts, size_t *ends,
                     double *norms) {
  for (uint32_t i = 0; i < index->count; i++) {
    starts[i] = index->starts[order[i]];
    ends[i] = index->ends[order[i]];
    norms[i] = index->norms[order[i]];
  }
  memcpy(index->starts, starts, index->count * sizeof *starts);
  memcpy(index->ends, ends, index->count * sizeof *ends);
  memcpy(index->norms, norms, index->count * sizeof *norms);
}

warta_status warta_index_renumber(warta_index *index, const uint32_t *order, size_t count,
                                  warta_error *error) {
  wi_status_clear(error);
  if (count != index->count) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "order");
  }
  bool *is_free = wi_mem_new(count, sizeof *is_free);
  size_t *starts = wi_mem_new(count, sizeof *starts);
  size_t *ends = wi_mem_new(count, sizeof *ends);
  double *norms = wi_mem_new(count, sizeof *norms);
  warta_status status = WARTA_OK;
  if (is_free == NULL || starts == NULL || ends == NULL || norms == NULL) {
    status = wi_status_no_memory(error);
  } else if (!is_permutation(order, index->count, is_free)) {
    status = wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "order");
  } else if (count > 0) {
    renumber(index, order, starts, ends, norms);
  }
  wi_mem_free(is_free);
  wi_mem_free(starts);
  wi_mem_free(ends);
  wi_mem_free(norms);
  return status;
}

uint32_t warta_index_count(const warta_index *index) {
  return index->count;
}

uint32_t wi_index_terms(const warta_index *index) {
  return 2 * index->vocab->terms.count;
}

static wi_term_list list_of(const warta_index *index, uint32_t article) {
  const size_t start = index->starts[article];
  const size_t count = index->ends[article] - start;
  if (count == 0) {
    return (wi_term_list){NULL, NULL, 0, 0, 0};
  }
  return (wi_term_list){(const char *)(index->terms + start),
                        (const char *)(index->weights + start), sizeof(uint32_t), sizeof(double),
                        count};
}

static double bounded(const warta_index *index, double score) {
  return score < 1.0 || index->is_unbounded ? score : 1.0;
}

double warta_index_score(const warta_index *index, uint32_t a, uint32_t b) {
  return bounded(index, wi_shared_sum(list_of(index, a), list_of(index, b)));
}

void wi_index_spread(const warta_index *index, uint32_t article, double *by_slot) {
  for (size_t i = index->starts[article]; i < index->ends[article]; i++) {
    by_slot[index->terms[i]] = index->weights[i];
  }
}

void wi_index_gather(const warta_index *index, uint32_t article, double *by_slot) {
  for (size_t i = index->starts[article]; i < index->ends[article]; i++) {
    by_slot[index->terms[i]] = 0.0;
  }
}

/* The same parts in the same order as a walk down both lists, without its branches. */
double wi_index_spread_score(const warta_index *index, const double *by_slot, uint32_t other) {
  wi_exact_sum sum = {0.0, 0.0};
  for (size_t i = index->starts[other]; i < index->ends[other]; i++) {
    const double own = by_slot[index->terms[i]];
    if (own > 0.0) {
      wi_exact_add(&sum, own * index->weights[i]);
    }
  }
  return bounded(index, wi_exact_value(&sum));
}

size_t warta_index_shared(const warta_index *index, uint32_t a, uint32_t b, warta_shared_term *rows,
                          size_t size) {
  return wi_shared_best(index->vocab, list_of(index, a), list_of(index, b), rows, size);
}
