#include <string.h>

#include "bits.h"
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

static bool is_literal(const wi_pattern *pattern, const step *item, wi_str piece) {
  if (piece.len != item->literal_len) {
    return false;
  }
  const char *literal = pattern_pool(pattern) + item->literal;
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

bool wi_pattern_may_begin(const wi_pattern *pattern, wi_str text, const wi_piece *piece) {
  const step *steps = pattern_steps(pattern);
  const uint64_t *first = pattern_follows(pattern, 0);
  for (size_t k = 0; k < pattern->words; k++) {
    const uint64_t literals = piece->word == 0 ? pattern_set(pattern, 0)[k] : 0;
    for (uint64_t rest = first[k] & ~literals; rest != 0; rest &= rest - 1) {
      const step *item = &steps[k * SET_BITS + wi_bits_lowest(rest)];
      if (item->kind == STEP_MATCH || takes(pattern, item, text, piece)) {
        return true;
      }
    }
  }
  return false;
}

static void join(uint64_t *to, const uint64_t *from, size_t words) {
  for (size_t k = 0; k < words; k++) {
    to[k] |= from[k];
  }
}

/* Where the readings of a set go with a piece. A piece that is no word of the patterns cannot be a
 * literal: most readings need no look. */
static void step_on(const wi_pattern *pattern, uint64_t *next, const uint64_t *now, wi_str text,
                    const wi_piece *piece) {
  const step *steps = pattern_steps(pattern);
  for (size_t k = 0; k < pattern->words; k++) {
    const uint64_t literals = piece->word == 0 ? pattern_set(pattern, 0)[k] : 0;
    for (uint64_t rest = now[k] & ~literals; rest != 0; rest &= rest - 1) {
      const size_t at = k * SET_BITS + wi_bits_lowest(rest);
      if (takes(pattern, &steps[at], text, piece)) {
        join(next, pattern_follows(pattern, at + 1), pattern->words);
      }
    }
  }
}

/* A reading is a bit, and all of them run in a few words. */
size_t wi_pattern_match(const wi_pattern *pattern, wi_str text, const wi_piece *pieces,
                        size_t count) {
  const size_t words = pattern->words;
  const size_t last = (size_t)pattern->count - 1;
  const uint64_t end = (uint64_t)1 << last % SET_BITS;
  uint64_t sets[2][SET_WORDS];
  uint64_t *now = sets[0];
  size_t longest = WI_PATTERN_NONE;
  memcpy(now, pattern_follows(pattern, 0), words * sizeof *now);
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

/* Nothing that matching reads may lie outside of the block. */
bool wi_pattern_is_sound(const wi_pattern *pattern, size_t room) {
  if (room < sizeof *pattern || pattern->size > room || pattern->count == 0 ||
      pattern->count > WI_PATTERN_STEPS_MAX + 1 || pattern->set_count == 0 ||
      pattern->words != (pattern->count + SET_BITS - 1) / SET_BITS) {
    return false;
  }
  const size_t needed = sizeof *pattern +
                        (size_t)pattern->set_count * pattern->words * sizeof(uint64_t) +
                        pattern->count * (sizeof(step) + sizeof(uint16_t)) + pattern->pool_len;
  if (needed > pattern->size) {
    return false;
  }
  const step *steps = pattern_steps(pattern);
  const uint16_t *numbers = pattern_set_numbers(pattern);
  bool sound = steps[pattern->count - 1].kind == STEP_MATCH;
  for (size_t i = 0; i < pattern->count; i++) {
    sound = sound && numbers[i] < pattern->set_count &&
            (size_t)steps[i].literal + steps[i].literal_len <= pattern->pool_len;
  }
  const size_t spare = (size_t)pattern->words * SET_BITS - pattern->count;
  for (size_t set = 0; set < pattern->set_count && spare > 0; set++) {
    sound = sound && pattern_set(pattern, set)[pattern->words - 1] >> (SET_BITS - spare) == 0;
  }
  return sound;
}
