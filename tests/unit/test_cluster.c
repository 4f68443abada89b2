#include <warta/warta.h>

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "check.h"
#include "day.h"
#include "suites.h"
#include "vector.h"

/* Made-up vectors: articles of a few stories share terms of their story and of a background. */
enum { ARTICLES = 90, STORIES = 14, TERMS = 160, ENTRIES = 16 };

typedef struct fixture {
  warta_vocab *vocab;
  warta_clusters *set;
  warta_vector vectors[ARTICLES];
  wi_vector_entry entries[ARTICLES][ENTRIES];
  char ids[ARTICLES][12];
  char dates[ARTICLES][WI_DAY_SIZE];
  size_t count;
} fixture;

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525U + 1013904223U;
  return *state >> 8;
}

static int by_term(const void *left, const void *right) {
  const wi_vector_entry *a = left;
  const wi_vector_entry *b = right;
  return (a->slot > b->slot) - (a->slot < b->slot);
}

static void make_vector(fixture *f, size_t i, uint32_t *state) {
  wi_vector_entry *entries = f->entries[i];
  const uint32_t story = next_random(state) % STORIES;
  size_t count = 0;
  double sum = 0.0;
  for (size_t k = 0; k < ENTRIES; k++) {
    const bool is_own = next_random(state) % 3 > 0;
    const uint32_t term = is_own ? story * 8 + next_random(state) % 12 : next_random(state) % TERMS;
    bool is_known = false;
    for (size_t j = 0; j < count; j++) {
      is_known = is_known || entries[j].slot == wi_vector_slot(term, WARTA_PART_WHOLE);
    }
    if (!is_known) {
      entries[count++] = (wi_vector_entry){wi_vector_slot(term, WARTA_PART_WHOLE), 1,
                                           0.1 + (double)(next_random(state) % 1000) / 1000.0};
    }
  }
  qsort(entries, count, sizeof *entries, by_term);
  for (size_t k = 0; k < count; k++) {
    sum += entries[k].weight * entries[k].weight;
  }
  for (size_t k = 0; k < count; k++) {
    entries[k].weight /= sqrt(sum);
  }
  f->vectors[i] = (warta_vector){f->vocab, entries, count, false};
}

/* Terms are words, but for the last ten, which are numbers. */
static void make_vocab(fixture *f) {
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&f->vocab, NULL), WARTA_OK);
  for (uint32_t i = 0; i < TERMS; i++) {
    char name[16];
    uint32_t id = 0;
    const int len = snprintf(name, sizeof name, i < TERMS - 10 ? "kata%u" : "%u", i);
    CU_ASSERT_TRUE_FATAL(wi_strmap_add(&f->vocab->terms, (wi_str){name, (size_t)len}, &id));
  }
}

static fixture *given_vectors(uint32_t seed) {
  fixture *f = calloc(1, sizeof *f);
  uint32_t state = seed;
  CU_ASSERT_PTR_NOT_NULL_FATAL(f);
  make_vocab(f);
  for (size_t i = 0; i < ARTICLES; i++) {
    make_vector(f, i, &state);
    (void)snprintf(f->ids[i], sizeof f->ids[i], "a%03zu", i);
    wi_day_write(f->dates[i], next_random(&state) % 5 == 0
                                  ? WI_DAY_NONE
                                  : (int32_t)(next_random(&state) % 40) + 20000);
  }
  f->count = ARTICLES;
  return f;
}

static void free_fixture(fixture *f) {
  warta_clusters_free(f->set);
  warta_vocab_free(f->vocab);
  free(f);
}

static void add(fixture *f, size_t i) {
  const warta_cluster_article row = {
      {f->ids[i], strlen(f->ids[i])}, {f->dates[i], strlen(f->dates[i])}, &f->vectors[i], NULL};
  CU_ASSERT_EQUAL(warta_clusters_add(f->set, &row, NULL), WARTA_OK);
}

/* group[i]: number of the group of article i, or ARTICLES + i. Backwards: added last first. */
static void cluster(fixture *f, const warta_cluster_options *options, bool is_backwards,
                    size_t *group) {
  CU_ASSERT_EQUAL_FATAL(warta_clusters_open(&f->set, f->vocab, options, NULL), WARTA_OK);
  for (size_t i = 0; i < f->count; i++) {
    add(f, is_backwards ? f->count - 1 - i : i);
    group[i] = ARTICLES + i;
  }
  CU_ASSERT_EQUAL(warta_clusters_find(f->set, NULL), WARTA_OK);
  for (uint32_t g = 0; g < warta_clusters_count(f->set); g++) {
    const warta_cluster row = warta_clusters_at(f->set, g);
    for (size_t i = 0; i < row.count; i++) {
      const size_t number = row.members[i].article;
      group[is_backwards ? f->count - 1 - number : number] = g;
    }
  }
}

/* The plain way: all pairs, the best join, again. With a cosine of .95 or more articles are joined
 * first, as the header says; under a window no group spans more days. */
typedef struct naive {
  double sum[ARTICLES][ARTICLES]; /* of cosines between groups */
  size_t size[ARTICLES]; /* 0: gone */
  size_t owner[ARTICLES];
  int32_t first[ARTICLES];
  int32_t last[ARTICLES];
} naive;

static bool fits(const naive *n, size_t a, size_t b, uint32_t window) {
  const int32_t first = n->first[a] == WI_DAY_NONE                                ? n->first[b]
                        : n->first[b] == WI_DAY_NONE || n->first[a] < n->first[b] ? n->first[a]
                                                                                  : n->first[b];
  const int32_t last = n->last[a] > n->last[b] ? n->last[a] : n->last[b];
  return window == WARTA_NO_WINDOW || first == WI_DAY_NONE || last - first <= (int32_t)window;
}

static void join_naive(naive *n, size_t a, size_t b) {
  const int32_t first = n->first[a] == WI_DAY_NONE                                ? n->first[b]
                        : n->first[b] == WI_DAY_NONE || n->first[a] < n->first[b] ? n->first[a]
                                                                                  : n->first[b];
  n->first[a] = first;
  n->last[a] = n->last[a] > n->last[b] ? n->last[a] : n->last[b];
  n->size[a] += n->size[b];
  n->size[b] = 0;
  for (size_t i = 0; i < ARTICLES; i++) {
    n->sum[a][i] += n->sum[b][i];
    n->sum[i][a] = n->sum[a][i];
    n->owner[i] = n->owner[i] == b ? a : n->owner[i];
  }
}

static bool join_best(naive *n, double least, uint32_t window) {
  double best = least;
  size_t from = ARTICLES;
  size_t to = ARTICLES;
  for (size_t a = 0; a < ARTICLES; a++) {
    for (size_t b = a + 1; b < ARTICLES; b++) {
      const double mean =
          n->size[a] * n->size[b] == 0 ? -1.0 : n->sum[a][b] / (double)(n->size[a] * n->size[b]);
      if (mean >= best && fits(n, a, b, window)) {
        best = mean;
        from = a;
        to = b;
      }
    }
  }
  if (from < ARTICLES) {
    join_naive(n, from, to);
  }
  return from < ARTICLES;
}

static void check_against_naive(uint32_t seed, double least, uint32_t window) {
  static naive n;
  size_t group[ARTICLES];
  fixture *f = given_vectors(seed);
  warta_cluster_options options = WARTA_CLUSTER_OPTIONS_INIT;
  options.min = least;
  options.window = window;
  options.neighbours = ARTICLES;
  for (size_t i = 0; i < ARTICLES; i++) {
    n.size[i] = 1;
    n.owner[i] = i;
    n.first[i] = n.last[i] = wi_day_read(wi_str_of(f->dates[i]));
    for (size_t k = 0; k < ARTICLES; k++) {
      n.sum[i][k] = i == k ? 0.0 : warta_similarity(&f->vectors[i], &f->vectors[k]);
    }
  }
  while (join_best(&n, least, window)) {
  }
  cluster(f, &options, false, group);
  size_t wrong = 0;
  size_t joined = 0;
  for (size_t i = 0; i < ARTICLES; i++) {
    for (size_t k = i + 1; k < ARTICLES; k++) {
      wrong += (group[i] == group[k]) != (n.owner[i] == n.owner[k]);
      joined += group[i] == group[k];
    }
  }
  check_number("pairs otherwise", wrong, 0);
  CU_ASSERT_TRUE(joined > 20);
  free_fixture(f);
}

static void test_groups_are_those_of_the_plain_way(void) {
  for (uint32_t seed = 1; seed <= 12; seed++) {
    check_against_naive(seed, 0.2 + 0.02 * (double)seed, WARTA_NO_WINDOW);
    check_against_naive(seed, 0.3, 10);
  }
}

static void test_order_of_adding_leaves_no_trace(void) {
  size_t forwards[ARTICLES];
  size_t backwards[ARTICLES];
  for (uint32_t seed = 20; seed < 24; seed++) {
    fixture *f = given_vectors(seed);
    cluster(f, NULL, false, forwards);
    warta_clusters_free(f->set);
    cluster(f, NULL, true, backwards);
    for (size_t i = 0; i < ARTICLES; i++) {
      const bool is_alone = forwards[i] >= ARTICLES;
      CU_ASSERT_TRUE(forwards[i] == backwards[i] || (is_alone && backwards[i] >= ARTICLES));
    }
    free_fixture(f);
  }
}

/* Whole, or each task in a table of its own: here there is one task, so tables are empty but one.
 */
static void test_tables_of_threads_give_the_same(void) {
  size_t group[ARTICLES];
  fixture *f = given_vectors(3);
  warta_neighbours *table = NULL;
  warta_neighbours *part = NULL;
  cluster(f, NULL, false, group);
  const uint32_t count = warta_clusters_count(f->set);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_neighbours(&table, f->set, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_neighbours(&part, f->set, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_neighbours_run(part, 0, warta_neighbours_task_count(part), NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_neighbours_merge(table, part, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_clusters_join(f->set, table, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_clusters_count(f->set), count);
  CU_ASSERT_EQUAL(group[warta_clusters_at(f->set, 0).members[0].article], 0);
  warta_neighbours_free(part);
  warta_neighbours_free(table);
  free_fixture(f);
}

static void test_members_are_ranked_by_mean_likeness(void) {
  size_t group[ARTICLES];
  fixture *f = given_vectors(5);
  cluster(f, NULL, false, group);
  size_t size = SIZE_MAX;
  CU_ASSERT_TRUE_FATAL(warta_clusters_count(f->set) > 0);
  for (uint32_t g = 0; g < warta_clusters_count(f->set); g++) {
    const warta_cluster row = warta_clusters_at(f->set, g);
    CU_ASSERT_TRUE(row.count >= 2 && row.count <= size);
    size = row.count;
    for (size_t i = 0; i < row.count; i++) {
      double sum = 0.0;
      for (size_t k = 0; k < row.count; k++) {
        sum += k == i ? 0.0
                      : warta_similarity(&f->vectors[row.members[i].article],
                                         &f->vectors[row.members[k].article]);
      }
      CU_ASSERT_DOUBLE_EQUAL(row.members[i].score, sum / (double)(row.count - 1), 1e-9);
      CU_ASSERT_TRUE(i == 0 || row.members[i].score <= row.members[i - 1].score);
      CU_ASSERT_TRUE(row.members[i].date[0] == '\0' ||
                     (strcmp(row.first, row.members[i].date) <= 0 &&
                      strcmp(row.last, row.members[i].date) >= 0));
    }
  }
  free_fixture(f);
}

/* Articles without keywords: the terms that weigh most, in order. */
static void check_terms(const fixture *f, const warta_cluster *row) {
  double last = 2.0;
  CU_ASSERT_EQUAL(row->keyword_count, 6);
  for (size_t i = 0; i < row->keyword_count; i++) {
    const wi_str term = {row->keywords[i].text, row->keywords[i].len};
    const uint32_t slot = wi_vector_slot(wi_strmap_find(&f->vocab->terms, term), WARTA_PART_WHOLE);
    double best = 0.0;
    double own = 0.0;
    for (size_t k = 0; k < f->vectors[0].count; k++) {
      const double weight = f->entries[0][k].weight;
      best = weight < last && weight > best ? weight : best;
      own = f->entries[0][k].slot == slot ? weight : own;
    }
    CU_ASSERT_DOUBLE_EQUAL(own, best, 1e-12);
    last = own;
  }
}

/* A thousand copies: one group, and the links between them are not all looked at for each step. */
static void test_copies_are_one_group(void) {
  fixture *f = given_vectors(9);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_open(&f->set, f->vocab, NULL, NULL), WARTA_OK);
  for (uint32_t i = 0; i < 1000; i++) {
    char id[12];
    const int len = snprintf(id, sizeof id, "%04u", 999 - i);
    const warta_cluster_article row = {{id, (size_t)len}, {"2026-01-29", 10}, &f->vectors[0], NULL};
    CU_ASSERT_EQUAL(warta_clusters_add(f->set, &row, NULL), WARTA_OK);
  }
  CU_ASSERT_EQUAL(warta_clusters_find(f->set, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_count(f->set), 1);
  const warta_cluster row = warta_clusters_at(f->set, 0);
  CU_ASSERT_EQUAL(row.count, 1000);
  CU_ASSERT_EQUAL(row.members[0].article, 999); /* id 0000 */
  check_terms(f, &row);
  CU_ASSERT_STRING_EQUAL(row.first, "2026-01-29");
  free_fixture(f);
}

/* Twelve words alike, eight numbers all alike or all different. */
static void fill_bulletin(fixture *f, size_t i, uint32_t first_number) {
  for (uint32_t k = 0; k < 8; k++) {
    f->entries[i][k] = (wi_vector_entry){wi_vector_slot(k, WARTA_PART_WHOLE), 1, 0.26};
    f->entries[i][8 + k] =
        (wi_vector_entry){wi_vector_slot(first_number + k, WARTA_PART_WHOLE), 1, 0.24};
  }
  f->vectors[i] = (warta_vector){f->vocab, f->entries[i], 16, false};
}

static uint32_t count_of_two(fixture *f, uint32_t number, uint32_t other_number) {
  size_t group[ARTICLES];
  f->count = 2;
  fill_bulletin(f, 0, number);
  fill_bulletin(f, 1, other_number);
  cluster(f, NULL, false, group);
  const uint32_t count = warta_clusters_count(f->set);
  warta_clusters_free(f->set);
  f->set = NULL;
  return count;
}

static void test_same_words_with_other_numbers_are_another_story(void) {
  fixture *f = calloc(1, sizeof *f);
  CU_ASSERT_PTR_NOT_NULL_FATAL(f);
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&f->vocab, NULL), WARTA_OK);
  for (uint32_t i = 0; i < 40; i++) {
    char name[16];
    uint32_t id = 0;
    const int len = snprintf(name, sizeof name, i < 20 ? "kata%u" : "%u.000", i);
    CU_ASSERT_TRUE_FATAL(wi_strmap_add(&f->vocab->terms, (wi_str){name, (size_t)len}, &id));
  }
  (void)snprintf(f->ids[0], sizeof f->ids[0], "a");
  (void)snprintf(f->ids[1], sizeof f->ids[1], "b");
  CU_ASSERT_EQUAL(count_of_two(f, 20, 20), 1);
  CU_ASSERT_EQUAL(count_of_two(f, 20, 22), 1); /* six of eight are the same */
  CU_ASSERT_EQUAL(count_of_two(f, 20, 28), 0);
  CU_ASSERT_EQUAL(count_of_two(f, 8, 8), 1);
  CU_ASSERT_EQUAL(count_of_two(f, 8, 12), 1); /* words, not numbers */
  free_fixture(f);
}

static void test_bad_calls_are_refused(void) {
  fixture *f = given_vectors(1);
  fixture *other = given_vectors(2);
  size_t group[ARTICLES];
  warta_neighbours *table = NULL;
  warta_cluster_options options = WARTA_CLUSTER_OPTIONS_INIT;
  options.min = 0.0;
  CU_ASSERT_EQUAL(warta_clusters_open(&f->set, f->vocab, &options, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(f->set);
  options.min = 0.5;
  options.neighbours = 0;
  CU_ASSERT_EQUAL(warta_clusters_open(&f->set, f->vocab, &options, NULL), WARTA_ERR_ARGUMENT);
  cluster(f, NULL, false, group);
  const warta_cluster_article late = {{"z", 1}, {NULL, 0}, &f->vectors[0], NULL};
  const warta_cluster_article foreign = {{"z", 1}, {NULL, 0}, &other->vectors[0], NULL};
  CU_ASSERT_EQUAL(warta_clusters_add(f->set, &late, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_open(&other->set, f->vocab, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_clusters_add(other->set, &foreign, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL_FATAL(warta_clusters_neighbours(&table, f->set, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_clusters_join(other->set, table, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL(warta_clusters_find(other->set, NULL), WARTA_OK); /* none */
  CU_ASSERT_EQUAL(warta_clusters_count(other->set), 0);
  warta_neighbours_free(table);
  warta_clusters_free(NULL);
  free_fixture(f);
  free_fixture(other);
}

void suite_cluster(void) {
  CU_pSuite suite = CU_add_suite("cluster", NULL, NULL);
  CU_add_test(suite, "groups are those of the plain way", test_groups_are_those_of_the_plain_way);
  CU_add_test(suite, "order of adding leaves no trace", test_order_of_adding_leaves_no_trace);
  CU_add_test(suite, "tables of threads give the same", test_tables_of_threads_give_the_same);
  CU_add_test(suite, "members are ranked by mean likeness",
              test_members_are_ranked_by_mean_likeness);
  CU_add_test(suite, "copies are one group", test_copies_are_one_group);
  CU_add_test(suite, "same words with other numbers are another story",
              test_same_words_with_other_numbers_are_another_story);
  CU_add_test(suite, "bad calls are refused", test_bad_calls_are_refused);
}
