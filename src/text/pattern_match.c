#include <string.h>

#include "bits.h"
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

static bool is_free(const step *item) {
  return item->kind == STEP_SPLIT || item->kind == STEP_JUMP;
}

static uint64_t *follows_of(const wi_pattern *pattern, size_t step_number) {
  return pattern->follows + step_number * pattern->words;
}

static void put(uint64_t *set, size_t step_number) {
  set[step_number / SET_BITS] |= (uint64_t)1 << step_number % SET_BITS;
}

/* Adds the steps of a set; true if there were new ones. */
static bool join(uint64_t *to, const uint64_t *from, size_t words) {
  uint64_t more = 0;
  for (size_t k = 0; k < words; k++) {
    more |= from[k] & ~to[k];
    to[k] |= from[k];
  }
  return more != 0;
}

/* Splits and jumps pass on what they lead to, from the last to the first, until nothing is new:
 * they lead back only around a loop. */
static void close_sets(wi_pattern *pattern) {
  for (bool grows = true; grows;) {
    grows = false;
    for (size_t i = pattern->count; i-- > 0;) {
      const step *item = &pattern->steps[i];
      uint64_t *set = follows_of(pattern, i);
      if (is_free(item)) {
        grows = join(set, follows_of(pattern, item->to), pattern->words) || grows;
      }
      if (item->kind == STEP_SPLIT) {
        grows = join(set, follows_of(pattern, item->other), pattern->words) || grows;
      }
    }
  }
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
  if (item->word != 0 && (item->word != piece->word || item->kind == STEP_WORD)) {
    return item->word == piece->word;
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

static bool has_step(const uint64_t *set, size_t step_number) {
  return (set[step_number / SET_BITS] >> step_number % SET_BITS & 1) != 0;
}

static wi_pattern_taker taker_of(const wi_pattern *pattern, const step *item) {
  if (item->kind == STEP_WORD || item->kind == STEP_EXACT) {
    return (wi_pattern_taker){{pattern->pool + item->literal, item->literal_len}, 0};
  }
  const bool is_class = item->kind == STEP_CLASS;
  return (wi_pattern_taker){{NULL, 0}, is_class ? flags_of((piece_class)item->class_of) : 0};
}

bool wi_pattern_taker_next(const wi_pattern *pattern, size_t point, size_t *at,
                           wi_pattern_taker *out) {
  const uint64_t *set = follows_of(pattern, pattern->points[point]);
  for (; *at < pattern->count; (*at)++) {
    if (has_step(set, *at)) {
      *out = taker_of(pattern, &pattern->steps[(*at)++]);
      return true;
    }
  }
  return false;
}

bool wi_pattern_last_next(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out) {
  const size_t last = pattern->count - 1;
  for (; *at < last; (*at)++) {
    const step *item = &pattern->steps[*at];
    if (!is_free(item) && has_step(follows_of(pattern, *at + 1), last)) {
      *out = taker_of(pattern, item);
      (*at)++;
      return true;
    }
  }
  return false;
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
  pattern->words = (pattern->count + SET_BITS - 1) / SET_BITS;
  pattern->follows = wi_mem_new(pattern->count * pattern->words, sizeof *pattern->follows);
  if (pattern->follows == NULL) {
    return false;
  }
  for (size_t i = 0; i < pattern->count; i++) {
    if (!is_free(&pattern->steps[i])) {
      put(follows_of(pattern, i), i);
    }
  }
  close_sets(pattern);
  return true;
}

bool wi_pattern_number(wi_pattern *pattern, wi_pattern_number_fn fn, void *payload) {
  for (size_t i = 0; i < pattern->count; i++) {
    step *item = &pattern->steps[i];
    if ((item->kind == STEP_WORD || item->kind == STEP_EXACT) &&
        !fn(payload, (wi_str){pattern->pool + item->literal, item->literal_len}, &item->word)) {
      return false;
    }
    if (item->word != 0) {
      put(pattern->literals, i);
    }
  }
  return true;
}

bool wi_pattern_may_begin(const wi_pattern *pattern, wi_str text, const wi_piece *piece) {
  for (size_t k = 0; k < pattern->words; k++) {
    const uint64_t literals = piece->word == 0 ? pattern->literals[k] : 0;
    for (uint64_t rest = pattern->follows[k] & ~literals; rest != 0; rest &= rest - 1) {
      const step *item = &pattern->steps[k * SET_BITS + wi_bits_lowest(rest)];
      if (item->kind == STEP_MATCH || takes(pattern, item, text, piece)) {
        return true;
      }
    }
  }
  return false;
}

/* Where the readings of a set go with a piece. A piece that is no word of the patterns cannot be a
 * literal: most readings need no look. */
static void step_on(const wi_pattern *pattern, uint64_t *next, const uint64_t *now, wi_str text,
                    const wi_piece *piece) {
  for (size_t k = 0; k < pattern->words; k++) {
    const uint64_t literals = piece->word == 0 ? pattern->literals[k] : 0;
    for (uint64_t rest = now[k] & ~literals; rest != 0; rest &= rest - 1) {
      const size_t at = k * SET_BITS + wi_bits_lowest(rest);
      if (takes(pattern, &pattern->steps[at], text, piece)) {
        (void)join(next, follows_of(pattern, at + 1), pattern->words);
      }
    }
  }
}

/* A reading is a bit, and all of them run in a few words. */
size_t wi_pattern_match(const wi_pattern *pattern, wi_str text, const wi_piece *pieces,
                        size_t count) {
  const size_t words = pattern->words;
  const size_t last = pattern->count - 1;
  const uint64_t end = (uint64_t)1 << last % SET_BITS;
  uint64_t sets[2][SET_WORDS];
  uint64_t *now = sets[0];
  size_t longest = WI_PATTERN_NONE;
  memcpy(now, pattern->follows, words * sizeof *now);
  for (size_t i = 0;; i++) {
    uint64_t *next = sets[(i + 1) & 1];
    uint64_t any = 0;
    if ((now[last / SET_BITS] & end) != 0) {
      longest = i;
      now[last / SET_BITS] &= ~end;
    }
    for (size_t k = 0; k < words; k++) {
      any |= now[k];
      next[k] = 0;
    }
    if (any == 0 || i == count) {
      return longest;
    }
    step_on(pattern, next, now, text, &pieces[i]);
    now = next;
  }
}
