#include "label.h"

#include <warta/label.h>

#include "label_finder.h"
#include "label_structure.h"
#include "mem.h"
#include "status.h"

enum { HEADING_SIGNS_MAX = 6 };

static bool label_line(wi_finder *find) {
  if (find->last - find->first > WI_LINE_PIECES_MAX) {
    return false;
  }
  const wi_label_rule *rule = wi_finder_match_all(find, WI_SCOPE_HEAD, find->first, find->last);
  if (rule != NULL) {
    find->now.head = rule->kind;
  } else {
    rule = wi_finder_match_all(find, WI_SCOPE_LINE, find->first, find->last);
  }
  if (rule == NULL && find->first > 0) {
    rule = wi_finder_match_all(find, WI_SCOPE_LINE, 0, find->pieces.count);
  }
  if (rule == NULL) {
    return false;
  }
  wi_finder_name(find, rule);
  return true;
}

/* "## Judul": the signs are a span of their own. Returns where the visible text begins. */
static size_t skip_mark(wi_str text, size_t start, size_t end) {
  size_t at = start;
  while (at < end && text.ptr[at] == '#') {
    at++;
  }
  if (at == start || at - start > HEADING_SIGNS_MAX || at >= end ||
      !wi_str_is_space(text.ptr[at])) {
    return start;
  }
  while (at < end && wi_str_is_space(text.ptr[at])) {
    at++;
  }
  return at;
}

/* "Nama Menteri X di Y. Menteri X di Y.": a picture's text and its alternative text in one line. */
static bool is_doubled(const wi_finder *find) {
  const wi_str text = find->text;
  if ((find->line.all.flags & WI_PIECE_ENDS) == 0) {
    return false;
  }
  for (size_t i = find->first; i + 5 < find->last; i++) {
    if (!wi_finder_has(find, i, WI_PIECE_ENDS)) {
      continue;
    }
    const wi_str tail = wi_str_slice(text, wi_finder_piece(find, i + 1)->start, find->now.end);
    const wi_str front = wi_str_slice(text, find->now.start, wi_finder_piece(find, i)->end);
    if (wi_str_ends(front, tail)) {
      return true;
    }
  }
  return false;
}

static void label_doubled(wi_finder *find) {
  if (find->last - find->first <= WI_LINE_PIECES_MAX && is_doubled(find)) {
    find->now.kind = WARTA_LABEL_CAPTION;
    find->now.rule = "structure:sentence twice in a line";
  }
}

/* What the line is by its rules: as a whole, or parts of it. */
static void label_parts(wi_finder *find) {
  if (label_line(find)) {
    return;
  }
  wi_label_find_end(find);
  if (find->now.kind == WARTA_LABEL_NONE && wi_label_find_chain(find)) {
    wi_label_find_end(find); /* pungkasnya. (Nama Orang) Artikel ini telah tayang di ... */
  }
  if (find->last > find->first && find->now.kind == WARTA_LABEL_NONE) {
    wi_label_find_dateline(find);
  }
  if (find->now.kind == WARTA_LABEL_NONE) {
    label_doubled(find);
    wi_label_find_inside(find);
  }
}

/* Sets the line at hand to text[start, end), its first visible character at `mark`. */
static void begin_line(wi_finder *find, size_t mark, size_t start, size_t end) {
  const wi_line_sums sums = {find->line.words, find->line.capitals, find->line.all.flags};
  find->now = wi_line_read((wi_text_part){find->text, start, end}, &find->pieces, &sums);
  find->now.flags |= start > mark ? (uint32_t)WI_LINE_MARK : 0;
  find->now.mark = (uint32_t)mark;
  wi_line_window(find->text, &find->pieces, &find->first, &find->last);
}

static bool read_line(wi_finder *find, size_t start, size_t end) {
  wi_label_scratch *scratch = find->scratch;
  wi_line_array *lines = &scratch->lines;
  const size_t shown = skip_mark(find->text, start, end);
  const size_t inner = scratch->inner.count;
  const wi_text_part part = {find->text, shown, end};
  if (!wi_label_pieces_take(&find->pieces, scratch, find->labeller, part)) {
    return false;
  }
  if (find->pieces.count == 0) {
    return true;
  }
  wi_label_line_read(&find->line, find->labeller, find->text, &find->pieces);
  begin_line(find, start, shown, end);
  label_parts(find);
  wi_label_sort(&scratch->inner, inner);
  find->now.first_inner = (uint32_t)inner;
  find->now.inner_count = (uint32_t)(scratch->inner.count - inner);
  if (find->no_memory ||
      !wi_mem_grow(&lines->items, &lines->capacity, lines->count, sizeof find->now)) {
    return false;
  }
  lines->items[lines->count++] = find->now;
  return true;
}

static bool read_lines(wi_finder *find) {
  size_t at = 0;
  size_t start = 0;
  size_t end = 0;
  while (wi_line_next(find->text, &at, &start, &end)) {
    if (!read_line(find, start, end)) {
      return false;
    }
  }
  return true;
}

static wi_label mark_label(wi_str text, const wi_line *line) {
  wi_label label = {line->mark, line->mark, WARTA_LABEL_OTHER, "structure:heading sign"};
  while (text.ptr[label.end] == '#') {
    label.end++;
  }
  return label;
}

/* The # signs before a line, then its own span or the spans inside it. */
static bool write_line(const wi_finder *find, const wi_line *line, wi_label_array *out) {
  if (line->mark < line->start && !wi_label_push(out, mark_label(find->text, line))) {
    return false;
  }
  if (line->kind != WARTA_LABEL_NONE && (line->flags & WI_LINE_PARTS) == 0) {
    return wi_label_push(out, (wi_label){line->start, line->end, line->kind, line->rule});
  }
  for (size_t i = 0; i < line->inner_count; i++) {
    const wi_label *label = &find->scratch->inner.items[line->first_inner + i];
    const bool dropped =
        label->kind == WARTA_LABEL_DATELINE && (line->flags & WI_LINE_DATELINE) == 0;
    if (!dropped && !wi_label_push(out, *label)) {
      return false;
    }
  }
  return true;
}

static bool write_labels(const wi_finder *find, wi_label_array *out) {
  for (size_t i = 0; i < find->scratch->lines.count; i++) {
    if (!write_line(find, &find->scratch->lines.items[i], out)) {
      return false;
    }
  }
  return true;
}

warta_status wi_labels_find(const wi_labeller *labeller, wi_str text, wi_label_scratch *scratch,
                            wi_label_array *out, warta_error *error) {
  wi_finder find = {.labeller = labeller, .text = text, .scratch = scratch};
  scratch->next = 0;
  scratch->lines.count = 0;
  scratch->inner.count = 0;
  if (!read_lines(&find)) {
    return wi_status_no_memory(error);
  }
  wi_structure_label(text, &scratch->lines);
  return write_labels(&find, out) ? WARTA_OK : wi_status_no_memory(error);
}
