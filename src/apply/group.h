/* Groups while they grow: members, days, and the sum of their vectors. */
#ifndef WI_GROUP_H
#define WI_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "index.h"

/* By article; a group goes by the smallest number in it. */
typedef struct wi_group {
  uint32_t parent; /* itself, or on the way to the group's number */
  uint32_t size;
  int32_t first; /* day; WI_DAY_NONE while no member has one */
  int32_t last;
  uint32_t *terms; /* of the sum of two or more vectors, rising; NULL for a single article */
  double *weights;
  size_t count;
} wi_group;

typedef struct wi_groups {
  const warta_index *index;
  wi_group *rows;
  double *spread; /* one vector by term, all 0 between uses */
} wi_groups;

/* The terms of a group's sum. */
typedef struct wi_group_sum {
  const uint32_t *terms;
  const double *weights;
  size_t count;
} wi_group_sum;

/* Every article alone. False: no memory. */
bool wi_groups_open(wi_groups *groups, const warta_index *index, const int32_t *days);
void wi_groups_free(wi_groups *groups);

uint32_t wi_groups_find(wi_groups *groups, uint32_t article);
/* False if the two together would span more days. */
bool wi_groups_fit(const wi_groups *groups, uint32_t a, uint32_t b, uint32_t window);
wi_group_sum wi_groups_sum(const wi_groups *groups, uint32_t number);

/* Joins two groups and returns the number of both; their sum is made only if it is asked for.
 * UINT32_MAX: no memory, and nothing is changed. */
uint32_t wi_groups_join(wi_groups *groups, uint32_t a, uint32_t b, bool with_sum);
/* Makes the sums of all groups that were joined without. False: no memory. */
bool wi_groups_add_up(wi_groups *groups);

/* Around any number of wi_groups_product with other groups. */
void wi_groups_spread(wi_groups *groups, uint32_t number);
void wi_groups_gather(wi_groups *groups, uint32_t number);
/* The product of the spread sum and another: the cosines of all pairs, added up. */
double wi_groups_product(const wi_groups *groups, uint32_t other);

#endif
