#include "linkage.h"

#include <stdlib.h>

#include "bulletin.h"
#include "group.h"
#include "mem.h"

/* As alike as these are copies, and copies are joined first: thousands of them in one story would
 * else be looked at again for each step. */
static const double COPY = 0.95;

static const uint32_t NONE = UINT32_MAX;

/* To a group that some pair is alike with. Groups are joined while links still bear their old
 * numbers; they are put in order when they are next looked at. */
typedef struct link {
  uint32_t to;
  double lost; /* likeness of bulletins among the pairs: it does not count */
} link;

typedef struct links {
  link *rows;
  size_t count;
  bool is_own; /* else in the block of the beginning */
} links;

typedef struct linkage {
  const wi_linkage_plan *plan;
  wi_groups groups;
  wi_bulletins bulletins;
  links *links; /* by number of the group */
  link *block;
  uint32_t *chain; /* each the nearest of the one before */
  uint32_t chain_count;
  uint32_t *pending; /* groups whose nearest must be looked for again */
  uint32_t pending_count;
} linkage;

static int by_score(const void *left, const void *right) {
  const wi_linkage_pair *a = left;
  const wi_linkage_pair *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  if (a->a != b->a) {
    return a->a < b->a ? -1 : 1;
  }
  return (a->b > b->b) - (a->b < b->b);
}

/* Best first, so that under a window the nearest copies find each other. */
static void join_copies(linkage *l, wi_linkage_pair *pairs, size_t count) {
  if (count > 1) {
    qsort(pairs, count, sizeof *pairs, by_score);
  }
  for (size_t i = 0; i < count && pairs[i].score >= COPY; i++) {
    const uint32_t a = wi_groups_find(&l->groups, pairs[i].a);
    const uint32_t b = wi_groups_find(&l->groups, pairs[i].b);
    if (a != b && wi_groups_fit(&l->groups, a, b, l->plan->window) &&
        !wi_bulletins_are(&l->bulletins, pairs[i].a, pairs[i].b)) {
      (void)wi_groups_join(&l->groups, a, b, false);
    }
  }
}

/* In steps of 2^-30: such sums are exact, and so the same from both sides and in any order. */
static double rounded(double score) {
  static const double STEPS = 1073741824.0;
  return (double)(int64_t)(score * STEPS) / STEPS;
}

static void add_link(links *list, uint32_t to, double lost) {
  list->rows[list->count++] = (link){to, lost};
}

/* Both ways, each group's in one stretch of the block. */
static bool link_pairs(linkage *l, const wi_linkage_pair *pairs, size_t count) {
  size_t room = 0;
  size_t at = 0;
  l->block = wi_mem_multiply(count, 2, &room) ? wi_mem_new(room, sizeof *l->block) : NULL;
  if (l->block == NULL) {
    return false;
  }
  for (size_t i = 0; i < count; i++) {
    l->links[wi_groups_find(&l->groups, pairs[i].a)].count++;
    l->links[wi_groups_find(&l->groups, pairs[i].b)].count++;
  }
  for (uint32_t i = 0; i < l->plan->index->count; i++) {
    l->links[i].rows = l->block + at;
    at += l->links[i].count;
    l->links[i].count = 0;
  }
  for (size_t i = 0; i < count; i++) {
    const uint32_t a = wi_groups_find(&l->groups, pairs[i].a);
    const uint32_t b = wi_groups_find(&l->groups, pairs[i].b);
    const bool is_lost = wi_bulletins_are(&l->bulletins, pairs[i].a, pairs[i].b);
    const double lost = is_lost ? rounded(pairs[i].score) : 0.0;
    if (a != b) {
      add_link(&l->links[a], b, lost);
      add_link(&l->links[b], a, lost);
    }
  }
  return true;
}

static int by_target(const void *left, const void *right) {
  const link *a = left;
  const link *b = right;
  return (a->to > b->to) - (a->to < b->to);
}

/* New numbers, each once, without the group itself. */
static void settle_links(linkage *l, uint32_t number) {
  links *list = &l->links[number];
  size_t kept = 0;
  for (size_t i = 0; i < list->count; i++) {
    list->rows[i].to = wi_groups_find(&l->groups, list->rows[i].to);
  }
  if (list->count > 1) {
    qsort(list->rows, list->count, sizeof *list->rows, by_target);
  }
  for (size_t i = 0; i < list->count; i++) {
    if (kept > 0 && list->rows[kept - 1].to == list->rows[i].to) {
      list->rows[kept - 1].lost += list->rows[i].lost;
    } else if (list->rows[i].to != number) {
      list->rows[kept++] = list->rows[i];
    }
  }
  list->count = kept;
}

typedef struct near {
  uint32_t number;
  double mean;
} near;

/* The nearest group; of equal ones the `favoured`, so that a chain ends, then the smallest number.
 * Number NONE: none is near enough. */
static near nearest(linkage *l, uint32_t number, uint32_t favoured) {
  near best = {NONE, 0.0};
  settle_links(l, number);
  wi_groups_spread(&l->groups, number);
  for (size_t i = 0; i < l->links[number].count; i++) {
    const link row = l->links[number].rows[i];
    if (!wi_groups_fit(&l->groups, number, row.to, l->plan->window)) {
      continue;
    }
    const double pairs = (double)l->groups.rows[number].size * (double)l->groups.rows[row.to].size;
    const double mean = (wi_groups_product(&l->groups, row.to) - row.lost) / pairs;
    if (mean >= l->plan->min && (mean > best.mean || (row.to == favoured && !(mean < best.mean)))) {
      best = (near){row.to, mean};
    }
  }
  wi_groups_gather(&l->groups, number);
  return best;
}

static void free_links(links *list) {
  if (list->is_own) {
    wi_mem_free(list->rows);
  }
  *list = (links){NULL, 0, false};
}

static void move_links(links *to, links *from) {
  for (size_t i = 0; i < from->count; i++) {
    add_link(to, from->rows[i].to, from->rows[i].lost);
  }
  free_links(from);
}

static bool join(linkage *l, uint32_t a, uint32_t b) {
  const size_t count = l->links[a].count + l->links[b].count;
  links both = {wi_mem_new(count, sizeof *both.rows), 0, true};
  const uint32_t number = both.rows == NULL ? NONE : wi_groups_join(&l->groups, a, b, true);
  if (number == NONE) {
    wi_mem_free(both.rows);
    return false;
  }
  move_links(&both, &l->links[a]);
  move_links(&both, &l->links[b]);
  l->links[number] = both;
  l->pending[l->pending_count++] = number;
  return true;
}

/* Follows the chain from one group to its end. A pair of groups each nearest to the other is
 * joined, wherever it is found. */
static bool follow(linkage *l) {
  bool is_done = true;
  while (is_done && l->chain_count > 0) {
    const uint32_t top = l->chain[l->chain_count - 1];
    const uint32_t before = l->chain_count > 1 ? l->chain[l->chain_count - 2] : NONE;
    const near found = nearest(l, top, before);
    if (found.number == NONE) {
      l->chain_count--;
    } else if (found.number == before) {
      l->chain_count -= 2;
      is_done = join(l, before, top);
    } else {
      l->chain[l->chain_count++] = found.number;
    }
  }
  return is_done;
}

static bool join_all(linkage *l) {
  bool is_done = true;
  for (uint32_t i = 0; is_done && i < l->plan->index->count; i++) {
    l->pending[l->pending_count++] = i;
    while (is_done && l->pending_count > 0) {
      const uint32_t start = l->pending[--l->pending_count];
      if (l->groups.rows[start].parent == start && l->links[start].count > 0) {
        l->chain[l->chain_count++] = start;
        is_done = follow(l);
      }
    }
  }
  return is_done;
}

static void close_linkage(linkage *l) {
  for (uint32_t i = 0; l->links != NULL && i < l->plan->index->count; i++) {
    free_links(&l->links[i]);
  }
  wi_mem_free(l->links);
  wi_mem_free(l->block);
  wi_mem_free(l->chain);
  wi_mem_free(l->pending);
  wi_bulletins_free(&l->bulletins);
  wi_groups_free(&l->groups);
}

static bool open_linkage(linkage *l) {
  const size_t count = l->plan->index->count;
  l->links = wi_mem_new(count, sizeof *l->links);
  l->chain = wi_mem_new(count, sizeof *l->chain);
  l->pending = wi_mem_new(count, 2 * sizeof *l->pending);
  return l->links != NULL && l->chain != NULL && l->pending != NULL &&
         wi_bulletins_open(&l->bulletins, l->plan->index) &&
         wi_groups_open(&l->groups, l->plan->index, l->plan->days);
}

bool wi_linkage_run(uint32_t *roots, const wi_linkage_plan *plan, wi_linkage_pair *pairs,
                    size_t count) {
  linkage l = {.plan = plan};
  bool is_done = open_linkage(&l);
  if (is_done) {
    join_copies(&l, pairs, count);
    is_done = wi_groups_add_up(&l.groups) && link_pairs(&l, pairs, count) && join_all(&l);
  }
  for (uint32_t i = 0; is_done && i < plan->index->count; i++) {
    roots[i] = wi_groups_find(&l.groups, i);
  }
  close_linkage(&l);
  return is_done;
}
