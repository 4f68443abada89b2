#include "group.h"

#include <stdlib.h>

#include <warta/cluster.h>

#include "day.h"
#include "exact_sum.h"
#include "mem.h"

bool wi_groups_open(wi_groups *groups, const warta_index *index, const int32_t *days) {
  *groups = (wi_groups){index, wi_mem_new(index->count, sizeof *groups->rows),
                        wi_mem_new(wi_index_terms(index), sizeof *groups->spread)};
  if (groups->rows == NULL || groups->spread == NULL) {
    wi_groups_free(groups);
    return false;
  }
  for (uint32_t i = 0; i < index->count; i++) {
    groups->rows[i] = (wi_group){i, 1, days[i], days[i], NULL, NULL, 0};
  }
  return true;
}

static void forget_sum(wi_group *group) {
  wi_mem_free(group->terms);
  wi_mem_free(group->weights);
  group->terms = NULL;
  group->weights = NULL;
  group->count = 0;
}

void wi_groups_free(wi_groups *groups) {
  for (uint32_t i = 0; groups->rows != NULL && i < groups->index->count; i++) {
    forget_sum(&groups->rows[i]);
  }
  wi_mem_free(groups->rows);
  wi_mem_free(groups->spread);
  groups->rows = NULL;
  groups->spread = NULL;
}

uint32_t wi_groups_find(wi_groups *groups, uint32_t article) {
  wi_group *rows = groups->rows;
  while (rows[article].parent != article) {
    rows[article].parent = rows[rows[article].parent].parent;
    article = rows[article].parent;
  }
  return article;
}

static int32_t earlier(int32_t a, int32_t b) {
  return a == WI_DAY_NONE || (b != WI_DAY_NONE && b < a) ? b : a;
}

static int32_t later(int32_t a, int32_t b) {
  return b > a ? b : a; /* WI_DAY_NONE is below all days */
}

bool wi_groups_fit(const wi_groups *groups, uint32_t a, uint32_t b, uint32_t window) {
  const int32_t first = earlier(groups->rows[a].first, groups->rows[b].first);
  const int32_t last = later(groups->rows[a].last, groups->rows[b].last);
  return window == WARTA_NO_WINDOW || first == WI_DAY_NONE || (uint32_t)(last - first) <= window;
}

wi_group_sum wi_groups_sum(const wi_groups *groups, uint32_t number) {
  const wi_group *group = &groups->rows[number];
  const warta_index *index = groups->index;
  if (group->terms != NULL) {
    return (wi_group_sum){group->terms, group->weights, group->count};
  }
  const size_t start = index->starts[number];
  const size_t count = index->ends[number] - start;
  if (count == 0) {
    return (wi_group_sum){NULL, NULL, 0};
  }
  return (wi_group_sum){index->terms + start, index->weights + start, count};
}

static void merge_sums(wi_group *out, wi_group_sum a, wi_group_sum b) {
  size_t i = 0;
  size_t k = 0;
  while (i < a.count || k < b.count) {
    const bool of_a = i < a.count && (k == b.count || a.terms[i] <= b.terms[k]);
    const bool of_b = k < b.count && (i == a.count || b.terms[k] <= a.terms[i]);
    out->terms[out->count] = of_a ? a.terms[i] : b.terms[k];
    out->weights[out->count] = (of_a ? a.weights[i] : 0.0) + (of_b ? b.weights[k] : 0.0);
    out->count++;
    i += of_a;
    k += of_b;
  }
}

static bool make_sum(wi_group *out, wi_group_sum a, wi_group_sum b) {
  const size_t most = a.count + b.count;
  out->count = 0;
  out->terms = wi_mem_new(most, sizeof *out->terms);
  out->weights = wi_mem_new(most, sizeof *out->weights);
  if (out->terms == NULL || out->weights == NULL) {
    forget_sum(out);
    return false;
  }
  merge_sums(out, a, b);
  uint32_t *terms = wi_mem_resize(out->terms, out->count, sizeof *terms);
  out->terms = terms == NULL ? out->terms : terms;
  double *weights = wi_mem_resize(out->weights, out->count, sizeof *weights);
  out->weights = weights == NULL ? out->weights : weights;
  return true;
}

uint32_t wi_groups_join(wi_groups *groups, uint32_t a, uint32_t b, bool with_sum) {
  const uint32_t number = a < b ? a : b;
  const uint32_t other = a < b ? b : a;
  wi_group *group = &groups->rows[number];
  wi_group *gone = &groups->rows[other];
  wi_group sum = {0, 0, 0, 0, NULL, NULL, 0};
  if (with_sum && !make_sum(&sum, wi_groups_sum(groups, number), wi_groups_sum(groups, other))) {
    return UINT32_MAX;
  }
  forget_sum(group);
  forget_sum(gone);
  group->terms = sum.terms;
  group->weights = sum.weights;
  group->count = sum.count;
  group->size += gone->size;
  group->first = earlier(group->first, gone->first);
  group->last = later(group->last, gone->last);
  gone->parent = number;
  return number;
}

void wi_groups_spread(wi_groups *groups, uint32_t number) {
  const wi_group_sum sum = wi_groups_sum(groups, number);
  for (size_t i = 0; i < sum.count; i++) {
    groups->spread[sum.terms[i]] = sum.weights[i];
  }
}

void wi_groups_gather(wi_groups *groups, uint32_t number) {
  const wi_group_sum sum = wi_groups_sum(groups, number);
  for (size_t i = 0; i < sum.count; i++) {
    groups->spread[sum.terms[i]] = 0.0;
  }
}

double wi_groups_product(const wi_groups *groups, uint32_t other) {
  const wi_group_sum sum = wi_groups_sum(groups, other);
  wi_exact_sum total = {0.0, 0.0};
  for (size_t i = 0; i < sum.count; i++) {
    wi_exact_add(&total, groups->spread[sum.terms[i]] * sum.weights[i]);
  }
  return wi_exact_value(&total);
}

/* Members one behind the other in order of groups, then of numbers. */
typedef struct roll {
  uint32_t *starts; /* by number of the group; one more at the end */
  uint32_t *members;
} roll;

static bool call_roll(roll *out, wi_groups *groups) {
  const uint32_t count = groups->index->count;
  out->starts = wi_mem_new((size_t)count + 2, sizeof *out->starts);
  out->members = wi_mem_new(count, sizeof *out->members);
  if (out->starts == NULL || out->members == NULL) {
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    out->starts[wi_groups_find(groups, i) + 2]++;
  }
  for (uint32_t i = 1; i <= count; i++) {
    out->starts[i + 1] += out->starts[i];
  }
  for (uint32_t i = 0; i < count; i++) {
    out->members[out->starts[wi_groups_find(groups, i) + 1]++] = i;
  }
  return true;
}

static int by_number(const void *left, const void *right) {
  const uint32_t a = *(const uint32_t *)left;
  const uint32_t b = *(const uint32_t *)right;
  return (a > b) - (a < b);
}

static size_t entries_of(const warta_index *index, const uint32_t *members, uint32_t count) {
  size_t entries = 0;
  for (uint32_t i = 0; i < count; i++) {
    entries += index->ends[members[i]] - index->starts[members[i]];
  }
  return entries;
}

/* Adds the members into the spread vector; the terms that were met go into `terms`. */
static size_t spread_members(wi_groups *groups, uint32_t *terms, const uint32_t *members,
                             uint32_t count) {
  const warta_index *index = groups->index;
  size_t found = 0;
  for (uint32_t i = 0; i < count; i++) {
    for (size_t k = index->starts[members[i]]; k < index->ends[members[i]]; k++) {
      double *place = &groups->spread[index->terms[k]];
      if (!(*place > 0.0)) {
        terms[found++] = index->terms[k];
      }
      *place += index->weights[k];
    }
  }
  return found;
}

/* Copies are many at times: one sum of all rather than one for each step. */
static bool add_up(wi_groups *groups, uint32_t number, const uint32_t *members, uint32_t count) {
  uint32_t *terms = wi_mem_new(entries_of(groups->index, members, count), sizeof *terms);
  if (terms == NULL) {
    return false;
  }
  const size_t found = spread_members(groups, terms, members, count);
  double *weights = wi_mem_new(found, sizeof *weights);
  if (found > 1) {
    qsort(terms, found, sizeof *terms, by_number);
  }
  for (size_t i = 0; i < found; i++) {
    if (weights != NULL) {
      weights[i] = groups->spread[terms[i]];
    }
    groups->spread[terms[i]] = 0.0;
  }
  uint32_t *smaller = wi_mem_resize(terms, found, sizeof *smaller);
  groups->rows[number].terms = smaller == NULL ? terms : smaller;
  groups->rows[number].weights = weights;
  groups->rows[number].count = weights == NULL ? 0 : found;
  return weights != NULL;
}

bool wi_groups_add_up(wi_groups *groups) {
  roll all = {NULL, NULL};
  bool is_done = call_roll(&all, groups);
  for (uint32_t i = 0; is_done && i < groups->index->count; i++) {
    const wi_group *group = &groups->rows[i];
    if (group->parent == i && group->size > 1 && group->terms == NULL) {
      is_done = add_up(groups, i, all.members + all.starts[i], group->size);
    }
  }
  wi_mem_free(all.starts);
  wi_mem_free(all.members);
  return is_done;
}
