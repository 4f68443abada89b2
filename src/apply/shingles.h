/* Shingles: runs of three content terms as hashes, sampled to find articles that share wording, and
 * in full to say how far one article is contained in another.
 *
 * Over content terms, not words: an editor who changes "mengatakan" to "ujar" or "namun" to "akan
 * tetapi" breaks every run of words around it, and no run of content terms. Three terms reach over
 * some five words.
 */
#ifndef WI_SHINGLES_H
#define WI_SHINGLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { WI_SHINGLE_TERMS = 3 };

/* Hashes of terms in the order of the text. */
typedef struct wi_term_run {
  const uint64_t *terms;
  size_t count;
} wi_term_run;

/* A sorted set of shingle hashes. */
typedef struct wi_shingle_set {
  uint64_t *hashes;
  size_t count;
} wi_shingle_set;

/* How many there are at most: one for each place where `size` terms follow. */
size_t wi_shingle_most(size_t terms, size_t size);
/* Writes the distinct shingles, sorted, to `hashes`, which has room for wi_shingle_most of them;
 * returns their number. */
size_t wi_shingle_collect(uint64_t *hashes, wi_term_run run, size_t size);
/* How many of the sorted set are its sample: the lowest, as a sample must hold the same shingles
 * in every article. */
size_t wi_shingle_sample(const wi_shingle_set *set);

/* How many terms of the run stand in a shingle that is in the set. */
size_t wi_shingle_cover(wi_term_run run, const wi_shingle_set *set, size_t size);

#endif
