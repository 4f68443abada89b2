/* How alike two documents are, and by which terms. */
#ifndef WARTA_SIMILARITY_H
#define WARTA_SIMILARITY_H

#include <stddef.h>

#include <warta/export.h>
#include <warta/vector.h>

WARTA_BEGIN_DECLS

/* Likeness of two vectors of the same vocabulary: 0 (no shared term) to 1, the weighted sum of the
 * cosines of their parts (<warta/vector.h>). Symmetric to the last bit. Time: the sum of their
 * entries. */
WARTA_EXPORT double warta_similarity(const warta_vector *a, const warta_vector *b);

typedef struct warta_shared_term {
  const char *term; /* borrowed until the vocabulary is freed; not NUL-terminated */
  size_t len;
  double part; /* this term's share of the score; all parts add up to the score */
  double opening; /* of part, what comes from the openings of both */
} warta_shared_term;

/* Writes the shared terms with the largest parts, at most `size` of them, largest first, ties by
 * bytes. Returns how many there are in all. */
WARTA_EXPORT size_t warta_similarity_shared(const warta_vector *a, const warta_vector *b,
                                            warta_shared_term *rows, size_t size);

WARTA_END_DECLS

#endif
