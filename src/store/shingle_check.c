#include "shingle_check.h"

#include "mem.h"
#include "sampled.h"

/* Keys are the tops of hashes, but neighbours among them must not cancel each other out. */
static uint64_t scattered(uint64_t key) {
  uint64_t x = (key + 1) * UINT64_C(0x9E3779B97F4A7C15);
  x = (x ^ x >> 32) * UINT64_C(0xBF58476D1CE4E5B9);
  return x ^ x >> 29;
}

bool wi_shingle_check_open(wi_shingle_check *check, warta_archive *archive) {
  check->archive = archive;
  check->sums = wi_mem_new(archive->counts.next_article, sizeof *check->sums);
  return check->sums != NULL || wi_db_no_memory(archive->db);
}

void wi_shingle_check_free(wi_shingle_check *check) {
  wi_mem_free(check->sums);
}

/* The keys that the article's record gives, sorted, each once; *keys is owned. */
static bool make_keys(warta_archive *archive, uint32_t article, uint64_t **keys, size_t *count) {
  warta_document *document = NULL;
  bool is_there = false;
  *keys = NULL;
  *count = 0;
  if (!wi_archive_make_document(&document, archive, article, &is_there)) {
    return false;
  }
  if (!is_there) {
    return true;
  }
  size_t hashes = 0;
  const bool is_done = wi_sampled_shingles(keys, &hashes, document);
  warta_document_free(document);
  if (!is_done) {
    return wi_db_no_memory(archive->db);
  }
  for (size_t i = 0; i < hashes; i++) {
    const uint64_t key = wi_shingle_key((*keys)[i]);
    if (*count == 0 || (*keys)[*count - 1] != key) {
      (*keys)[(*count)++] = key;
    }
  }
  return true;
}

bool wi_shingle_check_expect(wi_shingle_check *check, uint32_t article) {
  uint64_t *keys = NULL;
  size_t count = 0;
  if (!make_keys(check->archive, article, &keys, &count)) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    check->sums[article] += scattered(keys[i]);
  }
  wi_mem_free(keys);
  return true;
}

void wi_shingle_check_take(wi_shingle_check *check, uint32_t article, uint64_t key) {
  check->sums[article] -= scattered(key);
}

/* Whether the article stands at the key, and how many later ones that are still there. */
typedef struct found {
  bool is_there;
  uint32_t later;
} found;

static bool look_up(const warta_archive *archive, wi_run_cursor *cursor, uint64_t key,
                    uint32_t article, found *out) {
  *out = (found){false, 0};
  if (!wi_run_seek(cursor, key)) {
    return false;
  }
  while (!cursor->is_at_end && cursor->key == key) {
    wi_posting posting;
    bool is_damaged = false;
    while (wi_run_article(cursor, &posting, &is_damaged)) {
      out->is_there |= posting.article == article;
      out->later += posting.article > article && archive->lengths[posting.article].is_live;
    }
    if (is_damaged || !wi_run_next(cursor)) {
      return false;
    }
  }
  return true;
}

/* Each article that took the place of this one came later, and is still there or was deleted. */
static bool pardon(wi_shingle_check *check, wi_run_cursor *cursor, uint32_t article,
                   uint32_t later_dead) {
  uint64_t *keys = NULL;
  size_t count = 0;
  bool is_done = make_keys(check->archive, article, &keys, &count);
  for (size_t i = 0; i < count && is_done; i++) {
    found at;
    is_done = look_up(check->archive, cursor, keys[i], article, &at);
    if (is_done && !at.is_there && at.later + later_dead >= WI_SHINGLE_ARTICLES) {
      check->sums[article] -= scattered(keys[i]);
    }
  }
  wi_mem_free(keys);
  return is_done;
}

bool wi_shingle_check_pardon(wi_shingle_check *check, const wi_segment *segment) {
  warta_archive *archive = check->archive;
  wi_run_cursor *cursor = wi_mem_new(1, sizeof *cursor);
  if (cursor == NULL) {
    return wi_db_no_memory(archive->db);
  }
  bool is_done = true;
  uint32_t later_dead = 0;
  for (uint32_t i = segment->last; i >= segment->first && is_done; i--) {
    if (!archive->lengths[i].is_live) {
      later_dead++;
    } else if (check->sums[i] != 0) {
      wi_run_open(cursor, archive->db, WI_RUN_SHINGLES, segment);
      is_done = pardon(check, cursor, i, later_dead);
    }
  }
  wi_mem_free(cursor);
  return is_done;
}
