/* What a run over a text works with, and the numbered pieces of its lines: taken from those of the
 * whole text, or cut from the line.
 */
#ifndef WI_LABEL_PIECES_H
#define WI_LABEL_PIECES_H

#include <stdbool.h>
#include <stddef.h>

#include "label_lines.h"
#include "label_spans.h"
#include "labeller.h"
#include "pieces.h"
#include "str.h"

/* Kept from text to text. */
typedef struct wi_label_scratch {
  wi_piece_array pieces; /* if are_cut: of the whole text, numbered, no ends marked */
  bool are_cut;
  size_t next; /* if so: the first piece of the next line */
  wi_line_array lines;
  wi_label_array inner; /* spans inside lines */
} wi_label_scratch;

void wi_label_scratch_free(wi_label_scratch *scratch);

/* *out is a view into the scratch's pieces. Lines are asked for from the first to the last. False:
 * no memory. */
bool wi_label_pieces_take(wi_piece_array *out, wi_label_scratch *scratch,
                          const wi_labeller *labeller, wi_text_part line);

#endif
