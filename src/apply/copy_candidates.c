#include "copy_candidates.h"

#include <stdlib.h>

#include "mem.h"
#include "shingles.h"

/* A sampled shingle and the article that it stands in. */
typedef struct posting {
  uint64_t hash;
  uint32_t article;
  bool is_alone; /* the article has no second one to share */
} posting;

typedef struct posting_array {
  posting *items;
  size_t count;
  size_t capacity;
} posting_array;

/* Shared shingles that make a candidate: one alone is often a phrase ("presiden joko widodo"). */
enum { SHARED_LEAST = 2 };
/* Beyond it a shingle joins neighbours only. */
enum { ALL_PAIRS_MOST = 32 };

static bool add_sample(posting_array *postings, const wi_shingle_set *set, uint32_t article) {
  const size_t sample = wi_shingle_sample(set);
  for (size_t i = 0; i < sample; i++) {
    if (!wi_mem_grow(&postings->items, &postings->capacity, postings->count,
                     sizeof *postings->items)) {
      return false;
    }
    postings->items[postings->count++] = (posting){set->hashes[i], article, sample < SHARED_LEAST};
  }
  return true;
}

static bool sample_all(posting_array *postings, const wi_copy_article *articles, size_t count) {
  size_t most = 0;
  for (size_t i = 0; i < count; i++) {
    const size_t own = wi_shingle_most(articles[i].count, WI_SHINGLE_TERMS);
    most = own > most ? own : most;
  }
  wi_shingle_set set = {wi_mem_new(most, sizeof *set.hashes), 0};
  bool is_done = set.hashes != NULL;
  for (size_t i = 0; i < count && is_done; i++) {
    const wi_term_run run = {articles[i].terms, articles[i].count};
    set.count = wi_shingle_collect(set.hashes, run, WI_SHINGLE_TERMS);
    is_done = add_sample(postings, &set, (uint32_t)i);
  }
  wi_mem_free(set.hashes);
  return is_done;
}

static int by_hash(const void *left, const void *right) {
  const posting *a = left;
  const posting *b = right;
  if (a->hash != b->hash) {
    return a->hash < b->hash ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

static int by_articles(const void *left, const void *right) {
  const wi_copy_candidate *a = left;
  const wi_copy_candidate *b = right;
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

static bool add_meeting(wi_copy_candidate_array *out, const posting *a, const posting *b) {
  const size_t times = a->is_alone || b->is_alone ? SHARED_LEAST : 1;
  for (size_t i = 0; i < times; i++) {
    if (!wi_mem_grow(&out->items, &out->capacity, out->count, sizeof *out->items)) {
      return false;
    }
    out->items[out->count++] = (wi_copy_candidate){a->article, b->article};
  }
  return true;
}

/* The postings of one shingle, in order of articles. */
static bool pair_up(wi_copy_candidate_array *out, const posting *items, size_t count) {
  for (size_t i = 0; i < count; i++) {
    const size_t end = count > ALL_PAIRS_MOST && i + 2 < count ? i + 2 : count;
    for (size_t k = i + 1; k < end; k++) {
      if (!add_meeting(out, &items[i], &items[k])) {
        return false;
      }
    }
  }
  return true;
}

static bool pair_all(wi_copy_candidate_array *out, const posting_array *postings) {
  size_t start = 0;
  while (start < postings->count) {
    size_t end = start + 1;
    while (end < postings->count && postings->items[end].hash == postings->items[start].hash) {
      end++;
    }
    if (!pair_up(out, postings->items + start, end - start)) {
      return false;
    }
    start = end;
  }
  return true;
}

/* Keeps one of each pair that met often enough. */
static void keep_shared(wi_copy_candidate_array *out) {
  size_t kept = 0;
  size_t start = 0;
  while (start < out->count) {
    size_t end = start + 1;
    while (end < out->count && by_articles(&out->items[start], &out->items[end]) == 0) {
      end++;
    }
    if (end - start >= SHARED_LEAST) {
      out->items[kept++] = out->items[start];
    }
    start = end;
  }
  out->count = kept;
}

bool wi_copy_candidates_find(wi_copy_candidate_array *out, const wi_copy_article *articles,
                             size_t count) {
  posting_array postings = {NULL, 0, 0};
  bool is_done = sample_all(&postings, articles, count);
  if (is_done && postings.count > 1) {
    qsort(postings.items, postings.count, sizeof *postings.items, by_hash);
  }
  is_done = is_done && pair_all(out, &postings);
  wi_mem_free(postings.items);
  if (is_done && out->count > 1) {
    qsort(out->items, out->count, sizeof *out->items, by_articles);
  }
  keep_shared(out);
  return is_done;
}
