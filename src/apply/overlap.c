#include "overlap.h"

#include <string.h>

/* Walks over all rows of words in a phrase. */
typedef struct row_walk {
  wi_str phrase;
  size_t start;
  size_t end; /* of the row given last */
} row_walk;

static size_t word_end(wi_str phrase, size_t at) {
  const char *space = at < phrase.len ? memchr(phrase.ptr + at, ' ', phrase.len - at) : NULL;
  return space == NULL ? phrase.len : (size_t)(space - phrase.ptr);
}

static bool next_row(row_walk *walk, wi_str *row) {
  if (walk->end == walk->phrase.len && walk->end > 0) {
    walk->start = word_end(walk->phrase, walk->start) + 1;
    walk->end = walk->start;
  } else if (walk->end > 0) {
    walk->end++;
  }
  if (walk->start >= walk->phrase.len) {
    return false;
  }
  walk->end = word_end(walk->phrase, walk->end);
  *row = wi_str_slice(walk->phrase, walk->start, walk->end);
  return true;
}

wi_overlap wi_overlap_make(void) {
  return (wi_overlap){wi_strmap_make(), wi_strmap_make()};
}

void wi_overlap_reset(wi_overlap *taken) {
  wi_strmap_reset(&taken->wholes);
  wi_strmap_reset(&taken->parts);
}

void wi_overlap_free(wi_overlap *taken) {
  wi_strmap_free(&taken->wholes);
  wi_strmap_free(&taken->parts);
}

bool wi_overlap_clashes(const wi_overlap *taken, wi_str phrase) {
  if (wi_strmap_find(&taken->parts, phrase) != WI_STRMAP_NONE) {
    return true;
  }
  row_walk walk = {phrase, 0, 0};
  wi_str row;
  while (next_row(&walk, &row)) {
    if (wi_strmap_find(&taken->wholes, row) != WI_STRMAP_NONE) {
      return true;
    }
  }
  return false;
}

bool wi_overlap_add(wi_overlap *taken, wi_str phrase) {
  uint32_t id = 0;
  row_walk walk = {phrase, 0, 0};
  wi_str row;
  while (next_row(&walk, &row)) {
    if (!wi_strmap_add(&taken->parts, row, &id)) {
      return false;
    }
  }
  return wi_strmap_add(&taken->wholes, phrase, &id);
}
