#include "label_pieces.h"

#include "label_candidates.h"

void wi_label_scratch_free(wi_label_scratch *scratch) {
  wi_piece_array_free(&scratch->pieces);
  wi_line_array_free(&scratch->lines);
  wi_label_array_free(&scratch->inner);
}

/* The first piece from `at` on that begins at or behind the byte; lines are short beside texts, so
 * steps double until they are too long. */
static size_t first_from(const wi_piece_array *all, size_t at, size_t byte) {
  size_t step = 1;
  while (at + step <= all->count && all->items[at + step - 1].start < byte) {
    at += step;
    step *= 2;
  }
  for (; step > 0; step /= 2) {
    if (at + step <= all->count && all->items[at + step - 1].start < byte) {
      at += step;
    }
  }
  return at;
}

bool wi_label_pieces_take(wi_piece_array *out, wi_label_scratch *scratch,
                          const wi_labeller *labeller, wi_text_part line) {
  wi_piece_array *all = &scratch->pieces;
  if (!scratch->are_cut) {
    if (!wi_pieces_cut(all, line.text, line.start, line.end)) {
      return false;
    }
    wi_label_number(labeller, line.text, all->items, all->count);
    *out = (wi_piece_array){all->items, all->count, 0};
    return true;
  }
  const size_t first = first_from(all, scratch->next, line.start);
  scratch->next = first_from(all, first, line.end);
  *out = (wi_piece_array){all->items + first, scratch->next - first, 0};
  return true;
}
