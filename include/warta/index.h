/* An index of vectors: the nearest neighbours of each article, exact and without a matrix.
 *
 * Articles lie in tiles of 2,048. A task takes one tile and goes through it and all tiles behind
 * it, eight articles at a time, down the postings of their terms; what it finds counts for both
 * sides, so that each pair is looked at once. Sums are made in whole numbers of 16 bits with bounds
 * for their error, and whoever may be among the nearest is scored again as warta_similarity does
 * it: the results are equal to it to the last bit, whatever the tasks, threads or processor. (After
 * a stop list, plain tiles beat every bound that was tried, L2AP's of Anastasiu and Karypis 2014
 * among them.) Time: the number of shared terms over all pairs; where lengths of vectors differ by
 * orders of magnitude (weightings without a norm), more is scored again. Memory: 12 bytes for each
 * entry, and in a task some megabytes; it never grows with the square of the articles.
 */
#ifndef WARTA_INDEX_H
#define WARTA_INDEX_H

#include <stddef.h>
#include <stdint.h>

#include <warta/export.h>
#include <warta/similarity.h>
#include <warta/status.h>
#include <warta/vector.h>

WARTA_BEGIN_DECLS

/* One writer; after the last warta_index_add any number of readers. */
typedef struct warta_index warta_index;

/* *out is owned: free it with warta_index_free. The vocabulary must outlive it. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_index_open(warta_index **out,
                                                           const warta_vocab *vocab,
                                                           warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_index_free(warta_index *index);

/* Copies the vector, which must be of the index's vocabulary; its number is the count before.
 * Errors: WARTA_ERR_ARGUMENT (another vocabulary), WARTA_ERR_LIMIT (2^31 articles),
 * WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_index_add(warta_index *index,
                                                          const warta_vector *vector,
                                                          warta_error *error);

/* Gives the articles other numbers: i to the one that had order[i]. Ties go by numbers; who adds
 * articles as they come and numbers them by their ids then has results that do not depend on the
 * order of adding. Before any table of neighbours or pairs is opened. Errors: WARTA_ERR_ARGUMENT
 * (count is not the index's, or a number is missing), WARTA_ERR_MEMORY. Since: 0.1.0. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_index_renumber(warta_index *index,
                                                               const uint32_t *order, size_t count,
                                                               warta_error *error);
WARTA_EXPORT uint32_t warta_index_count(const warta_index *index);

/* As warta_similarity and warta_similarity_shared, for two numbers below the count. */
WARTA_EXPORT double warta_index_score(const warta_index *index, uint32_t a, uint32_t b);
WARTA_EXPORT size_t warta_index_shared(const warta_index *index, uint32_t a, uint32_t b,
                                       warta_shared_term *rows, size_t size);

typedef struct warta_neighbour {
  uint32_t article;
  double score;
} warta_neighbour;

typedef struct warta_neighbour_options {
  size_t struct_size;
  uint32_t top; /* neighbours kept of each article; 1 or more */
  uint32_t asked; /* only the first so many articles get neighbours; 0: all */
  double min; /* least score; neighbours with score 0 are never kept */
} warta_neighbour_options;

#define WARTA_NEIGHBOUR_OPTIONS_INIT                                                               \
  { sizeof(warta_neighbour_options), 10, 0, 0.0 }

/* The nearest of each article so far; one thread at a time. Memory: for each article asked 16 bytes
 * for each of `top` at most, and what was found of it. */
typedef struct warta_neighbours warta_neighbours;

/* *out is owned: free it with warta_neighbours_free. The index must outlive it, and grow no more.
 * options may be NULL. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status
warta_neighbours_open(warta_neighbours **out, const warta_index *index,
                      const warta_neighbour_options *options, warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_neighbours_free(warta_neighbours *table);

/* How many tasks the whole takes; the first are the longest. */
WARTA_EXPORT uint32_t warta_neighbours_task_count(const warta_neighbours *table);

/* Does the tasks [first, last). To use threads, give each a table of its own, share the tasks out
 * in any way, each once, and merge. Errors: WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_neighbours_run(warta_neighbours *table,
                                                               uint32_t first, uint32_t last,
                                                               warta_error *error);

/* Adds what `from` found; both must be of one index and have the same options. Errors:
 * WARTA_ERR_ARGUMENT, WARTA_ERR_MEMORY. */
WARTA_EXPORT WARTA_NODISCARD warta_status warta_neighbours_merge(warta_neighbours *table,
                                                                 const warta_neighbours *from,
                                                                 warta_error *error);

/* Writes the neighbours of one article, nearest first, ties by number, at most `size` of them;
 * returns how many there are. Not to be called while tasks are missing. */
WARTA_EXPORT size_t warta_neighbours_of(const warta_neighbours *table, uint32_t article,
                                        warta_neighbour *rows, size_t size);

/* The same in several threads, each with a reader of its own: true scores are a good part of the
 * work. No two at a time may ask for one article, and nothing may be added to the table. *out is
 * owned: free it with warta_neighbour_reader_free; the table must outlive it. Errors:
 * WARTA_ERR_MEMORY. Since: 0.1.0. */
typedef struct warta_neighbour_reader warta_neighbour_reader;
WARTA_EXPORT WARTA_NODISCARD warta_status warta_neighbour_reader_open(warta_neighbour_reader **out,
                                                                      const warta_neighbours *table,
                                                                      warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_neighbour_reader_free(warta_neighbour_reader *reader);
WARTA_EXPORT size_t warta_neighbour_reader_of(warta_neighbour_reader *reader, uint32_t article,
                                              warta_neighbour *rows, size_t size);

/* All pairs, best first, without keeping them all: the best `most` behind a given one, then those
 * behind the last of these, and so on. Order: by score, highest first, then by a, then by b. */
typedef struct warta_pair {
  uint32_t a; /* below b */
  uint32_t b;
  double score;
} warta_pair;

typedef struct warta_pair_options {
  size_t struct_size;
  uint32_t most; /* 1 or more */
  double min; /* least score; pairs with score 0 are none */
  const warta_pair *after; /* the pairs behind it; NULL: from the first; copied */
} warta_pair_options;

#define WARTA_PAIR_OPTIONS_INIT                                                                    \
  { sizeof(warta_pair_options), 1 << 19, 0.0, 0 }

/* One thread at a time. Memory: 32 bytes for each of `most` at the most, some for each article.
 * Tasks, threads, merging and errors are as with neighbours. */
typedef struct warta_best_pairs warta_best_pairs;

WARTA_EXPORT WARTA_NODISCARD warta_status warta_best_pairs_open(warta_best_pairs **out,
                                                                const warta_index *index,
                                                                const warta_pair_options *options,
                                                                warta_error *error);
/* NULL is allowed. */
WARTA_EXPORT void warta_best_pairs_free(warta_best_pairs *table);
WARTA_EXPORT uint32_t warta_best_pairs_task_count(const warta_best_pairs *table);
WARTA_EXPORT WARTA_NODISCARD warta_status warta_best_pairs_run(warta_best_pairs *table,
                                                               uint32_t first, uint32_t last,
                                                               warta_error *error);
WARTA_EXPORT WARTA_NODISCARD warta_status warta_best_pairs_merge(warta_best_pairs *table,
                                                                 const warta_best_pairs *from,
                                                                 warta_error *error);

/* The pairs in order; fewer than `most` are the last there are. Borrowed until the table is changed
 * or freed. */
WARTA_EXPORT const warta_pair *warta_best_pairs_list(warta_best_pairs *table, size_t *count);

WARTA_END_DECLS

#endif
