#include "shared_terms.h"

#include <stdbool.h>
#include <string.h>

#include "exact_sum.h"
#include "str.h"
#include "vector.h"

/* A walk over the slots that two lists share, in order. */
typedef struct shared_walk {
  wi_term_list a;
  wi_term_list b;
  size_t at_a;
  size_t at_b;
} shared_walk;

static uint32_t term_at(const wi_term_list *list, size_t at) {
  uint32_t term = 0;
  memcpy(&term, list->terms + at * list->term_step, sizeof term);
  return term;
}

static double weight_at(const wi_term_list *list, size_t at) {
  double weight = 0.0;
  memcpy(&weight, list->weights + at * list->weight_step, sizeof weight);
  return weight;
}

/* The part is a product, so the order of the two makes no difference to it. */
static bool next_shared(shared_walk *walk, uint32_t *term, double *part) {
  while (walk->at_a < walk->a.count && walk->at_b < walk->b.count) {
    const size_t a = walk->at_a;
    const size_t b = walk->at_b;
    const uint32_t left = term_at(&walk->a, a);
    const uint32_t right = term_at(&walk->b, b);
    walk->at_a += left <= right;
    walk->at_b += right <= left;
    if (left == right) {
      *term = left;
      *part = weight_at(&walk->a, a) * weight_at(&walk->b, b);
      return true;
    }
  }
  return false;
}

double wi_shared_sum(wi_term_list a, wi_term_list b) {
  shared_walk walk = {a, b, 0, 0};
  wi_exact_sum sum = {0.0, 0.0};
  double part = 0.0;
  uint32_t term = 0;
  while (next_shared(&walk, &term, &part)) {
    wi_exact_add(&sum, part);
  }
  return wi_exact_value(&sum);
}

static bool stands_before(const warta_shared_term *a, const warta_shared_term *b) {
  if (a->part > b->part || a->part < b->part) {
    return a->part > b->part;
  }
  return wi_str_compare((wi_str){a->term, a->len}, (wi_str){b->term, b->len}) < 0;
}

/* rows[0] is the last in order of the `count` rows, as in a heap. */
static void sift_down(warta_shared_term *rows, size_t count, size_t at) {
  while (2 * at + 1 < count) {
    size_t child = 2 * at + 1;
    if (child + 1 < count && stands_before(&rows[child], &rows[child + 1])) {
      child++;
    }
    if (!stands_before(&rows[at], &rows[child])) {
      return;
    }
    const warta_shared_term row = rows[at];
    rows[at] = rows[child];
    rows[child] = row;
    at = child;
  }
}

static void sift_up(warta_shared_term *rows, size_t at) {
  while (at > 0 && stands_before(&rows[(at - 1) / 2], &rows[at])) {
    const warta_shared_term row = rows[at];
    rows[at] = rows[(at - 1) / 2];
    rows[(at - 1) / 2] = row;
    at = (at - 1) / 2;
  }
}

/* Both parts of a term, which come one behind the other, in one row. */
typedef struct row_walk {
  shared_walk slots;
  const warta_vocab *vocab;
  uint32_t slot; /* the next, if there is one */
  double part;
  bool has_next;
} row_walk;

static row_walk start_rows(const warta_vocab *vocab, wi_term_list a, wi_term_list b) {
  row_walk walk = {{a, b, 0, 0}, vocab, 0, 0.0, false};
  walk.has_next = next_shared(&walk.slots, &walk.slot, &walk.part);
  return walk;
}

static bool next_row(row_walk *walk, warta_shared_term *row) {
  if (!walk->has_next) {
    return false;
  }
  const uint32_t term = wi_slot_term(walk->slot);
  const wi_str text = wi_strmap_key(&walk->vocab->terms, term);
  *row = (warta_shared_term){text.ptr, text.len, 0.0, 0.0};
  do {
    row->part += walk->part;
    row->opening += wi_slot_part(walk->slot) == WARTA_PART_OPENING ? walk->part : 0.0;
    walk->has_next = next_shared(&walk->slots, &walk->slot, &walk->part);
  } while (walk->has_next && wi_slot_term(walk->slot) == term);
  return true;
}

/* A heap of the best `size`, so that a long list of shared terms needs no memory; then heapsort. */
size_t wi_shared_best(const warta_vocab *vocab, wi_term_list a, wi_term_list b,
                      warta_shared_term *rows, size_t size) {
  row_walk walk = start_rows(vocab, a, b);
  warta_shared_term row;
  size_t kept = 0;
  size_t found = 0;
  while (next_row(&walk, &row)) {
    found++;
    if (kept < size) {
      rows[kept] = row;
      sift_up(rows, kept++);
    } else if (size > 0 && stands_before(&row, &rows[0])) {
      rows[0] = row;
      sift_down(rows, kept, 0);
    }
  }
  for (size_t left = kept; left > 1; left--) {
    const warta_shared_term last = rows[0];
    rows[0] = rows[left - 1];
    rows[left - 1] = last;
    sift_down(rows, left - 1, 0);
  }
  return found;
}
