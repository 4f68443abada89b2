/* The numbered pieces of a line: taken from those of the whole text, or cut from the line.
 */
#ifndef WI_LABEL_PIECES_H
#define WI_LABEL_PIECES_H

#include <stdbool.h>
#include <stddef.h>

#include "label.h"
#include "str.h"

/* text[start, end) */
typedef struct wi_label_part {
  wi_str text;
  size_t start;
  size_t end;
} wi_label_part;

/* *out is a view into the scratch's pieces; the ends of sentences among them are marked. Lines are
 * asked for from the first to the last. False: no memory. */
bool wi_label_pieces_take(wi_piece_array *out, wi_label_scratch *scratch,
                          const wi_labeller *labeller, wi_label_part line);

/* Puts the few spans of a line, those from `from` on, into text order. */
void wi_label_sort(wi_label_array *labels, size_t from);

#endif
