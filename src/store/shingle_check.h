/* Whether the shingles that an archive stores are those that its articles' records give. */
#ifndef WI_SHINGLE_CHECK_H
#define WI_SHINGLE_CHECK_H

#include <stdbool.h>
#include <stdint.h>

#include "archive_data.h"

/* By article: what its record asks for, less what is stored. Order does not matter, and nothing may
 * be missing, double or foreign: a sum of scattered keys, 0 if all is right. */
typedef struct wi_shingle_check {
  warta_archive *archive;
  uint64_t *sums;
} wi_shingle_check;

/* Room for all articles of the archive; false: the reason is in the database. */
bool wi_shingle_check_open(wi_shingle_check *check, warta_archive *archive);
void wi_shingle_check_free(wi_shingle_check *check);

/* What the record of the article asks for. The archive's record at hand is another afterwards. */
bool wi_shingle_check_expect(wi_shingle_check *check, uint32_t article);
void wi_shingle_check_take(wi_shingle_check *check, uint32_t article, uint64_t key);

/* Behind all the others. A segment keeps WI_SHINGLE_ARTICLES articles of a shingle, the last ones:
 * what earlier articles lack for that reason is taken out of their sums. */
bool wi_shingle_check_pardon(wi_shingle_check *check, const wi_segment *segment);

#endif
