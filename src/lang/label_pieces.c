#include "label_pieces.h"

#include "label_rules.h"

void wi_label_scratch_free(wi_label_scratch *scratch) {
  wi_piece_array_free(&scratch->pieces);
  wi_line_array_free(&scratch->lines);
  wi_label_array_free(&scratch->inner);
}

bool wi_label_pieces_take(wi_piece_array *out, wi_label_scratch *scratch,
                          const wi_labeller *labeller, wi_label_part line) {
  wi_piece_array *all = &scratch->pieces;
  if (!scratch->are_cut) {
    if (!wi_pieces_cut(all, line.text, line.start, line.end)) {
      return false;
    }
    wi_label_number(labeller, line.text, all->items, all->count);
    *out = (wi_piece_array){all->items, all->count, 0};
    return true;
  }
  while (scratch->next < all->count && all->items[scratch->next].start < line.start) {
    scratch->next++;
  }
  const size_t first = scratch->next;
  while (scratch->next < all->count && all->items[scratch->next].start < line.end) {
    scratch->next++;
  }
  *out = (wi_piece_array){all->items + first, scratch->next - first, 0};
  wi_pieces_mark_ends(out->items, out->count);
  return true;
}

void wi_label_sort(wi_label_array *labels, size_t from) {
  for (size_t i = from + 1; i < labels->count; i++) {
    const wi_label label = labels->items[i];
    size_t at = i;
    while (at > from && labels->items[at - 1].start > label.start) {
      labels->items[at] = labels->items[at - 1];
      at--;
    }
    labels->items[at] = label;
  }
}
