/* Groups of articles that tell one story.
 *
 * Joined are, one step after the other, the two groups whose articles are most alike on average,
 * until no two are alike by `min` (average linkage, Sokal and Michener 1958). The mean over all
 * pairs is what keeps apart two stories that share their background: one article that stands
 * between them joins nothing. It is exact and needs no matrix, as the mean cosine of two groups is
 * the product of their summed vectors, and as groups whose mean is `min` have a pair that is.
 *
 *   bulletins   Exchange rates, prices, quakes, the grid of a race: the same words with other
 *               numbers. Two articles whose words agree and whose numbers do not count as unlike.
 *   window      No group spans more days. An article without a date may join any group.
 *
 * The groups do not depend on the order of adding, but for articles with equal ids. Memory: what
 * the index takes, and for each article its links (16 bytes each, `neighbours` at most and those of
 * whom it is a neighbour) and its keywords. Time: that of the neighbours.
 */
#ifndef WARTA_CLUSTER_H
#define WARTA_CLUSTER_H

#include <stddef.h>
#include <stdint.h>

#include <warta/export.h>
#include <warta/index.h>
#include <warta/keywords.h>
#include <warta/status.h>
#include <warta/vector.h>

WARTA_BEGIN_DECLS

/* A collection of articles to be grouped; one thread at a time. */
typedef struct warta_clusters warta_clusters;

#define WARTA_NO_WINDOW ((uint32_t)-1)

typedef struct warta_cluster_options {
  size_t struct_size;
  double min; /* mean likeness to be joined by; over 0 to 1 */
  uint32_t window; /* days between the first and the last article of a group; WARTA_NO_WINDOW */
  uint32_t neighbours; /* looked at of each article; 1 or more */
  uint32_t keywords; /* at most so many of a group */
} warta_cluster_options;

/* Measured on graded pairs of news articles (0 unrelated to 4 copy) among 3,160: of the pairs of
 * grade 3 and 4 these put together 96 %, of grade 2 (same story) 52 %, of grade 0 and 1 none; .33
 * would put together 100, 58 and 2 %. */
#define WARTA_CLUSTER_OPTIONS_INIT                                                                 \
  { sizeof(warta_cluster_options), 0.36, WARTA_NO_WINDOW, 32, 6 }

/* *out is owned: free it with warta_clusters_free. The vocabulary is that of the vectors to come
 * and must outlive it. options may be NULL. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. Since
 * 0.1. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_clusters_open(warta_clusters **out,
                                                              const warta_vocab *vocab,
                                                              const warta_cluster_options *options,
                                                              warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_clusters_free(warta_clusters *set);

typedef struct warta_cluster_article {
  warta_text id; /* orders articles that are otherwise equal */
  warta_text date; /* 2026-01-29, with or without a time; 29/1/2026; 29 Januari 2026, with or
                    * without a weekday; anything else is no date */
  const warta_vector *vector; /* of the vocabulary, its norm the L2 length */
  const warta_keyword_list *keywords; /* NULL: none */
} warta_cluster_article;

/* Adds an article; its number is the count before. Everything is copied. Not after the first
 * warta_clusters_find or warta_clusters_neighbours. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_LIMIT
 * (2^31 articles), WARTA_ERR_MEMORY. Since 0.1. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_clusters_add(warta_clusters *set,
                                                             const warta_cluster_article *article,
                                                             warta_error *error);

/* Groups the articles added so far. Errors: WARTA_ERR_MEMORY. Since 0.1. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_clusters_find(warta_clusters *set,
                                                              warta_error *error);

/* The same in threads: a table for each of them, all tasks run, the tables merged
 * (warta/index.h), and the groups made of it. The first table must be there before others may be
 * opened in several threads at once. The set must outlive the tables. Errors:
 * WARTA_ERR_ARGUMENT (no table of this set), WARTA_ERR_MEMORY. Since 0.1. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_clusters_neighbours(warta_neighbours **out,
                                                                    warta_clusters *set,
                                                                    warta_error *error);
WARTA_EXPORT WARTA_NODISCARD warta_status warta_clusters_join(warta_clusters *set,
                                                              const warta_neighbours *table,
                                                              warta_error *error);

enum { WARTA_DATE_SIZE = 12 };

typedef struct warta_cluster_member {
  uint32_t article; /* its number */
  double score; /* mean likeness to the other members */
  char date[WARTA_DATE_SIZE]; /* 2026-01-29; empty: none; NUL-terminated */
} warta_cluster_member;

typedef struct warta_cluster {
  /* Most central first; of equals the earlier, then the smaller id. */
  const warta_cluster_member *members;
  size_t count; /* 2 or more */
  /* Phrases of many members, best first, none standing in another; as most members write them. If
   * no member has keywords, the terms that weigh most. */
  const warta_text *keywords;
  size_t keyword_count;
  char first[WARTA_DATE_SIZE]; /* the earliest date of a member; empty: none has one */
  char last[WARTA_DATE_SIZE];
} warta_cluster;

/* What was found last; largest groups first, of equal ones that with the smallest id. All is
 * borrowed until the set finds again or is freed. Since 0.1. */
WARTA_EXPORT uint32_t warta_clusters_count(const warta_clusters *set);
WARTA_EXPORT warta_cluster warta_clusters_at(const warta_clusters *set, uint32_t index);

WARTA_END_DECLS

#endif
