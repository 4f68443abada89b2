#include <string.h>

#include "mem.h"
#include "pattern_steps.h"

static bool is_in_class(piece_class class_of, wi_str text, const wi_piece *piece) {
  const uint32_t flags = piece->flags;
  const size_t len = piece->end - piece->start;
  switch (class_of) {
  case CLASS_ANY:
    return true;
  case CLASS_NAME:
    return (flags & WI_PIECE_CAPITAL) != 0;
  case CLASS_CAPS:
    return (flags & WI_PIECE_CAPS) != 0;
  case CLASS_WORD:
    return (flags & WI_PIECE_WORD) != 0;
  case CLASS_NUMBER:
    return (flags & WI_PIECE_NUMBER) != 0;
  case CLASS_MONTH:
    return (flags & WI_PIECE_WORD) != 0 && wi_piece_is_month(text, piece);
  case CLASS_DAY:
    return (flags & WI_PIECE_WORD) != 0 && wi_piece_is_day(text, piece);
  case CLASS_DOMAIN:
    return (flags & WI_PIECE_DOMAIN) != 0;
  case CLASS_URL:
    return (flags & WI_PIECE_URL) != 0;
  case CLASS_TAG:
    return (flags & WI_PIECE_TAG) != 0;
  case CLASS_DASH:
    return (flags & WI_PIECE_DASH) != 0;
  case CLASS_SHORT:
    return (flags & (WI_PIECE_WORD | WI_PIECE_NUMBER)) != 0 && len >= 1 && len <= 5;
  case CLASS_IMAGE:
    return (flags & WI_PIECE_URL) != 0 && wi_piece_is_image(text, piece);
  case CLASS_TITLE:
    return (flags & WI_PIECE_ENDS) == 0;
  case CLASS_PROPER:
    return (flags & WI_PIECE_CAPITAL) != 0 && (flags & WI_PIECE_CAPS) == 0;
  }
  return false;
}

/* Steps in the order they were reached, each once. */
typedef struct step_list {
  uint16_t items[WI_PATTERN_STEPS_MAX + 1];
  size_t count;
  uint64_t seen[(WI_PATTERN_STEPS_MAX + 64) / 64];
} step_list;

/* Only the bits of the steps that it held are set. */
static void clear_list(step_list *list) {
  for (size_t i = 0; i < list->count; i++) {
    list->seen[list->items[i] / 64] = 0;
  }
  list->count = 0;
}

static void make_list(step_list *list) {
  list->count = 0;
  memset(list->seen, 0, sizeof list->seen);
}

static void add_step(step_list *list, uint16_t at) {
  const uint64_t bit = (uint64_t)1 << at % 64;
  if ((list->seen[at / 64] & bit) == 0) {
    list->seen[at / 64] |= bit;
    list->items[list->count++] = at;
  }
}

/* Adds where the pattern stands when it has come to a step. */
static void add_entries(step_list *list, const wi_pattern *pattern, size_t at) {
  for (uint32_t i = pattern->entry_starts[at]; i < pattern->entry_starts[at + 1]; i++) {
    add_step(list, pattern->entries[i]);
  }
}

/* From `first` through splits and jumps; list gets all steps on the way. */
static void walk_free(step_list *list, const wi_pattern *pattern, uint16_t first) {
  make_list(list);
  add_step(list, first);
  for (size_t i = 0; i < list->count; i++) {
    const step *item = &pattern->steps[list->items[i]];
    if (item->kind == STEP_SPLIT || item->kind == STEP_JUMP) {
      add_step(list, item->to);
    }
    if (item->kind == STEP_SPLIT) {
      add_step(list, item->other);
    }
  }
}

static bool is_free(const step *item) {
  return item->kind == STEP_SPLIT || item->kind == STEP_JUMP;
}

/* Fills entry_starts and, if there is room yet, entries; returns how many entries there are. */
static uint32_t fill_entries(wi_pattern *pattern) {
  step_list list;
  uint32_t total = 0;
  for (size_t i = 0; i < pattern->count; i++) {
    pattern->entry_starts[i] = total;
    walk_free(&list, pattern, (uint16_t)i);
    for (size_t k = 0; k < list.count; k++) {
      const bool waits = !is_free(&pattern->steps[list.items[k]]);
      if (waits && pattern->entries != NULL) {
        pattern->entries[total] = list.items[k];
      }
      total += waits;
    }
  }
  pattern->entry_starts[pattern->count] = total;
  return total;
}

static bool find_entries(wi_pattern *pattern) {
  pattern->entry_starts = wi_mem_new(pattern->count + 1, sizeof *pattern->entry_starts);
  if (pattern->entry_starts == NULL) {
    return false;
  }
  const uint32_t total = fill_entries(pattern);
  pattern->entries = wi_mem_new(total, sizeof *pattern->entries);
  if (pattern->entries == NULL) {
    return false;
  }
  fill_entries(pattern);
  return true;
}

static bool is_literal(const wi_pattern *pattern, const step *item, wi_str piece) {
  if (piece.len != item->literal_len) {
    return false;
  }
  const char *literal = pattern->pool + item->literal;
  for (size_t i = 0; i < piece.len; i++) {
    const char byte = item->kind == STEP_EXACT ? piece.ptr[i] : wi_piece_lower(piece.ptr[i]);
    if (byte != literal[i]) {
      return false;
    }
  }
  return true;
}

static bool takes(const wi_pattern *pattern, const step *item, wi_str text, const wi_piece *piece) {
  if (item->kind == STEP_CLASS) {
    return is_in_class((piece_class)item->class_of, text, piece);
  }
  return is_literal(pattern, item, wi_piece_str(text, piece));
}

/* The flags of which a piece of the class has one. */
static uint32_t flags_of(piece_class class_of) {
  switch (class_of) {
  case CLASS_NAME:
  case CLASS_PROPER:
    return WI_PIECE_CAPITAL;
  case CLASS_CAPS:
    return WI_PIECE_CAPS;
  case CLASS_WORD:
    return WI_PIECE_WORD;
  case CLASS_MONTH:
    return WI_PIECE_MONTH;
  case CLASS_DAY:
    return WI_PIECE_DAY;
  case CLASS_NUMBER:
    return WI_PIECE_NUMBER;
  case CLASS_DOMAIN:
    return WI_PIECE_DOMAIN;
  case CLASS_URL:
  case CLASS_IMAGE:
    return WI_PIECE_URL;
  case CLASS_TAG:
    return WI_PIECE_TAG;
  case CLASS_DASH:
    return WI_PIECE_DASH;
  case CLASS_SHORT:
    return WI_PIECE_WORD | WI_PIECE_NUMBER;
  case CLASS_ANY:
  case CLASS_TITLE:
    return WI_PIECE_ANY;
  }
  return WI_PIECE_ANY;
}

size_t wi_pattern_point_count(const wi_pattern *pattern) {
  return pattern->point_count;
}

size_t wi_pattern_taker_count(const wi_pattern *pattern, size_t point) {
  const size_t at = pattern->points[point];
  return pattern->entry_starts[at + 1] - pattern->entry_starts[at];
}

wi_pattern_taker wi_pattern_taker_at(const wi_pattern *pattern, size_t point, size_t i) {
  const step *item =
      &pattern->steps[pattern->entries[pattern->entry_starts[pattern->points[point]] + i]];
  if (item->kind == STEP_WORD || item->kind == STEP_EXACT) {
    return (wi_pattern_taker){{pattern->pool + item->literal, item->literal_len}, 0};
  }
  const bool is_class = item->kind == STEP_CLASS;
  return (wi_pattern_taker){{NULL, 0}, is_class ? flags_of((piece_class)item->class_of) : 0};
}

/* Passes the pieces before step i on to where it leads; false if that lies behind. */
static bool pass_on(const wi_pattern *pattern, size_t *pieces, size_t i) {
  const step *item = &pattern->steps[i];
  const bool is_split = item->kind == STEP_SPLIT;
  const size_t after = pieces[i] + 1;
  if (!is_free(item)) {
    pieces[i + 1] = pieces[i + 1] > after ? pieces[i + 1] : after;
    return true;
  }
  if (item->to <= i || (is_split && item->other <= i)) {
    return false;
  }
  pieces[item->to] = pieces[item->to] > pieces[i] ? pieces[item->to] : pieces[i];
  if (is_split) {
    pieces[item->other] = pieces[item->other] > pieces[i] ? pieces[item->other] : pieces[i];
  }
  return true;
}

size_t wi_pattern_reach(const wi_pattern *pattern, size_t point) {
  size_t pieces[WI_PATTERN_STEPS_MAX + 2] = {0};
  const size_t end = pattern->points[point];
  for (size_t i = 0; i < end; i++) {
    if (!pass_on(pattern, pieces, i)) {
      return WI_PATTERN_NONE;
    }
  }
  return pieces[end];
}

bool wi_pattern_prepare(wi_pattern *pattern) {
  return find_entries(pattern);
}

bool wi_pattern_may_begin(const wi_pattern *pattern, wi_str text, const wi_piece *piece) {
  for (uint32_t i = 0; i < pattern->entry_starts[1]; i++) {
    const step *item = &pattern->steps[pattern->entries[i]];
    if (item->kind == STEP_MATCH || takes(pattern, item, text, piece)) {
      return true;
    }
  }
  return false;
}

size_t wi_pattern_match(const wi_pattern *pattern, wi_str text, const wi_piece *pieces,
                        size_t count) {
  step_list lists[2];
  size_t longest = WI_PATTERN_NONE;
  make_list(&lists[0]);
  make_list(&lists[1]);
  add_entries(&lists[0], pattern, 0);
  for (size_t i = 0; i <= count && lists[i & 1].count > 0; i++) {
    const step_list *now = &lists[i & 1];
    step_list *next = &lists[(i + 1) & 1];
    clear_list(next);
    for (size_t k = 0; k < now->count; k++) {
      const step *item = &pattern->steps[now->items[k]];
      if (item->kind == STEP_MATCH) {
        longest = i;
      } else if (i < count && takes(pattern, item, text, &pieces[i])) {
        add_entries(next, pattern, now->items[k] + (size_t)1);
      }
    }
  }
  return longest;
}
