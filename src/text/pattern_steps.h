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
} step;

/* Points of a sequence that are kept; later ones are left out. */
enum { POINTS_MAX = 24 };

struct wi_pattern {
  step *steps;
  size_t count;
  uint16_t *entries; /* steps that take a piece, or match, reached from step i without a piece: */
  uint32_t *entry_starts; /* entries[entry_starts[i]] up to that of i + 1 */
  char *pool;
  size_t pool_len;
  uint16_t points[POINTS_MAX]; /* steps that every match comes to, the first one among them */
  size_t point_count;
  bool has_choice; /* outside of all brackets */
};

/* Fills the entries of a pattern whose steps are complete. False: no memory. */
bool wi_pattern_prepare(wi_pattern *pattern);

#endif
