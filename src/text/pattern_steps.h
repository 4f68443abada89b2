/* A compiled pattern: steps, as of a small machine that runs all readings side by side.
 *
 * For the two halves of the module: pattern.c makes the steps, pattern_match.c runs them. */
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
  uint32_t word; /* the literal's number, 0: none */
} step;

/* Points of a sequence that are kept; later ones are left out. */
enum { POINTS_MAX = 24 };
/* Words of a set of steps. */
enum { SET_BITS = 64, SET_WORDS = (WI_PATTERN_STEPS_MAX + 1 + SET_BITS - 1) / SET_BITS };

struct wi_pattern {
  step *steps;
  size_t count; /* the last one is the only one that matches */
  uint64_t *follows; /* for each step a set of `words` words: the steps that take a piece, or match,
                        which are reached from it without a piece */
  size_t words;
  uint64_t literals[SET_WORDS]; /* the numbered literals, as a set */
  char *pool;
  size_t pool_len;
  uint16_t points[POINTS_MAX]; /* steps that every match comes to, the first one among them */
  size_t point_count;
  bool has_choice; /* outside of all brackets */
};

/* Makes the sets of a pattern whose steps are complete. False: no memory. */
bool wi_pattern_prepare(wi_pattern *pattern);

#endif
