/* Line ends between tokens: paragraphs, and lines that were wrapped by hand. */
#ifndef WI_SENTENCE_LINES_H
#define WI_SENTENCE_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* The lines last measured; {0, false} at first. Kept so that no line is measured twice. */
typedef struct wi_paragraph {
  size_t end;
  bool is_wrapped;
} wi_paragraph;

/* Line ends between a token that ends at `end` and the next, at `start`: 0, 1, or 2 for a blank
 * line and more. */
int wi_lines_between(wi_str text, size_t end, size_t start);

/* True if the line that holds `at` stands in a paragraph whose lines were broken at one width:
 * three lines or more, each so long that the first word of the next had no room. Ask with rising
 * `at`. */
bool wi_lines_are_wrapped(wi_paragraph *paragraph, wi_str text, size_t at);

#endif
