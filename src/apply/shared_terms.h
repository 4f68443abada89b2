/* The terms that two lists of weighted terms share: their sum, and those with the largest parts. */
#ifndef WI_SHARED_TERMS_H
#define WI_SHARED_TERMS_H

#include <stddef.h>
#include <stdint.h>

#include <warta/similarity.h>
#include <warta/vector.h>

/* Slots of terms (vector.h) rising, and their weights. In a vector they lie together in its
 * entries, in an index apart; the steps are in bytes. */
typedef struct wi_term_list {
  const char *terms; /* uint32_t */
  const char *weights; /* double */
  size_t term_step;
  size_t weight_step;
  size_t count;
} wi_term_list;

/* The sum of products over the shared terms; the same for (a, b) and (b, a), and for any numbering
 * of the terms. */
double wi_shared_sum(wi_term_list a, wi_term_list b);

/* As warta_similarity_shared. */
size_t wi_shared_best(const warta_vocab *vocab, wi_term_list a, wi_term_list b,
                      warta_shared_term *rows, size_t size);

#endif
