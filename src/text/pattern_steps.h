/* A compiled pattern: steps, as of a small machine that runs all readings side by side.
 *
 * For the parts of the module: pattern.c reads a source into steps, pattern_sets.c makes the sets
 * and the block, pattern_match.c runs it. */
#ifndef WI_PATTERN_STEPS_H
#define WI_PATTERN_STEPS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "pattern.h"
#include "pieces.h"

typedef enum step_kind {
  STEP_WORD, /* a literal, letters in any case */
  STEP_EXACT, /* a literal as it is */
  STEP_CLASS,
  STEP_SPLIT, /* go on at both targets */
  STEP_JUMP,
  STEP_MATCH
} step_kind;

typedef enum piece_class {
  CLASS_ANY,
  CLASS_NAME,
  CLASS_CAPS,
  CLASS_WORD,
  CLASS_NUMBER,
  CLASS_MONTH,
  CLASS_DAY,
  CLASS_DOMAIN,
  CLASS_URL,
  CLASS_TAG,
  CLASS_DASH,
  CLASS_SHORT,
  CLASS_IMAGE,
  CLASS_TITLE,
  CLASS_PROPER
} piece_class;

typedef struct step {
  uint8_t kind;
  uint8_t class_of;
  uint16_t to;
  uint16_t other;
  uint16_t literal; /* into the pool */
  uint16_t literal_len;
  uint16_t word; /* the literal's number, 0: none */
} step;

/* Words of a set of steps. */
enum { SET_BITS = 64, SET_WORDS = (WI_PATTERN_STEPS_MAX + 1 + SET_BITS - 1) / SET_BITS };
/* The literals of a pattern, in bytes. */
enum { POOL_MAX = 8192 };

/* A pattern while it is read. */
typedef struct draft {
  step *steps;
  size_t count;
  char *pool;
  size_t pool_len;
  uint16_t
      points[WI_PATTERN_POINTS_MAX]; /* steps that every match comes to, the first one among them */
  size_t point_count;
  bool has_choice; /* outside of all brackets */
} draft;

/* One block without a pointer in it, so that it can lie in a file: behind this head the sets, the
 * steps, the set of each step, the pool. */
struct wi_pattern {
  uint32_t size; /* of the whole block, a multiple of eight */
  uint16_t count; /* steps; the last one is the only one that matches */
  uint16_t words; /* of a set */
  uint16_t set_count; /* number 0: the numbered literals */
  uint16_t pool_len;
  uint16_t point_count;
  uint16_t points[WI_PATTERN_POINTS_MAX];
  uint16_t reserved;
};

static inline const uint64_t *pattern_set(const wi_pattern *pattern, size_t set) {
  const void *sets = pattern + 1;
  return (const uint64_t *)sets + set * pattern->words;
}

static inline const step *pattern_steps(const wi_pattern *pattern) {
  const void *steps = pattern_set(pattern, pattern->set_count);
  return steps;
}

static inline const uint16_t *pattern_set_numbers(const wi_pattern *pattern) {
  const void *numbers = pattern_steps(pattern) + pattern->count;
  return numbers;
}

static inline const char *pattern_pool(const wi_pattern *pattern) {
  const void *pool = pattern_set_numbers(pattern) + pattern->count;
  return pool;
}

/* The steps that take a piece, or match, which are reached from a step without a piece. */
static inline const uint64_t *pattern_follows(const wi_pattern *pattern, size_t step_number) {
  return pattern_set(pattern, pattern_set_numbers(pattern)[step_number]);
}

static inline bool step_is_free(const step *item) {
  return item->kind == STEP_SPLIT || item->kind == STEP_JUMP;
}

/* The block of a pattern whose steps are complete; NULL: no memory. */
wi_pattern *wi_pattern_of(const draft *from);

#endif
