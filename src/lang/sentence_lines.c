#include "sentence_lines.h"

/* Wrapped lines are about as long as these, in bytes; three are needed to tell. */
enum { WIDTH_MIN = 50, WIDTH_MAX = 110, LINES_MIN = 3 };

int wi_lines_between(wi_str text, size_t end, size_t start) {
  int lines = 0;
  for (size_t at = end; at < start && lines < 2; at++) {
    if (text.ptr[at] == '\n' || (text.ptr[at] == '\r' && text.ptr[at + 1] != '\n')) {
      lines++;
    }
  }
  return lines;
}

static size_t line_end(wi_str text, size_t at) {
  while (at < text.len && text.ptr[at] != '\n') {
    at++;
  }
  return at;
}

static size_t word_length(wi_str text, size_t at) {
  const size_t start = at;
  while (at < text.len && !wi_str_is_space(text.ptr[at])) {
    at++;
  }
  return at - start;
}

/* The longest line of the paragraph that begins at start; 0 if there are too few, or one is too
 * long. *end is set behind the lines that were read. */
static size_t paragraph_width(wi_str text, size_t start, size_t *end) {
  size_t width = 0;
  size_t lines = 0;
  size_t at = start;
  while (at < text.len) {
    const size_t stop = line_end(text, at);
    const size_t len = wi_str_trim(wi_str_slice(text, at, stop)).len;
    if (len == 0) {
      break;
    }
    width = len > width ? len : width;
    lines++;
    at = stop < text.len ? stop + 1 : stop;
    if (len > WIDTH_MAX) {
      break;
    }
  }
  *end = at;
  return lines >= LINES_MIN && width >= WIDTH_MIN && width <= WIDTH_MAX ? width : 0;
}

static bool lines_fill(wi_str text, size_t start, size_t end, size_t width) {
  for (size_t at = start; at < end;) {
    const size_t stop = line_end(text, at);
    const size_t len = wi_str_trim(wi_str_slice(text, at, stop)).len;
    if (stop + 1 < end && len + 1 + word_length(text, stop + 1) <= width) {
      return false;
    }
    at = stop + 1;
  }
  return true;
}

bool wi_lines_are_wrapped(wi_paragraph *paragraph, wi_str text, size_t at) {
  if (at < paragraph->end) {
    return paragraph->is_wrapped;
  }
  size_t start = at;
  while (start > paragraph->end && text.ptr[start - 1] != '\n') {
    start--;
  }
  const size_t width = paragraph_width(text, start, &paragraph->end);
  paragraph->is_wrapped = width > 0 && lines_fill(text, start, paragraph->end, width);
  return paragraph->is_wrapped;
}
