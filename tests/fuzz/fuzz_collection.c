/* Several articles: neighbours as the plain scores have them, near-copies in sound groups, one
 * summary of all. A byte 0x1E ends an article. */
#include "fuzz_session.h"

#include <string.h>

enum { MOST = 8, SEPARATOR = 0x1E };

typedef struct collection {
  warta_document *documents[MOST];
  warta_vector *vectors[MOST];
  size_t count;
} collection;

static void collect(collection *c, const char *text, size_t len) {
  while (c->count < MOST) {
    const char *end = len == 0 ? NULL : memchr(text, SEPARATOR, len);
    const size_t part = end == NULL ? len : (size_t)(end - text);
    MUST(warta_document_analyze(&c->documents[c->count++], the_session(), text, part, NULL, NULL) ==
         WARTA_OK);
    if (end == NULL) {
      return;
    }
    text += part + 1;
    len -= part + 1;
  }
}

/* The rows of article i are the best of the plain scores, in their order. */
static void check_rows(const collection *c, const warta_neighbours *table, size_t i, size_t top) {
  warta_neighbour rows[MOST];
  const size_t count = warta_neighbours_of(table, (uint32_t)i, rows, MOST);
  size_t positive = 0;
  for (size_t j = 0; j < c->count; j++) {
    positive += j != i && warta_similarity(c->vectors[i], c->vectors[j]) > 0;
  }
  MUST(count == (positive < top ? positive : top));
  for (size_t k = 0; k < count; k++) {
    MUST(rows[k].article != i && rows[k].article < c->count);
    MUST(rows[k].score == warta_similarity(c->vectors[i], c->vectors[rows[k].article]));
    MUST(k == 0 || rows[k].score < rows[k - 1].score ||
         (rows[k].score == rows[k - 1].score && rows[k].article > rows[k - 1].article));
  }
}

static void check_neighbours(const collection *c, warta_vocab *vocab, unsigned top) {
  warta_neighbour_options options = WARTA_NEIGHBOUR_OPTIONS_INIT;
  warta_index *index = NULL;
  warta_neighbours *table = NULL;
  options.top = 1 + top % MOST;
  MUST(warta_index_open(&index, vocab, NULL) == WARTA_OK);
  for (size_t i = 0; i < c->count; i++) {
    MUST(warta_index_add(index, c->vectors[i], NULL) == WARTA_OK);
  }
  MUST(warta_neighbours_open(&table, index, &options, NULL) == WARTA_OK);
  MUST(warta_neighbours_run(table, 0, warta_neighbours_task_count(table), NULL) == WARTA_OK);
  for (size_t i = 0; i < c->count; i++) {
    check_rows(c, table, i, options.top);
  }
  warta_neighbours_free(table);
  warta_index_free(index);
}

static void check_copies(const collection *c) {
  static const char *const ids[MOST] = {"h", "b", "d", "a", "g", "c", "f", "e"};
  warta_nearcopy *set = NULL;
  MUST(warta_nearcopy_open(&set, NULL, NULL) == WARTA_OK);
  for (size_t i = 0; i < c->count; i++) {
    MUST(warta_nearcopy_add(set, c->documents[i], (warta_text){ids[i], 1}, (warta_text){NULL, 0},
                            NULL) == WARTA_OK);
  }
  MUST(warta_nearcopy_find(set, NULL) == WARTA_OK);
  for (size_t i = 0; i < warta_nearcopy_count(set); i++) {
    const warta_copy_pair pair = warta_nearcopy_at(set, i);
    MUST(pair.a < c->count && pair.b < c->count && ids[pair.a][0] < ids[pair.b][0]);
    MUST(pair.group <= warta_nearcopy_group_count(set));
    MUST(pair.group > 0 || pair.verdict == WARTA_COPY_FOLLOWUP);
    MUST(pair.contained_a >= 0 && pair.contained_a <= 1);
    MUST(pair.contained_b >= 0 && pair.contained_b <= 1);
    MUST(pair.cosine >= 0 && pair.cosine <= 1.000001);
  }
  for (uint32_t group = 1; group <= warta_nearcopy_group_count(set); group++) {
    MUST(warta_nearcopy_original(set, group) < c->count);
  }
  warta_nearcopy_free(set);
}

static void check_together(const collection *c, unsigned words) {
  const warta_document *rows[MOST];
  warta_summary_options options = WARTA_SUMMARY_OPTIONS_INIT;
  warta_summary_list *list = NULL;
  options.words = words;
  for (size_t i = 0; i < c->count; i++) {
    rows[i] = c->documents[i];
  }
  MUST(warta_summary_together(&list, rows, c->count, NULL, &options, NULL) == WARTA_OK);
  for (size_t i = 0; i < warta_summary_count(list); i++) {
    const warta_summary_sentence row = warta_summary_at(list, i);
    MUST(row.document < c->count && row.score >= 0 && row.score <= 1);
    MUST(row.sentence < warta_document_sentence_count(rows[row.document]));
  }
  warta_summary_free(list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len) {
  collection c = {{NULL}, {NULL}, 0};
  warta_vocab *vocab = NULL;
  const unsigned top = fuzz_take(&data, &len);
  const unsigned words = fuzz_take(&data, &len);
  collect(&c, (const char *)data, len);
  MUST(warta_vocab_open(&vocab, NULL) == WARTA_OK);
  for (size_t i = 0; i < c.count; i++) {
    MUST(warta_vector_build(&c.vectors[i], vocab, c.documents[i], NULL, NULL) == WARTA_OK);
  }
  check_neighbours(&c, vocab, top);
  check_copies(&c);
  check_together(&c, words);
  for (size_t i = 0; i < c.count; i++) {
    warta_vector_free(c.vectors[i]);
    warta_document_free(c.documents[i]);
  }
  warta_vocab_free(vocab);
  return 0;
}
