/* Results: numbers and scores first, then names, then order. */
#ifndef WI_HITS_H
#define WI_HITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <warta/archive.h>

typedef struct wi_hit {
  uint32_t number;
  double score;
} wi_hit;

typedef struct wi_hit_array {
  wi_hit *items;
  size_t count;
  size_t capacity;
} wi_hit_array;

/* False: no memory. */
bool wi_hits_add(wi_hit_array *hits, wi_hit hit);
/* scores[0] is the least of the best `count` so far, all 0 at first: a score over it takes its
 * place. */
void wi_best_offer(double *scores, size_t count, double score);
/* Puts the `count` best in front, best first, ties by number; and leaves all that tie with the last
 * of them behind it. Returns how many are left. */
size_t wi_hits_keep_best(wi_hit_array *hits, size_t count);
/* Looks up the names, sorts by score and id, and keeps `limit`. False: the reason is in the
 * archive's database. */
bool wi_hits_name(warta_archive_hits **out, warta_archive *archive, const wi_hit_array *hits,
                  size_t limit);

#endif
