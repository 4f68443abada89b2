#include "label_lines.h"

#include <string.h>

#include "mem.h"
#include "utf8.h"

void wi_line_array_free(wi_line_array *array) {
  wi_mem_free(array->items);
  *array = (wi_line_array){0};
}

static void trim(wi_str text, size_t *start, size_t *end) {
  while (*start < *end) {
    size_t next = *start;
    if (!wi_utf8_is_space(wi_utf8_next(text, &next))) {
      break;
    }
    *start = next;
  }
  while (*end > *start) {
    size_t before = *end;
    if (!wi_utf8_is_space(wi_utf8_back(text, &before))) {
      break;
    }
    *end = before;
  }
}

bool wi_line_next(wi_str text, size_t *at, size_t *start, size_t *end) {
  while (*at < text.len) {
    const char *stop = memchr(text.ptr + *at, '\n', text.len - *at);
    *start = *at;
    *end = stop == NULL ? text.len : (size_t)(stop - text.ptr);
    *at = stop == NULL ? text.len : *end + 1;
    trim(text, start, end);
    if (*start < *end) {
      return true;
    }
  }
  return false;
}

static char piece_byte(wi_str text, const wi_piece *piece) {
  return text.ptr[piece->start];
}

static bool is_emphasis(wi_str text, const wi_piece *piece) {
  const char byte = piece_byte(text, piece);
  return byte == '*' || byte == '_';
}

static bool is_bullet(wi_str text, const wi_piece_array *pieces) {
  static const char *const bullets[] = {"•", "●", "▪", "·", "*", "-", "–"};
  if (pieces->count < 2 || (pieces->items[1].flags & WI_PIECE_GLUED) != 0) {
    return false;
  }
  for (size_t i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
    if (wi_str_equal(wi_piece_str(text, &pieces->items[0]), wi_str_of(bullets[i]))) {
      return true;
    }
  }
  return false;
}

/* [text](target) or ![text](target), and nothing behind it. */
static bool is_link(wi_str text, const wi_piece_array *pieces) {
  const size_t count = pieces->count;
  if (count < 5 || piece_byte(text, &pieces->items[count - 1]) != ')') {
    return false;
  }
  const size_t open = piece_byte(text, &pieces->items[0]) == '!' ? 1 : 0;
  if (piece_byte(text, &pieces->items[open]) != '[') {
    return false;
  }
  for (size_t i = count - 1; i > open + 1; i--) {
    if (piece_byte(text, &pieces->items[i]) == '(') {
      return piece_byte(text, &pieces->items[i - 1]) == ']';
    }
  }
  return false;
}

void wi_line_window(wi_str text, const wi_piece_array *pieces, size_t *first, size_t *last) {
  *first = 0;
  *last = pieces->count;
  if (is_link(text, pieces) && piece_byte(text, &pieces->items[0]) == '[') {
    *first = 1;
    while (*last > 1 && piece_byte(text, &pieces->items[*last - 1]) != ']') {
      (*last)--;
    }
    (*last)--;
  }
  if (*last - *first > 2 && is_emphasis(text, &pieces->items[*first]) &&
      is_emphasis(text, &pieces->items[*last - 1])) {
    (*first)++;
    (*last)--;
  }
}

static uint32_t end_flags(wi_str text, const wi_piece_array *pieces) {
  size_t last = pieces->count;
  const uint32_t closing = WI_PIECE_QUOTE | WI_PIECE_CLOSE;
  while (last > 1 && ((pieces->items[last - 1].flags & closing) != 0 ||
                      is_emphasis(text, &pieces->items[last - 1]))) {
    last--;
  }
  const wi_piece *piece = &pieces->items[last - 1];
  const char byte = piece_byte(text, piece);
  if ((piece->flags & WI_PIECE_URL) != 0) {
    return WI_LINE_STOP | WI_LINE_PERIOD;
  }
  if ((piece->flags & WI_PIECE_STOP) != 0) {
    return WI_LINE_STOP | (byte == '?' || byte == '!' ? 0u : (uint32_t)WI_LINE_PERIOD);
  }
  if (byte == ':') {
    return WI_LINE_COLON;
  }
  return byte == ',' || byte == ';' || (piece->flags & WI_PIECE_DASH) != 0 ? WI_LINE_OPEN_END : 0;
}

static uint32_t begin_flags(wi_str text, const wi_piece_array *pieces) {
  size_t first = 0;
  uint32_t flags = is_bullet(text, pieces) ? WI_LINE_BULLET : 0;
  const uint32_t opening = WI_PIECE_QUOTE | WI_PIECE_OPEN;
  while (first + 1 < pieces->count && ((pieces->items[first].flags & opening) != 0 ||
                                       is_emphasis(text, &pieces->items[first]))) {
    flags |= (pieces->items[first].flags & WI_PIECE_QUOTE) != 0 ? (uint32_t)WI_LINE_QUOTE : 0;
    first++;
  }
  if (pieces->count > 2 && (pieces->items[0].flags & WI_PIECE_NUMBER) != 0 &&
      piece_byte(text, &pieces->items[1]) == '.') {
    flags |= WI_LINE_ITEM;
  }
  size_t at = pieces->items[first].start;
  const uint32_t c = wi_utf8_next(text, &at);
  return flags | (wi_utf8_is_lower(c) ? (uint32_t)WI_LINE_LOWER : 0);
}

/* "Kota: angka", "Bandung: 18.14 WIB": a colon inside, and a number or few words behind it. */
static bool is_row(wi_str text, const wi_piece_array *pieces) {
  for (size_t i = 1; i + 1 < pieces->count && i < 8; i++) {
    if (piece_byte(text, &pieces->items[i]) == ':') {
      return (pieces->items[i + 1].flags & WI_PIECE_NUMBER) != 0;
    }
  }
  return false;
}

/* "Newcastle United: Dubravka; Yedlin, Lascelles": names in a row. */
static bool is_list(wi_str text, const wi_piece_array *pieces) {
  size_t marks = 0;
  const uint32_t others = ~(uint32_t)(WI_PIECE_GLUED | WI_PIECE_ENDS);
  for (size_t i = 1; i < pieces->count; i++) {
    if ((pieces->items[i].flags & others) != 0) {
      continue; /* a word, or a mark of another kind */
    }
    const char byte = piece_byte(text, &pieces->items[i]);
    marks += byte == ';';
    if (marks >= 2 || (byte == ':' && i < 4)) {
      return true;
    }
  }
  return false;
}

wi_line wi_line_read(wi_text_part part, const wi_piece_array *pieces, const wi_line_sums *sums) {
  const wi_str text = part.text;
  const bool numbers = (sums->flags & WI_PIECE_WORD) == 0;
  wi_line line = {.start = (uint32_t)part.start,
                  .end = (uint32_t)part.end,
                  .words = sums->words,
                  .capitals = sums->capitals,
                  .flags = (sums->flags & WI_PIECE_ENDS) != 0 ? WI_LINE_SENTENCES : 0};
  line.flags |= end_flags(text, pieces) | begin_flags(text, pieces);
  line.flags |= numbers && line.words > 0 ? (uint32_t)WI_LINE_NUMBER : 0;
  line.flags |= is_row(text, pieces) ? (uint32_t)WI_LINE_ROW : 0;
  line.flags |= is_list(text, pieces) ? (uint32_t)WI_LINE_LIST : 0;
  line.flags |= is_link(text, pieces) ? (uint32_t)WI_LINE_LINK : 0;
  if (pieces->count > 2 && is_emphasis(text, &pieces->items[0]) &&
      is_emphasis(text, &pieces->items[pieces->count - 1])) {
    line.flags |= WI_LINE_BOLD;
  }
  if (pieces->count == 1 && (pieces->items[0].flags & WI_PIECE_URL) != 0) {
    line.flags |= WI_LINE_URL;
  }
  return line;
}
