/* Articles that share sampled shingles with a document. */
#include <stdlib.h>

#include "archive_data.h"
#include "mem.h"
#include "sampled.h"
#include "shingles.h"
#include "status.h"

/* As in warta_nearcopy: two shared, or one where an article has no second; and a shingle of more
 * articles joins the last of them only. */
enum { SHARED_LEAST = 2, ALL_MOST = 32 };

typedef struct meeting {
  uint32_t *articles;
  size_t count;
  size_t capacity;
} meeting;

static bool meet(warta_archive *archive, meeting *all, uint32_t article) {
  if (!wi_mem_grow(&all->articles, &all->capacity, all->count, sizeof *all->articles)) {
    return wi_db_no_memory(archive->db);
  }
  all->articles[all->count++] = article;
  return true;
}

/* Adds the live articles of the key. */
static bool look_up(warta_archive *archive, wi_run_cursor *cursor, uint64_t key, meeting *all) {
  wi_posting posting;
  bool is_damaged = false;
  if (cursor->is_at_end) {
    return true;
  }
  if (!wi_run_seek(cursor, key)) {
    return false;
  }
  while (!cursor->is_at_end && cursor->key == key) {
    while (wi_run_article(cursor, &posting, &is_damaged)) {
      if (archive->lengths[posting.article].is_live && !meet(archive, all, posting.article)) {
        return false;
      }
    }
    if (is_damaged || !wi_run_next(cursor)) {
      return false;
    }
  }
  return true;
}

static bool look_up_all(warta_archive *archive, const uint64_t *hashes, size_t count,
                        meeting *all) {
  wi_run_cursor *cursors = wi_mem_new(archive->segment_count, sizeof *cursors);
  if (cursors == NULL) {
    return wi_db_no_memory(archive->db);
  }
  bool is_done = true;
  for (size_t i = 0; i < archive->segment_count && is_done; i++) {
    wi_run_open(&cursors[i], archive->db, WI_RUN_SHINGLES, &archive->segments[i]);
  }
  for (size_t k = 0; k < count && is_done; k++) {
    const size_t before = all->count;
    const uint64_t key = wi_shingle_key(hashes[k]);
    if (k > 0 && key == wi_shingle_key(hashes[k - 1])) {
      continue;
    }
    for (size_t i = 0; i < archive->segment_count && is_done; i++) {
      is_done = look_up(archive, &cursors[i], key, all);
    }
    if (all->count - before > ALL_MOST) {
      all->articles[before] = all->articles[all->count - 1];
      all->count = before + 1;
    }
  }
  wi_mem_free(cursors);
  return is_done;
}

static int by_article(const void *left, const void *right) {
  const uint32_t *a = left;
  const uint32_t *b = right;
  return (*a > *b) - (*a < *b);
}

/* Those that met often enough, in order. */
static size_t keep_shared(const warta_archive *archive, const meeting *all, bool is_alone,
                          warta_archive_numbers *out) {
  size_t kept = 0;
  for (size_t start = 0; start < all->count;) {
    const uint32_t article = all->articles[start];
    size_t end = start;
    while (end < all->count && all->articles[end] == article) {
      end++;
    }
    const bool is_other_alone = archive->lengths[article].body <= WI_SHINGLE_TERMS;
    if (end - start >= SHARED_LEAST || is_alone || is_other_alone) {
      if (kept < out->size) {
        out->numbers[kept] = article;
      }
      kept++;
    }
    start = end;
  }
  return kept;
}

warta_status warta_archive_candidates(size_t *count, warta_archive *archive,
                                      const warta_document *document,
                                      const warta_archive_numbers *room, warta_error *error) {
  uint64_t *hashes = NULL;
  size_t hash_count = 0;
  meeting all = {NULL, 0, 0};
  warta_archive_numbers out = *room;
  *count = 0;
  wi_status_clear(error);
  bool is_done = wi_archive_begin_read(archive) && wi_archive_load_lengths(archive);
  if (is_done && !wi_sampled_shingles(&hashes, &hash_count, document)) {
    is_done = wi_db_no_memory(archive->db);
  }
  is_done = is_done && look_up_all(archive, hashes, hash_count, &all);
  if (is_done) {
    if (all.count > 1) {
      qsort(all.articles, all.count, sizeof *all.articles, by_article);
    }
    *count = keep_shared(archive, &all, hash_count < SHARED_LEAST, &out);
  }
  wi_mem_free(all.articles);
  wi_mem_free(hashes);
  return is_done ? WARTA_OK : wi_archive_fail(archive, error);
}
