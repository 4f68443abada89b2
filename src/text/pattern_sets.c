#include <string.h>

#include "mem.h"
#include "pattern_steps.h"

/* The sets of all steps, one behind the other. */
typedef struct sets {
  const draft *from;
  uint64_t *items;
  size_t words; /* of a set */
} sets;

static uint64_t *follows_of(const sets *s, size_t step_number) {
  return s->items + step_number * s->words;
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
static void close_sets(const sets *s) {
  for (bool grows = true; grows;) {
    grows = false;
    for (size_t i = s->from->count; i-- > 0;) {
      const step *item = &s->from->steps[i];
      uint64_t *set = follows_of(s, i);
      if (step_is_free(item)) {
        grows = join(set, follows_of(s, item->to), s->words) || grows;
      }
      if (item->kind == STEP_SPLIT) {
        grows = join(set, follows_of(s, item->other), s->words) || grows;
      }
    }
  }
}

/* Matching asks where it begins and what stands behind a step that takes a piece; points are asked
 * for by who looks at what a match needs. */
static bool is_asked_for(const draft *from, size_t step_number) {
  bool is_point = step_number == 0 || !step_is_free(&from->steps[step_number - 1]);
  for (size_t i = 0; i < from->point_count; i++) {
    is_point = is_point || from->points[i] == step_number;
  }
  return is_point;
}

/* Many steps share their set with another: the places of a choice go on alike. */
static size_t number_sets(const sets *s, uint16_t *numbers) {
  const size_t bytes = s->words * sizeof *s->items;
  size_t count = 1; /* 0 is that of the numbered literals */
  for (size_t i = 0; i < s->from->count; i++) {
    size_t same = is_asked_for(s->from, i) ? 0 : i;
    while (same < i &&
           (numbers[same] == 0 || memcmp(follows_of(s, same), follows_of(s, i), bytes) != 0)) {
      same++;
    }
    if (same < i) {
      numbers[i] = numbers[same];
    } else if (is_asked_for(s->from, i)) {
      numbers[i] = (uint16_t)count++;
    }
  }
  return count;
}

static wi_pattern head_of(const sets *s, size_t set_count) {
  const draft *from = s->from;
  const size_t unit = sizeof(uint64_t);
  const size_t size = sizeof(wi_pattern) + set_count * s->words * unit +
                      from->count * (sizeof(step) + sizeof(uint16_t)) + from->pool_len;
  wi_pattern head = {.size = (uint32_t)((size + unit - 1) / unit * unit),
                     .count = (uint16_t)from->count,
                     .words = (uint16_t)s->words,
                     .set_count = (uint16_t)set_count,
                     .pool_len = (uint16_t)from->pool_len,
                     .point_count = (uint16_t)from->point_count};
  memcpy(head.points, from->points, sizeof head.points);
  return head;
}

static void fill(wi_pattern *pattern, const sets *s, const uint16_t *numbers) {
  const draft *from = s->from;
  char *block = (char *)pattern;
  for (size_t i = 0; i < from->count; i++) {
    if (numbers[i] != 0) {
      char *set = block + ((const char *)pattern_set(pattern, numbers[i]) - block);
      memcpy(set, follows_of(s, i), s->words * sizeof *s->items);
    }
  }
  const size_t steps = (size_t)((const char *)pattern_steps(pattern) - block);
  memcpy(block + steps, from->steps, from->count * sizeof(step));
  const size_t at = steps + from->count * sizeof(step);
  memcpy(block + at, numbers, from->count * sizeof *numbers);
  memcpy(block + at + from->count * sizeof *numbers, from->pool, from->pool_len);
}

static wi_pattern *make_block(const sets *s, uint16_t *numbers) {
  const wi_pattern head = head_of(s, number_sets(s, numbers));
  wi_pattern *pattern = wi_mem_new(head.size, 1);
  if (pattern != NULL) {
    *pattern = head;
    fill(pattern, s, numbers);
  }
  return pattern;
}

wi_pattern *wi_pattern_of(const draft *from) {
  sets s = {.from = from, .words = (from->count + SET_BITS - 1) / SET_BITS};
  uint16_t *numbers = wi_mem_new(from->count, sizeof *numbers);
  wi_pattern *pattern = NULL;
  s.items = wi_mem_new(from->count * s.words, sizeof *s.items);
  if (s.items != NULL && numbers != NULL) {
    for (size_t i = 0; i < from->count; i++) {
      if (!step_is_free(&from->steps[i])) {
        put(follows_of(&s, i), i);
      }
    }
    close_sets(&s);
    pattern = make_block(&s, numbers);
  }
  wi_mem_free(s.items);
  wi_mem_free(numbers);
  return pattern;
}

void wi_pattern_free(wi_pattern *pattern) {
  wi_mem_free(pattern);
}

size_t wi_pattern_size(const wi_pattern *pattern) {
  return pattern->size;
}

bool wi_pattern_number(wi_pattern *pattern, wi_pattern_number_fn fn, void *payload) {
  char *block = (char *)pattern;
  for (size_t i = 0; i < pattern->count; i++) {
    const step *item = &pattern_steps(pattern)[i];
    uint32_t number = 0;
    if ((item->kind == STEP_WORD || item->kind == STEP_EXACT) &&
        !fn(payload, (wi_str){pattern_pool(pattern) + item->literal, item->literal_len}, &number)) {
      return false;
    }
    if (number != 0 && number <= UINT16_MAX) {
      step numbered = *item;
      numbered.word = (uint16_t)number;
      memcpy(block + ((const char *)item - block), &numbered, sizeof numbered);
      void *literals = block + sizeof *pattern;
      put(literals, i);
    }
  }
  return true;
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
    return (wi_pattern_taker){{pattern_pool(pattern) + item->literal, item->literal_len}, 0};
  }
  const bool is_class = item->kind == STEP_CLASS;
  return (wi_pattern_taker){{NULL, 0}, is_class ? flags_of((piece_class)item->class_of) : 0};
}

bool wi_pattern_taker_next(const wi_pattern *pattern, size_t point, size_t *at,
                           wi_pattern_taker *out) {
  const uint64_t *set = pattern_follows(pattern, pattern->points[point]);
  for (; *at < pattern->count; (*at)++) {
    if (has_step(set, *at)) {
      *out = taker_of(pattern, &pattern_steps(pattern)[(*at)++]);
      return true;
    }
  }
  return false;
}

/* A step takes a piece, and the match may end behind it. */
static bool is_last(const wi_pattern *pattern, size_t step_number) {
  const size_t last = (size_t)pattern->count - 1;
  return step_number < last && !step_is_free(&pattern_steps(pattern)[step_number]) &&
         has_step(pattern_follows(pattern, step_number + 1), last);
}

/* ... or another such step may follow. */
static bool is_before_last(const wi_pattern *pattern, size_t step_number) {
  const size_t last = (size_t)pattern->count - 1;
  if (step_number >= last || step_is_free(&pattern_steps(pattern)[step_number])) {
    return false;
  }
  const uint64_t *behind = pattern_follows(pattern, step_number + 1);
  for (size_t i = 0; i < last; i++) {
    if (has_step(behind, i) && is_last(pattern, i)) {
      return true;
    }
  }
  return false;
}

bool wi_pattern_last_next(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out) {
  for (; *at < pattern->count; (*at)++) {
    if (is_last(pattern, *at)) {
      *out = taker_of(pattern, &pattern_steps(pattern)[(*at)++]);
      return true;
    }
  }
  return false;
}

bool wi_pattern_before_next(const wi_pattern *pattern, size_t *at, wi_pattern_taker *out) {
  for (; *at < pattern->count; (*at)++) {
    if (is_before_last(pattern, *at)) {
      *out = taker_of(pattern, &pattern_steps(pattern)[(*at)++]);
      return true;
    }
  }
  return false;
}

/* Passes the pieces before step i on to where it leads; false if that lies behind. */
static bool pass_on(const wi_pattern *pattern, size_t *pieces, size_t i) {
  const step *item = &pattern_steps(pattern)[i];
  const bool is_split = item->kind == STEP_SPLIT;
  const size_t after = pieces[i] + 1;
  if (!step_is_free(item)) {
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
