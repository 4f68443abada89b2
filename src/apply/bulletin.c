#include "bulletin.h"

#include "exact_sum.h"
#include "mem.h"
#include "strmap.h"
#include "vector.h"
#include "vocab.h"
#include "weight.h"

/* Cosines of the words alone and of the numbers alone, and the numbers that either must have. Of
 * 120 graded pairs of copies and of reports on one event none comes near: where their words agree
 * so far, their numbers do by .43 at least. Bulletins on exchange rates have .7 and .2, quakes .55
 * and .1, starting grids .6 and .2. Cosines by idf rather than counts, as tables of prices share
 * what is priced: "0,5 gram", "10 gram". */
static const double SAME_WORDS = 0.55;
static const double OTHER_NUMBERS = 1.0 / 3.0;
enum { NUMBERS_LEAST = 7 };

/* The opening says once more what the whole has. */
static bool is_whole(uint32_t slot) {
  return wi_slot_part(slot) == WARTA_PART_WHOLE;
}

static bool is_number(const warta_index *index, uint32_t slot) {
  const wi_str text = wi_strmap_key(&index->vocab->terms, wi_slot_term(slot));
  return text.len > 0 && text.ptr[0] >= '0' && text.ptr[0] <= '9';
}

static wi_bulletin_row describe(const warta_index *index, uint32_t article) {
  wi_bulletin_row row = {0, 0.0, 0.0};
  wi_exact_sum numbers = {0.0, 0.0};
  wi_exact_sum words = {0.0, 0.0};
  for (size_t i = index->starts[article]; i < index->ends[article]; i++) {
    const bool is_figure = is_number(index, index->terms[i]);
    if (is_whole(index->terms[i])) {
      row.numbers += is_figure;
      wi_exact_add(is_figure ? &numbers : &words, index->weights[i] * index->weights[i]);
    }
  }
  row.number_length = wi_weight_sqrt(wi_exact_value(&numbers));
  row.word_length = wi_weight_sqrt(wi_exact_value(&words));
  return row;
}

bool wi_bulletins_open(wi_bulletins *out, const warta_index *index) {
  *out = (wi_bulletins){index, wi_mem_new(index->count, sizeof *out->rows)};
  for (uint32_t i = 0; out->rows != NULL && i < index->count; i++) {
    out->rows[i] = describe(index, i);
  }
  return out->rows != NULL;
}

void wi_bulletins_free(wi_bulletins *bulletins) {
  wi_mem_free(bulletins->rows);
  bulletins->rows = NULL;
}

bool wi_bulletins_are(const wi_bulletins *bulletins, uint32_t a, uint32_t b) {
  const warta_index *index = bulletins->index;
  const wi_bulletin_row *row_a = &bulletins->rows[a];
  const wi_bulletin_row *row_b = &bulletins->rows[b];
  if (row_a->numbers < NUMBERS_LEAST || row_b->numbers < NUMBERS_LEAST) {
    return false;
  }
  wi_exact_sum numbers = {0.0, 0.0};
  wi_exact_sum words = {0.0, 0.0};
  size_t i = index->starts[a];
  size_t k = index->starts[b];
  while (i < index->ends[a] && k < index->ends[b]) {
    const uint32_t left = index->terms[i];
    const uint32_t right = index->terms[k];
    if (left == right && is_whole(left)) {
      const double part = index->weights[i] * index->weights[k];
      wi_exact_add(is_number(index, left) ? &numbers : &words, part);
    }
    i += left <= right;
    k += right <= left;
  }
  return wi_exact_value(&words) >= SAME_WORDS * row_a->word_length * row_b->word_length &&
         wi_exact_value(&numbers) <= OTHER_NUMBERS * row_a->number_length * row_b->number_length;
}
