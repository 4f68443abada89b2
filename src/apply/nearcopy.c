#include <warta/nearcopy.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "copy_article.h"
#include "copy_candidates.h"
#include "mem.h"
#include "status.h"

struct warta_nearcopy {
  warta_nearcopy_options options;
  warta_vocab *vocab;
  wi_copy_article *articles; /* sorted by id once they are compared */
  size_t count;
  size_t capacity;
  warta_copy_pair *pairs;
  size_t pair_count;
  size_t pair_capacity;
  size_t candidates;
  uint32_t *originals; /* by group - 1 */
  uint32_t groups;
};

static bool is_share(double value) {
  return value >= 0.0 && value <= 1.0;
}

warta_status warta_nearcopy_open(warta_nearcopy **out, const warta_nearcopy_options *options,
                                 warta_error *error) {
  static const warta_nearcopy_options DEFAULTS = WARTA_NEARCOPY_OPTIONS_INIT;
  *out = NULL;
  wi_status_clear(error);
  const warta_nearcopy_options *chosen = options == NULL ? &DEFAULTS : options;
  if (!is_share(chosen->copy) || !is_share(chosen->shared)) {
    return wi_status_fail(error, WARTA_MSG_OPTION_RANGE, "copy, shared");
  }
  warta_nearcopy *set = wi_mem_new(1, sizeof *set);
  if (set == NULL) {
    return wi_status_no_memory(error);
  }
  set->options = *chosen;
  const warta_status status = warta_vocab_open(&set->vocab, error);
  if (status != WARTA_OK) {
    wi_mem_free(set);
    return status;
  }
  *out = set;
  return WARTA_OK;
}

static void forget_results(warta_nearcopy *set) {
  wi_mem_free(set->pairs);
  wi_mem_free(set->originals);
  set->pairs = NULL;
  set->originals = NULL;
  set->pair_count = 0;
  set->pair_capacity = 0;
  set->candidates = 0;
  set->groups = 0;
}

void warta_nearcopy_free(warta_nearcopy *set) {
  if (set == NULL) {
    return;
  }
  forget_results(set);
  for (size_t i = 0; i < set->count; i++) {
    wi_copy_article_clear(&set->articles[i]);
  }
  wi_mem_free(set->articles);
  warta_vocab_free(set->vocab);
  wi_mem_free(set);
}

warta_status warta_nearcopy_add(warta_nearcopy *set, const warta_document *document, warta_text id,
                                warta_text date, warta_error *error) {
  wi_status_clear(error);
  if (set->count > INT32_MAX) {
    return wi_status_fail(error, WARTA_MSG_COUNT_TOO_LARGE, "articles");
  }
  if (!wi_mem_grow(&set->articles, &set->capacity, set->count, sizeof *set->articles)) {
    return wi_status_no_memory(error);
  }
  wi_copy_article article = {0};
  warta_status status =
      wi_copy_article_fill(&article, set->vocab, document, set->options.background, error);
  if (status != WARTA_OK) {
    return status;
  }
  article.id = wi_mem_new(id.len, 1);
  if (article.id == NULL) {
    wi_copy_article_clear(&article);
    return wi_status_no_memory(error);
  }
  if (id.len > 0) {
    memcpy(article.id, id.text, id.len);
  }
  article.id_len = id.len;
  article.date = wi_copy_date((wi_str){date.text, date.len});
  article.number = (uint32_t)set->count;
  set->articles[set->count++] = article;
  return WARTA_OK;
}

const char *warta_copy_verdict_name(warta_copy_verdict verdict) {
  switch (verdict) {
  case WARTA_COPY:
    return "copy";
  case WARTA_COPY_CUT:
    return "cut";
  case WARTA_COPY_FOLLOWUP:
    return "followup";
  }
  return "";
}

static bool fill_side(wi_copy_side *side, uint64_t **room, size_t *capacity,
                      const wi_copy_article *article) {
  const size_t most = wi_shingle_most(article->count, WI_SHINGLE_TERMS);
  if (*room == NULL || most > *capacity) {
    uint64_t *larger = wi_mem_resize(*room, most, sizeof *larger);
    if (larger == NULL) {
      return false;
    }
    *room = larger;
    *capacity = most;
  }
  side->article = article;
  side->shingles.hashes = *room;
  side->shingles.count =
      wi_shingle_collect(*room, (wi_term_run){article->terms, article->count}, WI_SHINGLE_TERMS);
  return true;
}

/* Candidates come sorted by a, whose shingles are kept for all of its own. The pairs name articles
 * by their place in the order of ids for now. */
static bool compare_candidates(warta_nearcopy *set, const wi_copy_candidate_array *candidates) {
  uint64_t *rooms[2] = {NULL, NULL};
  size_t capacities[2] = {0, 0};
  wi_copy_side a = {NULL, {NULL, 0}};
  wi_copy_side b = {NULL, {NULL, 0}};
  bool is_done = true;
  for (size_t i = 0; i < candidates->count && is_done; i++) {
    const wi_copy_candidate *candidate = &candidates->items[i];
    warta_copy_pair row = {candidate->a, candidate->b, 0, WARTA_COPY_FOLLOWUP, 0.0, 0.0, 0.0};
    const wi_copy_article *article_a = &set->articles[candidate->a];
    is_done = (a.article == article_a || fill_side(&a, &rooms[0], &capacities[0], article_a)) &&
              fill_side(&b, &rooms[1], &capacities[1], &set->articles[candidate->b]) &&
              wi_mem_grow(&set->pairs, &set->pair_capacity, set->pair_count, sizeof row);
    if (is_done && wi_copy_compare(&row, &a, &b, &set->options)) {
      set->pairs[set->pair_count++] = row;
    }
  }
  wi_mem_free(rooms[0]);
  wi_mem_free(rooms[1]);
  return is_done;
}

/* The smallest place of the set that `at` is in; halves the way for those who come after. */
static uint32_t find_root(uint32_t *parents, uint32_t at) {
  while (parents[at] != at) {
    parents[at] = parents[parents[at]];
    at = parents[at];
  }
  return at;
}

static bool stands_before(const wi_copy_article *a, const wi_copy_article *b) {
  if (a->date != b->date) {
    return a->date < b->date;
  }
  return a->date == UINT64_MAX && a->words > b->words;
}

/* Numbers the groups by their roots, which are their smallest places; `groups` is by place. */
static void number_groups(warta_nearcopy *set, uint32_t *parents, uint32_t *groups) {
  for (size_t i = 0; i < set->pair_count; i++) {
    const warta_copy_pair *row = &set->pairs[i];
    const uint32_t root = find_root(parents, row->a);
    const uint32_t other = find_root(parents, row->b);
    if (row->verdict != WARTA_COPY_FOLLOWUP && root != other) {
      parents[root > other ? root : other] = root > other ? other : root;
    }
  }
  for (size_t i = 0; i < set->pair_count; i++) {
    const warta_copy_pair *row = &set->pairs[i];
    if (row->verdict != WARTA_COPY_FOLLOWUP) {
      groups[row->a] = 1;
      groups[row->b] = 1;
    }
  }
  for (uint32_t i = 0; i < set->count; i++) {
    const uint32_t root = find_root(parents, i);
    if (groups[i] == 0) {
      continue;
    }
    if (root == i) {
      set->originals[set->groups++] = i;
      groups[i] = set->groups;
      continue;
    }
    groups[i] = groups[root];
    uint32_t *original = &set->originals[groups[i] - 1];
    if (stands_before(&set->articles[i], &set->articles[*original])) {
      *original = i;
    }
  }
}

static int by_group(const void *left, const void *right) {
  const warta_copy_pair *a = left;
  const warta_copy_pair *b = right;
  const uint32_t group_a = a->group - 1; /* none stands last */
  const uint32_t group_b = b->group - 1;
  if (group_a != group_b) {
    return group_a < group_b ? -1 : 1;
  }
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

static bool join_groups(warta_nearcopy *set) {
  uint32_t *parents = wi_mem_new(set->count, sizeof *parents);
  uint32_t *groups = wi_mem_new(set->count, sizeof *groups);
  set->originals = wi_mem_new(set->count, sizeof *set->originals);
  const bool is_done = parents != NULL && groups != NULL && set->originals != NULL;
  if (is_done) {
    for (uint32_t i = 0; i < set->count; i++) {
      parents[i] = i;
    }
    number_groups(set, parents, groups);
    for (size_t i = 0; i < set->pair_count; i++) {
      warta_copy_pair *row = &set->pairs[i];
      row->group = groups[row->a] == groups[row->b] ? groups[row->a] : 0;
    }
    if (set->pair_count > 1) {
      qsort(set->pairs, set->pair_count, sizeof *set->pairs, by_group);
    }
  }
  wi_mem_free(parents);
  wi_mem_free(groups);
  return is_done;
}

/* From places in the order of ids to numbers in the order of adding. */
static void name_articles(warta_nearcopy *set) {
  for (size_t i = 0; i < set->pair_count; i++) {
    set->pairs[i].a = set->articles[set->pairs[i].a].number;
    set->pairs[i].b = set->articles[set->pairs[i].b].number;
  }
  for (uint32_t i = 0; i < set->groups; i++) {
    set->originals[i] = set->articles[set->originals[i]].number;
  }
}

warta_status warta_nearcopy_find(warta_nearcopy *set, warta_error *error) {
  wi_copy_candidate_array candidates = {NULL, 0, 0};
  wi_status_clear(error);
  forget_results(set);
  if (set->count > 1) {
    qsort(set->articles, set->count, sizeof *set->articles, wi_copy_article_compare);
  }
  const bool is_done = wi_copy_candidates_find(&candidates, set->articles, set->count) &&
                       compare_candidates(set, &candidates) && join_groups(set);
  wi_mem_free(candidates.items);
  if (!is_done) {
    forget_results(set);
    return wi_status_no_memory(error);
  }
  set->candidates = candidates.count;
  name_articles(set);
  return WARTA_OK;
}

size_t warta_nearcopy_count(const warta_nearcopy *set) {
  return set->pair_count;
}

warta_copy_pair warta_nearcopy_at(const warta_nearcopy *set, size_t index) {
  return set->pairs[index];
}

size_t warta_nearcopy_candidate_count(const warta_nearcopy *set) {
  return set->candidates;
}

uint32_t warta_nearcopy_group_count(const warta_nearcopy *set) {
  return set->groups;
}

uint32_t warta_nearcopy_original(const warta_nearcopy *set, uint32_t group) {
  return set->originals[group - 1];
}
