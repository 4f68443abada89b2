#include <warta/index.h>

#include <stdlib.h>
#include <string.h>

#include <CUnit/CUnit.h>

#include "mem.h"
#include "suites.h"
#include "tile.h"
#include "tile_sum.h"
#include "vector.h"

/* More than two tiles, so that pairs within tiles and across them are met. */
enum { ARTICLES = 4300, TERMS = 400, ENTRIES = 12, TOP = 5 };

typedef struct fixture {
  warta_vocab *vocab;
  warta_index *index;
} fixture;

static uint32_t next_random(uint32_t *state) {
  *state = *state * 1664525U + 1013904223U;
  return *state >> 8;
}

/* Every seventh article is the same as the one before it, so that there are ties. */
static fixture made_index(uint32_t articles) {
  fixture f = {NULL, NULL};
  uint32_t state = 7;
  wi_vector_entry entries[ENTRIES] = {{0, 0, 0.0}};
  size_t count = 0;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&f.vocab, NULL), WARTA_OK);
  for (uint32_t i = 0; i < TERMS; i++) {
    uint32_t id = 0;
    const wi_str key = {(const char *)&i, sizeof i};
    CU_ASSERT_TRUE_FATAL(wi_strmap_add(&f.vocab->terms, key, &id));
  }
  CU_ASSERT_EQUAL_FATAL(warta_index_open(&f.index, f.vocab, NULL), WARTA_OK);
  for (uint32_t i = 0; i < articles; i++) {
    if (i % 7 != 6) {
      count = 0;
      for (uint32_t term = next_random(&state) % 40; term < TERMS && count < ENTRIES;
           term += 1 + next_random(&state) % 60) {
        entries[count++] =
            (wi_vector_entry){term, 1, 0.05 + (double)(next_random(&state) % 1000) / 4000.0};
      }
    }
    const warta_vector vector = {f.vocab, entries, i % 501 == 500 ? 0 : count, false};
    CU_ASSERT_EQUAL_FATAL(warta_index_add(f.index, &vector, NULL), WARTA_OK);
  }
  return f;
}

static void free_fixture(fixture *f) {
  warta_index_free(f->index);
  warta_vocab_free(f->vocab);
}

static warta_neighbours *run_tasks(const warta_index *index, uint32_t asked, uint32_t step) {
  warta_neighbour_options options = WARTA_NEIGHBOUR_OPTIONS_INIT;
  warta_neighbours *whole = NULL;
  options.top = TOP;
  options.asked = asked;
  options.min = 0.01;
  CU_ASSERT_EQUAL_FATAL(warta_neighbours_open(&whole, index, &options, NULL), WARTA_OK);
  const uint32_t tasks = warta_neighbours_task_count(whole);
  for (uint32_t end = tasks; end > 0;) {
    const uint32_t start = end > step ? end - step : 0;
    warta_neighbours *part = NULL;
    CU_ASSERT_EQUAL_FATAL(warta_neighbours_open(&part, index, &options, NULL), WARTA_OK);
    CU_ASSERT_EQUAL(warta_neighbours_run(part, start, end, NULL), WARTA_OK);
    CU_ASSERT_EQUAL(warta_neighbours_merge(whole, part, NULL), WARTA_OK);
    warta_neighbours_free(part);
    end = start;
  }
  return whole;
}

static int by_score(const void *left, const void *right) {
  const warta_neighbour *a = left;
  const warta_neighbour *b = right;
  if (a->score > b->score || a->score < b->score) {
    return a->score > b->score ? -1 : 1;
  }
  return (a->article > b->article) - (a->article < b->article);
}

static void check_article(const warta_index *index, const warta_neighbours *table,
                          uint32_t article) {
  static warta_neighbour all[ARTICLES];
  warta_neighbour got[TOP];
  size_t want = 0;
  for (uint32_t other = 0; other < warta_index_count(index); other++) {
    const double score = warta_index_score(index, article, other);
    if (other != article && score >= 0.01) {
      all[want++] = (warta_neighbour){other, score};
    }
  }
  qsort(all, want, sizeof *all, by_score);
  want = want < TOP ? want : TOP;
  CU_ASSERT_EQUAL_FATAL(warta_neighbours_of(table, article, got, TOP), want);
  for (size_t i = 0; i < want; i++) {
    CU_ASSERT_EQUAL(got[i].article, all[i].article);
    CU_ASSERT(memcmp(&got[i].score, &all[i].score, sizeof got[i].score) == 0);
  }
}

/* Whole, in single tasks and backwards: to the last bit what comparing with everyone gives. */
static void test_neighbours_are_exact_however_the_tasks_are_shared_out(void) {
  fixture f = made_index(ARTICLES);
  for (uint32_t step = 1; step <= 3; step++) {
    warta_neighbours *table = run_tasks(f.index, 0, step);
    CU_ASSERT_EQUAL(warta_neighbours_task_count(table), 3);
    for (uint32_t article = 0; article < ARTICLES; article += 97) {
      check_article(f.index, table, article);
    }
    warta_neighbours_free(table);
  }
  free_fixture(&f);
}

/* Two readers in turns tell what the table tells. */
static void test_readers_tell_what_the_table_tells(void) {
  fixture f = made_index(ARTICLES);
  warta_neighbours *table = run_tasks(f.index, ARTICLES - 1, 1);
  warta_neighbour_reader *readers[2] = {NULL, NULL};
  warta_neighbour want[TOP];
  warta_neighbour got[TOP];
  CU_ASSERT_EQUAL_FATAL(warta_neighbour_reader_open(&readers[0], table, NULL), WARTA_OK);
  CU_ASSERT_EQUAL_FATAL(warta_neighbour_reader_open(&readers[1], table, NULL), WARTA_OK);
  for (uint32_t i = 0; i < ARTICLES; i++) {
    const size_t count = warta_neighbours_of(table, i, want, TOP);
    CU_ASSERT_EQUAL_FATAL(warta_neighbour_reader_of(readers[i % 2], i, got, TOP), count);
    for (size_t row = 0; row < count; row++) {
      CU_ASSERT_EQUAL(got[row].article, want[row].article);
      CU_ASSERT_EQUAL(memcmp(&got[row].score, &want[row].score, sizeof got[row].score), 0);
    }
  }
  CU_ASSERT_EQUAL(warta_neighbour_reader_of(readers[0], ARTICLES - 1, got, TOP), 0);
  warta_neighbour_reader_free(readers[0]);
  warta_neighbour_reader_free(readers[1]);
  warta_neighbour_reader_free(NULL);
  warta_neighbours_free(table);
  free_fixture(&f);
}

/* Backwards: everyone is where it was, counted from the other end. */
static void test_renumbered_articles_are_the_same_articles(void) {
  static uint32_t order[ARTICLES];
  fixture f = made_index(ARTICLES);
  fixture turned = made_index(ARTICLES);
  for (uint32_t i = 0; i < ARTICLES; i++) {
    order[i] = ARTICLES - 1 - i;
  }
  CU_ASSERT_EQUAL_FATAL(warta_index_renumber(turned.index, order, ARTICLES, NULL), WARTA_OK);
  for (uint32_t i = 0; i + 1 < ARTICLES; i += 41) {
    CU_ASSERT_DOUBLE_EQUAL(warta_index_score(turned.index, i, i + 1),
                           warta_index_score(f.index, order[i], order[i + 1]), 0.0);
  }
  warta_neighbours *table = run_tasks(turned.index, 0, 1);
  for (uint32_t article = 0; article < ARTICLES; article += 97) {
    check_article(turned.index, table, article);
  }
  warta_neighbours_free(table);
  free_fixture(&turned);
  free_fixture(&f);
}

static void test_numbers_that_are_missing_are_refused(void) {
  static const uint32_t ORDERS[][3] = {{0, 1, 3}, {0, 1, 1}, {2, 2, 2}};
  static const uint32_t RIGHT[] = {2, 0, 1};
  fixture f = made_index(3);
  const double score = warta_index_score(f.index, 0, 1);
  for (size_t i = 0; i < sizeof ORDERS / sizeof ORDERS[0]; i++) {
    CU_ASSERT_EQUAL(warta_index_renumber(f.index, ORDERS[i], 3, NULL), WARTA_ERR_ARGUMENT);
  }
  CU_ASSERT_EQUAL(warta_index_renumber(f.index, RIGHT, 2, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_DOUBLE_EQUAL(warta_index_score(f.index, 0, 1), score, 0.0);
  CU_ASSERT_EQUAL(warta_index_renumber(f.index, RIGHT, 3, NULL), WARTA_OK);
  CU_ASSERT_DOUBLE_EQUAL(warta_index_score(f.index, 1, 2), score, 0.0);
  free_fixture(&f);
}

static void test_one_against_all_is_the_same_kernel(void) {
  fixture f = made_index(ARTICLES);
  warta_neighbours *table = run_tasks(f.index, 1, 8);
  warta_neighbour row;
  CU_ASSERT_EQUAL(warta_neighbours_task_count(table), 1);
  check_article(f.index, table, 0);
  CU_ASSERT_EQUAL(warta_neighbours_of(table, 1, &row, 1), 0);
  warta_neighbours_free(table);
  free_fixture(&f);
}

/* Far more ties than a table has room for: the smallest numbers win. */
static void test_equal_articles_are_told_apart_by_number(void) {
  fixture f = {NULL, NULL};
  wi_vector_entry entry = {0, 1, 1.0};
  uint32_t id = 0;
  CU_ASSERT_EQUAL_FATAL(warta_vocab_open(&f.vocab, NULL), WARTA_OK);
  CU_ASSERT_TRUE_FATAL(wi_strmap_add(&f.vocab->terms, WI_STR("banjir"), &id));
  CU_ASSERT_EQUAL_FATAL(warta_index_open(&f.index, f.vocab, NULL), WARTA_OK);
  const warta_vector vector = {f.vocab, &entry, 1, false};
  for (uint32_t i = 0; i < 500; i++) {
    CU_ASSERT_EQUAL(warta_index_add(f.index, &vector, NULL), WARTA_OK);
  }
  warta_neighbours *table = run_tasks(f.index, 0, 1);
  for (uint32_t article = 0; article < 500; article += 99) {
    check_article(f.index, table, article);
  }
  warta_neighbours_free(table);
  free_fixture(&f);
}

/* Lengths from 0.2 to 200, as a weighting without a norm gives them, and scores far over 1. */
static void test_vectors_of_any_length_have_exact_neighbours(void) {
  fixture f = made_index(0);
  uint32_t state = 11;
  wi_vector_entry entries[TERMS];
  for (uint32_t i = 0; i < ARTICLES / 2; i++) {
    const double scale = i % 100 == 0 ? 40.0 : 0.05 + (double)(i % 13);
    const uint32_t step = i % 200 == 0 ? 1 : 40;
    size_t count = 0;
    for (uint32_t term = next_random(&state) % step; term < TERMS;
         term += 1 + next_random(&state) % step) {
      entries[count++] = (wi_vector_entry){term, 1, scale * (1.0 + (double)(term % 7))};
    }
    const warta_vector vector = {f.vocab, entries, count, true};
    CU_ASSERT_EQUAL_FATAL(warta_index_add(f.index, &vector, NULL), WARTA_OK);
  }
  warta_neighbours *table = run_tasks(f.index, 0, 1);
  for (uint32_t article = 0; article < ARTICLES / 2; article += 50) {
    check_article(f.index, table, article);
  }
  warta_neighbours_free(table);
  free_fixture(&f);
}

static int by_pair(const void *left, const void *right) {
  const warta_pair *x = left;
  const warta_pair *y = right;
  if (x->score > y->score || x->score < y->score) {
    return x->score > y->score ? -1 : 1;
  }
  if (x->a != y->a) {
    return x->a < y->a ? -1 : 1;
  }
  return x->b < y->b ? -1 : x->b > y->b;
}

static warta_best_pairs *find_pairs(const warta_index *index, const warta_pair_options *options,
                                    uint32_t parts) {
  warta_best_pairs *whole = NULL;
  CU_ASSERT_EQUAL_FATAL(warta_best_pairs_open(&whole, index, options, NULL), WARTA_OK);
  for (uint32_t task = warta_best_pairs_task_count(whole); task-- > 0;) {
    warta_best_pairs *part = NULL;
    if (parts == 0) {
      CU_ASSERT_EQUAL(warta_best_pairs_run(whole, task, task + 1, NULL), WARTA_OK);
      continue;
    }
    CU_ASSERT_EQUAL_FATAL(warta_best_pairs_open(&part, index, options, NULL), WARTA_OK);
    CU_ASSERT_EQUAL(warta_best_pairs_run(part, task, task + 1, NULL), WARTA_OK);
    CU_ASSERT_EQUAL(warta_best_pairs_merge(whole, part, NULL), WARTA_OK);
    warta_best_pairs_free(part);
  }
  return whole;
}

/* Window behind window, of any size: what sorting all pairs gives, ties and all. */
static void test_all_pairs_come_in_order_in_windows_of_any_size(void) {
  enum { FEW = 2100, MOST = 40000 };
  static warta_pair all[MOST];
  fixture f = made_index(FEW);
  size_t want = 0;
  for (uint32_t a = 0; a < FEW; a++) {
    for (uint32_t b = a + 1; b < FEW; b++) {
      const double score = warta_index_score(f.index, a, b);
      if (score >= 0.2 && want < MOST) {
        all[want++] = (warta_pair){a, b, score};
      }
    }
  }
  CU_ASSERT_FATAL(want > 300 && want < MOST);
  qsort(all, want, sizeof *all, by_pair);
  for (uint32_t i = 0; i < 4; i++) {
    warta_pair_options options = WARTA_PAIR_OPTIONS_INIT;
    size_t at = 0;
    size_t count = 0;
    options.most = i == 3 ? MOST : (uint32_t)want / (i + 1);
    options.min = 0.2;
    do {
      options.after = at == 0 ? NULL : &all[at - 1];
      warta_best_pairs *table = find_pairs(f.index, &options, i % 2);
      const warta_pair *rows = warta_best_pairs_list(table, &count);
      CU_ASSERT_FATAL(at + count <= want);
      for (size_t k = 0; k < count; k++) {
        CU_ASSERT_EQUAL(by_pair(&rows[k], &all[at + k]), 0);
      }
      at += count;
      warta_best_pairs_free(table);
    } while (count == options.most);
    CU_ASSERT_EQUAL(at, want);
  }
  free_fixture(&f);
}

static void test_best_pairs_refuse_bad_options(void) {
  fixture f = made_index(10);
  warta_pair_options options = WARTA_PAIR_OPTIONS_INIT;
  warta_best_pairs *table = NULL;
  options.most = 0;
  CU_ASSERT_EQUAL(warta_best_pairs_open(&table, f.index, &options, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(table);
  options.most = 1;
  options.min = -1.0;
  CU_ASSERT_EQUAL(warta_best_pairs_open(&table, f.index, &options, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL_FATAL(warta_best_pairs_open(&table, f.index, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_best_pairs_run(table, 0, 2, NULL), WARTA_ERR_ARGUMENT);
  warta_best_pairs_free(table);
  warta_best_pairs_free(NULL);
  free_fixture(&f);
}

/* Lists of every length, sums that reach the end of 16 bits, lanes of weight 0. */
static void test_both_loops_make_the_same_sums(void) {
  enum { LISTS = 40, ROWS = 64 };
  static uint16_t fast[ROWS * WI_TILE_LANES];
  static uint16_t plain[ROWS * WI_TILE_LANES];
  uint32_t state = 5;
  for (size_t count = 0; count < LISTS; count++) {
    uint16_t rows[LISTS];
    uint16_t weights[LISTS];
    uint16_t lanes[WI_TILE_LANES];
    for (size_t i = 0; i < count; i++) {
      rows[i] = (uint16_t)((i + count) % ROWS * WI_TILE_LANES);
      weights[i] = (uint16_t)(1 + next_random(&state) % UINT16_MAX);
    }
    for (size_t i = 0; i < WI_TILE_LANES; i++) {
      lanes[i] = (uint16_t)(next_random(&state) % 3 == 0 ? 0 : next_random(&state) % 65536);
    }
    const wi_term_postings postings = {rows, weights, count, lanes};
    wi_tile_add(fast, &postings);
    wi_tile_add_plain(plain, &postings);
    CU_ASSERT(memcmp(fast, plain, sizeof fast) == 0);
  }
  size_t full = 0;
  for (size_t i = 0; i < sizeof fast / sizeof *fast; i++) {
    full += fast[i] == UINT16_MAX;
  }
  CU_ASSERT(full > 0);
}

static void test_none_and_one_article_have_no_neighbours(void) {
  for (uint32_t count = 0; count <= 1; count++) {
    fixture f = made_index(count);
    warta_neighbours *table = run_tasks(f.index, 0, 1);
    warta_neighbour row;
    CU_ASSERT_EQUAL(warta_neighbours_task_count(table), count);
    CU_ASSERT_EQUAL(warta_neighbours_of(table, 0, &row, 1), 0);
    warta_neighbours_free(table);
    free_fixture(&f);
  }
}

static void test_bad_options_are_refused(void) {
  fixture f = made_index(10);
  fixture other = made_index(2);
  warta_neighbour_options options = WARTA_NEIGHBOUR_OPTIONS_INIT;
  warta_neighbours *table = NULL;
  const warta_vector foreign = {other.vocab, NULL, 0, false};
  options.top = 0;
  CU_ASSERT_EQUAL(warta_neighbours_open(&table, f.index, &options, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_PTR_NULL(table);
  CU_ASSERT_EQUAL(warta_index_add(f.index, &foreign, NULL), WARTA_ERR_ARGUMENT);
  CU_ASSERT_EQUAL_FATAL(warta_neighbours_open(&table, f.index, NULL, NULL), WARTA_OK);
  CU_ASSERT_EQUAL(warta_neighbours_run(table, 0, 2, NULL), WARTA_ERR_ARGUMENT);
  warta_neighbours_free(table);
  warta_neighbours_free(NULL);
  warta_index_free(NULL);
  free_fixture(&f);
  free_fixture(&other);
}

void suite_index(void) {
  CU_pSuite suite = CU_add_suite("index", NULL, NULL);
  CU_add_test(suite, "neighbours are exact, however the tasks are shared out",
              test_neighbours_are_exact_however_the_tasks_are_shared_out);
  CU_add_test(suite, "readers tell what the table tells", test_readers_tell_what_the_table_tells);
  CU_add_test(suite, "renumbered articles are the same articles",
              test_renumbered_articles_are_the_same_articles);
  CU_add_test(suite, "numbers that are missing are refused",
              test_numbers_that_are_missing_are_refused);
  CU_add_test(suite, "one against all is the same kernel", test_one_against_all_is_the_same_kernel);
  CU_add_test(suite, "equal articles are told apart by number",
              test_equal_articles_are_told_apart_by_number);
  CU_add_test(suite, "vectors of any length have exact neighbours",
              test_vectors_of_any_length_have_exact_neighbours);
  CU_add_test(suite, "all pairs come in order, in windows of any size",
              test_all_pairs_come_in_order_in_windows_of_any_size);
  CU_add_test(suite, "best pairs refuse bad options", test_best_pairs_refuse_bad_options);
  CU_add_test(suite, "both loops make the same sums", test_both_loops_make_the_same_sums);
  CU_add_test(suite, "none and one article have no neighbours",
              test_none_and_one_article_have_no_neighbours);
  CU_add_test(suite, "bad options are refused", test_bad_options_are_refused);
}
