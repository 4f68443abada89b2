/* Documents as weighted term vectors over a shared vocabulary. */
#ifndef WARTA_VECTOR_H
#define WARTA_VECTOR_H

#include <stddef.h>
#include <stdint.h>

#include <warta/df.h>
#include <warta/document.h>
#include <warta/export.h>
#include <warta/status.h>

WARTA_BEGIN_DECLS

/* A vocabulary gives each term a number, in order of first use. Owned; one writer at a time. */
typedef struct warta_vocab warta_vocab;
WARTA_EXPORT WARTA_NODISCARD warta_status warta_vocab_open(warta_vocab **out, warta_error *error);
WARTA_EXPORT void warta_vocab_free(warta_vocab *vocab);

/* A vector is owned; free with warta_vector_free. The vocabulary must outlive it. */
typedef struct warta_vector warta_vector;

/* Weights: (1 + ln tf) * idf, idf = ln((1 + N) / (1 + df)) + 1 (smoothed as in scikit-learn),
 * capped at WARTA_IDF_MAX so that rare and unseen terms do not run away; then L2 length 1. The
 * terms of a headline count as in the body. Errors: WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_vector_build(warta_vector **out, warta_vocab *vocab,
                                                             const warta_document *document,
                                                             const warta_df *background,
                                                             warta_error *error);
WARTA_EXPORT void warta_vector_free(warta_vector *vector);

#define WARTA_IDF_MAX 5.0

typedef struct warta_vector_entry {
  const char *term; /* borrowed until the vocabulary is freed; not NUL-terminated */
  size_t len;
  uint32_t tf;
  double weight;
} warta_vector_entry;

/* Entries in order of the vocabulary's numbers. */
WARTA_EXPORT size_t warta_vector_count(const warta_vector *vector);
WARTA_EXPORT warta_vector_entry warta_vector_at(const warta_vector *vector, size_t index);

WARTA_END_DECLS

#endif
