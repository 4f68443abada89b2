#include "index.h"

#include "mem.h"
#include "shared_terms.h"
#include "status.h"
#include "vector.h"

warta_status warta_index_open(warta_index **out, const warta_vocab *vocab, warta_error *error) {
  *out = NULL;
  wi_status_clear(error);
  warta_index *index = wi_mem_new(1, sizeof *index);
  if (index == NULL || !wi_mem_grow(&index->starts, &index->starts_capacity, 0, sizeof(size_t))) {
    wi_mem_free(index);
    return wi_status_no_memory(error);
  }
  index->vocab = vocab;
  index->starts[0] = 0;
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
  wi_mem_free(index);
}

static bool add_entries(warta_index *index, const warta_vector *vector) {
  size_t at = index->starts[index->count];
  if (!wi_mem_grow(&index->starts, &index->starts_capacity, (size_t)index->count + 1,
                   sizeof *index->starts)) {
    return false;
  }
  for (size_t i = 0; i < vector->count; i++, at++) {
    if (!wi_mem_grow(&index->terms, &index->terms_capacity, at, sizeof *index->terms) ||
        !wi_mem_grow(&index->weights, &index->weights_capacity, at, sizeof *index->weights)) {
      return false;
    }
    index->terms[at] = vector->entries[i].slot;
    index->weights[at] = vector->entries[i].weight;
  }
  index->count++;
  index->starts[index->count] = at;
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
  index->longest = vector->count > index->longest ? vector->count : index->longest;
  index->is_unbounded = index->is_unbounded || vector->is_unbounded;
  return WARTA_OK;
}

uint32_t warta_index_count(const warta_index *index) {
  return index->count;
}

uint32_t wi_index_terms(const warta_index *index) {
  return 2 * index->vocab->terms.count;
}

static wi_term_list list_of(const warta_index *index, uint32_t article) {
  const size_t start = index->starts[article];
  const size_t count = index->starts[article + 1] - start;
  if (count == 0) {
    return (wi_term_list){NULL, NULL, 0, 0, 0};
  }
  return (wi_term_list){(const char *)(index->terms + start),
                        (const char *)(index->weights + start), sizeof(uint32_t), sizeof(double),
                        count};
}

double warta_index_score(const warta_index *index, uint32_t a, uint32_t b) {
  const double score = wi_shared_sum(list_of(index, a), list_of(index, b));
  return score < 1.0 || index->is_unbounded ? score : 1.0;
}

size_t warta_index_shared(const warta_index *index, uint32_t a, uint32_t b, warta_shared_term *rows,
                          size_t size) {
  return wi_shared_best(index->vocab, list_of(index, a), list_of(index, b), rows, size);
}
